package gen

import "math"

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
