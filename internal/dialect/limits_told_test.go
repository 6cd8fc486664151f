package dialect

import "testing"

// TestMeaningsTold: values that a sentence names beside what they mean, without a verb that announces them.
func TestMeaningsTold(t *testing.T) {
	checkLimits(t, []limitCase{
		{"**up**, **not_up**, and **flat** indicate **Rise**, **Fall**, and **None of them** respectively.", "values up|not_up|flat"},
		{"**UP** and **DOWN** indicate a rise and a fall, respectively.", "values UP|DOWN"},
		// names of members, other names beside them, meanings of another number, a sentence further down
		{"**lid** and **jar** indicate the lid and the jar respectively.", ""},
		{"**UP** and **DOWN** under **Lid** indicate a rise and a fall, respectively.", ""},
		{"**up**, **down**, and **flat** indicate a rise and a fall respectively.", ""},
		{"Parts of the lid.\n**up**, **down**, and **flat** indicate a rise, a fall, and none respectively.", ""},

		{"The ascending (**asc**) or descending (**desc**) order.", "values asc|desc"},
		{"Whether it is closed (**CLOSED**), half open (**HALF**), or open (**OPEN**).", "values CLOSED|HALF|OPEN"},
		{"If it is sorted, the ascending (**asc**) or descending (**desc**) order.", ""},
		{"The lid (**lid_id**) or jar (**jar_id**).", ""},
		{"The lid (**lid**) is closed, or the jar is open (**jar**).", ""},
		{"The lid (**5**) or jar (**6**).", ""},
		{"A lid.\nThe ascending (**asc**) or descending (**desc**) order.", ""},
	})
}

// TestListBelow: a line with nothing but values, below a sentence that announces them.
func TestListBelow(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The following woods are supported:\nOAK-1,PINE-2,FIR-SHA\nNote:\n• One.", "values OAK-1|PINE-2|FIR-SHA"},
		{"The following woods are supported:\nOAK-1,PINE-2", ""},
		{"The following woods are supported:\nlight,dark,red", ""},
		{"The following fields are supported:\nOAK_1,PINE_2,FIR_3", ""},
		{"If it is old, the following woods are supported:\nOAK-1,PINE-2,FIR-SHA", ""},
		{"The woods are:\nOAK-1,PINE-2,FIR-SHA", ""},
	})
}

// TestCasesOfOwnName: a text that says what each value of a name means has its values.
func TestCasesOfOwnName(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Kind of the call.\n• If **action** is set to **filter**, lids are listed.\n• If **action** is set to **count**, they are counted.", "values filter|count named action?"},
		{"Kind. When **action** is **a**, it is red. When **action** is **b**, it is blue. When **action** is **c**, it is green. It is old.", "values a|b|c named action?"},
		// two beside other words may be special values, numbers too, and each name has values of its own
		{"Kind. If **action** is set to **a**, it is red. If **action** is set to **b**, it is blue. It may be any other text.", ""},
		{"Kind.\n• If **action** is set to **0**, it is red.\n• If **action** is set to **1**, it is blue.", ""},
		{"Kind.\n• If **action** is set to **a**, it is red.\n• If **lid** is set to **b**, it is blue.", ""},
	})
}

// TestDefaultsOfNames: a default that holds while a named field is not given, and one that looks like none.
func TestDefaultsOfNames(t *testing.T) {
	checkLimits(t, []limitCase{
		{"If **mode** is not specified, it is set to **red** by default.", "default red named mode?"},
		{"If **mode** is left blank, the default value is **red**.", "default red named mode?"},
		{"If **mode** is set to **old**, the default value is **red**.", "default red?"},
		{"By default, **2** is selected.", "default 2"},
		{"By default, **2** is refused.", ""},
		{"Kind.\nDefault: **NONE**\nEnumeration values:\n• **NONE**\n• **APP**", "default NONE!; enum NONE|APP!"},
		{"Kind.\nDefault: **NONE**\nEnumeration values:\n• **IAM**\n• **APP**", "enum IAM|APP!"},
		{"Kind.\nDefault: **NONE**", ""},
	})
}

// TestUnsetOrNumber: a number that stands for a value that is not given is one of the field.
func TestUnsetOrNumber(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Size.\n• If this parameter is not specified or is set to **0**, the smallest is taken.\n**Range**\n1 to 1024", "min(value) 0; min(value) 1!; max(value) 1024!"},
		{"Size. The value ranges from 1 to 9. If this parameter is left blank or set to 0, it is 5.", "min(value) 1?; max(value) 9; min(value) 0"},
		{"Size. The value ranges from 1 to 9. If **lid** is left blank or set to 0, it is 5.", "min(value) 1; max(value) 9"},
		{"Size. The value ranges from 1 to 9. If this parameter is left blank or set to 0, an error is reported.", "min(value) 1; max(value) 9"},
		{"Size. The value ranges from 1 to 9. It is left blank or set to 0.", "min(value) 1; max(value) 9"},
	})
}

