package dialect

import "slices"

// named collects values that the text tells how to set, each in a sentence of its own:
//
//	Set the value to **oak** if …, set the value to **fir** if …
//	If yes, set it to **1**. If no, set it to **0**.
//	To list all kinds, enter **ALL**.
//
// It does not apply to advice ("You are advised to set the value to **200**"), nor where the
// words forbid the value.
type named struct{}

func (named) apply(r *reader, h hit) {
	if h.isAdvice() {
		return
	}
	about := r.subjectOf(h.s.toks, h.at)
	if before := h.before(); len(before) > 0 && before[len(before)-1].low == "," || inCondition(before) {
		about = aboutField // "To list all kinds, enter", "If this parameter is set to"
	}
	if about != aboutField || inBrackets(h.s.toks, h.at) || h.m.list.ranged || !h.m.list.areValueWords() || onlyNull(h.m.list) {
		return
	}
	for _, v := range h.m.list.items {
		if !hasValue(r.named, v.Text) {
			r.named = append(r.named, v)
		}
	}
}

// isAdvice reports whether the words before a phrase forbid what it says, advise it or give it for an example.
func (h hit) isAdvice() bool {
	before := h.before()
	clause := len(before)
	for clause > 0 && before[clause-1].low != "," {
		clause--
	}
	return slices.ContainsFunc(before, func(t tok) bool { return adviceWords[t.low] }) ||
		slices.ContainsFunc(before[clause:], func(t tok) bool { return forbids[t.low] }) // not "If you do not want one, enter"
}

var (
	adviceWords = words("advised", "recommended", "example", "even")
	forbids     = words("not", "cannot", "can't", "never")
)

// specialMeaning is a number that the text explains: "It ranges from 1 to 9. **0** means that there is no limit." It
// begins the clause, so that it is the value, and widens a range only.
type specialMeaning struct{}

func (specialMeaning) apply(r *reader, h hit) {
	before := h.before()
	for len(before) > 0 && (fillers[before[len(before)-1].low] && before[len(before)-1].low != ",") {
		before = before[:len(before)-1]
	}
	if len(before) > 0 && before[len(before)-1].low != "," || h.s.bullet || r.part || r.opens(h.s.toks[h.at]) || conditional(h.before(), h.at, h.at, true) {
		return
	}
	n := len(r.special)
	if r.special = h.special(r.special); len(r.special) > n && leadsElsewhere(h.before()) {
		r.special[n].doubtful = true
	}
}

// special adds the number of a phrase to those that the text explains. It does not apply to a number that the rest of
// the sentence forbids, or to all from one on ("If the value is 101 or larger, the request is rejected"); one that
// means an error is doubtful, for a response may hold it.
func (h hit) special(to []specialValue) []specialValue {
	t, rest := h.m.nums[0], h.rest()
	means := meaningVerbs[h.s.toks[h.m.end-1].low] || h.s.toks[h.m.end-1].low == "represents"
	own := rest
	if comma := slices.IndexFunc(rest, func(t tok) bool { return t.low == "," }); means && comma != -1 {
		own = rest[:comma]
	}
	wrong := saysWrong(own)
	if wrong && !means || tokAt(rest, 0).low == "or" && boundWords[tokAt(rest, 1).low] {
		return to
	}
	return append(to, specialValue{Value{Text: t.text, Off: t.off}, wrong})
}

// leadsElsewhere reports whether the words before a number may lead to another meaning of it than that of the value:
// "On the console,". A single word does not, nor do fillers, nor the clause with the range.
func leadsElsewhere(before []tok) bool {
	return len(before) > 2 && !allFillers(before) && !slices.ContainsFunc(before, tok.isNum) && !notGiven(before) && !saysOf(before, "default")
}

// specialValue is a number beside a range. A doubtful one is perhaps no value.
type specialValue struct {
	Value
	doubtful bool
}

// saysWrong reports whether words tell that something is refused or fails.
func saysWrong(toks []tok) bool {
	for i, t := range toks {
		if wrongWords[t.low] || tokAt(toks, i-1).low == "not" && refusedWords[t.low] {
			return true
		}
	}
	return false
}

var (
	wrongWords   = words("error", "errors", "fail", "failed", "fails", "failure", "illegal", "incorrect", "invalid", "refused", "rejected", "unsupported")
	refusedWords = words("accepted", "allowed", "permitted", "valid")
)

// specialNumber is a number that the text tells of without a word for the field: "If it is set to 0". It
// may be another field that is set, so it only widens a range. With unnamed, it does not apply after a name: "If this
// parameter is left blank or set to 0", not "If **lid** is left blank or set to 0".
type specialNumber struct{ unnamed bool }

func (e specialNumber) apply(r *reader, h hit) {
	if e.unnamed && slices.ContainsFunc(h.before(), func(t tok) bool { return t.kind == tokValue }) {
		return
	}
	if inCondition(h.before()) && !inBrackets(h.s.toks, h.at) {
		r.special = h.special(r.special)
	}
}

// namedValues makes values of what named collected: the lists of the text get those that they
// lack; without a list two of them or more are one, unless the text is about free values too.
func (r *reader) namedValues() {
	for _, v := range r.named {
		r.admit(specialValue{Value: v})
	}
	for _, v := range r.special {
		r.admit(v)
	}
	if len(r.named) == 0 || r.extendLists(r.named) || len(r.named) == 1 || r.freeForm() {
		return
	}
	first, last := r.named[0], r.named[len(r.named)-1]
	r.add(Limit{Kind: LimitValues, Values: r.named, Read: ReadProse, Off: first.Off, End: last.Off + len(last.Text)})
}

// extendLists adds values to the lists of values of the text, and reports whether there are any.
func (r *reader) extendLists(values []Value) bool {
	found := false
	for i := range r.limits {
		l := &r.limits[i]
		if l.Conditional || l.Kind != LimitEnum && l.Kind != LimitValues && l.Kind != LimitConst && l.Kind != LimitOnly {
			continue
		}
		found = true
		for _, v := range values {
			if !hasValue(l.Values, v.Text) && (l.Kind == LimitEnum || l.Kind == LimitValues) {
				l.Values = append(l.Values[:len(l.Values):len(l.Values)], v)
			}
		}
	}
	return found
}

// admit takes a special number into the range of the text: "The value ranges from 1 to 9. If it is
// set to **0**, all are listed." What labels print stays beside it, for the page disagrees with
// itself there. Beside a doubtful number there is no bound.
func (r *reader) admit(v specialValue) {
	n := jsonNumber(v.Text)
	if n == "" {
		return
	}
	for _, kind := range []LimitKind{LimitMin, LimitMax} {
		wide := Limit{Kind: kind, Of: OfValue, Number: n, Read: ReadProse, Off: v.Off, End: v.Off + len(v.Text)}
		outside := false
		for i := range r.limits {
			l := &r.limits[i]
			if l.Kind != kind || l.Conditional || l.Elems || l.Of != OfValue && l.Of != OfUnsaid || !looser(wide, *l) {
				continue
			}
			outside = true
			l.Conditional = l.Read == ReadProse
		}
		if outside && !v.doubtful {
			r.limits = append(r.limits, wide)
		}
	}
}
