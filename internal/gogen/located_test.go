package gogen_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestLines: what is wrong with a document is told with its line.
func TestLines(t *testing.T) {
	const op = "paths:\n  /a:\n    get:\n      operationId: a\n      responses:\n        '200': {description: ok}\n"
	for name, c := range map[string]struct{ text, want string }{
		"a constant": {head + "paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      required: [a]\n      properties:\n        a: {type: integer, x-constant: word}\n",
			"does not fit the type int64 (line 10)"},
		"a schema of itself":  {head + "paths: {}\ncomponents:\n  schemas:\n    A: {allOf: [{$ref: '#/components/schemas/B'}]}\n    B: {allOf: [{$ref: '#/components/schemas/A'}]}\n", "(line 6)"},
		"another pagination":  {head + op + "      x-pagination: {style: cursor}\n", "is offset, page, marker or link (line 5)"},
		"two of one name":     {head + op + "    put:\n      operationId: A\n      responses: {'200': {description: ok}}\n", "(line 5)"},
		"a variant of nobody": {head + op + "      x-variants: [{summary: s}]\n", "the entry has no operationId (line 9)"},
	} {
		_, err := gogen.Generate([]byte(c.text), gogen.Options{Package: "p", Source: "x.yaml", Strict: true})
		if c.want != "" && (err == nil || !strings.HasSuffix(err.Error(), c.want) || strings.Count(err.Error(), "(line ") != 1) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}
