package dialect

import "testing"

// TestUUIDLength: a UUID has no shorter form, unless the text tells of another value.
func TestUUIDLength(t *testing.T) {
	checkLimits(t, []limitCase{
		{"• Id of a lid.\n• The value is a UUID containing 36 characters.", "min(length) 36; max(length) 36"},
		{"The value is a UUID of 32 characters.", "min(length) 32; max(length) 32"},
		{"The value is a UUID that contains 36 characters. You can set it if **kind** is set to **oak**.", "min(length) 36; max(length) 36"},
		// another value, no UUID, no length of one
		{"The value is a UUID containing 36 characters. If there is no lid, 0 is returned.", "max(length) 36"},
		{"The value is a UUID containing 36 characters. It may be empty.", "max(length) 36; min(length) 0"},
		{"The value is a UUID containing 36 characters or an address of the lid.", ""},
		{"The value is a UUID of 64 characters.", "max(length) 64"},
		{"The value is a UUID with up to 36 characters.", "max(length) 36"},
		{"It contains 36 characters.", "max(length) 36"},
	})
}

// TestConditionOfMeaning: a condition in a clause that tells what a value means is none of the limit.
func TestConditionOfMeaning(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value can be **a** or **b**, indicating that the color is based on the lid.", "enum a|b"},
		{"The default value is **a**, which means that it is closed when it is full.", "default a"},
		{"If it is full, the value can be **a** or **b**.", "enum a|b?"},
		{"When it is full, indicating a lid, the value can be **a** or **b**.", "enum a|b?"},
		{"The default value is **a** when it is full.", "default a?"},
	})
}