// TestMeaningsOfSeveral: values before "indicate … respectively", or in brackets after what they are; what stands around them must fit.
func TestMeaningsOfSeveral(t *testing.T) {
	checkLimits(t, []limitCase{
		{"• **UP** and **DOWN** indicate a rise and a fall, respectively.", ""},
		{"• The ascending (**asc**) or descending (**desc**) order.", ""},
		{"**lid**: The ascending (**asc**) or descending (**desc**) order.", ""},
		{"**UP** indicate a rise respectively.", ""},
		{"**UP**, **DOWN**, etc indicate a rise and a fall respectively.", ""},
		{"**1**-**3** and **5** indicate a rise and a fall respectively.", ""},
		{"UP and DOWN indicate a rise and a fall respectively.", ""},
		{"**UP** and **DOWN** indicate a rise and a fall now.", ""},
		{"The ascending (**asc**) or (**desc**", ""},
		{"The order \"(\" ascending (**asc**) or descending (**desc**).", "values asc|desc"},
		{"The ascending (**asc** up) or descending (**desc**) order.", ""},
		{"The ascending (**a b**) or descending (**desc**) order.", ""},
		{"The ascending, (**asc**) or descending (**desc**) order.", ""},
		{"The ascending (**asc**) order.", ""},
		{"The ascending (**asc**) or (**desc**) order.", "values asc|desc"},
		{"The ascending (**asc**) descending (**desc**) order.", ""},
		{"The ascending (**asc**) or the one with four words (**desc**) order.", ""},
		{"The ascending (**asc**) or one with four words (**desc**) order.", "values asc|desc"},
		{"The ascending (**asc**) or 5 descending (**desc**) order.", ""},
		{"The ascending (**asc**) or is descending (**desc**) order.", ""},
	})
}

// TestListsBelow: a line of values below words that announce them, and other words.
func TestListsBelow(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The following woods are supported:\nOAK-1,PINE-2,FIR-SHA are old", ""},
		{"The following woods are supported:\nOAK-1,PINE-2,FIR-SHA,etc", ""},
		{"The following woods are supported:\nOAK-1,PINE-2,1-5", ""},
		{"The following woods are supported:\n1,2,3", ""},
		{"Following are supported:\nOAK-1,PINE-2,FIR-SHA", "values OAK-1|PINE-2|FIR-SHA"},
		{"Are supported:\nOAK-1,PINE-2,FIR-SHA", ""},
		{"Here:\nOAK-1,PINE-2,FIR-SHA", ""},
		{"The following woods are old:\nOAK-1,PINE-2,FIR-SHA", ""},
		{"The following woods were supported:\nOAK-1,PINE-2,FIR-SHA", ""},
		{"The woods are supported:\nOAK-1,PINE-2,FIR-SHA", ""},
		{"The following woods are supported as follows\nOAK-1,PINE-2,FIR-SHA", ""},
		{"The following woods are supported:", ""},
	})
}

// TestCasesOfOneName: what a sentence must have to tell of one value of a name.
func TestCasesOfOneName(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Kind.\n• If **a** is set to **x**, it is red.\n• If **a** is set to **x**, it is old.\n• If **a** is set to **y**, it is blue.", ""},
		{"Kind.\n• If **a** is set to **x**, it is red.\n• If **a** is set to **y**, it is blue.\nIt may be other.\nConstraints:", ""},
		{"Kind.\n• If **a** is set to **x**, it is red.\n• If **a** is set to **y**, it is blue.\nConstraints:", "values x|y named a?"},
		{"Kind.\n• If **a** is set to **x**, it is red.\n• If **a** is set to **y**, it is blue.\nConstraints.", "values x|y named a?"},
		{"Kind, for example, lid. If **a** is **x**, it is red. If **a** is **y**, it is blue. If **a** is **z**, it is old.", ""},
		{"Kind. If **a** is **x**, red. If **a** is **y**, blue. If **a** is **z**, old.", "values x|y|z named a?"},
		{"Kind. While **a** is **x**, it is red. While **a** is **y**, it is blue. While **a** is **z**, it is old.", ""},
		{"Kind. If lid is **x**, it is red. If lid is **y**, it is blue. If lid is **z**, it is old.", ""},
		{"Kind. If **a** was **x**, it is red. If **a** was **y**, it is blue. If **a** was **z**, it is old.", ""},
		{"Kind. If **a** is put to **x**, it is red. If **a** is put to **y**, it is blue. If **a** is put to **z**, it is old.", ""},
		{"Kind. If **a** is set as **x**, it is red. If **a** is set as **y**, it is blue. If **a** is set as **z**, it is old.", ""},
		{"Kind. If **a** is set to **x**. If **a** is set to **y**. If **a** is set to **z**.", ""},
		{"Kind. If **a** is set to x, it is red. If **a** is set to y, it is blue. If **a** is set to z, it is old.", ""},
		{"Kind. If **a** is **x** now, it is red. If **a** is **y** now, it is blue. If **a** is **z** now, it is old.", ""},
		{"Kind. If **a** is **x x**, it is red. If **a** is **y y**, it is blue. If **a** is **z z**, it is old.", ""},
	})
}
