package dialect

import (
	"regexp"
	"strings"
)

// charsets looks for sentences about the characters of a text and turns them into
// patterns. Lengths stay lengths: the patterns repeat with "*".
//
//	can contain only letters, digits, and hyphens (-)     ^[A-Za-z0-9-]*$
//	Only letters and digits are allowed                   ^[A-Za-z0-9]*$
//	1 to 9 characters, including letters and digits       ^[A-Za-z0-9]*$, weakly
//	must not contain a greater-than sign (>)              ^[^>]*$
//	must start with a letter                              ^[A-Za-z]
//
// Without the word "only" a list is weak: a value that breaks it takes it back and accuses
// nobody. A list with one word in it that is not known says nothing at all, for a pattern
// that is too narrow makes a client refuse what the server takes. It does not apply to a
// text in which a letter may be more than A to Z (Chinese, Unicode, other languages).
func (r *reader) charsets(s sentence) {
	toks := s.toks
	for i := range toks {
		if toks[i].kind != tokWord {
			continue
		}
		switch toks[i].low {
		case "only":
			r.onlyChars(s, i)
		case "not", "cannot", "can't":
			r.noChars(s, i)
		case "start", "starting", "starts", "begin":
			r.firstChar(s, i)
		case "including", "contain", "contains", "containing", "include", "of", "supports", "be", "characters":
			r.includedChars(s, i)
		}
	}
	r.allowedChars(s)
}

// foreign reports that the text allows letters that are not A to Z.
func (r *reader) foreign() bool {
	return mentions(r.lowerText(), "chinese", "unicode char", "unicode", "utf", "language", "spanish", "portuguese",
		"german", "russian", "french", "japanese", "emoji", "accent", "umlaut")
}

// freer reports that another sentence allows more: "in the format of a.b", "can also be **0**".
func (r *reader) freer() bool {
	return r.foreign() || mentions(r.lowerText(), "format of", "can also be", "wildcard")
}

func (r *reader) onlyChars(s sentence, at int) {
	toks := s.toks
	i := at + 1
	switch {
	case negated(toks[:at]):
		return // "cannot contain only digits"
	case containVerbs[tokAt(toks, i).low]:
		// "can only contain …"
		i++
	case tokAt(toks, at-1).low == "supports" || tokAt(toks, at-1).low == "support" || containVerbs[tokAt(toks, at-1).low] || tokAt(toks, at-1).low == "including",
		tokAt(toks, at-1).low == "of" && containVerbs[tokAt(toks, at-2).low]:
		// "can contain only …", "consists of only …"
	default:
		return // "Only … are allowed" is read by allowedChars
	}
	set, end, ok := r.readCharset(toks, skipWords(toks, i))
	if ok && charRest(toks[end:]) {
		r.charPattern(s, "^["+set.class()+"]*$", at, end, false)
	}
}

// skipWords passes over the words between a verb and the first character.
func skipWords(toks []tok, i int) int {
	for tokAt(toks, i).low == "of" || tokAt(toks, i).low == "the" || tokAt(toks, i).low == "following" || tokAt(toks, i).low == "characters" || tokAt(toks, i).low == ":" {
		i++
	}
	return i
}

func negated(toks []tok) bool {
	for _, t := range toks {
		if t.low == "not" || t.low == "cannot" || t.low == "can't" {
			return true
		}
	}
	return false
}

// includedChars reads lists without "only": "contain 1 to 9 characters, including letters,
// digits, and hyphens (-)". Two names of characters at the least make a list of it. It does
// not apply to "must include letters" nor to "at least two of the following".
func (r *reader) includedChars(s sentence, at int) {
	toks := s.toks
	before := toks[:at]
	if negated(before) || r.demands(before) {
		return
	}
	i := at + 1
	switch toks[at].low {
	case "of":
		if !containVerbs[tokAt(toks, at-1).low] && tokAt(toks, at-1).low != "characters" {
			return
		}
	case "be":
		if tokAt(toks, at-1).low != "can" || tokAt(toks, at-2).low != "which" && tokAt(toks, at-2).low != "that" {
			return
		}
	case "characters":
		if tokAt(toks, i).low != ":" {
			return // "Valid characters: letters, digits"
		}
	}
	set, end, ok := r.readCharset(toks, skipWords(toks, i))
	listed := toks[at].low == "including" || toks[at].low == "of" || set.hasPunctuation() // "can contain letters and digits" is not
	if ok && listed && set.names > 1 && set.letters() && charRest(toks[end:]) {
		r.charPattern(s, "^["+set.class()+"]*$", at, end, true)
	}
}

