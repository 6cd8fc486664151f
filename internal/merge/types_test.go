package merge

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// kind is a type by what a page calls it: a kind, "integer:int64" with a format, "string+integer"
// with a further kind, "[string", "{any" for a list and a map, "lid" and "cap" for structures.
func kind(text string) api.Type {
	switch {
	case text == "lid" || text == "cap":
		return object(&api.Schema{Name: text, Label: text, Fields: []*api.Field{{Name: text, Type: api.Type{Kind: api.String}}}})
	case text[0] == '[':
		return list(kind(text[1:]))
	case text[0] == '{':
		elem := kind(text[1:])
		return api.Type{Kind: api.Map, Elem: &elem}
	}
	text, format, _ := strings.Cut(text, ":")
	first, also, found := strings.Cut(text, "+")
	t := api.Type{Kind: api.Kind(first), Format: format}
	if found {
		t.Also = []api.Kind{api.Kind(also)}
	}
	return t
}

// TestJoinTypes holds how the types go together that two pages give one field, and what comes of them.
func TestJoinTypes(t *testing.T) {
	for _, c := range []struct {
		x, y   string
		fit    fit
		want   string
		differ bool
	}{
		{"string", "string", fits, "string", false},
		{"integer:int64", "integer:int32", fits, "integer", false},
		{"integer:int64", "integer:int64", fits, "integer (int64)", false},
		{"integer:int64", "integer", fits, "integer", false},
		{"integer", "integer:int64", fits, "integer", false},
		{"integer", "number", fits, "number", true},
		{"number", "integer", fits, "number", true},
		{"any", "integer:int64", fits, "integer (int64)", false},
		{"integer:int64", "any", fits, "integer", false},
		{"any", "[string", fits, "array of string", false},
		{"[string", "any", fits, "array of string", false},
		{"[any", "[integer", fits, "array of integer", false},
		{"[integer", "[number", fits, "array of number", true},
		{"[integer", "[string", fitsBoth, "array of string or integer", true},
		{"[integer", "integer", fitsNot, "", false},
		{"[integer", "{integer", fitsNot, "", false},
		{"{integer", "{string", fitsBoth, "map of string or integer", true},
		{"string", "boolean", fitsBoth, "string or boolean", true},
		{"boolean", "integer", fitsBoth, "boolean or integer", true},
		{"string", "object", fitsNot, "", false},
		{"object", "string", fitsNot, "", false},
		{"object", "boolean", fitsNot, "", false},
		{"object", "object", fits, "object", false},
		{"object", "lid", fits, "object lid", false},
		{"lid", "object", fits, "object lid", false},
		{"lid", "cap", fits, "object lid", false},
		{"{any", "lid", fits, "object lid", false},
		{"lid", "{any", fits, "object lid", false},
		{"{object", "lid", fits, "object lid", false},
		{"lid", "{object", fits, "object lid", false},
		{"{string", "lid", fitsNot, "", false},
		{"lid", "{string", fitsNot, "", false},
		{"{lid", "cap", fitsNot, "", false},
		{"{any", "string", fitsNot, "", false},
		{"string", "{any", fitsNot, "", false},
		{"string+integer", "string", fits, "string or integer", false},
		{"string", "string+integer", fits, "string or integer", true},
		{"string+integer", "string+integer", fits, "string or integer", false},
		{"integer", "string+boolean", fitsBoth, "string or boolean or integer", true},
		{"any", "string+boolean", fits, "string or boolean", false},
	} {
		a := &alike{found: new(diag.List), of: map[*api.Schema]*resource{}, into: map[*api.Schema]*api.Schema{}, open: map[openFact]bool{}}
		x, y := kind(c.x), kind(c.y)
		if got := a.fit(&x, &y, map[pair]bool{}); got != c.fit {
			t.Errorf("%s and %s fit: %v, want %v", c.x, c.y, got, c.fit)
		}
		if c.fit == fitsNot {
			continue
		}
		if differ := a.joinType(&x, &y); x.String() != c.want || differ != c.differ {
			t.Errorf("%s and %s are %s and differ: %v, want %s, %v", c.x, c.y, x, differ, c.want, c.differ)
		}
	}
}

