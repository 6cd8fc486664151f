package dialect

import (
	"strconv"
	"strings"
)

// operand says where a phrase has the number of a bound.
type operand byte

const (
	noNumber     operand = iota
	firstNumber          // the first {n}
	secondNumber         // the second {n}
	listedNumber         // the {v}, which widens the range of both: "-1 or from 0 to 5"
)

// of gives the number of an operand as a token, false where the phrase has none.
func (o operand) of(m match) (tok, bool) {
	switch o {
	case firstNumber:
		return m.nums[0], true
	case secondNumber:
		return m.nums[1], true
	}
	return tok{}, false
}

// addBounds adds the lower and the upper bound of a phrase, unless the lower one is above the
// upper one.
func (r *reader) addBounds(h hit, of Of, low, high operand, s scope) {
	from, hasLow := low.of(h.m)
	to, hasHigh := high.of(h.m)
	if hasLow && hasHigh && number(from.text) > number(to.text) {
		return
	}
	if hasLow {
		r.bound(LimitMin, of, from, h.s.read, s, h.m.exclusive[0])
	}
	if hasHigh {
		r.bound(LimitMax, of, to, h.s.read, s, h.m.exclusive[1])
	}
}

// addNumber adds a bound whose number the phrase implies and does not print.
func (r *reader) addNumber(h hit, kind LimitKind, of Of, n string, s scope) {
	l := h.limit(kind).in(s)
	l.Of, l.Number = of, n
	r.add(l)
}

// valueBounds limit the value itself, unless its words count characters.
type valueBounds struct{ low, high operand }

func (e valueBounds) apply(r *reader, h hit) {
	if e.low == firstNumber && e.high == secondNumber && saysDefault(h.before()) {
		return // "the default range" is not a limit
	}
	if before := h.before(); len(before) > 0 && before[len(before)-1].low == "default" {
		return // nor is "the default minimum value"
	}
	if e.high == secondNumber && forbidsRange(h.before()) || h.forbidden() {
		return
	}
	s := r.scopeOf(h)
	if f, ok := byteUnits[h.m.units[0]]; ok && h.m.n == 1 {
		e.bytes(r, h, f, s)
		return
	}
	if h.m.n == 2 && h.m.units[0] != "" && h.m.units[0] != h.m.units[1] || lostPower(h.m) {
		return // "from 1 MB to 5 GB"
	}
	of, rest := OfValue, h.rest()
	if counted, n := lengthUnit(h.s.toks, h.m.end); n > 0 && h.m.n == 2 {
		of, rest = counted, rest[n:]
	} else if l := lengthSaid(h.before()); l != OfUnsaid {
		of = l
	} else if tokAt(rest, 0).low == "in" && tokAt(rest, 1).low == "length" {
		of = OfLength // "1 to 9 in length"
	}
	if e.low == listedNumber && !e.widen(&h) || e.high == secondNumber && !h.m.ordered() {
		return
	}
	low, high := e.low, e.high
	if h.m.n == 2 {
		low, high = firstNumber, secondNumber
		more, n := furtherRanges(rest)
		for _, t := range more {
			h.m.include(t)
		}
		rest = rest[n:]
		more, n = furtherNumbers(rest)
		for _, t := range more {
			h.m.include(t)
		}
		rest = rest[n:]
	}
	if more := rangesOfCases(rest, h.m.unit()); more != nil {
		for _, t := range more {
			h.m.include(t)
		}
		rest, s.conditional = nil, conditional(h.s.toks[:h.m.end], h.at, h.m.end, false)
	}
	oneCase := caseFollows(rest) || tokAt(rest, 0).low == "by" && tokAt(rest, 1).low == "default" // which can be raised
	s.conditional = s.conditional || oneCase
	counted := (r.part || strings.Contains(h.m.nums[0].text, ".")) && countedRest(rest) // "0.5 CPU cores", "Oak: … is 5 boards"
	if cleanRest(rest) || oneCase || counted || of == OfLength && h.m.n == 2 && lengthRest(rest) {
		r.addBounds(h, of, low, high, s)
		r.boundDefault(h, rest, s)
	}
}

// beyondRange are words of what lies outside of a range, and of what else cannot be.
var beyondRange = words("exceed", "exceeds", "out", "outside", "beyond", "only", "changed", "modified", "when", "that")

// forbidsRange reports whether the clause before a range says that the value is not in it: "must not be between",
// "cannot be set to a value".
func forbidsRange(before []tok) bool {
	for i := len(before) - 1; i >= 0; i-- {
		switch low := before[i].low; {
		case forbids[low]:
			return true
		case beyondRange[low]: // "cannot exceed the range of 1 to 5"
			return false
		case fillers[low] && before[i].text != low: // a new sentence
			return false
		case low == "," || low == "and" || low == "but" || low == "must" || low == "can" || low == "should" || low == "or":
			return false
		}
	}
	return false
}

// forbidden reports whether the words right before a bound say that the value is not so: "cannot be at least 5" names no
// lower bound. It does not apply to words that leave the bound themselves: "must not exceed 5".
func (h hit) forbidden() bool {
	toks := h.s.toks
	if beyondRange[toks[h.at].low] || toks[h.at].low == "exceeding" {
		return false
	}
	for i := h.at - 1; i >= max(0, h.at-maxNegated); i-- {
		switch {
		case forbids[toks[i].low]:
			return true
		case clauseBreak[toks[i].low] || beyondRange[toks[i].low] || toks[i].low == "(":
			return false
		}
	}
	return false
}

// maxNegated is how many words before a bound may negate it.
const maxNegated = 3

