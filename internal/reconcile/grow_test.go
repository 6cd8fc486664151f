package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// TestExtend: which members that no table lists become fields.
func TestExtend(t *testing.T) {
	const keys, odd, more = "docs/keys-are-values", "docs/odd-member-name", "docs/undocumented-field"
	for _, c := range []struct {
		what  string
		shown []string
		want  string // the shape of the body
		rules string
	}{
		{"a name", []string{`{"lid": "a", "wood": 1}`}, "object Box {lid wood}", more},
		{"a key", []string{`{"lid": "a", "ID1": 1}`}, "object Box {lid} + integer", keys},
		{"two keys", []string{`{"lid": "a", "ID1": 1, "ID2": 2}`}, "object Box {lid} + integer", keys},
		{"two keys of two kinds", []string{`{"lid": "a", "ID1": 1, "ID2": "a"}`}, "object Box {lid} + integer or string", "docs/example-contradicts-type " + keys},
		{"a key and a name", []string{`{"lid": "a", "ID1": 1, "wood": 2}`}, "object Box {lid wood} + integer", keys + " " + more},
		{"a key with a space", []string{`{"lid": "a", "the lid": 1}`}, "object Box {lid}", odd},
		{"a key, and one with a space", []string{`{"lid": "a", "ID1": 1, "the lid": 1}`}, "object Box {lid} + integer", keys},
		{"an odd name beside a key", []string{`{"lid": "a", "ID1": 1, "li\"d": 1}`}, "object Box {lid} + integer", keys + " " + odd},
		{"an object under a key", []string{`{"lid": "a", "ID1": {"a": 1}}`}, "object Box {lid} + object BoxValue", keys},
		{"two names", []string{`{"lid": "a", "wood": 1, "size": 2}`}, "object Box {lid wood size}", more + " " + more},
	} {
		var examples []string
		for _, e := range c.shown {
			examples = append(examples, strings.NewReplacer("ID1", id1, "ID2", id2).Replace(e))
		}
		op, found := decided(t, structure("Box", "lid"), examples...)
		if got := shape(&op.Responses[0].Body.Type); got != c.want || sortedRules(found) != c.rules {
			t.Errorf("%s: %s with %q, want %s with %q", c.what, got, sortedRules(found), c.want, c.rules)
		}
	}
}

// TestInferKinds: the type of a field that only examples show.
func TestInferKinds(t *testing.T) {
	for _, c := range []struct {
		shown []string
		want  string
	}{
		{[]string{`1`, `"a"`}, "integer or string"},
		{[]string{`"a"`, `1.5`}, "string or number"},
		{[]string{`1`, `1.5`}, "number"},
		{[]string{`null`, `1`}, "integer, nullable"},
		{[]string{`true`}, "boolean"},
		{[]string{`{"ID1": 1}`}, "map of integer"},
		{[]string{`{"ID1": 1, "ID2": 2.5}`}, "map of number"},
		{[]string{`{"ID1": 1, "a": 2}`}, "object BoxF"},
		{[]string{`{"ID1": {"a": 1}}`}, "map of object BoxF"},
		{[]string{`{"a": {"b": 1}}`, `{"c": 1}`}, "object BoxF"},
	} {
		body := structure("Box", "known")
		var examples []string
		for _, e := range c.shown {
			examples = append(examples, strings.NewReplacer("ID1", id1, "ID2", id2).Replace(`{"f": `+e+`}`))
		}
		decided(t, body, examples...)
		if got := body.Field("f").Type.String(); got != c.want {
			t.Errorf("%q: %s, want %s", c.shown, got, c.want)
		}
	}
}

