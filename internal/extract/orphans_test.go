package extract

import (
	"strings"
	"testing"
)

// TestUnreferenced: where structures go that no field names, by what the page prints.
func TestUnreferenced(t *testing.T) {
	uri := title("Showing a Box") + section("URI", "GET /v1/box")
	struct_ := func(name string, rows ...string) string {
		return tableText("**Table 9** **"+name+"** parameter description", append([]string{typed}, rows...)...)
	}
	body := func(rows ...string) string {
		return tableText("**Table 1** Response parameters", append([]string{typed}, rows...)...)
	}
	const unused = "docs/unused-structure"
	for _, c := range []struct{ what, tables, printed, want, rules string }{
		{"a member of its name", body("id|String|Id") + struct_("box", "lid|String|Lid", "size|Integer|Size"),
			`{"id": "a", "box": {"lid": "b"}}`, "id string; box object Box", ""},
		{"a list of its name", body("id|String|Id") + struct_("box", "lid|String|Lid", "size|Integer|Size"),
			`{"id": "a", "box": [{"lid": "b"}]}`, "id string; box array of object Box", ""},
		{"a field of its name without a structure", body("box|Array|Boxes") + struct_("crate", "lid|String|Lid", "size|Integer|Size"),
			`{"box": [{"lid": "b", "size": 1}]}`, "box array of object Crate", ""},
		{"a structure with a row of its own name", struct_("speed", "speed|Integer|Km/h"), `{"speed": 4}`, "speed integer", ""},
		{"its rows are the body", struct_("Whatever", "lid|String|Lid", "size|Integer|Size"), `{"lid": "a", "size": 4}`, "lid string; size integer", ""},
		{"half of its rows are", struct_("Whatever", "lid|String|Lid", "size|Integer|Size"), `{"lid": "a", "x": 1, "y": 1, "z": 1}`, "lid string; size integer", ""},
		{"few of its rows are", struct_("Whatever", "lid|String|Lid", "size|Integer|Size", "wood|String|Wood"), `{"lid": "a", "x": 1, "y": 1, "z": 1}`, "", unused},
		{"nothing is printed, and it is the only one", struct_("Whatever", "lid|String|Lid"), "", "lid string", ""},
		{"nothing is printed, and there are two", struct_("One", "lid|String|Lid") + struct_("Two", "size|Integer|Size"), "", "", unused + " " + unused},
		{"nothing is printed, and there is a body", body("id|String|Id") + struct_("One", "lid|String|Lid"), "", "id string", unused},
		{"a path for its caption", body("id|String|Id", "roles|roles|Roles") + struct_("roles", "name|String|Name") + struct_("roles.links", "href|String|Address"),
			"", "id string; roles object Roles", ""},
		{"a longer path, and the field is an object", body("roles|roles|Roles") + struct_("roles", "links|Object|Links") + struct_("user.roles.links", "href|String|Address"),
			"", "roles object Roles(links object UserRolesLinks)", ""},
		{"a longer path, and the field is a list", body("roles|roles|Roles") + struct_("roles", "links|Array|Links") + struct_("user.roles.links", "href|String|Address"),
			"", "roles object Roles(links array of object UserRolesLink)", ""},
		{"a longer path, and the field is a text", body("roles|roles|Roles") + struct_("roles", "links|String|Links") + struct_("user.roles.links", "href|String|Address"),
			"", "roles object Roles(links string)", unused},
		{"a longer path, and the field is a map", body("roles|roles|Roles") + struct_("roles", "links|Map<String,Object>|Links") + struct_("user.roles.links", "href|String|Address"),
			"", "roles object Roles(links map of any)", unused},
		{"a path whose parent lists no such field", body("roles|roles|Roles") + struct_("roles", "name|String|Name") + struct_("roles.links", "href|String|Address"),
			"", "roles object Roles(name string; links object RolesLinks)", ""},
		{"a path of which no table is the parent", body("id|String|Id") + struct_("roles.links", "href|String|Address"),
			"", "id string", unused},
		{"an object of free form with its fields", body("trip|Object|The trip") + struct_("Detail", "id|String|Id", "state|String|State"),
			`{"trip": {"id": "a", "state": "b"}}`, "trip object Detail", ""},
		{"one field fits anything", body("trip|Object|The trip") + struct_("Detail", "id|String|Id", "state|String|State"),
			`{"trip": {"id": "a"}}`, "trip object", unused},
		{"most that is printed is not its", body("trip|Object|The trip") + struct_("Detail", "id|String|Id", "state|String|State"),
			`{"trip": {"id": "a", "state": "b", "x": 1, "y": 2, "z": 3}}`, "trip object", unused},
		{"half of it is", body("trip|Object|The trip") + struct_("Detail", "id|String|Id", "state|String|State"),
			`{"trip": {"id": "a", "state": "b", "x": 1, "y": 2}}`, "trip object Detail", ""},
		{"the one with more of what is printed", body("trip|Object|The trip") + struct_("Less", "id|String|Id", "state|String|State") + struct_("More", "id|String|Id", "state|String|State", "x|Integer|X"),
			`{"trip": {"id": "a", "state": "b", "x": 1}}`, "trip object More", unused},
	} {
		page := uri + section("Response", c.tables)
		if c.printed != "" {
			page += section("Example Response", codeText(c.printed))
		}
		e := extractPage(page)
		got := ""
		if r := e.op(t).Response(200); r.Body != nil && r.Body.Type.Schema != nil {
			got = fields(r.Body.Type.Schema)
			for _, f := range r.Body.Type.Schema.Fields {
				if strings.Contains(c.want, "(") && f.Type.Schema != nil {
					got = strings.Replace(got, f.Type.Schema.Name, f.Type.Schema.Name+"("+fields(f.Type.Schema)+")", 1)
				}
			}
		}
		if got != c.want || e.rules() != c.rules {
			t.Errorf("%s: %q with %q, want %q with %q", c.what, got, e.rules(), c.want, c.rules)
		}
	}
}
