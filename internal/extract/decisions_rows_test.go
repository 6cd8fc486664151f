package extract

import (
	"strings"
	"testing"
)

// gridText writes a table with lines, whose cells may have several; rows are cut at ";", cells at
// "|", lines at "~". A row has its own line below it.
func gridText(caption string, rows ...string) string {
	var width []int
	var lines [][][]string
	for _, r := range rows {
		var row [][]string
		for i, c := range strings.Split(r, "|") {
			cell := strings.Split(c, "~")
			if i == len(width) {
				width = append(width, 0)
			}
			for _, l := range cell {
				width[i] = max(width[i], len(l))
			}
			row = append(row, cell)
		}
		lines = append(lines, row)
	}
	bar := func(c string) string {
		s := "   +"
		for _, w := range width {
			s += strings.Repeat(c, w+2) + "+"
		}
		return s + "\n"
	}
	out := ".. table:: " + caption + "\n\n" + bar("-")
	for i, row := range lines {
		high := 0
		for _, c := range row {
			high = max(high, len(c))
		}
		for y := range high {
			out += "   |"
			for x, w := range width {
				text := ""
				if x < len(row) && y < len(row[x]) {
					text = row[x][y]
				}
				out += " " + text + strings.Repeat(" ", w-len(text)+1) + "|"
			}
			out += "\n"
		}
		if i == 0 {
			out += bar("=")
		} else {
			out += bar("-")
		}
	}
	return out + "\n"
}

func TestDecisionsOnRows(t *testing.T) {
	names := []choice{
		{"plain", "lid"}, {"empty", ""}, {"with a space", "lid _id"}, {"words", "the lid id"}, {"any", "{key}"}, {"additional", "additionalProperties"}, {"self", "[Array]"}, {"odd", "lid/rim"}, {"two", "lid, rim"}, {"spaced dots", "lid. rim"},
	}
	needs := []choice{{"Yes", "Yes"}, {"No", "No"}, {"-", "-"}, {"Perhaps", "Perhaps"}, {"type", "Integer"}, {"query", "Yes (query parameter)"}, {"when", "Yes when open"}, {"empty", ""}, {"named", "Wooden"}}
	types := []choice{{"String", "String"}, {"Integer", "Integer"}, {"need", "No"}, {"empty", ""}, {"dash", "-"}, {"list", "Array of integers"}, {"with length", "String(36)"}, {"with values", "Enum(oak, pine)"}, {"unknown", "Half oak"}, {"Object", "Object"}, {"date", "Date"}}
	texts := []choice{
		{"plain", "The lid."}, {"type line", "The lid.~~Type: integer"}, {"shifted", "Integer~~The lid."}, {"list in words", "List of lids, each with a rim."}, {"when", "Mandatory when the box is open."}, {"unknown type line", "Type: lid"}, {"empty", ""},
	}
	columns := []choice{
		{"all", "Parameter|Mandatory|Type|Description"}, {"no need", "Parameter||Type|Description"}, {"no type", "Parameter|Mandatory||Description"}, {"neither", "Parameter|||Description"}, {"type first", "Type|Mandatory|Parameter|Description"},
	}
	places := []choice{{"body", "Request body parameters"}, {"response", "Response body parameters"}, {"structure", "Parameter description of field **box**"}, {"header", "Request header parameters"}, {"path", "Path parameters"}}
	decisions(t, "rows", [][]choice{columns, names, needs, types, texts, places}, single(func(c []string) string {
		head := strings.Split(c[0], "|")
		cells := []string{c[1], c[2], c[3], c[4]}
		if head[0] == "Type" {
			cells[0], cells[2] = cells[2], cells[0]
		}
		var heads, row []string
		for i, h := range head {
			if h != "" {
				heads, row = append(heads, h), append(row, cells[i])
			}
		}
		side := "Request"
		if strings.HasPrefix(c[5], "Response") {
			side = "Response"
		}
		return title("Making a Box") + section("URI", "POST /v1/box") + section(side, tableText("**Table 2** "+side+" body parameters", typed, "box|Object|Box")+
			gridText("**Table 1** "+c[5], strings.Join(heads, "|"), strings.Join(row, "|")))
	}))
}

