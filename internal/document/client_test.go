package document_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// operation loads a document with one GET of /v1/lamps/{id}; more is put into the operation,
// responses are those of it, schemas stand in components.
func operation(t *testing.T, more, responses, schemas string) (*document.Document, *document.Operation) {
	t.Helper()
	d := load(t, head+"paths:\n  '/v1/lamps/{id}':\n    get:\n      operationId: ShowLamp\n      responses: {"+responses+"}\n"+
		"      parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: offset, in: query, schema: {type: integer}}]\n"+
		more+"components: {schemas: {"+schemas+"}}\n")
	ops, err := d.Operations()
	if err != nil {
		t.Fatal(err)
	}
	return d, ops[0]
}

func body(schema string) string {
	return "{description: d, content: {application/json: {schema: " + schema + "}}}"
}

func reads(r *document.Response) bool { return r.Schema() != nil }

func TestResult(t *testing.T) {
	const (
		lamp  = "Lamp: {type: object, properties: {id: {type: string}}}"
		other = ", Torch: {type: object, properties: {id: {type: string}}}"
		ref   = "{$ref: '#/components/schemas/Lamp'}"
		torch = "{$ref: '#/components/schemas/Torch'}"
	)
	object := func(properties string) string { return "{type: object, properties: {" + properties + "}}" }
	for name, c := range map[string]struct{ responses, want string }{
		"nothing":                               {"'204': {description: d}", "0"},
		"a body":                                {"'200': " + body(ref), "1 200"},
		"of two that are one":                   {"'200': " + body(ref) + ", '202': " + body("{nullable: true, allOf: ["+ref+"]}"), "1 200"},
		"of two":                                {"'200': " + body(ref) + ", '202': " + body(torch), "3 200 202"},
		"two texts":                             {"'200': " + body("{type: string}") + ", '202': " + body("{type: string}"), "1 200"},
		"a text and a number":                   {"'200': " + body("{type: string}") + ", '202': " + body("{type: number}"), "3 200 202"},
		"lists of one":                          {"'200': " + body("{type: array, items: "+ref+"}") + ", '202': " + body("{type: array, items: "+ref+"}"), "1 200"},
		"lists of two":                          {"'200': " + body("{type: array, items: "+ref+"}") + ", '202': " + body("{type: array, items: "+torch+"}"), "3 200 202"},
		"bytes":                                 {"'200': {description: d, content: {image/png: {schema: {type: string, format: binary}}}}", "2"},
		"nothing that has a body":               {"'204': " + body("{}") + ", '205': {description: d}", "0"},
		"a body of a wrong status":              {"'204': " + body(ref), "1 204"},
		"bodies of two wrong ones":              {"'204': " + body(ref) + ", '205': " + body(ref), "1 204"},
		"a body beside nothing":                 {"'200': " + body(ref) + ", '204': " + body(torch), "1 200"},
		"an error":                              {"'404': " + body(ref) + ", '204': {description: d}", "0"},
		"versions":                              {"'300': " + body(ref) + ", default: " + body(torch), "1 300 accept=300"},
		"versions, and a success with the same": {"'300': " + body(ref) + ", '200': " + body(ref), "1 200 accept=300"},
		"versions, and another success":         {"'300': " + body(torch) + ", '200': " + body(ref), "1 200"},
		"a redirect":                            {"'302': {description: d}, default: " + body(torch), "2"},
		"only a redirect":                       {"'302': {description: d}, '404': " + body(torch), "2"},
		"not modified":                          {"'304': {description: d}, '404': " + body(torch), "0"},
		"a redirect beside success":             {"'302': {description: d}, '204': {description: d}", "0"},
		"a structure":                           {"'200': " + body(object("lamp: "+ref)), "1 200 root=lamp"},
		"a list":                                {"'200': " + body(object("lamps: {type: array, items: "+ref+"}")), "1 200 root=lamps list"},
		"a list that may miss":                  {"'200': " + body(object("lamps: {type: array, nullable: true, items: "+ref+"}")), "1 200"},
		"a scalar":                              {"'200': " + body(object("count: {type: integer}")), "1 200"},
		"two members":                           {"'200': " + body(object("lamp: "+ref+", count: {type: integer}")), "1 200"},
		"others, too":                           {"'200': " + body("{type: object, additionalProperties: true, properties: {lamp: "+ref+"}}"), "1 200"},
	} {
		d, op := operation(t, "", c.responses, lamp+other)
		r, err := d.Result(op, reads)
		got := fmt.Sprint(int(r.Kind))
		for _, one := range r.Bodies {
			got += " " + one.Key
		}
		if r.Root != "" {
			got += " root=" + r.Root
		}
		if r.List {
			got += " list"
		}
		if r.Accept != nil {
			got += " accept=" + strings.Join(r.Accept, ",")
		}
		if err != nil || got != c.want {
			t.Errorf("%s: %s, %v; want %s", name, got, err, c.want)
		}
	}
}

