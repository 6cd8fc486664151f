package paging

import (
	"encoding/json"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// value makes a field with a description; a default is set with its JSON.
func value(name string, kind api.Kind, text string, def ...string) *api.Field {
	f := &api.Field{Name: name, Type: api.Type{Kind: kind}, Text: text, Origin: api.Origin{Page: "a.rst", How: api.FromColumn}}
	for _, d := range def {
		f.Decided.Default = &api.Value{JSON: d}
	}
	return f
}

func object(name string, fields ...*api.Field) *api.Field {
	f := value(name, api.Object, "")
	f.Type.Schema = &api.Schema{Fields: fields}
	return f
}

func listOfItems(name string, fields ...*api.Field) *api.Field {
	f := value(name, api.Array, "")
	f.Type.Elem = &api.Type{Kind: api.Object, Schema: &api.Schema{Fields: fields}}
	return f
}

func boxes() *api.Field {
	return listOfItems("boxes", value("id", api.String, ""), value("box_name", api.String, ""), value("request_id", api.String, ""))
}

func bare(name string) *api.Field {
	f := value(name, api.Array, "")
	f.Type.Elem = &api.Type{Kind: api.String}
	return f
}

func printed(f *api.Field, kind api.Kind) *api.Field {
	f.Observed = append(f.Observed, api.Observed{Kind: string(kind), Count: 1})
	return f
}

// at moves an operation to another path.
func at(path string, op *api.Operation) *api.Operation {
	op.Path = path
	return op
}

func named(id string, op *api.Operation) *api.Operation {
	op.ID = id
	return op
}

// made gives the response of an operation the status of what was made.
func made(op *api.Operation) *api.Operation {
	op.Responses[0].Status = 201
	return op
}

func body(fields ...*api.Field) *api.Payload {
	return &api.Payload{Type: api.Type{Kind: api.Object, Schema: &api.Schema{Fields: fields}}}
}

func get(query ...*api.Field) *api.Operation {
	op := &api.Operation{Method: "GET", Path: "/v1/{shelf}/boxes"}
	for _, f := range query {
		op.Params = append(op.Params, &api.Param{In: api.InQuery, Field: *f})
	}
	return op
}

// header adds a header to an operation.
func header(name string, need api.Need, op *api.Operation) *api.Operation {
	f := value(name, api.String, "")
	f.Need = need
	op.Params = append(op.Params, &api.Param{In: api.InHeader, Field: *f})
	return op
}

func post(fields ...*api.Field) *api.Operation {
	return &api.Operation{Method: "POST", Path: "/v1/{shelf}/action", Body: body(fields...)}
}

func responds(op *api.Operation, fields ...*api.Field) *api.Operation {
	op.Responses = []*api.Response{{Status: 400, Body: body(boxes())}, {Status: 200, Body: body(fields...)}}
	return op
}

func TestService(t *testing.T) {
	num := func(name, text string, def ...string) *api.Field { return value(name, api.Integer, text, def...) }
	text := func(name, text string, def ...string) *api.Field { return value(name, api.String, text, def...) }
	limit := num("limit", "Boxes a page")
	offset := num("offset", "")
	undocumented := func(name string) *api.Field {
		f := text(name, "")
		f.Origin.How = api.FromURL
		return f
	}
	mandatory := func(f *api.Field) *api.Field { f.Need = api.NeedYes; return f }
	both := func(f *api.Field, other api.Kind, shown ...api.Kind) *api.Field {
		f.Type.Also = []api.Kind{other}
		if other == api.Array {
			f.Type.AlsoElem = &api.Type{Kind: api.Object, Schema: f.Type.Schema}
		}
		for _, k := range shown {
			printed(f, k)
		}
		return f
	}
	for _, c := range []struct {
		what string
		op   *api.Operation
		want string // the pagination, "" for none
		why  string // the finding, "" for none
	}{
		// By offset.
		{"items to skip", responds(get(limit, offset), boxes(), num("total", "")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"numbers as texts", responds(get(text("limit", ""), text("offset", "", `"0"`)), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a count of the page", responds(get(limit, offset), boxes(), num("count", "Number of boxes on the page")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a start that counts", responds(get(limit, num("from", "Milliseconds"), num("start", "Start position")), boxes(), object("meta_data", num("total", ""))),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"start","Count":"/meta_data/total"}`, ""},
		{"a list inside", responds(get(limit, offset), object("box_data", num("total", ""), boxes()), num("code", "")),
			`{"Style":"offset","Items":"/box_data/boxes","Limit":"limit","Offset":"offset","Count":"/box_data/total"}`, ""},
		{"no limit", responds(get(offset), boxes()), "", ""},
		{"no offset", responds(get(limit), boxes()), "", ""},
		{"a start from 0 of all items", responds(get(limit, value("start", api.Integer, "Where it begins", "0")), boxes(), num("total", "")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"start","Count":"/total"}`, ""},
		{"a start from 0 of unknown many", responds(get(limit, value("start", api.Integer, "Where it begins", "0")), boxes()), "", ""},
		{"a timestamp from 0", responds(get(limit, value("start", api.Integer, "Timestamp of the first", "0")), boxes(), num("total", "")), "", ""},
		{"a start with a number", responds(get(limit, num("start_number", "")), boxes(), num("total_number", "")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"start_number","Count":"/total_number"}`, ""},
		{"a timestamp", responds(get(limit, num("start", "Milliseconds")), boxes()), "", ""},
		{"undocumented", responds(get(undocumented("limit"), undocumented("offset")), boxes()), "", ""},
		{"no fitting type", responds(get(limit, value("offset", api.Boolean, "")), boxes()), "", ""},
		{"a default of 1", responds(get(limit, num("offset", "", "1")), boxes()), "",
			`"offset" asks for one page of a list, but with the default 1 it is not certain whether it counts items or pages`},
		{"a method that reads nothing", func() *api.Operation { op := responds(get(limit, offset), boxes()); op.Method = "DELETE"; return op }(), "", ""},

		// By the number of the page.
		{"a page number", responds(get(num("page_size", ""), num("page_no", "")), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"page_size","Page":"page_no","First":1}`, ""},
		{"an offset of pages", responds(get(limit, num("offset", "Start page", "0")), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"offset"}`, ""},
		{"a default that switches paging off", responds(get(limit, num("page", "Set it to 1. The default value 0 means no paging.", "0")), boxes()),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"page","First":1}`, ""},
		{"pages and items", responds(get(limit, num("offset", "Page number, or the index offset")), boxes()), "",
			`"offset" asks for one page of a list, but its description tells of the number of a page and of a number of items`},

		// By marker.
		{"a marker from some version on", responds(get(limit, text("marker", "The request_id of the last box. It is supported in microversion 2.58 and later.")), boxes()),
			"", `"marker" asks for one page of a list, but it does so from version 2.58 on, which calls do not ask for`},
		{"a marker from some version on, which is asked for", header("X-Boat-API-Version", api.NeedYes, responds(get(limit, text("marker", "The request_id of the last box. It is supported in microversion 2.58 and later.")), boxes())),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Key":"request_id"}`, ""},
		{"a marker from some version on, which may be asked for", header("X-Boat-API-Version", api.NeedNo, responds(get(limit, text("marker", "The request_id of the last box. It is supported in microversion 2.58 and later.")), boxes())),
			"", `"marker" asks for one page of a list, but it does so from version 2.58 on, which calls do not ask for`},
		{"a marker from some version on, beside another header", header("X-Boat", api.NeedYes, responds(get(limit, num("offset", "How many to skip, in microversion 2.58 and later")), boxes())),
			"", `"offset" asks for one page of a list, but it does so from version 2.58 on, which calls do not ask for`},
		{"a page from some version on", responds(get(limit, num("page", "Number of the page, in microversion 2.58 and later")), boxes()),
			"", `"page" asks for one page of a list, but it does so from version 2.58 on, which calls do not ask for`},
		{"a limit from some version on", responds(get(num("limit", "At most 20 in microversion 2.58 and later"), text("marker", "The request_id of the last box")), boxes()),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Key":"request_id"}`, ""},
		{"the next marker", responds(get(limit, offset, text("marker", "")), boxes(), object("page_info", text("next_marker", ""))),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Next":"/page_info/next_marker"}`, ""},
		{"a marker of its own name", responds(get(limit, text("continue", "")), listOfItems("items"), object("metadata", text("continue", ""))),
			`{"Style":"marker","Items":"/items","Limit":"limit","Marker":"continue","Next":"/metadata/continue"}`, ""},
		{"next of a name", responds(get(num("max-parts", ""), num("part-number-marker", "")), listOfItems("Part"), num("PartNumberMarker", ""), num("NextPartNumberMarker", "")),
			`{"Style":"marker","Items":"/Part","Limit":"max-parts","Marker":"part-number-marker","Next":"/NextPartNumberMarker"}`, ""},
		{"the id of the last item", responds(get(limit, text("marker", "ID of the last box of the page before")), boxes(), bare("boxes_links")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Key":"id"}`, ""},
		{"a member that is named", responds(get(limit, text("marker", "The value is **request_id**, no ID of a box")), boxes()),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"marker","Key":"request_id"}`, ""},
		{"a member in the parameter's name", responds(get(limit, text("start_box_name", "")), boxes()),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"start_box_name","Key":"box_name"}`, ""},
		{"a start with a next one", responds(get(limit, text("start", "Start value")), boxes(), object("meta_data", text("marker", ""))),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"start","Next":"/meta_data/marker"}`, ""},
		{"a start that the response repeats", responds(get(num("size", ""), text("from", "Index number")), boxes(), text("from", "")),
			`{"Style":"offset","Items":"/boxes","Limit":"size","Offset":"from"}`, ""},
		{"no word of what it is", responds(get(limit, text("marker", "Where the query starts")), boxes()), "",
			`"marker" asks for one page of a list, but neither its description nor the response tells where its next value comes from`},
		{"two that belong together", responds(get(limit, text("key-marker", ""), text("id-marker", "")), boxes(), text("NextKeyMarker", ""), text("NextIdMarker", "")), "", ""},
		{"a key that the response repeats", responds(get(limit, text("start_box_name", "")), boxes(), text("start_box_name", "")),
			`{"Style":"marker","Items":"/boxes","Limit":"limit","Marker":"start_box_name","Key":"box_name"}`, ""},
		{"a marker from some version on, beside a word of the query", responds(get(limit, mandatory(text("X-Boat-API-Version", "")), text("marker", "The request_id of the last box. It is supported in microversion 2.58 and later.")), boxes()),
			"", `"marker" asks for one page of a list, but it does so from version 2.58 on, which calls do not ask for`},
		{"a stream", responds(get(limit, mandatory(text("cursor", ""))), boxes(), text("next_cursor", "")), "", ""},

		// By link.
		{"links of an object", responds(get(), boxes(), object("links", text("self", ""), text("next", ""))),
			`{"Style":"link","Items":"/boxes","Link":"/links/next"}`, ""},
		{"links of a list", responds(get(limit), boxes(), listOfItems("boxes_links", text("href", ""), text("rel", ""))),
			`{"Style":"link","Items":"/boxes","Limit":"limit","Link":"/boxes_links"}`, ""},
		{"a page number before a link", responds(get(limit, num("page", "")), boxes(), object("links", text("next", ""))),
			`{"Style":"page","Items":"/boxes","Limit":"limit","Page":"page","First":1}`, ""},
		{"links of a resource", responds(get(), text("name", ""), object("links", text("self", ""), text("next", ""))), "", ""},

		// In the body.
		{"members of the body", responds(post(limit, offset, text("action", "")), listOfItems("resources")),
			`{"Style":"offset","Items":"/resources","Limit":"/limit","Offset":"/offset","InBody":true}`, ""},
		{"an object inside", responds(post(bare("ids"), object("page/req", num("per_page", ""), num("cur_page", ""))), listOfItems("results")),
			`{"Style":"page","Items":"/results","Limit":"/page~1req/per_page","Page":"/page~1req/cur_page","First":1,"InBody":true}`, ""},
		{"an object of free form", responds(post(without("filter", api.Object)), boxes()), "", ""},
		{"the query first", func() *api.Operation {
			op := responds(get(limit, offset), boxes())
			op.Body = body(limit, offset)
			return op
		}(), `{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a count", responds(post(limit, offset), num("total_count", "")), "", ""},

		// Which list.
		{"no list", responds(get(limit, offset), text("name", "")), "", `"offset" asks for one page of a list, but the response has no list`},
		{"two lists", responds(get(limit, offset), listOfItems("lids"), listOfItems("crates")), "",
			`"offset" asks for one page of a list, but the response has several lists: lids, crates`},
		{"errors beside", responds(get(limit, offset), listOfItems("crates"), listOfItems("errors")),
			`{"Style":"offset","Items":"/crates","Limit":"limit","Offset":"offset"}`, ""},
		{"what was asked for", responds(post(limit, offset, listOfItems("tags")), listOfItems("crates"), listOfItems("tags")),
			`{"Style":"offset","Items":"/crates","Limit":"/limit","Offset":"/offset","InBody":true}`, ""},
		{"the path's", responds(get(limit, offset), boxes(), listOfItems("lids")),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"the path's of bare values", responds(get(limit, offset), bare("boxes"), listOfItems("lids")), "", ""},

		// What is not a list that comes page by page.
		{"bare values", responds(get(limit, offset), bare("boxes"), num("total", "")), "", ""},
		{"lists of lists", responds(get(limit, offset), func() *api.Field {
			f := listOfItems("boxes")
			f.Type.Elem = &api.Type{Kind: api.Array, Elem: f.Type.Elem}
			return f
		}()), "", ""},
		{"what is made", named("CreateCrate", responds(post(limit, offset), num("total", ""), boxes())), "", ""},
		{"what is made by its status", made(responds(post(), boxes(), object("links", text("next", "")))), "", ""},
		{"what is read by POST", named("ListBoxes", made(responds(post(limit, offset), boxes()))),
			`{"Style":"offset","Items":"/boxes","Limit":"/limit","Offset":"/offset","InBody":true}`, ""},
		{"links of what another POST changes", named("ChangeCrate", responds(post(), listOfItems("lids"), object("links", text("next", "")))), "", ""},
		{"links of what a POST reads", named("SearchLids", responds(post(), listOfItems("lids"), object("links", text("next", "")))),
			`{"Style":"link","Items":"/lids","Link":"/links/next"}`, ""},
		{"links of a resource with a list", responds(get(), text("status", ""), listOfItems("lids"), object("links", text("next", ""))), "", ""},
		{"an id of its own", responds(get(limit, offset), text("id", ""), listOfItems("lids")), "", ""},
		{"an id of its own and a list in other words", responds(get(limit, offset), text("id", ""), listOfItems("box_infos")),
			`{"Style":"offset","Items":"/box_infos","Limit":"limit","Offset":"offset"}`, ""},
		{"an id of its own and the end of the path", at("/v1/oak-boxes", responds(get(limit, offset), text("id", ""), boxes())),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a count in the name of the list", responds(get(limit, offset), listOfItems("lids"), num("lid_total_count", "")),
			`{"Style":"offset","Items":"/lids","Limit":"limit","Offset":"offset","Count":"/lid_total_count"}`, ""},
		{"a count in the name of the path", responds(get(limit, offset), listOfItems("data"), num("box_total_count", "")),
			`{"Style":"offset","Items":"/data","Limit":"limit","Offset":"offset","Count":"/box_total_count"}`, ""},
		{"an id of its own and a count", responds(get(limit, offset), text("id", ""), listOfItems("lids"), num("total", "")),
			`{"Style":"offset","Items":"/lids","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"an id of its own and the list of the path", responds(get(limit, offset), text("id", ""), boxes()),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"one of its path", at("/v1/crates/{crate_id}", responds(get(limit, offset), boxes(), num("total", ""))), "", ""},
		{"one by a bare id", at("/v1/crates/{id}", responds(get(limit, offset), boxes(), num("total", ""))), "", ""},
		{"the lids of a crate", at("/v1/lids/{crate_id}", responds(get(limit, offset), listOfItems("lids"), num("total", ""), num("offset", ""))),
			`{"Style":"offset","Items":"/lids","Limit":"limit","Offset":"offset","Count":"/total"}`, ""},
		{"the lids of a crate by their markers", at("/v1/lids/{crate_id}", responds(get(limit, text("marker", "")), listOfItems("lids"), text("next_marker", ""), text("crate", ""))),
			`{"Style":"marker","Items":"/lids","Limit":"limit","Marker":"marker","Next":"/next_marker"}`, ""},
		{"a crate that the last word does not name", at("/v1/opened/{crate_id}", responds(get(limit, offset), listOfItems("lids"), num("total", ""), text("colour", ""))), "", ""},
		{"no page of all of a path that ends so", at("/v1/lids/{crate_id}", responds(get(), listOfItems("lids"), num("total", ""), object("links", text("next", "")))), "", ""},
		{"no limit of a path that ends so", at("/v1/lids/{crate_id}", responds(get(offset), listOfItems("lids"), num("total", ""), object("links", text("next", "")))), "", ""},
		{"no page of a path that ends so", at("/v1/lids/{crate_id}", responds(get(), listOfItems("lids"), object("links", text("next", "")))), "", ""},
		{"the printed one", responds(get(limit, offset), boxes(), printed(listOfItems("data"), api.Array)),
			`{"Style":"offset","Items":"/data","Limit":"limit","Offset":"offset"}`, ""},
		{"the path's and one that is called so", responds(get(limit, offset), boxes(), listOfItems("data")), "",
			`"offset" asks for one page of a list, but the response has several lists: boxes, data`},
		{"bare values beside", responds(get(limit, offset), listOfItems("crates"), bare("names")),
			`{"Style":"offset","Items":"/crates","Limit":"limit","Offset":"offset"}`, ""},
		{"items with pages", responds(get(limit, offset), listOfItems("boxes", limit, offset, listOfItems("lids"))), "",
			`"offset" asks for one page of a list, but each item of boxes has pages of its own`},
		{"a list that is printed as such", responds(get(limit, offset), both(object("boxes"), api.Array, api.Array)),
			`{"Style":"offset","Items":"/boxes","Limit":"limit","Offset":"offset"}`, ""},
		{"a list that is printed as an object", responds(get(limit, offset), both(boxes(), api.Object, api.Object)), "",
			`"offset" asks for one page of a list, but the response has no list`},
		{"no response", get(limit, offset), "", `"offset" asks for one page of a list, but no response is documented that has a list`},
	} {
		var found diag.List
		Service(&api.Service{Operations: []*api.Operation{c.op}}, &found)
		got := ""
		if c.op.Pages != nil {
			text, err := json.Marshal(c.op.Pages)
			if err != nil {
				t.Fatal(err)
			}
			got = string(text)
		}
		why := ""
		for _, f := range found.Sorted() {
			why += f.Message
		}
		if got != c.want || why != c.why {
			t.Errorf("%s:\ngot  %s\n     %s\nwant %s\n     %s", c.what, got, why, c.want, c.why)
		}
	}
}

// TestRoot holds the list that is the body itself, also where the body is named.
func TestRoot(t *testing.T) {
	list := api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object}}
	for _, typ := range []api.Type{list, {Kind: api.Object, Schema: &api.Schema{Root: &list}}} {
		op := get(value("limit", api.Integer, ""), value("offset", api.Integer, ""))
		op.Responses = []*api.Response{{Status: 200, Body: &api.Payload{Type: typ}}}
		Service(&api.Service{Operations: []*api.Operation{op}}, new(diag.List))
		if op.Pages == nil || op.Pages.Items != "" {
			t.Errorf("%s: got %+v", typ, op.Pages)
		}
	}
}

// TestVariants holds that each page of a shared path is looked at by itself.
func TestVariants(t *testing.T) {
	limit, offset := value("limit", api.Integer, ""), value("offset", api.Integer, "")
	list := responds(post(limit, offset), listOfItems("resources"))
	count := responds(post(limit, offset), value("total_count", api.Integer, ""))
	op := &api.Operation{Method: "POST", Path: "/v1/action", Variants: []*api.Operation{list, count}}
	var found diag.List
	Service(&api.Service{Operations: []*api.Operation{op}}, &found)
	if op.Pages != nil || list.Pages == nil || count.Pages != nil || len(found.Sorted()) > 0 {
		t.Errorf("got %+v, %+v and %+v, findings %v", op.Pages, list.Pages, count.Pages, found.Sorted())
	}
}
