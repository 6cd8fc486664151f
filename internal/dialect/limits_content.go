package dialect

import (
	"cmp"
	"slices"
	"strings"
)

// tokenLines reads values that stand one a line below a label, two of them at the least and up to
// the end of the text or the next label, and reports whether it did.
func (r *reader) tokenLines(i int) bool {
	var values []Value
	end := i
	for ; end < len(r.lines); end++ {
		toks := r.tokens(end)
		if len(toks) > 0 {
			if _, n := labelOf(sentence{toks: toks, last: true}, false); n > 0 {
				break
			}
		}
		if len(toks) != 1 || toks[0].kind == tokPunct || toks[0].kind == tokEnd || !isValueWord(toks[0].text) || isNoDefault(toks[0]) {
			return false
		}
		values = append(values, Value{Text: toks[0].text, Off: toks[0].off})
	}
	if len(values) < 2 {
		return false
	}
	for j := i; j < end; j++ {
		r.lines[j].used = true
	}
	last := values[len(values)-1]
	r.add(Limit{Kind: LimitEnum, Values: values, Read: ReadLabel, Off: values[0].Off, End: last.Off + len(last.Text)})
	return true
}

// content reads the words after a label and reports whether it understood them.
func (r *reader) content(l label, s sentence, at int) bool {
	toks := s.toks
	switch l {
	case labelMin, labelMax, labelMinLen, labelMaxLen, labelMinItem, labelMaxItem:
		n := jsonNumber(toks[0].text)
		if n == "" || len(toks) > 1 && toks[1].low != "(" && toks[1].low != "," && !units[toks[1].low] && lengthUnits[toks[1].low] == OfUnsaid {
			return false
		}
		lim := Limit{Kind: LimitMin, Number: n, Read: s.read, Off: toks[0].off, End: toks[0].end}
		switch l {
		case labelMax, labelMaxLen, labelMaxItem:
			lim.Kind = LimitMax
		}
		switch l {
		case labelMinLen, labelMaxLen:
			lim.Of = OfLength
		case labelMinItem, labelMaxItem:
			lim.Of = OfItems
		}
		if len(toks) > 1 {
			if of := lengthUnits[toks[1].low]; of != OfUnsaid {
				lim.Of = of
			}
		}
		r.add(lim)
		return true
	case labelLength, labelItems:
		of := OfLength
		if l == labelItems {
			of = OfItems
		}
		return r.span(s, of)
	case labelDefault:
		return r.defaultContent(s)
	case labelExample:
		return r.exampleContent(s)
	case labelPattern:
		return r.patternContent(at, toks)
	case labelEnum:
		s.toks, toks = withoutDashes(s.toks), withoutDashes(toks)
		if l, end := readValues(toks, 0, labelValues); end == len(toks) && !l.open && l.areValueWords() && !l.ranged {
			r.addValues(LimitEnum, l, s.read, scope{})
			return true
		}
		return r.valueContent(s)
	case labelValue:
		s.toks = withoutDashes(s.toks)
		return r.valueContent(s)
	}
	return false
}

// withoutDashes reads items of a list that the page prints in one line, "- a - b - c", as "a, b, c". It does not
// apply where an item is more than one word, nor to a single one, which may begin with the dash, nor to two with
// spaces after the dashes: "- oak - hard" tells what oak means.
func withoutDashes(toks []tok) []tok {
	if len(toks) < 4 || len(toks)%2 != 0 || len(toks) == 4 && (toks[0].end < toks[1].off || toks[2].end < toks[3].off) {
		return toks
	}
	list := make([]tok, 0, len(toks))
	for i := 0; i < len(toks); i += 2 {
		dash, item := toks[i], toks[i+1]
		if dash.low != "-" || item.kind != tokWord && item.kind != tokValue {
			return toks
		}
		dash.text, dash.low = ",", ","
		list = append(list, dash, item)
	}
	return list[1:]
}

