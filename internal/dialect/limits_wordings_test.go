package dialect

import "testing"

// TestSpelledNumbers: numbers may be words, but kinds of characters are not counted.
func TestSpelledNumbers(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Rules. A maximum of five rules are supported.", "max(items) 5"},
		{"Jars. At least one.", "min(value) 1"},
		{"Name, up to sixty-four characters.", "max(length) 64"},
		{"The value contains at least two types of characters.", ""},
		{"The five jars", ""},
	})
}

// TestHalfOpenRanges: a round bracket beside a square one leaves the bound out; two round ones say nothing.
func TestHalfOpenRanges(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Value range: [1, 64)", "min(value) 1!; max(value) <64!"},
		{"The value ranges from (0, 10].", "min(value) >0; max(value) 10"},
		{"Value range: (1, 64)", "min(value) 1!; max(value) 64!"},
		{"Value range: [1, 64]", "min(value) 1!; max(value) 64!"},
		{"Delay, in the range [0,100].", "min(value) 0; max(value) 100"},
		{"Delay. [10,100]", "min(value) 10~; max(value) 100~"},
		{"Delay. The value can be 10,100.", "values 10,100"},
		{"Jars. Allowed range: 3..9", "min(value) 3; max(value) 9"},
	})
}

// TestBoundsOutside: bounds may be told by what is beyond them, or both in one breath.
func TestBoundsOutside(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Cannot be less than 1 or more than 60.", "min(value) 1; max(value) 60"},
		{"It must not be greater than 9 nor less than 3.", "max(value) 9; min(value) 3"},
		{"The name cannot be shorter than 4 or longer than 64 characters.", "min(length) 4; max(length) 64"},
		{"It cannot be empty or longer than 64 characters.", "min(length) 1; max(length) 64"},
		{"A value less than 1 or more than 60 is cut.", ""},
		{"Not less than 1 and not greater than 9.", "min(value) 1; max(value) 9"},
		{"The length of the name must not be longer than 12.", "max(length) 12"},
		{"The length of the name must not be shorter than 12.", "min(length) 12"},
		{"The timeout cannot be longer than 300 seconds.", "max 300"},
		{"Minimum is 3, maximum is 9.", "min(value) 3; max(value) 9"},
		{"Number of jars (min. 3, max. 9).", "min(value) 3~; max(value) 9~"},
		{"Jars. Minimum 1. Maximum 9.", "min(value) 1; max(value) 9"},
		{"Jars. min=1, max=9", "min 1!; max 9!"},
		{"Which must be a multiple of 10 and lie between 10 and 60.", "multiple 10; min(value) 10; max(value) 60"},
		{"The array length is limited to 3.", "max(items) 3"},
	})
}

// TestRangesAlone: a range is that of the field where it is all of a sentence, or follows its title.
func TestRangesAlone(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Delay. 1 to 10.", "min(value) 1~; max(value) 10~"},
		{"1 to 10", "min(value) 1~; max(value) 10~"},
		{"Delay.\n**Default Value**\n1 to 10", ""},
		{"Delay. 1 GB to 10 MB.", ""},
		{"• 1 to 10", ""},
		{"Ratio between 0.1 and 0.9.", "min(value) 0.1; max(value) 0.9"},
		{"Number of pots from 1 to 9.", "min(value) 1; max(value) 9"},
		{"Time from 1 to 9 is used.", ""},
		{"Pots with a height from 1 to 9.", ""},
		{"Delay. Integers from 1 to 10 are supported.", "min(value) 1; max(value) 10"},
		{"Delay. Accepts values from 1 to 10.", "min(value) 1; max(value) 10"},
		{"Number of pots on a shelf. The number of pots must be at least 2.", "min(value) 2"},
		{"Number of pots on a shelf. The number of shelves must be at least 2.", "min(value) 2?"},
		{"**Range**\n32 characters", "max(length) 32!"},
	})
}

// TestLabelsInside: labels may stand in brackets or after commas.
func TestLabelsInside(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Delay (value range: 1 to 10, default value: 5)", "min(value) 1!; max(value) 10!; default 5!"},
		{"Delay (Value range: 1–10; default value: 5)", "min(value) 1!; max(value) 10!; default 5!"},
		{"Value range: 1-10, default: 5", "min(value) 1!; max(value) 10!; default 5!"},
		{"Delay. Minimum 1, maximum 10, default 5.", "min(value) 1; max(value) 10; default 5"},
		{"Whether it is open (default true).", "default true"},
		{"• **a** (default: 5)", "default 5?"},
		{"It must be smaller than the pot (range: 1-5).", "min(value) 1?; max(value) 5?"},
		{"Pair, key: a, value: b", ""},
	})
}

