//go:build corpus

package real

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestSpecsAreValid converts every set and checks the document.
func TestSpecsAreValid(t *testing.T) {
	corpus := golden.Shared(t, "corpus")
	entries, err := os.ReadDir(corpus)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			res, err := convert.Convert(readSet(t, filepath.Join(corpus, e.Name())))
			if err == convert.ErrNoOperations {
				return // a guide: there is no document to check
			}
			if err != nil {
				t.Fatal(err)
			}
			text, err := res.Encode("spec.yaml", false)
			if err != nil {
				t.Fatal(err)
			}
			checkDocument(t, text)
		})
	}
}
