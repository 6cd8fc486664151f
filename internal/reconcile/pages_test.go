package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestAcrossPages: what the examples of one page teach of a structure on another.
func TestAcrossPages(t *testing.T) {
	lid := structure("Lid", "size")
	object := api.Type{Kind: api.Object, Schema: lid}
	list := api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}
	kind := func(k api.Kind) api.Type { return api.Type{Kind: k} }
	nothing := func(a, b *api.Schema) {}
	const shown, others = `{"id":"a","swap":X}`, `{"id":"a"}`
	for _, c := range []struct {
		what        string
		own, other  api.Type // of swap
		ours, their string   // what the pages print
		change      func(a, b *api.Schema)
		want        string
		reported    int
	}{
		{"a text for a number", kind(api.Integer), kind(api.String), others, `"a"`, nothing, "integer or string", 1},
		{"a text for a fraction", kind(api.Number), kind(api.String), others, `"a"`, nothing, "number or string", 1},
		{"a number for a text", kind(api.String), kind(api.Integer), others, `1`, nothing, "string or integer", 1},
		{"a fraction for a text", kind(api.String), kind(api.Number), others, `1.5`, nothing, "string or number", 1},
		{"a list for an object", object, list, others, `["a"]`, nothing, "object Lid or array", 1},
		{"a list for an object of free form", kind(api.Object), list, others, `["a"]`, nothing, "object or array", 1},
		{"an object for a list", list, object, others, `{"size":"a"}`, nothing, "array of string or object", 1},
		{"an object for a text", kind(api.String), object, others, `{"size":"a"}`, nothing, "string", 0},
		{"a text for an object", object, kind(api.String), others, `"a"`, nothing, "object Lid", 0},
		{"a list for a text", kind(api.String), list, others, `["a"]`, nothing, "string", 0},
		{"a boolean for a text", kind(api.String), kind(api.Boolean), others, `true`, nothing, "string", 0},
		{"a boolean for a number", kind(api.Integer), kind(api.Boolean), others, `true`, nothing, "integer", 0},
		{"a text for a boolean", kind(api.Boolean), kind(api.String), others, `"a"`, nothing, "boolean", 0},
		{"a fraction for an integer", kind(api.Integer), kind(api.Number), others, `1.5`, nothing, "integer", 0},
		{"the same kind", kind(api.String), kind(api.String), others, `"a"`, nothing, "string", 0},
		{"only null", kind(api.Integer), kind(api.String), others, `null`, nothing, "integer", 0},
		{"null on its own page", kind(api.Integer), kind(api.String), `{"id":"a","swap":null}`, `"a"`, nothing, "integer or string, nullable", 1},
		{"its own page shows one", kind(api.Integer), kind(api.String), `{"id":"a","swap":1}`, `"a"`, nothing, "integer", 0},
		{"the other shows none", kind(api.Integer), kind(api.String), others, "", nothing, "integer", 0},

		{"a name in another spelling", kind(api.Integer), kind(api.String), others, `"a"`, func(a, b *api.Schema) { a.Label, b.Label = "a_Box-1", "AB ox1" }, "integer or string", 1},
		{"another name", kind(api.Integer), kind(api.String), others, `"a"`, func(_, b *api.Schema) { b.Label = "Crate" }, "integer", 0},
		{"no name", kind(api.Integer), kind(api.String), others, `"a"`, func(a, b *api.Schema) { a.Label, b.Label = "", "" }, "integer", 0},
		{"not named by a caption", kind(api.Integer), kind(api.String), others, `"a"`, func(_, b *api.Schema) { b.Origin.How = api.FromTitle }, "integer", 0},
		{"sent by callers", kind(api.Integer), kind(api.String), others, `"a"`, func(_, b *api.Schema) { b.Request = true }, "integer", 0},
		{"one page", kind(api.Integer), kind(api.String), others, `"a"`, func(_, b *api.Schema) { b.Field("swap").Origin.Page = "a.rst" }, "integer", 0},
		{"only that field is in both", kind(api.Integer), kind(api.String), others, `"a"`, func(_, b *api.Schema) { b.Field("id").Name = "jd" }, "integer", 0},
		{"that field is all that either has", kind(api.Integer), kind(api.String), `{}`, `"a"`, func(a, b *api.Schema) {
			a.Fields, b.Fields = a.Fields[1:], b.Fields[1:]
		}, "integer", 0},
		{"a boolean for a list", list, kind(api.Boolean), others, `true`, nothing, "array of string", 0},
		{"half of the fields are in both", kind(api.Integer), kind(api.String), others, `"a"`, func(a, b *api.Schema) {
			a.Fields = append(a.Fields, field("x", api.String), field("y", api.String))
			b.Fields = append(b.Fields, field("p", api.String), field("q", api.String))
		}, "integer", 0},
		{"more than half", kind(api.Integer), kind(api.String), others, `"a"`, func(a, b *api.Schema) {
			a.Fields = append(a.Fields, field("x", api.String))
			b.Fields = append(b.Fields, field("p", api.String), field("q", api.String))
		}, "integer or string", 1},
		{"most of the smaller one", kind(api.Integer), kind(api.String), others, `"a"`, func(a, _ *api.Schema) {
			a.Fields = append(a.Fields, field("x", api.String), field("y", api.String), field("z", api.String))
		}, "integer or string", 1},
		{"only examples have it", kind(api.Integer), kind(api.String), others, `"a"`, func(a, _ *api.Schema) { a.Field("swap").Decided.OnlyInExamples = true }, "integer", 0},
	} {
		var schemas []*api.Schema
		var ops []*api.Operation
		for i, typ := range []api.Type{c.own, c.other} {
			swap := field("swap", typ.Kind)
			swap.Type = typ
			s := &api.Schema{Name: "Box" + itoa(i), Label: "box", Origin: api.Origin{Page: itoa(i) + ".rst", How: api.FromCaption}, Fields: []*api.Field{field("id", api.String), swap}}
			if i == 1 {
				s.Fields[0].Origin.Page, swap.Origin.Page = "b.rst", "b.rst"
			}
			op := &api.Operation{ID: "Op" + itoa(i), Responses: []*api.Response{{Status: 200, Body: bodyIs(s)}}, Examples: []*api.Example{responded(200, c.ours)}}
			if i == 1 && c.their != "" {
				text := strings.Replace(shown, "X", c.their, 1)
				op.Examples = []*api.Example{responded(200, text), responded(200, text)}
			}
			schemas, ops = append(schemas, s), append(ops, op)
		}
		c.change(schemas[0], schemas[1])
		if c.what == "only that field is in both" {
			for _, e := range ops[1].Examples {
				e.Raw = strings.Replace(e.Raw, `"id"`, `"jd"`, 1)
			}
		}
		_, found := reconciled(schemas, ops...)
		got := schemas[0].Field("swap").Type
		if got.String() != c.want || strings.Count(rules(found), "docs/pages-disagree") != c.reported {
			t.Errorf("%s: %s with %q, want %s", c.what, got, rules(found), c.want)
		}
		if (got.AlsoElem != nil) != (got.Schema != nil && len(got.Also) > 0) {
			t.Errorf("%s: the elements of the list are %v", c.what, got.AlsoElem)
		}
	}
}

