package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

func ids(ops []*api.Operation) string {
	var out []string
	for _, op := range ops {
		out = append(out, op.ID)
	}
	return strings.Join(out, " ")
}

func TestUniqueIDs(t *testing.T) {
	for _, c := range []struct {
		what string
		ops  []*api.Operation
		want string
	}{
		{"different ids stay", []*api.Operation{{ID: "ListLids"}, {ID: "ListBoxes"}}, "ListLids ListBoxes"},
		{"versions tell apart", []*api.Operation{{ID: "ListLids", Path: "/v1/lids"}, {ID: "ListLids", Path: "/v2/lids"}}, "ListLids ListLidsV2"},
		{"then folders", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids", Tag: "Old Boxes"}}, "ListLids ListLidsInOldBoxes"},
		{"then numbers", []*api.Operation{{ID: "ListLids"}, {ID: "ListLids"}, {ID: "ListLids"}}, "ListLids ListLids2 ListLids3"},
		{"a name that another page has is not taken", []*api.Operation{{ID: "ListLids", Path: "/v1/a"}, {ID: "ListLids", Path: "/v2/a"}, {ID: "ListLidsV2"}}, "ListLids ListLids2 ListLidsV2"},
	} {
		uniqueIDs(c.ops)
		if got := ids(c.ops); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestActionID(t *testing.T) {
	for _, c := range []struct{ method, path, taken, want string }{
		{"POST", "/v1/{shelf}/crates/{id}/action", "", "CratesAction"},
		{"POST", "/v1/{shelf}/crates/{id}/action", "CratesAction", "PostCratesAction"},
		{"POST", "/v1/{shelf}/crates/{id}/action", "CratesAction PostCratesAction", "PostCratesAction2"},
		{"PUT", "/v2/crates", "", "PutCrates"},
		{"GET", "/", "", "GetRoot"},
		{"GET", "/v1/a/b/c-d", "", "BCD"},
	} {
		taken := make(map[string]bool)
		for _, id := range strings.Fields(c.taken) {
			taken[id] = true
		}
		if got := actionID(&api.Operation{Method: c.method, Path: c.path}, taken); got != c.want || !taken[got] {
			t.Errorf("%s %s: %s, want %s", c.method, c.path, got, c.want)
		}
	}
}

func TestRenamePathParams(t *testing.T) {
	for _, c := range []struct {
		path, first string
		findings    int
	}{
		{"/crates/{id}", "/crates/{crate_id}", 1},
		{"/crates/{crate_id}", "/crates/{crate_id}", 0},
		{"/a/{x}/b/{y}", "/a/{y}/b/{x}", 2}, // each takes the other's name
		{"/a/{x}/b/{y}", "/a/{x}/b/{z}", 1},
	} {
		x := &extraction{found: new(diag.List)}
		op := &api.Operation{Path: c.path}
		for _, n := range pathParams(c.path) {
			op.Params = append(op.Params, &api.Param{In: api.InPath, Field: api.Field{Name: n}})
		}
		op.Params = append(op.Params, &api.Param{In: api.InQuery, Field: api.Field{Name: "x"}})
		x.renamePathParams(op, &api.Operation{Path: c.first})
		var names []string
		for _, q := range op.Params[:len(op.Params)-1] {
			names = append(names, q.Name)
		}
		if op.Path != c.first || !slices.Equal(names, pathParams(c.first)) || x.found.Len() != c.findings {
			t.Errorf("%s as %s: %s with %v and %d findings", c.path, c.first, op.Path, names, x.found.Len())
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
		return version(ops)
	}
	for _, c := range []struct{ got, want string }{
		{of("/v2/a", "/v1/a", "/v2/b"), "v2"}, {of("/v2/a", "/v1/a"), "v1"}, {of("/a"), ""}, {of(), ""},
	} {
		if c.got != c.want {
			t.Errorf("version %q, want %q", c.got, c.want)
		}
	}
}

func TestNameExamples(t *testing.T) {
	example := func(status int) *api.Example {
		if status == 0 {
			return &api.Example{Side: api.SideRequest}
		}
		return &api.Example{Side: api.SideResponse, Status: status}
	}
	for _, c := range []struct {
		statuses []int
		want     string
	}{
		{[]int{0, 200}, "example example"},
		{[]int{0, 200, 400}, "example example example"},
		{[]int{0, 200, 0, 200}, "example1 example1 example2 example2"},
		{[]int{0, 0, 200}, "example1 example2 example1"},
		{nil, ""},
	} {
		op := &api.Operation{}
		for _, s := range c.statuses {
			op.Examples = append(op.Examples, example(s))
		}
		nameExamples(op)
		var names []string
		for _, e := range op.Examples {
			names = append(names, e.Name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%v: %s, want %s", c.statuses, got, c.want)
		}
	}
}

func TestOwnValues(t *testing.T) {
	r := &row{field: &api.Field{Name: "lid"}}
	for _, c := range []struct {
		text string
		kind dialect.LimitKind
		want string
	}{
		{"lid=oak&lid=ash", dialect.LimitExample, "oak ash"},
		{"lid=oak&size=3", dialect.LimitExample, "oak"},
		{"size=3&lid=oak", dialect.LimitExample, "size=3&lid=oak"}, // starts with another one: not ours to cut
		{"lids=oak", dialect.LimitExample, "lids=oak"},
		{"lid=oak", dialect.LimitDefault, "lid=oak"},
		{"oak", dialect.LimitExample, "oak"},
	} {
		if got := strings.Join(r.ownValues(c.text, c.kind), " "); got != c.want {
			t.Errorf("ownValues(%q, %v) = %s, want %s", c.text, c.kind, got, c.want)
		}
	}
}

func TestBoundFact(t *testing.T) {
	text := dialect.Type{Kind: dialect.KindString}
	number := dialect.Type{Kind: dialect.KindInteger}
	texts := dialect.Type{Kind: dialect.KindArray, Elem: &text}
	numbers := dialect.Type{Kind: dialect.KindArray, Elem: &number}
	for _, c := range []struct {
		what  string
		typ   dialect.Type
		known bool
		limit dialect.Limit
		fact  api.Fact
		elems bool
	}{
		{"Minimum of a string is a length", text, true, dialect.Limit{Kind: dialect.LimitMin}, api.FactMinLength, false},
		{"Maximum of an integer is a value", number, true, dialect.Limit{Kind: dialect.LimitMax}, api.FactMax, false},
		{"Maximum of a list counts its elements", texts, true, dialect.Limit{Kind: dialect.LimitMax}, api.FactMaxItems, false},
		{"characters in a list are of its elements", texts, true, dialect.Limit{Kind: dialect.LimitMax, Of: dialect.OfLength}, api.FactMaxLength, true},
		{"values in a list of numbers are of its elements", numbers, true, dialect.Limit{Kind: dialect.LimitMin, Of: dialect.OfValue}, api.FactMin, true},
		{"without a type column it is a string", dialect.Type{}, false, dialect.Limit{Kind: dialect.LimitMin}, api.FactMinLength, false},
	} {
		fact, elems, ok := boundFact(c.typ, c.known, c.limit)
		if !ok || fact != c.fact || elems != c.elems {
			t.Errorf("%s: %s, elements %v, %v", c.what, fact, elems, ok)
		}
	}
	for what, c := range map[string]struct {
		typ dialect.Type
		of  dialect.Of
	}{
		"a value range of a string":       {text, dialect.OfValue},
		"characters of a number":          {number, dialect.OfLength},
		"elements of a string":            {text, dialect.OfItems},
		"characters in a list of numbers": {numbers, dialect.OfLength},
		"any bound of a truth value":      {dialect.Type{Kind: dialect.KindBoolean}, dialect.OfUnsaid},
	} {
		if fact, _, ok := boundFact(c.typ, true, dialect.Limit{Kind: dialect.LimitMin, Of: c.of}); ok {
			t.Errorf("%s must stay without effect, not be %s", what, fact)
		}
	}
}
