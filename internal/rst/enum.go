package rst

import (
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// enumerator is the marker of an entry of an enumerated list: "3.", "(a)", "iv)".
type enumerator struct {
	format   string // ".", ")" or "()"
	sequence string // one of sequences, or "#"
	ordinal  int    // 0 where the text is not a number ("iiii")
	len      int    // with the spaces after it
}

// sequences are the ways of counting, in the order of docutils Body.enum.sequences.
var sequences = [...]string{"arabic", "loweralpha", "upperalpha", "lowerroman", "upperroman"}

// maxEnumerator bounds the digits of a number, so that it fits an int.
const maxEnumerator = 9

// parseEnumerator reads the marker at the start of s. expect is the sequence of the list
// so far: "i" after "h" is a letter and at the start of a list a Roman one.
func parseEnumerator(s, expect string) (enumerator, bool) {
	var e enumerator
	i := 0
	if s[0] == '(' {
		i = 1
	}
	start := i
	for i < len(s) && (isAlnum(s[i]) || s[i] == '#') {
		i++
	}
	text := s[start:i]
	if text == "" || i == len(s) {
		return e, false
	}
	switch {
	case s[i] == ')' && start == 1:
		e.format = "()"
	case s[i] == ')' || s[i] == '.' && start == 0:
		e.format = s[i : i+1]
	default:
		return e, false
	}
	i++
	if i < len(s) && s[i] != ' ' {
		return e, false
	}
	e.len = i + indent(s[i:])
	switch {
	case text == "#":
		e.sequence, e.ordinal = "#", 1
		return e, true
	case expect != "" && expect != "#" && inSequence(expect, text):
		e.sequence = expect
	case text == "i":
		e.sequence = "lowerroman"
	case text == "I":
		e.sequence = "upperroman"
	default:
		for _, seq := range sequences {
			if inSequence(seq, text) {
				e.sequence = seq
				break
			}
		}
	}
	if e.sequence == "" {
		return e, false
	}
	e.ordinal = ordinal(e.sequence, text)
	return e, true
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func inSequence(sequence, text string) bool {
	set := ""
	switch sequence {
	case "arabic":
		set = "0123456789"
	case "loweralpha":
		return len(text) == 1 && text[0] >= 'a' && text[0] <= 'z'
	case "upperalpha":
		return len(text) == 1 && text[0] >= 'A' && text[0] <= 'Z'
	case "lowerroman":
		set = "ivxlcdm"
	case "upperroman":
		set = "IVXLCDM"
	}
	return strings.Trim(text, set) == ""
}

func ordinal(sequence, text string) int {
	switch sequence {
	case "arabic":
		if len(text) > maxEnumerator {
			return 0
		}
		n, _ := strconv.Atoi(text)
		return n
	case "loweralpha":
		return int(text[0]-'a') + 1
	case "upperalpha":
		return int(text[0]-'A') + 1
	}
	return fromRoman(strings.ToUpper(text))
}

var romans = [...]struct {
	text  string
	value int
}{
	{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90},
	{"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1},
}

func toRoman(n int) string {
	if n <= 0 || n >= 5000 {
		return ""
	}
	var b strings.Builder
	for _, r := range romans {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// fromRoman gives the number, or 0 for letters that are not a well-formed one.
func fromRoman(s string) int {
	n, rest := 0, s
	for _, r := range romans {
		for strings.HasPrefix(rest, r.text) {
			n += r.value
			rest = rest[len(r.text):]
		}
	}
	if rest != "" || toRoman(n) != s {
		return 0
	}
	return n
}

// next is the marker that would follow e, "" where there is none.
func (e enumerator) next(n int) string {
	text := ""
	switch e.sequence {
	case "#":
		text = "#"
	case "arabic":
		text = strconv.Itoa(n)
	case "loweralpha", "upperalpha":
		if n > 26 {
			return ""
		}
		text = string(rune('a' + n - 1))
	case "lowerroman", "upperroman":
		text = strings.ToLower(toRoman(n))
		if text == "" {
			return ""
		}
	}
	if strings.HasPrefix(e.sequence, "upper") {
		text = strings.ToUpper(text)
	}
	return e.wrap(text)
}

func (e enumerator) wrap(text string) string {
	if e.format == "()" {
		return "(" + text + ") "
	}
	return text + e.format + " "
}

// isItem asks for a second line that is blank, indented or the next entry: "A. Einstein"
// at the start of a paragraph is a name (RST spec, "Enumerated Lists").
func (b *body) isItem(e enumerator) bool {
	if e.ordinal == 0 && e.sequence != "arabic" {
		return false
	}
	if b.i+1 >= len(b.ls) {
		return true
	}
	next := b.ls[b.i+1]
	if next.blank() || next.text[0] == ' ' {
		return true
	}
	want := e.next(e.ordinal + 1)
	return want != "" && strings.HasPrefix(next.text, want) || strings.HasPrefix(next.text, e.wrap("#"))
}

// enumeratedList reads a list; a marker that breaks the order starts another one.
func (b *body) enumeratedList(e enumerator) bool {
	if !b.isItem(e) {
		return false
	}
	list := &doc.List{At: b.p.at(b.ls[b.i]), Ordered: true, First: e.ordinal, Labels: b.p.takeLabels()}
	b.add(list)
	list.Items = append(list.Items, b.item(e.len))
	last, auto := e.ordinal, e.sequence == "#"
	for b.i < len(b.ls) {
		l := b.ls[b.i]
		if l.blank() {
			b.i++
			continue
		}
		n, ok := parseEnumerator(l.text, e.sequence)
		if !ok || n.format != e.format ||
			n.sequence != "#" && (n.sequence != e.sequence || auto || n.ordinal != last+1) || !b.isItem(n) {
			break
		}
		auto = auto || n.sequence == "#"
		list.Items = append(list.Items, b.item(n.len))
		last = n.ordinal
	}
	b.needBlank("a list")
	return true
}
