package dialect

// partOfComposed reports whether a phrase stands after the definition of one of several parts that
// the value is composed of: "**order** indicates the order. The value can be **up** or **down**.
// **page** indicates the page." It does not apply where the names are the values of the phrase:
// "**up** indicates a rise. **down** indicates a fall. The value can be **up** or **down**."
func (r *reader) partOfComposed(h hit) bool {
	off := h.s.toks[h.at].off
	names, others, before := 0, false, false
	for i := range r.lines {
		toks := r.tokens(i)
		for j, t := range toks {
			if t.kind != tokValue || j > 0 && toks[j-1].kind != tokEnd || j+1 >= len(toks) || !definesPart(toks[j+1]) || !isPartName(t.text) {
				continue
			}
			names++
			others = others || !hasValue(h.m.list.items, t.text)
			before = before || t.off < off && toks[len(toks)-1].end > off
		}
	}
	return names > 1 && others && before
}

func definesPart(t tok) bool {
	return t.kind == tokWord && (t.low == "indicates" || t.low == "specifies")
}

// isPartName reports whether a word is the name of a member rather than a value: small letters and
// underscores.
func isPartName(s string) bool {
	for i := range len(s) {
		if (s[i] < 'a' || s[i] > 'z') && s[i] != '_' {
			return false
		}
	}
	return len(s) > 1 && s != "true" && s != "false" && s != "null"
}
