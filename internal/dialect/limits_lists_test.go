package dialect

import "testing"

// TestItemsOfLists: items that the plain form of a list does not have.
func TestItemsOfLists(t *testing.T) {
	checkLimits(t, []limitCase{
		// the next number lost its line end
		{"State of the lid. The value can be:\n• 0: It is shut.\n• 1: It is open.2: It is gone.", "enum 0|1|2!"},
		{"State of the lid. The value can be:\n• 0: It is shut.\n• 1: It is open.5: It is gone.", "enum 0|1!"},
		{"State of the lid. The value can be:\n• 0: It is shut.\n• 1: It is in lid.2: which is.", "enum 0|1!"},
		{"State of the lid. The value can be:\n• **a**: It is shut.\n• **b**: It is open.2: It is gone.", "enum a|b!"},
		// below a label for values a mark is enough
		{"Possible enum values:\n• \"red\" will be seen.\n• \"blue\" is seen at times.", "enum red|blue!"},
		{"Possible enum values:\n• \"red\" will be seen.\n• All others are blue.", ""},
		{"Possible enum values:\n• \"red\" and \"blue\" will be seen.\n• \"pink\" is rare.", ""},
		{"Kinds of it are as follows:\n• \"red\" will be seen.\n• \"blue\" is seen at times.", ""},
		// what describes a value is one among capitals with an underscore
		{"Object type.\n• IP\n• DOMAIN\n• DOMAIN_ID", "values IP|DOMAIN|DOMAIN_ID"},
		{"Object type.\n• IP\n• DOMAIN", ""},
		{"Object type.\n• IP\n• DOMAIN_ID\n• any name", ""},
		// what an action is for is not what the list holds
		{"Action for old rules:\n• **log**: It is written down.\n• **block**: It is refused.", "values log|block"},
		{"Note the rules for lids:\n• **log**: It is written down.\n• **block**: It is refused.", ""},
		{"The action is for old rules:\n• **log**: It is written down.\n• **block**: It is refused.", ""},
		{"Old rules:\n• **log**: It is written down.\n• **block**: It is refused.", ""},
	})
}

// TestItemsOfOneCall: a number of things at a time is how many a list of them has.
func TestItemsOfOneCall(t *testing.T) {
	checkLimits(t, []limitCase{
		{"A maximum of 10 tags can be added at a time.", "max(items) 10"},
		{"Lids. You can create a maximum of 50 tags in a batch.", "max(items) 50 of tags"},
		{"Each lid supports a maximum of 10 tags during the creation.", "max(items) 10 of tags"},
		{"A maximum of 10 tags can be added during the time the lid is open.", ""},
	})
}

// TestListsOfCases: a list of numbers is the range of a case beside a range of another.
func TestListsOfCases(t *testing.T) {
	checkLimits(t, []limitCase{
		{"For oak, the value ranges from 2 to 9. For pine, the value can be **1**, **5**, or **12**.", "min(value) 2?; max(value) 9?; enum 1|5|12?; min(value) 1; max(value) 12"},
		{"For oak, the value ranges from 2 to 9. For pine, the value can be **a** or **b**.", "min(value) 2?; max(value) 9?; enum a|b?"},
		{"For oak, the value can be **3** or **4**. For pine, the value can be **1** or **2**.", "enum 3|4?; enum 1|2?"},
	})
}

// TestListsThatLeaveOut: values with meanings are not all where a list has items beside theirs that may be values.
func TestListsThatLeaveOut(t *testing.T) {
	checkLimits(t, []limitCase{
		{"State of the lid.\n• **OPEN**: It is open.\n• **HALF OPEN**: It is half open.\n• **SHUT**: It is shut.", "some OPEN|SHUT"},
		{"State of the lid.\n• OPEN: It is open.\n• Half open: It is between.\n• SHUT: It is shut.", "some OPEN|SHUT"},
		{"State of the lid.\n• **OPEN** indicates that it is open.\n• **HALF** indicate that it is between.\n• **SHUT** the usual state.", "values OPEN|HALF|SHUT"},
		// a case names values of its own
		{"Kind of the lid.\n• For jars of **oak**: **a1** (red), **b2** (blue), and **c3**", "values a1|b2|c3?"},
		// labels and sentences are not values
		{"State of the lid.\n• **OPEN**: It is open.\n• **SHUT**: It is shut.\n• Default: **SHUT**", "values OPEN|SHUT"},
	})
}
