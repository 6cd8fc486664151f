package dialect

import "strings"

// gluedAt gives the index of the full stop inside of a word that ends a sentence without a space after it, 0 where
// there is none: "characters.The value". It does not apply to names with a dot in them: "a.b", "spec.Value",
// "README.The", "www.example.com/The", "e.g.The".
func gluedAt(line string, n int) int {
	i := strings.IndexByte(line[:n], '.')
	if i < 2 || !startsGlued(line[i+1:]) {
		return 0
	}
	if units[strings.ToLower(line[:i])] {
		return i // "MB.Default: 1"
	}
	for j := range i {
		if c := line[j]; !isDigit(c) && (c < 'a' || c > 'z') && c != '-' {
			return 0
		}
	}
	return i
}

// startsGlued reports whether s begins with a word that begins sentences of descriptions. A noun has to have what
// such sentences say after it.
func startsGlued(s string) bool {
	n := 0
	for n < len(s) && isAlpha(s[n]) {
		n++
	}
	word := strings.ToLower(s[:n])
	if n == len(s) || s[n] != ' ' && s[n] != ':' && s[n] != ',' || !sentenceStarters[word] && !sentenceNouns[word] {
		return false
	}
	if s[0] == word[0] || s[1:n] != word[1:] {
		return false // no capital, or more than one
	}
	if sentenceStarters[word] {
		return s[n] != ':'
	}
	next, _, _ := strings.Cut(strings.TrimLeft(s[n:], " "), " ")
	return s[n] == ':' || afterSentenceNouns[strings.TrimRight(next, ":")]
}

// sentenceStarters begin sentences and are not names.
var sentenceStarters = words("the", "this", "these", "it", "its", "if", "when", "you", "for", "by", "after", "before", "each", "only", "in", "at",
	"a", "an", "all", "any", "must", "can", "cannot", "do", "currently", "otherwise", "there", "they", "both", "please", "once", "supports")

// sentenceNouns begin sentences, and may be names: "spec.Value".
var sentenceNouns = words("value", "values", "default", "range", "minimum", "maximum", "length", "options", "enumeration", "constraints")

var afterSentenceNouns = words("range", "ranges", "value", "values", "length", "is", "are", "of", "must", "can", "cannot", "include")
