package extract

import (
	"strings"
	"testing"
)

// valueRows are the rows of a table with two columns, of n words.
func valueRows(n int) string {
	var rows []string
	for i := range n {
		rows = append(rows, "wood"+itoa(i)+"|Wood")
	}
	return strings.Join(rows, ";")
}

// TestDecisionsOnTablesOfValues: which tables list the values of a field, or the states of what it
// is in, and which fields take them.
func TestDecisionsOnTablesOfValues(t *testing.T) {
	fields := []choice{
		{"text", "wood|String|%"}, {"state", "status|String|%"}, {"integer", "wood|Integer|%"}, {"texts", "wood|Array of strings|%"}, {"object", "wood|Object|%"},
		{"truth", "wood|Boolean|%"}, {"state with values", "status|String|The value can be **oak** or **pine**. %"}, {"value", "wood|String|The value is always **oak**. %"}, {"list of states", "status|Array of strings|%"},
	}
	pointers := []choice{
		{"none", "Wood."}, {"number", "For details, see Table 3."}, {"reference", "See :ref:`Woods <woods>`."}, {"section", "See :ref:`Woods <all_woods>`."}, {"page", "See :ref:`Woods <page_woods>`."},
		{"two", "See :ref:`Woods <woods>` and :ref:`others <others>`."}, {"twice", "See :ref:`Woods <woods>` or :ref:`again <woods>`."}, {"nowhere", "See :ref:`Woods <nothing>`."}, {"line", "See :ref:`Woods <line_woods>`."},
	}
	tables := []choice{
		{"values", "Wood|Description;oak|Hard;pine|Soft"}, {"states", "Status|Description;oak|Hard;pine_2|Soft"}, {"one", "Status|Description;oak|Hard"}, {"twice", "Status|Description;oak|Hard;pine|Soft;oak|Hard"},
		{"words", "Status|Description;oak wood|Hard;pine|Soft"}, {"signs", "Status|Description;oak,|Hard;pine|Soft"}, {"empty", "Status|Description;oak|Hard;|Soft;pine|Soft"}, {"digits", "Status|Description;1|Hard;2|Soft"},
		{"types", "Status|Type|Description;oak|String|Hard;pine|String|Soft"}, {"no description", "Status|Price;oak|3;pine|2"}, {"description first", "Description|Status;Hard|oak;Soft|pine"}, {"codes", "Status Code|Description;oak|Hard;pine|Soft"},
		{"forty", "Wood|Description;" + valueRows(40)}, {"forty-one", "Wood|Description;" + valueRows(41)}, {"long", "Wood|Description;oak" + strings.Repeat("k", 62) + "|Hard;pine|Soft"}, {"longest", "Wood|Description;oak" + strings.Repeat("k", 61) + "|Hard;pine|Soft"},
		{"fields", "Parameter|Description;oak|Hard;pine|Soft"}, {"one column", "Status;oak;pine"},
	}
	places := []choice{{"response", "Response"}, {"request", "Request"}, {"structure", "Structure"}}
	where := []choice{{"own page", "own"}, {"other page", "other"}}
	decisions(t, "values", [][]choice{places, where, pointers, tables, fields}, func(c []string) map[string]string {
		woods := section("Woods", ".. _woods:\n\n"+rowsText("**Table 3** Woods", c[3]))
		more := ".. _all_woods:\n\n" + woods + ".. _others:\n\n" + section("Others", rowsText("**Table 4** Other Woods", "State|Description;elm|Hard;ash|Soft")+".. _line_woods:\n\nWoods of all kinds.")
		row := strings.Replace(c[4], "%", c[2], 1)
		side, text := c[0], typed+";id|String|Id;"+row
		if side == "Structure" {
			side = "Response"
			text = typed + ";jar|Object|See Table 2."
		}
		text = rowsText("**Table 1** "+side+" body parameters", text)
		if c[0] == "Structure" {
			text += rowsText("**Table 2** Parameter description of field **jar**", typed+";"+row)
		}
		page := title("Minding a Jar") + section("URI", "POST /v1/jar") + section(side, text)
		if c[1] == "own" {
			return map[string]string{"a.rst": ".. _page_woods:\n\n" + page + more}
		}
		return map[string]string{"a.rst": page, "b.rst": ".. _page_woods:\n\n" + title("All Woods") + "Of oak and pine.\n\n" + more}
	})
}

