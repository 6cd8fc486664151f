package dialect

import "testing"

// TestSingleValueBesideRange: a bound of running text does not hold where a sentence allows a number that it refuses.
func TestSingleValueBesideRange(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Jars. The value ranges from 1 to 9. This parameter can be set to **0** for a shelf.", "max(value) 9"},
		{"Jars. The value ranges from 1 to 9. It can also be 20 for a shelf.", "min(value) 1; max(value) 9?; max(value) 20"},
		{"Jars. The value ranges from 1 to 9. It can be set to **5** for a shelf.", "min(value) 1; max(value) 9"},
		{"Jars. The value ranges from 1 to 9. **lid** can be set to **0** for a shelf.", "min(value) 1; max(value) 9"},
		{"Jars. The value ranges from 1 to 9. The key can be set to **0**.", "min(value) 1; max(value) 9; values 0"},
		{"Jars. The value ranges from 1 to 9. It may be set to **0** for a shelf.", "max(value) 9"},
		{"Jars. The value ranges from 1 to 9. It can be set by 0 lids.", "min(value) 1; max(value) 9"},
		{"Jars. The value ranges from 1 to 9. It can be set to 000.", "min(value) 1; max(value) 9; values 000"},
		{"Jars. The value ranges from 1 to 9. It can be set to 0 GB for a shelf.", "min(value) 1; max(value) 9"},
		{"Jars. The value ranges from 1 to 9. It can be set to 0 or 20 for a shelf.", "min(value) 1; max(value) 9"},
		{"Jars. The value ranges from 1 to 9. It can also be 1 for a shelf.", "min(value) 1; max(value) 9"},
		{"Jars. The value ranges from 1 to 9. It can also be 9 for a shelf.", "min(value) 1; max(value) 9"},
		{"Size. The value is odd, not less than 5.", "min(value) 5"},
		{"Jars. The value ranges from 1 to 9. This parameter can be set to **12**.", "min(value) 1; values 12"},
		{"Jars. The value ranges from 1 to 9. This parameter cannot be set to **0**.", "min(value) 1; max(value) 9"},
	})
}
