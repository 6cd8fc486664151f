package gen

import (
	"math"
	"slices"
	"strconv"
	"strings"
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

// Needs records which of some members an object does not have.
func Needs[T any](c *Checker, object map[string]T, names ...string) {
	for _, name := range names {
		if _, ok := object[name]; !ok {
			c.In(name)
			c.Missing()
			c.Out()
		}
	}
}

// Count says how many of some conditions hold.
func Count(conditions ...bool) int {
	n := 0
	for _, holds := range conditions {
		if holds {
			n++
		}
	}
	return n
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

// AmongTexts is Among for texts; the compiler makes it once.
//
//go:noinline
func AmongTexts(values []string, v string) bool { return slices.Contains(values, v) }

// Enum checks that a member, where it is there, has one of the documented values. One call for each
// member is what the compiler takes the least time for.
//
//go:noinline
func (c *Checker) Enum(name string, member *string, values []string) {
	if member == nil || slices.Contains(values, *member) {
		return
	}
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = strconv.Quote(v)
	}
	c.In(name)
	c.Add("enum", *member, strings.Join(quoted, ", "))
	c.Out()
}

// NeededEnum is Enum for a member that has to be there; an empty text is none.
//
//go:noinline
func (c *Checker) NeededEnum(name, member string, values []string) {
	if member == "" {
		c.In(name)
		c.Missing()
		c.Out()
		return
	}
	c.Enum(name, &member, values)
}

// Lengths is Length for each item of a list.
//
//go:noinline
func (c *Checker) Lengths(name string, texts []string, least, most int) {
	for i := range texts {
		n := utf8.RuneCountInString(texts[i])
		if n >= least && (most < 0 || n <= most) {
			continue
		}
		c.In(name)
		c.At(i)
		if n < least {
			c.Add("minLength", n, least)
		} else {
			c.Add("maxLength", n, most)
		}
		c.Out()
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
