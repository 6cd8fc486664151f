package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// readColumns reads the header row. A table without one whose first row consists of known column words, or of such a
// word and titles, has that row for its header: some pages forget to mark it.
func (t *table) readColumns() {
	t.cols, t.heads = make([]dialect.Column, t.doc.Cols), nil
	if n := len(t.doc.Head); n > 0 {
		t.setColumns(t.doc.Head[n-1])
		t.body = slices.DeleteFunc(slices.Clone(t.body), t.repeatsHead)
		return
	}
	if len(t.body) == 0 {
		return
	}
	t.setColumns(t.body[0])
	if len(t.cols) > 1 && !t.fieldAbove() && (!slices.Contains(t.cols, dialect.ColumnUnknown) || t.titlesAbove()) {
		t.body = t.body[1:]
		return
	}
	clear(t.cols)
	t.heads = nil
}

// repeatsHead reports whether a row says once more what the heads say, as where a table was cut in two for printing.
func (t *table) repeatsHead(r *doc.Row) bool {
	if len(r.Cells) < 2 {
		return false
	}
	return !slices.ContainsFunc(r.Cells, func(c *doc.Cell) bool {
		return t.cols[c.Col] == dialect.ColumnUnknown || t.heads[c.Col] == nil || cellText(c).Text != cellText(t.heads[c.Col]).Text
	})
}

// fieldAbove reports whether the first row of a table without a header has a type, as that of a field that is called
// like a column: "description | String | Description".
func (t *table) fieldAbove() bool {
	return slices.ContainsFunc(t.heads, func(h *doc.Cell) bool {
		return dialect.ColumnOfCells([]string{strings.TrimSpace(cellText(h).Text)}) == dialect.ColumnType
	})
}

// titlesAbove reports whether the first row of a table without a header reads like one, though not all of its words
// are known: "State | Description". A column after the first has a known word, and all cells are titles. It does not
// apply to a first field that is mandatory: "Bucket | Mandatory | Bucket name" above "Owner | Optional | Owner name".
func (t *table) titlesAbove() bool {
	if len(t.body) < 2 || !slices.ContainsFunc(t.cols[1:], func(c dialect.Column) bool {
		return c == dialect.ColumnDescription || c == dialect.ColumnType || c == dialect.ColumnMandatory
	}) {
		return false
	}
	for i, h := range t.heads {
		if i > 0 && h == t.heads[i-1] || t.cols[i] == dialect.ColumnMandatory && t.hasNeedBelow(i) {
			return false
		}
		text := strings.TrimSpace(cellText(h).Text)
		if n := len(strings.Fields(text)); n == 0 || n > maxTitleWords || text[0] < 'A' || text[0] > 'Z' || strings.ContainsAny(text, ".,;:_") {
			return false
		}
	}
	return true
}

// hasNeedBelow reports whether a cell of a column below its first says in a word that a column could have above it
// whether a field is needed: "Optional", "Mandatory".
func (t *table) hasNeedBelow(col int) bool {
	return slices.ContainsFunc(t.body[1:], func(r *doc.Row) bool {
		text := strings.TrimSpace(cellText(cellIn(r, col)).Text)
		role := dialect.ParseColumn(text)
		return role == dialect.ColumnMandatory || role == dialect.ColumnOptional || strings.EqualFold(text, "conditional")
	})
}

// maxTitleWords is the number of words that a title of a column has at most.
const maxTitleWords = 3

// guessColumns finds out what columns under heads of unknown words hold, by their cells: words for
// mandatory, types, names beside types, and sentences beside names. A page says so in a finding, for
// it is a guess. It does not apply to a column of a kind that the table has.
func (t *table) guessColumns() {
	if t.heads == nil {
		return
	}
	for i, col := range t.cols {
		if col == dialect.ColumnUnknown && i > 0 {
			t.guess(i, dialect.ColumnOfCells(t.cellsOf(i)))
		}
	}
	if t.cols[0] == dialect.ColumnUnknown && (t.has(dialect.ColumnType) || t.has(dialect.ColumnMandatory)) && areNames(t.cellsOf(0)) {
		t.guess(0, dialect.ColumnName)
	}
	if !t.has(dialect.ColumnName) || !t.tellsTypes() {
		return
	}
	for i := len(t.cols) - 1; i > 0; i-- {
		if t.cols[i] == dialect.ColumnUnknown && areSentences(t.cellsOf(i)) {
			t.guess(i, dialect.ColumnDescription)
		}
	}
}

// guess takes a column for one of a kind that the table lacks.
func (t *table) guess(i int, col dialect.Column) {
	if t.has(col) || col == dialect.ColumnMandatory && t.has(dialect.ColumnOptional) {
		return
	}
	t.cols[i] = col
	t.guessed = append(t.guessed, i)
}

// reportColumns reports the columns of a table of fields whose heads are not known: how they are
// read, or that what they say is left out.
func (p *page) reportColumns(t *table) {
	if len(t.body) == 0 {
		return
	}
	for i, h := range t.heads {
		switch {
		case h == nil || i > 0 && h == t.heads[i-1]:
		case slices.Contains(t.guessed, i):
			p.rowFound.addf("tool/unknown-column", h.Pos(), "the head %s is not known; by its cells the column is read as one of the kind %s", diag.Quote(cellText(h).Text), diag.Quote(string(t.cols[i])))
		case t.cols[i] == dialect.ColumnUnknown && len(t.cellsOf(i)) > 0:
			p.rowFound.addf("tool/unknown-column", h.Pos(), "the head %s is not known; what its column says is left out", diag.Quote(cellText(h).Text))
		}
	}
}

// cellsOf are the texts in a column, without those that are empty.
func (t *table) cellsOf(col int) []string {
	var out []string
	for _, r := range t.body {
		if c := cellIn(r, col); c != nil {
			if text := strings.TrimSpace(cellText(c).Text); !dialect.IsEmpty(text) {
				out = append(out, text)
			}
		}
	}
	return out
}

// areNames reports whether all texts can be names of parameters.
func areNames(texts []string) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(s string) bool { return !naming.IsName(s) })
}

// areSentences reports whether most texts are of several words.
func areSentences(texts []string) bool {
	n := 0
	for _, s := range texts {
		if len(strings.Fields(s)) > 2 {
			n++
		}
	}
	return 2*n > len(texts)
}

func (t *table) setColumns(head *doc.Row) {
	t.heads = make([]*doc.Cell, len(t.cols))
	for _, c := range head.Cells {
		col := dialect.ParseColumn(strings.TrimSpace(cellText(c).Text))
		for i := c.Col; i < c.Col+c.ColSpan && i < len(t.cols); i++ {
			t.cols[i], t.heads[i] = col, c
		}
		if col == dialect.ColumnName && c.ColSpan == 2 && c.Col+1 < len(t.cols) {
			t.cols[c.Col+1] = dialect.ColumnSubName // the cells below are split: the object, and its members beside it
		}
	}
}

// col is the place of a column, -1 where the table has none of that kind.
func (t *table) col(want dialect.Column) int { return slices.Index(t.cols, want) }

func (t *table) has(want dialect.Column) bool { return slices.Contains(t.cols, want) }

// tellsNeed reports whether a table has a column for what is mandatory.
func (t *table) tellsNeed() bool {
	return t.has(dialect.ColumnMandatory) || t.has(dialect.ColumnOptional)
}
