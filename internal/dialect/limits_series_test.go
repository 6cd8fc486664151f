package dialect

import "testing"

// TestSeriesOfMeanings: a plain word goes on with a series of values that have their meanings after them. A remark, a
// word after a sentence about something else, and one after a single value do not.
func TestSeriesOfMeanings(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Gaps. -1: They are -1. 0: They are 0. mean: They have the mean.", "values -1|0|mean"},
		{"Gaps. -1: They are -1. 0: They are 0. null: They stay. mean: They have the mean.", "values -1|0|null|mean"},
		{"Gaps. -1: They are -1. 0: They are 0. null: They stay.", "values -1|0; nullable"},
		{"Gaps. -1: They are -1. 0: They are 0. null: They stay. default: 0", "values -1|0; nullable; default 0!"},
		{"Gaps. -1: They are -1. 0: They are 0. null: They stay. remark: They may move.", "values -1|0; nullable"},
		{"Gaps. -1: They are -1. 0: They are 0. Mean: They have the mean.", "values -1|0"},
		{"Gaps. -1: They are -1. 0: They are 0. note: They may stay.", "values -1|0"},
		{"Gaps. -1: They are -1. 0: They are 0. Lids have none. mean: It is computed.", "values -1|0"},
		{"Gaps. -1: They are -1. mean: It is computed.", ""},
	})
}

// TestStopForColon: a value of a list is one although a full stop follows it where others have a colon.
func TestStopForColon(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Lids. The value can be:\n• lid_1: oak\n• lid_2. pine and fir", "enum lid_1|lid_2!"},
		{"Lids. The value can be:\n• lid_1. oak\n• lid_2: pine\n• lid_3: fir", "enum lid_1|lid_2|lid_3!"},
		{"Lids. The value can be:\n• lid_1: oak\n• lid_2: pine\n• Others. They are kept.", "values lid_1|lid_2!"},
		{"Lids.\n• lid_1. It is made of oak.\n• lid_2. It is made of pine.", ""},
	})
}

// TestWordsOfAdvice: a sentence advises where "it is" or "it was" stands before the word of advice.
func TestWordsOfAdvice(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Speed. It is recommended that the value be between 1 and 5.", ""},
		{"Speed. It was advised that the value be between 1 and 5.", ""},
		{"Speed. It has recommended that the value be between 1 and 5.", "min(value) 1; max(value) 5"},
	})
}
