package document_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestComponentNames: names that OpenAPI does not allow are replaced wherever they are used, in
// references with and without escapes, mappings and requirements; two stay two.
func TestComponentNames(t *testing.T) {
	const three = `openapi: 3.0.1
info: {title: t, version: v}
security: [{my key: []}]
paths:
  /a:
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page%C2%ABA%C2%BB'}}}}
        '201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page[A]/properties/x'}}}}
components:
  securitySchemes: {my key: {type: apiKey, in: header, name: X}}
  schemas:
    Page«A»: {type: object, properties: {own: {$ref: '#/components/schemas/Page«A»'}, kind: {type: string}}, discriminator: {propertyName: kind, mapping: {a: 'Page[A]', b: '#/components/schemas/Page[A]'}}}
    Page[A]: {type: object, properties: {x: {type: integer}}}
    a/b: {type: string}
    Fine_1.x-y: {type: string}
`
	d, err := document.Load([]byte(three))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range d.Components.Schemas {
		names = append(names, name)
	}
	for _, want := range []string{"Page_A_", "Page_A__2", "a_b", "Fine_1.x-y"} {
		if d.Components.Schemas[want] == nil {
			t.Errorf("there is no %s in %q", want, names)
		}
	}
	get := d.Paths.Value("/a").Get.Responses
	first, second := d.Components.Schemas["Page_A_"].Value, d.Components.Schemas["Page_A__2"].Value
	if got := get.Value("200").Value.Content["application/json"].Schema; got.Value != first || first.Properties["own"].Value != first {
		t.Errorf("%+v", got)
	}
	if got := get.Value("201").Value.Content["application/json"].Schema.Value; !got.Type.Is("integer") || second.Properties["x"].Value != got {
		t.Errorf("%+v", got)
	}
	for value, to := range first.Discriminator.Mapping {
		if to.Ref != "#/components/schemas/Page_A__2" {
			t.Errorf("%s leads to %s", value, to.Ref)
		}
	}
	if _, ok := d.Security[0]["my_key"]; !ok || len(d.SecuritySchemes()) != 1 || d.SecuritySchemes()[0].Name != "my_key" {
		t.Errorf("%v %v", d.Security, d.SecuritySchemes())
	}
	if len(d.Warnings) != 4 || !strings.Contains(d.Warnings[0].String(), `11:21: "my key" cannot be the name of a component, and "my_key" is taken`) {
		t.Errorf("%v", d.Warnings)
	}
	const two = `swagger: '2.0'
info: {title: t, version: v}
paths: {/a: {post: {parameters: [{name: b, in: body, schema: {$ref: '#/definitions/List<A>'}}, {name: f, in: formData, type: string}], responses: {'200': {description: ok}}}}}
definitions: {List<A>: {type: object, properties: {x: {type: integer}}}}
`
	if d, err = document.Load([]byte(two)); err != nil {
		t.Fatal(err)
	}
	body := d.Paths.Value("/a").Post.RequestBody.Value.Content["application/json"].Schema
	if body == nil || body.Value.Properties["x"] == nil {
		t.Errorf("%+v", body)
	}
	if said := d.Warnings[0].String(); !strings.HasPrefix(said, "3:") || !strings.Contains(said, `"f" in formData is ignored`) {
		t.Errorf("%v", d.Warnings)
	}
}
