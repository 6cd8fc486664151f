package paging

import (
	"encoding/json"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

func num(name, text string, def ...string) *api.Field { return value(name, api.Integer, text, def...) }

func text(name, text string, def ...string) *api.Field { return value(name, api.String, text, def...) }

// without makes an object or a list that no table describes.
func without(name string, kind api.Kind) *api.Field {
	f := value(name, kind, "")
	if kind == api.Array {
		f.Type.Elem = &api.Type{Kind: api.Object}
	}
	return f
}

// withFields gives a field of another kind fields, as a table that was found by mistake does.
func withFields(name string, kind api.Kind, fields ...*api.Field) *api.Field {
	f := object(name, fields...)
	f.Type.Kind = kind
	return f
}

// also lets a field be of a second kind.
func also(f *api.Field, kind api.Kind, shown ...api.Kind) *api.Field {
	f.Type.Also = []api.Kind{kind}
	if kind == api.Array {
		f.Type.AlsoElem = &api.Type{Kind: api.Object, Schema: f.Type.Schema}
	}
	for _, k := range shown {
		printed(f, k)
	}
	return f
}

func inHeader(f *api.Field, op *api.Operation) *api.Operation {
	op.Params = append(op.Params, &api.Param{In: api.InHeader, Field: *f})
	return op
}

// status gives the second response of an operation another status.
func status(code int, op *api.Operation) *api.Operation {
	op.Responses = op.Responses[1:]
	op.Responses[0].Status = code
	return op
}

// minimum sets the smallest value of a field.
func minimum(low string, f *api.Field) *api.Field {
	f.Decided.Limits.Min = low
	return f
}

// elems marks what examples show of the elements of a field.
func elems(f *api.Field, kind api.Kind) *api.Field {
	f.Observed = append(f.Observed, api.Observed{Kind: string(kind), Elems: true, Count: 1})
	return f
}

// outcome runs the package over one operation.
func outcome(t *testing.T, op *api.Operation) (pages, why string) {
	t.Helper()
	var found diag.List
	Service(&api.Service{Operations: []*api.Operation{op}}, &found)
	if op.Pages != nil {
		text, err := json.Marshal(op.Pages)
		if err != nil {
			t.Fatal(err)
		}
		pages = string(text)
	}
	for _, f := range found.Sorted() {
		why += f.Message
	}
	return pages, why
}

// TestNear holds cases that differ in one thing from those of TestService.
func TestNear(t *testing.T) {
	limit, offset := num("limit", ""), num("offset", "")
	marker := text("marker", "")
	for _, c := range []struct {
		what string
		op   *api.Operation
		want string
		why  string
	}{
		// Which response, and which list of it.
		{"the list of a response of status 299", status(299, responds(get(limit, offset), boxes())),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"no list of a redirect", status(300, responds(get(limit, offset), boxes())),
			"", `"offset" asks for one page of a list, but no response is documented that has a list`},
		{"no list of status 199", status(199, responds(get(limit, offset), boxes())),
			"", `"offset" asks for one page of a list, but no response is documented that has a list`},
		{"a body of a scalar with fields", func() *api.Operation {
			op := responds(get(limit, offset), boxes())
			op.Responses[1].Body.Type.Kind = api.String
			return op
		}(),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"a body without fields", func() *api.Operation {
			op := responds(get(limit, offset))
			op.Responses[1].Body.Type.Schema = nil
			return op
		}(),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"a list in a scalar with fields", responds(get(limit, offset), withFields("box_data", api.String, boxes())),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"a list in the object about the page", responds(get(limit, offset), object("page_info", boxes())),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"a list in the object of links", responds(get(limit, offset), object("links", boxes())),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"a list of no known elements", responds(get(limit, offset), func() *api.Field { f := boxes(); f.Type.Elem = nil; return f }()), "", ""},
		{"bare values and unknown ones", responds(get(limit, offset), listOfItems("crates"), func() *api.Field { f := bare("lids"); f.Type.Elem = nil; return f }()),
			`{"Style":"offset","Items":"/crates","Limit":"limit","Offset":"offset"}`, ""},
		{"two lists of the path's kind of name", responds(get(limit, offset), listOfItems("lids"), listOfItems("items"), bare("names")),
			`{"Style":"offset","Items":"/items","Limit":"limit","Offset":"offset"}`, ""},
		{"a scalar that is shown as a list", responds(get(limit, offset), printed(text("boxes", ""), api.Array)),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"a list or object that nobody shows", responds(get(limit, offset), also(boxes(), api.Object)),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"a list or object, shown as a list and as null", responds(get(limit, offset), also(printed(boxes(), "null"), api.Object, api.Array)),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a list or object, shown as both", responds(get(limit, offset), also(boxes(), api.Object, api.Array, api.Object)),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"an object or list, shown as a list", responds(get(limit, offset), also(object("boxes", text("id", "")), api.Array, api.Array)),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"an object or list, shown as a list and as null", responds(get(limit, offset), also(printed(object("boxes", text("id", "")), "null"), api.Array, api.Array)),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"an object or list, shown as both", responds(get(limit, offset), also(object("boxes", text("id", "")), api.Array, api.Array, api.Object)),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"an object or list, of which elements are shown", responds(get(limit, offset), also(elems(object("boxes", text("id", "")), api.Object), api.Array, api.Array)),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"an object or text, shown as a list", responds(get(limit, offset), also(object("boxes", text("id", "")), api.String, api.Array)),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"elements that are objects or texts", responds(get(limit, offset), func() *api.Field { f := bare("boxes"); f.Type.Elem.Also = []api.Kind{api.Object}; return f }()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"an echo of a body without fields", func() *api.Operation {
			op := responds(post(limit, offset), boxes(), bare("tags"))
			op.Body.Type.Schema = nil
			return op
		}(), "", ""},
		{"items with a limit", responds(get(limit, offset), listOfItems("boxes", limit, listOfItems("lids"))),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"items with an offset", responds(get(limit, offset), listOfItems("boxes", offset, listOfItems("lids"))),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"items with pages, of a page number", responds(get(limit, num("page", "")), listOfItems("boxes", limit, num("page", ""), listOfItems("lids"))),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"page","First":1}`, ""},

		// What a response counts, and what stands beside the list.
		{"a count that is a number", responds(get(limit, offset), boxes(), value("total", api.Number, "")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"a count that is a text", responds(get(limit, offset), boxes(), text("total", "")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a number that counts nothing", responds(get(limit, offset), boxes(), num("size_of_lids", "")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a count beside the object with the list", responds(get(limit, offset), object("box_data", boxes()), num("total", "")),
			`{"Style":"offset","Items":"/box_data/boxes","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"a count in an object about the page", responds(get(limit, offset), boxes(), object("page_info", num("total", ""))),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset","Count":"/page_info/total"}`, ""},
		{"a count in another object", responds(get(limit, offset), boxes(), object("lid_info", num("total", ""))),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a count in a text about the page", responds(get(limit, offset), boxes(), withFields("page_info", api.String, num("total", ""))),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"an object about the page without fields", responds(get(limit, offset), boxes(), without("page_info", api.Object)),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a count in the name of the list", responds(get(limit, offset), listOfItems("lids"), num("lids_count", "")),
			`{"Style":"offset","Items":"/lids","Limit":"limit","Offset":"offset"}`, ""},
		{"a count in the name of what was asked for", responds(get(limit, offset), listOfItems("data"), num("boxes_count", "")),
			`{"Style":"offset","Items":"/data","Limit":"limit","Offset":"offset"}`, ""},
		{"a request that counts", responds(get(limit, offset), num("total", "")), "", ""},
		{"a request that counts in texts", responds(get(limit, offset), text("total", "")),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"a request that gives a size", responds(get(limit, offset), num("size", "")),
			"", `"offset" asks for one page of a list, but the response has no list`},
		{"a request that counts two lists", responds(get(limit, offset), listOfItems("lids"), listOfItems("crates"), num("total", "")),
			"", `"offset" asks for one page of a list, but the response has several lists: lids, crates`},

		// By marker.
		{"two markers, of which one has a next", responds(get(limit, text("key-marker", ""), text("id-marker", "")), boxes(), text("NextKeyMarker", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"key-marker","Next":"/NextKeyMarker"}`, ""},
		{"two markers, neither with a next", responds(get(limit, text("key-marker", ""), text("id-marker", "")), boxes()), "", ""},
		{"two markers, one with a next that is a list", responds(get(limit, text("key-marker", ""), text("id-marker", "")), boxes(), bare("NextKeyMarker"), text("NextIdMarker", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"id-marker","Next":"/NextIdMarker"}`, ""},
		{"a marker and a cursor with a next", responds(get(limit, marker, text("cursor", "")), boxes(), text("next_cursor", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"cursor","Next":"/next_cursor"}`, ""},
		{"a marker and a cursor, each with a next", responds(get(limit, marker, text("cursor", "")), boxes(), text("next_marker", ""), text("next_cursor", "")),
			"", `"marker" asks for one page of a list, but several parameters are markers`},
		{"a marker and a cursor without a next", responds(get(limit, marker, text("cursor", "")), boxes()),
			"", `"marker" asks for one page of a list, but several parameters are markers`},
		{"a start that is a number, and a next marker", responds(get(limit, num("start", "")), boxes(), text("next_marker", "")), "", ""},
		{"a start that is a text, and a next marker", responds(get(limit, text("start", "")), boxes(), text("next_marker", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"start","Next":"/next_marker"}`, ""},
		{"where things come from, and a next marker", responds(get(limit, text("from", "Port that it leaves")), boxes(), text("next_marker", "")), "", ""},
		{"where the query begins, and a next marker", responds(get(limit, text("from", "Where the query begins")), boxes(), text("next_marker", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"from","Next":"/next_marker"}`, ""},
		{"a start with a default, and a next marker", responds(get(limit, text("start", "", `"a"`)), boxes(), text("next_marker", "")), "", ""},
		{"a start of pages, and a next marker", responds(get(limit, text("start", "Page number to start from")), boxes(), text("next_marker", "")),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"start","First":1}`, ""},
		{"an offset that is a text, and a next marker", responds(get(limit, text("offset", "")), boxes(), text("next_marker", "")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"the lids of a crate, and a limit in a text", at("/v1/lids/{crate_id}", responds(get(limit, offset), listOfItems("lids"), num("total", ""), text("limit", ""))),
			`{"Style":"offset","Items":"/lids","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"the lids of a crate, and a count in a text", at("/v1/lids/{crate_id}", responds(get(limit, offset), listOfItems("lids"), num("total", ""), text("count", ""))), "", ""},
		{"an id and a list that ends in what was asked", at("/v1/boxes", responds(get(limit, offset), text("id", ""), listOfItems("red_boxes"))), "", ""},
		{"an id and a list that ends otherwise", at("/v1/boxes", responds(get(limit, offset), text("id", ""), listOfItems("boxes_red"))), "", ""},
		{"links of a GET with a size of its own", responds(get(), num("weight", ""), boxes(), object("links", text("next", ""))),
			`{"Style":"link","Items":"/boxes","Link":"/links/next"}`, ""},
		{"links of a GET of another list with a count of its own", responds(get(), num("total", ""), listOfItems("lids"), object("links", text("next", ""))),
			`{"Style":"link","Items":"/lids","Link":"/links/next","Count":"/total"}`, ""},
		{"a limit in the body that asks for no page", responds(post(limit, object("a", limit, offset)), listOfItems("resources")),
			`{"Style":"offset","Items":"/resources","Limit":"/a/limit","Offset":"/a/offset","InBody":true}`, ""},
		{"a next that is a list", responds(get(limit, marker), boxes(), bare("next_marker")),
			"", `"marker" asks for one page of a list, but neither its description nor the response tells where its next value comes from`},
		{"a next that is an address", responds(get(limit, marker), boxes(), text("next_marker", "URL of the next page")),
			"", `"marker" asks for one page of a list, but neither its description nor the response tells where its next value comes from`},
		{"a next that is a number", responds(get(limit, marker), boxes(), num("next_marker", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Next":"/next_marker"}`, ""},
		{"a marker that the response repeats", responds(get(limit, marker), boxes(), text("marker", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Next":"/marker"}`, ""},
		{"another marker in the response", responds(get(limit, text("continue", "")), boxes(), text("marker", "")),
			"", `"continue" asks for one page of a list, but neither its description nor the response tells where its next value comes from`},
		{"another marker about the page", responds(get(limit, text("continue", "")), boxes(), object("page_info", text("marker", ""))),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"continue","Next":"/page_info/marker"}`, ""},
		{"the parameter about the page", responds(get(limit, text("start_lid", "")), boxes(), object("page_info", text("start_lid", ""))),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"start_lid","Next":"/page_info/start_lid"}`, ""},
		{"something else about the page", responds(get(limit, text("start_lid", "")), boxes(), object("page_info", text("lid", ""))), "", ""},
		{"an id of items that no table lists", responds(get(limit, text("marker", "ID of the last box")), without("boxes", api.Array)),
			"", `"marker" asks for one page of a list, but neither its description nor the response tells where its next value comes from`},
		{"an id of bare values", responds(get(limit, text("marker", "ID of the last box")), bare("boxes")), "", ""},
		{"an id in the name of the list", responds(get(limit, text("marker", "ID of the last box")), listOfItems("boxes", text("name", ""), text("box_id", ""))),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Key":"box_id"}`, ""},
		{"an id in another name", responds(get(limit, text("marker", "ID of the last box")), listOfItems("boxes", text("name", ""), text("lid_id", ""))),
			"", `"marker" asks for one page of a list, but neither its description nor the response tells where its next value comes from`},
		{"an id that is a list", responds(get(limit, text("marker", "ID of the last box")), listOfItems("boxes", bare("id"))),
			"", `"marker" asks for one page of a list, but neither its description nor the response tells where its next value comes from`},
		{"a start of a member that is not there", responds(get(limit, text("start_lid_name", "ID of the last box")), boxes()), "", ""},
		{"a start beside a marker", responds(get(limit, marker, text("start", "")), boxes(), text("next_marker", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Next":"/next_marker"}`, ""},
		{"a start that is a number", responds(get(limit, num("start", "")), boxes(), num("next_start", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"start","Next":"/next_start"}`, ""},
		{"a start with a default", responds(get(limit, text("start", "", `"a"`)), boxes(), text("next_start", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"start","Next":"/next_start"}`, ""},
		{"a start of pages", responds(get(limit, text("start", "Page number to start from")), boxes(), text("next_start", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"start","Next":"/next_start"}`, ""},
		{"an offset with a next", responds(get(limit, text("offset", "")), boxes(), text("next_offset", "")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a marker without a limit", responds(get(marker), boxes(), text("next_marker", "")),
			`{"Style":"marker","Items":"/boxes","Marker":"marker","Next":"/next_marker"}`, ""},
		{"a marker without a limit and without a next", responds(get(marker), boxes()), "", ""},
		{"a marker in the header", inHeader(marker, responds(get(limit), boxes(), text("next_marker", ""))), "", ""},
		{"an offset in the header", inHeader(offset, responds(get(limit), boxes())), "", ""},

		// By offset and by page.
		{"a default of 1 in words", responds(get(limit, num("offset", "The default value is 1.")), boxes()),
			"", `"offset" asks for one page of a list, but with the default 1 it is not certain whether it counts items or pages`},
		{"items only", responds(get(limit, num("offset", "How many records to skip")), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"pages only", responds(get(limit, num("offset", "Number of the page")), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"offset","First":1}`, ""},
		{"a start of records", responds(get(limit, num("start", "Index of the first record, counted in records to skip")), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"start"}`, ""},
		{"a start of pages in numbers", responds(get(limit, num("start", "Page number")), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"start","First":1}`, ""},
		{"a start of pages, and no list", responds(get(limit, num("start", "Page number")), text("name", "")),
			"", `"start" asks for one page of a list, but the response has no list`},
		{"a start of records, and no list", responds(get(limit, num("start", "How many records to skip")), text("name", "")),
			"", `"start" asks for one page of a list, but the response has no list`},
		{"a start, and no list", responds(get(limit, num("start", "Where it begins")), text("name", "")), "", ""},
		{"a text that starts from 0", responds(get(limit, value("start", api.String, "Where it begins", `"0"`)), boxes(), num("total", "")), "", ""},
		{"a start from 5", responds(get(limit, num("start", "Where it begins", "5")), boxes(), num("total", "")), "", ""},
		{"an offset before a start", responds(get(limit, num("start", "How many records to skip"), offset), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"an offset after an offset", responds(get(limit, offset, num("skip", "")), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"two starts, the second counts", responds(get(limit, num("from", "Where it begins"), num("start", "How many records to skip")), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"start"}`, ""},
		{"two starts, the first counts", responds(get(limit, num("start", "How many records to skip"), num("from", "Where it begins")), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"start"}`, ""},
		{"an offset, and then a start", responds(get(limit, offset, num("start", "How many records to skip")), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a page without a limit", responds(get(num("page", "")), boxes()), "", ""},
		{"a page and an offset of pages", responds(get(limit, num("page", ""), num("offset", "Number of the page")), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"page","First":1}`, ""},
		{"a page and an offset", responds(get(limit, num("page", ""), offset), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a first page from the minimum", responds(get(limit, minimum("0", num("page", ""))), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"page"}`, ""},
		{"a first page from the minimum, beside a default", responds(get(limit, minimum("0", num("page", "", "1"))), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"page","First":1}`, ""},
		{"a first page from the text", responds(get(limit, num("page", "It starts from 0.", "1")), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"page"}`, ""},
		{"a first page from the text that says 1", responds(get(limit, num("page", "It starts from 1.", "0")), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"page","First":1}`, ""},
		{"a minimum that switches paging off", responds(get(limit, minimum("0", num("page", "The value 0 means no paging."))), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"page","First":1}`, ""},
		{"no reason why", responds(get(limit, num("start", "How many records to skip")), boxes(), object("links", text("next", ""))),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"start"}`, ""},

		// By link.
		{"links with a next that is an object", responds(get(), boxes(), object("links", object("next", text("href", "")))), "", ""},
		{"links without a next", responds(get(), boxes(), object("links", text("self", ""))), "", ""},
		{"links without fields", responds(get(), boxes(), without("links", api.Object)), "", ""},
		{"links that are a text", responds(get(), boxes(), withFields("links", api.String, text("next", ""))), "", ""},
		{"another object with a next", responds(get(), boxes(), object("lid", text("next", ""))), "", ""},
		{"links of another list", responds(get(), boxes(), listOfItems("lids_links", text("href", ""), text("rel", ""))), "", ""},
		{"links of a list without rel", responds(get(), boxes(), listOfItems("boxes_links", text("href", ""))), "", ""},
		{"links of a list without href", responds(get(), boxes(), listOfItems("boxes_links", text("rel", ""))), "", ""},
		{"links of bare values", responds(get(), boxes(), bare("boxes_links")), "", ""},
		{"a next of its own", responds(get(), boxes(), text("next", "URL of the next page")),
			`{"Style":"link","Items":"/boxes","Link":"/next"}`, ""},
		{"a next that is printed as an address", showing(`{"boxes": [], "next": "/v1/boxes?limit=2&marker=b-2"}`, responds(get(), boxes(), text("next", "Where the next page is"))),
			`{"Style":"link","Items":"/boxes","Link":"/next"}`, ""},
		{"a next that is printed as an address, beside a marker that is an id", showing(`{"boxes": [], "next": "https://boxes.example/v1/boxes?marker=b-2"}`,
			responds(get(limit, text("marker", "ID of the last box of the page before")), boxes(), text("next", "Where the next page is"))),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Key":"id"}`, ""},
		{"a next that is printed as an address, beside a marker that nobody explains", showing(`{"boxes": [], "next": "?marker=b-2"}`,
			responds(get(limit, text("marker", "Where the query starts")), boxes(), text("next", "Where the next page is"))),
			`{"Style":"link","Items":"/boxes","Limit":"limit","Link":"/next"}`, ""},
		{"a next that is printed as a marker like a path", showing(`{"boxes": [], "next": "/trees/oak"}`, responds(get(limit, text("marker", "")), boxes(), text("next", ""))),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Next":"/next"}`, ""},
		{"a next of its own that is not an address", responds(get(), boxes(), text("next", "The next one")), "", ""},
		{"a next of its own that is a number", responds(get(), boxes(), num("next", "URL of the next page")), "", ""},
		{"another member with an address", responds(get(), boxes(), text("more", "URL of the next page")), "", ""},
		{"links of a POST with a limit in its body", responds(post(limit), boxes(), object("links", text("next", ""))), "", ""},

		// One resource, or what a call makes.
		{"a GET of what is made", func() *api.Operation { op := responds(get(limit, offset), boxes()); op.ID = "CreateBox"; return op }(),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a POST of status 201", status(201, responds(post(limit, offset), boxes())), "", ""},
		{"a POST of status 202", status(202, responds(post(limit, offset), boxes())),
			`{"Style":"offset","Items":"/boxes","Limit":"/limit","Offset":"/offset","InBody":true}`, ""},
		{"one of the path by markers", at("/v1/lids/{crate_id}", responds(get(limit, text("marker", "")), listOfItems("lids"), text("name", ""))), "", ""},
		{"a path that ends in a half parameter", at("/v1/crates/{id}.json", responds(get(limit, offset), listOfItems("crates"))),
			`{"Style":"offset","Items":"/crates","Limit":"limit","Offset":"offset"}`, ""},
		{"a path that ends in a prefix", at("/v1/crates/x{id}", responds(get(limit, offset), listOfItems("crates"))),
			`{"Style":"offset","Items":"/crates","Limit":"limit","Offset":"offset"}`, ""},
		{"a path of one, with links", at("/v1/lids/{crate_id}", responds(get(limit), listOfItems("lids"), object("links", text("next", "")))), "", ""},
		{"an id beside the list in an object", responds(get(limit, offset), object("crate", text("id", ""), listOfItems("lids"))), "", ""},
		{"an id beside the object", responds(get(limit, offset), text("id", ""), object("crate", listOfItems("lids"))), "", ""},
		{"an id and a list of the asked name", responds(get(limit, offset), text("id", ""), listOfItems("big_boxes")), "", ""},
		{"an id and a list called items", responds(get(limit, offset), text("id", ""), listOfItems("items")),
			`{"Style":"offset","Items":"/items","Limit":"limit","Offset":"offset"}`, ""},
		{"the lids of a crate, counted", at("/v1/lids/{crate_id}", responds(get(limit, offset), listOfItems("lids"), num("total", ""), num("count", ""))),
			`{"Style":"offset","Items":"/lids","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"the lids of a crate, and a limit", at("/v1/lids/{crate_id}", responds(get(limit, offset), listOfItems("lids"), num("total", ""), num("limit", ""))),
			`{"Style":"offset","Items":"/lids","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"the lids of a crate, and a size", at("/v1/lids/{crate_id}", responds(get(limit, offset), listOfItems("lids"), num("total", ""), num("weight", ""))), "", ""},
		{"the lids of a crate, and a next marker", at("/v1/lids/{crate_id}", responds(get(limit, offset), listOfItems("lids"), num("total", ""), text("next_marker", ""))),
			`{"Style":"offset","Items":"/lids","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"the lids of a crate, and a next offset", at("/v1/lids/{crate_id}", responds(get(limit, offset), listOfItems("lids"), num("total", ""), text("next_offset", ""))),
			`{"Style":"offset","Items":"/lids","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"the lids of a crate, without pages", at("/v1/lids/{crate_id}", responds(get(), listOfItems("lids"), num("total", ""))), "", ""},
		{"the lids of a crate, without a count", at("/v1/lids/{crate_id}", responds(get(limit, offset), listOfItems("lids"))), "", ""},
		{"lids that are the body", func() *api.Operation {
			op := at("/v1/lids/{crate_id}", responds(get(limit, offset)))
			op.Responses[1].Body.Type = listOfItems("lids").Type
			return op
		}(),
			`{"Style":"offset","Items":"","Limit":"limit","Offset":"offset"}`, ""},
		{"links of a resource of another name", responds(get(), text("name", ""), listOfItems("lids"), object("links", text("next", ""))), "", ""},

		// In the body.
		{"two objects with pages", responds(post(object("a", limit, offset), object("b", limit, offset)), listOfItems("resources")), "", ""},
		{"an object with a limit only", responds(post(object("a", limit)), listOfItems("resources")), "", ""},
		{"a text with pages", responds(post(withFields("a", api.String, limit, offset)), listOfItems("resources")), "", ""},
		{"a limit only", responds(post(limit), listOfItems("resources")), "", ""},
		{"an offset only", responds(post(offset), listOfItems("resources")), "", ""},
		{"a marker only", responds(post(marker), listOfItems("resources"), text("next_marker", "")),
			`{"Style":"marker","Items":"/resources","Marker":"/marker","Next":"/next_marker","InBody":true}`, ""},
	} {
		if got, why := outcome(t, c.op); got != c.want || why != c.why {
			t.Errorf("%s:\ngot  %s\n     %s\nwant %s\n     %s", c.what, got, why, c.want, c.why)
		}
	}
}

// showing gives an operation an example of its response.
func showing(body string, op *api.Operation) *api.Operation {
	op.Examples = append(op.Examples, &api.Example{Side: api.SideResponse, Status: 200, Body: body, JSON: true})
	return op
}

// TestAddresses: which texts ask for a page by themselves.
func TestAddresses(t *testing.T) {
	for value, want := range map[string]bool{
		"http://jars.example.com/next": true, "https://jars.example.com/next": true, "/v2/boxes?limit=2": true, "?marker=b-2": true, "/trees/oak": false, "?": false, "marker=b-2": false, "oak": false, "": false,
	} {
		if asksForPage(value) != want {
			t.Errorf("%q asks for a page: %v", value, !want)
		}
	}
}

// TestPrints: which printed responses show a text at a place.
func TestPrints(t *testing.T) {
	for _, c := range []struct {
		what string
		e    api.Example
		want bool
	}{
		{"a response", api.Example{Side: api.SideResponse, Status: 200, JSON: true, Body: `{"a/b": {"next": "x"}}`}, true},
		{"the last of success", api.Example{Side: api.SideResponse, Status: 299, JSON: true, Body: `{"a/b": {"next": "x"}}`}, true},
		{"another address", api.Example{Side: api.SideResponse, Status: 300, JSON: true, Body: `{"a/b": {"next": "x"}}`}, false},
		{"a failure", api.Example{Side: api.SideResponse, Status: 404, JSON: true, Body: `{"a/b": {"next": "x"}}`}, false},
		{"a request", api.Example{Side: api.SideRequest, Status: 200, JSON: true, Body: `{"a/b": {"next": "x"}}`}, false},
		{"no JSON", api.Example{Side: api.SideResponse, Status: 200, Body: `{"a/b": {"next": "x"}}`}, false},
		{"torn JSON", api.Example{Side: api.SideResponse, Status: 200, JSON: true, Body: `{"a/b": {"next": "x"}`}, false},
		{"a number", api.Example{Side: api.SideResponse, Status: 200, JSON: true, Body: `{"a/b": {"next": 5}}`}, false},
		{"nothing there", api.Example{Side: api.SideResponse, Status: 200, JSON: true, Body: `{"next": "x"}`}, false},
	} {
		l := &listing{examples: []*api.Example{{Side: api.SideResponse, Status: 200, JSON: true, Body: `[`}, &c.e}}
		if got := l.prints("/a~1b/next", func(string) bool { return true }); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// TestNoBody: what no response has leads nowhere.
func TestNoBody(t *testing.T) {
	if hasNextOf(nil, "marker") || new(listing).link() != "" {
		t.Error("a response without a structure has a next page")
	}
	list := body(boxes())
	op := &api.Operation{Responses: []*api.Response{{Status: 204}, {Status: 200, Body: list}, {Status: 201, Body: body()}}}
	if got := successType(op); got != &list.Type {
		t.Errorf("%v", got)
	}
}
