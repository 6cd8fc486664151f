package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestProveBodies: which printed responses count for what tells variants apart.
func TestProveBodies(t *testing.T) {
	type change = func(a, b *api.Operation)
	for _, c := range []struct {
		what     string
		a, b     *api.Operation
		change   change
		wantA    string
		wantB    string
		examples string
	}{
		{"a list that is printed beside", variant("A", 200, "lid size", `["x"]`, `{"lid":"c"}`), variant("B", 200, "jar"), nil, "lid", "jar", ""},
		{"a torn one without it", variant("A", 200, "lid size", `{"lid":"c"}`, `{"size":"c", }`), variant("B", 200, "jar"),
			func(a, _ *api.Operation) { a.Examples[1].JSON, a.Examples[1].Torn = false, true }, "lid", "jar", ""},
		{"one that is not JSON", variant("A", 200, "lid size", `{"lid":"c"}`, `{"size":"c"}`), variant("B", 200, "jar"),
			func(a, _ *api.Operation) { a.Examples[1].JSON = false }, "lid", "jar", ""},
		{"the other has no body", variant("A", 200, "lid"), variant("B", 200, "jar"),
			func(_, b *api.Operation) { b.Responses[1].Body = nil }, "", "", ""},
		{"the other has a body of free form", variant("A", 200, "lid"), variant("B", 200, "jar"),
			func(_, b *api.Operation) { b.Responses[1].Body.Type.Schema = nil }, "", "", ""},
		{"its own further status has the field, too", variant("A", 200, "lid"), variant("B", 200, "jar"),
			func(a, _ *api.Operation) { a.Responses[0].Body = bodyIs(structure("Further", "lid")) }, "lid", "jar", ""},
		{"one field is in both", variant("A", 200, "id lid", `{"id":"a","lid":"c"}`), variant("B", 200, "id jar", `{"id":"a","jar":"c"}`), nil, "", "", ""},
	} {
		if c.change != nil {
			c.change(c.a, c.b)
		}
		op := &api.Operation{ID: "Both", Method: "GET", Path: "/box", Variants: []*api.Operation{c.a, c.b}}
		var schemas []*api.Schema
		for _, v := range op.Variants {
			if v.Responses[1].Body != nil && v.Responses[1].Body.Type.Schema != nil {
				schemas = append(schemas, v.Responses[1].Body.Type.Schema)
			}
		}
		reconciled(schemas, op)
		for i, v := range op.Variants {
			want := []string{c.wantA, c.wantB}[i]
			if v.Responses[1].Body == nil || v.Responses[1].Body.Type.Schema == nil {
				continue
			}
			if got := proven(v.Responses[1].Body.Type.Schema); got != want {
				t.Errorf("%s: %s proves %q, want %q", c.what, v.ID, got, want)
			}
		}
	}
}

// TestProveByPart: what shows only a part of another body proves nothing of that part.
func TestProveByPart(t *testing.T) {
	box := structure("Box", "id lid")
	list := structure("List", "boxes")
	list.Fields[0].Type = api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: box}}
	a := &api.Operation{ID: "A", Responses: []*api.Response{{Status: 200, Body: bodyIs(list)}}, Examples: []*api.Example{responded(200, `{"id":"b","x":1}`)}}
	b := &api.Operation{ID: "B", Responses: []*api.Response{{Status: 200, Body: bodyIs(box)}}, Examples: []*api.Example{responded(200, `{"id":"b","lid":"c"}`)}}
	reconciled([]*api.Schema{list, box}, &api.Operation{ID: "Both", Variants: []*api.Operation{a, b}})
	if got := proven(box); got != "id lid" {
		t.Errorf("it proves %q", got)
	}
}

// TestFixFields: which fields can tell the requests of variants apart by their value.
func TestFixFields(t *testing.T) {
	type change = func(op *api.Operation, f *api.Field)
	for _, c := range []struct {
		what    string
		printed []string // by the first variant
		change  change
		want    string
	}{
		{"as it is", []string{`{"action":"add"}`}, nil, `"add" "drop"`},
		{"printed twice", []string{`{"action":"add"}`, `{"action":"add"}`}, nil, `"add" "drop"`},
		{"null, too", []string{`{"action":"add"}`, `{"action":null}`}, nil, " "},
		{"a number, too", []string{`{"action":"add"}`, `{"action":5}`}, nil, " "},
		{"a number only", []string{`{"action":5}`}, nil, " "},
		{"left out once", []string{`{"action":"add"}`, `{}`}, nil, " "},
		{"a number that is documented", []string{`{"action":5}`}, func(_ *api.Operation, f *api.Field) { f.Type.Kind, f.Claims = api.Integer, nil }, " "},
		{"another type", []string{`{"action":"add"}`}, func(_ *api.Operation, f *api.Field) { f.Type.Kind = api.Integer }, " "},
		{"a number by its description", []string{`{"action":"add"}`}, func(_ *api.Operation, f *api.Field) { f.Type.Also = []api.Kind{api.Integer} }, " "},
		{"null by its description", []string{`{"action":"add"}`}, func(_ *api.Operation, f *api.Field) { f.Type.Nullable = true }, " "},
		{"no body", nil, func(op *api.Operation, _ *api.Field) { op.Variants[0].Body = nil }, " "},
		{"a body of free form", []string{`{"action":"add"}`}, func(op *api.Operation, _ *api.Field) { op.Variants[0].Body.Type.Schema = nil }, " "},
		{"no such field", []string{`{"action":"add"}`}, func(op *api.Operation, f *api.Field) { op.Variants[0].Body.Type.Schema.Fields = nil }, " "},
		{"a row of both", []string{`{"action":"add"}`}, func(op *api.Operation, f *api.Field) { op.Variants[1].Body.Type.Schema.Fields[0] = f }, " "},
		{"a structure of both", []string{`{"action":"add"}`}, func(op *api.Operation, _ *api.Field) { op.Variants[1].Body = op.Variants[0].Body }, " "},
		{"a third variant without it", []string{`{"action":"add"}`}, func(op *api.Operation, _ *api.Field) {
			op.Variants = append(op.Variants, &api.Operation{ID: "V2", Method: "POST", Path: op.Path})
		}, " "},
		{"only one variant", []string{`{"action":"add"}`}, func(op *api.Operation, _ *api.Field) { op.Variants = op.Variants[:1] }, " "},
	} {
		op := &api.Operation{ID: "TagsAction", Method: "POST", Path: "/v1/tags/action"}
		var fields []*api.Field
		var schemas []*api.Schema
		for i, printed := range [][]string{c.printed, {`{"action":"drop"}`}} {
			f := field("action", api.String, claim(api.FactEnum, "add", "drop"))
			f.Need = api.NeedYes
			s := &api.Schema{Name: "Body" + itoa(i), Request: true, Fields: []*api.Field{f}}
			v := &api.Operation{ID: "V" + itoa(i), Method: "POST", Path: op.Path, Body: bodyIs(s)}
			for _, text := range printed {
				v.Examples = append(v.Examples, requested(text))
			}
			fields, schemas, op.Variants = append(fields, f), append(schemas, s), append(op.Variants, v)
		}
		if c.change != nil {
			c.change(op, fields[0])
		}
		reconciled(schemas, op)
		if got := constText(fields[0]) + " " + constText(fields[1]); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
		if fixed := constText(fields[0]) != ""; fixed && len(fields[0].Decided.Limits.Enum) > 0 {
			t.Errorf("%s: the list of values stays", c.what)
		}
	}
}

