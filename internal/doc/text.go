package doc

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

// InlineKind is the markup of a piece of text.
type InlineKind string

// The kinds of inline markup.
const (
	Regular InlineKind = "text"
	Strong  InlineKind = "strong"
	Emph    InlineKind = "emphasis"
	Literal InlineKind = "literal"
	Ref     InlineKind = "ref"  // :ref:`label <target>`: Target is the label's name
	Link    InlineKind = "link" // `text <url>`__ or a bare URL: Target is the URL
	Image   InlineKind = "image"
)

// Seg is a piece of text on one physical line.
type Seg struct {
	Text string
	Pos  source.Pos
}

// Inline is a run of text in one kind of markup. A run that is wrapped over several
// lines has one Seg a line; a line end reads as a single space. Segs on the same line
// follow each other directly: a character between them, such as the backslash of an
// escape, is not part of the text.
type Inline struct {
	Kind   InlineKind
	Segs   []Seg
	Target string
}

// Text is what stands in a paragraph, a title or a caption.
type Text []Inline

// String gives the text without markup; a reference counts as its label.
func (t Text) String() string {
	if len(t) == 1 && len(t[0].Segs) == 1 && t[0].Kind != Image {
		return t[0].Segs[0].Text // as most texts are
	}
	var b strings.Builder
	b.Grow(t.size())
	for i := range t {
		if in := &t[i]; in.Kind != Image {
			for k, s := range in.Segs {
				if in.wrapped(k) {
					b.WriteByte(' ')
				}
				b.WriteString(s.Text)
			}
		}
	}
	return b.String()
}

// size is a bound for the length of String.
func (t Text) size() int {
	n := 0
	for i := range t {
		for k := range t[i].Segs {
			n += len(t[i].Segs[k].Text) + len(" ")
		}
	}
	return n
}

// wrapped reports whether the text of segment k starts on another line than that before it.
func (in *Inline) wrapped(k int) bool { return k > 0 && in.Segs[k-1].Pos.Line != in.Segs[k].Pos.Line }

// Plain gives the text without markup, with places and with what is set apart.
func (t Text) Plain() Flow {
	segs, marks := 0, 0
	for i := range t {
		segs += len(t[i].Segs)
		if t[i].setApart() {
			marks++
		}
	}
	f := Flow{Text: t.String()}
	if marks > 0 {
		f.Marks = make([]Mark, 0, marks)
	}
	if segs > 1 {
		f.places = make([]place, 0, segs)
	}
	at := 0
	for i := range t {
		in := &t[i]
		if in.Kind == Image {
			continue
		}
		start := at
		for k, s := range in.Segs {
			if in.wrapped(k) {
				at++
			}
			if segs == 1 {
				f.start = s.Pos
			} else {
				f.places = append(f.places, place{at, s.Pos})
			}
			at += len(s.Text)
		}
		if in.setApart() && at > start {
			f.Marks = append(f.Marks, Mark{start, at, in.Kind})
		}
	}
	return f
}

// setApart reports whether the run is one that Flow.Marks lists.
func (in *Inline) setApart() bool { return in.Kind == Strong || in.Kind == Literal }

// Refs lists the references of t in order.
func (t Text) Refs() []Inline {
	var refs []Inline
	for _, in := range t {
		if in.Kind == Ref {
			refs = append(refs, in)
		}
	}
	return refs
}

// Flow is text in one string together with the place of each part of it and with the parts
// that are set apart. Sentences about limits need these: they tell a value from a word.
type Flow struct {
	Text   string
	Marks  []Mark     // in order
	start  source.Pos // where it begins; without places, all of it stands there in one line
	places []place
}

// Mark is a part of a Flow that is set in bold (Strong) or as code (Literal), by its byte
// offsets.
type Mark struct {
	Start, End int
	Kind       InlineKind
}

type place struct {
	off int
	pos source.Pos
}

// At gives the place of the byte at offset off of f.Text.
func (f Flow) At(off int) source.Pos {
	if f.places == nil {
		return f.from(place{0, f.start}, off)
	}
	i := sort.Search(len(f.places), func(i int) bool { return f.places[i].off > off }) - 1
	if i < 0 {
		return source.Pos{}
	}
	return f.from(f.places[i], off)
}

// from is the place of the byte at offset off, which stands in the line of p.
func (f Flow) from(p place, off int) source.Pos {
	if !p.pos.IsValid() {
		return source.Pos{}
	}
	end := min(off, len(f.Text))
	return source.Pos{Line: p.pos.Line, Col: p.pos.Col + utf8.RuneCountInString(f.Text[p.off:end])}
}

// Places gives places of a Flow, each in the time that the text from the one before takes where the
// offsets are in order: many may stand in one line.
type Places struct {
	flow Flow
	last place
}

// Places begins at the start of f.
func (f Flow) Places() *Places { return &Places{flow: f, last: place{off: -1}} }

// At gives what Flow.At does.
func (p *Places) At(off int) source.Pos {
	line := place{0, p.flow.start}
	if p.flow.places != nil {
		i := sort.Search(len(p.flow.places), func(i int) bool { return p.flow.places[i].off > off }) - 1
		if i < 0 {
			return source.Pos{}
		}
		line = p.flow.places[i]
	}
	if line.off <= p.last.off && p.last.off <= off && p.last.off <= len(p.flow.Text) {
		line = p.last
	}
	p.last = place{off, p.flow.from(line, off)}
	return p.last.pos
}

// Prose gives the text as people write it where there is no bold: code in backquotes.
func (f Flow) Prose() string {
	var b strings.Builder
	at := 0
	for _, m := range f.Marks {
		if m.Kind == Literal {
			b.WriteString(f.Text[at:m.Start] + "`" + f.Text[m.Start:m.End] + "`")
			at = m.End
		}
	}
	if at == 0 {
		return f.Text
	}
	b.WriteString(f.Text[at:])
	return b.String()
}

// NormLabel folds a label's name as docutils does: lower case, white space to one space.
func NormLabel(s string) string {
	if isNormal(s) {
		return s
	}
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// isNormal reports whether NormLabel changes nothing, of a name in ASCII.
func isNormal(s string) bool {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}
