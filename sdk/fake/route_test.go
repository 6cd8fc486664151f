package fake

import (
	"strings"
	"testing"
)

// TestSegments: paths are split as the document's path templates say.
func TestSegments(t *testing.T) {
	for path, want := range map[string]string{
		"":                "",
		"/":               "(word )",
		"/a/{b}/c%20d":    "(word a) (params b) (word c d)",
		"/{a}-{b}/x{c}":   "(params a,b) (params c)",
		"/a/{b/c":         "(word a) (word {b) (word c)",
		"/{b/c}/":         "(params b/c) (word )",
		"//{a}":           "(word ) (params a)",
		"/x{a}y{b}z/{a}/": "(params a,b) (params a) (word )",
	} {
		var got []string
		for _, s := range segments(path, true) {
			if s.pattern == nil {
				got = append(got, "(word "+s.word+")")
			} else {
				got = append(got, "(params "+strings.Join(s.params, ",")+")")
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if s := segments("/a{b}", false)[0]; s.pattern == nil || len(s.params) > 0 || !s.pattern.MatchString("ax") || s.pattern.MatchString("bx") || s.literal != 1 {
		t.Errorf("the variable of a server: %+v", s)
	}
}
