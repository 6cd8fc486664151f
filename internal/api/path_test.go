package api_test

import (
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func TestPathShape(t *testing.T) {
	same := [][2]string{{"/v1/{a}/x", "/v1/{b}/x"}, {"/{a}", "/{{b}}"}, {"/x", "/x"}}
	other := [][2]string{{"/v1/{a}/x", "/v1/a/x"}, {"/{a}/{b}", "/{a}"}, {"/x", "/X"}}
	for _, c := range same {
		if api.PathShape(c[0]) != api.PathShape(c[1]) {
			t.Errorf("%s and %s are one path to a server", c[0], c[1])
		}
	}
	for _, c := range other {
		if api.PathShape(c[0]) == api.PathShape(c[1]) {
			t.Errorf("%s and %s are two paths", c[0], c[1])
		}
	}
}

func TestPathParams(t *testing.T) {
	for path, want := range map[string][]string{
		"/v1/{a}/x/{b}": {"a", "b"}, "/v1/x": nil, "/{a": nil, "/a}": nil, "/{a}-{b}": {"a", "b"},
	} {
		if got := api.PathParams(path); !slices.Equal(got, want) {
			t.Errorf("PathParams(%q) = %v, want %v", path, got, want)
		}
	}
}

func TestPathVersion(t *testing.T) {
	for path, want := range map[string]string{
		"/v3/x": "v3", "/V2.0/x": "v2.0", "/x/v1/y": "v1",
		"/v/x": "", "/vaults/x": "", "/v.1/x": "", "/x": "", "/v1beta/x": "", "/{v1}/x": "",
	} {
		if got := api.PathVersion(path); got != want {
			t.Errorf("PathVersion(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestPathProblem(t *testing.T) {
	for path, want := range map[string]string{
		"/v1/lamps":              "",
		"/v1/{a}/{b-c}/{d.e}{f}": "",
		"/v1/{lamp":              "a { is not closed",
		"/v1/lamp}/x":            "a } closes nothing",
		"/v1/{a{b}}":             "a { stands inside of braces",
		"/v1/{}/x":               "a placeholder has no name",
		"/v1/{ }/x":              "a placeholder has no name",
		"/v1/{a::b}/x":           "{a::b} is not the name of one parameter",
		"/v1/{a b}":              "{a b} is not the name of one parameter",
		"/v1/{a}/{b|c}":          "{b|c} is not the name of one parameter",
	} {
		if got := api.PathProblem(path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
