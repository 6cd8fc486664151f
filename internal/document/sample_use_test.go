package document_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestSampleUses: what a value is for decides what it holds. A value that does not fit has a
// question mark after it.
func TestSampleUses(t *testing.T) {
	const both = "A: {type: object, required: [a, b, c], properties: {a: {type: string, readOnly: true}, b: {type: string, writeOnly: true}, c: {type: string}, d: {type: string}, e: {type: string, readOnly: true}, f: {type: string, writeOnly: true}}}"
	path := document.SampleOptions{Use: document.InPath, Name: "Jar_ID"}
	request := document.SampleOptions{Use: document.InRequest, Name: "Jar_ID"}
	for _, c := range []struct {
		schema  string
		options document.SampleOptions
		want    string
	}{
		{both, document.SampleOptions{}, `{"a":"a","c":"c","d":"d","e":"e"}`},
		{both, document.SampleOptions{Use: document.InRequest}, `{"b":"b","c":"c","d":"d","f":"f"}`},
		{both, document.SampleOptions{Required: true}, `{"a":"a","c":"c"}`},
		{both, document.SampleOptions{Use: document.InRequest, Required: true}, `{"b":"b","c":"c"}`},
		{"A: {type: array, items: {type: integer}}", document.SampleOptions{Required: true}, "[]"},
		{"A: {type: object, minProperties: 1, properties: {a: {type: string, readOnly: true}, b: {type: string}}}", document.SampleOptions{Use: document.InRequest, Required: true}, `{"b":"b"}`},
		{"A: {type: string}", request, `"jar-id"`},
		{"A: {type: array, items: {type: string}}", request, `["jar-id"]`},
		{"A: {type: object, properties: {Lid_Size: {type: string}}}", request, `{"Lid_Size":"lid-size"}`},
		{"A: {}", request, `"jar-id"`},
		{"A: {properties: {a: {}}}", request, `{"a":{}}`},
		{"A: {type: string}", document.SampleOptions{Name: "名"}, `"x"`},
		{"A: {type: string, minLength: 70}", request, `"` + strings.Repeat("jar-id-", 9) + `jar-id-jar-id"`},
		{"A: {type: string, maxLength: 2}", request, `"ja"`},
		{"A: {type: string, pattern: '^(?!x)'}", request, `"jar-id"?`},
		{"A: {type: string, pattern: '^a\\b[0-9]$', example: a9}", request, `"a9"?`},
		{"A: {type: integer, minimum: 2, maximum: 1}", request, "2?"},
		{"A: {type: string, example: ''}", request, `""`},
		{"A: {type: string, example: ''}", path, `"jar-id"`},
		{"A: {type: string, enum: ['', .., a]}", path, `"a"`},
		{"A: {type: string, enum: ['', .]}", path, `"jar-id"?`},
		{"A: {type: array, example: [], items: {type: string}}", path, `["jar-id"]`},
		{"A: {type: array, example: [''], items: {type: string}}", path, `["jar-id"]`},
		{"A: {type: array, example: ['', ''], items: {type: string}}", path, `["",""]`},
		{"A: {type: array, maxItems: 0, items: {type: string}}", path, `["jar-id"]?`},
		{"A: {type: array, example: [], maxItems: 0, items: {type: string}}", path, `["jar-id"]?`},
		{"A: {type: array, minItems: 2, items: {type: string, example: ''}}", path, `["",""]`},
		{"A: {type: integer}", path, "1"},
		{"A: {required: [b]}", request, `{"b":{}}`},
		{"A: {properties: {a: {$ref: '#/components/schemas/A'}}}", document.SampleOptions{}, "{}?"},
		{"A: {type: object, required: [b], properties: {b: {$ref: '#/components/schemas/B'}}}\nB: {not: {$ref: '#/components/schemas/C'}}\nC: {items: {$ref: '#/components/schemas/B'}}", document.SampleOptions{}, "null?"},
	} {
		d, ref := schemasOf(t, c.schema)
		v, ok := d.Sample(ref, c.options)
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			text = append(text, '?')
		}
		if string(text) != c.want {
			t.Errorf("%s, %+v:\n  %s, want %s", c.schema, c.options, text, c.want)
		}
	}
	if v, ok := load(t, head+"paths: {}").Sample(nil, document.SampleOptions{}); !ok || len(v.(map[string]any)) != 0 {
		t.Errorf("the sample of no schema is %v, %v", v, ok)
	}
}

