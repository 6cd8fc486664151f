package dialect

import (
	"strings"
)

// limits reads a description line by line. A line is cut into sentences; a sentence that
// starts with a label ("Value range:") is read as the label says, any other is searched
// for phrases (limits_phrases.go). List items belong to the sentence before them.
func limits(text Text) []Limit {
	n := narrowText(text)
	return n.places(newReader(n.text).all())
}

// all reads all lines.
func (r *reader) all() []Limit {
	for i := range r.lines {
		r.line(i)
	}
	r.inCase, r.aside, r.part = false, false, false
	r.meanings()
	r.namedValues()
	r.ownCases()
	r.defaultWords()
	r.cases()
	r.mixedUnits()
	r.otherUnits()
	r.widen()
	return r.result()
}

// rangeLimits reads a text as if the label "Range:" stood before it.
func rangeLimits(text Text) []Limit {
	n := narrowText(text)
	r := newReader(n.text)
	if r.item(0) {
		r.bullets(0, introAll, ReadLabel)
	}
	toks := r.tokens(0)
	to := 0
	for tokAt(toks, to).kind != tokEnd {
		to++
	}
	whole := to+1 >= len(toks)
	if to > 0 && r.content(labelValue, sentence{toks: toks[:to], last: whole, read: ReadLabel}, 0) && whole {
		r.lines[0].used = true
	}
	for i := range r.lines {
		r.line(i)
	}
	return n.places(r.result())
}

// newReader cuts a text into lines.
func newReader(t Text) *reader {
	text := t.Words
	r := &reader{Text: t}
	for off := 0; off <= len(text); {
		end := strings.IndexByte(text[off:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += off
		}
		l := line{off: off, text: text[off:end]}
		if rest, ok := strings.CutPrefix(strings.TrimLeft(l.text, " "), strings.TrimSpace(Bullet)); ok {
			l.bullet = true
			l.off = end - len(rest)
			l.text = rest
		}
		r.lines = append(r.lines, l)
		off = end + 1
	}
	r.leaveCodeOut()
	return r
}

type reader struct {
	Text
	lower  string // Words in lower case, made when it is first asked for
	lines  []line
	limits []Limit
	// near are the indexes of the first limits by the stretches of text that they were read from,
	// located the number of these. See alreadySaid.
	near    map[int][]int
	located int
	inCase  bool // the lines from here on are about one case
	now     int  // the index of the line that is read
	// definition is the noun that the text begins with, once defined is true.
	definition []string
	defined    bool
	aside      bool            // the line is about a part of the value, or about one case
	part       bool            // the line is about a part of the value
	fixed      bool            // the sentence before this one said "has a fixed value"
	named      []Value         // see named
	special    []specialValue  // see specialNumber
	words      []Limit         // see defaultWord
	parts      []partName      // see partNames, nil until asked for
	others     map[string]bool // see tellsOfOther
}

func (r *reader) tokens(i int) []tok {
	l := &r.lines[i]
	if !l.cut {
		l.toks, l.cut = tokenize(r.Text, l.off, l.off+len(l.text), make([]tok, 0, len(l.text)/5+4)), true
	}
	return l.toks
}

// opens reports whether a token is the first one of the text, of which the first lines may be empty.
func (r *reader) opens(t tok) bool {
	for i := range r.lines {
		if toks := r.tokens(i); len(toks) > 0 {
			return t.off == toks[0].off
		}
	}
	return false
}

func (r *reader) lowerText() string {
	if r.lower == "" {
		r.lower = strings.ToLower(r.Words)
	}
	return r.lower
}
