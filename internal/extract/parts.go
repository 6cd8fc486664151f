package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// drop takes parts out of a body, and the body away with its last part.
func (b *builder) drop(key rootKey, parts ...*part) {
	gone := make(map[*part]bool, len(parts))
	for _, p := range parts {
		gone[p] = true
	}
	b.parts[key] = slices.DeleteFunc(b.parts[key], func(q *part) bool { return gone[q] })
	if len(b.parts[key]) == 0 {
		delete(b.roots, key)
		b.order = slices.DeleteFunc(b.order, func(k rootKey) bool { return k == key })
		return
	}
	s := b.roots[key]
	s.Fields = nil
	for _, q := range b.parts[key] {
		for _, f := range q.fields {
			if s.Field(f.Name) == nil {
				s.Fields = append(s.Fields, f)
			}
		}
	}
	s.Origin = b.page.at(b.parts[key][0].table.doc.Pos()).origin(api.FromCaption)
}

// dropForeign takes the tables out that stand among the examples and describe what another
// call sends:
//
//	Request: jar          the table of the body
//	Example request 2     a table of what is sent to another address: lid
//	POST /v1/lids {"lid": {}}
//
// It does not apply where a printed request of the operation itself has a field of the table.
func (b *builder) dropForeign(key rootKey, shown []*payload.Value) {
	parts := slices.Clone(b.parts[key])
	var foreign []*part
	for _, p := range parts[1:] {
		if p.table.ctx.section != dialect.SectionExampleRequest || parts[0].table.ctx.section == dialect.SectionExampleRequest || len(shown) == 0 ||
			slices.ContainsFunc(shown, func(v *payload.Value) bool { return p.showsOwn(v, parts[0]) }) {
			continue
		}
		foreign = append(foreign, p)
		b.page.found.add("docs/table-of-other-call", p.table.doc.Pos(),
			"no printed request of this operation has a field of this table, so it describes what another call sends; it is left out",
			b.page.at(parts[0].table.doc.Pos()).related("the table of the body"))
		for _, r := range p.table.rows {
			r.inSpec, r.reported = false, true
		}
	}
	if len(foreign) > 0 {
		b.drop(key, foreign...)
	}
}

// dropNested takes the tables out that describe what is in a field of the body although only
// the printed requests say so:
//
//	Oak parameters: age, height         {"kind": "oak", "config": {"age": 3, "height": 2}}
//	Pine parameters: age, colour
//
// Those whose captions differ from the shown one's in the words for a case only go along, as
// cases of that. The structures then find their place as all do that no field points at.
func (b *builder) dropNested(key rootKey, shown []*payload.Value) {
	parts := slices.Clone(b.parts[key])
	var nested []*part
	for _, p := range parts {
		if p.unnamed() && !p.shownAtRoot(shown) && p.shownInside(shown) {
			nested = append(nested, p)
		}
	}
	if len(nested) == 0 {
		return
	}
	first := nested[0]
	for _, p := range parts {
		if p.unnamed() && !p.shownAtRoot(shown) && !slices.Contains(nested, p) && caseNames([]*part{first, p}) != nil {
			nested = append(nested, p)
		}
	}
	b.drop(key, nested...)
	for _, p := range nested {
		p.makeStruct(key.side)
		p.table.used = p != first
		if p != first {
			p.table.mergedInto = append(p.table.mergedInto, first.table)
			first.table.takeCase(p.table, p.table.schema.Fields)
		}
	}
}

// unnamed reports whether the caption of the table does not say what the table lists.
func (p *part) unnamed() bool {
	return p.table.cap.Role == dialect.TableUnknown || p.table.cap.Role == dialect.TableParameters
}

// makeStruct makes the table one of a structure.
func (p *part) makeStruct(side api.Side) {
	t := p.table
	t.taken = dialect.TableStruct
	t.schema = newSchema(side, "", t.page.at(t.doc.Pos()).origin(api.FromCaption))
	t.schema.Fields = p.fields
}

// dropOwned gives a table without a name to the only field of the body that is an object of
// unknown structure:
//
//	error | Object | Why it failed
//	(a table of code and message, and nothing that says whose they are)
//
// It does not apply where a printed body has the fields of the table beside that field.
func (b *builder) dropOwned(key rootKey, shown []*payload.Value) {
	parts := b.parts[key]
	if len(parts) != 2 || !parts[1].unnamed() || parts[1].shownAtRoot(shown) {
		return
	}
	var open []*api.Type
	for _, f := range parts[0].fields {
		if t := openType(&f.Type); t != nil {
			open = append(open, t)
		}
	}
	p := parts[1]
	if len(open) != 1 || slices.ContainsFunc(p.fields, func(f *api.Field) bool { return parts[0].has(f.Name) }) {
		return
	}
	b.drop(key, p)
	p.makeStruct(key.side)
	p.table.used = true
	open[0].Kind, open[0].Schema = api.Object, p.table.schema
}

// openType is the type, or that of its elements, where it is an object of unknown structure.
func openType(t *api.Type) *api.Type {
	for ; t != nil; t = t.Elem {
		if t.Kind == api.Object && t.Schema == nil {
			return t
		}
	}
	return nil
}

// shownAtRoot reports whether a printed body has a field of the table.
func (p *part) shownAtRoot(shown []*payload.Value) bool {
	return slices.ContainsFunc(shown, func(v *payload.Value) bool {
		return slices.ContainsFunc(v.Members, func(m payload.Member) bool { return p.has(m.Name) })
	})
}

// shownInside reports whether a member of a printed body has the fields of the table.
func (p *part) shownInside(shown []*payload.Value) bool {
	return slices.ContainsFunc(shown, func(v *payload.Value) bool {
		return slices.ContainsFunc(v.Members, func(m payload.Member) bool {
			in, n := element(m.Value), 0
			for _, inner := range in.Members {
				if p.has(inner.Name) {
					n++
				}
			}
			return n > 1 && 2*n >= len(in.Members)
		})
	})
}

// printedBodies are the objects that the page prints on a side as bodies of an operation, nil for any, as
// far as a line above them does not give them to another call.
func (s *scope) printedBodies(op *api.Operation, side api.Side) []*payload.Value {
	var out []*payload.Value
	for _, c := range s.codes {
		if c.sideOf() != side {
			continue
		}
		own := true
		joined := join(c.doc.Lines)
		for i := 0; i < len(c.doc.Lines); i++ {
			text := c.doc.Lines[i].Text
			if line, _, ok := cutRequestLine(text); ok {
				path, _ := cutURL(line.url)
				own = op == nil || line.method == op.Method && instanceOf(path, op.Path)
				continue
			}
			if !startsJSONLine(text) {
				continue
			}
			rest := joined.from(i)
			v, end, _, err := payload.ParsePrefix(rest)
			if err != nil {
				break
			}
			if own && v.Kind == payload.Object && len(v.Members) > 0 {
				out = append(out, v)
			}
			i += strings.Count(strings.TrimSpace(rest[:end]), "\n") // the line after it may be the next one
		}
	}
	return out
}

// instanceOf reports whether a printed path is one of a path with parameters.
func instanceOf(path, pattern string) bool {
	have, want := strings.Split(strings.Trim(path, "/"), "/"), strings.Split(strings.Trim(pattern, "/"), "/")
	if len(have) != len(want) {
		return false
	}
	for i, w := range want {
		if !strings.HasPrefix(w, "{") && !strings.HasPrefix(have[i], "{") && !strings.EqualFold(w, have[i]) {
			return false
		}
	}
	return true
}
