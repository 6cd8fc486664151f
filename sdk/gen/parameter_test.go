package gen_test

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// TestPathSegments: slashes stay, and nothing leads out of where a parameter stands.
func TestPathSegments(t *testing.T) {
	for in, want := range map[string]string{
		"a": "a", "a%2Fb": "a/b", "a%2Fb%20c%3Fd": "a/b%20c%3Fd", "%2Fa%2F%2Fb%2F": "/a//b/", "...": "...",
		"": "", "..": "", "a%2F..%2Fb": "", "a%2F.": "", "%2E%2E%2Fa": "", "%zz": "",
	} {
		got, err := gen.PathSegments("name", in)
		if got != want || (err != nil) != (want == "") {
			t.Errorf("%q gives %q, %v", in, got, err)
		}
	}
}
