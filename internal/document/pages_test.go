package document

import (
	"errors"
	"strings"
	"testing"
)

// TestPagesOfObjects holds that what has pages is a list of objects.
func TestPagesOfObjects(t *testing.T) {
	const spec = `openapi: 3.0.3
info: {title: t, version: "1"}
paths:
  /a:
    get:
      operationId: ListA
      parameters: [{name: offset, in: query, schema: {type: integer}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {rows: {type: array, items: §}}}}}}}
      x-pagination: {style: offset, items: /rows, offset: offset}
`
	for item, want := range map[string]bool{
		"{type: object, properties: {id: {type: string}}}": true,
		"{type: object}": true,
		"{type: object, additionalProperties: {type: string}}":                        true,
		"{oneOf: [{type: object, properties: {id: {type: string}}}, {type: string}]}": true,
		"{type: string}":                       false,
		"{type: integer}":                      false,
		"{}":                                   false,
		"{type: array, items: {type: object}}": false,
		"{oneOf: [{type: string}, {type: array, items: {type: integer}}]}": false,
	} {
		d, err := Load([]byte(strings.Replace(spec, "§", item, 1)))
		if err != nil {
			t.Fatal(err)
		}
		ops, err := d.Operations()
		if err != nil {
			t.Fatal(err)
		}
		result, err := d.Result(ops[0], func(*Response) bool { return true })
		if err != nil {
			t.Fatal(err)
		}
		_, err = d.Pages(ops[0], result)
		var why Unclear
		switch {
		case want && err != nil:
			t.Errorf("%s: %v", item, err)
		case !want && !errors.As(err, &why):
			t.Errorf("%s: got %v", item, err)
		}
	}
}
