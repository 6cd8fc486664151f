package gogen_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestLongFamiliesAreTold: a family of many generations has conversions between the near ones, and says where there
// are none; a family of few says nothing.
func TestLongFamiliesAreTold(t *testing.T) {
	for n, cut := range map[int]bool{5: false, 40: true} {
		spec := head + "paths:\n  /x: {put: {operationId: put, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}, responses: {'204': {description: ok}}}}\n" +
			"components:\n  schemas:\n    S0: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}\n"
		for i := 1; i <= n; i++ {
			spec += fmt.Sprintf("    S%d: {allOf: [{$ref: '#/components/schemas/S%d'}, {properties: {p%d: {type: string}}}]}\n", i, i-1, i)
		}
		var told []string
		files, err := gogen.Generate([]byte(spec), gogen.Options{Package: "p", Warn: func(text string) { told = append(told, text) }})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(strings.Join(told, "\n"), "schemas/S0: so many schemas"); got != cut {
			t.Errorf("%d generations: told %q", n, told)
		}
		methods := 0
		for _, text := range files {
			methods += strings.Count(string(text), ") As")
		}
		if most := 16 * n; methods == 0 || methods > most {
			t.Errorf("%d generations: %d conversions", n, methods)
		}
	}
}
