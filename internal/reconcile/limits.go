package reconcile

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// measure is what of a value a lower and an upper bound limit.
type measure struct {
	low, high api.Fact
	// of is what the bounds are compared with, "" of a value that has none.
	of func(*payload.Value) string
	// lowWords and highWords say with a bound what values must be, which the bound counts in units.
	lowWords, highWords, unit string
}

var (
	valueMeasure  = measure{api.FactMin, api.FactMax, numberOf, "is at least", "is at most", ""}
	lengthMeasure = measure{api.FactMinLength, api.FactMaxLength, lengthOf, "has at least", "has at most", "character"}
	itemsMeasure  = measure{api.FactMinItems, api.FactMaxItems, itemsOf, "has at least", "has at most", "element"}
)

// says is what values must be by a lower bound (side -1) or an upper one (+1).
func (m measure) says(side int, bound string) string {
	words := m.lowWords
	if side == 1 {
		words = m.highWords
	}
	if m.unit == "" {
		return words + " " + bound
	}
	return words + " " + diag.Counted(bound, m.unit)
}

func numberOf(v *payload.Value) string {
	if v.Kind != payload.Number {
		return ""
	}
	return v.Text
}

func lengthOf(v *payload.Value) string {
	if v.Kind != payload.String {
		return ""
	}
	return itoa(utf8.RuneCountInString(v.Text))
}

func itemsOf(v *payload.Value) string {
	if v.Kind != payload.Array {
		return ""
	}
	return itoa(len(v.Items))
}

// limits decides the limits of a field, or of the elements of a list. Of several claims
// for one bound the loosest counts; a bound that a documented value breaks is dropped.
func (r *reconciler) limits(f *api.Field, elems bool) api.Limits {
	var l api.Limits
	values := r.evidence(f, elems)
	t := &f.Type
	if elems {
		t = t.Elem
	}
	switch t.Kind {
	case api.Integer, api.Number:
		l.Min, l.Max = r.pair(f, elems, valueMeasure, values)
		l.Min, l.Max = reach(f, elems, t, l.Min, l.Max)
		l.Multiple = r.multiple(f, elems, values)
	case api.String:
		bounds := r.bounds
		if elems {
			bounds = r.pair
		}
		low, high := bounds(f, elems, lengthMeasure, values)
		l.MinLength, l.MaxLength = count(low), count(high)
		l.Pattern = r.pattern(f, elems, values)
		r.rangeOfText(f, elems)
	case api.Array:
		low, high := r.bounds(f, elems, itemsMeasure, values)
		l.MinItems, l.MaxItems = count(low), count(high)
		l.Unique = r.uniqueItems(f, elems, values)
	}
	l.Enum, l.Shown = r.enum(f, elems, t, values)
	if l.Multiple != "" && slices.ContainsFunc(l.Enum, func(v api.Value) bool { return !isMultiple(v.JSON, l.Multiple) }) {
		l.Multiple = r.notOfList(f, elems, l.Multiple)
	}
	return l
}

// rangeOfText tells that a range of numbers, or a number that the value is a multiple of, is not a check, since the cell
// of the type says that the value is a text: OpenAPI has lengths and patterns for texts only, and the text may have
// more in it than the number. It does not apply to one end alone, as special values have: "The value 0 stands for all jars."
func (r *reconciler) rangeOfText(f *api.Field, elems bool) {
	saysText := slices.ContainsFunc(f.Claims, func(c api.Claim) bool {
		return c.Fact == api.FactKind && c.Origin.How == api.FromColumn && (elems || slices.Contains(c.Values, string(api.String)))
	})
	if !saysText {
		return
	}
	for _, c := range claimsOf(f, api.FactMultiple, elems) {
		row, _ := f.RowOn(c.Origin.Page)
		r.found.Add("tool/range-of-text", c.Origin.Page, c.Origin.Pos,
			fmt.Sprintf("the description of %s says that it is a multiple of %s, which is not a check, as the type is a text", f.Name, c.Values[0]),
			relatedAt(row, "the row with its type"))
	}
	lows := claimsOf(f, api.FactMin, elems)
	for _, high := range claimsOf(f, api.FactMax, elems) {
		at := high.Origin
		i := slices.IndexFunc(lows, func(low api.Claim) bool { return low.Origin.Page == at.Page })
		if i < 0 {
			continue
		}
		row, _ := f.RowOn(at.Page)
		r.found.Add("tool/range-of-text", at.Page, at.Pos,
			fmt.Sprintf("the description of %s has the range %s to %s, which is not a check, as the type is a text", f.Name, lows[i].Values[0], high.Values[0]),
			relatedAt(row, "the row with its type"))
		return
	}
}

// sentence is the line that a claim stands in.
type sentence struct {
	page string
	line int
}

func sentenceOf(c api.Claim) sentence { return sentence{c.Origin.Page, c.Origin.Pos.Line} }

// extremes are the numbers of the claims of each sentence that are farthest in a direction: down where it is negative.
func extremes(claims []api.Claim, direction int) map[sentence]string {
	out := map[sentence]string{}
	for _, c := range claims {
		if n, ok := out[sentenceOf(c)]; !ok || direction*compareNumbers(c.Values[0], n) > 0 {
			out[sentenceOf(c)] = c.Values[0]
		}
	}
	return out
}

// casesOf are the claims that hold in some cases only.
func casesOf(f *api.Field, fact api.Fact, elems bool) []api.Claim {
	return slices.DeleteFunc(slices.Clone(f.Claims), func(c api.Claim) bool {
		return c.Fact != fact || c.Elems != elems || !c.Conditional
	})
}

// disagree reports two statements about a field that differ. The description contradicts itself
// where one of them is a label or a cell, which is about the value as it is ("Maximum: 255").
// Of two sentences each may be about a case or a part of the value, which their words do not
// always tell ("For icmp it is the code. It ranges from 0 to 255."): that is the reader's to
// say, and accuses nobody.
func (r *reconciler) disagree(c, other api.Claim, name, message string) {
	rule := "docs/limits-disagree"
	if c.Origin.How == api.FromProse && other.Origin.How == api.FromProse {
		rule = "tool/several-limits"
	}
	r.found.Add(rule, c.Origin.Page, c.Origin.Pos, message, relatedAt(other.Origin, name))
}

// uniqueItems decides whether the elements of a list differ; a printed list with two equal ones
// tells that they need not.
func (r *reconciler) uniqueItems(f *api.Field, elems bool, values []seen) bool {
	claims := claimsOf(f, api.FactUnique, elems)
	if len(claims) == 0 {
		return false
	}
	for _, s := range values {
		if hasDuplicates(s.value) {
			r.broken(f, claims[0], s, "holds no element twice")
			return false
		}
	}
	return true
}

func hasDuplicates(list *payload.Value) bool {
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

// count reads a bound of a length, nil where it is none.
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
		re := r.patterns.compiled(c.Values[0])
		if re == nil {
			continue
		}
		ok := true
		for _, s := range values {
			if s.value.Kind == payload.String && !re.MatchString(s.value.Text) && !isPlaceholder(s.value) && !isMasked(s.value) {
				ok = false
				if c.Weak || s.value.Text == "" { // an empty text is often no value at all
					f.Decided.Contradicted = append(f.Decided.Contradicted, c)
				} else {
					r.broken(f, c, s, "matches "+c.Values[0])
				}
				break
			}
		}
		if ok {
			return c.Values[0]
		}
	}
	return ""
}
