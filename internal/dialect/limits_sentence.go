package dialect

import (
	"slices"
	"strings"
)

type line struct {
	off    int
	text   string
	bullet bool
	used   bool // read as part of what an earlier line says
	other  bool // an item of a list that holds no values
	inCase bool // an item of a list that is about one case
	toks   []tok
	cut    bool // toks is there
	words  bool // see wordsMean
	asked  bool // words is there
}

// sentence is a stretch of tokens without its full stop.
type sentence struct {
	toks   []tok
	last   bool // nothing follows in the line
	soft   bool // it was ended by a semicolon
	bullet bool
	read   Read
}

func (r *reader) line(i int) {
	if r.lines[i].used {
		return
	}
	r.now = i
	toks := r.tokens(i)
	if r.item(i) && !r.lines[i].other && (i == 0 || !r.item(i-1)) {
		if r.looseBullets(i); r.lines[i].used {
			return
		}
	}
	if startsCase(toks) {
		r.inCase = true
	}
	r.part = r.aboutPart(i)
	r.aside = r.part || r.lines[i].inCase || r.lines[i].bullet && len(toks) > 1 && caseWords[toks[0].low] && !notGiven(toks)
	if r.aside {
		r.lineConditions(i)
	}
	part, aside, ofThem := r.part, r.aside, false
	for from := r.caseHead(i); from < len(toks); {
		to := from
		for tokAt(toks, to).kind != tokEnd {
			to++
		}
		if ofThem && r.aboutWhole(toks[from:to]) {
			r.part, r.aside, ofThem = part, aside, false
		}
		s := sentence{toks: toks[from:to], last: to+1 >= len(toks), bullet: r.lines[i].bullet, read: ReadProse}
		if s.soft = tokAt(toks, to).text == ";"; s.soft {
			list, end, known := semicolons(s, toks, to)
			if !known {
				from = to + 1
				continue // "Values: red; dark blue": the first one is not all
			}
			if end > to {
				s.toks, s.soft, to = list, false, end
			}
		}
		r.sentence(s, i)
		from = to + 1
		if !ofThem && eachOfThem(s.toks, toks[min(from, len(toks)):]) {
			r.part, r.aside, ofThem = true, true, true
		}
	}
}

// semicolons reads a label with values between semicolons, up to toks[to], as the list that it is: "Values: red;
// blue; green". It gives the tokens with commas and the end of the list, and is not known where a further part is
// no value. It does not apply to values with meanings, "0: off; 1: on", which are sentences.
func semicolons(s sentence, toks []tok, to int) (list []tok, end int, known bool) {
	if len(s.toks) == 0 {
		return nil, to, true
	}
	l, n := labelOf(s, s.bullet)
	if n == 0 || l != labelValue && l != labelEnum {
		return nil, to, true
	}
	if len(s.toks) != n+1 { // "1-5; 7" is more than the range
		return nil, to, len(s.toks) != n+3 || !tokAt(toks, to+1).isNum()
	}
	list, end = slices.Clone(s.toks), to
	for end+1 < len(toks) && toks[end].text == ";" {
		if tokAt(toks, end+2).kind != tokEnd {
			return nil, to, false
		}
		comma := toks[end]
		comma.kind, comma.text, comma.low = tokPunct, ",", ","
		list = append(list, comma, toks[end+1])
		end = min(end+2, len(toks))
	}
	return list, end, true
}

// startsCase reports whether a line is the heading of a case: "Key (when **action** is
// **create**)". It has a bracket with a condition at its end and nothing after it.
func startsCase(toks []tok) bool {
	n := len(toks)
	if n > 0 && toks[n-1].kind == tokEnd {
		n--
	}
	if n < 4 || toks[n-1].low != ")" {
		return false
	}
	for i, t := range toks[:n-2] {
		if t.kind == tokEnd || t.low == ":" {
			return false
		}
		if t.low == "(" {
			next := toks[i+1].low
			return i > 0 && closing(toks, i) == n && (next == "when" || next == "if" || next == "for")
		}
	}
	return false
}