// TestOpenMaps: a structure that another page calls a map of anything takes further members, one that
// another page describes has the fields of both.
func TestOpenMaps(t *testing.T) {
	for _, c := range []struct{ x, y string }{{"lid", "{any"}, {"{any", "lid"}} {
		a := &alike{of: map[*api.Schema]*resource{}, into: map[*api.Schema]*api.Schema{}}
		x, y := kind(c.x), kind(c.y)
		a.joinType(&x, &y)
		if x.Schema.Extra == nil || x.Schema.Extra.Kind != api.Any || x.Elem != nil {
			t.Errorf("%s and %s: %s with %v", c.x, c.y, x, x.Schema.Extra)
		}
	}
	a := &alike{of: map[*api.Schema]*resource{}, into: map[*api.Schema]*api.Schema{}}
	x, y := kind("lid"), kind("cap")
	a.joinType(&x, &y)
	if of(x.Schema) != "lid string, cap string" || x.Schema.Extra != nil {
		t.Errorf("the structure has %s", of(x.Schema))
	}
	// A structure that stands for a list stays one, and what is inside differs as in fields.
	root, other := kind("[integer"), kind("[string")
	x, y = object(&api.Schema{Name: "r", Root: &root}), object(&api.Schema{Name: "s", Root: &other})
	if got := a.fit(&x, &y, map[pair]bool{}); got != fitsBoth {
		t.Errorf("two lists fit: %v", got)
	}
	if a.joinType(&x, &y); root.String() != "array of string or integer" {
		t.Errorf("the list is %s", root)
	}
	lid := kind("lid")
	if got := a.fit(&x, &lid, map[pair]bool{}); got != fitsNot {
		t.Errorf("a list and a structure fit: %v", got)
	}
	// Further members of both are joined, those of one stay.
	x, y = kind("lid"), kind("cap")
	more, others := kind("integer"), kind("number")
	x.Schema.Extra, y.Schema.Extra = &more, &others
	if a.joinType(&x, &y); x.Schema.Extra.String() != "number" {
		t.Errorf("further members are %s", x.Schema.Extra)
	}
	x, y = kind("lid"), kind("cap")
	y.Schema.Extra = &more
	if a.joinType(&x, &y); x.Schema.Extra != &more {
		t.Errorf("further members are %v", x.Schema.Extra)
	}
	// Members of requests are not those of responses.
	x, y = kind("lid"), kind("lid")
	x.Schema.Request = true
	if got := a.fit(&x, &y, map[pair]bool{}); got != fitsNot {
		t.Errorf("one of requests and one of responses fit: %v", got)
	}
}

// TestMoreFieldsFirst: the page that says most of a structure is the one that the others join, and the one
// that a finding names, whatever its place.
func TestMoreFieldsFirst(t *testing.T) {
	few, most := typed("jar", "id", "name integer", "lid", "tap"), typed("jar", "id", "name", "lid", "tap", "cup")
	few.Origin.Page, most.Origin.Page = "few.rst", "most.rst"
	found := new(diag.List)
	svc := &api.Service{Operations: []*api.Operation{withResponse("A", few), withResponse("B", most)}}
	Schemas(svc, found)
	if len(svc.Schemas) != 1 || svc.Schemas[0] != most || found.Len() != 1 || found.Sorted()[0].Page != "few.rst" {
		t.Errorf("%d schemas, %v", len(svc.Schemas), found.Sorted())
	}
	if op := svc.Operations[0]; op.Responses[0].Body.Type.Schema != most {
		t.Error("the other page has a structure of its own")
	}
}

// TestSameDifference: what both pages say in other words of the type is told, also where their limits agree.
func TestSameDifference(t *testing.T) {
	a, b := typed("jar", "id", "name", "lid", "size integer"), typed("jar", "id", "name", "lid", "size number")
	found := new(diag.List)
	Schemas(&api.Service{Operations: []*api.Operation{withResponse("A", a), withResponse("B", b)}}, found)
	if found.Len() != 1 || !strings.Contains(found.Sorted()[0].Message, "of size;") {
		t.Errorf("%v", found.Sorted())
	}
}

