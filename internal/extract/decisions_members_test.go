package extract

import (
	"strings"
	"testing"
)

// TestDecisionsOnNamesOfMembers: names of two members, names with slashes and odd names among rows that nest.
func TestDecisionsOnNamesOfMembers(t *testing.T) {
	rows := []choice{
		{"two names", "tool, pot|Object|T;> size|Integer|S;tool.rim|String|R"},
		{"two names inside", "tool|Object|T;> size, rim|Object|S;>> edge|String|E"},
		{"a key that callers choose", "tool|Object|T;{key}|String|K;> size|Integer|S;tool.rim|String|R"},
		{"another table", "tool|Object|See Table 2;tool.size|Integer|S"},
		{"an odd name", "the tool of it|Object|T;> size|Integer|S"},
		{"slashes", "tool|Object|T;tool/size|Integer|S;tool/rim edge|String|E;pot/rim|String|R"},
		{"slashes in a list", "tool|Array|T;tool/size|Integer|S;lid|lid|L;lid/rim|String|R"},
		{"slashes in a text", "tool|String|T;tool/size|Integer|S"},
	}
	captions := []choice{{"response", "Response body parameters"}, {"request", "Request body parameters"}, {"structure", "Parameter description of field **box**"}, {"query", "Query parameters"}, {"header", "Request header parameters"}}
	printed := []choice{{"none", ""}, {"inside", `{"tool": {"size": 1, "rim": "a"}}`}, {"with dots", `{"tool.size": 1}`}, {"XML", "<Box>\n  <tool>\n    <size>1</size>\n  </tool>\n</Box>"}}
	decisions(t, "members", [][]choice{rows, captions, printed}, single(func(c []string) string {
		side := "Response"
		if strings.HasPrefix(c[1], "Q") || strings.Contains(c[1], "quest") {
			side = "Request"
		}
		page := title("Making a Box") + section("URI", "POST /v1/box") + section(side, rowsText("**Table 1** "+c[1], typed+";"+c[0])+
			rowsText("**Table 2** Parameter description", typed+";wood|String|Wood"))
		if c[2] != "" {
			page += section("Example "+side, codeText(c[2]))
		}
		return page
	}))
}

// TestDecisionsOnNamesInCaptions: captions that tell which fields their tables describe, beside rows that may mean them.
func TestDecisionsOnNamesInCaptions(t *testing.T) {
	captions := []choice{{"path", "**box.tool** parameter description"}, {"name", "**tool** parameter description"}, {"two names", "Description of the **tool** and **pot** fields"}, {"a marked word", "Description of the **tool** field (**Tool set** only)"}, {"a name again", "Description of the **tool** and **Tool** fields"}, {"not marked", "Description of the tool and **pot** fields"}}
	rows := []choice{{"one", "tool|Object|T"}, {"two", "tool|Object|T;pot|Object|P"}, {"twice", "tool|Object|T;sub|Object|See Table 4"}, {"a map", "tool|Map<String,Object>|T"}, {"a list", "tool|Array|T"}, {"a text", "tool|String|T"}, {"its own", "pot|Object|P"}, {"numbered", "tool|Object|See Table 2"}, {"a numbered text", "tool|String|See Table 2"}, {"numbered without a type", "tool|half a word|See Table 2"}}
	sides := []choice{{"same", "Response"}, {"other", "Request"}, {"odd", "Odds and Ends"}}
	heads := []choice{{"typed", typed}, {"type first", "Type|Parameter|Description"}, {"description first", "Description|Parameter|Type"}, {"untyped", "Parameter|Description"}}
	decisions(t, "captionnames", [][]choice{rows, captions, sides, heads}, single(func(c []string) string {
		var list []string
		for _, row := range append([]string{typed}, strings.Split(c[0], ";")...) {
			cells := strings.Split(row, "|")
			switch c[3] {
			case "Type|Parameter|Description":
				cells = []string{cells[1], cells[0], cells[2]}
			case "Description|Parameter|Type":
				cells = []string{cells[2], cells[0], cells[1]}
			case "Parameter|Description":
				cells = []string{cells[0], cells[2]}
			}
			list = append(list, strings.Join(cells, "|"))
		}
		return title("Making a Box") + section("URI", "POST /v1/box") +
			section("Response", tableText("**Table 1** Response body parameters", list...)+rowsText("**Table 4** Parameter description of field **sub**", typed+";tool|Object|Inner")) +
			section(c[2], rowsText("**Table 2** "+c[1], typed+";wood|String|Wood;tool|Object|Its own;size|Integer|Size"))
	}))
}

