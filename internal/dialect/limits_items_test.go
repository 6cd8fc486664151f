package dialect

import "testing"

// TestItemsOfSeveralValues: an item of a list may have more than one value; a sentence about two has none.
func TestItemsOfSeveralValues(t *testing.T) {
	checkLimits(t, []limitCase{
		{"These are supported:\n• **oak**: a tree\n• **ash** and **elm**: trees", "values oak|ash|elm"},
		{"Values:\n• **oak**: a tree\n• **ash**, **elm**: trees", "enum oak|ash|elm!"},
		{"Values:\n• **oak** or **tree** (a tree)\n• **ash** or **bush**", "enum oak|tree|ash|bush!"},
		{"State. Options:\n• 0: begun - **1**: running\n• 2: done", "enum 0|1|2!"},
		{"State. Options:\n• 0: begun - half\n• 2: done", "enum 0|2!"},
		{"Values:\n• **oak**: a tree\n• **ash** and **elm** cannot be mixed.", ""},
		{"Values:\n• **oak**: a tree\n• **\"\"**: none", "enum oak|!"},
		{"It can be **oak**, **ash**, or **\"\"**.", "enum oak|ash|"},
		{"Wood. The default value is **\"\"**.", "default "},
		{"It can be \"\".", ""},
	})
}

// TestItemsThatAreCases: items that say how the value is made in one case are not values.
func TestItemsThatAreCases(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Where it is.\n• SHED: The path must start with **/**.\n• BARN: The path starts with **barn:**.", "pattern ^[/]?"},
		{"Where it is.\n• SHED: The path must end with **/**.\n• BARN: The path ends with **:**.", ""},
		{"Where it is.\n• **SHED**: The path must start with **/**.\n• **BARN**: The path starts with **barn:**.", "values SHED|BARN"},
		{"Where it is.\n• SHED: the one that may start with fire.\n• BARN: the one with straw.", "values SHED|BARN"},
		{"Who it is.\n• **lid**: Set the name of the lid.\n• **rim**: Set the color of the rim.", ""},
		{"Who it is.\n• **lid**: Set the name of the lid.\n• **rim**: The rim is meant.", "values lid|rim"},
		{"Who it is. Options:\n• **lid**: Set the name of the lid.\n• **rim**: Set the color of the rim.", "enum lid|rim!"},
		{"Who it is.\n• **lid**: set when it is a lid\n• **rim**: set the other way", "values lid|rim"},
	})
}

// TestDefaultWord: a bare word is the default if it is one of the values.
func TestDefaultWord(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Values:\n• **Always**\n• **Never**\nDefaults to Always.", "enum Always|Never!; default Always"},
		{"It can be **oak** or **ash**. The default value is oak.", "enum oak|ash; default oak"},
		{"It can be **oak** or **ash**. Default is ash.", "enum oak|ash; default ash"},
		{"It can be **oak** or **ash**. The default value is oak wood.", "enum oak|ash"},
		{"It can be **oak** or **ash**. The default value is elm.", "enum oak|ash"},
		{"It can be **oak** or **ash**. The default value is oak when it rains.", "enum oak|ash"},
		{"The default value is oak.", ""},
	})
}

// TestProperWords: words with capitals after "can be" are values, words in small letters may describe.
func TestProperWords(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It can be Oak, Ash, or Elm.", "values Oak|Ash|Elm"},
		{"It can be old or new.", ""},
		{"The name can be Chinese or English.", ""},
		{"It can be Oak or something else.", ""},
	})
}

