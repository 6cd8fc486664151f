package merge

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// alike makes one structure of those of one name that different pages print for responses: a
// service has one disk, of which a list prints less than the page of a single one. It has all
// fields of all pages; where they say different things of a field the looser holds.
//
// It does not apply to what callers send, where each call takes its own fields; to structures
// that share no field, or less than half of the smaller one's, or whose fields have types that
// no value can have both of: these are two things of one name. So are the "status" of a job and that of a
// cluster, of which the paths do not say that they are one, unless the same fields do, see sameResource; and
// the instances of two versions of the API, unless all but few are the same.
type alike struct {
	found *diag.List
	of    map[*api.Schema]*resource
	into  map[*api.Schema]*api.Schema // what became part of another structure → that one
	diffs []difference                // fields of which the pages that are joined say different things
	// open are the facts of fields of which pages say different things that have no looser form.
	open map[openFact]bool
}

// difference is a field of which two pages say different things: the structures that it is in, and what the other
// page says.
type difference struct {
	x, y  *api.Schema
	name  string
	other api.Origin
}

type openFact struct {
	field *api.Field
	fact  api.Fact
}

// joinAlike joins the structures of schemas that are alike and returns where each that is gone
// went.
func joinAlike(uses []*use, found *diag.List) map[*api.Schema]*api.Schema {
	a := &alike{found: found, of: make(map[*api.Schema]*resource), into: make(map[*api.Schema]*api.Schema), open: make(map[openFact]bool)}
	groups := make(map[string][]*api.Schema)
	var names []string
	for _, u := range uses {
		s := u.schema
		a.of[s] = &u.resource
		name := u.resource.without(s)
		if name == "" || s.Request || s.Root != nil || s.XMLName != "" {
			continue
		}
		if groups[name] == nil {
			names = append(names, name)
		}
		groups[name] = append(groups[name], s)
	}
	for _, name := range names {
		group := groups[name]
		slices.SortStableFunc(group, func(x, y *api.Schema) int { return cmp.Compare(len(y.Fields), len(x.Fields)) })
		a.group(group)
	}
	return a.into
}

// resourceName is what two structures of one resource have in common: "volume" of Volumes and
// volume, "" for a structure that its page gives no name.
func resourceName(s *api.Schema) string {
	return strings.ToLower(naming.Singular(naming.Pascal(s.Label)))
}

// group joins each structure with the first before it that is the same thing, the one with the most
// fields first: those of one version of the API, then what these became.
func (a *alike) group(group []*api.Schema) {
	a.joinFirst(a.joinFirst(group, true), false)
}

// joinFirst does so for those of one version of the API, or of any two, and gives what is left.
func (a *alike) joinFirst(group []*api.Schema, oneVersion bool) (things []*api.Schema) {
	for _, s := range group {
		if a.at(s) != s {
			continue // a part of another one took it along
		}
		i := slices.IndexFunc(things, func(t *api.Schema) bool {
			t = a.at(t)
			return a.sameVersion(t, s) == oneVersion && a.sameThing(t, s)
		})
		if i < 0 {
			things = append(things, s)
			continue
		}
		a.diffs = nil
		a.join(a.at(things[i]), s)
		a.report()
	}
	return things
}

// resource is what the paths tell of a structure.
func (a *alike) resource(s *api.Schema) *resource {
	if a.of[s] == nil {
		a.of[s] = new(resource)
	}
	return a.of[s]
}

func (a *alike) sameVersion(x, y *api.Schema) bool {
	return a.resource(x).sameVersion(a.resource(y))
}

// at is the structure that s is part of now.
func (a *alike) at(s *api.Schema) *api.Schema { return at(a.into, s) }

// holds reports whether a structure is inside another one: two that are cannot be one thing.
func (a *alike) holds(outer, inner *api.Schema, seen map[*api.Schema]bool) bool {
	if seen[outer] {
		return false
	}
	seen[outer] = true
	held := false
	outer.EachType(func(t *api.Type) {
		if s := t.Schema; s != nil && !held {
			held = a.at(s) == inner || a.holds(a.at(s), inner, seen)
		}
	})
	return held
}

