package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// placeByExample places structures that only the printed body shows the place of: a field
// of free form whose printed value has the structure's fields. At least half of the
// printed members must be the structure's, and two of them, because a lone "id" or "name"
// fits anything.
func (b *builder) placeByExample(orphans []*table, side api.Side) {
	body := b.scope.printedBody(side)
	if body == nil {
		return
	}
	for _, key := range b.order {
		if key.side == side && !key.status.isError() {
			b.fillFreeForm(&api.Type{Kind: api.Object, Schema: b.roots[key]}, body, orphans)
		}
	}
}

// startsWithObject reports whether a printed value is a list of objects.
func startsWithObject(v *payload.Value) bool {
	return len(v.Items) > 0 && v.Items[0].Kind == payload.Object
}

// fillFreeForm walks a type along a printed value and gives what is of free form the orphan
// that lists what is printed there.
func (b *builder) fillFreeForm(t *api.Type, v *payload.Value, orphans []*table) {
	switch {
	case t.Kind == api.Array:
		for _, item := range v.Items {
			b.fillFreeForm(t.Elem, item, orphans)
		}
	case t.Kind == api.Any && startsWithObject(v):
		if best := bestFit(orphans, v.Items[0]); best != nil {
			*t = best.typeOf(true)
			best.used = true
		}
	case v.Kind != payload.Object:
	case t.Schema != nil:
		b.fillMembers(t.Schema, v, orphans)
	case t.Kind == api.Object || t.Kind == api.Any || t.Kind == api.Map && t.Elem.Schema == nil:
		if best := bestFit(orphans, v); best != nil {
			t.Kind, t.Schema, t.Elem = api.Object, best.schema, nil
			best.used = true
			b.fillMembers(t.Schema, v, orphans)
		}
	}
}

// fillMembers goes on with the members of a printed object that a structure has.
func (b *builder) fillMembers(s *api.Schema, v *payload.Value, orphans []*table) {
	for _, m := range v.Members {
		f := s.Field(m.Name)
		if f != nil {
			b.correctScalar(f, m.Value, orphans)
		} else if f = b.printedField(s, m, orphans); f == nil {
			continue
		}
		b.fillFreeForm(&f.Type, m.Value, orphans)
	}
}

// printedField adds a field to a structure whose table does not list it, where the printed
// body has a member of that name and an orphan describes what is in it.
func (b *builder) printedField(s *api.Schema, m payload.Member, orphans []*table) *api.Field {
	for _, t := range orphans {
		if t.used || foldName(t.name) != foldName(m.Name) || !naming.IsName(m.Name) {
			continue
		}
		f := b.fieldOf(m.Name, t, m.Value.Kind == payload.Array)
		s.Fields = append(s.Fields, f)
		return f
	}
	return nil
}

// correctScalar gives a field the structure that its description leads to, although its
// Type cell names a scalar, where the printed body shows an object in its place. The
// contradiction is reported with the structure's table.
func (b *builder) correctScalar(f *api.Field, v *payload.Value, orphans []*table) {
	for _, t := range orphans {
		if t.used || t.pointedBy == nil || t.pointedBy.field != f {
			continue
		}
		list := startsWithObject(v)
		if !list && v.Kind != payload.Object {
			continue
		}
		b.page.reportScalar(t, "the printed body shows fields, so the table counts")
		f.Type = t.typeOf(list)
		t.used = true
		return
	}
	b.correctNamed(f, v, orphans)
}

// correctNamed gives a field of scalars the structure that is called as it, or as one of its elements, where the
// printed body shows objects with the fields of that structure in its place:
//
//	jars | Array of strings        Description of field **jar**        {"jars": [{"id": "1", "lid": "oak"}]}
//
// It does not apply where the page prints scalars there.
func (b *builder) correctNamed(f *api.Field, v *payload.Value, orphans []*table) {
	base := &f.Type
	for base.Kind == api.Array {
		base = base.Elem
	}
	switch base.Kind {
	case api.String, api.Integer, api.Number, api.Boolean:
	default:
		return
	}
	list := startsWithObject(v)
	if !list && v.Kind != payload.Object {
		return
	}
	called := slices.DeleteFunc(slices.Clone(orphans), func(t *table) bool {
		return t.name == "" || !slices.ContainsFunc(append(otherNumber(f.Name), f.Name), func(name string) bool { return foldName(name) == foldName(t.name) })
	})
	t := bestFit(called, element(v))
	if t == nil && len(called) == 1 && !called[0].used && isWhole(called[0], element(v)) {
		t = called[0]
	}
	if t != nil {
		b.page.found.add("docs/structure-of-scalar", f.Origin.Pos,
			"a table of fields is called as "+f.Name+", but the type of "+f.Name+" is "+f.Type.String()+"; the printed body shows fields, so the table counts",
			b.page.at(t.doc.Pos()).related("the table"))
		f.Type = t.typeOf(list)
		t.used = true
	}
}

// isWhole reports whether a printed object has just the fields of a table.
func isWhole(t *table, v *payload.Value) bool {
	return len(v.Members) == len(t.rows) && shownRows(t, membersOf(v)) == len(t.rows)
}

// bestFit is the structure of which a printed object has the most fields, two at least.
func bestFit(orphans []*table, v *payload.Value) *table {
	members := membersOf(v)
	var best *table
	most := 1
	for _, t := range orphans {
		if n := shownRows(t, members); !t.used && n > most && 2*n >= len(members) {
			best, most = t, n
		}
	}
	return best
}
