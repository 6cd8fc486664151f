package extract

import (
	"strings"
	"testing"
)

// TestDecisionsOnNestedRows: rows that tell by marks or by paths of which others they are members.
func TestDecisionsOnNestedRows(t *testing.T) {
	rows := []choice{
		{"marks", "tool|Object;> size|Integer;> grip|Object;>> wood|String;lid|String"}, {"a mark of none", "> size|Integer;tool|Object"}, {"marks of a text", "tool|String;> size|Integer"}, {"too deep", "tool|Object;>> size|Integer"},
		{"paths", "tool|Object;tool.size|Integer;tool.grip|Object;tool.grip.wood|String"}, {"path before its object", "tool.size|Integer;tool|Object"}, {"path of none", "lid|String;tool.size|Integer"}, {"path of a text", "tool|String;tool.size|Integer"},
		{"path of a list", "tool|Array of objects;tool[].size|Integer;tool[0].rim|String"}, {"path of a map", "tool|Map<String,String>;tool.size|Integer"}, {"twice", "tool|Object;tool.size|Integer;tool.size|String"}, {"objects twice", "tool|Object;tool|Object;tool.size|Integer"}, {"marked object twice", "tool|Object;> grip|Object;> grip|Object;>> wood|String"}, {"path twice", "tool|Object;tool.grip|Object;tool.grip|Object;tool.grip.wood|String"},
		{"any", "tool|Object;{key}|String;tool.size|Integer"}, {"mark after a path", "tool|Object;tool.grip|Object;> wood|String"}, {"two objects", "tool|Object;> size|Integer;> rim|String;lid|Object;> size|String"},
	}
	printed := []choice{{"none", ""}, {"nested", `{"tool": {"size": 1, "grip": {"wood": "oak"}}, "lid": "a"}`}, {"dotted", `{"tool": {}, "tool.size": 1}`}, {"flat", `{"tool": "a", "size": 1}`}, {"XML", "<Tool><size>1</size></Tool>"}}
	captions := []choice{{"response", "Response body parameters"}, {"structure", "Parameter description of field **box**"}, {"request", "Request body parameters"}, {"query", "Query parameters"}}
	structures := []choice{{"none", ""}, {"path", rowsText("**Table 3** Parameters in **box.tool**", typed+";knob|String|Knob")}, {"tool", rowsText("**Table 3** Parameter description of field **tool**", typed+";knob|String|Knob")}}
	decisions(t, "nested", [][]choice{captions, structures, printed, rows}, single(func(c []string) string {
		side := "Response"
		if strings.HasPrefix(c[0], "Request") || strings.HasPrefix(c[0], "Query") {
			side = "Request"
		}
		var list []string
		for row := range strings.SplitSeq(c[3], ";") {
			list = append(list, row+"|Part")
		}
		text := tableText("**Table 1** "+c[0], append([]string{typed}, list...)...) + c[1]
		if strings.HasPrefix(c[0], "Parameter") {
			text = rowsText("**Table 2** Response body parameters", typed+";box|Object|Box") + text
		}
		return title("Making a Box") + section("URI", "POST /v1/box") + section(side, text) + section("Example "+side, codeText(c[2]))
	}))
}

// TestDecisionsOnPathsOfCaptions: captions that tell with a path whose members a table lists.
func TestDecisionsOnPathsOfCaptions(t *testing.T) {
	captions := []choice{{"path", "Parameters in **case.jars**"}, {"deep path", "Parameters in **shelf.case.jars**"}, {"name", "Parameters in **jars**"}, {"other", "Parameters in **case.lids**"}}
	bodies := []choice{
		{"one row", "case|Object|See Table 2;name|String|Name"}, {"two rows", "case|Object|See Table 2;jars|Object|Jars"}, {"text", "case|Object|See Table 2;lids|Object|Lids"}, {"none", "name|String|Name"},
	}
	inner := []choice{{"object", "jars|Object|Jars"}, {"list", "jars|Array of objects|Jars"}, {"text", "jars|String|Jars"}, {"map", "jars|Map<String,Object>|Jars"}, {"odd list", "jars|Array|Jars"}}
	sides := []choice{{"response", "Response"}, {"request", "Request"}}
	decisions(t, "paths", [][]choice{sides, captions, bodies, inner}, single(func(c []string) string {
		return title("Making a Box") + section("URI", "POST /v1/box") + section(c[0], rowsText("**Table 1** "+c[0]+" body parameters", typed+";"+c[2])+
			rowsText("**Table 2** Parameters in **case**", typed+";"+c[3])+rowsText("**Table 3** "+c[1], typed+";id|String|Id;lid|String|Lid"))
	}))
}

