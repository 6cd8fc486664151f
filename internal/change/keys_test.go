package change

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// everything is a document that has one of each thing that can change a call; keyRows replace texts of it.
const everything = `openapi: 3.0.3
info: {title: lamps, version: v1}
servers: [{url: "https://{host}", variables: {host: {default: lamps.example.com}}}]
security: [{token: []}]
paths:
  /v1/lamps/{id}:
    post:
      operationId: FillLamp
      deprecated: false
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: q, in: query, schema: {type: string}}
        - {name: list, in: query, schema: {type: array, items: {type: string}}}
        - {name: json, in: query, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
        - {name: X-Ask, in: header, schema: {type: string}}
      requestBody:
        required: false
        content:
          application/json: {schema: {$ref: "#/components/schemas/Lamp"}}
          multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}, encoding: {file: {contentType: image/png}}}
      responses:
        "200":
          description: OK
          headers: {X-Total: {schema: {type: integer}}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Lamp"}}}
    get:
      operationId: ShowLamp
      x-accept: application/xml
      x-content-type: application/json
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: OK}}
components:
  schemas:
    Lamp:
      type: object
      additionalProperties: true
      properties:
        text: {type: string}
        number: {type: number}
        list: {type: array, items: {type: string}}
        map: {type: object, additionalProperties: {type: string}}
        union: {oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}], discriminator: {propertyName: kind, mapping: {a: "#/components/schemas/A", b: "#/components/schemas/B"}}}
    A: {type: object, required: [kind], properties: {kind: {type: string}, a: {type: string}}}
    B: {type: object, required: [kind], properties: {kind: {type: string}, b: {type: string}}}
    C: {type: object, required: [kind], properties: {kind: {type: string}, c: {type: string}}}
  securitySchemes:
    token: {type: apiKey, in: header, name: X-Auth-Token}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://a.example.com/t", scopes: {read: ""}}}}
`

const (
	theText   = "text: {type: string"
	theNumber = "number: {type: number"
	theList   = "        list: {type: array"
	theQuery  = "{name: q, in: query"
	theMany   = "{name: list, in: query"
)

