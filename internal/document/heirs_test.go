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
		member, value, _ := doc.OwnName(name)
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

// TestSampleOfMapping: a sample of a choice has the value that the mapping has for it, also by the name of the schema.
func TestSampleOfMapping(t *testing.T) {
	doc, err := document.Load([]byte(`openapi: 3.0.3
info: {title: t, version: "1"}
paths: {}
components:
  schemas:
    Any: {oneOf: [{$ref: '#/components/schemas/Boat'}], discriminator: {propertyName: kind, mapping: {boat: Boat}}}
    Boat: {type: object, required: [kind], properties: {kind: {type: string}}}
`))
	if err != nil {
		t.Fatal(err)
	}
	v, fits := doc.Sample(&openapi3.SchemaRef{Ref: "#/components/schemas/Any", Value: doc.Components.Schemas["Any"].Value}, document.SampleOptions{})
	if m, ok := v.(map[string]any); !fits || !ok || m["kind"] != "boat" {
		t.Errorf("%v (fits: %v)", v, fits)
	}
}

// TestWordsOfHeirs: without a mapping the word of a schema is what its member may be, else its name where the member
// may be that; a name that is only like a value is not a constant, and one that is none says nothing.
func TestWordsOfHeirs(t *testing.T) {
	doc, err := document.Load([]byte(`openapi: 3.0.3
info: {title: t, version: "1"}
paths: {}
components:
  schemas:
    Pet: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat, dog, Bird, FISH, fish]}}, discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
    Bird: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
    Fish: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
    Stone: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
    Beast: {type: object, required: [type], properties: {type: {type: string}}, discriminator: {propertyName: type}}
    Lion: {allOf: [{$ref: '#/components/schemas/Beast'}, {properties: {type: {$ref: '#/components/schemas/LionType'}}}]}
    LionType: {type: string, enum: [lion]}
    Seal: {allOf: [{$ref: '#/components/schemas/Beast'}, {properties: {type: {type: string, enum: [grey, lion]}}}]}
    Bear: {allOf: [{$ref: '#/components/schemas/Beast'}, {properties: {fur: {type: string}}}]}
    None: {type: object, properties: {a: {type: string, enum: [x]}}, discriminator: {propertyName: a}}
    Some: {allOf: [{$ref: '#/components/schemas/None'}, {properties: {fur: {type: string}}}]}
`))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Pet":   "kind: Bird [Bird], Cat [cat], Fish [], Stone []",
		"Beast": "type: Bear [Bear], Lion [lion], Seal [grey]",
		"None":  ": ",
	} {
		found := doc.Heirs(name)
		var list []string
		for _, heir := range found.List {
			list = append(list, fmt.Sprint(document.SchemaName(heir.Ref.Ref), " ", heir.Values))
		}
		if got := found.Member + ": " + strings.Join(list, ", "); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
	for name, want := range map[string]string{
		"Cat": " false", "Bird": "Bird false", "Fish": " false", "Stone": " false",
		"Lion": "lion false", "Seal": " false", "Bear": "Bear true",
	} {
		if _, value, guessed := doc.OwnName(name); fmt.Sprint(value, " ", guessed) != want {
			t.Errorf("%s: got %q %v, want %q", name, value, guessed, want)
		}
	}
}

// TestLongFamilies: a schema is an heir of the nearest that it has in allOf; a long chain says that some are left
// out, and then not which values there are. A flat family has all.
func TestLongFamilies(t *testing.T) {
	family := func(n int, parent func(i int) int) *document.Document {
		var b strings.Builder
		b.WriteString("openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    S0: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {zero: S0}}}\n")
		for i := 1; i <= n; i++ {
			fmt.Fprintf(&b, "    S%d: {allOf: [{$ref: '#/components/schemas/S%d'}, {properties: {p%d: {type: string}}}]}\n", i, parent(i), i)
		}
		doc, err := document.Load([]byte(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	chain, flat := family(40, func(i int) int { return i - 1 }), family(40, func(int) int { return 0 })
	for _, c := range []struct {
		what, name string
		doc        *document.Document
		heirs      int
		cut        bool
	}{
		{"chain", "S0", chain, 16, true},
		{"chain", "S23", chain, 16, true},
		{"chain", "S24", chain, 16, false},
		{"chain", "S39", chain, 1, false},
		{"chain", "S40", chain, 0, false},
		{"flat", "S0", flat, 40, false},
	} {
		got := c.doc.Heirs(c.name)
		if len(got.List) != c.heirs || got.Cut != c.cut || c.heirs > 0 && (got.Member != "kind" || (got.Values == nil) != c.cut) {
			t.Errorf("%s of the %s: %d heirs, cut %v, values %v", c.name, c.what, len(got.List), got.Cut, got.Values)
		}
	}
	if _, value, _ := chain.OwnName("S40"); value != "S40" {
		t.Errorf("the last of the chain is %q", value)
	}
}
