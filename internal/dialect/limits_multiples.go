package dialect

import (
	"math"
	"slices"
)

// multipleOf says that the value is a whole number of times another one: "It must be a multiple of 10." It does not
// apply to a multiple that has a unit, in which the field need not count ("a multiple of 1.2 TiB"), to one of a length,
// nor where more numbers follow. It is weak where values that are none are allowed, too: "except 25".
type multipleOf struct{}

func (multipleOf) apply(r *reader, h hit) {
	n, rest := jsonNumber(h.m.nums[0].text), h.rest()
	if f := number(n); f < 2 || f != math.Trunc(f) {
		return
	}
	after, second := tokAt(rest, 0).low, tokAt(rest, 1)
	if lengthSaid(h.before()) != OfUnsaid {
		return
	}
	excepts := exceptsValues(rest)
	goesOn := excepts || (after == "and" || after == ",") && !second.isNum() && second.low != "or"
	if !goesOn && !cleanRest(rest) {
		return
	}
	l := h.limit(LimitMultiple).in(r.scopeOf(h))
	l.Number, l.Weak = n, excepts
	r.add(l)
	if second := secondMultiple(rest); second != "" {
		l.Number = second
		r.add(l)
	}
}

// secondMultiple is the number of ", and a multiple of 3" after the first, "" where there is none. It does not apply to one
// that has a unit.
func secondMultiple(rest []tok) string {
	if startsWith(rest, "and", "a", "multiple", "of") {
		rest = rest[4:]
	} else if startsWith(rest, "and", "of") {
		rest = rest[2:]
	} else {
		return ""
	}
	n := jsonNumber(tokAt(rest, 0).text)
	if f := number(n); f < 2 || f != math.Trunc(f) || !cleanRest(rest[1:]) {
		return ""
	}
	return n
}

// exceptsValues reports whether words after a number except values of what was said: "(except 25)", ", excluding 50".
func exceptsValues(rest []tok) bool {
	return slices.ContainsFunc(rest, func(t tok) bool { return exceptWords[t.low] })
}

var exceptWords = words("except", "excluding", "excepting", "unless", "besides", "apart")

// takenBeside gives the numbers that the text says are allowed, too: "The value 5 is also allowed."
func (r *reader) takenBeside() []float64 {
	var out []float64
	for i := range r.lines {
		toks := r.tokens(i)
		for j, t := range toks {
			if n := jsonNumber(t.text); n != "" && allowedBeside(toks[j+1:]) {
				out = append(out, number(n))
			}
		}
	}
	return out
}

// allowedBeside reports whether words after a value begin with "is also allowed".
func allowedBeside(rest []tok) bool {
	if low := tokAt(rest, 0).low; low != "is" && low != "are" && low != "can" {
		return false
	}
	also := false
	for _, t := range rest[:min(len(rest), 5)] {
		also = also || t.low == "also" || t.low == "too" || t.low == "allowed" || t.low == "supported" || t.low == "accepted" || t.low == "possible"
		if t.low == "not" || t.kind == tokEnd {
			break
		}
	}
	return also
}

// numbersBeside gives the numbers that the text allows beside the multiples of another one: special values, of which lowest
// is one ("-1 means no limit"), and what it says is allowed, too.
func (r *reader) numbersBeside(lowest float64) []float64 {
	out := append(r.takenBeside(), lowest)
	for _, v := range r.special {
		out = append(out, number(v.Text))
	}
	return out
}

// hasOtherThan reports whether one of some numbers is not a multiple of n.
func hasOtherThan(numbers []float64, n float64) bool {
	return slices.ContainsFunc(numbers, func(f float64) bool { return !math.IsInf(f, 0) && math.Mod(f, n) != 0 })
}