// demands reports words that ask for some of the characters that follow, and leave open
// which others there may be.
func (r *reader) demands(before []tok) bool {
	for i, t := range before {
		switch t.low {
		case "least", "types", "kinds", "both", "followed", "any":
			return true
		case "must", "should":
			if i == len(before)-1 {
				return true
			}
		}
	}
	return false
}

// allowedChars reads a sentence that begins with a list: "Only letters are allowed",
// "Letters, digits, and special characters _- are supported", "Spaces are not allowed".
func (r *reader) allowedChars(s sentence) {
	toks := s.toks
	only := tokAt(toks, 0).low == "only"
	i := 0
	if only {
		i = 1
	}
	if tokAt(toks, i).kind != tokWord {
		return
	}
	set, end, ok := r.readCharset(toks, i)
	rest := toks[min(end, len(toks)):]
	if !ok || len(rest) < 2 || rest[0].low != "are" && rest[0].low != "is" && rest[0].low != "can" && rest[0].low != "cannot" {
		return
	}
	n := 1
	if rest[1].low == "be" && len(rest) > 2 {
		n = 2
	}
	forbids := rest[0].low == "cannot"
	if rest[1].low == "not" && len(rest) > 2 {
		n, forbids = 2, true
	}
	switch rest[n].low {
	case "allowed", "supported", "permitted", "accepted", "used", "valid", "contained":
	default:
		return
	}
	rest = rest[n+1:]
	if forbids {
		set.withoutBrackets(toks[i:end])
		if charRest(rest) && !set.letters() && !only {
			r.charPattern(s, "^[^"+set.class()+"]*$", 0, end, false) // "Spaces are not allowed"
		}
		return
	}
	printed := tokAt(rest, 0).low == ":" // the list of special characters, which is read
	if !printed && !charRest(rest) || !only && (set.names < 2 || !set.letters()) {
		return
	}
	r.charPattern(s, "^["+set.class()+"]*$", 0, end, !only)
}

func (r *reader) noChars(s sentence, at int) {
	toks := s.toks
	i := at + 1
	if tokAt(toks, i).low != "contain" && tokAt(toks, i).low != "include" {
		r.noEdges(s, at)
		return
	}
	for i++; fillerChars[tokAt(toks, i).low] && toks[i].low != "special"; {
		i++
	}
	control := controlChars(toks, i)
	set, end, _ := r.readCharset(toks, i+control)
	if control > 0 {
		set.control = true
	}
	set.withoutBrackets(toks[i:end])
	if set.empty() || set.letters() || end < len(toks) && !charRest(toks[end:]) {
		return
	}
	r.charPattern(s, "^[^"+set.class()+"]*$", at, end, false)
}

// controlChars gives the number of tokens of "ASCII (0-31)," at toks[i], which names the
// control characters, with the words that join the next ones to it.
func controlChars(toks []tok, i int) int {
	from := i
	if tokAt(toks, i).low == "non-printable" {
		i++
	}
	if tokAt(toks, i).low != "ascii" {
		return 0
	}
	i++
	if tokAt(toks, i).low == "characters" {
		i++
	}
	end := closing(toks, i)
	if end != i+5 || toks[i+1].text != "0" || toks[i+3].text != "31" {
		return 0
	}
	for i = end; isSeparator(tokAt(toks, i)) || fillerChars[tokAt(toks, i).low] && tokAt(toks, i).low != "special"; {
		i++
	}
	return i - from
}