// aboutPart reports whether a line is about a part or a case of the value, and not about
// the value: it starts with a name and a colon, and the name is not a label.
//
//	**b**: the encryption of the disk. The value can be **0** or **1**.
//	-  Service name: Only lowercase letters are allowed.
//
// A bare name counts in list items only. "Value:" is such a part beside "Key:".
func (r *reader) aboutPart(i int) bool {
	toks := r.tokens(i)
	bullet := r.lines[i].bullet
	if len(toks) < 3 || bullet && caseWords[toks[0].low] {
		return false // "-  For oak: The value ranges from 1 to 9."
	}
	if l, n := labelOf(sentence{toks: toks}, bullet); n != 0 && !r.isState(l, toks[0]) {
		return l == labelValue && strings.EqualFold(toks[0].text, "value") && bullet && mentions(r.lowerText(), "key:", "keys:")
	}
	if !bullet {
		return toks[0].kind == tokValue && toks[1].low == ":"
	}
	for j, t := range toks[:min(5, len(toks))] {
		if t.low == ":" {
			return j > 0
		}
		if t.kind == tokEnd || t.kind == tokWord && (verbs[t.low] || t.low == "value") {
			return false
		}
	}
	return false
}

// caseWords start a list item that is about one case: "-  If **b** is 1, the value …".
var caseWords = words("if", "when", "for", "unless", "once", "otherwise", "in")

// item reports whether a line is an item of a list: a bullet, or a paragraph that is
// written like one, with a marked value and a colon ("**a**: the first").
func (r *reader) item(i int) bool {
	l := &r.lines[i]
	if l.bullet {
		return true
	}
	if _, marked := r.markAt(l.off); !marked {
		return false
	}
	toks := r.tokens(i)
	return len(toks) > 2 && toks[0].kind == tokValue && toks[1].low == ":" && labels[strings.ToLower(toks[0].text)] == labelNone
}

// lineConditions reads "mandatory when …" of a line that is not read otherwise.
func (r *reader) lineConditions(i int) {
	if toks := r.tokens(i); caseWords[tokAt(toks, 0).low] && toks[len(toks)-1].kind == tokEnd {
		r.conditions(sentence{toks: toks[:len(toks)-1], read: ReadProse})
	}
}

func (r *reader) sentence(s sentence, at int) {
	if len(s.toks) == 0 {
		return
	}
	s, inner := r.withoutLabels(s)
	for _, in := range inner {
		if in.s.read == ReadProse {
			r.defaultContent(in.s)
			continue
		}
		r.labelled(in.label, in.s, at)
	}
	if len(s.toks) == 0 {
		return
	}
	if l, n := labelOf(s, r.lines[at].bullet); n > 0 && !r.isState(l, s.toks[0]) {
		if l == labelSkip {
			r.regexpIn(s, at) // "Format: ^[a-z]+$"
		}
		first, further := furtherLabel(s, n)
		r.labelled(l, first, at)
		if further.toks != nil {
			r.sentence(further, at)
		}
		return
	}
	if s.last && s.toks[len(s.toks)-1].low == ":" || s.last && endsWith(s.toks, "as", "follows") {
		if at+1 < len(r.lines) && r.item(at+1) && !r.charItems(s.toks, at+1) {
			r.bullets(at+1, r.introOf(s.toks), ReadProse)
		} else {
			r.listBelow(s, at)
		}
	}
	r.prose(s)
	r.told(s, at)
	r.valueSentence(s, at)
	r.regexpIn(s, at)
}

// furtherLabel cuts what stands after a label, the first n tokens, where another label begins after a comma:
// "Default value: 10, upper limit: 200". It does not apply to a colon inside a value.
func furtherLabel(s sentence, n int) (first, further sentence) {
	first = s
	for i := n + 1; i+1 < len(s.toks); i++ {
		if s.toks[i].low != "," || s.toks[i].kind == tokValue || s.toks[i+1].kind == tokValue {
			continue
		}
		rest := s
		rest.toks = s.toks[i+1:]
		if l, m := labelOf(rest, false); l.limits() && m < len(rest.toks) {
			first.toks, first.last = s.toks[n:i], false
			return first, rest
		}
	}
	first.toks = s.toks[n:]
	return first, further
}

func startsWith(toks []tok, ws ...string) bool {
	return len(toks) >= len(ws) && endsWith(toks[:len(ws)], ws...)
}

func endsWith(toks []tok, ws ...string) bool {
	if len(toks) < len(ws) {
		return false
	}
	for i, w := range ws {
		if toks[len(toks)-len(ws)+i].low != w {
			return false
		}
	}
	return true
}
