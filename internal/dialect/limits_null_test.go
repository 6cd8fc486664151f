package dialect

import "testing"

// TestNullOfOthers: null that is said of a part of the value, or listed as a word, is not a value of the whole.
func TestNullOfOthers(t *testing.T) {
	for _, c := range []struct {
		what, text string
		want       bool
	}{
		{"of a part", "The code is {wood}{suffix}.\n• wood is listed elsewhere.\n• suffix can be any of the following:\n• For single lids, the value is **null**. Example: oak.4\n• For pairs, the value is **.two**.", false},
		{"of a marked part", "The code is {wood}{suffix}.\n• **suffix** can be any of the following:\n• For single lids, the value is **null**.", false},
		{"of the value", "The code of the lid.\n• The value can be any of the following:\n• For single lids, the value is **null**.", true},
		{"of the value by cases", "The value can be any of the following:\n• For single lids, the value is **null**.", true},
		{"a listed word", "-1: Gaps are filled with -1. 0: Gaps are filled with 0. null: Gaps are filled with null. mean: Gaps are filled with the mean.", false},
		{"below a line that is no item", "The code is {wood}{suffix}.\nsuffix can be any of the following:\n• For single lids, the value is **null**.", true},
		{"below an item about a case", "The code is {wood}{suffix}.\n• If wood is oak, it can be:\n• For single lids, the value is **null**.", true},
		{"of a case", "For old lids, the name, or null.", true},
		{"forbidden", "The name. Not null when there is no lid.", false},
		{"beside numbers", "Off or on. 0: It is off. 1: It is on. null: It is unset.", true},
		{"one meaning", "Marker of the next page. null: There is no more data.", true},
	} {
		limits, _ := Statements(Text{Words: c.text})
		got := false
		for _, l := range limits {
			got = got || l.Kind == LimitNullable && !l.Conditional
		}
		if got != c.want {
			t.Errorf("%s: null is a value: %v, want %v", c.what, got, c.want)
		}
	}
}

// TestSaysReturned: a description of a status tells of a body where it says that a thing is returned.
func TestSaysReturned(t *testing.T) {
	for text, want := range map[string]bool{
		"The lid is made, and its id is returned.": true, "The jars are returned": true, "The request is successful, and a lid is returned.": true,
		"204 is returned.": false, "An error code is returned.": false, "No lid is returned.": false, "Nothing is returned": false,
		"The response is returned.": false, "The lid is made.": false, "": false, "is returned": false, "If it is gone, the lid is returned": true,
	} {
		if got := SaysReturned(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
