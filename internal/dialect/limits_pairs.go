package dialect

// bothBounds are a minimum and a maximum in one breath: "Minimum is 3, maximum is 9", "Number of pots (min. 3,
// max. 9)". In brackets they belong to the noun before these, where nothing else stands in them.
type bothBounds struct{}

func (bothBounds) apply(r *reader, h hit) {
	if inBrackets(h.s.toks, h.at) {
		r.bracketedBounds(h)
	} else {
		valueBounds{firstNumber, secondNumber}.apply(r, h)
	}
}

// bracketedBounds reads the two bounds that are all of a bracket.
func (r *reader) bracketedBounds(h hit) {
	before, rest := h.before(), h.rest()
	if n := len(before); n < 2 || before[n-1].low != "(" || tokAt(rest, 0).low != ")" || verbAt(before, 1) >= 0 || h.s.bullet || r.part || !h.m.ordered() {
		return
	}
	for i, kind := range []LimitKind{LimitMin, LimitMax} {
		t := h.m.nums[i]
		r.add(Limit{Kind: kind, Of: OfValue, Number: jsonNumber(t.text), Weak: true, Read: h.s.read, Off: t.off, End: t.end})
	}
}

// titleRange is a range after the title of a field: "Number of pots from 1 to 9". After other words it may be
// a range of time, or a step: "Move it from 1 to 9".
type titleRange struct{}

func (titleRange) apply(r *reader, h hit) {
	if r.titles(h.s.toks, h.at) {
		valueBounds{firstNumber, secondNumber}.apply(r, h)
	}
}

// shortLimit is a bound without a verb that is all of a sentence: "Minimum 1."
type shortLimit struct{}

func (shortLimit) apply(r *reader, h hit) {
	if h.at > 0 || len(h.rest()) > 0 || h.s.bullet {
		return
	}
	if h.s.toks[0].low == "minimum" {
		valueBounds{low: firstNumber}.apply(r, h)
		return
	}
	valueBounds{high: firstNumber}.apply(r, h)
}

// outside is a range that is told by what is not in it: "cannot be less than 1 or greater than 9". It does not
// apply where the words tell what happens to such values: "A value less than 1 or greater than 9 is cut."
type outside struct{ low, high operand }

func (e outside) apply(r *reader, h hit) {
	before := h.before()
	n := len(before)
	if n == 0 || !negated(before[max(0, n-3):]) && before[n-1].low != "neither" && before[n-1].low != "no" {
		return
	}
	s := r.scopeOf(h)
	of, rest := OfValue, h.rest()
	switch {
	case h.m.length != OfUnsaid:
		of = h.m.length
	case lengthSaid(before) != OfUnsaid:
		of = lengthSaid(before)
	}
	from, _ := e.low.of(h.m)
	to, _ := e.high.of(h.m)
	if !restFits(of, rest) || number(from.text) > number(to.text) {
		return
	}
	r.bound(LimitMin, of, from, h.s.read, s, false)
	r.bound(LimitMax, of, to, h.s.read, s, false)
}