// TestDecisionsOnChapters: pages whose sections each describe a call.
func TestDecisionsOnChapters(t *testing.T) {
	table := tableText("**Table 1** Request body parameters", mandatory, "lid|Yes|Object|Lid")
	below := func(heading, text string) string {
		return heading + "\n" + strings.Repeat("^", len(heading)) + "\n\n" + text + "\n\n"
	}
	calls := []choice{
		{"line and table", "POST /v1/labels\n\n" + table}, {"line", "POST /v1/labels"}, {"line in a list", "-  POST /v1/labels\n\n" + table}, {"line in a quote", "Add:\n\n   POST /v1/labels\n\n" + table},
		{"line in code", codeText("POST /v1/labels") + table}, {"in sections", below("URI", "POST /v1/labels") + below("Request", table)}, {"line in examples", below("Examples", "POST /v1/labels") + table}, {"line of errors", below("Error Codes", "POST /v1/labels") + table},
		{"table", table}, {"words", "Add one."}, {"text after the line", "POST /v1/labels\n\nAdds it.\n\n" + table},
	}
	others := []choice{{"line and table", "DELETE /v1/labels/{label}\n\n" + tableText("**Table 2** Path parameters", mandatory, "label|Yes|String|Label")}, {"line", "DELETE /v1/labels/{label}"}, {"words", "Delete one."}, {"sections", below("URI", "DELETE /v1/labels/{label}") + below("Response", tableText("**Table 2** Response parameters", typed, "gone|Boolean|Gone"))}}
	beside := []choice{{"none", ""}, {"URI", section("URI", "GET /v1/crates")}, {"Request", section("Request", "See below.")}, {"Response", section("Response", tableText("**Table 4** Response parameters", typed, "id|String|Id"))}, {"Errors", section("Error Codes", "See there.")}, {"odd", section("More of It", tableText("**Table 5** Parameter description of field **lid**", typed, "odd|String|Odd"))}, {"notes", section("Notes", tableText("**Table 5** Parameter description of field **lid**", typed, "note|String|Note"))}, {"intro", "Labels of crates.\n\n"}}
	frames := []choice{{"chapter", "chapter"}, {"no title", "none"}, {"two chapters", "two"}}
	decisions(t, "chapters", [][]choice{frames, beside, others, calls}, func(c []string) map[string]string {
		text := c[1] + section("Adding a Label", c[3]) + section("Deleting a Label", c[2])
		switch c[0] {
		case "chapter":
			text = title("Labels of a Crate") + text
		case "two":
			text = title("Labels of a Crate") + text + title("Lids of a Crate") + section("Adding a Lid", "POST /v1/lids\n\n"+table) + section("Deleting a Lid", "DELETE /v1/lids")
		}
		return map[string]string{"a.rst": text, "b.rst": title("Showing a Crate") + section("URI", "GET /v1/crates/{crate}")}
	})
}

// TestDecisionsOnCases: tables that describe one structure for several cases.
func TestDecisionsOnCases(t *testing.T) {
	first := []choice{{"lid", "**lid** field description"}, {"case", "**lid** field description (of a jar)"}, {"other", "**rim** field description"}}
	second := []choice{{"same", "**lid** field description"}, {"case", "**lid** field description (of a tub)"}, {"capital", "**Lid** field description (of a tub)"}, {"path", "**box.lid** field description (of a tub)"}}
	needs := []choice{{"both", "Yes Yes"}, {"first", "Yes No"}, {"second", "No Yes"}, {"neither", "No No"}}
	pointers := []choice{
		{"name", "lid|No|Object|Lid"}, {"type", "lid|No|lid|Lid"}, {"reference", "lid|No|Object|See :ref:`jars <one>`."}, {"references", "lid|No|Object|For jars see :ref:`Table 2 <one>`, for tubs :ref:`Table 3 <two>`."},
		{"the second", "lid|No|Object|See :ref:`tubs <two>`."}, {"number", "lid|No|Object|See Table 3."}, {"text", "lid|No|String|See :ref:`tubs <two>`."}, {"none", "rim|No|String|Rim"}, {"list", "lid|No|Array of objects|See :ref:`jars <one>` and :ref:`tubs <two>`."},
	}
	sides := []choice{{"request", "Request Request"}, {"apart", "Request Response"}, {"response", "Response Response"}, {"statuses", "Response Status"}}
	decisions(t, "cases", [][]choice{sides, needs, first, second, pointers}, single(func(c []string) string {
		need := strings.Fields(c[1])
		at := strings.Fields(c[0])
		one := rowsText("**Table 1** "+at[0]+" body parameters", mandatory+";"+c[4]) +
			".. _one:\n\n" + tableText("**Table 2** "+c[2], mandatory, "wood|"+need[0]+"|String|Wood", "size|Yes|Integer|Size")
		two := ".. _two:\n\n" + tableText("**Table 3** "+c[3], mandatory, "wood|"+need[1]+"|String|Wood", "rim|"+need[1]+"|Integer|Rim")
		page := title("Making a Box") + section("URI", "POST /v1/box")
		switch at[1] {
		case at[0]:
			return page + section(at[0], one+two)
		case "Status":
			return page + section("Response", "**Status code: 200**\n\n"+one+"**Status code: 404**\n\n"+two)
		}
		return page + section(at[0], one) + section(at[1], rowsText("**Table 4** Response body parameters", typed+";lid|Object|Lid")+two)
	}))
}

