package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func schemaNames(svc *api.Service) string {
	var out []string
	for _, s := range svc.Schemas {
		out = append(out, s.Name)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// boxPage is a page whose response holds a Box with the given rows.
func boxPage(name, line string, rows ...string) string {
	return ":original_name: " + name + ".html\n\n" + title("About "+name) + section("URI", line) + section("Response Parameters",
		tableText("**Table 1** Response body parameters", typed, "box|:ref:`Box <"+name+"_box>` object|Box")+
			".. _"+name+"_box:\n\n"+tableText("**Table 2** Box", append([]string{typed}, rows...)...))
}

func TestNamesOfSchemas(t *testing.T) {
	for what, c := range map[string]struct {
		first, second []string
		want          string
	}{
		"equal ones are one":                             {[]string{"lid|String|Lid"}, []string{"lid|String|Its lid"}, "Box ShowBoxResponseBody ShowTubResponseBody"},
		"another field makes another":                    {[]string{"lid|String|Lid"}, []string{"tap|String|Tap"}, "Box ShowBoxResponseBody ShowTubResponseBody TubBox"},
		"another type makes another":                     {[]string{"lid|String|Lid"}, []string{"lid|Integer|Lid"}, "Box ShowBoxResponseBody ShowTubResponseBody TubBox"},
		"another limit makes no other":                   {[]string{"lid|String|Lid"}, []string{"lid|String|The value can be **a** or **b**."}, "Box ShowBoxResponseBody ShowTubResponseBody"},
		"another example makes no other":                 {[]string{"lid|String|Lid, for example, **a**"}, []string{"lid|String|Lid, for example, **b**"}, "Box ShowBoxResponseBody ShowTubResponseBody"},
		"another order of rows is not another structure": {[]string{"lid|String|Lid", "tap|String|Tap"}, []string{"tap|String|Tap", "lid|String|Lid"}, "Box ShowBoxResponseBody ShowTubResponseBody"},
		"nor are fewer rows":                             {[]string{"lid|String|Lid", "tap|String|Tap"}, []string{"tap|String|Tap"}, "Box ShowBoxResponseBody ShowTubResponseBody"},
	} {
		e := extractPages(map[string]string{
			"a.rst": boxPage("ShowBox", "GET /v1/box", c.first...),
			"b.rst": boxPage("ShowTub", "GET /v1/tub", c.second...),
		})
		if got := schemaNames(e.svc); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
}

// TestEqualByStructureBelow has two pages whose boxes differ only two structures down.
func TestEqualByStructureBelow(t *testing.T) {
	page := func(name, line, typ string) string {
		return ":original_name: " + name + ".html\n\n" + title(name) + section("URI", line) + section("Response Parameters",
			tableText("**Table 1** Response body parameters", typed, "box|Box|Box")+
				tableText("**Table 2** Parameter description of field **Box**", typed, "lid|Lid|Lid")+
				tableText("**Table 3** Parameter description of field **Lid**", typed, "knob|Knob|Knob")+
				tableText("**Table 4** Parameter description of field **Knob**", typed, "size|"+typ+"|Size"))
	}
	e := extractPages(map[string]string{"a.rst": page("ShowBox", "GET /v1/box", "Integer"), "b.rst": page("ShowTub", "GET /v1/tub", "String")})
	want := "Box BoxLid Knob Lid LidKnob ShowBoxResponseBody ShowTubResponseBody TubBox"
	if got := schemaNames(e.svc); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	e = extractPages(map[string]string{"a.rst": page("ShowBox", "GET /v1/box", "Integer"), "b.rst": page("ShowTub", "GET /v1/tub", "Integer")})
	if got, want := schemaNames(e.svc), "Box Knob Lid ShowBoxResponseBody ShowTubResponseBody"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestNameOfOperationIsNotTaken: a structure that is called like an operation would clash
// with what generators derive from that.
func TestNameOfOperationIsNotTaken(t *testing.T) {
	e := extractPage(strings.ReplaceAll(boxPage("ShowBox", "GET /v1/box", "lid|String|Lid"), "Table 2** Box", "Table 2** ShowBoxResponse"))
	if got := schemaNames(e.svc); !strings.Contains(got, "ShowBoxResponseBody") || slices.Contains(strings.Fields(got), "ShowBoxResponse") {
		t.Errorf("schemas %s", got)
	}
}

func TestMergedVariants(t *testing.T) {
	page := func(name, query string) string {
		return ":original_name: " + name + ".html\n\n" + title(name) + section("URI", "POST /v1/{box_id}/action\n\n"+
			tableText("**Table 1** Path Parameters", mandatory, "box_id|Yes|String|Box")+
			tableText("**Table 2** Query Parameters", append([]string{mandatory}, strings.Split(query, ";")...)...))
	}
	e := extractPages(map[string]string{
		"a.rst": page("OpenBox", "key|Yes|String|Key;hard|Yes|Boolean|Hard"),
		"b.rst": page("ShutBox", "key|Yes|String|Key;soft|No|Boolean|Soft"),
	})
	op := e.op(t)
	var got []string
	for _, q := range op.Params {
		got = append(got, q.Name+" "+string(q.Need))
	}
	if s := strings.Join(got, "; "); s != "box_id yes; key yes; hard no; soft no" {
		t.Errorf("a parameter is mandatory where all variants demand it: %s", s)
	}
	if len(op.Variants) != 2 || op.Variants[0].Params[2].Need != api.NeedYes || e.stats.Variants != 1 || e.stats.Operations != 1 {
		t.Errorf("variants %d, stats %+v", len(op.Variants), e.stats)
	}
}

func TestAgreedErrorBody(t *testing.T) {
	page := func(name, line, errors string) string {
		return ":original_name: " + name + ".html\n\n" + title(name) + section("URI", line) +
			section("Response Parameters", errors) + section("Status Codes", tableText("", "Status Code|Description", "200|Fine", "404|Lost"))
	}
	on := func(status string, rows ...string) string {
		return "**Status code: " + status + "**\n\n" + tableText("**Table 1** Response body parameters", append([]string{typed}, rows...)...)
	}
	errorBody := func(second string) *api.Schema {
		e := extractPages(map[string]string{
			"a.rst": page("ShowBox", "GET /v1/box", on("404", "code|String|Code", "words|String|Words")),
			"b.rst": page("ShowTub", "GET /v1/tub", second),
			"c.rst": page("ShowJar", "GET /v1/jar", "None"),
		})
		for _, op := range e.svc.Operations {
			if op.ID == "ShowJar" && op.Responses[1].Body != nil {
				return op.Responses[1].Body.Type.Schema
			}
		}
		return nil
	}
	for what, second := range map[string]string{
		"nobody says otherwise":          "None",
		"another page agrees":            on("400", "code|String|Code", "words|String|Words"),
		"a good response does not count": on("200", "lid|String|Lid"),
		"nor does one with structures":   on("404", "lids|Array of strings|Lids"),
	} {
		if s := errorBody(second); s == nil || fields(s) != "code string; words string" {
			t.Errorf("%s: the page without errors has no error body", what)
		}
	}
	for what, second := range map[string]string{
		"another page has other fields": on("404", "reason|String|Why"),
		"another page has other types":  on("404", "code|Integer|Code", "words|String|Words"),
	} {
		if s := errorBody(second); s != nil {
			t.Errorf("%s: the page without errors got %s", what, fields(s))
		}
	}
}

func TestPrintedErrorBody(t *testing.T) {
	operation := title("Showing a Box") + section("URI", "GET /v1/box") + section("Error Codes", "See there.")
	codes := tableText("", "Status Code|Error Code|Error Message|Description", "404|BOX.1|Lost|Gone")
	for what, c := range map[string]struct{ page, want string }{
		"a plain object is it":        {title("Error Codes") + codeText(`{"code": "BOX.1", "words": "Lost"}`) + codes, "code string; words string"},
		"one with insides is not":     {title("Error Codes") + codeText(`{"error": {"code": "BOX.1"}}`) + codes, ""},
		"no codes, no error page":     {title("Tales") + codeText(`{"code": "BOX.1"}`), ""},
		"the second of two may be it": {title("Error Codes") + codeText("curl box") + codeText(`{"code": "BOX.1"}`) + codes, "code string"},
	} {
		e := extractPages(map[string]string{"a.rst": operation, "errors.rst": c.page})
		var got string
		for _, r := range e.op(t).Responses {
			if r.Status == 0 {
				got = fields(r.Body.Type.Schema)
			}
		}
		if got != c.want {
			t.Errorf("%s: the default response has %q, want %q", what, got, c.want)
		}
	}
	e := extractPages(map[string]string{"a.rst": operation, "errors.rst": title("Error Codes") + codes})
	if n := len(e.svc.ErrorCodes); n != 1 || e.svc.ErrorCodes[0].Code != "BOX.1" || e.svc.ErrorCodes[0].Status != 404 {
		t.Errorf("error codes %v", e.svc.ErrorCodes)
	}
}
