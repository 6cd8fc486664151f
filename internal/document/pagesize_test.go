package document

import (
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// TestSizeOf asks for the documented default, else for a number within the limits.
func TestSizeOf(t *testing.T) {
	integer := func(edit func(*openapi3.Schema)) *openapi3.Schema {
		s := openapi3.NewIntegerSchema()
		edit(s)
		return s
	}
	for name, c := range map[string]struct {
		schema *openapi3.Schema
		want   int64
	}{
		"nothing":        {openapi3.NewIntegerSchema(), 100},
		"default":        {integer(func(s *openapi3.Schema) { s.Default = float64(1000) }), 1000},
		"text":           {openapi3.NewStringSchema().WithDefault("50"), 50},
		"default is all": {integer(func(s *openapi3.Schema) { s.Default = float64(-1) }), 100},
		"not above":      {integer(func(s *openapi3.Schema) { s.WithMax(20) }), 20},
		"not below":      {integer(func(s *openapi3.Schema) { s.WithMin(500) }), 500},
		"enumeration":    {integer(func(s *openapi3.Schema) { s.Enum = []any{float64(10), float64(50), float64(200)} }), 50},
		"large ones":     {integer(func(s *openapi3.Schema) { s.Enum = []any{float64(500), float64(200)} }), 200},
		"no place":       {integer(func(s *openapi3.Schema) { s.WithMin(0).WithMax(0) }), 0},
	} {
		if got := sizeOf(c.schema); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

const walked = `openapi: 3.0.3
info: {title: t, version: v}
paths:
  /ports:
    get:
      operationId: ListPorts
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 40}}
        - {name: marker, in: query, schema: {type: string}}
        - {name: page_reverse, in: query, schema: {type: boolean}}
        - {name: offset, in: query, schema: {type: integer}}
        - {name: sort_key, in: query, schema: {type: string}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Ports"}}}}
      x-pagination: {style: STYLE, items: /ports, marker: marker, key: port_id, limit: limit, link: /next, count: /total}
components:
  schemas:
    Ports:
      type: object
      properties:
        ports: {type: array, items: {type: object, properties: {port_id: {type: string}, network_id: {type: string}}}}
        next: {type: string}
        total: {type: integer}
`

// TestPagesOfWalk finds what a walk over all pages needs beside the parameter.
func TestPagesOfWalk(t *testing.T) {
	for style, shifts := range map[string][]string{ByMarker: {"page_reverse", "offset"}, ByLink: {"page_reverse"}} {
		d, err := Load([]byte(strings.ReplaceAll(walked, "STYLE", style)))
		if err != nil {
			t.Fatal(err)
		}
		ops, err := d.Operations()
		if err != nil {
			t.Fatal(err)
		}
		result, err := d.Result(ops[0], func(*Response) bool { return true })
		if err != nil {
			t.Fatal(err)
		}
		pages, err := d.Pages(ops[0], result)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(pages.Shifts, shifts) || pages.ID != "port_id" || !slices.Equal(pages.Limit, []string{"limit"}) || pages.Size != 40 || !slices.Equal(pages.Count, []string{"total"}) {
			t.Errorf("%s: %+v", style, pages)
		}
	}
}
