package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// outline lists the fields of a structure with what is in them.
func outline(s *api.Schema) string {
	var out []string
	for _, f := range s.Fields {
		text := f.Name
		for t := &f.Type; t != nil; t = t.Elem {
			if t.Kind == api.Array {
				text += "[]"
			}
			if t.Schema != nil {
				text += "{" + outline(t.Schema) + "}"
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

// flat makes rows of one table: a name is a string, {} an object, [] a list.
func flat(rows string) *api.Schema {
	s := &api.Schema{Name: "Body"}
	for i, name := range strings.Fields(rows) {
		f := field(strings.TrimRight(name, "{}[]"), api.String)
		if strings.HasSuffix(name, "{}") {
			f.Type.Kind = api.Object
		}
		if strings.HasSuffix(name, "[]") {
			f.Type = api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Any}}
		}
		f.Origin.Pos.Line = i + 10
		s.Fields = append(s.Fields, f)
	}
	return s
}

func TestNest(t *testing.T) {
	for _, c := range []struct {
		what, rows string
		examples   []string
		want       string
		moved      int
	}{
		{"an object", "shelf{} id wood", []string{`{"shelf": {"id": "a", "wood": "oak"}}`}, "shelf{id wood}", 2},
		{"a list", "shelves[] id", []string{`{"shelves": [{"id": "a"}]}`}, "shelves[]{id}", 1},
		{"a list that the table calls an object", "shelves{} id", []string{`{"shelves": [{"id": "a"}]}`}, "shelves[]{id}", 1},
		{"each in the other", "shelf{} jars[] lid", []string{`{"shelf": {"jars": [{"lid": "a"}]}}`}, "shelf{jars[]{lid}}", 2},
		{"the object below its members", "id wood shelf{}", []string{`{"shelf": {"id": "a", "wood": "oak"}}`}, "shelf{id wood}", 2},
		{"other members stay", "total shelf{} id", []string{`{"shelf": {"id": "a"}, "total": "1"}`}, "total shelf{id}", 1},
		{"not printed, between the members", "shelf{} id wood lid", []string{`{"shelf": {"id": "a", "lid": "b"}}`}, "shelf{id wood lid}", 3},

		{"at both places", "shelf{} id", []string{`{"shelf": {"id": "a"}, "id": "b"}`}, "shelf id", 0},
		{"at both places, in two examples", "shelf{} id", []string{`{"shelf": {"id": "a"}}`, `{"id": "b"}`}, "shelf id", 0},
		{"half of what is printed", "shelf{} id wood", []string{`{"shelf": {"id": "a", "wood": "b", "x": 1, "y": 2}}`}, "shelf{id wood x y}", 2},
		{"three items", "shelves[] id", []string{`{"shelves": [{"id": "a"}, {"id": "b"}, {"id": "c"}]}`}, "shelves[]{id}", 1},
		{"two names above", "id wood shelf{}", []string{`{"shelf": {"id": "a", "wood": "b"}}`}, "shelf{id wood}", 2},
		{"in two objects", "shelf{} jar{} id", []string{`{"shelf": {"id": "a"}, "jar": {"id": "b"}}`}, "shelf jar id", 0},
		{"in itself", "shelf{} id", []string{`{"shelf": {"shelf": {"id": "a"}}}`}, "shelf{id shelf{id}}", 1},
		{"in an object that no row names", "shelf{} id", []string{`{"shelf": {"box": {"id": "a"}}}`}, "shelf id", 0},
		{"a lone name among others", "shelf{} id", []string{`{"shelf": {"id": "a", "x": 1, "y": 2}}`}, "shelf id", 0},
		{"a lone name above", "id shelf{}", []string{`{"shelf": {"id": "a"}}`}, "id shelf", 0},
		{"not printed, after the last member of a response", "shelf{} id total", []string{`{"shelf": {"id": "a"}}`}, "shelf{id} total", 1},
		{"not printed, and the body has another member", "total shelf{} id wood lid", []string{`{"shelf": {"id": "a", "lid": "b"}, "total": "1"}`}, "total shelf{id lid} wood", 2},
		{"no example", "shelf{} id", nil, "shelf id", 0},
	} {
		body := flat(c.rows)
		_, found := decided(t, body, c.examples...)
		if got := outline(body); got != c.want || strings.Count(rules(found), "docs/flat-rows") != c.moved {
			t.Errorf("%s: %s with findings %q, want %s", c.what, got, rules(found), c.want)
		}
	}
}

// TestNestStructure: a row that has a table of its own keeps it.
func TestNestStructure(t *testing.T) {
	body := flat("shelf{} id")
	body.Fields[0].Type.Schema = flat("wood")
	if _, found := decided(t, body, `{"shelf": {"id": "a", "wood": "oak"}}`); outline(body) != "shelf{wood id} id" || rules(found) != "docs/undocumented-field" {
		t.Errorf("%s with findings %q", outline(body), rules(found))
	}
}

// TestNestRequest: what a caller may send must not stay out of reach.
func TestNestRequest(t *testing.T) {
	body := flat("shelf{} id wood lid")
	body.Request = true
	body.Fields[0].Need, body.Fields[1].Need = api.NeedYes, api.NeedYes
	text := `{"shelf": {"id": "a"}}`
	op := &api.Operation{ID: "MakeShelf", Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: body}}, Examples: []*api.Example{{
		Side: api.SideRequest, Raw: text, Body: text, JSON: true, Lines: []source.Pos{{Line: 9, Col: 4}}}}}
	var found diag.List
	Service(&api.Service{Operations: []*api.Operation{op}, Schemas: []*api.Schema{body}}, &found)
	if outline(body) != "shelf{id wood lid}" || !op.Examples[0].Valid || op.Examples[0].ByTables {
		t.Errorf("%s, valid %v, by the tables alone %v", outline(body), op.Examples[0].Valid, op.Examples[0].ByTables)
	}
	for _, f := range found.Sorted() {
		if len(f.Related) != 2 || f.Pos.Line < 11 || f.Related[0].Pos.Line != 10 || f.Related[1].Pos.Line != 9 {
			t.Errorf("%v", f)
		}
	}
}
