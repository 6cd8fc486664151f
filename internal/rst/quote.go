package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// quote reads an indented block. An attribution ("-- Who") ends a quote, and what stands
// below it is another one (RST spec, "Block Quotes").
func (b *body) quote() {
	p := b.p
	mark := len(p.shelf)
	block, end := p.indented(b.ls, b.i)
	b.i = end
	for block = trimBlank(block); len(block) > 0; block = trimBlank(block) {
		q := &doc.Quote{At: p.at(block[0]), Labels: p.takeLabels()}
		b.add(q)
		start, stop := attribution(block)
		p.nestedInto(&q.Blocks, block[:start])
		if start < stop {
			by := p.shelve(block[start:stop])
			n := strings.IndexFunc(by[0].text, func(r rune) bool { return r != '-' && r != '—' && r != ' ' })
			by[0] = by[0].from(n)
			dedent(by[1:])
			q.Blocks = append(q.Blocks, &doc.Paragraph{At: p.at(by[0]), Text: p.inline(by)})
		}
		block = block[stop:]
	}
	p.shelf = p.shelf[:mark]
	b.needBlank("an indented block")
}

// attribution finds the lines of the first attribution in a quote; both results are the
// length where there is none (docutils Body.split_attribution).
func attribution(ls []line) (start, end int) {
	for i := 1; i < len(ls); i++ {
		if !ls[i].blank() && ls[i-1].blank() && isAttribution(ls[i].text) {
			if end := attributionEnd(ls, i); end > 0 {
				return i, end
			}
		}
	}
	return len(ls), len(ls)
}

func isAttribution(s string) bool {
	rest, ok := strings.CutPrefix(s, "—")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "--"); !ok {
			return false
		}
		rest = strings.TrimPrefix(rest, "-")
		if strings.HasPrefix(rest, "-") {
			return false
		}
	}
	return strings.Trim(rest, " -—") != ""
}

// attributionEnd wants all lines but the first indented alike.
func attributionEnd(ls []line, start int) int {
	in := -1
	for i := start + 1; i < len(ls); i++ {
		if ls[i].blank() {
			return i
		}
		n := indent(ls[i].text)
		if in < 0 {
			in = n
		} else if n != in {
			return 0
		}
	}
	return len(ls)
}
