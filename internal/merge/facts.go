package merge

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// joinField adds to the field f of x what another page says of it as the field g of y. Claims stay with their origins: package
// reconcile takes the looser of two limits and all values of two lists. What has no looser form,
// as two defaults, holds where both pages say it.
func (a *alike) joinField(x, y *api.Schema, f, g *api.Field) {
	other := saidElse(f, g)
	addRows(f, g, g.Origin.Page)
	differ := a.joinType(&f.Type, &g.Type)
	if f.Need != g.Need {
		f.Need = api.NeedNo
	}
	if f.Text == "" {
		f.Text, f.Passages = g.Text, g.Passages
	}
	for _, fact := range exactFacts {
		mine, theirs := valuesOf(f, fact), valuesOf(g, fact)
		if slices.EqualFunc(mine, theirs, slices.Equal) {
			continue
		}
		both := len(mine) > 0 && len(theirs) > 0
		if both || fact == api.FactDeprecated {
			a.open[openFact{f, fact}] = true
		}
		differ = differ || both
	}
	for _, fact := range looseFacts {
		mine, theirs := valuesOf(f, fact), valuesOf(g, fact)
		differ = differ || len(mine) > 0 && len(theirs) > 0 && !slices.EqualFunc(mine, theirs, slices.Equal)
	}
	if differ {
		a.diffs = append(a.diffs, difference{x, y, f.Name, other})
	}
	f.Claims = slices.Clone(f.Claims)
	for _, c := range g.Claims {
		if !slices.ContainsFunc(f.Claims, func(o api.Claim) bool { return o.Fact == c.Fact && o.Origin == c.Origin && o.Elems == c.Elems }) {
			f.Claims = append(f.Claims, c)
		}
	}
	f.Claims = slices.DeleteFunc(f.Claims, func(c api.Claim) bool { return a.open[openFact{f, c.Fact}] })
}

// saidElse is the place of a claim about f that says something else than those about g: f has the claims of all
// pages before, and most of them may say the same.
func saidElse(f, g *api.Field) api.Origin {
	for _, facts := range [][]api.Fact{{api.FactKind}, exactFacts, looseFacts} {
		for _, fact := range facts {
			theirs := valuesOf(g, fact)
			for _, c := range f.Claims {
				if c.Fact == fact && len(theirs) > 0 && !slices.ContainsFunc(theirs, func(v []string) bool { return slices.Equal(v, slices.Sorted(slices.Values(c.Values))) }) {
					return c.Origin
				}
			}
		}
	}
	return api.Origin{}
}

// exactFacts have no looser form, looseFacts one.
var (
	exactFacts = []api.Fact{api.FactPattern, api.FactDefault, api.FactConst, api.FactDeprecated}
	looseFacts = []api.Fact{api.FactMin, api.FactMax, api.FactMinLength, api.FactMaxLength, api.FactMinItems, api.FactMaxItems, api.FactEnum}
)

// valuesOf are what a field's page says of a fact, each once and in order.
func valuesOf(f *api.Field, fact api.Fact) [][]string {
	var out [][]string
	for _, c := range f.Claims {
		if c.Fact == fact {
			values := slices.Sorted(slices.Values(c.Values))
			if !slices.ContainsFunc(out, func(v []string) bool { return slices.Equal(v, values) }) {
				out = append(out, values)
			}
		}
	}
	return out
}

// otherValues reports whether a field of two structures has a list of values on one page that lacks what the other
// page shows or lists.
func otherValues(x, y *api.Schema) bool {
	return slices.ContainsFunc(y.Fields, func(f *api.Field) bool {
		g := x.Field(f.Name)
		return g != nil && (lacks(g, f) || lacks(f, g))
	})
}

// lacks reports whether the lists of values of f have none that claims about g name.
func lacks(f, g *api.Field) bool {
	listed := make(map[string]bool)
	for _, c := range f.Claims {
		if c.Fact == api.FactEnum {
			for _, v := range c.Values {
				listed[v] = true
			}
		}
	}
	if len(listed) == 0 {
		return false
	}
	named := false
	for _, c := range g.Claims {
		if c.Fact != api.FactEnum && c.Fact != api.FactExample && c.Fact != api.FactDefault && c.Fact != api.FactConst {
			continue
		}
		named = true
		if slices.ContainsFunc(c.Values, func(v string) bool { return listed[v] }) {
			return false
		}
	}
	return named
}
