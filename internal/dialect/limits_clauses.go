package dialect

import (
	"strconv"
	"strings"
)

// clause is a value in small letters, or a number, with what it means in few words.
type clause struct {
	value   Value
	meaning []tok
	form    string // what stands between the two
	end     int    // index after the clause
}

// explainedClauses adds the values of clauses in a row that explain one value each:
//
//	asc: ascending; desc: descending
//	0 for off, 1 for on
//	1-Creating, 2-Running
//
// Small words are values only where the clauses stand between semicolons, or where one is short for its meaning.
// Numbers count up one by one. It does not apply to members of a structure, which are told with an article
// ("host: the address; port: the number"), nor to kinds of one thing ("1-core, 2-core").
func (r *reader) explainedClauses(found []Value) []Value {
	var run []clause
	var known map[string]bool // the texts of found
	soft := true              // semicolons stand between the clauses of run
	flush := func() {
		if clausesExplain(run, soft) {
			if known == nil {
				known = make(map[string]bool)
				for _, v := range found {
					known[v.Text] = true
				}
			}
			for _, c := range run {
				if !known[c.value.Text] {
					known[c.value.Text] = true
					found = append(found, c.value)
				}
			}
		}
		run, soft = run[:0], true
	}
	for n := range r.lines {
		if l := &r.lines[n]; l.used || l.other || l.bullet {
			flush()
			continue
		}
		toks := r.tokens(n)
		soft = len(run) == 0 // the line before ends one of them
		for i := 0; i < len(toks); {
			c, ok := clauseAt(toks, i)
			if !ok {
				flush()
				i = nextClause(toks, i)
				continue
			}
			if len(run) > 0 && run[0].form != c.form {
				flush()
			}
			run = append(run, c)
			if i = c.end; i < len(toks) {
				soft = soft && (toks[i].text == ";" || i+1 == len(toks) || toks[i].low == ")")
				i = afterSeparator(toks, i)
			}
		}
	}
	flush()
	return found
}

// nextClause gives the index from which on another clause may begin.
func nextClause(toks []tok, i int) int {
	for i < len(toks) {
		i++
		switch before := toks[i-1]; {
		case before.kind == tokEnd, before.low == "(" || before.low == ":" || before.low == ",":
			return i
		}
	}
	return i
}

func afterSeparator(toks []tok, i int) int {
	for i < len(toks) && (toks[i].kind == tokEnd || isSeparator(toks[i]) || toks[i].low == ")") {
		i++
	}
	return i
}

// clauseAt reads the clause that begins at toks[i].
func clauseAt(toks []tok, i int) (c clause, ok bool) {
	t := toks[i]
	c.value = Value{Text: t.text, Off: t.off}
	if number, word, _ := strings.Cut(t.text, "-"); t.kind == tokWord && jsonNumber(number) != "" && word >= "A" { // with a letter after the dash
		first := tok{kind: tokWord, text: word, low: strings.ToLower(word)}
		c.value.Text, c.form, c.end = number, "-", i+1
		c.meaning = append(c.meaning, first)
	} else {
		if tokAt(toks, i+2).kind != tokWord {
			return c, false
		}
		c.form, c.end = toks[i+1].low, i+2
		switch {
		case c.form == ":" && t.kind == tokWord && isPartName(t.text) && labels[t.low] == labelNone && !notValues[t.low] && !verbs[t.low]:
		case c.form == "for" && t.isNum() && toks[i+2].low != "example":
		case c.form == "-" && t.kind == tokNum:
		default:
			return c, false
		}
	}
	for ; tokAt(toks, c.end).kind == tokWord && !isSeparator(toks[c.end]); c.end++ {
		c.meaning = append(c.meaning, toks[c.end])
	}
	over := tokAt(toks, c.end).kind == tokEnd || isSeparator(toks[c.end]) || toks[c.end].low == ")"
	return c, over && len(c.meaning) > 0 && len(c.meaning) <= 4
}

// clausesExplain reports whether clauses in a row explain values.
func clausesExplain(run []clause, soft bool) bool {
	if len(run) < 2 {
		return false
	}
	short := false
	for i, c := range run {
		first := c.meaning[0].low
		short = short || strings.HasPrefix(first, c.value.Text) && first != c.value.Text
		if units[first] || lengthUnits[first] != OfUnsaid || i > 0 && first == run[i-1].meaning[0].low && len(c.meaning) == 1 {
			return false
		}
		if c.form != ":" {
			if from := run[0].value.Text; from != "0" && from != "1" || i > 0 && !follows(run[i-1].value.Text, c.value.Text) {
				return false
			}
			continue
		}
		if memberWords[first] || i > 0 && c.value.Text == run[i-1].value.Text {
			return false
		}
	}
	return run[0].form != ":" || soft || short
}

// follows reports whether b is the next whole number after a.
func follows(a, b string) bool {
	x, _ := strconv.Atoi(a) // 0 for a fraction, which none of the numbers follows
	y, _ := strconv.Atoi(b)
	return y == x+1
}

// memberWords begin what a member of a structure holds.
var memberWords = words("the", "a", "an", "number", "id", "name", "indicates", "specifies", "whether", "list", "if", "same")
