// Package history reads the change history that a documentation set keeps of itself: a page with
// a table of dates and what was changed.
package history

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// Entry is what a set says of one of its own changes.
type Entry struct {
	Date string // as the page writes it
	Text string // on one line
	Page string
	Line int
}

// Entries are those of all pages of a set, in their order.
func Entries(pages []*doc.Page) []Entry {
	var out []Entry
	for _, p := range pages {
		if !dialect.IsChangeHistory(p.Title()) {
			continue
		}
		for _, t := range p.Tables() {
			out = append(out, entries(p.File.Path(), t)...)
		}
	}
	return out
}

// entries are the rows of a table: the date stands in the first column, which may cover several
// rows, and what changed in the others.
func entries(page string, t *doc.Table) []Entry {
	var out []Entry
	date := ""
	for _, row := range t.Body {
		var texts []string
		for _, cell := range row.Cells {
			if cell.Col == 0 {
				date = words(cell.Blocks)
			} else if text := words(cell.Blocks); text != "" {
				texts = append(texts, text)
			}
		}
		if date != "" && len(texts) > 0 {
			out = append(out, Entry{date, strings.Join(texts, "; "), page, row.Pos().Line})
		}
	}
	return out
}

// words are the paragraphs of blocks on one line: an introduction and what it introduces are one
// sentence, other paragraphs are set apart by a semicolon.
func words(blocks []doc.Block) string {
	var b strings.Builder
	doc.WalkAll(blocks, func(n doc.Block) bool {
		p, ok := n.(*doc.Paragraph)
		if !ok {
			return true
		}
		text := strings.Join(strings.Fields(p.Text.String()), " ")
		switch before := b.String(); {
		case text == "" || before == "":
		case strings.HasSuffix(before, ":"):
			b.WriteByte(' ')
		default:
			b.WriteString("; ")
		}
		b.WriteString(text)
		return true
	})
	return b.String()
}
