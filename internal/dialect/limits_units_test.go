package dialect

import "testing"

// TestMixedUnits: bounds of several units do not count, since the field counts in one; a unit may be told once.
func TestMixedUnits(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Minimum: 1 second; maximum: 1 hour.", ""},
		{"Minimum value: 10 MB\nMaximum value: 1 GB", ""},
		{"Minimum: 1 min. Maximum: 60 minutes.", "min 1!; max 60!"},
		{"Minimum: 1 s; maximum: 60 seconds.", "min 1!; max 60!"},
		{"It must be at least 1 hour. It cannot exceed 30 days.", ""},
		{"Minimum: 1 second; maximum: 60 seconds.", "min 1!; max 60!"},
		{"Minimum: 1; maximum: 60 seconds.", "min 1!; max 60!"},
		{"It must be at least 1 GB. The name is up to 64 characters.", "min(value) 1; max(length) 64"},
	})
}

// TestOtherWords: further words for bounds, values and flags.
func TestOtherWords(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Non-empty string.", "min(length) 1"},
		{"It must be a non-empty string.", "min(length) 1"},
		{"A non-empty string is cut.", ""},
		{"Output only.", "read-only"},
		{"Output only lids.", ""},
		{"Allowed: open, closed", "enum open|closed!"},
		{"Enumerated: OPEN, CLOSED", "enum OPEN|CLOSED!"},
	})
}
