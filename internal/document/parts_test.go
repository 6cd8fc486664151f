package document_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

func TestMedia(t *testing.T) {
	for media, want := range map[string][2]bool{
		"application/json": {true, false}, "Application/JSON; charset=utf-8": {true, false}, "text/json": {true, false},
		"application/merge-patch+json": {true, false}, "application/vnd.boxes-v2-json-patch": {true, false}, "text/xml": {false, true}, "application/atom+xml": {false, true},
		"text/plain": {}, "application/jsonx": {}, "": {},
	} {
		if document.IsJSON(media) != want[0] || document.IsXML(media) != want[1] {
			t.Errorf("%q: JSON %v, XML %v", media, document.IsJSON(media), document.IsXML(media))
		}
	}
	a, b := &openapi3.SchemaRef{Ref: "#/components/schemas/A"}, &openapi3.SchemaRef{Ref: "#/components/schemas/B"}
	object, items := openapi3.NewObjectSchema().NewRef(), openapi3.NewArraySchema().NewRef()
	joined := openapi3.NewSchema().NewRef()
	joined.Value.AllOf = openapi3.SchemaRefs{{Ref: a.Ref, Value: object.Value}, openapi3.NewSchema().NewRef()}
	content := openapi3.Content{
		"application/json": nil,
		"text/xml":         {Schema: a},
		"text/json":        {Schema: &openapi3.SchemaRef{Value: &openapi3.Schema{OneOf: openapi3.SchemaRefs{b}}}},
	}
	for _, got := range [][2]string{
		{document.JSONMedia(content), "text/json"},
		{document.XMLMedia(content), "text/xml"},
		{document.JSONMedia(nil), ""},
		{document.JSONMedia(openapi3.Content{"application/json-patch+json": {Schema: object}, "application/merge-patch+json": {Schema: object}}), "application/merge-patch+json"},
		{document.JSONMedia(openapi3.Content{"application/json-patch+json": {Schema: joined}, "application/merge-patch+json": {Schema: joined}}), "application/merge-patch+json"},
		{document.JSONMedia(openapi3.Content{"application/json-patch+json": {Schema: items}, "application/merge-patch+json": {Schema: object}}), "application/json-patch+json"},
		{document.JSONMedia(openapi3.Content{"application/json-patch+json": {Schema: object}, "application/apply-patch+yaml": {Schema: object}}), "application/json-patch+json"},
		{document.MediaOf(content, a.Ref), "text/xml"},
		{document.MediaOf(content, b.Ref), "text/json"},
		{document.MediaOf(content, "#/components/schemas/C"), "text/json"},
		{document.MediaOf(openapi3.Content{"text/plain": nil}, a.Ref), "text/plain"},
		{document.MediaOf(nil, a.Ref), "application/json"},
	} {
		if got[0] != got[1] {
			t.Errorf("%q, want %q", got[0], got[1])
		}
	}
	for _, c := range []struct {
		method string
		status int
		want   bool
	}{{"GET", 200, true}, {"HEAD", 200, false}, {"GET", 204, false}, {"PUT", 205, false}, {"GET", 304, false}, {"GET", 404, true}} {
		if document.HasBody(c.method, c.status) != c.want {
			t.Errorf("%s %d: a body is %v", c.method, c.status, !c.want)
		}
	}
}

func TestStatus(t *testing.T) {
	for key, want := range map[string][2]int{"200": {200, 200}, "4xx": {400, 499}, "5XX": {500, 599}, "default": {}} {
		if low, high, ok := document.Status(key); !ok || low != want[0] || high != want[1] {
			t.Errorf("%s: %d to %d, %v", key, low, high, ok)
		}
	}
	for _, key := range []string{"", "20", "2000", "99", "099", "600", "6XX", "2X0", "+20", "xXX"} {
		if low, high, ok := document.Status(key); ok {
			t.Errorf("%q is a status from %d to %d", key, low, high)
		}
	}
}

