package urlpath_test

import (
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

func TestShape(t *testing.T) {
	same := [][2]string{{"/v1/{a}/x", "/v1/{b}/x"}, {"/{a}", "/{{b}}"}, {"/x", "/x"}, {"GET /v1/{a}", "GET /v1/{b}"}}
	other := [][2]string{{"/v1/{a}/x", "/v1/a/x"}, {"/{a}/{b}", "/{a}"}, {"/x", "/X"}}
	for _, c := range same {
		if urlpath.Shape(c[0]) != urlpath.Shape(c[1]) {
			t.Errorf("%s and %s are one path to a server", c[0], c[1])
		}
	}
	for _, c := range other {
		if urlpath.Shape(c[0]) == urlpath.Shape(c[1]) {
			t.Errorf("%s and %s are two paths", c[0], c[1])
		}
	}
}

// TestShapeText holds what is written down in lock files.
func TestShapeText(t *testing.T) {
	for in, want := range map[string]string{
		"GET /v1/jars/{jar_id}/lids": "GET /v1/jars/{}/lids", "GET /": "GET /", "GET /a/{b{c}}d": "GET /a/{}d",
	} {
		if got := urlpath.Shape(in); got != want {
			t.Errorf("%s gives %s, want %s", in, got, want)
		}
	}
}

func TestParams(t *testing.T) {
	for path, want := range map[string][]string{
		"/v1/{a}/x/{b}": {"a", "b"}, "/v1/x": nil, "/{a": nil, "/a}": nil, "/{a}-{b}": {"a", "b"},
	} {
		if got := urlpath.Params(path); !slices.Equal(got, want) {
			t.Errorf("Params(%q) = %v, want %v", path, got, want)
		}
	}
}

func TestVersion(t *testing.T) {
	for path, want := range map[string]string{
		"/v3/x": "v3", "/V2.0/x": "v2.0", "/x/v1/y": "v1",
		"/v/x": "", "/vaults/x": "", "/v.1/x": "", "/x": "", "/v1beta/x": "", "/{v1}/x": "",
	} {
		if got := urlpath.Version(path); got != want {
			t.Errorf("Version(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestProblem(t *testing.T) {
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
		"/v1/\x1b[31mlamps":      "it has the character U+001B, which nobody sees",
		"/v1/lamps\u202e":        "it has the character U+202E, which nobody sees",
		"/v1/{a\u200b}":          "it has the character U+200B, which nobody sees",
		"/v1/{a}/{b|c}":          "{b|c} is not the name of one parameter",
	} {
		if got := urlpath.Problem(path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
