package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// fieldMarker recognises ":name:" at the start of s. It gives the length of the marker
// with the spaces after it and of the name; 0 where s is not a field. A colon inside the
// name is allowed where no space or backquote follows, so ":ref:`x`" is text
// (docutils Body.patterns["field_marker"]).
func fieldMarker(s string) (length, name int) {
	if len(s) < 3 || s[0] != ':' || s[1] == ':' || s[1] == ' ' {
		return 0, 0
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case ':':
			if i+1 < len(s) && s[i+1] != ' ' {
				if s[i+1] == '`' {
					return 0, 0
				}
				continue
			}
			if s[i-1] == ' ' {
				return 0, 0
			}
			return i + 1 + indent(s[i+1:]), i - 1
		}
	}
	return 0, 0
}

// fieldList reads a list of fields (RST spec, "Field Lists").
func (b *body) fieldList() {
	p := b.p
	list := &doc.Fields{At: p.at(b.ls[b.i]), Labels: p.takeLabels()}
	b.add(list)
	for b.i < len(b.ls) {
		l := b.ls[b.i]
		if l.blank() {
			b.i++
			continue
		}
		n, name := fieldMarker(l.text)
		if n == 0 {
			break
		}
		mark := len(p.shelf)
		f := doc.Field{At: p.at(l), Name: strings.ReplaceAll(l.text[1:1+name], `\`, "")}
		var block []line
		block, b.i = p.firstKnown(b.ls, b.i, n)
		blocks := p.nested(block)
		p.shelf = p.shelf[:mark]
		if len(blocks) > 0 {
			if first, ok := blocks[0].(*doc.Paragraph); ok && len(first.Labels) == 0 {
				f.Body, blocks = first.Text, blocks[1:]
			}
		}
		f.Blocks = blocks
		list.Fields = append(list.Fields, f)
		if b.top && f.Name == "original_name" && p.page.OriginalName == "" {
			p.page.OriginalName = f.Body.String()
		}
	}
	b.needBlank("a field list")
}
