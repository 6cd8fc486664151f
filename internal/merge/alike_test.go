package merge

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// typed is a structure of a page with fields "name type": of a text, a number, a truth, a list of
// texts, or a structure.
func typed(label string, fields ...string) *api.Schema {
	s := &api.Schema{Label: label, Origin: api.Origin{Page: label + strings.Join(fields, "") + ".rst"}}
	for _, field := range fields {
		name, kind, _ := strings.Cut(field, " ")
		t := api.Type{Kind: api.Kind(kind)}
		switch kind {
		case "":
			t.Kind = api.String
		case "list":
			t = list(api.Type{Kind: api.String})
		case "map":
			t = api.Type{Kind: api.Map, Elem: &api.Type{Kind: api.Any}}
		}
		s.Fields = append(s.Fields, &api.Field{Name: name, Type: t})
	}
	return s
}

func of(s *api.Schema) string {
	var out []string
	for _, f := range s.Fields {
		out = append(out, f.Name+" "+f.Type.String())
	}
	return strings.Join(out, ", ")
}

// TestAlike holds which structures of one name are one resource, and what it is then.
func TestAlike(t *testing.T) {
	for _, c := range []struct {
		what  string
		a, b  *api.Schema
		want  string
		types string // of the first
	}{
		{"fewer fields", typed("jar", "id", "size integer", "lid"), typed("jar", "id", "size integer"), "Jar", "id string, size integer, lid string"},
		{"one in a list and one alone", typed("jars", "id", "size integer"), typed("jar", "id", "size integer", "lid"), "", ""},
		{"other fields beside", typed("jar", "id", "name", "lid"), typed("jar", "id", "name", "tap"), "Jar", "id string, name string, lid string, tap string"},
		{"a single field of several", typed("jar", "id", "name", "lid"), typed("jar", "id"), "Jar", "id string, name string, lid string"},
		{"an integer and a number", typed("jar", "id", "size integer"), typed("jar", "id", "size number"), "Jar", "id string, size number"},
		{"a type that nobody told", typed("jar", "id", "size any"), typed("jar", "id", "size number"), "Jar", "id string, size number"},
		{"a text and a number of four", typed("jar", "id", "name", "lid", "size integer"), typed("jar", "id", "name", "lid", "size"), "Jar", "id string, name string, lid string, size string or integer"},
		{"a map and a structure", typed("jar", "id", "tags map"), typed("jar", "id", "tags object"), "Jar", "id string, tags object"},

		{"an id of a resource of five fields", typed("jar", "id", "name", "lid", "tap", "rim"), typed("jar", "id"), "Jar BJar", "id string, name string, lid string, tap string, rim string"},
		{"an id of a resource of four fields", typed("jar", "id", "name", "lid", "tap"), typed("jar", "id"), "Jar", "id string, name string, lid string, tap string"},
		{"a single other field of a resource", typed("jar", "id", "name", "lid", "tap", "rim"), typed("jar", "name"), "Jar", "id string, name string, lid string, tap string, rim string"},
		{"two fields of a resource", typed("jar", "id", "name", "lid", "tap", "rim"), typed("jar", "id", "name"), "Jar", "id string, name string, lid string, tap string, rim string"},
		{"no field", typed("jar", "id", "size integer"), typed("jar", "lid", "tap"), "Jar BJar", "id string, size integer"},
		{"one of several fields", typed("jar", "id", "size integer", "tap", "cup"), typed("jar", "id", "lid", "mug"), "Jar BJar", "id string, size integer, tap string, cup string"},
		{"another name", typed("jar", "id", "size integer"), typed("tub", "id", "size integer"), "Jar Tub", "id string, size integer"},
		{"no name", typed("", "id", "size integer"), typed("", "id", "size integer", "lid"), "AResponseBody BResponseBody", "id string, size integer"},
		{"a list for a text", typed("jar", "id", "name", "lids list"), typed("jar", "id", "name", "lids"), "Jar BJar", "id string, name string, lids array of string"},
		{"most types", typed("jar", "id", "size integer"), typed("jar", "id", "size"), "Jar BJar", "id string, size integer"},
	} {
		one, other := withResponse("A", c.a), withResponse("B", c.b)
		if c.types == "" { // the first in a list
			one.Responses[0].Body.Type = list(object(c.a))
			c.want, c.types = "Jar", "id string, size integer"
		}
		if got := named(one, other); got != c.want || !strings.HasPrefix(of(c.a), c.types) {
			t.Errorf("%s: %s with %s, want %s with %s", c.what, got, of(c.a), c.want, c.types)
		}
	}
}

