package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// Bodies of XML. The page prints their form, and a table lists their elements flat,
//
//	Rule     container   Parent: Configuration
//	ID       String      Parent: Rule
//
// or tables of structures do, one for each element. What is printed says which element
// stands in which; where it leaves one out, the parent that its row names does.

// xmlBodies makes the bodies of the sides on which the page prints XML, of the rows that
// the tables of that side list.
func (b *builder) xmlBodies() {
	for _, side := range sides {
		root := b.forms[side]
		if root == nil {
			continue
		}
		rows := b.elements[side]
		addUnprinted(root, rows)
		describe(root, rows)
		key := rootKey{side: side}
		s := b.root(key, root.origin)
		s.XMLName = root.name
		s.Label = root.name
		b.fillElement(s, root, len(rows) > 0)
		b.restOf(rows)
		if len(rows) > 0 {
			s.Origin = b.page.at(rows[0].table.doc.Pos()).origin(api.FromCaption)
		} else {
			b.page.found.addf("docs/undocumented-body", root.origin.Pos, "the example shows a %s body, but no table describes it", side)
		}
	}
}

// ofRequest reports whether a table that calls itself one of response elements stands in
// the section of the request's: the caption was copied, and the section is right.
func (b *builder) ofRequest(t *table) bool {
	return t.ctx.section == dialect.SectionRequest && dialect.ListsElements(t.ctx.heading)
}

// takeElement keeps a row for the XML body of its side, if the page prints one there. A
// row of the table of another body, which names the element that one starts with, is left
// to that body's operation.
func (b *builder) takeElement(r *row, side api.Side) bool {
	root := b.forms[side]
	if root == nil || r.stands != dialect.NamePlain {
		return false
	}
	if other := b.scope.rootOf(r.table, side); other != "" && other != root.name {
		return true
	}
	b.keepElement(r, side)
	return true
}

// rootOf is the element, of those that printed bodies of the side start with, that a table
// lists, or "".
func (s *scope) rootOf(t *table, side api.Side) string {
	for _, x := range s.xmls {
		if x.side == side && slices.ContainsFunc(t.rows, func(r *row) bool { return r.field != nil && r.field.Name == x.root.Name }) {
			return x.root.Name
		}
	}
	return ""
}

// keepElement keeps a row, and those of the structure that it has for its type: they are
// the elements inside.
func (b *builder) keepElement(r *row, side api.Side) {
	if slices.Contains(b.elements[side], r) {
		return
	}
	if i := strings.LastIndexByte(r.field.Name, '.'); i > 0 { // "Prefixes.Prefix": its parent's name and its own
		f := *r.field
		f.Name = f.Name[i+1:]
		r.field, r.under = &f, r.field.Name[:i]
	}
	b.elements[side] = append(b.elements[side], r)
	r.table.used = true
	for _, t := range b.scope.structOf(&r.field.Type) {
		t.takeAsBody(side)
		for _, inner := range t.rows {
			if inner.field != nil {
				inner.under = r.field.Name
				b.keepElement(inner, side)
			}
		}
	}
}

// structOf finds the table of this page whose structure a type holds.
func (s *scope) structOf(t *api.Type) []*table {
	if s.structs == nil {
		s.structs = make(map[*api.Schema]*table)
		for _, t := range s.tables {
			if t.schema != nil {
				s.structs[t.schema] = t
			}
		}
	}
	for ; t != nil; t = t.Elem {
		if found := s.structs[t.Schema]; found != nil {
			return []*table{found}
		}
	}
	return nil
}

// parents are the elements in which a row's own stands, as the table or its words say.
func (r *row) parents() []string {
	if r.under != "" {
		return []string{r.under}
	}
	return dialect.ElementParents(r.field.Text)
}

// describe gives each element its row. Several rows of one name are told apart by the
// parents that they name, else by their order; one row may describe an element in several
// places.
func describe(root *node, rows []*row) {
	places := make(map[string][]*node)
	root.walk(func(n *node) { places[foldName(n.name)] = append(places[foldName(n.name)], n) })
	byName := make(map[string][]*row)
	for _, r := range rows {
		byName[foldName(r.field.Name)] = append(byName[foldName(r.field.Name)], r)
	}
	root.walk(func(n *node) {
		same := byName[foldName(n.name)]
		var open []*row // rows that name no parent
		for _, r := range same {
			parents := r.parents()
			if n.isIn(parents) {
				n.row = r
				return
			}
			if len(parents) == 0 {
				open = append(open, r)
			}
		}
		i := slices.Index(places[foldName(n.name)], n)
		switch {
		case len(open) > 0:
			n.row = open[min(i, len(open)-1)]
		case len(same) > 0:
			n.row = same[min(i, len(same)-1)]
		}
	})
}

