package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

const families = `openapi: 3.0.3
info: {title: t, version: "1"}
paths: {}
components:
  schemas:
    Pet: {type: object, required: [kind, name], properties: {kind: {type: string}, name: {type: string}}, discriminator: {propertyName: kind, mapping: {cat: Cat, old cat: '#/components/schemas/Cat', fish: Gone}}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
    Dog: {x-ms-discriminator-value: dog, allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {nose: {type: integer}}}]}
    Hound: {allOf: [{$ref: '#/components/schemas/Cat'}, {properties: {nose: {type: integer}}}]}
    # No discriminator, one in a schema with alternatives, one that contains itself, another writing only.
    Plain: {type: object, properties: {a: {type: string}}}
    Plainer: {allOf: [{$ref: '#/components/schemas/Plain'}, {properties: {b: {type: string}}}]}
    Either: {oneOf: [{$ref: '#/components/schemas/One'}], discriminator: {propertyName: kind}}
    One: {allOf: [{$ref: '#/components/schemas/Either'}, {properties: {b: {type: string}}}]}
    Ring: {discriminator: {propertyName: kind}, allOf: [{$ref: '#/components/schemas/Gnir'}, {properties: {b: {type: string}}}]}
    Gnir: {allOf: [{$ref: '#/components/schemas/Ring'}, {properties: {b: {type: string}}}]}
    Alias: {allOf: [{$ref: '#/components/schemas/Pet'}]}
`

func TestHeirs(t *testing.T) {
	doc, err := document.Load([]byte(families))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Pet":   "kind: Cat [cat old cat], Dog [dog], Hound [Hound]; of Alias Hound Pet cat dog fish old cat",
		"Cat":   "kind: Hound [Hound]; of Hound cat fish old cat",
		"Dog":   ": ; of ",
		"Plain": ": ; of ", "Either": ": ; of ", "Ring": ": ; of ", "Gnir": ": ; of ",
	} {
		found := doc.Heirs(name)
		var list []string
		for _, heir := range found.List {
			list = append(list, fmt.Sprint(document.SchemaName(heir.Ref.Ref), " ", heir.Values))
		}
		if got := found.Member + ": " + strings.Join(list, ", ") + "; of " + strings.Join(found.Values, " "); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
	for name, want := range map[string]string{"Hound": "kind Hound", "Cat": " ", "Pet": " ", "Plainer": " ", "One": " "} {
		member, value := doc.OwnName(name)
		if got := member + " " + value; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// TestSamplesOfFamilies: a sample says which schema of its family it is of.
func TestSamplesOfFamilies(t *testing.T) {
	doc, err := document.Load([]byte(families))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"Pet": "cat", "Hound": "Hound"} {
		v, fits := doc.Sample(&openapi3.SchemaRef{Ref: "#/components/schemas/" + name, Value: doc.Components.Schemas[name].Value}, document.SampleOptions{})
		if m, ok := v.(map[string]any); !fits || !ok || m["kind"] != want {
			t.Errorf("%s: %v", name, v)
		}
	}
}
