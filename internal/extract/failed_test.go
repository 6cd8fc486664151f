package extract

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// TestFailedResponses: a printed error is not a good response, although it stands where one would.
func TestFailedResponses(t *testing.T) {
	response := section("Response", tableText("**Table 1** Response parameters", typed, "lid|String|Lid", "id|String|Box"))
	errors := title("Error Codes") + tableText("**Table 1** Error codes", "Status Code|Error Code|Message", "404|BOX.1|No box.") +
		codeText("{\"error_code\": \"BOX.1\", \"error_msg\": \"No box.\"}")
	for _, c := range []struct{ what, rest, want string }{
		{"a number of a status", codeText(`{"oops": {"message": "No box.", "code": 404}}`), `response 404 {"oops":{"message":"Nobox.","code":404}}`},
		{"the number in quotes", codeText(`{"oops": {"message": "No box.", "code": "503"}}`), `response 503 {"oops":{"message":"Nobox.","code":"503"}}`},
		{"a number of a good status", codeText(`{"oops": {"message": "Box.", "code": 200}}`), `response 200 {"oops":{"message":"Box.","code":200}}`},
		{"no message", codeText(`{"oops": {"code": 404}}`), `response 200 {"oops":{"code":404}}`},
		{"the name of an error", codeText(`{"itemNotFound": {"message": "No box.", "code": "X"}}`), `response 404 {"itemNotFound":{"message":"Nobox.","code":"X"}}`},
		{"an error of any status", codeText(`{"error": {"message": "No box.", "code": "X"}}`), `response {"error":{"message":"Nobox.","code":"X"}}`},
		{"a result", codeText(`{"result": {"message": "Box.", "code": "X"}}`), `response 200 {"result":{"message":"Box.","code":"X"}}`},
		{"two members", codeText(`{"error": {"message": "No box.", "code": 404}, "a": 1}`), `response 200 {"error":{"message":"Nobox.","code":404},"a":1}`},
		{"a line of words", "Example response (request failed)\n\n" + codeText(`{"why": "dark"}`), `response {"why":"dark"}`},
		{"words, but the good response's fields", response + "Failed response\n\n" + codeText(`{"lid": "dark"}`), `response 200 {"lid":"dark"}`},
		{"the fields of the set's errors", codeText(`{"error_code": "X", "error_msg": "Y"}`), `response {"error_code":"X","error_msg":"Y"}`},
		{"one of them", codeText(`{"error_code": "X"}`), `response 200 {"error_code":"X"}`},
		{"the page names the status", "**Status code: 200**\n\n" + codeText(`{"error": {"message": "No box.", "code": 404}}`), `response 200 {"error":{"message":"Nobox.","code":404}}`},
	} {
		e := extractPages(map[string]string{
			"errors.rst": errors,
			"box.rst":    title("Showing a Box") + section("URI", "GET /v1/box") + section("Example Response", c.rest),
		})
		if got := shown(e.op(t)); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.what, got, c.want)
		}
	}
}

// TestErrorsOfTheirOwn: what a page prints under the status of an error is not pressed into
// the error body of the set.
func TestErrorsOfTheirOwn(t *testing.T) {
	errors := title("Error Codes") + tableText("**Table 1** Error codes", "Status Code|Error Code|Message", "404|BOX.1|No box.") +
		codeText("{\"error_code\": \"BOX.1\", \"error_msg\": \"No box.\"}")
	for _, c := range []struct{ method, printed, want string }{
		{"GET", `{"error_code": "BOX.1", "error_msg": "No box."}`, "200; 404b; 0b"},
		{"GET", `{"why": "dark"}`, "200; 404"},
		{"HEAD", `{"error_code": "BOX.1", "error_msg": "No box."}`, "200; 404"},
	} {
		e := extractPages(map[string]string{
			"errors.rst": errors,
			"box.rst":    title("Showing a Box") + section("URI", c.method+" /v1/box") + section("Example Response", "HTTP status code 404\n\n"+codeText(c.printed)),
		})
		if got := statusesOf(t, e); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.method, c.printed, got, c.want)
		}
	}
}

// TestTellsError: the name of a member tells of an error, at any depth.
func TestTellsError(t *testing.T) {
	for text, want := range map[string]bool{
		`{"error": 1}`: true, `{"itemNotFound": {}}`: true, `{"jar": {"error_code": "J.1"}}`: true, `{"jars": [{"id": 1}, {"error_msg": "x"}]}`: true,
		`{"jar": {"id": 1, "lids": ["error"]}}`: false, `{}`: false,
	} {
		v, _, err := payload.Parse(text)
		if err != nil || tellsError(v) != want {
			t.Errorf("%s: %v, %v", text, !want, err)
		}
	}
}
