package dialect

import "slices"

// innerLabel is a label that stands inside of a sentence, and what follows it.
type innerLabel struct {
	label label
	s     sentence
}

// withoutLabels takes labels out of a sentence that has them in brackets or after commas:
//
//	Delay (value range: 1 to 10, default value: 5)
//	Value range: 1-10, default: 5
//	Minimum: 1, maximum: 10
//
// It does not apply to list items, which may be about one value or case, nor to brackets after a verb, where
// what is limited may be something else.
func (r *reader) withoutLabels(s sentence) (sentence, []innerLabel) {
	if s.bullet || r.aside || r.inCase || len(s.toks) > maxSentence {
		return s, nil
	}
	var found []innerLabel
	toks := s.toks
	kept, cut := toks, false // kept is a copy once a label is cut out
	for i := 0; i < len(toks); i++ {
		l, n := r.labelInside(s, i)
		switch {
		case l == labelNone && cut:
			kept = append(kept, toks[i])
			continue
		case l == labelNone:
			continue
		case !cut:
			kept, cut = slices.Clone(toks[:i]), true
		}
		from := i + 1 + n
		to := from
		for to < len(toks) && toks[to].low != ")" {
			if next, _ := r.labelInside(s, to); next != labelNone {
				break
			}
			to = max(to+1, closing(toks, to))
		}
		if to > from {
			in := sentence{toks: toks[from:to], read: ReadLabel}
			if n == 1 {
				in.read = ReadProse // "(default true)"
			}
			found = append(found, innerLabel{l, in})
		}
		if i = to - 1; tokAt(toks, to).low == ")" {
			i = to
		}
	}
	if found == nil {
		if n := len(kept); tokAt(kept, n-1).low == ")" && !saysOf(kept, "(") && !saysOf(kept, "[") {
			if l, _ := labelOf(sentence{toks: kept}, false); l != labelNone {
				s.toks = kept[:n-1] // the end of "(range: 1 to 9; default: 5)"
			}
		}
		return s, nil
	}
	s.toks = kept
	return s, found
}

// labelInside finds the label after the bracket or the comma at toks[i] and gives the number of its tokens.
func (r *reader) labelInside(s sentence, i int) (label, int) {
	t, toks := s.toks[i], s.toks
	if t.kind != tokPunct || i+1 == len(toks) || t.low != "(" && (t.low != "," || i == 0) {
		return labelNone, 0
	}
	if t.low == "(" && i > 0 {
		if !r.opens(toks[0]) || verbAt(toks[:i], 1) != -1 && toks[0].low != "whether" {
			return labelNone, 0
		}
		if toks[i+1].low == "default" && tokAt(toks, i+3).low == ")" && looksLikeToken(toks[i+2]) {
			return labelDefault, 1 // "Whether it is open (default true)"
		}
	}
	l, n := labelOf(sentence{toks: toks[i+1:]}, false)
	switch l {
	case labelMin, labelMax, labelMinLen, labelMaxLen, labelLength, labelItems, labelMinItem, labelMaxItem, labelDefault:
		return l, n
	case labelValue, labelEnum:
		if toks[i+1].low != "value" && toks[i+1].low != "values" || n != 2 { // "Key: a, value: b" is a pair
			return l, n
		}
	}
	return labelNone, 0
}
