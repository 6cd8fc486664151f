package extract

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

var otc, _, _ = profile.BuiltIn(profile.Default)

// extracted is what came out of a set of pages.
type extracted struct {
	svc   *api.Service
	stats Stats
	found []diag.Finding
	lost  []string // rows that do not add up
}

func extractPages(pages map[string]string) extracted {
	var found diag.List
	var docs []*doc.Page
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		docs = append(docs, rst.Parse(source.New(name, []byte(pages[name])), &found))
	}
	contents := new(doc.Contents)
	rst.Reader{}.Contents(nil, docs, contents)                                      // takes them by path
	rand.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] }) // their order does not matter
	var lost []string
	svc, stats := Set(Input{Pages: docs, Contents: contents, Profile: otc, After: func(_ string, _ *api.Service, problems []string) { lost = append(lost, problems...) }}, &found)
	return extracted{svc, stats, found.Sorted(), lost}
}

func extractPage(text string) extracted { return extractPages(map[string]string{"a.rst": text}) }

// rules lists the rules of the findings.
func (e extracted) rules() string {
	var out []string
	for _, f := range e.found {
		out = append(out, f.Rule)
	}
	return strings.Join(out, " ")
}

func (e extracted) op(t *testing.T) *api.Operation {
	t.Helper()
	if len(e.svc.Operations) != 1 {
		t.Fatalf("%d operations, want one; findings: %s", len(e.svc.Operations), e.rules())
	}
	return e.svc.Operations[0]
}

// title and section are the frame of a page.
func title(s string) string { return s + "\n" + strings.Repeat("=", len(s)) + "\n\n" }

func section(s, body string) string {
	return s + "\n" + strings.Repeat("-", len(s)) + "\n\n" + body + "\n\n"
}

// tableText writes a simple table; the first row is its header, cells are cut at "|".
func tableText(caption string, rows ...string) string {
	var cells [][]string
	var width []int
	for _, r := range rows {
		cs := strings.Split(r, "|")
		for i, c := range cs {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], len(c))
		}
		cells = append(cells, cs)
	}
	bar, out := "", ".. table:: "+caption+"\n\n"
	for _, w := range width {
		bar += strings.Repeat("=", w) + " "
	}
	out += "   " + bar + "\n"
	for i, cs := range cells {
		out += "   "
		for j, c := range cs {
			out += c + strings.Repeat(" ", width[j]-len(c)+1)
		}
		out += "\n"
		if i == 0 {
			out += "   " + bar + "\n"
		}
	}
	return out + "   " + bar + "\n\n"
}

const (
	mandatory = "Parameter|Mandatory|Type|Description"
	typed     = "Parameter|Type|Description"
)

func codeText(text string) string {
	return ".. code-block::\n\n   " + strings.ReplaceAll(text, "\n", "\n   ") + "\n\n"
}

func fields(s *api.Schema) string {
	var out []string
	for _, f := range s.Fields {
		out = append(out, f.Name+" "+f.Type.String())
	}
	return strings.Join(out, "; ")
}

func responseBody(t *testing.T, op *api.Operation, status int) *api.Schema {
	t.Helper()
	for _, r := range op.Responses {
		if r.Status == status {
			if r.Body == nil {
				t.Fatalf("status %d has no body", status)
			}
			return r.Body.Type.Schema
		}
	}
	t.Fatalf("no status %d", status)
	return nil
}

func TestSecondRequestLineIsExample(t *testing.T) {
	for _, c := range []struct{ uri, want string }{
		{"GET /v1/{shelf}/lids\n\nGET /v1/s77/lids", "GET /v1/{shelf}/lids"},
		{"GET /v1/{shelf}/lids\n\nGET /v1/{shelf_id}/lids", "GET /v1/{shelf}/lids"},
		{"GET /v1/{shelf}/lids\n\nGET /v2/{shelf}/lids", "GET /v1/{shelf}/lids GET /v2/{shelf}/lids"},
		{"GET /v1/lids\n\nPOST /v1/lids", "GET /v1/lids POST /v1/lids"},
	} {
		e := extractPage(title("Querying Lids") + section("URI", c.uri))
		var got []string
		for _, op := range e.svc.Operations {
			got = append(got, op.Method+" "+op.Path)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %s, want %s", c.uri, s, c.want)
		}
	}
}

func TestLinesThatDefineNothing(t *testing.T) {
	for what, c := range map[string]struct{ page, rules string }{
		"no request line":        {title("Old Stories") + section("Function", "Tells stories."), ""},
		"only an example":        {title("Lids") + section("Hints", codeText("GET https://example.com/v1/lids")), "tool/no-operation"},
		"a sentence with a verb": {title("Lids") + section("URI", "GET requests read lids."), ""},
	} {
		if e := extractPage(c.page); len(e.svc.Operations) != 0 || e.rules() != c.rules {
			t.Errorf("%s: %d operations, findings %q, want %q", what, len(e.svc.Operations), e.rules(), c.rules)
		}
	}
}

func TestSuccessStatus(t *testing.T) {
	body := tableText("**Table 2** Response body parameters", typed, "lid|String|The lid")
	status := func(rows ...string) string {
		return section("Status Codes", tableText("", append([]string{"Status Code|Description"}, rows...)...))
	}
	for _, c := range []struct {
		page string
		want int
	}{
		{section("Response Parameters", body) + status("202|Taken", "400|Bad"), 202},
		{section("Response Parameters", body) + status("300|Choose", "404|Lost"), 300},
		{section("Response Parameters", body) + status("400|Bad", "404|Lost"), 200},
		{section("Response Parameters", body), 200},
		{section("Response Parameters", "**Status code: 201**\n\n"+body), 201},
	} {
		op := extractPage(title("Showing a Lid") + section("URI", "GET /v1/lid") + c.page).op(t)
		if got := fields(responseBody(t, op, c.want)); got != "lid string" {
			t.Errorf("%d: body %q", c.want, got)
		}
	}
}

