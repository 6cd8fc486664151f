package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// box is a body {"boxes": [Box, …], "count": 2}; a Box has an id, a lid and a size.
func box() (body, inner *api.Schema) {
	inner = &api.Schema{Name: "Box", Label: "box", Fields: []*api.Field{field("id", api.String), field("lid", api.String), field("size", api.Integer)}}
	boxes := field("boxes", api.Array)
	boxes.Type.Elem = &api.Type{Kind: api.Object, Schema: inner}
	return &api.Schema{Name: "ListBoxesResponseBody", Fields: []*api.Field{boxes, field("count", api.Integer)}}, inner
}

func names(s *api.Schema) string {
	var out []string
	for _, f := range s.Fields {
		out = append(out, f.Name)
	}
	return strings.Join(out, " ")
}

func TestExampleOfPart(t *testing.T) {
	for _, c := range []struct {
		what, example, rules string
		body, inner          string // the fields of the two structures
		valid                bool
	}{
		{"the whole body", `{"boxes": [{"id": "b"}], "count": 1}`, "", "boxes count", "id lid size", true},
		{"one structure of it", `{"id": "b", "lid": "oak"}`, "docs/example-of-part", "boxes count", "id lid size", false},
		{"half of whose members are known", `{"id": "b", "colour": "red"}`, "docs/example-of-part docs/undocumented-field", "boxes count", "id lid size colour", false},
		{"fewer than half: it is the body", `{"id": "b", "p": 1, "q": 2}`, "docs/undocumented-field docs/undocumented-field docs/undocumented-field", "boxes count id p q", "id lid size", true},
		{"one member of the body: it is the body", `{"count": 1, "id": "b", "lid": "oak"}`, "docs/undocumented-field docs/undocumented-field", "boxes count id lid", "id lid size", true},
		{"the list of it", `[{"id": "b", "lid": "oak"}, {"id": "c", "size": 3}]`, "docs/example-of-part", "boxes count", "id lid size", false},
		{"a list with an unknown member", `[{"id": "b", "lid": "oak", "p": 1}]`, "docs/example-contradicts-type", "boxes count", "id lid size", true},
		{"a list of one member each", `[{"id": "b"}]`, "docs/example-contradicts-type", "boxes count", "id lid size", true},
		{"a list with members of the body", `[{"id": "b", "count": 1}]`, "docs/example-contradicts-type docs/undocumented-field", "boxes count id", "id lid size", true},
		{"an empty object is the body", `{}`, "", "boxes count", "id lid size", true},
	} {
		body, inner := box()
		op, found := decided(t, body, c.example)
		if rules(found) != c.rules || names(body) != c.body || names(inner) != c.inner || op.Examples[0].Valid != c.valid {
			t.Errorf("%s: findings %q, body %q, structure %q, valid %v", c.what, rules(found), names(body), names(inner), op.Examples[0].Valid)
		}
	}
}

// TestPartTeaches: what a part shows counts for the structure that it shows.
func TestPartTeaches(t *testing.T) {
	body, inner := box()
	_, found := decided(t, body, `{"id": "b", "size": 1.5}`)
	if got := inner.Fields[2].Type.String(); got != "number" || rules(found) != "docs/example-of-part docs/example-contradicts-type" {
		t.Errorf("size is %s; findings %s", got, rules(found))
	}
}

func TestGuess(t *testing.T) {
	for _, c := range []struct {
		what    string
		fields  []*api.Field // documented elsewhere
		example string
		name    string
		typ     string
	}{
		{"nothing known: the example tells", nil, `{"zone": 3}`, "zone", "integer"},
		{"a field of that name is documented", []*api.Field{field("zone", api.String)}, `{"zone": 3}`, "zone", "string or integer"},
		{"also where few names end alike", []*api.Field{field("box_id", api.String), field("lid_id", api.String)}, `{"box_id": 3}`, "box_id", "string or integer"},
		{"two of that name disagree", []*api.Field{field("zone", api.String), field("zone", api.Boolean)}, `{"zone": 3}`, "zone", "integer"},
		{"three names end alike", []*api.Field{field("box_id", api.String), field("lid_id", api.String), field("key_id", api.String)}, `{"zone_id": 0}`, "zone_id", "string or integer"},
		{"two are too few", []*api.Field{field("box_id", api.String), field("lid_id", api.String)}, `{"zone_id": 0}`, "zone_id", "integer"},
		{"those that end alike disagree", []*api.Field{field("box_id", api.String), field("lid_id", api.String), field("key_id", api.Integer)}, `{"zone_id": 0}`, "zone_id", "integer"},
		{"one word is not an ending", []*api.Field{field("a_size", api.String), field("b_size", api.String), field("c_size", api.String)}, `{"size": 0}`, "size", "integer"},
		{"a list says nothing of basic types", []*api.Field{field("zone", api.Array)}, `{"zone": 3}`, "zone", "integer"},
	} {
		body := &api.Schema{Name: "ShowBoxResponseBody", Fields: []*api.Field{field("known", api.String)}}
		op := &api.Operation{ID: "ShowBox", Responses: []*api.Response{{Status: 200, Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: body}}}},
			Examples: []*api.Example{{Side: api.SideResponse, Status: 200, Raw: c.example, JSON: true, Lines: []source.Pos{{Line: 1, Col: 1}}}}}
		svc := &api.Service{Operations: []*api.Operation{op}, Schemas: []*api.Schema{body}}
		for i, f := range c.fields {
			svc.Schemas = append(svc.Schemas, &api.Schema{Name: "Other" + itoa(i), Fields: []*api.Field{f}})
		}
		Service(svc, new(diag.List))
		f := body.Field(c.name)
		if f == nil || f.Type.String() != c.typ || !f.Decided.OnlyInExamples || f.Need != api.NeedNo {
			t.Errorf("%s: %+v, want %s", c.what, f, c.typ)
		}
	}
}

