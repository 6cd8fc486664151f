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
		{"titles tell versions", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids", Summary: "Listing Lids (v3)", Path: "/v2/x"}}, "ListLids ListLidsV3"},
		{"other brackets do not", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids", Summary: "Listing Lids (Oak)", Path: "/v2/x"}}, "ListLids ListLidsV2"},
		{"first of all the query", []*api.Operation{
			{ID: "ListLids", Query: []api.QueryWord{{Name: "oak"}}},
			{ID: "ListLids", Path: "/v2/x", Query: []api.QueryWord{{Name: "oak"}, {Name: "size", Value: "2"}, {Name: "ash"}}},
		}, "ListLids ListLidsAsh"},
		{"but not words with a value", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids", Path: "/v2/x", Query: []api.QueryWord{{Name: "size", Value: "2"}}}}, "ListLids ListLidsV2"},
		{"a suffix once", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids", Tag: "Old", Path: "/v2/x"}, {ID: "ListLids", Tag: "Old", Path: "/v2/y"}}, "ListLids ListLidsV2 ListLidsInOld"},
		{"then folders", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids", Tag: "Old Boxes"}}, "ListLids ListLidsInOldBoxes"},
		{"then numbers", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids"}, {ID: "ListLids"}}, "ListLids ListLids2 ListLids3"},
		{"a name that another page has is not taken", []*api.Operation{{ID: "ListLids", Path: "/v1/a"}, {ID: "ListLids", Path: "/v2/a"}, {ID: "ListLidsV2"}}, "ListLids ListLids2 ListLidsV2"},
	} {
		taken := uniqueIDs(c.ops)
		for _, op := range c.ops {
			if !taken[op.ID] {
				t.Errorf("%s: %s is not taken", c.what, op.ID)
			}
		}
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
