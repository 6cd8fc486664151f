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
		{"Constraints: The value can contain only:\n• a-z\n• A-Z", "pattern ^[A-Za-z]*$"},
		{"The value can contain:\n• Letters\n• Special characters except hyphens", ""},
	})
}

// TestTokenLines: values a line each, below a label, end at the next label.
func TestTokenLines(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Value range:\nred\ngreen\nConstraints\nN/A", "enum red|green!"},
		{"Value range:\nRED_A\nBLUE_B\nConstraints", "enum RED_A|BLUE_B!"},
		{"Value range:\nread-only\nwritable", "enum read-only|writable!"},
		{"Range: Unicode characters, at most 5 characters", "max(length) 5"},
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

// TestGluedItems: an item whose line end was lost goes on with the next number and its meaning.
func TestGluedItems(t *testing.T) {
	checkLimits(t, []limitCase{
		{"• 0: see lid.1: Open\n• 2: old", "values 0|1|2"},
		{"• 0: as in shut.1 The Lid\n• 2: old", "values 0|2"},
		{"• 0: as in shut.1: 5\n• 2: old", "values 0|2"},
		{"• 0: see Lid.1: Open\n• 2: old", "values 0|2"},
		{"• A: see lid.1: Open\n• B: old", ""},
		{"• -1: lid: Open\n• 2: old", "values -1|2"},
		{"• 0: see \"lid.1\": Open\n• 2: old", "values 0|2"},
		// further values of one item
		{"• **a**, **b**, etc: both\n• **c**: third", "values a|b|c"},
	})
}

// TestCapitals: words in capitals that may describe values are values in a list of such words, one of which has an
// underscore; what follows the list does not count.
func TestCapitals(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Kinds.\n• ID\n• JAR_ID\nThe lid is old.", "values ID|JAR_ID"},
		{"Kinds.\n• JAR_ID\n• ID", "values JAR_ID|ID"},
		{"Kinds.\n• ID\n• 5\n• JAR_ID", ""},
		{"Kinds.\n• one\n• JAR_ID", ""},
		{"• xxx: any\n• yyy: other", ""},
		// a full stop in the place of a colon, beside an item with a colon
		{"jar_1: oak\n• lid_2. pine\n• lid_3: elm", "values lid_2|lid_3"},
		{"jar_1: oak\n• lid_2. pine\n• lid_3", ""},
		// an item that describes values: the list is not all
		{"Port.\n• **80**: web\n• **22**: shell\n• TCP port number", ""},
		{"Port.\n• **80**: web\n• **22**: shell\n• Default port number", "values 80|22"},
	})
}

// TestSettledItems: items below a label that says so are values, whatever follows, if all of them begin with a value.
func TestSettledItems(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Enumeration values:\n• **oak** will be cut\n• **pine** will be sawn\nIt is old.", "enum oak|pine!"},
		{"Enumeration values:\n• **oak** will be cut\n• **a b** will be cut", ""},
		{"Enumeration values:\n• **oak** will be cut\n• **pine** is cut. The value ranges from 1 to 5.", "min(value) 1; max(value) 5"},
		{"Enumeration values:\n• **UUID**\n• **dd-MM HH**", "some UUID|dd-MM HH!"},
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
