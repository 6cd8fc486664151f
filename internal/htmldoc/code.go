package htmldoc

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// code reads preformatted text line by line. Markup inside it is left out ("<em>{id}</em>"
// in a URL), a <br> is a line end, and the indent that all lines share is removed.
func (f *flow) code(n *node) {
	c := &codeReader{p: f.p}
	c.at = n.off
	c.kids(n)
	c.line()
	lines := c.lines
	for len(lines) > 0 && strings.TrimSpace(lines[0].Text) == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1].Text) == "" {
		lines = lines[:len(lines)-1]
	}
	if len(lines) == 0 {
		return
	}
	dedent(lines)
	f.add(&doc.Code{At: doc.At{Start: lines[0].Pos}, Lines: lines, Labels: f.take()})
}

// codeReader collects the lines of a <pre>.
type codeReader struct {
	p     *parser
	lines []doc.Seg
	buf   []byte
	at    int  // where the line starts
	begun bool // at is known
}

func (c *codeReader) kids(n *node) {
	for _, k := range n.kids {
		switch {
		case k.tag == "":
			c.text(k.off, k.end)
		case k.tag == "br":
			c.line()
		case c.p.skipped(k):
		default:
			if k.block && len(c.buf) > 0 {
				c.line()
			}
			c.kids(k)
		}
	}
}

func (c *codeReader) text(off, end int) {
	s := c.p.text
	for i := off; i < end; {
		if !c.begun {
			c.at, c.begun = i, true
		}
		switch s[i] {
		case '\n':
			c.line()
			i++
		case '&':
			word, n := entity(s[i:end])
			if word == "\u00a0" {
				word = " "
			}
			c.buf = append(c.buf, word...)
			i += n
		default:
			c.buf = append(c.buf, s[i])
			i++
		}
	}
}

func (c *codeReader) line() {
	text := strings.ReplaceAll(string(c.buf), "\u00a0", " ")
	c.lines = append(c.lines, doc.Seg{Text: strings.TrimRight(text, " \t"), Pos: c.p.pos(c.at)})
	c.buf, c.begun = c.buf[:0], false
}

// dedent takes the common indent of spaces off the lines.
func dedent(lines []doc.Seg) {
	common := -1
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		n := len(l.Text) - len(strings.TrimLeft(l.Text, " "))
		if common < 0 || n < common {
			common = n
		}
	}
	for i := range lines {
		if common > 0 && lines[i].Text != "" {
			lines[i].Text = lines[i].Text[common:]
			lines[i].Pos.Col += common
		}
	}
}
