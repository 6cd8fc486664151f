package merge

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func ids(ops []*api.Operation) string {
	var out []string
	for _, op := range ops {
		out = append(out, op.ID)
	}
	return strings.Join(out, " ")
}

func TestUniqueIDs(t *testing.T) {
	for _, c := range []struct {
		what string
		ops  []*api.Operation
		want string
	}{
		{"different ids stay", []*api.Operation{{ID: "ListLids"}, {ID: "ListBoxes"}}, "ListLids ListBoxes"},
		{"versions tell apart", []*api.Operation{{ID: "ListLids", Path: "/v1/lids"}, {ID: "ListLids", Path: "/v2/lids"}}, "ListLids ListLidsV2"},
		{"then folders", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids", Tag: "Old Boxes"}}, "ListLids ListLidsInOldBoxes"},
		{"then numbers", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids"}, {ID: "ListLids"}}, "ListLids ListLids2 ListLids3"},
		{"a name that another page has is not taken", []*api.Operation{{ID: "ListLids", Path: "/v1/a"}, {ID: "ListLids", Path: "/v2/a"}, {ID: "ListLidsV2"}}, "ListLids ListLids2 ListLidsV2"},
	} {
		uniqueIDs(c.ops)
		if got := ids(c.ops); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestSharedID(t *testing.T) {
	for _, c := range []struct{ method, path, taken, want string }{
		{"POST", "/v1/{shelf}/crates/{id}/action", "", "CratesAction"},
		{"POST", "/v1/{shelf}/crates/{id}/action", "CratesAction", "PostCratesAction"},
		{"POST", "/v1/{shelf}/crates/{id}/action", "CratesAction PostCratesAction", "PostCratesAction2"},
		{"PUT", "/v2/crates", "", "PutCrates"},
		{"GET", "/", "", "GetRoot"},
		{"GET", "/v1/a/b/c-d", "", "BCD"},
	} {
		taken := make(map[string]bool)
		for _, id := range strings.Fields(c.taken) {
			taken[id] = true
		}
		if got := sharedID(&api.Operation{Method: c.method, Path: c.path}, taken); got != c.want || !taken[got] {
			t.Errorf("%s %s: %s, want %s", c.method, c.path, got, c.want)
		}
	}
}
