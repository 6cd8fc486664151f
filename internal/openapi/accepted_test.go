package openapi_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestAccepted writes what some readers refuse, or ignore, in a form that all of them take.
func TestAccepted(t *testing.T) {
	lid := &api.Schema{Name: "Lid", Fields: []*api.Field{{Name: "id", Type: api.Type{Kind: api.String}}}}
	null := api.Type{Kind: api.String, Nullable: true}
	words := api.Limits{Enum: []api.Value{{JSON: `"a"`}}}
	for name, c := range map[string]struct {
		field api.Field
		want  string
	}{
		"null is one of two":                    {api.Field{Type: api.Type{Kind: api.Object, Schema: lid, Nullable: true}}, "oneOf:\n- $ref: '#/components/schemas/Lid'\n- type: object\nnullable: true\nenum:\n- null"},
		"a reference stands alone":              {api.Field{Type: object(lid), Decided: api.Decided{OnlyInExamples: true}}, "allOf:\n- $ref: '#/components/schemas/Lid'\nx-only-in-examples: true"},
		"a reference that says all is bare":     {api.Field{Type: object(lid)}, "$ref: '#/components/schemas/Lid'"},
		"an enum of what may be null has null":  {api.Field{Type: null, Decided: api.Decided{Limits: words}}, "type: string\nnullable: true\nenum:\n- a\n- null"},
		"a constant of what may be null, too":   {api.Field{Type: null, Decided: api.Decided{Const: &api.Value{JSON: `"a"`}}}, "type: string\nnullable: true\nenum:\n- a\n- null"},
		"an enum of what is never null has not": {api.Field{Type: api.Type{Kind: api.String}, Decided: api.Decided{Limits: words}}, "type: string\nenum:\n- a"},
		"a default is in the branch of its type": {api.Field{Type: api.Type{Kind: api.String, Also: []api.Kind{api.Integer}}, Decided: api.Decided{Default: &api.Value{JSON: "5"}}},
			"oneOf:\n- type: string\n- type: integer\ndefault: 5"},
		"elements of a list of values, too": {api.Field{Type: api.Type{Kind: api.Array, Elem: &null}, Decided: api.Decided{Elems: words}}, "type: array\nitems:\ntype: string\nnullable: true\nenum:\n- a\n- null"},
		"any value takes null anyway":       {api.Field{Type: api.Type{Kind: api.Any}, Decided: api.Decided{OnlyInExamples: true}}, "x-only-in-examples: true"},
		"any value that was seen as null":   {api.Field{Type: api.Type{Kind: api.Any, Nullable: true}}, "anyOf:\n- type: string\nnullable: true\n- {}"},
		"of several kinds one takes null": {api.Field{Type: api.Type{Kind: api.String, Also: []api.Kind{api.Integer}, Nullable: true}},
			"oneOf:\n- type: string\nnullable: true\n- type: integer"},
		"of named kinds none takes null": {api.Field{Type: api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: lid}, Also: []api.Kind{api.Object}, Nullable: true}},
			"oneOf:\n- type: array\nnullable: true\nitems:\n$ref: '#/components/schemas/Lid'\n- $ref: '#/components/schemas/Lid'"},
	} {
		c.field.Name = "value"
		svc := boxes(&api.Schema{Name: "Box", Fields: []*api.Field{&c.field}})
		svc.Schemas = append(svc.Schemas, lid)
		out := text(t, svc, false)
		_, got, _ := strings.Cut(out, "value:\n")
		var lines []string
		for _, line := range strings.Split(strings.Split(got, "\n    Lid:")[0], "\n") {
			lines = append(lines, strings.TrimSpace(line))
		}
		if got := strings.TrimSpace(strings.Join(lines, "\n")); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}
