package history

import (
	"slices"
	"testing"
)

// TestNoise holds what counts as another order: null beside "null" is two values.
func TestNoise(t *testing.T) {
	for _, c := range []struct {
		before, now string
		want        []string
	}{
		{`{enum: [a, "null", null], x: 1}`, `{enum: [a, "null", null], x: 2}`, nil},
		{`{enum: [a, b]}`, `{enum: [b, a]}`, []string{"/enum in another order"}},
		{`{enum: ["1", 1]}`, `{enum: [1, "1"]}`, []string{"/enum in another order"}},
		{`{a: 1, b: 2}`, `{b: 2, a: 1}`, []string{" in another order"}},
		{`{enum: [a, A], x-enum-varnames: [A2, A]}`, `{enum: [b, a], x-enum-varnames: [B, A2]}`, nil},
		{`{enum: [a, A], x-enum-varnames: [A2, A]}`, `{enum: [a, b], x-enum-varnames: [A, B]}`, []string{"/enum/!!str a has another name"}},
		{`{a: 1, x-source: here}`, `{a: 1, x-source: there}`, []string{"/x-source"}},
	} {
		if got := Noise(t, []byte(c.before), []byte(c.now)); !slices.Equal(got, c.want) {
			t.Errorf("%s and %s: %q, want %q", c.before, c.now, got, c.want)
		}
	}
	if Facts(t, []byte(`{enum: ["null"]}`)) == Facts(t, []byte(`{enum: [null]}`)) {
		t.Error(`null and "null" are one`)
	}
}
