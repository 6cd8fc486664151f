package dialect

import (
	"regexp"
	"strings"
)

// charsets looks for sentences about the characters of a text and turns them into
// patterns. Lengths stay lengths: the patterns repeat with "*".
//
//	can contain only letters, digits, and hyphens (-)     ^[A-Za-z0-9-]*$
//	Only letters and digits are allowed                   ^[A-Za-z0-9]*$
//	must not contain a greater-than sign (>)              ^[^>]*$
//	must start with a letter                              ^[A-Za-z]
//
// The word "only" is needed: "can contain letters, digits" may leave some out. A list
// with one word in it that is not known says nothing at all, for a pattern that is too
// narrow makes a client refuse what the server takes. It does not apply to a text in which a
// letter may be more than A to Z (Chinese, Unicode, other languages).
func (r *reader) charsets(s sentence) {
	toks := s.toks
	for i := range toks {
		if toks[i].kind != tokWord {
			continue
		}
		switch toks[i].low {
		case "only":
			r.onlyChars(s, i)
		case "not", "cannot", "can't":
			r.noChars(s, i)
		case "start", "starting", "starts", "begin":
			r.firstChar(s, i)
		}
	}
}

// foreign reports that the text allows letters that are not A to Z.
func (r *reader) foreign() bool {
	return mentions(r.lowerText(), "chinese", "unicode", "utf", "language", "spanish", "portuguese",
		"german", "russian", "french", "japanese", "special character", "emoji", "accent", "umlaut")
}

func (r *reader) onlyChars(s sentence, at int) {
	toks := s.toks
	i := at + 1
	start := at
	switch {
	case negated(toks[:at]):
		return // "cannot contain only digits"
	case i < len(toks) && containVerbs[toks[i].low]:
		// "can only contain …"
		i++
	case at > 0 && containVerbs[toks[at-1].low], at > 1 && toks[at-1].low == "of" && containVerbs[toks[at-2].low]:
		// "can contain only …", "consists of only …"
	case at == 0:
		// "Only … are allowed"
	default:
		return
	}
	for i < len(toks) && (toks[i].low == "of" || toks[i].low == "the" || toks[i].low == "following" || toks[i].low == "characters" || toks[i].low == ":") {
		i++
	}
	set, end, ok := readCharset(toks, i)
	if !ok || r.foreign() || mentions(r.lowerText(), "format of", "can also be") {
		return // another sentence allows more: "in the format of a.b", "can also be **0**"
	}
	rest := toks[end:]
	if at == 0 {
		if len(rest) < 2 || rest[0].low != "are" && rest[0].low != "is" && rest[0].low != "can" {
			if toks[1].low != "contain" && toks[1].low != "contains" {
				return
			}
		} else {
			n := 1
			if rest[1].low == "be" && len(rest) > 2 {
				n = 2
			}
			switch rest[n].low {
			case "allowed", "supported", "permitted", "accepted", "used", "valid", "contained":
			default:
				return
			}
			rest = rest[n+1:]
		}
	}
	if !charRest(rest) || conditional(toks, start, end, false) {
		return
	}
	about := aboutField
	if at > 0 {
		about = subjectOf(toks, at)
	}
	if about == aboutOther || r.tagPair(toks[:at]) || inBrackets(toks, at) {
		return
	}
	r.pattern(s, "^["+set.class()+"]*$", toks[start].off, toks[end-1].end, about == aboutElems)
}

func negated(toks []tok) bool {
	for _, t := range toks {
		if t.low == "not" || t.low == "cannot" || t.low == "can't" {
			return true
		}
	}
	return false
}

func (r *reader) noChars(s sentence, at int) {
	toks := s.toks
	i := at + 1
	if i >= len(toks) || toks[i].low != "contain" && toks[i].low != "include" {
		return
	}
	for i++; i < len(toks) && (fillerChars[toks[i].low]); {
		i++
	}
	var set charset
	end := i
	for i < len(toks) {
		n := set.addName(toks, i)
		if n == 0 {
			break
		}
		i += n
		end = i
		for i < len(toks) && (isSeparator(toks[i]) || toks[i].low == "a" || toks[i].low == "an") {
			i++
		}
	}
	if set.empty() || set.letters() || end < len(toks) && !charRest(toks[end:]) {
		return
	}
	about := subjectOf(toks, at)
	if about == aboutOther || conditional(toks, at, end, false) || r.tagPair(toks[:at]) {
		return
	}
	r.pattern(s, "^[^"+set.class()+"]*$", toks[at].off, toks[end-1].end, about == aboutElems)
}

