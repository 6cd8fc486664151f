package openapi_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

// TestResponsesThatToolsExpect: each operation has a response to a failure, and the list of
// versions one of success.
func TestResponsesThatToolsExpect(t *testing.T) {
	box := &api.Schema{Name: "Box", Fields: []*api.Field{{Name: "id", Type: api.Type{Kind: api.String}}}}
	of := func(status int) *api.Response { return &api.Response{Status: status, Body: body(box)} }
	for _, c := range []struct {
		what      string
		responses []*api.Response
		want      string
	}{
		{"a success alone", []*api.Response{of(200)}, "200 default"},
		{"a documented failure", []*api.Response{of(200), {Status: 404}}, "200 404 default"},
		{"a failure of the server", []*api.Response{of(200), {Status: 503}}, "200 503 default"},
		{"a default response", []*api.Response{of(200), of(0)}, "200 default"},
		{"a list of versions", []*api.Response{of(300)}, "200 300 default"},
		{"a list of versions with its own success", []*api.Response{of(300), {Status: 204}}, "204 300 default"},
		{"choices without a body", []*api.Response{{Status: 300}}, "300 default"},
		{"an address to go to", []*api.Response{of(307)}, "307 default"},
	} {
		svc := boxes(box)
		svc.Operations[0].Responses = c.responses
		text(t, svc, false)
		op := openapi.Of(svc, openapi.Options{}).Paths.Value("/box").Get
		all := op.Responses.Map()
		if got := strings.Join(slices.Sorted(maps.Keys(all)), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
		if ok, choices := all["200"], all["300"]; choices != nil && ok != nil && !strings.Contains(*ok.Value.Description, "300") {
			t.Errorf("%s: 200 does not say where it is from: %s", c.what, *ok.Value.Description)
		}
		if ok, choices := all["200"], all["300"]; choices != nil && ok != nil && ok.Value.Content["application/json"] != choices.Value.Content["application/json"] {
			t.Errorf("%s: 200 has another body than 300", c.what)
		}
	}
}

// TestDocumentTellsOfItself: in words of our own, with the prose of pages and without.
func TestDocumentTellsOfItself(t *testing.T) {
	svc := boxes(&api.Schema{Name: "Box"})
	svc.DocURL, svc.Contact = "https://example.com/docs", &api.Contact{Name: "The Cellar", URL: "https://example.com"}
	svc.Tags = []api.Tag{{Name: "Boxes", DocURL: "https://example.com/docs/boxes"}, {Name: "Lids"}}
	out := text(t, svc, false)
	for _, want := range []string{
		"description: The API of Boxes, as its documentation describes it.\n", "contact:\n    name: The Cellar\n    url: https://example.com\n",
		"description: Operations that the documentation describes under “Boxes”.\n", "description: The chapter “Boxes” of the documentation.\n",
		"description: The documentation that this document is made from.\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("there is no %q in\n%s", want, out)
		}
	}
	if d := openapi.Of(svc, openapi.Options{}); d.Tags[1].ExternalDocs != nil || d.Tags[1].Description == "" {
		t.Errorf("%+v", d.Tags[1])
	}
	svc.Contact = nil
	if openapi.Of(svc, openapi.Options{}).Info.Contact != nil {
		t.Error("a contact that nobody named")
	}
}
