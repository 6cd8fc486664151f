package dialect

import "testing"

// TestListsForSomeThings: a list is one of several where the sentence before it says for which things its values are.
func TestListsForSomeThings(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The options for lids with a rim are as follows:\n• **oak**\n• **pine**", "values oak|pine?"},
		{"The options for lids without a rim are as follows:\n• **oak**\n• **pine**", "values oak|pine?"},
		{"The mode (see the table for lids with a rim) can be:\n• **oak**\n• **pine**", "values oak|pine"},
		{"Use lids for these rules:\n• **oak**\n• **pine**", ""},
		{"Lids for these rules:\n• **oak**\n• **pine**", "values oak|pine"},
	})
}

// TestCharacterItems: an item that names no characters makes no list of them.
func TestCharacterItems(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value can contain:\n• Letters\n• Special characters: hyphens", "pattern ^[A-Za-z-]*$~"},
		{"The value can contain:\n• Letters\n• Special keys: hyphens", ""},
		{"The value can contain:\n• Letters\n• Special characters except hyphens", ""},
	})
}

// TestTokenLines: values a line each, below a label, end at the next label.
func TestTokenLines(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Value range:\nred\ngreen\nConstraints\nN/A", "enum red|green!"},
		{"Value range:\nRED_A\nBLUE_B\nConstraints", "enum RED_A|BLUE_B!"},
	})
}

// TestDashesBetweenItems: a list that stands in one line, with a dash before each item.
func TestDashesBetweenItems(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Options: - **oak** - **pine** - **elm**", "enum oak|pine|elm!"},
		{"Options: - oak -pine", ""},
		{"Options: [**UUID**, **0**]", "some UUID|0!"},
	})
}

// TestPrintedCode: lines of a printed structure tell nothing; a brace inside of a line begins none, nor does one that
// closes and opens another.
func TestPrintedCode(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value ranges from 1 to 5.\nlid {\n  The value is fixed at 7.\n}", "min(value) 1; max(value) 5"},
		{"The value ranges from 1 to 5. It is {oak or\npine}", "min(value) 1; max(value) 5"},
		{"The value ranges from 1 to 5. } else {", "min(value) 1; max(value) 5"},
	})
}
