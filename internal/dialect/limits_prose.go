package dialect

import "strings"

// prose looks for phrases at every word of a sentence.
func (r *reader) prose(s sentence) {
	toks := s.toks
	if len(toks) > maxSentence {
		return
	}
	if r.fixedValue(s) {
		return
	}
	r.conditions(s)
	r.charsets(s)
	for i := range toks {
		t := toks[i]
		var cands []*phrase
		switch {
		case t.kind == tokWord, t.kind == tokPunct:
			cands = phrases[t.low]
		}
		if t.isNum() {
			cands = phrases["#"]
		}
		var best *phrase
		var bestMatch match
		for _, p := range cands {
			m, ok := matchPhrase(p, toks, i)
			if !ok {
				continue
			}
			if p.do == actNullable && len(m.list.items) > 0 {
				if strings.EqualFold(m.list.items[0].Text, "null") {
					r.say(s, p.do, m, i)
				}
				continue
			}
			if (p.do == actValues || p.do == actRange) && saysOf(toks[max(0, i-4):i], "default") {
				continue // "the default value is a" has its own phrase; "the default range" is no limit
			}
			if best == nil || m.end > bestMatch.end {
				best, bestMatch = p, m
			}
		}
		if best != nil {
			r.say(s, best.do, bestMatch, i)
		}
	}
}

// maxSentence is the number of tokens from which on a stretch without a full stop is no
// sentence but code or a list of data, which the phrases are not made for.
const maxSentence = 500

func saysOf(toks []tok, word string) bool {
	for _, t := range toks {
		if t.low == word {
			return true
		}
	}
	return false
}

// fixedValue reads a value that is told in two sentences: "It has a fixed value. For the
// backup of servers, the value is **a**." The condition of the second one is a remark. It
// is quiet where any sentence stands between the two.
func (r *reader) fixedValue(s sentence) bool {
	announced := r.fixed
	r.fixed = false
	toks := s.toks
	if n := len(toks); n >= 4 && endsWith(toks, "has", "a", "fixed", "value") && subjectOf(toks, n-4) == aboutField {
		r.fixed = true
		return true
	}
	if !announced {
		return false
	}
	for i := range toks {
		m, ok := matchPhrase(valueIs, toks, i)
		if !ok || m.end != len(toks) {
			continue
		}
		clause := i
		for clause > 0 && toks[clause-1].low != "," {
			clause--
		}
		if classify(toks[clause:i]) == aboutField {
			r.add(Limit{Kind: LimitConst, Values: m.list.items, Read: s.read, Off: toks[i].off, End: toks[m.end-1].end})
			return true
		}
	}
	return false
}

var valueIs = compilePhrases([]phraseRow{{"value is {v}", actConst}})["value"][0]

// say adds the limits of a phrase that matched at toks[i], unless its subject, a
// condition or the words behind it speak against it.
func (r *reader) say(s sentence, do action, m match, i int) {
	toks := s.toks
	rest := toks[m.end:]
	lim := Limit{Read: s.read, Off: toks[i].off, End: toks[m.end-1].end}
	switch do {
	case actNullable:
		// A null in some case is a null all the same: conditions do not matter.
		lim.Kind = LimitNullable
		if about := subjectOf(toks, i); about == aboutField || nullSubject(toks, i) {
			r.add(lim)
		}
		return
	case actExample:
		r.example(s, m, lim)
		return
	case actDeprecated, actReadOnly:
		lim.Kind = LimitDeprecate
		if do == actReadOnly {
			lim.Kind = LimitReadOnly
			if len(toks) > 6 {
				return
			}
		}
		if !s.bullet && !conditional(toks, i, m.end, false) && subjectOf(toks, i) == aboutField {
			r.add(lim)
		}
		return
	}
	about := subjectOf(toks, i)
	if do == actMeaning && (i == 0 || clauseBreak[toks[i-1].low] || toks[i-1].low == "the" || toks[i-1].low == "while") {
		about = aboutField
	}
	if about == aboutOther && !r.ownItems(do, toks, i) || inBrackets(toks, i) && do != actDefault {
		return
	}
	if do != actMayBeBlank && conditional(toks, i, m.end, do == actDefault) {
		if do != actDefault {
			return
		}
		lim.Conditional = true
	}
	lim.Elems = about == aboutElems
	if r.tagPair(toks, i) {
		return
	}
	switch do {
	case actDefault:
		if len(m.list.items) == 0 || lim.Elems || neverDefault(m.list) || !defaultRest(rest) {
			return
		}
		lim.Kind, lim.Values = LimitDefault, m.list.items
		r.add(lim)
	case actConst:
		if saysOf(toks[:i], "key") {
			return // "The key is fixed at **a**" in the text about a list of tags
		}
		if cleanRest(rest) || len(rest) > 0 && rest[0].low == "," {
			lim.Kind, lim.Values = LimitConst, m.list.items
			r.add(lim)
		}
	case actEnum, actValues, actMeaning:
		r.values(do, m, rest, lim)
	default:
		r.numbers(do, s, m, rest, lim)
	}
}

