package extract

import (
	"strings"
	"testing"
)

// TestDecisionsOnNames: which structure a row means by its name or its type word.
func TestDecisionsOnNames(t *testing.T) {
	fields := []choice{{"lid", "lid"}, {"lids", "lids"}, {"entries", "entries"}, {"boxes", "boxes"}, {"path", "outer.lid"}, {"capital", "Lid_Type"}, {"self", "[Array]"}}
	types := []choice{{"Object", "Object"}, {"list", "Array of objects"}, {"boxes", "Array of boxes"}, {"Lid", "List<Lid>"}, {"s", "Array of s objects"}, {"String", "String"}, {"lid type", "LidType"}, {"two words", "Lid type"}, {"none", ""}}
	captions := []choice{
		{"lid", "Parameter description of field **lid**"}, {"Lid", "Lid parameters of the shelf"}, {"marked", "Parameters of **lid**"}, {"entry", "Data structure of the **entry** field"}, {"box", "**box** field description"},
		{"path", "**outer.lid** field description"}, {"table path", "**shelf.lid** field description"}, {"deep", "**case.shelf.lid** field description"}, {"type", "LidType"}, {"response", "Response parameters"},
	}
	intros := []choice{{"none", ""}, {"Lid", "Lid parameters of the shelf"}, {"marked", "Parameters of the **lid** field"}}
	labels := []choice{{"none", ""}, {"label", ".. _inner:\n\n"}}
	decisions(t, "names", [][]choice{fields, types, captions, intros, labels}, single(func(c []string) string {
		text := "Lid"
		if c[4] != "" {
			text = "See :ref:`there <inner>`."
		}
		row := c[0] + "|" + c[1] + "|" + text
		return title("Showing a Shelf") + section("URI", "GET /v1/shelf") + section("Response", tableText("**Table 1** Response parameters", typed, "shelf|Object|Shelf", row)+
			tableText("**Table 2** Parameter description of field **shelf**", typed, row)+
			c[3]+"\n\n"+c[4]+tableText("**Table 3** "+c[2], typed, "wood|String|Wood", "size|Integer|Size"))
	}))
}

// TestDecisionsOnReferenceTables: tables that explain values, and tables of the other side.
func TestDecisionsOnReferenceTables(t *testing.T) {
	heads := []choice{{"name", "Parameter|Description"}, {"unknown", "Parameter|Before|Description"}, {"no description", "Parameter|Before"}, {"default", "Parameter|Default|Description"}, {"type", "Parameter|Type|Description"}, {"mandatory", "Parameter|Mandatory|Description"}, {"in", "Parameter|In|Description"}, {"type first", "Type|Parameter|Description"}, {"mandatory first", "Mandatory|Parameter|Description"}}
	names := []choice{{"words", "oak;pine"}, {"numbers", "1;2"}, {"mixed", "oak;2"}, {"of the line", "shelf;oak"}, {"of the query", "size;oak"}, {"odd", "oak wood;pine wood"}, {"none", ""}}
	printed := []choice{
		{"none", ""}, {"member", `{"oak": 1, "pine": 2}`}, {"one member", `{"oak": 1}`}, {"value", `{"kind": "oak"}`}, {"both", `{"oak": "pine"}`}, {"start of a value", `{"query": "oak=3"}`}, {"element", "<oak>1</oak>"}, {"end of an element", "</pine>"}, {"part of a value", `{"kind": "old oak"}`}, {"numbers", `{"kind": "1"}`},
	}
	captions := []choice{{"parameters", "Parameter description"}, {"response", "Response parameters"}, {"structure", "**lid** field description"}, {"header", "Request header"}, {"request", "Request parameters"}, {"uri", "URI parameters"}, {"odd", "Woods"}}
	places := []choice{{"URI, response", "URI|Example Response"}, {"Request, response", "Request|Example Response"}, {"Response, request", "Response|Example Request"}, {"URI, request", "URI|Example Request"}, {"Odds, response", "Odds and Ends|Example Response"}, {"Response, response", "Response|Example Response"}}
	decisions(t, "explained", [][]choice{heads, names, printed, captions, places}, single(func(c []string) string {
		head := strings.Split(c[0], "|")
		rows := []string{c[0]}
		for name := range strings.SplitSeq(c[1], ";") {
			if name == "" {
				continue
			}
			cells := map[string]string{"Parameter": name, "Type": "String", "Mandatory": "Yes", "In": "query", "Default": "1", "Before": "2", "Description": "Wood"}
			var row []string
			for _, h := range head {
				row = append(row, cells[h])
			}
			rows = append(rows, strings.Join(row, "|"))
		}
		at, example, _ := strings.Cut(c[4], "|")
		return title("Making a Box") + section("URI", "POST /v1/{shelf}/box?size={size}") + section(at, tableText("**Table 1** "+c[3], rows...)) + section(example, codeText(c[2]))
	}))
}

