package tests

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// TestSavedAsText writes the pages of real sets as the help centre's pages look when they
// are saved as text, cells as paragraphs and empty ones gone, and reads them again. Most
// tables must come back as they were, and of the others most pages must have a finding.
// What remains is text below a table that was taken for its last description.
func TestSavedAsText(t *testing.T) {
	tables, same, reported, unreported := 0, 0, 0, 0
	for name, set := range allSets(t) {
		for _, page := range trees(set, new(diag.List)) {
			text, before := saved(page)
			if len(before) == 0 || !strings.Contains(text, "\nURI\n") {
				continue
			}
			var found diag.List
			again := trees(convert.Set{Name: name, Pages: map[string][]byte{"page.txt": []byte(text)}}, &found)
			if len(again) == 0 {
				t.Errorf("%s %s: not read", name, page.File.Path())
				continue
			}
			rows := make(map[string]bool)
			for _, tab := range again[0].Tables() {
				for _, row := range tab.Body {
					rows[rowText(row)] = true
				}
			}
			for _, tab := range before {
				tables++
				lost := ""
				for _, row := range tab.Body {
					if s := rowText(row); !rows[s] && s != "" {
						lost = s
						break
					}
				}
				switch {
				case lost == "":
					same++
				case found.Len() > 0:
					reported++
				default:
					unreported++
				}
			}
		}
	}
	t.Logf("%d tables: %d same, %d with a finding, %d without", tables, same, reported, unreported)
	if same*100 < tables*94 || unreported*1000 > tables*25 {
		t.Error("too many tables come back with other rows")
	}
}

func rowText(row *doc.Row) string {
	var b strings.Builder
	for _, c := range row.Cells {
		b.WriteString("|")
		doc.WalkAll(c.Blocks, func(n doc.Block) bool {
			if p, ok := n.(*doc.Paragraph); ok {
				b.WriteString(strings.Join(strings.Fields(p.Text.String()), " ") + " ")
			}
			return true
		})
	}
	return b.String()
}

// saved writes a page as text and lists the tables that the text should give again: those
// with a head, outside of cells.
func saved(page *doc.Page) (string, []*doc.Table) {
	var b strings.Builder
	var tables []*doc.Table
	var blocks func(list []doc.Block, indent string, cell bool)
	line := func(indent, s string) {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			b.WriteString(indent + s + "\n\n")
		}
	}
	blocks = func(list []doc.Block, indent string, cell bool) {
		for _, n := range list {
			switch n := n.(type) {
			case *doc.Section:
				line("", n.Title.String())
				blocks(n.Blocks, "", false)
			case *doc.Paragraph:
				line(indent, n.Text.String())
			case *doc.List:
				for _, item := range n.Items {
					mark := b.Len()
					blocks(item.Blocks, indent+"    ", cell)
					inner := b.String()[mark:]
					rest := b.String()[:mark]
					b.Reset()
					b.WriteString(rest)
					if inner = strings.TrimPrefix(inner, indent+"    "); inner != "" {
						b.WriteString(indent + "  • " + inner)
					}
				}
			case *doc.Note:
				blocks(n.Blocks, indent, cell)
			case *doc.Quote:
				blocks(n.Blocks, indent, cell)
			case *doc.Code:
				for _, l := range n.Lines {
					b.WriteString(indent + l.Text + "\n")
				}
				b.WriteString("\n")
			case *doc.Table:
				if !cell && len(n.Head) == 1 && len(n.Body) > 0 && flat(n) {
					tables = append(tables, n)
				}
				line(indent, n.Caption.String())
				for _, rows := range [][]*doc.Row{n.Head, n.Body} {
					for _, row := range rows {
						for _, c := range row.Cells {
							blocks(c.Blocks, indent, true)
						}
					}
				}
			}
		}
	}
	blocks(page.Blocks, "", false)
	return b.String(), tables
}

// flat reports whether no cell of a table spans others, or has no text.
func flat(t *doc.Table) bool {
	for _, row := range append(t.Head[:1:1], t.Body...) {
		if len(row.Cells) != t.Cols {
			return false
		}
	}
	return true
}
