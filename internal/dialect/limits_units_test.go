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
		{"Delay. Minimum: 1 second. Maximum: 9 hours. Minimum: 2 seconds.", ""},
		{"Delay. Minimum: 1 second. Maximum: 1 hour. The default value is 5 seconds.", "default 5"},
		{"It must be at least 1 GB. The name is up to 64 characters.", "min(value) 1; max(length) 64"},
	})
}

// TestUnitOfField: a number in another unit than the one that the field counts in is not its bound or default.
func TestUnitOfField(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Life of a lid (in seconds). The default value is **15min**.", ""},
		{"Life of a lid, in milliseconds. The default value is 3 days (that is, a long time).", ""},
		{"Unit: MB. The maximum value is 2 GB.", ""},
		{"The unit is GB. The value ranges from 1 to 2 TB.", ""},
		{"Size, in GB. If it is a box, the maximum value is 2 TB.", ""},
		// the same unit, or none
		{"Delay, in seconds. The default value is 5 s.", "default 5"},
		{"Size, in GB. The maximum value is 20 GiB.", "max(value) 20"},
		{"Delay, in seconds. It ranges from 1 to 5.", "min(value) 1; max(value) 5"},
		// the text does not say in what the field counts, or says two
		{"Size. The maximum value is 2 TB.", "max(value) 2"},
		{"Delay, in seconds or in minutes. The default value is 5 minutes.", "default 5"},
		{"Delay, in days of 24 hours. The default value is 48 hours.", "default 48"},
		{"Delay. It is repeated every 5 seconds. The default value is 3 minutes.", "default 3"},
		{"Size, in GB, in TB. It ranges from 1 to 2 TB.", "min(value) 1; max(value) 2"},
		{"Tries, in times. The default value is 5 seconds.", "default 5"},
		// ways to say it
		{"Speed, in Mbit/s (of one lid). It ranges from 1 to 9 GB.", ""},
		{"Delay. The unit is minutes. The default value is 15 s.", ""},
		{"Delay. Unit: s. The default value is 15 seconds.", "default 15"},
		{"Size, in days. The default value is 5 day.", "default 5"},
		{"Size, in GB. The default value is 5 GiB.", "default 5"},
		// the bounds of the value go with one another, and no others
		{"Size, in GB. It ranges from 1 to 2 TB.", ""},
		{"Size, in GB. It has 1 to 9 characters and ranges from 1 to 2 TB.", "min(length) 1; max(length) 9"},
		{"Delay, in seconds. The default value is 15min. It ranges from 1 to 9.", "min(value) 1; max(value) 9"},
		// a length counts characters whatever the unit is
		{"Delay, in seconds. It has up to 5 characters.", "max(length) 5"},
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
