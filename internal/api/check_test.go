package api

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

// soundModel is a model without a mistake, of one operation with all that an operation has.
func soundModel() *Service {
	at := func(line int) Origin {
		return Origin{Page: "a.rst", Pos: source.Pos{Line: line, Col: 1}, How: FromColumn}
	}
	field := func(name string, line int, t Type) *Field {
		return &Field{Name: name, Type: t, Origin: at(line), Claims: []Claim{{Fact: FactKind, Origin: at(line)}}}
	}
	lid := &Schema{Name: "Lid", Origin: at(5), Fields: []*Field{field("size", 6, Type{Kind: Integer})}}
	box := &Schema{Name: "Box", Origin: at(7), Fields: []*Field{
		field("lids", 8, Type{Kind: Array, Elem: &Type{Kind: Object, Schema: lid}}),
		field("tags", 9, Type{Kind: Map, Elem: &Type{Kind: String}}),
	}}
	op := &Operation{
		ID: "ShowBox", Method: "GET", Path: "/boxes/{box}", Origin: at(1),
		Params:    []*Param{{In: InPath, Field: *field("box", 2, Type{Kind: String})}, {In: InQuery, Field: *field("box", 3, Type{Kind: String})}},
		Body:      &Payload{Type: Type{Kind: Object, Schema: box}, Origin: at(4)},
		Responses: []*Response{{Status: 200, Origin: at(10), Headers: []*Param{{In: InHeader, Field: *field("Age", 11, Type{Kind: Integer})}}, Body: &Payload{Type: Type{Kind: Object, Schema: box}, Origin: at(12)}}},
		Examples:  []*Example{{Origin: at(13)}},
	}
	return &Service{Operations: []*Operation{op}, Schemas: []*Schema{box, lid}, ErrorBody: lid}
}

