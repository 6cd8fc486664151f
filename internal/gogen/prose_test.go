package gogen

import "testing"

// TestProse keeps what a description says, and leaves out what only its form demands.
func TestProse(t *testing.T) {
	for text, want := range map[string]string{
		"Definition\nNumber of records.\nConstraints\nN/A\nRange\nN/A\nDefault Value\n10": "Number of records.\n\nDefault Value: 10",
		"**Definition:**\n\nA name.\n\n**Constraints:**\n\nNone\n":                        "A name.",
		"Definition\nA name.\nRange\n- a\n- b":                                            "A name.\n\nRange:\n\n  - a\n  - b",
		"N/A":                                                                             "", "-": "", "Definition": "", "None.": "", "Parameter description": "",
		"None of them is used.":         "None of them is used.",
		"The definition of\nthe range.": "The definition of\nthe range.",
		"First line.\n\nSecond line.":   "First line.\n\nSecond line.",
		"":                              "",
		"Tags to add. The list can contain up to 10 keys.":                 "Tags to add. The list can contain up to 10 keys.",
		"Definition\nA text of more than forty characters, which is long.": "A text of more than forty characters, which is long.",
		"***":                            "", // a rule
		"Range":                          "",
		"The range\nRange\nThe range: 5": "The range\n\nRange: The range: 5",
	} {
		if got := prose(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
