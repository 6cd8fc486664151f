package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// rowName reads a name cell. The name must look like one: what a program can send.
func (p *rowReader) rowName(r *row, c, typ *doc.Cell) (string, bool) {
	flow := cellText(c)
	text := strings.TrimSpace(flow.Text)
	if text == "" && len(r.table.body) == 1 && isDash(c) {
		text = "-"
	}
	if name, depth := dialect.NestedName(text); depth > 0 && naming.IsName(name) {
		r.depth, text = depth, name
	}
	if r.stands = dialect.Name(text); r.stands == dialect.NameAny && naming.IsName(text) && r.table.hasMember(text) {
		r.stands = dialect.NamePlain
	}
	if r.stands != dialect.NamePlain {
		return text, true
	}
	if text == "" {
		p.rowFound.add("docs/no-name", r.pos, "a row of this table has no parameter name; name it or join the row with the one above")
		return "", false
	}
	if joined := joinWords(text); joined != text && naming.IsName(joined) && strings.ContainsAny(joined, "_-.") {
		// "protocol _id": no name has a space, and words would not have an underscore.
		p.rowFound.addf("docs/space-in-name", flow.At(0), "the name %s has a space in it; %s is taken", diag.Quote(text), joined)
		return joined, true
	}
	if right, ok := r.table.misspelt(text); ok {
		p.rowFound.addf("docs/misspelt-header", flow.At(0), "%s is not a header of HTTP; it is taken for %s", diag.Quote(text), right)
		return right, true
	}
	if dotted := p.memberPath(r.table, text); dotted != "" {
		return dotted, true
	}
	if first, second, ok := dialect.TwoNames(text); ok && !r.table.hasMember(text) {
		p.rowFound.addf("docs/two-names", flow.At(0), "the row describes two parameters, %s and %s; neither is taken as mandatory, except in the path", first, second)
		r.second = second
		return first, true
	}
	if !naming.IsName(text) && r.table.tellsKeys(text, typ) {
		r.stands = dialect.NameAny
		return text, true
	}
	if !naming.IsName(text) {
		p.rowFound.addf("tool/unreadable-name", flow.At(0), "%s cannot be read as the name of one parameter", diag.Quote(text))
		return "", false
	}
	return text, true
}

// isDash reports whether a cell holds a hyphen alone, which is a list with one empty entry to a reader. It tells of the
// body itself as the name of the only row; in any other the name is missing.
func isDash(c *doc.Cell) bool {
	if c == nil || len(c.Blocks) != 1 {
		return false
	}
	l, ok := c.Blocks[0].(*doc.List)
	return ok && !l.Ordered && len(l.Items) == 1 && len(l.Items[0].Blocks) == 0
}

// memberPath writes with dots a name that tells with slashes in which object of the table it stands: "keeper.name"
// for "keeper/name" below a row keeper of an object. It is empty for any other name: "name/id" is two.
func (p *rowReader) memberPath(t *table, name string) string {
	switch t.role {
	case dialect.TableStruct, dialect.TableResponse, dialect.TableBody, dialect.TableRequest:
	default:
		return ""
	}
	dotted := strings.ReplaceAll(name, "/", ".")
	path, last := dialect.NestedPath(dotted)
	if !p.holders[path] || !naming.IsName(last) {
		return ""
	}
	return dotted
}

// misspelt is the header that a name of a table of headers means, see dialect.MisspeltHeader.
func (t *table) misspelt(name string) (string, bool) {
	if t.role != dialect.TableHeader && t.role != dialect.TableResponseHeader {
		return "", false
	}
	return dialect.MisspeltHeader(name)
}

// ofSecond is a row for the further parameter that a row describes. Neither of the two is mandatory then.
func (r *row) ofSecond() *row {
	if r.field.Need == api.NeedYes {
		r.field.Need = api.NeedConditional
		r.field.Claims = slices.DeleteFunc(r.field.Claims, func(c api.Claim) bool { return c.Fact == api.FactNeed })
	}
	other, f := *r, *r.field
	f.Name, f.Claims = r.second, slices.Clone(f.Claims)
	other.field, other.again = &f, true
	return &other
}

// joinWords is a text without white space.
func joinWords(text string) string {
	return strings.Join(strings.Fields(text), "")
}

// tellsKeys reports whether the only row of the table of a structure or body tells in words what its
// keys are, where a name should stand: "Name of the shelf | Array of jars". It does not apply to a
// body of which the row says a plain value: its words are a name that nobody can send.
func (t *table) tellsKeys(name string, typ *doc.Cell) bool {
	switch {
	case len(t.body) != 1:
		return false
	case t.role == dialect.TableStruct:
		return true
	case t.role != dialect.TableBody && t.role != dialect.TableResponse || !dialect.IsPossession(name):
		return false
	}
	of, _ := dialect.ParseType(cellText(typ).Text)
	return of.Kind == dialect.KindArray || of.Kind == dialect.KindObject || of.Kind == dialect.KindMap
}
