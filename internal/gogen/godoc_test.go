package gogen

import "testing"

func TestGodoc(t *testing.T) {
	for markdown, want := range map[string]string{
		"Plain text":                                "Plain text",
		"**on** or `a*b` and vault\\_id \\<key>":    "on or a*b and vault_id <key>",
		"\\&lt; &lt; a\\*":                          "&lt; < a*",
		"Values:\n\n- a\n  - b\n- c\n  d":           "Values:\n\n  - a\n  - b\n  - c\n    d",
		"A.\n\n> **Note:** Mind.\n>\n> - a":         "A.\n\nNote: Mind.\n\n  - a",
		"A.\n\n```json\n{\n  \"a\": 1\n}\n```\n\nB": "A.\n\n\t{\n\t  \"a\": 1\n\t}\n\nB",
		"See [Table 9](https://a.example/p#t).":     "See Table 9 (https://a.example/p#t).",
		"<https://a.example>":                       "https://a.example",
		"| A | B |\n| --- | --- |\n| a\\|b | c |":   "  - A: B\n  - a|b: c",
		"a\\\nb": "a\nb",
		"1\\. a": "1. a",
	} {
		if got := godoc(markdown); got != want {
			t.Errorf("%q gives\n%q\nnot\n%q", markdown, got, want)
		}
	}
}

func TestCommentsKeepListsAndCode(t *testing.T) {
	got := comment("One.", godoc("Values:\n\n- a\n- b\n\n```\n{\n}\n```"))
	if want := "// One.\n//\n// Values:\n//\n//   - a\n//   - b\n//\n//\t{\n//\t}"; got != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
}
