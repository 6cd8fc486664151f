package publish_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/publish"
)

const head = `openapi: 3.0.3
info: {title: Lamps, version: v1.2}
x-error-codes: [{code: L1}]
security: [{token: []}]
components:
  securitySchemes: {token: {type: apiKey, in: header, name: X-Auth-Token}}
  schemas:
    Lamp: {type: object, required: [id], properties: {id: {type: string}, watts: {type: integer, minimum: 3}}}
    Never: {type: object, required: [a], properties: {a: {type: string, pattern: '^(?!x)'}}}
paths:
`

// apply gives a document with what a policy asks for, as JSON is decoded.
func apply(t *testing.T, paths, policy string) map[string]any {
	t.Helper()
	text := []byte(head + "  " + strings.ReplaceAll(strings.TrimSpace(paths), "\n", "\n  ") + "\n")
	d := load(t, text)
	p, err := profile.Parse("my.yaml", []byte("name: mine\npublish:\n  "+strings.ReplaceAll(policy, "\n", "\n  ")+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := publish.Apply(d.T, text, &p.Publish); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(d.T)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := document.Load(out); err != nil {
		t.Fatalf("the document cannot be read any more: %v", err)
	}
	var tree map[string]any
	if err := json.Unmarshal(out, &tree); err != nil {
		t.Fatal(err)
	}
	return tree
}

func load(t *testing.T, text []byte) *document.Document {
	t.Helper()
	d, err := document.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// at follows keys, nil where there is nothing.
func at(tree any, keys ...string) any {
	for _, key := range keys {
		m, _ := tree.(map[string]any)
		tree = m[key]
	}
	return tree
}

func parameters(op any) []string {
	var out []string
	list, _ := at(op, "parameters").([]any)
	for _, p := range list {
		out = append(out, at(p, "name").(string))
	}
	return out
}

func TestParameters(t *testing.T) {
	d := apply(t, `
/: {get: {operationId: ListVersions, responses: {'200': {description: ok}}}}
/v1/lamps:
  post:
    operationId: CreateLamp
    parameters: [{name: x-auth-token, in: header, schema: {type: string}}]
    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}
    responses: {'200': {description: ok}}
  get:
    operationId: ListLamps
    responses: {'200': {description: ok}}
  put: {operationId: Open, security: [], responses: {'200': {description: ok}}}
`, "parameters:\n- {name: X-Auth-Token, with: credentials, except: [/]}\n- {name: Content-Type, with: body}")
	for path, methods := range map[string]map[string][]string{
		"/":         {"get": nil},
		"/v1/lamps": {"post": {"x-auth-token", "Content-Type"}, "get": {"X-Auth-Token"}, "put": nil},
	} {
		for method, want := range methods {
			if got := parameters(at(d, "paths", path, method)); !slices.Equal(got, want) {
				t.Errorf("%s %s has the parameters %v, want %v", method, path, got, want)
			}
		}
	}
}

func TestResponseHeaders(t *testing.T) {
	d := apply(t, `
/v1/lamps:
  get:
    operationId: ListLamps
    responses:
      '200': {description: ok, headers: {x-request-id: {schema: {type: string}}}, content: {application/json: {schema: {type: object}}}}
      '204': {description: nothing}
      default: {description: Error, content: {application/json: {schema: {type: object}}}}
`, "response_headers: [{name: X-Request-Id, with: body}]")
	responses := at(d, "paths", "/v1/lamps", "get", "responses")
	if h, _ := at(responses, "200", "headers").(map[string]any); len(h) != 1 || h["x-request-id"] == nil {
		t.Errorf("200 has %v", h)
	}
	if h := at(responses, "204", "headers"); h != nil {
		t.Errorf("204 has %v", h)
	}
	if at(responses, "default", "headers", "X-Request-Id", "x-policy-only") != true {
		t.Errorf("default has %v", at(responses, "default"))
	}
}

func TestScopeVersionAndRoot(t *testing.T) {
	d := apply(t, `
/v1/{project_id}/lamps:
  parameters: [{name: project_id, in: path, required: true, schema: {type: string}}]
  get: {operationId: ListLamps, tags: [Lamps], responses: {'200': {description: ok}}}
/v1/lamps:
  get: {operationId: ListAll, tags: [global], responses: {'200': {description: ok}}}
`, "scope: {parameter: project_id, with: regional, without: global}\nmajor_version: true\nstandard_root: true")
	if got, _ := json.Marshal(at(d, "paths", "/v1/{project_id}/lamps", "get", "tags")); string(got) != `["Lamps","regional"]` {
		t.Errorf("tags %s", got)
	}
	if got, _ := json.Marshal(at(d, "paths", "/v1/lamps", "get", "tags")); string(got) != `["global"]` {
		t.Errorf("tags %s", got)
	}
	if tags, _ := at(d, "tags").([]any); len(tags) != 2 {
		t.Errorf("the document has the tags %v", tags)
	}
	if at(d, "info", "version") != "v1" || at(d, "x-error-codes") != nil || at(d, "info", "x-error-codes") == nil {
		t.Errorf("info %v", at(d, "info"))
	}
}

func TestExamples(t *testing.T) {
	const body = "content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}"
	d := apply(t, `
/v1/lamps:
  get: {operationId: ListLamps, responses: {'200': {description: ok, `+body+`}}}
  post:
    operationId: CreateLamp
    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}, examples: {printed: {value: {id: a}}}}}}
    responses: {'201': {description: ok, `+body+`}, '202': {description: later, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}, example: {id: b}}}}}
  delete:
    operationId: DeleteLamp
    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}, examples: {printed: {value: {id: a}}}}}}
    x-variants: [{operationId: DeleteOne, requestBody: '#/components/schemas/Lamp', examples: {request: [printed]}}]
    responses:
      '200': {description: ok}
      '204': {description: done, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}, examples: {printed: {value: {id: a}}}}}}
      '404': {description: gone, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}, examples: {printed: {value: {id: a}}}}}}
  put:
    operationId: ReplaceLamp
    requestBody: {content: {text/plain: {schema: {type: string}}}}
    responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Never'}}}}}
  head: {operationId: Head, responses: {'200': {description: ok, `+body+`}}}
`, "examples:\n  GET: {response: required}\n  POST: {request: required, response: required}\n  PUT: {request: required, response: required}\n  DELETE: {request: forbidden, response: forbidden}")
	ops := at(d, "paths", "/v1/lamps")
	const media = "application/json"
	if v := at(ops, "get", "responses", "200", "content", media, "examples", "of-schema", "value", "watts"); v != 3.0 {
		t.Errorf("GET has the example %v", at(ops, "get", "responses", "200", "content", media))
	}
	if at(ops, "post", "requestBody", "content", media, "examples", "of-schema") != nil {
		t.Error("an example is made though the pages print one")
	}
	if at(ops, "post", "responses", "201", "content", media, "examples") != nil {
		t.Error("an example is made though another success has one")
	}
	if at(ops, "delete", "requestBody", "content", media, "examples") != nil || at(ops, "delete", "responses", "204", "content", media, "examples") != nil {
		t.Error("a forbidden example is there")
	}
	if at(ops, "delete", "responses", "404", "content", media, "examples") == nil {
		t.Error("an example of a failure is gone, which no policy is about")
	}
	variants, _ := at(ops, "delete", "x-variants").([]any)
	if len(variants) != 1 || at(variants[0], "examples") != nil || at(variants[0], "operationId") != "DeleteOne" {
		t.Errorf("the variants are %v", variants)
	}
	if at(ops, "put", "requestBody", "content", "text/plain", "examples") != nil || at(ops, "put", "responses", "200", "content", media, "examples") != nil {
		t.Error("an example is made of what is not JSON, or one that breaks its schema")
	}
	if at(ops, "head", "responses", "200", "content", media, "examples") != nil {
		t.Error("an example is made for a method that the policy does not name")
	}
}
