package gogen_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestUncheckedIsTold: what a document says of the members of a body and is not checked is told, with its line; what
// is checked is not.
func TestUncheckedIsTold(t *testing.T) {
	for schema, want := range map[string]string{
		"{type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}], not: {anyOf: [{required: [a, b]}]}}": "",
		"{type: object, properties: {a: {}}, anyOf: [{required: [a]}, {required: [z]}]}":                                            `anyOf is not checked, since there is no property "z" (line 4)`,
		"{type: object, properties: {a: {}}, anyOf: [{required: [a]}, {maxProperties: 0, not: {}, required: [a]}]}":                 "anyOf is not checked: only alternatives",
		"{type: object, properties: {a: {}}, not: {properties: {a: {type: string}}}}":                                               "not is not checked: only alternatives",
		"{type: object, properties: {a: {}, b: {readOnly: true}}, oneOf: [{required: [a]}, {required: [b]}]}":                       "oneOf is not checked, since it asks for what is only read",
		"{type: object, properties: {a: {}, b: {readOnly: true}}, not: {required: [a, b]}}":                                         "not is not checked, since it asks for what is only read",
		"{type: object, properties: {a: {}, b: {readOnly: true}}, anyOf: [{required: [a], not: {required: [b]}}]}":                  "anyOf is not checked, since it asks for what is only read",
		"{type: object, properties: {a: {}, b: {readOnly: true}}, anyOf: [{required: [a]}, {required: [b]}]}":                       "",
		"{type: object, properties: {a: {}}, required: [a, z, y]}":                                                                  `required members are there which no property describes: "z", "y" (line 4)`,
		"{type: object, properties: {a: {}}, required: [kind], discriminator: {propertyName: kind}}":                                "",
		"{type: object, required: [a], anyOf: [{required: [a]}, {required: [b]}]}":                                                  "anyOf is not checked: only members of a schema with properties",
		"{oneOf: [{type: object, properties: {a: {}}}, {type: array, items: {}}], required: [a]}":                                   "required is not checked: only members of a schema with properties",
		"{oneOf: [{type: object, properties: {a: {}}}, {type: array, items: {}}]}":                                                  "",
		"{type: array, items: {}, required: [a]}":                                                                                   "",
		"{type: object, minProperties: 1}":                                                                                          "POST /x requestBody: the limits of the body are not checked",
		"{type: string, enum: [a]}":                                                                                                 "POST /x requestBody: the limits of the body are not checked",
		"{type: object}":                                                                                                            "",
		"{type: string}":                                                                                                            "",
		"{type: array, items: {allOf: [{type: string, pattern: ^a}, {pattern: z$}, {pattern: ^a}]}}":                                `items: the pattern "z$" is not checked: of several, the first is (line 4)`,
		"{type: object, properties: {a: {allOf: [{type: string, pattern: ^a}, {pattern: ^a}, {maxLength: 3}]}}}":                    "",
		"{type: string, not: {enum: [a]}}":                                                                                          "not is not checked",
		"{type: array, items: {}, maxItems: 2, nullable: true}":                                                                     "",
	} {
		spec := head + "paths:\n  /x: {post: {operationId: x, requestBody: {required: true, content: {application/json: {schema: " + schema + "}}}, responses: {'204': {description: ok}}}}\n"
		var told []string
		if _, err := gogen.Generate([]byte(spec), gogen.Options{Package: "p", Warn: func(text string) { told = append(told, text) }}); err != nil {
			t.Errorf("%s: %v", schema, err)
			continue
		}
		if got := strings.Join(told, "\n"); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: told %q, want %q", schema, got, want)
		}
	}
}

// TestHeadOfFamilyIsTold: what a schema without properties asks for is not checked where others have it in allOf; an
// object of which there are no others is checked.
func TestHeadOfFamilyIsTold(t *testing.T) {
	for heirs, want := range map[string]bool{"": false, "    Heir: {allOf: [{$ref: '#/components/schemas/Head'}, {properties: {kind: {type: string}}}]}\n": true} {
		spec := head + "paths: {}\ncomponents:\n  schemas:\n    Head: {type: object, required: [kind], discriminator: {propertyName: kind}}\n" + heirs
		var told []string
		if _, err := gogen.Generate([]byte(spec), gogen.Options{Package: "p", Warn: func(text string) { told = append(told, text) }}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(strings.Join(told, "\n"), "schemas/Head: required is not checked"); got != want {
			t.Errorf("%q: told %q", heirs, told)
		}
	}
}
