package dialect

import "testing"

// TestGluedSentences: a sentence may begin right after a full stop; a name with a dot in it stays whole.
func TestGluedSentences(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Up to 64 characters.The value must start with a letter.", "max(length) 64; pattern ^[A-Za-z]"},
		{"Number of jars.Value range: 1-200", "min(value) 1!; max(value) 200!"},
		{"Unit: MB.Default: 10", "default 10!"},
		{"It can be **on** or **off**.The default value is **on**.", "enum on|off; default on"},
		{"Name (1 to 64 characters).It must start with a letter.", "min(length) 1; max(length) 64; pattern ^[A-Za-z]"},
		{"Number of lids in jar2.The value ranges from 1 to 5.", "min(value) 1; max(value) 5"},
		{"The value can be spec.Default of jars.", ""},
		{"Only README.The value", ""},
		{"Possible values: a.The and b.This", "enum a.The|b.This!"},
		{"The version of com.example.The value ranges from 1 to 9.", "min(value) 1?; max(value) 9?"},
	})
}