// TestInferFields: the structures that only examples show.
func TestInferFields(t *testing.T) {
	for _, request := range []bool{true, false} {
		body := structure("Box", "known")
		body.Request = request
		op := &api.Operation{ID: "Op", Body: bodyIs(body), Examples: []*api.Example{requested(`{"f": {"a": 1, "b\"": 1, "c": [{"d": 1.5}], "a": 2}}`)}}
		svc, _ := reconciled([]*api.Schema{body}, op)
		inner := body.Field("f").Type.Schema
		if names(inner) != "a c" || inner.Request != request || inner.Field("c").Type.String() != "array of object BoxFC" || len(svc.Schemas) != 3 {
			t.Errorf("request %v: %q, %v", request, names(inner), inner.Request)
		}
	}
}

// TestUnique: names that differ only in capitals are one, and the side tells two apart.
func TestUnique(t *testing.T) {
	r := &reconciler{names: map[string]bool{"box": true}}
	for _, c := range [][2]string{{"Box", "BoxRequest"}, {"box", "boxRequest2"}, {"BOX", "BOXRequest3"}, {"Lid", "Lid"}, {"lid", "lidRequest"}, {"", "Object"}, {"", "ObjectRequest"}} {
		if got := r.unique(c[0], api.SideRequest); got != c[1] {
			t.Errorf("unique(%q) = %q, want %q", c[0], got, c[1])
		}
	}
	// The names of the tables are taken.
	body, other := structure("Box", "known"), structure("boxf", "known")
	reconciled([]*api.Schema{body, other}, &api.Operation{ID: "Op", Body: bodyIs(body), Examples: []*api.Example{requested(`{"f": {"a": 1}}`)}})
	if got := body.Field("f").Type.Schema.Name; got != "BoxFResponse" {
		t.Errorf("the structure is called %s", got)
	}
}

// TestGuessFrom: which fields tell the type of another one of that name.
func TestGuessFrom(t *testing.T) {
	for _, c := range []struct {
		what   string
		fields string // documented texts
		params string
		shown  string
		want   string // the type of zone_id
	}{
		{"a parameter", "", "zone_id", `{"zone_id": 3}`, "string or integer"},
		{"three that end alike", "a_id b_id c_id", "", `{"zone_id": 3}`, "string or integer"},
		{"two, and a parameter", "a_id b_id", "c_id", `{"zone_id": 3}`, "string or integer"},
		{"two, and the word itself", "a_id b_id id", "", `{"zone_id": 3}`, "integer"},
		{"two, and one that ends otherwise", "a_id b_id c_ip", "", `{"zone_id": 3}`, "integer"},
		{"what only examples show elsewhere", "", "", `{"other": {"zone_id": "a"}, "zone_id": 3}`, "integer"},
	} {
		body, other := structure("Box", "other"), structure("Other", c.fields)
		body.Fields[0].Type = api.Type{Kind: api.Any}
		op := &api.Operation{ID: "Op", Responses: []*api.Response{{Status: 200, Body: bodyIs(body)}}, Examples: []*api.Example{responded(200, c.shown)}}
		for name := range strings.FieldsSeq(c.params) {
			op.Params = append(op.Params, &api.Param{In: api.InQuery, Field: *field(name, api.String)})
		}
		reconciled([]*api.Schema{body, other}, op)
		if f := body.Field("zone_id"); f == nil || f.Type.String() != c.want {
			t.Errorf("%s: %v, want %s", c.what, f, c.want)
		}
	}
}

