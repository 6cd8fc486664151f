package extract

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// lidTable is a structure "lid" with one field, which tells it from others.
func lidTable(n, field string) string {
	return tableText("**Table "+n+"** **lid** parameter description", typed, field+"|String|X")
}

// named is a body with a field of the type lid.
func named(n, caption string) string {
	return tableText("**Table "+n+"** "+caption, typed, "top|lid|The lid")
}

// TestNearestStructure: of several tables of one name the one of the row's own page, side
// and status is meant, and of those the next one below.
func TestNearestStructure(t *testing.T) {
	uri := title("Showing a Box") + section("URI", "POST /v1/box")
	for _, c := range []struct{ what, page, request, response string }{
		{"its own side, though the other is nearer", uri +
			section("Request", named("1", "Request parameters")+lidTable("2", "sent")) +
			section("Response", lidTable("3", "got")+named("4", "Response parameters")), "sent", "got"},
		{"the next one below", uri +
			section("Response", named("1", "Response parameters")+lidTable("2", "near")+lidTable("3", "far")), "", "near"},
		{"below before above", uri +
			section("Response", lidTable("1", "above")+named("2", "Response parameters")+lidTable("3", "below")), "", "below"},
		{"above where none is below", uri +
			section("Response", lidTable("1", "far")+lidTable("2", "near")+named("3", "Response parameters")), "", "near"},
		{"its own status", uri +
			section("Response", "**Status code: 404**\n\n"+lidTable("1", "missing")+
				"**Status code: 200**\n\n"+named("2", "Response parameters")+
				"**Status code: 500**\n\n"+lidTable("3", "broken")+
				"**Status code: 200**\n\n"+lidTable("4", "fine")), "", "fine"},
		{"the side before the status", uri +
			section("Request", lidTable("1", "sent")) +
			section("Response", "**Status code: 200**\n\n"+named("2", "Response parameters")+"**Status code: 404**\n\n"+lidTable("3", "missing")), "", "missing"},
	} {
		op := extractPage(c.page).op(t)
		if c.request != "" {
			if got := fieldIn(op.Body.Type.Schema, "top"); got != c.request {
				t.Errorf("%s: the request has %q, want %q", c.what, got, c.request)
			}
		}
		if got := fieldIn(responseBody(t, op, 200), "top"); got != c.response {
			t.Errorf("%s: the response has %q, want %q", c.what, got, c.response)
		}
	}
}

// fieldIn is the first field of the structure of a field.
func fieldIn(s *api.Schema, name string) string {
	f := s.Field(name)
	if f == nil || f.Type.Schema == nil {
		return "no structure"
	}
	return f.Type.Schema.Fields[0].Name
}

// TestStructureOfOtherPage: where no page of the row's own has the structure, the nearest
// folder counts, and then the row's own side; a finding says so.
func TestStructureOfOtherPage(t *testing.T) {
	user := title("Showing a Box") + section("URI", "GET /v1/box") + section("Response", named("1", "Response parameters"))
	owner := func(path, section_, field string) string {
		role := " Response"
		if section_ == "Request" {
			role = " Request"
		}
		return title("Owning "+field) + section("URI", "POST /v1/"+path) + section(section_,
			tableText("**Table 1**"+role+" parameters", typed, "mine|lid|X")+lidTable("2", field))
	}
	for _, c := range []struct {
		what  string
		pages map[string]string
		want  string
	}{
		{"the folder above", map[string]string{"a/b/user.rst": user, "a/b/z.rst": owner("z", "Response", "near"), "a/a.rst": owner("a", "Response", "far")}, "near"},
		{"its own side", map[string]string{"a/user.rst": user, "a/a.rst": owner("a", "Request", "sent"), "a/b.rst": owner("b", "Response", "got")}, "got"},
		{"the folder before the side", map[string]string{"a/b/user.rst": user, "a/b/a.rst": owner("a", "Request", "sent"), "b.rst": owner("b", "Response", "got")}, "sent"},
	} {
		e := extractPages(c.pages)
		if e.rules() != "docs/structure-on-other-page" {
			t.Errorf("%s: findings %q", c.what, e.rules())
		}
		for _, op := range e.svc.Operations {
			if op.Path == "/v1/box" {
				if got := fieldIn(responseBody(t, op, 200), "top"); got != c.want {
					t.Errorf("%s: %q, want %q", c.what, got, c.want)
				}
			}
		}
	}
}

// TestUnusedStructures: a structure that no field has for its type is an error; one that only
// such structures use is a note; a table of which nothing tells what it lists is an error.
func TestUnusedStructures(t *testing.T) {
	uri := title("Showing a Box") + section("URI", "GET /v1/box")
	body := tableText("**Table 1** Response parameters", typed, "id|String|Id")
	for _, c := range []struct{ what, page, rules string }{
		{"none is unused", uri + section("Response", named("1", "Response parameters")+lidTable("2", "x")), ""},
		{"no field has the type", uri + section("Response", body+lidTable("2", "x")), "docs/unused-structure"},
		{"a structure of an unused one", uri + section("Response", body+
			tableText("**Table 2** **jar** parameter description", typed, "top|lid|The lid")+lidTable("3", "x")),
			"docs/unused-structure docs/unreachable-structure"},
		{"structures of each other", uri + section("Response", body+
			tableText("**Table 2** **jar** parameter description", typed, "lid|lid|The lid")+
			tableText("**Table 3** **lid** parameter description", typed, "jar|jar|The jar")),
			"docs/unreachable-structure docs/unreachable-structure"},
		{"nothing tells what it lists", uri + section("Response", body) + section("Odds and Ends", tableText("**Table 2** Miscellany", "Thing|Remark", "lid|round")), "tool/unknown-table"},
		{"the section tells that it is not a part of the API", uri + section("Response", body) + section("Constraints", tableText("**Table 2** Miscellany", "Thing|Remark", "lid|round")), ""},
	} {
		if got := extractPage(c.page).rules(); got != c.rules {
			t.Errorf("%s: %q, want %q", c.what, got, c.rules)
		}
	}
}