// TestDecisionsOnPairs: tables that may explain the keys and values of a map.
func TestDecisionsOnPairs(t *testing.T) {
	types := []choice{{"object", "Object"}, {"map", "Map<String,String>"}, {"map of lists", "Map<String,List<String>>"}, {"map of objects", "Map<String,Object>"}, {"list", "Array of objects"}, {"map in a list", "Array of Map<String,String>"}}
	pairs := []choice{
		{"pair", "key|String|Key;value|Integer|Value"}, {"other value", "key|String|Key;wood|String|Wood"}, {"other key", "wood|String|Wood;value|String|Value"}, {"turned", "value|String|Value;key|String|Key"}, {"key alone", "key|String|Key"},
		{"three", "key|String|Key;value|String|Value;wood|String|Wood"}, {"any key", "{key}|String|Key;value|String|Value"}, {"an odd value", "key|String|Key;the value of it|String|Value"}, {"two fields", "wood|String|Wood;rim|String|Rim"}, {"a key and fields", "wood|String|Wood;{key}|String|Key;rim|String|Rim"},
	}
	printed := []choice{
		{"none", ""}, {"pair", `{"lids": {"key": "a", "value": "b"}}`}, {"own keys", `{"lids": {"oak": "b", "elm": "c"}}`}, {"empty", `{"lids": {}}`}, {"list", `{"lids": [{"oak": "b"}]}`},
		{"inside", `{"a": [{"lids": {"oak": 1}}]}`}, {"a key", `{"lids": {"key": 1}}`}, {"a value", `{"lids": {"value": 1}}`}, {"both forms", `{"a": {"lids": {"oak": 1}}, "b": {"lids": {"key": 1}}}`}, {"text", `{"lids": "oak"}`},
	}
	decisions(t, "pairs", [][]choice{types, pairs, printed}, single(func(c []string) string {
		page := title("Showing a Box") + section("URI", "GET /v1/box") +
			section("Response", tableText("**Table 1** Response body parameters", typed, "lids|"+c[0]+"|See Table 2")+rowsText("**Table 2** **lids** parameter description", typed+";"+c[1]))
		if c[2] != "" {
			page += section("Example Response", codeText(c[2]))
		}
		return page
	}))
}

// TestDecisionsOnHeads: tables whose first row may be their header, though it is not marked, and heads of unknown words.
func TestDecisionsOnHeads(t *testing.T) {
	heads := []choice{
		{"known", "Parameter|Type|Description"}, {"known need", "Parameter|Mandatory|Description"}, {"optional", "Parameter|Optional|Description"}, {"titles", "Zone|Type|Notes"}, {"titles and a description", "Zone|Price|Description"}, {"mandatory first", "Bucket|Mandatory|Bucket Name"},
		{"small letters", "zone|Type|Notes"}, {"small letters behind", "Zone|Type|notes"}, {"a sentence", "Zone|Type|The notes of it all"}, {"a colon", "Zone:|Type|Notes"}, {"three words", "Name of Zone|Type|Notes"}, {"last letter", "Zone|Type|Z"}, {"first letter", "A|Type|Notes"}, {"past the letters", "Zone|Type|[Notes]"}, {"digits", "Zone|Type|1st"},
		{"unknown", "Zone|Price|Notes"}, {"a field", "description|String|Description"}, {"empty", "Zone|Type|"},
	}
	rows := []choice{
		{"fields", "lid|String|The lid of the box;rim|Integer|The rim of the box"}, {"needs", "lid|Optional|The lid of the box;rim|Mandatory|The rim of the box"}, {"conditional", "lid|Conditional|The lid of the box"}, {"yes and no", "lid|Yes|The lid of the box;rim|No|The rim of the box"}, {"one", "lid|String|Lid"}, {"two words", "lid|String|Oak lid;rim|Integer|Oak rim"}, {"none", ""},
	}
	marks := []choice{{"marked", "="}, {"not marked", "-"}}
	captions := []choice{{"body", "Request body parameters"}, {"none", ""}, {"odd", "Some Woods"}}
	decisions(t, "heads", [][]choice{heads, rows, marks, captions}, single(func(c []string) string {
		list := []string{c[0]}
		if c[1] != "" {
			list = append(list, strings.Split(c[1], ";")...)
		}
		table := gridText("**Table 1** "+c[3], list...)
		if c[2] == "-" || c[1] == "" {
			table = strings.ReplaceAll(table, "=", "-")
		}
		return title("Making a Box") + section("URI", "POST /v1/box") + section("Request", table)
	}))
}
