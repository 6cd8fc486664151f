package rst

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// cell traces the cell whose upper left corner is at top, left.
func (g *grid) cell(top, left int) (bottom, right int, ok bool) {
	line := g.rows[top]
	for i := left + 1; i <= g.right; i++ {
		switch c := line[i]; {
		case c == '+':
			if bottom, ok = g.down(top, left, i); ok {
				for k := left + 1; k <= i; k++ {
					if line[k] == '+' {
						g.colSeps[k] = true
					}
				}
				return bottom, i, true
			}
			if g.work < 0 {
				return 0, 0, false
			}
		case c == '-' || c == '=' && top == g.sep:
		default:
			g.work -= i - left
			return 0, 0, false
		}
	}
	g.work -= g.right - left
	return 0, 0, false
}

func (g *grid) down(top, left, right int) (bottom int, ok bool) {
	for i := top + 1; i <= g.bottom; i++ {
		switch c := g.rows[i][right]; c {
		case '+':
			if g.back(top, left, i, right) {
				for k := top + 1; k <= i; k++ {
					if g.rows[k][right] == '+' {
						g.rowSeps[k] = true
					}
				}
				return i, true
			}
			if g.work < 0 {
				return 0, false
			}
		case '|':
		default:
			g.work -= i - top
			return 0, false
		}
	}
	g.work -= g.bottom - top
	return 0, false
}

// back goes left along the bottom border and up along the left one.
func (g *grid) back(top, left, bottom, right int) bool {
	line := g.rows[bottom]
	for i := right - 1; i > left; i-- {
		if c := line[i]; c != '-' && c != '+' && !(c == '=' && bottom == g.sep) {
			g.work -= right - i
			return false
		}
	}
	g.work -= right - left
	if line[left] != '+' {
		return false
	}
	for i := bottom - 1; i > top; i-- {
		if c := g.rows[i][left]; c != '|' && c != '+' {
			g.work -= bottom - i
			return false
		}
	}
	g.work -= bottom - top
	for i := right - 1; i > left; i-- {
		if line[i] == '+' {
			g.colSeps[i] = true
		}
	}
	for i := bottom - 1; i > top; i-- {
		if g.rows[i][left] == '+' {
			g.rowSeps[i] = true
		}
	}
	return true
}

// build turns the cells into rows of t.
func (g *grid) build(t *doc.Table) {
	rowOf, rows := numbered(g.rowSeps)
	colOf, cols := numbered(g.colSeps)
	t.Cols = cols - 1
	all := newRows(rows - 1)
	for i, is := range g.rowSeps {
		if is && i < g.bottom {
			all[rowOf[i]].At = g.p.at(g.ls[i+1])
		}
	}
	slices.SortFunc(g.cells, func(a, b gridCell) int {
		if a.top != b.top {
			return int(a.top - b.top)
		}
		return int(a.left - b.left)
	})
	cells := newCells(len(g.cells))
	for i, c := range g.cells {
		cell := cells[i]
		cell.Col = int(colOf[c.left])
		cell.ColSpan = int(colOf[c.right] - colOf[c.left])
		cell.RowSpan = int(rowOf[c.bottom] - rowOf[c.top])
		row := all[rowOf[c.top]] // its cells follow each other
		row.Cells = cells[i-len(row.Cells) : i+1 : i+1]
		g.fill(cell, c)
	}
	if g.sep >= 0 {
		n := rowOf[g.sep]
		t.Head, t.Body = all[:n:n], all[n:]
	} else {
		t.Body = all
	}
}

// fill reads the text of a cell.
func (g *grid) fill(cell *doc.Cell, c gridCell) {
	p := g.p
	mark := len(p.shelf)
	top, left, right := int(c.top)+1, int(c.left)+1, int(c.right)
	last := 0
	for i := top; i < int(c.bottom); i++ {
		// Most of a table is space between the text and the border.
		l := g.wide[i].at(g.ls[i], left, right)
		if l.blank() && last == 0 {
			continue
		}
		l.text = p.text.own(l.text)
		p.shelf = append(p.shelf, l)
		if !l.blank() {
			last = len(p.shelf)
		}
	}
	if last == 0 {
		l := g.ls[top]
		cell.At = doc.At{Start: p.pos(l, g.offset(top, left))}
		p.shelf = p.shelf[:mark]
		return
	}
	p.shelf = p.shelf[:last]
	block := p.shelf[mark:last:last]
	dedent(block)
	cell.At = p.at(block[0])
	cell.Blocks = p.nested(block)
	p.shelf = p.shelf[:mark]
}

// numbered counts the true entries up.
func numbered(seps []bool) ([]int32, int) {
	of := make([]int32, len(seps))
	n := 0
	for i, is := range seps {
		if is {
			of[i] = int32(n)
			n++
		}
	}
	return of, n
}
