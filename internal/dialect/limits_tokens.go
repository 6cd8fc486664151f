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

// tokenize cuts a line of a description, from byte from of the text to byte to, and appends
// its tokens to toks.
func tokenize(t Text, from, to int, toks []tok) []tok {
	l := lexer{line: t.Words[from:to], base: from, toks: toks}
	l.marks = t.Marks[sort.Search(len(t.Marks), func(i int) bool { return t.Marks[i].Start >= from }):]
	for l.at < len(l.line) {
		l.next()
	}
	return l.toks
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
	case c == ' ' || c == '\t' || c == '\n':
		l.at++
	case strings.HasPrefix(l.line[l.at:], "**") || strings.HasPrefix(l.line[l.at:], "``"):
		l.at += 2 // the page opens markup and does not close it
	case c == '"' || c == '\'':
		l.quoted(after)
	case isDigit(c) || c == '-' && l.minus(after):
		l.number()
	case l.startsWord(after):
		l.word()
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
	if len(l.marks) > 0 && l.marks[0].Start < l.base+len(l.line) {
		return l.line[l.at : l.marks[0].Start-l.base]
	}
	return l.line[l.at:]
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
	if after && n == 0 { // it stands beside a mark, not in a word
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
	word := wordEnd(rest, 0)
	if n > 0 && (word <= n || rangeAt(rest, n) || sentenceAt(rest[n:])) {
		l.emit(tokNum, n)
		return
	}
	if dash, unit := stuckUnit(rest[n:]); n > 0 && unit > 0 {
		l.emit(tokNum, n)
		l.at += dash
		l.emit(tokWord, unit)
		return
	}
	l.emit(tokWord, max(word, 1))
}

// sentenceAt reports whether s is the end of a sentence and the next one, without the space
// between: "72.The next one".
func sentenceAt(s string) bool {
	return len(s) > 3 && s[0] == '.' && s[1] >= 'A' && s[1] <= 'Z' && s[2] >= 'a' && s[2] <= 'z'
}

// stuckUnit gives the lengths of a hyphen and the unit after it at the start of s, which
// follows a number. A unit of size or time needs no hyphen, one of length must have it.
func stuckUnit(s string) (dash, unit int) {
	if dash = len(s) - len(strings.TrimPrefix(s, "-")); dash > 1 {
		return 0, 0
	}
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
	l.emit(tokWord, max(wordEnd(l.rest(), 0), 1))
}

// stop reads a full stop or semicolon. A sentence ends at a full stop before a space or the
// end, and at a semicolon. Dots in "e.g.", "3.5" and "a.b" end none.
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
	case l.line[l.at] == ';' || atEnd || next == ' ' || next == ')' || next == '"' || sentenceAt(l.line[l.at:]) && l.at > 0 && isDigit(l.line[l.at-1]):
		l.emit(tokEnd, 1)
	default:
		l.emit(tokPunct, 1)
	}
}

// addMarked adds a marked text as one value, but one of "0 - 256" or "1 to 5" as the
// three tokens of a range.
func addMarked(toks []tok, inside string, off int) []tok {
	text := strings.TrimSpace(inside)
	off += strings.Index(inside, text)
	if n := len(text); n > 2 && text[0] == '[' && text[n-1] == ']' {
		if l := tokenizeUnmarked(text, off, nil); len(l) == 5 && l[1].kind == tokNum && l[2].low == "," && l[3].kind == tokNum {
			return append(toks, l...) // "**[0, 1999]**"
		}
	}
	if head, note, ok := strings.Cut(text, " ("); ok && strings.HasPrefix(note, "default") && head != "" {
		toks = append(toks, tok{kind: tokValue, text: head, low: head, off: off, end: off + len(head)})
		return tokenizeUnmarked(text[len(head):], off+len(head), toks) // "**AND (default value)**"
	}
	if n := numberLen(text); n > 0 && n < len(text) {
		rest := strings.TrimLeft(text[n:], " ")
		d := dashLen(rest)
		if strings.HasPrefix(rest, "~") {
			d = 1
		}
		if strings.HasPrefix(rest, "to ") {
			d = 2
		}
		second := strings.TrimLeft(rest[d:], " ")
		if d > 0 && numberLen(second) == len(second) && second != "" {
			at := off + len(text) - len(second)
			return append(toks,
				tok{kind: tokNum, text: text[:n], low: text[:n], off: off, end: off + n},
				tok{kind: tokPunct, text: "-", low: "-", off: off + n, end: at},
				tok{kind: tokNum, text: second, low: second, off: at, end: off + len(text)})
		}
	}
	// The colon of "Default: a" stands in the mark or after it: at the end of the marked text
	// it belongs to the sentence.
	v := strings.TrimRight(text, ": ")
	if v == "" {
		return toks
	}
	if n := len(v); n > 2 && (v[0] == '"' || v[0] == '\'') && v[n-1] == v[0] {
		return append(toks, tok{kind: tokValue, text: v[1 : n-1], low: v[1 : n-1], off: off + 1, end: off + n - 1})
	}
	toks = append(toks, tok{kind: tokValue, text: v, low: v, off: off, end: off + len(v)})
	if len(v) < len(text) {
		toks = append(toks, tok{kind: tokPunct, text: ":", low: ":", off: off + len(v), end: off + len(v) + 1})
	}
	return toks
}

