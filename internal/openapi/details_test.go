package openapi

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestFactsOnce: each fact of an element is noted once, however many it has.
func TestFactsOnce(t *testing.T) {
	for _, n := range []int{1, manyFacts - 1, manyFacts, manyFacts + 1, 3 * manyFacts} {
		e := &emitter{doc: &Document{facts: map[any][]fact{}}}
		one, other := new(openapi3.Schema), new(openapi3.Schema)
		for range 3 {
			for i := range n {
				e.from(one, "/"+strconv.Itoa(i), api.Origin{Page: "a.rst"})
				e.from(other, "/"+strconv.Itoa(i), api.Origin{Page: "b.rst"})
				e.from(one, "/none", api.Origin{})
			}
		}
		for _, element := range []*openapi3.Schema{one, other} {
			if got := len(e.doc.facts[element]); got != n {
				t.Errorf("%d facts of %d", got, n)
			}
		}
	}
}

// TestHas: a pointer leads to a member by its name, and to an element by its number.
func TestHas(t *testing.T) {
	tree, err := parse([]byte(`{"a": {"b": 1}, "c": [1, {"d": 2}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for pointer, want := range map[string]bool{
		"": true, "/a": true, "/a/b": true, "/b": false, "/a/0": false, "/c/0": true, "/c/1": true, "/c/1/d": true, "/c/2": false, "/c/3": false, "/c/-1": false, "/c/x": false, "/c/0/d": false,
	} {
		if tree.has(pointer) != want {
			t.Errorf("%s is there: %v", pointer, !want)
		}
	}
}

// TestCarry: which parts of a changed tree are those of the tree before.
func TestCarry(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`{"x": 1, "y": 2}`, `{"y": 2, "z": 3, "x": 1}`, "y /y,x /x"},
		{`[1, 2]`, `[3, 4, 5]`, "0 /0,1 /1"}, // what has no name, by its place
		{`[{"name": "a"}, {"name": "b"}]`, `[{"name": "b"}, {"name": "c"}, {"name": "a"}]`, "0 /1,2 /0"},
		{`[{"name": "a"}]`, `[{"name": "a"}, {"name": "a"}]`, "0 /0"}, // the first of two
		{`[{"name": "a", "in": "path"}, {"name": "a", "in": "query"}]`, `[{"name": "a", "in": "query"}, {"name": "a", "in": "path"}]`, "0 /1,1 /0"},
		{`[{"operationId": "A"}, {"operationId": "B"}]`, `[{"operationId": "B"}, {"operationId": "A"}]`, "0 /1,1 /0"},
		{`[{"name": "a"}]`, `[{"x": 1}]`, ""},
	} {
		from, err := parse([]byte(c.from))
		if err != nil {
			t.Fatal(err)
		}
		to, err := parse([]byte(c.to))
		if err != nil {
			t.Fatal(err)
		}
		for i := range from.items {
			name := from.items[i].key
			if from.kind == aList {
				name = strconv.Itoa(i)
			}
			from.items[i].facts = []fact{{at: "/" + name}}
		}
		from.carry(&to)
		var got []string
		for i := range to.items {
			for _, f := range to.items[i].facts {
				name := to.items[i].key
				if to.kind == aList {
					name = strconv.Itoa(i)
				}
				got = append(got, name+" "+f.at)
			}
		}
		if got := strings.Join(got, ","); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// TestSourcesOfWhatIsNone: what cannot be written has no sources, nor has what is no document.
func TestSourcesOfWhatIsNone(t *testing.T) {
	fine := &Document{T: &openapi3.T{OpenAPI: "3.0.3"}}
	if out, err := Sources(fine, []byte("{")); err == nil || out != nil {
		t.Errorf("torn JSON: %s", out)
	}
	torn := &openapi3.SchemaRef{Value: &openapi3.Schema{Extensions: map[string]any{"x-a": func() {}}}}
	box := &openapi3.Schema{Properties: openapi3.Schemas{"a": torn, "b": {Value: &openapi3.Schema{}}}}
	doc := &Document{T: &openapi3.T{OpenAPI: "3.0.3", Components: &openapi3.Components{Schemas: openapi3.Schemas{"Box": {Value: box}}}}, order: map[*openapi3.Schema][]string{box: {"a", "b"}}}
	if out, err := Sources(doc, nil); err == nil || out != nil || !strings.Contains(err.Error(), "func()") {
		t.Errorf("a function: %s, %v", out, err)
	}
	if _, err := JSON(doc); err == nil || !strings.Contains(err.Error(), "func()") {
		t.Errorf("a function: %v", err)
	}
}

// TestOneChoice: a choice of one is written, too.
func TestOneChoice(t *testing.T) {
	one := openapi3.SchemaRefs{{Value: &openapi3.Schema{Type: &openapi3.Types{"string"}}}}
	for want, s := range map[string]*openapi3.Schema{"oneOf": {OneOf: one}, "anyOf": {AnyOf: one}, "allOf": {AllOf: one}} {
		n, err := new(Document).build(&openapi3.SchemaRef{Value: s})
		if err != nil || len(n.items) != 1 || n.items[0].key != want || len(n.items[0].items) != 1 {
			t.Errorf("%s: %s, %v", want, n.json(), err)
		}
	}
}

// TestNamedUnions: a choice has a name that no structure has, and one that is made of the same structures is used again.
func TestNamedUnions(t *testing.T) {
	refs := func(names ...string) (out openapi3.SchemaRefs) {
		for _, name := range names {
			out = append(out, &openapi3.SchemaRef{Ref: name, Value: &openapi3.Schema{}})
		}
		return out
	}
	one := func(names ...string) *openapi3.SchemaRef {
		return &openapi3.SchemaRef{Value: &openapi3.Schema{OneOf: refs(names...)}}
	}
	some := func(names ...string) *openapi3.SchemaRef {
		return &openapi3.SchemaRef{Value: &openapi3.Schema{AnyOf: refs(names...)}}
	}
	e := &emitter{svc: &api.Service{Schemas: []*api.Schema{{Name: "ANY2"}}}, unions: map[string]*openapi3.SchemaRef{}}
	for i, c := range []struct {
		schema *openapi3.SchemaRef
		want   string
	}{
		{one("A", "B"), "Any"}, {one("A", "B"), "Any"}, {one("A", "C"), "Any3"}, {some("A", "B"), "Any4"}, {some("A", "C"), "Any5"}, {some("A", "B"), "Any4"},
		{one("", "B"), "Any6"}, {one("", "B"), "Any7"}, // of what has no name nobody can say that it is the same
	} {
		if got := e.named("Any", c.schema).Ref; got != document.SchemaPrefix+c.want {
			t.Errorf("%d: %s, want %s", i, got, c.want)
		}
	}
}

// TestBodiesOfOneKind: bodies without parts that are of one kind, format and null are one; no others.
func TestBodiesOfOneKind(t *testing.T) {
	text, box := api.Type{Kind: api.String}, &api.Schema{Name: "Box"}
	for _, c := range []struct {
		what string
		a, b api.Type
		want int
	}{
		{"two texts", text, text, 1},
		{"two kinds", text, api.Type{Kind: api.Integer}, 2},
		{"two formats", text, api.Type{Kind: api.String, Format: "date"}, 2},
		{"null and none", text, api.Type{Kind: api.String, Nullable: true}, 2},
		{"a structure and any object", api.Type{Kind: api.Object, Schema: box}, api.Type{Kind: api.Object}, 2},
		{"two lists", api.Type{Kind: api.Array, Elem: &text}, api.Type{Kind: api.Array, Elem: &text}, 2},
		{"several kinds", text, api.Type{Kind: api.String, Also: []api.Kind{api.Integer}}, 2},
		{"one structure", api.Type{Kind: api.Object, Schema: box}, api.Type{Kind: api.Object, Schema: box}, 1},
	} {
		for _, types := range [][]api.Type{{c.a, c.b}, {c.b, c.a}} {
			b := newUnion(&emitter{doc: &Document{order: map[*openapi3.Schema][]string{}, facts: map[any][]fact{}}})
			for i := range types {
				b.add(&api.Operation{}, &api.Payload{MediaType: "text/plain", Type: types[i]}, nil)
			}
			if got := len(b.refs["text/plain"]); got != c.want {
				t.Errorf("%s: %d, want %d", c.what, got, c.want)
			}
		}
	}
}

// TestBranches: what else a value may be keeps to its own kind.
func TestBranches(t *testing.T) {
	lid := &api.Schema{Name: "Lid"}
	text := api.Type{Kind: api.String}
	for _, c := range []struct {
		typ  api.Type
		want string
	}{
		{api.Type{Kind: api.Object, Schema: lid, Also: []api.Kind{api.Array, api.String}, AlsoElem: &api.Type{Kind: api.Object, Schema: lid}}, "Lid,array of Lid,string"},
		{api.Type{Kind: api.Object, Schema: lid, Also: []api.Kind{api.Array}}, "Lid,array of "},
		{api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: lid}, Also: []api.Kind{api.Object, api.String}}, "array of Lid,Lid,string"},
		{api.Type{Kind: api.Array, Elem: &text, Also: []api.Kind{api.Object}}, "array of string,object"},
	} {
		var name func(ref *openapi3.SchemaRef) string
		name = func(ref *openapi3.SchemaRef) string {
			switch {
			case ref.Ref != "":
				return strings.TrimPrefix(ref.Ref, document.SchemaPrefix)
			case ref.Value.Items != nil:
				return "array of " + name(ref.Value.Items)
			}
			return strings.Join(ref.Value.Type.Slice(), "")
		}
		var got []string
		for _, branch := range new(emitter).schema(&c.typ, api.Limits{}, api.Limits{}).Value.OneOf {
			got = append(got, name(branch))
		}
		if got := strings.Join(got, ","); got != c.want {
			t.Errorf("%v: %s, want %s", c.typ, got, c.want)
		}
	}
	if !slices.Contains(new(emitter).typeRef(&text).Value.Type.Slice(), "string") {
		t.Error("a text is none")
	}
}

// TestOldNumbers: what some reader takes for a number, whatever package yaml does.
func TestOldNumbers(t *testing.T) {
	for text, want := range map[string]bool{
		"0x1": true, "0b1": true, "0o7": true, "0x": false, "1e5": true, "1e+5": true, "1e-5": true, "1e+": false, "1e++5": false, "+1": true, "-1": true, "+": false, "": false, "-.5": true, "e5": false, "_1": false, ":30": false, "1:30": true,
	} {
		if isOldNumber(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
