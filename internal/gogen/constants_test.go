package gogen_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestConstantNumbers: numbers that are sent, or tell structures apart, have all of their digits.
func TestConstantNumbers(t *testing.T) {
	files, err := gogen.Generate([]byte(head+`paths:
  /items/{id}:
    get:
      operationId: getItem
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer, enum: [1000000]}}
        - {name: limit, in: query, required: true, schema: {type: integer, enum: [10000000]}}
      responses: {'200': {description: ok, content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}}}}}
components:
  schemas:
    A: {type: object, required: [kind], properties: {kind: {type: integer, enum: [1000000]}}}
    B: {type: object, required: [kind], properties: {kind: {type: integer, enum: [2000000]}}}
`), gogen.Options{Package: "p", Source: "x.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, text := range files {
		all.Write(text)
	}
	for _, want := range []string{"/items/1000000", "limit=10000000", `"1000000"`, `"2000000"`} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("there is no %s", want)
		}
	}
	if strings.Contains(all.String(), "1e+06") || strings.Contains(all.String(), "1e%2B0") {
		t.Error("a number is written with an exponent")
	}
}

// TestRequiredLists: a required list of a query that has nothing in it is not sent, and is refused.
func TestRequiredLists(t *testing.T) {
	files, err := gogen.Generate([]byte(head+"paths:\n  /a: {get: {operationId: a, parameters: [{name: csv, in: query, required: true, explode: false, schema: {type: array, items: {type: string}}}], responses: {'200': {description: ok}}}}\n"),
		gogen.Options{Package: "p", Source: "x.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	if text := string(files["validate.gen.go"]); !strings.Contains(text, "len(") || strings.Contains(text, "Csv == nil") || strings.Contains(text, "CSV == nil") {
		t.Errorf("the check is\n%s", text)
	}
}