// quotedAt gives the length of the text in the quotes that open at i. A quote inside a
// word is an apostrophe.
func quotedAt(line string, i int) int {
	if i > 0 && isWordByte(line[i-1]) {
		return 0
	}
	j := strings.IndexByte(line[i+1:], line[i])
	if j <= 0 || j > 64 {
		return 0
	}
	if after := i + 1 + j + 1; after < len(line) && isWordByte(line[after]) {
		return 0
	}
	return j
}

// wordEnd gives the end of the word at i: letters, digits and what joins them.
func wordEnd(line string, i int) int {
	j := i
	for j < len(line) {
		c := line[j]
		if isWordByte(c) && dashLen(line[j:]) == 0 {
			j++
			continue
		}
		if strings.IndexByte("-./:@$%&=+", c) >= 0 && j+1 < len(line) && (isWordByte(line[j+1]) || c == ':' && line[j+1] == ':' || c == '/' && line[j+1] == '/' || c == '/' && j > 0 && line[j-1] == '/') {
			j++
			continue
		}
		if c == '/' && j == i {
			j++
			continue
		}
		break
	}
	return j
}

// rangeAt reports whether "-100" as the second half of "1-100" stands at i, with no
// third part as in a date.
func rangeAt(line string, i int) bool {
	d := dashLen(line[i:])
	if strings.HasPrefix(line[i:], "~") {
		d = 1
	}
	if d == 0 {
		return false
	}
	n := numberLen(line[i+d:])
	if n == 0 {
		return false
	}
	j := i + d + n
	return j >= len(line) || !isWordByte(line[j]) && dashLen(line[j:]) == 0 && line[j] != ':' && line[j] != '/'
}

// dashLen gives the length of the dash at the start of s.
func dashLen(s string) int {
	switch {
	case strings.HasPrefix(s, "-"):
		return 1
	case strings.HasPrefix(s, "–"), strings.HasPrefix(s, "—"), strings.HasPrefix(s, "−"), strings.HasPrefix(s, "～"):
		return 3
	}
	return 0
}

// numberLen gives the length of the number at the start of s: "-1", "0.5", "10,240".
func numberLen(s string) int {
	i := 0
	if i < len(s) && s[i] == '-' {
		i++
	}
	start := i
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	if i == start {
		return 0
	}
	if i-start <= 3 {
		for i+3 < len(s) && s[i] == ',' && isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) && (i+4 == len(s) || !isDigit(s[i+4])) {
			i += 4
		}
	}
	if i+1 < len(s) && s[i] == '.' && isDigit(s[i+1]) {
		j := i + 1
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		if j == len(s) || s[j] != '.' || j+1 == len(s) || !isDigit(s[j+1]) {
			i = j
		}
	}
	return i
}

// numberWithUnit gives the number of "10,240", "5s" or "40 GB".
func numberWithUnit(text string) (string, bool) {
	text = strings.TrimSpace(text)
	n := numberLen(text)
	unit := strings.TrimSpace(text[n:])
	if n == 0 || unit != "" && !units[strings.ToLower(unit)] {
		return "", false
	}
	number := jsonNumber(text[:n])
	return number, number != ""
}

// jsonNumber gives the number as JSON writes it, or "": "0644" and "1.50.2" are none.
func jsonNumber(s string) string {
	if s == "" || numberLen(s) != len(s) {
		return ""
	}
	s = strings.ReplaceAll(s, ",", "")
	digits := strings.TrimPrefix(s, "-")
	if len(digits) > 1 && digits[0] == '0' && digits[1] != '.' || len(s) > 30 {
		return ""
	}
	return s
}
