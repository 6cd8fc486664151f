package dialect

// cases joins the ranges that a text gives case by case: "For TCP, the value ranges from 10
// to 40. For HTTP, it ranges from 1 to 40." No case allows what is below the lowest and
// above the highest of them. It does not apply where one case lacks a bound, or where the
// text limits the value in all cases.
func (r *reader) cases() {
	for _, of := range []Of{OfValue, OfLength} {
		low, lows := r.extreme(LimitMin, of)
		high, highs := r.extreme(LimitMax, of)
		if lows < 2 || lows != highs {
			continue
		}
		low.Conditional, high.Conditional = false, false
		r.limits = append(r.limits, low, high)
	}
}

// extreme finds the loosest bound of a kind that holds in one case, and counts the cases.
// The count is 0 where a bound holds in all cases or for a part of the value.
func (r *reader) extreme(kind LimitKind, of Of) (loosest Limit, n int) {
	for _, l := range r.limits {
		if l.Kind != kind || l.Of != of {
			continue
		}
		if l.part {
			continue
		}
		if !l.Conditional || l.Elems {
			return Limit{}, 0
		}
		a, b := number(l.Number), number(loosest.Number)
		if n == 0 || kind == LimitMin && a < b || kind == LimitMax && a > b {
			loosest = l
		}
		n++
	}
	return loosest, n
}
