package dialect

import (
	"slices"
	"strings"
)

// ofSubject is a limit after its number, which is that of the field only where the sentence is not about something
// else: "A tag can have 10 values at most", "The description is 255 characters max."
type ofSubject struct{ effect }

func (e ofSubject) apply(r *reader, h hit) {
	before := h.before()
	verb := verbAt(before, 0)
	if verb < 1 || r.opens(before[0]) || r.isField(before[:verb]) {
		e.effect.apply(r, h)
		return
	}
	r.applyNamed(e.effect, h, before[verb-1].low)
}

// inSigns is a range around a noun, "0 < width <= 64", which may be another field.
type inSigns struct{ effect }

func (e inSigns) apply(r *reader, h hit) {
	var noun []tok
	for _, t := range h.s.toks[h.m.at[0]+1 : h.m.at[1]] {
		if t.kind == tokWord && isAlpha(t.text[0]) && t.low != "inclusive" && t.low != "exclusive" {
			noun = append(noun, t)
		}
	}
	if n := len(noun); !r.opens(h.s.toks[h.at]) && !r.isField(noun) && !r.sharesDefinition(noun) && (n > 1 || len(noun[0].text) > 1) { // not "1 <= n <= 9"
		r.applyNamed(e.effect, h, noun[n-1].low)
		return
	}
	e.effect.apply(r, h)
}

// sharesDefinition reports whether the first sentence of the text has one of the words of a noun: "Number of nodes.
// 1 ≤ nodes ≤ 5".
func (r *reader) sharesDefinition(noun []tok) bool {
	for _, t := range r.tokens(0) {
		if t.kind == tokEnd {
			return false
		}
		if t.kind == tokWord && slices.ContainsFunc(noun, func(n tok) bool {
			return !fillers[n.low] && strings.TrimSuffix(n.low, "s") == strings.TrimSuffix(t.low, "s")
		}) {
			return true
		}
	}
	return false
}

// isField reports whether words name the field: by what the text defines, or as any field.
func (r *reader) isField(noun []tok) bool {
	var unknown []string
	for _, t := range noun {
		if !fillers[t.low] && t.low != "list" && t.low != "array" && t.low != "number" && t.low != "size" {
			unknown = append(unknown, t.low)
		}
	}
	return len(unknown) == 0 || r.isDefined(unknown)
}

// applyNamed applies an effect to the field of a name only, see Limit.Named, or of what a number of items counts.
func (r *reader) applyNamed(e effect, h hit, name string) {
	n := len(r.limits)
	e.apply(r, h)
	for i := n; i < len(r.limits); i++ {
		l := &r.limits[i]
		if l.Of == OfItems {
			l.Counted = countedNoun(h)
			continue
		}
		l.Named, l.Conditional, l.part = name, true, true
	}
}

// aboutWhole reports whether a sentence names the field or its value for its subject: "The value has 1 to 64
// characters", but not "It has", which may be one of the parts.
func (r *reader) aboutWhole(toks []tok) bool {
	verb := verbAt(toks, 0)
	if verb < 2 || toks[0].low != "the" && toks[0].low != "this" {
		return false
	}
	for _, t := range toks[1:verb] {
		if t.kind != tokWord || !wholeNouns[t.low] && !r.isDefined([]string{t.low}) {
			return false
		}
	}
	return true
}

// wholeNouns name the field, or its value as a whole.
var wholeNouns = words("attribute", "field", "length", "parameter", "string", "text", "total", "value", "whole")