// keyRows change one key each, in everything. silent says why a change of it is told in no line.
var keyRows = []struct{ key, old, new, silent string }{
	{"Schema.type", theText, "text: {type: integer", ""},
	{"Schema.format", theText, theText + ", format: date", ""},
	{"Schema.enum", theText, theText + ", enum: [a]", ""},
	{"Schema.default", theText, theText + ", default: a", ""},
	{"Schema.nullable", theText, theText + ", nullable: true", ""},
	{"Schema.readOnly", theText, theText + ", readOnly: true", ""},
	{"Schema.writeOnly", theText, theText + ", writeOnly: true", ""},
	{"Schema.deprecated", theText, theText + ", deprecated: true", ""},
	{"Schema.minLength", theText, theText + ", minLength: 1", ""},
	{"Schema.maxLength", theText, theText + ", maxLength: 9", ""},
	{"Schema.pattern", theText, theText + ", pattern: a", ""},
	{"Schema.minimum", theNumber, theNumber + ", minimum: 1", ""},
	{"Schema.maximum", theNumber, theNumber + ", maximum: 1", ""},
	{"Schema.exclusiveMinimum", theNumber + "}", theNumber + ", minimum: 1, exclusiveMinimum: true}", ""},
	{"Schema.exclusiveMaximum", theNumber + "}", theNumber + ", maximum: 1, exclusiveMaximum: true}", ""},
	{"Schema.multipleOf", theNumber, theNumber + ", multipleOf: 2", ""},
	{"Schema.minItems", theList, theList + ", minItems: 1", ""},
	{"Schema.maxItems", theList, theList + ", maxItems: 1", ""},
	{"Schema.uniqueItems", theList, theList + ", uniqueItems: true", ""},
	{"Schema.items", theList + ", items: {type: string}", theList + ", items: {type: integer}", ""},
	{"Schema.minProperties", "map: {type: object", "map: {type: object, minProperties: 1", ""},
	{"Schema.maxProperties", "map: {type: object", "map: {type: object, maxProperties: 1", ""},
	{"Schema.additionalProperties", "additionalProperties: true", "additionalProperties: false", ""},
	{"Schema.additionalProperties", "additionalProperties: {type: string}", "additionalProperties: {type: integer}", ""},
	{"Schema.properties", "        text: {type: string}\n", "", ""},
	{"Schema.required", "      additionalProperties: true\n", "      additionalProperties: true\n      required: [text]\n", ""},
	{"Schema.oneOf", `{$ref: "#/components/schemas/B"}]`, `{$ref: "#/components/schemas/B"}, {$ref: "#/components/schemas/C"}]`, ""},
	{"Schema.anyOf", "oneOf:", "anyOf:", "a choice is read alike in both writings"},
	{"Schema.allOf", "text: {type: string}", "text: {allOf: [{type: string, maxLength: 3}]}", ""},
	{"Schema.not", theText, theText + ", not: {enum: [a]}", ""},
	{"Schema.discriminator", ", discriminator: {propertyName: kind, mapping: {a: \"#/components/schemas/A\", b: \"#/components/schemas/B\"}}", "", ""},
	{"Discriminator.propertyName", "propertyName: kind", "propertyName: type", ""},
	{"Discriminator.mapping", "mapping: {a: ", "mapping: {c: ", ""},
	{"Schema.allowEmptyValue", theText, theText + ", allowEmptyValue: true", "no key of OpenAPI"},
	{"Parameter.name", "name: q,", "name: r,", ""},
	{"Parameter.in", "name: q, in: query", "name: q, in: header", ""},
	{"Parameter.required", theQuery, theQuery + ", required: true", ""},
	{"Parameter.deprecated", theQuery, theQuery + ", deprecated: true", ""},
	{"Parameter.schema", theQuery + ", schema: {type: string}", theQuery + ", schema: {type: integer}", ""},
	{"Parameter.style", theMany, theMany + ", style: pipeDelimited, explode: false", ""},
	{"Parameter.explode", theMany, theMany + ", explode: false", ""},
	{"Parameter.allowEmptyValue", theQuery, theQuery + ", allowEmptyValue: true", ""},
	{"Parameter.allowReserved", theQuery, theQuery + ", allowReserved: true", ""},
	{"Parameter.content", "content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}", "schema: {type: object, properties: {a: {type: string}}}", ""},
	{"Parameter.content", "in: query, content: {application/json:", "in: query, content: {application/xml:", ""},
	{"Parameter.content", "{application/json: {schema: {type: object, properties: {a: {type: string}", "{application/json: {schema: {type: object, properties: {a: {type: integer}", ""},
	{"RequestBody.required", "required: false", "required: true", ""},
	{"RequestBody.content", "          application/json: {schema: {$ref: \"#/components/schemas/Lamp\"}}\n", "", ""},
	{"MediaType.schema", "application/json: {schema: {$ref: \"#/components/schemas/Lamp\"}}\n          multi", "application/json: {schema: {$ref: \"#/components/schemas/A\"}}\n          multi", ""},
	{"MediaType.encoding", ", encoding: {file: {contentType: image/png}}", "", ""},
	{"Encoding.contentType", "image/png", "image/gif", ""},
	{"Encoding.headers", "contentType: image/png", "contentType: image/png, headers: {X-A: {schema: {type: string}}}", ""},
	{"Encoding.style", "contentType: image/png", "style: spaceDelimited", ""},
	{"Encoding.explode", "contentType: image/png", "explode: true", ""},
	{"Encoding.allowReserved", "contentType: image/png", "allowReserved: true", ""},
	{"Response.headers", "headers: {X-Total: {schema: {type: integer}}}", "headers: {}", ""},
	{"Response.headers", "X-Total: {schema: {type: integer}}", "X-Total: {schema: {type: string}}", ""},
	{"Response.content", "content: {application/json: {schema: {$ref: \"#/components/schemas/Lamp\"}}}", "content: {}", ""},
	{"Operation.operationId", "operationId: FillLamp", "operationId: StuffLamp", ""},
	{"Operation.deprecated", "deprecated: false", "deprecated: true", ""},
	{"Operation.requestBody", everything[strings.Index(everything, "      requestBody:"):strings.Index(everything, "      responses:")], "", ""},
	{"Operation.responses", "        \"200\":\n", "        \"202\":\n", ""},
	{"Operation.security", "      operationId: FillLamp\n", "      operationId: FillLamp\n      security: []\n", ""},
	{"Operation.servers", "      operationId: FillLamp\n", "      operationId: FillLamp\n      servers: [{url: https://other.example.com}]\n", ""},
	{"Operation.parameters", "        - {name: q, in: query, schema: {type: string}}\n", "", ""},
	{"Operation.callbacks", "      operationId: FillLamp\n", "      operationId: FillLamp\n      callbacks: {done: {\"{$request.body#/url}\": {post: {responses: {\"200\": {description: OK}}}}}}\n", ""},
	{"PathItem.servers", "  /v1/lamps/{id}:\n", "  /v1/lamps/{id}:\n    servers: [{url: https://other.example.com}]\n", ""},
	{"PathItem.parameters", "  /v1/lamps/{id}:\n", "  /v1/lamps/{id}:\n    parameters: [{name: r, in: query, required: true, schema: {type: string}}]\n", ""},
	{"T.paths", "/v1/lamps/", "/v2/lamps/", ""},
	{"T.security", "security: [{token: []}]\n", "", ""},
	{"T.servers", "https://{host}", "https://{host}/api", ""},
	{"Server.variables", "default: lamps.", "default: shades.", ""},
	{"SecurityScheme.name", "X-Auth-Token", "X-Token", ""},
	{"SecurityScheme.in", "type: apiKey, in: header", "type: apiKey, in: query", ""},
	{"SecurityScheme.type", "type: apiKey, in: header, name: X-Auth-Token", "type: http, scheme: basic", ""},
	{"x-accept", "x-accept: application/xml", "x-accept: application/json", ""},
	{"x-content-type", "x-content-type: application/json", "x-content-type: text/plain", ""},
	{"x-constant", theText, theText + ", x-constant: a", ""},
	{"x-constant", theQuery + ", schema: {type: string", theQuery + ", schema: {type: string, x-constant: a", ""},
	{"x-lowest-version", "name: X-Ask, in: header, schema: {type: string", "name: X-Ask, in: header, schema: {type: string, x-lowest-version: '2.6'", ""},
	{"x-required", theText, theText + ", x-required: conditional", ""},
	{"x-timestamp", theText, theText + ", x-timestamp: true", ""},
	{"x-only-in-examples", theText, theText + ", x-only-in-examples: true", "where a fact comes from changes no call"},
	{"x-contradicted", theText, theText + ", x-contradicted: [{rule: maxLength, values: ['3']}]", "never a check"},
	{"x-corrected", theText, theText + ", x-corrected: https://example.org/1", "where a fact comes from changes no call"},
	{"x-error-codes", "info: {title: lamps, version: v1}\n", "info: {title: lamps, version: v1}\nx-error-codes: [{code: A.1}]\n", ""},
	{"x-pagination", "operationId: ShowLamp", "operationId: ShowLamp\n      x-pagination: {style: page, page: p, items: a, first: 0}", ""},
	{"x-variants", "operationId: ShowLamp", "operationId: ShowLamp\n      x-variants: [{operationId: ShowLamp, query: {q: a}}, {operationId: ShowLampB, query: {q: b}}]", ""},
	{"x-policy-only", "name: X-Ask, in: header", "name: X-Ask, in: header, x-policy-only: true", ""},
	{"x-go-name", theText, theText + ", x-go-name: Words", ""},
	{"x-go-name", "operationId: ShowLamp", "operationId: ShowLamp\n      x-go-name: Look", ""},
	{"x-go-name", theQuery, theQuery + ", x-go-name: Words", ""},
	{"SecurityScheme.flows", "security: [{token: []}]", "security: [{oauth: []}]", ""},
	{"SecurityScheme.scheme", "type: apiKey, in: header, name: X-Auth-Token", "type: http, scheme: bearer", ""},
}