func TestDecisionsOnLimits(t *testing.T) {
	names := []choice{{"limit", "limit"}, {"id", "lid_id"}, {"ids", "ids"}, {"plain id", "id"}, {"many ids", "lid_ids"}, {"camel", "lidId"}, {"header", "x-lid"}, {"lids", "lids"}}
	types := []choice{{"String", "String"}, {"Integer", "Integer"}, {"strings", "Array of strings"}, {"integers", "Array of integers"}, {"Number", "Double"}, {"Boolean", "Boolean"}, {"none", ""}}
	texts := []choice{
		{"range", "The value ranges from 1 to 1,000."}, {"minimum", "Minimum: 3~~Maximum: 9"}, {"length", "It can contain 1 to 64 characters."}, {"bytes", "The length is 1 to 255 bytes."}, {"more than", "The value must be greater than 3."}, {"items", "A maximum of 20 lids can be given."},
		{"default", "The default value is 5."}, {"default with unit", "The default value is 5 seconds."}, {"default number", "The default value is 1,024."}, {"values", "The value can be **oak** or **pine**."}, {"list of values", "Possible values:~~-  **1**: oak~-  **2**: pine"}, {"true and false", "-  **true**: open~-  **false**: shut"},
		{"example", "For example, **limit=5&limit=7**."}, {"header example", "Example: x-lid: private"}, {"own header example", "For example, **x-lid: private**."}, {"always", "The value is always **oak**."}, {"fixed", "The value is fixed to **oak**."}, {"pattern", "The value must match the regular expression ^[a-z]+$."}, {"odd pattern", "The value must match the regular expression ^(?<=a)b$."}, {"unique", "The values must be unique."}, {"null", "The value can be null."},
		{"deprecated", "This parameter is deprecated."}, {"read only", "This parameter is read-only."}, {"when", "This parameter is mandatory when the box is open."}, {"each", "Each lid can contain 1 to 64 characters."}, {"bold list", "Lid:~~-  **oak**: heavy~-  **pine**: light"}, {"lids in all", "A box can have a maximum of 9 lids."}, {"unit", "Unit: GB. The default value is 5 GB."}, {"less than", "The value must be less than 9."}, {"digits", "Only letters, digits, and underscores (_) are allowed."}, {"meanings", "Not used. Enter **oak** (hard) or **pine** (soft)."}, {"odd items", "Kind:~~-  **oak**: hard~-  It may be soft.~-  **pine**: soft~-  **elm**: When **a** is 1, it must be **b**."},
	}
	places := []choice{{"query", "Query Parameters"}, {"header", "Request header parameters"}, {"body", "Request body parameters"}, {"response", "Response body parameters"}}
	more := []choice{{"none", ""}, {"range", "Value Range|1-9"}, {"range in words", "Value Range|oak, pine"}, {"default", "Default Value|7"}, {"example", "Example Value|1,234"}, {"empty", "Default Value|-"}, {"constraint", "Constraint|Length: 1-36"}}
	decisions(t, "limits", [][]choice{types, texts, names, places, more}, single(func(c []string) string {
		head, row := "Parameter|Mandatory", c[2]+"|No"
		if c[0] != "" {
			head, row = head+"|Type", row+"|"+c[0]
		}
		head, row = head+"|Description", row+"|"+c[1]
		if column, cell, ok := strings.Cut(c[4], "|"); ok {
			head, row = head+"|"+column, row+"|"+cell
		}
		side := "Request"
		if strings.HasPrefix(c[3], "Response") {
			side = "Response"
		}
		return title("Making a Box") + section("URI", "POST /v1/box") + section(side, gridText("**Table 1** "+c[3], head, row))
	}))
}

