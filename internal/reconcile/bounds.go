package reconcile

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// bounds decides both bounds of a measure, "" for one that is not limited. No documentation
// means bounds that leave no value: neither counts then.
func (r *reconciler) bounds(f *api.Field, elems bool, m measure, values []seen) (low, high string) {
	low = r.bound(f, claimsOf(f, m.low, elems), -1, m, values)
	high = r.bound(f, claimsOf(f, m.high, elems), +1, m, values)
	if low != "" && high != "" && compareNumbers(low, high) > 0 {
		r.crossed(f, m.low, m.high, elems)
		return "", ""
	}
	return widen(low, high, casesOf(f, m.low, elems), casesOf(f, m.high, elems))
}

// widen gives way to a second range, of some cases only, where that allows more than the range
// that holds else:
//
//	It ranges from 1 to 65535 (from 0 to 255 when it is the code).     0 to 65535
//
// It does not apply where nothing is said of all other cases, and where only one end is said: "The
// value cannot be negative." repeats a part of the range, and "An instance has up to 32 of them in
// total." counts something else.
func widen(low, high string, lows, highs []api.Claim) (string, string) {
	if low == "" || high == "" {
		return low, high
	}
	lowest, highest := extremes(lows, -1), extremes(highs, 1)
	wider, higher := low, high
	for _, from := range lows { // each with those of its sentence
		if to, ok := highest[sentenceOf(from)]; ok && compareNumbers(from.Values[0], to) <= 0 && compareNumbers(from.Values[0], wider) < 0 {
			wider = from.Values[0]
		}
	}
	for _, to := range highs {
		if from, ok := lowest[sentenceOf(to)]; ok && compareNumbers(from, to.Values[0]) <= 0 && compareNumbers(to.Values[0], higher) > 0 {
			higher = to.Values[0]
		}
	}
	return wider, higher
}

// reach moves bounds out to the values that a field has in some cases only, for the service takes them then:
//
//	It ranges from 1 to 100. If the lid is open, it can only be 0.     0 to 100
//
// It does not apply to a default of some cases, which may be of no use beside the bound.
func reach(f *api.Field, elems bool, t *api.Type, low, high string) (string, string) {
	for _, c := range f.Claims {
		if !c.Conditional || c.Elems != elems || c.Fact != api.FactConst && c.Fact != api.FactEnum {
			continue
		}
		for _, text := range c.Values {
			v, ok := typed(t, text)
			if !ok {
				continue
			}
			if low != "" && compareNumbers(v.Text, low) < 0 {
				low = v.Text
			}
			if high != "" && compareNumbers(v.Text, high) > 0 {
				high = v.Text
			}
		}
	}
	return low, high
}

// pair decides both bounds where an example that breaks one of them tells that they count
// something else, if labels give both: where "Maximum: 13" counts the digits of a timestamp,
// "Minimum: 1" does, too.
func (r *reconciler) pair(f *api.Field, elems bool, m measure, values []seen) (low, high string) {
	low, high = r.bounds(f, elems, m, values)
	lows, highs := claimsOf(f, m.low, elems), claimsOf(f, m.high, elems)
	if (low == "") == (high == "") || len(lows) == 0 || len(highs) == 0 ||
		lows[0].Origin.How != api.FromLabel || highs[0].Origin.How != api.FromLabel {
		return low, high
	}
	if low != "" {
		f.Decided.Contradicted = append(f.Decided.Contradicted, lows...)
	} else {
		f.Decided.Contradicted = append(f.Decided.Contradicted, highs...)
	}
	return "", ""
}

// crossed reports bounds of which the lower is above the upper: neither can be trusted.
func (r *reconciler) crossed(f *api.Field, low, high api.Fact, elems bool) {
	lows, highs := claimsOf(f, low, elems), claimsOf(f, high, elems)
	f.Decided.Contradicted = slices.Concat(f.Decided.Contradicted, lows, highs)
	r.disagree(highs[0], lows[0], "the lower limit",
		fmt.Sprintf("no value of %s is both at least %s and at most %s", f.Name, lows[0].Values[0], highs[0].Values[0]))
}

// bound decides one bound: side is -1 for a lower and +1 for an upper one.
func (r *reconciler) bound(f *api.Field, claims []api.Claim, side int, m measure, values []seen) string {
	if len(claims) == 0 {
		return ""
	}
	best := r.loosest(f, claims, side, m)
	for _, s := range values {
		if n := m.of(s.value); n != "" && compareNumbers(n, best.Values[0]) == side && !isPlaceholder(s.value) {
			if isMasked(s.value) {
				return "" // what it hides may keep the bound, or not
			}
			r.broken(f, best, s, m.says(side, best.Values[0]))
			return ""
		}
	}
	return best.Values[0]
}

// loosest is the claim whose bound allows most; the others that differ are reported.
func (r *reconciler) loosest(f *api.Field, claims []api.Claim, side int, m measure) api.Claim {
	best := claims[0]
	for _, c := range claims[1:] {
		overruled := c
		switch compareNumbers(c.Values[0], best.Values[0]) {
		case 0:
			continue
		case side:
			overruled, best = best, c
		}
		f.Decided.Contradicted = append(f.Decided.Contradicted, overruled)
		if overruled.Origin.Page != best.Origin.Page {
			continue // reported where the structures of the two pages became one
		}
		r.disagree(overruled, best, "the limit that counts",
			fmt.Sprintf("here %s %s, elsewhere in its description the limit is %s", f.Name, m.says(side, overruled.Values[0]), best.Values[0]))
	}
	return best
}

func compareNumbers(a, b string) int {
	if i, err := strconv.ParseInt(a, 10, 64); err == nil {
		if k, err := strconv.ParseInt(b, 10, 64); err == nil {
			return cmp.Compare(i, k)
		}
	}
	x, okx := new(big.Rat).SetString(a)
	y, oky := new(big.Rat).SetString(b)
	if !okx || !oky {
		return cmp.Compare(a, b)
	}
	return x.Cmp(y)
}
