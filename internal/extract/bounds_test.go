package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// The tests of this file ask small functions for values at the edges of what they tell apart.

func TestSaidStatuses(t *testing.T) {
	for _, c := range []struct {
		status              saidStatus
		maySucceed, isError bool
	}{
		{notSaid, true, false}, {anyError, false, true}, {200, true, false}, {299, true, false}, {300, false, false},
		{301, false, false}, {399, false, false}, {400, false, true}, {401, false, true}, {503, false, true},
	} {
		if got := c.status.maySucceed(); got != c.maySucceed {
			t.Errorf("%d may succeed: %t", c.status, got)
		}
		if got := c.status.isError(); got != c.isError {
			t.Errorf("%d is an error: %t", c.status, got)
		}
	}
}

func TestStatusCodeEdges(t *testing.T) {
	for text, want := range map[string]int{
		"200": 200, "200 OK": 200, "**204**": 204, "`202`": 202, " 201": 201, "200: made": 200, "200/": 200, "200:": 200, "100": 100, "599": 599,
		"99": 0, "099": 0, "600": 0, "2000": 0, "2009": 0, "2O0": 0, "": 0, "OK": 0,
	} {
		if got := statusCode(text); got != want {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
}

func TestGoodStatus(t *testing.T) {
	body := &api.Payload{}
	with := func(status int) *api.Response { return &api.Response{Status: status, Body: body} }
	without := func(status int) *api.Response { return &api.Response{Status: status} }
	for _, c := range []struct {
		responses []*api.Response
		want      int
	}{
		{nil, 200}, {[]*api.Response{with(404)}, 200}, {[]*api.Response{without(204), with(201)}, 201}, {[]*api.Response{without(204), with(404)}, 204},
		{[]*api.Response{with(300), with(299)}, 299}, {[]*api.Response{with(199), with(200)}, 200}, {[]*api.Response{with(302), without(204)}, 204},
		{[]*api.Response{with(404), with(302)}, 302}, {[]*api.Response{with(300)}, 300}, {[]*api.Response{with(199), with(201)}, 201}, {[]*api.Response{with(301), with(202)}, 202},
	} {
		if got := goodStatus(&api.Operation{Responses: c.responses}); got != c.want {
			t.Errorf("%d responses: %d, want %d", len(c.responses), got, c.want)
		}
	}
}

func TestStatusOfSuccess(t *testing.T) {
	said := func(codes ...int) []status {
		out := []status{}
		for _, c := range codes {
			out = append(out, status{code: c})
		}
		return out
	}
	tables := func(side api.Side, status saidStatus) []rootKey { return []rootKey{{side, status}} }
	for _, c := range []struct {
		said   []status
		tables []rootKey
		want   int
	}{
		{said(), nil, 200}, {said(302, 204), nil, 204}, {said(299), nil, 299}, {said(300), nil, 300}, {said(300, 301), nil, 300}, {said(100, 202), nil, 202}, {said(100), nil, 200},
		{said(302), tables(api.SideResponse, 201), 201}, {said(302), tables(api.SideRequest, 201), 302}, {said(302), tables(api.SideResponse, 300), 302},
		{said(302), tables(api.SideResponse, 299), 299}, {said(302), tables(api.SideResponse, 301), 302}, {said(302), tables(api.SideResponse, anyError), 302}, {said(404), tables(api.SideResponse, notSaid), 200},
	} {
		b := &builder{scope: &scope{documented: c.said}, order: c.tables}
		if got := b.successStatus(); got != c.want {
			t.Errorf("%v, %v: %d, want %d", c.said, c.tables, got, c.want)
		}
	}
}

func TestBounds(t *testing.T) {
	text, whole, number := dialect.Type{Kind: dialect.KindString}, dialect.Type{Kind: dialect.KindInteger}, dialect.Type{Kind: dialect.KindNumber}
	list, wholes := dialect.Type{Kind: dialect.KindArray}, dialect.Type{Kind: dialect.KindArray, Elem: &dialect.Type{Kind: dialect.KindInteger}}
	low := func(number string, of dialect.Of, exclusive bool) dialect.Limit {
		return dialect.Limit{Kind: dialect.LimitMin, Number: number, Of: of, Exclusive: exclusive}
	}
	for _, c := range []struct {
		typ   dialect.Type
		known bool
		limit dialect.Limit
		bound string
		fact  api.Fact
		elems bool
	}{
		{whole, true, low("3", dialect.OfValue, true), "4", api.FactMin, false},
		{whole, true, low("3", dialect.OfValue, false), "3", api.FactMin, false},
		{whole, true, low("0.5", dialect.OfValue, true), "0.5", api.FactMin, false},
		{number, true, low("3", dialect.OfValue, true), "3", api.FactMin, false},
		{text, true, low("3", dialect.OfLength, true), "4", api.FactMinLength, false},
		{text, true, low("3", dialect.OfUnsaid, false), "3", api.FactMinLength, false},
		{text, true, low("3", dialect.OfBytes, false), "3", api.FactMinBytes, false},
		{text, true, low("0", dialect.OfBytes, false), "0", api.FactMinLength, false},
		{text, true, low("1", dialect.OfBytes, false), "1", api.FactMinLength, false},
		{whole, false, low("3", dialect.OfUnsaid, false), "3", api.FactMinLength, false},
		{list, true, low("3", dialect.OfUnsaid, false), "3", api.FactMinLength, true},
		{wholes, true, low("3", dialect.OfUnsaid, true), "4", api.FactMin, true},
		{wholes, true, low("3", dialect.OfItems, false), "3", api.FactMinItems, false},
		{whole, true, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Of: dialect.OfValue, Exclusive: true}, "8", api.FactMax, false},
	} {
		if got := wholeBound(c.typ, c.limit); got != c.bound {
			t.Errorf("%+v of %v: %s, want %s", c.limit, c.typ, got, c.bound)
		}
		if fact, elems := boundFact(c.typ, c.known, c.limit); fact != c.fact || elems != c.elems {
			t.Errorf("%+v of %v: %s %t, want %s %t", c.limit, c.typ, fact, elems, c.fact, c.elems)
		}
	}
}

func TestValuesOfHeaders(t *testing.T) {
	r := &row{field: &api.Field{Name: "x-lid"}}
	for _, c := range []struct {
		text string
		kind dialect.LimitKind
		want []string
	}{
		{"x-lid: oak", dialect.LimitExample, []string{"oak"}}, {"X-Lid:oak", dialect.LimitExample, []string{"oak"}}, {"x-rim: oak", dialect.LimitExample, []string{"x-rim: oak"}},
		{"x-lid: oak", dialect.LimitEnum, []string{"x-lid: oak"}}, {"x-lid=1&x-rim=2&x-lid=3", dialect.LimitExample, []string{"1", "3"}}, {"x-lid=1", dialect.LimitEnum, []string{"x-lid=1"}}, {"x-lid", dialect.LimitExample, []string{"x-lid"}},
	} {
		got := r.ownValues(c.text, c.kind)
		same := len(got) == len(c.want)
		for i := range got {
			same = same && got[i] == c.want[i]
		}
		if !same {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAddLimit(t *testing.T) {
	text, list := dialect.Type{Kind: dialect.KindString}, dialect.Type{Kind: dialect.KindArray}
	for _, c := range []struct {
		what  string
		name  string
		typ   dialect.Type
		side  api.Side
		limit dialect.Limit
		fact  api.Fact
		flags [3]bool // of elements, conditional, weak
	}{
		{"each part of a text", "lid", text, api.SideRequest, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Of: dialect.OfLength, Elems: true}, api.FactMaxLength, [3]bool{false, true, false}},
		{"each element", "lids", list, api.SideRequest, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Of: dialect.OfItems, Elems: true}, api.FactMaxItems, [3]bool{true, false, false}},
		{"a count of something else", "lid", text, api.SideRequest, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Of: dialect.OfValue, Counted: "rims"}, api.FactMax, [3]bool{false, true, false}},
		{"a count of the field", "all_Rims", text, api.SideRequest, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Of: dialect.OfValue, Counted: "rims"}, api.FactMax, [3]bool{}},
		{"the only value, sent", "lid", text, api.SideRequest, dialect.Limit{Kind: dialect.LimitOnly}, api.FactConst, [3]bool{false, false, true}},
		{"the only value, received", "lid", text, api.SideResponse, dialect.Limit{Kind: dialect.LimitOnly}, api.FactExample, [3]bool{}},
		{"the only value of elements", "lids", list, api.SideResponse, dialect.Limit{Kind: dialect.LimitOnly}, api.FactExample, [3]bool{true, false, false}},
		{"unique elements", "lids", list, api.SideRequest, dialect.Limit{Kind: dialect.LimitUnique, Of: dialect.OfItems}, api.FactUnique, [3]bool{}},
		{"unique keys", "lids", list, api.SideRequest, dialect.Limit{Kind: dialect.LimitUnique}, api.FactUnique, [3]bool{false, true, false}},
		{"values of an id", "lidId", text, api.SideRequest, dialect.Limit{Kind: dialect.LimitValues}, api.FactValues, [3]bool{false, true, true}},
		{"values of a list", "lids", list, api.SideRequest, dialect.Limit{Kind: dialect.LimitValues}, api.FactValues, [3]bool{true, false, true}},
		{"an enumeration of a list", "lids", list, api.SideRequest, dialect.Limit{Kind: dialect.LimitEnum}, api.FactEnum, [3]bool{true, false, false}},
		{"a constant of a list", "lids", list, api.SideRequest, dialect.Limit{Kind: dialect.LimitConst}, api.FactConst, [3]bool{true, false, false}},
		{"a multiple in a list", "lids", list, api.SideRequest, dialect.Limit{Kind: dialect.LimitMultiple, Number: "9"}, api.FactMultiple, [3]bool{true, false, false}},
		{"a multiple", "lid", text, api.SideRequest, dialect.Limit{Kind: dialect.LimitMultiple, Number: "9"}, api.FactMultiple, [3]bool{}},
		{"a pattern of a list", "lids", list, api.SideRequest, dialect.Limit{Kind: dialect.LimitPattern, Pattern: "^a$"}, api.FactPattern, [3]bool{true, false, false}},
		{"an example of a list", "lids", list, api.SideRequest, dialect.Limit{Kind: dialect.LimitExample}, api.FactExample, [3]bool{true, false, false}},
	} {
		r := &row{table: &table{page: &page{}, role: dialect.TableStruct, side: c.side}, field: &api.Field{Name: c.name}, typ: c.typ, hasType: true}
		if !r.addLimit(c.limit, doc.Flow{}.Places()) || len(r.field.Claims) != 1 {
			t.Errorf("%s: no claim", c.what)
			continue
		}
		got := r.field.Claims[0]
		if flags := [3]bool{got.Elems, got.Conditional, got.Weak}; got.Fact != c.fact || flags != c.flags {
			t.Errorf("%s: %s %v, want %s %v", c.what, got.Fact, flags, c.fact, c.flags)
		}
	}
}

