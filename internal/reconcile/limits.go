package reconcile

import (
	"cmp"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// limits decides the limits of a field, or of the elements of a list. Of several claims
// for one bound the loosest counts; a bound that a documented value breaks is dropped.
func (r *reconciler) limits(f *api.Field, elems bool) api.Limits {
	var l api.Limits
	values := r.evidence(f, elems)
	bound := func(fact api.Fact, low bool, breaks func(bound string, v *payload.Value) bool, words string) string {
		return r.bound(f, claimsOf(f, fact, elems), low, values, breaks, words)
	}
	t := &f.Type
	if elems {
		t = t.Elem
	}
	if t.Kind == api.Integer || t.Kind == api.Number {
		l.Min = bound(api.FactMin, true, numberBreaks(-1), "is at least %s")
		l.Max = bound(api.FactMax, false, numberBreaks(+1), "is at most %s")
	}
	if t.Kind == api.String {
		l.MinLength = count(bound(api.FactMinLength, true, lengthBreaks(-1), "has at least %s characters"))
		l.MaxLength = count(bound(api.FactMaxLength, false, lengthBreaks(+1), "has at most %s characters"))
		l.Pattern = r.pattern(f, elems, values)
	}
	if t.Kind == api.Array {
		l.MinItems = count(bound(api.FactMinItems, true, itemsBreak(-1), "has at least %s elements"))
		l.MaxItems = count(bound(api.FactMaxItems, false, itemsBreak(+1), "has at most %s elements"))
		l.Unique = r.uniqueItems(f, elems, values)
	}
	// No documentation means bounds that leave no value.
	if l.MinLength != nil && l.MaxLength != nil && *l.MinLength > *l.MaxLength {
		l.MinLength, l.MaxLength = nil, nil
		r.crossed(f, api.FactMinLength, api.FactMaxLength, elems)
	}
	if l.MinItems != nil && l.MaxItems != nil && *l.MinItems > *l.MaxItems {
		l.MinItems, l.MaxItems = nil, nil
		r.crossed(f, api.FactMinItems, api.FactMaxItems, elems)
	}
	if l.Min != "" && l.Max != "" && compareNumbers(l.Min, l.Max) > 0 {
		l.Min, l.Max = "", ""
		r.crossed(f, api.FactMin, api.FactMax, elems)
	}
	l.Enum = r.enum(f, elems, t, values)
	return l
}

// crossed reports bounds of which the lower is above the upper: neither can be trusted.
func (r *reconciler) crossed(f *api.Field, low, high api.Fact, elems bool) {
	lows, highs := claimsOf(f, low, elems), claimsOf(f, high, elems)
	f.Decided.Contradicted = slices.Concat(f.Decided.Contradicted, lows, highs)
	r.found.Add("docs/limits-disagree", highs[0].Origin.Page, highs[0].Origin.Pos,
		fmt.Sprintf("no value of %s is both at least %s and at most %s", f.Name, lows[0].Values[0], highs[0].Values[0]),
		place(lows[0].Origin, "the lower limit"))
}

// uniqueItems decides whether the elements of a list differ; a printed list with two equal ones
// tells that they need not.
func (r *reconciler) uniqueItems(f *api.Field, elems bool, values []seen) bool {
	claims := claimsOf(f, api.FactUnique, elems)
	if len(claims) == 0 {
		return false
	}
	for _, s := range values {
		if s.value.Kind == payload.Array && repeats(s.value) {
			r.broken(f, claims[0], s, "holds no element twice")
			return false
		}
	}
	return true
}

func repeats(list *payload.Value) bool {
	have := make(map[string]bool)
	for _, item := range list.Items {
		text := item.JSON()
		if have[text] {
			return true
		}
		have[text] = true
	}
	return false
}

func (r *reconciler) bound(f *api.Field, claims []api.Claim, low bool, values []seen,
	breaks func(string, *payload.Value) bool, words string) string {
	if len(claims) == 0 {
		return ""
	}
	looser := func(a, b string) bool { // a is looser than b
		c := compareNumbers(a, b)
		return low && c < 0 || !low && c > 0
	}
	best := claims[0]
	for _, c := range claims[1:] {
		if compareNumbers(c.Values[0], best.Values[0]) == 0 {
			continue
		}
		overruled := c
		if looser(c.Values[0], best.Values[0]) {
			overruled, best = best, c
		}
		f.Decided.Contradicted = append(f.Decided.Contradicted, overruled)
		r.found.Add("docs/limits-disagree", overruled.Origin.Page, overruled.Origin.Pos,
			fmt.Sprintf("here %s "+words+", elsewhere in its description the limit is %s", f.Name, overruled.Values[0], best.Values[0]),
			place(best.Origin, "the limit that counts"))
	}
	for _, s := range values {
		if breaks(best.Values[0], s.value) && !isPlaceholder(s.value) {
			r.broken(f, best, s, fmt.Sprintf(words, best.Values[0]))
			return ""
		}
	}
	return best.Values[0]
}

func compareNumbers(a, b string) int {
	x, okx := new(big.Rat).SetString(a)
	y, oky := new(big.Rat).SetString(b)
	if !okx || !oky {
		return cmp.Compare(a, b)
	}
	return x.Cmp(y)
}

// The functions below say whether a value breaks a bound; side is -1 for a lower and +1
// for an upper one.

func numberBreaks(side int) func(string, *payload.Value) bool {
	return func(bound string, v *payload.Value) bool {
		return v.Kind == payload.Number && compareNumbers(v.Text, bound) == side
	}
}

func lengthBreaks(side int) func(string, *payload.Value) bool {
	return func(bound string, v *payload.Value) bool {
		return v.Kind == payload.String && compareNumbers(itoa(utf8.RuneCountInString(v.Text)), bound) == side
	}
}

func itemsBreak(side int) func(string, *payload.Value) bool {
	return func(bound string, v *payload.Value) bool {
		return v.Kind == payload.Array && compareNumbers(itoa(len(v.Items)), bound) == side
	}
}

func count(s string) *uint64 {
	n, err := strconv.ParseUint(s, 10, 63)
	if err != nil {
		return nil
	}
	return &n
}

// pattern decides on one pattern. Two patterns of one description are both true, but
// OpenAPI holds one: the first counts.
func (r *reconciler) pattern(f *api.Field, elems bool, values []seen) string {
	for _, c := range claimsOf(f, api.FactPattern, elems) {
		re, err := regexp.Compile(c.Values[0])
		if err != nil {
			continue
		}
		ok := true
		for _, s := range values {
			if s.value.Kind == payload.String && !re.MatchString(s.value.Text) && !isPlaceholder(s.value) {
				r.broken(f, c, s, "matches "+c.Values[0])
				ok = false
				break
			}
		}
		if ok {
			return c.Values[0]
		}
	}
	return ""
}

// enum joins what the description lists with what the examples show. A value that the
// list lacks is added: the service plainly knows it.
func (r *reconciler) enum(f *api.Field, elems bool, t *api.Type, values []seen) []api.Value {
	claims := claimsOf(f, api.FactEnum, elems)
	if len(claims) == 0 || t.Kind == api.Boolean || t.Kind == api.Any {
		return nil
	}
	var out []api.Value
	have := func(json string) bool {
		return slices.ContainsFunc(out, func(v api.Value) bool { return v.JSON == json })
	}
	for i, c := range claims {
		for _, text := range c.Values {
			v, ok := typed(t, text)
			if !ok {
				r.found.Addf("docs/enum-not-of-type", c.Origin.Page, c.Origin.Pos,
					"the value %s that %s lists is not of the type %s", diag.Quote(text), f.Name, typeWords(t))
				r.found.Relate(place(f.Origin, "the row with its type"))
				f.Decided.Contradicted = append(f.Decided.Contradicted, c)
				return nil
			}
			if have(v.JSON()) {
				continue
			}
			if i > 0 {
				r.found.Add("docs/limits-disagree", c.Origin.Page, c.Origin.Pos,
					fmt.Sprintf("here %s may be %s, which another list of its values lacks", f.Name, diag.Quote(text)),
					place(claims[0].Origin, "the other list"))
			}
			out = append(out, api.Value{JSON: v.JSON()})
		}
	}
	for _, s := range values {
		v := s.value
		if !accepts(&api.Type{Kind: t.Kind}, kindOf(v)) || have(v.JSON()) || isPlaceholder(v) {
			continue
		}
		r.found.Add("docs/enum-lacks-value", s.page, s.pos,
			fmt.Sprintf("%s is %s here, which the list of its values lacks", f.Name, show(v)),
			place(claims[0].Origin, "the list"))
		out = append(out, api.Value{JSON: v.JSON()})
	}
	return out
}
