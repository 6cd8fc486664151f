package dialect

import "testing"

func TestStates(t *testing.T) {
	for name, want := range map[string]bool{"status": true, "Status": true, "state": true, "phase": true, "status_code": false, "estate": false, "": false} {
		if got := IsState(name); got != want {
			t.Errorf("IsState(%q) = %v", name, got)
		}
	}
	for head, want := range map[string]bool{
		"Status": true, "Crate Status (API)": true, "Status Value": true, "States": true,
		"Crate Status (Console)": false, "Status Code": false, "HTTP status": false, "Description": false, "Estate": false, "": false,
	} {
		if got := IsStateHead(head); got != want {
			t.Errorf("IsStateHead(%q) = %v", head, got)
		}
	}
	for cell, want := range map[string]bool{"in-use": true, "ERROR_2": true, "a": true, "2XX": false, "being made": false, "-": false, "done.": false, "": false} {
		if got := IsStateWord(cell); got != want {
			t.Errorf("IsStateWord(%q) = %v", cell, got)
		}
	}
}
