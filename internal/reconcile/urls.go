package reconcile

import (
	"slices"
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// shownValue is a value that the documentation prints for a parameter.
type shownValue struct {
	text   string
	origin api.Origin
}

// parameters gives parameters whose description has no example a value that the documentation
// prints for them. Evidence, the best first:
//
//   - the URL and headers of a request that the page prints: GET /v1/vaults/0d2cbb84-… for /v1/vaults/{vault_id};
//   - the same part of the same path in the URL, or the same header, of another request of the set;
//   - a parameter or member of that name elsewhere in the set, where the name says what it is
//     ("vault_id", not "id").
//
// A value that the parameter does not allow, or that stands for any value, is passed over: it
// contradicts nothing, since URLs of examples are seldom real.
func (r *reconciler) parameters() {
	own := map[*api.Param][]shownValue{}
	all := &shownParameters{byPlace: map[paramPlace][]shownValue{}, byName: map[string][]shownValue{}}
	r.eachOperation(func(op *api.Operation) {
		place := paramPlaces(op)
		for _, e := range op.Examples {
			if e.Side != api.SideRequest {
				continue
			}
			values := valuesOfURL(op.Path, e.URL)
			headers := e.HeaderValues()
			r.undocumentedQuery(op, e, values)
			for _, q := range op.Params {
				text, shown := values[urlKey{q.In, q.Name}], isShown
				if q.In == api.InHeader {
					text, shown = headers[strings.ToLower(q.Name)], isShownHeader
				}
				if !shown(text, q.Name) {
					continue
				}
				v := shownValue{text, e.Origin}
				own[q] = append(own[q], v)
				all.add(place(q), q, v)
			}
		}
	})
	r.membersShown(all)
	give := func(op *api.Operation) {
		place := paramPlaces(op)
		for _, q := range op.Params {
			for _, v := range slices.Concat(own[q], all.byPlace[place(q)], all.ofName(sharedName(&q.Field))) {
				if r.showParam(&q.Field, v) {
					break
				}
			}
		}
	}
	for _, op := range r.svc.Operations {
		give(op)
		for _, v := range op.Variants {
			give(v)
		}
	}
}

// shownParameters are the values that the set prints, by the place in a path, the query or the
// headers, and by names that say what they are.
type shownParameters struct {
	byPlace map[paramPlace][]shownValue
	byName  map[string][]shownValue
}

// maxShownValues bounds how many values are kept of one name: the first that fits counts.
const maxShownValues = 16

// ofName are the values that the set prints for a name, none where only some of them are timestamps: the name then
// means several things, such as the start of a query and the hour of a backup.
func (s *shownParameters) ofName(name string) []shownValue {
	values := s.byName[name]
	for _, v := range values {
		if isTimestamp(v.text) != isTimestamp(values[0].text) {
			return nil
		}
	}
	return values
}

func (s *shownParameters) add(place paramPlace, q *api.Param, v shownValue) {
	keep(s.byPlace, place, v)
	keep(s.byName, sharedName(&q.Field), v)
}

func keep[K comparable](in map[K][]shownValue, key K, v shownValue) {
	if none := *new(K); key != none && len(in[key]) < maxShownValues {
		in[key] = append(in[key], v)
	}
}

// membersShown adds the values of members of printed bodies.
func (r *reconciler) membersShown(all *shownParameters) {
	wanted := map[string]bool{}
	for _, op := range r.svc.Operations {
		for _, q := range op.Params {
			wanted[sharedName(&q.Field)] = true
		}
	}
	for _, s := range r.svc.Schemas {
		for _, f := range s.Fields {
			key, o := sharedName(f), r.types[&f.Type]
			if o == nil || !wanted[key] {
				continue
			}
			for _, v := range o.values {
				if v.value.Kind == payload.String && isShown(v.value.Text, f.Name) {
					keep(all.byName, key, shownValue{v.value.Text, api.Origin{Page: v.page, Pos: v.pos, How: api.FromExample}})
				}
			}
		}
	}
}

// showParam gives a parameter an example, where it has none and the value is one of its own.
func (r *reconciler) showParam(f *api.Field, v shownValue) bool {
	d := &f.Decided
	if d.Example != nil {
		return true
	}
	value, ok := typed(&f.Type, v.text)
	if !ok || len(checkLimits(d.Limits, value, r.patterns)) > 0 || d.Const != nil && d.Const.JSON != value.JSON() {
		return false
	}
	d.Example = &api.Value{JSON: value.JSON()}
	f.Claims = append(slices.Clone(f.Claims), api.Claim{Fact: api.FactExample, Values: []string{v.text}, Origin: v.origin})
	return true
}

// sharedName is what a field is called in all of a set: its name, where that has several words.
func sharedName(f *api.Field) string {
	name := f.Name
	seam := strings.ContainsAny(strings.Trim(name, "_-"), "_-")
	for i, c := range name {
		seam = seam || i > 0 && unicode.IsUpper(c) && unicode.IsLower(rune(name[i-1]))
	}
	if !seam {
		return ""
	}
	return strings.ToLower(seams.Replace(name))
}

// seams takes out what stands between the words of a name.
var seams = strings.NewReplacer("_", "", "-", "")

// paramPlace is the place of a parameter in the paths of one shape: the shape up to it, or the
// whole shape and the name of a parameter of the query. A header means the same in all of a set.
// After a version or another parameter, "/v1/{}", nothing but its name says what a part of the path is.
type paramPlace struct{ shape, name, query, header string }

// paramPlaces gives the place of each parameter of an operation, the zero value for one of a cookie.
func paramPlaces(op *api.Operation) func(*api.Param) paramPlace {
	shape := urlpath.Shape(op.Path)
	upTo, end := map[string]string{}, 0
	for _, name := range urlpath.Params(op.Path) {
		i := strings.Index(shape[end:], "{}")
		if i < 0 {
			break
		}
		end += i + len("{}")
		if _, twice := upTo[name]; !twice {
			upTo[name] = shape[:end]
		}
	}
	return func(q *api.Param) paramPlace {
		switch q.In {
		case api.InPath:
			place := paramPlace{shape: upTo[q.Name]}
			if !followsWord(place.shape) {
				place.name = strings.ToLower(seams.Replace(q.Name))
			}
			return place
		case api.InQuery:
			return paramPlace{shape: shape, query: q.Name}
		case api.InHeader:
			return paramPlace{header: strings.ToLower(q.Name)}
		}
		return paramPlace{}
	}
}

// followsWord reports whether the last part of a shape stands after a word: "/jars/{}", not "/v1/{}".
func followsWord(shape string) bool {
	shape = shape[:max(0, strings.LastIndexByte(shape, '/'))]
	before := shape[strings.LastIndexByte(shape, '/')+1:]
	return before != "" && before != "{}" && !urlpath.IsVersion(before)
}

// undocumentedQuery reports the parameters of the query that a printed request sends and that no table of the
// operation lists. It does not apply to a URL that is signed, which has parameters of its own.
func (r *reconciler) undocumentedQuery(op *api.Operation, e *api.Example, values map[urlKey]string) {
	if e.Signed {
		return
	}
	var names []string
	for key := range values {
		base, _, _ := strings.Cut(key.name, ".") // "dim.0" is one of dim
		listed := slices.ContainsFunc(op.Params, func(q *api.Param) bool {
			return q.In == api.InQuery && (strings.EqualFold(q.Name, key.name) || q.Name == base)
		})
		if key.in == api.InQuery && naming.IsName(key.name) && !listed {
			names = append(names, key.name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		r.found.Addf("docs/undocumented-query-parameter", e.Origin.Page, e.Origin.Pos, "the request of the example has the query parameter %s, but no table describes it; it is left out", name)
	}
}
