package dialect

import (
	"slices"
	"strings"
)

// mixedUnits takes bounds of several units back: after "Minimum: 1 second. Maximum: 1 hour." nobody knows in which
// of the two the field counts. It does not apply where one bound has a unit: "1 to 10 GB".
func (r *reader) mixedUnits() {
	unit, mixed := "", false
	for _, l := range r.limits {
		switch u := r.unitOf(l); {
		case u == "":
		case unit == "":
			unit = u
		default:
			mixed = mixed || u != unit
		}
	}
	if mixed {
		r.limits = slices.DeleteFunc(r.limits, func(l Limit) bool { return r.unitOf(l) != "" })
	}
}

// otherUnits takes bounds and defaults back whose number counts in another unit than the field does: after "Delay, in
// seconds. The default value is 15min." neither 15 is the default, nor does the page print what is. It does not apply
// where the text names no unit of the field, or several.
func (r *reader) otherUnits() {
	field := r.statedUnit()
	if field == "" {
		return
	}
	other := func(l Limit) bool {
		unit := r.unitAfterNumber(l)
		return unit != "" && unit != field
	}
	isBound := func(l Limit) bool { return l.Kind == LimitMin || l.Kind == LimitMax }
	both := slices.ContainsFunc(r.limits, func(l Limit) bool { return isBound(l) && other(l) })
	r.limits = slices.DeleteFunc(r.limits, func(l Limit) bool {
		return other(l) || both && isBound(l) && (l.Of == OfValue || l.Of == OfUnsaid) && r.unitAfterNumber(l) == "" // "from 1 to 2 TB"
	})
}

// statedUnit is the unit that the field counts in, as the text says it: "Size, in GB", "Delay (in seconds)", "Unit: GB".
// It is "" where the text says none, or says several.
func (r *reader) statedUnit() string {
	stated := ""
	for i := range r.lines {
		toks := r.tokens(i)
		for j := 1; j < len(toks); j++ {
			if toks[j].kind == tokNum || !units[toks[j].low] || countUnits[toks[j].low] || !statesUnit(toks, j) {
				continue
			}
			switch unit := sameUnit(toks[j].low); stated {
			case "", unit:
				stated = unit
			default:
				return ""
			}
		}
	}
	return stated
}

// countUnits are units of nothing that one converts into another.
var countUnits = words("times", "iops", "vcpus", "vcpu", "b")

// statesUnit reports whether the unit at toks[i] is said to be that of the field. It does not apply inside of a clause,
// "in days of 24 hours".
func statesUnit(toks []tok, i int) bool {
	if next := tokAt(toks, i+1); next.kind != tokEnd && next.low != "," && next.low != ")" && next.low != "(" {
		return false
	}
	switch toks[i-1].low {
	case "in":
		return !tokAt(toks, i-2).isNum()
	case ":", "is":
		return tokAt(toks, i-2).low == "unit"
	}
	return false
}

// unitAfterNumber is the unit after the number of a bound or of a default, "" for other limits and numbers without one.
func (r *reader) unitAfterNumber(l Limit) string {
	switch l.Kind {
	case LimitMin, LimitMax:
		if l.Of == OfValue || l.Of == OfUnsaid {
			return r.unitAt(l.Off)
		}
	case LimitDefault:
		if unit := r.unitAt(l.Values[0].Off); unit != "" || l.Unit == "" {
			return unit
		}
		return sameUnit(l.Unit)
	}
	return ""
}

// unitOf is the unit after the number of a bound of the whole value, "" for other limits and numbers without one.
func (r *reader) unitOf(l Limit) string {
	if l.Kind != LimitMin && l.Kind != LimitMax || l.part || l.Conditional {
		return ""
	}
	return r.unitAfterNumber(l)
}

// unitAt is the unit after the number at a place of the text, "" where there is none.
func (r *reader) unitAt(off int) string {
	text := r.Words[off:]
	n := numberLen(text)
	if n == 0 {
		return ""
	}
	text = strings.TrimLeft(text[n:], " *`-")
	word := strings.ToLower(text[:wordEnd(text, 0)])
	if !units[word] {
		return ""
	}
	return sameUnit(word)
}

// sameUnit gives units that are one the same word: "s" and "seconds", "GB" and "GiB", which writers do not tell apart.
func sameUnit(word string) string {
	word = strings.ToLower(word)
	if long := shortUnits[word]; long != "" {
		return long
	}
	if len(word) > 3 {
		word = strings.TrimSuffix(word, "s")
	}
	if binary, ok := strings.CutSuffix(word, "ib"); ok && len(binary) == 1 {
		return binary + "b"
	}
	return word
}