func TestHeaderRoles(t *testing.T) {
	e := extractPage(title("Showing a Lid") + section("URI", "GET /v1/lid?X-Auth-Token=x") +
		section("Request Parameters", tableText("**Table 1** Request header parameters", mandatory,
			"X-Auth-Token|Yes|String|Token", "Content-Type|No|String|Media", "X-Lid|No|String|Lid")) +
		section("Response Parameters", tableText("**Table 2** Response header parameters", typed, "Content-Type|String|Media", "X-Left|Integer|Left")))
	op := e.op(t)
	var got []string
	for _, q := range op.Params {
		got = append(got, string(q.In)+" "+q.Name)
	}
	// A header that a security scheme or the media type says is not a parameter; one of that
	// name in the query is.
	if s := strings.Join(got, "; "); s != "query X-Auth-Token; header X-Lid" {
		t.Errorf("parameters %s", s)
	}
	if h := op.Responses[0].Headers; len(h) != 1 || h[0].Name != "X-Left" || h[0].Type.Kind != api.Integer {
		t.Errorf("response headers %v", h)
	}
	if s := e.stats; s.Rows != 5 || s.RowsInSpec != 5 {
		t.Errorf("%d of %d rows in the spec", s.RowsInSpec, s.Rows)
	}
}

func TestStructOf(t *testing.T) {
	page := func(typ, description, structure string) string {
		return title("Showing a Box") + section("URI", "GET /v1/box") + section("Response Parameters",
			tableText("**Table 1** Response body parameters", typed, "lids|"+typ+"|"+description)+
				".. _inner:\n\n"+tableText("**Table 2** "+structure, typed, "wood|String|What of"))
	}
	for what, c := range map[string]struct{ typ, description, structure, want string }{
		"the type word names it":            {"lid", "Lids", "lid", "lids object Lid"},
		"a list names it":                   {"List<lid>", "Lids", "Parameter description of field **lid**", "lids array of object Lid"},
		"a reference in the type":           {":ref:`Lid <inner>` object", "Lids", "Lid", "lids object Lid"},
		"a reference, whatever its caption": {":ref:`Lid <inner>` object", "Lids", "Odd words", "lids object Lid"},
		"a reference in the text":           {"Object", "See :ref:`there <inner>`.", "Lid", "lids object Lid"},
		"the number of a table":             {"Object", "For details, see Table 2.", "Parameter description of field **plank**", "lids object Plank"},
		"the field's own name":              {"Object", "Lids", "Data structure of the **lids** field", "lids object Lids"},
		"the field's name, in singular":     {"Array of objects", "Lids", "Parameter description of field **lid**", "lids array of object Lid"},
		"a name of another field":           {"Object", "Lids", "Parameter description of field **plank**", "lids object"},
		"a text is not a structure":         {"String", "Lids", "Parameter description of field **lids**", "lids string"},
	} {
		e := extractPage(page(c.typ, c.description, c.structure))
		if got := fields(responseBody(t, e.op(t), 200)); got != c.want {
			t.Errorf("%s: %s, want %s (findings: %s)", what, got, c.want, e.rules())
		}
	}
	// Nor does a structure hold itself because one of its fields is called alike.
	e := extractPage(title("Showing a Box") + section("URI", "GET /v1/box") + section("Response Parameters",
		tableText("**Table 1** Response body parameters", typed, "lid|lid|Lid")+
			tableText("**Table 2** Parameter description of field **lid**", typed, "lid|Object|Its lid", "size|Integer|Size")))
	if got := fields(e.svc.Schemas[1]); got != "lid object; size integer" {
		t.Errorf("a field called like its structure: %s", got)
	}
	// A common word does not catch a table of another page.
	e = extractPages(map[string]string{
		"a.rst": page("Object", "Lids", "Parameter description of field **plank**"),
		"b.rst": title("Showing a Tub") + section("URI", "GET /v1/tub") + section("Response Parameters",
			tableText("**Table 1** Response body parameters", typed, "tub|lids|Tub")+
				tableText("**Table 2** Parameter description of field **lids**", typed, "tin|String|Of tin")),
	})
	if got := fields(responseBody(t, e.svc.Operations[0], 200)); got != "lids object" {
		t.Errorf("across pages: %s", got)
	}
}

func TestUntypedRows(t *testing.T) {
	e := extractPage(title("Showing a Box") + section("URI", "GET /v1/box") + section("Response Parameters",
		tableText("**Table 1** Response body parameters", "Parameter|Description", "name|Name", "lid|The lid")+
			tableText("**Table 2** Parameter description of field **lid**", typed, "wood|String|What of", "odd|half a string|Odd", "blank||Nothing")))
	if got := fields(responseBody(t, e.op(t), 200)); got != "name string; lid object Lid" {
		t.Errorf("without a type column: %s", got)
	}
	if got := fields(e.svc.Schemas[1]); got != "wood string; odd any; blank any" {
		t.Errorf("with a type column: %s", got)
	}
	if e.rules() != "tool/unknown-type docs/no-type" {
		t.Errorf("findings %s", e.rules())
	}
	if s := e.stats; s.RowsInFindings != 1 || s.RowsInSpec != 4 {
		t.Errorf("rows: %+v", s)
	}
}
