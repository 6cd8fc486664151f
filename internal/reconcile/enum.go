package reconcile

import (
	"cmp"
	"fmt"
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
	var out []api.Value
	listing := make(map[string]bool) // what is in out
	have := func(json string) bool { return listing[json] }
	list := func(json string) {
		listing[json] = true
		out = append(out, api.Value{JSON: json})
	}
	for i, c := range claims {
		for _, text := range c.Values {
			v, ok := typed(t, text)
			if !ok {
				r.found.Addf("docs/enum-not-of-type", c.Origin.Page, c.Origin.Pos,
					"the value %s that %s lists is not of the type %s", diag.Quote(text), f.Name, t.Kind).
					Related(relatedAt(f.Origin, "the row with its type"))
				f.Decided.Contradicted = append(f.Decided.Contradicted, c)
				return nil, nil
			}
			if have(v.JSON()) {
				continue
			}
			if i > 0 && c.Origin.Page == claims[0].Origin.Page {
				r.disagree(c, claims[0], "the other list",
					fmt.Sprintf("here %s may be %s, which another list of its values lacks", f.Name, diag.Quote(text)))
			}
			list(v.JSON())
		}
	}
	for _, c := range claimsOf(f, api.FactValues, elems) {
		same := slices.IndexFunc(claims, func(o api.Claim) bool { return o.Origin.Page == c.Origin.Page })
		if len(c.Values) < 2 || same >= 0 && !isWithin(claims[same].Values, c.Values) {
			continue
		}
		for _, text := range c.Values { // what another page lists beside its words, or this one with what each means
			v, ok := typed(t, text)
			if !ok || have(v.JSON()) {
				continue
			}
			if same >= 0 {
				r.disagree(c, claims[same], "the other list",
					fmt.Sprintf("here %s may be %s, which another list of its values lacks", f.Name, diag.Quote(text)))
			}
			list(v.JSON())
		}
	}
	listed, pages := len(out), make(map[string]bool)
	for _, s := range values {
		v := s.value
		if !accepts(&api.Type{Kind: t.Kind}, kindOf(v)) || have(v.JSON()) || isPlaceholder(v) || namesField(v, f.Name) {
			continue
		}
		if bare := (&payload.Value{Kind: v.Kind, Text: strings.TrimSpace(v.Text)}); have(bare.JSON()) {
			continue // a slip of the example: " MANUAL" is not a value of its own
		}
		if isWriting(v) || joinsListed(v, have) {
			r.broken(f, claims[0], s, "has one of the listed values")
			f.Decided.Contradicted = append(f.Decided.Contradicted, claims[1:]...)
			return nil, nil
		}
		r.lacks(f, claims, s)
		list(v.JSON())
		pages[s.page] = true
	}
	if len(pages) > 1 { // no page's examples come first
		slices.SortFunc(out[listed:], func(a, b api.Value) int { return strings.Compare(a.JSON, b.JSON) })
	}
	return out, append([]api.Value(nil), out[listed:]...)
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
	if _, own, ok := strings.Cut(strings.TrimPrefix(field, "x-"), "-"); ok && strings.HasPrefix(field, "x-") && own == text {
		return true
	}
	return field == text || strings.Contains(strings.Trim(text, "-"), "-") && strings.HasSuffix(field, "-"+text)
}

func wordsOf(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "-")) }

// lacks tells that an example shows a value that no list has. It does not apply where only other pages have a list: the
// page of the example does not say that there are no other values, and may describe another thing of that name.
func (r *reconciler) lacks(f *api.Field, claims []api.Claim, s seen) {
	row, page := f.RowOn(s.page)
	for _, c := range claims {
		if c.Origin.Page == s.page {
			row = c.Origin
		} else if c.Origin.Page != page {
			continue
		}
		r.found.Add("docs/enum-lacks-value", s.page, s.pos,
			fmt.Sprintf("%s is %s here, which the list of its values lacks", f.Name, show(s.value)), relatedAt(row, "the list"))
		return
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
	if len(ofPage) < 2 {
		return
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
func joinsListed(v *payload.Value, have func(json string) bool) bool {
	parts := strings.FieldsFunc(v.Text, func(r rune) bool { return r == ' ' || r == ',' })
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
		return !have((&payload.Value{Kind: payload.String, Text: part}).JSON())
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
