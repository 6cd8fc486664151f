package dialect

import (
	"sort"
	"strings"
)

// The kinds of tokens of a description.
type tokKind byte

const (
	tokWord  tokKind = iota // a word of the sentence, or a bare value: "letters", "tag_key"
	tokNum                  // a bare number
	tokValue                // a text in marks or quotes: **true**, "abc"
	tokPunct                // one mark of punctuation; every kind of dash is "-"
	tokEnd                  // the end of a sentence
)

// tok is a token with its byte range in the text that was read.
type tok struct {
	kind tokKind
	text string // as written, without marks
	low  string // lower case
	off  int    // of text, without marks
	end  int
}

// isNum reports whether t is a number, bare or in marks.
func (t tok) isNum() bool {
	return t.kind == tokNum || t.kind == tokValue && numberLen(t.text) == len(t.text)
}

// tokAt gives a token of a sentence. Before its first and after its last one stand ends.
func tokAt(toks []tok, i int) tok {
	if i < 0 || i >= len(toks) {
		return tok{kind: tokEnd}
	}
	return toks[i]
}

// withoutEnd is a sentence without the end that may stand after it.
func withoutEnd(toks []tok) []tok {
	if n := len(toks); tokAt(toks, n-1).kind == tokEnd {
		return toks[:max(0, n-1)]
	}
	return toks
}

// tokenize cuts a line of a description, from byte from of the text to byte to, and appends
// its tokens to toks.
func tokenize(t Text, from, to int, toks []tok) []tok {
	l := lexer{line: t.Words[from:to], base: from, toks: toks}
	l.marks = t.Marks[sort.Search(len(t.Marks), func(i int) bool { return t.Marks[i].Start >= from }):]
	for l.at < len(l.line) {
		l.next()
	}
	unmarkJoints(l.toks[len(toks):])
	return l.toks
}

// unmarkJoints makes words of what stands between values and is set apart as they are: "**a** **or** **b**". It does not
// apply to values, which have something between them: "**and**, **or**", "**,** or **;**".
func unmarkJoints(toks []tok) {
	for i := range toks {
		before, t := tokAt(toks, i-1), &toks[i]
		switch {
		case t.kind != tokValue:
		case t.text == "," && before.kind == tokValue:
			t.kind = tokPunct
		case (t.text == "or" || t.text == "and") && (before.kind == tokValue || before.low == ",") && tokAt(toks, i+1).kind == tokValue:
			t.kind = tokWord
		}
	}
}

// tokenizeUnmarked cuts a text that sets nothing apart and starts at byte base.
func tokenizeUnmarked(text string, base int, toks []tok) []tok {
	l := lexer{line: text, base: base, toks: toks}
	for l.at < len(text) {
		l.next()
	}
	return l.toks
}

// lexer is the state of tokenize.
type lexer struct {
	line  string
	base  int
	at    int    // what is before it has been read
	marks []Mark // those that begin at at or later
	after bool   // a mark ends at at
	toks  []tok
}

// next reads one token, or the space before one.
func (l *lexer) next() {
	l.dropMarks()
	if len(l.marks) > 0 && l.marks[0].Start == l.base+l.at {
		l.marked()
		return
	}
	c := l.line[l.at]
	switch after := l.after; {
	case c == ' ' || c == '\t':
		l.at++
	case strings.HasPrefix(l.line[l.at:], "**") || strings.HasPrefix(l.line[l.at:], "``"):
		l.at += 2 // the page opens markup and does not close it
	case c == '*' && l.strayStar():
		l.at++
	case c == '"' || c == '\'':
		l.quoted(after)
	case isDigit(c) || c == '-' && l.minus(after):
		l.number()
	case l.startsWord(after):
		l.word()
	case c == '.' && l.at > 0 && isDigit(l.line[l.at-1]) && rangeAt(l.line, l.at):
		l.emit(tokPunct, len(".."))
		l.toks[len(l.toks)-1].low = "-" // "1..9"
	case c == '.' || c == ';':
		l.stop()
	default:
		l.emit(tokPunct, 1)
		if c == '~' {
			l.toks[len(l.toks)-1].low = "-"
		}
	}
	l.after = false
}

// strayStar reports a star that is left of markup before the bound of a range: "ranges from *36 to 100".
func (l *lexer) strayStar() bool {
	next := l.peek()
	if len(l.toks) == 0 || !isDigit(next) && next != markByte {
		return false
	}
	switch l.toks[len(l.toks)-1].low {
	case "from", "between":
		return l.line[l.at-1] == ' '
	}
	return false
}

// emit makes a token of the next n bytes.
func (l *lexer) emit(k tokKind, n int) {
	t := tok{kind: k, text: l.line[l.at : l.at+n], off: l.base + l.at, end: l.base + l.at + n}
	t.low = t.text
	if k == tokWord {
		t.low = strings.ToLower(t.text)
	}
	l.toks = append(l.toks, t)
	l.at += n
}

// rest is what follows in the line before the next mark.
func (l *lexer) rest() string {
	end := len(l.line)
	if len(l.marks) > 0 {
		end = min(end, l.marks[0].Start-l.base)
	}
	return l.line[l.at:end]
}

// peek gives the byte after the next one: 0 at the end of the line, markByte before a mark.
func (l *lexer) peek() byte {
	switch {
	case len(l.rest()) > 1:
		return l.line[l.at+1]
	case l.at+1 < len(l.line):
		return markByte
	}
	return 0
}

// markByte stands for a mark, which is not a part of the words around it.
const markByte = 1

// marked reads a part that is set apart.
func (l *lexer) marked() {
	end := min(l.marks[0].End-l.base, len(l.line))
	l.toks = addMarked(l.toks, l.line[l.at:end], l.base+l.at)
	l.at, l.after = end, true
}

