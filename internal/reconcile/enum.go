package reconcile

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// enum joins what the description lists with what the examples show. A value that the
// list lacks is added: the service plainly knows it. That does not apply to a text that is no
// word, such as printed JSON, nor to several of the listed ones: these show that the list is not
// one of the field's values.
// Of the lists of several pages the longest comes first, whichever page does. shown are the values
// that were added.
func (r *reconciler) enum(f *api.Field, elems bool, t *api.Type, values []seen) (all, shown []api.Value) {
	claims := claimsOf(f, api.FactEnum, elems)
	switch t.Kind {
	case api.Boolean, api.Any, api.Object, api.Map:
		return nil, nil // what is listed for an object are its members, or values inside
	}
	if len(claims) == 0 {
		return namedValues(f, elems, t, values), nil
	}
	inOrder(claims)
	list := &valueList{field: f.Name, of: t, has: map[string]bool{}}
	late, odd := list.addListed(claims)
	if odd == nil {
		late = append(late, list.addExplained(claims, claimsOf(f, api.FactValues, elems))...)
	}
	for _, v := range late {
		r.disagree(v.claim, v.other, "the other list",
			fmt.Sprintf("here %s may be %s, which another list of its values lacks", f.Name, diag.Quote(v.text)))
	}
	if odd != nil {
		r.found.Addf("docs/enum-not-of-type", odd.claim.Origin.Page, odd.claim.Origin.Pos,
			"the value %s that %s lists is not of the type %s", diag.Quote(odd.text), f.Name, t.Kind).
			Related(relatedAt(f.Origin, "the row with its type"))
		f.Decided.Contradicted = append(f.Decided.Contradicted, odd.claim)
		return nil, nil
	}
	added, breaks := list.addShown(values)
	var elsewhere []seen
	for _, s := range added {
		if !r.lacks(f, claims, s) {
			elsewhere = append(elsewhere, s)
		}
	}
	if breaks != nil {
		r.broken(f, claims[0], *breaks, "has one of the listed values")
		f.Decided.Contradicted = append(f.Decided.Contradicted, claims[1:]...)
		return nil, nil
	}
	r.lackedElsewhere(f, claims, elsewhere)
	return list.values, append([]api.Value(nil), list.values[len(list.values)-len(added):]...)
}

// valueList is the list of the values of a field, each once, as claims and examples fill it.
type valueList struct {
	field  string
	of     *api.Type
	values []api.Value
	has    map[string]bool // what is in values
}

// listedValue is a value that a claim lists, with the claim that does without it.
type listedValue struct {
	text  string
	claim api.Claim
	other api.Claim
}

// add gives false where the list has the value.
func (l *valueList) add(v *payload.Value) bool {
	json := v.JSON()
	if l.has[json] {
		return false
	}
	l.has[json] = true
	l.values = append(l.values, api.Value{JSON: json})
	return true
}

// addListed takes the values that claims list. late are those that the first list of their page lacks, odd is the
// first one that is not of the type.
func (l *valueList) addListed(claims []api.Claim) (late []listedValue, odd *listedValue) {
	for i, c := range claims {
		for _, text := range c.Values {
			v, ok := typed(l.of, text)
			if !ok {
				return late, &listedValue{text: text, claim: c}
			}
			if l.add(v) && i > 0 && c.Origin.Page == claims[0].Origin.Page {
				late = append(late, listedValue{text, c, claims[0]})
			}
		}
	}
	return late, nil
}

// addExplained takes what another page lists beside its words, or the page of a list with what each value means. late
// are those that the list of their page lacks.
func (l *valueList) addExplained(claims, explained []api.Claim) (late []listedValue) {
	for _, c := range explained {
		same := slices.IndexFunc(claims, func(o api.Claim) bool { return o.Origin.Page == c.Origin.Page })
		if len(c.Values) < 2 || same >= 0 && !isWithin(claims[same].Values, c.Values) {
			continue
		}
		for _, text := range c.Values {
			if v, ok := typed(l.of, text); ok && l.add(v) && same >= 0 {
				late = append(late, listedValue{text, c, claims[same]})
			}
		}
	}
	return late
}

// addShown takes the values that examples show and lists lack; breaks is the first one that tells that the list is
// not one of values. Where several pages show them, no page's come first.
func (l *valueList) addShown(values []seen) (added []seen, breaks *seen) {
	pages := make(map[string]bool)
	for _, s := range values {
		if !l.lacks(s.value) {
			continue
		}
		if isWriting(s.value) || joinsListed(s.value, l.has) {
			return added, &s
		}
		l.add(s.value)
		added = append(added, s)
		pages[s.page] = true
	}
	if len(pages) > 1 {
		slices.SortFunc(l.values[len(l.values)-len(added):], func(a, b api.Value) int { return strings.Compare(a.JSON, b.JSON) })
	}
	return added, nil
}

// lacks reports whether a printed value is one of the field that is not in the list. It does not apply to a slip of
// the example: " MANUAL" is not a value of its own.
func (l *valueList) lacks(v *payload.Value) bool {
	bare := &payload.Value{Kind: v.Kind, Text: strings.TrimSpace(v.Text)}
	return accepts(&api.Type{Kind: l.of.Kind}, kindOf(v)) && !l.has[v.JSON()] && !l.has[bare.JSON()] &&
		!isPlaceholder(v) && !namesField(v, l.field)
}

