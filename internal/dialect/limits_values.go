package dialect

import "strings"

// valueMode says how much a bare word needs to be taken for a value.
type valueMode byte

const (
	// proseValues: in running text a value is marked, quoted, a number, or shaped as
	// no English word is (see valueShape).
	proseValues valueMode = iota
	// labelValues: after a label any single word is a value.
	labelValues
)

// valueList is a list of values as a sentence writes it.
type valueList struct {
	items []Value
	// open lists do not name all: "and so on", "or another".
	open bool
	// nums are the numbers when every item is a number or a range of numbers; ranged
	// tells that one of them is a range.
	nums    []string
	numbers bool
	ranged  bool
	// fallback is the item with "(default)" after it.
	fallback *Value
	marked   bool // every item is marked or quoted
	last     string
	end      int // byte offset after the last item, be it a range
}

// readValues reads "**a**, b (words), or **c**" from toks[i] on and gives the index
// after it. The brackets after an item explain it.
func readValues(toks []tok, i int, mode valueMode) (valueList, int) {
	l := valueList{numbers: true, marked: true}
	end := i
	for i < len(toks) {
		t := toks[i]
		if t.kind == tokWord && openWords[t.low] && len(l.items) > 0 {
			l.open = true
			return l, i + 1
		}
		if !isValue(toks, i, mode) && !(len(l.items) > 1 && loneWord(toks, i)) {
			break
		}
		v := Value{Text: t.text, Off: t.off}
		l.items = append(l.items, v)
		l.marked = l.marked && t.kind == tokValue
		n := jsonNumber(t.text)
		if n == "" {
			l.numbers = false
		} else {
			l.nums = append(l.nums, n)
		}
		i++
		// "1-99999", "**0** to **5**"
		if n != "" && (tokAt(toks, i).low == "-" || tokAt(toks, i).low == "to") && tokAt(toks, i+1).isNum() {
			m := jsonNumber(toks[i+1].text)
			if m == "" {
				return valueList{}, end
			}
			l.nums = append(l.nums, m)
			l.ranged = true
			i += 2
		}
		l.end = toks[i-1].end
		if close := closing(toks, i); close != -1 {
			if isDefaultNote(toks[i+1 : close-1]) {
				l.fallback = &v
			}
			i = close
		}
		end = i
		sep := 0
		for sep < 3 && isSeparator(tokAt(toks, i+sep)) {
			sep++
		}
		if sep == 0 {
			return l, end
		}
		l.last = toks[i+sep-1].low
		i += sep
		if (tokAt(toks, i).low == "the" || tokAt(toks, i).low == "a") && tokAt(toks, i+1).kind == tokValue {
			i++
		}
	}
	// A comma and then no value: the list is over, unless "or" announced one more.
	if i < len(toks) && (l.last == "or" || l.last == "and") {
		// "**a** and the default value is **a**" is another clause, "a or another" is not
		l.open = l.last == "or" || !clauseWords[toks[i].low]
	}
	return l, end
}

// loneWord reports whether a bare word is an item of a list whose other items look like
// values: "Unknown" in "True, False, Unknown".
func loneWord(toks []tok, i int) bool {
	t := toks[i]
	if t.kind != tokWord || notValues[t.low] || clauseWords[t.low] || verbs[t.low] || strings.ToLower(t.text) == t.text {
		return false
	}
	return tokAt(toks, i+1).kind == tokEnd || isSeparator(toks[i+1])
}

// isDefaultNote holds for the insides of "(default)" and "(default value)"; "(default
// route table)" explains a value and is not a default.
func isDefaultNote(inside []tok) bool {
	return tokAt(inside, 0).low == "default" &&
		(len(inside) == 1 || len(inside) == 2 && (inside[1].low == "value" || inside[1].low == "option"))
}

// isSeparator reports what stands between the values of a list. It does not apply to values: "**and**, **or**".
func isSeparator(t tok) bool {
	if t.kind == tokValue {
		return false
	}
	return t.low == "," || t.low == "or" || t.low == "and" || t.low == "/" || t.low == "and/or" || t.low == "|"
}

// closing gives the index after the bracket that opens at i, or -1.
func closing(toks []tok, i int) int {
	if tokAt(toks, i).low != "(" {
		return -1
	}
	depth := 0
	for j := i; j < len(toks); j++ {
		switch toks[j].low {
		case "(":
			depth++
		case ")":
			depth--
			if depth == 0 {
				return j + 1
			}
		}
	}
	return -1
}

