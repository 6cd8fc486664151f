package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// unswapped gives the cells of a row that say whether its field is mandatory and of which type
// it is. Where each of the two says only what the other's column is for, they were swapped:
//
//	Parameter | Type | Mandatory
//	count     | No   | Integer
//
// It does not apply where one of them can be read as it stands: the other is then unknown,
// and reported as such.
func (p *page) unswapped(r *row, need, typ *doc.Cell) (asNeed, asType *doc.Cell) {
	needText, typeText := cellText(need), cellText(typ)
	if !saysNeed(typeText.Text) || !saysType(needText.Text) {
		return need, typ
	}
	p.rowFound.addf("docs/swapped-cells", needText.At(0), "%s is not a word for whether %s is mandatory, and %s is not a type; they are read the other way round",
		diag.Quote(strings.TrimSpace(needText.Text)), r.field.Name, diag.Quote(strings.TrimSpace(typeText.Text)))
	return typ, need
}

func saysNeed(text string) bool {
	return dialect.ParseMandatory(text).Need != dialect.NeedUnknown
}

func saysType(text string) bool {
	t, _ := dialect.ParseType(text)
	return t.Kind != dialect.KindUnknown && t.Kind != dialect.KindNamed
}

// readShifted reads the type of a row that was copied from a table with one column more. Its
// cells stand one column to the right, and the description begins with the type:
//
//	Parameter | Type | Description
//	size      | No   | Integer
//	                   Size of the jar
//
// It does not apply to a table that has a column for what the row has in place of its type,
// nor where the first line of the description is more than a type.
func (p *page) readShifted(r *row, typ, description *doc.Cell) {
	if r.table.tellsNeed() || !saysNeed(r.typeText) {
		return
	}
	flow := cellText(description)
	text, refs := typeText(description)
	line, _, _ := strings.Cut(text, "\n")
	read, _ := dialect.ParseType(line)
	if read.Kind == dialect.KindUnknown || read.Name != "" {
		return
	}
	r.typ, r.typeRefs = read, refs
	r.hasType, r.typeText, r.typePos = true, line, flow.At(0)
	r.claimType("")
	p.rowFound.addf("docs/swapped-cells", cellText(typ).At(0), "%s is not a type, and the description of %s begins with one; it is read as if it stood in the Type cell",
		diag.Quote(strings.TrimSpace(cellText(typ).Text)), r.field.Name)
}

// hasMember reports whether a word that mostly stands for any name ("additionalProperties") is
// the name of a member here: where a payload of the page prints it so, and where the table
// lists the other members of a schema of JSON.
func (t *table) hasMember(name string) bool {
	for _, c := range t.page.codes {
		for _, l := range c.doc.Lines {
			if strings.Contains(l.Text, `"`+name+`"`) {
				return true
			}
		}
	}
	return dialect.IsSchemaWord(name) && slices.Contains(t.names(), "properties")
}
