package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// placeOrphans finds the place of structures that no field points at. Old pages describe a body
// by the structures in it and forget the body itself:
//
//	**auto_scaling_policy** parameter description
//	(the table of its fields, and none that has a field auto_scaling_policy)
//
// What the page prints decides. Where the printed body has a member of the structure's
// name, the body gets that field; where it has the structure's own fields, they are the
// body's. Where the page prints nothing and describes no body on that side, the only such
// structure is the body. Otherwise it does not apply, and the structure is reported as unused.
func (b *builder) placeOrphans(side api.Side) {
	method := b.op.Method
	if side == api.SideRequest && method != "POST" && method != "PUT" && method != "PATCH" && method != "DELETE" {
		return
	}
	var orphans []*table
	for _, t := range b.scope.tables {
		if t.role == dialect.TableStruct && !t.used && t.side == side && len(t.rows) > 0 {
			orphans = append(orphans, t)
		}
	}
	printed := membersOf(b.scope.printedBody(side))
	for _, t := range orphans {
		key := rootKey{side: side}
		if side == api.SideResponse {
			key.status = t.status
		}
		switch {
		case t.name != "" && hasRow(t, t.name):
			b.takeRows(t, key)
		case t.name != "" && printed[foldName(t.name)] != nil:
			b.takeField(t, key, printed[foldName(t.name)])
		case b.roots[key] == nil && shownRows(t, printed) > 0 &&
			(2*shownRows(t, printed) >= len(t.rows) || 2*shownRows(t, printed) >= len(printed)):
			b.takeRows(t, key)
		case b.roots[key] == nil && len(printed) == 0 && len(orphans) == 1 && (side == api.SideResponse || method != "DELETE"):
			b.takeRows(t, key)
		}
	}
	b.placeByCaption(orphans)
	b.placeByExample(orphans, side)
}

// placeByCaption places structures whose caption is a path, "roles.links": the caption
// says that the structure roles has a field links, although its table does not list it.
func (b *builder) placeByCaption(orphans []*table) {
	for _, t := range orphans {
		i := strings.LastIndexAny(t.name, "./")
		if t.used || t.schema == nil || i <= 0 {
			continue
		}
		parent, name := t.name[:i], t.name[i+1:]
		for _, p := range b.scope.tables {
			if p == t || p.schema == nil || p.side != t.side ||
				foldName(p.name) != foldName(parent) && foldName(p.name) != foldName(parent[strings.LastIndexByte(parent, '.')+1:]) {
				continue
			}
			if f := p.schema.Field(name); f != nil {
				b.fill(f, t)
			} else if p.schema.Extra != nil && (dialect.Name(name) == dialect.NameAny || hasAnyRow(p)) && p.schema.Extra.Schema == nil {
				*p.schema.Extra = api.Type{Kind: api.Object, Schema: t.schema}
				t.used = true
			} else if naming.IsName(name) {
				t.used = true
				p.schema.Fields = append(p.schema.Fields, &api.Field{
					Name: name, Need: api.NeedNo, Type: api.Type{Kind: api.Object, Schema: t.schema},
					Origin: b.page.originAt(t.doc.Pos(), api.FromCaption),
				})
			}
			break
		}
	}
}

// hasAnyRow reports whether the only row of a table stands for any name.
func hasAnyRow(t *table) bool {
	return len(t.rows) == 1 && t.rows[0].field != nil && t.rows[0].stands == dialect.NameAny
}

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
			b.nest(&api.Type{Kind: api.Object, Schema: b.roots[key]}, body, orphans, 0)
		}
	}
}

// maxNesting bounds the walk along a printed body.
const maxNesting = 20

func (b *builder) nest(t *api.Type, v *payload.Value, orphans []*table, depth int) {
	if depth > maxNesting {
		return
	}
	switch {
	case v.Kind == payload.Array && t.Kind == api.Array:
		for _, item := range v.Items {
			b.nest(t.Elem, item, orphans, depth+1)
		}
	case v.Kind == payload.Array && t.Kind == api.Any && len(v.Items) > 0 && v.Items[0].Kind == payload.Object:
		if best := bestFit(orphans, v.Items[0]); best != nil {
			*t = api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: best.schema}}
			best.used = true
		}
	case v.Kind != payload.Object:
	case t.Schema != nil:
		for _, m := range v.Members {
			if f := t.Schema.Field(m.Name); f != nil {
				b.correctScalar(f, m.Value, orphans)
				b.nest(&f.Type, m.Value, orphans, depth+1)
			} else if f := b.printedField(t.Schema, m, orphans); f != nil {
				b.nest(&f.Type, m.Value, orphans, depth+1)
			}
		}
	case t.Kind == api.Object || t.Kind == api.Any || t.Kind == api.Map && t.Elem.Schema == nil:
		if best := bestFit(orphans, v); best != nil {
			t.Kind, t.Schema, t.Elem = api.Object, best.schema, nil
			best.used = true
			b.nest(t, v, orphans, depth+1)
		}
	}
}

