package extract

import (
	"strings"
	"testing"
)

// rowsText writes a table whose rows are given in one text, cut at ";".
func rowsText(caption, rows string) string {
	return tableText(caption, strings.Split(rows, ";")...)
}

func TestDecisionsOnForgottenStructures(t *testing.T) {
	structures := []choice{
		{"one", rowsText("**Table 5** **lid** parameter description", typed+";wood|String|Wood;size|Integer|Size;rim|String|Rim")},
		{"two", rowsText("**Table 5** **lid** parameter description", typed+";wood|String|Wood;size|Integer|Size") +
			rowsText("**Table 6** **rim** parameter description", typed+";wood|String|Wood;size|Integer|Size;edge|String|Edge")},
		{"of its own name", rowsText("**Table 5** **lid** parameter description", typed+";lid|Object|Lid;size|Integer|Size")},
		{"a path", rowsText("**Table 5** **box.lid** parameter description", typed+";wood|String|Wood;size|Integer|Size") +
			rowsText("**Table 6** **lid.rim** parameter description", typed+";edge|String|Edge;fold|Integer|Fold")},
		{"below a map", rowsText("**Table 5** **box** parameter description", typed+";{key}|Object|Anything") +
			rowsText("**Table 6** **box.key** parameter description", typed+";edge|String|Edge;fold|Integer|Fold")},
	}
	bodies := []choice{
		{"none", ""}, {"text", typed + ";id|String|Id"}, {"object", typed + ";id|String|Id;box|Object|Box"}, {"list", typed + ";id|String|Id;box|Array|Boxes"},
		{"scalar", typed + ";lid|String|Lid, see Table 5"}, {"map", typed + ";box|Map<String,Object>|Boxes"}, {"named", typed + ";box|box|Box"},
	}
	printed := []choice{
		{"none", ""}, {"member", `{"id": "a", "lid": {"wood": "oak"}}`}, {"members", `{"lid": [{"wood": "oak"}], "rim": [{"edge": "a"}]}`},
		{"rows", `{"wood": "oak", "size": 1}`}, {"one row of many", `{"wood": "oak", "a": 1, "b": 2, "c": 3}`}, {"nested", `{"box": {"wood": "oak", "size": 1, "edge": "x"}}`},
		{"nested list", `{"box": [{"wood": "oak", "size": 1}, {"lid": {"edge": "a", "fold": 2}}]}`}, {"deeper", `{"box": {"lid": {"wood": "oak", "size": 2, "a": 1}}}`},
		{"list of all", `[{"wood": "oak", "size": 1}]`}, {"one fits", `{"box": {"wood": "oak"}}`}, {"empty", `{}`}, {"torn", `{"box": {"wood"`}, {"text", `{"lid": "oak"}`},
	}
	sides := []choice{{"GET response", "GET Response"}, {"POST request", "POST Request"}, {"DELETE request", "DELETE Request"}}
	decisions(t, "forgotten", [][]choice{structures, sides, bodies, printed}, single(func(c []string) string {
		method, side, _ := strings.Cut(c[1], " ")
		page := title("Minding a Box") + section("URI", method+" /v1/box")
		text := c[0]
		if c[2] != "" {
			text = rowsText("**Table 1** "+side+" body parameters", c[2]) + text
		}
		page += section(side, text)
		if c[3] != "" {
			page += section("Example "+side, codeText(c[3]))
		}
		return page
	}))
}

func TestDecisionsOnSeveralTables(t *testing.T) {
	first := []choice{{"plain", "**Table 1** Request body parameters"}, {"oak", "**Table 1** Request body parameters for using oak"}}
	second := []choice{{"plain", "**Table 2** Request body parameters"}, {"pine", "**Table 2** Request body parameters for using pine"}, {"unnamed", "**Table 2** Parameters"}}
	rows := []choice{
		{"others", "age|Yes|Integer|Age;wood|No|String|Wood"}, {"same", "kind|Yes|String|Kind;age|Yes|Integer|Age"},
		{"same, optional", "kind|No|String|Kind;age|No|Integer|Age"}, {"nested", "age|Yes|Integer|Age;height|Yes|Integer|Height"},
	}
	printed := []choice{
		{"none", ""}, {"first", codeText(`{"kind": "oak", "config": {}}`)}, {"both", codeText(`{"kind": "oak", "age": 3}`)},
		{"each", codeText(`{"kind": "oak"}`) + codeText(`{"age": 3}`)}, {"inside", codeText(`{"kind": "oak", "config": {"age": 3, "height": 2}}`)},
		{"in a list", codeText(`{"kind": "oak", "config": [{"age": 3, "height": 2}]}`)}, {"another call", codeText("POST /v1/lids\n\n{\"age\": 3}")},
		{"own call", codeText("POST /v1/box\n\n{\"age\": 3}")}, {"elsewhere", codeText(`{"else": 1}`)},
	}
	sections := []choice{{"Request", "Request"}, {"Example Request", "Example Request"}}
	decisions(t, "several", [][]choice{sections, rows, first, second, printed}, single(func(c []string) string {
		return title("Making a Box") + section("URI", "POST /v1/box") +
			section("Request", tableText(c[2], mandatory, "kind|Yes|String|Kind", "config|No|Object|Settings")) +
			section(c[0], rowsText(c[3], mandatory+";"+c[1])) + section("Example Request", c[4])
	}))
}

