package dialect

import "strings"

// Form is a way in which descriptions state limits.
type Form string

// The forms.
const (
	FormItems      Form = "items"      // list items, or paragraphs like them, that begin with tokens
	FormTokens     Form = "tokens"     // tokens joined by commas or "or" in a sentence
	FormMeanings   Form = "meanings"   // tokens with what each of them means, in a sentence
	FormNumber     Form = "number"     // a number beside a limiting word: "at most", "ranges"
	FormDefault    Form = "default"    // a value beside the word default
	FormFixed      Form = "fixed"      // a value beside "fixed", "always" or "only"
	FormCharacters Form = "characters" // what the characters of a text must be
	FormFlag       Form = "flag"       // deprecated, discarded, read-only
)

// Hint is a place of a description that looks as if it states a limit.
type Hint struct {
	Form Form
	Off  int // byte offsets of the words
	End  int
}

// Hints finds the places of a description that look as if they state a limit. It knows no
// phrases, on purpose: where Limits finds nothing at such a place, it may have missed a
// limit. It does not apply to examples, nor to sentences about one case or another field.
func Hints(text Text) []Hint {
	n := narrowText(text)
	return n.hintPlaces(newReader(n.text).hints())
}

// Statements gives Limits and Hints of a description, which is cut into words once for both.
func Statements(text Text) ([]Limit, []Hint) {
	n := narrowText(text)
	r := newReader(n.text)
	return n.places(r.all()), n.hintPlaces(r.hints())
}

func (r *reader) hints() []Hint {
	f := hintFinder{r: r}
	for i := range r.lines {
		if isJSON(strings.TrimSpace(r.lines[i].text)) {
			continue
		}
		if i >= f.items {
			f.itemRun(i)
		}
		f.line(r.tokens(i), i < f.items)
	}
	return f.hints
}

// isJSON reports whether a line is a part of a printed structure.
func isJSON(line string) bool {
	return strings.Contains(line, `":`) && strings.ContainsAny(line[:1], `{["`) || strings.Contains(line, `{"`)
}

// hintFinder is the state of Hints.
type hintFinder struct {
	r     *reader
	items int // lines before this one belong to a run of items that was found
	hints []Hint
}

func (f *hintFinder) add(form Form, first, last tok) {
	f.hints = append(f.hints, Hint{form, first.off, last.end})
}

// itemRun finds two or more items in a row, from line i on, that begin with tokens.
func (f *hintFinder) itemRun(i int) {
	n, short := 0, true
	j := i
	for ; j < len(f.r.lines); j++ {
		if !f.r.item(j) {
			break
		}
		toks := f.r.tokens(j)
		if !opensItem(toks) {
			break
		}
		n++
		short = short && (toks[0].kind != tokWord || valueShape(toks[0].text) || len(toks) == 1)
	}
	if n >= 2 && short {
		f.add(FormItems, f.r.tokens(i)[0], f.r.tokens(j - 1)[0])
		f.items = j
	}
}

// opensItem reports whether a line is a token, alone or with what it means.
func opensItem(toks []tok) bool {
	if len(toks) == 0 || !looksLikeToken(toks[0]) && (toks[0].kind != tokWord || notValues[toks[0].low]) {
		return false
	}
	if labelWords(toks) {
		return false
	}
	return len(toks) == 1 || toks[1].kind == tokEnd && len(toks) == 2 || explains(toks[1])
}

// explains reports whether what a token means follows.
func explains(t tok) bool {
	switch t.low {
	case ":", "(", "-", "=", "indicates", "means", "indicating":
		return t.kind != tokValue
	}
	return false
}

// looksLikeToken reports whether a word is shaped as values of a protocol are.
func looksLikeToken(t tok) bool {
	switch t.kind {
	case tokValue:
		return isValueWord(t.text) && len(t.text) < 64
	case tokNum:
		return true
	case tokWord:
		return valueShape(t.text) && !notValues[t.low]
	}
	return false
}

// line looks at each sentence of a line. The first word of an item is left out.
func (f *hintFinder) line(toks []tok, item bool) {
	for from := 0; from < len(toks); {
		to := from
		for tokAt(toks, to).kind != tokEnd {
			to++
		}
		s := toks[from:to]
		if item && from == 0 {
			s = s[1:]
		}
		if len(s) > 0 && len(s) <= maxSentence && !aside(s) {
			f.sentence(s)
		}
		from = to + 1
	}
}

// aside reports a sentence about one case, another field, or how to write something.
func aside(s []tok) bool {
	for i, t := range s {
		if t.kind != tokWord {
			if t.kind == tokValue && otherField[tokAt(s, i+1).low] {
				return true // "**mode** is **a**"
			}
			continue
		}
		switch t.low {
		case "if", "when", "unless", "otherwise", "once", "example", "e.g", "such", "like", "format":
			return true
		case "together", "exclusive", "converted", "reserved", "sub-parameters":
			return true // relations between fields, what becomes of values, and members
		case "either":
			if tokAt(s, i-1).low == "specify" || tokAt(s, i-1).low == "select" || tokAt(s, i-1).low == "specified" {
				return true // one of two fields
			}
		}
	}
	l, _ := labelOf(sentence{toks: s}, false)
	return l == labelSkip || advises(s)
}

var otherField = words("is", "are", "can", "must", "field", "parameter", "cannot")