// TestWrapOnly: which bodies get an object around them.
func TestWrapOnly(t *testing.T) {
	const shown = `{"box": {"lid": "oak"}}`
	body := func() *api.Payload { return bodyIs(structure("Box", "lid size")) }
	for _, c := range []struct {
		what   string
		status int // 0 for a request
		change func(op *api.Operation)
		want   bool
	}{
		{"of a response", 200, nil, true},
		{"of status 399", 399, nil, true},
		{"of an error", 400, nil, false},
		{"of an error without a status", -1, nil, false},
		{"of a request", 0, nil, true},
		{"an example of another status", 200, func(op *api.Operation) { op.Examples[0].Status = 201 }, false},
		{"an example of the other side", 200, func(op *api.Operation) { op.Examples[0].Side = api.SideRequest }, false},
		{"an example that is not JSON", 200, func(op *api.Operation) { op.Examples[0].JSON = false }, false},
		{"an example that cannot be read", 200, func(op *api.Operation) { op.Examples = append(op.Examples, responded(200, `}`)) }, false},
		{"an example without", 200, func(op *api.Operation) { op.Examples = append(op.Examples, responded(200, `{"lid":"a"}`)) }, false},
		{"another member", 200, func(op *api.Operation) { op.Examples = append(op.Examples, responded(200, `{"crate": {"lid": "a"}}`)) }, false},
		{"the request has none", 200, func(op *api.Operation) { op.Examples = append(op.Examples, requested(`{"lid":"a"}`)) }, true},
		{"a member with an odd name", 200, func(op *api.Operation) { op.Examples[0].Raw = `{"a box": {"lid": "oak"}}` }, false},
		{"a text in it", 200, func(op *api.Operation) { op.Examples[0].Raw = `{"box": "lid"}` }, false},
		{"nothing in it", 200, func(op *api.Operation) { op.Examples[0].Raw = `{"box": {}}` }, false},
		{"an empty list in it", 200, func(op *api.Operation) { op.Examples[0].Raw = `{"box": []}` }, false},
		{"half of what is in it", 200, func(op *api.Operation) { op.Examples[0].Raw = `{"box": {"lid": "a", "x": 1}}` }, true},
		{"a table without rows", 200, func(op *api.Operation) { op.Responses[0].Body.Type.Schema.Fields = nil }, false},
	} {
		op := &api.Operation{ID: "Op", Method: "POST"}
		b := body()
		s := b.Type.Schema
		switch {
		case c.status == 0:
			op.Body, op.Examples = b, []*api.Example{requested(shown)}
		default:
			status := max(c.status, 0)
			op.Responses, op.Examples = []*api.Response{{Status: status, Body: b}}, []*api.Example{responded(status, shown)}
		}
		if c.change != nil {
			c.change(op)
		}
		_, found := reconciled([]*api.Schema{s}, op)
		if got := b.Type.Schema != s; got != c.want || strings.Contains(rules(found), "docs/missing-wrapper") != c.want {
			t.Errorf("%s: %v with %q", c.what, got, rules(found))
		}
	}
}