// TestAlikeRequests: what a call takes stays its own.
func TestAlikeRequests(t *testing.T) {
	a, b := typed("jar", "id", "lid"), typed("jar", "id")
	a.Request, b.Request = true, true
	sends := func(id string, s *api.Schema) *api.Operation { return &api.Operation{ID: id, Body: body(object(s))} }
	if got := named(sends("A", a), sends("B", b)); got != "Jar BJar" || of(b) != "id string" {
		t.Errorf("%s, and the second takes %s", got, of(b))
	}
}

// TestAlikeInside has structures in structures: they become one with those around them, or keep
// these apart.
func TestAlikeInside(t *testing.T) {
	with := func(label string, inner *api.Schema) *api.Schema {
		s := typed(label, "id", "name")
		s.Fields = append(s.Fields, &api.Field{Name: "lid", Type: object(inner)})
		return s
	}
	oak, elm := typed("lid", "knob"), typed("cap", "size integer")
	if got := named(withResponse("A", with("jar", oak)), withResponse("B", with("jar", elm))); got != "Jar Lid" || of(oak) != "knob string, size integer" {
		t.Errorf("%s, the lid has %s", got, of(oak))
	}
	oak, elm = typed("lid", "knob"), typed("cap", "knob list")
	if got := named(withResponse("A", with("jar", oak)), withResponse("B", with("jar", elm))); got != "Jar Lid BJar Cap" {
		t.Errorf("%s, the knobs are a text and a list", got)
	}
	// What an inner one became on another page is what counts for the next structure that has it.
	oak, elm = typed("oak", "knob", "rim"), typed("elm", "knob")
	if got := named(withResponse("A", with("jar", oak)), withResponse("B", with("jar", elm)), withResponse("C", with("box", typed("ash", "rim list"))), withResponse("D", with("box", elm))); got != "Jar Oak Box Ash DBox" {
		t.Errorf("%s, the rims are a text and a list", got)
	}
	inner := typed("jar", "id", "name")
	if got := named(withResponse("A", with("jar", inner))); got != "Jar JarLid" {
		t.Errorf("%s, one jar is in the other", got)
	}
	inner = typed("jar", "id", "name", "rim", "tap", "cup")
	if got := named(withResponse("A", with("jar", inner))); got != "AJar Jar" {
		t.Errorf("%s, the larger jar is in the other", got)
	}
	inner = typed("jar", "id", "name")
	both := with("jar", inner)
	both.Fields = append(both.Fields, &api.Field{Name: "rim", Type: object(typed("rim", "edge"))})
	if got := named(withResponse("A", both)); got != "Jar JarLid Rim" {
		t.Errorf("%s, one jar is in the other, and something else after it", got)
	}
	between := typed("lid", "wood")
	between.Fields = append(between.Fields, &api.Field{Name: "holder", Type: object(typed("jar", "id", "name"))})
	if got := named(withResponse("A", with("jar", between))); got != "Jar Lid LidHolder" {
		t.Errorf("%s, one jar is in the lid of the other", got)
	}
	// What the outer structures were told of is told once.
	svc, found := &api.Service{Operations: []*api.Operation{withResponse("A", with("jar", typed("lid", "id", "name", "wood", "size"))), withResponse("B", with("jar", typed("lid", "id", "name", "wood", "size integer")))}}, new(diag.List)
	if Schemas(svc, found); len(svc.Schemas) != 2 || found.Len() != 1 {
		t.Errorf("%d structures, %v", len(svc.Schemas), found.Sorted())
	}
	tree := typed("jar", "id", "name")
	tree.Fields = append(tree.Fields, &api.Field{Name: "jars", Type: list(object(tree))})
	other := typed("jar", "id", "name")
	other.Fields = append(other.Fields, &api.Field{Name: "jars", Type: list(object(other))}, &api.Field{Name: "tap", Type: api.Type{Kind: api.String}})
	if got := named(withResponse("A", tree), withResponse("B", other)); got != "Jar" {
		t.Errorf("trees: %s", got)
	}
}

