package dialect

import (
	"slices"
	"strings"
)

// saysDefault reports whether the words right before a phrase name a default.
func saysDefault(before []tok) bool {
	return saysOf(before[max(0, len(before)-4):], "default")
}

// defaultsTo names the default. It may stand in brackets, and in a case of its own: "is 5 for
// oak", or with oneCase "The default value of oak is 5".
type defaultsTo struct{ oneCase bool }

func (e defaultsTo) apply(r *reader, h hit) {
	l := h.limit(LimitDefault)
	l.part = r.subjectOf(h.s.toks, h.at) != aboutField || r.tagPair(h.before())
	switch m := h.m; {
	case m.n > 0:
		l.Values, l.Unit = []Value{{m.nums[0].text, m.nums[0].off}}, m.units[0]
	case len(m.list.items) == 0 || neverDefault(m.list):
		return
	default:
		l.Values = m.list.items
	}
	if h.beginsList() {
		return
	}
	oneCase := e.oneCase || caseFollows(h.rest())
	if !defaultRest(h.rest()) && !oneCase {
		return
	}
	l.Conditional = oneCase || l.part || conditional(h.s.toks, h.at, h.m.end, true)
	if name := namedNotGiven(h.before()); name != "" {
		l.Named, l.Conditional = name, true
	}
	r.add(l)
}

// namedNotGiven is the name in "If the parameter direction is not specified, the default direction is", or in "If
// **direction** is not specified, the default value is": the default is that of the field only if the name is its own.
func namedNotGiven(before []tok) string {
	if len(before) > 5 && (before[0].low == "if" || before[0].low == "when") && before[1].kind == tokValue && before[2].low == "is" &&
		(before[3].low == "not" && before[5].low == "," || before[3].low == "left" && before[5].low == ",") {
		return before[1].text
	}
	for i := 0; i+5 < len(before); i++ {
		if (before[i].low == "if" || before[i].low == "when") && (before[i+1].low == "the" || before[i+1].low == "a") &&
			(before[i+2].low == "parameter" || before[i+2].low == "field") && before[i+4].low == "is" && before[i+5].low == "not" {
			return before[i+3].text
		}
	}
	return ""
}

// beginsList reports whether the value at the end of a phrase is the first of several: "The default value is
// **a**, **b**, or **c**" names no single one. It does not apply to a clause that begins with a value: "The
// default value is **a**, **b** is rare".
func (h hit) beginsList() bool {
	toks := h.s.toks
	return slices.ContainsFunc([]int{h.m.end - 1, h.m.end - 2}, func(i int) bool { // a unit may follow
		l, end := readValues(toks, i, proseValues)
		return len(l.items) > 1 && !verbs[tokAt(toks, end).low]
	})
}

// defaultBefore is said of the value before the phrase: "**a** is used by default".
type defaultBefore struct{}

func (defaultBefore) apply(r *reader, h hit) {
	if h.at == 0 || !looksLikeToken(h.s.toks[h.at-1]) || !defaultRest(h.rest()) {
		return
	}
	if n := h.at - 1; n > 0 && h.s.toks[n-1].low != "," && h.s.toks[n-1].low != "value" {
		return // "**a** of **b** is used"
	}
	t := h.s.toks[h.at-1]
	r.add(Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: h.s.read, Off: t.off, End: t.end,
		Conditional: conditional(h.s.toks, h.at-1, h.m.end, true)})
}

// usedIfNotGiven is said of the value before the phrase, after the case in which callers give none:
// "If this parameter is not specified, **a** is used." It does not apply to what may be the name of
// another field: "If it is not given, **jar_id** is used".
type usedIfNotGiven struct{}

func (usedIfNotGiven) apply(r *reader, h hit) {
	toks := h.s.toks
	if len(h.rest()) > 0 || toks[0].low != "if" && toks[0].low != "when" || !notGiven(toks) {
		return
	}
	if n := h.at - 1; tokAt(toks, n-1).low != "," && tokAt(toks, n-1).low != "value" || !looksLikeToken(toks[n]) || strings.Contains(toks[n].text, "_") {
		return
	}
	t := toks[h.at-1]
	r.add(Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: h.s.read, Off: t.off, End: t.end})
}

// numberIfNotGiven is the number of what is returned in that case: "If omitted, 10 records are returned."
type numberIfNotGiven struct{}

func (numberIfNotGiven) apply(r *reader, h hit) {
	toks := h.s.toks
	if tokAt(toks, h.at-1).low == "," && len(h.rest()) == 0 && (toks[0].low == "if" || toks[0].low == "when") && notGiven(toks) {
		t := h.m.nums[0]
		r.add(Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: h.s.read, Off: t.off, End: t.end})
	}
}

// valueIfNotGiven is what the field then is: "If omitted, the mode is **single**." It needs marks, and a subject
// that is the field or its noun.
type valueIfNotGiven struct{}

