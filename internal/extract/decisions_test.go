package extract

import (
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
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
	for _, pick := range combined(axes) {
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

// combined gives combinations of choices, one of each axis, in which any three choices of
// different axes come together, as far as maxCombined allows. They are drawn, always the same.
func combined(axes [][]choice) [][]int {
	draw := rand.New(rand.NewPCG(1, 2))
	all := 0
	groups(axes, func(of ...int) {
		n := 1
		for _, i := range of {
			n *= len(axes[i])
		}
		all += n
	})
	seen := make(map[string]bool)
	var out [][]int
	for len(seen) < all && len(out) < maxCombined {
		var pick []int
		for _, axis := range axes {
			pick = append(pick, draw.IntN(len(axis)))
		}
		before := len(seen)
		groups(axes, func(of ...int) {
			var key []byte
			for _, i := range of {
				key = append(key, byte(i), byte(pick[i]))
			}
			seen[string(key)] = true
		})
		if len(seen) > before {
			out = append(out, pick)
		}
	}
	slices.SortFunc(out, slices.Compare[[]int])
	return out
}

// groups calls f with each three axes, and with each axis and the first.
func groups(axes [][]choice, f func(of ...int)) {
	for i := range axes {
		for j := range i {
			if j == 0 {
				f(i, j)
			}
			for k := range j {
				f(i, j, k)
			}
		}
	}
}

// single makes a set of one page.
func single(page func(text []string) string) func([]string) map[string]string {
	return func(text []string) map[string]string { return map[string]string{"a.rst": page(text)} }
}

// summary tells what came out: the operations, the findings with what stands at their places, and the counts.
func (e extracted) summary(pages map[string]string) string {
	var out []string
	at := func(o api.Origin) string { return string(o.How) + " " + there(pages, o.Page, o.Pos.Line, o.Pos.Col) }
	for _, op := range e.svc.Operations {
		out = append(out, operationText(op, at)...)
	}
	for _, c := range e.svc.ErrorCodes {
		out = append(out, fmt.Sprintf("error code %d %s %q", c.Status, c.Code, c.Message))
	}
	for _, f := range e.found {
		s := "! " + f.Rule + ": " + f.Message + " at " + there(pages, f.Page, f.Pos.Line, f.Pos.Col)
		for _, r := range f.Related {
			s += ", and " + there(pages, r.Page, r.Pos.Line, r.Pos.Col)
		}
		out = append(out, s)
	}
	for _, u := range e.svc.Unread {
		out = append(out, fmt.Sprintf("unread %s of %s: %q at %s", u.Form, u.Field, u.Text, there(pages, u.Page, u.Pos.Line, u.Pos.Col)))
	}
	s := e.stats
	if len(pages) > 1 {
		for _, p := range e.svc.Pages {
			out = append(out, strings.TrimRight(fmt.Sprintf("%s is %s %s", p.Path, p.Kind, strings.Join(p.Operations, " ")), " "))
		}
		out = append(out, fmt.Sprintf("%d pages: %d with lines, %d converted, %d without operation; %d operations, %d variants, %d tables",
			s.Pages, s.RequestLinePages, s.PagesConverted, s.PagesWithoutOp, s.Operations, s.Variants, s.Tables))
	}
	rows := fmt.Sprintf("%d rows: %d %d %d", s.Rows, s.RowsInSpec, s.RowsInFindings, s.RowsOther)
	if s.Blocks.All() > 0 {
		rows += fmt.Sprintf("; blocks %v; %d examples: %d %d", s.Blocks, s.Examples, s.ExamplesJSON, s.ExamplesRepaired)
	}
	out = append(out, rows)
	return strings.Join(out, "\n")
}

// there is the beginning of what stands at a place.
func there(pages map[string]string, page string, line, col int) string {
	lines := strings.Split(pages[page], "\n")
	if line < 1 || line > len(lines) {
		return fmt.Sprintf("%s:%d:%d", page, line, col)
	}
	text := []rune(lines[line-1])
	if col < 1 || col > len(text)+1 {
		return fmt.Sprintf("%s:%d:%d", page, line, col)
	}
	rest := strings.TrimSpace(string(text[col-1 : min(len(text), col+21)]))
	return "“" + strings.Trim(rest, "=+-") + "”"
}

func operationText(op *api.Operation, at func(api.Origin) string) []string {
	out := []string{fmt.Sprintf("%s %s %s", op.Method, op.Path, op.ID)}
	if op.Deprecated {
		out[0] += " deprecated"
	}
	if op.Case != "" {
		out[0] += " case " + op.Case + " of " + op.Whole
	}
	if op.Tag != "" {
		out[0] += " tag " + op.Tag
	}
	if op.Description != "" {
		out[0] += fmt.Sprintf(" %q", op.Description)
	}
	for _, w := range op.Query {
		out[0] += " &" + w.Name + "=" + w.Value
	}
	if op.HostName != "" {
		out[0] += " host " + op.HostName
	}
	for _, q := range op.Params {
		out = append(out, "  "+string(q.In)+" "+fieldText(&q.Field, at, nil))
	}
	body := func(p *api.Payload) string {
		if p == nil {
			return "no body"
		}
		s := p.MediaType + " " + typeWords(&p.Type, at, nil) + " from " + at(p.Origin)
		if p.Required {
			s += " required"
		}
		return s
	}
	if op.Body != nil {
		out = append(out, "  body "+body(op.Body))
	}
	for _, r := range op.Responses {
		s := fmt.Sprintf("  %d %s", r.Status, body(r.Body))
		if r.Text != "" {
			s += fmt.Sprintf(" %q", r.Text)
		}
		for _, h := range r.Headers {
			s += " header " + fieldText(&h.Field, at, nil)
		}
		if r.Body == nil || r.Origin != r.Body.Origin {
			s += " from " + at(r.Origin)
		}
		out = append(out, s)
	}
	for _, e := range op.Examples {
		s := fmt.Sprintf("  %s %s %d %s %s %q from %s", e.Name, e.Side, e.Status, e.Method, e.URL, strings.Join(strings.Fields(e.Body), " "), at(e.Origin))
		out = append(out, fmt.Sprintf("%s %t %t %t lines %d %v", s, e.JSON, e.Torn, e.Repaired, len(e.Lines), e.Headers))
	}
	for _, v := range op.Variants {
		out = append(out, "  variant:")
		out = append(out, operationText(v, at)...)
	}
	return out
}

func fieldText(f *api.Field, at func(api.Origin) string, over []*api.Schema) string {
	s := f.Name + " " + typeWords(&f.Type, at, over)
	if f.Need != api.NeedUnsaid {
		s += " need:" + string(f.Need)
	}
	if f.Attribute {
		s += " attribute"
	}
	for _, c := range f.Claims {
		if c.Fact != api.FactNeed && (c.Fact != api.FactKind || !slices.Equal(c.Values, []string{string(f.Type.Kind)})) {
			s += fmt.Sprintf(" %s=%s", c.Fact, strings.Join(c.Values, ","))
			for _, is := range []struct {
				set  bool
				word string
			}{{c.Elems, "elements"}, {c.Conditional, "conditional"}, {c.Weak, "weak"}} {
				if is.set {
					s += " (" + is.word + ")"
				}
			}
		}
	}
	if strings.Contains(f.Text, "\n") {
		s += fmt.Sprintf(" %q", f.Text)
	}
	if f.Decided.OnlyInExamples {
		s += " printed only"
	}
	return s
}

func typeWords(t *api.Type, at func(api.Origin) string, over []*api.Schema) string {
	switch {
	case t.Elem != nil:
		return string(t.Kind) + " of " + typeWords(t.Elem, at, over)
	case t.Schema == nil:
		return strings.TrimSpace(string(t.Kind) + " " + t.Format)
	case slices.Contains(over, t.Schema):
		return t.Schema.Name + " again"
	}
	over = append(over, t.Schema)
	s := t.Schema
	var parts []string
	for _, f := range s.Fields {
		parts = append(parts, fieldText(f, at, over))
	}
	if s.Root != nil {
		parts = append(parts, "is "+typeWords(s.Root, at, over))
	}
	if s.Extra != nil {
		parts = append(parts, "others "+typeWords(s.Extra, at, over))
	}
	return s.XMLName + "{" + strings.Join(parts, "; ") + "}"
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
				".. _other:\n\n"+tableText("**Table 3** Parameter description of field **other**", mandatory, "wood|Yes|String|Wood", "rim|Yes|String|Rim"))
	}))
}
