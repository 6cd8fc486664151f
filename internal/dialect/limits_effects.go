package dialect

import "strings"

// effect is what a phrase says about the value. The rows of phrases carry it, so that a new
// wording is a row, and a new kind of limit a type here.
type effect interface {
	// apply adds the limits that the phrase makes, unless the words around it contradict it.
	apply(r *reader, h hit)
}

// hit is a phrase that matched in a sentence.
type hit struct {
	s  sentence
	m  match
	at int // index of the first token of the phrase
}

func (h hit) before() []tok { return h.s.toks[:h.at] }
func (h hit) rest() []tok   { return h.s.toks[h.m.end:] }

// limit is a limit of a kind at the place of the phrase.
func (h hit) limit(kind LimitKind) Limit {
	return Limit{Kind: kind, Read: h.s.read, Off: h.s.toks[h.at].off, End: h.s.toks[h.m.end-1].end}
}

// scope is where a phrase holds: for the field, each of its elements or a part of it, always
// or in some cases only.
type scope struct {
	elems, conditional, part bool
	each                     string // what the elements are called after "each"
}

func (l Limit) in(s scope) Limit {
	l.Each = s.each
	l.Elems, l.Conditional, l.part = s.elems, s.conditional || s.part, s.part
	return l
}

// fillsBrackets reports whether a phrase about a length is all that stands in brackets:
// "Name of the box (1 to 64 characters)".
func (h hit) fillsBrackets() bool {
	rest := h.rest()
	return h.m.length != OfUnsaid && h.at > 0 && h.s.toks[h.at-1].low == "(" && (len(rest) == 0 || rest[0].low == ")")
}

// scopeOf finds out what a phrase is said of. A sentence about another thing, an aside in
// brackets and a tag's part are about a part of the value at most.
func (r *reader) scopeOf(h hit) scope {
	about := r.subjectOf(h.s.toks, h.at)
	own := about != aboutOther && !inBrackets(h.s.toks, h.at) && !r.tagPair(h.before()) && !inCondition(h.before()) && !r.partOfComposed(h)
	if h.fillsBrackets() {
		about, own = aboutField, verbAt(h.before(), 0) <= 0 || r.subjectOf(h.s.toks, h.at-1) == aboutField
	}
	s := scope{elems: about == aboutElems, conditional: conditional(h.s.toks, h.at, h.m.end, false), part: !own}
	if s.elems {
		s.each = eachOf(h.before())
	}
	return s
}

// eachOf gives the last word of what a sentence says "each" of: "value" in "Each tag value can".
func eachOf(before []tok) string {
	verb := verbAt(before, 0)
	if verb < 2 || before[0].low != "each" && before[0].low != "every" {
		return ""
	}
	return before[verb-1].low
}

// inCondition reports whether the clause that follows these words is a condition itself: "The step
// is 1 if it ranges from 0 to 9".
func inCondition(before []tok) bool {
	for i := len(before) - 1; i >= 0; i-- {
		switch t := before[i]; {
		case t.low == "," && t.kind == tokPunct:
			return false
		case t.kind == tokWord && (t.low == "if" || t.low == "when" || t.low == "unless"):
			return true
		}
	}
	return false
}

// saysDefault reports whether the words right before a phrase name a default.
func saysDefault(before []tok) bool {
	return saysOf(before[max(0, len(before)-4):], "default")
}

// valuesListed names values; kind says whether they are all there are.
type valuesListed struct{ kind LimitKind }

func (e valuesListed) apply(r *reader, h hit) {
	if e.kind == LimitValues && saysDefault(h.before()) {
		return // "the default value is a" has its own phrase
	}
	h.s.toks = withoutDepending(h.s.toks, h.m.end)
	s := r.scopeOf(h)
	if s.part && len(h.m.list.items) == 1 || onlyNull(h.m.list) || !(h.m.list.open && !h.m.list.numbers) && !cleanRest(h.rest()) || e.kind == LimitValues && h.m.list.ranged {
		return
	}
	r.listed(h.m.list, e.kind, h.s.read, s)
}

// alsoTaken names values beside the one that the text named before, mostly the default. One or two
// may be special among values that nobody lists.
type alsoTaken struct{}