func TestCheck(t *testing.T) {
	isPage := func(path string) bool { return path == "a.rst" }
	if got := Check(soundModel(), isPage); got != nil {
		t.Fatalf("a sound model: %q", got)
	}
	nowhere := Origin{Page: "b.rst", Pos: source.Pos{Line: 1, Col: 1}, How: FromColumn}
	for _, c := range []struct {
		want  string
		spoil func(svc *Service, op *Operation, box, lid *Schema)
	}{
		{"is not listed", func(svc *Service, op *Operation, box, lid *Schema) { svc.Schemas = svc.Schemas[:1] }},
		{"is not listed", func(svc *Service, op *Operation, box, lid *Schema) {
			svc.ErrorBody = &Schema{Name: "E", Origin: box.Origin}
		}},
		{"is not listed", func(svc *Service, op *Operation, box, lid *Schema) {
			lid.Extra = &Type{Kind: Object, Schema: &Schema{Name: "E", Origin: box.Origin}}
		}},
		{"is listed twice", func(svc *Service, op *Operation, box, lid *Schema) { svc.Schemas = append(svc.Schemas, lid) }},
		{"has no name", func(svc *Service, op *Operation, box, lid *Schema) { lid.Name = "" }},
		{"two schemas have the name", func(svc *Service, op *Operation, box, lid *Schema) { lid.Name = "BOX" }},
		{"which is empty or another operation's", func(svc *Service, op *Operation, box, lid *Schema) { op.ID = "" }},
		{"which is empty or another operation's", func(svc *Service, op *Operation, box, lid *Schema) {
			a, b := *op, *op
			b.ID, op.ID = "Other", "Both"
			a.ID = "Both"
			op.Variants = []*Operation{&a, &b}
		}},
		{"has the parameter box in the query twice", func(svc *Service, op *Operation, box, lid *Schema) { op.Params = append(op.Params, op.Params[1]) }},
		{"that is not in its path", func(svc *Service, op *Operation, box, lid *Schema) {
			op.Params[1].In, op.Params[1].Name = InPath, "lid"
		}},
		{"no parameter for {box}", func(svc *Service, op *Operation, box, lid *Schema) { op.Params = op.Params[1:] }},
		{"the response 200 of GET /boxes/{box} is there twice", func(svc *Service, op *Operation, box, lid *Schema) {
			op.Responses = append(op.Responses, &Response{Status: 200, Origin: op.Origin})
		}},
		{"and has fields", func(svc *Service, op *Operation, box, lid *Schema) { lid.Root = &Type{Kind: String} }},
		{"has the field size twice", func(svc *Service, op *Operation, box, lid *Schema) { lid.Fields = append(lid.Fields, lid.Fields[0]) }},
		{"has the field size of another schema", func(svc *Service, op *Operation, box, lid *Schema) { box.Fields = append(box.Fields, lid.Fields[0]) }},
		{"has a field without a name", func(svc *Service, op *Operation, box, lid *Schema) { lid.Fields[0].Name = "" }},
		{"is array, and its elements are", func(svc *Service, op *Operation, box, lid *Schema) { box.Fields[0].Type.Elem = nil }},
		{"is map, and its elements are", func(svc *Service, op *Operation, box, lid *Schema) { box.Fields[1].Type.Elem = nil }},
		{"is string, and its elements are", func(svc *Service, op *Operation, box, lid *Schema) {
			lid.Fields[0].Type = Type{Kind: String, Elem: &Type{Kind: String}}
		}},
		{"is string, and has a schema", func(svc *Service, op *Operation, box, lid *Schema) {
			lid.Fields[0].Type = Type{Kind: String, Schema: lid}
		}},
		{"has no type", func(svc *Service, op *Operation, box, lid *Schema) { lid.Fields[0].Type = Type{} }},
		{"is integer twice", func(svc *Service, op *Operation, box, lid *Schema) { lid.Fields[0].Type.Also = []Kind{Integer} }},
		{"has no type", func(svc *Service, op *Operation, box, lid *Schema) { lid.Fields[0].Type.AlsoElem = &Type{} }},
		{"GET /boxes/{box} has the origin b.rst", func(svc *Service, op *Operation, box, lid *Schema) { op.Origin = nowhere }},
		{"the body of GET /boxes/{box} has the origin", func(svc *Service, op *Operation, box, lid *Schema) { op.Body.Origin = nowhere }},
		{"the response 200 of GET /boxes/{box} has the origin", func(svc *Service, op *Operation, box, lid *Schema) { op.Responses[0].Origin = nowhere }},
		{"the body of the response 200", func(svc *Service, op *Operation, box, lid *Schema) { op.Responses[0].Body.Origin = nowhere }},
		{"Age of the response 200", func(svc *Service, op *Operation, box, lid *Schema) { op.Responses[0].Headers[0].Origin = nowhere }},
		{"an example of", func(svc *Service, op *Operation, box, lid *Schema) { op.Examples[0].Origin = nowhere }},
		{"the schema Lid", func(svc *Service, op *Operation, box, lid *Schema) { lid.Origin = nowhere }},
		{"a claim about size", func(svc *Service, op *Operation, box, lid *Schema) { lid.Fields[0].Claims[0].Origin = nowhere }},
		{"box of GET", func(svc *Service, op *Operation, box, lid *Schema) { op.Params[0].Origin.Pos.Line = 0 }},
		{"box of GET", func(svc *Service, op *Operation, box, lid *Schema) { op.Params[0].Origin.Pos.Col = 0 }},
		{"box of GET", func(svc *Service, op *Operation, box, lid *Schema) { op.Params[0].Origin.How = "" }},
	} {
		svc := soundModel()
		c.spoil(svc, svc.Operations[0], svc.Schemas[0], svc.Schemas[1])
		got := Check(svc, isPage)
		if len(got) != 1 || !strings.Contains(got[0], c.want) {
			t.Errorf("%q, want one problem with %q", got, c.want)
		}
	}
}

// TestCheckUnnamed: before schemas have names, none of them is listed.
func TestCheckUnnamed(t *testing.T) {
	svc := soundModel()
	svc.Schemas = nil
	svc.Operations[0].ID = ""
	if got := Check(svc, func(string) bool { return true }); got != nil {
		t.Errorf("%q", got)
	}
}
