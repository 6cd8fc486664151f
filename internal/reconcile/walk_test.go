package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// TestSteps: whoever watches sees each step.
func TestSteps(t *testing.T) {
	var steps []string
	Watched(&api.Service{}, new(diag.List), func(step string) { steps = append(steps, step) })
	want := "pairs count wrap nest observe list map refine extend need pages decide prove fix show check contents"
	if got := strings.Join(steps, " "); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestReadable: which examples teach anything.
func TestReadable(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(e *api.Example)
		fields string
		valid  bool
		tables bool
	}{
		{"JSON", func(*api.Example) {}, "lid wood", true, true},
		{"no JSON", func(e *api.Example) { e.JSON = false }, "lid", false, false},
		{"torn JSON", func(e *api.Example) { e.JSON, e.Torn, e.Raw = false, true, `{"lid":"a","wood":"b", ] }` }, "lid wood", false, false},
		{"what cannot be read", func(e *api.Example) { e.Raw = "]" }, "lid", false, false},
		{"another status", func(e *api.Example) { e.Status = 299 }, "lid", true, false},
	} {
		body := structure("Box", "lid")
		e := responded(200, `{"lid":"a","wood":"b"}`)
		c.change(e)
		reconciled([]*api.Schema{body}, &api.Operation{ID: "Op", Responses: []*api.Response{{Status: 200, Body: bodyIs(body)}}, Examples: []*api.Example{e}})
		if names(body) != c.fields || e.Valid != c.valid || e.ByTables != c.tables {
			t.Errorf("%s: fields %q, valid %v, by tables %v", c.what, names(body), e.Valid, e.ByTables)
		}
	}
}

// TestPartOfBody: which structure of a body an example shows a part of.
func TestPartOfBody(t *testing.T) {
	for _, c := range []struct {
		what, shown string
		want        string // the structure that the finding names, "" for the body
	}{
		{"one member, which other structures may have too", `{"size": "a"}`, ""},
		{"a member that holds such", `{"size": "a", "wood": "b", "lids": []}`, ""},
		{"two members", `{"size": "a", "wood": "b"}`, "Lid"},
		{"most members", `{"id": "a", "size": "b", "wood": "c"}`, "Lid"},
		{"as many members of two: the first", `{"id": "a", "x": 1}`, "Box"},
		{"inside of the inside, half", `{"nail": "a", "x": 1}`, "Nail"},
		{"fewer than half", `{"nail": "a", "x": 1, "y": 1}`, ""},
		{"unknown", `{"x": 1}`, ""},
		{"the body's own", `{"boxes": [], "nail": "a"}`, ""},
		{"nothing", `{}`, ""},
		{"a list", `[{"nail": "a"}]`, ""},
	} {
		nail, lid, box := structure("Nail", "nail"), structure("Lid", "id size wood nails"), structure("Box", "id lid in")
		body := structure("Body", "boxes count")
		lid.Fields[3].Type = api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: nail}}
		box.Fields[1].Type = api.Type{Kind: api.Object, Schema: lid}
		box.Fields[2].Type = api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: box}}
		body.Fields[0].Type = api.Type{Kind: api.Map, Elem: &api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: box}}}
		e := responded(200, c.shown)
		_, found := reconciled([]*api.Schema{body, box, lid, nail},
			&api.Operation{ID: "Op", Responses: []*api.Response{{Status: 200, Body: bodyIs(body)}}, Examples: []*api.Example{e}})
		got := ""
		for _, f := range found {
			if f.Rule == "docs/example-of-part" {
				got += f.Message
			}
		}
		if (got != "") != (c.want != "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

// TestListBesideObject: what a list in place of an object has in it.
func TestListBesideObject(t *testing.T) {
	for _, c := range []struct {
		what, shown string
		elems       bool
		fields      string
	}{
		{"a list of such objects", `[{"size": "a", "wood": 1}]`, true, "size wood"},
		{"no item", `[]`, false, "size"},
		{"other objects", `[{"x": 1}]`, false, "size"},
		{"one other object", `[{"size": "a"}, {"x": 1}]`, false, "size"},
		{"a text among them", `[{"size": "a"}, "b"]`, false, "size"},
	} {
		lid, body := structure("Lid", "size"), structure("Box", "lid id")
		body.Fields[0].Type = api.Type{Kind: api.Object, Schema: lid}
		decided(t, body, `{"lid": {"size": "a"}}`, `{"lid": `+c.shown+`}`)
		if got := body.Fields[0].Type.AlsoElem != nil; got != c.elems || names(lid) != c.fields {
			t.Errorf("%s: elements %v, fields %q", c.what, got, names(lid))
		}
	}
}

// TestObjectBesideList: what an object in place of a list has in it.
func TestObjectBesideList(t *testing.T) {
	for shown, want := range map[string]string{`{"size": "a", "wood": 1}`: "size wood", `{"wood": 1}`: "size", `"a"`: "size"} {
		lid, body := structure("Lid", "size"), structure("Box", "lids id")
		body.Fields[0].Type = api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: lid}}
		decided(t, body, `{"lids": `+shown+`}`)
		if names(lid) != want {
			t.Errorf("%s: %q", shown, names(lid))
		}
	}
}

