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
	orphans := b.scope.orphans(side)
	printed := b.scope.printedMembers(side)
	if side == api.SideRequest && method == "DELETE" && b.elsewhere(requestLine.sendsBody) && !b.printsDelete() {
		b.leaveOrphans(orphans, printed)
		return
	}
	for _, t := range orphans {
		key := rootKey{side: side}
		if side == api.SideResponse {
			key.status = t.status
		}
		lone := len(orphans) == 1 && (side == api.SideResponse || method != "DELETE")
		switch {
		case hasRow(t, t.name):
			b.addRowsToBody(t, key)
		case t.name != "" && printed[foldName(t.name)] != nil:
			b.addFieldToBody(t, key, printed[foldName(t.name)])
		case b.roots[key] == nil && (isShown(t, printed) || len(printed) == 0 && lone):
			b.addRowsToBody(t, key)
		}
	}
	b.placeByCaption(orphans)
	b.placeByExample(orphans, side)
	b.placeByMention(orphans)
}

// orphans are the structures of a side that no field points at.
func (s *scope) orphans(side api.Side) []*table {
	var out []*table
	for _, t := range s.tables {
		if t.roleOfRows() == dialect.TableStruct && !t.used && t.side == side && len(t.rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// isShown reports whether a printed body has the fields of a table: half of those, or half of
// its own.
func isShown(t *table, printed map[string]*payload.Member) bool {
	n := shownRows(t, printed)
	return n > 0 && (2*n >= len(t.rows) || 2*n >= len(printed))
}

// placeByCaption places structures whose caption is a path, "roles.links": the caption
// says that the structure roles has a field links, although its table does not list it.
func (b *builder) placeByCaption(orphans []*table) {
	for _, t := range orphans {
		i := strings.LastIndexAny(t.name, "./")
		if t.used || i <= 0 {
			continue
		}
		parent, name := t.name[:i], t.name[i+1:]
		if p := b.scope.parentNamed(parent, t); p != nil {
			b.putInto(p, name, t)
		}
	}
}

// placeByMention places structures that the description of one field of free form on their side names, and of no
// other: "The jar, see jar_detail." It does not apply to names that are words of the language.
func (b *builder) placeByMention(orphans []*table) {
	for _, t := range orphans {
		if t.used || t.name == "" {
			continue
		}
		var named []*row
		for _, o := range b.scope.tables {
			for _, r := range o.rows {
				if o != t && o.side == t.side && r.field != nil && r.isFreeForm() && dialect.Mentions(r.field.Text, t.name) {
					named = append(named, r)
				}
			}
		}
		if len(named) == 1 {
			b.fillField(named[0].field, t)
		}
	}
}

// isFreeForm reports whether the type of a row's field, or of its elements, has fields that nothing lists.
func (r *row) isFreeForm() bool {
	base := &r.field.Type
	for base.Kind == api.Array && base.Elem != nil {
		base = base.Elem
	}
	return base.Schema == nil && (base.Kind == api.Object || base.Kind == api.Any)
}

// parentNamed finds the structure of a name, or of the last part of a path, for a table whose
// caption says that it stands in that.
func (s *scope) parentNamed(path string, t *table) *table {
	last := lastOfPath(path)
	for _, p := range s.tables {
		if p != t && p.schema != nil && p.side == t.side && (foldName(p.name) == foldName(path) || foldName(p.name) == foldName(last)) {
			return p
		}
	}
	return nil
}

// putInto gives the field of a name in a parent the structure of a table, or adds that field.
func (b *builder) putInto(parent *table, name string, t *table) {
	s := parent.schema
	switch f := s.Field(name); {
	case f != nil:
		b.fillField(f, t)
	case s.Extra != nil && (dialect.Name(name) == dialect.NameAny || hasAnyRow(parent)) && s.Extra.Schema == nil:
		*s.Extra = api.Type{Kind: api.Object, Schema: t.schema}
		t.used = true
	case naming.IsName(name):
		s.Fields = append(s.Fields, b.fieldOf(name, t, false))
	}
}

// fieldOf makes a field that has the structure of a table for its type, or a list of it.
func (b *builder) fieldOf(name string, t *table, list bool) *api.Field {
	t.used = true
	return &api.Field{Name: name, Need: api.NeedNo, Type: t.typeOf(list), Origin: b.page.at(t.doc.Pos()).origin(api.FromCaption)}
}

// typeOf is the type of a field that has the structure of the table, or a list of it.
func (t *table) typeOf(list bool) api.Type {
	typ := api.Type{Kind: api.Object, Schema: t.schema}
	if list {
		return api.Type{Kind: api.Array, Elem: &typ}
	}
	return typ
}

// hasAnyRow reports whether the only row of a table stands for any name.
func hasAnyRow(t *table) bool {
	return len(t.rows) == 1 && t.rows[0].stands == dialect.NameAny
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

// addRowsToBody makes the rows of a structure's table members of the body.
func (b *builder) addRowsToBody(t *table, key rootKey) {
	t.takeAsBody(key.side)
	for _, r := range t.rows {
		if r.within != nil {
			r.inSpec = true
		} else if r.field != nil {
			b.rootField(r, key)
		}
	}
}

// addFieldToBody gives the body a field that has the structure for its type. Its name and
// whether it is a list are what the page prints.
func (b *builder) addFieldToBody(t *table, key rootKey, m *payload.Member) {
	s := b.root(key, b.page.at(t.doc.Pos()).origin(api.FromCaption))
	if f := s.Field(m.Name); f != nil {
		b.fillField(f, t)
		return
	}
	s.Fields = append(s.Fields, b.fieldOf(m.Name, t, m.Value.Kind == payload.Array))
}

// fillField gives a field of free form the structure that has its name.
func (b *builder) fillField(f *api.Field, t *table) {
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
	v = element(v)
	out := make(map[string]*payload.Member)
	for i := range v.Members {
		out[foldName(v.Members[i].Name)] = &v.Members[i]
	}
	return out
}

// element is the first element of a list, and of anything else the value itself.
func element(v *payload.Value) *payload.Value {
	if len(v.Items) > 0 {
		return v.Items[0]
	}
	return v
}

// printed is a printed body with its members, or those of its first element, by their folded names.
type printed struct {
	body    *payload.Value
	members map[string]*payload.Member
}

// printedBody is the first JSON object or array with something in it that the page prints
// on a side, or nil.
func (s *scope) printedBody(side api.Side) *payload.Value { return s.printedOn(side).body }

// printedMembers are the members of printedBody.
func (s *scope) printedMembers(side api.Side) map[string]*payload.Member {
	return s.printedOn(side).members
}

// printedOn reads what the page prints on a side once for all its rows.
func (s *scope) printedOn(side api.Side) printed {
	if p, ok := s.printed[side]; ok {
		return p
	}
	if s.printed == nil {
		s.printed = make(map[api.Side]printed)
	}
	body := s.readBody(side)
	s.printed[side] = printed{body, membersOf(body)}
	return s.printed[side]
}

func (s *scope) readBody(side api.Side) *payload.Value {
	for _, c := range s.codes {
		if c.sideOf() != side {
			continue
		}
		for i, l := range c.doc.Lines {
			if !startsJSONLine(l.Text) {
				continue
			}
			v, _, _, err := payload.ParsePrefix(join(c.doc.Lines).from(i))
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
