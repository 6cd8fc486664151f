package dialect

import "testing"

// TestCasesOfItems: an item that begins with a name may be about a case, so that a sentence about the value does not
// refuse what the item allows.
func TestCasesOfItems(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Number of jars. The minimum value is **64**.\n• Large shelf: The minimum value is 64 jars.\n• Small shelf: The minimum value is 16 jars, and the maximum value is 64 jars.",
			"min(value) 64?; min(value) 64?; min(value) 16?; min(value) 16; max(value) 64?"},
		{"Size. The value ranges from 10 to 64.\n• Pine: The value ranges from 1 to 99.", "min(value) 10?; max(value) 64?; min(value) 1?; min(value) 1; max(value) 99?; max(value) 99"},
		// an item that is stricter, what a label prints, and an item about the length
		{"Size. The value ranges from 10 to 64.\n• Oak: The value ranges from 20 to 30.", "min(value) 10; max(value) 64; min(value) 20?; max(value) 30?"},
		{"Size. Minimum: 10\n• Oak: The value ranges from 1 to 99.", "min 10!; min(value) 1?; max(value) 99?"},
		{"• Length: The value ranges from 1 to 5.", "min(length) 1?; max(length) 5?"},
		// what counts a noun outside of an item may count something else
		{"The minimum value is 16 jars.", ""},
	})
}

// TestCaseThatIsNotRead: the range of a case is read in spite of a star before it; where one is not read, the others are
// not the range of all.
func TestCaseThatIsNotRead(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Size. For oak, the value ranges from 10 to 40. For pine, the value ranges from *36 to 99.",
			"min(value) 10?; min(value) 10; max(value) 40?; min(value) 36?; max(value) 99?; max(value) 99"},
		{"Size. For oak, the value ranges from 10 to 40. For fir, the value ranges from 20 to 50. For pine, the value ranges from a few to 99.",
			"min(value) 10?; max(value) 40?; min(value) 20?; max(value) 50?"},
		{"Size. For oak, the value ranges from 10 to 40. For fir, the value ranges from 20 to 50. For pine, there is none.",
			"min(value) 10?; min(value) 10; max(value) 40?; min(value) 20?; max(value) 50?; max(value) 50"},
		{"The value ranges from 2 *36 to 99.", ""},
	})
}
