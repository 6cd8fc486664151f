package dialect

import (
	"strings"
)

// subject is the thing that a sentence is about.
type subject byte

const (
	aboutOther subject = iota // another field, or a thing that we do not know
	aboutField                // the field itself
	aboutElems                // each element of the field
)

// subjectOf finds out what the phrase that starts at toks[start] is said of. toks is one
// sentence.
//
// A sentence about a neighbour ("DEPTH can be set only to DEEP or FLAT", "**b** can be
// 1 or 2", "The value of **b** is 1") must not limit this field, so a subject is taken
// only if all its words are known ones; a marked word in it is the name of a neighbour.
func (r *reader) subjectOf(toks []tok, start int) subject {
	before := toks[:start]
	verb := verbAt(before, 0)
	if verb < 0 {
		verb = len(before)
	}
	if n := len(before); verb == n && (tokAt(before, n-1).low == "no" || tokAt(before, n-1).low == "not") && (n == 1 || before[n-2].low == "," || before[n-2].low == "and" && saysOf(before[:n-2], "than")) {
		return aboutField // "Not less than 0", "Size of the jar, no more than 9", "Not less than 1 and not greater than 9"
	}
	if r.titles(toks, start) {
		return aboutField
	}
	// The clause that the phrase stands in begins after the last comma or "and".
	sep := -1
	for i := len(before) - 1; i >= 0; i-- {
		if t := before[i]; t.kind != tokValue && (clauseBreak[t.low] && (i >= verb || t.low == "which") || relative(before, i)) {
			sep = i
			break
		}
	}
	head := before[:verb]
	if sep < 0 && verb == len(before) {
		// "Name of the color, a string of 1 to 9 characters": no verb at all
		for i := len(before) - 1; i > 0; i-- {
			if before[i].low == "," && before[i].kind == tokPunct {
				if r.classify(before[i+1:]) == aboutField {
					return aboutField
				}
				break
			}
		}
	}
	if tokAt(before, sep).low == "that" && meaningVerbs[tokAt(before, sep-1).low] {
		return aboutOther // "**0** indicates that …" is about that value
	}
	if sep >= 0 && (before[sep].low == "which" && verb > sep || relative(before, sep)) {
		// "Name of the color, which is a string of 1 to 9 characters"
		return aboutField
	}
	if tokAt(before, sep).low == "or" && !(sep == len(before)-1 && orEmpty(before[:sep])) {
		// "can be left blank or contain 1 to 9 characters": a half of what is allowed
		return aboutOther
	}
	if sep != -1 {
		clause := before[sep+1:]
		switch v := verbAt(clause, 0); {
		case len(clause) == 0 || v == 0 || len(clause) == 1 && (clause[0].low == "no" || clause[0].low == "not"):
			// "… and can contain": the subject goes on
		case v != -1:
			head = clause[:v]
		default:
			head = clause
		}
	} else if verb == len(before) && len(before) > 0 && clauseBreak[before[len(before)-1].low] {
		// "Port of the listener, which ranges from 1 to 9": the sentence is the
		// definition of the field
		return aboutField
	}
	return r.classify(head)
}

// titles reports whether the words before a range are a short title of the field, in a sentence without a verb:
// "Ratio between 1 and 9", "Number of pots from 1 to 9".
func (r *reader) titles(toks []tok, start int) bool {
	before := toks[:start]
	n := len(before)
	if n == 0 || n > 3 || tokAt(toks, start).low != "between" && tokAt(toks, start).low != "from" || !r.opens(before[0]) || verbAt(toks, 0) >= 0 {
		return false
	}
	for _, t := range before {
		if t.kind != tokWord || nounEnds[t.low] && t.low != "of" {
			return false
		}
	}
	return true
}

// orEmpty reports words that end in "cannot be empty", after which "or longer than 9" forbids more.
func orEmpty(before []tok) bool {
	n := len(before)
	if n < 3 || !negated(before[max(0, n-5):]) {
		return false
	}
	switch before[n-1].low {
	case "empty", "blank", "null":
		return true
	}
	return false
}

// relative reports whether before[i] and what follows it join a phrase to the field that a
// sentence defines: "Name of the color, whose value can be", "Text with a maximum of". It
// does not apply after a verb, whose subject the phrase would belong to.
func relative(before []tok, i int) bool {
	after := before[i+1:]
	switch before[i].low {
	case "whose":
		if tokAt(after, 0).low != "value" && tokAt(after, 0).low != "values" && tokAt(after, 0).low != "length" {
			return false
		}
	case "with":
		if len(after) > 2 || len(after) > 0 && !fillers[after[0].low] {
			return false
		}
	default:
		return false
	}
	return verbAt(before[:i], 0) <= 0
}

var clauseBreak = words(",", "and", "but", "which", "that", ":", "or", "if", "when", "unless", "because", "while")

var meaningVerbs = words("indicates", "indicating", "means", "meaning", "mean", "indicate")

