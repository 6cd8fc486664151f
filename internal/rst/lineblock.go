package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// lineBlock reads lines that begin with "|" as one paragraph each: their author wanted
// each line to stand alone (RST spec, "Line Blocks").
func (b *body) lineBlock() {
	p := b.p
	for b.i < len(b.ls) {
		l := b.ls[b.i]
		if l.text != "|" && !strings.HasPrefix(l.text, "| ") {
			break
		}
		end := b.i + 1
		for end < len(b.ls) && !b.ls[end].blank() && b.ls[end].text[0] == ' ' {
			end++
		}
		mark := len(p.shelf)
		block := p.shelve(b.ls[b.i:end])
		block[0] = block[0].from(1 + indent(l.text[1:]))
		dedent(block[1:])
		b.i = end
		if block = trimBlank(block); len(block) > 0 {
			b.add(&doc.Paragraph{At: p.at(block[0]), Labels: p.takeLabels(), Text: p.inline(block)})
		}
		p.shelf = p.shelf[:mark]
	}
	b.needBlank("a line block")
}