// isValue decides whether the token at i is a value.
func isValue(toks []tok, i int, mode valueMode) bool {
	t := toks[i]
	switch t.kind {
	case tokValue:
		besideOthers := isSeparator(tokAt(toks, i-1)) || isSeparator(tokAt(toks, i+1))
		return (t.text != "" || besideOthers) && len(t.text) <= 200
	case tokNum:
		return i+1 >= len(toks) || !units[toks[i+1].low] && lengthUnits[toks[i+1].low] == OfUnsaid
	case tokWord:
		if notValues[t.low] {
			return false
		}
		if mode == labelValues {
			return true
		}
		return valueShape(t.text)
	}
	return false
}

// valueShape holds for bare words that are values and not English: true, ACTIVE,
// tag_key, aB, v1, OS::Nova. A word in capitals of three letters or fewer may be an
// abbreviation ("can be ECS or BMS instances"); the list around it decides.
func valueShape(s string) bool {
	if s == "true" || s == "false" || s == "True" || s == "False" {
		return true
	}
	upper, lower, digit := 0, 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			upper++
			if i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z' {
				return true
			}
		case c >= 'a' && c <= 'z':
			lower++
		case isDigit(c):
			digit++
		case c == '_' || strings.HasPrefix(s[i:], "::"):
			return true
		case c >= 0x80:
			return false
		}
	}
	return upper > 0 && lower == 0 || digit > 0 && upper+lower > 0
}

// isTimeOfDay holds for "12:30" and "12:30:00".
func isTimeOfDay(s string) bool {
	if len(s) != 5 && len(s) != 8 {
		return false
	}
	for i := range len(s) {
		if i%3 == 2 && s[i] != ':' || i%3 != 2 && !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// areValueWords reports whether all the values look like words of a protocol: a value with
// a space, a bracket or a placeholder in it may be a wording for the reader.
func (l valueList) areValueWords() bool {
	for _, v := range l.items {
		if !isValueWord(v.Text) {
			return false
		}
	}
	return true
}

func isValueWord(s string) bool {
	if s == "*" {
		return true
	}
	if _, second, _ := strings.Cut(s, "/"); second == "true" || second == "false" {
		return false // "1/true" names two values
	}
	return !strings.ContainsAny(s, " (){}<>*") && !strings.Contains(strings.ToLower(s), "xxx") && !standIns[s]
}

// bulletValue reads the value at the start of a list item: "**a**: words", "a (words)",
// "DB-words", "0 - words". It does not apply where the item is a sentence, nor to a range: "0-9".
func bulletValue(toks []tok) (Value, bool) {
	if len(toks) == 0 {
		return Value{}, false
	}
	t := toks[0]
	alone := len(toks) == 1 || toks[1].low == ":"
	code := alone && len(toks) > 1 && len(t.text) == 2 && strings.ToUpper(t.text) == t.text && thingsAlone[t.low] == thingsAlone[t.text] // "IN: India"
	if t.kind == tokPunct || t.kind == tokEnd || t.kind == tokWord && notValues[t.low] && !(alone && (valuesAlone[t.low] || thingsAlone[t.text]) || code) {
		return Value{}, false
	}
	v := Value{Text: t.text, Off: t.off}
	if len(toks) == 1 {
		return dashSplit(v, t, false), true
	}
	next := toks[1]
	if startsRange(toks) {
		return Value{}, false
	}
	switch {
	case next.low == ":" || next.low == "(" || next.low == "-" || next.low == "=":
		return dashSplit(v, t, false), true
	case next.kind == tokEnd && (len(toks) == 2 || t.kind == tokValue):
		return dashSplit(v, t, false), true
	case next.low == "," && (t.kind == tokValue || valueShape(v.Text) && strings.ToLower(v.Text) != v.Text):
		return v, true
	case t.kind == tokValue && (saysMeaning(toks, 1) || next.low == "is" && tokAt(toks, 2).low == "the" || Articles[next.low]):
		return v, true
	}
	if s := dashSplit(v, t, true); s != v {
		return s, true
	}
	return Value{}, false
}

// startsRange reports whether tokens begin with two numbers and a dash, without spaces.
func startsRange(toks []tok) bool {
	return tokAt(toks, 0).isNum() && tokAt(toks, 1).low == "-" && tokAt(toks, 2).isNum() && toks[0].end == toks[1].off && toks[1].end == toks[2].off
}

// dashSplit takes the explanation off "TABLE-table": a bare word in capitals, a dash
// without spaces, then a word in small letters, or any word where more words follow.
// "tls-1-0", "SCRAM-SHA" and "DB-Community" stay whole.
func dashSplit(v Value, t tok, more bool) Value {
	if t.kind != tokWord {
		return v
	}
	head, rest, _ := strings.Cut(v.Text, "-")
	if head != "" && rest != "" && strings.ToUpper(head) == head && isAlpha(head[0]) &&
		isAlpha(rest[0]) && (more || rest[0] >= 'a') {
		v.Text = head
	}
	return v
}
