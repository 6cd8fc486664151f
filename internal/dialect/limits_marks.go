package dialect

import "strings"

// addMarked adds a marked text as one value, but one of "0 - 256" or "1 to 5" as the
// three tokens of a range.
func addMarked(toks []tok, inside string, off int) []tok {
	text := strings.TrimSpace(inside)
	off += strings.Index(inside, text)
	if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "(") {
		if l := tokenizeUnmarked(text, off, nil); isInterval(l) {
			return append(toks, l...) // "**[0, 1999]**", "**(0, 1999]**"
		}
	}
	if head, note, _ := strings.Cut(text, " ("); strings.HasPrefix(note, "default") {
		toks = append(toks, tok{kind: tokValue, text: head, low: head, off: off, end: off + len(head)})
		return tokenizeUnmarked(text[len(head):], off+len(head), toks) // "**AND (default value)**"
	}
	if n := numberLen(text); n > 0 {
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
	if n := len(v); n > 1 && (v[0] == '"' || v[0] == '\'') && v[n-1] == v[0] {
		return append(toks, tok{kind: tokValue, text: v[1 : n-1], low: v[1 : n-1], off: off + 1, end: off + n - 1})
	}
	toks = append(toks, tok{kind: tokValue, text: v, low: v, off: off, end: off + len(v)})
	if len(v) < len(text) {
		toks = append(toks, tok{kind: tokPunct, text: ":", low: ":", off: off + len(v), end: off + len(v) + 1})
	}
	return toks
}

// isInterval reports whether tokens that begin with a bracket are two numbers between brackets, one of them square at
// least: "(0, 9]". "(0, 9)" may be a point.
func isInterval(toks []tok) bool {
	return len(toks) == 5 && toks[1].kind == tokNum && toks[2].low == "," && toks[3].kind == tokNum &&
		(toks[4].low == "]" || toks[0].low == "[" && toks[4].low == ")")
}

// quotedAt gives the length of the text in the quotes that open at i. A quote inside a
// word is an apostrophe.
func quotedAt(line string, i int) int {
	if i > 0 && isWordByte(line[i-1]) {
		return 0
	}
	j := strings.IndexByte(line[i+1:], line[i])
	if j == -1 || j > 64 {
		return 0
	}
	if after := i + 1 + j + 1; after < len(line) && isWordByte(line[after]) {
		return 0
	}
	return j
}
