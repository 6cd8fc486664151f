package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

func onPage(page string, line int) api.Origin {
	return api.Origin{Page: page, Pos: source.Pos{Line: line, Col: 1}}
}

// TestTableOn: a page has the table of a structure that it has itself, else the first one.
func TestTableOn(t *testing.T) {
	s := &api.Schema{Origin: onPage("a", 1), Also: []api.Origin{onPage("b", 2), onPage("c", 3), onPage("a", 4)}}
	for page, line := range map[string]int{"a": 1, "b": 2, "c": 3, "d": 1} {
		if got := tableOn(page, s); got.Pos.Line != line {
			t.Errorf("the table on %s is at line %d, not %d", page, got.Pos.Line, line)
		}
	}
}

// TestRowsOfPages: findings lead to the row on the page of the example.
func TestRowsOfPages(t *testing.T) {
	f := &api.Field{Name: "size", Type: api.Type{Kind: api.Integer}, Origin: onPage("a", 1), Also: []api.Row{{Origin: onPage("b", 2), Claims: "a"}}}
	for page, line := range map[string]int{"a": 1, "b": 2, "c": 1} {
		if got := subjectOf(f).row(page); got.Pos.Line != line {
			t.Errorf("the row for %s is at line %d, not %d", page, got.Pos.Line, line)
		}
	}
	// A page whose row says the same as that of another one contradicts itself.
	c := claim(api.FactMax, "9")
	c.Origin = onPage("a", 5)
	found := new(diag.List)
	r := &reconciler{found: found}
	r.broken(f, c, seen{value: &payload.Value{Kind: payload.Number, Text: "10"}, page: "b"}, "is at most 9")
	if list := found.Sorted(); len(list) != 1 || list[0].Rule != "docs/limit-contradicted" || list[0].Related[0].Page != "b" || list[0].Related[0].Pos.Line != 2 {
		t.Errorf("%v", list)
	}
}

// TestIsMasked: which texts hide a part of themselves.
func TestIsMasked(t *testing.T) {
	for text, want := range map[string]bool{
		"684fc8xxxx22e6": true, "ab***cd": true, "0766...": true, "ica**nt": true, "1**2": true, "a**2": true, "1**b": true,
		"jar": false, "": false, "**": false, "a**": false, "**a": false, "/jars/**": false, "a/**/b": false, "a**/b": false, "a-**b": false, "a*b": false,
	} {
		if isMasked(&payload.Value{Kind: payload.String, Text: text}) != want {
			t.Errorf("%q is masked: %v", text, !want)
		}
	}
}

// TestExtremes: the number of each sentence that is farthest out.
func TestExtremes(t *testing.T) {
	on := func(line int, n string) api.Claim {
		c := claim(api.FactMax, n)
		c.Origin = onPage("a", line)
		return c
	}
	claims := []api.Claim{on(1, "3"), on(1, "7"), on(1, "5"), on(2, "4"), on(2, "4.0")}
	for direction, want := range map[int]string{1: "7 4", -1: "3 4"} {
		got := extremes(claims, direction)
		if got := got[sentence{"a", 1}] + " " + got[sentence{"a", 2}]; got != want {
			t.Errorf("direction %d: %s, want %s", direction, got, want)
		}
	}
}

// TestWiden: when a range of some cases makes the range wider.
func TestWiden(t *testing.T) {
	for _, c := range []struct{ low, high, from, to, want string }{
		{"1", "9", "0", "20", "0 20"},
		{"1", "9", "0", "0", "0 9"},
		{"1", "9", "20", "20", "1 20"},
		{"1", "9", "3", "5", "1 9"},
		{"1", "9", "1.0", "9.0", "1 9"}, // the same in other words
		{"500", "600", "300", "200", "500 600"},
		{"500", "600", "900", "800", "500 600"}, // no range
		{"", "9", "0", "20", " 9"},
		{"1", "", "0", "20", "1 "},
	} {
		low, high := widen(c.low, c.high, []api.Claim{claim(api.FactMin, c.from)}, []api.Claim{claim(api.FactMax, c.to)})
		if got := low + " " + high; got != c.want {
			t.Errorf("%s to %s, in some cases %s to %s: %s, want %s", c.low, c.high, c.from, c.to, got, c.want)
		}
	}
	if low, high := widen("1", "9", nil, []api.Claim{claim(api.FactMax, "20")}); low != "1" || high != "9" {
		t.Errorf("one end of some cases alone: %s to %s", low, high)
	}
	if low, high := widen("1", "9", []api.Claim{claim(api.FactMin, "0")}, nil); low != "1" || high != "9" {
		t.Errorf("one end of some cases alone: %s to %s", low, high)
	}
}

