package dialect

import "strings"

// valueSentence reads a sentence that has nothing but values in it: "**red** or **blue**." One of them in marks
// or quotes tells nothing, nor do several of which none is set apart: "UDP or TCP" may be a remark.
func (r *reader) valueSentence(s sentence, at int) {
	if at > 0 && !strings.HasSuffix(strings.TrimRight(r.lines[at-1].text, " "), ".") {
		return // what they are stands in the line above
	}
	if m, ok := matchPhrase(spanPhrase, s.toks, 0); ok && at == 0 && r.onlyRange(s, m) {
		for i, kind := range []LimitKind{LimitMin, LimitMax} {
			t := m.nums[i]
			r.add(Limit{Kind: kind, Of: OfValue, Number: jsonNumber(t.text), Exclusive: m.exclusive[i], Weak: true, Read: s.read, Off: t.off, End: t.end})
		}
		return
	}
	l, end := readValues(s.toks, 0, proseValues)
	if len(l.items) < 2 || end != len(s.toks) || l.ranged || l.open || !l.marked || s.bullet || r.part {
		return
	}
	r.listed(l, LimitValues, s.read, scope{})
}

// onlyRange reports whether a range is all of a sentence: "Delay. 1 to 10." It does not apply to the first one of
// several, which may be the title of something, nor to two units.
func (r *reader) onlyRange(s sentence, m match) bool {
	if s.bullet || r.aside || r.opens(s.toks[0]) && (len(r.lines) > 1 || !s.last || isAlpha(s.toks[0].text[0]) || s.toks[0].isNum() && saysOf(s.toks, ",")) || !m.ordered() || lostPower(m) || m.units[0] != "" && m.units[0] != m.units[1] {
		return false
	}
	rest := s.toks[m.end:]
	return len(rest) == 0 || len(rest) == 1 && rest[0].low == ")"
}

// valuesOfNoun names the values of what the text defines: "State of the jar. Possible states are full and
// empty." It does not apply to another noun: "Engine. Supported versions are 5 and 6."
type valuesOfNoun struct{}

func (valuesOfNoun) apply(r *reader, h hit) {
	toks := h.s.toks
	var noun []string
	for i := h.at + 1; nounAt(toks, i, 1); i++ {
		noun = append(noun, toks[i].low)
	}
	if l := h.m.list; !r.isDefined(singularNoun(noun)) || len(l.items) < 2 || l.ranged || !cleanRest(h.rest()) {
		return
	}
	r.listed(h.m.list, LimitValues, h.s.read, scope{conditional: conditional(toks, h.at, h.m.end, false), part: r.part})
}

// maxNoun is the number of words of a noun that a sentence about values begins with.
const maxNoun = 4

// one gives the words of a noun without its article, and in the singular.
func one(toks []tok) []string {
	var noun []string
	for _, t := range toks {
		if t.low != "the" {
			noun = append(noun, t.low)
		}
	}
	return singularNoun(noun)
}

// singularNoun puts the last word of a noun into the singular.
func singularNoun(noun []string) []string {
	if len(noun) == 0 {
		return nil
	}
	last := &noun[len(noun)-1]
	switch {
	case strings.HasSuffix(*last, "statuses"), strings.HasSuffix(*last, "aliases"):
		*last = strings.TrimSuffix(*last, "es")
	case strings.HasSuffix(*last, "ies"):
		*last = strings.TrimSuffix(*last, "ies") + "y"
	default:
		*last = strings.TrimSuffix(*last, "s")
	}
	return noun
}

// alwaysAlone is a sentence of its own: "Always **red**."
type alwaysAlone struct{}

func (alwaysAlone) apply(r *reader, h hit) {
	if h.at == 0 && len(h.rest()) == 0 && !r.part && !h.s.bullet {
		fixedAt{}.apply(r, h)
	}
}
