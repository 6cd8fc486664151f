package golden

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Combined gives combinations of choices, one of each axis, by their numbers; sizes are how many choices
// each axis has. Any three choices of different axes come together in one of them, as far as most allows,
// which is how many there are. They are drawn, always the same, and sorted.
func Combined(sizes []int, most int) [][]int {
	draw := rand.New(rand.NewPCG(1, 2))
	all := 0
	axes(len(sizes), func(of ...int) {
		n := 1
		for _, i := range of {
			n *= sizes[i]
		}
		all += n
	})
	seen := make(map[string]bool)
	var out [][]int
	for len(seen) < all && len(out) < most {
		var pick []int
		for _, size := range sizes {
			pick = append(pick, draw.IntN(size))
		}
		before := len(seen)
		axes(len(sizes), func(of ...int) {
			var key []byte
			for _, i := range of {
				key = append(key, byte(i), byte(pick[i]))
			}
			seen[string(key)] = true
		})
		if len(seen) > before {
			out = append(out, pick)
		}
	}
	slices.SortFunc(out, slices.Compare[[]int])
	return out
}

// axes calls f with each three of n axes, and with each axis and the first.
func axes(n int, f func(of ...int)) {
	for i := range n {
		for j := range i {
			if j == 0 {
				f(i, j)
			}
			for k := range j {
				f(i, j, k)
			}
		}
	}
}

// EqualCombined holds what comes out of combinations of one choice of each axis, as many as most, against a golden
// file; see Combined for which choices meet.
func EqualCombined(t *testing.T, file string, most int, axes [][]string, result func(pick []string) string) {
	t.Helper()
	var sizes []int
	for _, axis := range axes {
		sizes = append(sizes, len(axis))
	}
	var out strings.Builder
	for _, pick := range Combined(sizes, most) {
		var words []string
		for i, n := range pick {
			words = append(words, axes[i][n])
		}
		out.WriteString(strings.Join(words, " | ") + "\n\t→ " + result(words) + "\n")
	}
	Equal(t, file, []byte(out.String()))
}
