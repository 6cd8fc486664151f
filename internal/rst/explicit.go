package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// explicit reads a block that begins with ".. ": a target, a substitution, a footnote, a
// directive, or a comment where it is none of these (RST spec, "Explicit Markup Blocks").
func (b *body) explicit() {
	s := b.ls[b.i].text
	skip := 2 + indent(s[2:])
	rest := s[skip:]
	mark := len(b.p.shelf)
	done := false
	switch {
	case rest == "":
	case rest[0] == '_':
		done = b.target(skip)
	case rest[0] == '|':
		done = b.substitution(skip)
	case rest[0] == '[':
		done = b.footnote(skip)
	default:
		if name, n := directiveName(rest); n > 0 {
			b.directive(name, skip+n)
			done = true
		}
	}
	if !done {
		b.comment(skip)
	}
	b.p.shelf = b.p.shelf[:mark]
}

// comment keeps a comment. A lone ".." takes nothing below it with it (RST spec,
// "Comments": "empty comments").
func (b *body) comment(skip int) {
	p := b.p
	l := b.ls[b.i]
	o := &doc.Other{At: p.at(l), Kind: "comment"}
	if l.text == ".." && (b.i+1 >= len(b.ls) || b.ls[b.i+1].blank()) {
		b.i++
		b.add(o)
		return
	}
	block, end := p.firstKnown(b.ls, b.i, skip)
	b.i = end
	if block = trimBlank(block); len(block) > 0 {
		o.Args = block[0].text
		o.Blocks = []doc.Block{p.code(block)}
	}
	b.add(o)
	b.needBlankOrMarkup("a comment")
}

// footnote reads ".. [1] text", also citations. It reports false where the brackets hold
// something else.
func (b *body) footnote(skip int) bool {
	p := b.p
	l := b.ls[b.i]
	rest := l.text[skip:]
	end := strings.IndexByte(rest, ']')
	if end < 2 || end+1 < len(rest) && rest[end+1] != ' ' {
		return false
	}
	label := rest[1:end]
	if label != "#" && label != "*" && !isSimpleName(strings.TrimPrefix(label, "#")) {
		return false
	}
	o := &doc.Other{At: p.at(l), Kind: "footnote", Args: label, Labels: p.takeLabels()}
	b.add(o)
	var block []line
	block, b.i = p.firstKnown(b.ls, b.i, skip+end+1+indent(rest[end+1:]))
	o.Blocks = p.nested(block)
	b.needBlankOrMarkup("a footnote")
	return true
}

// substitution keeps the definition of "|name|"; names reads what it stands for.
func (b *body) substitution(skip int) bool {
	p := b.p
	l := b.ls[b.i]
	d, ok := parseSubstitution(l.text[skip:])
	if !ok {
		return false
	}
	block, end := p.firstKnown(b.ls, b.i, skip)
	b.i = end
	o := &doc.Other{At: p.at(l), Kind: "substitution", Args: d.name}
	o.Blocks = []doc.Block{p.code(trimBlank(block))}
	b.add(o)
	switch d.directive {
	case "image", "replace":
	case "":
		p.report("docs/substitution", o.Start, "the definition of "+quote("|"+d.name+"|")+" gives it no meaning; write, for example, .. |name| image:: picture.png")
	default:
		p.report("tool/unknown-directive", o.Start, "the substitution "+quote("|"+d.name+"|")+" is made by the directive "+quote(d.directive)+", which is not known here")
	}
	return true
}
