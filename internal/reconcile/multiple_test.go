package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestMultiplesBesideLists: a multiple goes beside a list only where all its values are such, and two numbers of one
// phrase join; those of two places do not.
func TestMultiplesBesideLists(t *testing.T) {
	of := func(n string, line int) api.Claim {
		c := claim(api.FactMultiple, n)
		c.Origin.Page, c.Origin.Pos.Line = "a.rst", line
		return c
	}
	onB := func(c api.Claim) api.Claim { c.Origin.Page = "b.rst"; return c }
	for _, c := range []struct {
		what   string
		claims []api.Claim
		want   string
		told   bool
		broken int // claims that do not hold
	}{
		{"alone", []api.Claim{of("8", 1)}, "8", false, 0},
		{"a list that fits", []api.Claim{of("8", 1), claim(api.FactEnum, "8", "16")}, "8", false, 0},
		{"a list that does not", []api.Claim{of("8", 1), claim(api.FactEnum, "1", "8")}, "", true, 1},
		{"one phrase", []api.Claim{of("4", 1), of("6", 1)}, "12", false, 0},
		{"two places", []api.Claim{of("4", 1), of("6", 2)}, "", true, 2},
		{"too large", []api.Claim{of("2147483647", 1), of("2147483646", 1), of("2147483645", 1)}, "", true, 3},
		{"one number twice", []api.Claim{of("8", 1), of("8", 2)}, "8", false, 0},
		{"two pages", []api.Claim{of("4", 1), onB(of("6", 1))}, "", true, 2},
		{"three places", []api.Claim{of("4", 1), of("6", 2), of("10", 3)}, "", true, 3},
		{"an example that is one", []api.Claim{of("8", 1), claim(api.FactExample, "16")}, "8", false, 0},
		{"an example that is none", []api.Claim{of("8", 1), claim(api.FactExample, "12")}, "", true, 1},
		{"other values are allowed", []api.Claim{weak(of("8", 1)), of("8", 1)}, "", true, 2},
		{"also by other words", []api.Claim{of("8", 1), weak(of("8", 2))}, "", true, 2},
	} {
		f := field("f", api.Integer, c.claims...)
		_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{f}})
		if got := f.Decided.Limits.Multiple; got != c.want || (len(found) == 1) != c.told || !c.told && len(found) > 0 || len(f.Decided.Contradicted) != c.broken {
			t.Errorf("%s: %q, findings %v, want %q", c.what, got, found, c.want)
		}
	}
}

// TestMultipleOfText: a text beside the number says nothing of its multiples.
func TestMultipleOfText(t *testing.T) {
	f := field("f", api.Integer, claim(api.FactMultiple, "8"))
	if decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{f}}, `{"f": "12"}`); f.Decided.Limits.Multiple != "8" {
		t.Errorf("a multiple of %q", f.Decided.Limits.Multiple)
	}
}

func TestCommonMultiple(t *testing.T) {
	for _, c := range [][3]string{
		{"4", "6", "12"}, {"1", "6", "6"}, {"6", "1", "6"}, {"6", "6", "6"}, {"4", "8", "8"},
		{"0", "6", ""}, {"6", "0", ""}, {"-4", "6", ""}, {"6", "-4", ""}, {"1.5", "6", ""}, {"6", "x", ""}, {"4294967296", "1", ""}, {"1", "4294967296", ""}, {"2147483647", "2147483646", ""},
	} {
		if got := commonMultiple(c[0], c[1]); got != c[2] {
			t.Errorf("%s and %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestIsMultiple(t *testing.T) {
	for _, c := range []struct {
		number, of string
		want       bool
	}{
		{"12", "4", true}, {"13", "4", false}, {"0", "4", true}, {"-12", "4", true}, {"-13", "4", false}, {"1.5", "0.5", true}, {"1.2", "0.5", false},
		{"x", "4", true}, {"4", "x", true}, {"4", "", true},
		{"9007199254740992", "5", false}, {"9007199254740994", "5", true}, {"-9007199254740994", "5", true}, // the last that all readers keep exact, and beyond
	} {
		if got := isMultiple(c.number, c.of); got != c.want {
			t.Errorf("%s is a multiple of %q: %v", c.number, c.of, got)
		}
	}
}
