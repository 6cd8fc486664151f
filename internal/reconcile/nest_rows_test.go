package reconcile

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestNestUnprinted: which rows that no example shows go along.
func TestNestUnprinted(t *testing.T) {
	for _, c := range []struct {
		what, rows string
		request    bool
		example    string
		want       string
	}{
		{"after the members, in a request", "shelf{} id wood lid", true, `{"shelf": {"id": "a"}}`, "shelf{id wood lid}"},
		{"after the members of a list, in a request", "shelves[] id wood", true, `{"shelves": [{"id": "a"}]}`, "shelves[]{id} wood"},
		{"after the members, in a response", "shelf{} id wood lid", false, `{"shelf": {"id": "a"}}`, "shelf{id} wood lid"},
		{"above the row", "wood shelf{} id", true, `{"shelf": {"id": "a"}}`, "wood shelf{id}"},
		{"between the members and the row below", "id wood shelf{} lid", false, `{"shelf": {"id": "a", "lid": "b"}}`, "shelf{id wood lid}"},
		{"between, where the row is below all", "id wood lid shelf{}", false, `{"shelf": {"id": "a", "lid": "b"}}`, "shelf{id wood lid}"},
		{"inside a row that is itself inside", "shelf{} jar{} id wood lid", false, `{"shelf": {"jar": {"id": "a", "lid": "b"}}}`, "shelf{jar{id lid}} wood"},
		{"nothing in the row", "shelf{} id wood", true, `{"shelf": {}}`, "shelf id wood"},
		{"the body has another row", "shelf{} id wood lid note", false, `{"shelf": {"id": "a", "lid": "b"}, "note": "c"}`, "shelf{id lid} wood note"},
	} {
		body := flat(c.rows)
		body.Request = c.request
		e := responded(200, c.example)
		op := &api.Operation{ID: "Op", Method: "POST"}
		if c.request {
			e = requested(c.example)
			op.Body = bodyIs(body)
		} else {
			op.Responses = []*api.Response{{Status: 200, Body: bodyIs(body)}}
		}
		op.Examples = []*api.Example{e}
		svc, _ := reconciled([]*api.Schema{body}, op)
		if got := outline(body); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
		for _, s := range svc.Schemas[1:] {
			if s.Request != c.request || s.Name == "" {
				t.Errorf("%s: the structure %+v", c.what, s)
			}
		}
	}
}

