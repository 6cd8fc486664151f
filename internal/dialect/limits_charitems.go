package dialect

import "slices"

// charItems reads a list whose items name the characters of the value, from line i on, and reports
// whether it is one:
//
//	The value can contain:
//	• Letters
//	• Digits
//	• Special characters: _.@
//
// It does not apply after words that ask for some of them ("at least two of the following") or
// forbid them.
func (r *reader) charItems(intro []tok, i int) bool {
	if !slices.ContainsFunc(intro, func(t tok) bool { return containVerbs[t.low] }) || negated(intro) || asksForSome(intro) {
		return false
	}
	var all namedChars
	end := i
	for ; end < len(r.lines) && r.item(end); end++ {
		toks := withoutEnd(r.tokens(end))
		set, stop, ok := r.readCharset(toks, afterSpecial(toks))
		if !ok && verbAt(toks, 0) >= 0 {
			break // a list around this one goes on: "It must be unique"
		}
		if !ok || stop < len(toks) {
			return false
		}
		all.add(set.charset)
	}
	if end-i < 2 || !all.letters() {
		return false
	}
	for j := i; j < end; j++ {
		r.lines[j].used = true
	}
	first, last := r.lines[i], r.lines[end-1]
	r.add(Limit{
		Kind: LimitPattern, Pattern: "^[" + all.class() + "]*$", Read: ReadProse, Weak: !saysOf(intro, "only"),
		Off: first.off, End: last.off + len(last.text), Conditional: r.freer() || r.subjectOf(intro, len(intro)) == aboutOther,
	})
	return true
}

// asksForSome reports words that ask for some of the characters of the list and leave open which
// others there may be.
func asksForSome(intro []tok) bool {
	return saysOf(intro, "least") || saysOf(intro, "any") || saysOf(intro, "both") || saysOf(intro, "must") && !saysOf(intro, "only")
}

// afterSpecial gives the index after "Special characters:" where names of characters follow.
func afterSpecial(toks []tok) int {
	if len(toks) < 4 || toks[0].low != "special" || toks[1].low != "characters" || toks[2].low != ":" || charNames[toks[3].low] == "" {
		return 0
	}
	return 3
}