// span reads "1 - 5", "1 to 5 characters", "[1, 5]", or for a length a single number,
// which is the most that there may be.
func (r *reader) span(s sentence, of Of) bool {
	toks := s.toks
	if m, ok := matchPhrase(spanPhrase, toks, 0); ok {
		rest := toks[m.end:]
		if of2, n := lengthUnit(toks, m.end); n > 0 {
			of, rest = of2, toks[m.end+n:]
		} else if n := itemNoun(toks, m.end); n > 0 {
			of, rest = OfItems, toks[m.end+n:]
		}
		if end := closing(rest, 0); end != -1 && isDefaultNote(rest[1:end-1]) {
			r.add(Limit{Kind: LimitDefault, Values: []Value{{m.nums[1].text, m.nums[1].off}}, Read: s.read, Off: m.nums[1].off, End: m.nums[1].end})
		}
		if !cleanRest(rest) || conditional(toks, 0, len(toks)-len(rest), false) || m.units[0] != "" && m.units[0] != m.units[1] {
			return false
		}
		r.bound(LimitMin, of, m.nums[0], s.read, scope{}, m.exclusive[0])
		r.bound(LimitMax, of, m.nums[1], s.read, scope{}, m.exclusive[1])
		return true
	}
	if of == OfLength && jsonNumber(tokAt(toks, 0).text) != "" {
		_, n := lengthUnit(toks, 1)
		if cleanRest(toks[1+n:]) {
			r.bound(LimitMax, of, toks[0], s.read, scope{}, false)
			return true
		}
	}
	return false
}

var spanPhrase = compilePhrase(phraseRow{"from|between|[|(? {n} {u} to|-|,|and {n} {u} ]?", valueBounds{firstNumber, secondNumber}})

func (r *reader) bound(kind LimitKind, of Of, t tok, read Read, s scope, exclusive bool) {
	if n := jsonNumber(t.text); n != "" {
		r.add(Limit{Kind: kind, Of: of, Number: n, Read: read, Off: t.off, End: t.end, Exclusive: exclusive}.in(s))
	}
}

// defaultContent reads the one value of a default. A phrase of several unmarked words is
// a wording ("Same as the name"), and "None" says that there is none.
func (r *reader) defaultContent(s sentence) bool {
	toks := s.toks
	t := toks[0]
	if s.soft || !(t.kind == tokValue || t.kind == tokNum || t.kind == tokWord && !strings.HasSuffix(t.text, "/")) {
		return false
	}
	if isNoDefault(t) || strings.HasSuffix(t.text, "...") {
		if t.kind == tokValue && t.low != "null" && len(toks) == 1 { // "Default: **NONE**" where that is one of the values
			r.words = append(r.words, Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: s.read, Off: t.off, End: t.end})
		}
		return len(toks) == 1
	}
	rest := toks[1:]
	if t.isNum() && units[tokAt(rest, 0).low] {
		rest = rest[1:]
	}
	if len(rest) > 0 && rest[0].low != "(" && (rest[0].low != "," || t.kind != tokValue && (!t.isNum() || len(rest) == 1 || rest[1].kind != tokWord)) {
		return false
	}
	if conditional(toks, 0, 1, true) {
		return false
	}
	r.add(Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: s.read, Off: t.off, End: t.end})
	return true
}

// isNoDefault reports whether a word says that there is no value. An article is none
// either, but in marks it can be a value.
func isNoDefault(t tok) bool {
	low := strings.ToLower(t.text)
	return noDefault[low] || t.kind == tokWord && notValues[low]
}

// exampleContent reads marked values, or one bare word that is all of the line.
func (r *reader) exampleContent(s sentence) bool {
	toks := s.toks
	l, end := readValues(toks, 0, labelValues)
	if end != len(toks) || s.soft || !l.marked && (len(l.items) > 1 || !s.last) {
		return false
	}
	r.addValues(LimitExample, l, s.read, scope{})
	return true
}

// valueContent reads the content of "Value range:", "Options:" and their kin.
func (r *reader) valueContent(s sentence) bool {
	if r.span(s, OfValue) {
		return true
	}
	toks := s.toks
	if isNoDefault(toks[0]) && len(toks) == 1 {
		return true
	}
	if n := len(toks); n > 2 && toks[0].low == "[" && toks[n-1].low == "]" {
		toks = toks[1 : n-1] // "Enum: [a, b]"
		if l, end := readValues(toks, 0, labelValues); end == len(toks) && l.areValueWords() && !l.ranged {
			r.addValues(LimitEnum, l, s.read, scope{})
			return true
		}
	}
	if of, n := lengthUnit(toks, 1); n > 0 && jsonNumber(toks[0].text) != "" && cleanRest(toks[1+n:]) {
		r.bound(LimitMax, of, toks[0], s.read, scope{}, false) // "Range: 32 characters"
		return true
	}
	l, end := readValues(toks, 0, labelValues)
	if len(l.items) == 0 || !cleanRest(toks[end:]) || conditional(toks, 0, end, false) {
		return false
	}
	if len(l.items) == 1 && toks[0].kind == tokWord && !valueShape(l.items[0].Text) {
		return false // "Range: Strings"
	}
	return r.listed(l, LimitEnum, s.read, scope{})
}

