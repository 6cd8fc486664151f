package paging

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// choice is one value of an axis: its name in the golden file and what it makes of an operation.
type choice struct {
	name string
	with func(*api.Operation)
}

func query(name string, fields ...*api.Field) choice {
	return choice{name, func(op *api.Operation) {
		for _, f := range fields {
			op.Params = append(op.Params, &api.Param{In: api.InQuery, Field: *f})
		}
	}}
}

func gives(name string, fields ...func() *api.Field) choice {
	return choice{name, func(op *api.Operation) {
		s := op.Responses[0].Body.Type.Schema
		for _, f := range fields {
			s.Fields = append(s.Fields, f())
		}
	}}
}

func on(method, path string) choice {
	return choice{method + " " + path, func(op *api.Operation) { op.Method, op.Path = method, path }}
}

func shows(name string, examples ...api.Example) choice {
	return choice{name, func(op *api.Operation) {
		for _, e := range examples {
			op.Examples = append(op.Examples, &e)
		}
	}}
}

// TestDecisions holds how operations with several pieces of evidence are paged, of which any three meet.
func TestDecisions(t *testing.T) {
	lids := func() *api.Field { return listOfItems("lids", text("id", "")) }
	data := func() *api.Field { return listOfItems("data", text("id", "")) }
	list := func() *api.Field { return boxes() }
	member := func(name string, fields ...func() *api.Field) func() *api.Field {
		return func() *api.Field {
			var own []*api.Field
			for _, f := range fields {
				own = append(own, f())
			}
			return object(name, own...)
		}
	}
	number := func(name string) func() *api.Field { return func() *api.Field { return num(name, "") } }
	word := func(name, says string) func() *api.Field { return func() *api.Field { return text(name, says) } }
	limit := num("limit", "")
	calls := []choice{
		on("GET", "/v1/boxes"), on("GET", "/v1/boxes/"), on("GET", "/v1/crates/{crate_id}"), on("GET", "/{crate_id}"), on("POST", "/v1/boxes/query"), on("GET", "/v1/crates/{crate_id}/boxes"),
		{"POST ListBoxes", func(op *api.Operation) { op.ID, op.Method, op.Path = "ListBoxes", "POST", "/v1/boxes" }},
	}
	asks := []choice{
		query("limit", limit), query("offset alone", num("offset", "")), query("limit, offset", limit, num("offset", "")), query("limit, page", limit, num("page", "")), query("limit, marker", limit, text("marker", "")),
		query("limit, marker by id", limit, text("marker", "ID of the last box of the page before")), query("limit, offset of pages and records", limit, num("offset", "Number of the page, or how many records to skip")), query("limit, offset of pages", limit, num("offset", "Number of the page")),
		query("limit, start", limit, num("start", "", "0")), query("limit, start in words", limit, text("start", "How many records to skip")), query("limit as a list, offset", bare("limit"), num("offset", "")), query("marker", text("marker", "")), query("limit, id", limit, text("start_box_id", "")),
		{"in the body", func(op *api.Operation) { op.Body = post(limit, num("offset", "")).Body }}, {"in an object of the body", func(op *api.Operation) { op.Body = post(object("page", limit, num("offset", ""))).Body }},
		{"limit, marker that must be", func(op *api.Operation) {
			query("", limit, text("marker", "")).with(op)
			op.Params[1].Need = api.NeedYes
		}},
	}
	lists := []choice{
		gives("boxes", list), gives("boxes, lids", list, lids), gives("lids, crates", lids, (func() *api.Field { return listOfItems("crates") })), gives("data", data), gives("data, names", data, (func() *api.Field { return bare("names") })),
		gives("boxes in an object", member("box_data", list)), gives("boxes in an object, and one without fields", member("box_data", list), (func() *api.Field { return without("lid", api.Object) })), gives("boxes in two objects", member("one", list), member("two", list)),
		gives("names", (func() *api.Field { return bare("names") })), gives("boxes with links", list, (func() *api.Field { return listOfItems("boxes_links", text("rel", ""), text("href", "")) })), gives("red_boxes", (func() *api.Field { return listOfItems("red_boxes") })),
	}
	beside := []choice{
		gives("nothing"), gives("total", number("total")), gives("boxes_count", number("boxes_count")), gives("lids_count", number("lids_count")), gives("total as text", word("total", "")), gives("weight", number("weight")), gives("id", word("id", "")), gives("next_marker", word("next_marker", "")),
		gives("next", word("next", "")), gives("next, an address", word("next", "URL of the next page")), gives("links", member("links", word("next", ""))), gives("total in page_info", member("page_info", number("total"))), gives("name, total", word("name", ""), number("total")),
		gives("limit, total", number("limit"), number("total")), gives("marker", word("marker", "")),
	}
	printed := `{"boxes": [], "next": "/v1/boxes?limit=2&marker=b-2"}`
	examples := []choice{
		shows("nothing"), shows("an address", api.Example{Side: api.SideResponse, Status: 200, Body: printed, JSON: true}), shows("a path", api.Example{Side: api.SideResponse, Status: 200, Body: `{"next": "/boxes/2"}`, JSON: true}), shows("in a request", api.Example{Side: api.SideRequest, Body: printed, JSON: true}),
		shows("a redirect", api.Example{Side: api.SideResponse, Status: 300, Body: printed, JSON: true}), shows("not JSON", api.Example{Side: api.SideResponse, Status: 200, Body: printed}), shows("torn", api.Example{Side: api.SideResponse, Status: 200, Body: printed[:9], JSON: true}), shows("a number", api.Example{Side: api.SideResponse, Status: 200, Body: `{"next": 7}`, JSON: true}),
		shows("a list", api.Example{Side: api.SideResponse, Status: 200, Body: "[]", JSON: true}, api.Example{Side: api.SideResponse, Body: `{"next": "key=?"}`, JSON: true}), shows("an empty path", api.Example{Side: api.SideResponse, Status: 200, Body: `{"next": "?marker"}`, JSON: true}),
	}
	axes := [][]choice{calls, asks, lists, beside, examples}
	var sizes []int
	for _, axis := range axes {
		sizes = append(sizes, len(axis))
	}
	var out strings.Builder
	for _, pick := range golden.Combined(sizes, 700) {
		op := responds(get())
		op.Responses = op.Responses[1:]
		var names []string
		for i, n := range pick {
			axes[i][n].with(op)
			names = append(names, axes[i][n].name)
		}
		pages, why := outcome(t, op)
		out.WriteString(strings.Join(names, " | ") + ": " + pages + why + "\n")
	}
	golden.Equal(t, "testdata/decisions.txt", []byte(out.String()))
}
