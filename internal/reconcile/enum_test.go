package reconcile

import (
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
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
