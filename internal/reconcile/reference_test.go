package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestReferencesInExamples: which examples are left out since tools would follow a member of them.
func TestReferencesInExamples(t *testing.T) {
	const told = "tool/reference-in-example"
	for _, c := range []struct {
		what, shown, rules string
		valid              bool
	}{
		{"none", `{"lid": {"a": "b"}}`, "", true},
		{"a reference", `{"lid": {"$ref": "#/a"}}`, told, false},
		{"deeper", `{"lid": {"a": {"b": [1, {"c": 1}, {"$ref": "#/a"}]}}}`, told, false},
		{"a number", `{"lid": {"$ref": 5}}`, "", true},
		{"an object", `{"lid": {"$ref": {"a": 1}}}`, "", true},
		{"a text that names one", `{"lid": {"a": "$ref"}}`, "", true},
		{"two of them", `{"lid": {"$ref": "#/a", "b": {"$ref": "#/b"}}}`, told, false},
		{"beside what breaks the table", `{"size": "size", "lid": {"$ref": "#/a"}}`, "docs/example-breaks-schema", false},
	} {
		size := field("size", api.String, claim(api.FactEnum, "1", "2"), claim(api.FactPattern, "^[0-9]$"))
		size.Need = api.NeedYes
		lid := field("lid", api.Any)
		lid.Type.Open = true
		s := &api.Schema{Name: "Box", Fields: []*api.Field{size, lid}}
		op, found := decided(t, s, c.shown)
		var got []string
		for _, rule := range strings.Fields(rules(found)) {
			if rule == told || rule == "docs/example-breaks-schema" {
				got = append(got, rule)
			}
		}
		if op.Examples[0].Valid != c.valid || strings.Join(got, " ") != c.rules {
			t.Errorf("%s: valid %v, %v", c.what, op.Examples[0].Valid, found)
		}
		if c.what == "two of them" && found[0].Pos.Col != 4+strings.Index(c.shown, `"$ref"`) {
			t.Errorf("%s: at %v, not the first", c.what, found[0].Pos)
		}
	}
}
