// Package rst reads a page in reStructuredText into the tree of package doc.
//
//	page := rst.Parse(source.New("things/create.rst", text), &found)
//
// The reader follows docutils, the reference reader: which lines are a list, where a
// table ends and whether an asterisk is markup are decided by its rules, because the
// published pages were made by it. The comments name the place in the reStructuredText
// specification (docutils.sourceforge.io/docs/ref/rst/restructuredtext.html, "RST spec")
// or the docutils function wherever a rule looks odd. Two things differ on purpose: a
// piece of text never loses its place in the page, and what docutils throws away (torn
// tables, unknown directives) stays in the tree as doc.Other.
//
// The reader opens no file, follows no directive that would, never panics on a page and
// keeps no state between pages, so pages may be read concurrently.
package rst

import (
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// maxDepth bounds how deep blocks may stand inside each other. Real pages stay below 12;
// each level costs stack and copies its lines once, so a page of nothing but nested
// lists would otherwise cost the square of its size.
const maxDepth = 50

// maxPerKind bounds the findings of one kind of mistake in a page, so that a page of
// rubbish does not get a finding for every character.
const maxPerKind = 200

// Parse reads a page. Findings go to found, which must not be shared with another
// goroutine. The tree is complete even where findings were made.
func Parse(f *source.File, found *diag.List) *doc.Page {
	p := &parser{file: f, found: found, page: &doc.Page{File: f}}
	if !f.Valid() {
		p.report("docs/not-utf8", firstReplaced(f.Lines()),
			"the page is not UTF-8 from here on and the bytes that could not be read were replaced; save it as UTF-8")
	}
	b := &body{p: p, ls: p.lines(f.Lines()), top: true, out: &p.page.Blocks}
	b.run()
	p.leftLabels(b.out)
	p.page.File = f.Packed()
	return p.page
}

// firstReplaced is where the first byte was that is not UTF-8.
func firstReplaced(lines []string) source.Pos {
	for i, l := range lines {
		if off := strings.IndexRune(l, utf8.RuneError); off >= 0 {
			return source.Pos{Line: i + 1, Col: utf8.RuneCountInString(l[:off]) + 1}
		}
	}
	return source.Pos{Line: 1, Col: 1}
}

// parser is the state of reading one page.
type parser struct {
	file  *source.File
	found *diag.List
	page  *doc.Page

	depth  int
	counts map[string]int // findings so far, by rule

	labels  []doc.Label // targets that wait for the node they stand before
	targets int         // hyperlink targets seen so far

	tabbed map[int32][]int32 // see lines

	shelf []line // storage for the lines of indented blocks and cells, see shelve
	text  text   // storage for what the tree keeps of the page's text
	marks scratch
	segs  slab[doc.Seg]
	runs  slab[doc.Inline]
	// Of each depth, storage for the blocks that nested gathers.
	gather [maxDepth + 1][]doc.Block
	blocks slab[doc.Block]
	// Paragraphs that were allocated and are not used yet: half of all blocks are paragraphs.
	paragraphs []doc.Paragraph

	index     *names // see names
	anonymous int    // anonymous references seen so far
	replacing bool   // the text is that of a replacement
	replaced  int    // bytes that replacements have added
}

// report adds a finding, unless the page has had its share of the rule.
func (p *parser) report(rule string, pos source.Pos, message string) {
	if p.counts == nil {
		p.counts = make(map[string]int)
	}
	p.counts[rule]++
	if n := p.counts[rule]; n > maxPerKind {
		return
	} else if n == maxPerKind {
		message += " (there are more in this page; only the first ones are listed)"
	}
	p.found.Add(rule, p.file.Path(), pos, message)
}

// takeLabels hands over the targets that wait, to the node that now begins.
func (p *parser) takeLabels() []doc.Label {
	labels := p.labels
	p.labels = nil
	return labels
}

// leftLabels keeps targets that stand before nothing, at the end of the page.
func (p *parser) leftLabels(out *[]doc.Block) {
	for _, label := range p.takeLabels() {
		*out = append(*out, &doc.Other{At: doc.At{Start: label.Pos}, Kind: "target", Args: label.Name})
	}
}

// nested reads the blocks inside another block.
func (p *parser) nested(ls []line) []doc.Block {
	out := &p.gather[p.depth]
	*out = (*out)[:0]
	p.nestedInto(out, ls)
	return p.blocks.clone(*out)
}

func (p *parser) nestedInto(out *[]doc.Block, ls []line) {
	ls = trimBlank(ls)
	if len(ls) == 0 {
		return
	}
	if p.depth >= maxDepth {
		p.report("tool/too-deep", p.pos(ls[0], 0), "blocks stand too deep inside each other; this part was kept as it is written")
		*out = append(*out, p.errorBlock("too-deep", ls))
		return
	}
	p.depth++
	mark := len(p.shelf)
	b := body{p: p, ls: ls, out: out}
	b.run()
	p.shelf = p.shelf[:mark]
	p.depth--
}

// errorBlock keeps lines that could not be read; docutils shows them in a system message.
func (p *parser) errorBlock(what string, ls []line) *doc.Other {
	ls = trimBlank(ls)
	o := &doc.Other{Kind: "error", Args: what}
	if len(ls) > 0 {
		o.At = p.at(ls[0])
		o.Blocks = []doc.Block{p.code(ls)}
	}
	return o
}

// code makes a literal block of lines.
func (p *parser) code(ls []line) *doc.Code {
	c := &doc.Code{}
	if len(ls) > 0 {
		c.At = p.at(ls[0])
		c.Lines = make([]doc.Seg, len(ls))
		for i, l := range ls {
			c.Lines[i] = doc.Seg{Text: l.text, Pos: p.pos(l, 0)}
		}
	}
	return c
}
