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
			for _, label := range t.labels {
				x.addLabel(label, target{page: p, table: t.doc})
			}
			if t.role == dialect.TableStruct {
				for _, key := range t.structNames() {
					x.structs[key] = append(x.structs[key], t)
				}
			}
		}
	}
	for _, p := range x.pages {
		l := &linker{x: x, page: p, tableOf: tableOf, withNumber: map[int][]*table{}}
		for _, t := range p.tables {
			l.withNumber[t.number] = append(l.withNumber[t.number], t)
		}
		for _, t := range p.tables {
			for _, r := range t.rows {
				if r.field == nil {
					continue
				}
				l.row(r)
			}
			l.nest(t)
			l.regroup(t)
			for _, r := range t.rows {
				if t.schema != nil && r.field != nil && r.within == nil {
					l.addField(t, r)
				}
			}
		}
		l.takePaths()
	}
	x.dropPairs()
	x.furtherCases()
	x.mergeTables()
}

// furtherCases joins tables that describe a structure for a case which their captions name in
// brackets, although nothing leads to them:
//
//	entities | see Table 6       Table 6 **entities** field description
//	                             Table 9 **entities** field description (binding a lid)
func (x *extraction) furtherCases() {
	for _, p := range x.pages {
		for _, t := range p.tables {
			if t.role != dialect.TableStruct || t.used || len(t.mergedInto) > 0 || !strings.HasSuffix(t.caption, ")") {
				continue
			}
			for _, first := range x.structs[foldName(t.name)] {
				if first.page == p && first.index < t.index && first.used && first.side == t.side && first.status == t.status {
					t.used = true
					x.merge(first, t)
					break
				}
			}
		}
	}
}

func (l *linker) addField(t *table, r *row) {
	switch r.stands {
	case dialect.NameSelf:
		t.schema.Root = &r.field.Type
		return
	case dialect.NameAny:
		t.schema.Extra = &r.field.Type
		return
	}
	for _, f := range t.schema.Fields {
		if f.Name == r.field.Name {
			l.duplicate(r, f)
			return
		}
	}
	t.schema.Fields = append(t.schema.Fields, r.field)
}

func (l *linker) duplicate(r *row, first *api.Field) {
	l.page.rowFound.add("docs/duplicate-field", r.field.Origin.Pos,
		r.field.Name+" is described twice; the first description counts", firstOf(first))
	r.reported = true
}

// mergedTable is a table that describes the structure of another one too, for another case.
type mergedTable struct{ into, from *table }

// maxMerges bounds to how many structures a table adds its fields; pages have two or three.
const maxMerges = 8

// merge notes that a table describes the structure of another one too. It may do so for several.
func (x *extraction) merge(into, from *table) {
	switch {
	case slices.Contains(from.mergedInto, into):
	case len(from.mergedInto) == maxMerges:
		from.page.found.addf("tool/too-large", from.doc.Pos(),
			"this table describes a case of more than %d structures; the others are without what it lists", maxMerges)
	default:
		from.mergedInto = append(from.mergedInto, into)
		x.merges = append(x.merges, mergedTable{into, from})
	}
}

// mergeTables adds the fields of tables that describe one structure case by case to the first of them. Of a table that
// has got fields so, only its own count.
func (x *extraction) mergeTables() {
	own := make(map[*table][]*api.Field)
	for _, m := range x.merges {
		own[m.from] = slices.Clone(m.from.schema.Fields)
	}
	for _, m := range x.merges {
		m.into.takeCase(m.from, own[m.from])
	}
}

// takeCase adds the fields of a table that describes a structure for another case. Mandatory
// stays what both demand.
func (t *table) takeCase(other *table, fields []*api.Field) {
	for _, f := range t.schema.Fields {
		if !hasNeed(fields, f.Name) && f.Need == api.NeedYes {
			f.Need = api.NeedConditional
		}
	}
	for _, r := range other.rows {
		r.implied = r.implied || r.field != nil && t.schema.Field(r.field.Name) != nil
	}
	for _, f := range fields {
		if t.schema.Field(f.Name) != nil {
			continue
		}
		if f.Need == api.NeedYes {
			f.Need = api.NeedConditional
		}
		t.schema.Fields = append(t.schema.Fields, f)
	}
}

func hasNeed(fields []*api.Field, name string) bool {
	return slices.ContainsFunc(fields, func(f *api.Field) bool { return f.Name == name && f.Need == api.NeedYes })
}

type linker struct {
	x       *extraction
	page    *page
	tableOf map[*doc.Table]*table
	// withNumber are the tables of the page by their numbers, 0 for those that have none.
	withNumber map[int][]*table
}