// TestDecisionsOnCells: a cell may hold more than a paragraph.
func TestDecisionsOnCells(t *testing.T) {
	cells := []choice{
		{"list", "Lid of~~-  oak~-  pine~~   from hills"}, {"empty items", "-  oak~-"}, {"definition", "oak~   See :ref:`oak <tl>`.~pine~   Light"}, {"quote", "Lid~~   Only of oak"}, {"note", ".. note::~~   Only of oak"}, {"code", "Lid~~.. code-block::~~   oak~   pine"},
		{"table", "Lid~~== ====~A  oak~B  pine~== ===="}, {"image", ".. image:: lid.png~~Lid"}, {"nested list", "-  oak~~   -  old~   -  young"}, {"reference in list", "-  See :ref:`lid <tl>`."}, {"two paragraphs", "Lid of~~oak"}, {"other", ".. container::~~   Of oak"},
	}
	columns := []choice{{"description", "lid|Object|%"}, {"type", "lid|%|Lid"}, {"name", "%|String|Lid"}}
	decisions(t, "cells", [][]choice{cells, columns}, single(func(c []string) string {
		return title("Showing a Box") + section("URI", "GET /v1/box") + section("Response",
			gridText("**Table 1** Response body parameters", typed, strings.ReplaceAll(c[1], "%", c[0]))+
				".. _tl:\n\n"+tableText("**Table 2** Parameter description of field **cover**", typed, "wood|String|Wood", "rim|Lid of oak|Rim"))
	}))
}

func TestDecisionsOnRequestLines(t *testing.T) {
	lines := []choice{
		{"plain", "GET /v1/box"}, {"whole URL", "GET https://{endpoint}/v1/{lid}/box"}, {"no slash", "GET v1/{lid}/box"}, {"placeholder", "GET {endpoint}/v1//box/"}, {"project", "GET {project_id}/box"}, {"spaces in braces", "GET /v1/{ lid }/{ rim id }/box"}, {"lower case", "get /v1/box."},
		{"bullet", "-  **GET** /v1/box, the box"}, {"sentence", "GET requests are idempotent"}, {"slash in words", "GET and/or that"}, {"version in words", "GET v for/by"}, {"quoted", "``GET /v1/box``"}, {"template", "GET /v1/box{?limit,marker}"}, {"query", "GET /v1/box?limit={limit}&wood=oak#top"}, {"host only", "GET https://box.example.com"},
		{"colon", "GET: /v1/box"}, {"code", codeText("GET /v1/{lid}/box")}, {"code in two lines", codeText("GET\n/v1/{lid}/box")}, {"with values", "GET /v1/{lid}/box\n\nGET /v1/17/box"}, {"two", "GET /v1/{lid}/box\n\nPOST /v1/{lid}/box"}, {"method alone", "GET"}, {"with version", codeText("GET /lid?max=9&acl HTTP/1.1\nHost: bucketname.x.example.com")}, {"in a definition", "GET /v1/box\n   The box"},
		{"two and code", "GET /v1/box\n\n" + codeText("GET /v1/box\n\nDELETE /v1/box")},
	}
	sections := []choice{{"URI", "URI"}, {"Function", "Function"}, {"Request", "Request"}, {"Example Request", "Example Request"}, {"Error Codes", "Error Codes"}, {"Related", "Related Documents"}, {"Odds", "Odds and Ends"}, {"Response", "Response"}}
	tables := []choice{{"fields", section("Response", tableText("**Table 1** Response body parameters", typed, "lid|String|Lid"))}, {"none", ""}, {"errors", tableText("Codes", "Error Code|Description", "L.1|Lost")}}
	decisions(t, "lines", [][]choice{lines, sections, tables}, single(func(c []string) string {
		return title("Showing a Box") + "Shows a box.\n\n" + section(c[1], c[0]) + c[2]
	}))
}

