package document

import (
	"reflect"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// TestMergedValues: of what the members of an allOf say of values, all counts.
func TestMergedValues(t *testing.T) {
	number := func(n float64) *float64 { return &n }
	merged := func(a, b openapi3.Schema) *openapi3.Schema {
		t.Helper()
		out, err := Merged(&openapi3.Schema{AllOf: openapi3.SchemaRefs{a.NewRef(), b.NewRef()}})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct{ a, b, want []any }{
		{[]any{"a", "b", "c"}, []any{"c", "b", "d"}, []any{"b", "c"}},
		{[]any{"a"}, nil, []any{"a"}},
		{nil, []any{"a"}, []any{"a"}},
		{[]any{"a"}, []any{"b"}, []any{"a"}}, // no value could satisfy both
		{[]any{"1", 1.0}, []any{1.0}, []any{1.0}},
		{nil, nil, nil},
	} {
		if got := merged(openapi3.Schema{Enum: c.a}, openapi3.Schema{Enum: c.b}).Enum; !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v and %v: %v, want %v", c.a, c.b, got, c.want)
		}
	}
	for _, c := range []struct{ a, b, want *float64 }{
		{number(4), number(6), number(12)},
		{number(2), number(8), number(8)},
		{number(0.5), number(2), number(2)},
		{number(0.5), number(0.75), number(0.5)}, // the first
		{number(2), number(0.5), number(2)},
		{number(1 << 52), number(1<<52 - 1), number(1 << 52)}, // too large
		{number(-2), number(4), number(-2)},                   // no number of OpenAPI
		{number(4), nil, number(4)},
		{nil, number(4), number(4)},
		{nil, nil, nil},
	} {
		if got := merged(openapi3.Schema{MultipleOf: c.a}, openapi3.Schema{MultipleOf: c.b}).MultipleOf; !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v and %v: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
