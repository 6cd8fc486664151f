package openapi_test

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

func from(line int) api.Origin {
	return api.Origin{Page: "shelf.rst", Pos: source.Pos{Line: line, Col: 1}, How: api.FromColumn}
}

func num(n uint64) *uint64 { return &n }

// field makes a field; changes set what differs from a plain one.
func field(name string, kind api.Kind, changes ...func(*api.Field)) *api.Field {
	f := &api.Field{Name: name, Type: api.Type{Kind: kind}, Passages: []api.Passage{{Markdown: "The " + name + "."}}, Origin: from(len(name))}
	for _, c := range changes {
		c(f)
	}
	return f
}

func param(in api.In, f *api.Field) *api.Param { return &api.Param{In: in, Field: *f} }

func mandatory(f *api.Field)     { f.Need = api.NeedYes }
func conditional(f *api.Field)   { f.Need = api.NeedConditional }
func deprecated(f *api.Field)    { f.Decided.Deprecated = true }
func timestamped(f *api.Field)   { f.Decided.Timestamp = true }
func attribute(f *api.Field)     { f.Attribute = true }
func proven(f *api.Field)        { f.Decided.Proven = true }
func onlyInExample(f *api.Field) { f.Decided.OnlyInExamples = true }
func undescribed(f *api.Field)   { f.Passages = nil }

func fixed(json string) func(*api.Field) {
	return func(f *api.Field) { f.Decided.Const = &api.Value{JSON: json} }
}

func structure(s *api.Schema) func(*api.Field) { return func(f *api.Field) { f.Type.Schema = s } }

func elem(t api.Type) func(*api.Field) { return func(f *api.Field) { f.Type.Elem = &t } }

func also(kinds ...api.Kind) func(*api.Field) { return func(f *api.Field) { f.Type.Also = kinds } }

func limits(l api.Limits) func(*api.Field) { return func(f *api.Field) { f.Decided.Limits = l } }

func example(side api.Side, status int, name, body string) *api.Example {
	return &api.Example{Side: side, Status: status, Name: name, Body: body, JSON: true, Valid: true, Origin: from(90)}
}

