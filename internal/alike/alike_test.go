package alike

import (
	"strings"
	"testing"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"ShowVault", "showvault", 0}, {"ShowVualt", "ShowVault", 2},
		{"List", "Lists", 1}, {"kitten", "sitting", 3},
		{strings.Repeat("a", 300), strings.Repeat("a", 200), 0},
	} {
		if got := Distance(c.a, c.b); got != c.want || Distance(c.b, c.a) != got {
			t.Errorf("Distance(%.20q, %.20q) = %d, want %d both ways", c.a, c.b, got, c.want)
		}
	}
}
