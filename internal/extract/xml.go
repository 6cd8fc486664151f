package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// printedXML is an XML body that a page prints: a skeleton with words in place of the
// values, or an example.
type printedXML struct {
	root   *payload.Element
	side   api.Side
	line   int // the request line that it belongs to, in scope.own; -1: not told
	origin api.Origin
}

const xmlType = "application/xml"

// printedXMLs lists the XML bodies that are printed, responses of errors left out.
func (s *scope) printedXMLs() []printedXML {
	var out []printedXML
	line := -1
	for _, c := range s.codes {
		side, status := c.sideOf(), 0
		lines := c.segs()
		joined := join(lines)
		for i := 0; i < len(lines); i++ {
			text := strings.TrimSpace(lines[i].Text)
			if l, _, ok := cutRequestLine(text); ok {
				side, status = api.SideRequest, 0
				if c.ctx.section != dialect.SectionURI {
					l.messageHead(text, nil, c.page.profile.Placeholder)
					line = bestLine(s.own, l)
				}
				continue
			}
			if code, ok := printedStatus(text); ok {
				side, status = api.SideResponse, code
				continue
			}
			if payload.StartsHTML(text) {
				i = endOfHTML(lines, i)
				continue
			}
			if side == "" || status >= 400 || !payload.StartsXML(text) {
				continue
			}
			body := joined.from(i)
			root, end, err := payload.ParseXML(body)
			if err != nil {
				break
			}
			x := printedXML{root: root, side: side, line: line, origin: c.page.at(lines[i].Pos).origin(api.FromExample)}
			if c.ctx.section == dialect.SectionURI {
				x.line = slices.IndexFunc(s.own, func(l requestLine) bool {
					return l.pos.Line >= c.doc.Lines[0].Pos.Line && l.pos.Line <= lines[i].Pos.Line
				})
			}
			out = append(out, x)
			i += strings.Count(body[:end], "\n")
		}
	}
	return out
}

// endOfHTML is the last line of the page of HTML that starts on line i, the last of all where it
// has no end.
func endOfHTML(lines []doc.Seg, i int) int {
	for ; i < len(lines)-1; i++ {
		if payload.EndsHTML(lines[i].Text) {
			break
		}
	}
	return i
}

// bestLine finds the request line, of those of a scope, that an example calls: of those with its
// method the one with the most of its query words.
func bestLine(own []requestLine, called requestLine) int {
	_, query := cutURL(called.url)
	var sent []string
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(part, "=")
		sent = append(sent, name)
	}
	best, most := -1, -1
	for i, l := range own {
		words := l.words()
		missing := slices.ContainsFunc(words, func(w api.QueryWord) bool { return !slices.Contains(sent, w.Name) })
		if l.method == called.method && !missing && len(words) > most {
			best, most = i, len(words)
		}
	}
	return best
}

// node is an element of a body: what all that is printed of it, and the tables, show.
type node struct {
	name   string
	attrs  []string
	kids   []*node
	named  map[string]*node // the kids, by name
	parent *node
	many   bool // a body holds several of it
	row    *row // the row that describes it
	origin api.Origin
}

// skeleton joins the XML that is printed of the body of one side of the operation with
// that line. Where examples of the operation itself are printed, they say which element a
// body starts with; else the first that is printed does.
func (x *extraction) skeleton(s *scope, side api.Side, line int) *node {
	var all, own []printedXML
	for _, body := range s.xmls {
		if body.side != side || body.line >= 0 && body.line != line {
			continue
		}
		all = append(all, body)
		if body.line == line {
			own = append(own, body)
		}
	}
	if len(all) == 0 {
		return nil
	}
	name := all[0].root.Name
	if len(own) > 0 {
		name = own[0].root.Name
	}
	root := &node{name: name}
	for _, body := range all {
		if body.root.Name == name {
			if root.origin.Page == "" {
				root.origin = body.origin
			}
			root.join(body.root, body.origin)
		}
	}
	root.walk(func(n *node) { n.many = n.many || x.repeated[n.path()] })
	return root
}

// noteRepeated notes which elements some page prints several of: the page that sets a
// configuration may print two rules of it, and the page that shows it just one.
func (x *extraction) noteRepeated() {
	x.repeated = make(map[string]bool)
	for _, p := range x.pages {
		for _, xml := range p.xmls {
			root := &node{name: xml.root.Name}
			root.join(xml.root, xml.origin)
			root.walk(func(n *node) {
				if n.many {
					x.repeated[n.path()] = true
				}
			})
		}
	}
}

// path is the element's name after those of all that it stands in.
func (n *node) path() string {
	if n.parent == nil {
		return n.name
	}
	return n.parent.path() + "/" + n.name
}

func (n *node) join(e *payload.Element, origin api.Origin) {
	for _, a := range e.Attrs {
		if !slices.Contains(n.attrs, a) {
			n.attrs = append(n.attrs, a)
		}
	}
	seen := make(map[string]bool)
	for _, c := range e.Children {
		k := n.kid(c.Name)
		if k == nil {
			k = n.add(c.Name, origin)
		}
		k.many = k.many || seen[c.Name] || c.More
		seen[c.Name] = true
		k.join(c, origin)
	}
}

func (n *node) kid(name string) *node {
	return n.named[name]
}

func (n *node) add(name string, origin api.Origin) *node {
	k := &node{name: name, parent: n, origin: origin}
	n.kids = append(n.kids, k)
	if n.named == nil {
		n.named = make(map[string]*node)
	}
	n.named[name] = k
	return k
}

// walk calls f for n and all below it, in the order of a printed body.
func (n *node) walk(f func(*node)) {
	f(n)
	for _, k := range n.kids {
		k.walk(f)
	}
}

// find lists the elements below n, n included, that a path names: "Rule", "Result.Rule".
func (n *node) find(path string) []*node {
	segs := strings.Split(path, ".")
	var out []*node
	n.walk(func(m *node) {
		at := m
		for i := len(segs) - 1; i >= 0; i-- {
			if at == nil || foldName(at.name) != foldName(segs[i]) {
				return
			}
			at = at.parent
		}
		out = append(out, m)
	})
	return out
}

// isIn reports whether the element stands in one of the parents that a row names.
func (n *node) isIn(parents []string) bool {
	return slices.ContainsFunc(parents, func(path string) bool {
		if path == dialect.NoParent {
			return n.parent == nil
		}
		return slices.Contains(n.root().find(path), n.parent)
	})
}

func (n *node) root() *node {
	for n.parent != nil {
		n = n.parent
	}
	return n
}
