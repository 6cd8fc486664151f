package textdoc

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// line is a physical line without the white space around it.
type line struct {
	text   string
	pos    source.Pos // of the text
	indent int        // in columns; a tab goes on to the next multiple of eight
	raw    string     // with the indent
}

// lines prepares the lines of the page; a line of white space is an empty one.
func (r *reader) lines() []line {
	src := r.file.Lines()
	out := make([]line, len(src))
	for i, s := range src {
		l := line{raw: strings.TrimRight(s, " \t\u00a0\f\v")}
		col, at := 1, len(l.raw)
		for off, c := range l.raw {
			if c == '\t' {
				l.indent += 8 - l.indent%8
			} else if c == ' ' || c == '\u00a0' {
				l.indent++
			} else {
				at = off
				break
			}
			col++
		}
		l.text, l.pos = l.raw[at:], source.Pos{Line: i + 1, Col: col}
		out[i] = l
	}
	return out
}

// cut gives the line from the byte at offset n of its text on.
func (l line) cut(n int) line {
	rest := strings.TrimLeft(l.text[n:], " \t\u00a0")
	skipped := utf8.RuneCountInString(l.text[:len(l.text)-len(rest)])
	return line{text: rest, raw: rest, indent: l.indent + skipped, pos: source.Pos{Line: l.pos.Line, Col: l.pos.Col + skipped}}
}

type unitKind int

const (
	para unitKind = iota
	list
	code
)

// unit is a paragraph, a list or a piece of code.
type unit struct {
	kind  unitKind
	lines []line
	items []item
}

type item struct {
	pos     source.Pos
	indent  int
	ordered bool
	number  int
	units   []unit
}

// start is where the unit starts.
func (u unit) start() source.Pos {
	if u.kind == list {
		return u.items[0].pos
	}
	return u.lines[0].pos
}

func (u unit) at() doc.At { return doc.At{Start: u.start()} }

// top reports whether a paragraph is a line by itself at the page's edge.
func (u unit) top() bool { return len(u.lines) == 1 && u.lines[0].indent == 0 }

// text is the text of a paragraph, "" of anything else.
func (u unit) text() string {
	if u.kind != para {
		return ""
	}
	if len(u.lines) == 1 {
		return u.lines[0].text
	}
	return u.inline().String()
}

func (u unit) inline() doc.Text {
	segs := make([]doc.Seg, len(u.lines))
	for i, l := range u.lines {
		segs[i] = doc.Seg{Text: l.text, Pos: l.pos}
	}
	return doc.Text{{Kind: doc.Regular, Segs: segs}}
}

// code gives the lines without their common indent.
func (u unit) code() *doc.Code {
	common := -1
	for _, l := range u.lines {
		if n := len(l.raw) - len(strings.TrimLeft(l.raw, " ")); l.text != "" && (common < 0 || n < common) {
			common = n
		}
	}
	c := &doc.Code{At: u.at()}
	for _, l := range u.lines {
		seg := doc.Seg{Pos: source.Pos{Line: l.pos.Line, Col: 1}}
		if l.text != "" {
			seg.Text = l.raw[common:]
			seg.Pos.Col = l.pos.Col - utf8.RuneCountInString(seg.Text) + utf8.RuneCountInString(l.text)
		}
		c.Lines = append(c.Lines, seg)
	}
	return c
}

func (it item) text() string {
	if len(it.units) == 0 {
		return ""
	}
	return it.units[0].text()
}

// last is the text of a list's last entry.
func (u unit) last() string { return u.items[len(u.items)-1].text() }

// bullet reads the mark of a list's entry: "• " and its like, or "3. ". It gives how many
// bytes the mark has, the text after it, and the number.
func bullet(s string) (n int, text string, number int) {
	c, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("•◦▪○■●·‣*-", c) && size < len(s) {
		if rest := strings.TrimLeft(s[size:], " \t\u00a0"); len(rest) < len(s)-size && rest != "" {
			return len(s) - len(rest), rest, 0
		}
		return 0, s, 0
	}
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i > 0 && i+2 < len(s) && s[i] == '.' && s[i+1] == ' ' {
		if k, err := strconv.Atoi(s[:i]); err == nil && k > 0 {
			rest := strings.TrimLeft(s[i+1:], " ")
			return len(s) - len(rest), rest, k
		}
	}
	return 0, s, 0
}

