package htmldoc

import (
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

func (f *flow) list(n *node) {
	if n.is("ullinks") {
		f.links(n)
		return
	}
	l := &doc.List{At: f.p.at(n), Ordered: n.tag == "ol", Labels: f.take()}
	if l.Ordered {
		l.First = 1
		if k, err := strconv.Atoi(n.a().start); err == nil && k >= 0 {
			l.First = k
		}
	}
	for _, k := range n.kids {
		if k.tag == "" && strings.TrimSpace(f.p.text[k.off:k.end]) == "" || k.tag != "" && f.p.skipped(k) {
			continue
		}
		if k.tag != "li" {
			// Text or a list right inside a list belongs to the entry before it.
			k = &node{tag: "li", off: k.off, kids: []*node{k}, block: true}
			if len(l.Items) > 0 {
				last := l.Items[len(l.Items)-1]
				last.Blocks = append(last.Blocks, f.p.nested(k, f.style)...)
				continue
			}
		}
		item := &doc.Item{At: f.p.at(k), Blocks: f.p.nested(k, f.style)}
		l.Items = append(l.Items, item)
	}
	if len(l.Items) > 0 {
		f.add(l)
	}
}

// links reads the list of pages below an index page, which RST has as a toctree.
func (f *flow) links(n *node) {
	toc := &doc.Other{At: f.p.at(n), Kind: doc.PageList, Labels: f.take()}
	var walk func(n *node)
	walk = func(n *node) {
		for _, k := range n.kids {
			if file, _, _ := strings.Cut(k.a().href, "#"); k.tag == "a" && file != "" && !strings.Contains(file, ":") {
				toc.Entries = append(toc.Entries, file)
			}
			walk(k)
		}
	}
	walk(n)
	f.add(toc)
}

// related reads the link to the page above, "Parent topic: Disk Management". Its text is the
// page's chapter where no table of contents tells more.
func (f *flow) related(n *node) {
	f.add(&doc.Other{At: f.p.at(n), Kind: "related", Labels: f.take()})
	up := n
	if !n.is("parentlink") {
		up = find(n, func(k *node) bool { return k.is("parentlink") }, nil)
	}
	if up == nil {
		return
	}
	if a := find(up, func(k *node) bool { return k.tag == "a" && k.a().href != "" }, nil); a != nil {
		f.p.parent = f.p.inline(a, plain).String()
	}
}

func (f *flow) definitions(n *node) {
	l := &doc.DefinitionList{At: f.p.at(n), Labels: f.take()}
	var walk func(n *node)
	walk = func(n *node) {
		for _, k := range n.kids {
			switch {
			case k.tag == "dt":
				l.Items = append(l.Items, &doc.Definition{At: f.p.at(k), Term: f.p.inline(k, f.style)})
			case k.tag == "dd":
				if len(l.Items) == 0 {
					l.Items = append(l.Items, &doc.Definition{At: f.p.at(k)})
				}
				last := l.Items[len(l.Items)-1]
				last.Blocks = append(last.Blocks, f.p.nested(k, f.style)...)
			case k.tag == "div":
				walk(k)
			}
		}
	}
	walk(n)
	if len(l.Items) > 0 {
		f.add(l)
	}
}

// noteKind is the kind of an admonition, "" where the element is none.
func noteKind(n *node) string {
	if n.tag != "div" && n.tag != "section" {
		return ""
	}
	for _, kind := range [...]string{"caution", "warning", "danger", "important", "tip", "hint", "attention", "notice", "note"} {
		if n.is(kind) {
			return kind
		}
	}
	if n.is("admonition") {
		return "note"
	}
	return ""
}

func (f *flow) note(n *node, kind string) {
	labels := f.take()
	var kids []*node
	for _, k := range n.kids { // the picture and the word NOTE say what Kind says
		if k.tag != "img" && !k.is("notetitle") && !k.is("admonition-title") {
			kids = append(kids, k)
		}
	}
	body := &node{tag: "div", off: n.off, kids: kids, block: true}
	if blocks := f.p.nested(body, f.style); len(blocks) > 0 {
		f.add(&doc.Note{At: f.p.at(n), Kind: kind, Labels: labels, Blocks: blocks})
	}
}