// TestOtherDefaults: defaults in more words, and words that give none.
func TestOtherDefaults(t *testing.T) {
	checkLimits(t, []limitCase{
		{"If omitted, 10 records are returned.", "default 10"},
		{"If it is hot, 10 records are returned.", ""},
		{"Mode. If omitted, the mode is **single**.", "default single"},
		{"Mode. If omitted, the **lid** is **single**.", ""},
		{"If it is not set, false is assumed.", "default false"},
		{"Jars. Default 500.", "default 500"},
		{"When omitted, the default of 50 applies.", "default 50"},
		{"If you do not specify this parameter, the default value (5) is used.", "default 5"},
		{"Delay, 5 by default.", "default 5"},
	})
}

// TestOtherValues: values in more words; nouns that are not the field's own have values of their own.
func TestOtherValues(t *testing.T) {
	checkLimits(t, []limitCase{
		{"State of the jar. Possible states are full and empty.", "values full|empty"},
		{"State. Possible states are full and empty.", "values full|empty"},
		{"Engine. Supported versions are **5** and **6**.", ""},
		{"Policy. The following policies are supported: **red** and **blue**.", "values red|blue"},
		{"Mode. **red** or **blue**.", "values red|blue"},
		{"Mode. **red**.", ""},
		{"If **lid** is oak:\n**red** or **blue**.", ""},
		{"State. Either **up** or **down**.", "values up|down"},
		{"State. Select one from up, down.", "values up|down"},
		{"One of Flying, Landed, Lost.", "values Flying|Landed|Lost"},
		{"Kind. Always **red**.", "const red"},
		{"Kind. It is not always **red**.", ""},
		{"Names. Duplicate names are not allowed.", "unique(items)"},
		{"Name (deprecated since v2).", "deprecated"},
		{"This field is no longer used. Use **label**.", "deprecated"},
		{"The lid is no longer used.", ""},
	})
}

// TestItemsAndEach: how many things there can be stands beside what each of them can be.
func TestItemsAndEach(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The list can contain a maximum of 10 color names, and each name cannot exceed 128 characters.", "max(items) 10; max(length) 128 each"},
		{"No more than 5 names may be given, each of 1 to 64 characters.", "max(items) 5; min(length) 1 each; max(length) 64 each"},
		{"Up to 3 names are supported and each name can contain up to 9 characters.", "max(items) 3; max(length) 9 each"},
		{"Up to 10 colors can be added to each jar.", ""},
		{"Up to 10 names for each jar, and each name can contain up to 9 characters.", "max(length) 9?"},
		{"A maximum of 10 rules per jar.", ""},
	})
}

// TestAllButOne: an item about all values but one leaves a list open.
func TestAllButOne(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Order.\n**Range**\n• **0** indicates the first.\n• Non-**0** indicates another.", ""},
		{"Order.\n• **0** indicates the first.\n• non-0: another.", ""},
		{"Order. Options:\n• **a**: the first.\n• Not **a**: another.", ""},
		{"Order. Options:\n• root: the first.\n• non-root: another.", "enum root|non-root!"},
		{"Order.\n**Range**\n• **0** indicates the first.\n• **1** indicates another.", "enum 0|1!"},
	})
}

// TestLongerNumbers: a word for a number that is a part of another one, or of a choice, does not count alone.
func TestLongerNumbers(t *testing.T) {
	checkLimits(t, []limitCase{
		{"A maximum of two hundred colors can be added.", ""},
		{"A maximum of one hundred colors can be added.", ""},
		{"A maximum of twenty five colors can be added.", ""},
		{"A maximum of two dozen colors can be added.", ""},
		{"At most one of these colors can be set.", ""},
		{"At most 1 of these colors can be set.", ""},
		{"A maximum of twenty colors can be added.", "max(items) 20"},
	})
}

// TestCountingUp: values that count up may have two digits.
func TestCountingUp(t *testing.T) {
	checkLimits(t, []limitCase{
		{"State. 8-Cutting, 9-Drying, 10-Painting", ""},
		{"State. 1-Cutting, 2-Drying, 3-Painting, 4-Hanging, 5-Sold, 6-Lost, 7-Found, 8-Sent, 9-Gone, 10-Back", "values 1|2|3|4|5|6|7|8|9|10"},
	})
}
