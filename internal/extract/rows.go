package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
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
		from := len(holder.rows)
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
		case t != holder: // its rows are those of the other table from here on
			t.role, t.moved = dialect.TableOther, true
			for _, r := range holder.rows[from:] {
				r.table = holder
			}
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