// TestReach: which bounds a value of some cases moves.
func TestReach(t *testing.T) {
	for _, c := range []struct{ low, high, value, want string }{
		{"1", "9", "0", "0 9"}, {"1", "9", "20", "1 20"}, {"1", "9", "5", "1 9"}, {"1", "9", "1.0", "1 9"}, {"1", "9", "9.0", "1 9"},
		{"", "9", "0", " 9"}, {"1", "", "20", "1 "}, {"", "", "20", " "}, {"1", "9", "none", "1 9"},
	} {
		f := &api.Field{Type: api.Type{Kind: api.Number}, Claims: []api.Claim{conditional(claim(api.FactConst, c.value))}}
		low, high := reach(f, false, &f.Type, c.low, c.high)
		if got := low + " " + high; got != c.want {
			t.Errorf("%s to %s, in some cases %s: %s, want %s", c.low, c.high, c.value, got, c.want)
		}
	}
}

// TestRangesOfTexts: a range and a multiple of what its cell calls a text are told.
func TestRangesOfTexts(t *testing.T) {
	cell := func(fact api.Fact, value string) api.Claim {
		c := claim(fact, value)
		c.Origin.How = api.FromColumn
		return c
	}
	list := func(claims ...api.Claim) *api.Field {
		f := field("f", api.Array, claims...)
		f.Type.Elem = &api.Type{Kind: api.String}
		return f
	}
	low, high := claim(api.FactMin, "1"), claim(api.FactMax, "9")
	for _, c := range []struct {
		what  string
		field *api.Field
		want  int
	}{
		{"a range", field("f", api.String, cell(api.FactKind, "string"), low, high), 1},
		{"one end", field("f", api.String, cell(api.FactKind, "string"), high), 0},
		{"a multiple", field("f", api.String, cell(api.FactKind, "string"), claim(api.FactMultiple, "4")), 1},
		{"no type in the table", field("f", api.String, low, high), 0},
		{"another cell of that word", field("f", api.String, cell(api.FactExample, "string"), low, high), 0},
		{"elements", list(cell(api.FactKind, "array"), elems(low), elems(high)), 1},
		{"elements of a table without types", list(cell(api.FactNeed, "yes"), elems(low), elems(high)), 0},
	} {
		_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{c.field}})
		if got := strings.Count(rules(found), "tool/range-of-text"); got != c.want {
			t.Errorf("%s: %d findings, want %d: %v", c.what, got, c.want, found)
		}
	}
}

// TestWordsOfTypes: what messages call a type.
func TestWordsOfTypes(t *testing.T) {
	if got := typeWords(&api.Type{Kind: api.String, Also: []api.Kind{api.Integer, api.Array}}); got != "string or integer or array" {
		t.Error(got)
	}
	said := claim(api.FactKind, "object")
	said.Words, said.Origin.How = "a bag", api.FromProse
	cell := said
	cell.Words, cell.Origin.How = "Bag", api.FromColumn
	if got := cellWords(&api.Field{Claims: []api.Claim{said, cell}}); got != "Bag" {
		t.Error(got)
	}
	if got := cellWords(&api.Field{Claims: []api.Claim{said}}); got != "" {
		t.Error(got)
	}
}

// TestNamesField: which printed texts are the name of their field.
func TestNamesField(t *testing.T) {
	for _, c := range []struct {
		field string
		kind  payload.Kind
		text  string
		want  bool
	}{
		{"size", payload.String, "size", true}, {"size", payload.String, "", false}, {"x-jar-", payload.String, "", false},
		{"5", payload.Number, "5", false}, {"5", payload.String, "5", true},
		{"jar_lid_colour", payload.String, "lid_colour", true}, {"jar_lid_colour", payload.String, "colour", false}, {"x-jar-lid", payload.String, "lid", true}, {"x-jar", payload.String, "jar", false},
	} {
		if got := namesField(&payload.Value{Kind: c.kind, Text: c.text}, c.field); got != c.want {
			t.Errorf("%q names %s: %v", c.text, c.field, got)
		}
	}
}