// texts are told as a number of edited texts.
var textKeys = []string{
	"Schema.title", "Schema.description", "Parameter.description", "Operation.summary", "Operation.description",
}

// noRow are the keys that no row is about, with the reason.
var noRow = map[string]string{
	"T.openapi": "the version of OpenAPI", "T.info": "about the document", "T.tags": "how it is ordered", "T.externalDocs": "where more is told",
	"T.components": "what it holds is told where it is used", "T.webhooks": v31, "T.jsonSchemaDialect": v31,
	"PathItem.$ref": "what it refers to is read", "PathItem.summary": text0, "PathItem.description": text0, "PathItem.query": v32, "PathItem.additionalOperations": v32,
	"PathItem.connect": anOperation, "PathItem.delete": anOperation, "PathItem.get": anOperation, "PathItem.head": anOperation, "PathItem.options": anOperation,
	"PathItem.patch": anOperation, "PathItem.post": anOperation, "PathItem.put": anOperation, "PathItem.trace": anOperation,
	"x-enum-varnames": "gen makes its own names for constants, and what other tools make of them is theirs",
	"Operation.tags":  "how it is ordered", "Operation.externalDocs": "where more is told",
	"Parameter.example": anExample, "Parameter.examples": anExample,
	"RequestBody.description": text0, "Response.description": text0, "Response.links": "they lead from one call to another and change none",
	"MediaType.example": anExample, "MediaType.examples": anExample, "MediaType.itemSchema": v32,
	"Schema.example": anExample, "Schema.externalDocs": "where more is told", "Schema.xml": "JSON has none",
	"SecurityScheme.description": text0, "SecurityScheme.bearerFormat": "a hint for people", "SecurityScheme.openIdConnectUrl": "where a client learns how to log in",
	"Server.url": "see T.servers", "Server.description": text0, "x-source": "where a fact comes from changes no call",
}