// TestDecisionsOnVersions: what pages say of the version that a request asks for.
func TestDecisionsOnVersions(t *testing.T) {
	first := []choice{
		{"none", ""}, {"needed", "You are required to use the HTTP header X-Boat-API-Version: 2.26."}, {"needed, lowest", "This API exists only when X-Boat-API-Version is greater than or equal to 2.9."},
		{"example", "For example, X-Boat-API-Version: 2.4 asks for an old one."}, {"no header", "When using this API, ensure that the microversion is 2.6 or later."}, {"no version", "You must use the header X-Boat-API-Version."},
	}
	second := []choice{
		{"none", ""}, {"example", "For example, X-Boat-API-Version: 2.6."}, {"another version", "Set X-Boat-API-Version: 2.7 to see more."}, {"another header", "You must use the header X-Ship-API-Version: 3.1."},
		{"needed without header", "You are required to use version 2.4 or later."},
	}
	rows := []choice{
		{"none", ""}, {"plain", "X-Boat-API-Version|No|String|Version"}, {"mandatory", "X-Boat-API-Version|Yes|String|The version, at least 2.3"}, {"mandatory, exact", "X-Boat-API-Version|Yes|String|The API version, X-Boat-API-Version: 2.3"},
		{"optional, exact", "X-Boat-API-Version|No|String|The API version, X-Boat-API-Version: 2.3"}, {"values", "x-boat-api-version|Yes|String|The value can be **2.1** or **2.2**."}, {"value", "X-Boat-API-Version|No|String|The value is fixed to **2.1**."}, {"another", "X-Lid|Yes|String|The API version is 2.3 or later."},
	}
	sections := []choice{{"Function", "Function"}, {"Constraints", "Constraints"}, {"Request", "Request"}}
	decisions(t, "versions", [][]choice{first, second, rows, sections}, single(func(c []string) string {
		page := title("Showing a Boat") + section(c[3], c[0]+"\n\n"+c[1]) + section("URI", "GET /v1/boat")
		if c[2] != "" {
			page += section("Request Headers", rowsText("**Table 1** Request header parameters", mandatory+";"+c[2]))
		}
		return page
	}))
}

// TestDecisionsOnColumns: what columns under heads of unknown words hold.
func TestDecisionsOnColumns(t *testing.T) {
	first := []choice{{"known", "Parameter"}, {"unknown", "Wood"}, {"empty", ""}, {"type", "Type"}}
	second := []choice{{"type", "Type|String"}, {"types", "Kind of it|String"}, {"odd types", "Kind of it|Half"}, {"mandatory", "Mandatory|Yes"}, {"needs", "Must it|Yes"}, {"optional", "Optional|Yes"}, {"nothing", "Kind of it|-"}}
	third := []choice{{"none", ""}, {"types", "Sort|Integer"}, {"needs", "Given|No"}, {"sentences", "Remarks of us|The lid of a jar"}, {"words", "Remarks of us|A lid"}, {"description", "Description|The lid of a jar"}, {"values", "Before|oak"}, {"status", "Status Code|200"}}
	names := []choice{{"names", "lid;rim"}, {"phrases", "the lid;a rim"}, {"one phrase", "lid;the rim"}, {"empty", ";"}, {"dash", "lid;-"}, {"statuses", "200;404"}}
	sections := []choice{{"Request", "Request|Parameter description"}, {"Odds", "Odds and Ends|Woods"}, {"Status", "Status Codes|Statuses"}, {"captioned", "Odds and Ends|Status codes"}, {"errors", "Request|Error codes"}, {"URI", "URI|Woods"}}
	decisions(t, "columns", [][]choice{sections, names, first, second, third}, single(func(c []string) string {
		at, caption, _ := strings.Cut(c[0], "|")
		head, row := c[2], ""
		for _, column := range c[3:] {
			if h, cell, ok := strings.Cut(column, "|"); ok {
				head, row = head+"|"+h, row+"|"+cell
			}
		}
		var rows []string
		for name := range strings.SplitSeq(c[1], ";") {
			rows = append(rows, name+row)
		}
		return title("Making a Jar") + section("URI", "POST /v1/jar") + section(at, gridText("**Table 1** "+caption, append([]string{head}, rows...)...))
	}))
}
