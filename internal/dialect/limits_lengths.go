package dialect

import (
	"slices"
	"strings"
)

// lengthBounds limit how long a text is, in the unit that the phrase names.
type lengthBounds struct{ low, high operand }

func (e lengthBounds) apply(r *reader, h hit) {
	rest, s := h.rest(), r.scopeOf(h)
	if h.forbidden() {
		return
	}
	if tokAt(rest, 0).low == "or" && tokAt(rest, 1).isNum() {
		s.part = true // "2 bytes or 8 lines"
	} else if !lengthRest(rest) {
		return
	}
	if emptyOr(h.before()) && s.part && e.high != noNumber {
		e.low, s = noNumber, scope{conditional: conditional(h.s.toks, h.at, h.m.end, false)}
	}
	of := h.m.length
	if of == OfUnsaid || e.low == e.high {
		of = OfLength // what has a fixed number of bytes has as many characters
	}
	if h.m.length == OfUnsaid && lengthSaid(h.s.toks[:h.m.end]) == OfItems {
		of = OfItems // "The list length ranges from 1 to 9"
	}
	r.addBounds(h, of, e.low, e.high, s)
}

// wholeText is the length of a text that is the value. It does not apply to a part of it, "lid- and a 16-character
// string", nor to what is added to it.
type wholeText struct{ lengthBounds }

func (e wholeText) apply(r *reader, h hit) {
	before := h.before()
	for Articles[tokAt(before, len(before)-1).low] {
		before = before[:len(before)-1]
	}
	if n := len(before); joinsPart[tokAt(before, n-1).low] || slices.ContainsFunc(before, func(t tok) bool { return partWords[t.low] }) {
		return
	}
	for _, t := range h.rest() {
		if t.low == "," {
			break // "which is added to the header"
		}
		if addedWords[t.low] {
			return
		}
	}
	e.lengthBounds.apply(r, h)
}

// digitsAlone is the length of a text of digits: "The code has exactly 7 digits." It does not apply to a part of the
// text, "letters, exactly 7 digits", nor where more is said: "exactly 7 digits and a letter".
type digitsAlone struct{ wholeText }

func (e digitsAlone) apply(r *reader, h hit) {
	if rest := h.rest(); len(rest) > 0 && !startsWith(rest, "long") && !startsWith(rest, "in", "length") {
		return
	}
	if n := len(h.before()); tokAt(h.before(), n-1).low == "," {
		return // "letters, exactly 7 digits"
	}
	e.wholeText.apply(r, h)
}

// uuidLength is the length of a UUID, which has no shorter form: "The value is a UUID containing 36 characters." Only the
// upper bound holds where the text tells of another value: "If there is none, 0 is returned."
type uuidLength struct{}

func (uuidLength) apply(r *reader, h hit) {
	low := firstNumber
	if n := h.m.nums[0]; n.text != "36" && n.text != "32" || r.tellsOfOther(n) {
		low = noNumber
	}
	lengthBounds{low, firstNumber}.apply(r, h)
}

// tellsOfOther reports whether the text has another number than one of its tokens, or says that the value may be empty.
func (r *reader) tellsOfOther(n tok) bool {
	if other, known := r.others[n.text]; known {
		return other
	}
	other := false
	for i := range r.lines {
		other = other || slices.ContainsFunc(r.tokens(i), func(t tok) bool {
			return t.isNum() && t.text != n.text || t.low == "empty" || t.low == "blank" || t.low == "null"
		})
	}
	if r.others == nil {
		r.others = make(map[string]bool)
	}
	r.others[n.text] = other
	return other
}

var (
	partWords  = words("begins", "ends", "followed", "plus", "prefix", "starts", "suffix")
	addedWords = words("added", "appended", "attached", "followed", "inserted", "plus", "prepended")
	joinsPart  = words("and", "by", "with")
)

// emptyOr reports whether an empty text is the other half of what is allowed: "It can be left blank
// or contain 1 to 9 characters". Only the upper bound holds for both.
func emptyOr(before []tok) bool {
	for i, t := range before {
		if t.low == "or" && i > 1 && (before[i-1].low == "empty" || before[i-1].low == "blank") {
			return allKnown(before[:i-1]) && allKnown(before[i+1:])
		}
	}
	return false
}

// allKnown reports whether words name no other thing than the field.
func allKnown(toks []tok) bool {
	for _, t := range toks {
		if !fillers[t.low] && !verbs[t.low] && !subjectNouns[t.low] && t.low != "left" && t.low != "from" {
			return false
		}
	}
	return true
}

