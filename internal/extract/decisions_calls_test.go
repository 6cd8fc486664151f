package extract

import (
	"strings"
	"testing"
)

// TestDecisionsOnFailedResponses: printed errors beside what the page and the set say of them.
func TestDecisionsOnFailedResponses(t *testing.T) {
	errorPages := []choice{
		{"none", ""}, {"flat", codeText(`{"error_code": "L.1", "error_msg": "Lost"}`)}, {"other", codeText(`{"reason": "Lost", "request_id": "a"}`)},
	}
	documented := []choice{
		{"nothing", ""}, {"no body", section("Status Codes", tableText("T", "Status Code|Description", "404|Lost"))}, {"own body", section("Response", "**Status code: 404**\n\n"+tableText("**Table 3** Response body parameters", typed, "why|String|Why", "who|String|Who"))},
		{"good lists it", section("Response", tableText("**Table 3** Response body parameters", typed, "error_code|String|Code", "error_msg|String|Text", "error|Object|Error", "lid|String|Lid"))}, {"others", section("Response", tableText("**Table 3** Response body parameters", typed, "{key}|String|Anything"))},
	}
	printed := []choice{
		{"code and text", `{"error_code": "B.1", "error_msg": "No"}`}, {"of the page", `{"why": "x", "who": "y"}`}, {"of the set", `{"reason": "x", "request_id": "y"}`}, {"part of the set", `{"reason": "x"}`}, {"of none", `{"what": "x", "where": "y"}`}, {"in an object", `{"error": {"message": "No", "code": 404}}`},
		{"good", `{"lid": "oak"}`}, {"list", `[{"why": "x"}]`}, {"torn", `{"why": "x"`}, {"empty", `{}`}, {"pair", `{"code": "B.1", "message": "No"}`},
	}
	above := []choice{
		{"none", ""}, {"status", "Status code: 404\n\n"}, {"400", "Status code: 400\n\n"}, {"399", "Status code: 399\n\n"}, {"or", "or\n\n"}, {"good and or", "Status code: 201\n\n"}, {"abnormal", "Abnormal response\n\n"}, {"failed", "If the request fails:\n\n"},
	}
	methods := []choice{{"GET", "GET"}, {"HEAD", "HEAD"}}
	decisions(t, "failures", [][]choice{methods, errorPages, documented, above, printed}, func(c []string) map[string]string {
		set := map[string]string{"a.rst": title("Minding a Box") + section("URI", c[0]+" /v1/box") + c[2] + section("Example Response", codeText(`{"lid": "first"}`)+c[3]+codeText(c[4])+"Status code: 410\n\n"+codeText(`{"why": "gone", "who": "z"}`))}
		if c[1] != "" {
			set["b.rst"] = title("Error Codes") + tableText("Codes", "Status Code|Error Code|Error Message", "404|L.1|Lost") + c[1]
		}
		return set
	})
}

