package rst

import (
	"sort"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// lineAt is the index of the line that the offset i of the text lies in.
func (in *inliner) lineAt(i int) int {
	if len(in.starts) == 1 {
		return 0
	}
	return sort.SearchInts(in.starts, i+1) - 1
}

// place is where the byte at offset i stands in the page.
func (in *inliner) place(i int) source.Pos {
	k := in.lineAt(i)
	return in.pos(k, i-in.starts[k])
}

// nearby is the last place that was asked for. Counting on from it keeps a long line
// with much markup from being counted from its start again and again.
type nearby struct{ line, off, col int }

// pos is the place of the byte at offset off of line k.
func (in *inliner) pos(k, off int) source.Pos {
	l, n := in.ls[k], &in.near
	if n.line != k || n.off > off || n.col == 0 {
		*n = nearby{line: k, col: int(l.col)}
	}
	n.col += utf8.RuneCountInString(l.text[n.off:off])
	n.off = off
	return in.p.physical(int(l.num), n.col)
}

// regular puts out the text without markup up to end.
func (in *inliner) regular(end int) {
	for in.plain < end {
		from, to := in.uri(in.plain, end)
		if from < 0 {
			in.emit(doc.Regular, in.plain, end, "", false)
			break
		}
		in.emit(doc.Regular, in.plain, from, "", false)
		in.emit(doc.Link, from, to, in.raw(from, to), false)
		in.plain = to
	}
	in.plain = end
}

// emit puts out the text from a to b as one run: a piece for each line, and a further
// piece after each backslash that is left out. Where a line end is escaped, and so no
// space remains, a new run begins.
func (in *inliner) emit(kind doc.InlineKind, a, b int, target string, literal bool) {
	if a >= b {
		return
	}
	s := in.s
	k := in.lineAt(a)
	from := len(in.segs)
	piece := func(x, y int) {
		l, start := in.ls[k], in.starts[k]
		in.segs = append(in.segs, doc.Seg{Text: l.text[x-start : y-start], Pos: in.pos(k, x-start)})
	}
	flush := func() {
		if segs := in.segs[from:]; len(segs) > 0 {
			in.out = append(in.out, doc.Inline{Kind: kind, Segs: in.p.segs.clone(segs), Target: target})
		}
		in.segs = in.segs[:from]
	}
	start := a
	fresh := true    // nothing of this line is in the run yet
	crossed := false // the run began on an earlier line
	for i := a; i < b; i++ {
		switch s[i] {
		case '\n':
			if i > start || fresh {
				piece(start, i)
			}
			k++
			start, fresh, crossed = i+1, true, true
		case escape:
			if literal {
				continue
			}
			if i > start {
				piece(start, i)
				fresh = false
			}
			start = i + 1
			if i+1 >= b {
				break
			}
			i++
			switch s[i] {
			case ' ':
				start = i + 1
			case '\n':
				flush()
				k++
				start, fresh, crossed = i+1, true, false
			}
		}
	}
	if b > start || fresh && crossed {
		piece(start, b)
	}
	flush()
}

// raw gives the text from a to b as it is written, without escapes and line ends.
func (in *inliner) raw(a, b int) string {
	out := make([]byte, 0, b-a)
	for i := a; i < b; i++ {
		switch in.s[i] {
		case escape:
			if i+1 < b && (in.s[i+1] == ' ' || in.s[i+1] == '\n') {
				i++
			}
		case '\n':
			out = append(out, ' ')
		default:
			out = append(out, in.s[i])
		}
	}
	return string(out)
}
