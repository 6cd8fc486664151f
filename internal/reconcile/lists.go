package reconcile

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// lists makes a list of what a table calls an object where each value that the examples show
// for it is a list:
//
//	the table:   jars | jar object | The jars on the shelf
//	the example: {"jars": [{"lid": "oak"}]}
//
// Where no example shows a value, the description decides: "A list of …". It does not apply
// where one example shows an object, which may then come, too, nor where the items of the
// list cannot be what the table describes. One item in a list without a plural name may be a
// slip of the example, so both are taken then. Of a whole body the table must list all members
// of each item: an example may print just one of its lists. lists reports whether it changed
// any type.
func (r *reconciler) lists() bool {
	changed := false
	for _, s := range r.svc.Schemas {
		for _, f := range s.Fields {
			changed = r.list(&f.Type, subjectOf(f), saysList(f)) || changed
		}
	}
	r.eachOperation(func(op *api.Operation) {
		if op.Body != nil {
			changed = r.list(&op.Body.Type, subject{origin: op.Body.Origin}, false) || changed
		}
		for _, res := range op.Responses {
			if res.Body != nil {
				changed = r.list(&res.Body.Type, subject{origin: res.Body.Origin}, false) || changed
			}
		}
	})
	return changed
}

// saysList reports whether the description of a field that its table types otherwise calls it
// a list.
func saysList(f *api.Field) bool {
	return slices.ContainsFunc(f.Claims, func(c api.Claim) bool {
		return c.Fact == api.FactKind && c.Origin.How == api.FromProse && slices.Contains(c.Values, string(api.Array))
	})
}

// list makes a list of the type of what has a name, a field, or none, a whole body. said is true where a sentence
// calls it a list.
func (r *reconciler) list(t *api.Type, of subject, said bool) bool {
	whole := of.name == ""
	if whole {
		of.name = "the body"
	}
	for t.Kind == api.Array {
		t, of = t.Elem, of.inside(t)
	}
	if t.Kind != api.Object || t.Schema != nil && (t.Schema.XMLName != "" || t.Schema.Root != nil) {
		return false
	}
	seen := shownLists(t, r.types[t])
	switch {
	case !seen.ok, seen.first == nil && !said, whole && !seen.all:
		return false
	case !said && !whole && !seen.several && !naming.IsPlural(of.name):
		return false
	}
	if first := seen.first; first != nil {
		r.found.Addf("docs/example-contradicts-type", first.page, first.pos,
			"the example shows %s for %s, but the table says %s; it is taken as a list", first.value.Kind, of.name, tableSays(t, of.words)).
			Related(of.row(first.page))
	}
	*t = api.Type{Kind: api.Array, Elem: seen.elem, Nullable: t.Nullable}
	return true
}

// listEvidence is what the examples show for a type that the table calls an object.
type listEvidence struct {
	ok      bool // all values are lists that can hold what the table describes
	all     bool // each member of each item is in the table
	several bool // one of the lists has several items, or none
	elem    *api.Type
	first   *seen // nil where no example shows a value
}

func shownLists(t *api.Type, o *observed) listEvidence {
	out := listEvidence{ok: true, all: true, elem: &api.Type{Kind: api.Object, Schema: t.Schema}}
	if o == nil {
		return out
	}
	for i, s := range o.values {
		if s.value.Kind == payload.Null {
			continue
		}
		if s.value.Kind != payload.Array {
			return listEvidence{}
		}
		if out.first == nil {
			out.first = &o.values[i]
		}
		out.several = out.several || len(s.value.Items) != 1
		for _, item := range s.value.Items {
			switch {
			case item.Kind == payload.Object && t.Schema != nil:
				n := known(t.Schema, item)
				out.all = out.all && n == len(item.Members)
				out.ok = out.ok && (n > 0 || len(item.Members) == 0)
			case t.Schema != nil:
				return listEvidence{}
			case item.Kind != payload.Object:
				out.elem = &api.Type{Kind: api.Any} // refine finds out what they are
			}
		}
	}
	return out
}
