// Package htmldoc reads a page in HTML into the tree of package doc.
//
//	page := htmldoc.Parse(source.New("create.html", text), &found)
//
// Two kinds of pages come: exports of the writing system, which hold the topic alone, and
// pages as the help centre serves them, with navigation, header and footer around it. The
// tree is the one that the same page gives in RST: headings become sections, whatever
// boxes they stand in; a `<caption>` is the table's title; `<a href="#x">` is a reference
// to the label x, and ids that something can refer to are labels.
//
// The way through the package: tree.go makes elements of tags, topic.go finds the topic
// among them, flow.go, table.go and code.go turn its blocks into nodes and inline.go its
// words into text. place.go knows where each byte stands: the tree keeps offsets, and only
// what gets into a node is turned into a line and a column.
//
// Nothing of a page is run or fetched: scripts, frames and forms are dropped. The reader
// never panics on a page, bounds depth and size, and keeps no state between pages.
package htmldoc

import (
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// The bounds of a page. Real pages stay below a tenth of each.
const (
	maxElements = 1 << 20 // elements and texts in a page
	maxOpen     = 150     // elements inside each other
	maxDepth    = 50      // blocks inside each other, as in package rst
	maxCols     = 100     // columns of a table
	maxName     = 512     // bytes of an attribute that is kept
	maxLabels   = 100     // labels of one block
	maxPerKind  = 200     // findings of one rule
)

// Parse reads a page. Findings go to found, which must not be shared with another
// goroutine. The tree is complete even where findings were made.
func Parse(f *source.File, found *diag.List) *doc.Page {
	p := &parser{file: f, found: found, places: newPlaces(f.Lines())}
	if !f.Valid() {
		off := max(0, strings.IndexRune(p.text, utf8.RuneError))
		p.report("docs/not-utf8", off,
			"the page is not UTF-8 from here on and the bytes that could not be read were replaced; save it as UTF-8")
	}
	page := &doc.Page{File: f, OriginalName: p.name() + ".html"}
	if len(p.text) == 0 {
		return page
	}
	p.readTree()
	p.topic()
	p.wanted = p.referred(p.root)
	page.Blocks = p.sections()
	page.Above = p.parent
	return page
}

// name is the name of the page's file without its ending.
func (p *parser) name() string { return baseName(p.file.Path()) }

// parser is the state of reading one page.
type parser struct {
	places
	file   *source.File
	found  *diag.List
	counts map[string]int // findings so far, by rule

	top   *node          // of the whole page
	root  *node          // holds the topic
	title *node          // its title, nil where there is none
	above map[*node]bool // the elements around the title

	wanted map[string]bool // ids that the page itself refers to
	parent string          // the title of the page above this one
	depth  int
}

// report adds a finding, unless the page has had its share of the rule.
func (p *parser) report(rule string, off int, message string) {
	if p.counts == nil {
		p.counts = make(map[string]int)
	}
	p.counts[rule]++
	switch n := p.counts[rule]; {
	case n > maxPerKind:
		return
	case n == maxPerKind:
		message += " (there are more in this page; only the first ones are listed)"
	}
	p.found.Add(rule, p.file.Path(), p.pos(off), message)
}

func (p *parser) at(n *node) doc.At { return doc.At{Start: p.pos(n.off)} }
