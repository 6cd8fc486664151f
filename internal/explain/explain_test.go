package explain_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/explain"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

func origin(line int, how api.How) api.Origin {
	return api.Origin{Page: "a.rst", Pos: source.Pos{Line: line, Col: 2}, How: how}
}

// service has one operation with a parameter and a body that have a name in common, a name
// with a dot, and a structure that contains itself.
func service() *api.Service {
	text := api.Type{Kind: api.String}
	s := &api.Schema{Name: "Lamp", Origin: origin(1, api.FromCaption)}
	list := api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Map, Elem: &api.Type{Kind: api.Object, Schema: s}}}
	s.Fields = []*api.Field{
		{Name: "name", Type: text, Origin: origin(2, api.FromColumn), Claims: []api.Claim{
			{Fact: api.FactEnum, Values: []string{"a\x1b[31m", strings.Repeat("x", 200)}, Elems: true, Conditional: true, Origin: origin(3, api.FromLabel)},
			{Fact: api.FactDeprecated, Origin: origin(4, api.FromProse)},
		}},
		{Name: "name.first", Type: text},
		{Name: "parts", Type: list},
	}
	q := &api.Param{In: api.InQuery, Field: api.Field{Name: "name", Type: text}}
	op := &api.Operation{ID: "SetLamp", Method: "PUT", Path: "/lamps", Params: []*api.Param{q},
		Body:      &api.Payload{Type: api.Type{Kind: api.Object, Schema: s}},
		Responses: []*api.Response{{Status: 200, Body: &api.Payload{Type: list}}, {Headers: []*api.Param{{In: api.InHeader, Field: api.Field{Name: "X-Id", Type: text}}}}}}
	return &api.Service{Operations: []*api.Operation{op}, Schemas: []*api.Schema{s}}
}

func TestField(t *testing.T) {
	for path, want := range map[string][]string{
		"SetLamp.name":                    {"    query parameter", "    request body", "    response 200 body", "    structure Lamp"},
		"SetLamp.name.first":              {"    request body"},
		"SetLamp.parts.parts.parts.parts": {"    type       array of map of object Lamp"},
		"SetLamp.X-Id":                    {"    response header"},
	} {
		got, err := explain.Field(service(), nil, path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s lacks %q:\n%s", path, w, got)
			}
		}
	}
}

func TestFieldSaysAll(t *testing.T) {
	found := []diag.Finding{
		{Rule: "docs/limits-disagree", Page: "a.rst", Pos: source.Pos{Line: 3, Col: 2}, Message: "THIS"},
		{Rule: "docs/enum-lacks-value", Page: "b.rst", Related: []diag.Related{{Page: "a.rst", Pos: source.Pos{Line: 3, Col: 2}}}, Message: "THIS TOO"},
		{Rule: "docs/limits-disagree", Page: "b.rst", Pos: source.Pos{Line: 3, Col: 2}, Message: "ANOTHER PAGE"},
		{Rule: "docs/blank-line", Page: "a.rst", Pos: source.Pos{Line: 3, Col: 2}, Message: "ANOTHER RULE"},
	}
	svc := service()
	three := uint64(3)
	f := svc.Schemas[0].Fields[0]
	f.Type.Nullable = true
	f.Decided = api.Decided{Deprecated: true, Limits: api.Limits{MinLength: &three, Unique: true}, Elems: api.Limits{Pattern: "^a$"},
		Const: &api.Value{JSON: `"c"`}, Contradicted: f.Claims[:1]}
	f.Observed = []api.Observed{{Kind: "null", Count: 4, First: []api.Origin{origin(7, api.FromExample)}}}
	got, err := explain.Field(svc, found, "SetLamp.name")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []string{
		"enum of each element, in some cases", "a\uFFFD[31m, xxxx", "label", "a.rst:3:2", "deprecated ",
		"null  4 times  a.rst:7:2 …", "nullable", "minLength", "uniqueItems", "pattern of each element", "const",
		"overruled", "THIS [", "THIS TOO",
	} {
		if !strings.Contains(got, w) {
			t.Errorf("lacks %q", w)
		}
	}
	if strings.Contains(got, "ANOTHER") || strings.Contains(got, "\x1b") || strings.Contains(got, strings.Repeat("x", 100)) {
		t.Error("says too much")
	}
	if t.Failed() {
		t.Log(got)
	}
}

func TestNoField(t *testing.T) {
	long := strings.Repeat("name.", 1000)
	for path, want := range map[string]string{
		"":                   `there is no operation ""; near that: SetLamp`,
		"setlamp.name":       `there is no operation "setlamp"; near that: SetLamp`,
		"SetLamp":            "name a field or parameter of SetLamp, as in SetLamp.X-Id, SetLamp.name, SetLamp.name.first, SetLamp.parts",
		"SetLamp.nam":        `SetLamp has no field "nam"; near that: SetLamp.name, SetLamp.name.first`,
		"SetLamp.parts.part": `SetLamp.parts has no field "part"; near that: SetLamp.parts.parts, SetLamp.parts.name`,
		"SetLamp." + long:    "SetLamp has no field",
	} {
		if _, err := explain.Field(service(), nil, path); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.30s: %v, want %s", path, err, want)
		}
	}
	if _, err := explain.Field(&api.Service{}, nil, "A.b"); err == nil {
		t.Error("an operation of no service")
	}
}
