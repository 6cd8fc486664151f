package openapi

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestSourcesOfCorrected: what a correction takes away or puts in between does not give its
// neighbours the places of others.
func TestSourcesOfCorrected(t *testing.T) {
	at := func(line int) api.Origin {
		return api.Origin{Page: "a.rst", Pos: source.Pos{Line: line, Col: 1}, How: api.FromColumn}
	}
	param := func(name string, line int) *api.Param {
		return &api.Param{In: api.InQuery, Field: api.Field{Name: name, Type: api.Type{Kind: api.String}, Origin: at(line)}}
	}
	op := &api.Operation{ID: "A", Method: "GET", Path: "/a", Params: []*api.Param{param("one", 1), param("two", 2), param("three", 3)}, Origin: at(9)}
	doc := Of(&api.Service{Operations: []*api.Operation{op}}, Options{})
	plain, err := Sources(doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
  "/paths/~1a/get": [{"page":"a.rst","line":9,"column":1,"how":"column"}],
  "/paths/~1a/get/parameters/0": [{"page":"a.rst","line":1,"column":1,"how":"column"}],
  "/paths/~1a/get/parameters/1": [{"page":"a.rst","line":2,"column":1,"how":"column"}],
  "/paths/~1a/get/parameters/2": [{"page":"a.rst","line":3,"column":1,"how":"column"}]
}
`
	if string(plain) != want {
		t.Errorf("got %s", plain)
	}
	text, err := JSON(doc)
	if err != nil {
		t.Fatal(err)
	}
	// The second parameter is gone, and a new one stands first.
	var tree map[string]any
	if err := json.Unmarshal(text, &tree); err != nil {
		t.Fatal(err)
	}
	get := tree["paths"].(map[string]any)["/a"].(map[string]any)["get"].(map[string]any)
	params := get["parameters"].([]any)
	get["parameters"] = []any{map[string]any{"in": "query", "name": "zero"}, params[0], params[2]}
	corrected, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Sources(doc, corrected)
	if err != nil {
		t.Fatalf("%v\n%s", err, corrected)
	}
	for _, line := range []string{`/parameters/1": [{"page":"a.rst","line":1,`, `/parameters/2": [{"page":"a.rst","line":3,`} {
		if !strings.Contains(string(got), line) {
			t.Errorf("there is no %s in\n%s\nof %s", line, got, corrected)
		}
	}
	if strings.Contains(string(got), "/parameters/0") {
		t.Errorf("the new parameter comes from the pages:\n%s", got)
	}
}

// TestSourceOfCommas: how a list is sent has its place, where words say it.
func TestSourceOfCommas(t *testing.T) {
	said := api.Origin{Page: "a.rst", Pos: source.Pos{Line: 3, Col: 9}, How: api.FromProse}
	list := api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}
	op := &api.Operation{ID: "A", Method: "GET", Path: "/a", Params: []*api.Param{
		{In: api.InQuery, Field: api.Field{Name: "ids", Type: list}, Commas: &said},
		{In: api.InQuery, Field: api.Field{Name: "names", Type: list}},
		// Only a list in the query can be sent in several ways.
		{In: api.InHeader, Field: api.Field{Name: "X-Ids", Type: list}, Commas: &said},
		{In: api.InQuery, Field: api.Field{Name: "text", Type: api.Type{Kind: api.String}}, Commas: &said},
		{In: api.InQuery, Field: api.Field{Name: "both", Type: api.Type{Kind: api.Array, Elem: list.Elem, Also: []api.Kind{api.String}}}, Commas: &said},
	}}
	doc := Of(&api.Service{Operations: []*api.Operation{op}}, Options{})
	got, err := Sources(doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	if text := string(got); !strings.Contains(text, `/parameters/0/explode": [{"page":"a.rst","line":3,"column":9,"how":"prose"}]`) || strings.Count(text, "/explode") != 1 {
		t.Errorf("got %s", text)
	}
}
