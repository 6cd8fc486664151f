package dialect

import "slices"

// listsThe reports whether the text begins with the plural of a noun, as what it defines: "color" in
// "Colors of the lid. Each color can …" and "List of colors. …"
func (r *reader) listsThe(noun string) bool {
	toks := r.tokens(0)
	for _, t := range toks[:min(maxIntro, len(toks))] {
		switch {
		case t.kind != tokWord:
			return false
		case t.low == noun+"s" || t.low == noun+"es":
			return true
		case !definers[t.low] && t.low != "list" && t.low != "array" && !fillers[t.low]:
			return false
		}
	}
	return false
}

// maxIntro is how many tokens stand before that noun, and with it, at most.
const maxIntro = 7

// isDefined reports whether words are the end of what the text's first words define:
// "score" and "review score" in "Review score of the book. The score can be 1 or 2."
func (r *reader) isDefined(words []string) bool {
	if !r.defined {
		r.defined, r.definition = true, definitionOf(r)
	}
	d := r.definition
	return len(words) <= len(d) && slices.Equal(words, d[len(d)-len(words):])
}

// repeatsDefinition reports whether words begin as the text does: "Number of nodes in the cluster. The number of
// nodes must be odd." They end where a noun of the text does.
func (r *reader) repeatsDefinition(words []tok) bool {
	text := r.tokens(0)
	if definers[tokAt(words, 0).low] {
		words = words[1:]
	}
	if definers[tokAt(text, 0).low] {
		text = text[1:]
	}
	if len(words) < 2 || len(words) >= len(text) {
		return false
	}
	for i, t := range words {
		if t.low != text[i].low {
			return false
		}
	}
	next := text[len(words)]
	return next.kind == tokEnd || next.kind == tokPunct || nounEnds[next.low]
}

// definitionOf gives the words of the noun that a description begins with.
func definitionOf(r *reader) []string {
	var out []string
	for i, t := range r.tokens(0) {
		if t.kind != tokWord {
			break
		}
		if definers[t.low] && (i < 2 || len(out) == 0) {
			continue
		}
		if verbs[t.low] {
			return nil // "The color can be red" states a limit, whatever its subject is
		}
		if nounEnds[t.low] || len(out) > 5 {
			break
		}
		out = append(out, t.low)
	}
	return out
}

// definers stand before the noun that a description defines.
var definers = words("specifies", "indicates", "the", "a", "an", "this", "defines", "describes", "parameter", "definition")

// nounEnds stand after it.
var nounEnds = words("of", "for", "to", "that", "which", "in", "on", "when", "if", "used", "by", "with", "from", "whose", "where", "and", "or", "at")
