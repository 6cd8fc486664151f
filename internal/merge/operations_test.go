package merge

import (
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

func TestRenamePathParams(t *testing.T) {
	for _, c := range []struct {
		path, first string
		findings    int
	}{
		{"/crates/{id}", "/crates/{crate_id}", 1},
		{"/crates/{crate_id}", "/crates/{crate_id}", 0},
		{"/a/{x}/b/{y}", "/a/{y}/b/{x}", 2}, // each takes the other's name
		{"/a/{x}/b/{y}", "/a/{x}/b/{z}", 1},
	} {
		found := new(diag.List)
		op := &api.Operation{Path: c.path}
		for _, n := range api.PathParams(c.path) {
			op.Params = append(op.Params, &api.Param{In: api.InPath, Field: api.Field{Name: n}})
		}
		op.Params = append(op.Params, &api.Param{In: api.InQuery, Field: api.Field{Name: "x"}})
		renamePathParams(op, &api.Operation{Path: c.first}, found)
		var names []string
		for _, q := range op.Params[:len(op.Params)-1] {
			names = append(names, q.Name)
		}
		if op.Path != c.first || !slices.Equal(names, api.PathParams(c.first)) || found.Len() != c.findings {
			t.Errorf("%s as %s: %s with %v and %d findings", c.path, c.first, op.Path, names, found.Len())
		}
		if q := op.Params[len(op.Params)-1]; q.Name != "x" {
			t.Errorf("the query parameter x was renamed to %s", q.Name)
		}
	}
}

func TestVersion(t *testing.T) {
	of := func(paths ...string) string {
		var ops []*api.Operation
		for _, p := range paths {
			ops = append(ops, &api.Operation{Path: p})
		}
		return Version(ops)
	}
	for _, c := range []struct{ got, want string }{
		{of("/v2/a", "/v1/a", "/v2/b"), "v2"}, {of("/v2/a", "/v1/a"), "v1"}, {of("/a"), ""}, {of(), ""},
	} {
		if c.got != c.want {
			t.Errorf("version %q, want %q", c.got, c.want)
		}
	}
}