// lengthRest is cleanRest for lengths, where many more words may follow ("1 to 64
// characters of letters"); what counts of other things must not ("8 characters of the
// following types", "2 characters at the beginning").
func lengthRest(rest []tok) bool {
	if len(rest) == 0 {
		return true
	}
	if rest[0].low == "of" && len(rest) > 1 {
		return charNames[rest[1].low] != "" // "1 to 9 characters of letters and digits"
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
	about := r.subjectOf(h.s.toks, h.at)
	if allFillers(h.before()) {
		about = aboutField // "A maximum of 10 rules can be added": the count itself is the subject
	}
	if h.forbidden() || !itemsRest(h.rest()) || saysOf(h.s.toks, "default") || strings.Contains(h.m.nums[0].text, ".") {
		return // a default quota can be raised, and nobody counts in fractions
	}
	if countedNoun(h) == "duplicates" {
		return // that is not all that the list has
	}
	if eachOf(h.before()) != "" {
		about = aboutOther // "Each tag has up to 10 values" limits the values, not the tags
	}
	s := scope{
		conditional: conditional(h.s.toks, h.at, h.m.end, false) || caseFollows(h.rest()),
		part:        about == aboutElems || inBrackets(h.s.toks, h.at) || r.tagPair(h.before()),
	}
	n := len(r.limits)
	r.addBounds(h, OfItems, e.low, e.high, s)
	for i := n; i < len(r.limits) && about == aboutOther; i++ {
		r.limits[i].Counted = countedNoun(h)
	}
}

// countedNoun gives the last word of what a phrase counts.
func countedNoun(h hit) string {
	for _, t := range slices.Backward(h.s.toks[h.at:h.m.end]) {
		if t.kind == tokWord && !verbs[t.low] && t.low != "at" && t.low != "most" {
			return t.low
		}
	}
	return ""
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
	rest = beforeOneCall(beforeEach(rest))
	for _, t := range rest {
		if t.low == "per" || t.low == "each" || t.low == "every" {
			return false
		}
	}
	if cleanRest(rest) {
		return true
	}
	switch rest[0].low {
	case "can", "may", "are", "is", "in":
		return len(rest) < 8
	}
	return false
}

// beforeOneCall cuts words off that say that a number is that of one call: "at a time", "during the creation".
func beforeOneCall(rest []tok) []tok {
	if endsWith(rest, "at", "a", "time") {
		return rest[:len(rest)-3]
	}
	if tokAt(rest, 0).low == "during" && len(rest) < 4 {
		return nil
	}
	return rest
}

// beforeEach cuts a clause off that says something of each of the things counted: ", and each string cannot exceed
// 128 characters", ", each of 1 to 9 characters", "with each having 1 to 9 characters". "10 tags for each jar" has no
// such clause, nor has "10 tags with each".
func beforeEach(rest []tok) []tok {
	for i, t := range rest {
		if t.low != "each" && t.low != "every" {
			continue
		}
		end := i
		for tokAt(rest, end-1).low == "and" || tokAt(rest, end-1).low == "," || tokAt(rest, end-1).low == "with" || tokAt(rest, end-1).low == "where" {
			end--
		}
		if end < i && i+2 < len(rest) {
			return rest[:end]
		}
		return rest
	}
	return rest
}

// listNotEmpty says that a list has an element.
type listNotEmpty struct{}

func (listNotEmpty) apply(r *reader, h hit) {
	r.addNumber(h, LimitMin, OfItems, "1", r.scopeOf(h))
}

// notEmpty says that a text, or a list where the sentence names one, is not empty; a length that
// is printed too says it better. It does not apply to "cannot be left blank at the same time".
type notEmpty struct{}

func (notEmpty) apply(r *reader, h hit) {
	for _, t := range h.rest() {
		if t.low == "same" || t.low == "both" || t.low == "together" || t.low == "either" {
			return
		}
	}
	l := h.limit(LimitMin).in(r.scopeOf(h))
	l.Of, l.Number, l.implied = emptyOf(h), "1", true
	r.add(l)
}

// alone applies an effect where nothing else stands in the sentence: "Non-empty string."
type alone struct{ effect }

func (e alone) apply(r *reader, h hit) {
	if h.at == 0 && len(h.rest()) == 0 {
		e.effect.apply(r, h)
	}
}

// mayBeEmpty says that a text or list may be empty, be it in one case only.
type mayBeEmpty struct{}

func (mayBeEmpty) apply(r *reader, h hit) {
	about := r.subjectOf(h.s.toks, h.at)
	if about != aboutOther && !inBrackets(h.s.toks, h.at) && !r.tagPair(h.before()) {
		r.addNumber(h, LimitMin, emptyOf(h), "0", scope{elems: about == aboutElems})
	}
}

// emptyOf says what is counted where a sentence is about an empty value.
func emptyOf(h hit) Of {
	if saysOf(h.s.toks[:h.m.end], "list") {
		return OfItems
	}
	return OfLength
}