func TestPointers(t *testing.T) {
	if got := document.Pointer("a/b", "~c", ""); got != "/a~1b/~0c/" {
		t.Errorf("the pointer is %s", got)
	}
	for pointer, want := range map[string][]string{"": nil, "/a~1b/~0c/": {"a/b", "~c", ""}, "a/b": {"a", "b"}, "/~01": {"~1"}} {
		if got := document.Steps(pointer); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", pointer, got, want)
		}
	}
	var v any
	if err := json.Unmarshal([]byte(`{"a": [{"b": 1}], "c": {"d": 2}}`), &v); err != nil {
		t.Fatal(err)
	}
	for pointer, want := range map[string]any{"/a/0/b": 1.0, "/c/d": 2.0, "/a/1/b": nil, "/a/x": nil, "/c/d/e": nil, "c/d": 2.0} {
		if got := document.Get(v, pointer); got != want {
			t.Errorf("%s leads to %v, want %v", pointer, got, want)
		}
	}
	v = document.Put(v, "/c/e/f", 3)
	v = document.Without(v, "/c/d")
	v = document.Without(v, "/nothing/here")
	if text, err := json.Marshal(v); err != nil || string(text) != `{"a":[{"b":1}],"c":{"e":{"f":3}}}` {
		t.Errorf("%s, %v", text, err)
	}
	if document.Put(v, "", 4) != 4 || document.Get(document.Put("text", "/a", 5), "/a") != 5 {
		t.Error("the whole is not what is put")
	}
}

func TestPaths(t *testing.T) {
	for path, want := range map[string]string{
		"/v1/{a}/b": "/v1/ {a} /b", "/{a}{b}-{a}": "/ {a} {b} - {a}", "": "", "/x": "/x",
	} {
		parts, err := document.PathParts(path)
		var got []string
		for _, p := range parts {
			if p.Param != "" {
				p.Text = "{" + p.Param + "}"
			}
			got = append(got, p.Text)
		}
		if strings.Join(got, " ") != want || err != nil {
			t.Errorf("%s: %q, %v", path, got, err)
		}
	}
	if parts, err := document.PathParts("/a/{b"); err == nil || len(parts) != 2 || parts[1].Text != "{b" {
		t.Errorf("an open brace is not an error, or its text is lost: %q", parts)
	}
	if got := document.PathParams("/{a}/{b}/{a}"); !reflect.DeepEqual(got, []string{"a", "b"}) {
		t.Errorf("the parameters are %q", got)
	}
}

// TestMerged: bounds come out as the narrower of two, properties as both.
func TestMerged(t *testing.T) {
	d := load(t, head+`paths: {}
components:
  schemas:
    Text: {type: string, minLength: 2, maxLength: 9, x-timestamp: true}
    Number: {type: number, minimum: 1, maximum: 5, exclusiveMaximum: true}
    Base: {type: object, required: [a], properties: {a: {type: string}, b: {type: object, properties: {c: {}}}, e: {$ref: '#/components/schemas/Text'}}}
    Whole:
      required: [b]
      allOf:
        - $ref: '#/components/schemas/Base'
        - properties: {b: {type: object, properties: {d: {}}}, e: {description: another word}}
    Short: {maxLength: 4, minLength: 1, allOf: [{$ref: '#/components/schemas/Text'}]}
    Narrow: {minimum: 0, maximum: 5, allOf: [{$ref: '#/components/schemas/Number'}]}
    Loop: {type: object, properties: {a: {}}, allOf: [{$ref: '#/components/schemas/Loop'}]}
    Twice: {allOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Text'}]}
    Page: {type: object, properties: {content: {type: array, items: {}}, by: {type: object, additionalProperties: true}, rows: {type: array, items: {type: object, properties: {id: {}}}}}}
    Texts:
      allOf:
        - $ref: '#/components/schemas/Page'
        - properties: {content: {items: {$ref: '#/components/schemas/Text'}}, by: {additionalProperties: {$ref: '#/components/schemas/Text'}}, rows: {items: {properties: {name: {}}}}}
    Tree: {properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
    Leaf: {properties: {children: {type: array, items: {$ref: '#/components/schemas/Leaf'}}}}
    Node: {allOf: [{$ref: '#/components/schemas/Tree'}, {$ref: '#/components/schemas/Leaf'}]}
    Sole: {nullable: true, allOf: [{$ref: '#/components/schemas/Text'}]}
`)
	schema := func(name string) *openapi3.Schema { return d.Components.Schemas[name].Value }
	merged := func(name string) *openapi3.Schema {
		t.Helper()
		s, err := d.Merged(schema(name))
		if err != nil {
			t.Fatal(name, err)
		}
		return s
	}
	whole := merged("Whole")
	b, err := d.Merged(whole.Properties["b"].Value)
	if err != nil || len(whole.Properties) != 3 || len(whole.Required) != 2 || strings.Join(d.Properties(b), ",") != "c,d" {
		t.Errorf("%v %v %v", whole.Properties, whole.Required, b.Properties)
	}
	if whole.Properties["e"].Ref != "#/components/schemas/Text" {
		t.Error("a description alone makes another schema of a property")
	}
	property := func(name string) *openapi3.Schema {
		t.Helper()
		s, err := d.Merged(merged("Texts").Properties[name].Value)
		if err != nil {
			t.Fatal(name, err)
		}
		return s
	}
	if s := property("content"); !s.Type.Is("array") || s.Items.Ref != "#/components/schemas/Text" {
		t.Errorf("a page of anything whose items are told beside it: %+v", s)
	}
	if s := property("by"); s.AdditionalProperties.Schema.Ref != "#/components/schemas/Text" {
		t.Errorf("a map of anything whose values are told beside it: %+v", s)
	}
	if rows, err := d.Merged(property("rows").Items.Value); err != nil || strings.Join(d.Properties(rows), ",") != "id,name" {
		t.Errorf("rows that two describe have %v, %v", d.Properties(rows), err)
	}
	if s, err := d.Merged(merged("Node").Properties["children"].Value); err != nil || s.Items.Ref != "#/components/schemas/Tree" {
		t.Errorf("items of two schemas that list themselves: %+v, %v", s, err)
	}
	if s := merged("Short"); s.MinLength != 2 || *s.MaxLength != 4 || !s.Type.Is("string") || !document.Timestamp.Of(s.Extensions) {
		t.Errorf("%+v", s)
	}
	if s := merged("Narrow"); *s.Min != 1 || *s.Max != 5 || !s.ExclusiveMax.IsTrue() {
		t.Errorf("%+v", s)
	}
	if again := merged("Narrow"); again != merged("Narrow") || schema("Narrow").AllOf == nil {
		t.Error("merging changes the document, or gives another schema each time")
	}
	if _, err := d.Merged(schema("Loop")); err != document.ErrCircular {
		t.Error(err)
	}
	if merged("Twice").MinLength != 2 || document.SoleRef(schema("Sole")).Ref != "#/components/schemas/Text" || document.SoleRef(schema("Twice")) != nil {
		t.Error("a schema that is another writing of one is not found")
	}
}