// listed adds a list of values, or the bounds that it stands for: "-1 or 1 to 99" admits
// no less than -1 and no more than 99.
func (r *reader) listed(l valueList, kind LimitKind, read Read, s scope) bool {
	if len(l.items) == 1 && l.items[0].Text == "" {
		return false // "It can be \"\"" says that it may be empty
	}
	if l.ranged {
		if !l.numbers || l.open {
			return false
		}
		smaller := func(a, b string) int { return cmp.Compare(number(a), number(b)) }
		low, high := slices.MinFunc(l.nums, smaller), slices.MaxFunc(l.nums, smaller)
		for _, b := range []Limit{{Kind: LimitMin, Number: low}, {Kind: LimitMax, Number: high}} {
			b.Of, b.Read, b.Off, b.End = OfValue, read, l.items[0].Off, l.end
			r.add(b.in(s))
		}
		return true
	}
	switch {
	case l.open || !l.areValueWords():
		kind = LimitSome
	case len(l.items) == 1:
		kind = LimitValues
	}
	r.addValues(kind, l, read, s)
	if l.fallback != nil {
		v := *l.fallback
		r.add(Limit{Kind: LimitDefault, Values: []Value{v}, Read: ReadProse, Off: v.Off, End: v.Off + len(v.Text), Conditional: s.conditional})
	}
	return true
}

func (r *reader) addValues(kind LimitKind, l valueList, read Read, s scope) {
	last := l.items[len(l.items)-1]
	r.add(Limit{Kind: kind, Values: l.items, Read: read, Off: l.items[0].Off, End: last.Off + len(last.Text)}.in(s))
}

// cleanRest reports whether a sentence may go on with rest without changing what was
// said: it ends, or a bracket, a unit or another clause follows.
func cleanRest(rest []tok) bool {
	if len(rest) == 0 {
		return true
	}
	switch rest[0].low {
	case "(", ")", "indicating", "which", "but", "|":
		return true
	case "only":
		return len(rest) == 1
	case ",", "and":
		if len(rest) == 1 || secondBound(rest) {
			return true
		}
		if n := len(rest); n > 2 && rest[1].low == "default" && (rest[2].isNum() || isCopula(rest[2])) {
			return true // "1 to 9, default 5"
		}
		at := 1
		if rest[1].low == "and" && len(rest) > 2 {
			at = 2
		}
		next := rest[at]
		if next.isNum() && (tokAt(rest, at+1).low == "means" || tokAt(rest, at+1).low == "indicates") {
			return true // "1 to 9, and 0 means that there is none"
		}
		return next.kind == tokWord && (clauseWords[next.low] || next.low == "but" || next.low == "in" || next.low == "including" || next.low == "excluding" || next.low == "starting" || next.low == "indicating" || next.low == "meaning" || next.low == "with" || next.low == "inclusive" || next.low == "case-sensitive")
	case "in":
		return len(rest) > 1 && (units[rest[1].low] || rest[1].low == "length" || rest[1].low == "the" && tokAt(rest, 2).low == "unit")
	}
	return false
}

// secondBound reports whether the other bound of a value follows: "and at most 5", ", and less than
// 10".
func secondBound(rest []tok) bool {
	i := 1
	for tokAt(rest, i).low == "and" || tokAt(rest, i).low == "be" {
		i++
	}
	if !boundWords[tokAt(rest, i).low] {
		return false
	}
	for _, t := range rest[i:min(len(rest), i+6)] {
		if t.isNum() {
			return true
		}
	}
	return false
}

// boundWords begin the second of two bounds.
var boundWords = words("at", "less", "greater", "smaller", "larger", "lower", "higher", "more", "fewer", "no", "not", "strictly", "up", "<", ">")
