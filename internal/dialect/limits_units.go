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

// unitOf is the unit after the number of a bound in the singular, "" for other limits and numbers without one.
func (r *reader) unitOf(l Limit) string {
	if l.Kind != LimitMin && l.Kind != LimitMax || l.Of != OfValue && l.Of != OfUnsaid || l.part || l.Conditional {
		return ""
	}
	text := r.Words[l.Off:]
	n := numberLen(text)
	if n == 0 {
		return ""
	}
	text = strings.TrimLeft(text[n:], " *`-")
	word := strings.ToLower(text[:wordEnd(text, 0)])
	if !units[word] {
		return ""
	}
	if long := shortUnits[word]; long != "" {
		return long
	}
	if len(word) > 3 {
		word = strings.TrimSuffix(word, "s")
	}
	return word
}
