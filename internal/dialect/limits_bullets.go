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
		purpose = purpose || t.low == "for" && i > 0 && verbAt(toks, 0) < 0
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

// listItem is an item of a list that begins with a value.
type listItem struct {
	value    Value
	more     []Value // further values of the item
	line     int
	marked   bool
	token    bool // it looks like a value whatever is said of the list
	word     bool // it is one word that may be a value
	fallback bool // its words say that it is the default
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
		items, whole = r.settledItems(i, items)
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
	if in == introAll && whole && areValues {
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

// settledItems are the items below "Enumeration values:" that begin with a text in marks or quotes, whatever follows:
// "**oak** will be cut", if all of them do. Else it gives what was read of them before.
func (r *reader) settledItems(i int, read []listItem) (items []listItem, whole bool) {
	for ; i < len(r.lines) && r.item(i); i++ {
		toks := r.tokens(i)
		t := tokAt(toks, 0)
		if t.kind != tokValue || !isValueWord(t.text) || statesLimit(toks) || isSeparator(tokAt(toks, 1)) {
			return read, false
		}
		items = append(items, listItem{value: Value{Text: t.text, Off: t.off}, line: i, marked: true, token: true, fallback: saysItDefaults(toks)})
	}
	return items, len(items) > 0
}

// isLiteral reports whether an item below "Enumeration values:" is nothing but a marked text: "**dd-MM-yyyy HH:mm**". A
// value may have spaces there. It does not apply to what has brackets, which explain.
func (r *reader) isLiteral(it listItem) bool {
	toks := r.tokens(it.line)
	return len(toks) == 1 && it.marked && !strings.ContainsAny(it.value.Text, "(){}<>*.,;") && !standIns[it.value.Text]
}

// trailingDefault reads the default that stands at the end of an item and is one of the values:
// "NORMAL: as it is. Default value: NORMAL".
func (r *reader) trailingDefault(toks []tok, values []Value, oneCase bool) {
	if n := len(toks); toks[n-1].kind == tokEnd {
		toks = toks[:n-1]
	}
	n := len(toks)
	if n < 5 || toks[n-2].low != ":" && toks[n-2].low != "is" || !hasValue(values, toks[n-1].text) {
		return
	}
	if toks[n-3].low != "default" && (toks[n-3].low != "value" || toks[n-4].low != "default") {
		return
	}
	t := toks[n-1]
	r.add(Limit{Kind: LimitDefault, Values: []Value{{t.text, t.off}}, Read: ReadProse, Off: t.off, End: t.end, Conditional: oneCase})
}

func all(items []listItem, is func(listItem) bool) bool {
	return !slices.ContainsFunc(items, func(it listItem) bool { return !is(it) })
}

// tokenList reports whether all items look like values, or one of them does beyond doubt and
// the others are single words: "FlinkSQL", "Shell".
func tokenList(items []listItem) bool {
	sure := false
	for _, it := range items {
		sure = sure || it.marked || valueShape(it.value.Text)
		if !it.token && !it.word {
			return false
		}
	}
	return sure || all(items, func(it listItem) bool { return it.token })
}

// itemDefault adds the default that one item, and only one, says it is.
func (r *reader) itemDefault(items []listItem, oneCase bool) {
	i := slices.IndexFunc(items, func(it listItem) bool { return it.fallback })
	if i < 0 || slices.ContainsFunc(items[i+1:], func(it listItem) bool { return it.fallback }) {
		return
	}
	v := items[i].value
	r.add(Limit{Kind: LimitDefault, Values: []Value{v}, Read: ReadProse, Off: v.Off, End: v.Off + len(v.Text), Conditional: oneCase})
}

// listItems collects the items from line i on that begin with values; whole says that all
// items do.
func (r *reader) listItems(i int) (items []listItem, whole bool) {
	onlyMarked, capitals := r.mixedMarks(i), r.allCapitals(i)
	whole = true
	for ; i < len(r.lines) && r.item(i); i++ {
		toks := r.tokens(i)
		v, ok := bulletValue(toks)
		more := furtherValues(toks)
		if len(more) > 0 || r.stopForColon(i) || capitals {
			v, ok = Value{Text: toks[0].text, Off: toks[0].off}, true
		}
		r.lines[i].other = r.lines[i].other || rulesCase(toks)
		if !ok || labelWords(toks) || statesLimit(toks) || r.lines[i].other {
			whole = false
			continue
		}
		marked := toks[0].kind == tokValue
		if onlyMarked && !marked {
			whole = false
			r.lines[i].used = true
			continue
		}
		items = append(items, listItem{
			value: v, more: more, line: i, marked: marked, token: tokenItem(toks, v),
			word:     len(toks) == 1 && charNames[toks[0].low] == "" && isValueWord(v.Text),
			fallback: saysItDefaults(toks),
		})
	}
	return items, whole
}

// allCapitals reports whether all items of the list from line i on are single words in capitals, one of which no
// sentence has: what describes a value elsewhere is one of the values then, "ID" beside "JAR" and "JAR_ID".
func (r *reader) allCapitals(i int) bool {
	token := false
	for ; i < len(r.lines) && r.item(i); i++ {
		toks := withoutEnd(r.tokens(i))
		if len(toks) != 1 || toks[0].kind != tokWord || strings.ToUpper(toks[0].text) != toks[0].text {
			return false
		}
		token = token || strings.Contains(toks[0].text, "_")
	}
	return token
}

// stopForColon reports whether an item has a full stop after its value where the one beside it has a colon:
//
//   - lid_1: oak
//   - lid_2. pine
//
// It does not apply to an English word, nor where the item beside it is no value with its meaning.
func (r *reader) stopForColon(i int) bool {
	begins := func(j int, sign func(tok) bool) bool {
		if j < 0 || j >= len(r.lines) || !r.item(j) {
			return false
		}
		toks := r.tokens(j)
		return len(toks) > 2 && toks[0].kind == tokWord && valueShape(toks[0].text) && sign(toks[1])
	}
	colon := func(t tok) bool { return t.low == ":" }
	return begins(i, func(t tok) bool { return t.kind == tokEnd }) && (begins(i-1, colon) || begins(i+1, colon))
}

// tokenItem reports whether an item begins with what looks like a value: a token, or a
// word that stands alone or has its meaning after it. A capital makes a bare word English,
// unless its meaning follows: "Letters" is not a value, "Turbo: the fast one" is.
func tokenItem(toks []tok, v Value) bool {
	t := toks[0]
	if t.kind == tokNum {
		return true
	}
	if t.kind == tokValue {
		return isValueWord(v.Text)
	}
	if valueShape(v.Text) {
		return true
	}
	if charNames[t.low] != "" || !isValueWord(v.Text) || len(v.Text) < 2 {
		return false
	}
	explained := tokAt(toks, 1).low == ":"
	return explained || strings.ToLower(v.Text) == v.Text
}

// statesLimit reports an item that limits what its first word names: that is a part of the
// value, and not one of several values. "**b**: a box. The value can be 0 or 1." It does not
// apply where the limit names the first word: "**b**: a box. In winter, the value can only be **b**."
func statesLimit(toks []tok) bool {
	for i := 2; i+1 < len(toks); i++ {
		if (toks[i].low == "value" || toks[i].low == "values") && (toks[i-1].low == "the" || toks[i-1].low == "its" || toks[i-1].kind == tokEnd) {
			switch toks[i+1].low {
			case "can", "ranges", "must", "cannot", "range", "contains", "consists", "is", "are":
				return !saysOf(toks[i+2:], toks[0].low)
			}
		}
	}
	return false
}

// mixedMarks reports whether a list has values in marks and values without: those without
// are then the details of the one above them, in a list inside the list. Where all are in
// capitals the writer only forgot marks.
func (r *reader) mixedMarks(i int) bool {
	marked, capitals := 0, true
	for ; i < len(r.lines) && r.item(i); i++ {
		toks := r.tokens(i)
		v, ok := bulletValue(toks)
		if !ok {
			continue
		}
		capitals = capitals && strings.ToUpper(v.Text) == v.Text
		if toks[0].kind == tokValue {
			marked++
		}
	}
	return marked > 1 && !capitals
}

// saysItDefaults reports whether the words of an item say that it is the default: "**a**:
// default value", "**a**: the first (default)", "**a**: the first. This is the default value."
func saysItDefaults(toks []tok) bool {
	for i, t := range toks {
		if t.low != "default" || t.kind != tokWord || i < 2 {
			continue
		}
		rest := toks[i+1:]
		if tokAt(rest, 0).low == "value" || tokAt(rest, 0).low == "option" {
			rest = rest[1:]
		}
		if tokAt(rest, 0).kind != tokEnd && rest[0].low != ")" && rest[0].low != "," {
			continue
		}
		switch before := toks[i-1].low; {
		case before == "(", before == ":" && i == 2, before == ",":
			return true
		case before == "the" && toks[i-2].low == "is" && (tokAt(toks, i-3).low == "this" || tokAt(toks, i-3).low == "it" || tokAt(toks, i-3).low == "which"):
			return true
		}
	}
	return false
}

// looseBullets reads a list that no sentence introduces, if its items look like values
// and there are at least two of them.
func (r *reader) looseBullets(i int) {
	if n := r.asksToSet(i); n > 0 {
		for j := range n {
			r.lines[i+j].other = true
		}
		return
	}
	items, whole := r.listItems(i)
	if r.partsOfFormat(i, items) {
		r.bullets(i, introOthers, ReadProse)
		return
	}
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
