package dialect

import "strings"

// charset is a set of characters of ASCII. Of the letters and digits it has all of a kind or none; 'a', 'A' and '0'
// stand for these.
type charset struct {
	has     [128]bool
	control bool // U+0000 to U+001F
}

func (c *charset) empty() bool { return *c == charset{} }

func (c *charset) letters() bool { return c.has['a'] || c.has['A'] || c.has['0'] }

func (c *charset) hasPunctuation() bool {
	for i := byte(' '); i < 127; i++ {
		if c.has[i] && !isAlpha(i) && !isDigit(i) {
			return true
		}
	}
	return false
}

// add takes in the characters of another set, which names no control characters.
func (c *charset) add(o charset) {
	for i, has := range o.has {
		c.has[i] = c.has[i] || has
	}
}

// withoutBrackets takes brackets that only hold a printed list of characters, and what stands
// after them, out of the set again: "(<>=)." names three characters.
func (c *charset) withoutBrackets(toks []tok) {
	for _, t := range toks {
		end := strings.LastIndexByte(t.text, ')')
		if len(t.text) > 3 && t.text[0] == '(' && end >= len(t.text)-2 {
			c.has['('], c.has[')'] = false, false
			for _, b := range []byte(t.text[end:]) {
				c.has[b] = false
			}
		}
	}
}

// addAll adds the characters of a text; a text that holds anything but punctuation is not a
// list of characters.
func (c *charset) addAll(text string) bool {
	if text == "" || len(text) > 40 {
		return false
	}
	for i := 0; i < len(text); i++ {
		if text[i] < ' ' || text[i] >= 127 || isAlpha(text[i]) || isDigit(text[i]) {
			return false
		}
	}
	for i := 0; i < len(text); i++ {
		c.has[text[i]] = true
	}
	return true
}

// addRun adds the punctuation at the start of a text, up to a space or letter, and gives its
// length. In brackets the closing one ends it.
func (c *charset) addRun(text string, bracket bool) int {
	n := 0
	for n < len(text) && text[n] > ' ' && text[n] < 127 && !isAlpha(text[n]) && !isDigit(text[n]) {
		if bracket && text[n] == ')' && (n+1 == len(text) || text[n+1] == ' ' || text[n+1] == '.' || text[n+1] == ',') {
			break
		}
		n++
	}
	if n > 40 {
		return 0
	}
	for i := range n {
		c.has[text[i]] = true
	}
	return n
}

// class writes the set for the inside of "[…]", so that RE2 and ECMA 262 read the same:
// letters and digits as ranges, the hyphen at the end, the four special ones escaped.
func (c *charset) class() string {
	var b strings.Builder
	for _, r := range [][2]byte{{'A', 'Z'}, {'a', 'z'}, {'0', '9'}} {
		if c.has[r[0]] {
			b.WriteByte(r[0])
			b.WriteByte('-')
			b.WriteByte(r[1])
		}
	}
	if c.control {
		b.WriteString(`\x00-\x1F`)
	}
	for i := byte(' '); i < 127; i++ {
		if !c.has[i] || isAlpha(i) || isDigit(i) || i == '-' {
			continue
		}
		if strings.IndexByte(`\]^[`, i) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(i)
	}
	if c.has['-'] {
		b.WriteByte('-')
	}
	return b.String()
}

// appendPhrase appends words with spaces between them, nothing where one of toks is not a word.
func appendPhrase(b []byte, toks []tok) []byte {
	for i, t := range toks {
		if t.kind != tokWord {
			return nil
		}
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, t.low...)
	}
	return b
}

// addName adds the characters that the words at i name and gives their number, 0 where
// they name none. A bracket after the name must show the same characters.
func (c *charset) addName(toks []tok, i int) int {
	t := tokAt(toks, i)
	if t.kind == tokPunct || t.kind == tokValue || t.low == "_" {
		// the character itself: "< or >", "**:**"
		if t.kind == tokPunct && strings.Contains("():,", t.low) || !c.addAll(t.text) {
			return 0
		}
		n, _ := namedSign(toks, i)
		return n
	}
	if t.low == "a-z" {
		c.has[t.text[0]] = true
		return 1
	}
	if t.low == "0" && tokAt(toks, i+1).low == "-" && tokAt(toks, i+2).low == "9" {
		c.has['0'] = true
		return 3
	}
	for n := 4; n >= 1; n-- {
		if i+n > len(toks) {
			continue
		}
		var space [64]byte
		chars, ok := charNames[string(appendPhrase(space[:0], toks[i:i+n]))]
		if !ok {
			continue
		}
		if close := closing(toks, i+n); close != -1 {
			if !sameChars(chars, toks[i+n+1:close-1]) {
				return 0
			}
			n = close - i
		}
		for j := 0; j < len(chars); j++ {
			c.has[chars[j]] = true
		}
		return n
	}
	return 0
}

// namedSign reports whether the name of the sign toks[i] follows it in brackets, "_ (underscore)", and gives the
// number of tokens up to there, or else 1.
func namedSign(toks []tok, i int) (n int, ok bool) {
	end := closing(toks, i+1)
	if end == -1 {
		return 1, false
	}
	var space [64]byte
	if chars := charNames[string(appendPhrase(space[:0], toks[i+2:end-1]))]; chars == "" || chars != toks[i].text {
		return 1, false
	}
	return end - i, true
}

// sameChars reports whether a bracket shows the characters that its name means. After
// letters and digits it says "A to Z", "a-z", "0-9" or "case-sensitive".
func sameChars(chars string, inside []tok) bool {
	class := strings.ContainsAny(chars, "aA0")
	for _, t := range inside {
		if class {
			switch t.low {
			case "a", "z", "to", "from", "or", "-", "a-z", "a-za-z", "0", "9", "0-9", "and", ",", "case-sensitive", "case-insensitive", "case":
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

// joinFirst makes one pattern of two: "must start with a letter and can contain only letters
// and digits" is ^[A-Za-z][A-Za-z0-9]*$. A text that may be blank stays so.
func (r *reader) joinFirst() {
	first, all := -1, -1
	for i, l := range r.limits {
		if l.Kind != LimitPattern || l.Read != ReadProse || l.Conditional {
			continue
		}
		switch {
		case strings.HasPrefix(l.Pattern, "^[") && strings.HasSuffix(l.Pattern, "]*$") && !strings.HasPrefix(l.Pattern, "^[^") && all < 0:
			all = i
		case strings.HasSuffix(l.Pattern, "]") && first < 0:
			first = i
		}
	}
	if first < 0 || all < 0 || r.limits[first].Elems != r.limits[all].Elems {
		return
	}
	joined := r.limits[first].Pattern + strings.TrimPrefix(r.limits[all].Pattern, "^")
	for _, l := range r.limits {
		if l.Kind == LimitMin && l.Of == OfLength && l.Number == "0" {
			joined = "^(" + strings.TrimSuffix(strings.TrimPrefix(joined, "^"), "$") + ")?$"
			break
		}
	}
	r.limits[all].Pattern = joined
	r.limits[first].Pattern = joined
}