// TestSlipTwice: a value with a space around it that no list has is one value, however often it is shown.
func TestSlipTwice(t *testing.T) {
	f := field("f", api.String, claim(api.FactEnum, "oak", "fir"))
	decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{f}}, `{"f": " elm"}`, `{"f": " elm"}`)
	if d := f.Decided.Limits; len(d.Enum) != 3 || len(d.Shown) != 1 || d.Shown[0].JSON != `" elm"` {
		t.Errorf("%v, of which %v only shown", d.Enum, d.Shown)
	}
}

// TestOfElements: values that are listed for a list are those of its elements; claims that others have, too, stay as they are.
func TestOfElements(t *testing.T) {
	for _, c := range []struct {
		claim       api.Claim
		elems, text bool
	}{
		{claim(api.FactEnum, "oak"), true, true}, {claim(api.FactValues, "oak"), true, true}, {conditional(claim(api.FactEnum, "oak")), true, false}, {claim(api.FactExample, "oak"), false, false},
	} {
		claims := []api.Claim{c.claim}
		f := &api.Field{Type: api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Any}}, Claims: claims}
		if ofElements(f); f.Claims[0].Elems != c.elems || (f.Type.Elem.Kind == api.String) != c.text || claims[0].Elems {
			t.Errorf("%s: of elements %v, elements of kind %s, the list before %v", c.claim.Fact, f.Claims[0].Elems, f.Type.Elem.Kind, claims)
		}
	}
}

// TestTypelessUnseen: a row without a type that no example shows is a text.
func TestTypelessUnseen(t *testing.T) {
	a, b := untyped("a"), untyped("b")
	if decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{a, b}}, `{"a": 1}`); a.Type.Kind != api.Integer || b.Type.Kind != api.String {
		t.Errorf("%s and %s", a.Type, b.Type)
	}
}

// TestOpenStaysAny: where a table says that any value may come, no example tells more.
func TestOpenStaysAny(t *testing.T) {
	for open, want := range map[bool]api.Kind{true: api.Any, false: api.Integer} {
		f := field("f", api.Any)
		f.Type.Open = open
		if decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{f}}, `{"f": 1}`); f.Type.Kind != want {
			t.Errorf("open %v: %s", open, f.Type)
		}
	}
}

