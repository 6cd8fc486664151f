package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// outline is what stands in blocks: sections by their level and title, with what is in them, and how else a block is.
func outline(blocks []doc.Block) string {
	var out []string
	for _, b := range blocks {
		if s, ok := b.(*doc.Section); ok {
			out = append(out, fmt.Sprintf("%d %s (%s)", s.Level, s.Title.String(), outline(s.Blocks)))
			continue
		}
		out = append(out, strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", b), "*doc.")))
	}
	return strings.Join(out, ", ")
}

// TestFlatCalls: the sections of each call become one section, with the title that stands above them.
func TestFlatCalls(t *testing.T) {
	const (
		raise = "Raising a Flag\n--------------\n\nIt goes up.\n\n"
		uri   = "URI\n----\n\nPOST /v1/flags\n\n"
		body  = "Request\n--------\n\n========= ======\nParameter Type\n========= ======\ncolor     String\n========= ======\n\nNotes\n^^^^^\n\nNone.\n\n"
		lower = "Lowering a Flag\n----------------\n\nURI\n----\n\nDELETE /v1/flags/{flag_id}\n\n"
		reply = "Response\n--------\n\nNone.\n\n"
		table = "   ====== ====\n   Color  Wind\n   ====== ====\n   red    high\n   ====== ====\n\n"
	)
	for _, c := range []struct{ what, text, calls, rest string }{
		{"titles above", raise + uri + body + lower + reply,
			"1 Raising a Flag (paragraph, 2 URI (paragraph), 2 Request (table, 3 Notes (paragraph))), 1 Lowering a Flag (2 URI (paragraph), 2 Response (paragraph))", ""},
		{"words before", "Flags are seen.\n\n" + raise + uri + body + lower + reply,
			"1 Raising a Flag (paragraph, 2 URI (paragraph), 2 Request (table, 3 Notes (paragraph))), 1 Lowering a Flag (2 URI (paragraph), 2 Response (paragraph))", "paragraph"},
		{"no title of their own", uri + body + strings.TrimPrefix(lower, "Lowering a Flag\n----------------\n\n") + reply,
			"1 Flags (2 URI (paragraph), 2 Request (table, 3 Notes (paragraph))), 1 Flags (2 URI (paragraph), 2 Response (paragraph))", ""},
		{"in a chapter", "Masts\n-----\n\n" + strings.ReplaceAll(raise+uri+body+lower+reply, "--", "~~"),
			"1 Raising a Flag (paragraph, 2 URI (paragraph), 2 Request (table, 3 Notes (paragraph))), 1 Lowering a Flag (2 URI (paragraph), 2 Response (paragraph))", ""},
		{"a chapter above the first title", "Poles\n-----\n\nThey stand.\n\n" + raise + uri + body + lower + reply,
			"1 Raising a Flag (paragraph, 2 URI (paragraph), 2 Request (table, 3 Notes (paragraph))), 1 Lowering a Flag (2 URI (paragraph), 2 Response (paragraph))", "2 Poles (paragraph)"},
		// Tables tell that a section is more than a title.
		{"a table in a quote", raise + "Winds:\n\n" + table + uri + body + lower + reply,
			"1 Flags (2 URI (paragraph), 2 Request (table, 3 Notes (paragraph))), 1 Lowering a Flag (2 URI (paragraph), 2 Response (paragraph))",
			"2 Raising a Flag (paragraph, paragraph, quote)"},
		{"a table in a list", raise + "-  Winds\n\n" + table + uri + body + lower + reply,
			"1 Flags (2 URI (paragraph), 2 Request (table, 3 Notes (paragraph))), 1 Lowering a Flag (2 URI (paragraph), 2 Response (paragraph))",
			"2 Raising a Flag (paragraph, list)"},
		{"a table in a section", raise + "Winds\n^^^^^\n\n.. table::\n\n" + table + uri + body + lower + reply,
			"1 Flags (2 URI (paragraph), 2 Request (table, 3 Notes (paragraph))), 1 Lowering a Flag (2 URI (paragraph), 2 Response (paragraph))",
			"2 Raising a Flag (paragraph, 3 Winds (table))"},
		{"one call", raise + uri + body, "", ""},
		{"shared tables", raise + uri + lower + body, "", ""}, // they are of both
	} {
		page := rst.Parse(source.New("a.rst", []byte("Flags\n=====\n\n"+c.text)), new(diag.List))
		top := page.Blocks[0].(*doc.Section)
		if inner, ok := top.Blocks[0].(*doc.Section); ok && inner.Title.String() == "Masts" {
			top = inner
		}
		calls, rest := flatCalls(top)
		var sections []doc.Block
		for _, s := range calls {
			sections = append(sections, s)
		}
		if got := outline(sections); got != c.calls || outline(rest) != c.rest {
			t.Errorf("%s:\n got %s; rest %s\nwant %s; rest %s", c.what, got, outline(rest), c.calls, c.rest)
		}
	}
}
