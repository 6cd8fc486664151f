package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// owners is what the rows of a page say of the tables that describe what is in them.
type owners struct {
	// objects are the tables whose rows of an object's type refer to a label in their
	// description.
	objects map[string]*table
	// types are the names of structures in type cells, fields those of rows whose type has
	// fields that it does not name.
	types, fields map[string]bool
}

// findOwners reads what the rows of the page say of other tables.
func (p *page) findOwners() owners {
	o := owners{objects: make(map[string]*table), types: make(map[string]bool), fields: make(map[string]bool)}
	for _, t := range p.tables {
		name, typ, desc := t.col(dialect.ColumnName), t.col(dialect.ColumnType), t.col(dialect.ColumnDescription)
		for _, r := range t.body {
			text, _ := typeText(cellIn(r, typ))
			read, ok := p.memory.typeOf(text)
			for read.Kind == dialect.KindArray && read.Elem != nil {
				read = *read.Elem
			}
			switch {
			case !ok:
				o.types[strings.TrimSpace(text)] = true
			case read.Kind == dialect.KindNamed:
				o.types[read.Name] = true
			case read.Kind == dialect.KindObject, read.Kind == dialect.KindArray:
				o.fields[strings.TrimSpace(cellText(cellIn(r, name)).Text)] = true
				for _, ref := range cellRefs(cellIn(r, desc)) {
					if label := doc.NormLabel(ref.Target); o.objects[label] == nil {
						o.objects[label] = t
					}
				}
			}
		}
	}
	return o
}

// partOfBefore reports whether a table whose words say that it lists a body describes what is
// in a row of another such table above it, which refers to it:
//
//	Response parameters     jars | Array of objects | See Table 3.
//	Table 3 Response parameters
func (o owners) partOfBefore(t *table) bool {
	switch t.role {
	case dialect.TableResponse, dialect.TableBody, dialect.TableRequest:
	default:
		return false
	}
	return slices.ContainsFunc(t.labels, func(l doc.Label) bool {
		from := o.objects[doc.NormLabel(l.Name)]
		return from != nil && from.index < t.index && from.role == t.role && from.status == t.status
	})
}

// named finds in the caption of a table, or the line above it, the name of a structure that a
// type cell of the page has ("Jar parameters of the shelf" for List<Jar>), or, where it is
// marked, that of a field of the page whose type has fields.
func (o owners) named(t *table) string {
	lines := []dialect.Text{t.title}
	if t.caption == "" {
		lines = append(lines, words(t.ctx.line()))
	}
	for _, line := range lines {
		for _, w := range dialect.CaptionWords(line) {
			if o.types[w.Text] && w.Text != strings.ToLower(w.Text) || w.Marked && (o.fields[w.Text] || o.types[w.Text]) {
				return w.Text
			}
		}
	}
	return ""
}
