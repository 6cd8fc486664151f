package dialect

import "testing"

// TestSetsOfCharacters: which characters a list names; a list with a word in it that names none says nothing.
func TestSetsOfCharacters(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It can contain only a-z, A-Z, and 0-9.", "pattern ^[A-Za-z0-9]*$"},
		{"It can contain only a-z, A-Z, and 0-8.", ""},
		{"It can contain only letters and 5-9.", ""},
		{"It can contain only letters, 0 or 9.", ""},
		{"It can contain only letters, digits, and **,**.", "pattern ^[A-Za-z0-9,]*$"},
		{"It can contain only letters, digits, and **-\x7f**.", ""},
		{"It can contain only letters, digits, and special characters -\x7f", ""},
		{"It can contain only letters and angle brackets (**< >**).", "pattern ^[A-Za-z<>]*$"},
		{"Only spaces are not allowed.", ""},
		{"Letters and digits are not allowed.", ""},
		{"Jars whose name starts with a letter.", ""},
	})
}

// TestJoinedPatterns: what a text begins with is a part of the pattern of all its characters. It is not where the page
// prints a pattern.
func TestJoinedPatterns(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It can contain only letters. It must start with a digit.", "pattern ^[0-9][A-Za-z]*$; pattern ^[0-9][A-Za-z]*$"},
		{"Must match ^[\\u4E00-\\u9FFF]. It can contain only letters.", "unread ^[\\u4E00-\\u9FFF]; pattern ^[A-Za-z]*$"},
		{"Must match ^lid[a-z]*$. It must start with a letter.", "pattern ^lid[a-z]*$; pattern ^[A-Za-z]"},
	})
}

// TestSeparatorsAsValues: words and signs that stand between values are values where they are set apart.
func TestSeparatorsAsValues(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value can be **and** or **or**.", "enum and|or"},
		{"Cannot contain \"*\", \"<\", \"|\".", "pattern ^[^*<|]*$"},
	})
}
