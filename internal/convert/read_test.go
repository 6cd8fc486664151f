package convert

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestReadPage chooses the reader by what a page holds. What tells the readers apart here
// is what each of them makes of the same word.
func TestReadPage(t *testing.T) {
	const (
		none = ""
		rst  = "rst"
		html = "html"
		text = "text"
	)
	for _, c := range []struct{ name, page, want string }{
		{"a.rst", "Title\n=====\n\nwords", rst},
		{"a.txt", ":original_name: a.html\n\nwords", rst},
		{"a.txt", "words\n\n.. _label:\n\nwords", rst},
		{"a.rst", "words", rst},
		{"a.rst", "<words>", rst},
		{"a.html", "<h1>words</h1>", html},
		{"a.txt", "\uFEFF \n<!-- x --><p>words", html},
		{"a.bin", "<!DOCTYPE html><p>words", html},
		{"a.htm", "<?xml version='1.0'?><html><p>words", html},
		{"a.txt", "Lamps\n\nURI\n\nGET /v1/lamps", text},
		{"a.html", "Lamps\n\nRequest\n\nParameter\n\nMandatory\n\nlamp\n\nYes", text},
		{"a.txt", "Dear reader,\n\nthese are words.", none},
		{"a.txt", "< 5 words", none},
		{"a.txt", "", none},
		{"a.htm", "<\nh1>words", none},
		{"a.txt", "<words>\n=======\n", html},
		{"a.txt", "\n   \n.. note:: words", rst},
		{"a.pdf", "%PDF-1.7\n\x00\x01", none},
	} {
		var found diag.List
		got := none
		if pages := otc(t).read(source.New(c.name, []byte(c.page)), nil, &found); len(pages) == 1 {
			got = form(pages[0])
		}
		if got != c.want {
			t.Errorf("%s with %q was read as %q, want %q", c.name, c.page, got, c.want)
		}
		if unknown := found.Len() > 0; unknown != (c.want == none) {
			t.Errorf("%s with %q: findings %v", c.name, c.page, found.Sorted())
		}
	}
}

// form tells which reader made a tree: only HTML pages have their file's name, and only
// text has sections without an underline.
func form(p *doc.Page) string {
	if p.OriginalName == "a.html" && len(p.Blocks) > 0 {
		if _, fields := p.Blocks[0].(*doc.Fields); !fields {
			return "html"
		}
	}
	for _, b := range p.Blocks {
		if s, ok := b.(*doc.Section); ok && len(s.Blocks) > 0 && s.Title.String() == "Lamps" {
			return "text"
		}
	}
	return "rst"
}

func otc(t *testing.T) *Converter {
	t.Helper()
	p, _, ok := profile.BuiltIn("otc")
	if !ok {
		t.Fatal("the profile otc is not built in")
	}
	return New(p)
}
