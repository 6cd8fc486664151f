package gen

import (
	"math"
	"slices"
	"unicode/utf8"
)

// Duplicate gives the index of the first item that is equal to an earlier one, or -1.
// It allocates nothing; lists in requests are short.
func Duplicate[T comparable](items []T) int {
	for i := range items {
		for j := range i {
			if items[i] == items[j] {
				return i
			}
		}
	}
	return -1
}

// IsMultiple reports whether v is a whole multiple of step. Both are binary fractions, so
// 0.3 counts as a multiple of 0.1 although its binary form is not exactly one; a quotient
// too large to be told from a whole one counts as whole.
func IsMultiple(v, step float64) bool {
	times := v / step
	return math.Abs(times-math.Round(times)) <= math.Max(1e-9, 1e-15*math.Abs(times))
}

// Among reports whether a value is one of some.
func Among[T comparable](values []T, v T) bool { return slices.Contains(values, v) }

// CheckEnum checks that a member, where it is there, has one of the documented values, which are
// listed for messages. One call for each member is what the compiler takes the least time for.
//
//go:noinline
func CheckEnum[T interface {
	~string
	Valid() bool
}](c *Checker, name string, member *T, values string) {
	if member != nil && !(*member).Valid() {
		c.In(name)
		c.Add("enum", *member, values)
		c.Out()
	}
}

// Length checks the length of a text in code points, where it is there; most is -1 where it has no
// bound.
//
//go:noinline
func (c *Checker) Length(name string, text *string, least, most int) {
	if text == nil || len(*text) <= most && least == 0 {
		return
	}
	n := utf8.RuneCountInString(*text)
	switch {
	case n < least:
		c.In(name)
		c.Add("minLength", n, least)
		c.Out()
	case most >= 0 && n > most:
		c.In(name)
		c.Add("maxLength", n, most)
		c.Out()
	}
}
