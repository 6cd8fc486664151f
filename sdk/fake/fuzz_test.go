package fake

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// FuzzServer sends a request to the server of a document: neither may make it panic, and each
// request gets a response.
func FuzzServer(f *testing.F) {
	for _, doc := range seeds() {
		doc = "openapi: 3.0.3\ninfo: {title: x, version: v}\n" + doc
		if _, err := New([]byte(doc)); err != nil {
			f.Fatal(err)
		}
		f.Add(doc, "POST", "/x/b/", "application/json", `{"a":[{}]}`)
		f.Add(doc, "GET", "/a/1?limit=1&o[k]=2", "application/json", `{"a":[{}]}`)
		f.Add(doc, "POST", "/x-y?c=d", "text/xml", "<a/>")
		f.Add(doc, "GET", "/l?q=1", "", "")
	}
	f.Fuzz(func(t *testing.T, doc, method, target, media, body string) {
		s, err := New([]byte(doc), Lenient(), PageSize(1))
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			return
		}
		u, err := url.Parse(target)
		if err != nil {
			return
		}
		for id := range s.ids {
			_ = s.Serve(id, map[string]any{"id": "a"}, 1, "b")
		}
		for range 2 {
			req := &http.Request{Method: method, URL: u, Header: http.Header{"Content-Type": {media}}, Host: "localhost"}
			if body != "" {
				req.Body = http.NoBody
				req = req.Clone(t.Context())
				req.Body = httptest.NewRequest("POST", "/", strings.NewReader(body)).Body
			}
			w := httptest.NewRecorder()
			s.ServeHTTP(w, req)
			if w.Code < 200 {
				t.Errorf("status %d", w.Code)
			}
			s.Reset()
		}
		for _, r := range s.routes {
			for _, op := range r.operations {
				documented(&match{op: op}, nil)
			}
		}
	})
}

// FuzzMade makes values of schemas: each that is found must fit.
func FuzzMade(f *testing.F) {
	for _, schema := range []string{
		`{"type": "string", "pattern": "^(a|b{2,})[^c]*?$", "minLength": 3, "maxLength": 9}`,
		`{"type": "array", "minItems": 2, "uniqueItems": true, "items": {"type": "number", "multipleOf": 0.5, "minimum": -1}}`,
		`{"oneOf": [{"$ref": "#/components/schemas/A"}, {"type": "object", "required": ["a"]}], "discriminator": {"propertyName": "a"}}`,
		`{"allOf": [{"not": {}}, {"enum": [1, null, {}]}], "nullable": true, "properties": {"a": {"$ref": "#/components/schemas/A"}}}`,
	} {
		f.Add(schema)
	}
	f.Fuzz(func(t *testing.T, schema string) {
		doc, err := load([]byte(`{"openapi": "3.0.3", "info": {"title": "x", "version": "v"}, "paths": {}, "components": {"schemas": {"A": ` + schema + `}}}`))
		if err != nil || doc.Components == nil || doc.Components.Schemas["A"] == nil {
			return
		}
		ref := doc.Components.Schemas["A"]
		if v, ok := doc.Sample(ref, document.SampleOptions{}); ok {
			if !fits(ref.Value, v) {
				t.Errorf("%s: %v does not fit", schema, v)
			}
			documentedResponse{doc: doc, status: 200, media: "application/xml", schema: ref}.with(v)
		}
	})
}

// seeds are small documents without their head, each with things that are rarely seen.
func seeds() []string {
	return []string{
		"paths: {'/a/{b}': {get: {parameters: [{name: b, in: path, required: true, schema: {type: integer}}], responses: {'200': {description: x}}}}}",
		"paths: {'/{a}-{b}?c=d#e': {post: {parameters: [{name: a, in: path, required: true, schema: {}}, {name: b, in: path, required: true, schema: {}}], responses: {default: {description: x, content: {'*/*': {schema: {type: string, pattern: '(?=a)'}}}}}}}}",
		"servers: [{url: '{a}/b', variables: {a: {default: c}}}]\npaths: {/: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}, responses: {'200': {description: x, content: {application/xml: {schema: {$ref: '#/components/schemas/A'}}}}}}}}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: array, items: {$ref: '#/components/schemas/A'}}}, xml: {name: ' '}}}}",
		"paths: {/l: {get: {x-pagination: {style: link, link: '', items: /a/b, first: -1}, x-variants: [{operationId: a, query: {q: 1}, examples: {'200': [x]}}, {operationId: b, parameters: []}], parameters: [{name: o, in: query, style: deepObject, explode: true, schema: {type: object, properties: {k: {type: integer}}}}], responses: {'200': {description: x, content: {application/json: {schema: {oneOf: [{type: integer}, {type: string}], discriminator: {propertyName: k}}}}}}}}}",
	}
}
