package htmldoc

import "strings"

// topic finds the title of the page and the element that holds the topic.
//
// The title is the element that the writing system calls so (class topictitle1), else the
// first h1 of the page's main part, else the first h1 at all. The topic is what stands
// with it: the nearest element around the title that is known to hold topics, or else the
// nearest one that has a heading, a table or code beside the title. A page that puts its
// cookie banner into a plain div beside the topic gets that banner into its tree; the
// extraction sees a paragraph there and nothing else.
func (p *parser) topic() {
	p.title = p.findTitle()
	p.above = make(map[*node]bool)
	p.root = p.top
	if p.title == nil {
		if m := find(p.top, isMain, nil); m != nil {
			p.root = m
		}
		return
	}
	path := pathTo(p.top, p.title)
	for _, n := range path {
		p.above[n] = true
	}
	for i := len(path) - 2; i > 0; i-- {
		if isMain(path[i]) || isTopic(path[i]) {
			p.root = path[i]
			return
		}
	}
	for _, enough := range []func(*node) bool{isSubstance, isBlockText} {
		for i := len(path) - 2; i >= 0; i-- {
			// The element below has been looked through already.
			if p.has(path[i], path[i+1], enough) {
				p.root = path[i]
				return
			}
		}
	}
}

func (p *parser) findTitle() *node {
	heading := func(n *node) bool { return n.tag == "h1" }
	if n := find(p.top, func(n *node) bool { return n.is("topictitle1") }, nil); n != nil {
		return n
	}
	if m := find(p.top, isMain, nil); m != nil {
		if n := find(m, heading, isAround); n != nil {
			return n
		}
	}
	if n := find(p.top, heading, isAround); n != nil {
		return n
	}
	return find(p.top, heading, nil) // of a page that stands in one form as a whole
}

// find gives the first element that fits, in the order of the page. Elements that skip
// names, if it is given, are left out with all that is inside them.
func find(n *node, fits, skip func(*node) bool) *node {
	for _, k := range n.kids {
		if k.tag == "" || dropped[k.tag] || skip != nil && skip(k) {
			continue
		}
		if fits(k) {
			return k
		}
		if got := find(k, fits, skip); got != nil {
			return got
		}
	}
	return nil
}

// pathTo lists the elements from top down to n.
func pathTo(top, n *node) []*node {
	if top == n {
		return []*node{n}
	}
	for _, k := range top.kids {
		if path := pathTo(k, n); path != nil {
			return append([]*node{top}, path...)
		}
	}
	return nil
}

// has reports whether the topic, if n held it, would have something that fits, beside
// what is inside except.
func (p *parser) has(n, except *node, fits func(*node) bool) bool {
	for _, k := range n.kids {
		if k == except || k.tag == "" || p.skipped(k) {
			continue
		}
		if fits(k) || p.has(k, except, fits) {
			return true
		}
	}
	return false
}

func isMain(n *node) bool {
	return n.tag == "main" || n.tag == "article" || strings.EqualFold(n.a().role, "main")
}

// isTopic knows the classes that writing systems give the element around one topic.
func isTopic(n *node) bool {
	return n.is("nested0") || n.is("topic") || n.is("topic-content") || n.is("help-content") || n.is("article-content")
}

func isSubstance(n *node) bool {
	return headings[n.tag] || n.tag == "table" || n.tag == "pre" || n.is("section")
}

func isBlockText(n *node) bool {
	return n.tag == "p" || n.tag == "ul" || n.tag == "ol" || n.tag == "dl" || n.tag == "div"
}

// skipped reports whether an element is not part of the topic.
func (p *parser) skipped(n *node) bool {
	return dropped[n.tag] || n.a().hidden || !p.above[n] && isAround(n)
}

// The names that pages give to what stands around the topic: whole classes, and parts of
// a class ("help-breadcrumb", "page_footer").
var (
	aroundClasses = set("header site-header page-header toc top-bar headerlink related prev next previous copyright")
	aroundParts   = set("nav navbar navigation breadcrumb breadcrumbs crumb crumbs footer sidebar feedback toolbar " +
		"pagination pager cookie cookies share social search rating banner comments")
	aroundRoles = set("navigation banner contentinfo search complementary menu menubar dialog alertdialog")
)

// isAround knows the navigation, header, footer and forms of a served page by element,
// role and class. It must not apply inside the topic: parts of a table are never meant,
// whatever their class ("<th class=header>"), nor is a text with a class such as
// "menucascade", which holds no word of the list as a part of its own.
func isAround(n *node) bool {
	switch n.tag {
	case "nav", "footer", "aside", "form", "header", "dialog":
		return true
	case "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "html", "body", "pre", "code":
		return false
	}
	if n.attr == nil {
		return false
	}
	if aroundRoles[strings.ToLower(n.attr.role)] {
		return true
	}
	for c := range strings.FieldsSeq(strings.ToLower(n.attr.class)) {
		if aroundClasses[c] {
			return true
		}
		for part := range strings.FieldsFuncSeq(c, func(r rune) bool { return r == '-' || r == '_' }) {
			if aroundParts[part] {
				return true
			}
		}
	}
	return false
}

// referred lists the ids that links of the page point at.
func (p *parser) referred(n *node) map[string]bool {
	ids := make(map[string]bool)
	var walk func(n *node)
	walk = func(n *node) {
		for _, k := range n.kids {
			if _, id, ok := strings.Cut(k.a().href, "#"); ok && id != "" {
				ids[strings.ToLower(id)] = true
			}
			walk(k)
		}
	}
	walk(n)
	return ids
}
