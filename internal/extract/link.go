package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// linkAll gives each field its type: basic kinds from the type word, structures from the
// table that describes them.
func (x *extraction) linkAll() {
	tableOf := make(map[*doc.Table]*table)
	for _, p := range x.pages {
		for _, t := range p.tables {
			tableOf[t.doc] = t
			if t.role == dialect.TableStruct {
				key := foldName(t.name)
				x.structs[key] = append(x.structs[key], t)
			}
		}
	}
	for _, p := range x.pages {
		l := &linker{x: x, page: p, tableOf: tableOf}
		for _, t := range p.tables {
			for _, r := range t.rows {
				if r.field == nil {
					continue
				}
				l.row(r)
				if t.schema != nil {
					l.addField(t, r)
				}
			}
		}
	}
}

func (l *linker) addField(t *table, r *row) {
	for _, f := range t.schema.Fields {
		if f.Name == r.field.Name {
			l.page.found.Addf("docs/duplicate-field", l.page.path, r.field.Origin.Pos, "%s is described twice; the first description counts", r.field.Name)
			r.reported = true
			return
		}
	}
	t.schema.Fields = append(t.schema.Fields, r.field)
}

type linker struct {
	x       *extraction
	page    *page
	tableOf map[*doc.Table]*table
}

// foldName compares names of structures as the pages do: case, underscores and spaces do
// not count.
func foldName(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			b.WriteRune(r - 'A' + 'a')
		case r == '_' || r == '-' || r == ' ' || r == '*' || r == '`':
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (l *linker) row(r *row) {
	if !r.hasType {
		l.untyped(r)
		return
	}
	r.field.Type = l.resolve(r, r.typ, true)
	if n := r.typ.MaxLength; n > 0 {
		r.field.Claims = append(r.field.Claims, api.Claim{
			Fact: api.FactMaxLength, Values: []string{itoa(n)},
			Origin: api.Origin{Page: l.page.path, Pos: r.typePos, How: api.FromColumn},
		})
	}
	if len(r.typ.Enum) > 0 {
		r.field.Claims = append(r.field.Claims, api.Claim{
			Fact: api.FactEnum, Values: r.typ.Enum,
			Origin: api.Origin{Page: l.page.path, Pos: r.typePos, How: api.FromColumn},
		})
	}
}

// untyped gives a type to a row that has none that can be read. Where the table has no
// Type column, a structure of the field's name makes it an object and anything else is a
// string, as all headers and most parameters in such tables are; the examples may later
// show otherwise. An unknown type word is a finding, and the value may be anything.
func (l *linker) untyped(r *row) {
	t := r.table
	if t.request && (t.role == dialect.TableHeader || t.role == dialect.TablePath || dialect.Header(r.field.Name) != dialect.HeaderPlain) {
		r.field.Type = api.Type{Kind: api.String}
		return
	}
	if r.typeText != "" && !dialect.IsEmpty(r.typeText) {
		// One capitalised word may be anything, unless a table of this page has that name.
		for _, target := range l.x.structs[foldName(r.typeText)] {
			if target.page == l.page && target.request == t.request {
				r.field.Type = l.object(target)
				return
			}
		}
		l.page.found.Addf("tool/unknown-type", l.page.path, r.typePos, "the type %s of %s is not a known type word", diag.Quote(r.typeText), r.field.Name)
		r.reported = true
		r.field.Type = api.Type{Kind: api.Any}
		return
	}
	if target := l.structOf(r); target != nil {
		r.field.Type = l.object(target)
		return
	}
	if t.col(dialect.ColumnType) < 0 {
		r.field.Type = api.Type{Kind: api.String}
		return
	}
	l.page.found.Addf("docs/no-type", l.page.path, r.pos, "the Type cell of %s is empty", r.field.Name)
	r.field.Type = api.Type{Kind: api.Any}
}

var kinds = map[dialect.Kind]api.Kind{
	dialect.KindString: api.String, dialect.KindInteger: api.Integer, dialect.KindNumber: api.Number,
	dialect.KindBoolean: api.Boolean, dialect.KindFile: api.Binary, dialect.KindAny: api.Any, dialect.KindNull: api.Any,
}

func (l *linker) resolve(r *row, t dialect.Type, top bool) api.Type {
	switch t.Kind {
	case dialect.KindArray:
		elem := dialect.Type{Kind: dialect.KindUnknown}
		if t.Elem != nil {
			elem = *t.Elem
		}
		e := l.resolve(r, elem, false)
		return api.Type{Kind: api.Array, Elem: &e}
	case dialect.KindMap:
		elem := api.Type{Kind: api.Any}
		if t.Elem != nil {
			elem = l.resolve(r, *t.Elem, false)
		}
		return api.Type{Kind: api.Map, Elem: &elem}
	case dialect.KindObject:
		if target := l.structOf(r); target != nil {
			return l.object(target)
		}
		return api.Type{Kind: api.Object}
	case dialect.KindNamed:
		return l.named(r, t)
	case dialect.KindUnknown:
		if target := l.structOf(r); target != nil {
			return l.object(target)
		}
		return api.Type{Kind: api.Any}
	}
	return api.Type{Kind: kinds[t.Kind], Format: t.Format}
}

func (l *linker) object(t *table) api.Type {
	t.used = true
	return api.Type{Kind: api.Object, Schema: t.schema}
}

// named finds the structure that a type word names, by its reference or by its word.
func (l *linker) named(r *row, t dialect.Type) api.Type {
	word := t.Name
	if word == "" && t.Ref < len(r.typeRefs) {
		ref := r.typeRefs[t.Ref]
		if target := l.byLabel(ref.Target); target != nil {
			if target.name == "" {
				target.schema.Label = doc.Text{ref}.String()
			}
			return l.object(target)
		}
		word = doc.Text{ref}.String()
	}
	if target := l.byName(r, word); target != nil {
		return l.object(target)
	}
	if target := l.structOf(r); target != nil {
		return l.object(target)
	}
	l.page.found.Addf("docs/missing-structure", l.page.path, r.typePos,
		"%s has the type %s, but no table describes it; add a table with that name", r.field.Name, diag.Quote(word))
	return api.Type{Kind: api.Any}
}

func (l *linker) byLabel(label string) *table {
	t, ok := l.x.labels[doc.NormLabel(label)]
	if !ok || t.table == nil {
		return nil
	}
	if found := l.tableOf[t.table]; found != nil && found.role == dialect.TableStruct {
		return found
	}
	return nil
}

// byName finds a structure table by name: on this page and side, then on the other side of
// this page, then on another page of the set, the nearest folder first.
func (l *linker) byName(r *row, name string) *table {
	all := l.x.structs[foldName(name)]
	if len(all) == 0 || foldName(name) == "" {
		return nil
	}
	best := slices.MinFunc(all, func(a, b *table) int { return l.distance(r, a) - l.distance(r, b) })
	if best.page != l.page {
		l.page.found.Add("docs/structure-on-other-page", l.page.path, r.pos,
			"the structure "+diag.Quote(name)+" is not described on this page; another page's table is used",
			diag.Related{Page: best.page.path, Pos: best.doc.Pos(), Message: "the table that is used"})
	}
	return best
}

func (l *linker) distance(r *row, t *table) int {
	d := 0
	if t.page != l.page {
		d = 1000 - 10*commonFolders(t.page.path, l.page.path)
	}
	if t.request != r.table.request {
		d += 5
	}
	return d
}

func commonFolders(a, b string) int {
	n := 0
	for i := 0; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if a[i] == '/' {
			n++
		}
	}
	return min(n, 90)
}

// structOf finds the structure of a row whose type word names none: by a reference in its
// description ("For details, see Table 3"), by the number of a table, or by a structure
// that has the field's name.
func (l *linker) structOf(r *row) *table {
	for _, ref := range slices.Concat(r.typeRefs, r.descRefs) {
		if t := l.byLabel(ref.Target); t != nil && t != r.table {
			return t
		}
	}
	if r.pointer != 0 {
		for _, t := range l.page.tables {
			if t.number == r.pointer && t.role == dialect.TableStruct && t != r.table {
				return t
			}
		}
	}
	// A structure of the field's own name counts only on this page and side: a common word
	// such as "tags" would else catch another page's table.
	for _, name := range []string{r.field.Name, strings.TrimSuffix(r.field.Name, "s")} {
		for _, t := range l.x.structs[foldName(name)] {
			if t.page == l.page && t.request == r.table.request && t != r.table && name != "" {
				return t
			}
		}
	}
	return nil
}
