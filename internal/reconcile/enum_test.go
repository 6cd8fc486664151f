package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestListsOfSeveralPages: which page comes first does not decide in which order a field has the
// values that several pages list, or show in examples; those of one page stay in its order.
func TestListsOfSeveralPages(t *testing.T) {
	on := func(page string, c api.Claim) api.Claim { c.Origin.Page = page; return c }
	for _, fact := range []api.Fact{api.FactEnum, api.FactValues} {
		for _, c := range []struct {
			what   string
			claims []api.Claim
			want   string
		}{
			{"the longest first", []api.Claim{on("a", claim(fact, "b", "a")), on("b", claim(fact, "c", "b", "a"))}, "c b a"},
			{"of two as long the one whose values come first", []api.Claim{on("a", claim(fact, "b", "a")), on("b", claim(fact, "a", "b"))}, "a b"},
			{"one page", []api.Claim{on("a", claim(fact, "b", "a")), on("a", claim(fact, "d", "c", "e"))}, "b a d c e"},
		} {
			for range 2 {
				op, _ := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{field("f", api.String, c.claims...)}})
				got := ""
				for _, v := range op.Responses[0].Body.Type.Schema.Fields[0].Decided.Limits.Enum {
					got += v.JSON[1:len(v.JSON)-1] + " "
				}
				if got != c.want+" " {
					t.Errorf("%s, %s: %s, want %s", fact, c.what, got, c.want)
				}
				if c.what != "one page" {
					slices.Reverse(c.claims)
				}
			}
		}
	}
}

// TestValuesBesideEnum: what a page lists with what each value means widens a list that has only some
// of these values, once each; it does not apply to values of another kind or of one case.
func TestValuesBesideEnum(t *testing.T) {
	on := func(page string, c api.Claim) api.Claim { c.Origin.Page = page; return c }
	ofCase := on("a", claim(api.FactValues, "b", "c"))
	ofCase.Conditional = true
	for _, c := range []struct {
		what   string
		claims []api.Claim
		want   string
	}{
		{"of the page", []api.Claim{on("a", claim(api.FactEnum, "b")), on("a", claim(api.FactValues, "a", "b", "c"))}, "b a c "},
		{"of two pages", []api.Claim{on("a", claim(api.FactEnum, "b")), on("b", claim(api.FactValues, "b", "c")), on("c", claim(api.FactValues, "c", "d"))}, "b c d "},
		{"of another kind", []api.Claim{on("a", claim(api.FactEnum, "b", "x")), on("a", claim(api.FactValues, "a", "b", "c"))}, "b x "},
		{"of a case", []api.Claim{on("a", claim(api.FactEnum, "b")), ofCase}, "b "},
	} {
		op, _ := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{field("f", api.String, c.claims...)}})
		got := ""
		for _, v := range op.Responses[0].Body.Type.Schema.Fields[0].Decided.Limits.Enum {
			got += v.JSON[1:len(v.JSON)-1] + " "
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

// TestShownValuesOfSeveralPages: values that the list lacks join it in the order of their example,
// those of examples of several pages in the order of values.
func TestShownValuesOfSeveralPages(t *testing.T) {
	shown := func(page, text string) *api.Example {
		return &api.Example{Side: api.SideResponse, Status: 200, Raw: text, Body: text, JSON: true, Origin: api.Origin{Page: page}}
	}
	for _, c := range []struct{ pages, want string }{{"ab", `"l" "a" "z" `}, {"aa", `"l" "z" "a" `}} {
		body := &api.Schema{Name: "Box", Fields: []*api.Field{field("f", api.String, claim(api.FactEnum, "l"))}}
		svc := &api.Service{Schemas: []*api.Schema{body}, Operations: []*api.Operation{{ID: "ShowBox", Method: "GET", Path: "/box",
			Responses: []*api.Response{{Status: 200, Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: body}}}},
			Examples:  []*api.Example{shown(c.pages[:1], `{"f": "z"}`), shown(c.pages[1:], `{"f": "a"}`)}}}}
		Service(svc, new(diag.List))
		got := ""
		for _, v := range body.Fields[0].Decided.Limits.Enum {
			got += v.JSON + " "
		}
		if got != c.want {
			t.Errorf("examples of pages %s: %s, want %s", c.pages, got, c.want)
		}
	}
}

