package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

func TestSlugs(t *testing.T) {
	s := newSlugs("assets")
	for _, c := range [][2]string{
		{"assets", "assets-2"}, {"Assets", "Assets-3"}, {"a b/../c", "a-b-..-c"}, {"../..", "x"}, {"", "x-2"}, {"éa", "a"}, {"a", "a-2"}, {"A", "A-3"},
	} {
		if got := s.of(c[0]); got != c[1] {
			t.Errorf("the slug of %q is %q, want %q", c[0], got, c[1])
		}
	}
}

func TestWebLink(t *testing.T) {
	for link, want := range map[string]bool{
		"https://a.example/x?y#z": true, "http://a.example": true, "javascript:alert(1)": false, "//a.example": false,
		"data:text/html,x": false, "": false, "https://": false, "ftp://a.example": false, "https://a b": false,
	} {
		if got := webLink(link); got != "" != want || want && got != link {
			t.Errorf("webLink(%q) = %q", link, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1002003: "1,002,003", 12045: "12,045"} {
		if got := thousands(n); got != want {
			t.Errorf("%d is written %q, want %q", n, got, want)
		}
	}
	for _, c := range []struct {
		part, whole int
		want        float64
	}{{0, 0, 100}, {1, 3, 33.3}, {9999, 10000, 99.9}, {10000, 10000, 100}, {0, 5, 0}} {
		if got := percent(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d is %v%%, want %v", c.part, c.whole, got, c.want)
		}
	}
}

// TestSuggestions holds what is suggested for messages of findings.
func TestSuggestions(t *testing.T) {
	for _, c := range [][3]string{
		{"docs/undocumented-field", `the example shows "smoke", but the table does not list it`, "Add a row for smoke to the table: its type and what it means."},
		{"docs/example-contradicts-type", "the example shows an array for jars, but the table says object; it is taken as a list", "Write “Array of objects” as the type of jars, or show object in the example."},
		{"docs/example-contradicts-type", "the example shows a number for jars, but the table says string", "Give jars the type of what is really sent: correct the type (string) or the example (a number)."},
		{"docs/undocumented-path-parameter", "the request line has {jar_id}, but no table describes it", "Add a row for jar_id to the table of path parameters."},
		{"docs/limit-contradicted", `size shows the value "{name}", but its description says that it is at most 3`, "Correct the limit in the description of size (it is at most 3), or the value in the example (“{name}”)."},
		{"docs/enum-lacks-value", `colour is "red" here, which the list of its values lacks`, "Add “red” to the values of colour, or show a listed value in the example."},
		{"docs/enum-lacks-value", `colour is "" here, which the list of its values lacks`, "Add an empty text to the values of colour, or show a listed value in the example."},
		{"docs/enum-lacks-value", `progress is 0 here, which the list of its values lacks`, "Add 0 to the values of progress, or show a listed value in the example."},
		{"docs/pages-disagree", `lid shows the value "", but another page says that it is at least 3`, "Make both pages say the same of lid: correct the limit (it is at least 3) or the value (an empty text)."},
		{"docs/example-contradicts-type", "the example shows an object for a member of ListJarsResponseBody, but the table says map; the row is taken for the whole structure", "Describe the members of the body in rows of their own, or give the row the type of what is really sent."},
		{"docs/example-of-part", "the example shows only the list jars, not the whole body", "Print the whole body, with the list jars where it stands in it."},
		{"docs/example-of-part", `the example shows only a "jar", not the whole body`, "Print the whole body, with jar where it stands in it."},
		{"docs/example-of-part", "the example shows only what a part of the form holds, not the whole body", "Print the whole form, with each of its parts."},
		{"docs/keys-are-values", `the example fills the keys of the body with values of its own, such as "j-1", so it is a map; its only row describes the values`, "Say above the table that the body is a map and what its keys are: “Map of <what> to <what>”."},
		{"docs/keys-are-values", `the example fills the keys of jars with values of its own, such as "j-1", so it is a map; its only row describes the values`, "Say in the row jars that it is a map and what its keys are: “Map of <what> to <what>”."},
		{"docs/object-in-query", "jars is listed as a query parameter, but it holds objects, and it only heads another table of parameters; it is left out", "Take the row jars out: the table that it leads to is already one of query parameters."},
		{"docs/object-in-query", "jars is listed as a query parameter, but it holds objects, and it is in the response; it is left out", "Move the row into the table of the response."},
		{"docs/odd-member-name", `the example has the member "", which no program would call so; it is left out`, "Give the member a name, or take it out."},
		{"docs/odd-member-name", `the example has the member 'lid"', which no program would call so; it is left out`, "Correct the quotes and brackets around the name."},
		{"docs/path-parameter-name-differs", "this page calls the path parameter {jar}, another page of the same path calls it {jar_id}", "Use one name on both pages, jar or jar_id."},
		{"docs/path-parameter-twice", "the request line has {jar_id} twice; this one is taken for {jar_id_2}", "Give one of the two a name of its own in the request line, such as jar_id_2, and a row in the table of path parameters."},
		{"docs/table-on-wrong-side", `the printed response has the fields of the table "Request parameter", so it is read as one of the response`, "Move the table Request parameter to where the response is described, or give it a caption that says so."},
		{"docs/example-repaired", "this example is not JSON as printed: a quote inside a string is not escaped", `Write \" for each quote inside the string.`},
		{"docs/example-repaired", "this example is not JSON as printed: a comma is missing", "Put a comma between the two members."},
		{"docs/example-repaired", "this example is not JSON as printed: the moon is full", "Correct the example so that a JSON checker takes it: the moon is full."},
		{"docs/not-utf8", "whatever", "Save the page as UTF-8."},
		{"docs/undocumented-field", "a message of another form", ""},
		{"tool/unknown-type", "whatever", ""},
	} {
		if got := suggestion(c[0], c[1]); got != c[2] {
			t.Errorf("%s: %s\n\tgives %q, want %q", c[0], c[1], got, c[2])
		}
	}
	for rule, all := range wordings {
		if _, ok := diag.Lookup(rule); !ok {
			t.Errorf("there is no rule %s", rule)
		}
		for i, w := range all {
			if w.pattern == "" && i != len(all)-1 {
				t.Errorf("%s: the pattern after one that fits all is never used", rule)
			}
			for part := range strings.SplitSeq(w.text, "{") {
				name, _, placeholder := strings.Cut(part, "}")
				if placeholder && !strings.Contains(w.pattern, "{"+name+"}") && name != "vault_id" {
					t.Errorf("%s: the text has {%s}, which the pattern %q does not give", rule, name, w.pattern)
				}
			}
		}
	}
}

func TestMonths(t *testing.T) {
	report := &change.Report{Changes: []change.Change{{Level: change.Breaking}, {Level: change.Compatible}, {Level: change.Compatible}}}
	a := &Timeline{points: []point{{Date: "2023-10-01"}, {Date: "2023-11-30", Report: report}, {Date: "2024-02-01", Report: report}}}
	b := &Timeline{points: []point{{Date: "2024-02-03", Report: report}, {Date: "2024-03-03", Report: new(change.Report)}, {Date: "?", Report: report}}}
	want := []month{{"2023-11", 1, 0, 2}, {Name: "2023-12"}, {Name: "2024-01"}, {"2024-02", 2, 0, 4}}
	got := months([]*Timeline{a, b, nil})
	if len(got) != len(want) {
		t.Fatalf("months: %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("month %d is %v, want %v", i, got[i], want[i])
		}
	}
	if months(nil) != nil {
		t.Error("no timeline has months")
	}
	odd := &Timeline{points: []point{{Date: "20x3-11-30", Report: report}, {Date: "9999-12-01", Report: report}, {Date: "0001-01-01", Report: report}}}
	if got := months([]*Timeline{odd}); len(got) > 0 {
		t.Errorf("odd dates give %d months", len(got))
	}
}

func TestDistances(t *testing.T) {
	if got := distances([]int{0, 3, 40, 41}); got != "0 3 11 1" {
		t.Errorf("distances %q", got)
	}
}

// TestPlots holds that a chart has the colours of its page and only text as text.
func TestPlots(t *testing.T) {
	p, err := plot{Title: `a "title"`, Series: []string{"x", "y"}, Rows: []plotRow{{"<script>&", []float64{1, 2}}, {"b", []float64{3, 0}}}}.bars(0)
	if err != nil {
		t.Fatal(err)
	}
	svg := string(p.SVG)
	if strings.Contains(svg, "rgb(") || !strings.Contains(svg, "var(--plot-1)") || !strings.Contains(svg, "var(--plot-2)") || !strings.Contains(svg, "var(--text)") {
		t.Errorf("the chart has colours of its own: %s", svg)
	}
	if strings.Contains(svg, "<script>") || !strings.Contains(svg, "&lt;script&gt;&amp;</text>") || !strings.Contains(svg, `aria-label="a &#34;title&#34;"`) {
		t.Errorf("labels are not text: %s", svg)
	}
	if n := strings.Count(svg, "<text"); n != strings.Count(svg, "textLength=") || n < 4 {
		t.Errorf("%d labels, of which %d have a width", n, strings.Count(svg, "textLength="))
	}
}

// TestSteps: the labels of an axis are numbers that people count in, also where the highest is not a multiple of one.
func TestSteps(t *testing.T) {
	for highest, want := range map[float64]string{0: "0 1", 1: "0 1", 3: "0 1 2 3", 6: "0 1 2 3 4 5 6", 7: "0 2 4 6 8", 12: "0 2 4 6 8 10 12", 13: "0 5 10 15", 49: "0 10 20 30 40 50", 292: "0 50 100 150 200 250 300", 699: "0 200 400 600 800"} {
		p, err := plot{Series: []string{"x"}, Rows: []plotRow{{"a", []float64{highest}}, {"b", []float64{0}}}, colors: levelColor}.columns()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range svgText.FindAllStringSubmatch(string(p.SVG), -1) {
			if label := m[2]; strings.Trim(label, "0123456789") == "" {
				got = append(got, label)
			}
		}
		slices.SortFunc(got, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) })
		if text := strings.Join(got, " "); text != want {
			t.Errorf("up to %v: %s, want %s", highest, text, want)
		}
	}
}