// foldName compares names of structures as the pages do: case, underscores and spaces do
// not count.
func foldName(s string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			b = append(b, c-'A'+'a')
		case c == '_' || c == '-' || c == ' ' || c == '*' || c == '`':
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

func (l *linker) row(r *row) {
	if !r.hasType {
		l.untyped(r)
		return
	}
	r.field.Type = l.resolve(r, r.typ, true)
	base := &r.field.Type
	for base.Kind == api.Array {
		base = base.Elem
	}
	switch base.Kind {
	case api.String, api.Integer, api.Number, api.Boolean:
		l.notePointer(r)
		l.takeValues(r)
	}
	if r.field.Type.Kind == api.String {
		l.noteStates(r)
	}
	l.noteMention(r, base)
	if n := r.typ.MaxLength; n > 0 {
		r.field.Claims = append(r.field.Claims, api.Claim{
			Fact: api.FactMaxLength, Values: []string{itoa(n)},
			Origin: l.page.at(r.typePos).origin(api.FromColumn),
		})
	}
	if n := r.typ.MinLength; n > 0 {
		r.field.Claims = append(r.field.Claims, api.Claim{
			Fact: api.FactMinLength, Values: []string{itoa(n)},
			Origin: l.page.at(r.typePos).origin(api.FromColumn),
		})
	}
	if len(r.typ.Enum) > 0 {
		r.field.Claims = append(r.field.Claims, api.Claim{
			Fact: api.FactEnum, Values: r.typ.Enum,
			Origin: l.page.at(r.typePos).origin(api.FromColumn),
		})
	}
}

// notePointer remembers that the description of a scalar leads to a structure of its own
// name: the type or the pointer is wrong, and the finding should say so instead of calling
// the structure unused. It does not apply to a pointer to a structure of another name, which
// may just explain a value.
func (l *linker) notePointer(r *row) {
	if len(r.descRefs) == 0 && r.pointer == 0 {
		return
	}
	for _, t := range l.structsOf(r) {
		if t.page == l.page && t.pointedBy == nil && foldName(t.name) == foldName(r.field.Name) {
			t.pointedBy = r
		}
	}
}

// noteMention remembers that the description of a field leads to tables that are not its type:
//
//	properties | List<Property> | For an oak, see Table 3. For a pine, see Table 4.
//
// Where nothing has them for its type, they explain values, and are not forgotten structures.
func (l *linker) noteMention(r *row, base *api.Type) {
	for _, ref := range r.descRefs {
		if t := l.byLabel(ref.Target); t != nil && t.page == l.page && t != r.table && t.schema != base.Schema && t.mentionedBy == nil {
			t.mentionedBy = r
		}
	}
}

// untyped gives a type to a row that has none that can be read. Where the table has no
// Type column, a structure of the field's name makes it an object and anything else is a
// string, as all headers and most parameters in such tables are; the examples may later
// show otherwise. An unknown type word is a finding, and the value may be anything.
func (l *linker) untyped(r *row) {
	t := r.table
	if t.side == api.SideRequest && (t.role == dialect.TableHeader || t.role == dialect.TablePath || t.role == dialect.TableURI || l.page.isStandardHeader(r.field.Name)) {
		r.field.Type = api.Type{Kind: api.String}
		if t.role == dialect.TableURI && r.typeText == "" {
			r.field.Type.Kind = kindOfWords(r.field.Claims)
		}
		return
	}
	if r.typeText != "" && !dialect.IsEmpty(r.typeText) {
		// One capitalised word may be anything, unless a table of this page has that name.
		if target := l.sameSide(r, r.typeText); target != nil {
			r.field.Type = l.object(target)
			return
		}
		l.page.rowFound.addf("tool/unknown-type", r.typePos, "the type %s of %s is not a known type word", diag.Quote(r.typeText), r.field.Name)
		r.reported = true
		r.field.Type = api.Type{Kind: api.Any}
		return
	}
	if targets := l.structsOf(r); len(targets) > 0 {
		r.field.Type = l.objects(targets)
		return
	}
	if !t.has(dialect.ColumnType) {
		r.field.Type = api.Type{Kind: kindOfWords(r.field.Claims)}
		return
	}
	l.page.rowFound.addf("docs/no-type", r.pos, "the Type cell of %s names no type", r.field.Name)
	r.field.Type = api.Type{Kind: api.Any}
}

// firstOf is the evidence of a field that is described twice.
func firstOf(f *api.Field) diag.Related {
	return placeOf(f.Origin).related("the first description")
}