func (alsoTaken) apply(r *reader, h hit) {
	if len(h.m.list.items) < 3 {
		named{}.apply(r, h)
		return
	}
	valuesListed{LimitValues}.apply(r, h)
}

// withoutDepending ends a sentence after a list where the rest only says what chooses between
// the values: "can be **a** or **b**, depending on the lid".
func withoutDepending(toks []tok, end int) []tok {
	if end+1 < len(toks) && toks[end].low == "," && toks[end+1].low == "depending" {
		return toks[:end]
	}
	return toks
}

// setTo names the values that callers can set, or the one for a case.
type setTo struct{}

func (setTo) apply(r *reader, h hit) {
	if len(h.m.list.items) > 1 {
		valuesListed{LimitEnum}.apply(r, h)
		return
	}
	named{}.apply(r, h)
}

// listAfterColon names values at the end of the sentence that defines the field: "Number of
// bits: **32** or **64**". It does not apply after a verb of another statement.
type listAfterColon struct{}

func (listAfterColon) apply(r *reader, h hit) {
	before := h.before()
	if len(h.m.list.items) < 2 || h.m.list.ranged || len(h.rest()) > 0 || len(before) < 2 || verbAt(before, 1) >= 0 ||
		saysOf(before, "example") || saysOf(before, "format") || h.s.read == ReadLabel || r.part {
		return
	}
	r.listed(h.m.list, LimitValues, h.s.read, scope{conditional: conditional(h.s.toks, h.at, h.m.end, false)})
}

// onlyNull reports a list with no value but null: that is not one of the values.
func onlyNull(l valueList) bool {
	return len(l.items) == 1 && strings.EqualFold(l.items[0].Text, "null")
}

// fixedAt names the one value there is.
type fixedAt struct{}