// TestBodies holds which media types of a body are shown with which members.
func TestBodies(t *testing.T) {
	const jar, lid, text = `{schema: {type: object, properties: {jar: {type: string}}}}`, `{schema: {type: object, properties: {lid: {type: integer}}}}`, `{schema: {type: string}}`
	for content, want := range map[string]string{
		`{application/json: ` + jar + `}`:                                                                                                                     "[jar]",
		`{application/json: ` + jar + `, application/merge-patch+json: ` + jar + `}`:                                                                          "application/json, application/merge-patch+json [jar]",
		`{application/json: ` + jar + `, application/json-patch+json: ` + lid + `}`:                                                                           "application/json [jar]; application/json-patch+json [lid]",
		`{application/octet-stream: ` + text + `}`:                                                                                                            "application/octet-stream: string []",
		`{application/octet-stream: ` + text + `, multipart/form-data: ` + lid + `}`:                                                                          "application/octet-stream: string []; multipart/form-data [lid]",
		`{application/json: {schema: {type: array, items: {type: string}}}}`:                                                                                  ": list of string []",
		`{application/json: {schema: {type: array, items: {type: object, properties: {a: {}}}}}}`:                                                             ": list of object [a]",
		`{application/json: {schema: {oneOf: [{type: string}, {type: array, items: {type: integer}}]}}}`:                                                      ": string or list of integer []",
		`{application/json: {schema: {type: object, additionalProperties: {type: boolean}}}}`:                                                                 ": map of boolean []",
		`{application/json: {schema: {oneOf: [{type: string}, {type: integer}, {type: boolean}, {type: number}, {type: object}, {type: array, items: {}}]}}}`: ": string or integer or boolean or number or 2 more []",
		`{application/json: {schema: {}}}`:                                                                                                                    "",
	} {
		d, err := document.Load([]byte(`{openapi: 3.0.3, info: {title: t, version: "1"}, paths: {/a: {post: {operationId: a, requestBody: {content: ` +
			content + `}, responses: {"204": {description: d}}}}}}`))
		if err != nil {
			t.Fatal(err)
		}
		all, err := d.Operations()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range (&reader{d: d, anchors: newSlugs()}).operation(all[0]).Body {
			var names []string
			for _, m := range b.Members {
				names = append(names, m.Name)
			}
			got = append(got, strings.TrimSpace(fmt.Sprint(b.MediaTypes, formOf(b), " ", names)))
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s: %s, want %s", content, got, want)
		}
	}
}