// TestFixListed: a value that the list of values lacks is not a constant; one that is drops
// the list.
func TestFixListed(t *testing.T) {
	for _, c := range []struct {
		enum []api.Value
		want string
	}{
		{nil, `"add"`},
		{[]api.Value{{JSON: `"add"`}}, `"add"`},
		{[]api.Value{{JSON: `"new"`}}, ""},
	} {
		s := structure("Body", "action")
		f := s.Fields[0]
		f.Need, f.Decided.Limits.Enum = api.NeedYes, c.enum
		r := &reconciler{}
		v := &api.Operation{Body: bodyIs(s)}
		r.bodies = bodiesOf(t, s, `{"action":"add"}`)
		if _, got := r.printedValue(v, "action"); got != c.want {
			t.Errorf("%v: %q, want %q", c.enum, got, c.want)
		}
	}
}

// TestContents: bodies of responses that have none.
func TestContents(t *testing.T) {
	const rule = "docs/body-of-no-content"
	table := func() *api.Payload { return bodyIs(structure("Body", "lid")) }
	for _, c := range []struct {
		what, method string
		status       int
		body         *api.Payload
		example      *api.Example
		rules, says  string
		kept, valid  bool
	}{
		{"a body of 200", "GET", 200, table(), responded(200, `{"lid":"a"}`), "", "", true, true},
		{"a body of 204", "GET", 204, table(), responded(204, `{"lid":"a"}`), rule, "status 204 has no body, but the page describes", true, true},
		{"a body of 205", "GET", 205, table(), responded(205, `{"lid":"a"}`), rule, "status 205", true, true},
		{"a body of HEAD", "HEAD", 200, table(), responded(200, `{"lid":"a"}`), rule, "HEAD has no body, but the page describes", true, true},
		{"an empty object under 204", "GET", 204, nil, responded(204, `{}`), rule, "status 204 has no body, but the page prints", false, true},
		{"an empty object under 200", "GET", 200, nil, responded(200, `{}`), "", "", true, true},
		{"an empty list under 204", "GET", 204, nil, responded(204, `[]`), rule, "describes", true, true},
		{"an object under 204", "GET", 204, nil, responded(204, `{"lid":"a"}`), rule + " docs/undocumented-body", "", true, true},
		{"an object printed for HEAD", "HEAD", 200, nil, responded(200, `{"lid":"a"}`), rule, "HEAD has no body, but the page prints", false, true},
		{"a request of HEAD", "HEAD", 204, nil, requested(`{"lid":"a"}`), "docs/undocumented-body", "", false, true},
		{"an empty request", "POST", 204, nil, requested(`{}`), "", "", false, true},
		{"what is not JSON", "HEAD", 204, nil, &api.Example{Side: api.SideResponse, Status: 204, Raw: `{}`}, "", "", false, false},
		{"what cannot be read", "HEAD", 204, nil, responded(204, `}`), "", "", false, false},
		{"a text", "GET", 204, nil, responded(204, `"a"`), "", "", false, false},
	} {
		op := &api.Operation{ID: "Op", Method: c.method, Responses: []*api.Response{{Status: c.status, Body: c.body}}, Examples: []*api.Example{c.example}}
		var schemas []*api.Schema
		if c.body != nil {
			schemas = append(schemas, c.body.Type.Schema)
		}
		_, found := reconciled(schemas, op)
		if rules(found) != c.rules || (op.Responses[0].Body != nil) != c.kept || c.example.Valid != c.valid {
			t.Errorf("%s: %q, kept %v, valid %v", c.what, rules(found), op.Responses[0].Body != nil, c.example.Valid)
		}
		if len(found) > 0 && !strings.Contains(found[0].Message, c.says) {
			t.Errorf("%s: %s", c.what, found[0].Message)
		}
	}
}
