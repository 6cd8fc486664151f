package dialect

import (
	"slices"
	"strings"
)

// furtherValues are the values of a list item beside its first one:
//
//	**a** and **b**: meaning of both
//	**0**: the first - **1**: the second, whose item lost its line
//
// It does not apply to a sentence: "**a** and **b** cannot both be set."
func furtherValues(toks []tok) []Value {
	if l, end := readValues(toks, 0, proseValues); len(l.items) > 1 && l.marked && !l.ranged &&
		(end == len(toks) || toks[end].low == ":" || toks[end].low == "(" || toks[end].kind == tokEnd && end+1 == len(toks)) {
		return l.items[1:]
	}
	if tokAt(toks, 1).low != ":" {
		return nil
	}
	var more []Value
	for i := 2; i+2 < len(toks); i++ {
		if t := toks[i+1]; toks[i].low == "-" && toks[i+2].low == ":" && looksLikeToken(t) && t.isNum() == toks[0].isNum() {
			more = append(more, Value{Text: t.text, Off: t.off})
		}
		if v, ok := gluedNumber(toks, i, toks[0]); ok {
			more = append(more, v)
		}
	}
	return more
}

// gluedNumber reads the next number that a lost line end joined to the last word of an item, "0: It is shut.1: It is open",
// at the word toks[i]. It does not apply to another number, which may be a part of a name.
func gluedNumber(toks []tok, i int, first tok) (v Value, ok bool) {
	word, number, ok := strings.Cut(toks[i].text, ".")
	if !ok || toks[i].kind != tokWord || !first.isNum() || toks[i+1].low != ":" || !allLower(word) || !follows(first.text, number) ||
		toks[i+2].kind != tokWord || allLower(toks[i+2].text) {
		return v, false
	}
	return Value{Text: number, Off: toks[i].end - len(number)}, true
}

// rulesCase reports an item without marks that says how the value begins or ends in one case: "OBS: The path
// must start with **obs://**." It does not apply to a marked item, which may say so of another field:
// "**https**: The address starts with **https://**."
func rulesCase(toks []tok) bool {
	if tokAt(toks, 0).kind != tokWord || tokAt(toks, 1).low != ":" {
		return false
	}
	for i := 2; i+1 < len(toks) && toks[i].kind != tokEnd; i++ {
		if toks[i+1].low != "with" {
			continue
		}
		switch toks[i].low {
		case "starts", "ends", "begins":
			return true
		case "start", "end", "begin":
			return toks[i-1].low == "must" || toks[i-1].low == "should"
		}
	}
	return false
}

// asksToSet reports whether each item of a list from line i on asks for what the caller has chosen, so that the
// items are cases and no values: "**jar**: Set the name of the jar." It does not apply to a single item.
func (r *reader) asksToSet(i int) bool {
	n := r.runLength(i)
	for j := range n {
		toks := r.tokens(i + j)
		if tokAt(toks, 1).low != ":" || tokAt(toks, 2).low != "set" || tokAt(toks, 3).low != "the" {
			return false
		}
	}
	return n > 1
}

// namesMore reports whether an item of the list from line i on says that there are values which it leaves out: "For
// more colors, see the appendix", "Non-**0** means", "1 to 5: few", or, without marks, "Custom: a number of days". It does not apply
// to an item that leads to more about these.
func (r *reader) namesMore(i int) bool {
	for ; i < len(r.lines) && r.item(i); i++ {
		toks := r.tokens(i)
		if negatesValue(toks) || startsRange(toks) || rangeOfNumbers(toks, 0) && toks[1].low == "to" {
			return true
		}
		if tokAt(toks, 0).kind == tokWord && tokAt(toks, 1).low == ":" {
			switch toks[0].text {
			case "Custom", "Customized", "Other", "Others":
				return true
			}
		}
		if describesValue(toks) {
			return true
		}
		if len(toks) < 4 || toks[0].low != "for" {
			continue
		}
		switch toks[1].low {
		case "more", "other", "further", "additional":
			switch toks[2].low {
			case "details", "information", "info", "about":
			default:
				return true
			}
		}
	}
	return false
}

// negatesValue reports whether an item is of all values but one: "Non-**0**", "non-0", "Not **0**".
// It does not apply to words: "non-root" may be a value.
func negatesValue(toks []tok) bool {
	if tokAt(toks, 0).kind != tokWord {
		return false
	}
	if number, ok := strings.CutPrefix(toks[0].low, "non-"); ok {
		return jsonNumber(number) != ""
	}
	if toks[0].low != "non" && toks[0].low != "not" {
		return false
	}
	if tokAt(toks, 1).low == "-" {
		toks = toks[1:]
	}
	return tokAt(toks, 1).isNum() || tokAt(toks, 1).kind == tokValue
}

// rangeOfNumbers reports whether a range of numbers stands at toks[i]: "**1** to **5**", "1-5".
func rangeOfNumbers(toks []tok, i int) bool {
	return tokAt(toks, i).isNum() && (tokAt(toks, i+1).low == "to" || tokAt(toks, i+1).low == "-") && tokAt(toks, i+2).isNum()
}

// describedNouns end items that say what kind of values there are besides those of the list.
var describedNouns = words("number", "numbers", "integer", "integers", "value", "values", "string", "address", "addresses", "name", "names")

// maxDescribed is how many words such an item has.
const maxDescribed = 5

// describesValue reports whether an item of a list describes values in place of naming one: "IP protocol number", "a
// port number". It does not apply to a sentence, nor to one word or a marked one, which may be the value.
func describesValue(toks []tok) bool {
	toks = withoutEnd(toks)
	n := len(toks)
	if n < 2 || n > maxDescribed || !describedNouns[toks[n-1].low] {
		return false
	}
	return !slices.ContainsFunc(toks, func(t tok) bool {
		return t.kind != tokWord || verbs[t.low] || t.low == "no" || looksLikeToken(t) && strings.ToUpper(t.text) != t.text
	})
}

// leftOpen reports whether the list from line i on names more, see namesMore; the meanings of its items are not a list
// of all values either then.
func (r *reader) leftOpen(i int) bool {
	open := r.namesMore(i)
	for ; open && i < len(r.lines) && r.item(i); i++ {
		r.lines[i].other = true
	}
	return open
}

// partsOfFormat reports whether the line above a list prints a format of which the items are the parts: "The format is
// **v.X.Y**", and what X and Y are.
func (r *reader) partsOfFormat(i int, items []listItem) bool {
	if i == 0 || len(items) < 2 || !saysOf(r.tokens(i-1), "format") {
		return false
	}
	for _, t := range r.tokens(i - 1) {
		if t.kind == tokValue && len(t.text) > len(items[0].value.Text) && all(items, func(it listItem) bool { return strings.Contains(t.text, it.value.Text) }) {
			return true
		}
	}
	return false
}

// itemsAlone is a number of elements without a verb: "Colors. 1 to 3 items.", "Colors (1 to 3 items)". It does not apply
// where more is said of them: "1 to 3 items are shown."
type itemsAlone itemBounds

func (e itemsAlone) apply(r *reader, h hit) {
	before, rest := h.before(), h.rest()
	if n := len(before); n > 0 && before[n-1].low != "," && (before[n-1].low != "(" || tokAt(rest, 0).low != ")") || verbAt(before, 1) != -1 || h.s.bullet || r.part {
		return
	}
	if len(rest) > 1 || len(rest) == 1 && rest[0].low != ")" {
		return
	}
	r.addBounds(h, OfItems, e.low, e.high, scope{})
}
