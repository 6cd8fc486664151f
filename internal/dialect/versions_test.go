package dialect

import "testing"

// TestAPIVersion: which header a text asks for, which version, and whether it must be that one.
func TestAPIVersion(t *testing.T) {
	for text, want := range map[string]APIVersion{
		"You are required to use the HTTP header X-Boat-API-Version: 2.26 to sail.":            {"X-Boat-API-Version", "2.26", true, false, 40},
		"You are required to use the HTTP header **X-Boat-Api-Version:2.26**.":                 {"X-Boat-Api-Version", "2.26", true, false, 40},
		"This API exists only when X-Boat-API-Version is greater than or equal to 2.9 in it.":  {"X-Boat-API-Version", "2.9", true, true, 26},
		"This API is available only when X-Boat-API-Version is 2.9 or later.":                  {"X-Boat-API-Version", "2.9", true, true, 32},
		"When using this API, ensure that the microversion is 2.6 or later.":                   {"", "2.6", true, true, 53},
		"For example, X-Boat-API-Version: 2.6 or API-Version: boats 2.6":                       {"X-Boat-API-Version", "2.6", false, false, 13},
		"Use X-Boat-API-Version or Boat-API-Version. For example, Boat-API-Version: boats 2.6": {"Boat-API-Version", "boats 2.6", false, false, 57},
		"This parameter exists only when X-Boat-API-Version is greater than or equal to 2.9":   {"X-Boat-API-Version", "2.9", false, true, 32},
		"Versions 2.6 and later sail.":                                                         {"", "2.6", false, true, 9},
		"Version later than 2.6, version or later":                                             {},
		"This API exists only in version 2 or later.":                                          {Needed: true},
		"You must use X-Boat-API-Version: 2.6 or later.":                                       {"X-Boat-API-Version", "2.6", true, true, 13},
		"X-Boat-API-Version: text":                                                             {"X-Boat-API-Version", "", false, false, 0},
		"X-Boat-API-Version:":                                                                  {"X-Boat-API-Version", "", false, false, 0},
		"X/Boat-API-Version: 2.6":                                                              {},
		"Nothing of it.":                                                                       {},
		"":                                                                                     {},
	} {
		if got := ParseAPIVersion(text); got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

// TestFromVersion: from which version on a parameter does something.
func TestFromVersion(t *testing.T) {
	for text, want := range map[string]string{
		"Name of the last boat. This parameter is supported in microversion 2.58 and later.": "2.58",
		"It exists only when X-Boat-API-Version is greater than or equal to 2.9.":            "2.9",
		"This parameter is not supported in microversion 2.36 and later.":                    "",
		"Removed in microversion 2.36 and later.":                                            "",
		"For boats of version 2.36 and later.":                                               "",
		"For example, X-Boat-API-Version: 2.6":                                               "",
		"Name of the last boat.":                                                             "",
	} {
		if got := FromVersion(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
