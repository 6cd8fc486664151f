package rst

// tear finds the place to show: the first line after the highest column that no cell
// closes, which is mostly where a border is interrupted.
func (g *grid) tear() (string, int, int) {
	row, col := g.bottom, 0
	for i := 0; i < g.right; i++ {
		if int(g.done[i])+1 < row {
			row, col = int(g.done[i])+1, i
		}
	}
	return g.explain(row, col)
}

// explain looks along the borders of the cell that starts at row, col for the first
// character that is not a border: along its top, down from each corner there, and back left
// from each corner on the way. It only words the finding; the table is torn anyway.
func (g *grid) explain(row, col int) (string, int, int) {
	const borders = "the borders of this table do not close around a cell that starts here; each cell needs + at its corners, - above and below, | at its sides"
	line := g.rows[row]
	for i := col + 1; i <= g.right; i++ {
		c := line[i]
		if c != '-' && c != '+' && !(c == '=' && row == g.sep) {
			if row > 0 {
				return "a row of this table is interrupted here: its border has " + character(c) + " where - or + is needed", row, i
			}
			break
		}
		if c != '+' {
			continue
		}
		for k := row + 1; k <= g.bottom; k++ {
			switch c := g.rows[k][i]; c {
			case '|':
				continue
			case '+':
				// A border that goes left from here must reach the cell's left side.
				// Where none goes left, this one belongs to the cell on the right.
				for m := i - 1; m >= col && g.rows[k][i-1] == '-'; m-- {
					if c := g.rows[k][m]; c != '-' && c != '+' {
						return "a row of this table is interrupted here: its border has " + character(c) + " where - or + is needed", k, m
					}
				}
				continue
			}
			return "a column's border is interrupted here: | or + is needed; text that is too long for its cell often pushes it away", k, i
		}
	}
	return borders, row, col
}

// character names a character of a border in a message.
func character(c byte) string {
	if c == ' ' {
		return "a space"
	}
	return quote(string(rune(c)))
}
