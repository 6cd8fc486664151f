package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		what     string
		examples []string
		want     string // the only field of the body, "" where nothing is put around it
	}{
		{"an object around the fields", []string{`{"box": {"lid": "oak", "size": 1}}`}, "box"},
		{"a list of the fields", []string{`{"boxes": [{"lid": "oak"}]}`}, "boxes"},
		{"two that agree", []string{`{"box": {"lid": "oak"}}`, `{"box": {"size": 2}}`}, "box"},
		{"two that do not", []string{`{"box": {"lid": "oak"}}`, `{"crate": {"size": 2}}`}, ""},
		{"one without", []string{`{"box": {"lid": "oak"}}`, `{"lid": "oak"}`}, ""},
		{"two members", []string{`{"box": {"lid": "oak"}, "n": 1}`}, ""},
		{"other things inside", []string{`{"box": {"lid": "oak", "a": 1, "b": 2}}`}, ""},
		{"a field of the table", []string{`{"lid": {"size": 1}}`}, ""},
		{"nothing printed", nil, ""},
	} {
		body := &api.Schema{Name: "Box", Fields: []*api.Field{field("lid", api.String), field("size", api.Integer)}}
		op, found := decided(t, body, c.examples...)
		root := op.Responses[0].Body.Type.Schema
		wrapped := len(root.Fields) == 1
		if wrapped != (c.want != "") || wrapped && (root.Fields[0].Name != c.want || root.Name != "Box" || body.Name == "Box") {
			t.Errorf("%s: the body is %s with %d fields, findings %q", c.what, root.Name, len(root.Fields), rules(found))
		}
	}
}