// TestFurtherBounds: a fraction with what it counts, a special value below a range, a null that is fixed.
func TestFurtherBounds(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The default value is **1.0**, with a minimum of no less than 0.5 cups.", "default 1.0; min(value) 0.5"},
		{"Cups, with a maximum of 2.5 cups.", "max(value) 2.5"},
		{"Lids, with a minimum of 2 lids.", "min(items) 2"},
		{"Seconds to wait, min. 5.", "min(value) 5"},
		{"The interval is 5 min 30 s.", ""},
		{"Value range: -1 or greater than 0", "min(value) -1"},
		{"Value range: 5 or greater than 0", ""},
		{"The value is fixed to be null.", "nullable"},
		{"It starts with a letter. Only letters and digits are allowed.", "pattern ^[A-Za-z][A-Za-z0-9]*$; pattern ^[A-Za-z][A-Za-z0-9]*$"},
		{"It is short and starts with a letter.", "pattern ^[A-Za-z]"},
		{"A box that starts with a letter.", ""},
		{"Boxes and starts with a letter.", ""},
	})
}

// TestSemicolons: values between semicolons are a list; what is more than values makes it unknown.
func TestSemicolons(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Enumerated values: clay; sand; lime", "enum clay|sand|lime!"},
		{"Values: red; blue; green. It is nice.", "enum red|blue|green!"},
		{"Values: red; dark blue; green", ""},
		{"Value range: 1; 2; 3", "enum 1|2|3!"},
		{"Value range: 1-5; 7", ""},
		{"Values: 0: off; 1: on", "values 0|1"},
	})
}

// TestBoundsWithoutSubject: a bound that begins its sentence, or follows what the field is, is of the field.
func TestBoundsWithoutSubject(t *testing.T) {
	checkLimits(t, []limitCase{
		{"How many to skip. Not less than 0.", "min(value) 0"},
		{"Heat in degrees, no higher than 1,400.", "max(value) 1400"},
		{"The lid of the box is red, not less than 0.", "min(value) 0?"},
		{"It is between 1 and 5, inclusive.", "min(value) 1; max(value) 5"},
		{"It is **a** or **b**, case-sensitive.", ""},
		{"The value is **a** or **b**, case-sensitive.", "values a|b"},
		{"The value can be **a** or **b**, case-insensitive.", ""},
		{"Ranges from 1 to 100 (default 20).", "min(value) 1; max(value) 100; default 20"},
		{"Ranges from 1 to 100 (default lids).", "min(value) 1; max(value) 100"},
		{"If left empty, 10 is used.", "default 10"},
	})
}

// TestOpenItems: a list that says that there are more values does not have all of them.
func TestOpenItems(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Where. The value can be:\n• CA: Canada\n• IN: India\n• US: USA", "enum CA|IN|US!"},
		{"Where. The value can be:\n• CA: Canada\n• US: USA\n• For more countries, see the appendix.", "some CA|US!"},
		{"Where. The value can be:\n• CA: Canada\n• South Africa: South Africa\n• US: USA\n• For other countries, see the appendix.", "some CA|US!"},
		{"Where. The value can be:\n• CA: Canada\n• US: USA\n• For more information, see the appendix.", "values CA|US!"},
		{"Where. It is a code.\n• CA: Canada\n• South Africa: South Africa\n• US: USA\n• For more countries, see the appendix.", ""},
		{"How long. The options are as follows:\n• **EVER**\n• **DAY**: one day\n• Custom: some days, for example, 20", "some EVER|DAY!"},
		{"Lid. The options for lids with a handle are as follows:\n• **oak**\n• **fir** (soft)", "values oak|fir?"},
		{"Lid. The options for this parameter are as follows:\n• **oak**\n• **fir** (soft)", "enum oak|fir"},
		{"Lid. The options for things are as follows:\n• **oak**: with a handle\n• **fir** (soft)", "enum oak|fir"},
		{"Version.\nThe format of it is **v.X.Y**.\n• **X**: a number\n• **Y**: another", ""},
		{"Version.\nThe format is free, not **RAR**.\n• **ZIP**\n• **TAR**", "values ZIP|TAR"},
		{"What.\n• MapReduce\n• DistCp, copying far\n• Flink", "values MapReduce|DistCp|Flink"},
		{"What.\n• It, and more\n• A lid", ""},
	})
}
