package dialect

import (
	"strings"
	"testing"
)

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
	for cell, want := range map[string]bool{"in-use": true, "ERROR_2": true, "a": true, "2XX": false, "being made": false, "-": false, "done.": false, "": false, "ROLLING BACK": true, "In use": false, "A ": false, "A  B": false} {
		if got := IsStateWord(cell); got != want {
			t.Errorf("IsStateWord(%q) = %v", cell, got)
		}
	}
}

func TestNameWords(t *testing.T) {
	for text, want := range map[string]string{
		"States of lids": "state of lid", "The label's status": "the label s status", "Task statuses, tasks": "task status", "Access to us": "access to us", "": "",
	} {
		if got := strings.Join(NameWords(text), " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
