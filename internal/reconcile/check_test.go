package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

func number(n uint64) *uint64 { return &n }

func limited(kind api.Kind, l api.Limits) *api.Field {
	f := &api.Field{Name: "f", Type: api.Type{Kind: kind}, Decided: api.Decided{Limits: l}}
	if kind == api.Array || kind == api.Map {
		f.Type.Elem = &api.Type{Kind: api.String}
	}
	return f
}

func typedField(t api.Type) *api.Field { return &api.Field{Name: "f", Type: t} }

// TestProblems: what a value does not satisfy of its field.
func TestProblems(t *testing.T) {
	lid := &api.Schema{Name: "Lid", Fields: []*api.Field{{Name: "size", Type: api.Type{Kind: api.Integer}}}}
	object := api.Type{Kind: api.Object, Schema: lid}
	elems := limited(api.Array, api.Limits{})
	elems.Decided.Elems = api.Limits{MaxLength: number(1)}
	pairs := limited(api.Map, api.Limits{})
	pairs.Decided.Elems = api.Limits{MaxLength: number(1)}
	fixed := &api.Field{Name: "f", Type: api.Type{Kind: api.String}, Decided: api.Decided{Const: &api.Value{JSON: `"a"`}}}
	for _, c := range []struct {
		what  string
		field *api.Field
		value string
		want  string
	}{
		{"anything", typedField(api.Type{Kind: api.Any}), `{"a": [1]}`, ""},
		{"anything, and null", typedField(api.Type{Kind: api.Any}), `null`, ""},
		{"null", typedField(api.Type{Kind: api.String}), `null`, "f is null"},
		{"null that may be", typedField(api.Type{Kind: api.String, Nullable: true}), `null`, ""},
		{"another kind", typedField(api.Type{Kind: api.String}), `1`, "f is a number, not string"},
		{"a further kind", typedField(api.Type{Kind: api.String, Also: []api.Kind{api.Integer}}), `1`, ""},
		{"an integer for a number", typedField(api.Type{Kind: api.Number}), `1`, ""},
		{"a fraction for an integer", typedField(api.Type{Kind: api.Integer}), `1.5`, "f is a number, not integer"},
		{"below", limited(api.Integer, api.Limits{Min: "2"}), `1`, "f is below 2"},
		{"on the lower bound", limited(api.Integer, api.Limits{Min: "2"}), `2`, ""},
		{"above", limited(api.Integer, api.Limits{Max: "2"}), `3`, "f is above 2"},
		{"on the upper bound", limited(api.Integer, api.Limits{Max: "2"}), `2`, ""},
		{"an integer above the bound of a number", limited(api.Number, api.Limits{Max: "2.5"}), `3`, "f is above 2.5"},
		{"negative without bounds", limited(api.Integer, api.Limits{}), `-1`, ""},
		{"shorter", limited(api.String, api.Limits{MinLength: number(2)}), `"a"`, "f is shorter than 2 characters"},
		{"just long enough", limited(api.String, api.Limits{MinLength: number(2)}), `"\u00f6b"`, ""},
		{"longer", limited(api.String, api.Limits{MaxLength: number(2)}), `"abc"`, "f is longer than 2 characters"},
		{"just short enough", limited(api.String, api.Limits{MaxLength: number(2)}), `"ab"`, ""},
		{"no match", limited(api.String, api.Limits{Pattern: "^a$"}), `"b"`, "f does not match ^a$"},
		{"a match", limited(api.String, api.Limits{Pattern: "^a$"}), `"a"`, ""},
		{"a pattern that cannot be read", limited(api.String, api.Limits{Pattern: "("}), `"a"`, ""},
		{"too few", limited(api.Array, api.Limits{MinItems: number(2)}), `["a"]`, "f has fewer than 2 elements"},
		{"just enough", limited(api.Array, api.Limits{MinItems: number(1)}), `["a"]`, ""},
		{"too many", limited(api.Array, api.Limits{MaxItems: number(1)}), `["a", "b"]`, "f has more than 1 element"},
		{"just few enough", limited(api.Array, api.Limits{MaxItems: number(1)}), `["a"]`, ""},
		{"between two multiples", limited(api.Integer, api.Limits{Multiple: "4"}), `6`, "f is not a multiple of 4"},
		{"a multiple", limited(api.Integer, api.Limits{Multiple: "4"}), `8`, ""},
		{"not listed", limited(api.String, api.Limits{Enum: []api.Value{{JSON: `"a"`}, {JSON: `"b"`}}}), `"c"`, `f is "c", which is none of the listed values`},
		{"the second of the listed", limited(api.String, api.Limits{Enum: []api.Value{{JSON: `"a"`}, {JSON: `"b"`}}}), `"b"`, ""},
		{"limits are not those of a further kind", &api.Field{Name: "f", Type: api.Type{Kind: api.String, Also: []api.Kind{api.Integer}},
			Decided: api.Decided{Limits: api.Limits{Enum: []api.Value{{JSON: `"a"`}}}}}, `1`, ""},
		{"a map has those of an object", limited(api.Map, api.Limits{Enum: []api.Value{{JSON: `"a"`}}}), `{}`, "f is {}, which is none of the listed values"},
		{"another fixed value", fixed, `"b"`, `f is not "a"`},
		{"the fixed value", fixed, `"a"`, ""},
		{"an element", elems, `["a", "bc"]`, "an element of f is longer than 1 character"},
		{"a value of a map", pairs, `{"a": "b", "c": "de"}`, `"c" is longer than 1 character`},
		{"an element of another kind", elems, `[1]`, "an element of f is a number, not string"},
		{"a member", typedField(object), `{"size": "a"}`, "size is a string, not integer"},
		{"a member that is not listed", typedField(object), `{"wood": "a"}`, ""},
		{"an object for a list", typedField(api.Type{Kind: api.Array, Elem: &object, Also: []api.Kind{api.Object}}), `{"size": "a"}`, "size is a string, not integer"},
		{"a list for an object", typedField(api.Type{Kind: api.Object, Schema: lid, Also: []api.Kind{api.Array}, AlsoElem: &object}), `[{"size": "a"}]`, "size is a string, not integer"},
		{"a structure that stands for a type", typedField(api.Type{Kind: api.Object, Schema: &api.Schema{Root: &api.Type{Kind: api.Integer}}}), `"a"`, "f is a string, not integer"},
		{"a further member", typedField(api.Type{Kind: api.Object, Schema: &api.Schema{Fields: lid.Fields, Extra: &api.Type{Kind: api.Integer}}}), `{"size": 1, "x": 2, "y": "a"}`, `"y" is a string, not integer`},
		{"listed and further members", typedField(api.Type{Kind: api.Object, Schema: &api.Schema{Fields: []*api.Field{{Name: "f", Type: api.Type{Kind: api.String}}}, Extra: &api.Type{Kind: api.Integer}}}), `{"f": "a", "x": 2}`, ""},
	} {
		v, _, err := payload.Parse(`{"f": ` + c.value + `}`)
		if err != nil {
			t.Fatal(c.what, err)
		}
		body := &api.Type{Kind: api.Object, Schema: &api.Schema{Fields: []*api.Field{c.field}}}
		var got []string
		problems, _ := problemsOf(v, body, asDecided, patterns{})
		for _, p := range problems {
			got = append(got, p.text)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

// TestLists: what a table calls an object is a list where the examples show lists.
func TestLists(t *testing.T) {
	lids := func(name string, said bool) *api.Field {
		f := field(name, api.Object)
		f.Type.Schema = &api.Schema{Name: "Lid", Label: "Lid", Fields: []*api.Field{field("size", api.Integer)}}
		if said {
			f.Claims = append(f.Claims, api.Claim{Fact: api.FactKind, Values: []string{"array"}, Origin: api.Origin{How: api.FromProse}})
		}
		return f
	}
	open := func(name string) *api.Field { return field(name, api.Object) }
	for _, c := range []struct {
		what     string
		field    *api.Field
		examples []string
		want     string
	}{
		{"several items", lids("lid", false), []string{`{"lid": [{"size": 1}, {"size": 2}]}`}, "array of object Lid"},
		{"no item", lids("lid", false), []string{`{"lid": []}`}, "array of object Lid"},
		{"one item of a plural", lids("lids", false), []string{`{"lids": [{"size": 1}]}`}, "array of object Lid"},
		{"one item of a singular", lids("lid", false), []string{`{"lid": [{"size": 1}]}`}, "object Lid or array"},
		{"one item, and the text says list", lids("lid", true), []string{`{"lid": [{"size": 1}]}`}, "array of object Lid"},
		{"the text says list, and nothing is shown", lids("lid", true), nil, "array of object Lid"},
		{"nothing is shown", lids("lids", false), nil, "object Lid"},
		{"null and a list", lids("lids", false), []string{`{"lids": null}`, `{"lids": [{"size": 1}]}`}, "array of object Lid, nullable"},
		{"a list and an object", lids("lids", false), []string{`{"lids": [{"size": 1}]}`, `{"lids": {"size": 1}}`}, "object Lid or array"},
		{"items of another structure", lids("lids", false), []string{`{"lids": [{"wood": 1}, {"wood": 2}]}`}, "object Lid or array"},
		{"items that are not objects", lids("lids", false), []string{`{"lids": ["a", "b"]}`}, "object Lid or array"},
		{"an empty item", lids("lids", false), []string{`{"lids": [{}, {"size": 1}]}`}, "array of object Lid"},
		{"texts in an object of free form", open("tags"), []string{`{"tags": ["a", "b"]}`}, "array of string"},
	} {
		op, _ := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{c.field}}, c.examples...)
		if got := op.Responses[0].Body.Type.Schema.Fields[0].Type.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// TestListOfBody: a whole body is a list only where the table lists all that each item has.
func TestListOfBody(t *testing.T) {
	for _, c := range []struct{ printed, want string }{
		{`[{"size": 1}, {"size": 2}]`, "array of object Lid"},
		{`[{"size": 1}]`, "array of object Lid"},
		{`[{"size": 1, "wood": "oak"}]`, "object Lid or array"},
		{`{"size": 1}`, "object Lid"},
	} {
		op, _ := decided(t, &api.Schema{Name: "Lid", Label: "Lid", Fields: []*api.Field{field("size", api.Integer)}}, c.printed)
		if got := op.Responses[0].Body.Type.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.printed, got, c.want)
		}
	}
}