// units cuts lines into units. What is indented more than an entry's mark belongs to the
// entry.
func (r *reader) units(ls []line, depth int) []unit {
	var out []unit
	for i := 0; i < len(ls); {
		if ls[i].text == "" {
			i++
			continue
		}
		if n, _, number := bullet(ls[i].text); n > 0 && depth < maxDepth {
			it := item{pos: ls[i].pos, indent: ls[i].indent, ordered: number > 0, number: number}
			end := i + 1
			for end < len(ls) && (ls[end].text == "" || ls[end].indent > it.indent) {
				end++
			}
			inner := append([]line{ls[i].cut(n)}, ls[i+1:end]...)
			it.units = r.units(inner, depth+1)
			i = end
			if k := len(out) - 1; k >= 0 && out[k].kind == list && out[k].items[0].indent == it.indent && out[k].items[0].ordered == it.ordered {
				out[k].items = append(out[k].items, it)
			} else {
				out = append(out, unit{kind: list, items: []item{it}})
			}
			continue
		} else if n > 0 {
			r.report("tool/too-deep", ls[i].pos, "lists stand too deep inside each other; this part was kept as plain lines")
		}
		i = r.chunk(ls, i, depth, &out)
	}
	return out
}

// chunk reads lines up to the next blank one: a paragraph, or code, or code right below
// the line that announces it.
func (r *reader) chunk(ls []line, i, depth int, out *[]unit) int {
	start := i
	for i < len(ls) && ls[i].text != "" {
		more := i+1 < len(ls) && ls[i+1].text != ""
		if startsCode(ls[i].text, more) {
			break
		}
		if n, _, _ := bullet(ls[i].text); n > 0 && i > start && depth < maxDepth {
			break
		}
		i++
	}
	if i > start {
		*out = append(*out, unit{kind: para, lines: ls[start:i]})
	}
	if i == len(ls) || ls[i].text == "" || !startsCode(ls[i].text, i+1 < len(ls) && ls[i+1].text != "") {
		return i
	}
	start = i
	for i < len(ls) {
		if ls[i].text != "" {
			i++
			continue
		}
		// A blank line inside a payload: what follows is indented more, or closes it.
		next := i
		for next < len(ls) && ls[next].text == "" {
			next++
		}
		if next == len(ls) || ls[next].indent <= ls[start].indent && !strings.ContainsAny(ls[next].text[:1], "}]") {
			break
		}
		i = next
	}
	*out = append(*out, unit{kind: code, lines: ls[start:i]})
	return i
}

// startsCode knows the first line of a payload or a request. A cell such as
// "{project_id}" is none, and a request line by itself is a paragraph.
func startsCode(s string, more bool) bool {
	switch {
	case s == "{", s == "[", s == "{}", s == "[]":
		return true
	case s[0] == '{' || s[0] == '[':
		rest := strings.TrimLeft(s[1:], " ")
		return rest != "" && strings.ContainsAny(rest[:1], `"{[`)
	case strings.HasPrefix(s, "<?xml"), strings.HasPrefix(s, "HTTP/1"), strings.HasPrefix(s, "curl "):
		return true
	}
	return more && startsWithMethod(s)
}

var methods = [...]string{"GET ", "POST ", "PUT ", "DELETE ", "PATCH ", "HEAD ", "OPTIONS "}

func startsWithMethod(s string) bool {
	for _, m := range methods {
		if rest, ok := strings.CutPrefix(s, m); ok {
			rest = strings.TrimLeft(rest, " ")
			return strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, "http") || strings.HasPrefix(rest, "{")
		}
	}
	return false
}
