package dialect

import "strings"

// mayBeNull says that null is one of the values. A null in some case is a null all the
// same: conditions do not matter.
type mayBeNull struct{}

func (mayBeNull) apply(r *reader, h hit) {
	if (r.subjectOf(h.s.toks, h.at) == aboutField || nullSubject(h.s.toks, h.at)) && !r.underPart(h) {
		r.add(h.limit(LimitNullable))
	}
}

// nullClause says that null is one of the values in a clause without a subject: "Null when there is no lid", "If
// there is no lid, null is returned", "The lid, or null". It does not apply where the clause is about something
// else ("Lids are null if …"), nor to what is forbidden ("cannot be empty or null").
type nullClause struct{ afterOr, alone bool }

func (e nullClause) apply(r *reader, h hit) {
	before := h.before()
	from := len(before)
	for from > 0 && before[from-1].low != "," && before[from-1].low != "(" {
		from--
	}
	rest := h.rest()
	switch {
	case e.afterOr && (negated(before) || saysOf(before, "no")) || !e.afterOr && len(before) > 0 && textNouns[before[len(before)-1].low]:
		return // "a string **null** is returned"
	case e.afterOr:
		if len(rest) > 0 && rest[0].low != ")" && !caseFollows(rest) {
			return
		}
	case e.alone:
		if from < len(before) || len(rest) > 0 && rest[0].low != ")" {
			return
		}
	case from < len(before) && r.classify(before[from:]) != aboutField:
		return
	}
	r.add(h.limit(LimitNullable))
}

// textNouns tell that the word after them is written as it is.
var textNouns = words("string", "text", "word", "words")

// nullStated says that null is one of the values in words that are about no other: "Date of the glaze with the
// returned value **null**", "To see all jars, set this value to null". It does not apply to what is forbidden or refused.
type nullStated struct{}

func (nullStated) apply(r *reader, h hit) {
	if !negated(h.before()) && !saysWrong(h.rest()) {
		r.add(h.limit(LimitNullable))
	}
}

// wordsMean reports whether a sentence begins with a word other than null, and a colon: null beside numbers only is what
// JSON has for none, and one of the words beside words.
func wordsMean(toks []tok) bool {
	for i, t := range toks {
		if tokAt(toks, i-1).kind != tokEnd || t.kind != tokWord || tokAt(toks, i+1).low != ":" || t.low == "null" || opensRemark(t) {
			continue
		}
		if allLower(t.text) || looksLikeToken(t) {
			return true
		}
	}
	return false
}

// lineWordsMean is wordsMean of the line that is read, which has many sentences that ask for it.
func (r *reader) lineWordsMean() bool {
	l := &r.lines[r.now]
	if !l.asked {
		l.words, l.asked = wordsMean(r.tokens(r.now)), true
	}
	return l.words
}

// nullOfNamed says that what has a name may be null, which is of the field if the name is its own: "If the value of
// **next** is **null**, there are no more jars."
type nullOfNamed struct{}

func (nullOfNamed) apply(r *reader, h hit) {
	if !negated(h.before()) {
		r.add(h.limit(LimitNullable).in(scope{conditional: true, named: h.m.list.items[0].Text}))
	}
}

// nullMeaning says what null means, at the start of a sentence: "null: There is no more data." It does not apply to
// an item of a list, which may be the text "null", nor where another sentence says the same of another
// word: "null: Gaps are filled with null. mean: Gaps are filled with the mean."
type nullMeaning struct{}

func (nullMeaning) apply(r *reader, h hit) {
	if h.at == 0 && !h.s.bullet && !saysWrong(h.rest()) && !r.lineWordsMean() {
		r.add(h.limit(LimitNullable))
	}
}

// underPart reports whether a phrase stands in an item below an item that is about one part of the value, which it
// names: "-  *suffix* can be one of the following:" in the text about a code. It does not apply below an item
// that is about a case, nor where the line above the list is not an item.
func (r *reader) underPart(h hit) bool {
	if !h.s.bullet {
		return false
	}
	for i := r.now - 1; i > max(0, r.now-maxItems) && r.lines[i].bullet; i-- {
		toks := r.tokens(i)
		if !strings.HasSuffix(strings.TrimRight(r.lines[i].text, " "), ":") {
			continue
		}
		verb := verbAt(toks, 0)
		return verb != -1 && !caseWords[toks[0].low] && r.classify(toks[:verb]) == aboutOther
	}
	return false
}

// maxItems are the items of a list that underPart looks through at most.
const maxItems = 16

// nullSubject lets "If there is no next page, this parameter is set to null" through, and "If there is none, the
// value is null".
func nullSubject(toks []tok, i int) bool {
	if tokAt(toks, i).low == "value" && (tokAt(toks, i-1).low == "the" || tokAt(toks, i-1).low == "its") {
		return true
	}
	if i < 2 || !fillers[toks[i-1].low] {
		return false
	}
	switch toks[i-2].low {
	case "this", "the", "if", "when":
		return true
	}
	return false
}