func formOf(b body) string {
	if b.Form == "" {
		return ""
	}
	return ": " + b.Form
}

// TestBodiesOfVariants: a body that another variant names is not shown.
func TestBodiesOfVariants(t *testing.T) {
	d, err := document.Load([]byte(`{openapi: 3.0.3, info: {title: t, version: "1"},
		components: {schemas: {Jar: {type: object, properties: {jar: {type: string}}}}},
		paths: {/a: {post: {operationId: a, responses: {"200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Jar'}}}}},
			x-variants: [{operationId: FillJar, query: {fill: ""}, responses: {"200": '#/components/schemas/Jar'}}, {operationId: BreakJar, query: {break: ""}}]}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	all, err := d.Operations()
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	for i, want := range []int{1, 0} {
		op := (&reader{d: d, anchors: newSlugs()}).operation(all[i])
		if len(op.Statuses) != 1 || len(op.Statuses[0].Body) != want {
			t.Errorf("%s: %+v, want %d forms of a body", op.ID, op.Statuses, want)
		}
	}
}

// TestAddress: the address that documents have where pages tell none is not an address to show.
func TestAddress(t *testing.T) {
	host := func(name string) map[string]*openapi3.ServerVariable {
		return map[string]*openapi3.ServerVariable{"host": {Default: name}}
	}
	for _, c := range []struct {
		server *openapi3.Server
		want   string
	}{
		{&openapi3.Server{URL: "https://{host}/v1", Variables: host("lamps.example.com")}, "https://lamps.example.com/v1"},
		{&openapi3.Server{URL: "https://{host}", Variables: host("localhost")}, ""},
		{&openapi3.Server{URL: "https://localhost.example.com"}, "https://localhost.example.com"},
		{nil, ""},
	} {
		if got := address(c.server); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
