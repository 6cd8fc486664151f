package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// maxValues is the number of rows from which on a table lists what exists, as flavors, and not the
// values of a field.
const maxValues = 40

// takeValues takes the values of a scalar field, or of the elements of a list, from the table that
// its description leads to:
//
//	state | String | State of the jar. For details, see Table 3.
//	Table 3 States     State | Description     open | …     shut | …
//
// It does not apply to a table with a column for types or for what each of them may be, nor to one of members
// ("Field | Description"): these explain the parts of the value. Nor does it to one whose first cells are not all
// single words, nor beside values that the description lists itself. Nobody says that the values
// are all, so an example with another one overrules them.
func (l *linker) takeValues(r *row) {
	base, list := &r.field.Type, r.field.Type.Kind == api.Array
	if list {
		base = base.Elem
	}
	if base.Kind != api.String && base.Kind != api.Integer || slices.ContainsFunc(r.field.Claims, func(c api.Claim) bool {
		return c.Fact == api.FactEnum || c.Fact == api.FactValues || c.Fact == api.FactConst
	}) {
		return
	}
	t := l.referred(r)
	if t == nil {
		return
	}
	if values := t.values(); len(values) > 1 && len(values) <= maxValues {
		r.field.Claims = append(r.field.Claims, api.Claim{Fact: api.FactValues, Values: values, Elems: list, Weak: true,
			Origin: l.page.at(t.doc.Pos()).origin(api.FromColumn)})
		t.role = dialect.TableOther
	}
}

// referred finds the first other table of its page that the description of a row refers to.
func (l *linker) referred(r *row) *table {
	var first *table
	consider := func(t *table) {
		if t != nil && t != r.table && (first == nil || t.doc.Pos().Before(first.doc.Pos())) {
			first = t
		}
	}
	if r.pointer != 0 {
		for _, t := range l.withNumber[r.pointer][:min(2, len(l.withNumber[r.pointer]))] { // one may be the row's own
			consider(t)
		}
	}
	for _, ref := range r.descRefs {
		if to, _ := l.x.label(l.page, ref.Target); to.table != nil && to.page == l.page {
			consider(l.tableOf[to.table])
		}
	}
	return first
}

// values are the words in the first column of a table that explains them, nil for any other table.
func (t *table) values() []string {
	if t.role != dialect.TableOther && t.role != dialect.TableUnknown || t.tellsTypes() || t.col(dialect.ColumnDescription) < 1 ||
		t.has(dialect.ColumnRange) || dialect.NamesMember(cellText(t.heads[0]).Text) {
		return nil
	}
	cells := t.cellsOf(0)
	for _, c := range cells {
		if strings.ContainsAny(c, " \t\n,;(){}<>*") || len(c) > 64 {
			return nil
		}
	}
	if len(slices.Compact(slices.Sorted(slices.Values(cells)))) != len(cells) || len(cells) != len(t.body) {
		return nil
	}
	return cells
}
