package gogen_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestNamesOfItself: a schema may contain itself under another name of it; one that is nothing but
// other names of itself is refused.
func TestNamesOfItself(t *testing.T) {
	spec := func(last string) []byte {
		return []byte(head + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {allOf: [{$ref: '#/components/schemas/C'}]}, C: " + last + "}}")
	}
	files, err := gogen.Generate(spec("{type: object, properties: {a: {$ref: '#/components/schemas/A'}, list: {type: array, items: {$ref: '#/components/schemas/B'}}}}"), gogen.Options{Package: "p", Source: "x.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	models := strings.Join(strings.Fields(string(files[gogen.ModelsFile])), " ")
	for _, want := range []string{"type A = B", "type B = C", "A *C `json", "List []C `json"} {
		if !strings.Contains(models, want) {
			t.Errorf("there is no %s in %s", want, models)
		}
	}
	if _, err := gogen.Generate(spec("{$ref: '#/components/schemas/A'}"), gogen.Options{Package: "p", Source: "x.yaml"}); err == nil {
		t.Error("a schema that is only names was taken")
	}
}
