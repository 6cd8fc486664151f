package dialect

// partOfComposed reports whether a phrase stands after the definition of one of several parts that
// the value is composed of: "**order** indicates the order. The value can be **up** or **down**.
// **page** indicates the page." It does not apply where the names are the values of the phrase:
// "**up** indicates a rise. **down** indicates a fall. The value can be **up** or **down**."
func (r *reader) partOfComposed(h hit) bool {
	off := h.s.toks[h.at].off
	others, before := false, false
	for _, p := range r.partNames() {
		others = others || !hasValue(h.m.list.items, p.name)
		before = before || p.off < off && p.end > off
	}
	return others && before
}

// partName is a name that a text defines: "**order** indicates". end is the end of its line.
type partName struct {
	name     string
	off, end int
}

// partNames are the names that the text defines, none where that is one name only.
func (r *reader) partNames() []partName {
	if r.parts == nil {
		r.parts = []partName{}
		for i := range r.lines {
			toks := r.tokens(i)
			for j, t := range toks {
				if t.kind == tokValue && tokAt(toks, j-1).kind == tokEnd && j+1 < len(toks) && definesPart(toks[j+1]) && isPartName(t.text) {
					r.parts = append(r.parts, partName{t.text, t.off, toks[len(toks)-1].end})
				}
			}
		}
		if len(r.parts) == 1 {
			r.parts = r.parts[:0]
		}
	}
	return r.parts
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
	return len(s) > 1 && !literals[s]
}

// literals are the words of JSON, which are values.
var literals = words("true", "false", "null")
