package dialect

import "testing"

// TestSpecialNumbers: a number that the text explains is allowed, also outside of the range that the text gives.
func TestSpecialNumbers(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Bells. It ranges from 1 to 9. **0** means no bell.", "min(value) 1?; max(value) 9; min(value) 0"},
		{"Bells. It ranges from 1 to 9. The value 0 indicates no bell.", "min(value) 1?; max(value) 9; min(value) 0"},
		{"Bells. It ranges from 1 to 9. A value of 10 means all.", "min(value) 1; max(value) 9?; max(value) 10"},
		{"Bells. It ranges from 1 to 9. If the value is 0, none rings.", "min(value) 1?; max(value) 9; min(value) 0"},
		{"Bells. It ranges from 1 to 9. When it is -1, all ring.", "min(value) 1?; max(value) 9; min(value) -1"},
		{"Bells. The value is an integer from 1 to 9, and 0 means no bell.", "min(value) 1?; max(value) 9; min(value) 0"},
		{"Bells. It ranges from 1 to 9. 5 means half of them.", "min(value) 1; max(value) 9"},
		// it begins no clause, or is of another thing
		{"Bells. It ranges from 1 to 9. Ringing 0 means no bell.", "min(value) 1; max(value) 9"},
		{"Bells. It ranges from 1 to 9.\n• 0 means no bell", "min(value) 1; max(value) 9"},
		{"Bells. Ring **0** means no bell. It ranges from 1 to 9.", "min(value) 1; max(value) 9"},
	})
}

// TestRangesOfCases: callers may send what any of the cases allows.
func TestRangesOfCases(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Bells. The value ranges from 1 to 24 for small towers and from 10 to 96 for large towers.", "min(value) 1; max(value) 96"},
		{"Bells.\n• For small towers: The value ranges from 1 to 24.\n• For large towers: The value ranges from 10 to 96.", "min(value) 1?; min(value) 1; max(value) 24?; min(value) 10?; max(value) 96?; max(value) 96"},
		// one case only, and a case of which the range is not told
		{"Bells. The value ranges from 1 to 24 for small towers.", "min(value) 1?; max(value) 24?"},
		{"Bells. The value ranges from 1 to 24 for small towers and from 10 to 96 steps for large towers.", "min(value) 1?; max(value) 24?"},
		{"Bells. The value ranges from 1 to 24 for small towers and from 96 to 10 for large towers.", "min(value) 1?; max(value) 24?"},
		{"Bells.\n• For small towers: The value ranges from 1 to 24.\n• For large towers: ask the ringer.", "min(value) 1?; max(value) 24?"},
	})
}

// TestNounsOfValues: the nouns of a text are its values and bounds in sentences, too.
func TestNounsOfValues(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Tone. Permitted values are \"high\", \"low\" and \"mid\".", "enum high|low|mid"},
		{"Database version. Currently, versions 4.0 and 5.0 are supported.", "values 4.0|5.0"},
		{"Color of the lid. The colors **red** and **blue** are available.", "values red|blue"},
		{"Color of the lid. The engines **red** and **blue** are available.", ""},
		{"Capacity, in GB. The minimum capacity is 10 and the maximum capacity is 2,048.", "min(value) 10; max(value) 2048"},
		{"Capacity, in GB. The maximum number is 10.", ""},
		{"Bells. The upper bound is 500.", "max(value) 500"},
		{"Bells. The value lies in the interval from 1 to 20.", "min(value) 1; max(value) 20"},
		{"Bells. It must be strictly greater than 5.", "min(value) >5"},
		{"Bells. 0 < value <= 64", "min(value) >0~; max(value) 64~"},
		{"Bells. 0 < value < = 64 of them", ""},
		{"Bells. The maximum length of the array is 10.", "max(items) 10"},
		{"Bells. The array can hold 10 elements at most.", "max(items) 10"},
		{"Bells. The list cannot contain more than 20 elements.", "max(items) 20"},
		{"Bells. Min items: 1. Max items: 20.", "min(items) 1!; max(items) 20!"},
		{"Name. 64 characters max.", "max(length) 64"},
		{"Name. Length limit: 64 characters.", "max(length) 64!"},
		{"Name. It is 32 characters long.", "min(length) 32; max(length) 32"},
		{"ID. A 32-character hexadecimal string.", "min(length) 32; max(length) 32"},
		{"Name. It must conform to ^[a-z]{1,8}$.", "pattern ^[a-z]{1,8}$"},
		{"Name. Must comply with ^[a-z]{1,8}$.", "pattern ^[a-z]{1,8}$"},
		{"Tone. Any of red, blue, green.", "values red|blue|green"},
	})
}

