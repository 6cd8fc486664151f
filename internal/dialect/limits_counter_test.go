package dialect

import "testing"

// TestAddressRanges: a range of addresses is many values, but a default of one stays.
func TestAddressRanges(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Network. The value can be **10.0.0.0/8-24** or **172.16.0.0/12-24**.", ""},
		{"Network. The value can be **10.0.0.0/8-10.0.0.0/24** or **172.16.0.0/12-172.16.0.0/24**.", ""},
		{"Addresses. The value can be **10.0.0.1-10.0.0.9** or **10.0.1.1-10.0.1.9**.", ""},
		{"Addresses. The value can only be **10.0.0.1-10.0.0.9**.", ""},
		// a default, a version with a build number
		{"Network. The default value is **10.0.0.0-10.0.0.255**.", "default 10.0.0.0-10.0.0.255"},
		{"Network. The default value is **10.0.0.0/8-24**.", "default 10.0.0.0/8-24"},
		{"Version. The value can be **1.2.3.4-5** or **1.2.3.4-6**.", "enum 1.2.3.4-5|1.2.3.4-6"},
		{"Version. The value can only be **1.2.3.4-5**.", "only 1.2.3.4-5"},
		{"Version. The value is fixed at **1.2.3.4-5**.", "const 1.2.3.4-5"},
	})
}

// TestBoolByDefaultInOneCase: a default after a condition is that of the case.
func TestBoolByDefaultInOneCase(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Whether the lid rings. False by default.", "default False"},
		{"Whether the lid rings, true by default.", "default true"},
		{"Whether the lid rings. If this parameter is not specified, true by default.", "default true"},
		{"Whether the lid rings. If the box is open, true by default.", "default true?"},
		{"Whether the lid rings. For boxes, true by default.", "default true?"},
		{"Whether the lid rings. When it is closed, false by default.", "default false?"},
		{"Whether the lid rings. In fast mode, false by default.", "default false?"},
	})
}

// TestMeaningsOfNumbers: a number that the text explains widens the range, unless the text forbids it or explains it
// in one case only.
func TestMeaningsOfNumbers(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value ranges from 1 to 100. **0** means that there is no limit.", "min(value) 1?; max(value) 100; min(value) 0"},
		{"The value ranges from 1 to 100. If the value is 0, there is no limit.", "min(value) 1?; max(value) 100; min(value) 0"},
		{"The value ranges from 1 to 100. By default, 0 means that there is no limit.", "min(value) 1?; max(value) 100; default 0; min(value) 0"},
		{"The value ranges from 1 to 9, and 0 means that there is none.", "min(value) 1?; max(value) 9; min(value) 0"},
		{"The value ranges from 1 to 100. If the value is 101 or larger, the request is rejected.", "min(value) 1; max(value) 100; min(value) 101?"},
		{"The value ranges from 1 to 100. When it is 0, the request is rejected.", "min(value) 1; max(value) 100"},
		{"The value ranges from 1 to 9. If the value is 12, an error is returned.", "min(value) 1; max(value) 9"},
		{"The value ranges from 1 to 9. If the value is 12, the call fails.", "min(value) 1; max(value) 9"},
		{"The value ranges from 1 to 9. 0 indicates an invalid lid.", "min(value) 1?; max(value) 9"},
		{"The value ranges from 1 to 100. For each color, 300 represents the width.", "min(value) 1; max(value) 100"},
		{"The value ranges from 1 to 60. If the unit is seconds, 3600 means one hour.", "min(value) 1; max(value) 60"},
		{"The value ranges from 1 to 60. On the console, 90 means one and a half hours.", "min(value) 1; max(value) 60?"},
		{"The value ranges from 1 to 60. If this parameter is not specified, 0 means off.", "min(value) 1?; max(value) 60; min(value) 0"},
		{"The value ranges from 1 to 60. Currently, 0 means off.", "min(value) 1?; max(value) 60; min(value) 0"},
		{"The value ranges from 1 to 60. 0 means off, and 90 is rejected.", "min(value) 1?; max(value) 60; min(value) 0"},
		{"The value ranges from 1 to 60. If it is set to 0, the request fails.", "min(value) 1; max(value) 60"},
		{"The value ranges from 1 to 60. For example, 90 means one and a half hours.", "min(value) 1; max(value) 60"},
		{"The value ranges from 1 to 9, and 12 indicates an error of the service.", "min(value) 1; max(value) 9?"},
	})
}

