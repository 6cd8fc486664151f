package dialect

import "slices"

// advises reports a sentence that says what most values are, or what the writer would choose: "Generally, the value is
// 1 to 5", "It is recommended that the value be between 1 and 5." Callers may send others.
func advises(toks []tok) bool {
	return hasAdvice(toks) && !slices.ContainsFunc(toks, func(t tok) bool { return binds[t.low] })
}

// hasAdvice reports whether a sentence has words of advice.
func hasAdvice(toks []tok) bool {
	if len(toks) < 3 {
		return false
	}
	if hedges[toks[0].low] && (toks[1].low == "," || toks[0].low != "normally") {
		return true
	}
	for _, t := range toks {
		if t.low == "preferably" {
			return true
		}
	}
	return (toks[1].low == "is" || toks[1].low == "was") && advised[toks[2].low]
}

// binds are words of what holds for all, though the sentence begins with advice: "It is recommended to enter a name,
// which must contain 1 to 64 characters."
var binds = words("must", "cannot", "refused", "rejected")

// advised follow "it is", "oak is" and "it was".
var advised = words("recommended", "advised", "suggested")

// hedges begin sentences about what is so in most cases.
var hedges = words("generally", "typically", "usually", "normally", "commonly", "ideally")