// noEdges reads "cannot start or end with a space".
func (r *reader) noEdges(s sentence, at int) {
	toks := s.toks
	i := at + 1
	if !startsWith(toks[i:], "start", "or", "end", "with") {
		return
	}
	for i += 4; tokAt(toks, i).low == "a" || tokAt(toks, i).low == "an"; {
		i++
	}
	set, end, ok := r.readCharset(toks, i)
	if !ok || !charRest(toks[end:]) {
		return
	}
	c := "[^" + set.class() + "]"
	r.charPattern(s, "^("+c+"(.*"+c+")?)?$", at, end, false)
}

func (r *reader) firstChar(s sentence, at int) {
	toks := s.toks
	must := toks[at].low == "starting" || toks[at].low == "starts" && saysHowItIs(toks, at) || at == 0 || toks[at-1].low == "must" || toks[at-1].low == "should" ||
		toks[at-1].low == "and" && (containVerbs[toks[0].low] || toks[0].low == "enter" || saysOf(toks[:at], "must"))
	i := at + 1
	both := false
	if tokAt(toks, i).low == "and" && (tokAt(toks, i+1).low == "end" || tokAt(toks, i+1).low == "ending") {
		both = true
		i += 2
	}
	if !must || tokAt(toks, i).low != "with" || tokAt(toks, at-1).low == "not" {
		return
	}
	for i++; tokAt(toks, i).low == "a" || tokAt(toks, i).low == "an" || tokAt(toks, i).low == "either"; {
		i++
	}
	set, end, ok := r.readCharset(toks, i)
	if !ok || !charRest(toks[end:]) {
		return
	}
	c := "[" + set.class() + "]"
	p := "^" + c
	if both {
		p = "^" + c + "(.*" + c + ")?$"
	}
	r.charPattern(s, p, at, end, false)
}

// saysHowItIs reports whether the sentence up to toks[at] says of the field what its value is like: "It starts
// with …", "The name is short and starts with …". It does not apply to a relative clause.
func saysHowItIs(toks []tok, at int) bool {
	return at > 0 && !saysOf(toks[:at], "that") && !saysOf(toks[:at], "which") && !saysOf(toks[:at], "whose") && (toks[at-1].low != "and" || toks[0].low == "it" || toks[0].low == "the")
}

// charPattern adds a pattern that the words from toks[at] to toks[end] tell, unless they
// are about something else.
func (r *reader) charPattern(s sentence, p string, at, end int, weak bool) {
	toks := s.toks
	about := aboutField
	if at > 0 && !imperatives[toks[0].low] {
		about = r.subjectOf(toks, at)
	}
	if about == aboutOther && (weak || tokAt(toks, at-1).low == "including") {
		about = r.subjectOf(toks, clauseOf(toks, at)) // "a string of 1 to 9 characters, including …"
	}
	l := Limit{Kind: LimitPattern, Pattern: p, Read: s.read, Off: toks[at].off, End: toks[end-1].end, Weak: weak}
	r.add(l.in(scope{
		elems: about == aboutElems, conditional: conditional(toks, at, end, false),
		part: about == aboutOther || r.tagPair(toks[:at]) || inBrackets(toks, at) || !strings.Contains(p, "[^") && r.freer(),
	}))
}

// imperatives begin sentences that have the field for their subject without naming it.
var imperatives = words("start", "starts", "use", "enter", "include", "contain", "contains", "can", "must", "cannot", "consist", "consists")

// clauseOf gives the index of the comma before toks[at], after which the clause begins, or at.
func clauseOf(toks []tok, at int) int {
	for i := at - 1; i > 0; i-- {
		if toks[i].low == "," && toks[i].kind == tokPunct {
			return i
		}
	}
	return at
}

// patternTakes reports whether a pattern made here takes a text.
func patternTakes(p, text string) bool {
	re, err := regexp.Compile(p)
	return err == nil && re.MatchString(text)
}
