package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// isSimpleTop recognises the top border of a simple table: "=====  ===".
func isSimpleTop(s string) bool {
	return s[0] == '=' && strings.IndexByte(s, ' ') > 0 && onlyBytes(s, '=', ' ')
}

// isSimpleBorder recognises the line under the head and the bottom border.
func isSimpleBorder(s string) bool { return s != "" && s[0] == '=' && onlyBytes(s, '=', ' ') }

// isSpanLine recognises a line that joins columns: "----------  ---".
func isSpanLine(s string) bool { return s != "" && s[0] == '-' && onlyBytes(s, '-', ' ') }

// simpleTable isolates and reads a simple table (RST spec, "Simple Tables"; docutils
// Body.isolate_simple_table): it ends with its second border, or with the first that a
// blank line follows.
func (b *body) simpleTable() {
	p := b.p
	start := b.i
	top := b.ls[start]
	found, last := 0, 0
	end := -1
	for i := start + 1; i < len(b.ls); i++ {
		s := b.ls[i].text
		if !isSimpleBorder(s) {
			continue
		}
		if len(s) != len(top.text) {
			b.i = i + 1
			b.tornTable(b.ls[start:i+1], b.ls[i], 0, "this border of the table is not as long as its top border; make all borders alike")
			return
		}
		found, last = found+1, i
		if found == 2 || i == len(b.ls)-1 || b.ls[i+1].blank() {
			end = i
			break
		}
	}
	if end < 0 {
		if found > 0 {
			b.i = last + 1
			b.tornTable(b.ls[start:b.i], b.ls[last], 0, "the table has no bottom border, or no blank line stands below it")
		} else {
			b.i = len(b.ls)
			b.tornTable(b.ls[start:], top, 0, "the table that starts here has no bottom border; close it with a copy of this line")
		}
		return
	}
	b.i = end + 1
	s := &simple{p: p, ls: b.ls[start : end+1], sep: -1}
	if message, at := s.parse(); message != "" {
		b.tornTable(s.ls, s.ls[at], 0, message)
		return
	}
	t := &doc.Table{At: p.at(top), Form: doc.FormSimple, Labels: p.takeLabels()}
	b.add(t)
	s.build(t)
	b.needBlank("a table")
}

// span is the columns of text from start up to end.
type span struct{ start, end int }

// simple is a simple table while it is read (docutils SimpleTableParser).
type simple struct {
	p       *parser
	ls      []line
	rows    []string    // the lines with one byte a column
	maps    []columnMap // and the way back
	sep     int         // the border under the head, -1 where there is none
	columns []span
	border  int // where the top border ends
	found   []simpleRow
}

type simpleRow struct {
	first, end int // lines of the table
	cells      []simpleCell
}

type simpleCell struct {
	col, colSpan int
	at           span
}

// parse finds the rows: one begins where the first column has text, or below a line of
// hyphens, which may join columns. It gives a message and the line where the table tears.
func (s *simple) parse() (message string, at int) {
	for i, l := range s.ls {
		row, m := shape(l.text)
		s.rows, s.maps = append(s.rows, row), append(s.maps, m)
		if i > 0 && i < len(s.ls)-1 && isSimpleBorder(l.text) {
			s.sep = i
		}
	}
	s.columns, _ = s.spans(s.ls[0].text)
	s.border = s.columns[len(s.columns)-1].end
	first := s.columns[0]
	start, text := 1, false
	for i := 1; i < len(s.ls); i++ {
		l := s.rows[i]
		switch {
		case isSpanLine(l) || isSimpleBorder(l):
			var columns []span
			if columns, message = s.spans(l); message == "" {
				message, at = s.row(start, i, columns)
			} else {
				at = i
			}
			if message != "" {
				return message, at
			}
			start, text = i+1, false
		case strings.TrimSpace(cut(l, first.start, first.end)) != "":
			if text && i != start {
				if message, at = s.row(start, i, append([]span(nil), s.columns...)); message != "" {
					return message, at
				}
			}
			start, text = i, true
		case !text:
			start = i + 1
		}
	}
	return "", 0
}

