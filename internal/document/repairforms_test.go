package document_test

import (
	"strings"
	"testing"
)

// TestForms: what is meant is taken where a member has the wrong form, and what nothing can be made of
// is left out; both are told.
func TestForms(t *testing.T) {
	operation := func(more string) string { return head + "paths:\n" + aGet + more }
	response := func(text string) string {
		return head + "paths:\n" + strings.Replace(aGet, "'200': {description: ok}", text, 1)
	}
	parameter := func(text string) string { return operation("      parameters: [" + text + "]\n") }
	schema := func(text string) string { return head + "paths: {}\ncomponents: {schemas: {A: " + text + "}}\n" }
	scheme := func(text string) string {
		return head + "security: [{s: []}]\npaths: {}\ncomponents: {securitySchemes: {s: " + text + "}}\n"
	}
	swagger := func(text string) string {
		return "swagger: '2.0'\ninfo: {title: t, version: 1.0}\n" + text + "\n"
	}
	const op, bearer = "/paths/~1a/get/", `{"scheme":"bearer","type":"http"}`
	for name, c := range map[string]struct{ text, told, pointer, value string }{
		"no name":             {parameter("{in: query, schema: {type: string}}"), "a parameter without a name or a place", op + "parameters", "null"},
		"no place":            {parameter("{name: b, schema: {type: string}}"), "without a name or a place", op + "parameters", "null"},
		"two media types":     {parameter("{name: b, in: query, content: {text/plain: {}, application/json: {schema: {}}}}"), "application/json is taken", op + "parameters/0/content", `{"application/json":{"schema":{}}}`},
		"no media type":       {parameter("{name: b, in: query, content: {}}"), "has no schema", op + "parameters/0/schema", "{}"},
		"style of a path":     {parameter("{name: b, in: query, style: simple, explode: true, schema: {}}"), "the style simple is none", op + "parameters/0", `{"in":"query","name":"b","schema":{}}`},
		"deep and joined":     {parameter("{name: b, in: query, style: deepObject, explode: false, schema: {}}"), "members of a deepObject", op + "parameters/0/explode", "true"},
		"truth as a word":     {parameter("{name: b, in: query, required: 'true', schema: {}}"), `required: "true" is not true or false; true is taken`, op + "parameters/0/required", "true"},
		"example as it is":    {parameter("{name: b, in: query, schema: {}, examples: {one: 7}}"), "it is taken as the value", op + "parameters/0/examples/one", `{"value":7}`},
		"response as a text":  {response("'200': fine"), "the response 200 is not an object", op + "responses/200", `{"description":"fine"}`},
		"no response":         {response("'200': null"), "the response 200 is not an object", op + "responses/200", `{"description":""}`},
		"status with words":   {response("'200 OK': {description: ok}"), "is not a status", op + "responses/default", `{"description":""}`},
		"schema of Swagger":   {response("'200': {description: ok, schema: {type: string}}"), "it is taken as that of JSON", op + "responses/200/content", `{"application/json":{"schema":{"type":"string"}}}`},
		"link to nothing":     {response("'200': {description: ok, links: {next: {description: x}}}"), "the link next names no operation", op + "responses/200/links", "null"},
		"body of nothing":     {operation("      requestBody: {description: x}\n"), "has no content", op + "requestBody", `{"content":{},"description":"x"}`},
		"callback of nothing": {operation("      callbacks: {c: null}\n"), `"c" is not an object`, op + "callbacks", "null"},
		"tags of all kinds":   {operation("      tags: [b, 7, {name: c}]\n"), "a tag of an operation is a text", op + "tags", `["b","7"]`},
		"properties of PHP":   {schema("{type: object, properties: []}"), "properties is an object, not a list", "/components/schemas/A/type", `"object"`},
		"text as a list":      {schema("{type: string, description: [a, b]}"), "description is a text", "/components/schemas/A", `{"type":"string"}`},
		"less than nothing":   {schema("{type: string, minLength: -1}"), "minLength: -1 is not possible", "/components/schemas/A", `{"type":"string"}`},
		"multiple of nothing": {schema("{type: number, multipleOf: 0}"), "multipleOf: 0 is not possible", "/components/schemas/A", `{"type":"number"}`},
		"type of the rest":    {schema("{type: object, additionalProperties: string}"), `"string" is taken as the type`, "/components/schemas/A/additionalProperties", `{"type":"string"}`},
		"old reference":       {head + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/definitions/B'}, B: {type: string}}}\n", "the component of that name is taken", "/components/schemas/A/$ref", `"#/components/schemas/B"`},
		"server as a text":    {head + "servers: https://a.example\npaths: {}\n", "servers is a list", "/servers", `[{"url":"https://a.example"}]`},
		"empty variable":      {head + "servers: [{url: 'https://a.example/{v}', variables: {v: {default: ''}}}]\npaths: {}\n", "", "/servers", `[{"url":"https://a.example/"}]`},
		"security as one":     {head + "security: {s: []}\npaths: {}\ncomponents: {securitySchemes: {s: {type: http, scheme: basic}}}\n", "security is a list", "/security", `[{"s":[]}]`},
		"http of no kind":     {scheme("{type: http}"), `"s" has no scheme`, "/security", "null"},
		"key for nowhere":     {scheme("{type: apiKey, in: body, name: k}"), "does not say where its key goes", "/components/securitySchemes", "null"},
		"OAuth without flows": {scheme("{type: oauth2}"), "a bearer token is taken", "/components/securitySchemes/s", bearer},
		"flows half":          {scheme("{type: oauth2, flows: {implicit: {scopes: {}}, password: {tokenUrl: /t}}}"), "the flow implicit has no address", "/components/securitySchemes/s/flows", `{"password":{"scopes":{},"tokenUrl":"/t"}}`},
		"OIDC of nobody":      {scheme("{type: openIdConnect}"), "a bearer token is taken", "/components/securitySchemes/s", bearer},
		"type of Swagger":     {scheme("{type: basic}"), "http is taken", "/components/securitySchemes/s", `{"scheme":"basic","type":"http"}`},
		"type of no kind":     {scheme("{type: secret}"), "has no type that OpenAPI knows", "/components/securitySchemes", "null"},
		"one shape":           {head + "paths:\n" + strings.Replace(aGet, "/a", "/a/{b}", 1) + "  /a/{c}: {put: {operationId: c, responses: {'200': {description: ok}}}}\n", "the path /a/{c} is that of another one", "/paths/~1a~1{c}#c/put/operationId", `"c"`},
		"path of a path":      {head + "paths:\n" + aGet + "  /b: {$ref: '#/paths/~1a'}\n", `the operationId "a" is given already`, "/paths/~1b/get/responses/200/description", `"ok"`},
		"3.2":                 {strings.Replace(head, "3.0.3", "3.2.0", 1) + "paths: {/a: {query: {responses: {}}}}\n", "OpenAPI 3.2.0 is read like 3.1", "/openapi", `"3.0.3"`},
		"paths of x-ms":       {swagger("paths: {}\nx-ms-paths: {'/a?comp=list': {get: {operationId: l, responses: {200: {description: ok}}}}}"), "1 paths of x-ms-paths", "/paths/~1a?comp=list/get/operationId", `"l"`},
		"path of x-ms twice":  {swagger("paths: {/a: {get: {operationId: l, responses: {200: {description: ok}}}}}\nx-ms-paths: {/a: {post: {operationId: m, responses: {200: {description: ok}}}}}"), "the path /a of x-ms-paths is one of paths, and ignored", "/paths/~1a/get/operationId", `"l"`},
		"host with a path":    {swagger("host: 'https://a.example/v2'\nbasePath: /\npaths: {}"), "is taken as a.example", "/servers", `[{"url":"https://a.example/v2"}]`},
		"host with a scheme":  {swagger("host: 'http://a.example/v1/'\npaths: {}"), "is taken as a.example", "/servers", `[{"url":"http://a.example/v1"}]`},
		"two bodies":          {swagger("paths: {/a: {post: {parameters: [{in: body, name: a, schema: {type: string}}, {in: body, name: b, schema: {type: object}}], responses: {200: {description: ok}}}}}"), `the parameter "b" is ignored`, "/paths/~1a/post/requestBody/content/*~1*/schema/type", `"string"`},
		"body of a type":      {swagger("paths: {/a: {post: {parameters: [{in: body, name: a, type: string}], responses: {200: {description: ok}}}}}"), "a body has no schema", "/paths/~1a/post/requestBody/content/*~1*/schema", `{"type":"string"}`},
		"list of examples":    {swagger("paths: {/a: {get: {responses: {200: {description: ok, examples: [1]}}}}}"), "examples are by media type", "/paths/~1a/get/responses/200/description", `"ok"`},
		"new discriminator":   {swagger("paths: {}\ndefinitions: {A: {type: object, discriminator: {propertyName: k}, properties: {k: {type: string}}}}"), "is the name of a property", "/components/schemas/A/discriminator", `{"propertyName":"k"}`},
		"OAuth of Swagger":    {swagger("paths: {}\nsecurityDefinitions: {s: {type: oauth2}}"), "a bearer token is taken", "/components/securitySchemes/s/type", `"oauth2"`},
	} {
		d := load(t, c.text)
		var told []string
		for _, w := range d.Warnings {
			told = append(told, w.String())
		}
		if all := strings.Join(told, "\n"); !strings.Contains(all, c.told) || (c.told == "") != (all == "") {
			t.Errorf("%s: told %q, want %q", name, all, c.told)
		}
		if got := at(t, d, c.pointer); got != c.value {
			t.Errorf("%s: %s is %s, want %s", name, c.pointer, got, c.value)
		}
	}
}

// TestReferredCallback: a reference in the place of a callback is not a path, and stays.
func TestReferredCallback(t *testing.T) {
	d := load(t, head+"paths:\n"+aGet+"      callbacks: {c: {$ref: '#/components/callbacks/C'}}\n"+
		"components: {callbacks: {C: {'{$request.query.u}': {post: {responses: {'200': {description: ok}}}}}}}\n")
	text, err := d.JSON()
	if err != nil || !strings.Contains(string(text), `"c":{"$ref":"#/components/callbacks/C"}`) || len(d.Warnings) > 0 {
		t.Errorf("%v, %v: %s", err, d.Warnings, text)
	}
}
