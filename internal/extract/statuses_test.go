package extract

import (
	"slices"
	"strings"
	"testing"
)

// statusesOf lists the statuses of the only operation, with a "b" where the response has a body.
func statusesOf(t *testing.T, e extracted) string {
	t.Helper()
	var out []string
	for _, r := range e.op(t).Responses {
		s := itoa(r.Status)
		if r.Body != nil {
			s += "b"
		}
		if r.Text != "" {
			s += " " + r.Text
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestStatusesInText: a page may name its statuses in lines of text.
func TestStatusesInText(t *testing.T) {
	response := section("Response", tableText("**Table 1** Response parameters", typed, "lid|String|Lid"))
	grid := func(rows ...string) string {
		var b strings.Builder
		for _, r := range rows {
			b.WriteString("   +--------------+--------------+\n   |")
			for c := range strings.SplitSeq(r, "|") {
				b.WriteString(" " + c + strings.Repeat(" ", 13-len(c)) + "|")
			}
			b.WriteString("\n")
		}
		return ".. table::\n\n" + b.String() + "   +--------------+--------------+\n\n"
	}
	for _, c := range []struct{ what, text, want, rules string }{
		{"a list", "-  Normal\n\n   202\n\n-  Abnormal\n\n   See :ref:`Codes <codes>`.", "202b", ""},
		{"a list of all", "-  Normal\n\n   202\n\n-  Abnormal\n\n   -  400: no box\n   -  404 Not Found", "202b; 400 no box; 404 Not Found", ""},
		{"a list with a table", "-  Normal\n\n   202\n\n-  Abnormal\n\n" + "   " + strings.ReplaceAll(tableText("T", "Returned Value|Description", "400|No box"), "\n", "\n   "), "202b; 400 No box", ""},
		{"paragraphs", "Normal\n\n201\n\nAbnormal\n\n400, 404", "201b; 400; 404", ""},
		{"lines", "Normal: 200, 202\n\nAbnormal: 400", "200b; 202; 400", "docs/unclear-status"},
		{"the first with the body", "Normal: 202 or 200", "200; 202b", "docs/unclear-status"},
		{"one that has no body beside it", "Normal: 204, 202", "202b; 204", ""},
		{"a definition", "Normal\n   202\n\nAbnormal\n   400", "202b; 400", ""},
		{"a number alone", "204", "204b", ""},
		{"a label", "Status Code:202.\n\nSee :ref:`Codes <codes>`.", "202b", ""},
		{"a sentence", "If the operation succeeds, 202 Accepted is returned.", "202b Accepted", ""},
		{"a table without heads", grid("200|Made", "404|No box"), "200b Made; 404 No box", ""},
		{"a table with words before the codes", grid("Normal|202", "Abnormal|404"), "202b; 404", ""},
		{"twice", "Normal: 202\n\nNormal: 202", "202b", ""},
		{"the one that returns something", tableText("T", "Status Code|Description", "200|There", "201|Made, and its id is returned."), "200 There; 201b Made, and its id is returned.", ""},
		{"both return something", tableText("T", "Status Code|Description", "200|The id is returned.", "201|Made, and its id is returned.", "202|Soon"), "200b The id is returned.; 201b Made, and its id is returned.; 202 Soon", ""},
		{"none returns something", tableText("T", "Status Code|Description", "200|There", "201|204 is returned."), "200b There; 201 204 is returned.", "docs/unclear-status"},
		{"no status", "Normal\n\n2O2", "200b", "docs/odd-status"},
		{"no status at all", "Normal\n\nNone\n\nAbnormal\n\nAsk the keeper of the boxes.", "200b", ""},
		{"a number of something", "200 requests a second are taken.", "200b", ""},
	} {
		e := extractPage(title("Minding a Box") + section("URI", "POST /v1/box") + response + section("Status Codes", c.text))
		if got := statusesOf(t, e); got != c.want || e.rules() != c.rules {
			t.Errorf("%s: %q, want %q; findings %q, want %q", c.what, got, c.want, e.rules(), c.rules)
		}
	}
}

// TestStatusesElsewhere: what other parts of the response say counts where no section of
// statuses says it.
func TestStatusesElsewhere(t *testing.T) {
	body := tableText("**Table 1** Response parameters", typed, "lid|String|Lid")
	for _, c := range []struct{ what, text, want string }{
		{"a line above the body", section("Response", "Returned status code 201: made\n\n"+body), "201b made"},
		{"a line in an example", section("Example Response", "-  Success response\n\n   HTTP status code 204"), "204"},
		{"a response printed whole", section("Example Response", codeText("HTTP/1.1 204 No Content\nDate: today")), "204"},
		{"several of them", section("Response", body) + section("Example Response", codeText("HTTP/1.1 206 Partial Content")+codeText("HTTP/1.1 200 OK")), "200; 206b"},
		{"a bare number", section("Response", "204\n\n"+body), "200b"},
		{"a sentence", section("Response", "The box is gone, and the status code is 204."), "204"},
		{"a number with its name", section("Response", "204 No Content"), "204 No Content"},
		{"a sentence about an example", section("Response", body) + section("Example Response", "The result of a call with status code 204"), "200b"},
		{"a number and a colon", section("Response", "204: The box is gone"), "204 The box is gone"},
		{"several of them with colons", section("Response", "-  200: The box is there\n-  204: The box is gone"), "200 The box is there; 204 The box is gone"},
		{"values below a table", section("Response", body+"-  201: The lid opens\n-  202: The lid is open"), "200b"},
		{"values below a line", section("Response", body+"The states are:\n\n-  100: The lid is made\n-  201: The lid opens\n-  204: The lid is open\n-  300: The lid is gone"), "200b"},
		{"values above a table", section("Response", "The states are:\n\n-  201: The lid opens\n-  204: The lid is open\n\n"+body), "200b"},
		{"a share", section("Response", "100: The share of lids in percent\n\n"+body), "200b"},
		{"another program", section("Response", "The health check of the lid expects status code 202 from the backend.\n\n"+body), "200b"},
		{"another time", section("Response", body+"Earlier versions returned status code 201; now the lid comes at once."), "200b"},
		{"the call and another program", section("Response", body+"The API responds with 202, and the callback must return status code 204."), "202b"},
		{"what a member means", section("Response", body+"The member **http_status** tells what the backend sent: its status code 302 means that the lid moved."), "200b"},
		{"against the table", section("Example Response", codeText("HTTP/1.1 200 OK")) + section("Status Codes", tableText("T", "Status Code|Description", "204|Gone")), "204 Gone"},
		{"a redirect beside the table", section("Response", "The status code is 302 if the lid moved.") + section("Status Codes", tableText("T", "Status Code|Description", "204|Gone")), "204 Gone; 302"},
		{"a table of redirects only", section("Response", "Returned status code 201: made\n\n"+body) + section("Status Codes", tableText("T", "Status Code|Description", "302|Moved")), "201b made; 302 Moved"},
		{"an error printed whole", section("Example Response", codeText("HTTP/1.1 404 Not Found")), "200"},
		{"in the request", section("Request", "Returned status code 201: made"), "200"},
		{"fields below a line about the response", section("Response", "-  Normal response\n\n"+strings.ReplaceAll("   "+tableText("", "Name|Description", "lid|Lid"), "\n", "\n   ")), "200b"},
	} {
		e := extractPage(title("Minding a Box") + section("URI", "POST /v1/box") + c.text)
		if got := statusesOf(t, e); got != c.want {
			t.Errorf("%s: %q, want %q (findings %s)", c.what, got, c.want, e.rules())
		}
	}
}

// TestObjectsInTheQuery: a row about objects is not a parameter of the query where something
// proves it.
func TestObjectsInTheQuery(t *testing.T) {
	query := tableText("**Table 2** Query parameters", mandatory, "limit|No|Integer|How many")
	for _, c := range []struct{ what, row, response, want, rules string }{
		{"it heads a table", "boxes|No|Array of objects|Boxes, see Table 2.", "", "query limit", "docs/object-in-query"},
		{"the response has it", "boxes|No|Array of objects|Boxes", "boxes|Array of objects|Boxes", "query limit; response 200 boxes", "docs/object-in-query"},
		{"nothing proves it", "boxes|No|Array of objects|Boxes", "lid|String|Lid", "query boxes; query limit; response 200 lid", ""},
		{"no objects", "boxes|No|Array of strings|Boxes, see Table 2.", "boxes|String|Boxes", "query boxes; query limit; response 200 boxes", ""},
	} {
		text := section("Request", tableText("**Table 1** Parameter description", mandatory, c.row)+query)
		if c.response != "" {
			text += section("Response", tableText("**Table 3** Response parameters", typed, c.response))
		}
		e := extractPage(title("Minding Boxes") + section("URI", "GET /v1/boxes") + text)
		if got := places(t, e); got != c.want || e.rules() != c.rules {
			t.Errorf("%s: %q, want %q; findings %q, want %q", c.what, got, c.want, e.rules(), c.rules)
		}
	}
}

// TestAskedOf: beside a status of stronger evidence, of the weaker ones the redirects count.
func TestAskedOf(t *testing.T) {
	weaker := []status{{code: 200}, {code: 299}, {code: 300}, {code: 302}, {code: 399}, {code: 400}, {code: 500}}
	codes := func(all []status) (out []int) {
		for _, s := range all {
			out = append(out, s.code)
		}
		return out
	}
	if got := codes(askedOf(weaker, false)); !slices.Equal(got, []int{300, 302, 399}) {
		t.Errorf("%v", got)
	}
	if got := codes(askedOf(weaker, true)); !slices.Equal(got, codes(weaker)) {
		t.Errorf("where no other one is a success: %v", got)
	}
}
