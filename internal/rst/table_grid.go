package rst

import (
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// isGridTop recognises the top border of a grid table: "+---+---+".
func isGridTop(s string) bool {
	n := len(s)
	if n < 4 || s[0] != '+' || s[1] != '-' || s[n-1] != '+' || s[n-2] != '-' {
		return false
	}
	return onlyBytes(s, '-', '+')
}

func onlyBytes(s string, a, b byte) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != a && s[i] != b {
			return false
		}
	}
	return true
}

// isHeadSep recognises the line between head and body: "+===+===+".
func isHeadSep(s string) bool {
	n := len(s)
	return n >= 4 && s[0] == '+' && s[1] == '=' && s[n-1] == '+' && s[n-2] == '=' && onlyBytes(s, '=', '+')
}

// gridTable isolates and reads a grid table (RST spec, "Grid Tables"; docutils
// Body.isolate_grid_table).
func (b *body) gridTable() {
	p := b.p
	start := b.i
	end := start
	for end < len(b.ls) && !b.ls[end].blank() && b.ls[end].text[0] != ' ' {
		if c := b.ls[end].text[0]; c != '+' && c != '|' {
			break
		}
		end++
	}
	b.i = end
	block := b.ls[start:end]
	if !isGridTop(block[len(block)-1].text) {
		bottom := len(block) - 2
		for bottom > 1 && !isGridTop(block[bottom].text) {
			bottom--
		}
		if bottom <= 1 {
			last := block[len(block)-1]
			b.tornTable(block, last, 0, "the table ends here without a bottom border; close it with a line such as "+borderHint(block[0].text))
			return
		}
		b.i = start + bottom + 1
		block = block[:bottom+1]
	}
	g, torn := newGrid(p, block)
	if g == nil {
		l := block[torn]
		b.tornTable(block, l, len(l.text)-1, "this line does not reach the table's right border exactly; make it as long as the line "+borderHint(block[0].text))
		return
	}
	if message, row, col := g.parse(); message != "" {
		at := block[min(row, len(block)-1)]
		b.tornTable(block, at, g.offset(min(row, len(block)-1), col), message)
		return
	}
	t := &doc.Table{At: p.at(block[0]), Form: doc.FormGrid, Labels: p.takeLabels()}
	b.add(t)
	g.build(t)
	b.needBlank("a table")
}

// borderHint shows the start of a border in a message.
func borderHint(s string) string {
	if len(s) > 24 {
		s = s[:21] + "…"
	}
	return quote(s)
}

// grid is a grid table as a rectangle of single bytes: the text of a line where that is
// ASCII, else one byte a column, so that a wide character takes two.
type grid struct {
	p      *parser
	ls     []line
	rows   []string
	wide   map[int]columnMap // of the lines that are not ASCII
	bottom int
	right  int
	sep    int // the line between head and body, -1 where there is none

	done    []int32 // of each column, the last line that belongs to a cell
	rowSeps []bool
	colSeps []bool
	cells   []gridCell
	work    int // steps left
}

type gridCell struct{ top, left, bottom, right int32 }

// workPerByte bounds the search for corners. A proper table is crossed about twice; a
// table made of nothing but plus signs and holes would take the cube of its size.
const workPerByte = 64

// newGrid gives nil and the first line that is not as wide as the top border or lacks
// the right border, where there is one.
func newGrid(p *parser, block []line) (g *grid, torn int) {
	width := len(block[0].text)
	g = &grid{p: p, ls: block, rows: make([]string, len(block)), bottom: len(block) - 1, right: width - 1, sep: -1}
	for i, l := range block {
		row, m := shape(l.text)
		if m.offsets != nil {
			if g.wide == nil {
				g.wide = make(map[int]columnMap)
			}
			g.wide[i] = m
		}
		if len(row) != width || row[width-1] != '+' && row[width-1] != '|' {
			return nil, i
		}
		g.rows[i] = row
	}
	g.work = workPerByte * (width*len(block) + 64)
	return g, 0
}

// offset leads from a column of line row to the offset in its text.
func (g *grid) offset(row, col int) int {
	return g.wide[row].offset(col, len(g.ls[row].text))
}

// parse finds the cells (docutils GridTableParser): from a queue of upper left corners,
// top to bottom, each cell is traced clockwise around its border; its upper right and
// lower left corners go into the queue. It gives a message and the place where the table
// tears.
func (g *grid) parse() (message string, row, col int) {
	for i, l := range g.rows {
		if isHeadSep(l) {
			if g.sep >= 0 {
				return "a table may have one line of equals signs, between head and body, and this is the second; use hyphens", i, 0
			}
			g.sep = i
		}
	}
	if g.sep == 0 || g.sep == g.bottom {
		return "the line of equals signs may not be the first or the last line of a table; use hyphens", g.sep, 0
	}
	g.done = make([]int32, g.right+1)
	for i := range g.done {
		g.done[i] = -1
	}
	g.rowSeps = make([]bool, g.bottom+1)
	g.colSeps = make([]bool, g.right+1)
	g.rowSeps[0], g.colSeps[0] = true, true
	queue := corners{{0, 0}}
	for len(queue) > 0 {
		c := queue.pop()
		top, left := int(c.top), int(c.left)
		if top == g.bottom || left == g.right || top <= int(g.done[left]) {
			continue
		}
		bottom, right, ok := g.cell(top, left)
		if g.work < 0 {
			return "the borders of this table cross too often to be followed; write it with plain rows and columns", top, left
		}
		if !ok {
			continue
		}
		for i := left; i < right; i++ {
			if int(g.done[i]) != top-1 {
				return g.tear()
			}
			g.done[i] = int32(bottom - 1)
		}
		g.cells = append(g.cells, gridCell{int32(top), int32(left), int32(bottom), int32(right)})
		queue.push(corner{int32(top), int32(right)})
		queue.push(corner{int32(bottom), int32(left)})
	}
	for col := 0; col < g.right; col++ {
		if int(g.done[col]) != g.bottom-1 {
			return g.tear()
		}
	}
	if g.sep >= 0 && !g.rowSeps[g.sep] {
		return "the line of equals signs crosses a cell; let it pass under all cells of the head", g.sep, 0
	}
	return "", 0, 0
}