// dropMarks leaves out the marks that begin in what has been read: what is set apart in quotes
// is the same value.
func (l *lexer) dropMarks() {
	for len(l.marks) > 0 && (l.marks[0].Start < l.base+l.at || l.marks[0].End <= l.marks[0].Start) {
		l.marks = l.marks[1:]
	}
}

// quoted reads a text in quotes; a quote that nothing closes is passed over.
func (l *lexer) quoted(after bool) {
	n := quotedAt(l.line, l.at)
	if after { // it stands beside a mark, not in a word
		n = quotedAt(l.line[l.at:], 0)
	}
	empty := strings.HasPrefix(l.line[l.at:], `""`) && (l.at+2 == len(l.line) || !isWordByte(l.line[l.at+2]))
	l.at++
	if n == 0 && !empty {
		return
	}
	l.emit(tokValue, n)
	l.at++
}

// minus reports whether the dash here is the sign of a number: a digit follows, and it is
// not between two words.
func (l *lexer) minus(after bool) bool {
	return isDigit(l.peek()) && (after || l.at == 0 || strings.IndexByte(" *`([,~", l.line[l.at-1]) >= 0)
}

// number reads a number, or a word that begins like one: "1st", "2020-01-01". The first
// half of a range is a number: "1-100". A unit may stick to a number: "3s-10s", "36-byte".
func (l *lexer) number() {
	rest := l.rest()
	n := numberLen(rest)
	if l.at > 0 && l.line[l.at-1] == '[' {
		n = firstOfPair(rest, n)
	}
	word := wordEnd(rest, 0)
	if word <= n || rangeAt(rest, n) || sentenceAt(rest[n:]) {
		l.emit(tokNum, n)
		return
	}
	if dash, unit := stuckUnit(rest[n:]); unit > 0 {
		l.emit(tokNum, n)
		l.at += dash
		l.emit(tokWord, unit)
		return
	}
	l.emit(tokWord, max(word, 1))
}

// firstOfPair gives the length of the first number of "1,100]", which is a range and not one number.
func firstOfPair(s string, n int) int {
	first, second, ok := strings.Cut(s[:n], ",")
	if ok && !strings.Contains(second, ",") && second != "" && second[0] != '0' && n < len(s) && (s[n] == ']' || s[n] == ')') {
		return len(first)
	}
	return n
}

// sentenceAt reports whether s is the end of a sentence and the next one, without the space
// between: "72.The next one".
func sentenceAt(s string) bool {
	return len(s) > 3 && s[0] == '.' && s[1] >= 'A' && s[1] <= 'Z' && s[2] >= 'a' && s[2] <= 'z'
}

// stuckUnit gives the lengths of a hyphen and the unit after it at the start of s, which
// follows a number. A unit of size or time needs no hyphen, one of length must have it.
func stuckUnit(s string) (dash, unit int) {
	dash = len(s) - len(strings.TrimPrefix(s, "-"))
	for dash+unit < len(s) && isAlpha(s[dash+unit]) {
		unit++
	}
	low, rest := strings.ToLower(s[dash:dash+unit]), s[dash+unit:]
	if dash == 1 && lengthUnits[low] == OfUnsaid || dash == 0 && !units[low] {
		return 0, 0
	}
	if rest != "" && (isWordByte(rest[0]) || rest[0] == '/') && dashLen(rest) == 0 {
		return 0, 0
	}
	return dash, unit
}

// startsWord reports whether a word begins here, be it with a mark as paths and variables do.
func (l *lexer) startsWord(after bool) bool {
	c := l.line[l.at]
	if isWordByte(c) {
		return true
	}
	return strings.IndexByte("/$@.", c) >= 0 && isWordByte(l.peek()) && !after && (l.at == 0 || l.line[l.at-1] == ' ')
}

// word reads a word, or a dash of more than one byte.
func (l *lexer) word() {
	if d := dashLen(l.rest()); d > 0 {
		l.emit(tokPunct, d)
		dash := &l.toks[len(l.toks)-1]
		dash.text, dash.low = "-", "-"
		return
	}
	n := max(wordEnd(l.rest(), 0), 1)
	if i := strings.IndexByte(l.rest()[:n], '='); i > 0 && assigned[strings.ToLower(l.rest()[:i])] {
		n = i // "min=1"
	}
	if i := gluedAt(l.rest(), n); i > 0 {
		n = i // "characters.The value"
	}
	l.emit(tokWord, n)
}

// stop reads a full stop or semicolon. A sentence ends at a full stop before a space, a word that begins
// sentences or the end, and at a semicolon. Dots in "e.g.", "3.5" and "a.b" end none.
func (l *lexer) stop() {
	last := ""
	if len(l.toks) > 0 {
		last = l.toks[len(l.toks)-1].low
	}
	next, atEnd := l.peek(), l.at+1 == len(l.line)
	switch {
	case last == "(" && (next == ')' || next == ' '):
		l.emit(tokPunct, 1) // "periods (.)"
	case (last == "max" || last == "min" || last == "no") && l.at+2 < len(l.line) && isDigit(l.line[l.at+2]),
		(last == "max" || last == "min") && strings.HasPrefix(l.line[l.at:], ". characters"):
		l.at++ // "Max. 63 characters", "Max. characters: 63"
	case last == "e.g" || last == "i.e" || last == "etc" && next == ')':
		l.at++
	case l.line[l.at] == ';' || atEnd || next == ' ' || next == ')' || next == '"' || sentenceAt(l.line[l.at:]) && l.at > 0 && isDigit(l.line[l.at-1]),
		len(l.toks) > 0 && startsGlued(l.line[l.at+1:]):
		l.emit(tokEnd, 1)
	default:
		l.emit(tokPunct, 1)
	}
}