// TestEndless: a structure that stands for itself ends somewhere.
func TestEndless(t *testing.T) {
	s := &api.Schema{Name: "Loop"}
	s.Root = &api.Type{Kind: api.Object, Schema: s}
	if _, found := decided(t, s, `{"a": 1}`); len(found) != 0 {
		t.Errorf("findings %q", rules(found))
	}
}

// TestValid: which examples are in the document, and which requests are reported.
func TestValid(t *testing.T) {
	const breaks, none = "docs/example-breaks-schema", "docs/no-valid-request"
	for _, c := range []struct {
		what     string
		examples []*api.Example
		valid    string
		rules    string
	}{
		{"a request", []*api.Example{requested(`{"lid":"a"}`)}, "true", ""},
		{"a broken request", []*api.Example{requested(`{}`)}, "false", breaks + " " + none},
		{"two broken requests", []*api.Example{requested(`{}`), requested(`{ }`)}, "false false", breaks + " " + none},
		{"one of two", []*api.Example{requested(`{}`), requested(`{"lid":"a"}`)}, "false true", breaks},
		{"a broken response", []*api.Example{responded(200, `{"size":"abc"}`)}, "false", "docs/placeholder-in-example"},
		{"a placeholder in a request", []*api.Example{requested(`{"lid":"$lid"}`)}, "false", "docs/placeholder-in-example"},
		{"a placeholder in one of two", []*api.Example{requested(`{"lid":"$lid"}`), requested(`{}`)}, "false false", breaks + " docs/placeholder-in-example"},
	} {
		body, other := structure("Body", "lid"), structure("Other", "size")
		body.Request = true
		body.Fields[0].Need = api.NeedYes
		body.Fields[0].Claims = append(body.Fields[0].Claims, claim(api.FactMaxLength, "3"))
		other.Fields[0].Claims = append(other.Fields[0].Claims, claim(api.FactMaxLength, "3"))
		if c.what == "a broken response" {
			c.examples[0].Raw = `{"size":"$size"}`
		}
		op := &api.Operation{ID: "Op", Body: bodyIs(body), Responses: []*api.Response{{Status: 200, Body: bodyIs(other)}}, Examples: c.examples}
		_, found := reconciled([]*api.Schema{body, other}, op)
		var valid []string
		for _, e := range c.examples {
			valid = append(valid, map[bool]string{true: "true", false: "false"}[e.Valid])
		}
		if strings.Join(valid, " ") != c.valid || uniqueRules(found) != c.rules {
			t.Errorf("%s: %v with %q", c.what, valid, uniqueRules(found))
		}
		for _, f := range found {
			if f.Rule == breaks && len(f.Related) != 1 {
				t.Errorf("%s: %v", c.what, f)
			}
		}
	}
}

// uniqueRules lists the rules of findings by name, each once.
func uniqueRules(found []diag.Finding) string {
	var out []string
	for rule := range strings.FieldsSeq(sortedRules(found)) {
		if len(out) == 0 || out[len(out)-1] != rule {
			out = append(out, rule)
		}
	}
	return strings.Join(out, " ")
}

// TestBrokenList: a body without a table has none to name.
func TestBrokenList(t *testing.T) {
	text := &api.Type{Kind: api.Integer}
	e := responded(200, `["a"]`)
	var found diag.List
	r := &reconciler{found: &found}
	r.reportExample(e, text, []problem{{1, "it is wrong"}}, nil)
	if f := found.Sorted(); len(f) != 1 || len(f[0].Related) != 0 || f[0].Pos.Col != 2 {
		t.Errorf("%v", f)
	}
}
