package reconcile

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// printedAt makes an example of JSON that a page prints at a line.
func printedAt(line int, side api.Side, status int, text string) *api.Example {
	pos := source.Pos{Line: line, Col: 1}
	return &api.Example{Side: side, Status: status, Raw: text, Body: text, JSON: true, Lines: []source.Pos{pos}, Origin: api.Origin{Page: "a.rst", Pos: pos}}
}

func responded(status int, text string) *api.Example {
	return printedAt(1, api.SideResponse, status, text)
}

func requested(text string) *api.Example { return printedAt(1, api.SideRequest, 0, text) }

// bodyIs makes a body of a structure, or of an object of free form.
func bodyIs(s *api.Schema) *api.Payload {
	return &api.Payload{Type: api.Type{Kind: api.Object, Schema: s}}
}

// reconciled runs all steps over operations with these structures.
func reconciled(schemas []*api.Schema, ops ...*api.Operation) (*api.Service, []diag.Finding) {
	svc := &api.Service{Operations: ops, Schemas: schemas}
	var found diag.List
	Service(svc, &found)
	return svc, found.Sorted()
}

// structure makes a structure of texts.
func structure(name, fields string) *api.Schema {
	s := &api.Schema{Name: name, Label: name}
	for f := range strings.FieldsSeq(fields) {
		s.Fields = append(s.Fields, field(f, api.String))
	}
	return s
}

const id1, id2 = "5f0c1a2b3c4d5e6f7081", "6f0c1a2b3c4d5e6f7082"

