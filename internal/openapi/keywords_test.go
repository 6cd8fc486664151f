package openapi

import (
	"encoding/json"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// TestLimitsAreWritten: each keyword of OpenAPI that limits a value is written where a schema has it, in the place that
// the order of keys gives it. One that is missing in either would be decided, and be in no document.
func TestLimitsAreWritten(t *testing.T) {
	one := func(n float64) *float64 { return &n }
	count := func(n uint64) *uint64 { return &n }
	schema := &openapi3.Schema{
		Min: one(1), Max: one(2), MultipleOf: one(3), MinLength: 4, MaxLength: count(5), Pattern: "6",
		MinItems: 7, MaxItems: count(8), UniqueItems: true, MinProps: 9, MaxProps: count(10), Enum: []any{"a"},
	}
	plain, err := json.Marshal(schema)
	if err != nil {
		t.Fatal(err)
	}
	var keywords map[string]any
	if err := json.Unmarshal(plain, &keywords); err != nil {
		t.Fatal(err)
	}
	if len(keywords) != 12 {
		t.Fatalf("%d keywords are set: %s", len(keywords), plain)
	}
	tree, err := new(Document).buildSchema(schema)
	if err != nil {
		t.Fatal(err)
	}
	written := map[string]bool{}
	for _, n := range tree.items {
		written[n.key] = true
	}
	order := rootKeys.inside["components"].inside["schemas"].each
	for keyword := range keywords {
		if _, ranked := order.rank[keyword]; !written[keyword] || !ranked {
			t.Errorf("%s: written %v, in the order of keys %v", keyword, written[keyword], ranked)
		}
	}
}
