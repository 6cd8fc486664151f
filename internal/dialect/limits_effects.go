package dialect

import "strings"

// effect is what a phrase says about the value. The rows of phrases carry it, so that a new
// wording is a row, and a new kind of limit a type here.
type effect interface {
	// apply adds the limits that the phrase makes, unless the words around it speak against it.
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

// scope is where a phrase holds: for the field or each of its elements, always or in some
// cases only.
type scope struct {
	elems, conditional bool
}

func (l Limit) in(s scope) Limit {
	l.Elems, l.Conditional = s.elems, s.conditional
	return l
}

// scopeOf finds out what a phrase is said of. It is false for a sentence about another
// field or about one case of this one, for an aside in brackets, and for a tag's part.
func (r *reader) scopeOf(h hit) (scope, bool) {
	about := subjectOf(h.s.toks, h.at)
	ok := about != aboutOther && !inBrackets(h.s.toks, h.at) &&
		!conditional(h.s.toks, h.at, h.m.end, false) && !r.tagPair(h.before())
	return scope{elems: about == aboutElems}, ok
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
	s, ok := r.scopeOf(h)
	if !ok || onlyNull(h.m.list) || !cleanRest(h.rest()) || e.kind == LimitValues && h.m.list.ranged {
		return
	}
	r.listed(h.m.list, e.kind, h.s.read, s.elems)
}

// onlyNull reports a list with no value but null: that is not one of the values.
func onlyNull(l valueList) bool {
	return len(l.items) == 1 && strings.EqualFold(l.items[0].Text, "null")
}

// valueExplained names values and goes on with what they mean.
type valueExplained struct{}

func (valueExplained) apply(r *reader, h hit) {
	own := h.at == 0
	if !own {
		before := h.s.toks[h.at-1].low
		own = clauseBreak[before] || before == "the" || before == "while"
	}
	about := aboutField
	if !own {
		about = subjectOf(h.s.toks, h.at)
	}
	if about == aboutOther || inBrackets(h.s.toks, h.at) || conditional(h.s.toks, h.at, h.m.end, false) ||
		r.tagPair(h.before()) || onlyNull(h.m.list) || h.m.list.ranged {
		return
	}
	r.listed(h.m.list, LimitValues, h.s.read, about == aboutElems)
}

// fixedAt names the one value there is.
type fixedAt struct{}

func (fixedAt) apply(r *reader, h hit) {
	s, ok := r.scopeOf(h)
	if !ok || saysOf(h.before(), "key") {
		return // "The key is fixed at **a**" in the text about a list of tags
	}
	if rest := h.rest(); cleanRest(rest) || rest[0].low == "," {
		l := h.limit(LimitConst).in(s)
		l.Values = h.m.list.items
		r.add(l)
	}
}

// defaultsTo names the default. It may stand in brackets, and in a case of its own.
type defaultsTo struct{}

func (defaultsTo) apply(r *reader, h hit) {
	if subjectOf(h.s.toks, h.at) != aboutField || r.tagPair(h.before()) {
		return
	}
	if len(h.m.list.items) == 0 || neverDefault(h.m.list) || !defaultRest(h.rest()) {
		return
	}
	l := h.limit(LimitDefault)
	l.Values, l.Conditional = h.m.list.items, conditional(h.s.toks, h.at, h.m.end, true)
	r.add(l)
}

// exampleOf names values after "for example". It does not apply where they are part of a
// clause: "for example, **b** is set to 1".
type exampleOf struct{}

func (exampleOf) apply(r *reader, h hit) {
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
	if subjectOf(h.s.toks, h.at) == aboutField || nullSubject(h.s.toks, h.at) {
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

// flagged says a property of the field that has no value. With short, long sentences are
// about something else.
type flagged struct {
	kind  LimitKind
	short bool
}

func (e flagged) apply(r *reader, h hit) {
	if e.short && len(h.s.toks) > 6 {
		return
	}
	if !h.s.bullet && !conditional(h.s.toks, h.at, h.m.end, false) && subjectOf(h.s.toks, h.at) == aboutField {
		r.add(h.limit(e.kind))
	}
}

// allDiffer says that the elements of a list differ, or the keys of its elements.
type allDiffer struct{ of Of }

func (e allDiffer) apply(r *reader, h hit) {
	if s, ok := r.scopeOf(h); ok {
		l := h.limit(LimitUnique).in(scope{conditional: s.conditional})
		l.Of = e.of
		r.add(l)
	}
}

// neverDefault reports whether a word after "the default value is" says that there is
// none. In marks "none" can be a value; null is the lack of one in any case.
func neverDefault(l valueList) bool {
	low := strings.ToLower(l.items[0].Text)
	return low == "null" || low == "n/a" || noDefault[low] && !l.marked
}

// defaultRest reports whether the words after a default leave it whole: a unit, the
// end, a clause. "The default value is 5 times the size" does not.
func defaultRest(rest []tok) bool {
	if len(rest) > 0 && units[rest[0].low] {
		rest = rest[1:]
	}
	return len(rest) == 0 || cleanRest(rest) || rest[0].low == "," || rest[0].low == "if" || rest[0].low == "by"
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
