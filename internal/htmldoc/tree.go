package htmldoc

import (
	"strings"

	"golang.org/x/net/html"
)

// node is an element of the page, or a piece of its text.
type node struct {
	tag  string // lower case; "" for text
	off  int    // where the tag or the text starts
	end  int    // where a text ends
	kids []*node
	attr *attrs // nil where there are none
	// block tells that the element is a block or holds one.
	block bool
}

// attrs are the attributes that the reader knows.
type attrs struct {
	id, name, class, href, role, src, alt string
	colspan, rowspan, start, kind         string
	hidden                                bool
}

var noAttrs attrs

func (n *node) a() *attrs {
	if n.attr == nil {
		return &noAttrs
	}
	return n.attr
}

// is reports whether the element has the class.
func (n *node) is(class string) bool {
	if n.attr == nil {
		return false
	}
	for c := range strings.FieldsSeq(n.attr.class) {
		if strings.EqualFold(c, class) {
			return true
		}
	}
	return false
}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// The kinds of elements; all others are inline.
var (
	blockTags = set("address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt " +
		"fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre " +
		"section summary table tbody td tfoot th thead tr ul xmp listing plaintext")
	voidTags = set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
	// dropped holds no text of the page, or text that is not its topic.
	dropped = set("script style iframe noembed noframes noscript textarea template svg math object embed applet canvas " +
		"video audio select datalist button input head link meta base frame frameset option")
	headings = set("h1 h2 h3 h4 h5 h6")
	cells    = set("td th caption")
)

// closes lists for an element the open ones that its start tag ends, up to the nearest of
// the elements in stop: writers and browsers leave end tags out ("<li>a<li>b").
var closes = map[string]struct{ open, stop map[string]bool }{
	"li":    {set("li p"), set("ul ol menu dir td th table")},
	"dt":    {set("dt dd p"), set("dl td th table")},
	"dd":    {set("dt dd p"), set("dl td th table")},
	"td":    {set("td th p caption"), set("tr table")},
	"th":    {set("td th p caption"), set("tr table")},
	"tr":    {set("tr td th p caption"), set("table")},
	"thead": {set("thead tbody tfoot tr td th p caption"), set("table")},
	"tbody": {set("thead tbody tfoot tr td th p caption"), set("table")},
	"tfoot": {set("thead tbody tfoot tr td th p caption"), set("table")},
}

// endsParagraph are the boundaries beyond which a block does not end a paragraph.
var endsParagraph = set("td th caption table li dd div section article body")

// treeBuilder makes elements of tags. Positions come from counting the raw bytes of the
// tokens: the parser of x/net/html has none.
type treeBuilder struct {
	p     *parser
	open  []*node
	count int
	deep  bool // the bound on depth was reported
	large bool // the bound on size was reported
}

func (p *parser) readTree() {
	p.top = &node{tag: "#page", block: true}
	b := &treeBuilder{p: p, open: []*node{p.top}}
	z := html.NewTokenizer(strings.NewReader(p.text))
	off := 0
	for {
		kind := z.Next()
		start := off
		off = min(off+len(z.Raw()), len(p.text))
		switch kind {
		case html.ErrorToken:
			return
		case html.TextToken:
			if b.countNode(start) {
				b.add(&node{off: start, end: off})
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			n := &node{tag: string(name), off: start}
			if more {
				n.attr = readAttrs(z)
			}
			if b.countNode(start) {
				b.start(n)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			b.finish(string(name))
		}
	}
}

func readAttrs(z *html.Tokenizer) *attrs {
	a := &attrs{}
	known := false
	for more := true; more; {
		var key, val []byte
		key, val, more = z.TagAttr()
		if string(key) == "hidden" {
			a.hidden, known = true, true
			continue
		}
		var to *string
		switch string(key) {
		case "id":
			to = &a.id
		case "name":
			to = &a.name
		case "class":
			to = &a.class
		case "href":
			to = &a.href
		case "role":
			to = &a.role
		case "src":
			to = &a.src
		case "alt":
			to = &a.alt
		case "colspan":
			to = &a.colspan
		case "rowspan":
			to = &a.rowspan
		case "start":
			to = &a.start
		case "type":
			to = &a.kind
		}
		if to != nil && *to == "" && len(val) <= maxName {
			*to, known = strings.TrimSpace(string(val)), true
		}
	}
	if !known {
		return nil
	}
	return a
}

// countNode counts a further node and reports once where the page has too many.
func (b *treeBuilder) countNode(off int) bool {
	b.count++
	if b.count > maxElements && !b.large {
		b.large = true
		b.p.report("tool/too-large", off, "the page has more elements than the reader takes; the rest of it is left out")
	}
	return !b.large
}

func (b *treeBuilder) add(n *node) {
	top := b.open[len(b.open)-1]
	top.kids = append(top.kids, n)
}

func (b *treeBuilder) start(n *node) {
	n.block = blockTags[n.tag]
	if n.block {
		b.endParagraph()
	}
	if rule, ok := closes[n.tag]; ok {
		for i := len(b.open) - 1; i > 0 && !rule.stop[b.open[i].tag]; i-- {
			if rule.open[b.open[i].tag] {
				b.open = b.open[:i]
			}
		}
	}
	if n.block {
		for i := len(b.open) - 1; i > 0 && !b.open[i].block; i-- {
			b.open[i].block = true
		}
	}
	b.add(n)
	if voidTags[n.tag] {
		return
	}
	if len(b.open) >= maxOpen {
		if !b.deep {
			b.deep = true
			b.p.report("tool/too-deep", n.off, "elements stand too deep inside each other; what is inside this one is read as if it stood beside it")
		}
		return // what follows becomes a sibling
	}
	b.open = append(b.open, n)
}

// endParagraph ends the open paragraph that a block's start tag implies the end of.
func (b *treeBuilder) endParagraph() {
	for i := len(b.open) - 1; i > 0 && !endsParagraph[b.open[i].tag]; i-- {
		if b.open[i].tag == "p" {
			b.open = b.open[:i]
			return
		}
	}
}

// finish ends the nearest open element of that name. A stray end tag inside a cell does
// not end what the table stands in.
func (b *treeBuilder) finish(tag string) {
	inTable := tag == "table" || tag == "tr" || tag == "tbody" || tag == "thead" || tag == "tfoot" || cells[tag]
	for i := len(b.open) - 1; i > 0; i-- {
		t := b.open[i].tag
		if t == tag {
			b.open = b.open[:i]
			return
		}
		if cells[t] && !inTable || t == "table" {
			return
		}
	}
}
