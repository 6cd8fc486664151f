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
