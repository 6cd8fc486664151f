package tests

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/tests/yaml11"
)

// TestYAML11 has the committed documents, those of the small pages included, read alike by
// YAML 1.1 and 1.2.
func TestYAML11(t *testing.T) {
	for _, pattern := range []string{"spec/*.yaml", "tests/pages/*/spec.yaml", "tests/forms/*.yaml"} {
		files, err := filepath.Glob(filepath.Join(golden.Root(t), filepath.FromSlash(pattern)))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s is not a file: %v", pattern, err)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			odd, err := yaml11.Differences(text)
			if err != nil {
				t.Errorf("%s: %v", f, err)
			}
			for _, difference := range odd {
				t.Errorf("%s: %s", f, difference)
			}
		}
	}
}
