package dialect

import (
	"slices"
	"strings"
)

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
	if tokAt(toks, end).low == "," && tokAt(toks, end+1).low == "depending" {
		return toks[:end]
	}
	return toks
}

// properWords names the values where they are words that begin with a capital: "The node type can be Core or
// Task." It does not apply to words in small letters, which may describe: "can be old or new".
type properWords struct{}

func (properWords) apply(r *reader, h hit) {
	for _, v := range h.m.list.items {
		if c := v.Text[0]; c < 'A' || c > 'Z' || languages[strings.ToLower(v.Text)] {
			return
		}
	}
	valuesListed{LimitValues}.apply(r, h)
}

// setTo names the values that callers can set, or the one for a case. It does not apply to advice, nor to
// values that are forbidden: "Do not set it to **a** or **b**."
type setTo struct{}

func (setTo) apply(r *reader, h hit) {
	if len(h.m.list.items) > 1 && !h.isAdvice() {
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
	if len(h.m.list.items) < 2 || h.m.list.ranged || len(h.rest()) > 0 || len(before) < 2 && !(len(before) == 1 && (introNouns[before[0].low] || before[0].low == "supported")) || verbAt(before, 1) != -1 ||
		saysOf(before, "example") || saysOf(before, "format") || r.part || notOfAll(before) {
		return
	}
	r.listed(h.m.list, LimitValues, h.s.read, scope{conditional: conditional(h.s.toks, h.at, h.m.end, false)})
}

// notOfAll reports whether words before a list say that it has some values only, or those that are not taken: "Typical
// values", "Invalid values".
func notOfAll(before []tok) bool {
	return slices.ContainsFunc(before, func(t tok) bool { return someWords[t.low] })
}

var someWords = words("typical", "common", "recommended", "suggested", "preferred", "usual", "frequently", "well-known", "other", "more", "further", "additional",
	"invalid", "illegal", "reserved", "unsupported", "unavailable", "excluded", "excluding", "forbidden", "prohibited", "disallowed", "unacceptable",
	"deprecated", "discarded", "legacy", "obsolete", "former", "special", "default", "defaults", "except", "not", "cannot")

// chosen names the values that a sentence asks the reader to choose from: "Select **a** or **b**."
// It does not apply inside of a sentence, whose first words may name something else.
type chosen struct{}

func (chosen) apply(r *reader, h hit) {
	if h.at == 0 && len(h.m.list.items) > 1 {
		valuesListed{LimitValues}.apply(r, h)
	}
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
	if rest := h.rest(); (cleanRest(rest) || rest[0].low == "," || caseFollows(rest)) && !h.beginsList() {
		s.conditional = s.conditional || caseFollows(rest)
		l := h.limit(LimitConst).in(s)
		l.Values = h.m.list.items
		r.add(l)
	}
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

// mustBe names all the values, or the one that callers must send. That does not apply to a bare word,
// which may say how the value is written: "must be UTF-8".
type mustBe struct{}

func (mustBe) apply(r *reader, h hit) {
	if h.m.list.marked && !r.scopeOf(h).part {
		onlyValues{}.apply(r, h)
		return
	}
	valuesListed{LimitEnum}.apply(r, h)
}

// onlyOne names the one value that is taken now: "Only **a** is supported", "can only be
// **a**". Callers have no choice, but responses may hold others.
type onlyOne struct{}

func (onlyOne) apply(r *reader, h hit) {
	rest := h.rest()
	supported := (tokAt(rest, 0).low == "is" || tokAt(rest, 0).low == "are") && allowedWords[tokAt(rest, 1).low]
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

// allowedWords say of values that they may be sent.
var allowedWords = words("supported", "allowed", "available", "accepted", "permitted")

var languages = words("chinese", "english", "french", "german", "japanese", "portuguese", "russian", "spanish")