// TestStructureOfAll: which structure all fields of a table have.
func TestStructureOfAll(t *testing.T) {
	lid, rim := structure("Lid", "wood"), structure("Rim", "wood")
	of := func(schemas ...*api.Schema) *api.Schema {
		s := &api.Schema{}
		for _, inner := range schemas {
			s.Fields = append(s.Fields, &api.Field{Type: api.Type{Kind: api.Object, Schema: inner}})
		}
		return s
	}
	shown := of(lid, lid)
	shown.Fields = append(shown.Fields, &api.Field{Type: api.Type{Kind: api.String}, Decided: api.Decided{OnlyInExamples: true}})
	for _, c := range []struct {
		what string
		s    *api.Schema
		want *api.Schema
	}{
		{"all", of(lid, lid), lid}, {"one", of(lid), nil}, {"two", of(lid, rim), nil}, {"any object", of(lid, lid, nil), nil}, {"any object first", of(nil, lid, lid), nil}, {"beside what an example shows", shown, lid},
		{"texts", structure("Box", "a b"), nil},
	} {
		if got := structureOfAll(c.s); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// TestFollowsWord: what stands before a part of a path says what it is, unless it is a version or a parameter.
func TestFollowsWord(t *testing.T) {
	for shape, want := range map[string]bool{"/jars/{}": true, "/v1/jars/{}": true, "/v1/{}": false, "/{}": false, "/{}/{}": false, "/jars/{}/{}": false, "{}": false, "": false} {
		if followsWord(shape) != want {
			t.Errorf("%s: %v", shape, !want)
		}
	}
}

// TestSharedName: names of several words mean the same in all of a set.
func TestSharedName(t *testing.T) {
	for name, want := range map[string]string{"jar_id": "jarid", "jar-id": "jarid", "jarId": "jarid", "aLid": "alid", "jar": "", "Jar": "", "JAR": "", "_jar": "", "id": ""} {
		if got := sharedName(&api.Field{Name: name}); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestKeep: of each name so many values are kept.
func TestKeep(t *testing.T) {
	in := map[string][]shownValue{}
	for range maxShownValues + 3 {
		keep(in, "jarid", shownValue{text: "7"})
		keep(in, "", shownValue{text: "7"})
	}
	if len(in) != 1 || len(in["jarid"]) != maxShownValues {
		t.Errorf("%d names, %d values", len(in), len(in["jarid"]))
	}
}

// TestOfName: values of a name of which some are timestamps mean several things.
func TestOfName(t *testing.T) {
	const stamp = "2020-01-08T09:59:49Z"
	for values, want := range map[string]int{"": 0, "7": 1, "7 8": 2, stamp: 1, stamp + " " + stamp: 2, "7 " + stamp: 0, stamp + " 7": 0, "7 8 " + stamp: 0} {
		s := &shownParameters{byName: map[string][]shownValue{}}
		for v := range strings.FieldsSeq(values) {
			s.byName["start_time"] = append(s.byName["start_time"], shownValue{text: v})
		}
		if got := len(s.ofName("start_time")); got != want {
			t.Errorf("%q: %d values, want %d", values, got, want)
		}
	}
}

// TestQueryOfOtherPlace: a parameter of the path is none of the query, though its name is the same.
func TestQueryOfOtherPlace(t *testing.T) {
	for in, want := range map[api.In]int{api.InPath: 1, api.InHeader: 1, api.InQuery: 0} {
		found := new(diag.List)
		op := &api.Operation{Params: []*api.Param{{In: in, Field: api.Field{Name: "size"}}}}
		(&reconciler{found: found}).undocumentedQuery(op, &api.Example{}, map[urlKey]string{{api.InQuery, "size"}: "3"})
		if found.Len() != want {
			t.Errorf("%s: %d findings, want %d", in, found.Len(), want)
		}
	}
}

// TestIsShownHeader: which printed texts are values of headers.
func TestIsShownHeader(t *testing.T) {
	for text, want := range map[string]bool{"oak_jar": false, "oak_jar7": false, "a=oak_jar": false, "oak_jar-7x": true, "7": true, "": false, "Id": false, "oak jar": false, "oak 7": true} {
		if got := isShownHeader(text, "X-Lid-Id"); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestIsAll: a structure must list all members of a payload, as what they are.
func TestIsAll(t *testing.T) {
	s := &api.Schema{Fields: []*api.Field{
		{Name: "name", Type: api.Type{Kind: api.String}}, {Name: "lid", Type: api.Type{Kind: api.Object}}, {Name: "tags", Type: api.Type{Kind: api.Map}}, {Name: "ids", Type: api.Type{Kind: api.Array}},
	}}
	for text, want := range map[string]bool{
		`{"name": "a", "lid": {}, "tags": {}, "ids": []}`: true, `{"x": 1}`: false, `{"name": {}}`: false, `{"name": []}`: false, `{"lid": "a"}`: false, `{"lid": []}`: false, `{"tags": 1}`: false, `{"ids": {}}`: false, `{"ids": 1}`: false, `{"name": 1}`: true,
	} {
		v, _, err := payload.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if isAll(s, v) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}

// TestUnwrapOnly: when the only row of a body is the body itself.
func TestUnwrapOnly(t *testing.T) {
	for _, c := range []struct {
		what, inner, shown string
		need               api.Need
		required           bool
		want               bool
		wantRequired       bool
	}{
		{"what the row has", "lid", `{"lid": "a"}`, api.NeedNo, false, true, false},
		{"a row that must be sent", "lid", `{"lid": "a"}`, api.NeedYes, false, true, true},
		{"a body that must be sent", "lid", `{"lid": "a"}`, api.NeedNo, true, true, true},
		{"the row", "lid", `{"jar": {"lid": "a"}}`, api.NeedNo, false, false, false},
		{"a row of that name inside", "jar", `{"jar": "a"}`, api.NeedNo, false, false, false},
		{"nothing", "lid", `{}`, api.NeedNo, false, false, false},
		{"something else", "lid", `{"lid": "a", "x": 1}`, api.NeedNo, false, false, false},
	} {
		inner, s := structure("Inner", c.inner), structure("Box", "jar")
		s.Fields[0].Type, s.Fields[0].Need = api.Type{Kind: api.Object, Schema: inner}, c.need
		op := &api.Operation{ID: "Op", Method: "POST", Path: "/op", Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: s}, Required: c.required}, Examples: []*api.Example{requested(c.shown)}}
		reconciled([]*api.Schema{s, inner}, op)
		if got := op.Body.Type.Schema == inner; got != c.want || op.Body.Required != c.wantRequired {
			t.Errorf("%s: %v, required %v", c.what, got, op.Body.Required)
		}
	}
}

// TestListsShown: a list is that of one field only where no other one may be it, and only where the path is that of one item.
func TestListsShown(t *testing.T) {
	lid := structure("Lid", "size wood")
	lids := func(name string) *api.Field {
		f := field(name, api.Array)
		f.Type.Elem = &api.Type{Kind: api.Object, Schema: lid}
		return f
	}
	v, _, err := payload.Parse(`[{"size": "1", "wood": "oak"}]`)
	if err != nil {
		t.Fatal(err)
	}
	if f := listShown(&api.Schema{Fields: []*api.Field{field("count", api.Integer), lids("lids")}}, v); f == nil || f.Name != "lids" {
		t.Errorf("the list of lids: %v", f)
	}
	if f := listShown(&api.Schema{Fields: []*api.Field{lids("old"), lids("lids")}}, v); f != nil {
		t.Errorf("one of two lists: %v", f)
	}
	one := field("lid", api.Object)
	one.Type.Schema = lid
	body := &api.Schema{Fields: []*api.Field{one}}
	several, _, err := payload.Parse(`{"lids": [{"size": "1"}]}`)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{"/lids/{lid_id}": true, "/lids": false} {
		if f, _ := listOfOne(&api.Operation{Path: path}, body, several); (f != nil) != want {
			t.Errorf("%s: %v", path, f)
		}
	}
}

// TestListOfOneSent: what callers send is not the list that another page prints.
func TestListOfOneSent(t *testing.T) {
	for side, want := range map[api.Side]string{api.SideResponse: "docs/example-of-list", api.SideRequest: ""} {
		lid := structure("Lid", "size wood")
		one := field("lid", api.Object)
		one.Type.Schema = lid
		body := &api.Schema{Name: "Box", Request: side == api.SideRequest, Fields: []*api.Field{one, field("rim", api.String)}}
		op := &api.Operation{ID: "Op", Method: "PUT", Path: "/lids/{lid_id}"}
		const text = `{"lids": [{"size": "1", "wood": "oak"}], "links": {"next": "x"}}`
		if side == api.SideRequest {
			op.Body, op.Examples = bodyIs(body), []*api.Example{requested(text)}
		} else {
			op.Responses, op.Examples = []*api.Response{{Status: 200, Body: bodyIs(body)}}, []*api.Example{responded(200, text)}
		}
		_, found := reconciled([]*api.Schema{body, lid}, op)
		if got := strings.Contains(rules(found), "docs/example-of-list"); got != (want != "") {
			t.Errorf("%s: %s", side, rules(found))
		}
	}
}

// TestInstances: an example shows instances of a structure also as a list where a map of them is documented.
func TestInstances(t *testing.T) {
	jar, body := structure("Jar", "size"), structure("Body", "jars id")
	body.Fields[0].Type = api.Type{Kind: api.Map, Elem: &api.Type{Kind: api.Object, Schema: jar}}
	for shown, want := range map[string]int{`{"jars": {"a": {"size": "1"}}}`: 1, `{"jars": [{"size": "1"}, {"size": "2"}]}`: 2, `{"jars": 5}`: 0} {
		r := &reconciler{svc: &api.Service{Operations: []*api.Operation{{ID: "Op", Responses: []*api.Response{{Status: 200, Body: bodyIs(body)}}, Examples: []*api.Example{responded(200, shown)}}}}, values: map[*api.Example]*payload.Value{}}
		if got := len(r.instances()[jar]); got != want {
			t.Errorf("%s: %d jars, want %d", shown, got, want)
		}
	}
}

// TestRowOfAllMembers: when the type of a row that stands for all names is that of the structure.
func TestRowOfAllMembers(t *testing.T) {
	const told = "docs/example-contradicts-type"
	jars, lists, texts := "map of object Jar", "map of array of object Jar", "map of string"
	for _, c := range []struct {
		what  string
		kind  string
		shown []string
		want  string
		told  bool
	}{
		{"an instance", jars, []string{`{"lid": "oak"}`}, "object Jar", true},
		{"null beside", jars, []string{`null`, `{"lid": "oak"}`}, "object Jar, nullable", true},
		{"a map", jars, []string{`{"x": {"lid": "oak"}}`}, jars, false},
		{"an instance and a map", jars, []string{`{"lid": "oak"}`, `{"x": {"lid": "oak"}}`}, jars + " or string", false},
		{"null", jars, []string{`null`}, jars + ", nullable", false},
		{"half of the members", jars, []string{`{"lid": "oak", "q": {"lid": "fir"}}`}, jars + " or string", false},
		{"most of the members", jars, []string{`{"lid": "oak", "size": "1", "q": "fir"}`}, "object Jar", true},
		{"nothing shown", jars, nil, jars, false},
		{"a list", lists, []string{`[{"lid": "oak"}]`}, "array of object Jar", true},
		{"a map of lists", lists, []string{`{"x": [{"lid": "oak"}]}`}, lists, false},
		{"texts", texts, []string{`{"x": "oak"}`}, texts, false},
		{"no map", "object Jar", []string{`{"lid": "oak"}`}, "object Jar", false},
	} {
		jar := structure("Jar", "lid size")
		elem := api.Type{Kind: api.Object, Schema: jar}
		extra := api.Type{Kind: api.Map, Elem: &elem}
		switch c.kind {
		case lists:
			extra.Elem = &api.Type{Kind: api.Array, Elem: &elem}
		case texts:
			extra.Elem = &api.Type{Kind: api.String}
		case "object Jar":
			extra = elem
		}
		s := &api.Schema{Name: "Box", Extra: &extra}
		var examples []*api.Example
		for i, shown := range c.shown {
			examples = append(examples, printedAt(i+1, api.SideResponse, 200, `{"tall": `+shown+`}`))
		}
		_, found := reconciled([]*api.Schema{s, jar}, &api.Operation{ID: "Op", Responses: []*api.Response{{Status: 200, Body: bodyIs(s)}}, Examples: examples})
		at := -1
		for _, f := range found {
			if f.Rule == told && strings.Contains(f.Message, "whole structure") {
				at = f.Pos.Line
			}
		}
		if got := s.Extra.String(); got != c.want || (at >= 0) != c.told || c.what == "null beside" && at != 2 {
			t.Errorf("%s: %s, told at line %d, want %s", c.what, got, at, c.want)
		}
	}
}

// TestListedForTheList: values that are listed for the list and not yet for its elements say nothing of these.
func TestListedForTheList(t *testing.T) {
	for _, ofElements := range []bool{true, false} {
		c := claim(api.FactEnum, "oak", "fir")
		c.Elems = ofElements
		f := &api.Field{Type: api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Any}}, Claims: []api.Claim{c}}
		(&reconciler{types: map[*api.Type]*observed{}}).listedElems(f)
		if got := f.Type.Elem.Kind == api.String; got != ofElements {
			t.Errorf("of elements %v: %s", ofElements, f.Type)
		}
	}
}

// TestPlacesInOneSegment: what follows a parameter at once has a place of its own, too.
func TestPlacesInOneSegment(t *testing.T) {
	place := paramPlaces(&api.Operation{Path: "/jars/{a}{b}/{c}"})
	for name, want := range map[string]string{"a": "/jars/{}", "b": "/jars/{}{}", "c": "/jars/{}{}/{}"} {
		if got := place(&api.Param{In: api.InPath, Field: api.Field{Name: name}}).shape; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestInsideNewMaps: what examples show in the values of what became a map, or was taken for the whole structure, is seen.
func TestInsideNewMaps(t *testing.T) {
	lid := structure("Lid", "wood")
	body := structure("Body", "jar_id")
	body.Fields[0].Type = api.Type{Kind: api.Object, Schema: lid}
	if decided(t, body, `{"`+id1+`": {"wood": "oak", "nail": "x"}}`); names(lid) != "wood nail" {
		t.Errorf("the lids of a map have %s", names(lid))
	}
	jar := structure("Jar", "lid size")
	box := &api.Schema{Name: "Box", Extra: &api.Type{Kind: api.Map, Elem: &api.Type{Kind: api.Object, Schema: jar}}}
	op := &api.Operation{ID: "Op", Responses: []*api.Response{{Status: 200, Body: bodyIs(box)}}, Examples: []*api.Example{responded(200, `{"tall": {"lid": "oak", "size": "1", "nail": "x"}}`)}}
	if reconciled([]*api.Schema{box, jar}, op); names(jar) != "lid size nail" {
		t.Errorf("the jars of a box have %s", names(jar))
	}
}

// TestNullOfParameterOnce: a parameter is told once that it cannot hold null, however often its description has it.
func TestNullOfParameterOnce(t *testing.T) {
	first, second := claim(api.FactNullable), claim(api.FactNullable)
	second.Origin.Pos.Line = 7
	q := &api.Param{In: api.InQuery, Field: *field("size", api.String, first, second)}
	found := new(diag.List)
	Service(&api.Service{Operations: []*api.Operation{{ID: "Op", Method: "GET", Path: "/op", Params: []*api.Param{q}}}}, found)
	if found.Len() != 1 {
		t.Errorf("%v", found.Sorted())
	}
}