// TestObtaining: where an id is obtained from elsewhere, values with meanings are examples.
func TestObtaining(t *testing.T) {
	checkLimits(t, []limitCase{
		{"VPC ID. For details, see Obtaining a VPC ID. **vpc-1**: the first; **vpc-2**: the second.", ""},
		{"VPC ID. For details about how to obtain it, see the console. **vpc-1**: the first; **vpc-2**: the second.", ""},
		{"Kind of the lid. **oak**: the first; **fir**: the second.", "values oak|fir"},
	})
}

// TestStrictlyLess: "strictly" leaves no doubt about the bound itself.
func TestStrictlyLess(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It must be strictly less than 5.", "max(value) <5"},
		{"It must be strictly smaller than 5 GB.", "max(value) <5"},
		{"It must be strictly greater than 5.", "min(value) >5"},
		{"It must be strictly less than 5 and strictly greater than 1.", "max(value) <5; min(value) >1"},
		{"It must be less than 5.", "max(value) 5"},
	})
}

// TestNullForbidden: null is none of the values where the text forbids it, or only tells what is displayed.
func TestNullForbidden(t *testing.T) {
	checkLimits(t, []limitCase{
		{"To see all jars, set this value to null.", "nullable"},
		{"null: There is no more data.", "nullable"},
		{"If there is no lid, **null** is returned.", "nullable"},
		{"If you set this value to null, an error is returned.", ""},
		{"When you set this parameter to null, the request fails.", ""},
		{"Do not set this value to null.", ""},
		{"null: This is not allowed.", ""},
		{"null: invalid", ""},
		{"null: The request is rejected.", ""},
		{"The text **NULL** is displayed in the console.", ""},
		{"The word **null** is displayed.", ""},
	})
}

// TestDeprecatedMeaning: "It is deprecated" below the values is what one of them means.
func TestDeprecatedMeaning(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Color of the lid. It is deprecated.", "deprecated"},
		{"It is deprecated.", "deprecated"},
		{"Color of the lid.\nIt has been discarded.", "deprecated"},
		{"State of the image.\n• deprecated\nIt is deprecated.", ""},
		{"State of the image.\nold\nIt is obsolete.", ""},
		{"State of the image.\nnew\nIt is used.\nold\nIt is deprecated.", ""},
		{"State of the image.\n• **old**: It is deprecated.", ""},
	})
}

// TestExactString: the number of characters of a part of the value, or of another one, is not its length.
func TestExactString(t *testing.T) {
	checkLimits(t, []limitCase{
		{"ID of the lid, which is a 16-character random string.", "min(length) 16; max(length) 16"},
		{"The value is a 32-character hexadecimal string.", "min(length) 32; max(length) 32"},
		{"The value is a 36-character UUID.", "min(length) 36; max(length) 36"},
		{"The value is a 36-character string and starts with a letter.", "min(length) 36; max(length) 36; pattern ^[A-Za-z]"},
		{"Token, a 32-character random string, which is added to the header.", "min(length) 32; max(length) 32"},
		{"A 16-character string followed by the zone.", ""},
		{"It starts with lid- and is followed by a 16-character random string.", ""},
		{"It is lid- with a 16-character random string.", ""},
		{"It is the name plus a 16-character random string.", ""},
		{"The value is the prefix lid- and a 16-character string.", ""},
		{"A 16-character random string is added to the name that you give.", ""},
		{"A 16-character unique string is appended.", ""},
	})
}

// TestEachOfThem: each of several parts of the value has limits of its own, up to a sentence about the value.
func TestEachOfThem(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Variables are allowed. Each must start with a letter. Only letters and digits are allowed.", "pattern ^[A-Za-z] each?; pattern ^[A-Za-z0-9]*$?"},
		{"Variables are supported. Each must start with a letter. It has 1 to 9 characters.", "pattern ^[A-Za-z] each?; min(length) 1?; max(length) 9?"},
		{"Variables. Wildcards are allowed. Each may stand for one character. The value has 1 to 64 characters.", "min(length) 1; max(length) 64"},
		{"Variables. Wildcards are allowed. Each may stand for one character. This parameter has 1 to 64 characters.", "min(length) 1; max(length) 64"},
		{"Path. Wildcards are allowed. Each may stand for one character. The path has 1 to 64 characters.", "min(length) 1; max(length) 64"},
	})
}

