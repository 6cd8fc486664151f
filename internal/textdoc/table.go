package textdoc

import (
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// maxHeads is the most columns that a table has.
const maxHeads = 12

// heads reads the head of a table at unit i: two or more paragraphs in a row, each a
// different word for a column, the first of them one for names or codes. A field called
// "Name" in the first cell below the head ends it, because the head has such a word.
func (r *reader) heads(us []unit, i int) []Column {
	var heads []Column
	seen := make(map[Column]bool)
	for ; i < len(us) && us[i].kind == para && len(us[i].lines) == 1 && len(heads) < maxHeads; i++ {
		c := r.column(us[i].text())
		if c == OtherColumn && r.words.Type(us[i].text()) {
			break // "String" is a column of some tables, but mostly a cell
		}
		if c == NoColumn || len(heads) == 0 && c != Name && c != Status && c != OtherColumn {
			break
		}
		// After the description comes the first row, which may begin with a word such as
		// "Location"; only Mandatory and Type are put last sometimes.
		if seen[Description] && c != Mandatory && c != Type && !(c == Description && heads[0] == Status) {
			break
		}
		if seen[c] && c != OtherColumn && c != Description {
			break
		}
		seen[c] = true
		heads = append(heads, c)
	}
	if len(heads) < 2 || !seen[Description] && !seen[Type] {
		return nil
	}
	return heads
}

// tableReader puts the units after a head into rows.
type tableReader struct {
	r     *reader
	us    []unit
	end   int // of the units that may be cells
	heads []Column
	table *doc.Table
}

// table reads the table whose head begins at unit i and gives the unit after it.
func (r *reader) table(us []unit, i int, heads []Column) (*doc.Table, int) {
	n := len(heads)
	t := &tableReader{r: r, us: us, heads: heads, end: len(us)}
	t.end = t.limit(i + n)
	t.table = &doc.Table{At: us[i].at(), Form: doc.FormText, Cols: n}
	head := &doc.Row{At: us[i].at()}
	for c := range n {
		head.Cells = append(head.Cells, t.cell(c, i+c, i+c+1))
	}
	t.table.Head = []*doc.Row{head}
	for at := i + n; at < t.end; {
		at = t.row(at)
	}
	return t.table, t.end
}

// row reads the row at unit at and gives the unit after it.
//
// A saved page has nothing where a cell was empty, and a description may have several
// paragraphs, so rows cannot be counted off. The Type and Mandatory cells are the marks:
//
//	colour / String / weight / Integer / Weight in grams
//
// If the cell that should be the description begins a row by itself, and the one after it
// does not, the description was empty. If a Type stands where Mandatory should, that one
// was. Each such guess is a finding at the row's name. The reading does not apply where the
// marks fit, and what is more than the row's cells goes to its description.
func (t *tableReader) row(at int) int {
	n := len(t.heads)
	gap := -1 // the column whose cell is missing
	if !t.fits(at, -1) || t.tooEarly(at) {
		for c := n - 1; c > 0; c-- {
			if t.fits(at, c) && t.inStep(at+n-1) {
				gap = c
				break
			}
		}
	}
	end := at + n
	if gap >= 0 {
		end--
	}
	end = min(end, t.end)
	several := false // cells are missing
	if cut := t.cut(at, end, gap); cut < end {
		end, several = cut, true
	} else if gap < 0 || t.heads[gap] != Description {
		end = t.more(end)
	}
	t.addRow(at, end, gap, several)
	name := diag.Quote(t.us[at].text())
	switch {
	case gap >= 0:
		t.r.report("docs/lost-cell", t.pos(at), "the row of "+name+" has no cell under "+
			diag.Quote(t.table.Head[0].Cells[gap].Blocks[0].(*doc.Paragraph).Text.String())+
			"; it was taken as empty. Put a dash into empty cells, or save the page as HTML")
	case end-at < n && !several:
		t.r.report("docs/lost-cell", t.pos(at), "the row of "+name+" ends before its last cell; the missing ones were taken as empty")
	case several || !t.fits(at, -1) && !t.inStep(at+n):
		t.r.report("tool/unsure-row", t.pos(at), "the cells from "+name+" on do not fit the head of the table, so they may stand under the wrong word")
	}
	return end
}

func (t *tableReader) pos(i int) source.Pos { return t.us[i].start() }

// cut gives where a row that fits in no way ends before its time: at a whole row inside it.
func (t *tableReader) cut(at, end, gap int) int {
	if gap < 0 && !t.fits(at, -1) {
		for i := at + 1; i < end; i++ {
			if t.fits(i, -1) {
				return i
			}
		}
	}
	return end
}

// more gives the end of the description that goes on at unit end. If more follows than a
// row has, and it begins with a name, it is a row with an odd type, and no description.
func (t *tableReader) more(end int) int {
	s, short := t.paragraph(end)
	name := short && t.heads[0] == Name && isName(s)
	for i := end; ; i++ {
		switch {
		case name && i-end >= len(t.heads):
			return end
		case i == t.end:
			t.end = t.tail(end)
			return t.end
		case t.begins(i):
			return i
		}
	}
}

// paragraph gives the text of unit i if it can be a short cell.
func (t *tableReader) paragraph(i int) (string, bool) {
	if i >= t.end || t.us[i].kind != para {
		return "", false
	}
	s := t.us[i].text()
	return s, len(s) <= maxWord
}

// addRow makes cells of the units from at to end; the last column takes what is left over.
// In a row of which several cells are missing that is all but the name.
func (t *tableReader) addRow(at, end, gap int, several bool) {
	row := &doc.Row{At: t.us[at].at()}
	n := len(t.heads)
	i := at
	for c := range n {
		from := min(i, end)
		switch {
		case c == gap || several && c > 0 && c < n-1:
		case c == n-1:
			i = end
		default:
			i = min(i+1, end)
		}
		row.Cells = append(row.Cells, t.cell(c, from, min(i, end)))
		if len(row.Cells[c].Blocks) == 0 {
			row.Cells[c].At = row.At
		}
	}
	t.table.Body = append(t.table.Body, row)
}

// cell makes the cell of column c out of the units from a to b.
func (t *tableReader) cell(c, a, b int) *doc.Cell {
	cell := &doc.Cell{Col: c, ColSpan: 1, RowSpan: 1}
	cell.Blocks = t.r.plainBlocks(t.us[a:b])
	if len(cell.Blocks) > 0 {
		cell.Start = cell.Blocks[0].Pos()
	} else {
		cell.Start = t.us[max(0, a-1)].start()
	}
	return cell
}

// plainBlocks makes nodes of units without looking for tables.
func (r *reader) plainBlocks(us []unit) []doc.Block {
	var out []doc.Block
	for _, u := range us {
		switch u.kind {
		case para:
			out = append(out, &doc.Paragraph{At: u.at(), Text: u.inline()})
		case list:
			out = append(out, r.list(u))
		case code:
			out = append(out, u.code())
		}
	}
	return out
}
