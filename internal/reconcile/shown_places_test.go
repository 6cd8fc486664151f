package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestShownByPlace: the value of a part of a path, or of a name, is one of another operation only where place or name
// say what it is.
func TestShownByPlace(t *testing.T) {
	text := func(in api.In, name string) *api.Param {
		return &api.Param{In: in, Field: api.Field{Name: name, Type: api.Type{Kind: api.String}}}
	}
	for _, c := range []struct {
		what, path string
		q          *api.Param
		others     []string // requests of GET /v1/{kind}/lids, with the parameter start_time
		want       string
	}{
		{"the same place after a version, by another name", "/v1/{project_id}/jars", text(api.InPath, "project_id"), []string{"/v1/oak/lids"}, ``},
		{"the same place and name", "/v1/{kind}/jars", text(api.InPath, "kind"), []string{"/v1/oak/lids"}, `"oak"`},
		{"a time zone as it is printed", "/v1/jars", text(api.InQuery, "start_time"), []string{"/v1/oak/lids?start_time=2020-01-08T09:59:49+0800"}, `"2020-01-08T09:59:49+0800"`},
		{"a name of which only some values are timestamps", "/v1/jars", text(api.InQuery, "start_time"), []string{"/v1/oak/lids?start_time=08:00", "/v1/oak/lids?start_time=2020-01-08T09:59:49Z"}, ``},
	} {
		at := api.Origin{Page: "jar.rst", Pos: source.Pos{Line: 3, Col: 1}, How: api.FromExample}
		op := &api.Operation{ID: "ListJars", Method: "GET", Path: c.path, Params: []*api.Param{c.q}}
		lids := &api.Operation{ID: "ListLids", Method: "GET", Path: "/v1/{kind}/lids", Params: []*api.Param{text(api.InPath, "kind"), text(api.InQuery, "start_time")}}
		for _, url := range c.others {
			lids.Examples = append(lids.Examples, &api.Example{Side: api.SideRequest, Method: "GET", URL: url, Origin: at})
		}
		var found diag.List
		Service(&api.Service{Operations: []*api.Operation{op, lids}}, &found)
		got := ""
		if v := c.q.Decided.Example; v != nil {
			got = v.JSON
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// TestPlusInQuery: a plus stands for a space, but for that of a time zone, which writers print as it is.
func TestPlusInQuery(t *testing.T) {
	got := valuesOfURL("/v1/jars", "/v1/jars?name=jar+1&day=2020-01-08+01&start=2020-01-08T09:59:49+0800&end=2020-01-08T09:59:49-0100")
	for name, want := range map[string]string{"name": "jar 1", "day": "2020-01-08 01", "start": "2020-01-08T09:59:49+0800", "end": "2020-01-08T09:59:49-0100"} {
		if v := got[urlKey{api.InQuery, name}]; v != want {
			t.Errorf("%s: %q, want %q", name, v, want)
		}
	}
}
