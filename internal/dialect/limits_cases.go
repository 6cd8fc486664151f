package dialect

import "slices"

// cases joins the ranges that a text gives case by case: "For TCP, the value ranges from 10
// to 40. For HTTP, it ranges from 1 to 40." No case allows what is below the lowest and
// above the highest of them. A list of numbers is the range of a case, too: "For HTTP, it can be 1, 20, or 40." It does not
// apply where one case lacks a bound or has a range that is not read, where the text limits the value in all cases, or
// where no case has a range.
func (r *reader) cases() {
	for _, of := range []Of{OfValue, OfLength} {
		low, lows := r.extreme(LimitMin, of)
		high, highs := r.extreme(LimitMax, of)
		if lows < 2 || lows != highs || r.rangeUnread() {
			continue
		}
		low.Conditional, high.Conditional = false, false
		r.limits = append(r.limits, low, high)
	}
}

// rangeUnread reports whether a sentence says "ranges from" and no limit was read of it: what holds in that case is not
// known.
func (r *reader) rangeUnread() bool {
	var saying []sentence
	for s := range r.sentences() {
		if saysRangesFrom(s.toks) {
			saying = append(saying, s)
		}
	}
	read := make([]bool, len(saying))
	for _, l := range r.limits {
		at, _ := slices.BinarySearchFunc(saying, l.Off, func(s sentence, off int) int { return s.toks[len(s.toks)-1].off - off })
		if at < len(saying) && l.Off >= saying[at].toks[0].off {
			read[at] = true
		}
	}
	return slices.Contains(read, false)
}

func saysRangesFrom(toks []tok) bool {
	for i, t := range toks {
		if (t.low == "ranges" || t.low == "ranging") && tokAt(toks, i+1).low == "from" {
			return true
		}
	}
	return false
}

// widen loosens the range of a text by those that it gives for some cases: "The value ranges from
// 1 to 9. When it is a code, it ranges from 0 to 99." says from 0 to 99. A case may also be
// stricter, and then does not count. An item that begins with a name may be about a case, "Pine: The value ranges
// from 0 to 99", and then a sentence about the value does not refuse what the item allows.
func (r *reader) widen() {
	for _, of := range []Of{OfValue, OfLength} {
		for _, kind := range []LimitKind{LimitMin, LimitMax} {
			r.loosen(kind, of)
		}
	}
}

// loosen puts the loosest bound of a case in the place of the bound for all cases, if it is
// looser.
func (r *reader) loosen(kind LimitKind, of Of) {
	var always, once *Limit
	for i := range r.limits {
		l := &r.limits[i]
		if l.Kind != kind || l.Of != of || l.part && !l.item || l.Elems {
			continue
		}
		held := &always
		if l.Conditional {
			held = &once
		}
		if *held == nil || looser(*l, **held) {
			*held = l
		}
	}
	if always == nil || once == nil || !looser(*once, *always) || once.item && always.Read == ReadLabel {
		return
	}
	loosest := *once
	loosest.Conditional, loosest.part = false, false
	for i := range r.limits {
		if l := &r.limits[i]; l.Kind == kind && l.Of == of && !l.Elems {
			l.Conditional = true
		}
	}
	r.limits = append(r.limits, loosest)
}

// looser reports whether a bound allows what another of its kind does not.
func looser(a, b Limit) bool {
	if a.Kind == LimitMin {
		return number(a.Number) < number(b.Number)
	}
	return number(a.Number) > number(b.Number)
}

// extreme finds the loosest bound of a kind that holds in one case, and counts the cases.
// The count is 0 where a bound holds in all cases or for a part of the value.
func (r *reader) extreme(kind LimitKind, of Of) (loosest Limit, n int) {
	ranges := 0
	for _, l := range r.limits {
		list := l.Kind == LimitEnum
		if list {
			l = extremeOf(l, kind)
		}
		if l.Kind != kind || l.Of != of || l.part {
			continue
		}
		if !l.Conditional || l.Elems {
			return Limit{}, 0
		}
		if n == 0 || looser(l, loosest) {
			loosest = l
		}
		n++
		if !list {
			ranges++
		}
	}
	if ranges == 0 {
		return Limit{}, 0
	}
	return loosest, n
}

// extremeOf is the bound that a list of numbers sets, or the list where it has other values.
func extremeOf(list Limit, kind LimitKind) Limit {
	bound := list
	bound.Kind, bound.Of, bound.Values = kind, OfValue, nil
	for i, v := range list.Values {
		n := jsonNumber(v.Text)
		if n == "" {
			return list
		}
		next := Limit{Kind: kind, Number: n}
		if i == 0 || looser(next, bound) {
			bound.Number = n
		}
	}
	return bound
}

// caseHead counts the tokens of a list item that name a case before a sentence about it: "-  For oak: The value ranges
// from 1 to 9." A bare name may be a case or a part of the value, "-  Oak: The value ranges from 1 to 9".
func (r *reader) caseHead(i int) int {
	toks := r.tokens(i)
	named := r.part && tokAt(toks, 0).kind == tokWord && labels[toks[0].low] == labelNone
	if !r.lines[i].bullet || !caseWords[tokAt(toks, 0).low] && !named {
		return 0
	}
	for j, t := range toks[:min(maxCase, len(toks))] {
		switch {
		case t.low == ":" && tokAt(toks, j+1).kind == tokWord && (!named || tokAt(toks, j+1).low == "the"):
			return j + 1
		case t.kind == tokEnd || t.low == ",":
			return 0
		}
	}
	return 0
}

// maxCase is the number of words that name a case at most, see caseHead.
const maxCase = 8

// casePhrase is the range of a case after "from" or "between".
var casePhrase = compilePhrase(phraseRow{"{n} {u} to|and|- {n} {u}", nil})

// rangesOfCases reads the range of another case after that of one, "for oak and from 1 to 96 for pine", where nothing
// follows. Callers may send what any case allows.
// It does not apply to a range in another unit than that of the first one.
func rangesOfCases(rest []tok, unit string) []tok {
	if !caseFollows(rest) || rest[0].low != "for" {
		return nil
	}
	for i, t := range rest {
		if next := tokAt(rest, i+1).low; t.low != "and" || next != "from" && next != "between" {
			continue
		}
		m, ok := matchPhrase(casePhrase, rest, i+2)
		if !ok || !m.ordered() || !caseFollows(rest[m.end:]) || len(rest)-m.end > maxCase || m.unit() != unit {
			return nil
		}
		return []tok{m.nums[0], m.nums[1]}
	}
	return nil
}

// unit is that of the numbers of a range, which stands after the second one or after both.
func (m *match) unit() string { return m.units[1] }
