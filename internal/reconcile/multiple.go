package reconcile

import (
	"fmt"
	"math"
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// multiple decides of which number a value is a multiple. It is "" where nothing says so, where the documentation names
// several numbers, and where it shows a value between two multiples.
func (r *reconciler) multiple(f *api.Field, elems bool, values []seen) string {
	claims := claimsOf(f, api.FactMultiple, elems)
	if len(claims) == 0 {
		return ""
	}
	first := claims[0]
	n := first.Values[0]
	for _, c := range claims[1:] {
		if c.Values[0] != n {
			f.Decided.Contradicted = append(f.Decided.Contradicted, claims...)
			r.disagree(c, first, "the other number", fmt.Sprintf("%s is said to be a multiple of %s, and of %s", f.Name, n, c.Values[0]))
			return ""
		}
	}
	for _, s := range values {
		if s.value.Kind == payload.Number && !isMultiple(s.value.Text, n) {
			r.broken(f, first, s, "is a multiple of "+n)
			return ""
		}
	}
	return n
}

// isMultiple reports whether a JSON number is a whole number of times n. Of numbers beyond those that all readers of
// JSON keep exact nobody can say.
func isMultiple(text, n string) bool {
	x, errX := strconv.ParseFloat(text, 64)
	y, errY := strconv.ParseFloat(n, 64)
	return errX != nil || errY != nil || math.Abs(x) > 1<<53 || math.Mod(x, y) == 0
}
