package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// tableLines records the request lines that tables hold, where no text of the page is one:
//
//	Operation   | Method | URI              Method | POST
//	Feed a gull | POST   | /v1/gulls/feed   URI    | /v1/hulls
//
// The first form counts in a section for the request line only: lists of all calls of a service look like it.
// The second does not apply to a section that describes no call.
func (p *page) tableLines() {
	if len(p.lines) > 0 {
		return
	}
	for _, t := range p.tables {
		switch t.ctx.section {
		case dialect.SectionURI:
			p.lineOfPairs(t)
			p.linesOfRows(t)
		case dialect.SectionUnknown, dialect.SectionFunction, dialect.SectionRequest:
			p.lineOfPairs(t)
		}
	}
}

// linesOfRows records a request line for each row of a table that has one in its cells, and reports the rows that have
// a part of one only.
func (p *page) linesOfRows(t *table) {
	if t.hasLines {
		return
	}
	var odd []*doc.Cell
	for _, cells := range t.grid() {
		if !p.addTableLine(t, slices.Compact(cells)) {
			odd = append(odd, partOfLine(cells))
		}
	}
	for _, c := range odd {
		if t.hasLines && c != nil {
			p.found.add("tool/no-operation", c.Pos(), "no request line could be read in this row, as in others of its table; it needs one method and one path")
		}
	}
}

// partOfLine is the first of cells with a method or a URL, nil where none has one.
func partOfLine(cells []*doc.Cell) *doc.Cell {
	i := slices.IndexFunc(cells, func(c *doc.Cell) bool {
		text := lineText(cellText(c))
		_, _, isURL := readURL(text)
		return isURL || methodOf(text) != ""
	})
	if i < 0 {
		return nil
	}
	return cells[i]
}

// lineText is the text of a cell without what its page sets a method or a URL in.
func lineText(flow doc.Flow) string { return strings.Trim(flow.Text, " \n\u00a0*`") }

// lineOfPairs records the request line that a table of labels and values tells.
func (p *page) lineOfPairs(t *table) {
	if t.doc.Cols != 2 {
		return
	}
	var values []*doc.Cell
	for _, r := range append(t.doc.Head[:len(t.doc.Head):len(t.doc.Head)], t.doc.Body...) {
		if len(r.Cells) == 2 && dialect.IsLineLabel(strings.TrimSpace(cellText(r.Cells[0]).Text)) {
			values = append(values, r.Cells[1])
		}
	}
	p.addTableLine(t, values)
}

// addTableLine records the request line that cells hold, where one is a method and one its URL, and no further cell
// is, and reports whether they do.
func (p *page) addTableLine(t *table, cells []*doc.Cell) bool {
	line := requestLine{ctx: t.ctx}
	line.ctx.section = dialect.SectionURI
	for _, c := range cells {
		flow := cellText(c)
		text := lineText(flow)
		if m := methodOf(text); m != "" {
			if line.method != "" {
				return false
			}
			line.method = m
		} else if url, after, ok := readURL(text); ok {
			if line.url != "" {
				return false
			}
			line.url, line.after, line.pos = url, after, flow.At(0)
		}
	}
	if line.method == "" || line.url == "" {
		return false
	}
	p.lines, p.anyLine, t.hasLines = append(p.lines, line), true, true
	return true
}