// TestAlikeFacts holds what is left of facts of which two pages say different things.
func TestAlikeFacts(t *testing.T) {
	said := func(page string, need api.Need, claims ...api.Claim) *api.Schema {
		s := typed("jar", "id", "size integer")
		s.Origin.Page = page
		for i := range claims {
			claims[i].Origin.Page = page
		}
		s.Fields[1].Claims, s.Fields[1].Need = claims, need
		return s
	}
	for what, c := range map[string]struct {
		a, b   []api.Claim
		want   string
		report bool
	}{
		"limits are both kept":                   {[]api.Claim{claim(api.FactMax, "1")}, []api.Claim{claim(api.FactMax, "2")}, "maximum 1, maximum 2", true},
		"equal ones are not a difference":        {[]api.Claim{claim(api.FactMax, "1")}, []api.Claim{claim(api.FactMax, "1")}, "maximum 1", false},
		"one page says it":                       {nil, []api.Claim{claim(api.FactEnum, "a")}, "enum a", false},
		"defaults hold where both say":           {[]api.Claim{claim(api.FactDefault, "1")}, []api.Claim{claim(api.FactDefault, "2")}, "", true},
		"or where one says nothing":              {[]api.Claim{claim(api.FactDefault, "1")}, nil, "default 1", false},
		"patterns have no looser form":           {[]api.Claim{claim(api.FactPattern, "^a$")}, []api.Claim{claim(api.FactPattern, "^b$")}, "", true},
		"deprecated is what all pages deprecate": {[]api.Claim{claim(api.FactDeprecated)}, nil, "", false},
		"and if all do":                          {[]api.Claim{claim(api.FactDeprecated)}, []api.Claim{claim(api.FactDeprecated)}, "deprecated ", false},
	} {
		a, b := said("a.rst", api.NeedYes, c.a...), said("b.rst", api.NeedNo, c.b...)
		found := new(diag.List)
		svc := &api.Service{Operations: []*api.Operation{withResponse("A", a), withResponse("B", b)}}
		Schemas(svc, found)
		var got []string
		for _, o := range a.Fields[1].Claims {
			got = append(got, string(o.Fact)+" "+strings.Join(o.Values, ""))
		}
		if strings.Join(got, ", ") != c.want || len(svc.Schemas) != 1 || c.report && a.Fields[1].Need != api.NeedNo || (found.Len() == 1) != c.report {
			t.Errorf("%s: %q in %d structures with %d findings", what, got, len(svc.Schemas), found.Len())
		}
		if c.report && !strings.Contains(found.Sorted()[0].Message, "of size;") {
			t.Errorf("%s: %s", what, found.Sorted()[0].Message)
		}
	}
}

// TestAlikeThree: a default of which two pages disagree is none, whatever a third says.
func TestAlikeThree(t *testing.T) {
	said := func(page, value string) *api.Schema {
		s := typed("jar", "id", "size integer")
		s.Origin.Page = page
		c := claim(api.FactDefault, value)
		c.Origin.Page = page
		s.Fields[1].Claims = []api.Claim{c}
		return s
	}
	a := said("a.rst", "1")
	if named(withResponse("A", a), withResponse("B", said("b.rst", "2")), withResponse("C", said("c.rst", "3"))); len(a.Fields[1].Claims) != 0 {
		t.Errorf("the default is %v", a.Fields[1].Claims)
	}
}

// TestAlikeKinds: the kinds of a field of several are in one order, whichever page comes first, and
// an integer that two pages tell stays one.
func TestAlikeKinds(t *testing.T) {
	for _, c := range []struct{ kinds, want string }{
		{"integer|", "string or integer"},
		{"|integer", "string or integer"},
		{"integer||integer", "string or integer"},
		{"|integer|integer", "string or integer"},
		{"|integer|number", "string or number"},
		{"boolean|integer|", "string or boolean or integer"},
		{"integer||boolean", "string or boolean or integer"},
	} {
		var ops []*api.Operation
		var first *api.Schema
		for i, kind := range strings.Split(c.kinds, "|") {
			s := typed("jar", "id", "name", "lid", "size "+kind)
			if i == 0 {
				first = s
			}
			ops = append(ops, withResponse(string(rune('A'+i)), s))
		}
		if got := named(ops...); got != "Jar" || first.Fields[3].Type.String() != c.want {
			t.Errorf("%s: %s with %s, want %s", c.kinds, got, of(first), c.want)
		}
	}
}

// TestAlikeKindsOfBoth: a structure that was joined with others before brings all their kinds.
func TestAlikeKindsOfBoth(t *testing.T) {
	for _, kind := range []api.Kind{api.String, api.Integer, api.Boolean} {
		x := api.Type{Kind: kind}
		y := api.Type{Kind: api.String, Also: []api.Kind{api.Boolean, api.Integer}}
		if differ := new(alike).joinType(&x, &y); x.String() != "string or boolean or integer" || !differ {
			t.Errorf("%s becomes %s, differ %v", kind, x, differ)
		}
	}
}

