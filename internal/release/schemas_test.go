package release_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/rst2openapi/rst2openapi/internal/release"
)

// compiled is the schema of one file, with no other file at hand, wherever it lies.
func compiled(t *testing.T, text string) *jsonschema.Schema {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.UseLoader(jsonschema.SchemeURLLoader{}) // it finds nothing
	if err := compiler.AddResource("https://example.com/some/where.json", v); err != nil {
		t.Fatal(err)
	}
	s, err := compiler.Compile("https://example.com/some/where.json")
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return s
}

func valid(t *testing.T, s *jsonschema.Schema, text string) bool {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v) == nil
}

// TestSchemas uses each JSON Schema alone, for what its component allows and does not.
func TestSchemas(t *testing.T) {
	out := files(t, []release.Set{{Name: "lamps", Text: []byte(lamps)}}, release.Options{})
	for file, cases := range map[string]map[string]bool{
		"Lamp": {
			`{"watts": 5, "id": null, "twin": {"z": "x", "a": [1]}}`: true,
			`{"watts": 0}`:                   false,
			`{"id": "x"}`:                    false,
			`{"watts": 5, "twin": {"z": 1}}`: false,
		},
		"lamp-2": {`{"z": "x", "a": 1}`: true, `{"z": 1}`: false},
		"Any":    {`1`: true, `{}`: true},
	} {
		s := compiled(t, out["lamps/schemas/"+file+".schema.json"])
		for text, good := range cases {
			if valid(t, s, text) != good {
				t.Errorf("%s: %s: want %t", file, text, good)
			}
		}
	}
}

// chain is a document whose schemas refer to each other, and to a part of one.
const chain = `openapi: 3.0.3
info: {title: Chains, version: v1}
paths: {}
components:
  schemas:
    Link: {type: object, properties: {next: {$ref: '#/components/schemas/Link'}, hook: {$ref: '#/components/schemas/Hook'}, note: {type: string, example: 'x\"$ref": "#/components/schemas/Hook'}}}
    Hook: {type: object, required: [size], properties: {size: {type: integer}, of: {$ref: '#/components/schemas/Link'}, as: {$ref: '#/components/schemas/Link/properties/note'}}}
    Plain: {type: string}
`

