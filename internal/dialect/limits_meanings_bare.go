package dialect

import "slices"

// meaningClause is a stretch of tokens between ends of sentences, with the end that follows it.
type meaningClause struct {
	toks []tok
	end  string
}

// withoutMeaning reads the values that stand in a series of values with meanings and have none themselves:
//
//	BUILD: being made; ACTIVE: in use; FAILED; FROZEN
//	0 (off), 1 (on), 2
//
// Such a value is alone in its clause beside a clause of the series, or ends a clause after a bracket. It is written
// as the others are, in marks, as a number or as a bare word that no English word is like. The list is open where
// one may be a value and is written in another way, or where the comma before it may join parts of a meaning.
func (r *reader) withoutMeaning(found []Value) (all []Value, open bool) {
	begins := make(map[int]bool, len(found))
	known := make(map[string]bool, len(found))
	for _, v := range found {
		begins[v.Off] = true
		known[v.Text] = true
	}
	clauses := r.clausesOfMeanings()
	var kinds [tokEnd]bool
	for _, c := range clauses {
		for _, t := range c.toks {
			if begins[t.off] {
				kinds[t.kind] = true
			}
		}
	}
	take := func(toks []tok) {
		for _, t := range toks {
			switch {
			case isSeparator(t) || known[t.text]:
			case !kinds[t.kind] || !isValueWord(t.text):
				open = true
			default:
				found, known[t.text] = append(found, Value{Text: t.text, Off: t.off}), true
			}
		}
	}
	inSeries := false
	for i, c := range clauses {
		last := -1 // the last value of the series in the clause
		for j, t := range c.toks {
			if begins[t.off] {
				last = j
			}
		}
		switch {
		case last >= 0:
			inSeries = true
			tail, sure := tailOfSeries(c.toks, last)
			if sure {
				take(tail)
			}
			open = open || tail != nil && !sure
		case inSeries && valuesAloneIn(c.toks):
			take(c.toks)
		case c.end == ";" && i+1 < len(clauses) && len(c.toks) == 1 && c.toks[0].kind == tokValue && begins[clauses[i+1].toks[0].off]:
			take(c.toks)
		default:
			inSeries = false
		}
	}
	slices.SortStableFunc(found, func(a, b Value) int { return a.Off - b.Off })
	return found, open
}

// clausesOfMeanings cuts the lines that name values with meanings into clauses.
func (r *reader) clausesOfMeanings() []meaningClause {
	var out []meaningClause
	for i := range r.lines {
		if l := &r.lines[i]; l.used || l.other || r.item(i) {
			out = append(out, meaningClause{toks: []tok{{kind: tokEnd, off: -1}}}) // nothing goes on over it
			continue
		}
		toks := r.tokens(i)
		for from := 0; from < len(toks); {
			to := from
			for tokAt(toks, to).kind != tokEnd {
				to++
			}
			if to > from {
				out = append(out, meaningClause{toks[from:to], tokAt(toks, to).text})
			}
			from = to + 1
		}
	}
	return out
}

// valuesAloneIn reports whether a clause has values and nothing else.
func valuesAloneIn(toks []tok) bool {
	l, end := readValues(toks, 0, proseValues)
	return len(l.items) > 0 && end == len(toks) && !l.ranged
}

// tailOfSeries gives the values that end a clause after the meaning of toks[last], and whether they are surely values
// of the series: a bracket before them has closed the meaning. Words between commas may be parts of it.
func tailOfSeries(toks []tok, last int) (tail []tok, sure bool) {
	from := len(toks)
	for from > last+1 && (isSeparator(toks[from-1]) || isValue(toks, from-1, proseValues)) {
		from--
	}
	if from == len(toks) || !isSeparator(toks[from]) || isSeparator(toks[len(toks)-1]) {
		return nil, false
	}
	if closing(toks, last+1) == from {
		return toks[from:], true
	}
	commas := toks[last+1].low == ":" && tokAt(toks, last-1).low == ","
	if !commas || toks[from].low != "," && toks[from].low != "and" {
		return nil, false
	}
	return toks[from:], false
}