// spans reads the columns that a border or a line of hyphens marks.
func (s *simple) spans(l string) ([]span, string) {
	var out []span
	for i := 0; i < len(l); {
		if l[i] == ' ' {
			i++
			continue
		}
		end := strings.IndexByte(l[i:], ' ')
		if end < 0 {
			end = len(l) - i
		}
		out = append(out, span{i, i + end})
		i += end
	}
	if s.columns != nil {
		last := &out[len(out)-1]
		if last.end != s.border {
			return nil, "this line joins columns, but does not reach the table's right end; make it as long as the top border"
		}
		last.end = s.columns[len(s.columns)-1].end
	}
	return out, ""
}

// row reads the lines from start up to end as one row.
func (s *simple) row(start, end int, columns []span) (message string, at int) {
	if start == end && !isBorderLine(s.ls[end].text) {
		return "", 0
	}
	// Text may stick out of the last column, but may not stand between two columns.
	for i := range columns {
		for k := start; k < end; k++ {
			l := s.rows[k]
			if i == len(columns)-1 {
				if n := len(l); n > columns[i].end {
					columns[i].end = n
					s.columns[len(s.columns)-1].end = max(n, s.columns[len(s.columns)-1].end)
				}
			} else if strings.TrimSpace(cut(l, columns[i].end, columns[i+1].start)) != "" {
				return "text stands between two columns of this table; make the column wider in all borders, or the text shorter", k
			}
		}
	}
	row := simpleRow{first: start, end: end}
	col := 0
	for _, c := range columns {
		cell := simpleCell{col: col, colSpan: 1, at: c}
		if col >= len(s.columns) || c.start != s.columns[col].start {
			return spanMessage, end
		}
		for c.end != s.columns[col].end {
			cell.colSpan++
			if col++; col >= len(s.columns) {
				return spanMessage, end
			}
		}
		col++
		row.cells = append(row.cells, cell)
	}
	s.found = append(s.found, row)
	return "", 0
}

const spanMessage = "the hyphens of this line do not begin and end where columns of the table do"

func isBorderLine(s string) bool { return isSpanLine(s) || isSimpleBorder(s) }

// cut gives the columns of l from start up to end.
func cut(l string, start, end int) string {
	return l[min(start, len(l)):min(end, len(l))]
}

func (s *simple) build(t *doc.Table) {
	p := s.p
	t.Cols = len(s.columns)
	head := true
	if s.sep < 0 {
		head = false
	}
	for _, r := range s.found {
		row := &doc.Row{}
		for _, c := range r.cells {
			cell := &doc.Cell{Col: c.col, ColSpan: c.colSpan, RowSpan: 1}
			row.Cells = append(row.Cells, cell)
			mark := len(p.shelf)
			for i := r.first; i < r.end; i++ {
				p.shelf = append(p.shelf, s.maps[i].at(s.ls[i], c.at.start, c.at.end))
			}
			block := p.shelf[mark:len(p.shelf):len(p.shelf)]
			dedent(block)
			if block = trimBlank(block); len(block) > 0 {
				cell.At = p.at(block[0])
				cell.Blocks = p.nested(block)
			} else {
				cell.At = p.at(s.maps[r.first].at(s.ls[r.first], c.at.start, c.at.end))
			}
			p.shelf = p.shelf[:mark]
		}
		row.At = p.at(s.ls[r.first])
		if head && r.first > s.sep {
			head = false
		}
		if head {
			t.Head = append(t.Head, row)
		} else {
			t.Body = append(t.Body, row)
		}
	}
	if head {
		// docutils takes all rows for the body where no row follows the head.
		t.Head, t.Body = nil, t.Head
	}
}
