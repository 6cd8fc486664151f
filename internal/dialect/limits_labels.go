package dialect

import "strings"

// label is what a labelled line holds.
type label byte

const (
	labelNone    label = iota
	labelText          // running text: Definition, Constraints, Note
	labelSkip          // nothing about the value: Unit, Type, Parent
	labelMin           // a number
	labelMax           // a number
	labelMinLen        // a number
	labelMaxLen        // a number
	labelLength        // a range
	labelItems         // a range
	labelMaxItem       // a number
	labelMinItem       // a number
	labelValue         // a range or values, all of them
	labelEnum          // values, all of them, be it one
	labelDefault       //
	labelExample       //
	labelPattern       // a regular expression
	labelOld           // Deprecated
)

// limits reports whether a label stands before a bound, values or a default.
func (l label) limits() bool { return l >= labelMin && l <= labelDefault }

// labelOf finds the label at the start of a sentence and gives the number of its tokens.
//
// In a list item a label of one word is taken where what follows fits it (see fitsWord). A label without colon counts only alone on its
// line, as the newest pages write it.
func labelOf(s sentence, bullet bool) (label, int) {
	toks := s.toks
	if tokAt(toks, 0).kind == tokValue {
		// "**Range**", "**Default value**: a", "**Default: a**" is not a label
		l, ok := labels[strings.ToLower(toks[0].text)]
		if !ok {
			return labelNone, 0
		}
		one := !strings.Contains(toks[0].text, " ")
		switch {
		case tokAt(toks, 1).low == ":":
			if bullet && one && !l.fitsWord(toks[2:]) {
				return labelNone, 0
			}
			return l, 2
		case len(toks) == 1 && !bullet:
			return l, 1
		}
	}
	var key [64]byte
	n := 0
	for i, t := range toks {
		if t.low == ":" || t.low == "=" {
			l := labels[string(key[:n])]
			if t.low == "=" && l != labelMin && l != labelMax && l != labelDefault {
				return labelNone, 0
			}
			if l == labelNone || bullet && i == 1 && !l.fitsWord(toks[2:]) {
				return labelNone, 0
			}
			return l, i + 1
		}
		if t.kind == tokValue || n+1+len(t.low) > len(key) {
			return labelNone, 0
		}
		if i > 0 {
			key[n] = ' '
			n++
		}
		n += copy(key[n:], t.low)
	}
	if l := labels[string(key[:n])]; !bullet && bareLabels[string(key[:n])] {
		return l, len(toks)
	}
	return labelNone, 0
}

// fitsWord reports whether a word at the start of a list item is this label, by what follows its colon:
// "-  Maximum: 9", "-  Unit: GB". It does not apply to a value with its meaning: "-  default: the standard
// policy", "-  max: 9 lids".
func (l label) fitsWord(rest []tok) bool {
	switch l {
	case labelValue, labelText:
		return true
	case labelMin, labelMax, labelLength, labelDefault:
		if units[tokAt(rest, 1).low] {
			return rest[0].isNum() && cleanRest(rest[2:])
		}
		return tokAt(rest, 0).isNum() && cleanRest(rest[1:])
	case labelSkip, labelExample:
		return len(rest) == 1
	}
	return false
}

// isState reports whether what looks like the label that tells of a deprecated field is one of the values: it is
// in capitals, and so is another word with a meaning, "CURRENT: in use. DEPRECATED: it will go".
func (r *reader) isState(l label, t tok) bool {
	if l != labelOld || !inCapitals(t.text) {
		return false
	}
	for i := range r.lines {
		toks := r.tokens(i)
		for j := 1; j < len(toks); j++ {
			if toks[j].low == ":" && inCapitals(toks[j-1].text) && labels[strings.ToLower(toks[j-1].text)] == labelNone {
				return true
			}
		}
	}
	return false
}

func inCapitals(word string) bool {
	return len(word) > 1 && word == strings.ToUpper(word) && word != strings.ToLower(word)
}

// labelWords reports whether a list item is a label of its own: "Value range: 1 to 5".
func labelWords(toks []tok) bool {
	l, _ := labelOf(sentence{toks: toks}, true)
	return l != labelNone
}

// labelled reads what stands after a label: in its line, or where that is empty in the
// next line or the list below it.
func (r *reader) labelled(l label, s sentence, at int) {
	s.read = ReadLabel
	if l == labelOld {
		r.add(Limit{Kind: LimitDeprecate, Read: ReadLabel, Off: r.lines[at].off, End: r.lines[at].off + len(r.lines[at].text)})
		return
	}
	if l == labelSkip {
		return
	}
	next, below := at, false // the line that the content stands in
	if len(s.toks) == 0 && s.last && at+1 < len(r.lines) {
		if r.item(at + 1) {
			if l == labelValue || l == labelEnum {
				in := introAll
				if l == labelEnum {
					in = introEnum
				}
				r.bullets(at+1, in, ReadLabel)
			} else if l == labelExample {
				r.bullets(at+1, introSome, ReadLabel)
			}
			return
		}
		if (l == labelValue || l == labelEnum) && r.tokenLines(at+1) {
			return
		}
		next, below = at+1, true
		toks := r.tokens(next)
		to := 0
		for tokAt(toks, to).kind != tokEnd {
			to++
		}
		s.toks, s.last, s.soft = toks[:to], to+1 >= len(toks), tokAt(toks, to).text == ";"
		if len(s.toks) == 0 {
			return
		}
		if _, n := labelOf(s, false); n > 0 {
			return // the label has nothing after it
		}
	}
	if len(s.toks) == 0 {
		return
	}
	done := r.content(l, s, next)
	switch {
	case below && done && s.last:
		r.lines[next].used = true
	case !below && !done:
		s.read = ReadProse
		r.prose(s)
		if s.last && at+1 < len(r.lines) && r.item(at+1) && s.toks[len(s.toks)-1].low == ":" && !r.charItems(s.toks, at+1) {
			r.bullets(at+1, r.introOf(s.toks), ReadProse)
		}
	}
}
