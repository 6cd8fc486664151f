package gogen

import (
	"go/token"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// namer makes Go names of the names and texts of a document, by the rules of Go: words in
// mixed capitals, initialisms in theirs.
type namer struct {
	special map[string]string // a word in small letters → as Go writes it
	seams   map[string]string // the same for words written without a seam
}

// newNamer knows the usual initialisms and some of the user's own.
func newNamer(own []string) *namer {
	n := &namer{special: map[string]string{}, seams: map[string]string{}}
	for _, word := range slices.Concat(initialisms, own) {
		n.special[strings.ToLower(word)] = word
	}
	for _, word := range glued {
		n.seams[strings.ToLower(word)] = word
	}
	return n
}

// name makes an exported Go name of any text.
func (n *namer) name(text string) string {
	name := prefixOf(text) + strings.Join(n.words(text), "") + comparison(text)
	if exported(name) {
		return name
	}
	// Scripts without capitals have no words here. Their code points at least keep two such
	// names apart.
	var b strings.Builder
	b.WriteString("U")
	for _, r := range text {
		if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.ToUpper(strconv.FormatInt(int64(r), 16)))
		}
	}
	return b.String()
}

// local makes the name of a Go parameter of an exported name. Names that the client code
// around it uses, those of packages among them, keywords and predeclared names get a suffix.
func (n *namer) local(exportedName string) string {
	words := n.words(exportedName)
	if len(words) == 0 {
		return exportedName + "Param"
	}
	name := n.lowered(words[0]) + strings.Join(words[1:], "")
	switch name {
	case "c", "ctx", "body", "params", "options", "call", "items", "item", "walk", "number", "next", "total", "want", "marker", "offset", "page", "link", "req", "err", "contentType", "accept", "query", "path",
		"errors", "result", "response", "payload", "piece", "text", "api":
		return name + "Param"
	}
	if imports[name] != "" || strings.HasPrefix(name, "new") && strings.HasSuffix(name, "Request") {
		return name + "Param" // the latter are functions that make requests
	}
	if digits, ok := strings.CutPrefix(name, "path"); ok && strings.Trim(digits, "0123456789") == "" {
		return name + "Param" // path0, path1, … are the escaped parameters
	}
	if !token.IsIdentifier(name) || predeclared[name] {
		return name + "Param"
	}
	return name
}

// lowered is a word as it begins a name that is not exported: vault, vpcID, ipv4.
func (n *namer) lowered(word string) string {
	small := strings.ToLower(word)
	if _, ok := n.lookup(n.special, small); ok {
		return small
	}
	if !allCaps(word) {
		r, size := utf8.DecodeRuneInString(word)
		return string(unicode.ToLower(r)) + word[size:]
	}
	for i := len(word) - 1; i > 1; i-- { // initialisms side by side, as in VPCID
		head := strings.ToLower(word[:i])
		if _, ok := n.special[head]; ok {
			return head + word[i:]
		}
	}
	return small
}

// predeclared are the names that each Go file knows; any, min and max among them would be
// hidden without harm, but puzzle the reader.
var predeclared = wordSet(`
any append bool byte cap clear close comparable complex complex128 complex64 copy delete error
false float32 float64 imag int int16 int32 int64 int8 iota len make max min new nil panic print
println real recover rune string true uint uint16 uint32 uint64 uint8 uintptr
`)

// prefixOf spells the marks at the start of a text, and N where a digit is first.
func prefixOf(text string) string {
	if text == "" {
		return "Empty"
	}
	if text == "$" {
		return "DollarSign"
	}
	prefix := ""
	for _, r := range text {
		switch word := symbols[r]; {
		case r == '$' || r == '_':
		case word != "":
			prefix += word
		case prefix == "" && unicode.IsDigit(r):
			return "N"
		default:
			return prefix
		}
	}
	return prefix
}

// comparisons are what a name may end with: parameters that compare, as in StartTime>.
var comparisons = []struct{ mark, word string }{
	{"<=", "Until"}, {">=", "From"}, {"!=", "Not"}, {"<", "Before"}, {">", "After"}, {"!", "Not"},
}

