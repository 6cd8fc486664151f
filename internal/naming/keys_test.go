package naming

import "testing"

func TestIsKey(t *testing.T) {
	for name, want := range map[string]bool{
		"0431c5e5-bc94-4a44-8263-15da2a642435": true,
		"94fbf7a2f29045d1931b17e3e2f7db0c":     true,
		"192.168.0.1":                          true,
		"fe80::1":                              true,
		"42":                                   true,
		"additionalProp1":                      true,
		"Name of the jar":                      true,
		"{jar_id}":                             true,

		"jar":        false,
		"face":       false,
		"x-amz-id-2": false,
		"ab12":       false,
		"a:b":        false,
		"3d_model":   false,
		"":           false,
	} {
		if got := IsKey(name); got != want {
			t.Errorf("%q: got %v, want %v", name, got, want)
		}
	}
}