// TestFurtherIDs has what tells operations apart where their titles do not.
func TestFurtherIDs(t *testing.T) {
	on := func(name string, op *api.Operation) *api.Operation { op.Origin.Page = name; return op }
	given := func(op *api.Operation, id string) *api.Operation { op.ID, op.Given = id, true; return op }
	for _, c := range []struct {
		what string
		ops  []*api.Operation
		want string
	}{
		{"two of one page on two paths, which other pages do not have", []*api.Operation{
			on("a.rst", page("Listing Lids", "GET", "/v1/lids")), on("a.rst", page("Listing Lids", "GET", "/v2/lids")),
		}, "ListLidsV1 ListLidsV2"},
		{"capitals of a version", []*api.Operation{page("Listing Lids", "GET", "/V1/lids"), page("Listing Lids", "GET", "/v2/lids")}, "ListLidsV1 ListLidsV2"},
		{"a version in lower case in the title", []*api.Operation{page("Listing Lids (v7)", "GET", "/lids"), page("Listing Lids (V8)", "GET", "/lids/x")}, "ListLidsV7 ListLidsV8"},
		{"v2 and v2.0 beside v3", []*api.Operation{page("Listing Lids", "GET", "/v2/lids"), page("Listing Lids", "GET", "/v2.0/lids"), page("Listing Lids", "GET", "/v3/lids")}, "ListLidsV2 ListLidsV20 ListLidsV3"},
		{"a prefix where the title has another verb", []*api.Operation{given(page("Lids", "GET", "/v1/lids"), "FindLids"), given(page("Lids", "GET", "/oak/v1/lids"), "FindLids")}, "ShowLidsV1Get ShowOakLidsV1"},
		{"of the provider's own two the first by their further ids", []*api.Operation{
			given(page("Lids", "GET", "/v1/lids"), "ListLids"), given(page("Lids", "GET", "/v2/lids"), "ListLids"), page("Listing Lids", "GET", "/v3/lids"),
		}, "ListLidsV1 ListLidsV2 ListLidsV3"},
	} {
		if got := decided(c.ops...); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// TestOwnNames: a structure says which operation has it, and fields of what the operation is named after
// are its fields.
func TestOwnNames(t *testing.T) {
	for _, c := range []struct{ id, want, name string }{
		{"CreateJar", "Jar", "CreateJarFields"},
		{"CreateJAR", "Jar", "CreateJARFields"},
		{"Jar", "Jar", "JarJar"},
		{"AJar", "Jar", "AJarFields"},
		{"CreateTub", "Jar", "CreateTubJar"},
		{"A", "Jar", "AJar"},
	} {
		if got := ownName(&use{op: &api.Operation{ID: c.id}, want: c.want}); got != c.name {
			t.Errorf("%s of %s is %s, want %s", c.want, c.id, got, c.name)
		}
	}
	// The elements of a list without a name have that of one.
	s := typed("", "id")
	op := withResponse("ListJars", s)
	op.Responses[0].Body.Type = list(object(s))
	body := typed("", "id")
	body.Fields[0] = &api.Field{Name: "lids", Type: list(object(typed("", "knob")))}
	if got := named(op, withResponse("ShowJar", body)); got != "ListJarsResponseBody ShowJarResponseBody ShowJarResponseBodyLid" {
		t.Error(got)
	}
}

// TestSentAsReturned: a structure that is sent, and is a response without being made for that, is named as one that is
// sent, whatever else responses have of its name: and not by the version of its path.
func TestSentAsReturned(t *testing.T) {
	sentTo := func(id, path, method string, s *api.Schema) *api.Operation {
		op := withResponse(id, s)
		op.Path, op.Method, op.Body = path, method, body(object(s))
		return op
	}
	got := func(id, path string, s *api.Schema) *api.Operation {
		op := withResponse(id, s)
		op.Path, op.Method = path, "GET"
		return op
	}
	others := []*api.Operation{got("ShowJar", "/v1/jars/{id}", typed("jar", "key", "size", "form", "hue")), got("ListJars", "/v1/jars", typed("jars", "jars list"))}
	if names := named(append(others, sentTo("SetJarOld", "/v1.1/jars/{id}", "PUT", typed("jar", "id", "lid", "rim")))...); names != "Jar Jars JarRequest" {
		t.Errorf("of another version: %s", names)
	}
}