// TestDecisionsOnLinesTogether: request lines in two texts, and lines that stand beside others.
func TestDecisionsOnLinesTogether(t *testing.T) {
	first := []choice{
		{"labelled", "URI: POST /v1/{shelf}/lids"}, {"method", "Method: POST"}, {"marked method", "Method: **POST**."}, {"URI", "URI: /v1/{shelf}/lids"}, {"odd label", "Hint: POST /v1/{shelf}/lids"}, {"plain", "POST /v1/{shelf}/lids"},
		{"words", "URI: see the console"}, {"spaces", "URI: /v1/{ shelf }/lids"}, {"list", "GET /v1/{shelf}/lids"},
	}
	second := []choice{
		{"none", ""}, {"method", "Request method: POST"}, {"URI", "URI: /v1/{shelf}/lids"}, {"both", "URI: GET /v1/{shelf}/rims"}, {"with a value", "POST /v1/s77/lids"}, {"with a word", "POST /v1/oak/lids"}, {"with a capital", "POST /v1/Oak/lids"}, {"shorter", "POST /v1/lids"},
		{"other method", "GET /v1/s77/lids"}, {"with a key", "DELETE /v1/lids/6a0f1d2e-77aa-4b1c-9d3e-0123456789ab"}, {"same", "POST /v1/{shelf}/lids"}, {"other names", "POST /v1/{box}/lids"}, {"other version", "POST /v2/{shelf}/lids"}, {"query", "POST /v1/{shelf}/lids?force=true"},
	}
	places := []choice{{"one section", "same"}, {"two sections", "apart"}, {"code", "code"}, {"a section below", "below"}}
	sections := []choice{{"URI", "URI"}, {"Function", "Function"}, {"Request", "Request"}, {"Odds", "Odds and Ends"}}
	tables := []choice{{"fields", tableText("**Table 1** Request body parameters", mandatory, "lid|Yes|String|Lid")}, {"none", ""}}
	decisions(t, "together", [][]choice{tables, sections, places, first, second}, single(func(c []string) string {
		text := section(c[1], c[3]+"\n\n"+c[4])
		switch c[2] {
		case "apart":
			text = section(c[1], c[3]) + section("URI", c[4])
		case "code":
			text = section(c[1], c[3]+"\n\n"+codeText(c[4]))
		case "below":
			text = section(c[1], c[3]+"\n\nMore of It\n^^^^^^^^^^\n\n"+c[4])
		}
		return title("Making a Lid") + text + section("Request", c[0])
	}))
}

// TestDecisionsOnSides: tables whose words do not tell whether they are the request's or the
// response's.
func TestDecisionsOnSides(t *testing.T) {
	heads := []choice{{"typed", typed}, {"mandatory", mandatory}, {"untyped", "Parameter|Description"}, {"optional", "Parameter|Optional|Type|Description"}}
	rows := []choice{{"one", "lid"}, {"two", "lid;rim"}, {"of the path", "lid;shelf"}, {"of the query", "lid;size"}, {"token", "X-Auth-Token;lid"}}
	captions := []choice{{"parameters", "Parameter description"}, {"request", "Request parameters"}, {"none", ""}, {"uri", "URI parameters"}, {"query", "Query parameters"}, {"response", "Response parameters"}}
	printed := []choice{
		{"none", ""}, {"response", section("Example Response", codeText(`{"lid": 1, "rim": 2}`))}, {"part of the response", section("Example Response", codeText(`{"lid": 1}`))}, {"all of it", section("Example Response", codeText(`{"lid": 1, "rim": 2, "shelf": 3, "size": 4}`))},
		{"request", section("Example Request", codeText(`{"lid": 1, "rim": 2}`))}, {"both", section("Example Request", codeText(`{"lid": 1}`)) + section("Example Response", codeText(`{"lid": 1, "rim": 2}`))}, {"inside", section("Example Response", codeText(`{"jar": {"lid": 1, "rim": 2}}`))},
	}
	places := []choice{{"URI", "URI"}, {"Request", "Request"}, {"unknown", "Oak and Pine"}, {"Function", "Function"}, {"Response", "Response"}}
	methods := []choice{{"GET", "GET"}, {"POST", "POST"}}
	decisions(t, "sides", [][]choice{methods, heads, rows, captions, printed, places}, single(func(c []string) string {
		list := []string{c[1]}
		for name := range strings.SplitSeq(c[2], ";") {
			cells := map[string]string{"Parameter": name, "Type": "String", "Mandatory": "Yes", "Optional": "No", "Description": "Wood"}
			var row []string
			for h := range strings.SplitSeq(c[1], "|") {
				row = append(row, cells[h])
			}
			list = append(list, strings.Join(row, "|"))
		}
		table := tableText("**Table 1** "+c[3], list...)
		line := c[0] + " /v1/{shelf}/lids?size={size}"
		if c[5] == "URI" {
			return title("Minding Lids") + section("URI", line+"\n\n"+table) + c[4]
		}
		return title("Minding Lids") + section("URI", line) + section(c[5], table) + c[4]
	}))
}