// TestDecisionsOnQueryTables: a table that reads as a structure and lists what is in the query.
func TestDecisionsOnQueryTables(t *testing.T) {
	methods := []choice{{"GET", "GET"}, {"POST", "POST"}, {"DELETE", "DELETE"}}
	sections := []choice{{"URI", "URI"}, {"Request", "Request"}, {"Response", "Response"}, {"Example Request", "Example Request"}, {"Odds", "Odds and Ends"}}
	heads := []choice{{"mandatory", mandatory}, {"typed", typed}}
	rows := []choice{{"text", "String"}, {"object", "Object"}, {"list", "Array of strings"}, {"unknown", "Half oak"}, {"any", "Any"}, {"named", "Wood"}, {"any name", "{key}"}, {"odd name", "the lid"}}
	uses := []choice{
		{"none", ""}, {"type", tableText("**Table 1** Request parameters", mandatory, "lid|No|filter|Lid")}, {"mention", tableText("**Table 1** Request parameters", mandatory, "lid|No|String|See :ref:`there <inner>`.")},
		{"pointer", tableText("**Table 1** Request parameters", mandatory, "filter|No|String|See Table 2.")}, {"printed", codeText(`{"filter": {"lid": 1}}`)}, {"sentence", "For details about the **cover** field, see Table 2."},
	}
	labels := []choice{{"none", ""}, {"label", ".. _inner:\n\n"}}
	decisions(t, "querytables", [][]choice{methods, sections, heads, rows, uses, labels}, single(func(c []string) string {
		name, typ := "lid", c[3]
		if typ == "{key}" || typ == "the lid" {
			name, typ = typ, "String"
		}
		row := name + "|" + typ + "|Lid"
		if c[2] == mandatory {
			row = name + "|No|" + typ + "|Lid"
		}
		table := c[5] + tableText("**Table 2** **filter** field description", c[2], row)
		return title("Showing Boxes") + section("URI", c[0]+" /v1/boxes") + section("Example Request", c[4]) + section(c[1], table)
	}))
}

// TestDecisionsOnResponses: what the tables of the responses make of their bodies.
func TestDecisionsOnResponses(t *testing.T) {
	rows := []choice{
		{"text", "lid|String|Lid"}, {"file", "lid|File|Lid"}, {"self", "[Array]|Array of strings|Lids"}, {"any", "{key}|String|Lid"}, {"self and text", "[Array]|Array of strings|Lids;lid|String|Lid"}, {"error", "error|Object|The error that is returned if an error occurs;lid|String|Lid"},
		{"error only", "error_code|String|The error code, returned if the request fails;error_msg|String|The error message, returned if the request fails"}, {"with a flag", "success|Boolean|Whether it succeeded;error_msg|String|The error message, returned if the request fails"}, {"task", "error_code|String|The error code of the task;fail_reason|String|Why the task failed"}, {"twice", "lid|String|Lid;lid|Integer|Lid"},
	}
	statuses := []choice{{"unsaid", ""}, {"200", "**Status code: 200**"}, {"202", "**Status code: 202**"}, {"404", "**Status code: 404**"}, {"302", "**Status code: 302**"}}
	second := []choice{{"none", ""}, {"text", "lid|String|Another"}, {"other", "rim|String|Rim"}, {"self", "[Array]|Array of strings|All"}, {"any", "<name>|Integer|Any"}, {"header", "header"}, {"abnormal", "abnormal"}}
	listed := []choice{{"none", ""}, {"good", tableText("T", "Status Code|Description", "201|Made")}, {"bad", tableText("T", "Status Code|Description", "400|Bad", "500|Worse")}, {"moved", tableText("T", "Status Code|Description", "301|Moved", "200|Fine")}}
	methods := []choice{{"GET", "GET"}, {"HEAD", "HEAD"}}
	decisions(t, "responses", [][]choice{rows, statuses, second, listed, methods}, single(func(c []string) string {
		page := title("Showing a Box") + section("URI", c[4]+" /v1/box") + section("Response", c[1]+"\n\n"+rowsText("**Table 1** Response body parameters", typed+";"+c[0]))
		switch c[2] {
		case "":
		case "header":
			page += section("Response Headers", c[1]+"\n\n"+tableText("**Table 2** Response header parameters", typed, "X-Rim|String|Rim"))
		case "abnormal":
			page += section("Response", "Abnormal response\n\n"+tableText("**Table 2** Parameters", typed, "why|String|Why"))
		default:
			page += section("Example Response", rowsText("**Table 2** Response parameters", typed+";"+c[2]))
		}
		return page + section("Status Codes", c[3])
	}))
}

