package openapi_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

func object(s *api.Schema) api.Type { return api.Type{Kind: api.Object, Schema: s} }

func body(s *api.Schema) *api.Payload {
	return &api.Payload{MediaType: "application/json", Type: object(s)}
}

// text writes svc as YAML and fails unless an independent reader takes it.
func text(t *testing.T, svc *api.Service, prose bool) string {
	t.Helper()
	out, err := openapi.YAML(openapi.Of(svc, openapi.Options{Prose: prose}))
	if err != nil {
		t.Fatal(err)
	}
	loader := openapi3.NewLoader()
	d, err := loader.LoadFromData(out)
	if err == nil {
		err = d.Validate(loader.Context, openapi3.EnableExamplesValidation())
	}
	if err != nil {
		t.Errorf("not valid: %v\n%s", err, out)
	}
	return string(out)
}

// boxes is a service with one operation that responds with s.
func boxes(s *api.Schema, examples ...string) *api.Service {
	op := &api.Operation{ID: "ShowBox", Method: "GET", Path: "/box", Summary: "Showing a Box", Description: "Shows it.",
		Responses: []*api.Response{{Status: 200, Text: "Here.", Body: body(s)}}}
	for _, e := range examples {
		op.Examples = append(op.Examples, &api.Example{Side: api.SideResponse, Status: 200, Name: "example", Body: e, JSON: true, Valid: true})
	}
	return &api.Service{Title: "Boxes", Operations: []*api.Operation{op}, Schemas: []*api.Schema{s},
		Security: []api.SecurityScheme{{Name: "key", Header: "X-Key", Description: "Opens all boxes."}}}
}

// TestSecurity declares each way of authentication and lets a request have any one of them.
func TestSecurity(t *testing.T) {
	svc := boxes(&api.Schema{Name: "Box"})
	svc.Security = append(svc.Security, api.SecurityScheme{Name: "hand", Header: "Authorization"})
	d := openapi.Of(svc, openapi.Options{})
	key := d.Components.SecuritySchemes["key"].Value
	if key.Type != "apiKey" || key.In != "header" || key.Name != "X-Key" || key.Description != "Opens all boxes." || len(d.Components.SecuritySchemes) != 2 {
		t.Errorf("schemes %v", d.Components.SecuritySchemes)
	}
	if len(d.Security) != 2 || d.Security[0]["key"] == nil || d.Security[1]["hand"] == nil {
		t.Errorf("requirements %v", d.Security)
	}
	svc.Security = nil
	if d := openapi.Of(svc, openapi.Options{}); d.Components.SecuritySchemes != nil || d.Security != nil {
		t.Error("a service without authentication has schemes")
	}
}

func TestStringsStayStrings(t *testing.T) {
	values := []string{
		"2020-02-05", "2020-02-05T10:38:34.209782", "2020-02-05 10:38:34", "2020-02-05T10:38:34Z", "2020-2-5", "2020-02-05t10:38:34+01:00",
		"true", "yes", "no", "null", "~", "1", "1.5", "0x1", "1e3", "", " x ", "a: b", "#a", "- a", "2020-02-05 or later", "2020-02", "{a}", "line\nline", "\x07",
	}
	list, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	s := &api.Schema{Name: "Box", Fields: []*api.Field{{Name: "f", Type: api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}}}}
	out := text(t, boxes(s, `{"f": `+string(list)+`}`), true)
	var back struct {
		Paths map[string]map[string]struct {
			Responses map[string]struct {
				Content map[string]struct {
					Examples map[string]struct{ Value struct{ F []any } }
				}
			}
		}
	}
	if err := yaml.Unmarshal([]byte(out), &back); err != nil {
		t.Fatal(err)
	}
	got := back.Paths["/box"]["get"].Responses["200"].Content["application/json"].Examples["example"].Value.F
	if len(got) != len(values) {
		t.Fatalf("%d values of %d came back", len(got), len(values))
	}
	for i, v := range values {
		if got[i] != v {
			t.Errorf("%q came back as %T %v", v, got[i], got[i])
		}
	}
	// Our reader takes more for a string than others do; these need quotes for them.
	for _, v := range values[:6] {
		if !strings.Contains(out, `"`+v+`"`) {
			t.Errorf("%s stands without quotes: others take it for a date", v)
		}
	}
	if strings.Contains(out, `"2020-02-05 or later"`) {
		t.Error("a sentence that starts with a date needs no quotes")
	}
}