// comparison spells the comparison that a text ends with.
func comparison(text string) string {
	for _, c := range comparisons {
		if rest, ok := strings.CutSuffix(text, c.mark); ok && rest != "" {
			return c.word
		}
	}
	return ""
}

// asWritten is a second choice beside name: the capitals of the text, so that "active" and
// "ACTIVE" have two names.
func (n *namer) asWritten(text string) string {
	var b strings.Builder
	b.WriteString(prefixOf(text))
	for _, piece := range pieces(text) {
		r, size := utf8.DecodeRuneInString(piece)
		b.WriteString(string(unicode.ToUpper(r)) + piece[size:])
	}
	return b.String()
}

// pieces are what separators leave of a text.
func pieces(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsUpper(r) && !unicode.IsLower(r) && !unicode.IsDigit(r)
	})
}

// words splits a text and writes each word as Go does.
func (n *namer) words(text string) []string {
	pieces := pieces(text)
	// Where a text is all in capitals, they say nothing about its words.
	loud := 0
	for _, piece := range pieces {
		if allCaps(piece) {
			loud++
		}
	}
	var out []string
	for _, piece := range pieces {
		shout := allCaps(piece)
		for _, word := range n.split(piece) {
			out = append(out, n.write(word, shout, loud > 1))
		}
	}
	return out
}

// write gives a word its Go form. A word in capitals that is not an initialism we know is taken
// for an ordinary word when it is long, English, or not alone.
func (n *namer) write(word string, shout, several bool) string {
	small := strings.ToLower(word)
	if written, ok := n.lookup(n.special, small); ok {
		return written
	}
	if written, ok := n.lookup(n.seams, small); ok {
		return written
	}
	r, size := utf8.DecodeRuneInString(word)
	if shout && (several || len(word) > 3 || shortWords[small]) {
		return string(unicode.ToUpper(r)) + strings.ToLower(word[size:])
	}
	return string(unicode.ToUpper(r)) + word[size:]
}

// lookup finds a word in small letters, also in the plural or with a number after it.
func (n *namer) lookup(table map[string]string, word string) (string, bool) {
	if written, ok := table[word]; ok {
		return written, true
	}
	if one, plural := strings.CutSuffix(word, "s"); plural && !notPlural[word] {
		if written, ok := table[one]; ok {
			return written + "s", true
		}
	}
	base := strings.TrimRight(word, "0123456789")
	if base == word {
		return "", false
	}
	written, ok := n.lookup(table, base)
	return written + word[len(base):], ok
}

// split finds the words of a piece without separators: "VPCIds2get" is VPC, Ids2, get.
func (n *namer) split(piece string) []string {
	runes := []rune(piece)
	var out []string
	start := 0
	cut := func(i int) {
		if i > start {
			out = append(out, string(runes[start:i]))
			start = i
		}
	}
	for i := 1; i < len(runes); i++ {
		before, r := runes[i-1], runes[i]
		switch {
		case unicode.IsUpper(r) && !unicode.IsUpper(before):
			cut(i)
		case unicode.IsLower(r) && unicode.IsDigit(before):
			cut(i)
		case unicode.IsLower(r) && unicode.IsUpper(before) && i-1 > start:
			if end := n.wholeWord(runes, start, i); end > 0 {
				cut(end)
				i = end
				continue
			}
			cut(i - 1)
		}
	}
	cut(len(runes))
	return out
}

// wholeWord gives the end of a word that has a small letter after its capitals, as IDs,
// IPv4 and IPsec have; 0 where there is none. i is the place of the small letter.
func (n *namer) wholeWord(runes []rune, start, i int) int {
	end := i
	for end < len(runes) && !unicode.IsUpper(runes[end]) {
		end++
	}
	if _, ok := n.lookup(n.special, strings.ToLower(string(runes[start:end]))); ok {
		return end
	}
	return 0
}

// allCaps reports whether a text has several letters and all of them are capitals.
func allCaps(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}