// values adds a list of values from running text.
func (r *reader) values(do action, m match, rest []tok, lim Limit) {
	if len(m.list.items) == 1 && strings.EqualFold(m.list.items[0].Text, "null") {
		return
	}
	if do != actMeaning && !cleanRest(rest) {
		return
	}
	kind := LimitEnum
	if do != actEnum {
		if m.list.ranged {
			return
		}
		kind = LimitValues
	}
	r.listed(m.list, kind, lim.Read, lim.Elems)
}

// neverDefault reports whether a word behind "the default value is" says that there is
// none. In marks "none" can be a value; null is the lack of one in any case.
func neverDefault(l valueList) bool {
	low := strings.ToLower(l.items[0].Text)
	return low == "null" || low == "n/a" || noDefault[low] && !l.marked
}

// defaultRest reports whether the words behind a default leave it whole: a unit, the
// end, a clause. "The default value is 5 times the size" does not.
func defaultRest(rest []tok) bool {
	if len(rest) > 0 && units[rest[0].low] {
		rest = rest[1:]
	}
	return len(rest) == 0 || cleanRest(rest) || rest[0].low == "," || rest[0].low == "if" || rest[0].low == "by"
}

// example adds what follows "for example". Words behind the value that make it part of a
// clause ("for example, **b** is set to 1") keep it quiet.
func (r *reader) example(s sentence, m match, lim Limit) {
	rest := s.toks[m.end:]
	if len(rest) > 0 {
		switch rest[0].low {
		case ")", "(", ",":
		default:
			return
		}
	}
	lim.Kind, lim.Values = LimitExample, m.list.items
	if m.list.ranged {
		return
	}
	r.add(lim)
}

// ownItems lets "A maximum of 10 rules can be added" through, whose grammatical subject
// is the count itself: nothing but fillers stands before the phrase.
func (r *reader) ownItems(do action, toks []tok, i int) bool {
	if do != actItemsMax {
		return false
	}
	for _, t := range toks[:i] {
		if !fillers[t.low] {
			return false
		}
	}
	return true
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

// tagPair reports that the sentence is about keys or about values of tags in a text that
// limits both: the description of a list of pairs. What it says fits neither the list
// nor its elements.
func (r *reader) tagPair(toks []tok, i int) bool {
	key := false
	for _, t := range toks[:i] {
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
		word, _, _ := strings.Cut(strings.TrimLeft(text, " *`"), " ")
		switch word {
		case "can", "cannot", "must", "contains", "contain", "consists", "consist", "has", "have":
			return true
		}
	}
}

// linking are the words between the field and "mandatory".
var linking = words("is", "becomes", "and", "only", "(", "be")

// conditions finds "mandatory when …" said of the field itself.
func (r *reader) conditions(s sentence) {
	toks := s.toks
	for i, t := range toks {
		if t.low != "mandatory" && t.low != "required" || t.kind != tokWord {
			continue
		}
		if i > 0 && !linking[toks[i-1].low] {
			continue // "Data required for …"
		}
		when := false
		for j, u := range toks {
			if u.kind == tokWord && (u.low == "when" || u.low == "if" || u.low == "only" && j > i || u.low == "for" && j == i+1 || u.low == "unless") {
				when = true
			}
		}
		if when && subjectOf(toks, max(i-1, 0)) == aboutField {
			r.add(Limit{Kind: LimitCondition, Read: s.read, Off: toks[0].off, End: toks[len(toks)-1].end})
			return
		}
	}
}
