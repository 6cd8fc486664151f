package dialect

import (
	"slices"
	"strings"
)

// prose looks for phrases at every word of a sentence.
func (r *reader) prose(s sentence) {
	toks := s.toks
	if len(toks) > maxSentence || advises(toks) {
		return
	}
	if r.fixedValue(s) {
		return
	}
	if !r.aside {
		r.conditions(s)
	}
	r.charsets(s)
	r.supportedValues(s)
	read := 0 // what is before it belongs to a range that was read
	for i := range toks {
		if p, m := longestPhrase(s, i); p != nil && i >= read {
			p.says.apply(r, hit{s, m, i})
			if m.n == 2 {
				read = m.end
			}
		}
		low := toks[i].low
		if strings.EqualFold(low, "null") {
			low = "null" // in marks it may be written NULL
		}
		if nulls := nullPhrases[low]; nulls != nil {
			for _, p := range nulls.all {
				if m, ok := matchPhrase(p, toks, i); ok {
					p.says.apply(r, hit{s, m, i})
				}
			}
		}
	}
}

// supportedValues reads a sentence whose subject is a list: "RED and BLUE are supported."
func (r *reader) supportedValues(s sentence) {
	toks := s.toks
	i := 0
	if tokAt(toks, 0).low == "currently" && tokAt(toks, 1).low == "," {
		i = 2
	}
	l, end := readValues(toks, i, proseValues)
	if noun := r.definedNoun(toks, i); len(l.items) < 2 && noun > i {
		l, end = readValues(toks, noun, proseValues) // "Versions 5.0 and 4.4 are supported."
	}
	if len(l.items) < 2 || l.ranged || end+2 > len(toks) || toks[end].low != "are" {
		return
	}
	if allowedWords[toks[end+1].low] && cleanRest(toks[end+2:]) {
		r.listed(l, LimitValues, s.read, scope{conditional: conditional(toks, i, end, false)})
	}
}

// definedNoun finds the end of the noun at toks[i], in the plural, if it is what the text defines, and gives i for any
// other.
func (r *reader) definedNoun(toks []tok, i int) int {
	for end := min(i+maxNoun, len(toks)); end > i; end-- {
		if strings.HasSuffix(toks[end-1].low, "s") && r.isDefined(one(toks[i:end])) {
			return end
		}
	}
	return i
}

// longestPhrase finds the phrase at toks[i] that takes in the most words; of two that take
// in as many, the first of the table.
func longestPhrase(s sentence, i int) (*phrase, match) {
	t := s.toks[i]
	var b *beginning
	switch {
	case t.isNum():
		b = phrases["#"]
	case t.kind == tokWord || t.kind == tokPunct:
		b = phrases[t.low]
	}
	if b == nil {
		return nil, match{}
	}
	best, bestMatch := longest(b.other, s.toks, i, nil, match{})
	if i+1 == len(s.toks) {
		return best, bestMatch
	}
	next := s.toks[i+1]
	if numeral(next).isNum() {
		best, bestMatch = longest(b.numbers, s.toks, i, best, bestMatch)
	}
	if next.kind != tokValue {
		best, bestMatch = longest(b.by[next.low], s.toks, i, best, bestMatch)
	}
	return best, bestMatch
}

// longest is longestPhrase among some phrases and the best of others, nil where these have none.
func longest(among []*phrase, toks []tok, i int, best *phrase, bestMatch match) (*phrase, match) {
	for _, p := range among {
		m, ok := matchPhrase(p, toks, i)
		if ok && (m.end > bestMatch.end || m.end == bestMatch.end && p.row < best.row) {
			best, bestMatch = p, m
		}
	}
	return best, bestMatch
}

// maxSentence is the number of tokens from which on a stretch without a full stop is not
// a sentence but code or a list of data, which the phrases are not made for.
const maxSentence = 500

func saysOf(toks []tok, word string) bool {
	for _, t := range toks {
		if t.low == word {
			return true
		}
	}
	return false
}

// saysOneOf is saysOf of several words that nothing sets apart.
func saysOneOf(toks []tok, ws ...string) bool {
	return slices.ContainsFunc(toks, func(t tok) bool { return t.kind == tokWord && slices.Contains(ws, t.low) })
}

// fixedValue reads a value that is told in two sentences: "It has a fixed value. For the
// backup of servers, the value is **a**." The condition of the second one is a remark. It
// does not apply where any sentence stands between the two.
func (r *reader) fixedValue(s sentence) bool {
	announced := r.fixed
	r.fixed = false
	toks := s.toks
	if n := len(toks); endsWith(toks, "has", "a", "fixed", "value") && r.subjectOf(toks, n-4) == aboutField {
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
		if r.classify(toks[clause:i]) == aboutField {
			r.add(Limit{Kind: LimitConst, Values: m.list.items, Read: s.read, Off: toks[i].off, End: toks[m.end-1].end})
			return true
		}
	}
	return false
}

var valueIs = compilePhrase(phraseRow{"value is {v}", fixedAt{}})

// linking are the words between the field and "mandatory".
var linking = words("is", "becomes", "and", "only", "(", "be")

// conditions finds "mandatory when …" said of the field itself.
func (r *reader) conditions(s sentence) {
	toks := s.toks
	for i, t := range toks {
		if t.low != "mandatory" && t.low != "required" || t.kind != tokWord {
			continue
		}
		if i > 0 && !linking[toks[i-1].low] || (tokAt(toks, i-2).low == "that" || tokAt(toks, i-2).low == "which") {
			continue // "Data required for …", "The lid that is required for …"
		}
		when := saysOneOf(toks, "when", "if", "unless") || saysOneOf(toks[i:], "only") || saysOneOf(toks[i:min(i+2, len(toks))], "for")
		if when && r.subjectOf(toks, max(i-1, 0)) == aboutField {
			r.add(Limit{Kind: LimitCondition, Read: s.read, Off: toks[0].off, End: toks[len(toks)-1].end})
			return
		}
	}
}
