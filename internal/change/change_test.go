package change

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// side makes a document with one operation, POST /v1/lamps, whose request and response have the
// same schema.
func side(t *testing.T, schema, more string) *Side {
	t.Helper()
	d, err := document.Load([]byte(`openapi: 3.0.3
info: {title: lamps, version: v1}
paths:
  /v1/lamps:
    post:
      operationId: CreateLamp
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Lamp"}}}}
      responses:
        "200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Lamp"}}}}
` + more + `
components:
  schemas:
    Lamp: ` + schema + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return &Side{Document: d}
}

// lines are the changes of a report in short: subject, text, and level for each audience.
func lines(r *Report) []string {
	var out []string
	for _, c := range append(r.Moved, r.Changes...) {
		line := c.Subject + ": " + c.Text
		for _, e := range c.Effects {
			line += fmt.Sprintf(", %s %s", e.Level, e.For)
		}
		out = append(out, line)
	}
	return out
}

// TestFacts: one fact is one line, however many rules tell of it and however it is written.
func TestFacts(t *testing.T) {
	object := func(member string) string { return "{type: object, properties: {a: " + member + "}}" }
	for name, c := range map[string]struct{ old, new, want string }{
		"nothing":                      {object("{type: string}"), object("{type: string}"), ""},
		"a choice without names":       {object("{type: array, items: {type: string}}"), object("{type: array, items: {oneOf: [{type: string}, {type: object}]}}"), "Lamp.a[]: type string → one of string, object of any members, compatible callers, breaking readers"},
		"another writing of the same":  {object("{type: string, nullable: true}"), object("{allOf: [{type: string}], nullable: true}"), ""},
		"limit tightened":              {object("{type: string, maxLength: 9}"), object("{type: string, maxLength: 8}"), "Lamp.a: maxLength 9 → 8, breaking callers, compatible readers"},
		"limit loosened":               {object("{type: integer, maximum: 8}"), object("{type: integer, maximum: 9}"), "Lamp.a: maximum 8 → 9, compatible callers, warning readers"},
		"limit gone":                   {object("{type: array, items: {type: string}, maxItems: 8}"), object("{type: array, items: {type: string}}"), "Lamp.a: maxItems 8 → none, compatible callers, warning readers"},
		"value added":                  {object("{type: string, enum: [a]}"), object("{type: string, enum: [a, b]}"), "Lamp.a: new values: b, compatible callers, warning readers"},
		"value removed":                {object("{type: string, enum: [a, b]}"), object("{type: string, enum: [a]}"), "Lamp.a: values gone: b, breaking callers, compatible readers"},
		"values swapped":               {object("{type: string, enum: [a, b]}"), object("{type: string, enum: [a, c]}"), "Lamp.a: new values: c; values gone: b, breaking callers, warning readers"},
		"integer of 64 bits":           {object("{type: integer}"), object("{type: integer, format: int64}"), "Lamp.a: type integer → integer (int64), compatible callers, compatible readers"},
		"integer of 32 bits":           {object("{type: integer, format: int64}"), object("{type: integer, format: int32}"), "Lamp.a: type integer (int64) → integer (int32), breaking callers, compatible readers"},
		"values listed":                {object("{type: string}"), object("{type: string, enum: [a]}"), "Lamp.a: only the values a, breaking callers, compatible readers"},
		"values listed no more":        {object("{type: string, enum: [a]}"), object("{type: string}"), "Lamp.a: any value, was only a, compatible callers, warning readers"},
		"type":                         {object("{type: string}"), object("{type: integer}"), "Lamp.a: type string → integer, breaking callers, breaking readers"},
		"type widened":                 {object("{type: string}"), object("{oneOf: [{type: string}, {type: integer}]}"), "Lamp.a: type string → integer or string, compatible callers, breaking readers"},
		"nullable":                     {object("{type: string}"), object("{type: string, nullable: true}"), "Lamp.a: may be null, compatible callers, breaking readers"},
		"member gone":                  {object("{type: string}"), "{type: object}", "Lamp.a: gone, breaking callers, breaking readers"},
		"member new":                   {"{type: object}", object("{type: string}"), "Lamp.a: new, compatible readers|Lamp.a: new, optional, compatible callers"},
		"mandatory":                    {object("{type: string}"), "{type: object, required: [a], properties: {a: {type: string}}}", "Lamp.a: mandatory, breaking callers, compatible readers"},
		"optional":                     {"{type: object, required: [a], properties: {a: {type: string}}}", object("{type: string}"), "Lamp.a: optional, compatible callers, breaking readers"},
		"default":                      {object("{type: string, default: x}"), object("{type: string, default: y}"), "Lamp.a: default x → y, warning callers, compatible readers"},
		"members told":                 {object("{type: object}"), object("{type: object, additionalProperties: {type: string}}"), "Lamp.a: type object of any members → map of string, breaking callers, compatible readers"},
		"members told no more":         {object("{type: object, additionalProperties: {type: string}}"), object("{type: object}"), "Lamp.a: type map of string → object of any members, compatible callers, breaking readers"},
		"order":                        {"{type: object, properties: {a: {type: string}, b: {type: string}}}", "{type: object, properties: {b: {type: string}, a: {type: string}}}", ""},
		"itself as a part":             {object(`{$ref: "#/components/schemas/Lamp"}`), object(`{allOf: [{$ref: "#/components/schemas/Lamp"}], nullable: true}`), "Lamp.a: may be null, compatible callers, breaking readers"},
		"any value may be null anyway": {object("{}"), object("{type: string}"), "Lamp.a: type any → string, breaking callers, compatible readers"},
	} {
		r, err := Compare("lamps", side(t, c.old, ""), side(t, c.new, ""))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := strings.Join(lines(r), "|"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// TestEntries: an entry of the change history is new by its date; the newest may grow.
func TestEntries(t *testing.T) {
	old := []Entry{{Date: "2024-02-02", Text: "b"}, {Date: "2024-01-01", Text: "see Table 1"}}
	new := []Entry{{Date: "2024-03-03", Text: "c"}, {Date: "2024-02-02", Text: "b, and more"}, {Date: "2024-01-01", Text: "see Table 2"}}
	if got := entries(old, new); len(got) != 2 || got[0].Text != "c" || got[1].Text != "b, and more" {
		t.Errorf("%v", got)
	}
	if got := entries(nil, new); len(got) != 3 {
		t.Errorf("%v", got)
	}
}
