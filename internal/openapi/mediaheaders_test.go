package openapi_test

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

// TestMediaHeadersOfVariants gives the operation what all its variants demand alike of the
// headers Content-Type and Accept, and each entry what its own page demands.
func TestMediaHeadersOfVariants(t *testing.T) {
	of := func(id, contentType, accept string, body *api.Payload) *api.Operation {
		op := &api.Operation{ID: id, Method: "POST", Path: "/box", Responses: []*api.Response{{Status: 204}}, Body: body}
		if contentType != "" {
			op.ContentType = &api.MediaType{Name: contentType}
		}
		if accept != "" {
			op.Accept = &api.MediaType{Name: accept}
		}
		return op
	}
	sent := &api.Payload{MediaType: "application/json", Type: api.Type{Kind: api.Any}, Required: true}
	spared := &api.Payload{MediaType: "application/json", Type: api.Type{Kind: api.Any}}
	for _, c := range []struct {
		name                string
		variants            []*api.Operation
		contentType, accept string
		entries             [][2]string
	}{
		{"alike", []*api.Operation{of("A", "a/b", "c/d", nil), of("B", "a/b", "c/d", spared)}, "a/b", "c/d", [][2]string{{"a/b", "c/d"}, {"a/b", "c/d"}}},
		{"one with a body", []*api.Operation{of("A", "a/b", "", nil), of("B", "a/b", "", sent)}, "", "", [][2]string{{"a/b", ""}, {"", ""}}},
		{"different", []*api.Operation{of("A", "a/b", "c/d", nil), of("B", "a/c", "", nil)}, "", "", [][2]string{{"a/b", "c/d"}, {"a/c", ""}}},
	} {
		whole := of("A", "", "", nil)
		whole.Variants = c.variants
		op := openapi.Of(&api.Service{Operations: []*api.Operation{whole}}, openapi.Options{}).Paths.Value("/box").Post
		if got := document.ContentType.Of(op.Extensions); got != c.contentType {
			t.Errorf("%s: Content-Type %q, want %q", c.name, got, c.contentType)
		}
		if got := document.Accept.Of(op.Extensions); got != c.accept {
			t.Errorf("%s: Accept %q, want %q", c.name, got, c.accept)
		}
		for i, v := range document.Variants.Of(op.Extensions) {
			if got := [2]string{v.ContentType, v.Accept}; got != c.entries[i] {
				t.Errorf("%s: entry %d has %q, want %q", c.name, i, got, c.entries[i])
			}
		}
	}
	single := openapi.Of(&api.Service{Operations: []*api.Operation{of("A", "a/b", "", sent)}}, openapi.Options{}).Paths.Value("/box").Post
	if got := document.ContentType.Of(single.Extensions); got != "" {
		t.Errorf("a request that always has a body tells its media type there, not in %q", got)
	}
}