func TestFoldedLetters(t *testing.T) {
	for name, want := range map[string]string{"Az Za": "azza", "a_b-c": "abc", "**lid**": "lid", "`lid`": "lid", "@[lid]": "@[lid]"} {
		if got := foldName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestCommonFolders(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"a/b/c", "a/b/d", 2}, {"a/b", "a", 0}, {"a", "a/b", 0}, {"a/b", "c/b", 0}, {"a/", "a/", 1}, {"ab/c", "ac/c", 0}} {
		if got := commonFolders(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestRequestLineEdges(t *testing.T) {
	for text, want := range map[string]string{
		"GET /v1/lids": "GET /v1/lids", "get v1/lids": "GET v1/lids", "**POST** /v1/lids.": "POST /v1/lids", "-  PUT: /v1/lids, or": "PUT /v1/lids", "GET {host}/v1/lids": "GET {host}/v1/lids",
		"GET /v1/{ lid id }/{ rim }": "GET /v1/{lidid}/{rim}", "GET /v1/}{lid": "GET /v1/}{lid", "GET /v1/{lid rim": "GET /v1/{lid", "GET v0/lids": "GET v0/lids", "GET v9/lids": "GET v9/lids", "GET /v1/a{": "GET /v1/a{",
		"GET": "", "GET requests are cheap": "", "GET and/or": "", "GET va/lids": "", "GET v/lids": "", "GET v1": "", "GET w1/lids": "", "GOT /v1/lids": "", "/v1/lids": "", "GET ,/v1": "", "GET {lid}": "", "GET {a}/{ b }": "GET {a}/{b}", "GET /}": "GET /}",
	} {
		line, _, ok := cutRequestLine(text)
		got := ""
		if ok {
			got = line.method + " " + line.url
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestQueryKey(t *testing.T) {
	for _, c := range []struct{ query, name, want string }{
		{"lid={lid}", "lid", "lid"}, {"hosts={host_ids}", "host_ids", "hosts"}, {"[lid]={rim}", "lid", "lid"}, {"{lid}", "lid", "lid"}, {"a b={lid}", "lid", ""}, {"lid=1", "rim", ""},
		{"hosts={lid}&lid=2", "lid", "lid"}, {"", "lid", ""}, {"&lid", "lid", "lid"},
	} {
		if got := keysOf(c.query).of(c.name); got != c.want {
			t.Errorf("%q, %s: %q, want %q", c.query, c.name, got, c.want)
		}
	}
}

func TestInstanceOf(t *testing.T) {
	for _, c := range []struct {
		path, pattern string
		want          bool
	}{
		{"/v1/7/lids", "/v1/{id}/lids", true}, {"/v1/{other}/lids", "/v1/{id}/lids/", true}, {"/V1/7/Lids", "/v1/{id}/lids", true}, {"/v1/{id}/lids", "/v1/box/lids", true},
		{"/v1/7/rims", "/v1/{id}/lids", false}, {"/v1/7", "/v1/{id}/lids", false}, {"/v1/7/lids/8", "/v1/{id}/lids", false},
	} {
		if got := instanceOf(c.path, c.pattern); got != c.want {
			t.Errorf("%s of %s: %t", c.path, c.pattern, got)
		}
	}
}

func TestCaseID(t *testing.T) {
	for _, c := range []struct{ title, name, want string }{
		{"Making a Box", "using oak", "MakeBoxUsingOak"}, {"Making a Box using oak", "using pine", "MakeBoxPine"}, {"Making a Box of Oak", "oak", "MakeBoxOak"},
	} {
		if got := caseID(&api.Operation{ID: "MakeBox", Summary: c.title}, c.name); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.title, c.name, got, c.want)
		}
	}
}

// spanned is a cell that covers several places.
func spanned(text string, col, wide, high int) *doc.Cell {
	return &doc.Cell{Col: col, ColSpan: wide, RowSpan: high, Blocks: []doc.Block{&doc.Paragraph{Text: doc.Text{{Segs: []doc.Seg{{Text: text}}}}}}}
}

// TestSpans: cells of the head and of the body may cover places that the table does not have.
func TestSpans(t *testing.T) {
	wide := &table{cols: make([]dialect.Column, 4)}
	wide.setColumns(&doc.Row{Cells: []*doc.Cell{spanned("Parameter", 0, 2, 1), spanned("Type", 2, 9, 1)}})
	for i, want := range []dialect.Column{dialect.ColumnName, dialect.ColumnSubName, dialect.ColumnType, dialect.ColumnType} {
		if wide.cols[i] != want {
			t.Errorf("column %d is %v, want %v", i, wide.cols[i], want)
		}
	}
	one := &table{cols: make([]dialect.Column, 2)}
	one.setColumns(&doc.Row{Cells: []*doc.Cell{spanned("Parameter", 0, 1, 1)}})
	if one.cols[1] != dialect.ColumnUnknown {
		t.Error("a cell of one column covers two")
	}
	empty := &table{doc: &doc.Table{Cols: 2}}
	if empty.readColumns(); len(empty.cols) != 2 || len(empty.body) != 0 {
		t.Error("a table without rows has some")
	}

	big, small := spanned("big", 0, 9, 9), spanned("small", 1, 1, 1)
	body := &table{doc: &doc.Table{Cols: 2}, body: []*doc.Row{{Cells: []*doc.Cell{spanned("a", 0, 1, 1), small}}, {Cells: []*doc.Cell{big}}, {}}}
	grid := body.grid()
	if len(grid) != 3 || grid[0][1] != small || grid[1][0] != big || grid[1][1] != big || grid[2][0] != big || grid[2][1] != big {
		t.Error("cells do not stand where they are")
	}
	two := &table{doc: &doc.Table{Cols: 2}, body: []*doc.Row{{Cells: []*doc.Cell{spanned("a", 0, 1, 2)}}, {}, {}}}
	if grid := two.grid(); grid[1][0] == nil || grid[2][0] != nil || grid[0][1] != nil {
		t.Error("a cell of two rows covers others")
	}
}

func TestNamesThing(t *testing.T) {
	for name, want := range map[string]bool{
		"id": true, "ID": true, "ids": true, "lid_id": true, "lid_ids": true, "lidId": true, "LID_ID": true,
		"lid": false, "lids": false, "grid": false, "idle": false, "lidid": false,
	} {
		if got := namesThing(name); got != want {
			t.Errorf("%s is an id: %t", name, got)
		}
	}
}

// TestNamesFields: lists of what a caller gives, beside lists of values.
func TestNamesFields(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []string
		want   bool
	}{
		{"lid", []string{"lid", "shelf+place"}, true},
		{"lid", []string{"shelf+place", "lid"}, true},
		{"lid", []string{"lid", "shelf"}, false},
		{"lid", []string{"oak", "oak+fir"}, false},
		{"lid", nil, false},
	} {
		r := &row{field: &api.Field{Name: c.name}}
		if got := r.namesFields(c.values); got != c.want {
			t.Errorf("%v on %s: %t", c.values, c.name, got)
		}
	}
	e := extractPage(title("Showing a Lid") + section("URI", "GET /v1/lid") + section("Response", tableText("Response parameters", typed,
		"lid|String|How it is found. The options are **lid** and **shelf+place**.", "kind|String|The options are **kind** and **other**.")))
	var got []string
	for _, f := range e.op(t).Responses[0].Body.Type.Schema.Fields {
		for _, c := range f.Claims {
			if c.Fact == api.FactEnum {
				got = append(got, fmt.Sprint(f.Name, " ", c.Conditional))
			}
		}
	}
	if strings.Join(got, ", ") != "lid true, kind false" {
		t.Error(got)
	}
}

func TestBareNumber(t *testing.T) {
	whole := dialect.Type{Kind: dialect.KindInteger}
	for _, c := range []struct {
		typ        dialect.Type
		text, want string
	}{
		{whole, "1,024", "1024"}, {dialect.Type{Kind: dialect.KindNumber}, "1,024", "1024"}, {dialect.Type{Kind: dialect.KindArray, Elem: &whole}, "1,024", "1024"},
		{whole, "many", "many"}, {dialect.Type{Kind: dialect.KindString}, "1,024", "1,024"}, {dialect.Type{Kind: dialect.KindArray}, "1,024", "1,024"},
	} {
		if got := (&row{typ: c.typ}).bareNumber(c.text); got != c.want {
			t.Errorf("%s of %v: %s, want %s", c.text, c.typ, got, c.want)
		}
	}
}

// TestDefaultsWithUnits: a text may hold the unit, so its default is not known; a number does not.
func TestDefaultsWithUnits(t *testing.T) {
	for _, c := range []struct {
		kind dialect.Kind
		unit string
		want bool
	}{{dialect.KindString, "GB", false}, {dialect.KindString, "", true}, {dialect.KindInteger, "GB", true}} {
		r := &row{table: &table{page: &page{}}, field: &api.Field{Name: "size"}, typ: dialect.Type{Kind: c.kind}, hasType: true}
		if got := r.addLimit(dialect.Limit{Kind: dialect.LimitDefault, Unit: c.unit}, doc.Flow{}.Places()); got != c.want {
			t.Errorf("%v with the unit %q: %t", c.kind, c.unit, got)
		}
	}
}

// TestCasesShareNothing: what one case of an operation is given is not in the others.
func TestCasesShareNothing(t *testing.T) {
	body := &api.Payload{Type: api.Type{Kind: api.Object, Schema: &api.Schema{Fields: []*api.Field{{Name: "lid"}, {Name: "all"}}}}}
	op := &api.Operation{ID: "MakeBox", Summary: "Making a Box", Body: body, Responses: make([]*api.Response, 0, 9), Params: []*api.Param{{Field: api.Field{Name: "p"}}}}
	b := &builder{op: op, cases: []bodyCase{{name: "oak", fields: []*api.Field{{Name: "lid"}}}, {name: "pine", fields: []*api.Field{{Name: "rim"}}}}}
	ops := b.operations()
	if len(ops) != 2 || ops[0].Body.Type.Schema.Field("all") == nil || ops[1].Body.Type.Schema.Field("all") == nil || ops[1].Body.Type.Schema.Field("lid") != nil {
		t.Fatalf("the cases are %+v", ops)
	}
	ops[0].Responses = append(ops[0].Responses, &api.Response{Status: 201})
	ops[1].Responses = append(ops[1].Responses, &api.Response{Status: 202})
	ops[0].Params[0].Name = "other"
	if ops[0].Responses[0].Status != 201 || ops[1].Params[0].Name != "p" {
		t.Error("the cases share what is in them")
	}
	op.Body = nil
	if got := b.operations(); len(got) != 1 || got[0] != op {
		t.Errorf("without a body there are %d operations", len(got))
	}
}

// TestDoneTellsOfLostRows: rows are counted after the last pass only, as those before may not
// have placed them.
func TestDoneTellsOfLostRows(t *testing.T) {
	r := &row{inSpec: true, stands: dialect.NamePlain, field: &api.Field{Name: "lid"}}
	p := &page{path: "a.rst", scope: scope{ops: []*api.Operation{{}}, tables: []*table{{rows: []*row{r}}}}}
	got := make(map[string]int)
	x := &extraction{pages: []*page{p}, after: func(pass string, svc *api.Service, problems []string) { got[pass] = len(problems) }}
	x.done("examples")
	x.done("account")
	if len(got) != 2 || got["examples"] != 0 || got["account"] != 1 {
		t.Errorf("the lost rows are %v", got)
	}
	(&extraction{pages: []*page{p}}).done("account") // nobody watches
	if refs := cellRefs(nil); refs != nil {
		t.Errorf("no cell refers to %v", refs)
	}
}
