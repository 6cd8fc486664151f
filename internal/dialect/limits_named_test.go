package dialect

import "testing"

// TestSubjectsOfNumbers: a bound is of the field, or of what the sentence names.
func TestSubjectsOfNumbers(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Tag. Lids can be 255 characters max.", "max(length) 255 named lids?"},
		{"Width of the lid. The width can be 64 characters max.", "max(length) 64"},
		{"Width of the lid. A rim can be 64 characters max.", "max(length) 64 named rim?"},
		{"Size. 1 (inclusive) <= value <= 9.", "min(value) 1; max(value) 9"},
		{"Size. 1 < inclusive < = 9.", "min(value) >1~; max(value) 9~"},
		{"\n1 <= port <= 9", "min(value) 1; max(value) 9"},
		{"Size. It ranges from 1 to 9.\n**lid**: its size, 0 means none.", "min(value) 1; max(value) 9"},
		{"Size. It ranges from 1 to 9. 0 represents an error.", "min(value) 1?; max(value) 9"},
		{"(min. 3, max. 9)", ""},
		{"Lids (min. 3, max. 9)", "min(value) 3~; max(value) 9~"},
	})
}

// TestWholeAfterEach: a sentence about the value ends what is said of each of its parts.
func TestWholeAfterEach(t *testing.T) {
	const each = "Variables are supported. Each must have 1 to 9 characters. "
	checkLimits(t, []limitCase{
		{each + "The value has 1 to 64 characters.", "min(length) 1 each?; max(length) 9 each?; min(length) 1; max(length) 64"},
		{each + "A value has 1 to 64 characters.", "min(length) 1 each?; max(length) 9 each?; min(length) 1?; max(length) 64?"},
		{each + "The \"value\" has 1 to 64 characters.", "min(length) 1 each?; max(length) 9 each?; min(length) 1?; max(length) 64?"},
	})
}

// TestPartsThatAreNamed: values listed between the definitions of two parts are of one of them; a word of JSON is no part.
func TestPartsThatAreNamed(t *testing.T) {
	checkLimits(t, []limitCase{
		{"**order** indicates the order. The value can be **up** or **down**. **lids** indicates none.", "enum up|down?"},
		{"**order** indicates the order. The value can be **up** or **down**. **false** indicates none.", "enum up|down"},
	})
}