// printedField adds a field to a structure whose table does not list it, where the printed
// body has a member of that name and an orphan describes what is in it.
func (b *builder) printedField(s *api.Schema, m payload.Member, orphans []*table) *api.Field {
	for _, t := range orphans {
		if t.used || t.schema == nil || foldName(t.name) != foldName(m.Name) || !naming.IsName(m.Name) {
			continue
		}
		typ := api.Type{Kind: api.Object, Schema: t.schema}
		if m.Value.Kind == payload.Array {
			elem := typ
			typ = api.Type{Kind: api.Array, Elem: &elem}
		}
		t.used = true
		f := &api.Field{Name: m.Name, Need: api.NeedNo, Type: typ, Origin: b.page.originAt(t.doc.Pos(), api.FromCaption)}
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
		if t.used || t.schema == nil || t.pointedBy == nil || t.pointedBy.field != f {
			continue
		}
		list := v.Kind == payload.Array && len(v.Items) > 0 && v.Items[0].Kind == payload.Object
		if !list && v.Kind != payload.Object {
			continue
		}
		b.page.reportScalar(t, "the printed body shows fields, so the table counts")
		f.Type = api.Type{Kind: api.Object, Schema: t.schema}
		if list {
			elem := f.Type
			f.Type = api.Type{Kind: api.Array, Elem: &elem}
		}
		t.used = true
	}
}

func bestFit(orphans []*table, v *payload.Value) *table {
	members := membersOf(v)
	var best *table
	most := 1
	for _, t := range orphans {
		if n := shownRows(t, members); t.schema != nil && !t.used && n > most && 2*n >= len(members) {
			best, most = t, n
		}
	}
	return best
}

func hasRow(t *table, name string) bool {
	return slices.ContainsFunc(t.rows, func(r *row) bool { return r.field != nil && foldName(r.field.Name) == foldName(name) })
}

func shownRows(t *table, printed map[string]*payload.Member) int {
	n := 0
	for _, r := range t.rows {
		if r.field != nil && printed[foldName(r.field.Name)] != nil {
			n++
		}
	}
	return n
}

// takeRows makes the rows of a structure's table members of the body.
func (b *builder) takeRows(t *table, key rootKey) {
	t.schema = nil
	t.role = dialect.TableResponse
	if key.side == api.SideRequest {
		t.role = dialect.TableBody
	}
	for _, r := range t.rows {
		if r.within != nil {
			r.inSpec = true
		} else if r.field != nil {
			b.rootField(r, key)
		}
	}
}

// takeField gives the body a field that has the structure for its type. Its name and
// whether it is a list are what the page prints.
func (b *builder) takeField(t *table, key rootKey, m *payload.Member) {
	s := b.root(key, b.page.originAt(t.doc.Pos(), api.FromCaption))
	if slices.ContainsFunc(s.Fields, func(f *api.Field) bool { return f.Name == m.Name }) {
		for _, f := range s.Fields {
			if f.Name == m.Name {
				b.fill(f, t)
			}
		}
		return
	}
	typ := api.Type{Kind: api.Object, Schema: t.schema}
	if m.Value.Kind == payload.Array {
		elem := typ
		typ = api.Type{Kind: api.Array, Elem: &elem}
	}
	t.used = true
	s.Fields = append(s.Fields, &api.Field{
		Name: m.Name, Type: typ, Need: api.NeedNo, Origin: b.page.originAt(t.doc.Pos(), api.FromCaption),
	})
}

// fill gives a field of free form the structure that has its name.
func (b *builder) fill(f *api.Field, t *table) {
	for typ := &f.Type; typ != nil; typ = typ.Elem {
		switch {
		case typ.Schema == nil && (typ.Kind == api.Object || typ.Kind == api.Any):
			typ.Kind, typ.Schema = api.Object, t.schema
			t.used = true
			return
		case typ.Kind == api.Map:
			return
		}
	}
}

func membersOf(v *payload.Value) map[string]*payload.Member {
	if v == nil {
		return nil
	}
	if v.Kind == payload.Array && len(v.Items) > 0 {
		v = v.Items[0]
	}
	out := make(map[string]*payload.Member)
	for i := range v.Members {
		out[foldName(v.Members[i].Name)] = &v.Members[i]
	}
	return out
}

// printedBody is the first JSON object or array with something in it that the page prints
// on a side, or nil.
func (s *scope) printedBody(side api.Side) *payload.Value {
	for _, c := range s.codes {
		if c.sideOf() != side {
			continue
		}
		for i, l := range c.doc.Lines {
			if !startsJSONLine(l.Text) {
				continue
			}
			text, _ := joinLines(c.doc.Lines[i:])
			v, _, _, err := payload.ParsePrefix(text)
			if err != nil {
				break
			}
			if len(v.Members) > 0 || len(v.Items) > 0 {
				return v
			}
			break
		}
	}
	return nil
}