// TestResultOfVariants has actions of one path: a body that only another one names is not the
// result of one that names none, whether JSON or bytes.
func TestResultOfVariants(t *testing.T) {
	for name, c := range map[string]struct{ content, variants, want string }{
		"a body of the other": {"application/json: {schema: {$ref: '#/components/schemas/Lamp'}}",
			`[{operationId: SwitchLamp}, {operationId: PaintLamp, responses: {"202": "#/components/schemas/Lamp"}}]`, "0 1"},
		"a body of nobody, which is that of all": {"application/json: {schema: {$ref: '#/components/schemas/Lamp'}}",
			`[{operationId: SwitchLamp}, {operationId: PaintLamp}]`, "1 1"},
		"bytes beside an error of one": {"image/png: {schema: {type: string, format: binary}}",
			`[{operationId: SwitchLamp}, {operationId: PaintLamp, responses: {"404": "#/components/schemas/Lamp"}}]`, "2 2"},
	} {
		d := load(t, head+"paths:\n  /lamps/action:\n    post:\n      operationId: Act\n      responses: {'202': {description: d, content: {"+c.content+"}}}\n"+
			"      x-variants: "+c.variants+"\ncomponents: {schemas: {Lamp: {type: object, properties: {id: {type: string}}}}}\n")
		ops, err := d.Operations()
		if err != nil {
			t.Fatal(name, err)
		}
		var kinds []string
		for _, op := range ops {
			r, err := d.Result(op, reads)
			if err != nil {
				t.Error(name, err)
			}
			kinds = append(kinds, fmt.Sprint(int(r.Kind)))
		}
		if got := strings.Join(kinds, " "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestVersionsBesideLists has the list of versions (300) at the path of another list (200): each
// variant gives back its own.
func TestVersionsBesideLists(t *testing.T) {
	d := load(t, head+`paths:
  /:
    get:
      operationId: GetRoot
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Lamps'}}}}
        "300": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Versions'}}}}
      x-variants:
        - {operationId: ListVersions, responses: {"300": '#/components/schemas/Versions'}}
        - {operationId: ListLamps, responses: {"200": '#/components/schemas/Lamps'}}
        - {operationId: Ping}
components:
  schemas:
    Lamps: {type: object, properties: {lamps: {type: array, items: {type: string}}}}
    Versions: {type: object, properties: {versions: {type: array, items: {type: string}}}}
`)
	ops, err := d.Operations()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, op := range ops {
		r, err := d.Result(op, reads)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s %d %s %v", op.ID, r.Kind, r.Root, r.Accept))
	}
	if got, want := strings.Join(got, ", "), "ListVersions 1 versions [300], ListLamps 1 lamps [], Ping 0  []"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestPages(t *testing.T) {
	const list = "List: {type: object, properties: {lamps: {type: array, items: {$ref: '#/components/schemas/Lamp'}}, count: {type: integer}, more: {}, any: {oneOf: [{type: array, items: {}}, {type: object, properties: {a: {}}}]}}}," +
		" Lamp: {type: object, properties: {id: {type: string}}}"
	for paging, want := range map[string]string{
		"style: offset, items: /lamps, offset: offset, count: /count":      "offset [lamps] [offset] [] [count]",
		"style: offset, items: /lamps, offset: offset, count: /more/total": "offset [lamps] [offset] [] []", // nobody knows: the walk goes on to an empty page
		"style: offset, items: /lamps, offset: offset, count: /total":      `x-pagination: count "/total": there is no member "total"`,
		"style: offset, items: /any, offset: offset":                       "unclear",
		"style: offset, items: /more/lamps, offset: offset":                "unclear",
		"style: offset, items: /count, offset: offset":                     `x-pagination: items "/count": this is not a list`,
		"style: offset, items: /lamps, offset: start":                      `x-pagination: offset "start": there is no such query parameter`,
		"style: marker, items: /lamps, marker: offset, key: id":            "marker [lamps] [offset] [] []",
		"style: marker, items: /lamps, marker: offset, key: name":          `x-pagination: key "name": there is no member "name"`,
		"style: link, items: /lamps, link: /more":                          "link [lamps] [] [more] []",
		"style: offset, in: body, items: /lamps, offset: offset":           `x-pagination: offset "offset": there is no body that could have it`,
	} {
		d, op := operation(t, "      x-pagination: {"+paging+"}\n", "'200': "+body("{$ref: '#/components/schemas/List'}"), list)
		result, err := d.Result(op, reads)
		if err != nil {
			t.Fatal(err)
		}
		p, err := d.Pages(op, result)
		got := ""
		switch {
		case errors.As(err, new(document.Unclear)):
			got = "unclear"
		case err != nil:
			got = err.Error()
		default:
			got = fmt.Sprint(p.Style, " ", p.Items, " ", p.Param, " ", p.Next, " ", p.Count)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", paging, got, want)
		}
	}
}

func TestStates(t *testing.T) {
	const state = "{type: string, enum: [on, off, error_on, DELETED]}"
	object := func(properties string) string { return "{type: object, properties: {" + properties + "}}" }
	for name, c := range map[string]struct{ more, schema, want string }{
		"a member":         {"", object("id: {type: string}, Status: " + state + ", fail_reason: {type: string}"), "[Status] [error_on] [DELETED] fail_reason"},
		"the likelier one": {"", object("phase: " + state + ", status: " + state), "[status] [error_on] [DELETED] "},
		"one inside":       {"", object("billing: " + object("status: "+state+", paid: {type: boolean}") + ", id: {type: string}"), "[billing status] [error_on] [DELETED] "},
		"two inside":       {"", object("a: " + object("status: "+state) + ", b: " + object("status: "+state)), ""},
		"any text":         {"", object("status: {type: string}, id: {type: string}"), ""},
		"numbers":          {"", object("status: {type: integer, enum: [1, 2]}, id: {type: string}"), ""},
		"a body needed":    {"      requestBody: {content: {application/json: {schema: {type: object}}}}\n", object("id: {}, status: " + state), ""},
	} {
		d, op := operation(t, c.more, "'200': "+body(c.schema), "")
		result, err := d.Result(op, reads)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if s := d.States(op, result, false); s != nil {
			got = fmt.Sprint(s.State, " ", s.Failed, " ", s.Gone, " ", s.Reason)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if d.States(op, result, true) != nil {
			t.Errorf("%s: a list with pages is waited for", name)
		}
		for _, p := range op.Params { // what a call needs beside the path tells that it may ask for more than one
			if p.In == "query" {
				p.Required = true
			}
		}
		if d.States(op, result, false) != nil {
			t.Errorf("%s: a call that needs a query is waited for", name)
		}
	}
	for path, want := range map[string]document.Scope{
		"/v3/{project_id}/lamps": document.ScopeProject, "/v1.0/{tenant_id}": document.ScopeProject, "/V3/{domain-id}/x": document.ScopeDomain,
		"/v3/projects/{project_id}": "", "/{project_id}": "", "/v3/{lamp_id}": "", "/vault/{project_id}": "",
	} {
		before, after, _ := strings.Cut(path, "{")
		param, _, _ := strings.Cut(after, "}")
		if got := document.ScopeOf(param, before); got != want {
			t.Errorf("%s: the scope is %q, want %q", path, got, want)
		}
	}
}

// TestStatesOfLists: where only the list of resources says which states there are, as what it may be narrowed to.
func TestStatesOfLists(t *testing.T) {
	for name, c := range map[string]struct{ path, member, query, want string }{
		"as its filter":       {"/lamps/{lamp_id}", "status: {type: string}", "{name: status, in: query, schema: {type: string, enum: [on, failed, deleted]}}", "[status] [on failed deleted] [failed] [deleted] {/lamps status}"},
		"one of several":      {"/lamps/{lamp_id}", "status: {type: string}", "{name: status, in: query, schema: {type: array, items: {type: string, enum: [on, off]}}}", "[status] [on off] [] [] {/lamps status}"},
		"with its noun":       {"/lamps/{lamp_id}", "lamp_status: {type: string}", "{name: lamp_status, in: query, schema: {type: string, enum: [on, off]}}", "[lamp_status] [on off] [] [] {/lamps lamp_status}"},
		"of another noun":     {"/lamps/{lamp_id}", "door_status: {type: string}", "{name: door_status, in: query, schema: {type: string, enum: [on, off]}}", ""},
		"of another name":     {"/lamps/{lamp_id}", "state: {type: string}", "{name: status, in: query, schema: {type: string, enum: [on, off]}}", ""},
		"with a single value": {"/lamps/{lamp_id}", "status: {type: string}", "{name: status, in: query, schema: {type: string, enum: [on]}}", ""},
		"in a header":         {"/lamps/{lamp_id}", "status: {type: string}", "{name: status, in: header, schema: {type: string, enum: [on, off]}}", ""},
		"a number":            {"/lamps/{lamp_id}", "status: {type: integer}", "{name: status, in: query, schema: {type: string, enum: [on, off]}}", ""},
		"its own come first":  {"/lamps/{lamp_id}", "status: {type: string, enum: [a, b]}", "{name: status, in: query, schema: {type: string, enum: [on, off]}}", "[status] [a b] [] [] <nil>"},
		"of another list":     {"/rooms/{room_id}", "status: {type: string}", "{name: status, in: query, schema: {type: string, enum: [on, off]}}", ""},
	} {
		id := c.path[strings.IndexByte(c.path, '{')+1 : len(c.path)-1]
		d := load(t, head+"paths:\n  /lamps: {get: {operationId: ListLamps, parameters: ["+c.query+"], responses: {'200': {description: ok}}}}\n  "+c.path+
			": {get: {operationId: ShowLamp, parameters: [{name: "+id+", in: path, required: true, schema: {type: string}}], responses: {'200': "+
			body("{type: object, properties: {id: {type: string}, "+c.member+"}}")+"}}}\n")
		ops, err := d.Operations()
		if err != nil {
			t.Fatal(err)
		}
		result, err := d.Result(ops[1], reads)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if s := d.States(ops[1], result, false); s != nil {
			filter := "<nil>"
			if s.Filter != nil {
				filter = fmt.Sprint(*s.Filter)
			}
			got = fmt.Sprint(s.State, " ", s.Values, " ", s.Failed, " ", s.Gone, " ", filter)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