// TestAlikeDeep: structures that lead to the same ones in many ways are compared once.
func TestAlikeDeep(t *testing.T) {
	deep := func(last string) *api.Schema {
		s := typed("bottom", "id", last)
		for i := range 64 {
			next := typed("jar"+strconv.Itoa(i), "id")
			next.Fields = append(next.Fields, &api.Field{Name: "left", Type: object(s)}, &api.Field{Name: "right", Type: object(s)})
			s = next
		}
		return s
	}
	if got := strings.Fields(named(withResponse("A", deep("lid")), withResponse("B", deep("tap")))); len(got) != 65 {
		t.Errorf("%d structures: %v", len(got), got)
	}
}

// TestAlso: which of several uses stands for all does not depend on their order.
func TestAlso(t *testing.T) {
	op, longer := &api.Operation{ID: "A", Path: "/jars"}, &api.Operation{ID: "B", Path: "/jars/{id}"}
	uses := []use{{op: op, where: "AJar", count: 1}, {op: op, where: "ALid", count: 1}, {op: longer, where: "ABox", count: 1}}
	for _, order := range [][]int{{0, 1, 2}, {1, 0, 2}, {2, 0, 1}, {2, 1, 0}, {1, 2, 0}, {0, 2, 1}} {
		u := uses[order[0]]
		u.also(&uses[order[1]])
		u.also(&uses[order[2]])
		if u.op != op || u.where != "AJar" || u.count != 3 {
			t.Errorf("%v: %s %s %d", order, u.op.ID, u.where, u.count)
		}
	}
	// A response stands for all, although what is sent has the shorter path.
	for _, uses := range [][]use{{{op: op, where: "ASent", side: api.SideRequest}, {op: longer, where: "BGot", side: api.SideResponse, labelled: true}}, {{op: longer, where: "BGot", side: api.SideResponse, labelled: true}, {op: op, where: "ASent", side: api.SideRequest}}} {
		if u := uses[0]; true {
			if u.also(&uses[1]); u.op != longer || u.where != "BGot" || u.side != api.SideResponse || !u.labelled {
				t.Errorf("%s at %s of the %s", u.op.ID, u.where, u.side)
			}
		}
	}
}

// TestNamesInAnyOrder holds that which page comes first names no structure.
// TestReferences: what holds nothing but the id of a resource is one of its references, however many pages have it;
// a body is not.
func TestReferences(t *testing.T) {
	holder := func(label string) *api.Schema {
		s := typed(label, "rim")
		s.Fields = append(s.Fields, &api.Field{Name: "jar", Type: object(typed("jar", "id"))})
		return s
	}
	jar := func() *api.Schema { return typed("jar", "id", "name", "lid", "tap", "rim") }
	if got := named(withResponse("ShowLid", holder("lid")), withResponse("ShowKnob", holder("knob")), withResponse("ShowJar", jar())); got != "Lid JarRef Knob Jar" {
		t.Error(got)
	}
	lid := holder("lid")
	named(withResponse("ShowLid", lid), withResponse("ShowKnob", holder("knob")), withResponse("ShowJar", jar()))
	if got := lid.Field("jar").Type.Schema.Name; got != "JarRef" {
		t.Error(got)
	}
	if got := named(withResponse("ShowLid", typed("jar", "id")), withResponse("ShowKnob", typed("jar", "id")), withResponse("ShowJar", jar())); got != "Jar ShowJarFields" {
		t.Error(got)
	}
}

func TestNamesInAnyOrder(t *testing.T) {
	ops := func() []*api.Operation {
		at := func(path string, op *api.Operation) *api.Operation { op.Path, op.Method = path, "GET"; return op }
		return []*api.Operation{
			at("/jars/{id}/lid", withResponse("ShowLid", typed("jar", "lid", "knob"))),
			at("/jars", withResponse("ListJars", typed("jar", "id", "name"))),
			at("/jars/{id}", withResponse("ShowJar", typed("jar", "id", "name", "size integer"))),
			at("/tubs/{id}", withResponse("ShowTub", typed("jar", "tub", "rim"))),
		}
	}
	want := strings.Fields(named(ops()...))
	slices.Sort(want)
	turned := ops()
	slices.Reverse(turned)
	got := strings.Fields(named(turned...))
	slices.Sort(got)
	if !slices.Equal(got, want) || strings.Join(want, " ") != "Jar ShowLidJar TubJar" {
		t.Errorf("%v and %v", want, got)
	}
}
