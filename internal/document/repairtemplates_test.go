package document_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestTemplates: parameters of paths as frameworks write them are those of OpenAPI, and slashes in
// values that go on over several segments stay.
func TestTemplates(t *testing.T) {
	for text, want := range map[string]string{
		"/a/{+b}":                     "/a/{b} b",
		"/a/{b*}":                     "/a/{b} b",
		"/a/{*b}/c":                   "/a/{b}/c b",
		"/a/{**b}":                    "/a/{b} b",
		"/a/{b...}":                   "/a/{b} b",
		"/a/{b=**}":                   "/a/{b} b",
		"/v1/{b=x/*/y/*}:go":          "/v1/{b}:go b",
		"/a/{b:path}":                 "/a/{b} b",
		"/a/{b:.*}":                   "/a/{b} b",
		"/a/{b:[0-9]{2,3}}/c":         "/a/{b}/c",
		"/a/{b?}":                     "/a/{b}",
		"/a/:b/c":                     "/a/{b}/c",
		"/a/*b":                       "/a/{b} b",
		"/a/{b}":                      "/a/{b}",
		"/a/x:b":                      "", // text, which no parameter stands in
		"/a/{b":                       "",
		"a/{b}":                       "/a/{b}",
		"/a/{b}{x-ms-skip}":           "",
		"/a/{b}:undelete/{;}/{ }/{=}": "",
	} {
		d, err := document.Load([]byte(head + "paths:\n  " + `"` + text + `": {get: {operationId: a, parameters: [{name: b, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok}}}}` + "\n"))
		if want == "" {
			if err == nil && !slices.Contains(d.Paths.InMatchingOrder(), text) {
				t.Errorf("%s is not the path any more: %v", text, d.Paths.InMatchingOrder())
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		got := d.Paths.InMatchingOrder()[0]
		if d.Paths.Value(got).Get.Parameters[0].Value.AllowReserved {
			got += " b"
		}
		if got != want {
			t.Errorf("%s is taken as %s, want %s", text, got, want)
		}
		if told := len(d.Warnings) > 0; told != (text != "/a/{b}") {
			t.Errorf("%s: told %v", text, d.Warnings)
		}
	}
}

// TestLongParameters: the mark is that of the path, not of all that share a parameter; two paths
// that would be one stay two.
func TestLongParameters(t *testing.T) {
	d := load(t, head+`paths:
  /a/{name=x/*}: {get: {operationId: a, parameters: [{$ref: '#/components/parameters/N'}], responses: {'200': {description: ok}}}}
  /a/{name=y/*}: {get: {operationId: b, parameters: [{$ref: '#/components/parameters/N'}], responses: {'200': {description: ok}}}}
  /b/{name}: {get: {operationId: c, parameters: [{$ref: '#/components/parameters/N'}], responses: {'200': {description: ok}}}}
  /{Key+}: {get: {operationId: d, parameters: [{name: Key+, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok}}}}
  /{scope}/x: {parameters: [{name: scope, in: path, required: true, x-ms-skip-url-encoding: true, schema: {type: string}}], get: {operationId: e, responses: {'200': {description: ok}}}}
  /c/{name=z/*}: {get: {operationId: f, responses: {'200': {description: ok}}}}
components: {parameters: {N: {name: name, in: path, required: true, schema: {type: string}}}}
`)
	for pointer, want := range map[string]string{
		"/paths/~1a~1{name}/get/parameters/0/allowReserved":           "true",
		"/paths/~1a~1{name}#name=y~1*/get/parameters/0/allowReserved": "true",
		"/paths/~1c~1{name}/get/parameters/0/allowReserved":           "true",
		"/paths/~1b~1{name}/get/parameters/0/$ref":                    `"#/components/parameters/N"`,
		"/components/parameters/N/allowReserved":                      "null",
		"/paths/~1{Key+}/get/parameters/0/allowReserved":              "true",
		"/paths/~1{scope}~1x/parameters/0/allowReserved":              "true",
	} {
		if got := at(t, d, pointer); got != want {
			t.Errorf("%s is %s, want %s", pointer, got, want)
		}
	}
}

// TestDefinitions: what schemas have beside them becomes components.
func TestDefinitions(t *testing.T) {
	for _, version := range []string{"3.0.3", "3.1.0"} {
		d := load(t, "openapi: "+version+`
info: {title: t, version: v}
paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: {$defs: {Jar: {type: string, maxLength: 3}, Lid: {$ref: '#/$defs/Jar'}}, type: object, properties: {jar: {$ref: '#/$defs/Lid'}}}
  /b: {get: {operationId: b, responses: {'200': {description: ok, content: {application/json: {schema: {definitions: {Jar: {type: integer}}, type: object, properties: {jar: {$ref: '#/definitions/Jar'}, deep: {$ref: '#/components/schemas/Box/properties/in/$defs/Deep'}}}}}}}}}
components:
  schemas:
    Box: {type: object, properties: {in: {type: object, $defs: {Deep: {type: boolean}}, properties: {x: {type: string}}}, at: {$ref: '#/components/schemas/Box/properties/in'}, $defs: {type: string}}}
`)
		for pointer, want := range map[string]string{
			"/paths/~1a/get/responses/200/content/application~1json/schema/properties/jar/$ref": `"#/components/schemas/Lid"`,
			"/components/schemas/Lid/$ref":      `"#/components/schemas/Jar"`,
			"/components/schemas/Jar/maxLength": "3",
			"/paths/~1b/get/responses/200/content/application~1json/schema/properties/jar/$ref": `"#/components/schemas/Jar_2"`,
			"/components/schemas/Jar_2/type": `"integer"`,
			"/paths/~1b/get/responses/200/content/application~1json/schema/properties/deep/$ref": `"#/components/schemas/Deep"`,
			"/components/schemas/Deep/type":                 `"boolean"`,
			"/components/schemas/Box/properties/at/$ref":    `"#/components/schemas/Box/properties/in"`,
			"/components/schemas/Box/properties/$defs/type": `"string"`,
		} {
			if got := at(t, d, pointer); got != want {
				t.Errorf("%s: %s is %s, want %s", version, pointer, got, want)
			}
		}
	}
	d := load(t, "openapi: 3.1.0\ninfo: {title: t, version: v}\npaths: {}\ncomponents: {schemas: {A: {$anchor: jar, type: string}, B: {type: object, properties: {a: {$ref: '#jar'}, b: {$ref: '#lid'}, lid: {$anchor: lid, type: integer}}}}}\n")
	if got := at(t, d, "/components/schemas/B/properties"); !strings.Contains(got, `"b":{"$ref":"#/components/schemas/lid"}`) {
		t.Errorf("the anchors lead to %s", got)
	}
}

// TestReferredDefinitions: a component that something beside it refers to by another way stays one, and
// mappings of a discriminator lead where its references do.
func TestReferredDefinitions(t *testing.T) {
	d := load(t, head+`paths: {}
components:
  schemas:
    Vault: {$anchor: vault, type: object, properties: {next: {$ref: '#vault'}}}
    Pet:
      $defs: {Cat: {type: object, properties: {kind: {type: string}}}, Dog: {type: object, properties: {kind: {type: string}}}}
      oneOf: [{$ref: '#/$defs/Cat'}, {$ref: '#/$defs/Dog'}]
      discriminator: {propertyName: kind, mapping: {c: '#/$defs/Cat', d: '#/$defs/Dog'}}
`)
	for pointer, want := range map[string]string{
		"/components/schemas/Vault/properties/next/$ref":  `"#/components/schemas/Vault"`,
		"/components/schemas/Pet/oneOf/0/$ref":            `"#/components/schemas/Cat"`,
		"/components/schemas/Pet/discriminator/mapping/c": `"#/components/schemas/Cat"`,
		"/components/schemas/Pet/discriminator/mapping/d": `"#/components/schemas/Dog"`,
	} {
		if got := at(t, d, pointer); got != want {
			t.Errorf("%s is %s, want %s", pointer, got, want)
		}
	}
}

// TestOnlyValues: a required parameter with one value is sent by itself, unless the caller may have to
// say how, or the value makes another path.
func TestOnlyValues(t *testing.T) {
	for parameter, want := range map[string]any{
		"in: query, required: true, schema: {type: string, enum: [a]}":                         "a",
		"in: query, required: true, schema: {type: integer, enum: [10000000]}":                 float64(10000000),
		"in: path, required: true, schema: {type: string, enum: [v3]}":                         "v3",
		"in: query, schema: {type: string, enum: [a]}":                                         nil,
		"in: query, required: true, allowEmptyValue: true, schema: {type: string, enum: [a]}":  nil,
		"in: query, required: true, schema: {type: integer, enum: [9007199254740993]}":         nil,
		"in: path, required: true, schema: {type: string, enum: ['..']}":                       nil,
		"in: path, required: true, schema: {type: string, enum: ['']}":                         nil,
		"in: path, required: true, style: label, schema: {type: string, enum: [a]}":            nil,
		"in: path, required: true, allowReserved: true, schema: {type: string, enum: ['a/b']}": nil,
		"in: header, required: true, schema: {type: string, enum: [a]}":                        "a",
		"in: query, required: true, schema: {type: string, nullable: true, enum: [a]}":         nil,
	} {
		d := load(t, head+"paths: {'/a/{p}': {get: {operationId: a, parameters: [{name: p, "+parameter+"}], responses: {'200': {description: ok}}}}}\n")
		ops, err := d.Operations()
		if err != nil {
			t.Fatal(err)
		}
		if got := ops[0].Params[0].Constant; got != want {
			t.Errorf("%s: %v, want %v", parameter, got, want)
		}
	}
}