func TestDecisionsOnFunctions(t *testing.T) {
	texts := []choice{
		{"paragraphs", "Shows a box.\n\nAnd its lid."}, {"list", "-  Shows a box.\n-  And its lid."}, {"list of one", "-  Shows a box."}, {"named", "-  API name\n\n   ShowBox\n\n-  Function\n\n   Shows a box."}, {"definition", "API name\n   ShowBox\n\nFunction\n   Shows a box."}, {"title only", "**Function**"}, {"title and text", "**Function**\n\nShows a box."},
		{"line", "GET /v1/box\n\nShows a box."}, {"text and line", "Shows a box.\n\nGET /v1/box"}, {"text and section line", "Shows a box.\n\n**URI**\n\nOf oak."}, {"empty list", "-\n-"}, {"code", codeText("{}")}, {"none", ""},
	}
	places := []choice{{"section", "Function"}, {"above", ""}, {"two sections", "Both"}, {"other", "Constraints"}}
	decisions(t, "functions", [][]choice{texts, places}, single(func(c []string) string {
		page := title("Showing a Box")
		switch c[1] {
		case "":
			page += c[0] + "\n\n"
		case "Both":
			page += section("Function", "First.") + section("API Description", c[0])
		default:
			page += section(c[1], c[0])
		}
		return page + section("URI", "GET /v1/box")
	}))
}

func TestDecisionsOnErrors(t *testing.T) {
	codes := []choice{
		{"none", ""}, {"table", tableText("Codes", "Status Code|Error Code|Error Message", "404|L.1|Lost", "9|L.2|Odd", "||")}, {"without statuses", tableText("Codes", "Error Code|Description", "L.1|Lost")}, {"by caption", tableText("Error codes", "Number|Words", "L.1|Lost")},
	}
	printed := []choice{{"none", ""}, {"flat", codeText(`{"error_code": "L.1", "error_msg": "Lost"}`)}, {"nested", codeText(`{"error": {"code": "L.1"}}`)}, {"repaired", codeText(`{"error_code": "L.1",}`)}, {"empty", codeText("{}")}, {"odd names", codeText(`{"the code": 1}`)}, {"list", codeText(`[1]`)}, {"nested, then flat", codeText(`{"error": []}`) + codeText(`{"code": "L.1"}`)}}
	methods := []choice{{"GET", "GET"}, {"HEAD", "HEAD"}}
	ownErrors := []choice{
		{"none", ""}, {"status", section("Status Codes", tableText("T", "Status Code|Description", "404|Lost"))}, {"section", section("Error Codes", "See there.")},
		{"own body", section("Response", "**Status code: 404**\n\n"+tableText("**Table 3** Response body parameters", typed, "error_code|String|Code", "error_msg|String|Text"))}, {"other body", section("Response", "**Status code: 404**\n\n"+tableText("**Table 3** Response body parameters", typed, "error_code|Integer|Code", "lid|String|Lid"))},
		{"nested body", section("Response", "**Status code: 404**\n\n"+tableText("**Table 3** Response body parameters", typed, "error|Object|See Table 4")+tableText("**Table 4** error", typed, "code|String|Code"))}, {"printed", section("Example Response", "Status code: 409\n\n"+codeText(`{"error_code": "L.2", "error_msg": "No"}`))},
		{"printed, other", section("Example Response", "Status code: 409\n\n"+codeText(`{"why": "L.2", "what": "No"}`)+"Status code: 410\n\n"+codeText(`{"why": "L.2"}`))}, {"printed without status", section("Example Response", "or\n\n"+codeText(`{"error_code": "L.2", "error_msg": "No"}`)+"Abnormal response\n\n"+codeText(`{"why": "L.2"}`))},
	}
	others := []choice{{"alike", tableText("**Table 3** Response body parameters", typed, "error_code|String|Code", "error_msg|String|Text")}, {"different", tableText("**Table 3** Response body parameters", typed, "reason|String|Why")}, {"none", ""}}
	decisions(t, "errors", [][]choice{codes, printed, ownErrors, others, methods}, func(c []string) map[string]string {
		other := title("Showing a Lid") + section("URI", "GET /v1/lid")
		if c[3] != "" {
			other += section("Response", "**Status code: 400**\n\n"+c[3])
		}
		return map[string]string{
			"a.rst": title("Minding a Box") + section("URI", c[4]+" /v1/box") + c[2],
			"b.rst": other,
			"c.rst": title("Error Codes") + c[0] + c[1],
		}
	})
}

