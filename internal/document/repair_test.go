package document_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

const aGet = "  /a:\n    get:\n      operationId: a\n      responses:\n        '200': {description: ok}\n"

// TestRepairs: faults that change no call are repaired and told, with their place.
func TestRepairs(t *testing.T) {
	schema := func(text string) string { return head + "paths: {}\ncomponents: {schemas: {A: " + text + "}}\n" }
	newer := func(text string) string { return strings.Replace(schema(text), "3.0.3", "3.1.0", 1) }
	for name, c := range map[string]struct{ text, want, pointer, value string }{
		"no version":         {"openapi: 3.0.3\ninfo: {title: t}\npaths: {}\n", "2:7: the document has no version", "/info/version", `"unversioned"`},
		"number as version":  {"openapi: 3.0.3\ninfo: {title: t, version: 1.10}\npaths: {}\n", "", "/info/version", `"1.10"`},
		"unused variable":    {head + "servers: [{url: 'https://a.example', variables: {x: {default: y}}}]\npaths: {}\n", `3:50: the variable "x" is not in the address`, "/servers/0/variables", "null"},
		"unknown variable":   {head + "servers: [{url: 'https://{r}.example'}, {url: 'https://b.example'}]\npaths: {}\n", `the variable "r" of the server's address has no value`, "/servers/0/url", `"https://b.example"`},
		"own variable":       {head + "servers: [{url: 'https://b.example'}]\npaths:\n" + aGet + "      servers: [{url: 'https://{r}.example'}]\n", "so the address is not used: calls go to the address of the path or the document", "/paths/~1a/get/servers", "[]"},
		"path's variable":    {head + "servers: [{url: 'https://b.example'}]\npaths:\n" + aGet + "    servers: [{url: 'https://{r}.example'}]\n", "so the address is not used: calls go to the address of the document", "/paths/~1a/servers", "null"},
		"first value":        {head + "servers: [{url: 'https://{r}.example', variables: {r: {enum: [a, b]}}}]\npaths: {}\n", `the variable "r" has no default`, "/servers/0/variables/r/default", `"a"`},
		"unknown scheme":     {head + "security: [{a: []}]\npaths: {}\n", `3:13: the security scheme "a" is not defined, so the document does not say what operations take`, "/security", "null"},
		"one unknown scheme": {head + "security: [{a: []}, {b: []}]\npaths: {}\ncomponents: {securitySchemes: {b: {type: http, scheme: basic}}}\n", `3:13: the security scheme "a" is not defined, so the requirement is ignored, and the others count`, "/security/0", `{"b":[]}`},
		"names by patterns":  {newer("{type: object, additionalProperties: false, patternProperties: {^a: {type: string}, ^b: {type: integer}}}"), "names of properties are not checked", "/components/schemas/A/additionalProperties", "null"},
		"names by a pattern": {newer("{type: object, additionalProperties: false, patternProperties: {^a: {type: string}}}"), "names of properties are not checked", "/components/schemas/A/additionalProperties/type", `"string"`},
		"names by none":      {newer("{type: object, additionalProperties: false, patternProperties: {}}"), "names of properties are not checked", "/components/schemas/A/additionalProperties", "false"},
		"array of anything":  {schema("{type: array}"), "4:34: an array without items may hold anything", "/components/schemas/A/items", "{}"},
		"required twice":     {schema("{type: object, required: [a, a]}"), `"a" is not a name, or given twice`, "/components/schemas/A/required", `["a"]`},
		"required truth":     {schema("{type: string, required: true}"), "required is a list", "/components/schemas/A/required", "null"},
		"misspelt key":       {schema("{type: string, maxLenght: 3}"), `4:42: "maxLenght" is not a member of a schema`, "/components/schemas/A/type", `"string"`},
		"type word":          {schema("{type: int}"), `"int" is not a type; integer is taken`, "/components/schemas/A/type", `"integer"`},
		"number as word":     {schema("{type: string, maxLength: '3', minLength: 1.0}"), "minLength: 1.0 is taken as 1", "/components/schemas/A/maxLength", "3"},
		"type of no kind":    {schema("{type: thing}"), `"thing" is not a type; any value is taken`, "/components/schemas/A/type", "null"},
		"empty oneOf":        {schema("{oneOf: []}"), "oneOf is an empty list", "/components/schemas/A/oneOf", "null"},
		"list of types":      {schema("{type: [string, 'null']}"), "a list of types is of OpenAPI 3.1", "/components/schemas/A/nullable", "true"},
		"unused parameter":   {head + "paths:\n" + aGet + "      parameters: [{name: b, in: path, required: true, schema: {type: string}}]\n", "the path /a has no {b}", "/paths/~1a/get/parameters", "null"},
		"unknown parameter":  {head + "paths:\n" + strings.Replace(aGet, "/a", "/a/{b}", 1), "no parameter describes {b} of the path /a/{b}", "/paths/~1a~1{b}/get/parameters/0/name", `"b"`},
		"parameter twice":    {head + "paths:\n" + aGet + "      parameters: [{name: b, in: query, schema: {}}, {name: b, in: query, schema: {type: string}}]\n", `the parameter "b" in query is given already`, "/paths/~1a/get/parameters", `[{"in":"query","name":"b","schema":{}}]`},
		"no schema":          {head + "paths:\n" + aGet + "      parameters: [{name: b, in: query, type: integer}]\n", "a parameter has no schema", "/paths/~1a/get/parameters/0/schema/type", `"integer"`},
		"small class":        {head + "paths:\n" + aGet + "        4xx: {description: bad}\n", `9:9: the status "4xx" is taken as 4XX`, "/paths/~1a/get/responses/4XX/description", `"bad"`},
		"no status":          {head + "paths:\n" + aGet + "        bad: {description: bad}\n", `"bad" is not a status`, "/paths/~1a/get/responses/bad", "null"},
		"no description":     {head + "paths:\n" + strings.Replace(aGet, "{description: ok}", "{}", 1), "", "/paths/~1a/get/responses/200/description", `""`},
		"one id twice":       {head + "paths:\n" + aGet + "    put: {operationId: a, responses: {'200': {description: ok}}}\n", `the operationId "a" is given already`, "/paths/~1a/put/operationId", "null"},
		"beside a $ref":      {head + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B', type: string}, B: {type: object}}}\n", `"type" beside $ref is ignored`, "/components/schemas/A/$ref", `"#/components/schemas/B"`},
		"null beside a $ref": {head + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B', nullable: true, description: b}, B: {type: object}}}\n", `4:60: "nullable" beside $ref counts, although OpenAPI 3.0 ignores it`, "/components/schemas/A",
			`{"allOf":[{"$ref":"#/components/schemas/B"}],"description":"b","nullable":true}`},
		"read-only beside a $ref": {head + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B', type: string, readOnly: true}, B: {type: object}}}\n", `"type" beside $ref is ignored`, "/components/schemas/A",
			`{"allOf":[{"$ref":"#/components/schemas/B"}],"readOnly":true}`},
		"not null beside a $ref": {head + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B', nullable: false}, B: {type: object}}}\n", "", "/components/schemas/A/$ref", `"#/components/schemas/B"`},
		"number or text":         {schema("{type: string, format: int-or-string, description: a port}"), "", "/components/schemas/A", `{"description":"a port","oneOf":[{"type":"integer"},{"type":"string"}]}`},
		"number or text by key":  {schema("{x-kubernetes-int-or-string: true, pattern: ^a}"), "", "/components/schemas/A", `{"oneOf":[{"type":"integer"},{"type":"string"}],"pattern":"^a","x-kubernetes-int-or-string":true}`},
		"number or text already": {schema("{x-kubernetes-int-or-string: true, anyOf: [{type: string}, {type: integer}]}"), "", "/components/schemas/A/oneOf", "null"},
		"number or object":       {schema("{x-kubernetes-int-or-string: true, type: object}"), "", "/components/schemas/A/oneOf", "null"},
		"JSON has places":        {"{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"t\", \"version\": \"v\"}, \"paths\": {},\n \"components\": {\"schemas\": {\"A\": {\"type\": \"array\"}}}}", "2:43: an array without items", "/components/schemas/A/items", "{}"},
		"lost schema":            {schema("{type: object, properties: {b: {$ref: '#/components/schemas/B'}}}"), `4:58: "#/components/schemas/B" leads to nothing; any value is taken`, "/components/schemas/A/properties/b", "{}"},
		"lost response":          {head + "paths:\n" + strings.Replace(aGet, "{description: ok}", "{$ref: '#/components/responses/B'}", 1), "leads to nothing; nothing is known of the response", "/paths/~1a/get/responses/200/description", `""`},
		"lost parameter":         {head + "paths:\n" + aGet + "      parameters: [{$ref: '#/components/parameters/B'}]\n", "leads to nothing; the parameter is ignored", "/paths/~1a/get/parameters", "null"},
		"form in 3.0":            {head + "paths:\n" + aGet + "      parameters: [{name: b, in: formData, schema: {type: string}}]\n", `"b" in formData is ignored`, "/paths/~1a/get/parameters", "null"},
		"no header":              {head + "paths:\n" + aGet + "      parameters: [{name: b c, in: header, schema: {type: string}}]\n", `"b c" cannot be the name of a header`, "/paths/~1a/get/parameters", "null"},
		"structure of */*":       {head + "paths:\n" + strings.Replace(aGet, "{description: ok}", "{description: ok, content: {'*/*': {schema: {type: object}}}}", 1), "", "/paths/~1a/get/responses/200/content", `{"application/json":{"schema":{"type":"object"}}}`},
		"text of */*":            {head + "paths:\n" + strings.Replace(aGet, "{description: ok}", "{description: ok, content: {'*/*': {schema: {type: string, format: binary}}}}", 1), "", "/paths/~1a/get/responses/200/content", `{"*/*":{"schema":{"format":"binary","type":"string"}}}`},
		"*/* beside XML":         {head + "paths:\n" + strings.Replace(aGet, "{description: ok}", "{description: ok, content: {'*/*': {schema: {type: object}}, text/xml: {schema: {type: object}}}}", 1), "", "/paths/~1a/get/responses/200/content/*~1*/schema", `{"type":"object"}`},
		"file or files":          {head + "paths:\n" + aGet + "      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {f: {oneOf: [{type: array, items: {type: string, format: binary}, maxItems: 2}, {type: string, format: binary}]}, t: {oneOf: [{type: string}, {type: array, items: {type: string}}]}}}}}}\n", "", "/paths/~1a/get/requestBody/content/multipart~1form-data/schema/properties/f", `{"items":{"format":"binary","type":"string"},"maxItems":2,"type":"array"}`},
		"text or texts":          {head + "paths:\n" + aGet + "      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {t: {oneOf: [{type: string}, {type: array, items: {type: string}}]}}}}}}\n", "", "/paths/~1a/get/requestBody/content/multipart~1form-data/schema/properties/t/oneOf/0", `{"type":"string"}`},
		"nothing":                {head + "paths:\n" + aGet, "", "/paths/~1a/get/operationId", `"a"`},
	} {
		d := load(t, c.text)
		var told []string
		for _, w := range d.Warnings {
			told = append(told, w.String())
		}
		if all := strings.Join(told, "\n"); !strings.Contains(all, c.want) || c.want == "" && all != "" {
			t.Errorf("%s: told %q, want %q", name, all, c.want)
		}
		if got := at(t, d, c.pointer); got != c.value {
			t.Errorf("%s: %s is %s, want %s", name, c.pointer, got, c.value)
		}
	}
}

// at is a value of a document as JSON.
func at(t *testing.T, d *document.Document, pointer string) string {
	t.Helper()
	text, err := d.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	if list, ok := strings.CutSuffix(pointer, "/0/url"); ok { // Get reads lists, too
		pointer = list + "/0/url"
	}
	out, err := json.Marshal(document.Get(v, pointer))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestNewer: what OpenAPI 3.1 says in its own words is said in those of 3.0.
func TestNewer(t *testing.T) {
	d := load(t, `
openapi: 3.1.0
info: {title: t, version: v, summary: s, license: {name: l, identifier: MIT}}
jsonSchemaDialect: https://example.com/d
webhooks: {w: {post: {}}}
paths:
  /a: {$ref: '#/components/pathItems/P'}
components:
  pathItems: {P: {get: {operationId: a, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}}
  schemas:
    A:
      type: object
      $defs: {D: {type: string, const: d}}
      properties:
        nullable: {type: [string, 'null'], examples: [one, two]}
        either: {type: [string, integer]}
        fixed: {const: 7}
        above: {type: integer, exclusiveMinimum: 3}
        maybe: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}
        perhaps: {oneOf: [{type: string, maxLength: 3}, {type: 'null'}]}
        file: {contentMediaType: application/octet-stream}
        code: {type: string, contentEncoding: base64}
        def: {$ref: '#/components/schemas/A/$defs/D'}
        tuple: {type: array, prefixItems: [{type: string}]}
        beside: {$ref: '#/components/schemas/B', maxProperties: 2}
        any: true
        modes: {oneOf: [{const: a, title: A, description: first}, {const: b, type: string}, {type: 'null'}]}
        levels: {type: integer, anyOf: [{const: 1}, {enum: [2]}]}
        mixed: {oneOf: [{const: a}, {const: 2}]}
        looser: {anyOf: [{const: a}, {type: string}]}
        raw: {type: string, contentEncoding: binary}
    B: {type: object, propertyNames: {pattern: x}}
`)
	for pointer, want := range map[string]string{
		"/openapi": `"3.0.3"`, "/paths/~1a/get/operationId": `"a"`,
		"nullable": `{"example":"one","nullable":true,"type":"string"}`,
		"either":   `{"oneOf":[{"type":"string"},{"type":"integer"}]}`,
		"fixed":    `{"enum":[7],"type":"integer"}`,
		"modes":    `{"enum":["a","b"],"nullable":true,"type":"string"}`,
		"levels":   `{"enum":[1,2],"type":"integer"}`,
		"mixed":    `{"oneOf":[{"enum":["a"],"type":"string"},{"enum":[2],"type":"integer"}]}`,
		"looser":   `{"anyOf":[{"enum":["a"],"type":"string"},{"type":"string"}]}`,
		"raw":      `{"format":"binary","type":"string"}`,
		"above":    `{"exclusiveMinimum":true,"minimum":3,"type":"integer"}`,
		"maybe":    `{"allOf":[{"$ref":"#/components/schemas/B"}],"nullable":true}`,
		"perhaps":  `{"maxLength":3,"nullable":true,"type":"string"}`,
		"file":     `{"format":"binary","type":"string"}`,
		"code":     `{"format":"byte","type":"string"}`,
		"def":      `{"$ref":"#/components/schemas/D"}`,
		"tuple":    `{"items":{},"type":"array"}`,
		"beside":   `{"allOf":[{"$ref":"#/components/schemas/B"}],"maxProperties":2}`,
		"any":      `{}`,
	} {
		if !strings.HasPrefix(pointer, "/") {
			pointer = "/components/schemas/A/properties/" + pointer
		}
		if got := at(t, d, pointer); got != want {
			t.Errorf("%s is %s, want %s", pointer, got, want)
		}
	}
	var told []string
	for _, w := range d.Warnings {
		told = append(told, w.String())
	}
	if got, want := strings.Join(told, "\n"), "5:1: 1 webhooks are left out: they are calls that the service makes\n"+
		"24:30: prefixItems: items for each place of an array are not checked, since OpenAPI 3.0 has no word for them\n"+
		"32:23: propertyNames: names of properties are not checked, since OpenAPI 3.0 has no word for them"; got != want {
		t.Errorf("told\n%s\nwant\n%s", got, want)
	}
}

// TestPathItems: a path item of components is that of each path that refers to it, beside what the
// path says itself.
func TestPathItems(t *testing.T) {
	d := load(t, `
openapi: 3.1.0
info: {title: t, version: v}
paths:
  /a/{x}: {$ref: '#/components/pathItems/P', post: {operationId: mine, responses: {'200': {description: ok}}}}
  /b/{y}: {$ref: '#/components/pathItems/P', summary: own}
components:
  pathItems: {P: {summary: shared, parameters: [{name: x, in: path, required: true, schema: {type: integer}}], get: {responses: {'200': {description: ok}}}}}
`)
	for pointer, want := range map[string]string{
		"/paths/~1a~1{x}/parameters/0/schema/type":  `"integer"`,
		"/paths/~1a~1{x}/get/parameters":            "null",
		"/paths/~1a~1{x}/post/operationId":          `"mine"`,
		"/paths/~1a~1{x}/summary":                   `"shared"`,
		"/paths/~1b~1{y}/get/parameters/0/name":     `"y"`,
		"/paths/~1b~1{y}/parameters":                "null",
		"/paths/~1b~1{y}/summary":                   `"own"`,
		"/paths/~1b~1{y}/get/responses/200/content": "null",
	} {
		if got := at(t, d, pointer); got != want {
			t.Errorf("%s is %s, want %s", pointer, got, want)
		}
	}
	if len(d.Warnings) != 3 || d.Warnings[0].String() != `6:46: "summary" is given beside $ref and in what this leads to; what is beside it counts` {
		t.Errorf("told %v", d.Warnings)
	}
}

// TestSecurityOfOperations: a scheme that is not defined, or that no request carries, changes nothing in
// what else an operation takes.
func TestSecurityOfOperations(t *testing.T) {
	const schemes = "security: [{token: []}]\ncomponents: {securitySchemes: {token: {type: http, scheme: bearer}, mtls: {type: mutualTLS}}}\n"
	op := func(security string) string {
		return "openapi: 3.1.0\ninfo: {title: t, version: v}\n" + schemes + "paths:\n" + aGet + "      security: " + security + "\n"
	}
	for name, c := range map[string]struct {
		text, sets string
		stated     bool
	}{
		"undefined":                    {op("[{none: []}]"), "[[token]]", true},
		"undefined beside":             {op("[{none: [], token: []}]"), "[[token]]", true},
		"undefined or":                 {op("[{none: []}, {token: []}]"), "[[token]]", true},
		"a certificate":                {op("[{mtls: []}]"), "[[]]", true},
		"a certificate beside a token": {op("[{mtls: [], token: []}]"), "[[token]]", true},
		"none":                         {op("[]"), "[]", true},
	} {
		ops, err := load(t, c.text).Operations()
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(ops[0].Security); got != c.sets || ops[0].SecurityStated != c.stated {
			t.Errorf("%s: %s, %v, want %s, %v", name, got, ops[0].SecurityStated, c.sets, c.stated)
		}
	}
}

// TestSwagger: a document of Swagger 2.0 keeps its order and places.
func TestSwagger(t *testing.T) {
	d := load(t, `swagger: '2.0'
info: {title: t, version: v}
host: a.example
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
paths:
  /z: {post: {operationId: z, parameters: [{in: body, name: b, required: true, schema: {$ref: '#/definitions/B'}}], responses: {200: {description: ok, schema: {$ref: '#/definitions/A'}}}}}
  /a: {get: {operationId: a, parameters: [{in: query, name: q, type: array, items: {type: string}, collectionFormat: multi}], responses: {200: {description: ok}}}}
definitions:
  B: {type: object, properties: {y: {type: string}, x: {type: array}}}
  A:
    type: object
  T: {items: [{type: string}, {type: integer}]}
`)
	for pointer, want := range map[string]string{
		"/servers": `[{"url":"https://a.example/v1"}]`,
		"/paths/~1z/post/requestBody/content/application~1json/schema/$ref": `"#/components/schemas/B"`,
		"/paths/~1a/get/parameters/0/schema/type":                           `"array"`,
	} {
		if got := at(t, d, pointer); got != want {
			t.Errorf("%s is %s, want %s", pointer, got, want)
		}
	}
	ops, err := d.Operations()
	if err != nil || len(ops) != 2 || ops[0].Where != "POST /z" {
		t.Errorf("operations %v, %v", ops, err)
	}
	if got := strings.Join(d.Properties(d.Components.Schemas["B"].Value), ","); got != "y,x" {
		t.Errorf("the properties of B are %s", got)
	}
	if got := d.Line("/components/schemas/A"); got != 13 {
		t.Errorf("A is in line %d", got)
	}
	if len(d.Warnings) != 2 || !strings.Contains(d.Warnings[0].String(), "12:") || !strings.Contains(d.Warnings[1].String(), "15:") {
		t.Errorf("told %v, want the array of anything and the items for each place", d.Warnings)
	}
}

// TestSwaggerCalls: a document of Swagger 2.0 becomes one that says the same of calls, or tells
// what it cannot say.
func TestSwaggerCalls(t *testing.T) {
	const swagger = "swagger: '2.0'\ninfo: {title: t, version: v}\nhost: a.example\nproduces: [text/plain]\n"
	parameter := func(text string) string {
		return swagger + "paths: {'/a/{p}': {parameters: [{in: path, name: p, required: true, type: string}], post: {parameters: [" + text + "], responses: {'200': {description: ok, schema: {type: string}}}}}}\n"
	}
	const list = ", name: q, type: array, items: {type: string}"
	const joined, commas, text = `"explode":false,`, `{"items":{"type":"string"},"type":"array"}`, `"schema":{"type":"string"}}`
	for name, c := range map[string]struct{ text, told, pointer, value string }{
		"commas by default": {parameter("{in: query" + list + "}"), "", "", `{` + joined + `"in":"query","name":"q","schema":` + commas + `,"style":"form"}`},
		"repeated":          {parameter("{in: query" + list + ", collectionFormat: multi}"), "", "", `{"explode":true,"in":"query","name":"q","schema":` + commas + `,"style":"form"}`},
		"pipes":             {parameter("{in: query" + list + ", collectionFormat: pipes}"), "", "", `{` + joined + `"in":"query","name":"q","schema":` + commas + `,"style":"pipeDelimited"}`},
		"tabs":              {parameter("{in: query" + list + ", collectionFormat: tsv}"), `the values of "q" in query are taken as one text`, "", `{"in":"query","name":"q",` + text},
		"pipes in a header": {parameter("{in: header" + list + ", collectionFormat: pipes}"), `are taken as one text, since OpenAPI 3.0 cannot say there how they are joined: with |`, "", `{"in":"header","name":"q",` + text},
		"multi in a header": {parameter("{in: header" + list + ", collectionFormat: multi}"), `the values of "q" are joined with commas`, "", `{"in":"header","name":"q","schema":` + commas + `}`},
		"a form":            {parameter("{in: formData" + list + "}"), "", "/post/requestBody/content/application~1x-www-form-urlencoded/encoding/q", `{"explode":false,"style":"form"}`},
		"a form or JSON":    {parameter("{in: formData"+list+"}") + "consumes: [application/x-www-form-urlencoded, application/json]\n", "", "/post/requestBody/content/application~1json/schema/properties/q/x-rst2openapi-joined", "null"},
		"a form's charset":  {parameter("{in: formData"+list+"}") + "consumes: [application/x-www-form-urlencoded; charset=utf-8]\n", "", "/post/requestBody/content/application~1x-www-form-urlencoded; charset=utf-8/encoding/q", `{"explode":false,"style":"form"}`},
		"a form's list":     {parameter("{in: formData" + list + "}"), "", "/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/q/type", `"array"`},
		"a form with |":     {parameter("{in: formData" + list + ", collectionFormat: pipes}"), "", "/post/requestBody/content/application~1x-www-form-urlencoded/encoding/q", `{"explode":false,"style":"pipeDelimited"}`},
		"a form with tabs":  {parameter("{in: formData" + list + ", collectionFormat: tsv}"), "with tabs", "/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/q/type", `"string"`},
		"a form in parts":   {parameter("{in: formData" + list + "}, {in: formData, name: f, type: file}"), "with commas", "/post/requestBody/content/multipart~1form-data/schema/properties/q/type", `"string"`},
		"a form of both":    {parameter("{in: formData"+list+"}") + "consumes: [multipart/form-data, application/x-www-form-urlencoded]\n", "with commas", "/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/q/type", `"string"`},
		"a form, repeated":  {parameter("{in: formData" + list + ", collectionFormat: multi}"), "", "/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/q/type", `"array"`},
		"a file":            {parameter("{in: formData, name: q, type: file}"), "", "/post/requestBody/content/multipart~1form-data/schema/properties/q/format", `"binary"`},
		"a form as JSON":    {parameter("{in: formData, name: q, type: string}") + "consumes: [application/json]\n", `"application/json" is none; application/x-www-form-urlencoded is taken`, "/post/requestBody/content/application~1json", "null"},
		"a schema":          {parameter("{in: query, name: q, schema: {type: integer}}"), "only a body has a schema", "", `{"in":"query","name":"q","schema":{"type":"integer"}}`},
		"a lost member":     {parameter("{in: query, name: q, type: string, minLenght: 3}"), `5:140: "minLenght" is not a member of a parameter of Swagger 2.0`, "", `{"in":"query","name":"q",` + text},
		"a lost body":       {strings.Replace(parameter(""), "post: {", "post: {requestBody: {}, ", 1), `"requestBody" is not a member of an operation of Swagger 2.0`, "/post/requestBody", "null"},
		"a lost oneOf":      {parameter("") + "definitions: {A: {oneOf: [{type: string}]}}\n", `"oneOf" is not a member of a schema of Swagger 2.0`, "/post/requestBody", "null"},
		"a scheme":          {strings.Replace(parameter(""), "post: {", "post: {schemes: [http], ", 1), "the schemes of an operation are ignored", "/servers", "null"},
		"the same scheme":   {strings.Replace(parameter(""), "post: {", "post: {schemes: [http, https], ", 1), "", "/servers", "null"},
		"media types":       {parameter(""), "", "/post/responses/200/content", `{"text/plain":{` + strings.TrimSuffix(text, "}") + `}}`},
	} {
		d := load(t, c.text)
		var told []string
		for _, w := range d.Warnings {
			told = append(told, w.String())
		}
		if all := strings.Join(told, "\n"); !strings.Contains(all, c.told) || c.told == "" && all != "" {
			t.Errorf("%s: told %q, want %q", name, all, c.told)
		}
		if c.pointer == "" {
			c.pointer = "/post/parameters/0"
		}
		if got := at(t, d, "/paths/~1a~1{p}"+c.pointer); got != c.value {
			t.Errorf("%s: %s is %s, want %s", name, c.pointer, got, c.value)
		}
	}
}

// TestFiles: what other files hold becomes part of the document, and nothing leads out of its
// folder.
func TestFiles(t *testing.T) {
	files := func(name string) ([]byte, error) {
		text, ok := map[string]string{
			"types/box.yaml":  "Box: {type: object, properties: {lid: {$ref: 'lid.json'}, inner: {$ref: '#/Box'}, own: {$ref: '../more.yaml#/a~1b'}}}\nLid: {type: string}\n",
			"types/lid.json":  `{"type": "object", "properties": {"size": {"type": ["integer", "null"]}}}`,
			"more.yaml":       "a/b: {type: boolean}\nbomb: &a [1,1,1,1,1,1,1,1,1]\n",
			"paths/list.yaml": "get: {operationId: list, parameters: [{$ref: '../parameters.yaml#/Limit'}], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '../types/box.yaml#/Box'}}}}}}\n",
			"parameters.yaml": "Limit: {name: limit, in: query, schema: {type: integer}}\nLid: {name: lid, in: query, schema: {$ref: 'types/box.yaml#/Lid'}}\n",
		}[name]
		if !ok {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		return []byte(text), nil
	}
	main := head + "paths:\n  /boxes: {$ref: paths/list.yaml}\n  /lids: {get: {operationId: lids, parameters: [{$ref: './parameters.yaml#/Lid'}], responses: {'200': {description: ok}}}}\ncomponents: {schemas: {Lid: {type: number}}}\n"
	d, err := document.LoadFiles([]byte(main), files)
	if err != nil {
		t.Fatal(err)
	}
	for pointer, want := range map[string]string{
		"/paths/~1boxes/get/operationId":      `"list"`,
		"/paths/~1boxes/get/parameters/0":     `{"$ref":"#/components/parameters/Limit"}`,
		"/components/schemas/Box/properties":  `{"inner":{"$ref":"#/components/schemas/Box"},"lid":{"$ref":"#/components/schemas/lid"},"own":{"$ref":"#/components/schemas/a_b"}}`,
		"/components/schemas/lid/properties":  `{"size":{"nullable":true,"type":"integer"}}`,
		"/components/schemas/Lid":             `{"type":"number"}`,
		"/components/schemas/Lid2":            `{"type":"string"}`,
		"/components/parameters/Lid/schema":   `{"$ref":"#/components/schemas/Lid2"}`,
		"/components/parameters/Limit/schema": `{"type":"integer"}`,
	} {
		if got := at(t, d, pointer); got != want {
			t.Errorf("%s is %s, want %s", pointer, got, want)
		}
	}
	for ref, want := range map[string]string{
		"../out.yaml": "out of the folder", "/etc/passwd": "out of the folder", "types/../../out.yaml": "out of the folder",
		"https://example.com/a": "another server", "none.yaml": "does not exist", "more.yaml#/none": "leads to nothing", "file:///etc/passwd": "another server",
	} {
		_, err := document.LoadFiles([]byte(head+"paths: {}\ncomponents: {schemas: {A: {$ref: '"+ref+"'}}}\n"), files)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "line 4") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s", ref, err, want)
		}
	}
	if _, err := document.Load([]byte(main)); err == nil || !strings.Contains(err.Error(), "leads outside") {
		t.Errorf("without files: %v", err)
	}
	// Files that lead to ever more files end.
	n := 0
	_, err = document.LoadFiles([]byte(head+"paths: {}\ncomponents: {schemas: {A: {$ref: 'a.yaml'}}}\n"), func(string) ([]byte, error) {
		n++
		return []byte(fmt.Sprintf("properties: {a: {$ref: 'a%d.yaml'}, b: {$ref: 'b%d.yaml'}}\n", n, n)), nil
	})
	if err == nil || n > 3000 {
		t.Errorf("endless files: %v after %d", err, n)
	}
	failing := errors.New("a disk that fails")
	if _, err := document.LoadFiles([]byte(main), func(string) ([]byte, error) { return nil, failing }); !errors.Is(err, failing) {
		t.Errorf("%v, want the error of the disk", err)
	}
}

// TestFilesTogether: files refer to each other in all the ways that there are, and what two give in
// different ways is an error.
func TestFilesTogether(t *testing.T) {
	const (
		box  = "components: {schemas: {Box: {type: object, properties: {lid: {type: string}}}}}\n"
		pets = "Pet: {oneOf: [{$ref: '#/Dog'}, {$ref: 'cat.yaml'}], discriminator: {propertyName: kind, mapping: {d: '#/Dog', c: cat.yaml, b: Bird}}}\nDog: {type: object}\n"
		aOp  = "{operationId: a, responses: {'200': {description: ok}}}"
	)
	path := func(more string) string { return head + "paths: {/a: {$ref: 'a.yaml'" + more + "}}\n" + box }
	for name, c := range map[string]struct {
		text           string
		files          map[string]string
		pointer, value string
		failure        string
	}{
		"the document by its name": {path(""), map[string]string{"a.yaml": "get: {operationId: a, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: './main.yaml#/components/schemas/Box'}}}}}}", "main.yaml": path("")},
			"/paths/~1a/get/responses/200/content/application~1json/schema/$ref", `"#/components/schemas/Box"`, ""},
		"no copy of it": {path(""), map[string]string{"a.yaml": "parameters: [{name: b, in: query, schema: {$ref: 'main.yaml#/components/schemas/Box'}}]", "main.yaml": path("")},
			"/components/schemas", `{"Box":{"properties":{"lid":{"type":"string"}},"type":"object"}}`, ""},
		"a discriminator": {head + "paths: {}\ncomponents: {schemas: {P: {$ref: 'pets.yaml#/Pet'}}}\n", map[string]string{"pets.yaml": pets, "cat.yaml": "type: object"},
			"/components/schemas/P/discriminator/mapping", `{"b":"Bird","c":"#/components/schemas/cat","d":"#/components/schemas/Dog"}`, ""},
		"a component that is a file": {head + "paths: {/a: {$ref: a.yaml}}\ncomponents: {schemas: {Pet: {$ref: './types/pet.yaml'}, Two: {$ref: types/pet.yaml}}}\n",
			map[string]string{"a.yaml": "get: {operationId: a, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: 'types/pet.yaml'}}}}}}", "types/pet.yaml": "{type: object, properties: {friend: {$ref: pet.yaml}}}"},
			"/components/schemas", `{"Pet":{"properties":{"friend":{"$ref":"#/components/schemas/Pet"}},"type":"object"},"Two":{"$ref":"#/components/schemas/Pet"}}`, ""},
		"percent signs": {head + "paths: {/a: {$ref: 'a%20b.yaml#/paths/~1x~1%7By%7D'}}\n", map[string]string{"a b.yaml": "paths: {'/x/{y}': {get: " + aOp + "}}"},
			"/paths/~1a/get/operationId", `"a"`, ""},
		"out with percent signs": {head + "paths: {/a: {$ref: '%2e%2e/a.yaml'}}\n", map[string]string{}, "", "", "line 3: the reference %2e%2e/a.yaml leads out of the folder"},
		"an item of a list":      {head + "paths: {/a: {get: {operationId: a, parameters: [{$ref: 'p.yaml#/1'}], responses: {'200': {description: ok}}}}}\n", map[string]string{"p.yaml": "[{name: b, in: query, schema: {}}, {name: c, in: query, schema: {}}]"}, "/components/parameters/1/name", `"c"`, ""},
		"beside":                 {path(", parameters: [{name: b, in: query, schema: {}}], summary: mine"), map[string]string{"a.yaml": "summary: theirs\nget: " + aOp}, "/paths/~1a/parameters/0/name", `"b"`, ""},
		"both":                   {path(", get: {responses: {'200': {description: mine}}}"), map[string]string{"a.yaml": "get: " + aOp}, "", "", "line 3: the reference a.yaml leads to a path with get, which is given beside the reference as well"},
		"the line of the file":   {path(""), map[string]string{"a.yaml": "get:\n  operationId: a\n  responses: {'200': {$ref: none.yaml}}"}, "", "", "a.yaml, line 3: the reference none.yaml"},
	} {
		d, err := document.LoadFiles([]byte(c.text), func(name string) ([]byte, error) {
			if text, ok := c.files[name]; ok {
				return []byte(text), nil
			}
			return nil, fs.ErrNotExist
		})
		if c.failure != "" {
			if err == nil || !strings.Contains(err.Error(), c.failure) {
				t.Errorf("%s: %v, want %s", name, err, c.failure)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := at(t, d, c.pointer); got != c.value {
			t.Errorf("%s: %s is %s, want %s", name, c.pointer, got, c.value)
		}
	}
	d, err := document.LoadFiles([]byte(path("")), func(string) ([]byte, error) {
		return []byte("get:\n  operationId: a\n  sumary: b\n  responses: {'200': {description: ok}}"), nil
	})
	if want := "a.yaml:3:3: \"sumary\" is not a member of an operation, and ignored"; err != nil || len(d.Warnings) != 1 || d.Warnings[0].Text != want {
		t.Errorf("%v, told %v, want %s", err, d.Warnings, want)
	}
}

// TestManyOfOneName: names for what many references of one name lead to are found at once.
func TestManyOfOneName(t *testing.T) {
	const n = 10_000
	var main, file strings.Builder
	main.WriteString(head + "paths: {}\ncomponents:\n  schemas:\n    All:\n      oneOf:\n")
	for i := range n {
		fmt.Fprintf(&main, "        - {$ref: 'f.yaml#/k%d/x'}\n", i)
		fmt.Fprintf(&file, "k%d: {x: {type: string}}\n", i)
	}
	d, err := document.LoadFiles([]byte(main.String()), func(string) ([]byte, error) { return []byte(file.String()), nil })
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Components.Schemas) != n+1 || d.Components.Schemas[fmt.Sprint("x", n)] == nil {
		t.Errorf("%d schemas", len(d.Components.Schemas))
	}
}

// chain are schemas of which each is a reference to the next one.
func chain(n int) string {
	var b strings.Builder
	for i := range n - 1 {
		fmt.Fprintf(&b, "    S%d: {$ref: '#/components/schemas/S%d'}\n", i, i+1)
	}
	return b.String() + fmt.Sprintf("    S%d: {type: string}\n", n-1)
}

// TestChains: references to references are read up to a number, beyond which the line is told.
func TestChains(t *testing.T) {
	const start = head + "paths: {}\ncomponents:\n  schemas:\n"
	if _, err := document.Load([]byte(start + chain(501))); err != nil {
		t.Error(err)
	}
	many := start
	for i := range 600 {
		many += fmt.Sprintf("    A%d: {$ref: '#/components/schemas/B'}\n", i)
	}
	if _, err := document.Load([]byte(many + "    B: {type: string}\n    C: {$ref: '#/components/schemas/D'}\n    D: {$ref: '#/components/schemas/C'}\n")); err == nil || strings.Contains(err.Error(), "and so on") {
		t.Errorf("a circle of two is told as %v", err)
	}
	_, err := document.Load([]byte(start + chain(502)))
	if want := "#/components/schemas/S0 is a reference to a reference, and so on for 501 times; 500 are allowed (line "; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
}

// TestBombs: a document of a few lines that means millions of values is refused.
func TestBombs(t *testing.T) {
	lines := func(line func(i int) string) string {
		var b strings.Builder
		for i := range 40 {
			b.WriteString(line(i))
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"aliases":       head + "paths: {}\nx0: &x0 [1]\n" + lines(func(i int) string { return fmt.Sprintf("x%d: &x%d [*x%d, *x%d]\n", i+1, i+1, i, i) }),
		"merge keys":    head + "paths: {}\nx0: &x0 {a: 1}\n" + lines(func(i int) string { return fmt.Sprintf("x%d: &x%d {a: *x%d, b: {<<: *x%d}}\n", i+1, i+1, i, i) }),
		"equal keys":    head + "paths: {}\n" + strings.Repeat("x: 1\n", 4000),
		"references":    head + "paths: {}\ncomponents:\n  schemas:\n" + chain(2000),
		"an alias loop": head + "paths: &p {/a: *p}\n",
	} {
		if _, err := document.Load([]byte(text)); err == nil || strings.Contains(err.Error(), "\n") || len(err.Error()) > 600 {
			t.Errorf("%s: %v, want an error of one line", name, err)
		}
	}
}
