package htmldoc

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// flow turns elements that stand one below the other into blocks.
type flow struct {
	p      *parser
	out    *[]doc.Block
	run    *run
	labels []doc.Label // wait for the block that they stand before
	style  style
	// isNote is set by the word NOTE in a line of its own: the next block is the note.
	isNote *node

	// Of the page's own level only: headings open sections there.
	page   bool
	stack  []*doc.Section
	marks  []int // the heading's own level of each section of stack
	blocks *[]doc.Block
}

func (p *parser) newFlow(out *[]doc.Block, st style) *flow {
	return &flow{p: p, out: out, blocks: out, run: newRun(p), style: st}
}

// sections reads the topic from its title on: what stands above the title is the way to
// the page, not the page.
func (p *parser) sections() []doc.Block {
	var out []doc.Block
	f := p.newFlow(&out, plain)
	f.page = true
	if p.title == nil {
		f.titleElement()
	}
	f.kids(p.root)
	f.end()
	return out
}

// nested gives the blocks inside an element.
func (p *parser) nested(n *node, st style) []doc.Block {
	var out []doc.Block
	if p.depth >= maxDepth {
		p.report("tool/too-deep", n.off, "blocks stand too deep inside each other; only the text of this part was kept")
		if t := p.inline(n, st); len(t) > 0 {
			out = append(out, &doc.Paragraph{At: doc.At{Start: t[0].Segs[0].Pos}, Text: t})
		}
		return out
	}
	p.depth++
	f := p.newFlow(&out, st)
	f.kids(n)
	f.end()
	p.depth--
	return out
}

// inline gives all text inside an element as one run, whatever it stands in.
func (p *parser) inline(n *node, st style) doc.Text {
	r := newRun(p)
	var walk func(n *node, st style)
	walk = func(n *node, st style) {
		for _, k := range n.kids {
			switch {
			case k.tag == "":
				r.text(k.off, k.end, st)
			case p.skipped(k):
			case k.tag == "img":
				r.image(k)
			default:
				if k.tag == "br" || k.block {
					r.blank(k.off)
				}
				walk(k, k.inner(st))
				if k.block && len(p.text) > k.off {
					r.blank(max(k.off, r.last)) // right after what stands in it
				}
			}
		}
	}
	walk(n, st)
	return r.end()
}

func (f *flow) kids(n *node) {
	for _, k := range n.kids {
		f.element(k)
	}
}

func (f *flow) element(n *node) {
	switch {
	case n.tag == "":
		f.run.text(n.off, n.end, f.style)
		return
	case f.p.skipped(n):
		return
	case n == f.p.title:
		f.title(n)
		return
	case n.is("notetitle") || n.is("admonition-title"):
		f.flush()
		f.isNote = n
		return
	}
	if n.block {
		f.flush()
	}
	f.label(n)
	switch n.tag {
	case "img":
		f.run.image(n)
		return
	case "br":
		// Each line was meant to stand alone; RST's line blocks are read so too.
		f.flush()
		return
	}
	if !n.block {
		was := f.style
		f.style = n.inner(was)
		f.kids(n)
		f.style = was
		return
	}
	f.blockElement(n)
	f.flush()
}

func (f *flow) blockElement(n *node) {
	if f.isNote != nil && (n.tag == "p" || n.tag == "ul" || n.tag == "ol" || n.tag == "div") {
		at := f.p.at(f.isNote)
		f.isNote = nil
		holder := &node{tag: "div", kids: []*node{n}, off: n.off, block: true}
		f.add(&doc.Note{At: at, Kind: "note", Labels: f.take(), Blocks: f.p.nested(holder, f.style)})
		return
	}
	switch n.tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		f.heading(n)
	case "ul", "ol", "menu", "dir":
		f.list(n)
	case "dl":
		f.definitions(n)
	case "table":
		f.table(n)
	case "pre", "xmp", "listing":
		f.code(n)
	case "blockquote":
		labels := f.take()
		if blocks := f.p.nested(n, f.style); len(blocks) > 0 {
			f.add(&doc.Quote{At: f.p.at(n), Labels: labels, Blocks: blocks})
		}
	default:
		if kind := noteKind(n); kind != "" {
			f.note(n, kind)
			return
		}
		if n.is("familylinks") || n.is("parentlink") {
			f.related(n)
			return
		}
		was := f.style
		f.style = n.inner(was)
		f.kids(n)
		f.style = was
	}
}

// add appends a block.
func (f *flow) add(b doc.Block) { *f.blocks = append(*f.blocks, b) }

// take hands over the labels that wait.
func (f *flow) take() []doc.Label {
	labels := f.labels
	f.labels = nil
	return labels
}

// flush ends the paragraph that is being collected.
func (f *flow) flush() {
	t := f.run.end()
	if len(t) == 0 {
		return
	}
	at := doc.At{Start: t[0].Segs[0].Pos}
	for _, in := range t {
		if in.Kind != doc.Image {
			p := &doc.Paragraph{At: at, Text: t, Labels: f.take()}
			if n := f.isNote; n != nil {
				f.isNote = nil
				f.add(&doc.Note{At: f.p.at(n), Kind: "note", Blocks: []doc.Block{p}})
				return
			}
			f.add(p)
			return
		}
	}
	for _, in := range t {
		f.add(&doc.Other{At: doc.At{Start: in.Segs[0].Pos}, Kind: "image", Args: in.Target, Labels: f.take()})
	}
}

// end closes the flow; labels before nothing are kept.
func (f *flow) end() {
	f.flush()
	for _, l := range f.take() {
		f.add(&doc.Other{At: doc.At{Start: l.Pos}, Kind: "target", Args: l.Name})
	}
}

// label takes the id of an element that something can refer to: anchors, empty spans,
// tables and headings, and whatever the page itself refers to. The writing system gives a table
// its id twice, with the page's name before it and without; the short one is dropped,
// because another page may have it too.
func (f *flow) label(n *node) {
	a := n.a()
	name := a.id
	if n.tag == "a" && a.name != "" {
		name = a.name
	}
	if name == "" {
		return
	}
	target := n.tag == "span" && len(n.kids) == 0
	if n.tag != "a" && n.tag != "table" && !target && !headings[n.tag] && !f.p.wanted[strings.ToLower(name)] {
		return
	}
	if n.tag == "a" && a.href != "" && !f.p.wanted[strings.ToLower(name)] {
		return
	}
	for _, l := range f.labels {
		if doc.NormLabel(l.Name) == doc.NormLabel(name) || strings.HasSuffix(l.Name, "__"+name) {
			return
		}
	}
	if len(f.labels) < maxLabels {
		f.labels = append(f.labels, doc.Label{Name: name, Pos: f.p.pos(n.off)})
	}
}
