package dialect

import (
	"slices"
	"strings"
)

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

func (h hit) rest() []tok { return h.s.toks[h.m.end:] }

// limit is a limit of a kind at the place of the phrase.
func (h hit) limit(kind LimitKind) Limit {
	return Limit{Kind: kind, Read: h.s.read, Off: h.s.toks[h.at].off, End: h.s.toks[h.m.end-1].end}
}

// scope is where a phrase holds: for the field, each of its elements or a part of it, always
// or in some cases only.
type scope struct {
	elems, conditional, part bool
	each                     string // what the elements are called after "each"
	named                    string // the name that the sentence is about
}

func (l Limit) in(s scope) Limit {
	l.Each, l.Named = s.each, s.named
	l.Elems, l.Conditional, l.part = s.elems, s.conditional || s.part, s.part
	return l
}

// fillsBrackets reports whether a phrase about a length is all that stands in brackets:
// "Name of the box (1 to 64 characters)".
func (h hit) fillsBrackets() bool {
	rest := h.rest()
	return h.m.length != OfUnsaid && tokAt(h.s.toks, h.at-1).low == "(" && (len(rest) == 0 || rest[0].low == ")")
}

// scopeOf finds out what a phrase is said of. A sentence about another thing, an aside in
// brackets and a tag's part are about a part of the value at most.
func (r *reader) scopeOf(h hit) scope {
	about := r.subjectOf(h.s.toks, h.at)
	own := about != aboutOther && !inBrackets(h.s.toks, h.at) && !r.tagPair(h.before()) && !inCondition(h.before()) && !r.partOfComposed(h)
	if h.fillsBrackets() {
		about, own = aboutField, verbAt(h.before(), 0) <= 0 || r.subjectOf(h.s.toks, h.at-1) == aboutField
	}
	s := scope{elems: about == aboutElems || own && ofEachBefore(h.before()), conditional: conditional(h.s.toks, h.at, h.m.end, false), part: !own}
	if s.elems {
		s.each = eachOf(h.before())
	}
	if !own && !s.conditional && !s.elems {
		s.named = nameOf(h.before())
	}
	return s
}

// ofEachBefore reports whether a clause about each of the things counted before ends here: "up to 5 lids with each of",
// "a list of lids, each with". It does not apply where the sentence begins so, whose subject it is.
func ofEachBefore(before []tok) bool {
	n := len(before)
	for i := n - 1; i > max(0, n-maxNegated-1); i-- {
		if before[i].low == "each" || before[i].low == "every" {
			joint := before[i-1].low
			return joint == "with" || joint == "," || joint == "and"
		}
		if clauseBreak[before[i].low] {
			return false
		}
	}
	return false
}

// nameOf gives the name that a sentence is about where its subject is nothing but a name: "**b**", "The value of
// **b**" and "The value of b" before "can contain", not "The b value". Whether it is the field's own is for those to say
// who know how the field is called.
func nameOf(before []tok) string {
	verb := verbAt(before, 0)
	if verb < 0 {
		verb = len(before)
	}
	name := ""
	for i, t := range before[:verb] {
		switch {
		case t.kind == tokValue && name == "", t.kind == tokWord && i == verb-1 && isAlpha(t.text[0]) && t.low != "not" && !fillers[t.low] && name == "":
			name = t.text
		case t.kind == tokValue || !fillers[t.low] || t.low == ",":
			return ""
		}
	}
	for _, t := range before[verb:] {
		if t.kind == tokValue || clauseBreak[t.low] {
			return "" // "**b** is set and …"
		}
	}
	return name
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
		case t.low == ",":
			return false
		case t.kind == tokWord && (t.low == "if" || t.low == "when" || t.low == "unless"):
			return true
		}
	}
	return false
}

// flagged says a property of the field that has no value. With short, long sentences are
// about something else; with last and alone, so are those with words after or around it.
type flagged struct {
	kind               LimitKind
	short, last, alone bool
}

func (e flagged) apply(r *reader, h hit) {
	switch {
	case h.s.bullet:
	case e.kind == LimitDeprecate && e.last && h.at == 0 && r.opens(h.s.toks[0]): // "(Deprecated) Color of the lid"
		r.add(h.limit(e.kind))
	case e.short && len(h.s.toks) > 6 || e.last && len(h.rest()) > 0 || e.alone && len(h.s.toks) > h.m.end-h.at:
	case e.last && verbAt(h.before(), 1) == -1, // "Color of the lid (discarded)"
		!asks(h.before()) && !conditional(h.s.toks, h.at, h.m.end, false) && r.subjectOf(h.s.toks, h.at) == aboutField:
		r.add(h.limit(e.kind))
	}
}

// deprecatedItself is a sentence about "it", which is the field only right after what defines it. Further down it may
// be one of the values: "State of the image." and, below the value "old", "It is obsolete."
type deprecatedItself struct{}

func (deprecatedItself) apply(r *reader, h hit) {
	before := 0 // lines with words before that of the sentence
	for i := range r.now {
		if len(r.tokens(i)) > 0 {
			before++
		}
	}
	if before < 2 {
		flagged{kind: LimitDeprecate, alone: true}.apply(r, h)
	}
}

// asks reports whether a sentence leaves to the value what it is about: "Whether the parameter is deprecated".
func asks(toks []tok) bool {
	return slices.ContainsFunc(toks, func(t tok) bool { return t.low == "whether" })
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
	key, value := false, false
	for _, t := range before {
		switch t.low {
		case "key", "keys", "tag", "values":
			key = true
		case "value":
			value = true
		}
	}
	if !key && !value {
		return false
	}
	text := r.lowerText()
	if mentions(text, pairForms...) && (saysOf(before, "key") || saysOf(before, "keys") || value && hasStatement(text, "key")) {
		return true // each value is "key=value"
	}
	return key && hasStatement(text, "key") &&
		(hasStatement(text, "tag value") || hasStatement(text, "each value") || hasStatement(text, " a value"))
}

// pairForms are said of texts that hold a key and its value.
var pairForms = []string{"key and value", "key.value", "key=value", "key:value", "key-value pair", "key*value"}

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
