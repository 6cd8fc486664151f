package examples

import (
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// refusedFloor is the least share of spoiled examples that a schema must refuse, in
// percent. The rest stands where the documentation leaves any value open.
const refusedFloor = 95

// TestSpoiledExamplesAreRefused spoils each documented example in each of its scalars: a
// schema that was loosened until it takes anything would still take them.
func TestSpoiledExamplesAreRefused(t *testing.T) {
	for _, spec := range []string{"cbr.yaml", "csbs.yaml", "smn.yaml", "vpc.yaml"} {
		t.Run(spec, func(t *testing.T) {
			doc, err := openapi3.NewLoader().LoadFromFile(filepath.Join(golden.Root(t), "spec", spec))
			if err != nil {
				t.Fatal(err)
			}
			refused, taken := 0, 0
			eachExample(doc, func(where string, schema *openapi3.Schema, value any) {
				if err := schema.VisitJSON(value); err != nil {
					t.Errorf("%s is refused as it is printed: %v", where, err)
				}
				spoil(value, func() {
					if schema.VisitJSON(value) != nil {
						refused++
					} else {
						taken++
					}
				})
			})
			if refused == 0 || 100*taken > (100-refusedFloor)*(refused+taken) {
				t.Errorf("%d spoiled examples are refused, %d are taken", refused, taken)
			}
		})
	}
}

// eachExample calls f with a copy of each example of the document that its own schema may
// be tried on.
func eachExample(doc *openapi3.T, f func(where string, schema *openapi3.Schema, value any)) {
	content := func(where string, c openapi3.Content) {
		m := c.Get("application/json")
		if m == nil || m.Schema == nil {
			return
		}
		for _, name := range slices.Sorted(maps.Keys(m.Examples)) {
			text, err := json.Marshal(m.Examples[name].Value.Value)
			if err != nil {
				panic(err)
			}
			var v any
			if err := json.Unmarshal(text, &v); err != nil {
				panic(err)
			}
			f(fmt.Sprintf("%s %s", where, name), m.Schema.Value, v)
		}
	}
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			if op.RequestBody != nil {
				content(method+" "+path, op.RequestBody.Value.Content)
			}
			for status, r := range op.Responses.Map() {
				content(method+" "+path+" "+status, r.Value.Content)
			}
		}
	}
}

// spoil replaces each scalar of v in turn by an object that no scalar is, and calls try.
func spoil(v any, try func()) {
	wrong := map[string]any{"wrong": []any{}}
	switch v := v.(type) {
	case map[string]any:
		for name, item := range v {
			if isScalar(item) {
				v[name] = wrong
				try()
				v[name] = item
				continue
			}
			spoil(item, try)
		}
	case []any:
		for i, item := range v {
			if isScalar(item) {
				v[i] = wrong
				try()
				v[i] = item
				continue
			}
			spoil(item, try)
		}
	}
}

func isScalar(v any) bool {
	switch v.(type) {
	case string, float64, bool:
		return true
	}
	return false
}
