package dialect

import "testing"

// TestLabelsInOneLine: several labels in a line, and a list between semicolons.
func TestLabelsInOneLine(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Default value: 10, maximum: 20", "default 10!; max 20!"},
		{"Default value: 10, max = 20", "default 10!; max 20!"},
		{"Default value: 10, range 1 to 20", "default 10!"},
		{"Values: red; blue; green.", "enum red|blue|green!"},
		{"Values: red; blue; green", "enum red|blue|green!"},
		{"Values: a or b; 7", ""},
		{"Values: red;; blue", ""},
		{"Values: red;", ""},
		{"**lid**: Delay. 1 to 10.", ""},
		{"Lid: Delay. 1 to 10.", "min(value) 1~; max(value) 10~"},
		{"Lids.\n**SUPPORTED**: new.\n**DEPRECATED**: old. The value can be 5 or 6.", "enum 5|6?"},
		{"Lids.\n**DEPRECATED**: old. The value can be 5 or 6.", "deprecated!; enum 5|6"},
	})
	if got := singularNoun(nil); got != nil {
		t.Errorf("no words: %q", got)
	}
}
