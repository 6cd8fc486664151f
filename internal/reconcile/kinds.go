package reconcile

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// subject is what a type belongs to, for findings about its values.
type subject struct {
	name   string
	origin api.Origin
	field  *api.Field // nil for what is not a field
	words  string     // of a type cell that does not name the kind, see cellWords
}

func subjectOf(f *api.Field) subject {
	return subject{name: f.Name, origin: f.Origin, field: f, words: cellWords(f)}
}

// inside is what the elements of a type belong to.
func (s subject) inside(t *api.Type) subject {
	switch t.Kind {
	case api.Array:
		s.name = "an item of " + s.name
	case api.Map:
		s.name = "a value of " + s.name
	}
	return s
}

// row is the row on a page: of a structure that several pages describe, those who read a page's example need the
// row in the table beside it.
func (s subject) row(page string) diag.Related {
	origin := s.origin
	if s.field != nil {
		origin, _ = s.field.RowOn(page)
	}
	return relatedAt(origin, "the table's row")
}

// kinds widens a type by what the examples show: a number where the table says Integer, a
// string beside a number, null. The table's type always stays: it is what the service
// documents, and the example may be one of several forms.
func (r *reconciler) kinds(t *api.Type, of subject) {
	for ; t != nil; t, of = t.Elem, of.inside(t) {
		said := tableSays(t, of.words) // before examples add to it
		o := r.types[t]
		if o == nil || t.Schema != nil && t.Schema.Root != nil {
			continue // the structure's own type has been walked
		}
		for _, s := range o.values {
			if t.Kind != api.Any {
				r.widen(t, s, o.values, of, said)
			} else if s.value.Kind == payload.Null {
				t.Nullable = true // surprises nobody, but some validators have to be told
			}
		}
	}
}

// widen lets a type take a value that an example shows, one of all values of the field. A field that only examples show has
// no table that says something else, so only another example can contradict.
func (r *reconciler) widen(t *api.Type, s seen, all []seen, of subject, said string) {
	name, listed := of.name, of.origin.How != api.FromExample
	if s.value.Kind == payload.Null {
		if t.Nullable {
			return
		}
		t.Nullable = true
		if listed {
			r.found.Addf("docs/undocumented-null", s.page, s.pos,
				"the example shows null for %s, which the table does not allow", name).
				Related(of.row(s.page))
		}
		return
	}
	k := kindOf(s.value)
	if accepts(t, k) {
		return
	}
	if listed {
		r.found.Addf("docs/example-contradicts-type", s.page, s.pos,
			"the example shows %s for %s, but the table says %s", s.value.Kind, name, said).
			Related(of.row(s.page))
	} else if i := slices.IndexFunc(all, func(other seen) bool { return kindOf(other.value) == t.Kind }); i >= 0 {
		r.found.Addf("docs/example-contradicts-type", s.page, s.pos,
			"the example shows %s for %s, but another one shows %s", s.value.Kind, name, all[i].value.Kind).
			Related(diag.Related{Page: all[i].page, Pos: all[i].pos, Message: "the other example"})
	}
	if t.Kind == api.Integer && k == api.Number {
		t.Kind, t.Format = api.Number, ""
		return
	}
	if i := slices.Index(t.Also, api.Integer); k == api.Number && i >= 0 {
		t.Also[i] = api.Number
		return
	}
	t.Also = append(t.Also, k)
}

func accepts(t *api.Type, k api.Kind) bool {
	switch {
	case t.Kind == k, t.Kind == api.Any, slices.Contains(t.Also, k):
		return true
	case k == api.Integer:
		return t.Kind == api.Number || slices.Contains(t.Also, api.Number)
	case k == api.String:
		return t.Kind == api.Binary
	case k == api.Object:
		return t.Kind == api.Map
	}
	return false
}