func (fixedAt) apply(r *reader, h hit) {
	s := r.scopeOf(h)
	s.part = s.part || saysOf(h.before(), "key") // "The key is fixed at **a**" in the text about a list of tags
	if rest := h.rest(); cleanRest(rest) || rest[0].low == "," || caseFollows(rest) {
		s.conditional = s.conditional || caseFollows(rest)
		l := h.limit(LimitConst).in(s)
		l.Values = h.m.list.items
		r.add(l)
	}
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
	oneCase := e.oneCase || caseFollows(h.rest())
	if !defaultRest(h.rest()) && !oneCase {
		return
	}
	l.Conditional = oneCase || l.part || conditional(h.s.toks, h.at, h.m.end, true)
	r.add(l)
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

// exampleOf names values after "for example". It does not apply where they are part of a
// clause: "for example, **b** is set to 1", nor, with marked, to bare words: "resources, such as
// DNS".
type exampleOf struct{ marked bool }

func (e exampleOf) apply(r *reader, h hit) {
	if e.marked && !h.m.list.marked && !h.m.list.numbers {
		return
	}
	if rest := h.rest(); len(rest) > 0 {
		switch rest[0].low {
		case ")", "(", ",":
		default:
			return
		}
	}
	if !h.m.list.ranged {
		l := h.limit(LimitExample)
		l.Values = h.m.list.items
		r.add(l)
	}
}

// mayBeNull says that null is one of the values. A null in some case is a null all the
// same: conditions do not matter.
type mayBeNull struct{}

func (mayBeNull) apply(r *reader, h hit) {
	if r.subjectOf(h.s.toks, h.at) == aboutField || nullSubject(h.s.toks, h.at) {
		r.add(h.limit(LimitNullable))
	}
}

// nullSubject lets "If there is no next page, this parameter is set to null" through.
func nullSubject(toks []tok, i int) bool {
	if i < 2 || !fillers[toks[i-1].low] {
		return false
	}
	switch toks[i-2].low {
	case "this", "the", "if", "when":
		return true
	}
	return false
}

// onlyValues names all the values, or the one that callers can send.
type onlyValues struct{}

func (onlyValues) apply(r *reader, h hit) {
	if l := h.m.list; len(l.items) == 1 && !onlyNull(l) && !l.ranged && l.areValueWords() && cleanRest(h.rest()) {
		lim := h.limit(LimitOnly).in(r.scopeOf(h))
		lim.Values = l.items
		r.add(lim)
		return
	}
	valuesListed{LimitEnum}.apply(r, h)
}

// onlyOne names the one value that is taken now: "Only **a** is supported", "can only be
// **a**". Callers have no choice, but responses may hold others.
type onlyOne struct{}

func (onlyOne) apply(r *reader, h hit) {
	rest := h.rest()
	supported := len(rest) > 1 && (rest[0].low == "is" || rest[0].low == "are") && (rest[1].low == "supported" || rest[1].low == "allowed" || rest[1].low == "available")
	if supported {
		rest = rest[2:]
	}
	if !supported || !cleanRest(rest) || h.m.list.ranged || !h.m.list.areValueWords() || onlyNull(h.m.list) {
		return
	}
	if len(h.m.list.items) > 1 {
		r.listed(h.m.list, LimitValues, h.s.read, r.scopeOf(h))
		return
	}
	l := h.limit(LimitOnly).in(r.scopeOf(h))
	l.Values = h.m.list.items
	r.add(l)
}

// flagged says a property of the field that has no value. With short, long sentences are
// about something else; with last and alone, so are those with words after or around it.
type flagged struct {
	kind               LimitKind
	short, last, alone bool
}

func (e flagged) apply(r *reader, h hit) {
	if e.short && len(h.s.toks) > 6 || e.last && len(h.rest()) > 0 || e.alone && len(h.s.toks) > 1 {
		return
	}
	if e.last && !h.s.bullet && h.at > 0 && verbAt(h.before(), 1) < 0 {
		r.add(h.limit(e.kind)) // "Color of the lid (discarded)"
		return
	}
	if !h.s.bullet && !conditional(h.s.toks, h.at, h.m.end, false) && r.subjectOf(h.s.toks, h.at) == aboutField {
		r.add(h.limit(e.kind))
	}
}

// allDiffer says that the elements of a list differ, or the keys of its elements.
type allDiffer struct{ of Of }

func (e allDiffer) apply(r *reader, h hit) {
	s := r.scopeOf(h)
	s.elems = false
	l := h.limit(LimitUnique).in(s)
	l.Of = e.of
	r.add(l)
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
	if len(rest) > 0 && units[rest[0].low] {
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
	if len(rest) > 0 && units[rest[0].low] {
		rest = rest[1:]
	}
	if len(rest) == 0 || cleanRest(rest) {
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
	for n < len(rest) && n < 2 && nounAt(rest, n, 1) && !conditionWords[rest[n].low] && !notValues[rest[n].low] && rest[n].low != "times" {
		n++
	}
	return n > 0 && (n == len(rest) || rest[n].low == ",")
}

// inBrackets reports whether toks[i] stands in brackets.
func inBrackets(toks []tok, i int) bool {
	depth := 0
	for _, t := range toks[:i] {
		switch t.low {
		case "(":
			depth++
		case ")":
			depth--
		}
	}
	return depth > 0
}

// tagPair reports that a sentence that begins so is about keys or about values of tags in
// a text that limits both: the description of a list of pairs. What it says fits neither
// the list nor its elements.
func (r *reader) tagPair(before []tok) bool {
	key := false
	for _, t := range before {
		if t.low == "key" || t.low == "keys" || t.low == "tag" || t.low == "values" {
			key = true
		}
	}
	if !key {
		return false
	}
	text := r.lowerText()
	return hasStatement(text, "key") &&
		(hasStatement(text, "tag value") || hasStatement(text, "each value") || hasStatement(text, " a value"))
}

// hasStatement reports whether the text makes a statement with the noun for its subject.
func hasStatement(text, noun string) bool {
	for {
		i := strings.Index(text, noun)
		if i < 0 {
			return false
		}
		text = strings.TrimPrefix(text[i+len(noun):], "s")
		word, _, _ := strings.Cut(strings.TrimLeft(text, " "), " ")
		switch word {
		case "can", "cannot", "must", "contains", "contain", "consists", "consist", "has", "have":
			return true
		}
	}
}
