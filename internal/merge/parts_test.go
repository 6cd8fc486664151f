package merge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestClassesOf: pairs that have a structure in common make one class, in whatever order they come.
func TestClassesOf(t *testing.T) {
	structures := make(map[string]*api.Schema)
	for _, name := range strings.Split("abcdef", "") {
		structures[name] = &api.Schema{Name: name}
	}
	for pairs, want := range map[string]string{
		"":                  "",
		"ab":                "",
		"ab cd":             "",
		"ab bc":             "abc",
		"ab ac":             "abc",
		"ac bc":             "abc",
		"ab cd bc":          "abcd",
		"ab cd ef bc de":    "abcdef",
		"ab bc de ef":       "abc def",
		"ab ba":             "",
		"ab bc ca":          "abc",
		"ab cd ac bd ad":    "abcd",
		"ae be ce df ef fa": "abcdef",
	} {
		for range 20 { // a map has no order
			set := make(map[pair]bool)
			for p := range strings.FieldsSeq(pairs) {
				set[pair{structures[p[:1]], structures[p[1:]]}] = true
			}
			var out []string
			for _, one := range classesOf(set) {
				var names []string
				for _, s := range one {
					names = append(names, s.Name)
				}
				slices.Sort(names)
				out = append(out, strings.Join(names, ""))
			}
			slices.Sort(out)
			if got := strings.Join(out, " "); got != want {
				t.Fatalf("%q: %q, want %q", pairs, got, want)
			}
		}
	}
}

func TestAddKind(t *testing.T) {
	for _, c := range []struct {
		have string
		add  api.Kind
		want string
	}{
		{"string", api.String, "string false"}, {"string", api.Integer, "string integer true"}, {"integer", api.String, "string integer true"}, {"number", api.Integer, "number false"}, {"string number", api.Integer, "string number false"},
		{"string integer", api.Number, "string number true"}, {"string", api.Boolean, "string boolean true"}, {"string integer", api.Boolean, "string boolean integer true"},
	} {
		kinds := strings.Fields(c.have)
		typ := &api.Type{Kind: api.Kind(kinds[0])}
		for _, k := range kinds[1:] {
			typ.Also = append(typ.Also, api.Kind(k))
		}
		added := addKind(typ, c.add)
		got := string(typ.Kind)
		for _, k := range typ.Also {
			got += " " + string(k)
		}
		if got = fmt.Sprint(got, " ", added); got != c.want {
			t.Errorf("%s and %s: %s, want %s", c.have, c.add, got, c.want)
		}
	}
}

// TestOpen: a structure that says what it is, or what its further members are, stays as it is.
func TestOpen(t *testing.T) {
	text := &api.Type{Kind: api.String}
	plain, list, more := &api.Schema{}, &api.Schema{Root: text}, &api.Schema{Extra: text}
	for _, s := range []*api.Schema{plain, list, more} {
		open(&api.Type{Kind: api.Object, Schema: s})
	}
	open(&api.Type{Kind: api.Object})
	if plain.Extra == nil || plain.Extra.Kind != api.Any || list.Extra != nil || more.Extra != text {
		t.Errorf("further members are %v, %v and %v", plain.Extra, list.Extra, more.Extra)
	}
}

