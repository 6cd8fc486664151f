package openapi

import (
	"fmt"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestOverruled: claims that say the same are one, and their order is not that of the pages.
func TestOverruled(t *testing.T) {
	claim := func(fact api.Fact, value, page string, weak bool) api.Claim {
		return api.Claim{Fact: fact, Values: []string{value}, Origin: api.Origin{Page: page}, Weak: weak}
	}
	a := []api.Claim{
		claim(api.FactMin, "1", "b", false), claim(api.FactMax, "9", "a", false), claim(api.FactMin, "1", "a", false),
		claim(api.FactMin, "0", "c", false), claim(api.FactMax, "7", "d", true),
	}
	b := []api.Claim{a[3], a[2], a[4], a[1], a[0]}
	want := "[{maximum [9]} {minimum [0]} {minimum [1]}]"
	for _, claims := range [][]api.Claim{a, b} {
		if got := fmt.Sprint(contradicted(claims)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if n := len(overruled(claims)[2]); n != 2 {
			t.Errorf("%d claims say that the minimum is 1, want 2 with a place each", n)
		}
	}
}
