package dialect

import (
	"strconv"
	"strings"
)

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
		if len(m.list.items) == 0 || lim.Elems || noDefault[strings.ToLower(m.list.items[0].Text)] && !m.list.marked || !defaultRest(rest) {
			return
		}
		lim.Kind, lim.Values = LimitDefault, m.list.items
		r.add(lim)
	case actConst:
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

// numbers adds the bounds of a phrase with numbers in it.
func (r *reader) numbers(do action, s sentence, m match, rest []tok, lim Limit) {
	bound := func(kind LimitKind, of Of, t tok) { r.bound(kind, of, t, lim.Read, lim.Elems) }
	fixed := func(kind LimitKind, of Of, n string) {
		lim.Kind, lim.Of, lim.Number = kind, of, n
		r.add(lim)
	}
	switch do {
	case actRange, actSpecialMin:
		if m.n != 2 {
			return
		}
		if m.units[0] != "" && m.units[0] != m.units[1] {
			return // "from 1 MB to 5 GB"
		}
		of := OfValue
		if o, n := lengthUnit(s.toks, m.end); n > 0 {
			of, rest = o, rest[n:]
		} else if lengthSaid(s.toks, lim.Off) {
			of = OfLength
		}
		if !cleanRest(rest) {
			return
		}
		if do == actSpecialMin {
			if n := jsonNumber(m.list.items[0].Text); n != "" && number(n) < number(m.nums[0].text) {
				fixed(LimitMin, of, n)
				fixed(LimitMax, of, jsonNumber(m.nums[1].text))
			}
			return
		}
		if number(m.nums[0].text) > number(m.nums[1].text) || lostPower(m.nums[1].text) {
			return
		}
		bound(LimitMin, of, m.nums[0])
		bound(LimitMax, of, m.nums[1])
	case actMin, actMax:
		kind := LimitMin
		if do == actMax {
			kind = LimitMax
		}
		if f, ok := byteUnits[m.units[0]]; ok {
			if n, err := strconv.Atoi(jsonNumber(m.nums[0].text)); err == nil && cleanRest(rest) && n < 1<<30 {
				fixed(kind, OfBytes, strconv.Itoa(n*f))
			}
			return
		}
		if !cleanRest(rest) {
			return
		}
		of := OfValue
		if lengthSaid(s.toks, lim.Off) {
			of = OfLength
		}
		bound(kind, of, m.nums[0])
	case actPositive, actNatural:
		if !cleanRest(rest) {
			return
		}
		n := "0"
		if do == actPositive {
			n = "1"
		}
		fixed(LimitMin, OfValue, n)
	case actLengths:
		if number(m.nums[0].text) <= number(m.nums[1].text) && lengthRest(rest) {
			of := m.length
			if of == OfUnsaid {
				of = OfLength
			}
			bound(LimitMin, of, m.nums[0])
			bound(LimitMax, of, m.nums[1])
		}
	case actLengthMax, actLengthMin, actLengthFixed:
		of := m.length
		if of == OfUnsaid {
			of = OfLength
		}
		if !lengthRest(rest) {
			return
		}
		if do != actLengthMax {
			bound(LimitMin, of, m.nums[0])
		}
		if do != actLengthMin {
			bound(LimitMax, of, m.nums[0])
		}
	case actItemsMax, actItemsRange:
		if !itemsRest(rest) || lim.Elems {
			return
		}
		if do == actItemsRange {
			bound(LimitMin, OfItems, m.nums[0])
			bound(LimitMax, OfItems, m.nums[1])
			return
		}
		bound(LimitMax, OfItems, m.nums[0])
	case actListFilled:
		fixed(LimitMin, OfItems, "1")
	case actFilled:
		for _, t := range rest {
			if t.low == "same" || t.low == "both" || t.low == "together" || t.low == "either" {
				return // "cannot be left blank at the same time"
			}
		}
		if saysOf(s.toks[:m.end], "list") {
			fixed(LimitMin, OfItems, "1")
			return
		}
		fixed(LimitMin, OfLength, "1")
	case actMayBeBlank:
		if saysOf(s.toks[:m.end], "list") {
			fixed(LimitMin, OfItems, "0")
			return
		}
		fixed(LimitMin, OfLength, "0")
	case actUniqueKeys:
		lim.Kind, lim.Elems = LimitUnique, false
		r.add(lim)
	case actUniqueItems:
		lim.Kind, lim.Of, lim.Elems = LimitUnique, OfItems, false
		r.add(lim)
	}
}

// lostPower reports a bound that was a power of two before a superscript was lost on the
// way to the page: "0 to 232" for 2 to the power of 32.
func lostPower(n string) bool {
	switch n {
	case "231", "232", "263", "264":
		return true
	}
	return false
}

// lengthSaid reports whether the words before a phrase at off make its numbers a length.
func lengthSaid(toks []tok, off int) bool {
	for _, t := range toks {
		if t.off >= off {
			return false
		}
		if t.low == "length" {
			return true
		}
	}
	return false
}

// lengthRest is cleanRest for lengths, where many more words may follow ("1 to 64
// characters of letters"); what counts of other things must not ("8 characters of the
// following types", "2 characters at the beginning").
func lengthRest(rest []tok) bool {
	if len(rest) == 0 {
		return true
	}
	switch rest[0].low {
	case "at", "before", "after", "per", "from", "or", "each", "of", "for", "between", "plus":
		return false
	}
	return true
}

// itemsRest reports whether a count of things is about how many the list can hold.
func itemsRest(rest []tok) bool {
	for i, t := range rest {
		if t.low == "per" || t.low == "each" || t.low == "every" || t.low == "at" && i == 0 {
			return false
		}
	}
	if len(rest) == 0 || cleanRest(rest) {
		return true
	}
	switch rest[0].low {
	case "can", "are", "is", "in":
		return len(rest) < 8
	}
	return false
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

// conditions finds "mandatory when …" said of the field itself.
func (r *reader) conditions(s sentence) {
	toks := s.toks
	for i, t := range toks {
		if t.low != "mandatory" && t.low != "required" || t.kind != tokWord {
			continue
		}
		if i == 0 || !(toks[i-1].low == "is" || toks[i-1].low == "becomes" || toks[i-1].low == "and" || toks[i-1].low == "only" || i == 1) {
			if i != 0 {
				continue
			}
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
