package document_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestSearchOnce: a member that no schema has is not looked for in the same schema again,
// however many ways lead there. Without that this takes 40^8 steps.
func TestSearchOnce(t *testing.T) {
	refs := strings.Repeat("{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'},", 20)
	d, err := document.Load([]byte("openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" +
		"    A: {anyOf: [" + refs + "{type: object, properties: {last: {type: string}}}]}\n" +
		"    B: {oneOf: [" + refs + "]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	a := d.Components.Schemas["A"]
	if document.PartOf(a, "/none") != nil || document.PartOf(a, "/last") == nil || document.PartOf(d.Components.Schemas["B"], "/last") == nil {
		t.Error("the member last is there, none is not")
	}
}
