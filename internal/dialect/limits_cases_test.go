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
		{"Size. Value range: 10 to 64\n• Oak: The value ranges from 1 to 99.", "min(value) 10!; max(value) 64!; min(value) 1?; max(value) 99?"},
		// words of a case may have any sentence after them, a bare name one about the value, a name in marks none
		{"Size. The value ranges from 10 to 64.\n• For oak: It ranges from 1 to 99.", "min(value) 10?; max(value) 64?; min(value) 1?; min(value) 1; max(value) 99?; max(value) 99"},
		{"Size. The value ranges from 10 to 64.\n• Pine: It ranges from 1 to 99.", "min(value) 10; max(value) 64; min(value) 1?; max(value) 99?"},
		{"Size. The value ranges from 10 to 64.\n• **Pine**: The value ranges from 1 to 99.", "min(value) 10; max(value) 64; min(value) 1?; max(value) 99?"},
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
		{"Size. For pine, the value ranges from a few to 99. For oak, the value ranges from 10 to 40. For fir, the value ranges from 20 to 50.",
			"min(value) 10?; max(value) 40?; min(value) 20?; max(value) 50?"},
		{"Size. For oak, the value ranges from 10 to 40. For fir, the value ranges from 20 to 50. For pine, a size ranging from a few to 99 is possible.",
			"min(value) 10?; max(value) 40?; min(value) 20?; max(value) 50?"},
		{"Size. It is 5 by default. For pine, the value ranges from a few to 99. For oak, the value ranges from 10 to 40. For fir, the value ranges from 20 to 50.",
			"default 5; min(value) 10?; max(value) 40?; min(value) 20?; max(value) 50?"},
		// words that tell no range
		{"Size. For oak, the value ranges from 10 to 40. For fir, the value ranges from 20 to 50. Jars come from the shelf.",
			"min(value) 10?; min(value) 10; max(value) 40?; min(value) 20?; max(value) 50?; max(value) 50"},
		{"Size. For oak, the value ranges from 10 to 40. For fir, the value ranges from 20 to 50. The color of it ranges widely.",
			"min(value) 10?; min(value) 10; max(value) 40?; min(value) 20?; max(value) 50?; max(value) 50"},
	})
}

// TestListsBesideRanges: a list of numbers is the range of a case beside the ranges of others. It is none where all
// cases have lists, where the list holds in all cases, nor beside lengths.
func TestListsBesideRanges(t *testing.T) {
	checkLimits(t, []limitCase{
		{"For HTTP, it ranges from 1 to 5. For TCP, it can be 3 or 9.", "min(value) 1?; min(value) 1; max(value) 5?; enum 3|9?; max(value) 9"},
		{"For HTTP, it can be 1 or 2. For TCP, it can be 3 or 4.", "enum 1|2?; enum 3|4?"},
		{"The value can be 1, 2, or 3. For oak, it ranges from 1 to 5. For fir, it ranges from 2 to 9.",
			"enum 1|2|3; min(value) 1?; max(value) 5?; min(value) 2?; max(value) 9?"},
		{"For HTTP, the length ranges from 1 to 5. For TCP, it can be 3 or 4. For UDP, the length ranges from 2 to 9.",
			"min(length) 1?; min(length) 1; max(length) 5?; enum 3|4?; min(length) 2?; max(length) 9?; max(length) 9"},
	})
}

// TestRangesInOneSentence: the range of a further case stands after that of the first one, with few words for the case.
func TestRangesInOneSentence(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value ranges from 1 to 9 for oak and from 1 to 96 for pine of the long and old shelf.", "min(value) 1; max(value) 96"},
		{"The value ranges from 1 to 9 for oak and from 1 to 96 for pine of the long and old upper shelf.", "min(value) 1?; max(value) 9?"},
		{"The value ranges from 1 to 9 for oak and from the shelf for pine.", "min(value) 1?; max(value) 9?"},
	})
}
