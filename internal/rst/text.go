package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// text reads what starts with a line of plain text: the line below decides whether it is
// a paragraph, a term or a title (docutils states.Text).
func (b *body) text() {
	next := line{}
	if b.i+1 < len(b.ls) {
		next = b.ls[b.i+1]
	}
	switch {
	case next.blank():
		b.paragraph(b.i + 1)
	case next.text[0] == ' ':
		b.definition()
	case isLine(next.text) && b.title():
	default:
		end := b.i + 1
		for end < len(b.ls) && !b.ls[end].blank() && b.ls[end].text[0] != ' ' {
			end++
		}
		b.paragraph(end)
	}
}

// paragraph reads the lines up to end, and the literal block that a "::" announces.
func (b *body) paragraph(end int) {
	p := b.p
	ls := b.ls[b.i:end]
	labels := p.takeLabels()
	b.i = end
	last := len(ls) - 1
	cut, literal := literalMark(ls[last].text)
	if cut != len(ls[last].text) {
		mark := len(p.shelf)
		ls = p.shelve(ls)
		ls[last].text = trimRight(ls[last].text[:cut])
		if ls[last].blank() {
			ls = ls[:last]
		}
		p.shelf = p.shelf[:mark]
	}
	if len(ls) > 0 {
		n := p.paragraph()
		n.At, n.Labels = p.at(ls[0]), labels
		b.add(n)
		waiting := p.labels
		p.labels = nil
		n.Text = p.inline(ls)
		n.Labels = append(n.Labels, p.labels...) // inline targets, see internalTarget
		p.labels = waiting
	} else {
		p.labels = labels
	}
	if literal {
		b.literalBlock()
	} else if b.i < len(b.ls) && !b.ls[b.i].blank() {
		p.report("docs/blank-line", p.pos(b.ls[b.i], indent(b.ls[b.i].text)),
			"this line is indented deeper than the paragraph that it stands under; put a blank line above it, or move it to the left")
	}
}

// literalMark tells whether a paragraph that ends with s announces a literal block, and
// how much of s is text (RST spec, "Literal Blocks"): "text::" keeps one colon, "text ::"
// none.
func literalMark(s string) (cut int, literal bool) {
	if !strings.HasSuffix(s, "::") {
		return len(s), false
	}
	slashes := 0
	for i := len(s) - 3; i >= 0 && s[i] == '\\'; i-- {
		slashes++
	}
	if slashes%2 == 1 {
		return len(s), false
	}
	if len(s) == 2 || s[len(s)-3] == ' ' {
		return len(s) - 2, true
	}
	return len(s) - 1, true
}

// literalBlock reads the block after "::": indented lines, or lines that all start with
// the same punctuation character (RST spec, "Quoted Literal Blocks").
func (b *body) literalBlock() {
	p := b.p
	mark := len(p.shelf)
	defer func() { p.shelf = p.shelf[:mark] }()
	block, end := p.indented(b.ls, b.i)
	if block = trimBlank(block); len(block) > 0 {
		b.i = end
		c := p.code(block)
		c.Labels = p.takeLabels()
		b.add(c)
		b.needBlank("a literal block")
		return
	}
	b.i = end
	start := end
	for b.i < len(b.ls) && !b.ls[b.i].blank() && isPunct(b.ls[b.i].text[0]) && b.ls[b.i].text[0] == b.ls[start].text[0] {
		b.i++
	}
	if b.i == start {
		if start < len(b.ls) {
			p.report("docs/blank-line", p.pos(b.ls[start], 0),
				`a literal block is announced with "::" above, but this line is not indented; indent it or take one colon away`)
		}
		return
	}
	c := p.code(b.ls[start:b.i])
	c.Labels = p.takeLabels()
	b.add(c)
}

// definition reads a term and its indented definition. Terms that follow each other make
// one list.
func (b *body) definition() {
	p := b.p
	term := b.ls[b.i]
	var list *doc.DefinitionList
	if n := len(*b.out); n > 0 && len(p.labels) == 0 {
		list, _ = (*b.out)[n-1].(*doc.DefinitionList)
	}
	if list == nil {
		list = &doc.DefinitionList{At: p.at(term), Labels: p.takeLabels()}
		b.add(list)
	}
	item := &doc.Definition{At: p.at(term), Term: p.inline(b.ls[b.i : b.i+1])}
	list.Items = append(list.Items, item)
	mark := len(p.shelf)
	var block []line
	block, b.i = p.indented(b.ls, b.i+1)
	item.Blocks = p.nested(block)
	p.shelf = p.shelf[:mark]
	b.needBlank("a definition list")
}

// doctest reads lines that begin with ">>>" up to a blank line.
func (b *body) doctest() {
	start := b.i
	for b.i < len(b.ls) && !b.ls[b.i].blank() {
		b.i++
	}
	c := b.p.code(b.ls[start:b.i])
	c.Lang = "pycon"
	c.Labels = b.p.takeLabels()
	b.add(c)
}
