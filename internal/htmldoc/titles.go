package htmldoc

import (
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// titleElement takes the title of a page without headings of the first level from its
// <title>.
func (f *flow) titleElement() {
	if n := find(f.p.top, func(n *node) bool { return n.tag == "title" }, nil); n != nil {
		if t := f.p.inline(n, plain); len(t) > 0 {
			f.section(n, t, 0)
		}
	}
}

// title reads the page's title. Nothing that came before it is kept but the labels, and
// the label that a page has in RST, its file's name, is added where it has none.
func (f *flow) title(n *node) {
	f.run.end()
	*f.out = nil
	f.blocks, f.stack, f.marks, f.isNote = f.out, nil, nil, nil
	f.label(n)
	name := f.p.name()
	has := false
	for _, l := range f.labels {
		has = has || doc.NormLabel(l.Name) == doc.NormLabel(name)
	}
	if !has {
		f.labels = append(f.labels, doc.Label{Name: name, Pos: f.p.pos(n.off)})
	}
	f.section(n, f.p.inline(n, plain), 0)
}

// heading opens a section; inside a cell, a list or a note, where sections cannot be, it
// is a bold line.
func (f *flow) heading(n *node) {
	t := f.p.inline(n, plain)
	switch {
	case len(t) == 0:
	case f.page:
		f.section(n, t, int(n.tag[1]-'0'))
	default:
		f.add(&doc.Paragraph{At: doc.At{Start: t[0].Segs[0].Pos}, Text: f.p.inline(n, style{kind: doc.Strong, from: n}), Labels: f.take()})
	}
}

// section opens a section below the last one whose heading is of a higher rank. Exports
// jump from h1 to h4, so ranks count only against each other. Rank 0 is the page's title.
func (f *flow) section(n *node, title doc.Text, rank int) {
	k := len(f.marks)
	for k > 0 && f.marks[k-1] >= rank {
		k--
	}
	f.stack, f.marks = f.stack[:k], f.marks[:k]
	s := &doc.Section{At: f.p.at(n), Level: 2, Title: title, Labels: f.take()}
	if rank == 0 {
		s.Level = 1
	} else if k > 0 {
		s.Level = f.stack[k-1].Level + 1
	}
	if len(title) > 0 {
		s.Start = title[0].Segs[0].Pos
	}
	f.blocks = f.out
	if k > 0 {
		f.blocks = &f.stack[k-1].Blocks
	}
	f.add(s)
	f.stack, f.marks = append(f.stack, s), append(f.marks, rank)
	f.blocks = &s.Blocks
}
