package dialect

import "testing"

// TestRangesThatAreForbidden: a range that a sentence forbids is none, be it far from the word that forbids it; a new
// clause is not forbidden by the one before it.
func TestRangesThatAreForbidden(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value must not be -1 or from 0 to 5.", ""},
		{"If the lid is not open the value must range from 1 to 5.", "min(value) 1?; max(value) 5?"},
		{"Usually ≤ 5", ""},
		{"Oak is recommended, and at most 5 lids are allowed.", ""},
	})
}

// TestNumbersAfterRange: numbers widen a range only behind what joins them to it.
func TestNumbersAfterRange(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value is from 1 to 5, 9, or 10.", "min(value) 1; max(value) 10"},
		{"The value from 1 to 5 is 9 or 10.", ""},
	})
}

// TestListLength: the length of a list is its number of elements, that of a text its characters.
func TestListLength(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The list length ranges from 1 to 5.", "min(items) 1; max(items) 5"},
		{"The array length is from 1 to 5.", "min(items) 1; max(items) 5"},
		{"The name length ranges from 1 to 5.", "min(length) 1; max(length) 5"},
		{"The list length is at most 5 characters.", "max(length) 5"},
	})
}

// TestEachOfCounted: what a clause says of each of the things that another one counts.
func TestEachOfCounted(t *testing.T) {
	checkLimits(t, []limitCase{
		{"A list of lids, each with 1 to 9 characters.", "min(length) 1 each; max(length) 9 each"},
		{"A list of lids and each with 1 to 9 characters.", "min(length) 1 each; max(length) 9 each"},
		{"Pairs of key=value. Keys can contain 1 to 9 characters.", "min(length) 1 each?; max(length) 9 each?"},
	})
}