// TestShownBesideAnotherPagesList: examples of a page without a list show values that another page's list lacks, which
// is told once for each page, at the first of them.
func TestShownBesideAnotherPagesList(t *testing.T) {
	shown := func(page string, line int, text string) *api.Example {
		return &api.Example{Side: api.SideResponse, Status: 200, Raw: text, Body: text, JSON: true,
			Lines: []source.Pos{{Line: line, Col: 1}}, Origin: api.Origin{Page: page, Pos: source.Pos{Line: line, Col: 1}}}
	}
	list := claim(api.FactEnum, "l")
	list.Origin.Page = "list"
	body := &api.Schema{Name: "Box", Fields: []*api.Field{field("f", api.String, list)}}
	svc := &api.Service{Schemas: []*api.Schema{body}, Operations: []*api.Operation{{ID: "ShowBox", Method: "GET", Path: "/box",
		Responses: []*api.Response{{Status: 200, Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: body}}}},
		Examples: []*api.Example{shown("b", 9, `{"f": "z"}`), shown("b", 7, `{"f": "y"}`), shown("a", 5, `{"f": "v"}`),
			shown("c", 4, `{"f": "l"}`), shown("list", 3, `{"f": "w"}`)}}}}
	var found diag.List
	Service(svc, &found)
	var got []string
	for _, f := range found.Sorted() {
		got = append(got, fmt.Sprintf("%s:%d %s: %s", f.Page, f.Pos.Line, f.Rule, f.Message))
	}
	want := []string{
		`a:5 docs/pages-disagree: f is "v" here, which another page's list of its values lacks; all are taken`,
		`b:7 docs/pages-disagree: f is "y" here, the first of 2 values that another page's list lacks; all are taken`,
		`list:3 docs/enum-lacks-value: f is "w" here, which the list of its values lacks`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("findings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNullOutsideBody: a parameter or header cannot be null, so words that have null for a value are told of; a body
// can, and a list that has the word has told what to send.
func TestNullOutsideBody(t *testing.T) {
	null := func() api.Claim { return claim(api.FactNullable) }
	for _, c := range []struct {
		what   string
		claims []api.Claim
		want   string
	}{
		{"null", []api.Claim{null()}, "docs/null-outside-body"},
		{"null twice", []api.Claim{null(), null()}, "docs/null-outside-body"},
		{"null of some cases", []api.Claim{inCase(3, null())}, ""},
		{"the word in the list", []api.Claim{null(), claim(api.FactEnum, "a", "null")}, ""},
		{"other words in the list", []api.Claim{null(), claim(api.FactEnum, "a", "none")}, "docs/null-outside-body"},
		{"no null", []api.Claim{claim(api.FactEnum, "a", "b")}, ""},
	} {
		for _, in := range []api.In{api.InQuery, api.InHeader, api.InPath} {
			q := &api.Param{In: in, Field: *field("q", api.String, c.claims...)}
			svc := &api.Service{Operations: []*api.Operation{{ID: "ShowBox", Method: "GET", Path: "/box", Params: []*api.Param{q}}}}
			var found diag.List
			Service(svc, &found)
			if got := rules(found.Sorted()); got != c.want || q.Type.Nullable {
				t.Errorf("%s in %s: findings %q, want %q, nullable %t", c.what, in, got, c.want, q.Type.Nullable)
			}
		}
	}
	_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{field("f", api.String, null())}})
	if len(found) > 0 {
		t.Errorf("a member of a body: %v", found)
	}
}

// TestValuesOfElements: values that are listed for what turns out to be a list are those of its
// elements, which are texts where nothing tells their kind.
func TestValuesOfElements(t *testing.T) {
	for _, c := range []struct {
		elem   api.Kind
		claim  api.Claim
		want   string
		values int
	}{
		{api.Any, claim(api.FactEnum, "a", "b"), "array of string", 2},
		{api.Any, claim(api.FactValues, "a", "b"), "array of string", 2},
		{api.Integer, claim(api.FactEnum, "1", "2"), "array of integer", 2},
		{api.Any, claim(api.FactMaxItems, "2"), "array of any", 0},
	} {
		f := field("f", api.Array, c.claim)
		f.Type.Elem.Kind = c.elem
		_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{f}})
		if f.Type.String() != c.want || len(f.Decided.Elems.Enum) != c.values || len(f.Decided.Limits.Enum) != 0 || len(found) != 0 {
			t.Errorf("%v of %s: %s with %v, findings %v", c.claim.Values, c.elem, f.Type, f.Decided.Elems.Enum, found)
		}
	}
}

// TestValueLikeName: a printed text that says what the field is called stands for any value; the last word of the name
// alone may be a value that the list lacks.
func TestValueLikeName(t *testing.T) {
	for _, c := range []struct {
		name, shown string
		stands      bool
	}{
		{"x-jar-lid-colour", "lid_colour", true},
		{"lid_colour", "lid-colour", true},
		{"lid_colour", "LID_COLOUR", true},
		{"colour", "colour", true},
		{"x-jar-lid", "lid", true},
		{"x-jar-lid-colour", "colour", false},
		{"lid_colour", "colour", false},
		{"listener_https", "https", false},
		{"owner_user", "user", false},
		{"access-public", "public", false},
		{"lid_colour", "id_colour", false},
		{"x_lid", "-lid", false},
	} {
		f := field(c.name, api.String, claim(api.FactEnum, "oak", "fir"))
		_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{f}}, `{"`+c.name+`": "`+c.shown+`"}`)
		values, rule := 3, "docs/enum-lacks-value"
		if c.stands {
			values, rule = 2, "docs/example-breaks-schema"
		}
		if len(f.Decided.Limits.Enum) != values || len(found) != 1 || found[0].Rule != rule {
			t.Errorf("%s of %s: values %v, findings %v", c.shown, c.name, f.Decided.Limits.Enum, found)
		}
	}
}
