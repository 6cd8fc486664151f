package dialect

import (
	"slices"
	"strings"
)

// intro is what the sentence before a list makes of its items.
type intro byte

const (
	introOpen   intro = iota // nothing: items that look like values are values
	introAll                 // they are all the values
	introEnum                // they are all the values, as printed
	introCase                // they are the values in one case
	introOthers              // they are fields, rules or characters
	introSome                // they are examples
)

// introOf reads the sentence before a list.
//
// "The value can be:", "The options are as follows:", "It must be one of the following:"
// announce all the values. Any other sentence with a colon leaves it open, one with a
// condition makes the list one of several.
func (r *reader) introOf(toks []tok) intro {
	about, purpose := false, false
	for i, t := range toks {
		purpose = purpose || t.low == "for" && verbAt(toks, 0) < 0
		if t.kind == tokValue {
			return introOpen // "Possible values of **b** are as follows:" may be of another field
		}
		if conditionWords[t.low] && t.low != "whether" && t.low != "whose" && (t.low != "for" || i == 0 || ofSome(toks, i)) && !whileDoing(toks, i) {
			return introCase
		}
		switch {
		case t.low == "example" || t.low == "examples" || t.low == "such":
			return introSome
		case introNouns[t.low]:
			about = true
		case otherNouns[t.low] && i >= len(toks)-4 && !purpose: // "Action for old rules:" lists no rules
			return introOthers
		}
	}
	if !about {
		return introOpen
	}
	t := toks
	if t[len(t)-1].low == ":" {
		t = t[:len(t)-1]
	}
	for _, e := range introEnds {
		if endsWith(t, e...) && (r.subjectOf(toks, len(t)-len(e)) != aboutOther || e[0] == "as") {
			return introAll
		}
	}
	return introOpen
}

// whileDoing reports whether a condition says what somebody does and tells no case of the value:
// "Note the following when using lids:".
func whileDoing(toks []tok, i int) bool {
	return i > 0 && strings.HasSuffix(tokAt(toks, i+1).low, "ing")
}

// ofSome reports whether the for at i says for which things the values before it are:
// "The options for lids with a handle are as follows:". It does not apply to all of them
// ("The options for this parameter are as follows:").
func ofSome(toks []tok, i int) bool {
	return introNouns[toks[i-1].low] && slices.ContainsFunc(toks[i:], func(t tok) bool { return t.low == "with" || t.low == "without" })
}

// bullets reads the list items from line i on as values. Items that are not values are
// notes after the list; the list is then not taken for closed.
func (r *reader) bullets(i int, in intro, read Read) {
	if in == introOthers {
		for ; i < len(r.lines) && r.item(i); i++ {
			r.lines[i].other = true
		}
		return
	}
	literal := in == introEnum
	if literal {
		in = introAll
	}
	items, whole := r.listItems(i)
	if literal && !whole {
		items, whole = r.markedItems(i, items)
	}
	if r.leftOpen(i) {
		in = introSome
	}
	if in == introCase {
		for j := i; j < len(r.lines) && r.item(j); j++ {
			r.lines[j].inCase = true // all of them belong to that case
		}
	}
	tokens := tokenList(items)
	if !whole && (!tokens || len(items) < 2) || in != introAll && !tokens {
		return
	}
	kind := LimitValues
	areValues := all(items, func(it listItem) bool { return isValueWord(it.value.Text) }) || literal && all(items, r.isLiteral)
	if in == introAll && whole {
		kind = LimitEnum
	}
	if !areValues {
		kind = LimitSome
	}
	if in == introSome {
		kind = LimitSome
	}
	var values []Value
	for _, it := range items {
		r.lines[it.line].used = true
		values = append(append(values, it.value), it.more...)
	}
	last := values[len(values)-1]
	r.add(Limit{Kind: kind, Values: values, Read: read, Off: values[0].Off, End: last.Off + len(last.Text), Conditional: in == introCase})
	r.itemDefault(items, in == introCase)
	for _, it := range items {
		r.trailingDefault(r.tokens(it.line), values, in == introCase)
	}
}

// looseBullets reads a list that no sentence introduces, if its items look like values
// and there are at least two of them.
func (r *reader) looseBullets(i int) {
	if r.asksToSet(i) {
		r.bullets(i, introOthers, ReadProse)
	} else {
		r.looseItems(i)
	}
}

// looseItems reads those that may be values.
func (r *reader) looseItems(i int) {
	items, whole := r.listItems(i)
	if r.partsOfFormat(i, items) {
		r.bullets(i, introOthers, ReadProse)
	} else {
		r.likeValues(i, items, whole)
	}
}

// likeValues reads the items of such a list of which enough look like values.
func (r *reader) likeValues(i int, items []listItem, whole bool) {
	r.leftOpen(i)
	if len(items) < 2 || !tokenList(items) {
		if whole && len(items) > 1 && all(items, func(it listItem) bool { return it.marked }) {
			r.itemDefault(items, false) // "**TLS v1**: (Default) …", of values with spaces
		}
		return
	}
	if run := r.runLength(i); len(items) < run && !all(items, func(it listItem) bool { return it.marked }) {
		return // a value or two among sentences
	}
	r.bullets(i, introOpen, ReadProse)
}

// runLength gives the number of list items from line i on.
func (r *reader) runLength(i int) int {
	n := 0
	for i+n < len(r.lines) && r.item(i+n) {
		n++
	}
	return n
}
