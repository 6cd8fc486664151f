package doc

import (
	"slices"
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
// escape, is no part of the text.
type Inline struct {
	Kind   InlineKind
	Segs   []Seg
	Target string
}

// Text is what stands in a paragraph, a title or a caption.
type Text []Inline

// String gives the text without markup; a reference counts as its label.
func (t Text) String() string { return t.Plain().Text }

// Plain gives the text without markup, with places.
func (t Text) Plain() Flow { return t.flow(false) }

// Marked gives the text with **strong** and “literal“ marks kept, with places; all
// else as in Plain. Sentences about limits need the marks: they tell a value from a word.
func (t Text) Marked() Flow { return t.flow(true) }

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

// Flow is text in one string together with the place of each part of it.
type Flow struct {
	Text  string
	marks []mark
}

type mark struct {
	off int
	pos source.Pos
}

// At gives the place of the byte at offset off of f.Text.
func (f Flow) At(off int) source.Pos {
	i := sort.Search(len(f.marks), func(i int) bool { return f.marks[i].off > off }) - 1
	if i < 0 {
		return source.Pos{}
	}
	m := f.marks[i]
	end := min(off, len(f.Text))
	return source.Pos{Line: m.pos.Line, Col: m.pos.Col + utf8.RuneCountInString(f.Text[m.off:end])}
}

// Add appends text that starts at pos.
func (f *Flow) Add(text string, pos source.Pos) {
	if text == "" {
		return
	}
	f.marks = append(f.marks, mark{len(f.Text), pos})
	f.Text += text
}

// Append appends g behind f, with sep between the two where both are not empty.
func (f *Flow) Append(sep string, g Flow) {
	if g.Text == "" {
		return
	}
	if f.Text == "" { // most cells have one paragraph only
		*f = Flow{Text: g.Text, marks: slices.Clip(g.marks)}
		return
	}
	f.Text += sep
	base := len(f.Text)
	for _, m := range g.marks {
		f.marks = append(f.marks, mark{base + m.off, m.pos})
	}
	f.Text += g.Text
}

func (t Text) flow(marked bool) Flow {
	size, segs := 0, 0
	for _, in := range t {
		segs += len(in.Segs) + 1
		for _, s := range in.Segs {
			size += len(s.Text) + len(" ")
		}
	}
	var b strings.Builder
	b.Grow(size + 4*len(t)) // with the marks
	marks := make([]mark, 0, segs)
	for _, in := range t {
		if in.Kind == Image {
			continue
		}
		fence := ""
		if marked {
			switch in.Kind {
			case Strong:
				fence = "**"
			case Literal:
				fence = "``"
			}
		}
		for i, s := range in.Segs {
			p := s.Pos
			if i > 0 && in.Segs[i-1].Pos.Line != p.Line {
				b.WriteByte(' ')
			}
			if i == 0 && fence != "" {
				marks = append(marks, mark{b.Len(), source.Pos{Line: p.Line, Col: max(1, p.Col-len(fence))}})
				b.WriteString(fence)
			}
			marks = append(marks, mark{b.Len(), p})
			b.WriteString(s.Text)
		}
		b.WriteString(fence)
	}
	return Flow{Text: b.String(), marks: marks}
}

// NormLabel folds a label's name as docutils does: lower case, white space to one space.
func NormLabel(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}