// TestDecisionsOnOwners: to which operation of a page, or case of a body, an example belongs.
func TestDecisionsOnOwners(t *testing.T) {
	lines := []choice{{"one", "POST /v1/boxes"}, {"two", "POST /v1/boxes\n\nGET /v1/boxes/{box}"}, {"two bodies", "POST /v1/boxes\n\nPUT /v1/boxes/{box}"}, {"GET", "GET /v1/boxes"}, {"DELETE", "DELETE /v1/boxes"}}
	tables := []choice{
		{"one", rowsText("**Table 1** Request body parameters", mandatory+";lid|Yes|String|Lid;rim|No|String|Rim")}, {"none", ""},
		{"cases", rowsText("**Table 1** Request body parameters for using oak", mandatory+";kind|Yes|String|Kind;lid|Yes|String|Lid") + rowsText("**Table 2** Request body parameters for using pine", mandatory+";kind|Yes|String|Kind;rim|Yes|String|Rim")},
		{"cases of one", rowsText("**Table 1** Request body parameters", mandatory+";kind|Yes|String|Kind;lid|Yes|String|Lid") + rowsText("**Table 2** Request body parameters", mandatory+";kind|No|String|Kind;rim|Yes|String|Rim")},
	}
	blocks := []choice{
		{"line and body", "POST /v1/boxes\n\n{\"lid\": 1}"}, {"other line", "PUT /v1/boxes/7\n\n{\"rim\": 1}"}, {"other call", "POST /v1/lids/7/rims\n\n{\"edge\": 1}"}, {"other call, own field", "POST /v1/lids/7/rims\n\n{\"rim\": 1}"}, {"body", `{"kind": 1, "rim": 2}`}, {"empty body", "{}"}, {"line only", "GET /v1/boxes/7"}, {"other line only", "GET /v1/lids/7/rims/8"}, {"torn", "POST /v1/lids/7/rims\n\n{\"edge\""},
		{"DELETE line", "DELETE /v1/boxes"}, {"list", `[{"rim": 2}]`},
	}
	after := []choice{{"none", ""}, {"body", codeText(`{"lid": 1}`)}, {"response", codeText(`{"id": 1}`)}, {"other response", codeText(`{"edge": 1}`)}, {"status", codeText("HTTP/1.1 202 Accepted\n\n{\"id\": 1}")}, {"or", "or\n\n" + codeText(`{"code": 1, "message": "no"}`)}}
	sections := []choice{{"Example", "Example"}, {"Example Request", "Example Request"}, {"Example Response", "Example Response"}}
	decisions(t, "owners", [][]choice{lines, tables, sections, blocks, after}, single(func(c []string) string {
		return title("Minding Boxes") + section("URI", c[0]) + section("Request", c[1]) + section("Response", tableText("**Table 5** Response parameters", typed, "id|Integer|Id")) + section(c[2], codeText(c[3])+c[4])
	}))
}

// TestDecisionsOnSections: what titles of sections inside of sections, and tables without a
// marked head, make of a table.
func TestDecisionsOnSections(t *testing.T) {
	outer := []choice{{"Request", "Request"}, {"Response", "Response"}, {"Odds", "Odds and Ends"}, {"Function", "Function"}, {"status", "Status code: 202"}}
	inner := []choice{{"none", ""}, {"status", "Status code: 404"}, {"header", "Request header"}, {"unknown", "More of It"}, {"response", "Response Parameters"}, {"codes", "Error Codes"}}
	captions := []choice{{"parameters", "Parameter description"}, {"none", ""}, {"headers", "Header parameters"}}
	heads := []choice{{"marked", "="}, {"not marked", "-"}}
	columns := []choice{{"two", "Parameter|Description;lid|Lid"}, {"three", typed + ";lid|String|Lid"}, {"one", "Parameter;lid"}, {"unknown", "Parameter|Wood;lid|Oak"}}
	decisions(t, "sections", [][]choice{outer, inner, captions, heads, columns}, single(func(c []string) string {
		table := gridText("**Table 1** "+c[2], strings.Split(c[4], ";")...)
		if c[3] == "-" {
			table = strings.Replace(table, "+=", "+-", 1)
			table = strings.ReplaceAll(strings.ReplaceAll(table, "==", "--"), "=", "-")
		}
		text := codeText(`{"not": "a message"}`) + table
		if c[1] != "" {
			text = c[1] + "\n" + strings.Repeat("^", len(c[1])) + "\n\n" + text
		}
		return title("Making a Box") + section("URI", "POST /v1/box") + section(c[0], text)
	}))
}