// sameThing reports whether two structures of one name describe the same thing.
func (a *alike) sameThing(x, y *api.Schema) bool {
	small, shared, contrary := min(len(x.Fields), len(y.Fields)), sharedFields(x, y), 0
	if 2*shared < small {
		return false // before what costs more: it is asked for each two of a name
	}
	pairs := make(map[pair]bool) // the structures inside that would become one
	for _, f := range y.Fields {
		g := x.Field(f.Name)
		if g == nil {
			continue
		}
		inside := make(map[pair]bool)
		switch a.fit(&g.Type, &f.Type, inside) {
		case fitsNot:
			return false
		case fitsBoth:
			contrary++
		}
		maps.Copy(pairs, inside)
	}
	if !a.sameResource(x, y, shared) || !a.sameInVersions(x, y, pairs) {
		return false
	}
	return (shared > 1 || small == 1 && !a.refers(x, y) && !a.refers(y, x)) && 4*contrary <= shared && a.fitExtra(x, y, pairs) != fitsNot &&
		!a.holds(x, y, make(map[*api.Schema]bool)) && !a.holds(y, x, make(map[*api.Schema]bool)) && a.agree(pairs)
}

// sharedFields is how many fields of one name two structures have.
func sharedFields(x, y *api.Schema) int {
	shared := 0
	for _, f := range y.Fields {
		if x.Field(f.Name) != nil {
			shared++
		}
	}
	return shared
}

// Where the paths do not say that two structures are one resource, minShared is how many fields the larger one must share
// with one that has no others (phase and reason are in the status of many things) and lacks more than one, as a link
// without its type does; manyShared with one that has others.
const (
	minShared  = 4
	manyShared = 8
)

// sameResource reports whether the paths of two structures say that they are one resource, or the fields that
// both have do, and no value of one is none of the other.
func (a *alike) sameResource(x, y *api.Schema, shared int) bool {
	if resourceName(x) != resourceName(y) {
		return intersect(a.resource(x).collections, a.resource(y).collections) // one says what it is of
	}
	if a.resource(x).isOf(a.resource(y), resourceName(y)) {
		return true
	}
	own, other := len(x.Fields)-shared, len(y.Fields)-shared
	apart := own + other
	switch {
	case own == 0 || other == 0:
		if apart > 1 && (shared < minShared || shared < apart) {
			return false
		}
	case shared < 3*apart && (shared < manyShared || shared < apart):
		return false
	}
	return !otherValues(x, y)
}

// sameInVersions reports whether two structures, and all pairs inside that would become one, are of one version of
// the API or as good as the same: who calls one version must not be shown what only another one gives.
func (a *alike) sameInVersions(x, y *api.Schema, pairs map[pair]bool) bool {
	if !a.asGoodAsSame(x, y) {
		return false
	}
	for p := range pairs {
		if !a.asGoodAsSame(a.at(p.x), a.at(p.y)) {
			return false
		}
	}
	return true
}

// asGoodAsSame reports whether no more than one field is in one of two structures only, or a fifth of all, where
// they are of different versions.
func (a *alike) asGoodAsSame(x, y *api.Schema) bool {
	if a.sameVersion(x, y) {
		return true
	}
	shared := sharedFields(x, y)
	apart := len(x.Fields) + len(y.Fields) - 2*shared
	return apart <= 1 || 5*apart <= shared+apart
}

// maxReference is how many fields a structure may have that is a reference to a resource: its id, name and links.
const maxReference = 4

// refers reports whether one structure has nothing but the id of what the other one describes: a listener holds
// {id} of its load balancer, and not the load balancer.
func (a *alike) refers(from, to *api.Schema) bool {
	return isReference(from) && len(to.Fields) > maxReference
}

// isReference reports whether a structure has nothing but an id.
func isReference(s *api.Schema) bool {
	return len(s.Fields) == 1 && strings.EqualFold(s.Fields[0].Name, "id")
}
