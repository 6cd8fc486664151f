package rst

import (
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// minAdornment is the length from which an adornment that is shorter than its title
// still makes a title, with a warning (docutils Text.underline).
const minAdornment = 4

// title reads a line of text with an adornment below. It reports false where the two
// lines are ordinary text.
func (b *body) title() bool {
	text, under := b.ls[b.i], b.ls[b.i+1]
	short := columns(text.text) > len(under.text)
	if short && len(under.text) < minAdornment {
		return false
	}
	if !b.top {
		b.titleInside(2)
		return true
	}
	if short {
		b.shortTitle(under)
	}
	b.i += 2
	b.section(text, under.text[:1])
	return true
}

func (b *body) shortTitle(under line) {
	b.p.report("docs/short-title-line", b.p.pos(under, 0),
		"the line under this title is shorter than the title; make it as long as the title")
}

// titleInside keeps n lines that look like a title where none may stand.
func (b *body) titleInside(n int) {
	p := b.p
	n = min(n, len(b.ls)-b.i)
	p.report("docs/misplaced-title", p.pos(b.ls[b.i], 0),
		"this looks like a section title or a separator line, which may not stand inside a list, a note or a table cell; the published page drops it")
	o := p.errorBlock("title", b.ls[b.i:b.i+n])
	o.Labels = p.takeLabels()
	b.add(o)
	b.i += n
}

// lineOrTitle reads a line of one punctuation character: the line above a title, or a
// transition (docutils Body.line and states.Line). It reports false for ordinary text.
func (b *body) lineOrTitle() bool {
	p := b.p
	over := b.ls[b.i]
	long := len(over.text) >= minAdornment
	if !b.top {
		if over.text == "::" || !long {
			return false
		}
		b.titleInside(1)
		return true
	}
	if b.i+1 >= len(b.ls) || b.ls[b.i+1].blank() {
		if !long {
			return false
		}
		b.add(&doc.Other{At: p.at(over), Kind: "transition", Args: over.text, Labels: p.takeLabels()})
		b.i++
		return true
	}
	if isLine(b.ls[b.i+1].text) {
		if !long {
			return false
		}
		b.badTitle(2, "two separator lines stand on top of each other; put the title between them")
		return true
	}
	text := b.ls[b.i+1]
	under := line{}
	if b.i+2 < len(b.ls) {
		under = b.ls[b.i+2]
	}
	if over.text != under.text {
		if !long {
			return false
		}
		b.badTitle(3, "the lines above and below this title differ; make them alike")
		return true
	}
	if columns(text.text) > len(over.text) {
		if !long {
			return false
		}
		b.shortTitle(under)
	}
	b.i += 3
	b.section(text.from(indent(text.text)), over.text[:1]+under.text[:1])
	return true
}

func (b *body) badTitle(n int, message string) {
	p := b.p
	n = min(n, len(b.ls)-b.i)
	p.report("docs/title-lines", p.pos(b.ls[b.i], 0), message)
	o := p.errorBlock("title", b.ls[b.i:b.i+n])
	o.Labels = p.takeLabels()
	b.add(o)
	b.i += n
}

// section opens a section. The first adornment of a page is its level 1, the next new
// one level 2, and so on (RST spec, "Sections"): a new adornment may only stand one
// level below the section it is in.
func (b *body) section(text line, style string) {
	p := b.p
	level := 0
	for i, s := range b.styles {
		if s == style {
			level = i + 1
		}
	}
	if level == 0 {
		if len(b.styles) > len(b.sections) {
			p.report("docs/title-level", p.pos(text, 0),
				"this title's adornment "+strconv.Quote(style)+" was not used before in the page and skips a level; use the one of the level meant")
			o := p.errorBlock("title", []line{text})
			o.Labels = p.takeLabels()
			b.add(o)
			return
		}
		b.styles = append(b.styles, style)
		level = len(b.styles)
	} else if level > len(b.sections)+1 {
		p.report("docs/title-level", p.pos(text, 0),
			"this title stands "+strconv.Itoa(level-len(b.sections))+" levels below the section that it is in; a level was left out")
		o := p.errorBlock("title", []line{text})
		o.Labels = p.takeLabels()
		b.add(o)
		return
	}
	s := &doc.Section{At: p.at(text), Level: level, Labels: p.takeLabels()}
	s.Title = p.inline([]line{text})
	b.sections = b.sections[:level-1]
	if level == 1 {
		b.out = b.root
	} else {
		b.out = &b.sections[level-2].Blocks
	}
	b.add(s)
	b.sections = append(b.sections, s)
	b.out = &s.Blocks
}

// columns is the number of columns that s takes on a screen (docutils column_width).
func columns(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			n = 0
			for _, r := range s {
				n += columnsOf(r)
			}
			return n
		}
		n++
	}
	return n
}