func TestUnionOfVariants(t *testing.T) {
	need := func(name string) *api.Field {
		return &api.Field{Name: name, Need: api.NeedYes, Type: api.Type{Kind: api.String}}
	}
	for _, c := range []struct {
		what string
		a, b *api.Schema
		want string
	}{
		{"each demands what the other lacks", &api.Schema{Name: "A", Request: true, Fields: []*api.Field{need("open")}}, &api.Schema{Name: "B", Request: true, Fields: []*api.Field{need("shut")}}, "oneOf"},
		{"one demands nothing of its own", &api.Schema{Name: "A", Request: true, Fields: []*api.Field{need("open"), need("key")}}, &api.Schema{Name: "B", Request: true, Fields: []*api.Field{need("open")}}, "anyOf"},
		{"both look alike", &api.Schema{Name: "A", Request: true, Fields: []*api.Field{need("open")}}, &api.Schema{Name: "B", Request: true, Fields: []*api.Field{need("open")}}, "anyOf"},
		{"responses require nothing", &api.Schema{Name: "A", Fields: []*api.Field{need("open")}}, &api.Schema{Name: "B", Fields: []*api.Field{need("shut")}}, "anyOf"},
	} {
		op := &api.Operation{ID: "Action", Method: "POST", Path: "/box"}
		for i, s := range []*api.Schema{c.a, c.b} {
			op.Variants = append(op.Variants, &api.Operation{ID: "Variant" + string(rune('A'+i)), Method: "POST", Path: "/box", Body: body(s), Responses: []*api.Response{{Status: 204}}})
		}
		out := text(t, &api.Service{Operations: []*api.Operation{op}, Schemas: []*api.Schema{c.a, c.b}}, false)
		if got := strings.Contains(out, c.want+":"); !got || strings.Contains(out, "oneOf:") && strings.Contains(out, "anyOf:") {
			t.Errorf("%s: no %s in\n%s", c.what, c.want, out)
		}
	}
	// One structure for both is not a choice.
	s := &api.Schema{Name: "A", Fields: []*api.Field{need("open")}}
	op := &api.Operation{ID: "Action", Method: "POST", Path: "/box"}
	for _, id := range []string{"OpenBox", "ShutBox"} {
		op.Variants = append(op.Variants, &api.Operation{ID: id, Body: body(s), Responses: []*api.Response{{Status: 200, Body: body(s)}}})
	}
	if out := text(t, &api.Service{Operations: []*api.Operation{op}, Schemas: []*api.Schema{s}}, false); strings.Contains(out, "Of:") {
		t.Errorf("one structure became a choice:\n%s", out)
	}
}

func TestProse(t *testing.T) {
	s := &api.Schema{Name: "Box", Fields: []*api.Field{{Name: "lid", Passages: []api.Passage{{Markdown: "The lid."}}, Type: api.Type{Kind: api.String}}}}
	with, without := text(t, boxes(s), true), text(t, boxes(s), false)
	for _, words := range []string{"Shows it.", "Here.", "The lid."} {
		if !strings.Contains(with, words) || strings.Contains(without, words) {
			t.Errorf("%q: with prose %v, without %v", words, strings.Contains(with, words), strings.Contains(without, words))
		}
	}
	if !strings.Contains(without, "description: OK") {
		t.Error("a response needs a description: the status has one")
	}
}