// TestMaps: which objects are maps by the keys that examples show.
func TestMaps(t *testing.T) {
	jar := func() *api.Schema { return structure("Jar", "size wood") }
	with := func(s *api.Schema, change func(*api.Schema)) *api.Schema { change(s); return s }
	const values = "docs/keys-are-values"
	for _, c := range []struct {
		what  string
		inner *api.Schema
		shown []string // values of jars
		want  string
		rules string
	}{
		{"ids", jar(), []string{`{"ID1": {"size": "1"}}`}, "map of object Jar", values},
		{"two ids", jar(), []string{`{"ID1": {"size": "1"}, "ID2": {"wood": "1"}}`}, "map of object Jar", values},
		{"lists under ids", jar(), []string{`{"ID1": [{"size": "1"}], "ID2": [{"size": "2"}]}`}, "map of array of object Jar", values},
		{"an empty list under one", jar(), []string{`{"ID1": [], "ID2": [{"size": "2"}]}`}, "map of array of object Jar", values},
		{"names that differ", jar(), []string{`{"red": {"size": "1"}, "blue": {"size": "2"}}`}, "map of object Jar", values},
		{"names of two examples that differ", jar(), []string{`{"red": {"size": "1"}}`, `{"blue": {"size": "2"}}`}, "map of object Jar", values},
		{"null beside", jar(), []string{`null`, `{"ID1": {"size": "1"}}`}, "map of object Jar, nullable", values + " docs/undocumented-null"},
		{"exactly half is listed", jar(), []string{`{"red": {"size": "1", "x": 1}, "blue": {"size": "2"}}`}, "map of object Jar", values + " docs/undocumented-field"},
		{"pairs", structure("Pair", "key value"), []string{`{"red": "a"}`}, "map of string", values},
		{"pairs of null", structure("Pair", "key value"), []string{`{"red": "a", "blue": null}`}, "map of string, nullable", values + " docs/undocumented-null"},
		{"the only row", structure("Row", "jar_id"), []string{`{"ID1": "a"}`}, "map of string", values},

		{"one name", jar(), []string{`{"red": {"size": "1"}}`}, "object Jar", "docs/undocumented-field"},
		{"one name twice", jar(), []string{`{"red": {"size": "1"}}`, `{"red": {"size": "2"}}`}, "object Jar", "docs/undocumented-field"},
		{"a field of the table", jar(), []string{`{"size": "1", "red": {"size": "1"}, "blue": {"size": "2"}}`}, "object Jar", "docs/undocumented-field docs/undocumented-field"},
		{"fewer than half is listed", jar(), []string{`{"red": {"size": "1", "x": 1, "y": 1}, "blue": {"size": "2"}}`}, "object Jar", "docs/undocumented-field docs/undocumented-field"},
		{"one that is not an object", jar(), []string{`{"red": {"size": "1"}, "blue": 1}`}, "object Jar", "docs/undocumented-field docs/undocumented-field"},
		{"a list beside an object", jar(), []string{`{"red": {"size": "1"}, "blue": [{"size": "1"}]}`}, "object Jar", "docs/undocumented-field docs/undocumented-field"},
		{"only empty lists", jar(), []string{`{"red": [], "blue": []}`}, "object Jar", "docs/undocumented-field docs/undocumented-field"},
		{"a row of the pairs", structure("Pair", "key value"), []string{`{"key": "a"}`}, "object Pair", ""},
		{"pairs of objects", structure("Pair", "key value"), []string{`{"red": {"a": 1}}`}, "object Pair", "docs/undocumented-field"},
		{"pairs of lists", structure("Pair", "key value"), []string{`{"red": [1]}`}, "object Pair", "docs/undocumented-field"},
		{"pairs and a third row", structure("Pair", "key value note"), []string{`{"red": "a"}`}, "object Pair", "docs/undocumented-field"},
		{"a value without a key", structure("Pair", "name value"), []string{`{"red": "a"}`}, "object Pair", "docs/undocumented-field"},
		{"a key without a value", structure("Pair", "key name"), []string{`{"red": "a"}`}, "object Pair", "docs/undocumented-field"},
		{"the only row, and a name", structure("Row", "jar_id"), []string{`{"red": "a"}`}, "object Row", "docs/undocumented-field"},
		{"the only row, and a name beside an id", structure("Row", "jar_id"), []string{`{"ID1": "a", "red": "a"}`}, "object Row", values + " docs/undocumented-field"},
		{"two rows, and an id of a text", jar(), []string{`{"ID1": "a"}`}, "object Jar", values},
		{"an empty object", jar(), []string{`{}`}, "object Jar", ""},
		{"a text beside an object", jar(), []string{`"a"`, `{"ID1": {"size": "1"}}`}, "object Jar or string", "docs/example-contradicts-type " + values},
		{"further members of any name", with(jar(), func(s *api.Schema) { s.Extra = &api.Type{Kind: api.Object, Schema: structure("Lid", "size")} }),
			[]string{`{"ID1": {"size": "1"}}`}, "object Jar", ""},
		{"XML", with(jar(), func(s *api.Schema) { s.XMLName = "Jar" }), []string{`{"ID1": {"size": "1"}}`}, "object Jar", values},
	} {
		jars := field("jars", api.Object)
		jars.Type.Schema = c.inner
		var examples []string
		for _, e := range c.shown {
			examples = append(examples, `{"jars": `+strings.NewReplacer("ID1", id1, "ID2", id2).Replace(e)+`}`)
		}
		_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{jars, field("id", api.String)}}, examples...)
		if got := jars.Type.String(); got != c.want || sortedRules(found) != c.rules {
			t.Errorf("%s: %s with %q, want %s with %q", c.what, got, sortedRules(found), c.want, c.rules)
		}
	}
}

// sortedRules lists the rules of findings by name.
func sortedRules(found []diag.Finding) string {
	list := strings.Fields(rules(found))
	slices.Sort(list)
	return strings.Join(list, " ")
}

// bodiesOf are printed instances of a structure.
func bodiesOf(t *testing.T, s *api.Schema, texts ...string) map[*api.Schema][]*payload.Value {
	t.Helper()
	out := map[*api.Schema][]*payload.Value{}
	for _, text := range texts {
		v, _, err := payload.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		out[s] = append(out[s], v)
	}
	return out
}