// namesField reports whether a printed text stands for any value since it says no more than the name of the field, or
// than two words or more at its end: "x-jar-lid-colour: lid_colour". What stands before the name of an extension header
// is not part of it: "x-jar-lid: lid". It does not apply to the last word alone, which may be a value: "https" of
// listener_https.
func namesField(v *payload.Value, name string) bool {
	field, text := wordsOf(name), wordsOf(v.Text)
	if v.Kind != payload.String || text == "" {
		return false
	}
	if _, own, _ := strings.Cut(strings.TrimPrefix(field, "x-"), "-"); strings.HasPrefix(field, "x-") && own == text {
		return true
	}
	return field == text || strings.Contains(strings.Trim(text, "-"), "-") && strings.HasSuffix(field, "-"+text)
}

func wordsOf(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "-")) }

// lacks tells that an example shows a value that no list has, and reports whether the page of the example has a list.
// One that has none does not say that there are no other values, see lackedElsewhere.
func (r *reconciler) lacks(f *api.Field, claims []api.Claim, s seen) bool {
	row, page := f.RowOn(s.page)
	for _, c := range claims {
		if c.Origin.Page == s.page {
			row = c.Origin
		} else if c.Origin.Page != page {
			continue
		}
		r.found.Add("docs/enum-lacks-value", s.page, s.pos,
			fmt.Sprintf("%s is %s here, which the list of its values lacks", f.Name, show(s.value)), relatedAt(row, "the list"))
		return true
	}
	return false
}

// lackedElsewhere tells once for each page that it shows values which only another page's list lacks. Which of the
// two is wrong cannot be known: the page itself lists nothing, so the looser fact, both together, counts.
func (r *reconciler) lackedElsewhere(f *api.Field, claims []api.Claim, values []seen) {
	ofPage := make(map[string][]seen)
	for _, s := range values {
		ofPage[s.page] = append(ofPage[s.page], s)
	}
	for _, page := range slices.Sorted(maps.Keys(ofPage)) {
		first, lacks := ofPage[page][0], "which another page's list of its values lacks"
		for _, s := range ofPage[page] {
			if s.pos.Before(first.pos) {
				first = s
			}
		}
		if n := len(ofPage[page]); n > 1 {
			lacks = fmt.Sprintf("the first of %d values that another page's list lacks", n)
		}
		row, _ := f.RowOn(page)
		r.found.Add("docs/pages-disagree", page, first.pos, fmt.Sprintf("%s is %s here, %s; all are taken", f.Name, show(first.value), lacks),
			relatedAt(row, "its row"), relatedAt(claims[0].Origin, "the other page's list"))
	}
}

// isWithin reports whether a list has nothing but some of the values of another one.
func isWithin(list, all []string) bool {
	return !slices.ContainsFunc(list, func(v string) bool { return !slices.Contains(all, v) })
}

// ofElements makes values that are listed for a list those of its elements: what a page calls by
// another name may turn out to be a list only beside an example or another page's table. Elements of
// an unknown kind are texts then.
func ofElements(f *api.Field) {
	if f.Type.Kind != api.Array {
		return
	}
	f.Claims = slices.Clone(f.Claims)
	for i, c := range f.Claims {
		if c.Fact != api.FactEnum && c.Fact != api.FactValues || c.Elems {
			continue
		}
		f.Claims[i].Elems = true
		if e := f.Type.Elem; e.Kind == api.Any && !c.Conditional {
			e.Kind = api.String
		}
	}
}

// inOrder sorts lists of values: first the page whose lists have the most values, of those that
// have as many the one whose come first; those of one page stay in its order.
func inOrder(claims []api.Claim) {
	ofPage := make(map[string][]string)
	for _, c := range claims {
		ofPage[c.Origin.Page] = append(ofPage[c.Origin.Page], c.Values...)
	}
	slices.SortStableFunc(claims, func(a, b api.Claim) int {
		x, y := ofPage[a.Origin.Page], ofPage[b.Origin.Page]
		return cmp.Or(cmp.Compare(len(y), len(x)), slices.Compare(x, y))
	})
}

// isWriting reports whether a text is printed JSON or a whole paragraph, which no list of
// values has for an item.
func isWriting(v *payload.Value) bool {
	if len(v.Text) > 200 || strings.ContainsRune(v.Text, '\n') {
		return true
	}
	inner, repairs, err := payload.Parse(v.Text)
	return err == nil && len(repairs) == 0 && (inner.Kind == payload.Object || inner.Kind == payload.Array)
}

// joinsListed reports whether a text is several of the listed values with spaces or commas between: "mint thyme" of
// mint and thyme. The list then names parts of a value.
func joinsListed(v *payload.Value, listed map[string]bool) bool {
	parts := strings.FieldsFunc(v.Text, func(r rune) bool { return r == ' ' || r == ',' })
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
		return !listed[(&payload.Value{Kind: payload.String, Text: part}).JSON()]
	})
}

// namedValues gives the values that a description names without a word that they are all.
// Two or more are taken for all, unless one is not of the type or an example shows another.
func namedValues(f *api.Field, elems bool, t *api.Type, values []seen) []api.Value {
	var out []api.Value
	have := func(json string) bool {
		return slices.ContainsFunc(out, func(v api.Value) bool { return v.JSON == json })
	}
	claims := claimsOf(f, api.FactValues, elems)
	inOrder(claims)
	overruled := func() []api.Value {
		f.Decided.Contradicted = append(f.Decided.Contradicted, claims...)
		return nil
	}
	for _, c := range claims {
		for _, text := range c.Values {
			v, ok := typed(t, text)
			if !ok {
				return overruled()
			}
			if !have(v.JSON()) {
				out = append(out, api.Value{JSON: v.JSON()})
			}
		}
	}
	for _, s := range values {
		if accepts(&api.Type{Kind: t.Kind}, kindOf(s.value)) && !have(s.value.JSON()) {
			return overruled()
		}
	}
	if len(out) < 2 || f.Decided.Const != nil {
		return nil
	}
	return out
}
