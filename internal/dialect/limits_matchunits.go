package dialect

import "strings"

// halfOpen excludes the bound beside the round bracket of "[1, 64)" and "(0, 1]". Two round brackets say
// nothing, for many writers put them around any range.
func (m *match) halfOpen(toks []tok) {
	if m.n == 2 {
		from, to := tokAt(toks, m.at[0]-1).low, tokAt(toks, m.at[1]+1).low
		m.exclusive[0] = m.exclusive[0] || from == "(" && to == "]"
		m.exclusive[1] = m.exclusive[1] || from == "[" && to == ")"
	}
}

// numeral gives the number that a word stands for: "five" is 5. Other tokens stay as they are.
func numeral(t tok) tok {
	if t.kind == tokWord {
		if n := numerals[t.low]; n != "" {
			t.kind, t.text, t.low = tokNum, n, n
		}
	}
	return t
}

// inclusion passes over "(inclusive)" at toks[i] and says whether it is "(exclusive)".
func inclusion(toks []tok, i int) (next int, exclusive bool) {
	if tokAt(toks, i).low != "(" || tokAt(toks, i+2).low != ")" {
		return i, false
	}
	switch toks[i+1].low {
	case "inclusive", "included":
		return i + 3, false
	case "exclusive", "excluded":
		return i + 3, true
	}
	return i, false
}

// nounAt reports whether n bare words that are not verbs stand at toks[i].
func nounAt(toks []tok, i, n int) bool {
	if i+n > len(toks) {
		return false
	}
	for _, t := range toks[i : i+n] {
		if t.kind != tokWord || verbs[t.low] || looksLikeToken(t) && strings.ToUpper(t.text) != t.text || limitNouns[t.low] {
			return false
		}
	}
	return true
}

// scaledAt reports whether the token at i changes what the number before it says:
// "2 million", "10^6", "5 x 1024".
func scaledAt(toks []tok, i int) bool {
	if i >= len(toks) {
		return false
	}
	switch toks[i].low {
	case "million", "billion", "thousand", "hundred", "dozen", "^", "x", "*", "+":
		return true
	}
	return false
}

// lengthUnit reads a unit of length, with the adjectives that stand before it.
func lengthUnit(toks []tok, i int) (Of, int) {
	n := 0
	for n < 2 && lengthAdjectives[tokAt(toks, i+n).low] {
		n++
	}
	if tokAt(toks, i+n).kind != tokWord {
		return OfUnsaid, 0
	}
	of, ok := lengthUnits[toks[i+n].low]
	if !ok {
		return OfUnsaid, 0
	}
	return of, n + 1
}

// partOfCount reports whether a word for a number does not say how many there are: "one of these", or a part of
// a longer one, "two hundred", "twenty five".
func partOfCount(toks []tok, i int) bool {
	part := func(t tok) bool {
		return t.kind == tokWord && (numerals[t.low] != "" || t.low == "score")
	}
	next := tokAt(toks, i+1)
	return part(tokAt(toks, i-1)) || next.low == "of" || part(next)
}

// itemNoun reads a noun for elements with up to three words before it. It does not apply to a choice, "1 of these".
func itemNoun(toks []tok, i int) int {
	for n := 0; n < 4 && i+n < len(toks); n++ {
		t := toks[i+n]
		if n > 0 && t.low == "ranges" && (i+n+1 == len(toks) || verbs[toks[i+n+1].low]) {
			return n + 1 // "up to 20 port ranges", "20 port ranges can"
		}
		if t.kind != tokWord || verbs[t.low] || beforeNouns[t.low] || kindNouns[t.low] || lengthUnits[t.low] != OfUnsaid || units[t.low] || charNames[t.low] != "" {
			return 0
		}
		if (itemNouns[t.low] || strings.HasSuffix(t.low, "s") && len(t.low) > 3 && !fillers[t.low] && !strings.HasSuffix(t.low, "ss")) && !itemNouns[tokAt(toks, i+n+1).low] {
			return n + 1
		}
	}
	return 0
}

// areWords reports whether a list is one of bare words, none of which is a kind of characters:
// "letters and digits" are not values.
func areWords(toks []tok) bool {
	for _, t := range toks {
		if t.kind == tokValue || charNames[t.low] != "" {
			return false
		}
	}
	return true
}