func (r *reader) firstChar(s sentence, at int) {
	toks := s.toks
	must := toks[at].low == "starting" || at > 0 && (toks[at-1].low == "must" || toks[at-1].low == "should")
	i := at + 1
	both := false
	if i+1 < len(toks) && toks[i].low == "and" && (toks[i+1].low == "end" || toks[i+1].low == "ending") {
		both = true
		i += 2
	}
	if !must || i >= len(toks) || toks[i].low != "with" || at > 0 && toks[at-1].low == "not" {
		return
	}
	for i++; i < len(toks) && (toks[i].low == "a" || toks[i].low == "an" || toks[i].low == "either"); {
		i++
	}
	set, end, ok := readCharset(toks, i)
	if !ok || !charRest(toks[end:]) || r.foreign() {
		return
	}
	about := subjectOf(toks, at)
	if about == aboutOther || conditional(toks, at, end, false) || r.tagPair(toks[:at]) {
		return
	}
	c := "[" + set.class() + "]"
	p := "^" + c
	if both {
		p = "^" + c + "(.*" + c + ")?$"
	}
	r.pattern(s, p, toks[at].off, toks[end-1].end, about == aboutElems)
}

func (r *reader) pattern(s sentence, p string, off, end int, elems bool) {
	r.add(Limit{Kind: LimitPattern, Pattern: p, Read: s.read, Off: off, End: end, Elems: elems})
}

// patternTakes reports whether a pattern made here takes a text.
func patternTakes(p, text string) bool {
	re, err := regexp.Compile(p)
	return err == nil && re.MatchString(text)
}

// charRest reports whether a list of characters is over where rest begins.
func charRest(rest []tok) bool {
	if len(rest) == 0 {
		return true
	}
	for len(rest) > 1 && (rest[0].low == "," || rest[0].low == "and" || rest[0].low == "but") {
		rest = rest[1:]
		if clauseWords[rest[0].low] || rest[0].low == "starting" || rest[0].low == "not" || rest[0].low == "length" {
			return true
		}
	}
	return len(rest) == 1 && (rest[0].low == "," || rest[0].low == ")")
}

// readCharset reads "letters, digits, underscores (_), and hyphens (-)".
func readCharset(toks []tok, i int) (charset, int, bool) {
	var set charset
	end := i
	for i < len(toks) {
		n := set.addName(toks, i)
		if n == 0 {
			break
		}
		i += n
		end = i
		sep := i
		for sep < len(toks) && (isSeparator(toks[sep]) || toks[sep].low == "a" || toks[sep].low == "an") {
			sep++
		}
		if sep == i {
			break
		}
		i = sep
	}
	return set, end, !set.empty()
}

// charset is a set of characters of ASCII.
type charset [128]bool

func (c *charset) empty() bool { return *c == charset{} }

func (c *charset) letters() bool { return c['a'] || c['A'] || c['0'] }

func (c *charset) addRange(from, to byte) {
	for b := from; b <= to; b++ {
		c[b] = true
	}
}

// class writes the set for the inside of "[…]", so that RE2 and ECMA 262 read the same:
// letters and digits as ranges, the hyphen at the end, the four special ones escaped.
func (c *charset) class() string {
	var b strings.Builder
	for _, r := range [][2]byte{{'A', 'Z'}, {'a', 'z'}, {'0', '9'}} {
		if c[r[0]] {
			b.WriteByte(r[0])
			b.WriteByte('-')
			b.WriteByte(r[1])
		}
	}
	for i := byte(' '); i < 127; i++ {
		if !c[i] || isAlpha(i) || isDigit(i) || i == '-' {
			continue
		}
		if strings.IndexByte(`\]^[`, i) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(i)
	}
	if c['-'] {
		b.WriteByte('-')
	}
	return b.String()
}