// TestCountsOfOthers: a number of other things, or of one edition, is not a limit.
func TestCountsOfOthers(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Tags of the lid, 10 tags at most.", "max(items) 10"},
		{"Tags of the lid. A lid can have 10 tags at most.", "max(items) 10 of tags"},
		{"The list can have 10 tags at most.", "max(items) 10"},
		{"Tags of the lid. A tag can have 10 values at most.", "max(items) 10 of values"},
		{"Name of the lid, 255 characters max.", "max(length) 255"},
		{"Name of the lid. The description is 255 characters max.", "max(length) 255 named description?"},
		{"Width of the lid. 0 < width <= 64", "min(value) >0~; max(value) 64~"},
		{"Size of the lid. 0 < depth <= 64", "min(value) >0 named depth?~; max(value) 64 named depth?~"},
		{"Number of lids. 1 <= n <= 64", "min(value) 1; max(value) 64"},
		{"Size of the lid. 1 <= value <= 64", "min(value) 1; max(value) 64"},
		{"Size of the lid. 1 <= depth <= 64", "min(value) 1 named depth?; max(value) 64 named depth?"},
		{"The list cannot contain more than 5 duplicates.", ""},
		{"The list cannot contain more than 5 lids.", "max(items) 5"},
		{"The maximum length of the list is 5.", "max(items) 5"},
		{"The maximum length of the list is 5 in the free edition.", "max(items) 5?"},
	})
}

// TestRangesOfCasesUnits: ranges of two units are not one, and what can be raised bounds nothing.
func TestRangesOfCasesUnits(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value ranges from 1 to 9 for oak and from 1 to 96 for pine.", "min(value) 1; max(value) 96"},
		{"The value ranges from 1 to 9 ms for oak and from 1 to 96 ms for pine.", "min(value) 1; max(value) 96"},
		{"The value ranges from 1 to 9 for oak and from 1 to 9000 ms for pine.", "min(value) 1?; max(value) 9?"},
		{"The value ranges from 1 to 9 s for oak and from 1 to 9000 for pine.", "min(value) 1?; max(value) 9?"},
		{"Number of lids. The maximum number is 10.", "max(value) 10"},
		{"Number of lids. The maximum number is 10. This quota can be raised.", "max(value) 10?"},
		{"Number of lids. The maximum number is 10. To raise it, apply for a higher quota.", "max(value) 10?"},
	})
}

// TestDefaultsOfOthers: what something else specifies, or nobody can change, is not a default of the field.
func TestDefaultsOfOthers(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It is **red** unless otherwise specified.", "default red"},
		{"It is **red** unless specified.", "default red"},
		{"It is **red** unless specified by the parent.", ""},
		{"It is **red** unless set in the box.", ""},
		{"The system default is utf8.", "default utf8"},
		{"The system default is utf8 and cannot be changed.", "default utf8?"},
		{"The system default is 5, which cannot be changed.", "default 5?"},
	})
}

// TestOutsideOfRange: a value that cannot leave a range is in it, and a sentence with advice may bind all the same.
func TestOutsideOfRange(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Speed. The value cannot exceed the range from 1 to 5.", "min(value) 1; max(value) 5"},
		{"Speed. The value cannot be out of the range of 1 to 5.", "min(value) 1; max(value) 5"},
		{"Speed. The value must not fall outside the range from 1 to 5.", "min(value) 1; max(value) 5"},
		{"Speed. The value must not be between 1 and 5.", ""},
		{"Name. It is recommended that you enter a name, which must contain 1 to 64 characters.", "min(length) 1; max(length) 64"},
		{"Name. It is recommended to use a maximum of 64 characters, as longer names are refused.", "max(length) 64"},
		{"Speed. It is recommended that the value be between 1 and 5, which is the fastest.", ""},
		{"Speed. Generally, the maximum value is 5.", ""},
		{"Name. It is recommended that the name have 1 to 64 characters.", ""},
	})
}

// TestRangeAroundNoun: a noun between the signs of a range is the field where the text or the field's name has it.
func TestRangeAroundNoun(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Number of nodes. 1 ≤ nodes ≤ 5", "min(value) 1; max(value) 5"},
		{"Width of the lid. 1 <= lid width <= 5", "min(value) 1; max(value) 5"},
		{"Weight of a backend. 0 ≤ weights ≤ 100", "min(value) 0; max(value) 100"},
	})
}
