package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// shown lists the examples of an operation: side, status or request line, body.
func shown(op *api.Operation) string {
	var out []string
	for _, e := range op.Examples {
		what := string(e.Side)
		if e.Status != 0 {
			what += " " + itoa(e.Status)
		}
		if e.Method != "" {
			what += " " + e.Method
		}
		out = append(out, what+" "+strings.Join(strings.Fields(e.Body), ""))
	}
	return strings.Join(out, "; ")
}

func TestExamples(t *testing.T) {
	body := section("Request Parameters", tableText("**Table 1** Request body parameters", mandatory, "lid|Yes|String|Lid"))
	for _, c := range []struct{ what, method, sections, want string }{
		{"sections tell the side", "POST", body +
			section("Example Requests", codeText("POST /v1/boxes\n\n{\"lid\": 1}")) +
			section("Example Responses", "**Status code: 202**\n\n"+codeText("{\"id\": 2}")),
			`request POST {"lid":1}; response 202 {"id":2}`},
		{"method and URL on two lines", "POST", body +
			section("Example Requests", codeText("POST\nhttps://{endpoint}/v1/boxes\n\n{\"lid\": 1}")),
			`request POST {"lid":1}`},
		{"the request line in a block of its own", "POST", body +
			section("Example Requests", codeText("POST /v1/boxes")+"With this body:\n\n"+codeText("{\"lid\": 1}")),
			`request POST {"lid":1}`},
		{"two bodies for one line", "POST", body +
			section("Example Requests", codeText("POST /v1/boxes")+codeText("{\"lid\": 1}")+codeText("{\"lid\": 2}")),
			`request POST {"lid":1}; request POST {"lid":2}`},
		{"one block with both, told by the status line", "POST", body +
			section("Example", codeText("POST /v1/boxes HTTP/1.1\nHost: box\n\n{\"lid\": 1}\n\nHTTP/1.1 201 Created\n\n{\"id\": 2}")),
			`request POST {"lid":1}; response 201 {"id":2}`},
		{"the request comes first where a section holds both", "POST", body +
			section("Example", codeText("POST /v1/boxes")+codeText("{\"lid\": 1}")+codeText("{\"id\": 2}")),
			`request POST {"lid":1}; response 200 {"id":2}`},
		{"the tables tell the side where no words do", "POST", body +
			section("Example", "-  Example request\n\n"+codeText("{\"lid\": 1}")+"One of another kind:\n\n"+codeText("{\"lid\": 2}")),
			`request {"lid":1}; request {"lid":2}`},
		{"an alternative is of the side of the first", "POST", section("Example", "Request example\n\n"+codeText("{\"a\": 1}")+"or\n\n"+codeText("{\"a\": 2}")),
			`request {"a":1}; request {"a":2}`},
		{"a GET sends nothing", "GET",
			section("Example", codeText("GET /v1/boxes")+codeText("{\"id\": 2}")),
			`request GET ; response 200 {"id":2}`},
		{"not even beside an operation that does", "POST", body +
			section("Example", codeText("GET /v1/boxes")+codeText("{\"id\": 2}")),
			`request GET ; response 200 {"id":2}`},
		{"lines above the blocks tell the side", "POST", body +
			section("Example", "-  Example response\n\n"+"   "+strings.ReplaceAll(strings.TrimSpace(codeText("{\"id\": 2}")), "\n", "\n   ")+"\n\n"),
			`response 200 {"id":2}`},
		{"a shell is not a payload", "POST", body + section("Example Requests", codeText("[root@host ~]$ box --open")), ``},
		{"a placeholder URL is not a payload", "POST", body + section("Example Requests", codeText("{endpoint}/v1/boxes")), ``},
	} {
		op := extractPage(title("Making a Box") + section("URI", c.method+" /v1/boxes") + c.sections).op(t)
		if got := shown(op); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.what, got, c.want)
		}
	}
}

func TestExampleHeaders(t *testing.T) {
	op := extractPage(title("Making a Box") + section("URI", "GET /v1/boxes") +
		section("Example Requests", codeText("GET /v1/boxes\nX-Lid: oak\nno header line\n\nX-Two: a:b"))).op(t)
	if got := fmt.Sprint(op.Examples[0].Headers); got != "[[X-Lid oak] [X-Two a:b]]" {
		t.Errorf("headers %s", got)
	}
}

func TestBrokenExamples(t *testing.T) {
	for _, c := range []struct {
		what, text, rules string
		json, repaired    bool
	}{
		{"sound", `{"a": 1}`, "", true, false},
		{"a comma is missing", `{"a": 1 "b": 2}`, "docs/example-repaired", true, true},
		{"cut off", `{"a": [1`, "docs/example-not-json", false, false},
	} {
		e := extractPage(title("Showing a Box") + section("URI", "GET /v1/box") + section("Example Responses", codeText(c.text)))
		ex := e.op(t).Examples[0]
		if ex.JSON != c.json || ex.Repaired != c.repaired || e.rules() != c.rules {
			t.Errorf("%s: JSON %v, repaired %v, findings %q", c.what, ex.JSON, ex.Repaired, e.rules())
		}
	}
}

// TestOpOf: where a page has two operations, an example goes to the one whose method and
// path it shows.
func TestOpOf(t *testing.T) {
	e := extractPage(title("Boxes") + section("URI", "GET /v1/{shelf}/boxes\n\nDELETE /v1/{shelf}/boxes/{box}") +
		section("Example Requests", codeText("DELETE https://h/v1/s/boxes/b")+codeText("GET https://h/v1/s/boxes")+codeText("DELETE https://h/v1/odd")))
	var got []string
	for _, op := range e.svc.Operations {
		got = append(got, op.Method+": "+shown(op))
	}
	if s := strings.Join(got, " | "); s != "GET: request GET ; request DELETE  | DELETE: request DELETE " {
		t.Errorf("%s", s)
	}
}

// TestTabs: a tab is one column in the page, however wide it shows.
func TestTabs(t *testing.T) {
	page := title("Showing a Box") + section("URI", "GET /v1/box") + "Example Responses\n-----------------\n\n.. code-block::\n\n\t{\n\t\t\"a\" : 1\n\t\t\"b\" : 2\n\t}\n"
	e := extractPage(page)
	if e.rules() != "docs/example-repaired" {
		t.Fatalf("findings %s", e.rules())
	}
	if got, want := e.found[0].Pos, (source.Pos{Line: 15, Col: 10}); got != want {
		t.Errorf("the comma is missing at %s, not %s", want, got)
	}
	ex := e.op(t).Examples[0]
	if got, want := ex.At(strings.Index(ex.Raw, `"b"`)), (source.Pos{Line: 16, Col: 3}); got != want {
		t.Errorf(`"b" stands at %s, not %s`, want, got)
	}
}