// TestNestRowsOnly: only rows of tables move, and only by what examples of JSON show.
func TestNestRowsOnly(t *testing.T) {
	text := `{"shelf": {"id": "a", "wood": "oak"}}`
	for _, c := range []struct {
		what   string
		change func(op *api.Operation, s *api.Schema)
		want   string
	}{
		{"as it is", func(*api.Operation, *api.Schema) {}, "shelf{id wood}"},
		{"a row that was read elsewhere", func(_ *api.Operation, s *api.Schema) { s.Field("id").Origin.How = api.FromProse }, "shelf{wood id} id"},
		{"an unprinted row that was read elsewhere", func(op *api.Operation, s *api.Schema) {
			s.Fields = flat("shelf{} id lid wood").Fields
			s.Field("lid").Origin.How = api.FromProse
		}, "shelf{id wood} lid"},
		{"the row of another kind", func(_ *api.Operation, s *api.Schema) { s.Field("shelf").Type.Kind = api.String }, "shelf id wood"},
		{"the row of any kind", func(_ *api.Operation, s *api.Schema) { s.Field("shelf").Type.Kind = api.Any }, "shelf{id wood}"},
		{"an example that is not JSON", func(op *api.Operation, _ *api.Schema) { op.Examples[0].JSON = false }, "shelf id wood"},
		{"an example that cannot be read", func(op *api.Operation, _ *api.Schema) { op.Examples[0].Raw = "}" }, "shelf id wood"},
		{"an example of another status", func(op *api.Operation, _ *api.Schema) { op.Examples[0].Status = 202 }, "shelf id wood"},
	} {
		body := flat("shelf{} id wood")
		op := &api.Operation{ID: "Op", Responses: []*api.Response{{Status: 200, Body: bodyIs(body)}}, Examples: []*api.Example{responded(200, text)}}
		c.change(op, body)
		reconciled([]*api.Schema{body}, op)
		if got := outline(body); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// TestNestInside: a flat structure is found wherever the body has it.
func TestNestInside(t *testing.T) {
	object := func(s *api.Schema) api.Type { return api.Type{Kind: api.Object, Schema: s} }
	of := func(k api.Kind, s *api.Schema) api.Type {
		elem := object(s)
		return api.Type{Kind: k, Elem: &elem}
	}
	lists := func(s *api.Schema) api.Type {
		elem := of(api.Array, s)
		return api.Type{Kind: api.Array, Elem: &elem}
	}
	const shown = `{"shelf": {"id": "a", "wood": "oak"}}`
	for _, c := range []struct {
		what string
		typ  func(*api.Schema) api.Type
		text string
	}{
		{"an object", object, `{"f": X}`},
		{"a list", func(s *api.Schema) api.Type { return of(api.Array, s) }, `{"f": [X]}`},
		{"a list of lists", lists, `{"f": [[X]]}`},
		{"an object in place of a list of lists", lists, `{"f": X}`},
		{"a map", func(s *api.Schema) api.Type { return of(api.Map, s) }, `{"f": {"k": X}}`},
		{"a list in place of an object", object, `{"f": [X, X]}`},
		{"an object in place of a list", func(s *api.Schema) api.Type { return of(api.Array, s) }, `{"f": X}`},
		{"beside texts", func(s *api.Schema) api.Type { return of(api.Array, s) }, `{"f": ["a", X]}`},
	} {
		inner := flat("shelf{} id wood")
		inner.Name = "Inner"
		f := field("f", api.Object)
		f.Type = c.typ(inner)
		body := &api.Schema{Name: "Body", Fields: []*api.Field{f}}
		op := &api.Operation{ID: "Op", Responses: []*api.Response{{Status: 200, Body: bodyIs(body)}},
			Examples: []*api.Example{responded(200, strings.ReplaceAll(c.text, "X", shown))}}
		_, found := reconciled([]*api.Schema{body, inner}, op)
		if got := outline(inner); got != "shelf{id wood}" || strings.Count(rules(found), "docs/flat-rows") != 2 {
			t.Errorf("%s: %s with %q", c.what, got, rules(found))
		}
	}
}

// TestConditions: which fields a request may do without.
func TestConditions(t *testing.T) {
	when := func() api.Claim { return said(claim(api.FactNeed, "conditional")) }
	for _, c := range []struct {
		what    string
		need    api.Need
		claims  []api.Claim
		printed []string
		request bool
		want    api.Need
	}{
		{"one example does without", api.NeedYes, []api.Claim{when()}, []string{`{"lid": "a", "kind": "b"}`, `{"kind": "b"}`}, true, api.NeedConditional},
		{"the first one does without", api.NeedYes, []api.Claim{when()}, []string{`{"kind": "b"}`, `{"lid": "a", "kind": "b"}`}, true, api.NeedConditional},
		{"the second of three does without", api.NeedYes, []api.Claim{when()}, []string{`{"lid": "a", "kind": "b"}`, `{"kind": "b"}`, `{"lid": "a"}`}, true, api.NeedConditional},
		{"each example has it", api.NeedYes, []api.Claim{when()}, []string{`{"lid": "a", "kind": "b"}`}, true, api.NeedYes},
		{"a list of examples that have it", api.NeedYes, []api.Claim{when()}, []string{`[{"lid": "a", "kind": "b"}]`}, true, api.NeedYes},
		{"no example", api.NeedYes, []api.Claim{when()}, nil, true, api.NeedYes},
		{"the description does not say so", api.NeedYes, nil, []string{`{"kind": "b"}`}, true, api.NeedYes},
		{"the column says so", api.NeedYes, []api.Claim{claim(api.FactNeed, "conditional")}, []string{`{"kind": "b"}`}, true, api.NeedYes},
		{"the description says yes", api.NeedYes, []api.Claim{said(claim(api.FactNeed, "yes"))}, []string{`{"kind": "b"}`}, true, api.NeedYes},
		{"the word is a value", api.NeedYes, []api.Claim{said(claim(api.FactValues, "conditional"))}, []string{`{"kind": "b"}`}, true, api.NeedYes},
		{"the table says no", api.NeedNo, []api.Claim{when()}, []string{`{"kind": "b"}`}, true, api.NeedNo},
		{"a response", api.NeedYes, []api.Claim{when()}, []string{`{"kind": "b"}`}, false, api.NeedYes},
	} {
		lid := field("lid", api.String, c.claims...)
		lid.Need = c.need
		body := &api.Schema{Name: "Body", Request: c.request, Fields: []*api.Field{lid, field("kind", api.String)}}
		op := &api.Operation{ID: "Op", Body: bodyIs(body)}
		for i, text := range c.printed {
			op.Examples = append(op.Examples, printedAt(i+1, api.SideRequest, 0, text))
		}
		_, found := reconciled([]*api.Schema{body}, op)
		reported := strings.Contains(rules(found), "docs/mandatory-in-some-cases")
		if lid.Need != c.want || reported != (c.want == api.NeedConditional) {
			t.Errorf("%s: %s with %q, want %s", c.what, lid.Need, rules(found), c.want)
		}
		first := 1 + slices.IndexFunc(c.printed, func(text string) bool { return !strings.Contains(text, "lid") })
		if reported && found[0].Related[1].Pos.Line != first {
			t.Errorf("%s: %v", c.what, found[0])
		}
	}
}