func TestDecisionsOnFlatRows(t *testing.T) {
	rows := []choice{
		{"list", "id|String|Id;jars|Array|Jars;id|String|Id;lid|String|Lid;size|Integer|Size"},
		{"object", "id|String|Id;jars|Object|Jars;lid|String|Lid;id|String|Id;size|Integer|Size"},
		{"two objects", "id|String|Id;jars|Object|Jars;id|String|Id;tins|Array of objects|Tins;id|String|Id;lid|String|Lid"},
		{"nested", "id|String|Id;jars|Object|Jars;id|String|Id;lid|Object|Lid;id|String|Id;size|Integer|Size"},
		{"no object", "id|String|Id;jars|String|Jars;id|String|Id;lid|String|Lid"},
		{"object above the first", "jars|Object|Jars;id|String|Id;lid|String|Lid;id|String|Id"},
		{"not repeated", "id|String|Id;jars|Array|Jars;lid|String|Lid"},
		{"list of texts", "id|String|Id;jars|Array of strings|Jars;id|String|Id"},
	}
	printed := []choice{
		{"none", ""}, {"list", `{"id": 1, "jars": [{"id": 2, "lid": "a"}], "size": 3}`}, {"object", `{"id": 1, "jars": {"id": 2, "lid": "a", "size": 3}}`},
		{"two", `{"id": 1, "jars": {"id": 2}, "tins": [{"id": 3, "lid": "a"}]}`}, {"nested", `{"id": 1, "jars": {"id": 2, "lid": {"id": 3}}, "size": 1}`},
		{"not inside", `{"id": 1, "jars": {"size": 2}, "lid": 1}`}, {"all deeper", `[{"box": {"id": 1, "lid": 2, "jars": [{"id": 2}]}}]`},
	}
	captions := []choice{{"response", "Response body parameters"}, {"request", "Request body parameters"}, {"structure", "Parameter description of field **box**"}, {"query", "Query parameters"}}
	decisions(t, "flat", [][]choice{rows, captions, printed}, single(func(c []string) string {
		page := title("Making a Box") + section("URI", "POST /v1/box")
		side := "Response"
		if strings.Contains(c[1], "e") && !strings.HasPrefix(c[1], "Response") {
			side = "Request"
		}
		return page + section(side, rowsText("**Table 1** "+c[1], typed+";"+c[0])) + section("Example "+side, codeText(c[2]))
	}))
}

func TestDecisionsOnPlaces(t *testing.T) {
	lines := []choice{{"path", "/v1/{lid}/box"}, {"query", "/v1/box?lid={lid}"}, {"query of another name", "/v1/box?cover={lid}&wood=oak"}, {"both", "/v1/{lid}/box?lid={lid}"}, {"neither", "/v1/box"}}
	methods := []choice{{"GET", "GET"}, {"POST", "POST"}, {"DELETE", "DELETE"}, {"PATCH", "PATCH"}, {"two", "DELETE"}}
	rows := []choice{
		{"text", "lid|Yes|String|Lid"}, {"optional", "lid|No|String|Lid"}, {"object", "lid|Yes|Object|Lid"}, {"list of objects", "lid|No|Array of objects|Lids, see Table 2"},
		{"map", "lid|Yes|Map<String,String>|Lid"}, {"twice", "lid|Yes|String|Lid;lid|Yes|String|Lid"}, {"token", "X-Auth-Token|Yes|String|Token;Content-Type|No|String|Media"}, {"part of the URL", "Endpoint|Yes|String|Where;lid|Yes|String|Lid"},
		{"in query", "lid|No (query parameter)|String|Lid"}, {"in body", "lid|No (body parameter)|String|Lid"},
	}
	captions := []choice{{"path", "Path Parameters"}, {"query", "Query Parameters"}, {"uri", "URI parameters"}, {"header", "Request header parameters"}, {"body", "Request body parameters"}, {"request", "Request parameters"}, {"structure", "**jar** field description"}}
	decisions(t, "places", [][]choice{rows, methods, lines, captions}, single(func(c []string) string {
		uri := c[1] + " " + c[2]
		if strings.HasPrefix(c[2], "/v1/box?lid") {
			uri += "\n\nPOST /v1/boxes"
		}
		return title("Minding a Box") + section("URI", uri+"\n\n"+rowsText("**Table 1** "+c[3], mandatory+";"+c[0])) +
			section("Request", tableText("**Table 2** Query parameters", mandatory, "limit|No|Integer|How many", "how many of it|No|Integer|Odd")) +
			section("Example Request", codeText(`{"lid": {"wood": "oak"}}`))
	}))
}