// TestDecisionsOnCopiedReferences: references of a page that was made of another one.
func TestDecisionsOnCopiedReferences(t *testing.T) {
	texts := []choice{
		{"number", "See :ref:`Table 2 <box_0001__table2>`."}, {"name and number", "For details about lids, see :ref:`Table 2 <box_0001__table2>`."}, {"other number", "For details about lids, see :ref:`Table 3 <box_0001__table2>`."}, {"name", "See :ref:`lids <box_0001__table2>`."},
		{"own label", "For details about lids, see :ref:`Table 2 <box_0002__table2>`."}, {"label of a name", "See :ref:`Rims <box_0001__rims>`."}, {"label of another name", "See :ref:`rims <box_0001__rims>`."}, {"nothing", "For details about lids, see :ref:`Table 2 <nowhere__table9>`."},
	}
	types := []choice{{"object", "Object"}, {"list", "Array of objects"}, {"text", "String"}, {"reference", ":ref:`rims <box_0001__rims>` object"}, {"capital reference", ":ref:`Rims <box_0001__rims>` object"}}
	own := []choice{
		{"none", ""}, {"labelled", ".. _box_0002__table2:\n\n" + rowsText("**Table 2** Parameter description of field **lids**", typed+";own|String|Own")}, {"numbered", rowsText("**Table 2** Parameter description of field **lids**", typed+";own|String|Own")},
		{"other name", rowsText("**Table 2** Parameter description of field **covers**", typed+";own|String|Own")}, {"two", ".. _box_0002__rims:\n\n" + rowsText("**Table 2** Rims", typed+";big|String|Big") + rowsText("**Table 3** rims", typed+";small|String|Small")},
		{"of the field", rowsText("**Table 5** Parameter description of field **part**", typed+";part|String|Part")}, {"status", "**Status code: 404**\n\n" + rowsText("**Table 2** Parameter description of field **lids**", typed+";lost|String|Lost")},
	}
	decisions(t, "copied", [][]choice{types, own, texts}, func(c []string) map[string]string {
		return map[string]string{
			"a/box_0001.rst": title("Showing a Box") + section("URI", "GET /v1/box") + section("Response", rowsText("**Table 1** Response body parameters", typed+";lids|Object|See :ref:`Table 2 <box_0001__table2>`.;rims|Rims|Rims")+
				".. _box_0001__table2:\n\n"+rowsText("**Table 2** Parameter description of field **lids**", typed+";other|String|Other")+".. _box_0001__rims:\n\n"+rowsText("**Table 3** Rims", typed+";wide|String|Wide")),
			"a/box_0002.rst": title("Showing a Tub") + section("URI", "GET /v1/tub") + section("Response", rowsText("**Table 1** Response body parameters", typed+";part|"+c[0]+"|"+c[2])+c[1]),
		}
	})
}

// TestDecisionsOnSubNames: tables with a column for the names of members beside that of names.
func TestDecisionsOnSubNames(t *testing.T) {
	heads := []choice{{"sub", "Parameter|Sub-parameter|Type|Description"}, {"without types", "Parameter|Sub-parameter|Description"}, {"other", "Parameter|Before|Type|Description"}}
	first := []choice{{"object", "tool||Object|Tool"}, {"list", "tool||Array of objects|Tools"}, {"text", "tool||String|Tool"}, {"dash", "tool|-|Object|Tool"}, {"member at once", "tool|knob|Object|Tool"}}
	second := []choice{{"member", "|size|Integer|Size"}, {"both", "tool|size|Integer|Size"}, {"top", "lid||Integer|Lid"}, {"dash", "-|size|Integer|Size"}, {"neither", "||Integer|Nothing"}, {"odd", "|the size|Integer|Size"}}
	third := []choice{{"none", ""}, {"member", "|rim|String|Rim"}, {"twice", "|size|String|Size"}, {"object", "|grip|Object|Grip"}}
	decisions(t, "subnames", [][]choice{heads, third, first, second}, single(func(c []string) string {
		rows := []string{c[0], c[2], c[3]}
		if c[1] != "" {
			rows = append(rows, c[1])
		}
		if strings.Count(c[0], "|") == 2 {
			for i, row := range rows[1:] {
				cells := strings.Split(row, "|")
				rows[i+1] = cells[0] + "|" + cells[1] + "|" + cells[3]
			}
		}
		return title("Making a Box") + section("URI", "POST /v1/box") + section("Request", gridText("**Table 1** Request body parameters", rows...))
	}))
}
