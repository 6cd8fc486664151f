package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// target reads ".. _name:" and ".. _name: URL" (RST spec, "Hyperlink Targets"). A name
// without a URL waits for the next node. It reports false for what is not a target.
func (b *body) target(skip int) bool {
	p := b.p
	l := b.ls[b.i]
	if skip+1 >= len(l.text) || l.text[skip+1] == ' ' {
		return false
	}
	end := b.i + 1
	for end < len(b.ls) && !b.ls[end].blank() && b.ls[end].text[0] == ' ' {
		end++
	}
	name, rest, ok := parseTarget(l.text[skip+1:])
	if !ok {
		// A long name may be wrapped.
		joined := l.text[skip+1:]
		for _, more := range b.ls[b.i+1 : end] {
			joined += " " + strings.TrimLeft(more.text, " ")
			if len(joined) > maxName {
				break
			}
			if name, rest, ok = parseTarget(joined); ok {
				break
			}
		}
		if !ok {
			p.report("docs/target", p.pos(l, 0), "this target has no colon after its name; write .. _name: on one line")
			return false
		}
	}
	p.targets++
	ls := b.ls[b.i:end]
	b.i = end
	if rest != "" || len(ls) > 1 && strings.HasSuffix(l.text, ":") {
		b.urlTarget(ls, skip+1, name)
		b.needBlankOrMarkup("a target")
		return true
	}
	if name != "" && name != "_" {
		p.labels = append(p.labels, doc.Label{Name: name, Pos: p.pos(l, skip+1)})
	}
	b.needBlankOrMarkup("a target")
	return true
}

// maxName bounds the length of a name that is wrapped over lines.
const maxName = 1000

// parseTarget splits "name: rest" after the underscore. The name may be in backquotes,
// and a colon inside it must be escaped or followed by another character than a space.
func parseTarget(s string) (name, rest string, ok bool) {
	if strings.HasPrefix(s, "_:") && (len(s) == 2 || s[2] == ' ') {
		return "_", strings.TrimSpace(s[2:]), true
	}
	if strings.HasPrefix(s, "`") {
		end := strings.IndexByte(s[1:], '`')
		if end < 1 || !strings.HasPrefix(s[end+2:], ":") {
			return "", "", false
		}
		return unescape(s[1 : end+1]), strings.TrimSpace(s[end+3:]), true
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case ':':
			if i > 0 && s[i-1] != ':' && (i+1 == len(s) || s[i+1] == ' ') {
				return unescape(strings.TrimRight(s[:i], " ")), strings.TrimSpace(s[i+1:]), true
			}
		}
	}
	return "", "", false
}

// anonymousTarget reads "__ URL", the short form of ".. __: URL".
func (b *body) anonymousTarget() {
	start := b.i
	b.p.targets++
	b.i++
	for b.i < len(b.ls) && !b.ls[b.i].blank() && b.ls[b.i].text[0] == ' ' {
		b.i++
	}
	b.urlTarget(b.ls[start:b.i], 0, "_")
	b.needBlankOrMarkup("a target")
}

// urlTarget keeps the definition of a name for a URL; names reads it for references.
func (b *body) urlTarget(ls []line, skip int, name string) {
	p := b.p
	mark := len(p.shelf)
	block := p.shelve(ls)
	block[0] = block[0].from(skip)
	dedent(block[1:])
	b.add(&doc.Other{At: p.at(ls[0]), Kind: "target", Args: name, Blocks: []doc.Block{p.code(block)}})
	p.shelf = p.shelf[:mark]
}

// unescape takes the backslashes off a name (RST spec, "Escaping Mechanism").
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			if i++; i < len(s) && s[i] != ' ' && s[i] != '\n' {
				b.WriteByte(s[i])
			}
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
