package dialect

import "testing"

// TestForbiddenBounds: words that say what a value is not name no bound of it.
func TestForbiddenBounds(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value cannot be at least 5.", ""},
		{"The value cannot be 5 or greater.", ""},
		{"The value must not be a minimum of 5.", ""},
		{"The length cannot be at least 5 characters.", ""},
		{"It cannot contain up to 5 items.", ""},
		// the words leave the bound themselves
		{"The value must not exceed 5.", "max(value) 5"},
		{"The value cannot be allowed to exceed 5 characters.", "max(length) 5"},
		{"It cannot contain more than 5 items.", "max(items) 5"},
		// the negation belongs to what stands before
		{"The value is not empty and is at least 5.", "min(value) 5"},
		{"It must not be 0, at least 5.", "min(value) 5"},
		{"The value (not the lid) is at most 5.", "max(value) 5?"},
	})
}

// TestEachOfTheCounted: a clause about each of the things counted limits the elements.
func TestEachOfTheCounted(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Lids. It has up to 5 lids with each of 1 to 9 characters.", "max(items) 5; min(length) 1 each; max(length) 9 each"},
		{"Lids. It has up to 5 lids with each having 1 to 9 characters.", "max(items) 5; min(length) 1 each; max(length) 9 each"},
		{"Lids. A maximum of 5 lids, each with up to 9 characters.", "max(items) 5; max(length) 9 each"},
		{"Lids. It can have up to 5 lids with each.", ""},
		{"The value can contain 1 to 9 characters with each being a letter.", "min(length) 1; max(length) 9"},
		{"Each with up to 9 characters.", "max(length) 9"},
	})
}
