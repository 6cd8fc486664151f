package dialect

import (
	"cmp"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// called puts texts together as decisions does, calls functions with them, and compares what they return.
func called(t *testing.T, name string, functions []string, axes ...[]string) {
	t.Helper()
	var out strings.Builder
	for _, text := range composed(axes) {
		out.WriteString(strings.ReplaceAll(text, "\n", "↵") + " →")
		for _, f := range functions {
			result, err := callExported(f + ": " + text)
			if err != nil {
				t.Fatal(err)
			}
			out.WriteString(" " + cmp.Or(result, "nothing"))
		}
		out.WriteString("\n")
	}
	golden.Equal(t, "testdata/decisions/"+name+".txt", []byte(out.String()))
}

func TestDecisionsOnTypeCells(t *testing.T) {
	called(t, "types", []string{"ParseType"},
		[]string{"%", "Array of %", "List<%>", "array[%]", "[%]", "Array(%)", "Map<String, %>", "map[string:%]", "Dict<%>", "Dict<String, %>", "%[]", "% array", "% list", "JSON %", "% data structure", "% object", "list of % objects", "Set of %", "Array %", "Map<%>"},
		[]string{"String", "strings", "Integer", "long integer", "Date", "date time", "lid", "Lid", "LidType", "Found", "§0", "§0 object", "Object", "objects", "JSON", "File", "Array of integers", "Map<String,String>", "lids", "data", "data structure", "half a lid", "Enum", "Enum(oak, pine)", "enum value", "ENUM<Enumeration>", "Enum[oak|1]", "Enum{oak", "", "Any"},
		[]string{"", "", "(64)", "[36]", "(0)", "(x)", " (§1)", " [1]", "/Integer", " or String", "|String", ". For details, see §1.", " object", " structure", " >"})
}

func TestDecisionsOnCaptions(t *testing.T) {
	called(t, "captions", []string{"ParseCaption", "SaysRequest"},
		[]string{"", "Request ", "Response ", "Normal ", "Abnormal ", "Status code: 404 ", "Error ", "**lid** ", "Lid ", "**box.lid** ", "404 Not Found ", "Common ", "Optional ", "Data structure of the ", "Parameters in "},
		[]string{"parameters", "body parameters", "header parameters", "headers", "query parameters", "path parameters", "parameter description", "field description", "fields", "response", "codes", "elements", "**rim** field", "data structure", "object", "status codes", "form parameters", "description", "**rim**", "values", ""},
		[]string{"", "", " description", " for making a lid", " (of oak)", " (mandatory)", ":", " of the **rim** field", " of **rim**", " in the response", " of the request", " when it is open", ", the lid", " in the URI", " of a lid object"})
}

func TestDecisionsOnCaseWords(t *testing.T) {
	called(t, "cases", []string{"CaseWords"},
		[]string{"", "Request ", "Oak ", "Parameters for "}, []string{"parameters", "lid parameters", "making a lid", "Parameter description"}, []string{"", " using oak", " (using oak)", " for oak", " of an oak lid", " of one two three four five six seven:", " (oak"}, []string{","},
		[]string{"", "Request ", "Pine ", "Parameters for "}, []string{"parameters", "lid parameters", "making a lid", "Parameter description"}, []string{"", " using pine", " (using pine)", " for pine", " of a pine lid", ":", " (pine)", " using oak"})
}

func TestDecisionsOnVersionSentences(t *testing.T) {
	called(t, "versions", []string{"ParseAPIVersion"},
		[]string{"", "You must use ", "You are required to use the header ", "For example, ", "This API exists only when ", "When using this API, ensure that ", "This API requires "},
		[]string{"X-Boat-API-Version: 2.26", "X-Boat-API-Version", "**X-Boat-API-Version: boat 2.6**", "the microversion", "version 2.9", "X-Boat-Version: 2.6", "X-Boat-API-Version:2.1", "API-Version: 3", "the lid"},
		[]string{"", " is greater than or equal to 2.9", " is at least 3", " 2.6 or later", " is 2.6 and above", " no earlier than 1.10.1", " or later", " is not earlier than boat", "\nor 2.7 or higher"}, []string{"", ".", " of the service."})
}

func TestDecisionsOnStatusLines(t *testing.T) {
	called(t, "statuses", []string{"ParseStatusLine", "IsStatusLabel", "IsAbnormal"},
		[]string{"", "Status code: ", "**Status code**: ", "-  ", "Normal: ", "Returned status code ", "HTTP status code ", "If it fails, ", "Abnormal response: ", "Normal response", "Error "},
		[]string{"200", "404", "99", "600", "**202**", "2O0", "200 OK", "404 Not Found", "201, 202", "200 to 204", "None", "", "1 lid", "200 lids"},
		[]string{"", ".", ": made", " (made)", " is returned.", " indicates that it is made", " or 404", "**", " response", ", the lid"})
}

func TestDecisionsOnNameCells(t *testing.T) {
	called(t, "namecells", []string{"Name", "NestedName", "NestedPath", "IsURLPart", "IsPageObject", "IsListName", "IsEmpty"},
		[]string{"", "> ", ">> ", "└─ ", "-", "[", "<", "{", "**", "tool.", "tool[0].", "."},
		[]string{"lid", "key", "[Array]", "additionalProperties", "links", "lid_links", "Endpoint", "items[]", "lid.size", "Array", "page_info", "name of it", "*", "None"},
		[]string{"", "]", ">", "}", ".", "[]", "[*].size", "[n].rim", "s", "**", " (list)"})
}

func TestDecisionsOnFlags(t *testing.T) {
	decisions(t, "flags", []string{"", "If **lid** is oak, ", "Color of the lid. ", "• ", "For jars, "},
		[]string{"this parameter %", "the field %", "it %", "the key %", "each element %", "keys in the tag list %", "the value %", "**depth** %", "%", "which %", "(% )"},
		[]string{"is deprecated", "has been discarded", "will be deprecated", "is read-only", "deprecated", "read only", "must be unique", "cannot be duplicate", "can be null", "is set to null", "is mandatory", "is required", "is mandatory when it is open", "cannot be left blank", "cannot be an empty string", "can be empty", "cannot be an empty list", "is reserved", "must be specified if it is open", "is used by default", "is optional"},
		[]string{"", ".", " in later versions.", " for lids.", ". Use another one.", " when it is shut.", ", and more.", ")"})
}

func TestDecisionsOnSubjects(t *testing.T) {
	decisions(t, "subjects", []string{"", "If **lid** is oak, ", "If this parameter is not specified, ", "When a lid is made, ", "Note: ", "Size of the jar, and ", "By default, ", "In this case, ", "Unless it is open, ", "Otherwise, "},
		[]string{"the", "its", "a", "each", "every", "all", "this", "their", "the total", "**depth** and the", "an ID and a"},
		[]string{" value", " name", " lid", " tag key", " length of it", " number of lids", " size of the lid", " values in the list", " ID", " jar that holds lids", " value of **depth**", " string", " quota", " IP address", " depth", " lids"},
		[]string{" ranges from 1 to 9", " can contain 1 to 9 characters", " must be **oak** or **pine**", " cannot exceed 64", " is **oak** by default", ", which is 1 to 9, holds", " can be 0, and it ranges from 2 to 9", " of which must be 1 to 9", " is 1 to 9"},
		[]string{"", ".", " if it is oak.", " unless it is oak.", ". If it is oak, it ranges from 20 to 30.", " for each lid.", ", depending on **lid**."})
}

func TestDecisionsOnSettings(t *testing.T) {
	decisions(t, "settings", []string{"Mode.\n", "The value can be:\n", "Mode. ", "Note:\n"},
		[]string{"• Set the value to %", "• Set it to %", "• If it is oak, set it to %", "• To open it, enter %", "• Enter %", "Set this parameter to %", "If this parameter is set to %", "Do not set it to %", "If it is not given, %", "When the value is set to %", "You are advised to set the value to %"},
		[]string{"**oak**", "**1**", "0", "oak", "**oak** or **pine**", "the lid", "\"oak\"", "**oak**, **pine**, or **elm**", "**lid_id**"},
		[]string{"", ".", " if it is hard.", ", all are listed.", " is used.", " to open it.", " for lids.", ", it is open."},
		[]string{"", "\n• Set the value to **pine** if it is soft.", "\n• **pine**: soft", " The value ranges from 1 to 9.", " If no, set it to **2**."})
}
