package rst

import (
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// bulletLen is the length of the bullet at the start of s with the spaces after it, or 0.
func bulletLen(s string) int {
	n := 1
	switch s[0] {
	case '-', '*', '+':
	default:
		if !strings.HasPrefix(s, "•") && !strings.HasPrefix(s, "‣") && !strings.HasPrefix(s, "⁃") {
			return 0
		}
		n = len("•")
	}
	if n < len(s) && s[n] != ' ' {
		return 0
	}
	return n + indent(s[n:])
}

// bulletList reads a list; another bullet starts another list (RST spec, "Bullet Lists").
func (b *body) bulletList() {
	first := b.ls[b.i]
	list := &doc.List{At: b.p.at(first), Labels: b.p.takeLabels()}
	b.add(list)
	_, size := utf8.DecodeRuneInString(first.text)
	mark := first.text[:size]
	for b.i < len(b.ls) {
		l := b.ls[b.i]
		if l.blank() {
			b.i++
			continue
		}
		if !strings.HasPrefix(l.text, mark) {
			break
		}
		n := bulletLen(l.text)
		if n == 0 {
			break
		}
		list.Items = append(list.Items, b.item(n))
	}
	b.needBlank("a list")
}

// item reads one entry whose marker takes n bytes (docutils Body.list_item).
func (b *body) item(n int) *doc.Item {
	p := b.p
	item := &doc.Item{At: p.at(b.ls[b.i])}
	mark := len(p.shelf)
	var block []line
	if n < len(b.ls[b.i].text) {
		block, b.i = p.known(b.ls, b.i, n)
	} else {
		block, b.i = p.firstKnown(b.ls, b.i, n)
	}
	item.Blocks = p.nested(block)
	p.shelf = p.shelf[:mark]
	return item
}
