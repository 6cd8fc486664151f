package rst

import (
	"bytes"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// scratch is storage that each paragraph reuses.
type scratch struct {
	text   []byte
	starts []int
	segs   []doc.Seg
	runs   []doc.Inline
}

// escape stands for a backslash that escapes the next character, as in docutils
// (escape2null); a NUL of the page itself becomes another control character.
const escape = 0

// inliner finds the inline markup of one text (docutils states.Inliner).
type inliner struct {
	p      *parser
	ls     []line
	s      []byte // the lines joined with \n, escapes as NUL
	starts []int  // where each line starts in s

	out     doc.Text
	segs    []doc.Seg
	base    int // what lies before counts as the text's start, see startsHere
	plain   int // up to here everything is in out
	missing [kinds]bool
	near    nearby
}

// kinds of end strings, for inliner.missing: where no end was found from one place on,
// none will be found from a later one. Without it a text of nothing but start strings
// would cost the square of its length.
const (
	endEmph = iota
	endStrong
	endLiteral
	endTarget
	endSubst
	endQuote
	kinds
)

var special = func() (t [256]bool) {
	for _, c := range []byte("*`|_[") {
		t[c] = true
	}
	return t
}()

// inline reads the text of lines (RST spec, "Inline Markup").
func (p *parser) inline(ls []line) doc.Text {
	sc := p.marks
	p.marks = scratch{} // in use; an inner call makes its own
	sc.text, sc.starts = sc.text[:0], sc.starts[:0]
	for i, l := range ls {
		if i > 0 {
			sc.text = append(sc.text, '\n')
		}
		sc.starts = append(sc.starts, len(sc.text))
		sc.text = append(sc.text, l.text...)
	}
	escapes(sc.text)
	in := inliner{p: p, ls: ls, s: sc.text, starts: sc.starts, segs: sc.segs[:0], out: sc.runs[:0]}
	in.run()
	sc.segs, sc.runs = in.segs, in.out
	p.marks = sc
	return p.runs.clone(in.out)
}

// escapes turns the backslashes that escape something into NULs.
func escapes(s []byte) {
	if i := bytes.IndexByte(s, escape); i >= 0 {
		for ; i < len(s); i++ {
			if s[i] == escape {
				s[i] = 1
			}
		}
	}
	for i := bytes.IndexByte(s, '\\'); i >= 0 && i < len(s); i++ {
		if s[i] == '\\' {
			s[i] = escape
			i++
		}
	}
}

func (in *inliner) run() {
	s := in.s
	for i := 0; i < len(s); {
		if !special[s[i]] {
			i++
			continue
		}
		n := 0
		switch s[i] {
		case '*':
			if i+1 < len(s) && s[i+1] == '*' {
				n = in.fenced(i, 2, endStrong, doc.Strong)
			} else {
				n = in.fenced(i, 1, endEmph, doc.Emph)
			}
		case '`':
			if i+1 < len(s) && s[i+1] == '`' {
				n = in.fenced(i, 2, endLiteral, doc.Literal)
			} else {
				n = in.backquoted(i)
			}
		case '|':
			if i+1 < len(s) && s[i+1] != '|' {
				n = in.substituted(i)
			}
		case '_':
			if i+1 < len(s) && s[i+1] == '`' {
				n = in.internalTarget(i)
			} else {
				n = in.named(i)
			}
		case '[':
			n = in.footnoteRef(i)
		}
		if n > i {
			i = n
		} else {
			i++
		}
	}
	in.regular(len(s))
}

// startsHere asks whether a start string of n bytes may stand at i: white space, the
// start of the text, or opening punctuation before it, no white space after it, and no
// matching pair of quotes or brackets around it (RST spec, "Inline markup recognition
// rules" 1, 5 and 6). After other markup a text starts again.
func (in *inliner) startsHere(i, n int) bool {
	s := in.s
	if i+n >= len(s) || isSpaceAt(s, i+n) {
		return false
	}
	if i == in.base {
		return true
	}
	before, _ := utf8.DecodeLastRune(s[:i])
	if !opensMarkup(before) {
		return false
	}
	after, _ := utf8.DecodeRune(s[i+n:])
	if pairs(before, after) {
		in.base = i + n
		return false
	}
	return true
}

// endsHere asks whether an end string may end at i (rules 2 and 7).
func (in *inliner) endsHere(i int) bool {
	if i >= len(in.s) {
		return true
	}
	r, _ := utf8.DecodeRune(in.s[i:])
	return closesMarkup(r)
}

func isSpaceAt(s []byte, i int) bool {
	r, _ := utf8.DecodeRune(s[i:])
	return isSpace(r)
}

// solid asks whether the character before i is neither white space nor an escape, so
// that an end string may stand at i.
func (in *inliner) solid(i int, literal bool) bool {
	r, _ := utf8.DecodeLastRune(in.s[:i])
	return !isSpace(r) && (literal || r != escape)
}

// fenced reads **strong**, *emphasis* and “literal“ text from the start string of n
// bytes at i, and gives the place after it; 0 where there is none.
func (in *inliner) fenced(i, n, kind int, as doc.InlineKind) int {
	if !in.startsHere(i, n) {
		return i + n
	}
	end := in.find(i+n, n, kind)
	if end <= i+n {
		return in.unclosed(i, n)
	}
	in.regular(i)
	in.emit(as, i+n, end, "", kind == endLiteral)
	in.skip(end + n)
	return end + n
}

// find looks for the end string: n bytes like the one before from. It gives -1 where
// there is none.
func (in *inliner) find(from, n, kind int) int {
	if in.missing[kind] {
		return -1
	}
	s := in.s
	fence := s[from-1]
	for i := from; i+n <= len(s); i++ {
		k := bytes.IndexByte(s[i:], fence)
		if k < 0 {
			break
		}
		i += k
		if n == 2 && (i+1 >= len(s) || s[i+1] != fence) {
			continue
		}
		// The first character may follow the start string directly: then the text is
		// empty, and docutils takes the start string for a mistake.
		if (i == from || in.solid(i, kind == endLiteral)) && in.endsHere(i+n) {
			return i
		}
	}
	in.missing[kind] = true
	return -1
}

// unclosed reports a start string without its end; the text goes on after it.
func (in *inliner) unclosed(i, n int) int {
	if in.p.counts["docs/unclosed-markup"] < maxPerKind {
		in.p.report("docs/unclosed-markup", in.place(i),
			quote(string(in.s[i:i+n]))+" opens markup here that is not closed in this paragraph; close it, or write a backslash before it if the character is meant")
	}
	in.base = i + n
	return i + n
}

// skip marks everything up to i as done.
func (in *inliner) skip(i int) { in.plain, in.base = i, i }
