package dialect

import "strconv"

// comparison is a bound in words of comparison: "greater than or equal to 1", "cannot be
// less than 1". It does not apply where the words tell what happens to such values ("a value
// greater than 500 is cut"). "Less than 5" is read as at most 5, for writers mean both.
// With strict, "strictly less than 5" excludes 5.
type comparison struct {
	over      bool
	inclusive bool
	strict    bool
}

func (e comparison) apply(r *reader, h hit) {
	before := h.before()
	negated, ok := comparedWith(before)
	s := r.scopeOf(h)
	s.part = s.part || !ok
	of, rest := OfValue, h.rest()
	word := h.s.toks[h.at].low
	over := e.over || word == "longer"
	switch {
	case h.m.length != OfUnsaid:
		of = h.m.length
	case lengthSaid(before) != OfUnsaid:
		of = lengthSaid(before)
	case word == "longer" || word == "shorter":
		of = OfUnsaid // texts and times are long
	}
	if !restFits(of, rest) {
		return
	}
	kind := LimitMax
	if over != negated {
		kind = LimitMin
	}
	t := h.m.nums[0]
	l := Limit{Kind: kind, Of: of, Number: jsonNumber(t.text), Read: h.s.read, Off: h.s.toks[h.at].off, End: h.s.toks[h.m.end-1].end}
	l.Exclusive = kind == LimitMin && e.inclusive == negated || e.strict && !negated
	if factor, ok := byteUnits[h.m.units[0]]; ok && of == OfValue {
		n, err := strconv.Atoi(l.Number)
		if err != nil || n >= 1<<30 {
			return
		}
		l.Of, l.Number = OfBytes, strconv.Itoa(n*factor)
	}
	r.add(l.in(s))
}

// restFits reports whether words after a bound leave it as it is.
func restFits(of Of, rest []tok) bool {
	if of == OfValue || of == OfUnsaid {
		return cleanRest(rest)
	}
	return lengthRest(rest)
}

// comparedWith reports whether a comparison after these words limits the value, and whether
// they negate it.
func comparedWith(before []tok) (negated, ok bool) {
	n := len(before)
	if n == 0 {
		return false, true
	}
	switch before[n-1].low {
	case "no", "not":
		return true, true
	case "or", "nor":
		return true, orEmpty(before[:n-1])
	case ",":
		return false, isSecondBound(before) || verbAt(before, 0) < 0
	case "and", "but":
		return false, isSecondBound(before)
	case "be", "is", "integer", "number", "are":
		for _, t := range before[max(0, n-3):] {
			negated = negated || t.low == "not" || t.low == "cannot" || t.low == "can't"
		}
		return negated, true
	}
	return false, false
}

// valueAtLeast is a lower bound that words say: "a positive integer".
type valueAtLeast struct{ number string }

func (e valueAtLeast) apply(r *reader, h hit) {
	if cleanRest(h.rest()) {
		l := h.limit(LimitMin).in(r.scopeOf(h))
		l.Of, l.Number, l.implied = OfValue, e.number, true
		r.add(l)
	}
}

// specialOrAbove is a special value below a free range: "-1 or greater than 0".
type specialOrAbove struct{}

func (specialOrAbove) apply(r *reader, h hit) {
	if h.m.ordered() && cleanRest(h.rest()) {
		s := r.scopeOf(h)
		r.bound(LimitMin, OfValue, h.m.nums[0], h.s.read, s, false)
	}
}

// shortBound is a bound with a shortened word: "min. 5". It does not apply after a number, where the word is
// its unit: "5 min 30 s".
type shortBound valueBounds

func (e shortBound) apply(r *reader, h hit) {
	if n := len(h.before()); !tokAt(h.before(), n-1).isNum() {
		valueBounds(e).apply(r, h)
	}
}