// TestOrdered: members stand as the document lists them, in what is nested as well.
func TestOrdered(t *testing.T) {
	d, ref := schemasOf(t, `A:
  allOf:
    - $ref: '#/components/schemas/B'
    - properties: {m: {type: array, items: {$ref: '#/components/schemas/B'}}}
  oneOf: [{properties: {k: {}}}]
  additionalProperties: {$ref: '#/components/schemas/B'}
B: {type: object, properties: {z: {}, a: {}}}
C: {type: object, properties: {b: {}}, allOf: [{$ref: '#/components/schemas/C'}]}`)
	v := map[string]any{
		"b": map[string]any{"a": 1, "z": "<"}, "a": 1, "k": 2, "z": nil,
		"m": []any{map[string]any{"a": 1, "z": 2}},
	}
	for _, c := range []struct {
		ref  *openapi3.SchemaRef
		want string
	}{
		{ref, `{"z":null,"a":1,"m":[{"z":2,"a":1}],"k":2,"b":{"z":"<","a":1}}`},
		{nil, `{"a":1,"b":{"a":1,"z":"<"},"k":2,"m":[{"a":1,"z":2}],"z":null}`},
		{d.Components.Schemas["C"], `{"b":{"a":1,"z":"<"},"a":1,"k":2,"m":[{"a":1,"z":2}],"z":null}`},
	} {
		var b strings.Builder
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(d.Ordered(c.ref, v)); err != nil || strings.TrimSpace(b.String()) != c.want {
			t.Errorf("%s, %v, want %s", b.String(), err, c.want)
		}
	}
}

// TestExactIntegers: 64 bits end at 2^63-1, though a float64 cannot tell it from 2^63.
func TestExactIntegers(t *testing.T) {
	whole := &openapi3.Schema{Type: &openapi3.Types{"integer"}, Format: "int64"}
	deep := openapi3.NewObjectSchema().WithProperty("sizes", openapi3.NewArraySchema().WithItems(whole))
	for text, want := range map[string]bool{
		"9223372036854775807": true, "9223372036854775808": false, "9223372036854775900": false, "-9223372036854775808": true, "-9223372036854775809": false, "92233720368547758080": false, "7": true,
	} {
		n := json.Number(text)
		in := map[string]any{"sizes": []any{json.Number("1"), n}}
		if (document.CheckValue(whole, n) == nil) != want || (document.CheckValue(deep, in) == nil) != want {
			t.Errorf("%s is %v, want %v", text, !want, want)
		}
		if in["sizes"].([]any)[1] != n {
			t.Errorf("%s was changed in the value that is checked", text)
		}
	}
}

// TestExactLimits: a limit of 2^53 does not take 2^53+1, nor does one of -2^53 take less.
func TestExactLimits(t *testing.T) {
	s := openapi3.NewInt64Schema().WithMin(-(1 << 53)).WithMax(1 << 53)
	for text, want := range map[string]bool{"9007199254740991": true, "9007199254740992": true, "9007199254740993": false, "-9007199254740992": true, "-9007199254740993": false} {
		if (document.CheckValue(s, json.Number(text)) == nil) != want {
			t.Errorf("%s is %v, want %v", text, !want, want)
		}
	}
}

// TestCheckValue: schemas of which the library never returns are an error.
func TestCheckValue(t *testing.T) {
	for schema, want := range map[string]string{
		"A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}":                                             "",
		"A: {maxProperties: 9, properties: {a: {$ref: '#/components/schemas/A'}}}":                                         "",
		"A: {properties: {a: {$ref: '#/components/schemas/B'}}}\nB: {type: object, not: {$ref: '#/components/schemas/A'}}": "",
		"A: {properties: {a: {$ref: '#/components/schemas/A'}}}":                                                           "itself",
		"A: {type: array, items: {$ref: '#/components/schemas/B'}}\nB: {anyOf: [{$ref: '#/components/schemas/B'}]}":        "itself",
		"A: {additionalProperties: {$ref: '#/components/schemas/A'}}":                                                      "itself",
	} {
		_, ref := schemasOf(t, schema)
		err := document.CheckValue(ref.Value, nil)
		if got := err != nil && strings.Contains(err.Error(), "itself"); got != (want != "") {
			t.Errorf("%s: %v", schema, err)
		}
	}
	_, ref := schemasOf(t, "A: {type: string, maxLength: 1}")
	if document.CheckValue(ref.Value, "ab") == nil || document.CheckValue(ref.Value, "a") != nil || document.CheckValue(nil, 1) != nil {
		t.Error("a value is not checked against its schema")
	}
}
