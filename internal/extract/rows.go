package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// row is one row of a table that carries fields.
type row struct {
	table    *table
	pos      source.Pos
	field    *api.Field // nil: the row could not be read, a finding says why
	in       api.In     // "" where the row does not tell it
	typ      dialect.Type
	hasType  bool // the table has a Type column with something in it
	typeRefs []doc.Inline
	typePos  source.Pos
	typeText string
	descRefs []doc.Inline
	desc     *doc.Cell // its description, nil where it has none
	nameRefs []doc.Inline
	stands   dialect.NameKind // what its name stands for
	under    string           // the XML element in which its own stands
	pointer  int              // "see Table 3" in the description
	unread   []api.Unread     // places in its description
	depth    int              // how many rows its own marks say that it stands in
	members  *api.Schema      // of the rows that are its members by their marks, see nest
	within   *row             // the row of the object that it is a member of, see nest and regroup
	inSpec   bool             // the row's field was put into the model, or
	implied  bool             // the document says it elsewhere: in its security, media types or servers, or by the row of another case
	reported bool             // a finding says that the row, or part of it, was not understood
	second   string           // the name of a further parameter that it describes
	again    bool             // the row before it has the same place: its cell has two names
	made     bool             // it stands for an object that has no row of its own, see ownerOf
}

// rowReader reads the rows of one page.
type rowReader struct {
	*page
	// holders are the names of the rows of the table so far that may have members.
	holders map[string]bool
	// owner is the name, in the column before that of members, of the object that has the last row or one made for it.
	owner string
}

// readRows reads the rows of each table that carries fields.
func (p *rowReader) readRows() {
	for _, t := range p.tables {
		if !t.carriesFields() {
			continue
		}
		grid, holder := t.grid(), t.holder()
		p.holders, p.owner = map[string]bool{}, ""
		for i := range t.body {
			r := &row{table: t, pos: t.body[i].Pos()}
			if o := p.ownerOf(t, grid[i]); o != nil {
				holder.rows = append(holder.rows, o)
			}
			holder.rows = append(holder.rows, r)
			p.readRow(r, grid[i])
			switch r.typ.Kind { // of a row that could not be read it is none
			case dialect.KindObject, dialect.KindArray, dialect.KindNamed:
				p.holders[r.field.Name] = true
			}
			if r.second != "" {
				holder.rows = append(holder.rows, r.ofSecond())
			}
		}
		p.reportColumns(t)
		switch {
		case t != holder:
			t.role = dialect.TableOther // its rows are those of the other table from here on
		case t.role == dialect.TableStruct:
			t.schema = newSchema(t.side, t.name, p.at(t.doc.Pos()).origin(api.FromCaption))
		}
	}
}

// grid lays the cells of the body out by row and column; a cell that spans stands in each
// place that it covers.
func (t *table) grid() [][]*doc.Cell {
	rows := make([][]*doc.Cell, len(t.body))
	for i := range rows {
		rows[i] = make([]*doc.Cell, t.doc.Cols)
	}
	for i, r := range t.body {
		for _, c := range r.Cells {
			for y := i; y < i+c.RowSpan && y < len(rows); y++ {
				for x := c.Col; x < c.Col+c.ColSpan && x < t.doc.Cols; x++ {
					rows[y][x] = c
				}
			}
		}
	}
	return rows
}

func (p *rowReader) readRow(r *row, cells []*doc.Cell) {
	t := r.table
	cell := func(col dialect.Column) *doc.Cell {
		if i := t.col(col); i >= 0 {
			return cells[i]
		}
		return nil
	}
	nameCell := cell(dialect.ColumnName)
	if sub := cell(dialect.ColumnSubName); sub != nameCell && !dialect.IsEmpty(cellText(sub).Text) {
		if above := strings.TrimSpace(cellText(nameCell).Text); dialect.IsEmpty(above) || above == p.owner {
			r.depth = 1
		}
		nameCell = sub
	}
	name, ok := p.rowName(r, nameCell, cell(dialect.ColumnType))
	if !ok {
		r.reported = true
		return
	}
	r.nameRefs = cellRefs(nameCell)
	f := &api.Field{Name: name, Origin: p.at(nameCell.Pos()).origin(api.FromColumn)}
	r.field = f

	need, typ := p.unswapped(r, cell(dialect.ColumnMandatory), cell(dialect.ColumnType))
	p.readNeed(r, need, dialect.ParseMandatory)
	p.readNeed(r, cell(dialect.ColumnOptional), dialect.ParseOptional)
	if c := cell(dialect.ColumnIn); c != nil {
		r.in = inOfWord(cellText(c).Text)
	}
	p.readType(r, typ)
	switch {
	case !t.has(dialect.ColumnType):
		p.readTypeLine(r, cell(dialect.ColumnDescription))
	case !r.hasType:
		p.readShifted(r, typ, cell(dialect.ColumnDescription))
	}
	p.readDescription(r, cell(dialect.ColumnDescription))
	p.readRange(r, cell(dialect.ColumnRange))
	p.readCellClaim(r, cell(dialect.ColumnDefault), api.FactDefault)
	p.readCellClaim(r, cell(dialect.ColumnExample), api.FactExample)
}

// ownerOf makes a row for the object whose members stand beside its name, where no row describes the object itself:
//
//	area | width  | Integer
//	     | length | Integer
//
// It is nil for any other row, and for a name that is none. A row with nothing beside its name is that of the object.
func (p *rowReader) ownerOf(t *table, cells []*doc.Cell) *row {
	at := t.col(dialect.ColumnSubName)
	if at < 0 || !t.has(dialect.ColumnName) {
		return nil
	}
	name, sub := cells[t.col(dialect.ColumnName)], cells[at]
	flow := cellText(name)
	text := strings.TrimSpace(flow.Text)
	if name == sub || dialect.IsEmpty(text) || text == p.owner {
		return nil
	}
	if p.owner = text; dialect.IsEmpty(cellText(sub).Text) {
		return nil
	}
	if !naming.IsName(text) {
		p.owner = ""
		return nil
	}
	o := &row{table: t, pos: name.Pos(), typ: dialect.Type{Kind: dialect.KindObject}, hasType: true, typePos: flow.At(0), made: true}
	o.field = &api.Field{Name: text, Origin: p.at(name.Pos()).origin(api.FromColumn)}
	return o
}

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
// where what stands after the type is no limit.
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

// addRange adds what a cell that is no description says of the values.
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