func TestShapes(t *testing.T) {
	d := load(t, head+`paths: {}
components:
  schemas:
    any: {}
    text: {type: string}
    bytes: {type: string, format: byte}
    integer: {type: integer}
    number: {type: number}
    boolean: {type: boolean}
    enum: {type: string, enum: [a, b]}
    scalar: {oneOf: [{type: string}, {type: integer}]}
    object: {type: object, properties: {a: {}}}
    free: {type: object}
    map: {type: object, additionalProperties: {type: string}}
    list: {type: array, items: {}}
    union: {oneOf: [{$ref: '#/components/schemas/object'}, {$ref: '#/components/schemas/list'}]}
    Mixed: {enum: [a, 1]}
    Whatever: {anyOf: [{type: string, nullable: true}, {}]}
    Lacking: {oneOf: [{$ref: '#/components/schemas/object'}, {type: object, nullable: true, enum: [null]}]}
    Either: {oneOf: [{type: string, nullable: true}, {type: integer}]}
    Demands: {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}
    Switches: {type: boolean, enum: [true]}
    Alias: {$ref: '#/components/schemas/list'}
    Wrapped: {nullable: true, allOf: [{$ref: '#/components/schemas/object'}]}
    Only: {oneOf: [{type: string, nullable: true}, {required: [a]}]}
    Loop: {allOf: [{$ref: '#/components/schemas/Pool'}]}
    Pool: {allOf: [{$ref: '#/components/schemas/Loop'}]}
`)
	for name, ref := range d.Components.Schemas {
		got, err := d.Shape(&openapi3.SchemaRef{Ref: "#/components/schemas/" + name, Value: ref.Value})
		want := document.Shape{Kind: document.Kind(name), Name: name}
		switch name {
		case "Mixed":
			want.Kind = document.KindAny
		case "Whatever":
			want.Kind, want.Nullable = document.KindAny, true
		case "Lacking":
			want.Kind, want.Name, want.Nullable = document.KindObject, "object", true
		case "Either":
			want.Kind, want.Nullable = document.KindScalar, true
		case "Demands":
			want.Kind = document.KindObject
		case "Switches":
			want.Kind = document.KindBoolean
		case "Alias":
			want.Kind, want.Name = document.KindList, "list"
		case "Wrapped":
			want.Kind, want.Name, want.Nullable = document.KindObject, "object", true
		case "Only":
			want.Kind, want.Nullable = document.KindText, true
		case "Loop", "Pool":
			if err != document.ErrCircular {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil || got.Kind != want.Kind || got.Name != want.Name || got.Nullable != want.Nullable || got.Schema == nil {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	union := d.Components.Schemas["union"].Value
	if document.Member(union, "a") == nil || document.Items(union) == nil || document.Member(union, "b") != nil {
		t.Error("members of alternatives are not found")
	}
	if none, err := d.Shape(nil); err != nil || none.Kind != document.KindAny {
		t.Error(none, err)
	}
}
