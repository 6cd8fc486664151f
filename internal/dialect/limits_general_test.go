package dialect

import "testing"

// TestTwoBounds: a sentence may state both bounds, each in words or signs of its own.
func TestTwoBounds(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It must be greater than or equal to 10 and less than or equal to 20.", "min(value) 10; max(value) 20"},
		{"Size, which is at least 10 and no more than 20.", "min(value) 10; max(value) 20"},
		{"It must be greater than 2 GB, and at most 5 GB.", "min(value) >2; max(value) 5"},
		{"The value must be at least 3, and it is rounded.", "min(value) 3"},
		{"It must not be less than 10 and greater than 20.", "min(value) 10; min(value) >20?"},
		{"Port. >= 1 and <= 9", "min(value) 1~; max(value) 9~"},
		{"The value is > 1 and < 9.", "min(value) >1~; max(value) 9~"},
		{"Port (≥ 1)", "min(value) 1~"},
		{"1 <= port <= 9", "min(value) 1; max(value) 9"},
		{"Ratio a < 10 and b > 5", ""},
		{"It is used if a > 5.", ""},
		{"Must be a multiple of 10 between 10 and 100.", "min(value) 10; max(value) 100"},
		{"Only positive integers are allowed.", "min(value) 1"},
	})
}

// TestBareRange: a range beside what defines the field is its range, in brackets or after a comma.
func TestBareRange(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Number of pots (1-99)", "min(value) 1~; max(value) 99~"},
		{"Port number (1 to 65,535).", "min(value) 1~; max(value) 65535~"},
		{"Share of the clay, 0 to 100 (%)", "min(value) 0~; max(value) 100~"},
		{"Period (1 to 7 days). It is a number.", "min(value) 1~; max(value) 7~"},
		{"Number of pots (10 to 60 by default)", ""},
		{"Weeks of the year, for example (1-53)", ""},
		{"Number of pots (9-1)", ""},
		{"Number 3 of the pots (1-9)", ""},
		{"Sum of the parts (0-9) is shown.", ""},
		{"Whether it can hold water (1-9)", ""},
		{"It is a pot. Number (1-9)", ""},
		{"(1-9)", "min(value) 1~; max(value) 9~"},
		{"Size (1 GB-9 MB)", ""},
		{"Number of **pots** (1-9)", ""},
		{"Number (0-232)", ""},
		{"• Number of pots (1-99)", ""},
	})
}

// TestEachOfList: what is said of each of the things that a text defines holds for the elements.
func TestEachOfList(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Colors. Each color contains 1 to 16 characters.", "min(length) 1 each; max(length) 16 each"},
		{"List of boxes. Each box can contain 1 to 9 characters.", "min(length) 1 each; max(length) 9 each"},
		{"Lids. Each jar can contain 1 to 9 characters.", "min(length) 1?; max(length) 9?"},
		{"Name of **lids**. Each lid can contain 1 to 9 characters.", "min(length) 1?; max(length) 9?"},
	})
}

// TestEmptyOr: a length beside an empty text bounds above only.
func TestEmptyOr(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Can be left empty or contain 3 to 9 characters.", "min(length) 0; max(length) 9"},
		{"Can be left empty or the lid contains 3 to 9 characters.", "min(length) 0; min(length) 3?; max(length) 9?"},
		{"Max length 64.", "max(length) 64"},
		{"Min length: 3", "min(length) 3!"},
		{"36-character ID", "min(length) 36; max(length) 36"},
	})
}

// TestChoices: words that announce values.
func TestChoices(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Possible values are open and closed.", "values open|closed"},
		{"Valid values include open, shut, or ajar.", "values open|shut|ajar"},
		{"Possible values are letters and digits.", ""},
		{"Possible values are shown in the console.", ""},
		{"It is either OPEN or CLOSED.", "values OPEN|CLOSED"},
		{"State: OPEN, CLOSED, or BROKEN", "values OPEN|CLOSED|BROKEN"},
		{"Choose from **a**, **b**, and **c**.", "values a|b|c"},
		{"Select **a** or **b**.", "values a|b"},
		{"Select **a**.", ""},
		{"To fire, select **a** or **b**.", ""},
		{"The following values are supported: **a**, **b**.", "enum a|b"},
		{"Kind (0 = clay, 1 = steel)", "values 0|1"},
		{"Kind (0: clay, 1: steel)", "values 0|1"},
		{"OPEN means that it is open; SHUT means that it is closed.", "values OPEN|SHUT"},
		{"Use **a** for the first and **b** for the second.", "values a|b"},
		{"Never use **a** for the first and **b** for the second.", ""},
	})
}

