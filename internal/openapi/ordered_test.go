package openapi

import (
	"encoding/json"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

func TestOrdered(t *testing.T) {
	for _, c := range []struct{ text, like, want string }{
		{`{"a":1,"b":2,"c":3}`, `{"c":0,"a":0,"b":0}`, `{"c":3,"a":1,"b":2}`},
		{`{"d":1,"b":2,"a":{"y":1,"x":2}}`, `{"a":{"x":0,"y":0},"b":0}`, `{"a":{"x":2,"y":1},"b":2,"d":1}`},
		{`{"z":1,"y":2,"b":3}`, `{"b":0}`, `{"b":3,"y":2,"z":1}`}, // those that it alone has, by name
		{`[{"a":1,"b":2},{"a":1,"b":2},{"a":1,"b":2}]`, `[{"b":0,"a":0},{}]`, `[{"b":2,"a":1},{"a":1,"b":2},{"a":1,"b":2}]`},
		{`{"a":{"y":1,"x":2}}`, `{"a":[1]}`, `{"a":{"y":1,"x":2}}`}, // another kind has no order for it
		{`[1]`, `{"a":1}`, `[1]`},
		{`[{"a":1,"b":2}]`, `{"x":{"b":0,"a":0}}`, `[{"a":1,"b":2}]`}, // nor what is inside
	} {
		got, err := Ordered([]byte(c.text), []byte(c.like))
		if err != nil || compact(t, got) != c.want {
			t.Errorf("%s like %s: %s, %v", c.text, c.like, got, err)
		}
	}
	for _, c := range [][2]string{{`{`, `{}`}, {`{}`, `{`}, {`{}`, ``}} {
		if got, err := Ordered([]byte(c[0]), []byte(c[1])); err == nil {
			t.Errorf("%s like %s: %s", c[0], c[1], got)
		}
	}
}

func compact(t *testing.T, text []byte) string {
	t.Helper()
	var v json.RawMessage
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	out := ""
	for _, b := range string(v) {
		if b != ' ' && b != '\n' {
			out += string(b)
		}
	}
	return out
}

func TestIsOfType(t *testing.T) {
	for _, c := range []struct{ value, types string }{
		{`"a"`, "string"}, {`true`, "boolean"}, {`1`, "number integer"}, {`1.5`, "number"}, {`[]`, "array"}, {`{}`, "object"}, {`null`, ""}, {`{`, ""},
	} {
		got := ""
		for _, name := range []string{"string", "boolean", "number", "integer", "array", "object"} {
			if isOfType(json.RawMessage(c.value), name) {
				got += " " + name
			}
		}
		if want := c.types; got != want && got != " "+want {
			t.Errorf("%s is of%s, want %s", c.value, got, want)
		}
	}
}

// TestNullBranch: of several kinds the first that is written here takes null, and its values list it.
func TestNullBranch(t *testing.T) {
	of := func(name string, values ...any) *openapi3.SchemaRef {
		return &openapi3.SchemaRef{Value: &openapi3.Schema{Type: &openapi3.Types{name}, Enum: values}}
	}
	named := &openapi3.SchemaRef{Ref: "#/components/schemas/Jar", Value: &openapi3.Schema{Type: &openapi3.Types{"object"}}}
	s := &openapi3.Schema{OneOf: openapi3.SchemaRefs{named, of("string", json.RawMessage(`"oak"`)), of("integer")}}
	nullBranch(s)
	if b := s.OneOf[1].Value; len(s.OneOf) != 3 || !b.Nullable || len(b.Enum) != 2 || named.Value.Nullable || s.OneOf[2].Value.Nullable {
		t.Errorf("%d branches, the text is %+v", len(s.OneOf), b)
	}
	nullBranch(s)
	if n := len(s.OneOf[1].Value.Enum); n != 2 {
		t.Errorf("null is listed %d times", n-1)
	}
	s = &openapi3.Schema{OneOf: openapi3.SchemaRefs{named, {Value: &openapi3.Schema{}}}}
	nullBranch(s)
	if len(s.OneOf) != 3 || !s.OneOf[2].Value.Nullable {
		t.Errorf("%d branches", len(s.OneOf))
	}
}
