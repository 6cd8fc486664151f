package dialect

import "testing"

// TestRangesOfDefinitions: a range in brackets at the end of what defines the field.
func TestRangesOfDefinitions(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Number of pots (1 to 9)", "min(value) 1~; max(value) 9~"},
		{"Size of the lid (1 MB to 9 MB)", "min(value) 1~; max(value) 9~"},
		{"Size of the lid (1 MB to 9 GB)", ""},
		{"Number of the port (1 to 9), default 5", "min(value) 1~; max(value) 9~; default 5"},
		{"Number of the port (1 to 9) old", ""},
		{"**lid**: Number of pots (1 to 9)", ""},
	})
}

// TestConditionsOfNeed: what makes a field mandatory stands after the word, or is a clause anywhere.
func TestConditionsOfNeed(t *testing.T) {
	checkLimits(t, []limitCase{
		{"This parameter is mandatory only for lids.", "condition"},
		{"This parameter is mandatory for lids.", "condition"},
		{"It is required only there.", "condition"},
		{"When it is old, this parameter is required.", "condition"},
		{"This parameter is required unless it is old.", "condition"},
		{"Only this is required.", ""},
		{"It is only required.", ""},
		{"This parameter is required, and for lids it is old.", ""},
		{"This parameter is required \"if\" old.", ""},
	})
}

// TestNamesOfNull: in a case null is a value all the same, whatever has the name.
func TestNamesOfNull(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Lids.\n• If it is old, the value of **next** is **null**.", "nullable?"},
		{"Lids. If it is old, the value of **next** is **null**.", "nullable named next?"},
	})
}

// TestValuesWithParts: a value whose end the text explains has another text in the place of it.
func TestValuesWithParts(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value can be **a/b** or **c**. **b** is any lid.", "some a/b|c"},
		{"The value can be **a/** or **b**. \"\" is none.", "enum a/|b"},
	})
}
