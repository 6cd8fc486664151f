package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// places lists where the parameters and fields of the only operation stand.
func places(t *testing.T, e extracted) string {
	t.Helper()
	op := e.op(t)
	var out []string
	for _, q := range op.Params {
		out = append(out, string(q.In)+" "+q.Name)
	}
	if op.Body != nil {
		for _, f := range op.Body.Type.Schema.Fields {
			out = append(out, "body "+f.Name)
		}
	}
	for _, r := range op.Responses {
		for _, h := range r.Headers {
			out = append(out, "response header "+h.Name)
		}
		if r.Body != nil {
			for _, f := range r.Body.Type.Schema.Fields {
				out = append(out, "response "+itoa(r.Status)+" "+f.Name)
			}
		}
	}
	return strings.Join(out, "; ")
}

func TestRolesOfTables(t *testing.T) {
	const row = "lid|No|String|Lid"
	for _, c := range []struct{ what, method, section, text, want string }{
		{"the caption", "GET", "Odds and Ends", tableText("**Table 1** Query Parameters", mandatory, row), "query lid"},
		{"the caption against the section", "GET", "Response", tableText("**Table 1** Request header parameters", mandatory, row), "header lid"},
		{"a caption without a side below Response", "POST", "Response", tableText("**Table 1** Body parameters", typed, "lid|String|Lid") + tableText("**Table 2** Header parameters", typed, "key|String|Key"), "response header key; response 200 lid"},
		{"a copied caption, as the response shows", "POST", "Response", tableText("**Table 1** Request parameter", typed, "lid|String|Lid") + "-  Example response\n\n   .. code-block::\n\n      {\"lid\": \"oak\"}", "response 200 lid"},
		{"a copied caption of response headers", "GET", "Response Headers", tableText("**Table 1** Request header", typed, "key|String|Key"), "response header key"},
		{"a caption that nothing contradicts but the section", "POST", "Response", tableText("**Table 1** Request body parameters", mandatory, row), "body lid"},
		{"the line above", "POST", "Request", "Request header:\n\n" + tableText("**Table 1** Parameter description", mandatory, row), "header lid"},
		{"a bold line as section title", "GET", "Notes", "**Response Parameters**\n\n" + tableText("**Table 1** Parameter description", typed, "lid|String|Lid"), "response 200 lid"},
		{"the section", "GET", "Response", tableText("**Table 1** Parameter description", typed, "lid|String|Lid"), "response 200 lid"},
		{"a GET has no body", "GET", "Request", tableText("**Table 1** Parameter description", mandatory, row), "query lid"},
		{"a POST has one", "POST", "Request", tableText("**Table 1** Parameter description", mandatory, row), "body lid"},
		{"a DELETE mostly not", "DELETE", "Request", tableText("**Table 1** Parameter description", mandatory, row), "query lid"},
		{"a DELETE that shows one has", "DELETE", "Request", tableText("**Table 1** Parameter description", mandatory, row) + "-  Example request\n\n   .. code-block::\n\n      {\"lid\": \"oak\"}", "body lid"},
		{"a column for the place", "POST", "Request", tableText("**Table 1** Parameter description", "Parameter|In|Type|Description", "lid|query|String|Lid", "box|body|String|Box", "key|header|String|Key"), "query lid; header key; body box"},
		{"a word in the Mandatory cell", "POST", "Request", tableText("**Table 1** Parameter description", mandatory, "lid|No (query parameter)|String|Lid", "box|No|String|Box"), "query lid; body box"},
		{"a token that the caller puts into the query", "GET", "Request", tableText("**Table 1** Parameter description", "Parameter|In|Type|Description", "X-Auth-Token|query|String|Token", "X-Auth-Token|header|String|Token"), "query X-Auth-Token"},
		{"a table without marked header", "POST", "Request", ".. table:: **Table 1** Request body parameters\n\n   +-----------+-----------+--------+-------------+\n   | Parameter | Mandatory | Type   | Description |\n   +-----------+-----------+--------+-------------+\n   | lid       | No        | String | Lid         |\n   +-----------+-----------+--------+-------------+", "body lid"},
		{"a table of something else", "GET", "Request", tableText("**Table 1** Prices", "Wood|Price", "oak|3"), ""},
	} {
		e := extractPage(title("Minding a Box") + section("URI", c.method+" /v1/box") + section(c.section, c.text))
		if got := places(t, e); got != c.want {
			t.Errorf("%s: %q, want %q (findings: %s)", c.what, got, c.want, e.rules())
		}
	}
}

