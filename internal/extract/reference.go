package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// setReferenceAside takes a table that explains values for what it is, not for one of fields:
//
//	Item  | Before the change | After the change       compares, and describes nothing
//	Name  | ID                                         lists what there is
//	Parameter     | Description                        and {"features": [{"name": "quick-start"}]}
//	quick-start   | Starts without asking
//
// Tables of fields have a column for their types, or one for which of them are mandatory; few
// have neither. Of these, one without a column of descriptions, or with one whose head is not
// known, is not a table of fields, and neither is one whose names the page prints as values and
// never as members, or whose names are numbers.
//
// It does not apply to tables of headers and of the URL, which often have no types, nor where a
// type refers to the table.
func (p *page) setReferenceAside(t *table) {
	switch t.role {
	case dialect.TableStruct, dialect.TableResponse, dialect.TableRequest, dialect.TableBody, dialect.TableUnknown:
	default:
		return
	}
	if !t.has(dialect.ColumnName) || len(t.body) == 0 {
		return
	}
	if t.tellsTypes() {
		return
	}
	if t.has(dialect.ColumnDescription) && !t.has(dialect.ColumnUnknown) && !p.explainsValues(t) {
		return
	}
	p.asReference(t)
}

// setPartsAside takes the tables that only tables lead to which explain values for what they are:
// they explain the parts of such values.
func (p *page) setPartsAside() {
	from := make(map[string][]*table) // the tables that lead to a label
	for _, t := range p.tables {
		for _, r := range t.doc.Body {
			for _, c := range r.Cells {
				for _, ref := range cellRefs(c) {
					label := doc.NormLabel(ref.Target)
					from[label] = append(from[label], t)
				}
			}
		}
	}
	for _, t := range p.tables {
		if t.role != dialect.TableStruct || t.tellsTypes() {
			continue
		}
		var leading []*table
		for _, l := range t.labels {
			leading = append(leading, from[doc.NormLabel(l.Name)]...)
		}
		if len(leading) > 0 && !slices.ContainsFunc(leading, func(l *table) bool { return l.role != dialect.TableOther }) {
			p.asReference(t)
		}
	}
}

// asReference takes a table for one that explains values.
func (p *page) asReference(t *table) {
	p.rowFound.addf("docs/reference-table", t.doc.Pos(), "the table %s explains values; its rows are not read as fields", diag.Quote(t.label()))
	t.role = dialect.TableOther
}

// tellsTypes reports whether a table has a column that only tables of fields have.
func (t *table) tellsTypes() bool {
	for _, c := range []dialect.Column{dialect.ColumnType, dialect.ColumnMandatory, dialect.ColumnOptional, dialect.ColumnIn, dialect.ColumnSubName, dialect.ColumnDefault} {
		if t.has(c) {
			return true
		}
	}
	return false
}

// namesMembers reports whether the page prints a name in a table as that of a member.
func (t *table) namesMembers() bool {
	return slices.ContainsFunc(t.names(), func(name string) bool {
		member, _ := t.page.printsWord(name)
		return member
	})
}

// explainsValues reports whether the names in a table are values: the page prints some of them
// as values and none as a member, or none of them can be the name of a member.
func (p *page) explainsValues(t *table) bool {
	names, asValue := 0, false
	for _, name := range t.names() {
		if naming.IsName(name) && strings.Trim(name, "0123456789") != "" {
			names++
		}
		member, value := p.printsWord(name)
		if member {
			return false
		}
		asValue = asValue || value
	}
	return asValue || names == 0 && !t.saysWhose()
}

// saysWhose reports whether the caption of a table names the structure whose members it lists.
func (t *table) saysWhose() bool { return t.cap.Role == dialect.TableStruct }

// printsWord reports whether the page prints a word as the name of a member or element, and
// whether it prints it as a value, or at the beginning of one ("limit=3").
func (p *page) printsWord(word string) (member, value bool) {
	if word == "" {
		return false, false
	}
	for _, c := range p.codes {
		for _, l := range c.doc.Lines {
			rest := l.Text
			for {
				before, after, ok := strings.Cut(rest, word)
				if !ok {
					break
				}
				rest = after
				switch {
				case strings.HasSuffix(before, "<"), strings.HasSuffix(before, "</"):
					member = true
				case !strings.HasSuffix(before, `"`):
				case strings.HasPrefix(after, `"`) && strings.HasPrefix(strings.TrimLeft(after[1:], " \t"), ":"):
					member = true
				case strings.HasPrefix(after, `"`), strings.HasPrefix(strings.TrimLeft(after, " "), "="):
					value = true
				}
			}
		}
	}
	return member, value
}