// TestSpokenDefaults: further words for what counts where callers say nothing.
func TestSpokenDefaults(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Whether to ring. False by default.", "default False"},
		{"Whether to ring, true by default", "default true"},
		{"False by default.", ""},
		{"Timeout. The system default is 30.", "default 30"},
		{"Timeout. If this parameter is left blank, the value 30 applies.", "default 30"},
		{"Timeout. It is 30 unless specified.", "default 30"},
		{"Timeout. By default it is 10.", "default 10"},
		{"Kind of zip. **gzip** and **deflate** are supported. Enter **none** to leave the lid as it is.", "values gzip|deflate|none"},
		{"Kind of zip. **gzip** and **deflate** are supported. Do not enter **none**.", "values gzip|deflate"},
	})
}

// TestSpokenDeprecation: further words for what is deprecated.
func TestSpokenDeprecation(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Name of the lid. It is deprecated.", "deprecated"},
		{"Name of the lid. It is deprecated for jars.", ""},
		{"Name of the lid. This parameter is obsolete.", "deprecated"},
		{"(Deprecated) Name of the lid.", "deprecated"},
		{"[Deprecated] Name of the lid.", "deprecated"},
		{"Name of the lid.\n(Deprecated) The red one.", ""},
		{"(read-only) in later versions", ""},
	})
}

// TestWhatIsUsual: what most values are, or what the writer would choose, is not a limit.
func TestWhatIsUsual(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Speed. Generally, the value is 1 to 5.", ""},
		{"Speed. Typically, the value ranges from 1 to 5.", ""},
		{"Speed. Usually the value ranges from 1 to 5.", ""},
		{"ID of the ferry. Generally, an ID contains 32 characters.", ""},
		{"Speed. It is recommended that the value be between 1 and 5.", ""},
		{"Speed. The value should preferably be less than 5.", ""},
		{"Speed. Normally the value ranges from 1 to 5.", "min(value) 1?; max(value) 5?"},
		{"Speed. It is an integer from 1 to 5.", "min(value) 1; max(value) 5"},
	})
	if hints := Hints(marked("Speed. Generally, the value is at most 5.")); len(hints) > 0 {
		t.Errorf("advice looks like a limit: %v", hints)
	}
}

// TestOtherThanAll: a list may be of values that are not taken, or of some that are.
func TestOtherThanAll(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Speed. Typical values: SLOW, FAST", ""},
		{"Speed. Recommended values: **SLOW**, **FAST**", ""},
		{"Speed. Invalid values: SLOW, FAST", ""},
		{"Speed. Reserved ports: 22, 80", ""},
		{"Speed. Other values: SLOW, FAST", ""},
		{"Speed. Ship speeds: SLOW, FAST", "values SLOW|FAST"},
		{"Speed. The value must not be between 1 and 5.", ""},
		{"Speed. It cannot range from 1 to 5.", ""},
		{"Speed. The value cannot be in the range from 1 to 5.", ""},
		{"Speed. It cannot be set to a value from 1 to 5.", ""},
		{"Speed. It cannot be empty and must be between 1 and 5.", "min(length) 1; min(value) 1; max(value) 5"},
	})
}

// TestPartsOfPairs: what limits the key limits no text that holds a key and its value.
func TestPartsOfPairs(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Key and value separated by a colon. The key can contain up to 36 characters.", "max(length) 36 named key?"},
		{"Tag, such as key=value. The key can contain up to 36 characters, and the value can contain up to 43 characters.", "max(length) 36 named key?; max(length) 43?"},
		{"Tag, such as key=value. The value can contain up to 80 characters.", "max(length) 80"},
		{"Key of the tag. The key can contain up to 36 characters.", "max(length) 36"},
		{"Delay. In earlier versions, the value ranges from 1 to 5.", "min(value) 1?; max(value) 5?"},
	})
}

// TestBareCounts: a number of elements, or a range, may be all that is said.
func TestBareCounts(t *testing.T) {
	checkLimits(t, []limitCase{
		{"1 to 100", "min(value) 1~; max(value) 100~"},
		{"[1, 100]", "min(value) 1~; max(value) 100~"},
		{"1 to 100\nBells", ""},
		{"1 to 100. Bells ring.", ""},
		{"Colors. 1 to 3 items.", "min(items) 1; max(items) 3"},
		{"Colors (1 to 3 items)", "min(items) 1; max(items) 3"},
		{"Colors. Max. 3 items.", "max(items) 3"},
		{"Colors, 3 to 1 items", ""},
		{"Colors (1 to 3 items", ""},
		{"Colors. 1 to 3 items at a time.", ""},
		{"Colors shown with 1 to 3 items", ""},
	})
}
