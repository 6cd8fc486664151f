package merge

import (
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

func TestRenamePathParams(t *testing.T) {
	for _, c := range []struct {
		path, first string
		findings    int
	}{
		{"/crates/{id}", "/crates/{crate_id}", 1},
		{"/crates/{crate_id}", "/crates/{crate_id}", 0},
		{"/a/{x}/b/{y}", "/a/{y}/b/{x}", 2}, // each takes the other's name
		{"/a/{x}/b/{y}", "/a/{x}/b/{z}", 1},
		{"/a/{x}", "/a/{", 0}, // nothing to take a name from
	} {
		found := new(diag.List)
		op := &api.Operation{Path: c.path}
		for _, n := range urlpath.Params(c.path) {
			op.Params = append(op.Params, &api.Param{In: api.InPath, Field: api.Field{Name: n}})
		}
		op.Params = append(op.Params, &api.Param{In: api.InQuery, Field: api.Field{Name: "x"}})
		renamePathParams(op, &api.Operation{Path: c.first}, found)
		var names []string
		for _, q := range op.Params[:len(op.Params)-1] {
			names = append(names, q.Name)
		}
		want := urlpath.Params(c.first)
		if len(want) == 0 {
			want = urlpath.Params(c.path)
		}
		if op.Path != c.first || !slices.Equal(names, want) || found.Len() != c.findings {
			t.Errorf("%s as %s: %s with %v and %d findings", c.path, c.first, op.Path, names, found.Len())
		}
		if q := op.Params[len(op.Params)-1]; q.Name != "x" {
			t.Errorf("the query parameter x was renamed to %s", q.Name)
		}
	}
}

func TestVersion(t *testing.T) {
	of := func(paths ...string) string {
		var ops []*api.Operation
		for _, p := range paths {
			ops = append(ops, &api.Operation{Path: p})
		}
		return Version(ops)
	}
	for _, c := range []struct{ got, want string }{
		{of("/v2/a", "/v1/a", "/v2/b"), "v2"}, {of("/v2/a", "/v1/a"), "v1"}, {of("/a"), ""}, {of("/a", "/b", "/v1/a"), "v1"}, {of(), ""},
	} {
		if c.got != c.want {
			t.Errorf("version %q, want %q", c.got, c.want)
		}
	}
}

func param(in api.In, name string, need api.Need, claims ...api.Claim) *api.Param {
	return &api.Param{In: in, Field: api.Field{Name: name, Need: need, Claims: claims}}
}

func claim(f api.Fact, values ...string) api.Claim { return api.Claim{Fact: f, Values: values} }

// TestVariants merges two pages of one method and path, and leaves a third as it is.
func TestVariants(t *testing.T) {
	elems := claim(api.FactMax, "9")
	elems.Elems = true
	open := &api.Operation{
		ID: "OpenBox", Method: "POST", Path: "/v1/{box}/action", Summary: "Opening", Tag: "Boxes", DocURL: "https://a", Deprecated: true,
		Origin: api.Origin{Page: "a.rst"},
		Params: []*api.Param{
			param(api.InHeader, "key", api.NeedYes), param(api.InPath, "box", api.NeedYes), param(api.InQuery, "hard", api.NeedYes),
			param(api.InQuery, "key", api.NeedYes, claim(api.FactEnum, "a", "b"), claim(api.FactMax, "9"), claim(api.FactMin, "1"), claim(api.FactMaxLength, "5")),
		},
	}
	shut := &api.Operation{
		ID: "ShutBox", Method: "POST", Path: "/v1/{id}/action", Summary: "Shutting", Tag: "Lids",
		Origin: api.Origin{Page: "b.rst"},
		Params: []*api.Param{
			param(api.InQuery, "key", api.NeedYes, claim(api.FactEnum, "a", "b"), elems, claim(api.FactMin, "2"), claim(api.FactMinLength, "5")),
			param(api.InHeader, "key", api.NeedNo), param(api.InQuery, "soft", api.NeedNo), param(api.InPath, "id", api.NeedNo),
		},
	}
	show := &api.Operation{ID: "ShowBox", Method: "GET", Path: "/v1/{id}/action"}
	var found diag.List
	ops := Operations([]*api.Operation{open, show, shut}, &found)
	if len(ops) != 2 || ops[1] != show || found.Len() != 2 {
		t.Fatalf("%d operations, findings %v", len(ops), found.Sorted())
	}
	op := ops[0]
	if op.ID != "PostAction" || op.Method != "POST" || op.Path != "/v1/{box}/action" || op.Summary != "Opening / Shutting" ||
		op.Tag != "Boxes" || op.DocURL != "https://a" || op.Origin.Page != "a.rst" || op.Deprecated || !slices.Equal(op.Variants, []*api.Operation{open, shut}) {
		t.Errorf("%+v", op)
	}
	var params []string
	for _, q := range op.Params {
		params = append(params, string(q.In)+" "+q.Name+" "+string(q.Need))
	}
	if want := []string{"path box yes", "query hard no", "query key yes", "query soft no", "header key no"}; !slices.Equal(params, want) {
		t.Errorf("parameters %q, want %q", params, want)
	}
	key := op.Params[2]
	if len(key.Claims) != 1 || key.Claims[0].Fact != api.FactEnum {
		t.Errorf("both pages say only which values there are, not %v", key.Claims)
	}
	if len(open.Params[3].Claims) != 4 || open.Params[3].Claims[1].Fact != api.FactMax || open.Params[3] == key {
		t.Error("the first page's own parameter lost what its page says")
	}
	if open.Deprecated, shut.Deprecated = false, true; merged([]*api.Operation{open, shut}, "").Deprecated {
		t.Error("one variant that is not deprecated is enough")
	}
	open.Deprecated, shut.Deprecated = true, true
	if !merged([]*api.Operation{open, shut}, "").Deprecated {
		t.Error("where all variants are deprecated the operation is")
	}
}

func TestSummary(t *testing.T) {
	for want, titles := range map[string][]string{
		"A":                          {"A", "A"},
		"A / B / C / D / E":          {"A", "B", "C", "D", "E", "A"},
		"A / B / C / D / E / 1 more": {"A", "B", "C", "D", "E", "F"},
		"A / B / C / D / E / 3 more": {"A", "B", "C", "D", "E", "F", "G", "H", "H"},
	} {
		var group []*api.Operation
		for _, s := range titles {
			group = append(group, &api.Operation{Summary: s})
		}
		if got := summary(group); got != want {
			t.Errorf("%v: %s, want %s", titles, got, want)
		}
	}
}

func TestSamePages(t *testing.T) {
	op := func(page, summary string) *api.Operation {
		return &api.Operation{Method: "POST", Path: "/v1/boxes", Summary: summary, Origin: api.Origin{Page: page}}
	}
	for _, c := range []struct {
		what  string
		group []*api.Operation
		want  int
	}{
		{"one title", []*api.Operation{op("a.rst", "Making a Box"), op("b.rst", "Making a box")}, 1},
		{"three pages", []*api.Operation{op("a.rst", "Making a Box"), op("b.rst", "Making a Box"), op("c.rst", "Making a Box")}, 2},
		{"the first page again", []*api.Operation{op("a.rst", "Making a Box"), op("b.rst", "Making a Box"), op("a.rst", "Making a Box")}, 2},
		{"two titles", []*api.Operation{op("a.rst", "Making a Box"), op("b.rst", "Making a Lid")}, 0},
		{"two request lines of a page", []*api.Operation{op("a.rst", "Making a Box"), op("a.rst", "Making a Box")}, 0},
		{"no title", []*api.Operation{op("a.rst", ""), op("b.rst", "")}, 0},
	} {
		var found diag.List
		samePages(c.group, &found)
		if found.Len() != c.want {
			t.Errorf("%s: %d findings, want %d", c.what, found.Len(), c.want)
		}
	}
}
