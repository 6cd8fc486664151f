package dialect

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// narrowed is a text whose wide punctuation and digits are written as ASCII, with the way back to the places in the
// text as it is on the page.
type narrowed struct {
	text Text
	// from and to are offsets in the narrowed text and in the page's, in order: what stands between two of them has
	// the same length in both.
	from, to []int
}

// narrowText writes the wide forms of digits and of the punctuation between words as ASCII, and curly quotes as
// straight ones: "Range：１－９", "3～32 characters", “auto”. Nothing is changed in what is set apart, which is a
// value, nor where such a mark is named and does not join words: "The name cannot contain ：，。".
func narrowText(t Text) narrowed {
	if !hasWide(t.Words) {
		return narrowed{text: t}
	}
	var b strings.Builder
	n := narrowed{text: Text{Marks: slices.Clone(t.Marks)}}
	marks := t.Marks
	for i := 0; i < len(t.Words); {
		for len(marks) > 0 && marks[0].End <= i {
			marks = marks[1:]
		}
		c, size := utf8.DecodeRuneInString(t.Words[i:])
		short := ""
		if c >= 0x80 && (len(marks) == 0 || i < marks[0].Start) {
			short = asASCII(t, c, i, size)
		}
		if short == "" {
			b.WriteString(t.Words[i : i+size])
		} else {
			b.WriteString(short)
			n.from, n.to = append(n.from, b.Len()), append(n.to, i+size)
		}
		i += size
	}
	n.text.Words = b.String()
	for i, m := range n.text.Marks {
		n.text.Marks[i] = Mark{n.into(m.Start), n.into(m.End)}
	}
	return n
}

// hasWide reports whether a text has a character that narrowText may change.
func hasWide(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == 0xef || s[i] == 0xe3 || s[i] == 0xe2 && strings.HasPrefix(s[i:], "\u201c") {
			return true
		}
	}
	return false
}

// asASCII gives what a character at byte i of a text is written as, "" where it stays.
func asASCII(t Text, c rune, i, size int) string {
	before, after := beside(t, i, i+size)
	switch {
	case c >= '０' && c <= '９':
		return string(narrow(c))
	case c == '\u201c' || c == '\u201d':
		if quotesClose(t.Words, i, c) {
			return `"`
		}
		return ""
	case (c == '～' || c == '－') && before == besideDigit && after == besideDigit:
		return "-"
	case c == '（' && before != besideOther && after > besideOther || c == '）' && before > besideOther:
		return string(narrow(c))
	case before <= besideEnd || after == besideOther:
		return ""
	case c == '，' || c == '、' || c == '：' || c == '；' || c == '。' || c == '．' && after != besideDigit:
		return string(narrow(c)) + " "
	}
	return ""
}

// besideKind is what stands beside a character.
type besideKind byte

const (
	besideOther besideKind = iota // punctuation, which is named beside it
	besideEnd                     // an end of the line
	besideWord                    // a word, or what is set apart
	besideDigit
)

// beside says what stands right before byte from of a text, and after byte to but for one space.
func beside(t Text, from, to int) (before, after besideKind) {
	line := t.Words
	before, after = besideEnd, besideEnd
	if from > 0 {
		c, _ := utf8.DecodeLastRuneInString(line[:from])
		before = besideOf(c)
		if before == besideOther && strings.ContainsRune(")]）\"\u201d", c) || t.marked(from-1) {
			before = besideWord
		}
	}
	if to < len(line) && line[to] == ' ' {
		to++
	}
	if to < len(line) {
		c, _ := utf8.DecodeRuneInString(line[to:])
		after = besideOf(c)
		if after == besideOther && strings.ContainsRune("([（\"\u201c`-", c) || t.marked(to) {
			after = besideWord
		}
	}
	return before, after
}

func besideOf(c rune) besideKind {
	switch {
	case c >= '0' && c <= '9' || c >= '０' && c <= '９':
		return besideDigit
	case c == '\n':
		return besideEnd
	case c < 0x80 && isWordByte(byte(c)), c >= 0xc0 && c < 0x2000, c >= 0x4e00 && c < 0xa000:
		return besideWord
	}
	return besideOther
}

// marked reports whether a byte of the text is set apart.
func (t Text) marked(at int) bool {
	i := sort.Search(len(t.Marks), func(i int) bool { return t.Marks[i].End > at })
	return i < len(t.Marks) && t.Marks[i].Start <= at
}

// maxQuoted is how many bytes curly quotes have between them at most.
const maxQuoted = 64

// quotesClose reports whether the curly quote at byte i has its other half near it, with a text between.
func quotesClose(s string, i int, c rune) bool {
	const size = len("\u201c")
	if c == '\u201c' {
		end := strings.Index(s[i+size:min(len(s), i+2*size+maxQuoted)], "\u201d")
		return end > 0 && !strings.ContainsAny(s[i+size:i+size+end], "\n\"\u201c")
	}
	from := max(0, i-size-maxQuoted)
	start := strings.LastIndex(s[from:i], "\u201c")
	return start >= 0 && from+start+size < i && !strings.ContainsAny(s[from+start+size:i], "\n\"\u201d")
}

// into gives the offset in the narrowed text of one in the page's.
func (n narrowed) into(off int) int { return shifted(n.to, n.from, off) }

// back gives the offset in the page's text of one in the narrowed text.
func (n narrowed) back(off int) int { return shifted(n.from, n.to, off) }

func shifted(from, to []int, off int) int {
	i := sort.SearchInts(from, off+1)
	if i == 0 {
		return off
	}
	return to[i-1] + off - from[i-1]
}

// places puts the places of limits back into the text as it is on the page.
func (n narrowed) places(limits []Limit) []Limit {
	if len(n.from) == 0 {
		return limits
	}
	for i := range limits {
		l := &limits[i]
		l.Off, l.End = n.back(l.Off), n.back(l.End)
		l.Values = slices.Clone(l.Values)
		for j := range l.Values {
			l.Values[j].Off = n.back(l.Values[j].Off)
		}
	}
	return limits
}

// hintPlaces is places for hints.
func (n narrowed) hintPlaces(hints []Hint) []Hint {
	for i := range hints {
		hints[i].Off, hints[i].End = n.back(hints[i].Off), n.back(hints[i].End)
	}
	return hints
}