// TestBodyOfExample: the body of a request or response that no table describes.
func TestBodyOfExample(t *testing.T) {
	const rule = "docs/undocumented-body"
	for _, c := range []struct {
		what     string
		example  *api.Example
		want     string // the type of the body
		statuses int
		rules    string
	}{
		{"a request", requested(`{"a": 1}`), "object OpRequestBody", 1, rule},
		{"a response", responded(200, `{"a": 1}`), "object OpResponseBody", 1, rule},
		{"a response of a further status", responded(202, `{"a": 1}`), "object OpResponseBody", 2, rule},
		{"of status 399", responded(399, `{"a": 1}`), "object OpResponseBody", 2, rule},
		{"of status 400", responded(400, `{"a": 1}`), "object ABody", 2, rule},
		{"of status 404", responded(404, `{"a": 1, "b": 2}`), "object ErrorBody", 2, rule},
		{"an error with an odd name", responded(404, `{"a b": 1}`), "map of integer", 2, rule},
		{"an empty object", responded(200, `{}`), "object", 1, ""},
		{"an empty list", responded(200, `[]`), "array of any", 1, ""},
		{"an error with an odd name that is not a key", responded(404, `{"a\"b": 1}`), "object ErrorBody", 2, "docs/odd-member-name " + rule},
		{"an odd name inside", responded(200, `{"a": {"b": 1, "c\"d": 1}}`), "object OpResponseBody", 1, "docs/odd-member-name " + rule},
		{"an item", responded(200, `[1]`), "array of integer", 1, rule},
		{"a text", responded(200, `"a"`), "", 1, ""},
		{"null", responded(200, `null`), "", 1, ""},
	} {
		op := &api.Operation{ID: "Op", Method: "POST", Responses: []*api.Response{{Status: 200}}, Examples: []*api.Example{c.example}}
		svc, found := reconciled(nil, op)
		got := ""
		if b := bodyOf(op, c.example); b != nil {
			got = b.Type.String()
		}
		if got != c.want || len(op.Responses) != c.statuses || rules(found) != c.rules {
			t.Errorf("%s: %s, %d responses, %q", c.what, got, len(op.Responses), rules(found))
		}
		if len(svc.Schemas) > 0 && svc.Schemas[0].Request != (c.example.Side == api.SideRequest) {
			t.Errorf("%s: a request is %v", c.what, svc.Schemas[0].Request)
		}
	}
}

// TestBodyOfExamples: a body that no table describes has what any of its examples shows, whatever their order.
func TestBodyOfExamples(t *testing.T) {
	for _, c := range []struct{ first, second, want, rules string }{
		{`{}`, `{"a": 1}`, "object OpResponseBody {a}", "docs/undocumented-body"},
		{`{"a": 1}`, `{}`, "object OpResponseBody {a}", "docs/undocumented-body"},
		{`[]`, `[{"a": 1}]`, "array of object OpResponseBody {a}", "docs/undocumented-body"},
		{`[]`, `{"a": 1}`, "object OpResponseBody or array {a}", "docs/example-contradicts-type docs/undocumented-body"},
		{`{}`, `[]`, "object or array", "docs/example-contradicts-type"},
		{`{}`, `"a"`, "object or string", "docs/example-contradicts-type"},
		{`{"a": 1}`, `{"b": 2}`, "object OpResponseBody {a b}", "docs/undocumented-body docs/undocumented-field"},
	} {
		op := &api.Operation{ID: "Op", Method: "GET", Examples: []*api.Example{responded(200, c.first), responded(200, c.second)}}
		_, found := reconciled(nil, op)
		if got := shape(&op.Responses[0].Body.Type); got != c.want || sortedRules(found) != c.rules {
			t.Errorf("%s, %s: %s with %q, want %s with %q", c.first, c.second, got, sortedRules(found), c.want, c.rules)
		}
	}
}

