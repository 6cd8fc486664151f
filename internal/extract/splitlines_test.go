package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestLineCalls: the calls of a section without sections, by bold titles, by their request lines, or by the entries
// of a list.
func TestLineCalls(t *testing.T) {
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
