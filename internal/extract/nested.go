package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// nest gives the rows of a table that tell of which other row they are members to that row:
//
//	tool      | Object       tool   | Object        tool |      | Object
//	tool.size | Integer      > size | Integer            | size | Integer    below "Sub-parameter"
//
// It does not apply where the row of the object is missing or is none of an object, nor to a name
// with a dot that the page prints as the name of a member: some names have dots.
func (l *linker) nest(t *table) {
	switch t.role {
	case dialect.TableStruct, dialect.TableResponse, dialect.TableBody, dialect.TableRequest:
	default:
		if !slices.ContainsFunc(t.rows, func(r *row) bool { return r.in == inBody }) {
			l.flatMarks(t)
			return
		}
	}
	if len(l.page.xmls) > 0 {
		return // elements are found by the paths that the printed XML has
	}
	byPath := make(map[string]*row) // the rows by their names with those that they stand in
	for _, r := range t.rows {
		if r.field != nil && r.depth == 0 && byPath[r.field.Name] == nil {
			byPath[r.field.Name] = r
		}
	}
	type member struct {
		within *row
		name   string
	}
	first := make(map[member]*row) // the row that counts where several describe one member
	var open []*row                // the last row of each depth
	for _, r := range t.rows {
		if r.field == nil || r.stands != dialect.NamePlain || r.again && r.depth == 0 {
			continue // a further parameter has the members of the one before, see below
		}
		full := r.field.Name
		switch path, name := dialect.NestedPath(full); {
		case r.depth > 0:
			open = open[:min(r.depth, len(open))]
			if len(open) < r.depth || !l.ownMember(t, open[r.depth-1], r) {
				l.flatMark(r)
			}
		case path != "" && byPath[path] != nil && !t.printsMember(full):
			if l.ownMember(t, byPath[path], r) {
				r.field.Name, full = name, path+"."+name
			} else if byPath[path].field.Type.HasSchema() {
				l.page.rowFound.add("docs/flat-rows", r.field.Origin.Pos, "the name "+full+" says that it is a member of "+path+", whose members another table lists; it is taken as one of this table")
			}
		}
		m := member{r.within, r.field.Name}
		if first[m] == nil {
			first[m] = r
		}
		if r.depth <= len(open) {
			open = append(open[:r.depth], first[m])
		}
		byPath[full] = first[m]
	}
	for i, r := range t.rows {
		if r.again && t.rows[i-1].members != nil {
			if open := openMembers(&r.field.Type); open != nil {
				open.Kind, open.Schema = api.Object, t.rows[i-1].members
			}
		}
	}
}

// flatMarks reports the marks in a table whose rows cannot have members: parameters of the query, the path or
// the headers.
func (l *linker) flatMarks(t *table) {
	for _, r := range t.rows {
		if r.field != nil && r.depth > 0 {
			l.flatMark(r)
		}
	}
}

func (l *linker) flatMark(r *row) {
	l.page.rowFound.add("docs/flat-rows", r.field.Origin.Pos, "the mark before "+r.field.Name+" says that it is a member of a row above, but that is not an object; it is taken as one of the table")
}

// printsMember reports whether the page prints a name as that of a member.
func (t *table) printsMember(name string) bool {
	member, _ := t.page.printsWord(name)
	return member
}

// ownMember makes a row the member of the row of an object whose members no table lists, and
// reports whether it did.
func (l *linker) ownMember(t *table, owner, r *row) bool {
	if owner.members == nil {
		open := openMembers(&owner.field.Type)
		if open == nil || owner.field.Type.Kind == api.Map {
			return false
		}
		owner.members = newSchema(t.side, owner.field.Name, owner.field.Origin)
		open.Kind, open.Schema = api.Object, owner.members
	}
	_, name := dialect.NestedPath(r.field.Name)
	if f := owner.members.Field(name); f != nil {
		l.duplicate(r, f)
	} else {
		owner.members.Fields = append(owner.members.Fields, r.field)
	}
	r.within = owner
	return true
}

// takePaths gives structures whose captions tell a path, "Parameters in shelf.jars", to the row that
// has the last name of it, where no other row of the page does and its members are not known: the
// table that the row stands in may have no name of its own.
func (l *linker) takePaths() {
	for _, t := range l.page.tables {
		name := lastOfPath(t.name)
		if t.role != dialect.TableStruct || t.used || len(t.mergedInto) > 0 || t.schema == nil || name == t.name {
			continue
		}
		var owner *row
		n := 0
		for _, other := range l.page.tables {
			for _, r := range other.rows {
				if other != t && other.side == t.side && r.field != nil && r.field.Name == name {
					owner, n = r, n+1
				}
			}
		}
		if n != 1 || owner.field.Type.Kind == api.Map {
			continue
		}
		if open := openMembers(&owner.field.Type); open != nil {
			open.Kind, open.Schema, t.used = api.Object, t.schema, true
		}
	}
}

// structNames are the folded names under which the rows of a page find a structure: that of its
// caption, or all those that it sets apart ("Description of the **source** and **target** fields").
func (t *table) structNames() []string {
	if t.name == "" {
		return nil
	}
	out := []string{foldName(t.name)}
	marked := false
	for _, w := range dialect.CaptionWords(t.title) {
		key := foldName(w.Text)
		marked = marked || w.Marked && key == out[0]
		if w.Marked && naming.IsName(w.Text) && !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	if !marked {
		return out[:1]
	}
	return out
}

// pointedNumbers are the numbers of the tables that rows of objects lead to in words: "see Table 3".
func (p *page) pointedNumbers() map[int]bool {
	out := make(map[int]bool)
	for _, t := range p.tables {
		typ, desc := t.col(dialect.ColumnType), t.col(dialect.ColumnDescription)
		for _, r := range t.body {
			text, _ := typeText(cellIn(r, typ))
			if read, _ := p.memory.typeOf(text); read.Kind != dialect.KindObject && read.Kind != dialect.KindArray {
				continue
			}
			if n := dialect.TablePointer(cellText(cellIn(r, desc)).Text); n != 0 && n != t.number {
				out[n] = true
			}
		}
	}
	return out
}
