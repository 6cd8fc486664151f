// Package reconcile decides what is true of each field: it weighs what the tables claim
// against each other and against the payloads that the documentation prints.
//
// Claims are never merged in passing. For each fact the outcome is one of: they agree, one
// refines the other, one says nothing, or they contradict. A contradiction is a finding with
// the place of all evidence, and is decided so that nothing breaks for the caller: the looser
// reading for what clients receive; for what they send the strictest reading that no other
// evidence contradicts. A contradicted limit never becomes a check, because refusing a call
// that the service accepts is worse than not checking; it is kept in Decided.Contradicted.
//
// The package sees claims and payloads, never a page: an example cannot teach the reader
// of tables, it stays an independent evidence.
package reconcile

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// Service decides all fields of svc and marks the examples that satisfy what was decided.
// It runs these steps:
//
//	pairs    printed forms, as the JSON that they stand for
//	count    the examples that satisfy the tables alone, for comparison
//	wrap     bodies into the object that the examples show around them
//	nest     rows of a flat table into the row whose value holds them in the examples
//	observe  what values the examples show for each type
//	list     objects of the tables that are lists in all examples; then observe again
//	map      objects of the tables whose keys are values; then observe again
//	refine   types that no table tells
//	extend   structures by the fields that only examples show, then observe again
//	need     mandatory fields that some requests do without
//	pages    that give a field of one structure other types
//	decide   kinds, null, limits, defaults and constants of each field
//	prove    which fields tell the responses of variants apart
//	fix      the values that tell the requests of variants apart
//	show     values for parameters, from the URLs that pages print
//	check    each example against the decisions
//	contents bodies of responses for which HTTP has none
func Service(svc *api.Service, found *diag.List) { Watched(svc, found, nil) }

// Watched is Service; after, where it is not nil, is called after each step with its name.
func Watched(svc *api.Service, found *diag.List, after func(step string)) {
	r := &reconciler{svc: svc, found: found, patterns: patterns{},
		types:   make(map[*api.Type]*observed),
		unknown: make(map[*api.Schema]*members),
		names:   make(map[string]bool),
		done:    make(map[*api.Field]bool),
		partOf:  make(map[*api.Example]*part),
		bodies:  make(map[*api.Schema][]*payload.Value),
		errors:  make(map[string]api.Type),
		values:  make(map[*api.Example]*payload.Value),
	}
	for _, s := range svc.Schemas {
		r.names[strings.ToLower(s.Name)] = true
	}
	for _, step := range []struct {
		name string
		run  func()
	}{
		{"pairs", r.pairs},
		{"count", r.byTables},
		{"wrap", r.wrap},
		{"nest", r.nest},
		{"observe", r.observe},
		{"list", func() {
			if r.lists() {
				r.observeAgain()
			}
		}},
		{"map", func() {
			if r.maps() {
				r.observeAgain()
			}
		}},
		{"refine", r.refine},
		{"extend", func() { r.extend(); r.observeAgain() }},
		{"need", r.conditions},
		{"pages", r.acrossPages},
		{"decide", r.decide},
		{"prove", r.prove},
		{"fix", r.fix},
		{"show", r.parameters},
		{"check", r.check},
		{"contents", r.contents},
	} {
		step.run()
		if after != nil {
			after(step.name)
		}
	}
}

type reconciler struct {
	svc     *api.Service
	found   *diag.List
	types   map[*api.Type]*observed
	unknown map[*api.Schema]*members
	order   []*api.Schema // the keys of unknown in the order of their discovery
	names   map[string]bool
	done    map[*api.Field]bool
	// bodies are the printed instances of the structures that stand at the root of a body.
	bodies map[*api.Schema][]*payload.Value
	// errors are the types of printed errors without a table, by what they hold.
	errors map[string]api.Type
	// documented are the fields of tables, collected when first asked for.
	documented []*api.Field
	partOf     map[*api.Example]*part          // examples that show a part of their body only
	values     map[*api.Example]*payload.Value // what examples show, see printed
	patterns   patterns
}

// seen is one value that an example shows.
type seen struct {
	value *payload.Value
	page  string
	pos   source.Pos
}

// observed is what the examples show for one type.
type observed struct {
	values []seen
}

// members are what examples show in a structure beyond its table.
type members struct {
	names  []string
	values map[string][]seen
}

// eachOperation calls f for each operation that a page describes, variants apart.
func (r *reconciler) eachOperation(f func(*api.Operation)) {
	for _, op := range r.svc.Operations {
		if len(op.Variants) == 0 {
			f(op)
		}
		for _, v := range op.Variants {
			f(v)
		}
	}
}

// bodyOf is the payload that an example is an instance of, nil where none is documented.
func bodyOf(op *api.Operation, e *api.Example) *api.Payload {
	if e.Side == api.SideRequest {
		return op.Body
	}
	if res := op.Response(e.Status); res != nil {
		return res.Body
	}
	return nil
}

// printed is what an example shows, nil where it cannot be read. Nearly every step asks for it.
func (r *reconciler) printed(e *api.Example) *payload.Value {
	v, known := r.values[e]
	if !known {
		v, _, _, _ = payload.ParsePrefix(e.Raw) // nil with an error
		if e.Torn {
			v = payload.ParseTorn(e.Raw)
		}
		r.values[e] = v
	}
	return v
}