func TestPathRows(t *testing.T) {
	for _, c := range []struct{ what, uri, rows, want, rules string }{
		{"in the URL", "GET /v1/{box_id}", "box_id|Yes|String|Box", "path box_id", ""},
		{"in the URL in other letters", "GET /v1/{boxId}", "box_id|Yes|String|Box", "path boxId", ""},
		{"not in the URL", "GET /v1/{box_id}", "box_id|Yes|String|Box;lid|Yes|String|Lid", "path box_id", "docs/path-parameter-not-in-url"},
		{"optional, and not in the URL", "GET /v1/{box_id}", "box_id|Yes|String|Box;lid|No|String|Lid", "path box_id; query lid", "docs/query-parameter-in-path-table"},
		{"optional beside a query", "POST /v1/{box_id}?wood={wood}", "box_id|Yes|String|Box;wood|Yes|String|Wood;lid|No|String|Lid", "path box_id; query wood; query lid", "docs/query-parameter-in-path-table docs/query-parameter-in-path-table"},
		{"optional, and the request has a body", "POST /v1/{box_id}", "box_id|Yes|String|Box;lid|No|String|Lid", "path box_id", "docs/path-parameter-not-in-url"},
		{"optional beside a placeholder without a row", "GET /v1/{box_id}", "bix|Yes|String|Box;lid|No|String|Lid", "path box_id", "docs/undocumented-path-parameter docs/path-parameter-not-in-url docs/path-parameter-not-in-url"},
		{"described twice", "GET /v1/{box_id}", "box_id|Yes|String|Box;box_id|No|String|Box", "path box_id", "docs/duplicate-field"},
		{"described nowhere", "GET /v1/{shelf}/{box_id}", "box_id|Yes|String|Box", "path shelf; path box_id", "docs/undocumented-path-parameter"},
		{"in the query", "GET /v1/{box_id}?lid={lid}&wood=oak", "box_id|Yes|String|Box;lid|No|String|Lid;wood|No|String|Wood", "path box_id; query lid; query wood", "docs/query-parameter-in-path-table docs/query-parameter-in-path-table"},
		{"in the query under another name", "GET /v1/{box_id}?lid={cover}", "box_id|Yes|String|Box;cover|No|String|Lid", "path box_id; query lid", "docs/query-parameter-in-path-table"},
		{"a part of each URL", "GET /v1/{box_id}", "Endpoint|Yes|String|Host;box_id|Yes|String|Box", "path box_id", ""},
		{"an object", "GET /v1/{box_id}/{lids}", "box_id|Yes|Object|Box;lids|Yes|Array of strings|Lids", "path box_id; path lids", "docs/object-in-path"},
		{"in the order of the URL", "GET /v1/{shelf}/{box_id}", "box_id|Yes|String|Box;shelf|Yes|String|Shelf", "path shelf; path box_id", ""},
	} {
		e := extractPage(title("Minding a Box") + section("URI", c.uri+"\n\n"+
			tableText("**Table 1** Path Parameters", append([]string{mandatory}, strings.Split(c.rows, ";")...)...)))
		if got := places(t, e); got != c.want || e.rules() != c.rules {
			t.Errorf("%s: %q with findings %q, want %q with %q", c.what, got, e.rules(), c.want, c.rules)
		}
		if s := e.stats; s.Rows != s.RowsInSpec+s.RowsInFindings+s.RowsOther {
			t.Errorf("%s: rows do not add up: %+v", c.what, s)
		}
	}
}

// TestQueryRows: a table of the query may list what stands in the path.
func TestQueryRows(t *testing.T) {
	for _, c := range []struct{ what, uri, rows, more, want, rules string }{
		{"in the path", "GET /v1/{box_id}", "box_id|Yes|String|Box", "", "path box_id", "docs/path-parameter-in-query-table"},
		{"in the path in other letters", "GET /v1/{boxId}", "box_id|Yes|String|Box;lid|No|String|Lid", "", "path boxId; query lid", "docs/path-parameter-in-query-table"},
		{"in the path, and twice", "GET /v1/{box_id}", "box_id|Yes|String|Box;box_id|Yes|String|Box", "", "path box_id", "docs/path-parameter-in-query-table docs/duplicate-field docs/path-parameter-in-query-table"},
		{"a filter of the same name", "GET /v1/{box_id}", "box_id|No|String|Box", "", "path box_id; query box_id", "docs/undocumented-path-parameter"},
		{"in the query too", "GET /v1/{box_id}?box_id={box_id}", "box_id|Yes|String|Box", "", "path box_id; query box_id", "docs/undocumented-path-parameter"},
		{"in the table of the path too", "GET /v1/{box_id}", "box_id|Yes|String|Box", tableText("**Table 2** Path Parameters", mandatory, "box_id|Yes|String|Box"), "path box_id; query box_id", ""},
	} {
		e := extractPage(title("Minding a Box") + section("URI", c.uri+"\n\n"+
			tableText("**Table 1** Query Parameters", append([]string{mandatory}, strings.Split(c.rows, ";")...)...)+"\n"+c.more))
		if got := places(t, e); got != c.want || e.rules() != c.rules {
			t.Errorf("%s: %q with findings %q, want %q with %q", c.what, got, e.rules(), c.want, c.rules)
		}
		if s := e.stats; s.Rows != s.RowsInSpec+s.RowsInFindings+s.RowsOther {
			t.Errorf("%s: rows do not add up: %+v", c.what, s)
		}
	}
}

