package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// TestSeveral: the name of a list is the plural of what it holds, however that is made.
func TestSeveral(t *testing.T) {
	item := &api.Schema{Label: "policy", Fields: []*api.Field{{Name: "id"}, {Name: "name"}}}
	body := &api.Schema{Fields: []*api.Field{{Name: "policy", Type: api.Type{Kind: api.Object, Schema: item}}}}
	op := &api.Operation{Path: "/policies/{policy_id}"}
	for text, want := range map[string]bool{
		`{"policies": [{"id": "a"}]}`: true, `{"policys": [{"id": "a"}]}`: true, `{"policyList": [{"id": "a"}]}`: true, `{"rules": [{"id": "a"}]}`: false, `{"policies": ["a"]}`: false,
	} {
		v, _, err := payload.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if f, _ := listOfOne(op, body, v); (f != nil) != want {
			t.Errorf("%s: %v", text, f)
		}
	}
	v, _, _ := payload.Parse(`{"policies": [], "links": {}}`)
	if !wraps(v, "policy") || wraps(v, "rule") {
		t.Error("policies hold each a policy, and no rule")
	}
}