// observe walks each example along the type that it is an instance of, and what rows print.
func (r *reconciler) observe() {
	r.eachOperation(func(op *api.Operation) {
		r.undocumentedBodies(op)
		for _, e := range op.Examples {
			v, body := r.evidenceOf(e), bodyOf(op, e)
			if v == nil || body == nil {
				continue
			}
			t, v := r.meant(op, e, &body.Type, v)
			if t == &body.Type && v.Kind == payload.Object && !e.Torn {
				r.bodies[t.Schema] = append(r.bodies[t.Schema], v)
			}
			r.walk(t, v, e, 0)
		}
	})
	r.observePrinted()
}

// observePrinted walks the lists that descriptions print for their own fields.
func (r *reconciler) observePrinted() {
	for _, s := range r.svc.Schemas {
		for _, f := range s.Fields {
			for _, c := range claimsOf(f, api.FactPrinted, false) {
				if v, _, err := payload.Parse(c.Values[0]); err == nil {
					r.walk(&f.Type, v, &api.Example{Origin: c.Origin}, 0)
				}
			}
		}
	}
}

// evidenceOf is what an example shows, nil where it cannot be read, which the reader of examples has reported.
func (r *reconciler) evidenceOf(e *api.Example) *payload.Value {
	if !e.JSON && !e.Torn {
		return nil
	}
	return r.printed(e)
}

// observeAgain walks the examples again where types have changed since they were walked.
func (r *reconciler) observeAgain() {
	clear(r.types)
	clear(r.bodies)
	clear(r.unknown)
	r.order = nil
	r.observe()
}

// listsOf reports whether v is a list of instances of s: a table says "Version structure"
// where the response has several.
func listsOf(s *api.Schema, v *payload.Value) bool {
	for _, item := range v.Items {
		if known(s, item) == 0 {
			return false
		}
	}
	return len(v.Items) > 0
}

// known counts the members of v that s lists.
func known(s *api.Schema, v *payload.Value) int {
	n := 0
	for _, m := range v.Members {
		if s.Field(m.Name) != nil {
			n++
		}
	}
	return n
}

// maxDepth bounds the walk along structures that stand for themselves; payloads are bounded by
// their reader.
const maxDepth = 100

func (r *reconciler) walk(t *api.Type, v *payload.Value, e *api.Example, depth int) {
	if depth > maxDepth {
		return
	}
	o := r.types[t]
	if o == nil {
		o = &observed{}
		r.types[t] = o
	}
	o.values = append(o.values, seen{v, e.Origin.Page, e.At(v.Off)})
	switch {
	case t.Kind == api.Array && v.Kind == payload.Array:
		for _, item := range v.Items {
			r.walk(t.Elem, item, e, depth+1)
		}
	case t.Kind == api.Map:
		for _, m := range v.Members {
			r.walk(t.Elem, m.Value, e, depth+1)
		}
	case t.Schema != nil && t.Schema.Root != nil:
		r.walk(t.Schema.Root, v, e, depth+1)
	case t.Schema != nil && listsOf(t.Schema, v):
		t.AlsoElem = &api.Type{Kind: api.Object, Schema: t.Schema}
		for _, item := range v.Items {
			r.walk(t.AlsoElem, item, e, depth+1)
		}
	case t.Kind == api.Array && t.Elem.Schema != nil && known(t.Elem.Schema, v) > 0:
		r.walkObject(t.Elem.Schema, v, e, depth)
	case t.Schema != nil:
		r.walkObject(t.Schema, v, e, depth)
	}
}

func (r *reconciler) walkObject(s *api.Schema, v *payload.Value, e *api.Example, depth int) {
	for _, m := range v.Members {
		if f := s.Field(m.Name); f != nil {
			r.walk(&f.Type, m.Value, e, depth+1)
			continue
		}
		if s.Extra != nil {
			r.walk(s.Extra, m.Value, e, depth+1)
			continue
		}
		r.addUnknown(s, m.Name, seen{m.Value, e.Origin.Page, e.At(m.Off)})
	}
}

// addUnknown notes what examples show for a member that a structure does not list.
func (r *reconciler) addUnknown(s *api.Schema, name string, values ...seen) {
	u := r.unknown[s]
	if u == nil {
		u = &members{values: make(map[string][]seen)}
		r.unknown[s] = u
		r.order = append(r.order, s)
	}
	if u.values[name] == nil {
		u.names = append(u.names, name)
	}
	u.values[name] = append(u.values[name], values...)
}

// relatedAt describes a field's own place for a finding about it.
func relatedAt(o api.Origin, message string) diag.Related {
	return diag.Related{Page: o.Page, Pos: o.Pos, Message: message}
}

// tableOn is the table of a structure on a page, that of the first page where it has none.
func tableOn(page string, s *api.Schema) api.Origin {
	if i := slices.IndexFunc(s.Also, func(o api.Origin) bool { return o.Page == page }); i >= 0 && s.Origin.Page != page {
		return s.Also[i]
	}
	return s.Origin
}
