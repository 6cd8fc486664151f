package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// counted says what became of the rows of a page.
func counted(s Stats) string {
	return fmt.Sprintf("%d in the document, %d in findings, %d other", s.RowsInSpec, s.RowsInFindings, s.RowsOther)
}

// TestRowsOfRequests: what becomes of the rows of request tables.
func TestRowsOfRequests(t *testing.T) {
	for _, c := range []struct{ what, line, tables, params, rules, rows string }{
		{"a path parameter", "GET /v1/{box}", tableText("Path parameters", mandatory, "box|Yes|String|X"), "path box", "", "1 in the document, 0 in findings, 0 other"},
		{"one that the path lacks", "GET /v1/box", tableText("Path parameters", mandatory, "lid|Yes|String|X"), "", "docs/path-parameter-not-in-url", "0 in the document, 1 in findings, 0 other"},
		{"one twice", "GET /v1/{box}", tableText("Path parameters", mandatory, "box|Yes|String|X", "box|Yes|String|Y"), "path box", "docs/duplicate-field", "1 in the document, 1 in findings, 0 other"},
		{"one without a row, twice in the path", "GET /v1/{box}/{box}", "", "path box; path box_2", "docs/path-parameter-twice docs/undocumented-path-parameter", "0 in the document, 0 in findings, 0 other"},
		{"one row for what is twice in the path", "GET /v1/{box}/{box}", tableText("Path parameters", mandatory, "box|Yes|String|X"), "path box; path box_2", "docs/path-parameter-twice", "1 in the document, 0 in findings, 0 other"},
		{"a row for each", "GET /v1/{box}/{box}/{box_2}", tableText("Path parameters", mandatory, "box|Yes|String|X", "box|Yes|String|Y", "box_2|Yes|String|Z"), "path box; path box_3; path box_2", "docs/path-parameter-twice", "3 in the document, 0 in findings, 0 other"},
		{"the header of authentication", "GET /v1/box", tableText("Request header parameters", mandatory, "X-Auth-Token|Yes|String|X"), "", "", "1 in the document, 0 in findings, 0 other"},
		{"another header", "GET /v1/box", tableText("Request header parameters", mandatory, "X-Lid|Yes|String|X"), "header X-Lid", "", "1 in the document, 0 in findings, 0 other"},
		{"a part of the address", "GET /v1/box", tableText("URI parameters", mandatory, "endpoint|Yes|String|X"), "", "", "1 in the document, 0 in findings, 0 other"},
		{"a parameter of the query twice", "GET /v1/box", tableText("Query parameters", mandatory, "lid|No|String|X", "lid|No|String|Y"), "query lid", "docs/duplicate-field", "1 in the document, 1 in findings, 0 other"},
		{"one that the request line names by its value", "GET /v1/box?lids={lid_ids}", tableText("Query parameters", mandatory, "lid_ids|No|String|X"), "query lids", "", "1 in the document, 0 in findings, 0 other"},
		{"one that the request line alone shows", "GET /v1/box?lid={lid}", "", "query lid", "docs/undocumented-query-parameter", "0 in the document, 0 in findings, 0 other"},
		{"one of the path in a table of the query", "GET /v1/{box}", tableText("Query parameters", mandatory, "box|Yes|String|X"), "path box", "docs/path-parameter-in-query-table", "1 in the document, 0 in findings, 0 other"},
		{"a row of both", "GET /v1/{box}", tableText("Path parameters", mandatory, "box|Yes|String|X") + tableText("Query parameters", mandatory, "box|Yes|String|Y"), "path box; query box", "", "2 in the document, 0 in findings, 0 other"},
		{"one of the query in a table of the path", "GET /v1/box?lid={lid}", tableText("Path parameters", mandatory, "lid|Yes|String|X"), "query lid", "docs/query-parameter-in-path-table", "1 in the document, 0 in findings, 0 other"},
		{"an object in the path", "GET /v1/{box}", tableText("Path parameters", mandatory, "box|Yes|Object|X"), "path box", "docs/object-in-path", "1 in the document, 0 in findings, 0 other"},
	} {
		e := extractPage(title("Showing a Box") + section("URI", c.line) + section("Request", c.tables))
		op := e.op(t)
		var params []string
		for _, q := range op.Params {
			params = append(params, string(q.In)+" "+q.Name)
		}
		if got := strings.Join(params, "; "); got != c.params || e.rules() != c.rules || counted(e.stats) != c.rows {
			t.Errorf("%s: %q, findings %q, rows %s;\nwant %q, findings %q, rows %s", c.what, got, e.rules(), counted(e.stats), c.params, c.rules, c.rows)
		}
	}
}

