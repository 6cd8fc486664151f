package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

func (p *rowReader) readNeed(r *row, c *doc.Cell, parse func(string) dialect.Mandatory) {
	flow := cellText(c)
	if dialect.IsEmpty(flow.Text) {
		return
	}
	m := parse(flow.Text)
	switch m.Need {
	case dialect.NeedYes:
		r.field.Need = api.NeedYes
	case dialect.NeedNo:
		r.field.Need = api.NeedNo
	case dialect.NeedConditional:
		r.field.Need = api.NeedConditional
	default:
		p.rowFound.addf("tool/unknown-mandatory", flow.At(0), "%s does not say whether %s is mandatory", diag.Quote(flow.Text), r.field.Name)
		r.reported = true
		return
	}
	r.field.Claims = append(r.field.Claims, api.Claim{
		Fact: api.FactNeed, Values: []string{string(r.field.Need)},
		Origin: p.at(flow.At(0)).origin(api.FromColumn),
	})
	if m.In != "" {
		r.in = inOfWord(m.In)
	}
}

// inBody is the place of a member of the body, for rows that tell their place.
const inBody api.In = "body"

func inOfWord(s string) api.In { return api.In(dialect.ParamPlace(s)) }

func (p *rowReader) readType(r *row, c *doc.Cell) {
	text, refs := typeText(c)
	r.typeText, r.typeRefs = text, refs
	if dialect.IsEmpty(text) {
		return
	}
	r.typePos = cellText(c).At(0)
	typ, ok := p.memory.typeOf(text)
	said := []dialect.Limit(nil)
	if !ok && len(refs) == 0 {
		typ, said, ok = typeAndRange(cellText(c))
	}
	if !ok {
		// Whether that matters depends on the row: the type of a token header does not.
		return
	}
	r.typ, r.hasType = typ, true
	r.addRange(said, cellText(c))
	r.claimType(otherWords(typ, c))
}

// claimType notes the type that a cell tells. words are those of a cell that calls it something else.
func (r *row) claimType(words string) {
	at := r.table.page.at(r.typePos)
	r.field.Claims = append(r.field.Claims, api.Claim{
		Fact: api.FactKind, Values: []string{string(r.typ.Kind)}, Words: words, Origin: at.origin(api.FromColumn),
	})
	if r.typ.Kind == dialect.KindNamed && dialect.NamesSeveral(r.typeText) && naming.IsPlural(r.field.Name) {
		r.saysList(at)
	}
}

// saysList notes that words at a place call the value a list.
func (r *row) saysList(at place) {
	r.field.Claims = append(r.field.Claims, api.Claim{
		Fact: api.FactKind, Values: []string{string(api.Array)}, Origin: at.origin(api.FromProse),
	})
}

// otherWords are the words of a type cell that is read as an object and calls it something else: "JSON",
// or the name of a structure.
func otherWords(typ dialect.Type, c *doc.Cell) string {
	if typ.Kind != dialect.KindObject && typ.Kind != dialect.KindNamed {
		return ""
	}
	words := strings.TrimSpace(cellText(c).Text)
	if dialect.NamesStructured(words) {
		return ""
	}
	return words
}

// readTypeLine reads the type of a row whose table has no column for it: a description may
// say "Type: string" in a line of its own.
func (p *rowReader) readTypeLine(r *row, c *doc.Cell) {
	flow := cellText(c)
	typ, _ := dialect.ParseType(dialect.TypeLine(flow.Text))
	if typ.Kind == dialect.KindNamed || typ.Kind == dialect.KindUnknown {
		return
	}
	r.typ, r.hasType, r.typePos = typ, true, flow.At(0)
	r.field.Claims = append(r.field.Claims, api.Claim{
		Fact: api.FactKind, Values: []string{string(typ.Kind)},
		Origin: p.at(r.typePos).origin(api.FromLabel),
	})
}

func (p *rowReader) readDescription(r *row, c *doc.Cell) {
	flow := cellText(c)
	if dialect.IsEmpty(flow.Text) {
		return
	}
	r.field.Text, r.desc = proseOf(flow), c
	r.descRefs = cellRefs(c)
	said := p.memory.statementsOf(words(flow))
	r.pointer = said.pointer
	if r.field.Need == api.NeedYes && said.when {
		r.field.Claims = append(r.field.Claims, api.Claim{
			Fact: api.FactNeed, Values: []string{string(api.NeedConditional)}, Origin: p.at(flow.At(0)).origin(api.FromProse),
		})
	}
	if (r.typ.Kind == dialect.KindObject || r.typ.Kind == dialect.KindNamed) && said.list {
		r.saysList(p.at(flow.At(0)))
	}
	r.readLimits(said, flow)
	r.readPrinted(flow)
}

// proseOf gives a description as plain text.
func proseOf(f doc.Flow) string { return strings.TrimSpace(f.Prose()) }

// readRange reads the cell of a column "Value range" or "Constraint".
func (p *rowReader) readRange(r *row, c *doc.Cell) {
	flow := cellText(c)
	r.addRange(dialect.RangeLimits(words(flow)), flow)
}

// typeAndRange reads a type cell that says of values, too, what they may be: "Integer, 1 to 64". It does not apply
// where what stands after the type is not a limit.
func typeAndRange(flow doc.Flow) (dialect.Type, []dialect.Limit, bool) {
	typ, from, to, ok := dialect.TypeAndRange(flow.Text)
	if !ok {
		return typ, nil, false
	}
	limits := dialect.RangeLimits(words(flow).To(to).From(from))
	for i := range limits {
		limits[i].Off += from
		limits[i].Of = countedBy(typ, limits[i])
	}
	return typ, limits, len(limits) > 0
}

// countedBy says what a bound counts that stands after a type: elements after that of a list, "Array of String, max.
// 20". It does not apply to a list of numbers, where the bound may be theirs, nor to a bound that says what it counts.
func countedBy(typ dialect.Type, l dialect.Limit) dialect.Of {
	bound := l.Kind == dialect.LimitMin || l.Kind == dialect.LimitMax
	if !bound || l.Elems || typ.Kind != dialect.KindArray || typ.Elem == nil || l.Of != dialect.OfValue && l.Of != dialect.OfUnsaid {
		return l.Of
	}
	if typ.Elem.Kind == dialect.KindInteger || typ.Elem.Kind == dialect.KindNumber {
		return l.Of
	}
	return dialect.OfItems
}

// addRange adds what a cell that is not a description says of the values.
func (r *row) addRange(limits []dialect.Limit, flow doc.Flow) {
	places := flow.Places()
	for _, l := range limits {
		if n := len(r.field.Claims); r.addLimit(l, places) && len(r.field.Claims) > n {
			r.field.Claims[n].Origin.How = api.FromColumn
		}
	}
}

func (p *rowReader) readCellClaim(r *row, c *doc.Cell, fact api.Fact) {
	flow := cellText(c)
	if dialect.IsEmpty(flow.Text) {
		return
	}
	r.field.Claims = append(r.field.Claims, api.Claim{
		Fact: fact, Values: []string{r.bareNumber(proseOf(flow))},
		Origin: p.at(flow.At(0)).origin(api.FromColumn),
	})
}
