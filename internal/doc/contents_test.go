package doc_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// chapterPage is a page with a title that lists others.
func chapterPage(name, title string, lists ...string) *doc.Page {
	p := &doc.Page{File: source.New(name, nil)}
	s := &doc.Section{Title: doc.Text{{Kind: doc.Regular, Segs: []doc.Seg{{Text: title}}}}}
	if len(lists) > 0 {
		at := doc.At{Start: source.Pos{Line: 3, Col: 1}}
		s.Blocks = []doc.Block{&doc.Other{At: at, Kind: "image", Entries: []string{"no list of pages"}}, &doc.Other{At: at, Kind: doc.PageList, Entries: lists}}
	}
	p.Blocks = []doc.Block{s}
	return p
}

func TestFollow(t *testing.T) {
	pages := map[string]*doc.Page{
		"top": chapterPage("top", "The  Top", "a", "nowhere", "b"),
		"a":   chapterPage("a", "A", "c"),
		"b":   chapterPage("b", "B", "a", "top"),
		"c":   chapterPage("c", "C", "b"),
	}
	var c doc.Contents
	c.Follow(nil, pages["top"], func(_ *doc.Page, link string) *doc.Page { return pages[link] })
	want := "The Top\ttop\n  A\ta\ttop:3:1\n    C\tc\ta:3:1\n      B\tb\tc:3:1\n"
	if got := c.Dump(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if c.Entry(pages["c"]).Title != "C" || c.Entry(chapterPage("x", "X")) != nil {
		t.Error("the entry of a page is not its own")
	}
}

// TestFollowDeep has a chain of pages that is longer than anybody follows.
func TestFollowDeep(t *testing.T) {
	name := func(i int) string { return strings.Repeat("x", i) }
	pages := make(map[string]*doc.Page)
	for i := 1; i <= 100; i++ {
		pages[name(i)] = chapterPage(name(i), "T", name(i+1))
	}
	var c doc.Contents
	c.Follow(nil, pages["x"], func(_ *doc.Page, link string) *doc.Page { return pages[link] })
	if n := strings.Count(c.Dump(), "\n"); n != 51 {
		t.Errorf("%d entries", n)
	}
}

func TestComplete(t *testing.T) {
	a, b := chapterPage("a", "A"), chapterPage("b", "B")
	in := func(p *doc.Page, chapter string) *doc.Page { p.Above = chapter; return p }
	var c doc.Contents
	c.Add(nil, &doc.Entry{Title: "Lamps"})
	c.Add(c.Top[0], &doc.Entry{Title: "A", Page: a})
	c.Add(nil, &doc.Entry{Title: "Lamps"}) // the first of two chapters of a name counts
	c.Complete([]*doc.Page{
		in(a, "Wicks"), b, in(chapterPage("c", "C"), " Lamps"), in(chapterPage("d", "D"), "Wicks"),
		chapterPage("e", ""), in(chapterPage("f", "F"), "Wicks"), in(chapterPage("g", "G"), "B"),
	})
	want := "Lamps\t-\n  A\ta\n  C\tc\nLamps\t-\nB\tb\nWicks\t-\n  D\td\n  F\tf\n\te\nB\t-\n  G\tg\n"
	if got := c.Dump(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	c.Add(nil, &doc.Entry{Title: "Again", Page: a})
	if last := c.Top[len(c.Top)-1]; last.Page != nil || c.Entry(a).Title != "A" {
		t.Error("a page is listed twice")
	}
}

func TestWalkContents(t *testing.T) {
	var c doc.Contents
	c.Add(nil, &doc.Entry{Title: "1"})
	c.Add(c.Top[0], &doc.Entry{Title: "2"})
	c.Add(c.Top[0].Below[0], &doc.Entry{Title: "3"})
	c.Add(c.Top[0], &doc.Entry{Title: "4"})
	var got []string
	c.Walk(func(e *doc.Entry, above []*doc.Entry) {
		line := e.Title + ":"
		for _, a := range above {
			line += a.Title
		}
		got = append(got, line)
	})
	if s := strings.Join(got, " "); s != "1: 2:1 3:12 4:1" {
		t.Errorf("got %s", s)
	}
}
