package gogen_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestShared: types written in place that are equal, and go by the same name there, are one Go type.
func TestShared(t *testing.T) {
	const lid = "{type: object, required: [fit], properties: {fit: {type: string, maxLength: 9}, state: {type: string, enum: [on, off]}}}"
	for name, c := range map[string]struct {
		first, second string // what two calls send as the member lid
		shared        bool
	}{
		"equal":                        {lid, lid, true},
		"a description":                {lid, strings.Replace(lid, "{type: object", "{type: object, description: The lid.", 1), true},
		"words of a field":             {lid, strings.Replace(lid, "maxLength: 9", "maxLength: 9, description: How it fits.", 1), false},
		"a limit":                      {lid, strings.Replace(lid, "9", "8", 1), false},
		"a value":                      {lid, strings.Replace(lid, "on, off", "on, out", 1), false},
		"what is required":             {lid, strings.Replace(lid, "required: [fit]", "required: [state]", 1), false},
		"a member":                     {lid, strings.Replace(lid, "state:", "status:", 1), false},
		"read-only":                    {lid, strings.Replace(lid, "maxLength: 9", "maxLength: 9, readOnly: true", 1), false},
		"what else may be there":       {lid, strings.Replace(lid, "{type: object", "{type: object, additionalProperties: {type: string}", 1), false},
		"items":                        {"{type: array, items: " + lid + "}", "{type: array, items: " + lid + "}", true},
		"a union":                      {"{oneOf: [" + lid + ", {type: string, enum: ['']}]}", "{oneOf: [" + lid + ", {type: string, enum: ['']}]}", true},
		"a union of others":            {"{oneOf: [" + lid + ", {type: string, enum: ['']}]}", "{oneOf: [" + lid + ", {type: string, enum: [none]}]}", false},
		"a scalar of other kinds":      {"{type: object, properties: {n: {oneOf: [{type: string}, {type: integer}]}}}", "{type: object, properties: {n: {oneOf: [{type: string}, {type: boolean}]}}}", false},
		"a scalar with another limit":  {"{type: object, properties: {n: {oneOf: [{type: string}, {type: integer}]}}}", "{type: object, properties: {n: {oneOf: [{type: string, maxLength: 2}, {type: integer}]}}}", false},
		"items with another limit":     {"{type: object, properties: {n: {type: array, items: {type: integer}}}}", "{type: object, properties: {n: {type: array, items: {type: integer, maximum: 3}}}}", false},
		"a list with another limit":    {"{type: object, properties: {n: {type: array, items: {type: integer}}}}", "{type: object, properties: {n: {type: array, maxItems: 3, items: {type: integer}}}}", false},
		"which of some members":        {"{type: object, properties: {n: {}, m: {}}, anyOf: [{required: [n]}, {required: [m]}]}", "{type: object, properties: {n: {}, m: {}}, anyOf: [{required: [n]}]}", false},
		"the same of some members":     {"{type: object, properties: {n: {}, m: {}}, anyOf: [{required: [n]}, {required: [m]}]}", "{type: object, properties: {n: {}, m: {}}, anyOf: [{required: [n]}, {required: [m]}]}", true},
		"a number of other properties": {"{type: object, properties: {n: {type: integer}}}", "{type: object, maxProperties: 3, properties: {n: {type: integer}}}", false},
	} {
		body := func(inner string) string {
			return "requestBody: {content: {application/json: {schema: {type: object, properties: {lid: " + inner + "}}}}}, responses: {'204': {description: done}}"
		}
		spec := head + "paths:\n  /jars: {post: {operationId: CreateJar, " + body(c.first) + "}, put: {operationId: FillJar, " + body(c.second) + "}}\n"
		files, err := gogen.Generate([]byte(spec), gogen.Options{Package: "p", Source: "x.yaml"})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		models := string(files[gogen.ModelsFile])
		is := false
		for _, what := range []string{"Lid", "LidItem"} {
			is = is || strings.Contains(models, "\ntype CreateJarRequestBody"+what+" = FillJarRequestBody"+what+"\n") ||
				strings.Contains(models, "\ntype FillJarRequestBody"+what+" = CreateJarRequestBody"+what+"\n") ||
				strings.Contains(models, "\ntype CreateJarBody"+what+" = FillJarBody"+what+"\n") || strings.Contains(models, "\ntype FillJarBody"+what+" = CreateJarBody"+what+"\n")
		}
		if is != c.shared {
			t.Errorf("%s: one type is %v in\n%s", name, is, models)
		}
	}
}

// TestSharedApart: types that only happen to be equal have types of their own, as have those that
// the document names; all constants of an alias are there.
func TestSharedApart(t *testing.T) {
	files, err := gogen.Generate([]byte(head+`paths:
  /jars:
    get:
      operationId: ListJars
      parameters:
        - {name: state, in: query, schema: {type: string, enum: [open, shut]}}
        - {name: door, in: query, schema: {type: string, enum: [open, shut]}}
      responses:
        '404': {description: none, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}
        '200': {description: jars, content: {application/json: {schema: {$ref: '#/components/schemas/Jar'}}}}
  /jars/{id}:
    get:
      operationId: ShowJar
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: jar, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}
        '409': {description: locked, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}
  /lids/{of}:
    get:
      operationId: ShowLid
      parameters: [{name: of, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: lid, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}
components:
  schemas:
    Jar: {type: object, properties: {state: {type: string, enum: [open, shut]}, lid: {$ref: '#/components/schemas/Lid'}, cap: {$ref: '#/components/schemas/Cap'}}}
    Lid: {type: object, properties: {size: {type: integer}}}
    Cap: {type: object, properties: {size: {type: integer}}}
`), gogen.Options{Package: "p", Source: "x.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	models := strings.Join(strings.Fields(string(files[gogen.ModelsFile])), " ")
	for _, want := range []string{"type ListJarsState = JarState", "type ListJarsResponse404 = ShowJarResponse409", "type ShowJarResponse struct", "type ShowLidResponse struct", "type ListJarsDoor string", "type Lid struct", "type Cap struct", "ListJarsStateOpen ListJarsState = \"open\""} {
		if !strings.Contains(models, want) {
			t.Errorf("there is no %s in %s", want, models)
		}
	}
}
