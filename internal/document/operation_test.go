package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

const lamps = head + `
security: [{token: []}]
servers: [{url: https://lamps.example.com}]
paths:
  /lamps/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: trace, in: header, schema: {type: string}}
    servers: [{url: https://other.example.com}]
    post:
      operationId: SwitchLamp
      summary: Switch
      tags: [Lamps]
      security: []
      x-source: all.rst
      parameters:
        - {name: trace, in: header, required: true, schema: {type: integer}}
        - {name: action, in: query, schema: {type: string}}
        - {name: dim, in: query, schema: {type: integer, x-constant: 5}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {oneOf: [{$ref: '#/components/schemas/On'}, {$ref: '#/components/schemas/Off'}]}
            examples: {On-e10: {value: {on: 1}}, On-e2: {value: {on: 2}}, Off-e: {value: {off: 1}}, any: {value: {}}}
          text/plain: {schema: {type: string}}
      responses:
        default: {description: error}
        "200":
          description: ok
          content:
            application/json:
              schema: {$ref: '#/components/schemas/On'}
              examples: {On-e2: {value: {on: 2}}}
      x-pagination: {style: link, link: /next, items: ''}
      x-variants:
        - {operationId: On, summary: On, query: {action: 'on'}, requestBody: '#/components/schemas/On', responses: {'200': '#/components/schemas/On'},
           parameters: [{in: query, name: dim, required: true}], examples: {request: [On-e10, On-e2], '200': [On-e2]}, x-source: on.rst, deprecated: true}
        - {operationId: Off, requestMedia: text/plain, examples: {request: [Off-e]}, responses: {'202': '#/components/schemas/Off'}, x-pagination: {style: offset, offset: o, items: /l}}
        - {operationId: Dim, requestBody: '#/components/schemas/Off', requestBodyOptional: true, parameters: []}
        - {operationId: Blink}
    get:
      parameters: [{name: Lamp-API-Version, in: header, required: true, schema: {type: string, x-lowest-version: '2.9'}}]
      responses: {'200': {description: ok}}
components:
  schemas: {On: {type: object}, Off: {type: object}}
  securitySchemes: {token: {type: apiKey, in: header, name: X-Auth-Token}}
`

// TestOperations: what is common comes from the path and the operation, the rest from the
// variant's entry.
func TestOperations(t *testing.T) {
	ops, err := load(t, lamps).Operations()
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, op := range ops {
		fmt.Fprintf(&got, "%s (%s) %s %q %s open=%v named=%v deprecated=%v %s\n", op.ID, op.Parent, op.Where, op.Summary, op.Source, op.Open, op.Named, op.Deprecated, op.Servers[0].URL)
		for _, p := range op.Params {
			fmt.Fprintf(&got, "  %s %s %v %v\n", p.In, p.Name, p.Required, p.Constant)
		}
		fmt.Fprintf(&got, "  fixed %v\n", op.Fixed)
		if op.Body != nil {
			fmt.Fprintf(&got, "  body %v %q %s\n", op.Body.Required, document.Sorted(op.Body.Content), shown(op.Body.Examples))
		}
		for _, r := range op.Responses {
			fmt.Fprintf(&got, "  %s %q foreign=%v %s\n", r.Key, document.Sorted(r.Content), r.Foreign, shown(r.Examples))
		}
		if op.Paging != nil {
			fmt.Fprintf(&got, "  pages by %s\n", op.Paging.Style)
		}
	}
	const want = `On (SwitchLamp) POST /lamps/{id} x-variants/0 "On" on.rst open=true named=true deprecated=true https://other.example.com
  path id true <nil>
  query dim true 5
  fixed [{query action on}]
  body true ["application/json"] any On-e2* On-e10*
  200 ["application/json"] foreign=false On-e2*
  default [] foreign=false 
  pages by link
Off (SwitchLamp) POST /lamps/{id} x-variants/1 ""  open=true named=true deprecated=false https://other.example.com
  path id true <nil>
  header trace true <nil>
  query action false <nil>
  query dim false 5
  fixed []
  body false ["text/plain"] any Off-e*
  200 ["application/json"] foreign=true 
  202 ["application/json"] foreign=false 
  default [] foreign=false 
  pages by offset
Dim (SwitchLamp) POST /lamps/{id} x-variants/2 ""  open=true named=true deprecated=false https://other.example.com
  path id true <nil>
  fixed []
  body false ["application/json"] any
  200 ["application/json"] foreign=true 
  default [] foreign=false 
  pages by link
Blink (SwitchLamp) POST /lamps/{id} x-variants/3 ""  open=true named=true deprecated=false https://other.example.com
  path id true <nil>
  header trace true <nil>
  query action false <nil>
  query dim false 5
  fixed []
  200 ["application/json"] foreign=true 
  default [] foreign=false 
  pages by link
GET /lamps/{id} (GET /lamps/{id}) GET /lamps/{id} ""  open=false named=false deprecated=false https://other.example.com
  path id true <nil>
  header trace false <nil>
  header Lamp-API-Version true 2.9
  fixed []
  200 [] foreign=false 
`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

// shown are the names of examples; those of the operation alone have an asterisk.
func shown(all []document.Example) string {
	var out []string
	for _, e := range all {
		name := e.Name
		if e.Own {
			name += "*"
		}
		out = append(out, name)
	}
	return strings.Join(out, " ")
}

func TestPagination(t *testing.T) {
	for want, p := range map[string]document.Pagination{
		`x-pagination: style "cursor" is not known; it is offset, page, marker or link`: {Style: "cursor"},
		`x-pagination: in "head" is not known; it is query or body`:                     {Style: document.ByPage, Page: "p", In: "head"},
		"x-pagination: the style is page, but there is no page":                         {Style: document.ByPage},
		"x-pagination: the style is link, but there is no link":                         {Style: document.ByLink, Offset: "o"},
		"x-pagination: there is neither next nor key":                                   {Style: document.ByMarker, Marker: "m"},
		"": {Style: document.ByOffset, Offset: "o", In: "body"},
	} {
		got := ""
		if err := p.Check(); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%+v: %q, want %q", p, got, want)
		}
	}
}

// TestOperationsHaveTheirMediaHeaders gives a variant what its entry says of the headers
// Content-Type and Accept, else what the operation says.
func TestOperationsHaveTheirMediaHeaders(t *testing.T) {
	d, err := document.Load([]byte(`openapi: 3.0.3
info: {title: t, version: v1}
paths:
  /lamps:
    get:
      operationId: A
      x-content-type: application/json
      x-accept: text/csv
      responses: {"200": {description: ok}}
      x-variants:
        - operationId: A
        - {operationId: B, x-content-type: text/plain, x-accept: text/xml}
`))
	if err != nil {
		t.Fatal(err)
	}
	ops, err := d.Operations()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][2]string{{"application/json", "text/csv"}, {"text/plain", "text/xml"}} {
		if got := [2]string{ops[i].ContentType, ops[i].Accept}; got != want {
			t.Errorf("%s has %q, want %q", ops[i].ID, got, want)
		}
	}
}