func (valueIfNotGiven) apply(r *reader, h hit) {
	toks := h.s.toks
	if toks[0].low != "if" && toks[0].low != "when" || !notGiven(toks) || !h.m.list.marked || !defaultRest(h.rest()) {
		return
	}
	comma := clauseOf(toks, h.at)
	if comma+1 >= h.at || r.classify(toks[comma+1:h.at]) != aboutField || h.beginsList() || neverDefault(h.m.list) {
		return
	}
	l := h.limit(LimitDefault)
	l.Values = h.m.list.items
	r.add(l)
}

// shortDefault is a default without a verb that ends a sentence: "Default 10", "Size in GB, default 10".
type shortDefault struct{}

func (shortDefault) apply(r *reader, h hit) {
	if n := h.at; len(h.rest()) == 0 && (n == 0 || h.s.toks[n-1].low == ",") && !h.s.bullet {
		defaultsTo{}.apply(r, h)
	}
}

// endingDefault is a default that nothing may follow: "It is red unless specified by the parent" leaves it to something
// else, and "The system default is utf8 and cannot be changed" names no default of callers.
type endingDefault struct{}

func (endingDefault) apply(r *reader, h hit) {
	if len(h.rest()) == 0 {
		defaultsTo{}.apply(r, h)
	}
}

// boolByDefault is a sentence without a verb: "Whether to ring. False by default."
type boolByDefault struct{}

func (boolByDefault) apply(r *reader, h hit) {
	toks := h.s.toks
	if n := h.at; len(h.rest()) > 0 || n > 0 && toks[n-1].low != "," || h.s.bullet || r.opens(toks[0]) && n == 0 {
		return
	}
	t := toks[h.at]
	r.add(Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: h.s.read, Off: t.off, End: t.end,
		Conditional: conditional(toks, h.at, h.m.end, true)})
}

// bracketedDefault is said of the value before the phrase, where its meaning follows: "**a**
// (default): the first; **b**: the second".
type bracketedDefault struct{}

func (bracketedDefault) apply(r *reader, h hit) {
	toks, rest := h.s.toks, h.rest()
	if h.at == 0 || len(rest) > 0 && rest[0].low != ":" || !looksLikeToken(toks[h.at-1]) || !startsMeaning(toks, h.at-1) || h.s.bullet {
		return
	}
	t := toks[h.at-1]
	r.add(Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: h.s.read, Off: t.off, End: t.end,
		Conditional: conditional(toks, h.at-1, h.m.end, true)})
}

// neverDefault reports whether a word after "the default value is" says that there is
// none. In marks "none" can be a value; null is the lack of one in any case.
func neverDefault(l valueList) bool {
	low := strings.ToLower(l.items[0].Text)
	return low == "null" || low == "n/a" || noDefault[low] && !l.marked
}

// caseFollows reports whether what was said holds in the case that the next words name: "5 for
// oak", "1 to 9 when it is a code", "10 in fast mode".
func caseFollows(rest []tok) bool {
	if units[tokAt(rest, 0).low] {
		rest = rest[1:]
	}
	if len(rest) < 2 || rest[0].kind != tokWord {
		return false
	}
	switch rest[0].low {
	case "for":
		return rest[1].low != "example" && rest[1].low != "details" && rest[1].low != "more"
	case "when", "if":
		return !notGiven(rest)
	case "in":
		return inOneCase(rest)
	}
	return false
}

// defaultRest reports whether the words after a default leave it whole: a unit, the
// end, a clause. "The default value is 5 times the size" does not.
func defaultRest(rest []tok) bool {
	if units[tokAt(rest, 0).low] {
		rest = rest[1:]
	}
	if cleanRest(rest) {
		return true
	}
	switch rest[0].low {
	case ",", "if", "by", "indicates", "means", "indicating":
		return true
	}
	return countedRest(rest)
}

// countedRest reports whether what a number counts ends the clause: "50 lines", "1.0 CPU core".
func countedRest(rest []tok) bool {
	n := 0
	for n < 2 && nounAt(rest, n, 1) && !conditionWords[rest[n].low] && !notValues[rest[n].low] {
		n++
	}
	return n > 0 && (n == len(rest) || rest[n].low == ",")
}

// defaultWord is a bare word that is the default if the text lists it among the values: "One of Always, Never.
// Defaults to Always." It does not apply to other words, which may say how the default is chosen.
type defaultWord struct{}

func (defaultWord) apply(r *reader, h hit) {
	toks := h.s.toks
	if last := toks[h.m.end-2].low; last != "is" && last != "to" && last != ":" || !defaultRest(h.rest()) || r.subjectOf(toks, h.at) != aboutField {
		return // two words
	}
	t := toks[h.m.end-1]
	r.words = append(r.words, Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: h.s.read, Off: t.off, End: t.end,
		Conditional: r.inCase || r.aside || conditional(toks, h.at, h.m.end, true)})
}

// defaultWords adds the default that is a bare word, if the values that the text lists have it.
func (r *reader) defaultWords() {
	for _, l := range r.words {
		if r.listedAlready(l.Values) {
			r.add(l)
		}
	}
}