// TestURIRows: a table of the URL lists what stands in its path and its query, and on some
// pages what is in the body.
func TestURIRows(t *testing.T) {
	sends := section("Example Request", codeText("{\"lid\": \"oak\"}"))
	for _, c := range []struct{ what, uri, caption, rows, rest, want, rules string }{
		{"no place in the path", "GET /v1/{box_id}", "URI parameters", "box_id|Yes|String|Box;lid|No|String|Lid", "", "path box_id; query lid", ""},
		{"mandatory, and each placeholder has a row", "GET /v1/{box_id}", "URI parameters", "box_id|Yes|String|Box;lid|Yes|String|Lid", "", "path box_id; query lid", ""},
		{"mandatory beside a placeholder without a row", "GET /v1/{box_id}", "URI parameters", "bix|Yes|String|Box;lid|No|String|Lid", "", "path box_id; query lid", "docs/undocumented-path-parameter docs/path-parameter-not-in-url"},
		{"a member of the printed body", "POST /v1/{box_id}", "Parameter description", "box_id|Yes|String|Box;lid|Yes|String|Lid", sends, "path box_id; body lid", ""},
		{"in the query, though the body has one of the name", "POST /v1/{box_id}?lid={lid}", "Parameter description", "box_id|Yes|String|Box;lid|Yes|String|Lid", sends, "path box_id; query lid", ""},
		{"a GET sends no body", "GET /v1/{box_id}", "Parameter description", "box_id|Yes|String|Box;lid|Yes|String|Lid", sends, "path box_id; query lid", ""},
		{"printed nowhere", "POST /v1/{box_id}", "Parameter description", "box_id|Yes|String|Box;lid|No|String|Lid", "", "path box_id; query lid", ""},
		{"a structure", "POST /v1/{box_id}", "Parameter description", "box_id|Yes|String|Box;lid|No|:ref:`Lid <tl>` object|Lid",
			section("Request", ".. _tl:\n\n"+tableText("**Table 2** Lid", mandatory, "wood|No|String|Wood")), "path box_id; body lid", ""},
	} {
		e := extractPage(title("Minding a Box") + section("URI", c.uri+"\n\n"+
			tableText("**Table 1** "+c.caption, append([]string{mandatory}, strings.Split(c.rows, ";")...)...)) + c.rest)
		if got := places(t, e); got != c.want || e.rules() != c.rules {
			t.Errorf("%s: %q with findings %q, want %q with %q", c.what, got, e.rules(), c.want, c.rules)
		}
	}
}

func TestOrderOfIndexPages(t *testing.T) {
	page := func(path string) string { return title("Showing "+path) + section("URI", "GET /v1/"+path) }
	e := extractPages(map[string]string{
		"index.rst":   title("Boxes") + ".. toctree::\n\n   z/index\n   a/one\n   index\n   nowhere\n",
		"z/index.rst": title("Old Boxes") + ".. toctree::\n\n   two\n   one\n",
		"z/one.rst":   page("z1"), "z/two.rst": page("z2"), "a/one.rst": page("a1"), "a/left.rst": page("left"),
	})
	var got []string
	for _, op := range e.svc.Operations {
		got = append(got, op.Path+" "+op.Tag)
	}
	if s := strings.Join(got, "; "); s != "/v1/z2 Old Boxes; /v1/z1 Old Boxes; /v1/a1 Boxes; /v1/left Boxes" {
		t.Errorf("%s", s)
	}
}

func TestNeeds(t *testing.T) {
	for cell, want := range map[string]api.Need{
		"Yes": api.NeedYes, "No": api.NeedNo, "Yes only when it is open": api.NeedConditional, "-": api.NeedUnsaid, "Perhaps": api.NeedUnsaid,
	} {
		e := extractPage(title("Making a Box") + section("URI", "POST /v1/boxes") + section("Request",
			tableText("**Table 1** Request body parameters", mandatory, "lid|"+cell+"|String|Lid")))
		f := e.op(t).Body.Type.Schema.Fields[0]
		if f.Need != want || (e.rules() != "") != (cell == "Perhaps") {
			t.Errorf("%s: %q, findings %q", cell, f.Need, e.rules())
		}
	}
}

