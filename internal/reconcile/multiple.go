package reconcile

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// multiple decides of which number a value is a multiple. Of two numbers that one phrase names it is the least common
// multiple. It is "" where nothing says so, where the documentation names several numbers in several places, and where
// it shows a value between two multiples.
func (r *reconciler) multiple(f *api.Field, elems bool, values []seen) string {
	claims := claimsOf(f, api.FactMultiple, elems)
	if len(claims) == 0 {
		return ""
	}
	if r.othersAllowed(f, claims) {
		return ""
	}
	first := claims[0]
	n := first.Values[0]
	for _, c := range claims[1:] {
		if c.Values[0] == n {
			continue
		}
		both := ""
		if c.Origin.Page == first.Origin.Page && c.Origin.Pos == first.Origin.Pos {
			both = commonMultiple(n, c.Values[0])
		}
		if both == "" {
			f.Decided.Contradicted = append(f.Decided.Contradicted, claims...)
			r.disagree(c, first, "the other number", fmt.Sprintf("%s is said to be a multiple of %s, and of %s", f.Name, n, c.Values[0]))
			return ""
		}
		n = both
	}
	for _, s := range values {
		if s.value.Kind == payload.Number && !isMultiple(s.value.Text, n) {
			r.broken(f, first, s, "is a multiple of "+n)
			return ""
		}
	}
	return n
}

// othersAllowed reports whether the words of a description allow values that are not a multiple, and tells so: "It must be a
// multiple of 10. The value 5 is also allowed."
func (r *reconciler) othersAllowed(f *api.Field, claims []api.Claim) bool {
	i := slices.IndexFunc(claims, func(c api.Claim) bool { return c.Weak })
	if i < 0 {
		return false
	}
	f.Decided.Contradicted = append(f.Decided.Contradicted, claims...)
	at := claims[i].Origin
	r.found.Add("tool/several-limits", at.Page, at.Pos,
		fmt.Sprintf("%s is said to be a multiple of %s, and its description allows a value that is none", f.Name, claims[i].Values[0]))
	return true
}

// notOfList drops a number whose multiples not all values of the list of a field are: what is said is then about
// something else, or untrue of one of them.
func (r *reconciler) notOfList(f *api.Field, elems bool, n string) string {
	claims := claimsOf(f, api.FactMultiple, elems)
	f.Decided.Contradicted = append(f.Decided.Contradicted, claims...)
	if lists := slices.Concat(claimsOf(f, api.FactEnum, elems), claimsOf(f, api.FactValues, elems)); len(lists) > 0 {
		r.disagree(claims[0], lists[0], "the list of values", fmt.Sprintf("not all values that are listed for %s are a multiple of %s", f.Name, n))
	}
	return ""
}

// commonMultiple is the least number that is a multiple of two whole numbers, "" where it is beyond those that all
// readers of JSON keep exact.
func commonMultiple(a, b string) string {
	x, errX := strconv.ParseInt(a, 10, 32)
	y, errY := strconv.ParseInt(b, 10, 32)
	if errX != nil || errY != nil || x < 1 || y < 1 {
		return ""
	}
	d, rest := x, y
	for rest != 0 {
		d, rest = rest, d%rest
	}
	if n := x / d * y; n <= 1<<53 {
		return strconv.FormatInt(n, 10)
	}
	return ""
}

// isMultiple reports whether a JSON number is a whole number of times n; true where one of the two is not a number. Of
// numbers beyond those that all readers of JSON keep exact nobody can say.
func isMultiple(text, n string) bool {
	x, _ := strconv.ParseFloat(text, 64) // 0 where it is none
	y, err := strconv.ParseFloat(n, 64)
	return err != nil || math.Abs(x) > 1<<53 || math.Mod(x, y) == 0
}
