package dialect

import "strconv"

// operand says where a phrase has the number of a bound.
type operand byte

const (
	noNumber     operand = iota
	firstNumber          // the first {n}
	secondNumber         // the second {n}
	listedNumber         // the {v}: "-1 or from 0 to 5"
)

// number gives the number of an operand as a token, ok false where the phrase has none.
func (o operand) of(m match) (tok, bool) {
	switch o {
	case firstNumber:
		return m.nums[0], m.n > 0
	case secondNumber:
		return m.nums[1], m.n > 1
	case listedNumber:
		if len(m.list.items) > 0 {
			v := m.list.items[0]
			return tok{kind: tokValue, text: v.Text, off: v.Off, end: v.Off + len(v.Text)}, true
		}
	}
	return tok{}, false
}

// bounds gives the lower and the upper bound of a phrase, in the order of their numbers;
// it is false where the lower one is not below the upper one.
func (r *reader) addBounds(h hit, of Of, low, high operand, s scope) {
	from, hasLow := low.of(h.m)
	to, hasHigh := high.of(h.m)
	if hasLow && hasHigh && number(from.text) > number(to.text) {
		return
	}
	if hasLow {
		r.bound(LimitMin, of, from, h.s.read, s.elems)
	}
	if hasHigh {
		r.bound(LimitMax, of, to, h.s.read, s.elems)
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
	s, ok := r.scopeOf(h)
	if !ok {
		return
	}
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
	} else if saysOf(h.before(), "length") {
		of = OfLength
	}
	if e.low == listedNumber && !belowRange(h.m) {
		return
	}
	if cleanRest(rest) {
		r.addBounds(h, of, e.low, e.high, s)
	}
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

// belowRange reports whether the single value beside a range is below it.
func belowRange(m match) bool {
	n := jsonNumber(m.list.items[0].Text)
	return n != "" && number(n) < number(m.nums[0].text)
}

// lostPower reports a range whose upper bound was a power of two before a superscript was
// lost on the way to the page: "0 to 232" for 2 to the power of 32.
func lostPower(m match) bool {
	if m.n != 2 {
		return false
	}
	switch m.nums[1].text {
	case "231", "232", "263", "264":
		return true
	}
	return false
}

// valueAtLeast is a lower bound that words say: "a positive integer".
type valueAtLeast struct{ number string }

func (e valueAtLeast) apply(r *reader, h hit) {
	if s, ok := r.scopeOf(h); ok && cleanRest(h.rest()) {
		r.addNumber(h, LimitMin, OfValue, e.number, s)
	}
}

// lengthBounds limit how long a text is, in the unit that the phrase names.
type lengthBounds struct{ low, high operand }

func (e lengthBounds) apply(r *reader, h hit) {
	s, ok := r.scopeOf(h)
	if !ok || !lengthRest(h.rest()) {
		return
	}
	of := h.m.length
	if of == OfUnsaid {
		of = OfLength
	}
	r.addBounds(h, of, e.low, e.high, s)
}

// lengthRest is cleanRest for lengths, where many more words may follow ("1 to 64
// characters of letters"); what counts of other things must not ("8 characters of the
// following types", "2 characters at the beginning").
func lengthRest(rest []tok) bool {
	if len(rest) == 0 {
		return true
	}
	switch rest[0].low {
	case "at", "before", "after", "per", "from", "or", "each", "of", "for", "between", "plus":
		return false
	}
	return true
}

// itemBounds limit how many elements a list has.
type itemBounds struct{ low, high operand }

func (e itemBounds) apply(r *reader, h hit) {
	about := subjectOf(h.s.toks, h.at)
	if about == aboutOther && e.low == noNumber && allFillers(h.before()) {
		about = aboutField // "A maximum of 10 rules can be added": the count itself is the subject
	}
	if about != aboutField || inBrackets(h.s.toks, h.at) || conditional(h.s.toks, h.at, h.m.end, false) || r.tagPair(h.before()) {
		return
	}
	if itemsRest(h.rest()) && !saysOf(h.s.toks, "default") { // a default quota can be raised
		r.addBounds(h, OfItems, e.low, e.high, scope{})
	}
}

func allFillers(toks []tok) bool {
	for _, t := range toks {
		if !fillers[t.low] {
			return false
		}
	}
	return true
}

// itemsRest reports whether a count of things is about how many the list can hold.
func itemsRest(rest []tok) bool {
	for i, t := range rest {
		if t.low == "per" || t.low == "each" || t.low == "every" || t.low == "at" && i == 0 {
			return false
		}
	}
	if len(rest) == 0 || cleanRest(rest) {
		return true
	}
	switch rest[0].low {
	case "can", "are", "is", "in":
		return len(rest) < 8
	}
	return false
}

// listNotEmpty says that a list has an element.
type listNotEmpty struct{}

func (listNotEmpty) apply(r *reader, h hit) {
	if s, ok := r.scopeOf(h); ok {
		r.addNumber(h, LimitMin, OfItems, "1", s)
	}
}

// notEmpty says that a text, or a list where the sentence names one, is not empty. It does
// not apply to "cannot be left blank at the same time".
type notEmpty struct{}

func (notEmpty) apply(r *reader, h hit) {
	s, ok := r.scopeOf(h)
	if !ok {
		return
	}
	for _, t := range h.rest() {
		if t.low == "same" || t.low == "both" || t.low == "together" || t.low == "either" {
			return
		}
	}
	r.addNumber(h, LimitMin, emptyOf(h), "1", s)
}

// mayBeEmpty says that a text or list may be empty, be it in one case only.
type mayBeEmpty struct{}

func (mayBeEmpty) apply(r *reader, h hit) {
	about := subjectOf(h.s.toks, h.at)
	if about != aboutOther && !inBrackets(h.s.toks, h.at) && !r.tagPair(h.before()) {
		r.addNumber(h, LimitMin, emptyOf(h), "0", scope{elems: about == aboutElems})
	}
}

// emptyOf says what is counted where a sentence speaks of an empty value.
func emptyOf(h hit) Of {
	if saysOf(h.s.toks[:h.m.end], "list") {
		return OfItems
	}
	return OfLength
}