// TestSchemasAlone: a schema holds what it leads to and no more, itself is the whole file, and no
// other set has a schema of its $id.
func TestSchemasAlone(t *testing.T) {
	out := files(t, []release.Set{{Name: "chains", Text: []byte(chain)}, {Name: "two chains", Text: []byte(chain)}}, release.Options{})
	for file, wants := range map[string][]string{
		"Link":  {`"$ref": "#"`, `"$ref": "#/$defs/Hook"`, `"$ref": "#/properties/note"`, `"urn:rst2openapi:chains:Link"`},
		"Hook":  {`"$ref": "#"`, `"$ref": "#/$defs/Link"`, `"$ref": "#/$defs/Link/properties/note"`},
		"Plain": {`"type": "string"`},
	} {
		text := out["chains/schemas/"+file+".schema.json"]
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %s:\n%s", file, want, text)
			}
		}
		if strings.Contains(text, "Plain\":") || strings.Contains(text, `"`+file+`":`) || file == "Plain" && strings.Contains(text, "$defs") {
			t.Errorf("%s has what nothing in it refers to:\n%s", file, text)
		}
	}
	for file, cases := range map[string]map[string]bool{
		"Link": {`{"next": {"next": {"hook": {"size": 1}}}}`: true, `{"next": {"hook": {}}}`: false, `{"next": {"next": {"note": 1}}}`: false},
		"Hook": {`{"size": 1, "of": {"hook": {"size": 2}}, "as": "x"}`: true, `{"size": 1, "of": {"hook": {}}}`: false, `{"size": 1, "as": 1}`: false},
	} {
		s := compiled(t, out["chains/schemas/"+file+".schema.json"])
		for text, good := range cases {
			if valid(t, s, text) != good {
				t.Errorf("%s: %s: want %t", file, text, good)
			}
		}
	}
	compiler := jsonschema.NewCompiler() // one program may know all of them
	for name, text := range out {
		if strings.HasSuffix(name, ".schema.json") {
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			id := v.(map[string]any)["$id"].(string)
			if err := compiler.AddResource(id, v); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if _, err := compiler.Compile(id); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if !strings.Contains(out["two chains/schemas/Link.schema.json"], `"urn:rst2openapi:two%20chains:Link"`) || strings.Contains(out["index.json"], "schemas_need_folder") {
		t.Error(out["two chains/schemas/Link.schema.json"], out["index.json"])
	}
	for _, base := range []string{"https://example.com/apis", "https://example.com/apis/"} {
		text := files(t, []release.Set{{Name: "two chains", Text: []byte(chain)}}, release.Options{Base: base})["two chains/schemas/Link.schema.json"]
		if !strings.Contains(text, `"$id": "https://example.com/apis/two%20chains/schemas/Link.schema.json"`) {
			t.Errorf("published below %s:\n%s", base, text)
		}
	}
}

// TestSchemasOfFolder: schemas that all refer to each other would be large with the square of their
// number, and stand as files of one folder.
func TestSchemasOfFolder(t *testing.T) {
	const n = 350
	var b strings.Builder
	b.WriteString("openapi: 3.0.3\ninfo: {title: Rings, version: v1}\npaths: {}\ncomponents:\n  schemas:\n")
	for i := range n {
		fmt.Fprintf(&b, "    R%d: {type: object, description: %s, properties: {next: {$ref: '#/components/schemas/R%d'}, mate: {$ref: '#/components/schemas/R%d/properties/size'}, size: {type: integer}}}\n",
			i, strings.Repeat("x", 600), (i+1)%n, (i+2)%n)
	}
	out := files(t, []release.Set{{Name: "rings", Text: []byte(b.String())}}, release.Options{})
	if !strings.Contains(out["index.json"], `"schemas_need_folder": true`) {
		t.Errorf("the index does not say it:\n%s", out["index.json"])
	}
	compiler := jsonschema.NewCompiler()
	for name, text := range out {
		if file, ok := strings.CutPrefix(name, "rings/schemas/"); ok {
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := compiler.AddResource("https://example.com/"+file, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	s, err := compiler.Compile("https://example.com/R0.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if !valid(t, s, `{"next": {"next": {"mate": 1}}}`) || valid(t, s, `{"next": {"next": {"mate": "x"}}}`) {
		t.Error("the schema of a folder does not follow its references")
	}
}

// TestSchemasOfElsewhere: a reference that no file could follow is told.
func TestSchemasOfElsewhere(t *testing.T) {
	text := strings.Replace(chain, "paths: {}", "paths: {}\nx-more: {a: {type: string}}", 1)
	text = strings.Replace(text, "'#/components/schemas/Link/properties/note'", "'#/x-more/a'", 1)
	_, err := release.Files([]release.Set{{Name: "chains", Text: []byte(text)}}, release.Options{})
	if err == nil || !strings.Contains(err.Error(), `chains: the schema Hook refers to "#/x-more/a"`) {
		t.Error(err)
	}
}

// printed is a document with values that look like references, and properties with the names of keywords.
const printed = `openapi: 3.0.3
info: {title: Prints, version: v1}
paths: {}
components:
  schemas:
    Print:
      type: object
      properties:
        link: {type: object, default: {$ref: x}, example: {$ref: '#/components/schemas/Plain'}, enum: [{$ref: y}], x-more: {$ref: z}}
        default: {$ref: '#/components/schemas/Plain'}
        $ref: {type: string}
        any: {oneOf: [{$ref: '#/components/schemas/Plain'}, {type: integer}]}
        all: {type: array, items: {type: object, additionalProperties: {not: {$ref: '#/components/schemas/Plain'}}}}
    Plain: {type: string}
`

// TestSchemasOfValues: a value that looks like a reference stays as it is, and a property may have the name
// of a keyword whose value would be none.
func TestSchemasOfValues(t *testing.T) {
	text := files(t, []release.Set{{Name: "prints", Text: []byte(printed)}}, release.Options{})["prints/schemas/Print.schema.json"]
	for _, want := range []string{`"$ref": "x"`, `"$ref": "y"`, `"$ref": "z"`, `"$ref": "#/components/schemas/Plain"`} {
		if strings.Count(text, want) != 1 {
			t.Errorf("want %s once in\n%s", want, text)
		}
	}
	if strings.Count(text, `"$ref": "#/$defs/Plain"`) != 3 {
		t.Errorf("want three references in\n%s", text)
	}
	s := compiled(t, strings.NewReplacer(`"enum"`, `"x-enum"`).Replace(text))
	for text, good := range map[string]bool{
		`{"default": "x", "any": 1, "all": [{"a": 1}]}`: true, `{"default": 1}`: false, `{"$ref": 1}`: false,
		`{"any": true}`: false, `{"all": [{"a": "x"}]}`: false,
	} {
		if valid(t, s, text) != good {
			t.Errorf("%s: want %t", text, good)
		}
	}
}

// TestSchemasBelowOddBase: whatever the address is, the schemas are JSON that says it.
func TestSchemasBelowOddBase(t *testing.T) {
	for base, want := range map[string]string{
		"https://example.com/\xff":       "https://example.com/\uFFFD/",
		"https://example.com/\U000E0001": "https://example.com/\U000E0001/",
		"https://example.com/a\"&\\b":    "https://example.com/a\"&\\b/",
	} {
		text := files(t, []release.Set{{Name: "chains", Text: []byte(chain)}}, release.Options{Base: base})["chains/schemas/Plain.schema.json"]
		var schema struct {
			ID string `json:"$id"`
		}
		if err := json.Unmarshal([]byte(text), &schema); err != nil || schema.ID != want+"chains/schemas/Plain.schema.json" {
			t.Errorf("%q: %v, %q", base, err, schema.ID)
		}
	}
}
