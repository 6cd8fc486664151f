package reconcile

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// acrossPages lets what examples show for a structure on one page count on another page that
// prints none of a field: a text where the table says a number, a list where it says an object.
// The service has one structure, so a client of either page receives the same:
//
//	page 1, flavor: swap | Integer      (no example has it)
//	page 2, flavor: swap | String       {"swap": ""}
//
// Structures are one where they have one name and share most of their fields. It does not
// apply to a field that the examples of its own page show, nor to what callers send, for which
// each page says what its own call takes.
func (r *reconciler) acrossPages() {
	groups := make(map[string][]*api.Schema)
	of := func(s *api.Schema) string { return strings.ToLower(labelSeams.Replace(s.Label)) }
	var said []*api.Schema
	for _, s := range r.svc.Schemas {
		if s.Request || s.Label == "" || s.Origin.How != api.FromCaption {
			continue
		}
		said, groups[of(s)] = append(said, s), append(groups[of(s)], s)
	}
	for _, s := range said {
		for _, other := range groups[of(s)] {
			if sameStructure(s, other) {
				r.takeShown(s, other)
			}
		}
	}
}

// labelSeams takes out what stands between the words of a structure's name.
var labelSeams = strings.NewReplacer("_", "", "-", "", " ", "")

// sameStructure reports whether the structure with fewer fields has most of them in the other
// one, too.
func sameStructure(a, b *api.Schema) bool {
	if len(a.Fields) > len(b.Fields) {
		a, b = b, a
	}
	n := 0
	for _, f := range a.Fields {
		if b.Field(f.Name) != nil {
			n++
		}
	}
	return n > 1 && 2*n > len(a.Fields)
}

// takeShown adds to the types of s what the examples show for the same fields of other.
func (r *reconciler) takeShown(s, other *api.Schema) {
	for _, f := range s.Fields {
		g := other.Field(f.Name)
		if g == nil || f.Decided.OnlyInExamples || f.Origin.Page == g.Origin.Page || r.isShown(&f.Type) || r.types[&g.Type] == nil {
			continue
		}
		for _, v := range r.types[&g.Type].values {
			k := kindOf(v.value)
			if accepts(&f.Type, k) || !disagree(f.Type.Kind, k) {
				continue
			}
			r.found.Add("docs/pages-disagree", f.Origin.Page, f.Origin.Pos,
				f.Name+" is "+typeWords(&f.Type)+" here, but the example of another page shows "+v.value.Kind.String()+"; both are taken",
				diag.Related{Page: v.page, Pos: v.pos, Message: "the example"}, relatedAt(g.Origin, "the other page's row"))
			f.Type.Also = append(slices.Clone(f.Type.Also), k)
			if f.Type.Schema != nil {
				f.Type.AlsoElem = &api.Type{Kind: api.Object, Schema: f.Type.Schema}
			}
		}
	}
}

// isShown reports whether an example shows a value for a type.
func (r *reconciler) isShown(t *api.Type) bool {
	o := r.types[t]
	return o != nil && slices.ContainsFunc(o.values, func(s seen) bool { return s.value.Kind != payload.Null })
}

// disagree reports whether a service may well send one kind of value where another is
// documented: a text for a number, a list for an object, and the reverse.
func disagree(a, b api.Kind) bool {
	isNumber := func(k api.Kind) bool { return k == api.Integer || k == api.Number }
	return isNumber(a) && b == api.String || a == api.String && isNumber(b) || a == api.Array && b == api.Object || a == api.Object && b == api.Array
}
