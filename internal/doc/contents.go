package doc

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/source"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Contents is the table of contents of a set: a tree of titles and pages in the order of the
// documentation. A page has one entry, where it is listed first.
type Contents struct {
	Top []*Entry
	// Service is the short name of the service that it says it is of, "" where it says none.
	Service string

	entries map[*Page]*Entry
}

// Entry is a line of a table of contents.
type Entry struct {
	Title string // on one line
	Page  *Page  // nil: a title without a page of its own
	// File and Pos are where the documentation lists it, zero where nothing does.
	File  string
	Pos   source.Pos
	Below []*Entry
}

// Add puts an entry at the end of those below another one, or of the top where below is nil.
// A page that is listed already keeps its place: then the entry is added without the page.
func (c *Contents) Add(below, e *Entry) {
	if e.Page != nil && c.entries[e.Page] != nil {
		e.Page = nil
	}
	if e.Page != nil {
		if c.entries == nil {
			c.entries = make(map[*Page]*Entry)
		}
		c.entries[e.Page] = e
	}
	if below == nil {
		c.Top = append(c.Top, e)
	} else {
		below.Below = append(below.Below, e)
	}
}

// Entry is the entry of a page, nil where it has none.
func (c *Contents) Entry(p *Page) *Entry { return c.entries[p] }

// maxLinks bounds how deep Follow goes.
const maxLinks = 50

// Follow adds a page, and below it the pages that it links to in its lists of pages, and so
// on; pages that are listed already are left out. find gives the page that such a link means,
// nil where there is none.
func (c *Contents) Follow(below *Entry, p *Page, find func(from *Page, link string) *Page) {
	e := &Entry{Title: p.Title(), Page: p}
	c.Add(below, e)
	c.follow(e, find, 0)
}

func (c *Contents) follow(e *Entry, find func(*Page, string) *Page, depth int) {
	if depth == maxLinks {
		return
	}
	WalkAll(e.Page.Blocks, func(b Block) bool {
		list, ok := b.(*Other)
		if !ok || list.Kind != PageList {
			return true
		}
		for _, link := range list.Entries {
			child := find(e.Page, link)
			if child == nil || c.entries[child] != nil {
				continue
			}
			entry := &Entry{Title: child.Title(), Page: child, File: e.Page.File.Path(), Pos: list.Pos()}
			c.Add(e, entry)
			c.follow(entry, find, depth+1)
		}
		return true
	})
}

// Complete lists the pages that have no entry yet, in their order: each at the end of the
// chapter that it says it belongs to, or else at the end of all.
func (c *Contents) Complete(pages []*Page) {
	chapters := make(map[string]*Entry)
	c.Walk(func(e *Entry, _ []*Entry) {
		if chapters[e.Title] == nil {
			chapters[e.Title] = e
		}
	})
	for _, p := range pages {
		if c.entries[p] != nil {
			continue
		}
		var chapter *Entry
		if title := oneLine(p.Above); title != "" {
			if chapters[title] == nil {
				chapters[title] = &Entry{Title: title}
				c.Add(nil, chapters[title])
			}
			chapter = chapters[title]
		}
		c.Add(chapter, &Entry{Title: p.Title(), Page: p})
	}
}

// Walk calls f for each entry in the order of the documentation; above are the entries that
// it stands below, the nearest last. f must not keep above.
func (c *Contents) Walk(f func(e *Entry, above []*Entry)) {
	var walk func(entries, above []*Entry)
	walk = func(entries, above []*Entry) {
		for _, e := range entries {
			f(e, above)
			walk(e.Below, append(above, e))
		}
	}
	walk(c.Top, nil)
}

// Dump gives the table of contents as text, a line for each entry, indented by its depth:
// its title, its page or a hyphen, and where it is listed, separated by tabs.
func (c *Contents) Dump() string {
	var b strings.Builder
	c.Walk(func(e *Entry, above []*Entry) {
		page, from := "-", ""
		if e.Page != nil {
			page = e.Page.File.Path()
		}
		if e.File != "" {
			from = "\t" + terminal.Printable(e.File) + ":" + e.Pos.String()
		}
		b.WriteString(strings.Repeat("  ", len(above)) + terminal.Printable(e.Title) + "\t" + terminal.Printable(page) + from + "\n")
	})
	return b.String()
}