const (
	v31         = "of OpenAPI 3.1, which is read as what 3.0 has for it"
	v32         = "of OpenAPI 3.2, which is not read"
	text0       = "a text that documents of pages do not have"
	anOperation = "an operation that comes or goes is told"
	anExample   = "an example that fits no longer is told, another one changes no call"
)

// schemas31 are keys of schemas of OpenAPI 3.1.
var schemas31 = []string{
	"const", "examples", "prefixItems", "contains", "minContains", "maxContains", "patternProperties", "dependentSchemas", "propertyNames",
	"unevaluatedItems", "unevaluatedProperties", "if", "then", "else", "dependentRequired", "$defs", "$schema", "$comment", "$id", "$anchor",
	"$dynamicRef", "$dynamicAnchor", "contentMediaType", "contentEncoding", "contentSchema",
}

// TestKeys: a change of any key is told, in both directions, unless a reason says that it changes no
// call; and each key that a document can hold has a row or a reason.
func TestKeys(t *testing.T) {
	load := func(text string) *Side {
		d, err := document.Load([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return &Side{Document: d}
	}
	known := map[string]bool{}
	for _, row := range keyRows {
		known[row.key] = true
		changed := strings.ReplaceAll(everything, row.old, row.new)
		if changed == everything {
			t.Errorf("%s: %q is not there", row.key, row.old)
		}
		for _, way := range [][2]string{{everything, changed}, {changed, everything}} {
			r, err := Compare("lamps", load(way[0]), load(way[1]))
			if err != nil {
				t.Errorf("%s: %v", row.key, err)
			} else if silent := len(lines(r)) == 0; silent != (row.silent != "") {
				t.Errorf("%s: %q, and the reason to be silent is %q", row.key, lines(r), row.silent)
			}
		}
	}
	for _, key := range textKeys {
		known[key] = true
	}
	for _, key := range schemas31 {
		known["Schema."+key] = true
	}
	for key, reason := range noRow {
		if known[key] || reason == "" {
			t.Errorf("%s has a row too, or no reason", key)
		}
		known[key] = true
	}
	for key := range keysOfDocuments() {
		if !known[key] {
			t.Errorf("%s: nobody has looked whether a change of it is told", key)
		}
		delete(known, key)
	}
	for key := range known {
		t.Errorf("%s: no document can hold that key", key)
	}
}

// TestEditedTexts: a text that is edited is counted, and no line.
func TestEditedTexts(t *testing.T) {
	for key, edit := range map[string][2]string{
		"Schema.title": {theText, theText + ", title: t"}, "Schema.description": {theText, theText + ", description: t"},
		"Parameter.description": {theQuery, theQuery + ", description: t"},
		"Operation.summary":     {"operationId: ShowLamp", "operationId: ShowLamp\n      summary: t"}, "Operation.description": {"operationId: ShowLamp", "operationId: ShowLamp\n      description: t"},
	} {
		if !slices.Contains(textKeys, key) {
			t.Errorf("%s is not listed", key)
		}
		old, err := document.Load([]byte(everything))
		if err != nil {
			t.Fatal(err)
		}
		new, err := document.Load([]byte(strings.Replace(everything, edit[0], edit[1], 1)))
		if err != nil {
			t.Fatal(err)
		}
		if r, err := Compare("lamps", &Side{Document: old}, &Side{Document: new}); err != nil || r.Prose != 1 || len(lines(r)) > 0 {
			t.Errorf("%s: %v, %d texts, %q", key, err, r.Prose, lines(r))
		}
	}
}

// keysOfDocuments are the keys of OpenAPI, each after what has it, and our x- keys.
func keysOfDocuments() map[string]bool {
	out := map[string]bool{}
	for _, has := range []any{
		openapi3.T{}, openapi3.PathItem{}, openapi3.Operation{}, openapi3.Parameter{}, openapi3.RequestBody{}, openapi3.Response{},
		openapi3.MediaType{}, openapi3.Encoding{}, openapi3.Schema{}, openapi3.Discriminator{}, openapi3.SecurityScheme{}, openapi3.Server{},
	} {
		of := reflect.TypeOf(has)
		for i := range of.NumField() {
			if key, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ","); key != "" && key != "-" {
				out[of.Name()+"."+key] = true
			}
		}
	}
	for _, key := range document.Keys() {
		out[key.Name] = true
	}
	return out
}

// TestWordsOfKeys: these keys are told in words of ours, one line for callers and readers.
func TestWordsOfKeys(t *testing.T) {
	want := map[string]string{
		"Schema.readOnly":  "Lamp.text: read-only, warning callers, compatible readers",
		"Schema.writeOnly": "Lamp.text: write-only, compatible callers, compatible readers",
		"Schema.oneOf":     "Lamp.union: may be C, compatible callers, breaking readers",
		"x-accept":         "ShowLamp header Accept: demanded: application/xml → application/json, breaking callers",
		"x-required":       "Lamp.text: mandatory in some cases, warning callers",
		"x-timestamp":      "Lamp.text: a timestamp, warning Go programs",
		"x-lowest-version": `FillLamp header X-Ask: sent without being given: none → "2.6", warning Go programs`,
		"Schema.not":       `Lamp.text: excluded values none → {"enum":["a"]}, breaking callers, compatible readers`,
	}
	for _, row := range keyRows {
		if want[row.key] == "" {
			continue
		}
		var sides [2]*Side
		for i, text := range []string{everything, strings.ReplaceAll(everything, row.old, row.new)} {
			d, err := document.Load([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			sides[i] = &Side{Document: d}
		}
		if r, err := Compare("lamps", sides[0], sides[1]); err != nil || strings.Join(lines(r), "|") != want[row.key] {
			t.Errorf("%s: %v %q", row.key, err, lines(r))
		}
	}
}
