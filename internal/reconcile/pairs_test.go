package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestPairs: what printed forms of pairs are as JSON, by the table of the body.
func TestPairs(t *testing.T) {
	const form = "application/x-www-form-urlencoded"
	table := func() *api.Schema {
		ids := field("ids", api.Array)
		ids.Type.Elem = &api.Type{Kind: api.Integer}
		return &api.Schema{Name: "Form", Request: true, Fields: []*api.Field{field("size", api.Integer), field("rate", api.Number), field("open", api.Boolean), field("name", api.String), ids}}
	}
	for _, c := range []struct {
		what, media, raw string
		change           func(op *api.Operation, e *api.Example)
		want, rules      string
	}{
		{"kinds of the table", form, "size=3&rate=1.5&open=true&name=7", nil, `{"size":3,"rate":1.5,"open":true,"name":"7"}`, ""},
		{"a list of one", form, "ids=7", nil, `{"ids":[7]}`, ""},
		{"a list of two", form, "ids=7&ids=8", nil, `{"ids":[7,8]}`, ""},
		{"what the table lacks", form, "colour=7", nil, `{"colour":"7"}`, "docs/undocumented-field"},
		{"with parameters of the media type", form + "; charset=utf-8", "size=3", nil, `{"size":3}`, ""},
		{"with a broken parameter", form + "; charset", "size=3", nil, `{"size":3}`, ""},
		{"another media type", "application/json", "size=3", nil, "", "docs/example-not-json"},
		{"no pairs", form, "size", nil, "", ""},
		{"no body", form, "size=3", func(op *api.Operation, _ *api.Example) { op.Body = nil }, "", ""},
		{"no table", form, "size=3", func(op *api.Operation, _ *api.Example) { op.Body.Type.Schema = nil }, `{"size":"3"}`, ""},
		{"not printed as a form", form, "size=3", func(_ *api.Operation, e *api.Example) { e.Pairs = false }, "", ""},
		{"read before", form, "size=3", func(_ *api.Operation, e *api.Example) { e.JSON, e.Body = true, "read" }, "read", "docs/example-contradicts-type"},
	} {
		s := table()
		e := requested(c.raw)
		e.JSON, e.Body, e.Pairs = false, "", true
		op := &api.Operation{ID: "Op", Method: "POST", Path: "/op", Body: &api.Payload{MediaType: c.media, Type: api.Type{Kind: api.Object, Schema: s}}, Examples: []*api.Example{e}}
		if c.change != nil {
			c.change(op, e)
		}
		_, found := reconciled([]*api.Schema{s}, op)
		if e.Body != c.want || e.JSON != (c.want != "") || rules(found) != c.rules {
			t.Errorf("%s: %q (JSON %v) with %q, want %q with %q", c.what, e.Body, e.JSON, rules(found), c.want, c.rules)
		}
		if c.want != "" && c.rules == "" && (!e.Valid || c.what != "no table" && !e.ByTables) {
			t.Errorf("%s: it does not satisfy its table", c.what)
		}
	}
}
