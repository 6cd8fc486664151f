package source_test

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

func TestNearest(t *testing.T) {
	for want, names := range map[string][]string{
		"z/f":   {"z/f", "a/b/f", "a/f.x"},
		"f":     {"f", "a/f"},
		"a/f":   {"b/f", "a/f", "c/f"},
		"":      {"a/g", "xf"},
		"x/y/f": {"x/y/f"},
	} {
		files := source.Files{}
		for _, n := range names {
			files[n] = nil
		}
		if got := files.Nearest("f"); got != want {
			t.Errorf("of %v the nearest is %q, want %q", names, got, want)
		}
	}
}
