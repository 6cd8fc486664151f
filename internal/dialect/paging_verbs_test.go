package dialect

import "testing"

func TestVerbs(t *testing.T) {
	for id, want := range map[string][2]bool{
		"ListBoxes": {true, false}, "ShowBox": {true, false}, "CreateBox": {false, true}, "BatchAddTags": {false, true},
		"Addition": {}, "Listing": {}, "ChangeBox": {}, "BatchShowBoxes": {}, "": {}, "Import": {false, true},
	} {
		if Reads(id) != want[0] || Makes(id) != want[1] {
			t.Errorf("%s: reads %v, makes %v, want %v", id, Reads(id), Makes(id), want)
		}
	}
}

func TestNamesOne(t *testing.T) {
	for _, c := range []struct {
		word, param string
		want        bool
	}{
		{"boxes", "box_id", true}, {"boxes", "id", true}, {"resource-groups", "group_id", true}, {"jobs", "jobName", true},
		{"box-logs", "crate_id", false}, {"publish", "api_id", false}, {"policies", "policy_uuid", true},
	} {
		if got := NamesOne(c.word, c.param); got != c.want {
			t.Errorf("%s of %s: got %v", c.param, c.word, got)
		}
	}
}