// TestDecisionsOnDemandedMedia: what the rows of the headers Content-Type and Accept demand.
func TestDecisionsOnDemandedMedia(t *testing.T) {
	types := []choice{
		{"none", ""}, {"mandatory", "Content-Type|Yes|String|Format"}, {"optional", "Content-Type|No|String|It is application/json."}, {"JSON", "content-type|Yes|String|It is application/json."}, {"other", "Content-Type|Yes|String|It is text/csv."},
		{"two", "Content-Type|Yes|String|application/xml or application/json"}, {"example", "Content-Type|Yes|String|For example, **application/xml**."}, {"object", "Content-Type|Yes|Object|It is application/json."}, {"structure", "structure"},
	}
	accepts := []choice{{"none", ""}, {"mandatory", "Accept|Yes|String|Format"}, {"JSON", "Accept|Yes|String|It is application/json."}, {"other", "Accept|Yes|String|It is image/png."}, {"optional", "Accept|No|String|It is image/png."}}
	bodies := []choice{{"none", ""}, {"body", tableText("**Table 2** Request body parameters", mandatory, "lid|Yes|String|Lid")}, {"list", tableText("**Table 2** Request body parameters", mandatory, "[Array]|Yes|Array of strings|Lids")}}
	places := []choice{{"header", "Request header parameters"}, {"request", "Request parameters"}, {"response", "Response header parameters"}}
	methods := []choice{{"GET", "GET"}, {"PATCH", "PATCH"}}
	decisions(t, "demanded", [][]choice{methods, places, bodies, accepts, types}, single(func(c []string) string {
		rows := []string{mandatory, "X-Lid|No|String|Lid"}
		for _, row := range c[3:] {
			if row != "" && row != "structure" {
				rows = append(rows, row)
			}
		}
		page := title("Minding a Box") + section("URI", c[0]+" /v1/box") + section(strings.Fields(c[1])[0], tableText("**Table 1** "+c[1], rows...)) + c[2]
		if c[4] == "structure" {
			page += section("Request", tableText("**Table 3** Parameter description of field **lid**", mandatory, "Content-Type|Yes|String|It is text/css."))
		}
		return page
	}))
}

// TestDecisionsOnRepeatedElements: an element of which another page prints several is a list.
func TestDecisionsOnRepeatedElements(t *testing.T) {
	bodies := []choice{
		{"one", "<Crate><Lid><ID>1</ID></Lid></Crate>"}, {"two", "<Crate><Lid><ID>1</ID></Lid><Lid><ID>2</ID></Lid></Crate>"}, {"other root", "<Tubs><Lid><ID>1</ID></Lid><Lid/></Tubs>"}, {"deeper", "<Crate><All><Lid/><Lid/></All></Crate>"},
		{"broken", "<Crate><Lid>\n<Crate><Lid></Crate>"}, {"two messages", "<Crate><Lid/></Crate>\n<Crate><Lid/><Lid/></Crate>"}, {"attributes", "<Crate kind=\"a\"><Lid when=\"b\"><ID>1</ID></Lid></Crate>"}, {"none", "no element"},
	}
	tables := []choice{{"none", ""}, {"rows", tableText("**Table 1** Request elements", mandatory, "Crate|Yes|Container|All", "Lid|Yes|Container|One", "ID|Yes|String|Id")}, {"unlisted", tableText("**Table 1** Request elements", mandatory, "Day|Yes|Integer|Parent: Lid", "Left|No|String|Left")}}
	order := []choice{{"before", "a.rst"}, {"after", "z.rst"}}
	decisions(t, "repeated", [][]choice{order, tables, bodies, bodies}, func(c []string) map[string]string {
		message := func(method, xml string) string {
			return section("Request Syntax", codeText(method+" /?rules HTTP/1.1\nHost: bucketname.cellar.example.com\n\n"+xml))
		}
		return map[string]string{
			"m.rst": title("Setting Rules") + message("PUT", c[2]) + section("Request Elements", c[1]),
			c[0]:    title("Adding Rules") + message("POST", c[3]) + section("Response Syntax", codeText("HTTP/1.1 200 OK\n\n"+c[3])),
		}
	})
}
