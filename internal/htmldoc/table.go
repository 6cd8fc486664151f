package htmldoc

import (
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// table reads a table with its spans. Rows that are too short get empty cells, so that the
// table is a rectangle; a row with more cells than the head has columns is a finding.
func (f *flow) table(n *node) {
	t := &doc.Table{At: f.p.at(n), Form: doc.FormHTML, Labels: f.take()}
	r := &tableReader{f: f, t: t}
	kids := n.kids
	for len(kids) > 0 {
		switch k := kids[0]; k.tag {
		case "a", "span":
			f.label(k)
			t.Labels = append(t.Labels, f.take()...)
		case "caption":
			t.Caption = f.p.inline(k, plain)
		case "thead":
			t.Head = append(t.Head, r.rows(rowsOf(k.kids))...)
		case "tbody", "tfoot":
			r.group(rowsOf(k.kids))
		case "tr": // rows without a tbody are a group up to the next element that is one
			end := 1
			for end < len(kids) && (kids[end].tag == "tr" || !blockTags[kids[end].tag]) {
				end++
			}
			r.group(rowsOf(kids[:end]))
			kids = kids[end:]
			continue
		}
		kids = kids[1:]
	}
	if len(t.Head)+len(t.Body) == 0 {
		return
	}
	r.square()
	f.add(t)
}

// group reads rows of the body. The first ones are the head, where the table has no other
// and they have nothing but head cells.
func (r *tableReader) group(nodes []*node) {
	head := 0
	if len(r.t.Head)+len(r.t.Body) == 0 {
		for head < len(nodes) && allHeads(nodes[head]) {
			head++
		}
		if head == len(nodes) {
			head = 0 // a table of nothing but head cells has them for looks
		}
	}
	r.t.Head = append(r.t.Head, r.rows(nodes[:head])...)
	r.t.Body = append(r.t.Body, r.rows(nodes[head:])...)
}

func rowsOf(kids []*node) []*node {
	var rows []*node
	for _, k := range kids {
		if k.tag == "tr" {
			rows = append(rows, k)
		}
	}
	return rows
}

func allHeads(row *node) bool {
	heads := 0
	for _, k := range row.kids {
		switch k.tag {
		case "td":
			return false
		case "th":
			heads++
		}
	}
	return heads > 0
}

// tableReader places the cells of a table.
type tableReader struct {
	f *flow
	t *doc.Table
	// width is how many columns of each row are taken, by cells of it or from above.
	width map[*doc.Row]int
}

// rows reads the rows of one group. Spans end with the group.
func (r *tableReader) rows(nodes []*node) []*doc.Row {
	var below []int // how many further rows each column is taken from above
	var out []*doc.Row
	if r.width == nil {
		r.width = make(map[*doc.Row]int)
	}
	for i, n := range nodes {
		row := &doc.Row{At: r.f.p.at(n)}
		taken := make([]bool, len(below))
		for c := range below {
			if below[c] > 0 {
				below[c]--
				taken[c] = true
			}
		}
		col := 0
		for _, k := range n.kids {
			if k.tag != "td" && k.tag != "th" {
				continue
			}
			for col < len(taken) && taken[col] {
				col++
			}
			blocks := r.f.p.nested(k, plain)
			if col >= maxCols {
				if last := len(row.Cells) - 1; last >= 0 {
					row.Cells[last].Blocks = append(row.Cells[last].Blocks, blocks...)
				}
				continue
			}
			span := spanOf(k.a().colspan, maxCols-col)
			for c := col + 1; c < min(col+span, len(taken)); c++ {
				if taken[c] { // a cell from above stands in the way
					span = c - col
				}
			}
			high := spanOf(k.a().rowspan, len(nodes)-i)
			row.Cells = append(row.Cells, &doc.Cell{At: r.cellAt(k, blocks), Col: col, ColSpan: span, RowSpan: high, Blocks: blocks})
			for c := col; c < col+span; c++ {
				if c >= len(below) {
					below, taken = append(below, 0), append(taken, false)
				}
				below[c], taken[c] = high-1, true
			}
			col += span
		}
		// A row that is nothing but the lower part of cells above it counts: below tells.
		width := 0
		for c, t := range taken {
			if t {
				width = c + 1
			}
		}
		r.width[row] = width
		r.fill(row, taken)
		out = append(out, row)
	}
	return out
}

// cellAt is where the text of a cell starts, as in RST.
func (r *tableReader) cellAt(n *node, blocks []doc.Block) doc.At {
	if len(blocks) > 0 {
		return doc.At{Start: blocks[0].Pos()}
	}
	return r.f.p.at(n)
}

// fill puts empty cells where a row has gaps between cells and spans from above.
func (r *tableReader) fill(row *doc.Row, taken []bool) {
	last := 0
	for c, t := range taken {
		if t {
			last = c + 1
		}
	}
	for c := 0; c < last; c++ {
		if !taken[c] {
			r.insert(row, c, 1)
		}
	}
}

func (r *tableReader) insert(row *doc.Row, col, span int) {
	cell := &doc.Cell{At: row.At, Col: col, ColSpan: span, RowSpan: 1}
	i := 0
	for i < len(row.Cells) && row.Cells[i].Col < col {
		i++
	}
	row.Cells = append(row.Cells, nil)
	copy(row.Cells[i+1:], row.Cells[i:])
	row.Cells[i] = cell
}

// maxFill is how many missing cells are made one by one; more become one wide cell.
const maxFill = 16

// square gives all rows the same width.
func (r *tableReader) square() {
	head := 0
	for _, row := range r.t.Head {
		head = max(head, r.width[row])
	}
	r.t.Cols = head
	for _, row := range r.t.Body {
		w := r.width[row]
		if head > 0 && w > head {
			r.f.p.found.Addf("docs/uneven-row", r.f.p.file.Path(), row.Start,
				"this row has %d columns where the head of the table has %d; a cell may stand under the wrong head", w, head)
		}
		r.t.Cols = max(r.t.Cols, w)
	}
	r.t.Cols = max(r.t.Cols, 1)
	for _, rows := range [][]*doc.Row{r.t.Head, r.t.Body} {
		for _, row := range rows {
			w := r.width[row]
			if missing := r.t.Cols - w; missing > maxFill {
				r.insert(row, w, missing)
			} else {
				for c := w; c < r.t.Cols; c++ {
					r.insert(row, c, 1)
				}
			}
		}
	}
}

// spanOf reads a colspan or rowspan; what is not a number is 1, and 0 means all there is.
func spanOf(s string, most int) int {
	k, err := strconv.Atoi(s)
	switch {
	case s == "" || err != nil && !isDigits(s) || k < 0:
		return 1
	case err != nil || k == 0 || k > most:
		return max(1, most)
	}
	return k
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
