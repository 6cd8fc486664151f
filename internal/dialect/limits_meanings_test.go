package dialect

import "testing"

// TestItemsBesideMeanings: items of a list that begin with a name that is none of the values leave the values open;
// remarks, cases and sentences do not.
func TestItemsBesideMeanings(t *testing.T) {
	const values = "Kind.\n• OAK: hard\n• PINE: soft"
	checkLimits(t, []limitCase{
		{values + "\n• Old lid: gone\n• See the list.", "some OAK|PINE"},
		{values + "\n• ID: of old lids", "some OAK|PINE"},
		{values + "\n• **old lid**", "some OAK|PINE"},
		{values + "\n• **old lid**: gone", "some OAK|PINE"},

		{values, "values OAK|PINE"},
		{values + "\n• old lids", "values OAK|PINE"},
		{values + "\n• Note: They are old.", "values OAK|PINE"},
		{values + "\n• Old lids \":\" of it", "values OAK|PINE"},
		{values + "\n• : old", "values OAK|PINE"},
		{values + "\n• For lids: gone.", "values OAK|PINE"},
		{values + "\n• It is old: see the lid.", "values OAK|PINE"},

		{"Joint.\n• For \":\" as the joint, **a** (red) and **b** (blue)", "values a|b"},
		{"Joint.\n• For the joint: **a** (red) and **b** (blue)", "values a|b?"},
	})
}

// TestWordsBesideNumbers: a word in small letters goes on with numbers that have meanings where it has one, too.
func TestWordsBesideNumbers(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Gaps. -1: They are -1. 0: They are 0. mean: They are it.", "values -1|0|mean"},
		{"Gaps. -1: They are -1. 0: They are 0. otherwise: They stay.", "values -1|0"},
		{"Gaps. -1: They are -1. 0: They are 0. all (but one) are closed.", "values -1|0"},
	})
}
