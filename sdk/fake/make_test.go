package fake

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// schemaOf reads components whose schema A is asked for.
func schemaOf(t *testing.T, schemas string) *openapi3.SchemaRef {
	t.Helper()
	doc, err := load([]byte("openapi: 3.0.3\ninfo: {title: x, version: v}\npaths: {}\ncomponents:\n  schemas:\n    " + strings.ReplaceAll(schemas, "\n", "\n    ")))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Components.Schemas["A"]
}

func TestMade(t *testing.T) {
	for _, c := range []struct{ schema, want string }{
		{"A: {type: string}", `"string"`},
		{"A: {type: string, maxLength: 3}", `"str"`},
		{"A: {type: string, minLength: 8}", `"stringst"`},
		{"A: {type: string, enum: [b, a], default: a}", `"b"`},
		{"A: {type: string, default: d, example: e}", `"d"`},
		{"A: {type: string, example: e}", `"e"`},
		{"A: {type: string, example: [], format: date}", `"2024-01-02"`},
		{"A: {type: string, format: uuid, maxLength: 36}", `"11111111-2222-4333-8444-555555555555"`},
		{"A: {type: string, x-timestamp: true}", `"2024-01-02T03:04:05Z"`},
		{"A: {type: string, pattern: '^[0-9]{3}-[A-F]+$'}", `"000-A"`},
		{"A: {type: string, pattern: '^(x|y)?[^a]*$', minLength: 4, maxLength: 5}", `"strin"`},
		{"A: {type: string, pattern: '^(?!x)'}", `"string"`},
		{"A: {type: string, pattern: '^a\\b[0-9]$'}", ""},
		{"A: {type: string, minLength: 999999999}", ""},
		{"A: {type: integer}", "0"},
		{"A: {type: integer, minimum: 2.5, maximum: 3.5}", "3"},
		{"A: {type: integer, minimum: 2, exclusiveMinimum: true}", "3"},
		{"A: {type: integer, maximum: -2}", "-2"},
		{"A: {type: number, multipleOf: 5, minimum: 3}", "5"},
		{"A: {type: number, minimum: 0, maximum: 1, exclusiveMinimum: true, exclusiveMaximum: true}", "0.5"},
		{"A: {type: integer, minimum: 2, maximum: 1}", ""},
		{"A: {type: integer, minimum: 2, maximum: 1, nullable: true}", "null"},
		{"A: {type: boolean}", "false"},
		{"A: {type: array, items: {type: integer}}", "[0]"},
		{"A: {type: array, minItems: 3, uniqueItems: true, items: {type: integer}}", "[0,1,2]"},
		{"A: {type: array, minItems: 2, uniqueItems: true, items: {type: string, enum: [a, b]}}", `["a","b"]`},
		{"A: {type: array, minItems: 3, uniqueItems: true, items: {type: boolean}}", ""},
		{"A: {type: array, minItems: 2, uniqueItems: true, items: {type: object, required: [a], properties: {a: {type: string}}}}", `[{"a":"string"},{"a":"strin1"}]`},
		{"A: {type: array, maxItems: 0, items: {type: integer}}", "[]"},
		{"A: {type: array, minItems: 99999999, items: {}}", ""},
		{"A: {type: object, required: [b], properties: {a: {type: string}, b: {type: boolean}, c: {type: integer, minimum: 1, maximum: 0}, d: {type: string, writeOnly: true}}}", `{"a":"string","b":false}`},
		{"A: {type: object, maxProperties: 1, required: [b], properties: {a: {type: string}, b: {type: boolean}}}", `{"b":false}`},
		{"A: {type: object, additionalProperties: {type: integer}}", `{"key1":0}`},
		{"A: {type: object, minProperties: 2}", `{"key1":{},"key2":{}}`},
		{"A: {required: [b], properties: {b: {}}}", `{"b":{}}`},
		{"A: {}", "{}"},
		{"A: {pattern: '^a$'}", "{}"},
		{"A: {not: {type: object}}", `"string"`},
		{"A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [b], properties: {b: {type: integer, minimum: 7}}}]}\nB: {type: object, required: [a], properties: {a: {type: string}, b: {type: integer, maximum: 7}}}", `{"a":"string","b":7}`},
		{"A: {allOf: [{type: string, minLength: 3}, {enum: [a, abc]}]}", `"abc"`},
		{"A: {type: object, required: [k], properties: {k: {type: string, enum: [one]}}, oneOf: [{required: [x], properties: {x: {type: string}}}, {required: [y], properties: {y: {type: string}}}]}", `{"k":"one","x":"string"}`},
		{"A: {oneOf: [{type: integer}, {type: number}, {type: string}]}", `"string"`},
		{"A: {anyOf: [{type: integer, minimum: 1, maximum: 0}, {type: boolean}]}", "false"},
		{"A: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}", ""},
		{"A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}, l: {type: array, items: {$ref: '#/components/schemas/A'}}}}", `{"l":[]}`},
		{"A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: kind, mapping: {bee: '#/components/schemas/B'}}}\nB: {type: object, required: [kind], properties: {kind: {type: string}}}\nC: {type: object, required: [kind], properties: {kind: {type: string}}}", `{"kind":"bee"}`},
	} {
		ref := schemaOf(t, c.schema)
		v, ok := made(ref)
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			text = nil
		}
		if string(text) != c.want {
			t.Errorf("%s:\n  %s, want %s", c.schema, text, c.want)
		}
		if ok && !fits(ref.Value, v) {
			t.Errorf("%s: %s does not fit", c.schema, text)
		}
	}
}

// TestMadeIsBounded makes a value of a schema whose optional members would be a tree without
// end: each of ten kinds has a member of each kind.
func TestMadeIsBounded(t *testing.T) {
	var b strings.Builder
	for _, name := range "ABCDEFGHIJ" {
		b.WriteString(string(name) + ": {type: object, properties: {")
		for _, other := range "ABCDEFGHIJ" {
			b.WriteString(string(other) + ": {$ref: '#/components/schemas/" + string(other) + "'}, ")
		}
		b.WriteString("}}\n")
	}
	v, ok := made(schemaOf(t, b.String()))
	text, err := json.Marshal(v)
	if !ok || err != nil || len(text) > 1<<20 {
		t.Errorf("%v %v, %d bytes", ok, err, len(text))
	}
}