// lengthSaid says whether words name the length of a text or, as "array length", that of a list.
func lengthSaid(before []tok) Of {
	for i, t := range before {
		switch {
		case t.low != "length":
		case tokAt(before, i-1).low == "array" || tokAt(before, i-1).low == "list":
			return OfItems
		default:
			return OfLength
		}
	}
	return OfUnsaid
}

// boundsOfCase limit the value in the case that the phrase names: "Value range for boxes: 1 to 9".
type boundsOfCase struct{ valueBounds }

func (e boundsOfCase) apply(r *reader, h hit) {
	n := len(r.limits)
	e.valueBounds.apply(r, h)
	for i := n; i < len(r.limits); i++ {
		r.limits[i].Conditional = true
	}
}

// boundOfNoun is a bound of what the text defines: "Capacity, in GB. The minimum capacity is 10." It does not apply to
// another noun: "Capacity. The maximum number is 10."
type boundOfNoun struct{ valueBounds }

func (e boundOfNoun) apply(r *reader, h hit) {
	toks := h.s.toks
	end := h.at + 1
	for toks[end].low != "is" {
		end++
	}
	if noun := one(toks[h.at+1 : end]); !r.isDefined(noun) {
		return
	}
	n := len(r.limits)
	e.valueBounds.apply(r, h)
	if mentions(r.lowerText(), raisedWords...) {
		for i := n; i < len(r.limits); i++ {
			r.limits[i].Conditional = true
		}
	}
}

// raisedWords tell that a quota is not the same for everybody.
var raisedWords = []string{"can be raised", "can be increased", "can be adjusted", "higher quota", "increase the quota", "raise the quota"}

// fileMode bounds the permissions of a file, which JSON writes in decimal: "an octal value between
// 0000 and 0777 or a decimal value between 0 and 511".
type fileMode struct{}

func (fileMode) apply(r *reader, h hit) {
	s := r.scopeOf(h)
	r.addNumber(h, LimitMin, OfValue, jsonNumber(h.m.nums[0].text), s)
	r.addNumber(h, LimitMax, OfValue, jsonNumber(h.m.nums[1].text), s)
}

// furtherRanges reads ", 10 to 20, or 30 to 40" after a range and gives the numbers and how
// many tokens it takes.
func furtherRanges(rest []tok) (numbers []tok, n int) {
	for {
		i := n
		for i < n+2 && (tokAt(rest, i).low == "," || tokAt(rest, i).low == "or" || tokAt(rest, i).low == "and") {
			i++
		}
		if i == n || !tokAt(rest, i).isNum() || tokAt(rest, i+1).low != "-" && tokAt(rest, i+1).low != "to" || !tokAt(rest, i+2).isNum() {
			return numbers, n
		}
		numbers = append(numbers, rest[i], rest[i+2])
		n = i + 3
	}
}

// furtherNumbers reads ", 15, or 20" at the end of a sentence after a range and gives the numbers and how many
// tokens it takes. It does not apply without "or" or "and", nor where words follow: ", 20 by default".
func furtherNumbers(rest []tok) (numbers []tok, n int) {
	joined := false
	for n < len(rest) {
		i := n
		for i < len(rest) && i < n+3 && (rest[i].low == "," || rest[i].low == "or" || rest[i].low == "and" || i > n && rest[i].low == "is") {
			joined = joined || rest[i].low == "or" || rest[i].low == "and"
			i++
		}
		if i == n || !tokAt(rest, i).isNum() || jsonNumber(rest[i].text) == "" {
			return nil, 0
		}
		numbers, n = append(numbers, rest[i]), i+1
	}
	if !joined {
		return nil, 0
	}
	return numbers, n
}

// include widens the range of a match to take in a further number.
func (m *match) include(t tok) {
	switch {
	case number(t.text) < number(m.nums[0].text):
		m.nums[0], m.exclusive[0] = t, false
	case number(t.text) > number(m.nums[1].text):
		m.nums[1], m.exclusive[1] = t, false
	}
}

// ordered reports whether the lower bound of a range is not above the upper one.
func (m *match) ordered() bool { return number(m.nums[0].text) <= number(m.nums[1].text) }

// boundDefault reads the default after a range: "from 1 to 100 (default)".
func (r *reader) boundDefault(h hit, rest []tok, s scope) {
	end := closing(rest, 0)
	if h.m.n != 2 || end == -1 || !isDefaultNote(rest[1:end-1]) {
		return
	}
	t := h.m.nums[1]
	r.add(Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: h.s.read, Off: t.off, End: t.end}.in(s))
}

// bytes adds a single bound that is told in units of size.
func (e valueBounds) bytes(r *reader, h hit, factor int, s scope) {
	n, err := strconv.Atoi(jsonNumber(h.m.nums[0].text))
	if err != nil || n >= 1<<30 || !cleanRest(h.rest()) {
		return
	}
	kind := LimitMin
	if e.high != noNumber {
		kind = LimitMax
	}
	r.addNumber(h, kind, OfBytes, strconv.Itoa(n*factor), s)
}

// widen takes the single value beside a range into it: "-1 or from 0 to 5". It is false
// where that is not a number.
func (e valueBounds) widen(h *hit) bool {
	v := h.m.list.items[0]
	if jsonNumber(v.Text) == "" || !h.m.ordered() {
		return false
	}
	h.m.include(tok{kind: tokValue, text: v.Text, off: v.Off, end: v.Off + len(v.Text)})
	return true
}

// lostPower reports a range whose upper bound was a power of two before a superscript was
// lost on the way to the page: "0 to 232" for 2 to the power of 32.
func lostPower(m match) bool { return lostPowers[m.nums[1].text] }

var lostPowers = words("231", "232", "263", "264")
