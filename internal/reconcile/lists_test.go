package reconcile

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// TestListEvidence: further rows of what makes a list of an object.
func TestListEvidence(t *testing.T) {
	const rule = "docs/example-contradicts-type"
	lids := func(name string) *api.Field {
		f := field(name, api.Object)
		f.Type.Schema = structure("Lid", "size")
		return f
	}
	with := func(f *api.Field, c api.Claim) *api.Field { f.Claims = append(f.Claims, c); return f }
	change := func(f *api.Field, do func(s *api.Schema)) *api.Field { do(f.Type.Schema); return f }
	nested := func(f *api.Field) *api.Field {
		elem := f.Type
		f.Type = api.Type{Kind: api.Array, Elem: &elem}
		return f
	}
	free := func(name string) *api.Field { return field(name, api.Object) }
	for _, c := range []struct {
		what  string
		field *api.Field
		shown []string
		want  string
		rules string
	}{
		{"several, then one", lids("lid"), []string{`[{"size": "1"}, {"size": "2"}]`, `[{"size": "1"}]`}, "array of object Lid", rule},
		{"one, then none", lids("lid"), []string{`[{"size": "1"}]`, `[]`}, "array of object Lid", rule},
		{"an unknown item, then a known one", lids("lids"), []string{`[{"wood": 1}, {"size": "1"}]`}, "object Lid or array", rule},
		{"a further member", lids("lids"), []string{`[{"size": "1", "wood": 1}, {"size": "2"}]`}, "array of object Lid", rule + " docs/undocumented-field"},
		{"a list of lists", nested(lids("lids")), []string{`[[{"size": "1"}, {"size": "2"}]]`}, "array of array of object Lid", rule},
		{"objects in a list of free form", free("tags"), []string{`[{"a": 1}, {"a": 2}]`}, "array of object", rule},
		{"a text and an object in one of free form", free("tags"), []string{`["a", {"a": 2}]`}, "array of any", rule},
		{"texts in a list of free form", free("tags"), []string{`["a", "b"]`}, "array of string", rule},
		{"one item of free form", free("tag"), []string{`[{"a": 1}]`}, "object or array", rule},
		{"XML", change(lids("lids"), func(s *api.Schema) { s.XMLName = "Lid" }), []string{`[{"size": "1"}, {"size": "2"}]`}, "object Lid or array", rule},
		{"what stands for a type", change(lids("lids"), func(s *api.Schema) { s.Fields, s.Root = nil, &api.Type{Kind: api.String} }), []string{`["a", "b"]`}, "object Lid", rule},
		{"a list that the row prints", with(free("lids"), said(claim(api.FactPrinted, `[{"a": 1}, {"a": 2}]`))), nil, "array of object", rule},
		{"and an example of another kind", with(free("lids"), said(claim(api.FactPrinted, `[{"a": 1}, {"a": 2}]`))), []string{`{"a": 1}`}, "object or array", rule},
		{"a column that says list", with(lids("lid"), claim(api.FactKind, "array")), nil, "object Lid", ""},
		{"the word as an example", with(lids("lid"), said(claim(api.FactExample, "array"))), nil, "object Lid", ""},
		{"another word", with(lids("lid"), said(claim(api.FactKind, "string"))), nil, "object Lid", ""},
		{"what stands for a type, with nothing in the list", change(lids("lids"), func(s *api.Schema) {
			s.Fields, s.Root = nil, &api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}
		}), []string{`[]`}, "object Lid", ""},
		{"not an object", field("lids", api.String), []string{`["a", "b"]`}, "string or array", rule},
	} {
		other := field("zone", api.String)
		var examples []string
		for _, e := range c.shown {
			examples = append(examples, `{"zone": "a", "`+c.field.Name+`": `+e+`}`)
		}
		_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{c.field, other}}, examples...)
		if got := c.field.Type.String(); got != c.want || uniqueRules(found) != c.rules {
			t.Errorf("%s: %s with %q, want %s with %q", c.what, got, uniqueRules(found), c.want, c.rules)
		}
	}
}

