package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// variant makes one of two operations of a path, whose response lists the fields that have a
// name, "!" in front of those that the table calls optional, and prints the bodies.
func variant(id string, status int, names string, printed ...string) *api.Operation {
	s := &api.Schema{Name: id + "Body"}
	for name := range strings.FieldsSeq(names) {
		f := &api.Field{Name: strings.TrimPrefix(name, "!"), Type: api.Type{Kind: api.String}}
		if strings.HasPrefix(name, "!") {
			f.Need = api.NeedNo
		}
		s.Fields = append(s.Fields, f)
	}
	op := &api.Operation{ID: id, Method: "GET", Path: "/box", Responses: []*api.Response{
		{Status: 204},
		{Status: status, Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: s}}},
	}}
	for _, text := range printed {
		op.Examples = append(op.Examples, &api.Example{Side: api.SideResponse, Status: status, JSON: true, Raw: text, Body: text, Lines: []source.Pos{{Line: 1, Col: 1}}})
	}
	return op
}

// TestProve: which fields must be there to tell the responses of two variants apart.
func TestProve(t *testing.T) {
	for _, c := range []struct {
		what  string
		a, b  *api.Operation
		want  string // proven fields of a
		other string // of b
	}{
		{"each printed response shows it", variant("A", 200, "lid size", `{"lid":"a","size":"b"}`, `{"lid":"c"}`), variant("B", 200, "jar"), "lid", "jar"},
		{"one of them does not", variant("A", 200, "lid size", `{"size":"b"}`, `{"lid":"c"}`), variant("B", 200, "jar"), "", "jar"},
		{"none is printed, and there are two fields", variant("A", 200, "lid size"), variant("B", 200, "jar"), "", "jar"},
		{"the table says that it may be missing", variant("A", 200, "!lid", `{"lid":"c"}`), variant("B", 200, "!jar"), "", ""},
		{"the responses share a field", variant("A", 200, "lid size", `{"lid":"c"}`), variant("B", 200, "size"), "", ""},
		{"the other is of another status", variant("A", 200, "lid", `{"lid":"c"}`), variant("B", 201, "jar"), "", ""},
		{"the other has no fields in common, but this is XML", xml(variant("A", 200, "lid", `{"lid":"c"}`)), variant("B", 200, "jar"), "", "jar"},
	} {
		op := &api.Operation{ID: "Both", Method: "GET", Path: "/box", Variants: []*api.Operation{c.a, c.b}}
		svc := &api.Service{Operations: []*api.Operation{op}}
		for _, v := range op.Variants {
			svc.Schemas = append(svc.Schemas, v.Responses[1].Body.Type.Schema)
		}
		Service(svc, new(diag.List))
		for i, want := range []string{c.want, c.other} {
			if got := proven(svc.Schemas[i]); got != want {
				t.Errorf("%s: %s proves %q, want %q", c.what, op.Variants[i].ID, got, want)
			}
		}
	}
}

func xml(op *api.Operation) *api.Operation {
	op.Responses[1].Body.Type.Schema.XMLName = "Box"
	return op
}

func proven(s *api.Schema) string {
	var out []string
	for _, f := range s.Fields {
		if f.Decided.Proven != (f.Need == api.NeedYes) {
			return f.Name + " is proven and not mandatory"
		}
		if f.Decided.Proven {
			out = append(out, f.Name)
		}
	}
	return strings.Join(out, " ")
}

// TestProveSharedSchema: two variants with one structure cannot be told apart by it.
func TestProveSharedSchema(t *testing.T) {
	a, b := variant("A", 200, "lid", `{"lid":"c"}`), variant("B", 200, "jar")
	s := a.Responses[1].Body.Type.Schema
	b.Responses[1].Body.Type.Schema = s
	svc := &api.Service{Operations: []*api.Operation{{ID: "Both", Variants: []*api.Operation{a, b}}}, Schemas: []*api.Schema{s}}
	Service(svc, new(diag.List))
	if got := proven(s); got != "" {
		t.Errorf("it proves %q", got)
	}
}

// TestOddMemberName: a name that no member can have is reported and left out.
func TestOddMemberName(t *testing.T) {
	body := &api.Schema{Name: "Box", Label: "Box", Fields: []*api.Field{field("lid", api.String)}}
	_, found := decided(t, body, `{"lid": "a", "size\"": 1, "wood": "oak"}`)
	if got, want := rules(found), "docs/odd-member-name docs/undocumented-field"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if body.Field("wood") == nil || len(body.Fields) != 2 {
		t.Errorf("the body has the fields %q", names(body))
	}
}