// TestSeveralOperations: the tables of a page with two request lines are shared out.
func TestSeveralOperations(t *testing.T) {
	for _, c := range []struct{ what, uri, rows, want, rules string }{
		{"a row for the second line", "GET /v1/boxes\n\nDELETE /v1/boxes/{box_id}", "box_id|Yes|String|Box", "GET: body  params ; DELETE: body  params box_id", ""},
		{"a row for the query of the first line", "GET /v1/boxes?lid=oak\n\nDELETE /v1/boxes/{box_id}", "box_id|Yes|String|Box;lid|Yes|String|Lid", "GET: body  params lid; DELETE: body  params box_id", "docs/query-parameter-in-path-table"},
		{"a row for neither", "GET /v1/boxes\n\nDELETE /v1/boxes/{box_id}", "box_id|Yes|String|Box;lid|Yes|String|Lid", "GET: body  params ; DELETE: body  params box_id", "docs/path-parameter-not-in-url docs/path-parameter-not-in-url"},
	} {
		e := extractPage(title("Boxes") + section("URI", c.uri+"\n\n"+tableText("**Table 1** Path Parameters", append([]string{mandatory}, strings.Split(c.rows, ";")...)...)))
		if got := shared(e); got != c.want || e.rules() != c.rules {
			t.Errorf("%s: %s with findings %q", c.what, got, e.rules())
		}
	}
	text := section("Request", tableText("**Table 1** Request body parameters", mandatory, "lid|Yes|String|Lid"))
	if got, want := shared(extractPage(title("Boxes")+section("URI", "GET /v1/boxes\n\nPOST /v1/boxes")+text)), "GET: body  params ; POST: body lid params "; got != want {
		t.Errorf("a body beside a POST: %s, want %s", got, want)
	}
	if got, want := shared(extractPage(title("Boxes")+section("URI", "GET /v1/boxes")+text)), "GET: body lid params "; got != want {
		t.Errorf("a body of a GET alone: %s, want %s", got, want)
	}
}

// TestStructureOfQueryOrBody: a structure that no field has is the query's where all
// operations of the page send no body, and the body's of the one that sends it, whichever the
// page has first.
func TestStructureOfQueryOrBody(t *testing.T) {
	text := section("Request", tableText("**Table 1** **Lid filter** field description", mandatory, "lid|No|String|Lid"))
	for _, c := range []struct{ lines, want string }{
		{"GET /v1/boxes", "GET: body  params lid"},
		{"GET /v1/boxes\n\nGET /v1/lids", "GET: body  params lid; GET: body  params lid"},
		{"GET /v1/boxes\n\nPOST /v1/boxes", "GET: body  params ; POST: body lid params "},
		{"POST /v1/boxes\n\nGET /v1/boxes", "POST: body lid params ; GET: body  params "},
	} {
		if got := shared(extractPage(title("Boxes") + section("URI", c.lines) + text)); got != c.want {
			t.Errorf("%s: %q, want %q", c.lines, got, c.want)
		}
	}
}

// shared lists what each operation got.
func shared(e extracted) string {
	var out []string
	for _, op := range e.svc.Operations {
		body, params := "", ""
		if op.Body != nil {
			body = op.Body.Type.Schema.Fields[0].Name
		}
		for _, q := range op.Params {
			params += q.Name
		}
		out = append(out, op.Method+": body "+body+" params "+params)
	}
	return strings.Join(out, "; ")
}

// TestTwoTablesOfOneBody: a table below a status and one that names none describe one body.
// What the second says of a field that the first lists is reported.
func TestTwoTablesOfOneBody(t *testing.T) {
	const second = "**Table 9** Response parameters"
	for _, c := range []struct{ what, first, second, fields, rules string }{
		{"another field", "lid|String|Lid", "size|Integer|Size", "lid size", ""},
		{"the same field", "lid|String|Lid", "lid|String|Another lid", "lid", "docs/duplicate-field"},
		{"both", "lid|String|Lid", "lid|String|Another lid\nsize|Integer|Size", "lid size", "docs/duplicate-field"},
	} {
		first := "**Status code: 200**\n\n" + tableText("**Table 1** Response body parameters", typed, c.first)
		e := extractPage(title("Showing a Box") + section("URI", "GET /v1/box") + section("Response", first) +
			section("Example Response", tableText(second, append([]string{typed}, strings.Split(c.second, "\n")...)...)))
		var names []string
		for _, f := range e.op(t).Response(200).Body.Type.Schema.Fields {
			names = append(names, f.Name)
		}
		if got := strings.Join(names, " "); got != c.fields || e.rules() != c.rules {
			t.Errorf("%s: %q with %q, want %q with %q", c.what, got, e.rules(), c.fields, c.rules)
		}
		if s := e.stats; s.Rows != s.RowsInSpec+s.RowsInFindings+s.RowsOther || s.RowsInFindings != strings.Count(c.rules, "docs") {
			t.Errorf("%s: %d rows, %d in the document, %d in findings", c.what, s.Rows, s.RowsInSpec, s.RowsInFindings)
		}
	}
}
