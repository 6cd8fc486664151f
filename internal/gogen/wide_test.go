package gogen_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestWideParameter: a parameter whose schema has itself in many members gives an example of
// bounded size, not one with 50^5 values.
func TestWideParameter(t *testing.T) {
	var members strings.Builder
	for i := range 50 {
		fmt.Fprintf(&members, "        m%d: {$ref: '#/components/schemas/Wide'}\n", i)
	}
	text := "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    get:\n      operationId: getA\n" +
		"      parameters:\n      - {name: w, in: query, required: true, schema: {$ref: '#/components/schemas/Wide'}}\n" +
		"      responses: {'204': {description: x}}\n" +
		"components:\n  schemas:\n    Wide:\n      type: object\n      properties:\n" + members.String()
	files, err := gogen.Generate([]byte(text), gogen.Options{Package: "wide", Source: "wide.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range files {
		if len(file) > 200_000 {
			t.Errorf("%s has %d bytes", name, len(file))
		}
	}
}
