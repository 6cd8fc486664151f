package extract

import (
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// A decision rests on several pieces of evidence, and each may be there or not. The tests
// below make pages that have one of several forms of each, so that any three forms meet on some
// page, and hold what comes out against testdata/decisions. Such a file has each line of a result
// once, with a tag, and names the lines of each page by their tags.

// choice is one value of an axis: its name in the golden file, and its text on the page.
type choice struct{ name, text string }

// decisions makes sets of pages and compares what comes out.
func decisions(t *testing.T, name string, axes [][]choice, pages func(text []string) map[string]string) {
	t.Helper()
	lines := make(map[string]string) // by tag
	var cases strings.Builder
	var sizes []int
	for _, axis := range axes {
		sizes = append(sizes, len(axis))
	}
	for _, pick := range golden.Combined(sizes, maxCombined) {
		var names, text, tags []string
		for i, n := range pick {
			names, text = append(names, axes[i][n].name), append(text, axes[i][n].text)
		}
		set := pages(text)
		for line := range strings.SplitSeq(extractPages(set).summary(set), "\n") {
			tag := tagOf(line)
			if other := lines[tag]; other != "" && other != line {
				t.Fatalf("%q and %q have one tag", line, other)
			}
			lines[tag] = line
			tags = append(tags, tag)
		}
		cases.WriteString(strings.Join(names, " | ") + ": " + strings.Join(tags, " ") + "\n")
	}
	var out strings.Builder
	for _, tag := range slices.SortedFunc(maps.Keys(lines), func(a, b string) int { return strings.Compare(lines[a], lines[b]) }) {
		out.WriteString(tag + " " + lines[tag] + "\n")
	}
	out.WriteString("\n" + cases.String())
	golden.Equal(t, "testdata/decisions/"+name+".txt", []byte(out.String()))
}

// tagOf is a short name of a line that does not depend on the lines beside it.
func tagOf(line string) string {
	h := fnv.New32a()
	h.Write([]byte(line))
	s := "0000" + strconv.FormatUint(uint64(h.Sum32()), 36)
	return s[len(s)-5:]
}

// maxCombined bounds the combinations of a test.
const maxCombined = 600

// single makes a set of one page.
func single(page func(text []string) string) func([]string) map[string]string {
	return func(text []string) map[string]string { return map[string]string{"a.rst": page(text)} }
}

func TestDecisionsOnTables(t *testing.T) {
	captions := []choice{
		{"header", "Request header parameters"}, {"query", "Query Parameters"}, {"path", "Path Parameters"},
		{"uri", "URI parameters"}, {"body", "Body parameters"}, {"request body", "Request body parameters"},
		{"request", "Request parameters"}, {"response", "Response body parameters"}, {"response header", "Response header parameters"},
		{"headers", "Header parameters"}, {"parameters", "Parameter description"}, {"normal", "Normal response"},
		{"abnormal", "Abnormal response"}, {"statuses", "Status codes"}, {"codes", "Error codes"}, {"none", ""},
		{"structure", "Data structure of the **lid** field"}, {"prices", "Prices"}, {"status 404", "Status code: 404"},
	}
	sections := []choice{
		{"URI", "URI"}, {"Request", "Request"}, {"Request Headers", "Request Headers"}, {"Response", "Response"},
		{"Response Headers", "Response Headers"}, {"Example Request", "Example Request"}, {"Example Response", "Example Response"},
		{"Status Codes", "Status Codes"}, {"Error Codes", "Error Codes"}, {"Odds", "Odds and Ends"}, {"Related", "Related Documents"},
	}
	rows := []choice{
		{"mandatory", mandatory + ";lid|No|String|Lid"}, {"typed", typed + ";lid|String|Lid"},
		{"described", "Parameter|Description;lid|Lid"}, {"named", "Name|Colour;lid|Oak"},
		{"status", "Status Code|Description;404|Lost"}, {"numbers", "Normal|Number;Normal|202"},
		{"error", "Status Code|Error Code|Error Message;404|L.1|Lost"}, {"unknown", "Wood|Price;oak|3"}, {"empty", typed},
	}
	decisions(t, "tables", [][]choice{rows, captions, sections}, single(func(c []string) string {
		return title("Minding a Box") + section("URI", "POST /v1/box") +
			section(c[2], tableText("**Table 1** "+c[1], strings.Split(c[0], ";")...))
	}))
}

func TestDecisionsOnIntroductions(t *testing.T) {
	long := strings.Repeat("This box has a lid of oak. ", 7)
	intros := []choice{
		{"none", ""}, {"header", "Request header:"}, {"numbered", "Table 4 Response parameters are listed below:"}, {"parameters", "Parameter description"},
		{"query", "Query parameters:"}, {"structure", "Parameters in the **lid** field"}, {"abnormal", "Abnormal response"},
		{"abnormal after much", long + "Abnormal response"}, {"status", "Status code: 404"}, {"bold", "**Response Parameters**"},
		{"bold in words", "The **Response Parameters**"}, {"or", "Or"}, {"for details", "For details about the **lid** field, see Table 1."},
		{"lead", "Data structure of the **lid** field\n\nThe lid is of oak."}, {"lead after much", "Data structure of the **lid** field " + long},
	}
	captions := []choice{{"parameters", "Parameter description"}, {"none", ""}, {"body", "Request body parameters"}, {"response", "Response parameters"}, {"odd", "Some Woods"}}
	decisions(t, "introductions", [][]choice{
		{{"no field", ""}, {"a field", tableText("**Table 8** Response parameters", typed, "lid|Object|Lid")}},
		captions, {{"Request", "Request"}, {"Response", "Response"}, {"Odds", "Odds and Ends"}}, intros,
	}, single(func(c []string) string {
		return title("Minding a Box") + section("URI", "POST /v1/box") + section("Response", c[0]) +
			section(c[2], c[3]+"\n\n"+tableText("**Table 1** "+c[1], mandatory, "wood|No|String|Wood")+
				tableText("**Table 2** Parameter description", mandatory, "size|No|Integer|Size"))
	}))
}

func TestDecisionsOnReferences(t *testing.T) {
	types := []choice{
		{"Object", "Object"}, {"list", "Array of objects"}, {"List", "Array"}, {"named", "lid"}, {"list of named", "List<Lid>"}, {"plural", "Array of lids"},
		{"reference", ":ref:`Lid <inner>` object"}, {"reference list", "Array of :ref:`Lid <inner>` objects"}, {"String", "String"},
		{"map", "Map<String,String>"}, {"map of objects", "Map<String,Object>"}, {"map of lists", "Map<String,List<String>>"}, {"unknown", "half a word"}, {"Plank", "Plank"}, {"empty", ""},
	}
	descriptions := []choice{
		{"plain", "Lids"}, {"reference", "See :ref:`there <inner>`."}, {"number", "For details, see Table 2."}, {"other number", "For details, see Table 1."},
		{"two references", "See :ref:`one <inner>` or :ref:`two <other>`."}, {"nowhere", "See :ref:`there <nowhere>`."},
	}
	captions := []choice{{"lid", "Parameter description of field **lid**"}, {"lids", "Data structure of the **lids** field"}, {"path", "**box.lids** parameter description"},
		{"plank", "Parameter description of field **plank**"}, {"odd", "Odd words"}}
	rows := []choice{{"fields", "wood|String|Wood;size|Integer|Size"}, {"pairs", "key|String|Key;value|String|Value"}, {"one", "wood|String|Wood"}}
	decisions(t, "references", [][]choice{rows, types, descriptions, captions}, single(func(c []string) string {
		return title("Showing a Box") + section("URI", "GET /v1/box") + section("Response Parameters",
			tableText("**Table 1** Response body parameters", typed, "lids|"+c[1]+"|"+c[2])+
				".. _inner:\n\n"+tableText("**Table 2** "+c[3], append([]string{typed}, strings.Split(c[0], ";")...)...)+
				".. _other:\n\n"+tableText("**Table 3** Parameter description of field **other**", mandatory, "wood|Yes|String|Wood", "rim|Yes|String|Rim", "the edge of it|Yes|String|Edge"))
	}))
}
