package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// join makes y a part of x.
func (a *alike) join(x, y *api.Schema) {
	if x == y {
		return
	}
	a.into[y] = x
	a.resource(x).join(a.resource(y))
	for _, f := range y.Fields {
		if g := x.Field(f.Name); g != nil {
			a.joinField(x, y, g, f)
			continue
		}
		x.Fields = append(x.Fields, f)
	}
	switch {
	case x.Root != nil && y.Root != nil:
		a.joinType(x.Root, y.Root)
	case x.Extra != nil && y.Extra != nil:
		a.joinType(x.Extra, y.Extra)
	case x.Extra == nil:
		x.Extra = y.Extra
	}
	addOrigins(x, y)
}

// joinType makes x a type of which the values of y are, too.
func (a *alike) joinType(x, y *api.Type) (differ bool) {
	if x.Kind == api.Any {
		x.Kind, x.Elem, x.Schema, x.Format, x.Also = y.Kind, y.Elem, y.Schema, y.Format, slices.Clone(y.Also)
	}
	if x.Format != y.Format {
		x.Format = ""
	}
	switch {
	case x.Kind == y.Kind && x.Elem != nil:
		return a.joinType(x.Elem, y.Elem)
	case x.Schema != nil && y.Schema != nil:
		a.join(a.at(x.Schema), a.at(y.Schema))
	case x.Kind == y.Kind:
		x.Schema = cmp.Or(x.Schema, y.Schema)
	case y.Kind == api.Any:
	case isOpenMap(y):
		open(x)
	case isOpenMap(x):
		x.Kind, x.Elem, x.Schema = y.Kind, nil, y.Schema
		open(x)
	case isNumber(x.Kind) && isNumber(y.Kind):
		x.Kind, differ = api.Number, true
	default:
		differ = addKind(x, y.Kind)
	}
	for _, k := range y.Also {
		differ = addKind(x, k) || differ
	}
	return differ
}

// textKinds are the kinds that isText tells of, in the order in which a field of several has them.
var textKinds = []api.Kind{api.String, api.Boolean, api.Integer, api.Number}

// addKind makes a field of another page's kind, too, and reports whether it was not. Which page
// comes first does not decide which kind does.
func addKind(t *api.Type, k api.Kind) bool {
	kinds := append([]api.Kind{t.Kind}, t.Also...)
	if slices.Contains(kinds, k) || k == api.Integer && slices.Contains(kinds, api.Number) {
		return false
	}
	if k == api.Number {
		kinds = slices.DeleteFunc(kinds, isNumber)
	}
	kinds = append(kinds, k)
	slices.SortFunc(kinds, func(a, b api.Kind) int { return cmp.Compare(slices.Index(textKinds, a), slices.Index(textKinds, b)) })
	t.Kind, t.Also = kinds[0], kinds[1:]
	return true
}

// open lets the structure of a type have further members.
func open(t *api.Type) {
	if t.Schema != nil && t.Schema.Root == nil && t.Schema.Extra == nil {
		t.Schema.Extra = &api.Type{Kind: api.Any}
	}
}

// report says once for each two structures what their pages say differently.
func (a *alike) report() {
	var pairs []pair // in the order of their first difference
	of := make(map[pair][]difference)
	for _, d := range a.diffs {
		p := pair{d.x, d.y}
		if of[p] == nil {
			pairs = append(pairs, p)
		}
		of[p] = append(of[p], d)
	}
	for _, p := range pairs {
		a.reportOf(p.x, p.y, of[p])
	}
}

func (a *alike) reportOf(x, y *api.Schema, diffs []difference) {
	slices.SortStableFunc(diffs, func(p, q difference) int { return strings.Compare(p.name, q.name) })
	var names []string
	for _, d := range diffs {
		names = append(names, d.name)
	}
	other := diffs[0].other
	if other.Page == "" || other.Page == y.Origin.Page {
		other = x.Origin
	}
	if i := slices.IndexFunc(x.Also, func(o api.Origin) bool { return o.Page != y.Origin.Page }); other.Page == y.Origin.Page && i >= 0 {
		other = x.Also[i]
	}
	a.found.Addf("docs/structures-differ", y.Origin.Page, y.Origin.Pos,
		"another page describes %s, too, and says something else of %s; the looser of both holds", diag.Quote(y.Label), strings.Join(slices.Compact(names), ", ")).
		Related(diag.Related{Page: other.Page, Pos: other.Pos, Message: "the other page"})
}
