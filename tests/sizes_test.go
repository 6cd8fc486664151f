package tests

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// nestedLists writes a page with a request line and lists inside each other, in each form
// that is read. The innermost item is the word "innermost".
var nestedLists = map[string]func(depth int) string{
	"page.rst": func(depth int) string {
		var b strings.Builder
		b.WriteString("Folding a Crane\n===============\n\nURI\n---\n\nGET /v1/cranes\n\nNotes\n-----\n\n")
		for i := range depth {
			word := "fold"
			if i == depth-1 {
				word = "innermost"
			}
			b.WriteString(strings.Repeat("  ", i) + "- " + word + "\n\n")
		}
		return b.String()
	},
	"page.html": func(depth int) string {
		return "<html><body><h1>Folding a Crane</h1><h4>URI</h4><p>GET /v1/cranes</p><h4>Notes</h4>" +
			strings.Repeat("<ul><li>fold", depth-1) + "<ul><li>innermost</li></ul>" + strings.Repeat("</li></ul>", depth-1) + "</body></html>"
	},
	"page.txt": func(depth int) string {
		var b strings.Builder
		b.WriteString("Folding a Crane\n\nURI\n\nGET /v1/cranes\n\nNotes\n\n")
		for i := range depth {
			word := "fold"
			if i == depth-1 {
				word = "innermost"
			}
			b.WriteString(strings.Repeat("    ", i) + "• " + word + "\n\n")
		}
		return b.String()
	},
}

// read reads one page; it gives the finding of a rule, if there is one, and the tree.
func read(t *testing.T, name, text, rule string) (*diag.Finding, string) {
	t.Helper()
	var found diag.List
	pages := trees(convert.Set{Name: "sizes", Pages: map[string][]byte{name: []byte(text)}}, &found)
	if len(pages) != 1 {
		t.Fatalf("%s: %d pages were read", name, len(pages))
	}
	for _, f := range found.Sorted() {
		if f.Rule == rule {
			return &f, doc.Dump(pages[0])
		}
	}
	return nil, doc.Dump(pages[0])
}

// TestTooDeep nests lists as deep as they are read, and deeper: then a finding says so, and
// no word is lost.
func TestTooDeep(t *testing.T) {
	for name, write := range nestedLists {
		for depth, deep := range map[int]bool{20: false, 60: true, 300: true} {
			f, tree := read(t, name, write(depth), "tool/too-deep")
			if (f != nil) != deep {
				t.Errorf("%s: %d lists inside each other: finding %v", name, depth, f)
			}
			if !strings.Contains(tree, "innermost") || !strings.Contains(tree, "GET /v1/cranes") {
				t.Errorf("%s: %d lists inside each other: words are lost", name, depth)
			}
			if f != nil && f.Pos.Line == 0 {
				t.Errorf("%s: the finding has no place: %v", name, f)
			}
		}
	}
}

// TestTooLarge has a page of more elements than are read: a finding says so, and what stands
// before them is kept.
func TestTooLarge(t *testing.T) {
	const most = 1 << 20
	page := func(n int) string {
		return "<html><body><h1>Folding a Crane</h1><p>GET /v1/cranes</p><p>" + strings.Repeat("<b>", n) + "the end</body></html>"
	}
	for n, large := range map[int]bool{most / 2: false, most + 1: true} {
		f, tree := read(t, "page.html", page(n), "tool/too-large")
		if (f != nil) != large || !strings.Contains(tree, "GET /v1/cranes") {
			t.Errorf("%d elements: finding %v", n, f)
		}
	}
}
