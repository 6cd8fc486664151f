package gogen

import (
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// What oapi-codegen reads: documents in which all names are decided and variants resolved.
// It walks them with our templates and says how parameters are sent; types come from the
// view. No key of the document that would change its text (x-go-type and others) gets there.

// emptyDocument has nothing but a title.
func emptyDocument(v *view) *openapi3.T {
	return &openapi3.T{
		OpenAPI: "3.0.3", Info: &openapi3.Info{Title: v.title, Version: v.version},
		Paths:      openapi3.NewPaths(),
		Components: &openapi3.Components{Schemas: openapi3.Schemas{}},
	}
}

// typesOnly has the types by their Go names.
func typesOnly(v *view) *openapi3.T {
	doc := emptyDocument(v)
	for _, t := range v.types {
		s := openapi3.NewObjectSchema()
		s.Extensions = map[string]any{}
		document.GoName.Set(s.Extensions, t.Name)
		doc.Components.Schemas[t.Name] = openapi3.NewSchemaRef("", s)
	}
	return doc
}

// operationsOnly has the operations and variants with their parameters. A variant has a
// path of its own; constants are filled in.
func operationsOnly(v *view) *openapi3.T {
	doc := emptyDocument(v)
	for i, op := range v.ops {
		o := openapi3.NewOperation()
		o.OperationID = op.Name
		o.Extensions = map[string]any{operationKey: i}
		o.Responses = openapi3.NewResponses()
		path := op.path
		for _, place := range []string{"path", "query", "header", "cookie"} {
			for i, p := range op.in(place) {
				described := p.described(place)
				if place == "path" {
					described.Name = neutral(i, p.Name)
					path = strings.ReplaceAll(path, "{"+p.Name+"}", "{"+described.Name+"}")
				}
				o.AddParameter(described)
			}
		}
		if item := doc.Paths.Value(path); item != nil && item.GetOperation(op.Method) != nil {
			path += "#" + op.Name
		}
		item := doc.Paths.Value(path)
		if item == nil {
			item = &openapi3.PathItem{}
			doc.Paths.Set(path, item)
		}
		item.SetOperation(op.Method, o)
	}
	return doc
}

// neutral is the name of the i-th parameter of a path for oapi-codegen, which takes ";" and other
// signs off the names in a path and looks for the rest.
func neutral(i int, name string) string {
	if !strings.ContainsAny(name, ".;?*") {
		return name
	}
	return "p" + strconv.Itoa(i)
}

// described is the parameter as the document has it, without what only types need.
func (p *param) described(place string) *openapi3.Parameter {
	out := &openapi3.Parameter{
		Name: p.Name, In: place, Required: p.Required || place == "path",
		Style: p.spec.Style, Explode: p.spec.Explode, AllowReserved: p.spec.AllowReserved,
	}
	if out.Explode == nil && out.Style != "" {
		// OpenAPI 3.0.3, Parameter Object: "When style is form, the default value is true. For
		// all other styles, the default value is false." oapi-codegen goes by the place instead.
		explode := out.Style == "form"
		out.Explode = &explode
	}
	schema := openapi3.NewSchema()
	if p.spec.Schema != nil && p.spec.Schema.Value != nil {
		schema.Type, schema.Format = p.spec.Schema.Value.Type, p.spec.Schema.Value.Format
	}
	if schema.Type.Is("array") {
		schema.Items = openapi3.NewSchemaRef("", openapi3.NewSchema())
	}
	if p.JSON {
		out.Content = openapi3.NewContentWithJSONSchema(schema)
	} else {
		out.Schema = openapi3.NewSchemaRef("", schema)
	}
	return out
}