func (f *hintFinder) sentence(s []tok) {
	meanings := 0
	var first tok
	for i, t := range s {
		switch {
		case t.kind == tokWord && hintWords[t.low] != "":
			f.word(hintWords[t.low], s, i)
		case looksLikeToken(t) && i+1 < len(s) && explains(s[i+1]) && s[i+1].low != "-":
			if meanings == 0 {
				first = t
			}
			if meanings++; meanings == 2 {
				f.add(FormMeanings, first, t)
			}
		}
	}
	for i := 0; i < len(s); i++ {
		if !looksLikeToken(s[i]) {
			continue
		}
		l, end := readValues(s, i, proseValues)
		if len(l.items) > 1 && !l.ranged && listEnds(s[end:]) && !ofFields(s) && (l.marked || l.numbers || listBegins(s, i, end)) {
			f.add(FormTokens, s[i], s[end-1])
		}
		i = max(i, end-1)
	}
}

// ofFields reports a sentence whose list is of fields: "one of the parameters (a, b)".
func ofFields(s []tok) bool {
	return saysOf(s, "parameters") || saysOf(s, "fields") || saysOf(s, "optional") || saysOf(s, "attributes")
}

// listBegins reports whether the words around tokens without marks make a list of values
// of them: "can be", "include", "are supported".
func listBegins(s []tok, from, to int) bool {
	if (tokAt(s, to).low == "are" || tokAt(s, to).low == "is") || from == 0 && to == len(s) {
		return true
	}
	if from == 0 {
		return false
	}
	switch s[from-1].low {
	case "be", "is", "are", "to", "of", "include", "includes", ":", "only", "supports", "support", "either", "values", "options":
		return true
	}
	return false
}

// listEnds reports whether a list of tokens is over: "HTTP and HTTPS listeners" is not one.
func listEnds(rest []tok) bool {
	if len(rest) == 0 {
		return true
	}
	switch rest[0].low {
	case "(", ")", ",", "is", "are", "only", "which", "and", "or", "indicate", "respectively":
		return true
	}
	return false
}

// hintWords are the words beside which a number, a value or a character makes a limit.
var hintWords = map[string]Form{
	"ranges": FormNumber, "range": FormNumber, "ranging": FormNumber, "between": FormNumber,
	"minimum": FormNumber, "maximum": FormNumber, "least": FormNumber, "most": FormNumber, "up": FormNumber,
	"exceed": FormNumber, "exceeds": FormNumber, "greater": FormNumber, "less": FormNumber, "fewer": FormNumber,
	"larger": FormNumber, "smaller": FormNumber, "longer": FormNumber, "shorter": FormNumber, "negative": FormNumber,
	"positive": FormNumber, "multiple": FormNumber, "multiples": FormNumber, "characters": FormNumber, "bytes": FormNumber, "byte": FormNumber, "length": FormNumber,
	"default": FormDefault, "defaults": FormDefault,
	"fixed": FormFixed, "always": FormFixed,
	"deprecated": FormFlag, "discarded": FormFlag, "abandoned": FormFlag, "read-only": FormFlag,
	"start": FormCharacters, "only": FormCharacters, "letters": FormCharacters, "expression": FormCharacters,
}

// isCopula holds for the words between "default" and its value.
func isCopula(t tok) bool {
	return t.low == "is" || t.low == "to" || t.low == ":" || t.low == "value" || t.low == "of"
}

// word looks at the words around one that makes a limit.
func (f *hintFinder) word(form Form, s []tok, i int) {
	near := func(from, to int, is func(tok) bool) int {
		for j := max(from, 0); j < min(to, len(s)); j++ {
			if is(s[j]) {
				return j
			}
		}
		return -1
	}
	found := -1
	switch form {
	case FormNumber:
		switch s[i].low {
		case "negative", "positive":
			found = near(i+1, i+2, func(t tok) bool { return t.low == "integer" || t.low == "number" || t.low == "value" })
		case "multiple", "multiples":
			if tokAt(s, i+1).low == "of" { // not "multiple lids"
				found = near(i+2, i+3, tok.isNum)
			}
		default:
			if found = near(i+1, i+6, tok.isNum); found == -1 && lengthUnits[s[i].low] != OfUnsaid {
				found = near(i-2, i, tok.isNum)
			}
		}
	case FormDefault:
		if near(i+1, i+5, isCopula) != -1 {
			found = near(i+1, i+6, looksLikeToken)
		}
		if (tokAt(s, i-1).low == "by" || tokAt(s, i-1).low == "(") && found == -1 {
			if found = near(i-4, i, looksLikeToken); found == -1 {
				found = near(i+1, i+4, looksLikeToken)
			}
		}
	case FormFixed:
		found = near(i+1, i+4, looksLikeToken)
	case FormCharacters:
		found = near(i+1, i+8, func(t tok) bool { return t.kind == tokWord && charNames[t.low] != "" || t.low == "^" })
		if s[i].low == "only" && near(0, len(s), func(t tok) bool { return t.low == "contain" || t.low == "allowed" || t.low == "consist" }) == -1 {
			return
		}
	case FormFlag:
		if len(s) <= 8 && !looksLikeToken(s[0]) && s[0].low != "whether" && tokAt(s, i-1).low != ":" {
			found = i
		}
	}
	if found == -1 {
		return
	}
	h := Hint{form, min(s[i].off, s[found].off), max(s[i].end, s[found].end)}
	if n := len(f.hints); n > 0 && f.hints[n-1].Form == form && f.hints[n-1].Off >= s[0].off {
		return // one of a form in a sentence
	}
	f.hints = append(f.hints, h)
}
