package openapi

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func TestSummary(t *testing.T) {
	long := "Filling the jars of a shelf that nobody has looked at"
	for _, c := range []struct {
		title, id, want string
		prose           bool
	}{
		{"Filling Jars", "FillJars", "Filling Jars", false},
		{long, "FillUnseenJars", "Fill unseen jars", false},
		{long, "FillUnseenJars", long, true},
		{long, "ShowVPCPeering", "Show VPC peering", false},
		{long, "ListUsersByID", "List users by ID", false},
		{long, "ShowV3Box", "Show v3 box", false},
		{long, "List", "List", false},
		{"", "List", "", false},
		{long, "ShowBoxA", "Show box a", false},
		{"Filling the jars of a shelf nobody knows", "FillJars", "Fill jars", false}, // eight words
		{"Filling the jars of a shelf nobody", "FillJars", "Filling the jars of a shelf nobody", false},
	} {
		e := &emitter{opt: Options{Prose: c.prose}}
		if got := e.summary(&api.Operation{ID: c.id, Summary: c.title}); got != c.want {
			t.Errorf("%s: %q, want %q", c.id, got, c.want)
		}
	}
}
