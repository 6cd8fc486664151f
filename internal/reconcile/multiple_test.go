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
	for _, c := range []struct {
		what   string
		claims []api.Claim
		want   string
		told   bool
	}{
		{"alone", []api.Claim{of("8", 1)}, "8", false},
		{"a list that fits", []api.Claim{of("8", 1), claim(api.FactEnum, "8", "16")}, "8", false},
		{"a list that does not", []api.Claim{of("8", 1), claim(api.FactEnum, "1", "8")}, "", true},
		{"one phrase", []api.Claim{of("4", 1), of("6", 1)}, "12", false},
		{"two places", []api.Claim{of("4", 1), of("6", 2)}, "", true},
		{"too large", []api.Claim{of("2147483647", 1), of("2147483646", 1), of("2147483645", 1)}, "", true},
	} {
		f := field("f", api.Integer, c.claims...)
		_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{f}})
		if got := f.Decided.Limits.Multiple; got != c.want || (len(found) > 0) != c.told {
			t.Errorf("%s: %q, findings %v, want %q", c.what, got, found, c.want)
		}
	}
}
