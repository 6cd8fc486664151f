package dialect

import "testing"

// TestExactlyDigits: a number of digits is the length of a text that has nothing else.
func TestExactlyDigits(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The code has exactly 7 digits.", "min(length) 7; max(length) 7"},
		{"Code of exactly 7 digits.", "min(length) 7; max(length) 7"},
		{"The code has exactly 7 digits and a letter.", ""},
		{"The code has a letter and exactly 7 digits.", ""},
		{"The code must start with exactly 7 digits.", ""},
		{"The code has 2 letters, exactly 7 digits.", ""},
		{"The number has exactly 2 digits after the point.", ""},
	})
}

// TestBracketedRangeAndDefault: a range in brackets after what the text defines holds beside a default.
func TestBracketedRangeAndDefault(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Records per page (1 to 100), default 10", "min(value) 1~; max(value) 100~; default 10"},
		{"Records per page (1 to 100) of a list", ""},
		{"Records per page (1 to 100), which are shown", ""},
	})
}