// addName adds the characters that the words at i name and gives their number, 0 where
// they name none. A bracket after the name must show the same characters.
func (c *charset) addName(toks []tok, i int) int {
	t := toks[i]
	if t.kind == tokPunct || t.kind == tokValue {
		// the character itself: "< or >"
		if len(t.text) == 0 || len(t.text) > 3 {
			return 0
		}
		for j := 0; j < len(t.text); j++ {
			if t.text[j] <= ' ' || t.text[j] >= 127 || isAlpha(t.text[j]) || isDigit(t.text[j]) || t.text[j] == ',' || t.text[j] == '(' || t.text[j] == ')' || t.text[j] == ':' && t.kind == tokPunct {
				return 0
			}
		}
		for j := 0; j < len(t.text); j++ {
			c[t.text[j]] = true
		}
		return 1
	}
	for n := 4; n >= 1; n-- {
		if i+n > len(toks) {
			continue
		}
		var name string
		for j := range n {
			if toks[i+j].kind != tokWord {
				name = ""
				break
			}
			if j > 0 {
				name += " "
			}
			name += toks[i+j].low
		}
		chars, ok := charNames[name]
		if !ok || name == "" {
			continue
		}
		if close := closing(toks, i+n); close > 0 {
			if !sameChars(chars, toks[i+n+1:close-1]) {
				return 0
			}
			n = close - i
		}
		for j := 0; j < len(chars); j++ {
			switch chars[j] {
			case 'a':
				c.addRange('a', 'z')
			case 'A':
				c.addRange('A', 'Z')
			case '0':
				c.addRange('0', '9')
			default:
				c[chars[j]] = true
			}
		}
		return n
	}
	return 0
}

// sameChars reports whether a bracket shows the characters that its name means. Behind
// letters and digits it says "A to Z", "a-z", "0-9" or "case-sensitive".
func sameChars(chars string, inside []tok) bool {
	class := strings.ContainsAny(chars, "aA0")
	for _, t := range inside {
		if class {
			switch t.low {
			case "a", "z", "to", "-", "a-z", "0", "9", "and", ",", "case-sensitive", "case-insensitive", "case":
			default:
				return false
			}
			continue
		}
		if t.low == "or" || t.low == "and" {
			continue
		}
		for j := 0; j < len(t.text); j++ {
			if t.text[j] != ' ' && strings.IndexByte(chars, t.text[j]) < 0 {
				return false
			}
		}
	}
	return true
}

// patternContent takes the rest of a line as a regular expression, if RE2 reads it, it
// is anchored, and it has nothing in it that ECMA 262 writes in another way. One that does
// not fit is kept for a finding; words ("see below") are none.
func (r *reader) patternContent(at int, toks []tok) bool {
	l := r.lines[at]
	from := toks[0].off - l.off
	p := strings.TrimRight(l.text[from:], " ")
	if m, marked := r.markAt(toks[0].off); marked {
		if strings.TrimRight(l.text[m.End-l.off:], " .") == "" {
			p = strings.TrimSpace(r.Words[m.Start:m.End])
		}
	} else if i := strings.IndexByte(l.text, '^'); i >= 0 {
		// the tokenizer may have begun after the anchor
		p, from = strings.TrimRight(l.text[i:], " "), i
	}
	p = strings.TrimSuffix(p, ".")
	if !strings.HasPrefix(p, "^") || !strings.HasSuffix(p, "$") || !portable(p) {
		if strings.ContainsAny(p, `^$[(\`) {
			r.add(Limit{Kind: LimitUnread, Pattern: p, Read: ReadLabel, Off: l.off + from, End: l.off + from + len(p)})
		}
		return false
	}
	r.add(Limit{Kind: LimitPattern, Pattern: p, Read: ReadLabel, Off: l.off + from, End: l.off + from + len(p)})
	return true
}

// portable reports whether RE2 and ECMA 262 both read p, and alike.
func portable(p string) bool {
	if len(p) > 500 {
		return false
	}
	for i := 0; i < len(p); i++ {
		if p[i] >= 0x80 || p[i] < ' ' {
			return false
		}
		if p[i] == '(' && i+2 < len(p) && p[i+1] == '?' && p[i+2] != ':' {
			return false
		}
		if p[i] == '[' && i+1 < len(p) && p[i+1] == ':' {
			return false
		}
		if p[i] == '\\' && i+1 < len(p) {
			i++
			if isAlpha(p[i]) && strings.IndexByte("dDwWsSbBnrtfv", p[i]) < 0 {
				return false
			}
		}
	}
	_, err := regexp.Compile(p)
	return err == nil
}
