package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestCallsInSections: the calls of a section by the sections in it, by bold titles, by their request lines, or by the
// entries of a list.
func TestCallsInSections(t *testing.T) {
	const (
		cast  = "POST /v1/buoys\n\n"
		lift  = "DELETE /v1/buoys/{buoy_id}\n\n"
		body  = ".. table:: Request body parameters\n\n   ========= ======\n   Parameter Type\n   ========= ======\n   color     String\n   ========= ======\n\n"
		bold  = "**Casting a Buoy**\n\n"
		bolds = "**Lifting a Buoy**\n\n"
	)
	indent := func(text string) string {
		return strings.ReplaceAll(strings.ReplaceAll(text, "\n", "\n  "), "\n  \n", "\n\n")
	}
	item := func(text string) string { return "- " + strings.TrimRight(indent(text), " ") }
	quoted := "   " + strings.ReplaceAll(body, "\n", "\n   ") + "\n"
	b60, b61 := "**"+strings.Repeat("Buoy ", 11)+"Buoys**\n\n", "**"+strings.Repeat("Buoys ", 9)+"Bright1**\n\n"
	for what, c := range map[string]struct {
		way               func(*doc.Section) ([]*doc.Section, []doc.Block)
		text, calls, rest string
	}{
		"sections": {sectionCalls, "Buoys swim.\n\nCasting\n-------\n\nURI\n~~~~\n\n" + cast + body + "Notes\n-----\n\nNone.\n\nLifting\n-------\n\n" + lift + "Calls\n-----\n\nNone.\n\n",
			"1 Casting (2 URI (paragraph, table)), 1 Lifting (paragraph)", "paragraph, 2 Notes (paragraph), 2 Calls (paragraph)"},
		"a line as a title": {sectionCalls, "POST /v1/buoys\n--------------\n\n" + body + "Lifting\n-------\n\n" + lift, "1 POST /v1/buoys (table), 1 Lifting (paragraph)", ""},
		"a line in code":    {sectionCalls, "Casting\n-------\n\n" + body + codeText(strings.TrimSpace(cast)) + "Lifting\n-------\n\n" + lift, "1 Casting (table, code), 1 Lifting (paragraph)", ""},
		"a line among others in code": {sectionCalls, "Casting\n-------\n\n" + body + codeText(cast+"{\"color\": \"red\"}") + "Lifting\n-------\n\n" + lift + "Painting\n--------\n\nPUT /v1/buoys\n\n" + body,
			"1 Lifting (paragraph), 1 Painting (paragraph, table)", "2 Casting (table, code)"},
		"a line in the code of an example": {sectionCalls, "Casting\n-------\n\n" + body + "Example Request\n~~~~~~~~~~~~~~~\n\n" + codeText(strings.TrimSpace(cast)) + "Lifting\n-------\n\n" + lift + "Painting\n--------\n\nPUT /v1/buoys\n\n" + body,
			"1 Lifting (paragraph), 1 Painting (paragraph, table)", "2 Casting (table, 3 Example Request (code))"},
		"calls inside of a section": {sectionCalls, "Round\n-----\n\n" + "They are red.\n\n" + "Casting\n~~~~~~~\n\n" + cast + body + "Lifting\n~~~~~~~\n\n" + lift + "Square\n------\n\nPUT /v1/buoys\n\n",
			"1 Casting (paragraph, table), 1 Lifting (paragraph), 1 Square (paragraph)", "2 Round (paragraph)"},
		"sections without a table": {sectionCalls, "Casting\n-------\n\n" + cast + "Lifting\n-------\n\n" + lift, "", ""},
		"a request for all":        {sectionCalls, "Casting\n-------\n\n" + cast + body + "Request\n-------\n\nNone.\n\nLifting\n-------\n\n" + lift, "", ""},

		"titles": {titledCalls, "Buoys swim.\n\n" + bold + cast + body + bolds + lift,
			"1 Casting a Buoy (paragraph, table), 1 Lifting a Buoy (paragraph)", "paragraph"},
		"a title of sixty letters": {titledCalls, bold + cast + body + b60 + lift,
			"1 Casting a Buoy (paragraph, table), 1 " + strings.Trim(b60, "*\n") + " (paragraph)", ""},
		"a title that is too long":        {titledCalls, bold + cast + body + b61 + lift, "", ""},
		"a title with more than bold":     {titledCalls, bold + cast + body + "**Lifting** a Buoy\n\n" + lift, "", ""},
		"bold request lines":              {titledCalls, bold + cast + body + bolds + "**DELETE /v1/buoys/{buoy_id}**\n\n", "1 Casting a Buoy (paragraph, table), 1 Lifting a Buoy (paragraph)", ""},
		"a request above the titles":      {titledCalls, "**Request**\n\n" + bold + cast + body + bolds + lift, "", ""},
		"a response above the titles":     {titledCalls, "**Response**\n\n" + bold + cast + body + bolds + lift, "", ""},
		"a table above the titles":        {titledCalls, body + bold + cast + bolds + lift, "", ""},
		"a quoted table above the titles": {titledCalls, "Colors:\n\n" + quoted + bold + cast + bolds + lift, "", ""},
		"a listed table above the titles": {titledCalls, item("Colors\n\n"+body) + bold + cast + bolds + lift, "", ""},
		"a quoted table": {titledCalls, bold + cast + "Colors:\n\n" + quoted + bolds + lift,
			"1 Casting a Buoy (paragraph, paragraph, quote), 1 Lifting a Buoy (paragraph)", ""},
		"a listed table": {titledCalls, bold + cast + item("Colors\n\n"+body) + bolds + lift,
			"1 Casting a Buoy (paragraph, list), 1 Lifting a Buoy (paragraph)", ""},
		// What has no title of its own is no call: the example has taken that.
		"a line below an example": {titledCalls, bold + lift + body + bolds + cast + "**A Call**\n\nDELETE /v1/buoys/7\n\nPUT /v1/buoys\n\n",
			"1 Casting a Buoy (paragraph, table), 1 Lifting a Buoy (paragraph, paragraph, paragraph, paragraph)", ""},

		"lines":                      {bareCalls, cast + body + lift, "1 Buoys (paragraph, table), 1 Buoys (paragraph)", ""},
		"a lead above each line":     {bareCalls, "To cast one:\n\n" + cast + body + "To lift one:\n\n" + lift + body + "To count them:\n\nGET /v1/buoys\n\n", "1 Buoys (paragraph, paragraph, table), 1 Buoys (paragraph, paragraph, table), 1 Buoys (paragraph, paragraph)", ""},
		"words that lead to nothing": {bareCalls, "Casting.\n\n" + cast + body + "It swims.\n\n" + lift, "1 Buoys (paragraph, paragraph, table, paragraph), 1 Buoys (paragraph)", ""},

		"entries":               {itemCalls, item("Cast a buoy\n\n"+cast+body) + item("Lift a buoy\n\n"+lift), "1 Cast a buoy (paragraph, paragraph, table), 1 Lift a buoy (paragraph, paragraph)", ""},
		"entries without words": {itemCalls, item(cast+body) + item(lift), "1 Buoys (paragraph, table), 1 Buoys (paragraph)", ""},
		"entries of the section for the request line": {itemCalls, "URI\n---\n\n" + item("Cast a buoy\n\n"+cast+body) + item("Lift a buoy\n\n"+lift),
			"1 Cast a buoy (paragraph, paragraph, table), 1 Lift a buoy (paragraph, paragraph)", "2 URI ()"},
		"entries of another section": {itemCalls, "Odds\n----\n\n" + item("Cast a buoy\n\n"+cast+body) + item("Lift a buoy\n\n"+lift), "", ""},
		"an entry without a line":    {itemCalls, item("Cast a buoy\n\n"+cast+body) + item("Lift a buoy\n\n"+lift) + item("Paint a buoy\n\n"), "", ""},
		"a title of sixty letters in an entry": {itemCalls, item(strings.Trim(b60, "*\n")+"\n\n"+cast+body) + item("Lift a buoy\n\n"+lift),
			"1 " + strings.Trim(b60, "*\n") + " (paragraph, paragraph, table), 1 Lift a buoy (paragraph, paragraph)", ""},
		"a long line in an entry": {itemCalls, item(strings.Trim(b61, "*\n")+"\n\n"+cast+body) + item("Lift a buoy\n\n"+lift),
			"1 Buoys (paragraph, paragraph, table), 1 Lift a buoy (paragraph, paragraph)", ""},
		"a table first in an entry": {itemCalls, item(body+cast) + item("Lift a buoy\n\n"+lift),
			"1 Buoys (table, paragraph), 1 Lift a buoy (paragraph, paragraph)", ""},
	} {
		page := rst.Parse(source.New("a.rst", []byte("Buoys\n=====\n\n"+c.text)), new(diag.List))
		calls, rest := c.way(page.Blocks[0].(*doc.Section))
		var sections []doc.Block
		for _, s := range calls {
			sections = append(sections, s)
		}
		if got := outline(sections); got != c.calls || outline(rest) != c.rest {
			t.Errorf("%s:\n got %s; rest %s\nwant %s; rest %s", what, got, outline(rest), c.calls, c.rest)
		}
	}
}

