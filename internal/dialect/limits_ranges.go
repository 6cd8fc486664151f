package dialect

// isSecondBound reports whether these words end after a first bound and "and": "greater than 5 and".
func isSecondBound(before []tok) bool {
	n := len(before) - 1
	for tokAt(before, n-1).low == "," || units[tokAt(before, n-1).low] {
		n--
	}
	if !tokAt(before, n-1).isNum() {
		return false
	}
	compared := false
	for _, t := range before[max(0, n-7) : n-1] {
		switch t.low {
		case "not", "cannot", "can't", "no":
			return false // "must not be less than 5 and greater than 9"
		case "than", "least", ">", "<":
			compared = true
		}
	}
	return compared
}

// symbols is a bound in signs: ">= 1", "< 5". It does not apply after words that name another thing.
type symbols struct{ over, inclusive bool }

func (e symbols) apply(r *reader, h hit) {
	before := h.before()
	if n := len(before); n > 0 && before[n-1].low != "and" && before[n-1].low != "(" && before[n-1].low != "," && verbAt(before, n-1) < 0 {
		return
	}
	if rest := h.rest(); !cleanRest(rest) {
		return
	}
	kind := LimitMax
	if e.over {
		kind = LimitMin
	}
	l := h.limit(kind)
	l.Of, l.Number, l.Exclusive, l.Weak = OfValue, jsonNumber(h.m.nums[0].text), e.over && !e.inclusive, true
	r.add(l.in(scope{conditional: conditional(h.s.toks, h.at, h.m.end, false)}))
}

// strictlyAbove is a range in signs whose lower number is not in it: "0 < size <= 64".
type strictlyAbove struct{}

func (strictlyAbove) apply(r *reader, h hit) {
	if !h.m.ordered() || !cleanRest(h.rest()) || h.at > 0 && verbAt(h.before(), 0) < 0 {
		return
	}
	s := r.scopeOf(h)
	for i, kind := range []LimitKind{LimitMin, LimitMax} {
		l := h.limit(kind)
		l.Of, l.Number, l.Exclusive, l.Weak = OfValue, jsonNumber(h.m.nums[i].text), kind == LimitMin, true
		r.add(l.in(s))
	}
}

// bareRange is a range that stands in the sentence which defines the field, in brackets or after a
// comma: "Port number (1 to 65,535)", "Share of the memory, 0-100". It does not apply to what the
// sentence says with a verb, nor to an example.
type bareRange struct{}

func (bareRange) apply(r *reader, h hit) {
	before, rest := h.before(), h.rest()
	n := len(before)
	if n < 2 || !r.opens(before[0]) || h.s.bullet || !h.m.ordered() || lostPower(h.m) || verbAt(before, 1) >= 0 || h.m.units[0] != "" && h.m.units[0] != h.m.units[1] {
		return
	}
	for _, t := range before {
		if t.isNum() || t.kind == tokValue || t.low == "default" || t.low == "example" || t.low == "e.g" || t.low == "such" || t.low == "format" || t.low == ":" {
			return
		}
	}
	switch before[n-1].low {
	case "(":
		if tokAt(rest, 0).low != ")" || len(rest) > 1 && !startsWith(rest[1:], ",", "default") {
			return
		}
	case ",":
		if len(rest) > 0 && closing(rest, 0) != len(rest) {
			return
		}
	default:
		return
	}
	for i, kind := range []LimitKind{LimitMin, LimitMax} {
		t := h.m.nums[i]
		r.add(Limit{Kind: kind, Of: OfValue, Number: jsonNumber(t.text), Weak: true, Read: ReadProse, Off: t.off, End: t.end})
	}
}
