package dialect

import (
	"math"
	"slices"
)

// multipleOf says that the value is a whole number of times another one: "It must be a multiple of 10." It does not
// apply to a multiple that has a unit, in which the field need not count ("a multiple of 1.2 TiB"), to one of a length,
// nor where more numbers follow.
type multipleOf struct{}

func (multipleOf) apply(r *reader, h hit) {
	n, rest := jsonNumber(h.m.nums[0].text), h.rest()
	if f := number(n); f < 2 || f != math.Trunc(f) {
		return
	}
	after, second := tokAt(rest, 0).low, tokAt(rest, 1)
	if units[after] || lengthUnits[after] != OfUnsaid || lengthSaid(h.before()) != OfUnsaid {
		return
	}
	goesOn := (after == "and" || after == ",") && !second.isNum() && second.low != "or"
	if !goesOn && !cleanRest(rest) {
		return
	}
	l := h.limit(LimitMultiple).in(r.scopeOf(h))
	l.Number = n
	r.add(l)
}

// specialBetween reports whether the text tells of a special value that is not a multiple of n: "-1 means no limit."
func (r *reader) specialBetween(n float64) bool {
	between := func(f float64) bool { return !math.IsInf(f, 0) && math.Mod(f, n) != 0 }
	return slices.ContainsFunc(r.special, func(v specialValue) bool { return between(number(v.Text)) }) || between(r.lowestSpecial())
}