// TestSplitPages: a page of two calls becomes three, which tell what they are; another one stays what it is.
func TestSplitPages(t *testing.T) {
	const calls = "Casting\n-------\n\nPOST /v1/buoys\n\n.. table:: Request body parameters\n\n   ========= ======\n   Parameter Type\n   ========= ======\n   color     String\n   ========= ======\n\nLifting\n-------\n\nDELETE /v1/buoys/{buoy_id}\n"
	parse := func(text string) *doc.Page { return rst.Parse(source.New("a.rst", []byte(text)), new(diag.List)) }
	two, one, none := parse(title("Buoys")+calls), parse(title("Buoys")+section("URI", "GET /v1/buoys")), parse("Buoys swim.\n")
	before := outline(two.Blocks)
	var got []string
	for _, p := range splitPages([]*doc.Page{two, one, none}) {
		got = append(got, fmt.Sprintf("%t %t %s", p.call, p.rest, outline(p.Blocks)))
	}
	want := []string{"false true 1 Buoys ()", "true false 1 Casting (paragraph, table)", "true false 1 Lifting (paragraph)",
		"false false 1 Buoys (2 URI (paragraph))", "false false paragraph"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if after := outline(two.Blocks); after != before {
		t.Errorf("the page was %s and is %s", before, after)
	}
}
