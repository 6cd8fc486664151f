package dialect

import "strings"

// A phrase of the tables is a row of words:
//
//	a|b     one of the words
//	a?      the word may be missing
//	{n}     a number, perhaps in marks
//	{u}     a unit, perhaps missing: "GB", "seconds"
//	{c}     a unit of length: "characters", "bytes"
//	{i}     what a list is counted in: "keys", "IP addresses"
//	{v}     one value
//	{list}  one or more values
//	{words} two or more values at the end of a sentence, be they English words
//	{null}  null, perhaps in marks
//	{noun}  one or two bare words: "method", "sorting order"
//
// It is compiled once, when the package is initialised, and never changes.
type phrase struct {
	elems []phraseElem
	says  effect
	row   int // its place in the table
}

type phraseElem struct {
	words []string
	opt   bool
	cap   byte // 'n', 'u', 'c', 'i', 'v', 'l', 'b' for words, '0' for null, 'w' for a noun, or 0
}

// phraseIndex holds the phrases under the words that they can begin with; those that
// begin with a number are under "#".
type phraseIndex map[string]*beginning

// beginning are the phrases that can begin with one word, in the order of their table. Most of them differ
// from a text in the second word already, so they are kept by that, too.
type beginning struct {
	all     []*phrase
	by      map[string][]*phrase // those that go on with a word, by it
	numbers []*phrase            // those that go on with a number
	other   []*phrase
}

// add adds a phrase under one of the words that it can begin with.
func (x phraseIndex) add(word string, p *phrase) {
	b := x[word]
	if b == nil {
		b = &beginning{by: map[string][]*phrase{}}
		x[word] = b
	}
	b.all = append(b.all, p)
	fixed := len(p.elems) > 1 && p.elems[0].cap == 0 && !p.elems[0].opt && !p.elems[1].opt
	switch {
	case fixed && p.elems[1].cap == 0:
		for _, w := range p.elems[1].words {
			b.by[w] = append(b.by[w], p)
		}
	case fixed && p.elems[1].cap == 'n':
		b.numbers = append(b.numbers, p)
	default:
		b.other = append(b.other, p)
	}
}

func compilePhrases(rows []phraseRow) phraseIndex {
	index := phraseIndex{}
	for i, r := range rows {
		p := compilePhrase(r)
		p.row = i
		for _, first := range p.elems {
			if first.cap == 'n' {
				index.add("#", p)
			}
			if first.cap == '0' {
				index.add("null", p)
			}
			for _, w := range first.words {
				index.add(w, p)
			}
			if !first.opt {
				break
			}
		}
	}
	return index
}

func compilePhrase(r phraseRow) *phrase {
	p := &phrase{says: r.says}
	for _, w := range strings.Fields(r.words) {
		var e phraseElem
		switch w {
		case "{n}":
			e.cap = 'n'
		case "{u}":
			e.cap, e.opt = 'u', true
		case "{c}":
			e.cap = 'c'
		case "{i}":
			e.cap = 'i'
		case "{v}":
			e.cap = 'v'
		case "{list}":
			e.cap = 'l'
		case "{words}":
			e.cap = 'b'
		case "{null}":
			e.cap = '0'
		case "{noun}":
			e.cap = 'w'
		default:
			w, e.opt = strings.CutSuffix(w, "?")
			e.words = strings.Split(w, "|")
		}
		p.elems = append(p.elems, e)
	}
	return p
}

func (e *phraseElem) has(t *tok) bool {
	if t.kind == tokValue {
		return false
	}
	for _, w := range e.words {
		if t.low == w {
			return true
		}
	}
	return false
}

// match is what a phrase caught.
type match struct {
	nums [2]tok
	n    int    // of nums
	at   [2]int // indexes of nums in the sentence
	// exclusive tells that a number has "(exclusive)" after it.
	exclusive [2]bool
	units     [2]string
	length    Of // from {c}
	list      valueList
	end       int // index of the token after the phrase
}

// matchPhrase matches p at toks[i].
func matchPhrase(p *phrase, toks []tok, i int) (match, bool) {
	var m match
	if !matchElems(p.elems, toks, i, &m) {
		return match{}, false
	}
	return m, true
}

// matchElems matches the elements of a phrase at toks[i] and keeps in m what they catch, which counts only where
// they match. Words, units and nouns may be matched in several ways, of which the first counts that the rest of
// the phrase fits.
func matchElems(elems []phraseElem, toks []tok, i int, m *match) bool {
	if len(elems) == 0 {
		m.end = i
		m.halfOpen(toks)
		return true
	}
	e, rest := &elems[0], elems[1:]
	if i < len(toks) {
		t := &toks[i]
		switch e.cap {
		case 0:
			if e.has(t) {
				return matchElems(rest, toks, i+1, m)
			}
		case 'u':
			if t.kind != tokValue && units[t.low] {
				m.units[m.n-1] = t.low
				return matchElems(rest, toks, i+1, m)
			}
		case 'w':
			for n := 2; n >= 1; n-- {
				with := *m
				if nounAt(toks, i, n) && matchElems(rest, toks, i+n, &with) {
					*m = with
					return true
				}
			}
			return false
		default:
			next := m.take(e.cap, toks, i)
			return next > i && matchElems(rest, toks, next, m)
		}
	}
	return e.opt && matchElems(rest, toks, i, m)
}

// take keeps what an element of a phrase catches at toks[i], and gives the index after it, i where it
// catches nothing.
func (m *match) take(what byte, toks []tok, i int) int {
	t := toks[i]
	switch what {
	case 'n':
		if partOfCount(toks, i) {
			return i
		}
		t = numeral(t)
		if jsonNumber(t.text) == "" || scaledAt(toks, i+1) {
			return i
		}
		next, exclusive := inclusion(toks, i+1)
		m.nums[m.n], m.exclusive[m.n], m.at[m.n] = t, exclusive, i
		m.n++
		return next
	case 'c':
		of, n := lengthUnit(toks, i)
		m.length = of
		return i + n
	case 'i':
		return i + itemNoun(toks, i)
	case '0':
		if strings.EqualFold(t.text, "null") {
			return i + 1
		}
	case 'v':
		if t.text == "" || isTimeOfDay(t.text) { // "" in quotes, 12:30
			m.list = valueList{items: []Value{{t.text, t.off}}, marked: true}
			return i + 1
		}
		if l, _ := readValues(toks, i, proseValues); len(l.items) > 0 {
			l.items, l.open = l.items[:1], false
			m.list = l
			return i + 1
		}
	case 'b':
		if l, end := readValues(toks, i, labelValues); len(l.items) > 1 && end == len(toks) && !l.open && areWords(toks[i:end]) {
			m.list = l
			return end
		}
	case 'l':
		l, end := readValues(toks, i, proseValues)
		m.list = l
		return end
	}
	return i
}
