package dialect

import (
	"slices"
	"strings"
)

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

// markedItems are the items below "Enumeration values:" that begin with a text in marks or quotes, whatever follows:
// "**oak** will be cut", if all of them do. Else it gives what was read of them before.
func (r *reader) markedItems(i int, read []listItem) (items []listItem, whole bool) {
	for ; i < len(r.lines) && r.item(i); i++ {
		toks := r.tokens(i)
		t := tokAt(toks, 0)
		if t.kind != tokValue || !isValueWord(t.text) || statesLimit(toks) || isSeparator(tokAt(toks, 1)) {
			return read, false
		}
		items = append(items, listItem{value: Value{Text: t.text, Off: t.off}, line: i, marked: true, token: true, fallback: saysItDefaults(toks)})
	}
	return items, true
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
// It does not apply to an English word, nor where the item beside it is not a value with its meaning.
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
