package dialect

// furtherValues are the values of a list item beside its first one:
//
//	**a** and **b**: meaning of both
//	**0**: the first - **1**: the second, whose item lost its line
//
// It does not apply to a sentence: "**a** and **b** cannot both be set."
func furtherValues(toks []tok) []Value {
	if len(toks) < 2 {
		return nil
	}
	if l, end := readValues(toks, 0, proseValues); len(l.items) > 1 && l.marked && !l.open && !l.ranged &&
		(end == len(toks) || toks[end].low == ":" || toks[end].low == "(" || toks[end].kind == tokEnd && end+1 == len(toks)) {
		return l.items[1:]
	}
	if toks[1].low != ":" {
		return nil
	}
	var more []Value
	for i := 2; i+2 < len(toks); i++ {
		if t := toks[i+1]; toks[i].low == "-" && toks[i+2].low == ":" && looksLikeToken(t) && t.isNum() == toks[0].isNum() {
			more = append(more, Value{Text: t.text, Off: t.off})
		}
	}
	return more
}

// rulesCase reports an item without marks that says how the value begins or ends in one case: "OBS: The path
// must start with **obs://**." It does not apply to a marked item, which may say so of another field:
// "**https**: The address starts with **https://**."
func rulesCase(toks []tok) bool {
	if len(toks) < 3 || toks[0].kind != tokWord || toks[1].low != ":" {
		return false
	}
	for i := 2; i+1 < len(toks) && toks[i].kind != tokEnd; i++ {
		if toks[i+1].low != "with" {
			continue
		}
		switch toks[i].low {
		case "starts", "ends", "begins":
			return true
		case "start", "end", "begin":
			return toks[i-1].low == "must" || toks[i-1].low == "should"
		}
	}
	return false
}

// asksToSet gives the number of items of a list from line i on if each asks for what the caller has chosen, so
// that the items are cases and no values: "**jar**: Set the name of the jar." It is 0 for a single item.
func (r *reader) asksToSet(i int) int {
	n := 0
	for ; i+n < len(r.lines) && r.item(i+n); n++ {
		toks := r.tokens(i + n)
		if len(toks) < 4 || toks[1].low != ":" || toks[2].low != "set" || toks[3].low != "the" {
			return 0
		}
	}
	if n < 2 {
		return 0
	}
	return n
}