// TestListBodies: bodies of requests and responses that are lists.
func TestListBodies(t *testing.T) {
	for _, c := range []struct {
		shown string
		want  string
	}{
		{`[{"lid": "a"}, {"lid": "b"}]`, "array of object Body"},
		{`[{"lid": "a", "x": 1}, {"lid": "b"}]`, "object Body or array"},
		{`{"lid": "a"}`, "object Body"},
	} {
		in, out := structure("Body", "lid"), structure("Body", "lid")
		op := &api.Operation{ID: "Op", Body: bodyIs(in), Responses: []*api.Response{{Status: 204}, {Status: 200, Body: bodyIs(out)}},
			Examples: []*api.Example{requested(c.shown), responded(200, c.shown)}}
		_, found := reconciled([]*api.Schema{in, out}, op)
		if a, b := op.Body.Type.String(), op.Responses[1].Body.Type.String(); a != c.want || b != c.want {
			t.Errorf("%s: %s and %s, want %s", c.shown, a, b, c.want)
		}
		for _, f := range found {
			if f.Rule == "docs/example-contradicts-type" && !strings.Contains(f.Message, "for the body, but") {
				t.Errorf("%s: %s", c.shown, f.Message)
			}
		}
	}
}

// TestMapBody: a body whose only row stands for all keys.
func TestMapBody(t *testing.T) {
	for _, c := range []struct {
		what   string
		fields string
		change func(s *api.Schema)
		shown  string
		want   string
	}{
		{"an id", "jar_id", nil, `{"ID1": "a"}`, "object Body {} + string"},
		{"two rows", "jar_id size", nil, `{"ID1": 1}`, "object Body {jar_id size} + integer"},
		{"a name", "jar_id", nil, `{"red": 1}`, "object Body {jar_id red}"},
		{"the row itself", "jar_id", nil, `{"jar_id": "a", "ID1": 1}`, "object Body {jar_id} + integer"},
		{"nothing", "jar_id", nil, `{}`, "object Body {jar_id}"},
		{"members of any name", "jar_id", func(s *api.Schema) { s.Extra = &api.Type{Kind: api.Integer} }, `{"ID1": 1}`, "object Body {jar_id} + integer"},
		{"XML", "jar_id", func(s *api.Schema) { s.XMLName = "Body" }, `{"ID1": 1}`, "object Body {jar_id} + integer"},
	} {
		s := structure("Body", c.fields)
		if c.change != nil {
			c.change(s)
		}
		op, found := decided(t, s, strings.ReplaceAll(c.shown, "ID1", id1))
		if got := shape(&op.Responses[0].Body.Type); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
		if got := slices.ContainsFunc(found, func(f diag.Finding) bool { return strings.Contains(f.Message, "the keys of the body") }); got != (c.what == "an id") {
			t.Errorf("%s: %s", c.what, rules(found))
		}
	}
}

// TestListsObserved: what is in the lists that were objects is observed, whichever of several
// types changed.
func TestListsObserved(t *testing.T) {
	free := func() *api.Schema {
		return &api.Schema{Name: "Body", Fields: []*api.Field{field("tags", api.Object), field("zone", api.String)}}
	}
	in, out := free(), free()
	const text = `{"tags": ["a", "b"], "zone": "c"}`
	op := &api.Operation{ID: "Op", Body: bodyIs(in), Responses: []*api.Response{{Status: 204}, {Status: 200, Body: bodyIs(out)}},
		Examples: []*api.Example{requested(text), responded(200, text)}}
	reconciled([]*api.Schema{in, out}, op)
	for _, s := range []*api.Schema{in, out} {
		if got := s.Fields[0].Type.String(); got != "array of string" {
			t.Errorf("%s", got)
		}
	}
}