func TestDecisionsOnGuides(t *testing.T) {
	guides := []choice{
		{"call", "GET /v1/17/box"}, {"call of none", "GET /v1/17/lids"}, {"other method", "DELETE /v1/17/box"}, {"longer", "GET /v1/17/box/9"}, {"other service", "POST https://iam.example.com/v3/auth/tokens"}, {"other, then own", "POST /v3/auth/tokens\n\nGET /v1/17/box"}, {"empty segment", "GET /v1//box"}, {"parameters only", "GET /v1/8"}, {"template", "GET /v1/{project_id}/box"}, {"none", "Just words."},
	}
	sections := []choice{{"Hints", "Hints"}, {"Request", "Request URI"}, {"URI", "URI"}, {"Function", "Function"}, {"Example Request", "Example Request"}}
	places := []choice{{"text", ""}, {"code", "code"}, {"with fields", "fields"}, {"with header", "header"}}
	definitions := []choice{{"box", "GET /v1/{project_id}/box"}, {"parameters", "GET /v1/{lid}"}, {"fixed", "GET /v1/17/box"}}
	decisions(t, "guides", [][]choice{guides, sections, places, definitions}, func(c []string) map[string]string {
		text, more := c[0], ""
		switch c[2] {
		case "code":
			text = codeText(text)
		case "fields":
			more = section("Response", tableText("**Table 1** Response body parameters", typed, "lid|String|Lid"))
		case "header":
			more = section("Request Header", tableText("**Table 1** Request header", typed, "X-Lid|String|Lid"))
		}
		return map[string]string{
			"a/guide.rst": title("Calling") + section(c[1], text) + more,
			"b.rst":       title("Showing a Box") + section("URI", c[3]),
			"c.rst":       title("Change History") + "Nothing yet.\n",
		}
	})
}

// TestDecisionsAcrossPages: structures and labels of one page that another one means.
func TestDecisionsAcrossPages(t *testing.T) {
	types := []choice{{"named", "Lid"}, {"object", "Object"}, {"reference", ":ref:`Lid <tl>` object"}, {"list", "Array of Lid objects"}, {"map", "Map<String,Object>"}, {"plural", "Array of lids"}}
	texts := []choice{{"plain", "Lid"}, {"reference", "See :ref:`lid <tl>`."}, {"number", "See Table 2."}}
	own := []choice{{"none", ""}, {"of the name", tableText("**Table 2** Parameter description of field **Lid**", typed, "own|String|Own")}, {"of the field", tableText("**Table 2** Parameter description of field **cover**", typed, "mine|String|Mine")}, {"of the request", "request"}, {"two statuses", "statuses"}}
	others := []choice{{"near", "a/z.rst"}, {"far", "b/z.rst"}, {"both", "a/z.rst b/z.rst"}, {"near request", "a/z.rst!"}, {"far and near request", "a/z.rst! b/z.rst"}}
	decisions(t, "pages", [][]choice{types, texts, own, others}, func(c []string) map[string]string {
		page := title("Minding a Box") + section("URI", "POST /v1/box")
		body := tableText("**Table 1** Response body parameters", typed, "cover|"+c[0]+"|"+c[1])
		lid := func(row string) string {
			return tableText("**Table 2** Parameter description of field **Lid**", typed, row)
		}
		switch c[2] {
		case "request":
			page += section("Request", tableText("**Table 3** Request body parameters", typed, "lid|Lid|Lid")+lid("sent|String|Sent")) + section("Response", body)
		case "statuses":
			page += section("Response", "**Status code: 201**\n\n"+body+lid("made|String|Made")+"**Status code: 202**\n\n"+body+lid("taken|String|Taken"))
		default:
			page += section("Response", body+c[2])
		}
		set := map[string]string{"a/a.rst": page, "a/index.rst": title("Boxes") + ".. toctree::\n\n   z\n   a\n"}
		for name := range strings.FieldsSeq(c[3]) {
			side, method := "Response", "GET"
			if n, ok := strings.CutSuffix(name, "!"); ok {
				name, side, method = n, "Request", "POST"
			}
			set[name] = title("Showing "+name[:1]) + section("URI", method+" /v1/"+name[:1]) + section(side,
				tableText("**Table 1** "+side+" body parameters", typed, "lid|Lid|Lid")+".. _tl:\n\n"+lid(name[:1]+"wood|String|Wood"))
		}
		return set
	})
}
