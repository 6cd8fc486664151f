package dialect

import (
	"iter"
	"strings"
)

// told reads values that a sentence names beside what they mean, without a verb that announces them:
//
//	**up**, **down**, and **flat** indicate a rise, a fall, and none, respectively.
//	The ascending (**asc**) or descending (**desc**) order.
func (r *reader) told(s sentence, at int) {
	if s.bullet || r.aside {
		return
	}
	l, ok := respectively(s.toks)
	if ok = ok && at == 0; !ok {
		l, ok = bracketed(s.toks)
		ok = ok && r.opens(s.toks[0]) && !conditional(s.toks, len(s.toks), len(s.toks), false)
	}
	if ok {
		r.listed(l, LimitValues, s.read, scope{})
	}
}

// respectively reads the values that a sentence begins with and gives a meaning each. It does not apply to two that may
// be names of members, "**key** and **value** indicate the key and the value respectively", nor where a name stands
// beside the values.
func respectively(toks []tok) (l valueList, ok bool) {
	n := len(toks)
	l, end := readValues(toks, 0, proseValues)
	if len(l.items) < 2 || l.open || l.ranged || !l.marked || !indicateVerbs[tokAt(toks, end).low] || tokAt(toks, n-1).low != "respectively" {
		return l, false
	}
	names := 0
	for _, v := range l.items {
		if isPartName(v.Text) {
			names++
		}
	}
	return l, (names == 0 || len(l.items) > 2) && countMeanings(toks[end+1:n-1]) == len(l.items)
}

var indicateVerbs = words("indicate", "represent", "mean", "denote", "stand")

// countMeanings counts what stands between commas and "and".
func countMeanings(toks []tok) int {
	n := 0
	for i, t := range toks {
		if !isSeparator(t) && (i == 0 || isSeparator(toks[i-1])) {
			n++
		}
	}
	return n
}

// bracketed reads values that stand in brackets after what each of them is, two of them at the least: "ascending
// (**asc**) or descending (**desc**)". It does not apply to names of other fields, which have underscores, nor where more
// than a few words stand between the brackets.
func bracketed(toks []tok) (l valueList, ok bool) {
	last := -1 // index after the bracket of the value before
	l = valueList{marked: true}
	for i := 1; i+2 < len(toks); i++ {
		if toks[i].low != "(" || toks[i].kind == tokValue {
			continue
		}
		v := toks[i+1]
		if v.kind != tokValue || toks[i+2].low != ")" || !isValueWord(v.text) || strings.Contains(v.text, "_") || v.isNum() || toks[i-1].kind != tokWord {
			return l, false
		}
		if last != -1 && !joinsMeanings(toks[last:i]) {
			return l, false
		}
		l.items = append(l.items, Value{v.text, v.off})
		last = i + 3
	}
	return l, len(l.items) > 1
}

// joinsMeanings reports whether words between two brackets are "or descending", ", and no".
func joinsMeanings(toks []tok) bool {
	n := 0
	for n < len(toks) && isSeparator(toks[n]) {
		n++
	}
	if n == 0 || len(toks)-n > maxNoun {
		return false
	}
	for _, t := range toks[n:] {
		if t.kind != tokWord || verbs[t.low] {
			return false
		}
	}
	return true
}

// listBelow reads a line that is nothing but values with commas, below a sentence that announces them: "The following
// woods are supported:" It does not apply to fewer than three, nor to bare words that are English.
func (r *reader) listBelow(s sentence, at int) {
	if at+1 >= len(r.lines) || !announces(s.toks) || conditional(s.toks, len(s.toks), len(s.toks), false) {
		return
	}
	toks := withoutEnd(r.tokens(at + 1))
	l, end := readValues(toks, 0, proseValues)
	if len(l.items) < 3 || end != len(toks) || l.open || l.ranged || l.numbers {
		return
	}
	r.lines[at+1].used = true
	r.listed(l, LimitValues, s.read, scope{part: r.part})
}

// announces reports whether a sentence says that what follows is supported.
func announces(toks []tok) bool {
	n := len(toks)
	if n < 4 || !allowedWords[toks[n-2].low] || toks[n-3].low != "are" {
		return false
	}
	return saysOf(toks, "following") && !otherNouns[toks[n-4].low]
}

// ownCases reads the values of a field that the text calls by its name, each in a sentence about one of them: "If **lid**
// is set to **oak**, it is heavy. If **lid** is set to **pine**, it is light." They are all that the text has beside its
// first sentence and labels, or three at the least; for other sentences may tell of special values beside free ones.
// Whether the name is the field's own is for those to say who know how the field is called.
func (r *reader) ownCases() {
	var found []Value
	known := make(map[string]bool)
	name, alone, first := "", true, true
	for s := range r.sentences() {
		of, v, ok := ownCase(s.toks)
		if ok && (name == "" || name == of) && !known[v.Text] {
			name, found, known[v.Text] = of, append(found, v), true
		} else if !first {
			_, n := labelOf(s, false)
			alone = alone && n == len(s.toks)
		}
		first = false
	}
	if len(found) < 2 || len(found) == 2 && !alone || r.freeForm() {
		return
	}
	last := found[len(found)-1]
	r.add(Limit{Kind: LimitValues, Values: found, Read: ReadProse, Off: found[0].Off, End: last.Off + len(last.Text), Named: name, Conditional: true})
}

// sentences are those of all lines, without the empty ones.
func (r *reader) sentences() iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		for i := range r.lines {
			toks := r.tokens(i)
			for from := 0; from < len(toks); {
				to := from
				for tokAt(toks, to).kind != tokEnd {
					to++
				}
				if to > from && !yield(sentence{toks: toks[from:to], last: to+1 >= len(toks)}) {
					return
				}
				from = to + 1
			}
		}
	}
}

// ownCase reads the name and the value of "If **lid** is set to **oak**, it is heavy".
func ownCase(s []tok) (name string, v Value, ok bool) {
	if len(s) < 6 || s[0].low != "if" && s[0].low != "when" || s[1].kind != tokValue || s[2].low != "is" {
		return "", v, false
	}
	at := 3
	if s[3].low == "set" && s[4].low == "to" {
		at = 5
	}
	if at+1 >= len(s) || s[at].kind != tokValue || s[at+1].low != "," || s[at].isNum() || !isValueWord(s[at].text) {
		return "", v, false
	}
	return s[1].text, Value{s[at].text, s[at].off}, true
}
