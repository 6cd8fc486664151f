package dialect

import (
	"slices"
	"strings"
)

// meanings reads values that the text names with what each of them means:
//
//	0 (off), 1 (on)
//	RED: a warm color; BLUE: a cold color
//	**a** indicates the first, and **b** indicates the second
//	Color. - RED: warm - BLUE: cold
//	If the value is **a**, the lid is open. If the value is **b**, …
//
// Two or more of them are values, unless they are special values beside free ones (a number
// in a range, an id), members of a structure, or parts of an example. All lines count
// together, for writers give each value a sentence.
func (r *reader) meanings() {
	found := r.valuesOfCases()
	for i := range r.lines {
		if l := &r.lines[i]; l.used || l.other || r.item(i) && statesLimit(r.tokens(i)) {
			continue // its values are known, or it has none
		}
		if r.lines[i].bullet && namesCase(r.tokens(i)) {
			continue // "-  For oak: **a** (red), **b** (blue), and **c**"
		}
		if rangeMeans(r.tokens(i)) {
			return
		}
		found = r.explainedIn(r.tokens(i), found)
	}
	found = r.explainedClauses(found)
	if len(found) < 2 || !r.listedAlready(found) && (r.membersNamed(found) || r.freeForm() || r.partsListed()) {
		return
	}
	kind := LimitValues
	found, open := r.withoutMeaning(found)
	if open || r.leavesItems(found) {
		kind = LimitSome
	}
	last := found[len(found)-1]
	r.add(Limit{Kind: kind, Values: found, Read: ReadProse, Off: found[0].Off, End: last.Off + len(last.Text)})
}

// namesCase reports whether an item begins with a case and a colon: "For oak:", "If **lid** is open:".
func namesCase(toks []tok) bool {
	return caseWords[tokAt(toks, 0).low] && slices.ContainsFunc(toks[:min(maxCase, len(toks))], func(t tok) bool { return t.low == ":" && t.kind == tokPunct })
}

// leavesItems reports whether a list has items that begin with some of the values, and others that begin with a name in
// marks, or with words and a colon, which are none of them: these may be values as well, be they of several words. "•
// **OLD LID**: It is old. • **NEW**: It is new." The values are then not all.
func (r *reader) leavesItems(values []Value) bool {
	begins := make(map[int]bool, len(values))
	for _, v := range values {
		begins[v.Off] = true
	}
	for i := 0; i < len(r.lines); i++ {
		found, left := false, false
		for ; i < len(r.lines) && r.item(i); i++ {
			toks := r.tokens(i)
			if begins[tokAt(toks, 0).off] {
				found = true
			} else {
				left = left || beginsWithName(toks)
			}
		}
		if found && left {
			return true
		}
	}
	return false
}

// beginsWithName reports whether an item begins with a name in marks, or with a few words and a colon that are not a label.
func beginsWithName(toks []tok) bool {
	if _, n := labelOf(sentence{toks: toks}, true); n != 0 {
		return false
	}
	if tokAt(toks, 0).kind == tokValue {
		return true
	}
	for i, t := range toks[:min(maxNoun+1, len(toks))] {
		if t.low == ":" && t.kind == tokPunct {
			return i > 0 && !caseWords[toks[0].low]
		}
		if t.kind != tokWord || verbs[t.low] {
			return false
		}
	}
	return false
}

// valuesOfCases reads values that the text names in sentences about one each, "If the value is **a**, the lid is
// open." Such sentences also tell of special values beside free ones, so they have to be the whole text but for
// labels, or three at the least.
func (r *reader) valuesOfCases() []Value {
	var found []Value
	alone := true
	for s := range r.sentences() {
		switch v, ok := valueOfCase(s.toks); {
		case ok && !hasValue(found, v.Text):
			found = append(found, v)
		case !ok:
			_, n := labelOf(s, false)
			alone = alone && n == len(s.toks)
		}
	}
	if len(found) < 3 && !alone {
		return nil
	}
	return found
}

// valueOfCase reads the value of "If the value is **a**, the lid is open".
func valueOfCase(s []tok) (v Value, ok bool) {
	for _, words := range caseOfValue {
		at := len(words)
		if len(s) >= at+3 && startsWith(s, words...) && s[at].kind == tokValue && s[at+1].low == "," && jsonNumber(s[at].text) == "" {
			return Value{Text: s[at].text, Off: s[at].off}, true
		}
	}
	return v, false
}

// caseOfValue are the words before the value in a sentence about one.
var caseOfValue = [][]string{
	{"if", "the", "value", "is"}, {"if", "the", "value", "is", "set", "to"}, {"when", "the", "value", "is"}, {"if", "it", "is"}, {"when", "it", "is"},
	{"if", "it", "is", "set", "to"}, {"when", "it", "is", "set", "to"}, {"if", "set", "to"}, {"when", "set", "to"}, {"if", "this", "parameter", "is"},
}

// listedAlready reports whether a list of the text holds all the values.
func (r *reader) listedAlready(values []Value) bool {
	for _, l := range r.limits {
		if l.Kind != LimitEnum && l.Kind != LimitValues || l.Conditional {
			continue
		}
		known := true
		for _, v := range values {
			known = known && hasValue(l.Values, v.Text)
		}
		if known {
			return true
		}
	}
	return false
}

// explainedIn adds the values of a line that have their meaning after them.
func (r *reader) explainedIn(toks []tok, found []Value) []Value {
	for i, t := range toks {
		if i+1 >= len(toks) || !meaningFollows(toks, i) || hasValue(found, t.text) || !beginsMeaning(toks, i, found) && !goesOnWith(toks, i, found) {
			continue
		}
		if l, n := labelOf(sentence{toks: toks[i:]}, false); n != 0 && !r.isState(l, t) {
			continue
		}
		if _, sign := namedSign(toks, i); sign {
			continue // "**_** (underscore)" is a character
		}
		for j := firstOfMeaning(toks, i); j <= i; j++ {
			if v := toks[j]; !isSeparator(v) && !hasValue(found, v.text) {
				found = append(found, Value{Text: v.text, Off: v.off})
			}
		}
	}
	return found
}

// membersNamed reports that the names are those of members of a structure, each with what
// it holds, or parts of an example.
func (r *reader) membersNamed(values []Value) bool {
	for _, v := range values {
		switch strings.ToLower(v.Text) {
		case "key", "value", "keys", "values", "name":
			return true
		}
		if strings.ContainsAny(v.Text, "[]/:") || len(v.Text) > 40 {
			return true
		}
	}
	return mentions(r.lowerText(), "parameters", "fields", "attributes", "as an example", "json")
}

// partsListed reports that the text lists the values of parts of the value.
func (r *reader) partsListed() bool {
	for _, l := range r.limits {
		if l.part && l.Kind == LimitEnum {
			return true
		}
	}
	return false
}

// freeForm reports that the text is about values that it does not list.
func (r *reader) freeForm() bool {
	for _, l := range r.limits {
		switch {
		case l.Conditional:
		case l.Of == OfValue, l.Of == OfLength && l.Read == ReadProse, l.Kind == LimitPattern, l.Kind == LimitEnum, l.Kind == LimitValues && len(l.Values) > 1, l.Kind == LimitConst:
			return true
		}
	}
	return mentions(r.lowerText(), "uuid", "string that contains", "in the format", "format of", "fuzzy", "how to obtain", "to obtain", "obtaining", "obtained", "can obtain", "obtain it", "example", ", and other ", ", or other ")
}