// TestRowsOfResponses: what becomes of the rows of response tables.
func TestRowsOfResponses(t *testing.T) {
	headers := func(rows ...string) string {
		return tableText("Response header parameters", append([]string{typed}, rows...)...)
	}
	for _, c := range []struct{ what, tables, want, rules, rows string }{
		{"a header", headers("X-Lid|String|X"), "200 [X-Lid]", "", "1 in the document, 0 in findings, 0 other"},
		{"the media type", headers("Content-Type|String|X"), "200 []", "", "1 in the document, 0 in findings, 0 other"},
		{"a header twice, whatever its capitals", headers("X-Lid|String|X", "x-lid|String|Y"), "200 [X-Lid]", "docs/duplicate-field", "1 in the document, 1 in findings, 0 other"},
		{"a header of an error", "**Status code: 404**\n\n" + headers("X-Lid|String|X"), "200 [] 404 [X-Lid]", "", "1 in the document, 0 in findings, 0 other"},
		{"each element of the body", tableText("Response parameters", typed, "[items]|Array of strings|X"), "200 [] array of string", "", "1 in the document, 0 in findings, 0 other"},
		{"members of any name", tableText("Response parameters", typed, "key_val|String|X"), "200 [] object (+string)", "", "1 in the document, 0 in findings, 0 other"},
		{"the body as a whole, and a field of it", "**Status code: 200**\n\n" + tableText("Response body parameters", typed, "[items]|Array of strings|X") +
			"\n\n" + section("Example Response", tableText("Response parameters", typed, "lid|String|X")), "200 [] array of string", "docs/duplicate-field", "1 in the document, 1 in findings, 0 other"},
	} {
		e := extractPage(title("Showing a Box") + section("URI", "GET /v1/box") + section("Response", c.tables))
		var out []string
		for _, r := range e.op(t).Responses {
			var names []string
			for _, h := range r.Headers {
				names = append(names, h.Name)
			}
			s := fmt.Sprint(r.Status, " [", strings.Join(names, " "), "]")
			if r.Body != nil {
				s += " " + string(r.Body.Type.Kind)
				if e := r.Body.Type.Elem; e != nil {
					s += " of " + string(e.Kind)
				}
				if b := r.Body.Type.Schema; b != nil && b.Extra != nil {
					s += " (+" + b.Extra.String() + ")"
				}
			}
			out = append(out, s)
		}
		if got := strings.Join(out, " "); got != c.want || e.rules() != c.rules || counted(e.stats) != c.rows {
			t.Errorf("%s: %q, findings %q, rows %s;\nwant %q, findings %q, rows %s", c.what, got, e.rules(), counted(e.stats), c.want, c.rules, c.rows)
		}
	}
}

// TestMaps: a map whose description leads to a table: of fixed fields it is an object, and a
// table of key and value explains the pairs and is not a part of the document.
func TestMaps(t *testing.T) {
	body := tableText("**Table 1** Response parameters", typed, "tags|Map<String,String>|See Table 2")
	for _, c := range []struct{ what, table, want, rows string }{
		{"fixed fields", tableText("**Table 2** **links** parameter description", typed, "href|String|X", "rel|String|X"), "tags object Links", "3 in the document, 0 in findings, 0 other"},
		{"key and value", tableText("**Table 2** **tags** parameter description", typed, "key|String|X", "value|String|X"), "tags map of string", "1 in the document, 0 in findings, 2 other"},
		{"any name", tableText("**Table 2** **tags** parameter description", typed, "key_val|String|X"), "tags map of string", "1 in the document, 0 in findings, 1 other"},
		{"a single field", tableText("**Table 2** **tags** parameter description", typed, "href|String|X"), "tags map of string", "1 in the document, 0 in findings, 1 other"},
	} {
		e := extractPage(title("Showing a Box") + section("URI", "GET /v1/box") + section("Response", body+c.table))
		if got := fields(responseBody(t, e.op(t), 200)); got != c.want || counted(e.stats) != c.rows || e.rules() != "" {
			t.Errorf("%s: %q, rows %s, findings %q, want %q, rows %s", c.what, got, counted(e.stats), e.rules(), c.want, c.rows)
		}
	}
}

// TestPairsInUse: a table that explains the pairs of one field is a structure all the same
// where another field has it for its type, before it or after it.
func TestPairsInUse(t *testing.T) {
	pairs := tableText("**Table 2** **tags** parameter description", typed, "key|String|X", "value|String|X")
	for _, rows := range [][]string{
		{typed, "a|Map<String,String>|See Table 2", "b|tags|X"},
		{typed, "b|tags|X", "a|Map<String,String>|See Table 2"},
	} {
		e := extractPage(title("Showing a Box") + section("URI", "GET /v1/box") + section("Response", tableText("**Table 1** Response parameters", rows...)+pairs))
		b := responseBody(t, e.op(t), 200)
		if got := b.Field("a").Type.String() + "; " + b.Field("b").Type.String(); got != "map of string; object Tags" || counted(e.stats) != "4 in the document, 0 in findings, 0 other" {
			t.Errorf("%s: %q, rows %s", rows[1], got, counted(e.stats))
		}
	}
}

// TestSideByFields: a payload that no words tell the side of goes where the tables list its
// members.
func TestSideByFields(t *testing.T) {
	op := &api.Operation{
		Body: &api.Payload{Type: api.Type{Schema: &api.Schema{Fields: []*api.Field{{Name: "lid"}, {Name: "both"}}}}},
		Responses: []*api.Response{{}, {Body: &api.Payload{Type: api.Type{Kind: api.String}}},
			{Body: &api.Payload{Type: api.Type{Schema: &api.Schema{Fields: []*api.Field{{Name: "id"}, {Name: "both"}}}}}}},
	}
	one, two := &scope{ops: []*api.Operation{op}}, &scope{ops: []*api.Operation{op, op}}
	for _, c := range []struct {
		in      *scope
		printed string
		want    api.Side
	}{
		{one, `{"lid": 1}`, api.SideRequest}, {one, `{"id": 1}`, api.SideResponse}, {one, `{"both": 1}`, ""}, {one, `{"x": 1}`, ""},
		{one, `{"lid": 1, "id": 2, "both": 3}`, ""}, {one, `[{"lid": 1}]`, ""}, {two, `{"lid": 1}`, ""},
	} {
		v, _, err := payload.Parse(c.printed)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.in.sideByFields(v); got != c.want {
			t.Errorf("%s in a scope of %d: %q, want %q", c.printed, len(c.in.ops), got, c.want)
		}
	}
	if got := one.sideByFields(nil); got != "" {
		t.Errorf("nothing is printed: %q", got)
	}
}