// TestOrder: properties stand as in their table, keys as a person reads them, and JSON in
// the order of YAML.
func TestOrder(t *testing.T) {
	s := &api.Schema{Name: "Box"}
	for _, n := range []string{"zinc", "oak", "ash", "k", "j", "i", "h", "g", "f", "e", "d"} {
		s.Fields = append(s.Fields, &api.Field{Name: n, Type: api.Type{Kind: api.String}})
	}
	svc := boxes(s)
	out := text(t, svc, true)
	j, err := openapi.JSON(openapi.Of(svc, openapi.Options{Prose: true}))
	if err != nil {
		t.Fatal(err)
	}
	for name, doc := range map[string]string{"YAML": out, "JSON": string(j)} {
		last := -1
		for _, key := range []string{"openapi", "info", "servers", "paths", "operationId", "summary", "responses", "components", "properties", "zinc", "oak", "ash", "securitySchemes"} {
			at := strings.Index(doc, key)
			if at <= last {
				t.Errorf("%s: %s stands at %d, before what it should follow at %d", name, key, at, last)
			}
			last = at
		}
	}
	var fromYAML, fromJSON any
	if err := yaml.Unmarshal([]byte(out), &fromYAML); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(j, &fromJSON); err != nil {
		t.Fatal(err)
	}
	a, err := json.Marshal(fromYAML)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(fromJSON)
	if err != nil {
		t.Fatal(err)
	}
	if string(a) != string(b) {
		t.Errorf("YAML and JSON differ:\n%s\n%s", a, b)
	}
}

// TestNullableReference: OpenAPI 3.0.3 ignores all that stands beside a reference.
func TestNullableReference(t *testing.T) {
	inner := &api.Schema{Name: "Lid", Fields: []*api.Field{{Name: "wood", Type: api.Type{Kind: api.String}}}}
	lid := object(inner)
	lid.Nullable = true
	s := &api.Schema{Name: "Box", Fields: []*api.Field{{Name: "lid", Type: lid}, {Name: "other", Type: object(inner)}}}
	svc := boxes(s, `{"lid": null}`)
	svc.Schemas = append(svc.Schemas, inner)
	out := text(t, svc, false)
	if !strings.Contains(out, "oneOf:\n            - $ref: '#/components/schemas/Lid'\n            - type: object\n              nullable: true\n              enum:\n                - null") {
		t.Errorf("no null beside the lid:\n%s", out)
	}
}

func TestDefaultResponse(t *testing.T) {
	s := &api.Schema{Name: "ErrorBody"}
	svc := boxes(s)
	svc.Operations[0].Responses = append(svc.Operations[0].Responses, &api.Response{Status: 0, Body: body(s)}, &api.Response{Status: 599})
	out := text(t, svc, false)
	for _, want := range []string{"default:\n          description: Error", "\"599\":\n          description: Status 599"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

// TestBodyOfVariants: a request has to have a body where each variant demands one.
func TestBodyOfVariants(t *testing.T) {
	for bodies, want := range map[string]bool{"must must": true, "must may": false, "may must": false, "must none": false, "none must": false} {
		op := &api.Operation{ID: "Action", Method: "POST", Path: "/box"}
		s := &api.Schema{Name: "A", Request: true, Fields: []*api.Field{{Name: "open", Type: api.Type{Kind: api.String}}}}
		for i, word := range strings.Fields(bodies) {
			v := &api.Operation{ID: "Variant" + string(rune('A'+i)), Method: "POST", Path: "/box", Responses: []*api.Response{{Status: 204}}}
			if word != "none" {
				v.Body = body(s)
				v.Body.Required = word == "must"
			}
			op.Variants = append(op.Variants, v)
		}
		out := text(t, &api.Service{Operations: []*api.Operation{op}, Schemas: []*api.Schema{s}}, false)
		_, request, _ := strings.Cut(out, "requestBody:")
		request, _, _ = strings.Cut(request, "responses:")
		if strings.Contains(request, "required: true") != want {
			t.Errorf("%s:\n%s", bodies, request)
		}
	}
}