func TestLimitsOf(t *testing.T) {
	f := &api.Field{Claims: []api.Claim{
		{Fact: api.FactMaxLength, Values: []string{"9"}}, {Fact: api.FactMaxLength, Values: []string{"9"}, Elems: true}, {Fact: api.FactMaxLength, Values: []string{"9"}},
		{Fact: api.FactKind, Values: []string{"string"}}, {Fact: api.FactNeed, Values: []string{"yes"}}, {Fact: api.FactExample, Values: []string{"a"}},
	}}
	if got, want := limitsOf(f), []string{"maxLength false=9", "maxLength true=9"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestSignaturesOfTexts: no name can be read as several parts of what a structure says.
func TestSignaturesOfTexts(t *testing.T) {
	of := func(fields ...string) string {
		s := &api.Schema{}
		for _, name := range fields {
			s.Fields = append(s.Fields, &api.Field{Name: name, Type: api.Type{Kind: api.String}})
		}
		return signature(&use{schema: s, want: "Lid"}, func(*api.Schema) int { return 0 })
	}
	// Each part says which it is, whatever the texts of a page are.
	need := &api.Schema{Request: true, Fields: []*api.Field{{Name: "a", Need: api.NeedYes, Claims: []api.Claim{{Fact: api.FactMax, Values: []string{"1"}}, {Fact: api.FactMin, Values: []string{"1"}}}}}}
	more := &api.Schema{Request: true, Fields: []*api.Field{{Name: "a"}, {Name: "yes", Type: api.Type{Kind: "maximum false=1", Format: "minimum false=1"}}}}
	if class := func(*api.Schema) int { return 0 }; signature(&use{schema: need}, class) == signature(&use{schema: more}, class) {
		t.Error("a need and a field have one signature")
	}
	if of("a<string,\nb") == of("a", "b") || of("a", "b") == of("b", "a") || of("a<:string,:\n:b") == of("a", "b") || of("<6string,0\n1b") == of("3", "b") {
		t.Error("two structures have one signature")
	}
}

// TestSameThing: of two structures neither may be a mere reference to the other, whichever is asked about first.
func TestSameThing(t *testing.T) {
	a := &alike{of: make(map[*api.Schema]*resource), into: make(map[*api.Schema]*api.Schema)}
	whole := typed("jar", "id", "name", "lid", "tap", "rim")
	op := &api.Operation{Path: "/jars"}
	for field, want := range map[string]bool{"id": false, "name": true} {
		one := typed("jar", field)
		a.resource(one).add(op, one)
		a.resource(whole).add(op, whole)
		if a.sameThing(one, whole) != want || a.sameThing(whole, one) != want {
			t.Errorf("the %s alone is the same thing: %v", field, !want)
		}
	}
	more, less := typed("status", "phase", "job", "lid"), typed("status", "phase", "job")
	if a.of = make(map[*api.Schema]*resource); !a.sameResource(more, less, 2) || !a.sameResource(less, more, 2) {
		t.Error("one field more makes another resource")
	}
}

// TestAgreeOnMany: so many structures are not compared each with each.
func TestAgreeOnMany(t *testing.T) {
	for _, n := range []int{maxAsOne, maxAsOne + 1} {
		a, pairs, first := &alike{}, make(map[pair]bool), new(api.Schema)
		for range n - 1 {
			pairs[pair{first, new(api.Schema)}] = true
		}
		if got := a.agree(pairs); got != (n <= maxAsOne) {
			t.Errorf("%d structures agree: %v", n, got)
		}
	}
}

// TestJoinRoots: structures that are a value of their own join what they are.
func TestJoinRoots(t *testing.T) {
	for what, c := range map[string]struct{ x, y, want *api.Type }{
		"both":      {&api.Type{Kind: api.Integer}, &api.Type{Kind: api.Number}, &api.Type{Kind: api.Number}},
		"the first": {&api.Type{Kind: api.Integer}, nil, &api.Type{Kind: api.Integer}},
		"the other": {nil, &api.Type{Kind: api.Integer}, nil},
		"neither":   {nil, nil, nil},
	} {
		a := &alike{of: make(map[*api.Schema]*resource), into: make(map[*api.Schema]*api.Schema), open: make(map[openFact]bool)}
		x, y := &api.Schema{Root: c.x}, &api.Schema{Root: c.y}
		a.join(x, y)
		if (x.Root == nil) != (c.want == nil) || x.Root != nil && x.Root.Kind != c.want.Kind || a.at(y) != x {
			t.Errorf("%s: %v, want %v", what, x.Root, c.want)
		}
	}
}