func TestInfer(t *testing.T) {
	for _, c := range []struct{ examples, typ string }{
		{`{"f": {"a": 1}}`, "object ShowBoxBoxF"},
		{`{"f": {}}`, "object"},
		{`{"f": []}`, "array of any"},
		{`{"f": [1, 2.5]}`, "array of number"},
		{`{"f": [{"a": 1}, {"b": null}]}`, "array of object ShowBoxBoxF"},
		{`{"f": null}`, "any, nullable"},
		{`{"f": [[true]]}`, "array of array of boolean"},
		{`{"f": "a"} {"f": 1}`, "string or integer"},
	} {
		body := &api.Schema{Name: "ShowBoxBox", Fields: []*api.Field{field("known", api.String)}}
		_, found := decided(t, body, strings.SplitAfter(c.examples, "} ")...)
		// What examples alone tell is not a contradiction, as long as they agree.
		if got := rules(found); strings.Contains(got, "contradicts") != strings.Contains(c.typ, " or ") {
			t.Errorf("%s: findings %s", c.examples, got)
		}
		f := body.Field("f")
		if got := f.Type.String(); got != c.typ {
			t.Errorf("%s: %s, want %s", c.examples, got, c.typ)
		}
		if f.Type.Nullable != strings.HasSuffix(c.typ, "nullable") {
			t.Errorf("%s is nullable", c.examples)
		}
	}
}

func TestUndocumentedBody(t *testing.T) {
	for _, c := range []struct {
		what, example, rules string
		statuses             int
		typ                  string
	}{
		{"an object", `{"lid": "oak"}`, "docs/undocumented-body", 2, "object ShowBoxResponseBody"},
		{"a list", `["oak"]`, "docs/undocumented-body", 2, "array of string"},
		{"nothing in it", `{}`, "", 2, "object"},
		{"a bare word is not a body", `"oak"`, "", 1, ""},
	} {
		op := &api.Operation{ID: "ShowBox", Responses: []*api.Response{{Status: 204}},
			Examples: []*api.Example{{Side: api.SideResponse, Status: 200, Raw: c.example, JSON: true, Lines: []source.Pos{{Line: 1, Col: 1}}}}}
		var found diag.List
		Service(&api.Service{Operations: []*api.Operation{op}}, &found)
		if rules(found.Sorted()) != c.rules || len(op.Responses) != c.statuses {
			t.Errorf("%s: findings %q, %d responses", c.what, rules(found.Sorted()), len(op.Responses))
			continue
		}
		if c.statuses == 2 && op.Responses[1].Body.Type.String() != c.typ {
			t.Errorf("%s: the body is %s, want %s", c.what, op.Responses[1].Body.Type, c.typ)
		}
	}
}

// TestMandatory: callers must send what is mandatory; a service may leave it out.
func TestMandatory(t *testing.T) {
	for _, request := range []bool{true, false} {
		lid := field("lid", api.String)
		lid.Need = api.NeedYes
		fixed := field("sort", api.String, claim(api.FactConst, "box"))
		fixed.Need = api.NeedYes
		body := &api.Schema{Name: "Box", Request: request, Fields: []*api.Field{lid, fixed}}
		op, found := decided(t, body, `{}`, `{"lid": "oak"}`, `{"lid": "oak", "sort": "box"}`)
		if op.Examples[0].Valid == request || op.Examples[1].Valid == request || !op.Examples[2].Valid || (len(found) > 0) != request {
			t.Errorf("request %v: %v %v %v, findings %q", request, op.Examples[0].Valid, op.Examples[1].Valid, op.Examples[2].Valid, rules(found))
		}
	}
}

// TestRecursion: a structure in itself ends the walk where the example ends.
func TestRecursion(t *testing.T) {
	body := &api.Schema{Name: "Box", Fields: []*api.Field{field("id", api.Integer), field("in", api.Array)}}
	body.Fields[1].Type.Elem = &api.Type{Kind: api.Object, Schema: body}
	op := &api.Operation{ID: "ShowBox", Responses: []*api.Response{{Status: 200, Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: body}}}},
		Examples: []*api.Example{{Side: api.SideResponse, Status: 200, JSON: true, Lines: []source.Pos{{Line: 1, Col: 1}},
			Raw: `{"id": 1, "in": [{"id": 2, "in": [{"id": 2.5, "odd": 1}]}]}`}}}
	var found diag.List
	Service(&api.Service{Operations: []*api.Operation{op}, Schemas: []*api.Schema{body}}, &found)
	if names(body) != "id in odd" || body.Fields[0].Type.Kind != api.Number {
		t.Errorf("fields %s, id %s", names(body), body.Fields[0].Type)
	}
}
