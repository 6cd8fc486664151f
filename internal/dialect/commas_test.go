package dialect

import "testing"

func TestJoinsByCommas(t *testing.T) {
	for text, want := range map[string]bool{
		"IDs. Multiple IDs need to be separated by commas (,).": true, "Lids separated with commas.": true, "A comma-separated list of lids.": true,
		"Separate several lids with commas.":                                     true,
		"Do not separate the IDs with commas; send the parameter several times.": false, "Each element is a comma-separated pair.": false,
		"Not empty. A comma-separated list of lids.": true,
		"Lids.": false, "Lids separated by spaces.": false, "A lid must not have commas.": false,
		"Codes separated with commas. Several lids can be asked for in the format of lid=xxx&lid=xxx.": false,
	} {
		if got := JoinsByCommas(text, "lid"); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
