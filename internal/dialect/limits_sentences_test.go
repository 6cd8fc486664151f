package dialect

import "testing"

// TestNamedSubject: a sentence about a name limits the field of that name; only those who know how the
// field is called can say whether it is that.
func TestNamedSubject(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value of **order** can contain a maximum of 99 characters.", "max(length) 99 named order?"},
		{"**lid** can be **oak** or **fir**.", "enum oak|fir named lid?"},
		{"If it is not given, the order is **up**. **order** ranges from 1 to 9.", "min(value) 1 named order?; max(value) 9 named order?"},
		// a name in a case, beside another noun, or in the middle of a sentence is not a subject
		{"If **lid** ranges from 1 to 9, it is used.", "min(value) 1?; max(value) 9?"},
		{"The **lid** of a jar ranges from 1 to 9.", "min(value) 1?; max(value) 9?"},
		{"**lid** is closed, and the size ranges from 1 to 9.", "min(value) 1; max(value) 9"},
		{"• When it is closed: **lid** ranges from 1 to 9.", "min(value) 1?; max(value) 9?"},
	})
}

// TestFurtherLabels: after a comma a line may have a second label with a limit.
func TestFurtherLabels(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Default value: 10, upper limit: 200, lower limit: 1.", "default 10!; max 200!; min 1!"},
		{"Value range: 1-200, default value: 10", "min(value) 1!; max(value) 200!; default 10!"},
		{"Minimum: 1, maximum: 5", "min 1!; max 5!"},
		{"The upper limit is 200 and the lower limit is 1.", "max(value) 200; min(value) 1"},
		// not of what is counted, nor of a label that limits nothing
		{"The upper limit of lids is 5.", ""},
		{"Options: red, unit: blue", ""},
	})
}

// TestValuesOfCases: sentences about one value each name the values, where they are not about special values
// beside free ones.
func TestValuesOfCases(t *testing.T) {
	checkLimits(t, []limitCase{
		{"State.\nValue:\nIf the value is **OPEN**, it is open.\nIf the value is **SHUT**, it is shut.\nIf the value is **BEING SEALED**, wait.", "values OPEN|SHUT|BEING SEALED"},
		{"If the value is **oak**, it is brown.\nIf the value is **fir**, it is pale.", "values oak|fir"},
		{"Project of the jar. If the value is **a**, it is the first. If the value is **b**, it is all.", ""},
		{"If the value is **1**, it is the first. If the value is **2**, it is the second. If the value is **3**, it is the third.", ""},
	})
}

// TestDeprecatedValue: a value may be called like the label that tells that a field is.
func TestDeprecatedValue(t *testing.T) {
	checkLimits(t, []limitCase{
		{"State. **CURRENT**: in use. **DEPRECATED**: a version that will go.", "values CURRENT|DEPRECATED"},
		{"Color.\n**Deprecated**: use the hue.", "deprecated!"},
		{"Color.\nDEPRECATED: use the hue.", "deprecated!"},
		{"Color.\nNOTE: no tint.\n**DEPRECATED**: use the hue.", "deprecated!"},
		{"State.\nCURRENT: in use.\nDEPRECATED: a version that will go.", "values CURRENT|DEPRECATED"},
	})
}
