package document_test

import "testing"

// TestFormsThatAreNeeded: a form with a field that has to be there is a body that has to be there.
func TestFormsThatAreNeeded(t *testing.T) {
	for field, want := range map[string]bool{
		"{name: a, in: formData, type: string, required: true}":                                       true,
		"{name: a, in: formData, type: file, required: true}":                                         true,
		"{name: a, in: formData, type: string}":                                                       false,
		"{name: a, in: body, schema: {type: object, required: [b], properties: {b: {type: string}}}}": false,
	} {
		d := load(t, "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths:\n  /a: {post: {operationId: a, parameters: ["+field+
			", {name: b, in: query, type: string, required: true}], responses: {'204': {description: ok}}}}\n")
		ops, err := d.Operations()
		if err != nil {
			t.Fatal(err)
		}
		if got := ops[0].Body.Required; got != want {
			t.Errorf("%s: required %v", field, got)
		}
	}
}
