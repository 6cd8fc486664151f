package dialect

import (
	"strings"
	"testing"
)

// TestRangesThatAreForbidden: a range that a sentence forbids is none, be it far from the word that forbids it; a new
// clause is not forbidden by the one before it.
func TestRangesThatAreForbidden(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value must not be -1 or from 0 to 5.", ""},
		{"Never set this parameter of Jars to a value between 1 and 5.", ""},
		// what must not be above a bound is below it
		{"The name must not ever exceed 5 characters.", "max(length) 5"},
		{"A list of tags, not exceeding 5 tags.", "max(items) 5"},
		{"If the lid is not open the value must range from 1 to 5.", "min(value) 1?; max(value) 5?"},
		{"Usually ≤ 5", ""},
		{"Oak is recommended, and at most 5 lids are allowed.", ""},
	})
}

// TestNumbersAfterRange: numbers widen a range only behind what joins them to it.
func TestNumbersAfterRange(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value is from 1 to 5, 9, or 10.", "min(value) 1; max(value) 10"},
		{"The value from 1 to 5 is 9 or 10.", ""},
	})
}

// TestListLength: the length of a list is its number of elements, that of a text its characters.
func TestListLength(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The list length ranges from 1 to 5.", "min(items) 1; max(items) 5"},
		{"The array length is from 1 to 5.", "min(items) 1; max(items) 5"},
		{"The name length ranges from 1 to 5.", "min(length) 1; max(length) 5"},
		{"The list length is at most 5 characters.", "max(length) 5"},
	})
}

// TestEachOfCounted: what a clause says of each of the things that another one counts.
func TestEachOfCounted(t *testing.T) {
	checkLimits(t, []limitCase{
		{"A list of lids, each with 1 to 9 characters.", "min(length) 1 each; max(length) 9 each"},
		{"A list of lids and each with 1 to 9 characters.", "min(length) 1 each; max(length) 9 each"},
		{"A list of lids, every with 1 to 9 characters.", "min(length) 1 each; max(length) 9 each"},
		{"A list of jars with each lid, 1 to 9 characters.", "min(length) 1; max(length) 9"},
		{"Up to 10 tags with each having 1 to 9 characters.", "max(items) 10; min(length) 1?; max(length) 9?"},
		{"Up to 10 tags where each has 1 to 9 characters.", "max(items) 10?; min(length) 1?; max(length) 9?"},
		{"Up to 10 tags with each lid.", ""},
		{"Pairs of key=value. Keys can contain 1 to 9 characters.", "min(length) 1 each?; max(length) 9 each?"},
		{"Pairs of key=value. Each tag can contain 1 to 9 characters. The key can contain 1 to 5 characters.",
			"min(length) 1 each; max(length) 9 each; min(length) 1 named key?; max(length) 5 named key?"},
		// the noun that the text defines in the plural
		{"Specifies colors. Each color can contain 1 to 9 characters.", "min(length) 1 each; max(length) 9 each"},
	})
	for _, text := range []string{"Each tag value can contain 1 to 9 characters.", "Every tag value can contain 1 to 9 characters."} {
		got := Limits(Plain(text))
		if len(got) != 2 || got[0].Each != "value" || got[1].Each != "value" {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// TestNamesOfSubjects: which name a sentence is about, if it is about one.
func TestNamesOfSubjects(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value of **a** can contain 1 to 9 characters.", "min(length) 1 named a?; max(length) 9 named a?"},
		{"The value of **a** \"\" can contain 1 to 9 characters.", "min(length) 1?; max(length) 9?"},
	})
}

// TestLabelInLongSentence: labels inside of a sentence are looked for up to a length.
func TestLabelInLongSentence(t *testing.T) {
	words := strings.Repeat(" lid", maxSentence-5)
	checkLimits(t, []limitCase{
		{"Size" + words + ", default: 5", "default 5!"},
		{"Size lid" + words + ", default: 5", ""},
	})
}

// TestOneCall: how many elements one call takes is how many the list can have.
func TestOneCall(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Up to 10 tags at a time.", "max(items) 10"},
		{"Up to 10 tags each in a batch.", ""},
		{"Up to 10 tags during the creation.", "max(items) 10"},
		{"Up to 10 tags during the long creation.", ""},
		{"Up to 10 tags at the time.", ""},
		{"Up to 10 tags at the top.", ""},
	})
}

// TestLengthOfIDs: a UUID has one length, unless the text tells of another value, in any of its lines.
func TestLengthOfIDs(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value is a UUID containing 36 characters.", "min(length) 36; max(length) 36"},
		{"The value is a UUID containing 36 characters. It is blank for lids.", "max(length) 36"},
		{"The value is a UUID containing 36 characters. It is null for lids.", "max(length) 36"},
		{"0 or none.\nThe value is a UUID containing 36 characters.\nIt is a UUID.", "max(length) 36"},
		{"The code has exactly 7 digits long.", "min(length) 7; max(length) 7"},
		{"The code has exactly 7 digits in length.", "min(length) 7; max(length) 7"},
		{"The code has exactly 7 digits ,", ""},
	})
}

// TestRepeatedDefinition: a sentence may repeat the noun of the text with more of its words.
func TestRepeatedDefinition(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The ratio of lids in jars. The ratio of lids ranges from 1 to 5.", "min(value) 1; max(value) 5"},
		{"Lid content, as text\nThe lid content cannot be larger than 9.", "max(value) 9"},
		{"Lid content, as text\nThe jar content cannot be larger than 9.", "max(value) 9?"},
		{"Ratio of lids in jars. The ratio of rims ranges from 1 to 5.", "min(value) 1?; max(value) 5?"},
	})
}
