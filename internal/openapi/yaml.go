package openapi

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// yaml writes a tree as package yaml does with an indent of two, to the byte: a test holds
// the two together, and says where that package is wrong. Lines are never folded.
func (n *node) yaml() []byte {
	w := &yamlWriter{b: make([]byte, 0, n.size(0))}
	if n.inline() {
		w.scalar(n, 0)
		w.line()
	} else {
		w.block(n, 0)
	}
	return w.b
}

// size is about how long the YAML of a value is.
func (n *node) size(indent int) int {
	size := len(n.key) + len(n.text) + len(": \n")
	for i := range n.items {
		size += indent + n.items[i].size(indent+2)
	}
	return size
}

type yamlWriter struct{ b []byte }

func (w *yamlWriter) add(s string) { w.b = append(w.b, s...) }

// line ends a line. A text of several lines may have ended it already.
func (w *yamlWriter) line() {
	if w.b[len(w.b)-1] != '\n' {
		w.b = append(w.b, '\n')
	}
}

func (w *yamlWriter) indent(n int) {
	for range n {
		w.b = append(w.b, ' ')
	}
}

// inline reports whether a value stands in the line of its key.
func (n *node) inline() bool { return n.kind < aList || len(n.items) == 0 }

// block writes the members of a list or object, of which the first stands where the line has
// come to and the others below it.
func (w *yamlWriter) block(n *node, indent int) {
	for i := range n.items {
		if i > 0 {
			w.indent(indent)
		}
		m := &n.items[i]
		below := false // the value's first member is below its key, not beside it
		switch {
		case n.kind == aList:
			w.add("-")
		case len(m.key) <= maxSimpleKey && strings.IndexByte(m.key, '\n') < 0 && strings.IndexByte(m.key, '\r') < 0:
			w.text(m.key, indent)
			w.add(":")
			below = true
		default:
			w.add("? ")
			w.text(m.key, indent)
			w.line()
			w.indent(indent)
			w.add(":")
		}
		switch {
		case m.inline():
			w.add(" ")
			w.scalar(m, indent)
			w.line()
		case below:
			w.add("\n")
			w.indent(indent + 2)
			w.block(m, indent+2)
		default:
			w.add(" ")
			w.block(m, indent+2)
		}
	}
}

// maxSimpleKey is the length, in bytes, up to which a key may stand before a colon.
const maxSimpleKey = 128

func (w *yamlWriter) scalar(n *node, indent int) {
	switch n.kind {
	case aList:
		w.add("[]")
	case anObject:
		w.add("{}")
	case aText:
		w.text(n.text, indent)
	case aNumber:
		w.number(n.text)
	default:
		w.add(n.text)
	}
}

// number writes a number as JSON has it. YAML 1.1 takes it for a text where it has an exponent,
// but no point before that or no sign in it.
func (w *yamlWriter) number(s string) {
	at := strings.IndexAny(s, "eE")
	if at == -1 {
		w.add(s)
		return
	}
	w.add(s[:at])
	if !strings.Contains(s[:at], ".") {
		w.add(".0")
	}
	w.add(s[at : at+1])
	if s[at+1] != '-' && s[at+1] != '+' {
		w.add("+")
	}
	w.add(s[at+1:])
}

// text writes a text below the given indent: bare where all readers take it for the text that
// it is, else in quotes, and as a block where it has several lines.
func (w *yamlWriter) text(s string, indent int) {
	l := look(s)
	switch {
	case l.lines && l.block:
		w.literal(s, indent+2)
	case l.lines, isOldWord(s), isOldNumber(s), isDate(s), tagOf(s) != "!!str":
		w.double(s)
	case l.plain:
		w.add(s)
	case l.single:
		w.add("'" + strings.ReplaceAll(s, "'", "''") + "'")
	default:
		w.double(s)
	}
}

// tagOf is what a reader takes a bare word for. Only few texts can be anything but a text.
func tagOf(s string) string {
	if s != "" {
		switch c := s[0]; {
		case c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.':
			if strings.Trim(s, "0123456789abcdefABCDEFxXoO_+-.:TtZz iInN\t") != "" {
				return "!!str"
			}
		case strings.IndexByte("yYnNtTfFoO~<", c) < 0 || len(s) > len("false"):
			return "!!str"
		}
	}
	return (&yaml.Node{Kind: yaml.ScalarNode, Value: s}).ShortTag()
}

// looks say in which ways a text may be written.
type looks struct{ lines, plain, single, block bool }

func look(s string) looks {
	l := looks{plain: s != "", single: true, block: true}
	blank := func(i int) bool { return i >= len(s) || s[i] == ' ' || s[i] == '\t' }
	if s != "" && (strings.IndexByte(" #,[]{}&*!|>'\"%@`", s[0]) >= 0 || strings.IndexByte("?:-", s[0]) >= 0 && blank(1)) ||
		strings.HasPrefix(s, "---") || strings.HasPrefix(s, "...") {
		l.plain = false
	}
	var before rune
	for i, c := range s {
		switch {
		case c == '\n':
			l.lines = true
			l.block = l.block && before != ' '
		case c == '\t':
			l.plain, l.single = false, false
			l.block = l.block && i > 0 // a reader takes it for an indent
		case c == ':':
			l.plain = l.plain && !blank(i+1)
		case c == '#':
			l.plain = l.plain && before != ' ' && before != '\t'
		case c > '~' && !printable(c), c < ' ':
			l.plain, l.single, l.block = false, false, false
		}
		before = c
	}
	if before == ' ' {
		l.plain, l.block = false, false
	}
	return l
}

// printable reports whether a character may stand in a text as it is; those beyond 16 bits may
// too, but package yaml does not know it.
func printable(c rune) bool {
	return c >= ' ' && c <= '~' || c >= 0xA0 && c <= 0xFFFD && c != 0xFEFF && c != 0x2028 && c != 0x2029
}

// literal writes a text of several lines as a block. The digit is the indent, which a reader
// cannot see where the first line starts with a space or is empty; - and + say that it has no
// line end, or several.
func (w *yamlWriter) literal(s string, indent int) {
	w.add("|")
	if s[0] == ' ' || s[0] == '\n' {
		w.add("2")
	}
	switch {
	case !strings.HasSuffix(s, "\n"):
		w.add("-")
	case s == "\n" || strings.HasSuffix(s, "\n\n"):
		w.add("+")
	}
	w.add("\n")
	for line := range strings.Lines(s) {
		if line != "\n" {
			w.indent(indent)
		}
		w.add(line)
	}
}

// double writes a text in double quotes.
func (w *yamlWriter) double(s string) {
	w.add(`"`)
	for _, c := range s {
		at := slices.Index(escaped, c)
		switch {
		case at >= 0:
			w.b = append(w.b, '\\', escapes[at])
		case printable(c):
			w.b = utf8.AppendRune(w.b, c)
		case c <= 0xFF:
			w.b = fmt.Appendf(w.b, `\x%02X`, c)
		case c <= 0xFFFF:
			w.b = fmt.Appendf(w.b, `\u%04X`, c)
		default:
			w.b = fmt.Appendf(w.b, `\U%08X`, c)
		}
	}
	w.add(`"`)
}

// escaped are the characters that have a letter for an escape.
var escaped = []rune("\"\\\x00\a\b\t\n\v\f\r\x1b\u0085\u2028\u2029")

const escapes = `"\0abtnvfreNLP`
