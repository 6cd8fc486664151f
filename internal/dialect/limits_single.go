package dialect

import "slices"

// singleTaken gives the numbers that the text says the value can be set to, one in a sentence: "It ranges from 1 to 9. This
// parameter can be set to **0** for a shelf." It does not apply to what another field can be set to, "**lid** can be set
// to 0", nor to a list or a plain "can be", which contradict the range: "can be 1 or 2".
func (r *reader) singleTaken() []float64 {
	var out []float64
	for i := range r.lines {
		toks := r.tokens(i)
		for j := 1; j+1 < len(toks); j++ {
			if (toks[j].low != "can" && toks[j].low != "may") || !saysThis(toks, j) {
				continue
			}
			at, beside := j+1, false
			if toks[at].low == "also" {
				at, beside = at+1, true
			}
			if tokAt(toks, at).low != "be" {
				continue
			}
			if at++; tokAt(toks, at).low == "set" && tokAt(toks, at+1).low == "to" {
				at, beside = at+2, true
			}
			if n := tokAt(toks, at); beside && n.isNum() && jsonNumber(n.text) != "" && !units[tokAt(toks, at+1).low] && !isSeparator(tokAt(toks, at+1)) {
				out = append(out, number(n.text))
			}
		}
	}
	return out
}

// fieldItself name the field itself.
var fieldItself = words("attribute", "field", "parameter", "value")

// saysThis reports whether the words before toks[i] name the field itself and nothing else in their sentence.
func saysThis(toks []tok, i int) bool {
	if toks[i-1].low == "it" {
		return true
	}
	return (tokAt(toks, i-2).low == "this" || tokAt(toks, i-2).low == "the") && fieldItself[toks[i-1].low]
}

// refuses reports whether a bound leaves out one of some numbers.
func refuses(l Limit, numbers []float64) bool {
	return slices.ContainsFunc(numbers, func(n float64) bool {
		return l.Kind == LimitMin && n < number(l.Number) || l.Kind == LimitMax && n > number(l.Number)
	})
}
