package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// shape says what a body became: its type and its fields, in words.
func shape(t *api.Type) string {
	out := t.String()
	for t.Elem != nil {
		t = t.Elem
	}
	if t.Schema == nil {
		return out
	}
	out += " {" + names(t.Schema) + "}"
	if t.Schema.Root != nil {
		out += " = " + t.Schema.Root.String()
	}
	if t.Schema.Extra != nil {
		out += " + " + t.Schema.Extra.String()
	}
	return out
}

// TestShapes: what examples teach of a body as a whole.
func TestShapes(t *testing.T) {
	lid := func() *api.Schema {
		return &api.Schema{Name: "Lid", Label: "Lid", Fields: []*api.Field{field("size", api.Integer)}}
	}
	for _, c := range []struct {
		what     string
		body     *api.Schema
		examples []string
		want     string
		rules    string
	}{
		{"as the table says", lid(), []string{`{"size": 1}`}, "object Lid {size}", ""},
		{"a further member", lid(), []string{`{"size": 1, "wood": "oak"}`}, "object Lid {size wood}", "docs/undocumented-field"},
		{"a further member twice", lid(), []string{`{"size": 1, "wood": "oak"}`, `{"wood": "elm"}`}, "object Lid {size wood}", "docs/undocumented-field"},
		{"members of any name", &api.Schema{Name: "Lid", Fields: []*api.Field{field("size", api.Integer)}, Extra: &api.Type{Kind: api.String}},
			[]string{`{"size": 1, "wood": "oak"}`}, "object Lid {size} + string", ""},
		{"members of any name, of another kind", &api.Schema{Name: "Lid", Extra: &api.Type{Kind: api.String}},
			[]string{`{"wood": 1}`}, "object Lid {} + string or integer", "docs/example-contradicts-type"},
		{"a structure that stands for a type", &api.Schema{Name: "Lid", Root: &api.Type{Kind: api.String}}, []string{`5`}, "object Lid {} = string or integer", "docs/example-contradicts-type"},
		{"null", lid(), []string{`null`}, "object Lid, nullable {size}", "docs/undocumented-null"},
		{"an empty object", lid(), []string{`{}`}, "object Lid {size}", ""},
		{"a text", lid(), []string{`"a"`}, "object Lid or string {size}", "docs/example-contradicts-type"},
	} {
		op, found := decided(t, c.body, c.examples...)
		if got := shape(&op.Responses[0].Body.Type); got != c.want || rules(found) != c.rules {
			t.Errorf("%s: %s with %q, want %s with %q", c.what, got, rules(found), c.want, c.rules)
		}
	}
}

// TestShapesInside: what examples teach of the types inside a body.
func TestShapesInside(t *testing.T) {
	lid := api.Type{Kind: api.Object, Schema: &api.Schema{Name: "Lid", Label: "Lid", Fields: []*api.Field{field("size", api.Integer)}}}
	of := func(t api.Type) *api.Field {
		f := field("f", t.Kind)
		if s := t.Schema; s != nil {
			c := *s
			c.Fields = []*api.Field{field("size", api.Integer)}
			t.Schema = &c
		}
		f.Type = t
		return f
	}
	list := func(e api.Type) api.Type { return api.Type{Kind: api.Array, Elem: &e} }
	pairs := func(e api.Type) api.Type { return api.Type{Kind: api.Map, Elem: &e} }
	anything := api.Type{Kind: api.Any}
	for _, c := range []struct {
		what     string
		field    *api.Field
		examples []string
		want     string
		rules    string
	}{
		{"anything becomes what is shown", of(anything), []string{`"a"`}, "string", ""},
		{"anything, and null beside it", of(anything), []string{`null`, `"a"`}, "string, nullable", "docs/undocumented-null"},
		{"anything, and only null", of(anything), []string{`null`}, "any, nullable", ""},
		{"anything of two kinds stays", of(anything), []string{`"a"`, `1`}, "any", ""},
		{"numbers, of which one is a fraction", of(anything), []string{`1`, `1.5`}, "number", ""},
		{"a fraction first", of(anything), []string{`1.5`, `1`}, "number", ""},
		{"a list of anything", of(list(anything)), []string{`["a"]`}, "array of string", ""},
		{"a map of anything", of(pairs(anything)), []string{`{"x": true}`}, "map of boolean", ""},
		{"an empty list", of(list(anything)), []string{`[]`}, "array of any", ""},
		{"an object in a list of texts", of(list(api.Type{Kind: api.String})), []string{`[{"a": 1}]`}, "array of string or object", "docs/example-contradicts-type"},
		{"an object in place of a text in a list", of(list(api.Type{Kind: api.String})), []string{`["a", 1]`}, "array of string or integer", "docs/example-contradicts-type"},
		{"an object for a list of such", of(list(lid)), []string{`{"size": 1, "wood": 2}`}, "array of object Lid or object", "docs/example-contradicts-type docs/undocumented-field"},
	} {
		var examples []string
		for _, e := range c.examples {
			examples = append(examples, `{"f": `+e+`}`)
		}
		op, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{c.field}}, examples...)
		f := op.Responses[0].Body.Type.Schema.Fields[0]
		if got := f.Type.String(); got != c.want || rules(found) != c.rules {
			t.Errorf("%s: %s with %q, want %s with %q", c.what, got, rules(found), c.want, c.rules)
		}
	}
}
