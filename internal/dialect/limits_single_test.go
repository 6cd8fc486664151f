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
		{"Jars. The value ranges from 1 to 9. This parameter can be set to **12**.", "min(value) 1; values 12"},
		{"Jars. The value ranges from 1 to 9. This parameter cannot be set to **0**.", "min(value) 1; max(value) 9"},
	})
}