// fillElement makes the fields of a structure of the elements and attributes inside. An
// element of text is its text: OpenAPI has no word for one with attributes beside it.
func (b *builder) fillElement(s *api.Schema, n *node, listed bool) {
	if n.row != nil {
		n.row.inSpec = true
		n.row.implied = n.row.implied || n.parent == nil // the body has the element's name
	}
	if len(n.kids) == 0 {
		s.Root = &api.Type{Kind: api.String}
		if n.row != nil {
			s.Root = b.leaf(n.row)
		}
		return
	}
	for _, a := range n.attrs {
		s.Fields = append(s.Fields, &api.Field{
			Name: a, Type: api.Type{Kind: api.String}, Need: api.NeedNo, Attribute: true, Origin: n.origin,
			Decided: api.Decided{OnlyInExamples: true},
		})
	}
	for _, k := range n.kids {
		s.Fields = append(s.Fields, b.elementField(s, k, listed))
	}
}

func (b *builder) elementField(s *api.Schema, k *node, listed bool) *api.Field {
	f := &api.Field{Name: k.name, Type: api.Type{Kind: api.String}, Need: api.NeedNo, Origin: k.origin}
	if k.row != nil {
		c := *k.row.field
		f, c.Name = &c, k.name
		f.Passages = k.withoutPlace(f.Passages)
		f.Type = *b.leaf(k.row)
		k.row.inSpec = true
		if f.Need == api.NeedYes && k.parent.parent == nil && casesOf(k.parent.name, b.elements[s.Side()]) > 1 {
			f.Need = api.NeedConditional
		}
	} else {
		f.Decided.OnlyInExamples = true
		if listed {
			b.page.found.addf("docs/undocumented-field", k.origin.Pos, "the example shows %q, but the table does not list it", k.name)
		}
	}
	if len(k.kids) > 0 {
		inner := newSchema(s.Side(), k.name, k.origin)
		if k.row != nil {
			inner.Origin = k.row.field.Origin
		}
		b.fillElement(inner, k, listed)
		f.Type = api.Type{Kind: api.Object, Schema: inner}
		f.Claims = kindless(f.Claims)
	}
	if k.isList() && f.Type.Kind != api.Array {
		elem := f.Type
		f.Type = api.Type{Kind: api.Array, Elem: &elem}
		f.Claims = kindless(f.Claims)
	}
	return f
}

// withoutPlace leaves out of a description where the element stands and what stands in it, as far
// as the body has it so.
func (n *node) withoutPlace(all []api.Passage) []api.Passage {
	return slices.DeleteFunc(slices.Clone(all), func(p api.Passage) bool {
		switch p.Of {
		case api.OfParents:
			return n.isIn(p.Says)
		case api.OfChildren:
			return !slices.ContainsFunc(p.Says, func(name string) bool { return name != dialect.NoParent && n.kid(name) == nil })
		}
		return false
	})
}

// casesOf counts the tables that list the root element. Where several do, each describes
// the body for a case of its own ("to redirect all requests", "to redirect some").
func casesOf(root string, rows []*row) int {
	n := 0
	for _, r := range rows {
		if r.field.Name == root {
			n++
		}
	}
	return n
}

// kindless leaves out the claims about the type word, which is about the element and not
// of the list, and those about values, which an element with others inside has none of.
func kindless(claims []api.Claim) []api.Claim {
	return slices.DeleteFunc(slices.Clone(claims), func(c api.Claim) bool {
		return c.Fact != api.FactNeed && c.Fact != api.FactDeprecated
	})
}

// leaf is the type of an element that holds text: as XML has no other, one whose row says
// that it is a container, and of which nothing inside is known, is a text too.
func (b *builder) leaf(r *row) *api.Type {
	t := r.field.Type
	for t.Kind == api.Array {
		t = *t.Elem
	}
	if t.Kind == api.Object || t.Kind == api.Any || t.Kind == api.Map {
		return &api.Type{Kind: api.String}
	}
	return &t
}

// isList reports whether a body holds several of the element. A printed response may show
// just one of what is a list: of the response to a listing (ListThingsResult) all that stands
// in the root and holds others is, but for persons; and so is what the words of its row, or
// of the row of what it stands in, count.
func (n *node) isList() bool {
	if n.many {
		return true
	}
	if n.parent == nil {
		return false
	}
	if dialect.Collects(n.parent.name, n.name) && len(n.parent.kids) == 1 {
		return true
	}
	if len(n.kids) == 0 {
		return false
	}
	for _, m := range []*node{n, n.parent} {
		if m.row != nil && dialect.IsRepeated(m.row.field.Text, n.name) {
			return true
		}
	}
	wraps := len(n.kids) == 1 && n.kids[0].isList() // <Boxes><Box/><Box/></Boxes>
	return n.parent.parent == nil && dialect.HoldsMany(n.parent.name) && !dialect.IsPerson(n.name) && !wraps
}

// restOf reports the rows that describe no element: a second row of a name that the table
// lists already.
func (b *builder) restOf(rows []*row) {
	for _, r := range rows {
		if !r.inSpec && !r.reported {
			first := slices.IndexFunc(rows, func(o *row) bool { return o.field.Name == r.field.Name })
			b.duplicate(r, rows[first].field)
		}
	}
}