// TestMustBe: one marked value that must be is the one that callers send.
func TestMustBe(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value must be **a**.", "only a"},
		{"The value must be set to **a**.", "only a"},
		{"The value must be **a** or **b**.", "enum a|b"},
		{"This parameter is always set to **a**.", "const a"},
	})
	for _, text := range []string{"The value must be UTF-8-encoded.", "**lid** must be set to **a**."} {
		for _, l := range Limits(Text{Words: text}) {
			if l.Kind == LimitOnly {
				t.Errorf("%q: %v", text, l)
			}
		}
	}
}

// TestDefaultsOfCases: a default that is told by what happens without a value, or beside the value.
func TestDefaultsOfCases(t *testing.T) {
	checkLimits(t, []limitCase{
		{"If it is not specified, 10 is used.", "default 10"},
		{"If this parameter is not set, **a** is used.", "default a"},
		{"If it is not given, **jar_id** is used.", ""},
		{"If **b** is 1, **a** is used.", ""},
		{"**true** (default): fire. **false**: do not fire.", "default true; values true|false"},
		{"**a** (default value): fire; **b**: do not fire.", "default a; values a|b"},
		{"Mode (default)", ""},
		{"The mode of **b** (default) is shown.", ""},
		// which parameter is left out
		{"If **lid** is not set, default 5", "default 5 named lid?"},
		{"If **lid** is left blank, the default value is **a**.", "default a named lid?"},
		{"If **lid** is left blank here, the default value is **a**.", "default a?"},
		{"If **lid** is then specified, the default value is **a**.", "default a?"},
		{"If lid is not specified, the default value is **a**.", "default a?"},
		{"Since **lid** is not set, default 5", "default 5?"},
		{"If **lid** was not set, the default value is **a**.", "default a?"},
		{"If **lid** is not set default value is **a**.", "default a?"},
		{"If **lid** is not set at all, the default value is **a**.", "default a?"},
		{"The default value is BLANK.", ""},
		// a word for none is a default only in marks and among the values; null is the lack of one
		{"Options: **none**, **all**\nDefault: **none**", "enum none|all!; default none!"},
		{"Options: **none**, **all**\nDefault: none", "enum none|all!"},
		{"Options: **none**, **all**\nDefault: **none** of them", "enum none|all!"},
		{"Options: **null**, **all**\nDefault: **null**", "enum null|all!"},
		{"The value is fixed at **a** in fast mode.", "const a?"},
	})
}

// TestLabelsInItems: a word that begins a list item is a label where what follows fits it.
func TestLabelsInItems(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Size.\n• Minimum: 1\n• Maximum: 9\n• Unit: GB", "min 1!; max 9!"},
		{"• **Minimum**: 1\n• **Maximum**: 9 GB", "min 1!; max 9!"},
		{"• Default: 5\n• Range: 1-9", "default 5!; min(value) 1!; max(value) 9!"},
		{"• Example: oak\n• Type: wood", "example oak!"},
		// a value with its meaning
		{"• Default: the usual one\n• Fast: the fast one", "values Default|Fast"},
		{"• Maximum: 9 lids\n• Minimum: 2 lids", "values Maximum|Minimum"},
		{"• Type: by its type\n• Unit: by the unit", "values Type|Unit"},
	})
}

// TestAdvice: values that a sentence forbids or advises are not those that there are.
func TestAdvice(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Do not set it to **oak** or **pine**.", ""},
		{"You are advised to set the value to **oak** or **pine**.", ""},
		{"Set it to **oak** or **pine**.", "enum oak|pine"},
		{"Do not set it to **0**. Set it to **oak** or **pine**.", "enum oak|pine"},
	})
}

// TestSingleValue: the first value of several is not the default, nor the only one.
func TestSingleValue(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The default value is **oak**, **pine**, or **elm**.", ""},
		{"The default value is 1, 2, or 3.", ""},
		{"The value is fixed to **oak**, **pine**, etc.", ""},
		{"The value is fixed to 0 (off) or 1 (on).", ""},
		{"The default value is **oak**, and **pine** is rare.", "default oak"},
		{"The default value is **1**, **2** indicates a pair.", "default 1"},
		{"The value is fixed to **oak**, which is hard.", "const oak"},
	})
}

// TestItemsThatAreRanges: a range is not a value with a number for its meaning.
func TestItemsThatAreRanges(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value can be:\n• 0-9\n• 10-99", ""},
		{"Options:\n• 300-900 GB\n• 1200-9,000 GB", ""},
		{"The value can be:\n• 0 - 2 lids\n• 1 - a lid", "enum 0|1!"},
		{"The value can be:\n• 0-none\n• 1-all", "enum 0-none|1-all!"},
		{"The value can be:\n• 2020-01-01\n• 2021-01-01", "enum 2020-01-01|2021-01-01!"},
	})
}

// TestCountedLetters: letters are not elements of a list.
func TestCountedLetters(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It can contain 1 to 9 letters.", ""},
		{"It can contain 1 to 9 lids.", "min(items) 1; max(items) 9"},
	})
}
