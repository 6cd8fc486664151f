package document_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// schemasOf reads components whose schema A is asked for.
func schemasOf(t *testing.T, schemas string) (*document.Document, *openapi3.SchemaRef) {
	t.Helper()
	d := load(t, head+"paths: {}\ncomponents:\n  schemas:\n    "+strings.ReplaceAll(schemas, "\n", "\n    "))
	return d, d.Components.Schemas["A"]
}

// allows reports whether a schema allows a value in a response.
func allows(ref *openapi3.SchemaRef, v any) bool {
	return document.CheckValue(ref.Value, v, openapi3.VisitAsResponse()) == nil
}

func TestSample(t *testing.T) {
	for _, c := range []struct{ schema, want string }{
		{"A: {type: string}", `"string"`},
		{"A: {type: string, maxLength: 3}", `"str"`},
		{"A: {type: string, minLength: 8}", `"string-string"`},
		{"A: {type: string, enum: [b, a], default: a}", `"a"`},
		{"A: {type: string, enum: [b, a]}", `"b"`},
		{"A: {type: string, enum: [b, a], default: c}", `"b"`},
		{"A: {type: string, default: d, example: e}", `"e"`},
		{"A: {type: string, default: d, example: e, x-constant: c}", `"c"`},
		{"A: {type: string, example: e}", `"e"`},
		{"A: {type: string, example: [], format: date}", `"2024-01-02"`},
		{"A: {type: string, format: uuid, maxLength: 36}", `"11111111-2222-4333-8444-555555555555"`},
		{"A: {type: string, x-timestamp: true}", `"2024-01-02T03:04:05Z"`},
		{"A: {type: string, pattern: '^[0-9]{3}-[A-F]+$'}", `"000-A"`},
		{"A: {type: string, pattern: '^(x|y)?[^a]*$', minLength: 4, maxLength: 5}", `"strin"`},
		{"A: {type: string, pattern: '^(?!x)'}", ``},
		{"A: {type: string, pattern: '^a\\b[0-9]$'}", ""},
		{"A: {type: string, minLength: 999999999}", ""},
		{"A: {type: integer}", "1"},
		{"A: {type: integer, minimum: 2.5, maximum: 3.5}", "3"},
		{"A: {type: integer, minimum: 2, exclusiveMinimum: true}", "3"},
		{"A: {type: integer, maximum: -2}", "-2"},
		{"A: {type: number, maximum: 0}", "0"},
		{"A: {type: integer, multipleOf: 5}", "5"},
		{"A: {type: boolean, enum: [false]}", "false"},
		{"A: {type: string, pattern: '^\\u0041$'}", `"A"`},
		{"A: {type: array, minItems: 2, uniqueItems: true, items: {type: string, example: éé}}", `["éé","é1"]`},
		{"A: {type: number, multipleOf: 5, minimum: 3}", "5"},
		{"A: {type: number, minimum: 0, maximum: 1, exclusiveMinimum: true, exclusiveMaximum: true}", "0.5"},
		{"A: {type: integer, minimum: 2, maximum: 1}", ""},
		{"A: {type: integer, minimum: 2, maximum: 1, nullable: true}", "null"},
		{"A: {type: boolean}", "true"},
		{"A: {type: array, items: {type: integer}}", "[1]"},
		{"A: {type: array, minItems: 3, uniqueItems: true, items: {type: integer}}", "[1,2,3]"},
		{"A: {type: array, minItems: 2, uniqueItems: true, items: {type: string, enum: [a, b]}}", `["a","b"]`},
		{"A: {type: array, minItems: 3, uniqueItems: true, items: {type: boolean}}", ""},
		{"A: {type: array, minItems: 2, uniqueItems: true, items: {type: object, required: [a], properties: {a: {type: string}}}}", `[{"a":"a"},{"a":"1"}]`},
		{"A: {type: array, maxItems: 0, items: {type: integer}}", "[]"},
		{"A: {type: array, minItems: 99999999, items: {}}", ""},
		{"A: {type: object, required: [b], properties: {a: {type: string}, b: {type: boolean}, c: {type: integer, minimum: 1, maximum: 0}, d: {type: string, writeOnly: true}}}", `{"a":"a","b":true}`},
		{"A: {type: object, maxProperties: 1, required: [b], properties: {a: {type: string}, b: {type: boolean}}}", `{"b":true}`},
		{"A: {type: object, maxProperties: 1, properties: {z: {type: boolean}, a: {type: boolean}}}", `{"z":true}`},
		{"A: {type: object, minProperties: 1, maxProperties: 1, properties: {z: {type: boolean}, a: {type: boolean}}}", `{"z":true}`},
		{"A: {type: object, minProperties: 1, maxProperties: 1, properties: {a: {type: string, writeOnly: true}, b: {type: boolean}}}", `{"b":true}`},
		{"A: {type: object, additionalProperties: {type: integer}}", `{"key1":1}`},
		{"A: {type: object, minProperties: 2}", `{"key1":{},"key2":{}}`},
		{"A: {required: [b], properties: {b: {}}}", `{"b":{}}`},
		{"A: {}", "{}"},
		{"A: {items: {type: integer}}", "[1]"},
		{"A: {type: object, minProperties: 2, required: [a], properties: {a: {type: boolean}, b: {type: boolean}, c: {type: boolean}}, not: {required: [c]}}", `{"a":true,"b":true}`},
		{"A: {type: object, properties: {x: {type: object, required: [a], properties: {a: {type: boolean}, b: {type: boolean}}, not: {required: [b]}}}}", `{"x":{"a":true}}`},
		{"A: {type: object, required: [k], additionalProperties: {type: integer}}", `{"k":1}`},
		{"A: {type: object, maxProperties: 1, properties: {z: {type: boolean}, a: {type: boolean}}, oneOf: [{properties: {z: {type: boolean}}}]}", `{"z":true}`},
		{"A: {type: array, minItems: 2000, items: {}}", ""},
		{"A: {type: object, minProperties: 2000}", ""},
		{"A: " + strings.Repeat("{type: array, items: ", 13) + "{type: integer}" + strings.Repeat("}", 13), strings.Repeat("[", 11) + strings.Repeat("]", 11)},
		{"A: " + strings.Repeat("{type: object, properties: {a: ", 13) + "{type: integer}" + strings.Repeat("}}", 13), strings.Repeat(`{"a":`, 10) + "{}" + strings.Repeat("}", 10)},
		{"A: {pattern: '^a$'}", "{}"},
		{"A: {not: {type: object}}", `"string"`},
		{"A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [b], properties: {b: {type: integer, minimum: 7}}}]}\nB: {type: object, required: [a], properties: {a: {type: string}, b: {type: integer, maximum: 7}}}", `{"a":"a","b":7}`},
		{"A: {allOf: [{type: string, minLength: 3}, {enum: [a, abc]}]}", `"abc"`},
		{"A: {type: object, required: [k], properties: {k: {type: string, enum: [one]}}, oneOf: [{required: [x], properties: {x: {type: string}}}, {required: [y], properties: {y: {type: string}}}]}", `{"k":"one","x":"x"}`},
		{"A: {type: object, properties: {a: {type: array, items: {type: string}}, b: {type: integer}, c: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}", `{"a":["a"],"c":"c"}`},
		{"A: {type: object, required: [b], properties: {a: {type: integer}, b: {type: integer}}, oneOf: [{required: [a]}, {required: [b]}]}", `{"b":1}`},
		{"A: {type: object, required: [c], properties: {a: {type: integer}, b: {type: integer}, c: {type: string, maxLength: 2}}, anyOf: [{required: [b]}, {required: [a]}], not: {required: [a, b]}}", `{"b":1,"c":"c"}`},
		{"A: {type: object, properties: {a: {type: integer}, b: {type: integer}}, anyOf: [{required: [a], not: {required: [b]}}, {required: [b], not: {required: [a]}}]}", `{"a":1}`},
		{"A: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {c: {type: integer}, d: {type: integer}}, oneOf: [{required: [c]}, {required: [d]}]}]}\nB: {type: object, properties: {a: {type: integer}, b: {type: integer}}, oneOf: [{required: [a]}, {required: [b]}]}", `{"a":1,"c":1}`},
		{"A: {oneOf: [{type: integer}, {type: number}, {type: string}]}", `"string"`},
		{"A: {anyOf: [{type: integer, minimum: 1, maximum: 0}, {type: boolean}]}", "true"},
		{"A: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}", ""},
		{"A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}, l: {type: array, items: {$ref: '#/components/schemas/A'}}}}", `{"l":[]}`},
		{"A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: kind, mapping: {bee: '#/components/schemas/B'}}}\nB: {type: object, required: [kind], properties: {kind: {type: string}}}\nC: {type: object, required: [kind], properties: {kind: {type: string}}}", `{"kind":"bee"}`},
	} {
		d, ref := schemasOf(t, c.schema)
		v, ok := d.Sample(ref, document.SampleOptions{})
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
		if ok && !allows(ref, v) {
			t.Errorf("%s: %s does not fit", c.schema, text)
		}
	}
}

