package dialect

import "strings"

// introKind tells from the sentence before a list whether its items are all the values.
//
// "The value can be:", "The options are as follows:", "It must be one of the following:"
// say so. Any other sentence with a colon leaves it open, and one with a condition makes
// the list one of several.
func introKind(toks []tok) LimitKind {
	about := false
	for i, t := range toks {
		if t.kind == tokValue {
			return LimitValues // "Possible values of **b** are as follows:" may be of another field
		}
		if t.kind == tokWord && conditionWords[t.low] && t.low != "whether" && (t.low != "for" || i == 0) {
			return ""
		}
		switch t.low {
		case "value", "values", "options", "option", "statuses", "types", "it", "status":
			about = true
		}
	}
	if !about {
		return LimitValues
	}
	t := toks
	if t[len(t)-1].low == ":" {
		t = t[:len(t)-1]
	}
	for _, e := range introEnds {
		if endsWith(t, e...) && (subjectOf(toks, len(t)-len(e)) != aboutOther || e[0] == "as") {
			return LimitEnum
		}
	}
	return LimitValues
}

// bullets reads the list items from line i on as values. Items that are not values are
// notes after the list; the list is then not taken for closed.
func (r *reader) bullets(i int, kind LimitKind, read Read) {
	if kind == "" {
		return
	}
	var values []Value
	var used []int
	onlyMarked := r.mixedMarks(i)
	var fallback []Value
	whole := true
	marked := true
	for ; i < len(r.lines) && r.item(i); i++ {
		toks := r.tokens(i)
		v, ok, isDefault := bulletValue(toks, labelValues)
		if !ok || len(toks) > 1 && labelWords(toks) {
			whole = false
			continue
		}
		if onlyMarked && toks[0].kind != tokValue {
			whole = false
			r.lines[i].used = true
			continue
		}
		if toks[0].kind != tokValue && !valueShape(v.Text) {
			marked = false
		}
		values = append(values, v)
		used = append(used, i)
		if isDefault || itemSaysDefault(toks) {
			fallback = append(fallback, v)
		}
	}
	if len(values) == 0 || !whole && (!marked || len(values) < 2) || kind == LimitValues && !marked {
		return
	}
	for _, v := range values {
		if !plainValue(v.Text) && kind == LimitEnum {
			kind = LimitValues
		}
	}
	if !whole {
		kind = LimitValues
	}
	for _, u := range used {
		r.lines[u].used = true
	}
	last := values[len(values)-1]
	r.add(Limit{Kind: kind, Values: values, Read: read, Off: values[0].Off, End: last.Off + len(last.Text)})
	if len(fallback) == 1 {
		v := fallback[0]
		r.add(Limit{Kind: LimitDefault, Values: []Value{v}, Read: ReadProse, Off: v.Off, End: v.Off + len(v.Text)})
	}
}

// mixedMarks reports whether a list has values in marks and values without: those without
// are then the details of the one above them, in a list inside the list. Where all are in
// capitals the writer only forgot marks.
func (r *reader) mixedMarks(i int) bool {
	marked, bare, capitals := 0, 0, true
	for ; i < len(r.lines) && r.item(i); i++ {
		toks := r.tokens(i)
		v, ok, _ := bulletValue(toks, labelValues)
		if !ok {
			continue
		}
		capitals = capitals && strings.ToUpper(v.Text) == v.Text
		if toks[0].kind == tokValue {
			marked++
		} else {
			bare++
		}
	}
	return marked > 1 && bare > 0 && !capitals
}

// itemSaysDefault holds for the item "**a**: default value".
func itemSaysDefault(toks []tok) bool {
	return len(toks) >= 4 && toks[1].low == ":" && toks[2].low == "default" && toks[3].low == "value" &&
		(len(toks) == 4 || toks[4].kind == tokEnd)
}

// looseBullets reads a list that no sentence introduces, if its items look like values
// and there are at least two of them.
func (r *reader) looseBullets(i int) {
	n := 0
	for j := i; j < len(r.lines) && r.item(j); j++ {
		toks := r.tokens(j)
		v, ok, _ := bulletValue(toks, proseValues)
		if !ok || toks[0].kind != tokValue && !valueShape(v.Text) && toks[0].kind != tokNum || labelWords(toks) {
			return
		}
		n++
	}
	if n >= 2 {
		r.bullets(i, LimitValues, ReadProse)
	}
}
