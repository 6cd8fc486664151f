package rst_test

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestContents holds the order and the chapters of pages: toctrees lead, and what they leave
// out stands below the index page of its folder.
func TestContents(t *testing.T) {
	title := func(s string) string { return s + "\n======\n\n" }
	var pages []*doc.Page
	for _, p := range [][2]string{
		{"a/index.rst", title("Letter") + ".. toctree::\n\n   Second <two>\n   one.rst\n   <one>\n   /nowhere\n"},
		{"a/one.rst", title("Number one")},
		{"a/two.rst", title("Number two")},
		{"a/x/lost.rst", title("Lost A")},
		{"b/index.rst", title("Letter B")},
		{"b/one.rst", title("Lost B")},
		{"c/one.rst", title("Lost C")},
		{"index.rst", title("Top one") + ".. toctree::\n\n   a/index\n"},
		{"z.html", "<h1>HTML</h1>"},
	} {
		f := source.New(p[0], []byte(p[1]))
		pages = append(pages, rst.Parse(f, new(diag.List)))
	}
	var c doc.Contents
	rst.Reader{}.Contents(nil, pages, &c)
	want := "Top one\tindex.rst\n" +
		"  Letter\ta/index.rst\tindex.rst:4:1\n" +
		"    Number two\ta/two.rst\ta/index.rst:4:1\n" +
		"    Number one\ta/one.rst\ta/index.rst:4:1\n" +
		"    Lost A\ta/x/lost.rst\n" +
		"  Letter B\tb/index.rst\n" +
		"    Lost B\tb/one.rst\n" +
		"  Lost C\tc/one.rst\n"
	if got := c.Dump(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	c = doc.Contents{}
	rst.Reader{}.Contents(nil, pages[1:3], &c)
	if len(c.Top) != 0 {
		t.Errorf("without an index page: %s", c.Dump())
	}
}

func TestRole(t *testing.T) {
	if (rst.Reader{}).Role("a/b.rst") != source.PageFile || (rst.Reader{}).Role("a.rst/b.txt") != source.NotRead {
		t.Error("pages end in .rst")
	}
}

func TestRecognizes(t *testing.T) {
	for what, c := range map[string]struct {
		name, text string
		want       bool
	}{
		"an .rst file":             {"a.rst", "words", true},
		"words":                    {"a.txt", "words", false},
		"nothing":                  {"a.txt", "", false},
		"a field at the start":     {"a.txt", "\n  :original_name: x", true},
		"a field further below":    {"a.txt", "words\n:original_name: x", false},
		"equal signs":              {"a.txt", "T\n===", true},
		"hyphens":                  {"a.txt", "T\n---", true},
		"hyphens with space":       {"a.txt", "T\n  ---  ", true},
		"two hyphens":              {"a.txt", "T\n--", false},
		"both in one line":         {"a.txt", "T\n-=-", false},
		"a directive":              {"a.txt", "T\n.. note:: x", true},
		"a label":                  {"a.txt", "T\n.. _x:", true},
		"a comment":                {"a.txt", "T\n.. words", false},
		"colons in words":          {"a.txt", "T\na::b", false},
		"a tag at the start":       {"a.txt", "\n<p>\n===", false},
		"a tag in a line of words": {"a.txt", "T\n<p>\n===", true},
	} {
		if got := (rst.Reader{}).Recognizes(source.New(c.name, []byte(c.text))); got != c.want {
			t.Errorf("%s: %v", what, got)
		}
	}
}