// wide are schemas named B to K, each with an optional member of each.
func wide() string {
	var b strings.Builder
	for _, name := range "BCDEFGHIJK" {
		b.WriteString("\n" + string(name) + ": {type: object, properties: {")
		for _, other := range "BCDEFGHIJK" {
			b.WriteString(string(other) + ": {$ref: '#/components/schemas/" + string(other) + "'}, ")
		}
		b.WriteString("}}")
	}
	return b.String()
}

// TestSampleIsBounded makes a value of a schema whose optional members would be a tree without
// end. Where they leave nothing for what must be there, they are left out.
func TestSampleIsBounded(t *testing.T) {
	d, ref := schemasOf(t, "A: {$ref: '#/components/schemas/B'}"+wide())
	v, ok := d.Sample(ref, document.SampleOptions{})
	text, err := json.Marshal(v)
	if !ok || err != nil || len(text) > 1<<20 {
		t.Errorf("%v %v, %d bytes", ok, err, len(text))
	}
	d, ref = schemasOf(t, "A: {type: array, minItems: 2, items: {$ref: '#/components/schemas/B'}}"+wide())
	v, ok = d.Sample(ref, document.SampleOptions{})
	if text, err := json.Marshal(v); !ok || err != nil || string(text) != "[{},{}]" {
		t.Errorf("%v %v, %s", ok, err, text)
	}
}
