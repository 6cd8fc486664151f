package extract

import (
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

// linesOfRows records a request line for each row of a table that has one in its cells.
func (p *page) linesOfRows(t *table) {
	if t.doc.Cols < 2 {
		return
	}
	for _, r := range t.doc.Body {
		p.addTableLine(t, r.Cells)
	}
}

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

// addTableLine records the request line that cells hold, where one is a method and one its URL, and no further cell is.
func (p *page) addTableLine(t *table, cells []*doc.Cell) {
	line := requestLine{ctx: t.ctx}
	line.ctx.section = dialect.SectionURI
	for _, c := range cells {
		flow := cellText(c)
		text := strings.Trim(flow.Text, " \n\u00a0*`")
		if m := methodOf(text); m != "" {
			if line.method != "" {
				return
			}
			line.method = m
		} else if url, after, ok := readURL(text); ok {
			if line.url != "" {
				return
			}
			line.url, line.after, line.pos = url, after, flow.At(0)
		}
	}
	if line.method != "" && line.url != "" {
		p.lines, p.anyLine, t.hasLines = append(p.lines, line), true, true
	}
}
