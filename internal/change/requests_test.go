package change

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// call is a document with one operation, in which tests replace texts.
const call = `openapi: 3.0.3
info: {title: lamps, version: v1}
servers: [{url: "https://{host}", variables: {host: {default: lamps.example.com}}}]
security: [{token: []}]
paths:
  /v1/lamps:
    post:
      operationId: CreateLamp
      parameters: [{name: X-Tag, in: header, schema: {type: array, items: {type: string}}}, {name: ids, in: query, schema: {type: array, items: {type: string}}}]
      requestBody: {content: {application/json: {schema: {type: object, additionalProperties: true, properties: {a: {type: string}}}}}}
      responses:
        "200":
          description: OK
          headers: {X-Total: {schema: {type: integer}}}
          content: {text/plain: {schema: {type: string}}}
components:
  securitySchemes:
    token: {type: apiKey, in: header, name: X-Auth-Token}
    password: {type: http, scheme: basic}
`

// TestRequests: what oasdiff does not tell, or of no place, is told as well: who sends a request as
// it was right before may be refused.
func TestRequests(t *testing.T) {
	load := func(name, text string) *Side {
		d, err := document.Load([]byte(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return &Side{Document: d}
	}
	const token = "security: [{token: []}]"
	for name, c := range map[string]struct{ old, new, there, back string }{
		"another credential": {token, "security: [{password: []}]",
			"CreateLamp security: header X-Auth-Token → basic, breaking callers", "CreateLamp security: basic → header X-Auth-Token, breaking callers"},
		"two at once": {token, "security: [{token: [], password: []}]",
			"CreateLamp security: header X-Auth-Token → basic and header X-Auth-Token, breaking callers",
			"CreateLamp security: basic and header X-Auth-Token → header X-Auth-Token, compatible callers"},
		"one of two": {token, "security: [{token: []}, {password: []}]",
			"CreateLamp security: header X-Auth-Token → basic or header X-Auth-Token, compatible callers",
			"CreateLamp security: basic or header X-Auth-Token → header X-Auth-Token, breaking callers"},
		"none":              {token, "security: []", "CreateLamp security: header X-Auth-Token → none, compatible callers", "CreateLamp security: none → header X-Auth-Token, breaking callers"},
		"not stated":        {token, "tags: []", "CreateLamp security: header X-Auth-Token → not stated, compatible callers", "CreateLamp security: not stated → header X-Auth-Token, warning callers"},
		"another header":    {"name: X-Auth-Token", "name: X-Token", "CreateLamp security: header X-Auth-Token → header X-Token, breaking callers", "CreateLamp security: header X-Token → header X-Auth-Token, breaking callers"},
		"name of a scheme":  {"token: ", "key: ", "", ""},
		"server":            {"default: lamps", "default: shades", "servers: https://lamps.example.com → https://shades.example.com, warning callers", "servers: https://shades.example.com → https://lamps.example.com, warning callers"},
		"server told":       {"default: lamps.example.com", "default: localhost", "servers: https://lamps.example.com → https://localhost, warning callers", "servers: https://localhost → https://lamps.example.com, compatible callers"},
		"path of a server":  {"{host}\"", "{host}/api\"", "servers: https://lamps.example.com → https://lamps.example.com/api, breaking callers", "servers: https://lamps.example.com/api → https://lamps.example.com, breaking callers"},
		"slash of a server": {"{host}\"", "{host}/\"", "", ""},
		"media type":        {"application/json:", "application/xml:", "CreateLamp body: media type application/json gone, breaking callers|CreateLamp body: media type application/xml new, compatible callers", "CreateLamp body: media type application/xml gone, breaking callers|CreateLamp body: media type application/json new, compatible callers"},
		"charset":           {"application/json:", "application/json;charset=utf-8:", "", ""},
		"pages": {"operationId: CreateLamp", "operationId: CreateLamp\n      x-pagination: {style: page, page: p, items: a, first: 0}",
			"CreateLamp pages: the list has pages now, by page, breaking Go programs", "CreateLamp pages: the list has no pages any more, it had them by page, breaking Go programs"},
		"style":               {"name: ids, in: query,", "name: ids, in: query, explode: false,", "CreateLamp query ids: written as form, an item each → form, breaking callers", "CreateLamp query ids: written as form → form, an item each, breaking callers"},
		"case of a header":    {"X-Tag", "x-tag", "", ""},
		"members refused":     {"additionalProperties: true", "additionalProperties: false", "CreateLamp body: additionalProperties allowed → refused, breaking callers", "CreateLamp body: additionalProperties refused → allowed, compatible callers"},
		"response header":     {"headers: {X-Total: {schema: {type: integer}}}", "headers: {}", "CreateLamp: the optional response header `X-Total` removed for the status `200`, breaking readers", "CreateLamp: the response header `X-Total` was added for the status `200`, compatible readers"},
		"case of a response":  {"X-Total", "x-total", "", ""},
		"body of a response":  {"content: {text/plain: {schema: {type: string}}}", "content: {}", "CreateLamp: removed the media type `text/plain` for the response with the status `200`, breaking readers", "CreateLamp: added the media type `text/plain` for the response with the status `200`, compatible readers"},
		"list becomes a text": {"name: ids, in: query, schema: {type: array, items: {type: string}}", "name: ids, in: query, schema: {type: string}", "CreateLamp query ids: type list of string → string, breaking callers", "CreateLamp query ids: type string → list of string, compatible callers"},
	} {
		changed := strings.ReplaceAll(call, c.old, c.new)
		if changed == call {
			t.Fatalf("%s: nothing is replaced", name)
		}
		for _, way := range []struct{ old, new, want string }{{call, changed, c.there}, {changed, call, c.back}} {
			r, err := Compare("lamps", load(name, way.old), load(name, way.new))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if got := strings.Join(lines(r), "|"); got != way.want {
				t.Errorf("%s:\n got %s\nwant %s", name, got, way.want)
			}
		}
	}
}

// TestCallbacks: what a service sends is told by name.
func TestCallbacks(t *testing.T) {
	with := func(callbacks string) *Side {
		d, err := document.Load([]byte(strings.Replace(call, "      responses:\n", "      callbacks: "+callbacks+"\n      responses:\n", 1)))
		if err != nil {
			t.Fatal(err)
		}
		return &Side{Document: d}
	}
	check := func(old, new *Side, want string) {
		t.Helper()
		r, err := Compare("lamps", old, new)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(lines(r), "|"); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
	const lit, dark = `lit: {"{$request.query.ids}": {post: {responses: {"200": {description: OK}}}}}`, `dark: {"{$request.query.ids}": {post: {responses: {"204": {description: OK}}}}}`
	for _, c := range [][3]string{
		{"{" + lit + "}", "{" + lit + "}", ""},
		{"{" + lit + "}", "{" + lit + ", " + dark + "}", "CreateLamp callback dark: new, warning readers"},
		{"{" + lit + ", " + dark + "}", "{" + lit + "}", "CreateLamp callback dark: gone, warning readers"},
		{"{" + lit + "}", "{" + strings.Replace(lit, "200", "202", 1) + "}", "CreateLamp callback lit: written otherwise, which is not compared further, warning readers"},
	} {
		check(with(c[0]), with(c[1]), c[2])
	}
	// What a callback refers to counts.
	refers := func(typ string) *Side {
		text := strings.Replace(call, "      responses:\n", "      callbacks: {lit: {$ref: '#/components/callbacks/Lit'}}\n      responses:\n", 1)
		d, err := document.Load([]byte(text + "  callbacks: {Lit: {\"{$request.query.ids}\": {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Lit'}}}}, responses: {\"200\": {description: OK}}}}}}\n" +
			"  schemas: {Lit: {type: object, properties: {a: {type: " + typ + "}, next: {$ref: '#/components/schemas/Lit'}}}}\n"))
		if err != nil {
			t.Fatal(err)
		}
		return &Side{Document: d}
	}
	check(refers("string"), refers("string"), "")
	check(refers("string"), refers("integer"), "CreateLamp callback lit: written otherwise, which is not compared further, warning readers")
}

// TestPaging: pages that are got as before are not a change.
func TestPaging(t *testing.T) {
	zero, nought, one := 0, 0, 1
	was := &document.Pagination{Style: "page", Page: "p", First: &zero}
	if _, text := pagingChange(was, &document.Pagination{Style: "page", Page: "p", First: &nought}); text != "" {
		t.Errorf("the same: %s", text)
	}
	if l, text := pagingChange(was, &document.Pagination{Style: "page", Page: "p", First: &one}); l != Warning || text == "" {
		t.Errorf("another first page: %s %s", l, text)
	}
}

// TestRowOfOnePage: two pages describe one structure, and one of them drops a row. The document holds
// what it held, and readers of that page's operation are told; not so where the page has no row of the
// structure any more, since it may refer to the other one.
func TestRowOfOnePage(t *testing.T) {
	const spec = `openapi: 3.0.3
info: {title: lamps, version: v1}
paths:
  /v1/lamps: {get: {operationId: ListLamps, x-source: list.rst, responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Lamp"}}}}}}}
  /v1/lamp: {get: {operationId: ShowLamp, x-source: show.rst, responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Lamp"}}}}}}}
components: {schemas: {Lamp: {type: object, properties: {a: {type: string}, b: {type: string}}}}}
`
	d, err := document.Load([]byte(spec))
	if err != nil {
		t.Fatal(err)
	}
	const a, b = "/components/schemas/Lamp/properties/a/type", "/components/schemas/Lamp/properties/b/type"
	both := []Place{{"show.rst", 7}, {"list.rst", 9}}
	old := &Side{Document: d, Sources: Sources{a: both, b: both}}
	for name, c := range map[string]struct {
		sources Sources
		want    string
	}{
		"the same":       {Sources{a: both, b: both}, ""},
		"one row":        {Sources{a: both, b: both[:1]}, "Lamp.b: no longer in a table on the page of ListLamps, still in one on show.rst, warning readers (was list.rst:9)"},
		"another form":   {Sources{a: both}, ""}, // it may refer to another structure now
		"the whole page": {Sources{a: both[:1], b: both[:1]}, ""},
		"not known":      {nil, ""},
	} {
		r, err := Compare("lamps", old, &Side{Document: d, Sources: c.sources})
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(lines(r), "|")
		for _, one := range r.Changes {
			if one.Old != nil && one.New == nil {
				got += " (was " + one.Old.String() + ")"
			}
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}
