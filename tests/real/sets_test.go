// Package real converts the real documentation sets and holds the results against what
// other tools and the pages themselves say.
package real

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestCommittedSpecsAreValid has the committed documents checked by two validators that
// know nothing of each other.
func TestCommittedSpecsAreValid(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(golden.Root(t), "spec", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no document in spec/: %v", err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			checkDocument(t, text)
		})
	}
}

// checkDocument checks a document with kin-openapi, examples included, and with
// libopenapi-validator.
func checkDocument(t *testing.T, text []byte) {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		t.Fatalf("kin-openapi cannot load it: %v", err)
	}
	if err := doc.Validate(context.Background(), openapi3.EnableExamplesValidation()); err != nil {
		t.Errorf("kin-openapi: %.2000v", err)
	}
	other, err := libopenapi.NewDocument(text)
	if err != nil {
		t.Fatalf("libopenapi cannot load it: %v", err)
	}
	v, errs := validator.NewValidator(other)
	if len(errs) > 0 {
		t.Fatalf("libopenapi-validator: %v", errs)
	}
	if ok, problems := v.ValidateDocument(); !ok {
		for _, p := range problems {
			t.Errorf("libopenapi-validator: %s: %s", p.Message, p.Reason)
		}
	}
}

// readSet reads the pages of a set as the command does.
func readSet(t testing.TB, dir string) convert.Set {
	t.Helper()
	set, err := otc.ReadSet(os.DirFS(dir), filepath.Base(dir))
	if err != nil {
		t.Fatal(err)
	}
	return set
}
