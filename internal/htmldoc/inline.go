package htmldoc

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// style is the markup that a piece of text stands in, and the element that it comes from:
// two bold words side by side are two runs.
type style struct {
	kind   doc.InlineKind
	target string
	from   *node
}

var plain = style{kind: doc.Regular}

// run collects the words of one paragraph. White space between words becomes one space,
// and none remains at either end; between two kinds of markup the space belongs to the
// text without markup, as RST wants it ("<b>Table 1 </b>x" is **Table 1** and " x").
type run struct {
	p    *parser
	out  doc.Text
	cur  doc.Inline
	st   style // of cur
	open bool  // cur has begun

	seg   []byte // the piece of text that is being collected
	segAt int    // where it started
	next  int    // the offset that continues it; -1: nothing does
	last  int    // the offset after the last word

	space int  // offset of the white space before the next word, -1 where there is none
	begun bool // a word stands in the run
}

func newRun(p *parser) *run { return &run{p: p, space: -1, next: -1} }

// text adds the raw text from off to end, with its entities decoded.
func (r *run) text(off, end int, st style) {
	s := r.p.text
	for i := off; i < end; {
		word, n := s[i:i+1], 1
		if c := s[i]; c == '&' {
			word, n = entity(s[i:end])
		} else if c >= utf8.RuneSelf {
			_, n = utf8.DecodeRuneInString(s[i:end])
			word = s[i : i+n]
		}
		switch word {
		case " ", "\n", "\t", "\f", "\v", "\r", "\u00a0":
			r.blank(i)
		case "\u200b", "\u00ad", "\uFEFF": // break opportunities, not to be seen
		default:
			// An entity is a piece of its own: columns do not count on across it.
			r.word(word, i, st, s[i] == '&')
		}
		i += n
	}
}

// entity decodes the character reference at the start of s and tells its length. An
// ampersand that starts none stands for itself.
func entity(s string) (string, int) {
	n := 1
	for n < len(s) && n < 40 && (s[n] == '#' || s[n] >= '0' && s[n] <= '9' || s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	word := html.UnescapeString(s[:n])
	if word == s[:n] {
		return "&", 1
	}
	if utf8.RuneCountInString(word) > 1 { // mostly "&nbsp00", where the semicolon is missing
		for m := 2; m < n; m++ {
			if one := html.UnescapeString(s[:m]); one != s[:m] && one+s[m:n] == word {
				return one, m
			}
		}
	}
	return word, n
}

// blank notes white space at off.
func (r *run) blank(off int) {
	if r.begun && r.space < 0 {
		r.space = off
	}
}

func (r *run) sameLine(a, b int) bool { return !strings.Contains(r.p.text[a:b], "\n") }

// word adds text without white space that stands at off; alone is a piece of its own.
func (r *run) word(word string, off int, st style, alone bool) {
	if sp := r.space; sp >= 0 {
		r.space = -1
		r.gap(sp, off, st)
	}
	// Pieces on two lines read with a space between them. Where only a tag that is broken
	// over lines stands between them ("ab<b\n>c"), a new run keeps them together.
	torn := r.open && r.next != off && len(r.seg) > 0 && !r.sameLine(r.last, off)
	if !r.in(st) || torn {
		r.flush()
		r.begin(st)
	}
	if r.next != off || alone {
		r.endSeg()
		r.segAt = off
	}
	r.seg = append(r.seg, word...)
	r.next = off + len(word)
	r.begun, r.last = true, min(r.next, len(r.p.text))
	if alone {
		r.next = -1
	}
}

// in reports whether the open run of text has that style.
func (r *run) in(st style) bool { return r.open && r.st == st }

// gap puts in the space that stands at sp, before the word at off. A line end needs no
// character: two pieces on different lines read with a space between them, and where it
// stands at an edge of the run the piece on its other side is empty.
func (r *run) gap(sp, off int, st style) {
	wraps := !r.sameLine(r.last, off)
	mark := func(at int) { r.cur.Segs = append(r.cur.Segs, doc.Seg{Pos: r.p.pos(at)}) }
	same, regular := r.in(st), r.open && r.cur.Kind == doc.Regular
	if !same && !regular {
		r.flush()
		r.begin(plain)
		if wraps {
			mark(r.last)
		}
	}
	if wraps {
		r.endSeg()
		if !r.in(st) {
			mark(off)
		}
		return
	}
	if r.next != sp {
		r.endSeg()
		r.segAt = sp
	}
	r.seg = append(r.seg, ' ')
	r.next = sp + 1
}

func (r *run) begin(st style) {
	r.cur, r.st, r.open = doc.Inline{Kind: st.kind, Target: st.target}, st, true
	r.seg, r.next = r.seg[:0], -1
}

// endSeg closes the piece of text that is being collected.
func (r *run) endSeg() {
	if len(r.seg) > 0 {
		r.cur.Segs = append(r.cur.Segs, doc.Seg{Text: string(r.seg), Pos: r.p.pos(r.segAt)})
	}
	r.seg, r.next = r.seg[:0], -1
}

func (r *run) flush() {
	if !r.open {
		return
	}
	r.endSeg()
	if len(r.cur.Segs) > 0 {
		r.out = append(r.out, r.cur)
	}
	r.open = false
}

// image adds a picture in the text.
func (r *run) image(n *node) {
	r.flush()
	r.out = append(r.out, doc.Inline{Kind: doc.Image, Target: n.a().src, Segs: []doc.Seg{{Text: "", Pos: r.p.pos(n.off)}}})
}

// end gives the collected text and makes the run ready for the next paragraph.
func (r *run) end() doc.Text {
	r.flush()
	out := r.out
	r.out, r.space, r.begun = nil, -1, false
	return out
}

// inner is the style of what stands inside an inline element. References are the
// strongest: "<a><b>Table 1</b></a>" is a reference.
func (n *node) inner(st style) style {
	if n.tag == "a" {
		return n.link(st)
	}
	if st.kind == doc.Ref || st.kind == doc.Link {
		return st
	}
	switch n.tag {
	case "b", "strong":
		if st.kind == doc.Regular || st.kind == doc.Emph {
			return style{kind: doc.Strong, from: n}
		}
	case "i", "em", "cite", "var", "dfn":
		if st.kind == doc.Regular {
			return style{kind: doc.Emph, from: n}
		}
	case "code", "tt", "kbd", "samp":
		if st.kind != doc.Literal {
			return style{kind: doc.Literal, from: n}
		}
	}
	return st
}

// link reads where a link leads. Within the documentation that is a label: an id, or the
// name of a page, which RST has as a label before its title.
func (n *node) link(st style) style {
	href := n.a().href
	if href == "" || href == "#" {
		return st
	}
	scheme, _, absolute := strings.Cut(href, ":")
	switch {
	case absolute && !strings.ContainsAny(scheme, "/?#"):
		switch strings.ToLower(scheme) {
		case "http", "https", "mailto", "ftp":
			return style{doc.Link, href, n}
		}
		return st // a script, or nothing that we know
	case strings.HasPrefix(href, "//"):
		return style{doc.Link, href, n}
	}
	file, id, _ := strings.Cut(href, "#")
	if id == "" {
		file, _, _ = strings.Cut(file, "?")
		id = baseName(file)
	}
	return style{doc.Ref, id, n}
}
