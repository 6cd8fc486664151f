package naming

import (
	"strings"
	"testing"
)

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
		"0123456789ABCDEF":                     true,
		"fedcba9876543210":                     true,
		"00-ff-AA-99-00-ff-AA-90":              true,
		"0:0:f":                                true,
		"F:0:0":                                true,
		"a:b:c":                                true,
		"2024-01-02_03":                        true,
		"0":                                    true,
		"9/8":                                  true,
		"abcdefabcdefabcd1":                    true,
		"::1":                                  true,

		"0123456789ABCDE":     false,
		"abcdefabcdefabcdef":  false,
		"0123456789abcdeg0":   false,
		"0123456789ABCDEG0":   false,
		"0123456789abcdef/0":  false,
		"0123456789@abcdef01": false,
		"0123456789`abcdef01": false,
		"::":                  false,
		"a:1":                 false,
		"-1":                  false,
		".5":                  false,
		":8080":               false,
		"jar":                 false,
		"face":                false,
		"x-amz-id-2":          false,
		"ab12":                false,
		"a:b":                 false,
		"3d_model":            false,
		"":                    false,
	} {
		if got := IsKey(name); got != want {
			t.Errorf("%q: got %v, want %v", name, got, want)
		}
	}
}

// TestCollection: which words of a path say what it speaks of.
func TestCollection(t *testing.T) {
	isVersion := func(s string) bool { return s == "v2" }
	for path, want := range map[string]string{
		"/v2/{project}/volumes/{id}/action": "Volumes", "/volumes/{id}": "Volumes", "/{project}": "", "//-/lids": "Lids", "/v2": "", "/v2/oak-jars/detail": "OakJars", "/jars/{id}/lids": "Jars Lids", "": "",
	} {
		if got := strings.Join(Collection(path, isVersion), " "); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
