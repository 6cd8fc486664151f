package dialect

import "testing"

// TestSetsOfCharacters: which characters a list names; a list with a word in it that names none says nothing.
func TestSetsOfCharacters(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It can contain only special characters, including", ""},
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

// TestNamedSigns: a sign may stand for itself, with its name after it; these are characters and no values with meanings.
func TestNamedSigns(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It can contain only letters, digits, and _.", "pattern ^[A-Za-z0-9_]*$"},
		{"It can contain only letters, digits, **_** (underscore), and **-** (hyphen).", "pattern ^[A-Za-z0-9_-]*$"},
		{"The value can contain:\n• Letters\n• _ (underscore)", "pattern ^[A-Za-z_]*$~"},
		{"The delimiter. **_** (underscore) or **-** (hyphen)", "values _|-"},
		// another name, and a name of letters
		{"It can contain only letters, digits, **_** (hyphen), and **-** (hyphen).", ""},
		{"It can contain only digits, **a** (lowercase letter), and hyphens (-).", ""},
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