// shelves is a service with one of each thing that a document can hold.
func shelves() *api.Service {
	lid := &api.Schema{Name: "Lid", Origin: from(70), Also: []api.Origin{from(71), from(72)}, Fields: []*api.Field{field("wood", api.String)}}
	jar := &api.Schema{Name: "Jar", Request: true, Origin: from(10), Extra: &api.Type{Kind: api.Integer}, Fields: []*api.Field{
		field("name", api.String, mandatory, limits(api.Limits{MinLength: num(1), MaxLength: num(64), Pattern: "^[a-z]*$"})),
		field("kind", api.String, conditional, limits(api.Limits{Enum: []api.Value{{JSON: `"tall"`}, {JSON: `"flat"`}}}),
			func(f *api.Field) {
				f.Decided.Default, f.Decided.Example = &api.Value{JSON: `"flat"`}, &api.Value{JSON: `"tall"`}
				f.Decided.Contradicted = []api.Claim{{Fact: api.FactEnum, Values: []string{"round"}, Origin: from(12)}, {Fact: api.FactMin, Origin: from(13)}}
			}),
		field("act", api.String, mandatory, fixed(`"fill"`)),
		field("lid", api.Object, structure(lid)),
		field("old_lid", api.Object, structure(lid), deprecated, undescribed),
		field("plain_lid", api.Object, structure(lid), undescribed, onlyInExample),
		field("no_lid", api.Object, structure(lid), func(f *api.Field) { f.Type.Nullable = true }),
		field("lids", api.Array, elem(api.Type{Kind: api.Object, Schema: lid}), limits(api.Limits{MinItems: num(1), MaxItems: num(9), Unique: true})),
		field("spoons", api.Integer, limits(api.Limits{Min: "1", Max: "9"})),
		field("grains", api.Integer, limits(api.Limits{Min: "0", Max: "9223372036854775807"})),
		field("holes", api.Integer, limits(api.Limits{Min: "-9223372036854775808", Max: "9"})),
		field("small", api.Integer, limits(api.Limits{Max: "9007199254740992"}), func(f *api.Field) { f.Type.Format = "int32" }),
		field("smaller", api.Integer, limits(api.Limits{Max: "9223372036854775807"}), func(f *api.Field) { f.Type.Format = "int32" }),
		field("weight", api.Number, limits(api.Limits{Max: "9223372036854775807"})),
		field("odd", api.Integer, limits(api.Limits{Min: "much"})),
		field("made", api.String, timestamped),
		field("made_number", api.Integer, timestamped),
		field("anything", api.Any),
		field("labels", api.Map, elem(api.Type{Kind: api.String})),
		field("free", api.Map, elem(api.Type{Kind: api.Any})),
		field("blob", api.Binary),
		field("open", api.Object),
		field("either", api.String, also(api.Integer, api.Array), func(f *api.Field) { f.Type.Nullable = true }),
		field("one_or_more", api.Array, elem(api.Type{Kind: api.Object, Schema: lid}), also(api.Object)),
		field("bare_or_object", api.Array, elem(api.Type{Kind: api.String}), also(api.Object)),
		field("object_or_list", api.Object, structure(lid), also(api.Array), func(f *api.Field) {
			f.Type.AlsoElem = &api.Type{Kind: api.Object, Schema: lid}
		}),
		field("text_or_object", api.String, structure(lid), also(api.Object)),
	}}
	shown := &api.Schema{Name: "ShownJar", Origin: from(20), XMLName: "Jar", Fields: []*api.Field{
		field("name", api.String, mandatory), field("id", api.String, mandatory, proven), field("kind", api.String, conditional, fixed(`"tall"`)),
		field("xsi:type", api.String, attribute), field("type", api.String, attribute), field("gone", api.String, deprecated),
	}}
	failure := &api.Schema{Name: "Failure", Origin: from(30), Fields: []*api.Field{field("code", api.String)}}
	names := &api.Schema{Name: "Names", XMLName: "Names", Origin: from(40), Root: &api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}}
	named := &api.Schema{Name: "Named", XMLName: "Named", Origin: from(41), Root: &api.Type{Kind: api.Object, Schema: lid}}
	plain := &api.Schema{Name: "Plain", Origin: from(42), Root: &api.Type{Kind: api.String}}
	shelf := &api.Schema{Name: "Shelf", Request: true, Origin: from(43), Fields: []*api.Field{field("act", api.String, mandatory, fixed(`"hang"`))}}

	crate := &api.Schema{Name: "Crate", Origin: from(44), Also: []api.Origin{from(45)}, Fields: []*api.Field{
		field("lid", api.Object, structure(lid), func(f *api.Field) {
			f.Decided.Contradicted = []api.Claim{{Fact: api.FactMax, Values: []string{"1"}, Origin: from(46)}}
		}),
		field("weights", api.Array, elem(api.Type{Kind: api.Integer}), mandatory, func(f *api.Field) {
			f.Claims = []api.Claim{{Fact: api.FactNeed, Origin: from(60)}, {Fact: api.FactMin, Elems: true, Origin: from(61)}, {Fact: api.FactMaxItems, Origin: from(62)},
				{Fact: api.FactConst, Origin: from(63)}, {Fact: api.FactMin, Origin: from(64)}}
			f.Decided.Elems, f.Decided.Limits = api.Limits{Min: "1"}, api.Limits{MaxItems: num(5)}
			f.Decided.Contradicted = []api.Claim{{Fact: api.FactMin, Origin: from(64)}}
			f.Decided.Proven = true
		}),
		field("by_name", api.Map, elem(api.Type{Kind: api.Integer}), func(f *api.Field) {
			f.Claims = []api.Claim{{Fact: api.FactMax, Elems: true, Origin: from(65)}}
			f.Decided.Elems = api.Limits{Max: "9"}
		}),
		field("list_or_text", api.Array, elem(api.Type{Kind: api.Object, Schema: lid}), also(api.String)),
	}}
	basket := &api.Schema{Name: "Basket", Origin: from(47), Fields: []*api.Field{field("old", api.String, deprecated)}}

	fill := &api.Operation{
		ID: "FillJar", Method: "POST", Path: "/v1/{shelf}/{row}", Summary: "Filling a Jar", Description: "It fills a jar.", Tag: "Jars",
		DocURL: "https://docs.example.org/fill", HostName: "shelfname", Origin: from(1), Deprecated: true,
		Params: []*api.Param{
			param(api.InPath, field("shelf", api.String, mandatory, fixed(`"top"`))), param(api.InPath, field("row", api.String)),
			param(api.InQuery, field("acl", api.String, fixed(`""`))), param(api.InQuery, field("kind", api.String, mandatory, fixed(`"a"`))),
			param(api.InHeader, field("X-Empty", api.String, fixed(`""`))), param(api.InQuery, field("when", api.String, conditional, deprecated)),
			param(api.InQuery, field("lid", api.Object, structure(lid))), param(api.InQuery, field("zone", api.String, func(f *api.Field) { f.Origin = api.Origin{} })),
		},
		Body: &api.Payload{MediaType: "application/json", Required: true, Type: object(jar)},
		Responses: []*api.Response{
			{Status: 200, Text: "Filled.", Body: &api.Payload{MediaType: "application/xml", Type: object(shown)}, Headers: []*api.Param{
				param(api.InHeader, field("X-Spoons", api.Integer)), param(api.InHeader, field("X-Act", api.String, fixed(`"fill"`)))}},
			{Status: 204}, {Status: 299}, {Status: 0, Body: &api.Payload{MediaType: "application/json", Type: object(failure)}},
		},
		Examples: []*api.Example{
			example(api.SideRequest, 0, "one", `{"name": "a", "act": "fill"}`), example(api.SideRequest, 0, "two", `{"name": "b", "act": "fill", "made": "one two three four five six seven eight nine ten eleven"}`),
			example(api.SideRequest, 200, "three", `{"name": "c", "act": "fill"}`),
			example(api.SideResponse, 0, "one", `{"code": "x"}`), example(api.SideResponse, 200, "other", `{"name": "x", "id": "y"}`),
			{Side: api.SideRequest, Name: "torn", Body: `{"name": `}, {Side: api.SideRequest, Name: "wrong", Body: `{"name": 5}`, JSON: true},
		},
		Pages: &api.Pagination{Style: api.PageByOffset, Items: "/lids", Limit: "limit", Offset: "offset", Count: "/total"},
	}
	list := &api.Operation{ID: "ListNames", Method: "GET", Path: "/v1/names", Summary: "ListOfNames", Responses: []*api.Response{
		{Status: 200, Body: &api.Payload{MediaType: "application/xml", Type: object(names)}},
		{Status: 202, Body: &api.Payload{MediaType: "application/xml", Type: object(named)}},
		{Status: 203, Body: &api.Payload{MediaType: "text/plain", Type: object(plain)}},
	}}

	text := func(format string, nullable bool) *api.Payload {
		return &api.Payload{MediaType: "text/plain", Required: true, Type: api.Type{Kind: api.String, Format: format, Nullable: nullable}}
	}
	variant := func(id string, line int, body *api.Payload, responses ...*api.Response) *api.Operation {
		return &api.Operation{ID: id, Method: "PUT", Path: "/v1/{shelf}", Summary: id, Origin: from(line), Body: body, Responses: responses}
	}
	hang := variant("HangShelf", 50, &api.Payload{MediaType: "application/json", Required: true, Type: object(shelf)},
		&api.Response{Status: 200, Text: "Hung.", Body: body(lid), Headers: []*api.Param{param(api.InHeader, field("X-Hook", api.String))}})
	hang.DocURL, hang.Deprecated, hang.HostName = "https://docs.example.org/hang", true, "hook"
	hang.Query = []api.QueryWord{{Name: "hang"}}
	hang.Params = []*api.Param{param(api.InPath, field("shelf", api.String, mandatory)), param(api.InQuery, field("hang", api.String, mandatory)),
		param(api.InHeader, field("hang", api.String)), param(api.InQuery, field("force", api.Boolean, mandatory))}
	hang.Pages = &api.Pagination{Style: api.PageByMarker, Items: "/lids", Marker: "marker", Key: "id", InBody: true}
	hang.Examples = []*api.Example{example(api.SideRequest, 0, "z", `{"act": "hang"}`), example(api.SideRequest, 0, "a", `{"act": "hang"}`), example(api.SideResponse, 200, "a", `{"wood": "oak"}`)}
	turn := variant("TurnShelf", 51, text("", false),
		&api.Response{Status: 200, Text: "Turned.", Body: body(failure), Headers: []*api.Param{param(api.InHeader, field("X-Hook", api.Integer)), param(api.InHeader, field("X-Side", api.String))}},
		&api.Response{Status: 400, Body: text("", false)})
	same := variant("TurnShelfAgain", 52, text("", false), &api.Response{Status: 100, Body: text("", false)}, &api.Response{Status: 400, Body: text("", false)})
	other := variant("SpellShelf", 53, text("date", false), &api.Response{Status: 400, Body: text("", true)})
	lists := variant("ListShelf", 55, nil, &api.Response{Status: 400, Body: &api.Payload{MediaType: "text/plain", Type: api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}}},
		&api.Response{Status: 101, Body: &api.Payload{MediaType: "text/plain", Type: api.Type{Kind: api.Integer}}})
	listsToo := variant("ListShelfToo", 56, nil, &api.Response{Status: 400, Body: &api.Payload{MediaType: "text/plain", Type: api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Integer}}}},
		&api.Response{Status: 101, Body: &api.Payload{MediaType: "text/plain", Type: api.Type{Kind: api.String, Also: []api.Kind{api.Integer}}}})
	fillOne := variant("FillShelf", 54, &api.Payload{MediaType: "application/json", Type: object(jar)}, &api.Response{Status: 400, Body: body(lid)}, &api.Response{Status: 204, Headers: []*api.Param{param(api.InHeader, field("X-Late", api.String))}})
	variants := &api.Operation{ID: "ChangeShelf", Method: "PUT", Path: "/v1/{shelf}", Summary: "Changing", Origin: from(50), Variants: []*api.Operation{hang, turn, same, other, lists, listsToo, fillOne},
		Params: []*api.Param{param(api.InPath, field("shelf", api.String, mandatory)), param(api.InQuery, field("force", api.Boolean))}}
	alone := variant("DropShelf", 60, nil, &api.Response{Status: 204})
	alone.Method, alone.Variants = "DELETE", []*api.Operation{variant("DropOne", 60, body(shelf), &api.Response{Status: 204}), variant("DropAll", 61, nil, &api.Response{Status: 204})}
	single := variant("PatchShelf", 62, nil)
	single.Method, single.Variants = "PATCH", []*api.Operation{variant("PatchOne", 62, &api.Payload{MediaType: "application/json", Required: true, Type: object(shelf)}, &api.Response{Status: 204})}

	for _, op := range []*api.Operation{alone, single} {
		op.Params = []*api.Param{param(api.InPath, field("shelf", api.String, mandatory))}
	}

	return &api.Service{
		Title: "Shelves", DocURL: "https://docs.example.org", Tags: []api.Tag{{Name: "Jars", DocURL: "https://docs.example.org/jars"}}, Host: "shelves.example.org", Operations: []*api.Operation{fill, list, variants, alone, single},
		Schemas: []*api.Schema{lid, jar, shown, failure, names, named, plain, shelf, crate, basket}, ErrorBody: failure,
		ErrorCodes: []api.ErrorCode{{Status: 300, Code: "S.1", Message: "No jar is left.", Origin: from(80)}, {Status: 299, Code: "S.2", Origin: from(81)}, {Status: 0, Code: "S.3", Origin: from(82)}},
		Security:   []api.SecurityScheme{{Name: "key", Header: "X-Key"}},
	}
}

// TestEverything writes one of each thing that a document can hold, with prose and without,
// as YAML and as JSON.
func TestEverything(t *testing.T) {
	for file, prose := range map[string]bool{"everything.yaml": true, "everything_facts.yaml": false} {
		golden.Equal(t, "testdata/"+file, []byte(text(t, shelves(), prose)))
	}
	out, err := openapi.JSON(openapi.Of(shelves(), openapi.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	golden.Equal(t, "testdata/everything_facts.json", out)
	places, err := openapi.Sources(openapi.Of(shelves(), openapi.Options{}), nil)
	if err != nil {
		t.Fatal(err)
	}
	golden.Equal(t, "testdata/everything_sources.json", places)
}
