package dialect

import "strings"

// beginsMeaning reports whether toks[i] looks like a value at the start of what it means.
func beginsMeaning(toks []tok, i int, found []Value) bool {
	return looksLikeToken(toks[i]) && (startsMeaning(toks, i) || len(found) > 0 && toks[i].kind != tokWord && toks[i+1].low == ":")
}

// goesOnWith reports whether a plain word goes on with a series of values that have their meanings after them:
//
//	-1: Gaps are filled with -1. 0: Gaps are filled with 0. null: They stay. mean: They are filled with the mean.
//
// It does not apply to a word with a capital ("Note: …"), nor where the sentence before is about something else, nor to
// null beside numbers only.
func goesOnWith(toks []tok, i int, found []Value) bool {
	if len(found) < 2 || i == 0 || !allLower(toks[i].text) || opensRemark(toks[i]) ||
		toks[i-1].kind != tokEnd || toks[i+1].low != ":" || toks[i].low == "null" && !wordsMean(toks) {
		return false
	}
	before := i - 1
	for before > 0 && toks[before-1].kind != tokEnd {
		before--
	}
	return toks[before].off == found[len(found)-1].Off
}

// allLower reports whether a word has small letters only.
func allLower(word string) bool {
	return strings.IndexFunc(word, func(c rune) bool { return c < 'a' || c > 'z' }) < 0
}

// opensRemark reports whether a word before a colon is not a value: it is a label or begins a remark.
func opensRemark(t tok) bool { return labels[t.low] != labelNone || remarkWords[t.low] }

// remarkWords begin a remark, and are not labels.
var remarkWords = words("remark", "remarks", "caution", "warning", "tip", "hint", "otherwise", "others", "other", "else")

// firstOfMeaning gives the index of the first of several values that have one meaning: "**0** or **1**: off". It does
// not apply to the values of a phrase, "one of **a**, **b** (soft)", nor to bare words.
func firstOfMeaning(toks []tok, i int) int {
	if toks[i].kind == tokWord {
		return i
	}
	first := i
	for {
		j := first - 1
		for first-j < 3 && isSeparator(tokAt(toks, j)) {
			j--
		}
		if j == first-1 || tokAt(toks, j).kind != toks[i].kind {
			break
		}
		first = j
	}
	if !isSeparator(tokAt(toks, first-1)) && tokAt(toks, first-1).kind != tokEnd {
		return i
	}
	return first
}

// rangeMeans reports whether a range of numbers has a meaning, so that values are between those that are named:
// "1 to 5: few; 6: many".
func rangeMeans(toks []tok) bool {
	for i := range toks {
		if !rangeOfNumbers(toks, i) {
			continue
		}
		last := i + 2
		for isSeparator(tokAt(toks, last+1)) && tokAt(toks, last+2).isNum() {
			last += 2
		}
		if last+1 < len(toks) && meaningFollows(toks, last) {
			return true
		}
	}
	return false
}

func hasValue(values []Value, text string) bool {
	for _, v := range values {
		if v.Text == text {
			return true
		}
	}
	return false
}

// startsMeaning reports whether a clause begins at toks[i].
func startsMeaning(toks []tok, i int) bool {
	if tokAt(toks, i-1).kind == tokEnd {
		return true
	}
	before := toks[i-1]
	switch before.low {
	case ",", "and", "or", "/", ":", "-", "while", "value", "values", ".", "(":
		return before.kind != tokValue
	case "use":
		return i == 1 || toks[i-2].kind == tokEnd // "Use **a** for the first and **b** for the second"
	case ")":
		return true
	}
	return false
}

// meaningFollows reports whether what toks[i] means follows it.
func meaningFollows(toks []tok, i int) bool {
	next := toks[i+1]
	if next.kind == tokValue {
		return false
	}
	switch next.low {
	case ":":
		return i+2 < len(toks) && toks[i+2].kind != tokValue
	case "=":
		return tokAt(toks, i+2).kind == tokWord && toks[i].kind != tokWord
	case "(":
		return closing(toks, i+1) != -1
	case "for":
		return toks[i].kind == tokValue && (tokAt(toks, i+2).low == "a" || tokAt(toks, i+2).low == "an" || tokAt(toks, i+2).low == "the")
	case "refers", "stands", "corresponds":
		return toks[i].kind == tokValue && saysMeaning(toks, i+1)
	case "indicates", "means", "indicating", "represents", "denotes":
		return tokAt(toks, i+2).low != "that" || toks[i].kind != tokWord || tokAt(toks, i-1).kind == tokEnd
	}
	return false
}

// saysMeaning reports whether words at toks[i] tell what the value before them means.
func saysMeaning(toks []tok, i int) bool {
	switch toks[i].low {
	case "indicates", "means", "indicating", "represents", "denotes", "indicate", "mean", "represent", "denote": // also of one value
		return true
	case "refers", "corresponds":
		return tokAt(toks, i+1).low == "to"
	case "stands":
		return tokAt(toks, i+1).low == "for"
	}
	return false
}