// verbAt finds the first verb of a sentence. An infinitive is none: "Kind of the disk to
// be copied, which can be …" defines the field although it holds a verb.
func verbAt(toks []tok, from int) int {
	for i := from; i < len(toks); i++ {
		if toks[i].kind == tokWord && verbs[toks[i].low] && tokAt(toks, i-1).low != "to" {
			return i
		}
	}
	return -1
}

func (r *reader) classify(head []tok) subject {
	s := aboutField
	each := false
	var unknown []string
	if tokAt(head, 0).low == "(" {
		head = head[1:]
	}
	for _, t := range head {
		switch {
		case t.kind == tokValue || t.kind == tokNum:
			return aboutOther
		case t.low == "each" || t.low == "every":
			s, each = aboutElems, true
		case each && subjectNouns[t.low] && !eachNouns[t.low]:
			return aboutOther // "Each label can contain …" in the text about a domain name
		case fillers[t.low], subjectNouns[t.low]:
			if len(unknown) > 0 && !fillers[t.low] {
				unknown = append(unknown, t.low)
			}
		case elementNouns[t.low]:
			s = aboutElems
		default:
			unknown = append(unknown, t.low)
		}
	}
	if s == aboutElems && each && len(unknown) == 1 && r.listsThe(unknown[0]) {
		return s
	}
	if len(unknown) > 0 && (s == aboutElems || r.opens(head[0]) || !r.isDefined(unknown) && !r.repeatsDefinition(head)) {
		return aboutOther
	}
	return s
}

// conditional reports whether the words around toks[start:end] make the phrase hold in
// some cases only. With elseCase, the clause "if this parameter is not specified" is not
// such a condition: it is what a default is.
func conditional(toks []tok, start, end int, elseCase bool) bool {
	if inOneCase(toks[:min(start, len(toks))]) {
		return true
	}
	for i := 0; i < len(toks); i++ {
		if i == start {
			i = end - 1
			continue
		}
		t := toks[i]
		if i > end && beginsExplanation(toks, i) {
			return false
		}
		if t.kind != tokWord || !conditionWords[t.low] {
			continue
		}
		if t.low == "for" && (tokAt(toks, i+1).low == "example" || tokAt(toks, i+1).low == "details" || tokAt(toks, i+1).low == "more") {
			if i > end {
				return false
			}
			if toks[i+1].low == "example" {
				return true // "For example, **a** means that up to 10 tags …"
			}
			continue
		}
		if t.low == "whose" && i+1 < start && (toks[i+1].low == "value" || toks[i+1].low == "values") {
			continue // "Color, whose value can be …"
		}
		if t.low == "whether" && i < end {
			continue // "Whether to back up at once": a definition
		}
		if t.low == "for" && i < end && i > 0 {
			continue // "Weight for the server, …"
		}
		if elseCase && (t.low == "if" || t.low == "when") && notGiven(toks[i:]) {
			continue
		}
		return true
	}
	return false
}

// beginsExplanation reports whether a clause begins that tells what was said before it means: ", indicating that the color is based
// on the lid". Conditions in it are those of the meaning.
func beginsExplanation(toks []tok, i int) bool {
	if toks[i].kind != tokWord || tokAt(toks, i-1).low != "," {
		return false
	}
	return toks[i].low == "indicating" || toks[i].low == "meaning" || toks[i].low == "which" && meaningVerbs[tokAt(toks, i+1).low]
}

// inOneCase reports whether a sentence starts with a case: "In the replication scenario, only".
func inOneCase(before []tok) bool {
	if tokAt(before, 0).low != "in" && tokAt(before, 0).low != "under" {
		return false
	}
	for _, t := range before {
		switch t.low {
		case ",":
			return false
		case "scenario", "scenarios", "mode", "modes", "case", "cases", "edition", "environment", "region", "regions", "version", "versions", "release", "releases":
			return true
		}
	}
	return false
}

// notGiven reports whether a clause starts with "if this parameter is not specified" or
// one of its kin.
func notGiven(clause []tok) bool {
	subject, not := tokAt(clause, 1).low == "not" || tokAt(clause, 1).low == "left", false // "if not specified", "if left blank"
	for i, t := range clause {
		if i > 9 || t.low == "," {
			return false
		}
		switch t.low {
		case "parameter", "field", "it", "value", "attribute", "this", "header":
			subject = true
		case "not", "left", "no", "isn't":
			not = true
		}
		if t.low == "unspecified" || t.low == "omitted" || t.low == "unset" {
			return true
		}
		if t.kind == tokValue {
			return false
		}
		if not && !subject && (t.low == "specify" || t.low == "configure" || t.low == "provide") && tokAt(clause, i+1).low == "this" && fillers[tokAt(clause, i+2).low] {
			return true // "if you do not specify this parameter"
		}
		if subject && not {
			switch t.low {
			case "specified", "set", "passed", "transferred", "configured", "blank", "empty", "provided", "carried", "contained", "given", "present", "used", "included", "transmitted",
				"assigned", "supplied", "defined", "entered", "filled", "sent":
				return true
			}
		}
	}
	return false
}

// mentions reports whether the text holds one of the words, in any case.
func mentions(lower string, ws ...string) bool {
	for _, w := range ws {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
}
