package merge

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

func ids(ops []*api.Operation) string {
	var out []string
	for _, op := range ops {
		out = append(out, op.ID)
	}
	return strings.Join(out, " ")
}

// decided gives operations ids and lists these, with that of each group of several.
func decided(ops ...*api.Operation) string {
	wholes := decideIDs(byRequestLine(ops))
	out := []string{ids(ops)}
	for _, w := range wholes {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " | ")
}

// page is an operation as its page tells it.
func page(title, method, path string) *api.Operation {
	return &api.Operation{ID: naming.OperationID(title, method, path), Summary: title, Method: method, Path: path}
}

func TestDecideIDs(t *testing.T) {
	in := func(op *api.Operation, folder string) *api.Operation { op.Tag = folder; return op }
	on := func(name string, op *api.Operation) *api.Operation { op.Origin.Page = name; return op }
	sends := func(op *api.Operation, words ...api.QueryWord) *api.Operation { op.Query = words; return op }
	given := func(op *api.Operation, id string) *api.Operation { op.ID, op.Given = id, true; return op }
	as := func(op *api.Operation, id string) *api.Operation { op.ID = id; return op }
	for _, c := range []struct {
		what string
		ops  []*api.Operation
		want string
	}{
		{"different ids stay", []*api.Operation{page("Listing Lids", "GET", "/v1/lids"), page("Listing Jars", "GET", "/v1/jars")}, "ListLids ListJars"},
		{"verbs of the title in the paths", []*api.Operation{page("Starting or Stopping a Lid", "POST", "/v1/lids/start"), page("Starting or Stopping a Lid", "POST", "/v1/lids/stop")}, "StartLid StopLid"},
		{"versions tell all apart", []*api.Operation{page("Listing Lids", "GET", "/v1/lids"), page("Listing Lids", "GET", "/v2.0/lids")}, "ListLidsV1 ListLidsV2"},
		{"where more than .0 differs", []*api.Operation{page("Listing Lids", "GET", "/v2/lids"), page("Listing Lids", "GET", "/v2.0/lids"), page("Listing Lids", "GET", "/v2.1/lids")}, "ListLidsV2 ListLidsV20 ListLidsV21"},
		{"titles tell versions", []*api.Operation{page("Listing Lids", "GET", "/v2/lids"), page("Listing Lids (a v3 API)", "GET", "/v2/lids/x")}, "ListLidsV2 ListLidsV3"},
		{"or other things", []*api.Operation{page("Listing Lids", "GET", "/v2/lids"), page("Listing Lids (Oak Mode)", "GET", "/v2/lids/x")}, "ListLidsV2 ListLidsOakMode"},
		{"first of all the query", []*api.Operation{
			sends(page("Listing Lids", "GET", "/v1/lids"), api.QueryWord{Name: "oak"}),
			sends(page("Listing Lids", "GET", "/v2/lids"), api.QueryWord{Name: "size", Value: "2"}, api.QueryWord{Name: "ash"}),
		}, "ListLidsOak ListLidsAsh"},
		{"then what is before the version", []*api.Operation{page("Listing Lids", "GET", "/v1/lids"), page("Listing Lids", "GET", "/oak/v1/lids")}, "ListLidsV1 ListOakLids"},
		{"then the path", []*api.Operation{page("Querying a Lid", "GET", "/v1/covers/{id}"), page("Querying a Lid", "GET", "/v1/caps/{id}")}, "ShowCover ShowCap"},
		{"the version before the path", []*api.Operation{
			page("Querying a Lid", "GET", "/v1/covers/{id}"), page("Querying a Lid", "GET", "/v1/caps/{id}"), page("Querying a Lid", "GET", "/v2/caps/{id}"),
		}, "ShowCover ShowCap ShowLidV2"},
		{"more of the path", []*api.Operation{page("Listing Lids", "GET", "/v1/lids"), page("Listing Lids", "GET", "/v1/oak/lids")}, "ListLidsV1 ListOakLids"},
		{"the path and the version", []*api.Operation{
			page("Querying a Lid", "GET", "/v1/covers/{id}"), page("Querying a Lid", "GET", "/v1/caps/{id}"), page("Querying a Cap", "GET", "/v2/caps/{id}"),
		}, "ShowCover ShowCapV1 ShowCapV2"},
		{"of one page only one changes", []*api.Operation{on("a.rst", page("Listing Lids", "GET", "/v1/lids")), on("a.rst", sends(page("Listing Lids", "GET", "/v1/lids"), api.QueryWord{Name: "oak"}))}, "ListLids ListLidsOak | GetLids"},
		{"folders", []*api.Operation{in(page("Listing Lids", "GET", "/"), "Lid Query"), in(page("Listing Lids", "GET", "/"), "Lid Query (Oak APIs)")}, "ListLids ListLidsOak | GetRoot"},
		{"the method", []*api.Operation{page("Set a Lid", "PUT", "/v1/lids"), page("Set a Lid", "PATCH", "/v1/lids")}, "SetLidPut SetLidPatch"},
		{"then the pages", []*api.Operation{on("x/lid_1.rst", page("Listing Lids", "GET", "/a")), on("lid_2.rst", page("Listing Lids", "GET", "/a"))}, "ListLidsInLid1 ListLidsInLid2 | GetA"},
		{"then numbers", []*api.Operation{on("x/lid.rst", page("Listing Lids", "GET", "/a")), on("lid.rst", page("Listing Lids", "GET", "/a"))}, "ListLidsInLid ListLidsInLid2 | GetA"},
		{"numbers that others have", []*api.Operation{on("x/lid.rst", page("Listing Lids", "GET", "/a")), on("lid.rst", page("Listing Lids", "GET", "/a")), given(page("Lids", "GET", "/b"), "ListLidsInLid2")}, "ListLidsInLid ListLidsInLid22 ListLidsInLid2 | GetA"},
		{"the provider's own stays", []*api.Operation{page("Listing Lids", "GET", "/v1/lids"), given(page("Lids", "GET", "/v2/lids"), "ListLids")}, "ListLidsV1 ListLids"},
		{"also where it is what another would become", []*api.Operation{
			page("Listing Lids", "GET", "/v1/lids"), page("Listing Lids", "GET", "/v2/lids"), given(page("Lids", "GET", "/v1/x"), "ListLidsV1"),
		}, "ListLidsGet ListLidsV2 ListLidsV1"},
		{"whatever it sends", []*api.Operation{page("Listing Lids", "GET", "/v1/lids"), given(sends(page("Lids", "GET", "/v2/lids"), api.QueryWord{Name: "oak"}), "ListLids")}, "ListLidsV1 ListLids"},
		{"not of several together", []*api.Operation{
			given(page("Lids", "POST", "/v1/lids/action"), "OpenLid"), page("Shutting a Lid", "POST", "/v1/lids/action"), page("Turning a Lid", "POST", "/v2/lids/action"), page("Greasing a Lid", "POST", "/v2/lids/action"),
		}, "OpenLid ShutLid TurnLid GreaseLid | LidsActionV1 | LidsActionV2"},
		{"several of one word", []*api.Operation{
			page("Opening a Lid", "POST", "/v1/lids"), page("Shutting a Lid", "POST", "/v1/lids"), page("Turning a Lid", "POST", "/v2/lids"), page("Greasing a Lid", "POST", "/v2/lids"),
		}, "OpenLid ShutLid TurnLid GreaseLid | PostLidsV1 | PostLidsV2"},
		{"where some have no further ones", []*api.Operation{
			as(page("Lids", "POST", "/v2/x"), "PostLidsV1"), as(page("Lids", "POST", "/v3/y"), "PostLidsV1V2"),
			page("Opening a Lid", "POST", "/v1/lids"), page("Shutting a Lid", "POST", "/v1/lids"), page("Turning a Lid", "POST", "/v1/{x}/lids"), page("Greasing a Lid", "POST", "/v1/{x}/lids"),
		}, "CreateX PostLidsV1V2V3 OpenLid ShutLid TurnLid GreaseLid | PostLidsV1 | PostLidsV12"},
		{"not of two", []*api.Operation{given(page("Lids", "GET", "/v1/lids"), "ListLids"), given(page("Lids", "GET", "/v2/lids"), "ListLids")}, "ListLidsV1 ListLidsV2"},
		{"capitals do not tell", []*api.Operation{given(page("Lids", "GET", "/v1/lids"), "ListLIDs"), page("Listing Lids", "GET", "/v2/lids")}, "ListLIDs ListLidsV2"},
		{"several together", []*api.Operation{page("Opening a Lid", "POST", "/v1/lids/action"), page("Shutting a Lid", "POST", "/v1/lids/action")}, "OpenLid ShutLid | LidsAction"},
		{"of two versions", []*api.Operation{
			page("Opening a Lid", "POST", "/v1/lids/action"), page("Shutting a Lid", "POST", "/v1/lids/action"),
			page("Opening a Lid", "POST", "/v2/lids/action"), page("Shutting a Lid", "POST", "/v2/lids/action"),
		}, "OpenLidV1 ShutLidV1 OpenLidV2 ShutLidV2 | LidsActionV1 | LidsActionV2"},
	} {
		if got := decided(c.ops...); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// TestIDsInAnyOrder holds that what comes before and after does not matter, and that a page that
// comes or goes gives no id to another operation.
func TestIDsInAnyOrder(t *testing.T) {
	pages := func() []*api.Operation {
		return []*api.Operation{
			page("Querying a Lid", "GET", "/v1/covers/{id}"), page("Querying a Lid", "GET", "/v1/caps/{id}"),
			page("Querying a Lid", "GET", "/v2/caps/{id}"), page("Querying a Cap", "GET", "/v2/caps/{id}/x"),
			page("Listing Jars", "GET", "/v1/jars"), page("Listing Jars", "GET", "/v2/jars"), page("Listing Tubs", "GET", "/v1/tubs"),
		}
	}
	byPath := func(ops []*api.Operation) map[string]string {
		decideIDs(byRequestLine(ops))
		out := make(map[string]string)
		for _, op := range ops {
			out[op.ID] = op.Path
		}
		return out
	}
	all := byPath(pages())
	turned := pages()
	slices.Reverse(turned)
	if got := byPath(turned); !maps.Equal(got, all) {
		t.Errorf("in another order %v, want %v", got, all)
	}
	for i := range pages() {
		for id, path := range byPath(slices.Delete(pages(), i, i+1)) {
			if was, ok := all[id]; ok && was != path {
				t.Errorf("without page %d %s is %s, not %s", i, id, path, was)
			}
		}
	}
}

// TestCaseIDs has a page that describes cases, whose title another page has, too.
func TestCaseIDs(t *testing.T) {
	caseOf := func(path, name string) *api.Operation {
		op := page("Opening a Lid", "POST", path)
		op.Whole, op.Case = op.ID, name
		op.ID, op.Summary = op.ID+name, op.Summary+": "+name
		return op
	}
	ops := []*api.Operation{caseOf("/v1/lids", "Wide"), caseOf("/v1/lids", "Half"), page("Opening a Lid", "POST", "/v2/lids")}
	if got, want := decided(ops...), "OpenLidWide OpenLidHalf OpenLidV2 | OpenLidV1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if ops[0].Whole != "OpenLidV1" {
		t.Errorf("the whole is %s", ops[0].Whole)
	}
}

func TestWholeIDs(t *testing.T) {
	for _, c := range []struct{ method, path, want string }{
		{"POST", "/v1/{shelf}/crates/{id}/action", "CratesAction"},
		{"PUT", "/v2/crates", "PutCrates"},
		{"GET", "/", "GetRoot"},
		{"GET", "/v1/{jar}", "GetJar"},
		{"GET", "/v1/a/b/c-d", "BCD"},
	} {
		op := func() *api.Operation { return &api.Operation{Method: c.method, Path: c.path} }
		if got := wholeIDs([]*api.Operation{op(), op()})[0]; got != c.want {
			t.Errorf("%s %s: %s, want %s", c.method, c.path, got, c.want)
		}
	}
}
