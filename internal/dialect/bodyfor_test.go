package dialect

import "testing"

func TestBodyFor(t *testing.T) {
	for caption, want := range map[string]string{
		"Body for starting":                          "start",
		"Request body parameters for stopping looms": "stop",
		"Body for a loom":                            "",
		"Body for string values":                     "",
		"Response parameters for starting":           "",
		"Body":                                       "",
	} {
		if got := BodyFor(caption); got != want {
			t.Errorf("%q: %q, not %q", caption, got, want)
		}
	}
}