// TestNamesOfErrors: what the structures of errors are called that no table describes.
func TestNamesOfErrors(t *testing.T) {
	const one, two, three = `{"e": 1, "f": 1}`, `{"e": 1, "g": 1}`, `{"e": 1, "h": 1}`
	for _, c := range []struct {
		known, want string
		printed     []string
	}{
		{"", "ErrorBody", []string{one}},
		{"ERRORBODY", "ErrorBodyResponse", []string{one}},
		{"", "ErrorBody ErrorBodyResponse", []string{one, two}},
		{"", "ErrorBody ErrorBodyResponse OpErrorBody", []string{one, two, three}},
		{"ErrorBodyResponse", "ErrorBody OpErrorBody", []string{one, two}},
		{"", "EBody", []string{`{"e": "a"}`}},
		{"", "EBody EBodyResponse", []string{`{"e": [1]}`, `{"e": []}`}},
	} {
		op := &api.Operation{ID: "Op", Method: "GET"}
		for i, text := range c.printed {
			op.Examples = append(op.Examples, responded(400+i, text))
		}
		var schemas []*api.Schema
		if c.known != "" {
			schemas = append(schemas, structure(c.known, "lid"))
		}
		reconciled(schemas, op)
		var names []string
		for _, r := range op.Responses {
			names = append(names, r.Body.Type.Schema.Name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%q beside %v: %s, want %s", c.known, c.printed, got, c.want)
		}
	}
}

// TestErrorBodies: errors with the same members share a structure.
func TestErrorBodies(t *testing.T) {
	for _, c := range []struct {
		what, first, second string
		same                bool
	}{
		{"the same members", `{"e": {"c": 1}}`, `{"e": {"c": 2}}`, true},
		{"another name", `{"e": {"c": 1}}`, `{"e": {"d": 2}}`, false},
		{"another kind", `{"e": {"c": 1}}`, `{"e": {"c": "a"}}`, true},
		{"another order", `{"e": 1, "f": 1}`, `{"f": 1, "e": 1}`, true},
		{"a list with others in it", `{"e": [{"c": 1}]}`, `{"e": [{"d": 1}]}`, false},
		{"a longer list", `{"e": [1]}`, `{"e": [1, 2]}`, false},
	} {
		op := &api.Operation{ID: "Op", Method: "POST", Examples: []*api.Example{responded(400, c.first), responded(404, c.second)}}
		reconciled(nil, op)
		if same := op.Responses[0].Body.Type.Schema == op.Responses[1].Body.Type.Schema; same != c.same {
			t.Errorf("%s: one structure: %v", c.what, same)
		}
	}
}

// TestProblemsInside: what is inside of values of a further kind.
func TestProblemsInside(t *testing.T) {
	lid := structure("Lid", "size")
	lid.Request, lid.Fields[0].Need = true, api.NeedYes
	object := api.Type{Kind: api.Object, Schema: lid}
	text := api.Type{Kind: api.String}
	for _, c := range []struct {
		what  string
		typ   api.Type
		value string
		want  string
	}{
		{"a text for a list of objects", api.Type{Kind: api.Array, Elem: &object, Also: []api.Kind{api.String}}, `"a"`, ""},
		{"a text for an object", api.Type{Kind: api.Object, Schema: lid, Also: []api.Kind{api.String}}, `"a"`, ""},
		{"a text for an object of free form", api.Type{Kind: api.Object, Also: []api.Kind{api.String}}, `"a"`, ""},
		{"an object of free form", api.Type{Kind: api.Object}, `{"a": 1}`, ""},
		{"an object where it may be a list", api.Type{Kind: api.Object, Schema: lid, Also: []api.Kind{api.Array}, AlsoElem: &object}, `{}`, "the mandatory size is missing"},
		{"a list whose elements are not known", api.Type{Kind: api.Object, Schema: lid, Also: []api.Kind{api.Array}}, `[1]`, ""},
		{"an object for a list of texts", api.Type{Kind: api.Array, Elem: &text, Also: []api.Kind{api.Object}}, `{"a": 1}`, ""},
		{"an object for a list of objects", api.Type{Kind: api.Array, Elem: &object, Also: []api.Kind{api.Object}}, `{}`, "the mandatory size is missing"},
		{"a map of objects", api.Type{Kind: api.Map, Elem: &object}, `{"a": {}, "b": 1}`, `the mandatory size is missing; "b" is a number, not object`},
		{"a list of objects", api.Type{Kind: api.Array, Elem: &object}, `[{}, {"size": "a"}]`, "the mandatory size is missing"},
	} {
		v, _, err := payload.Parse(c.value)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		problems, _ := problemsOf(v, &c.typ, asDecided, patterns{})
		for _, p := range problems {
			got = append(got, p.text)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}
