package extract

import (
	"slices"
	"strconv"
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
				x.addLabel(p, label, t.doc)
			}
			if key := foldName(t.name); t.role == dialect.TableStruct && key != "" {
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
			}
			l.regroup(t)
			for _, r := range t.rows {
				if t.schema != nil && r.field != nil && r.within == nil {
					l.addField(t, r)
				}
			}
		}
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
			if t.role != dialect.TableStruct || t.used || t.mergedInto != nil || t.name == "" || !strings.HasSuffix(t.caption, ")") {
				continue
			}
			for _, first := range x.structs[foldName(t.name)] {
				if first.page == p && first.index < t.index && first.used && first.side == t.side && first.status == t.status {
					t.used, t.mergedInto = true, first
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

// mergeTables moves the fields of tables that describe one structure case by case into
// the first of them.
func (x *extraction) mergeTables() {
	for _, p := range x.pages {
		for _, t := range p.tables {
			into := t.mergedInto
			if into != nil && t.schema != nil && into.schema != nil {
				into.takeCase(t)
			}
		}
	}
}

// takeCase adds the fields of a table that describes a structure for another case. Mandatory
// stays what both demand.
func (t *table) takeCase(other *table) {
	for _, f := range t.schema.Fields {
		if !hasNeed(other.schema, f.Name) && f.Need == api.NeedYes {
			f.Need = api.NeedConditional
		}
	}
	for _, r := range other.rows {
		r.implied = r.implied || r.field != nil && t.schema.Field(r.field.Name) != nil
	}
	for _, f := range other.schema.Fields {
		if t.schema.Field(f.Name) != nil {
			continue
		}
		if f.Need == api.NeedYes {
			f.Need = api.NeedConditional
		}
		t.schema.Fields = append(t.schema.Fields, f)
	}
}

func hasNeed(s *api.Schema, name string) bool {
	return slices.ContainsFunc(s.Fields, func(f *api.Field) bool { return f.Name == name && f.Need == api.NeedYes })
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
	base := &r.field.Type
	for base.Kind == api.Array {
		base = base.Elem
	}
	switch base.Kind {
	case api.String, api.Integer, api.Number, api.Boolean:
		l.notePointer(r)
	}
	l.noteMention(r, base)
	if n := r.typ.MaxLength; n > 0 {
		r.field.Claims = append(r.field.Claims, api.Claim{
			Fact: api.FactMaxLength, Values: []string{itoa(n)},
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

// fieldsOfMap finds the structure of a value that a type word calls a map, although its
// description leads to a table of fixed fields: "Map<String,String> … see Table 3", which
// lists href and rel. It does not apply where that table explains pairs.
func (l *linker) fieldsOfMap(r *row) *table {
	if len(r.descRefs) == 0 && r.pointer == 0 {
		return nil
	}
	for _, t := range l.structsOf(r) {
		if t.page != l.page || len(t.rows) < 2 {
			continue
		}
		if !slices.ContainsFunc(t.rows, (*row).isOfPair) {
			return t
		}
	}
	return nil
}

// isOfPair reports whether a row may explain the keys or the values of a map.
func (r *row) isOfPair() bool {
	return r.field == nil || r.stands != dialect.NamePlain || r.field.Name == "key" || r.field.Name == "value"
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
		for _, target := range l.x.structs[foldName(r.typeText)] {
			if target.page == l.page && target.side == t.side {
				r.field.Type = l.object(target)
				return
			}
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

// kindOfWords gives the kind of a field that a table without types describes: a whole number where
// its words bound the value ("The value ranges from 1 to 100") or show three whole numbers and more
// ("such as 1, 2, 3, or 4"), else a text. It does not apply
// where a bound is no whole number or a value of the words is none.
func kindOfWords(claims []api.Claim) api.Kind {
	kind := api.String
	for _, c := range claims {
		bound := c.Fact == api.FactMin || c.Fact == api.FactMax
		switch {
		case bound && c.Elems:
			return api.String
		case bound || c.Fact == api.FactDefault || c.Fact == api.FactExample || c.Fact == api.FactEnum || c.Fact == api.FactValues || c.Fact == api.FactConst:
			if slices.ContainsFunc(c.Values, func(v string) bool { _, err := strconv.ParseInt(v, 10, 64); return err != nil }) {
				return api.String
			}
			if bound && !c.Conditional || c.Fact == api.FactExample && len(c.Values) > 2 {
				kind = api.Integer
			}
		case c.Fact == api.FactPattern || c.Fact == api.FactMinLength || c.Fact == api.FactMaxLength:
			return api.String
		}
	}
	return kind
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
		if target := l.fieldsOfMap(r); target != nil && (t.Elem == nil || t.Elem.Kind != dialect.KindArray) {
			return l.object(target)
		}
		elem := api.Type{Kind: api.Any}
		if t.Elem != nil {
			elem = l.resolve(r, *t.Elem, false)
		}
		if top && elem.Schema == nil {
			l.explainPairs(r)
		}
		return api.Type{Kind: api.Map, Elem: &elem}
	case dialect.KindObject:
		if targets := l.structsOf(r); len(targets) > 0 {
			return l.objects(targets)
		}
		return api.Type{Kind: api.Object}
	case dialect.KindNamed:
		return l.named(r, t)
	case dialect.KindUnknown:
		if targets := l.structsOf(r); len(targets) > 0 {
			return l.objects(targets)
		}
		return api.Type{Kind: api.Any}
	}
	return api.Type{Kind: kinds[t.Kind], Format: t.Format}
}

// objects is the type of a field that several tables describe, each for a case ("see Table
// 3 if the action is add, Table 4 if it is delete"): one structure that has the fields of
// all, of which those are mandatory that all demand.
func (l *linker) objects(tables []*table) api.Type {
	first := tables[0]
	for _, t := range tables[1:] {
		t.used = true
		if t.mergedInto == nil && first.mergedInto != t {
			t.mergedInto = first
		}
	}
	return l.object(first)
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
		if target := l.ofName(r, l.ofStatus(r, l.byLabel(ref.Target)), doc.Text{ref}.String()); target != nil {
			if own := l.ownInstead(r, target); own != nil {
				return l.object(own)
			}
			if target.name == "" {
				target.schema.Label = doc.Text{ref}.String()
			}
			return l.object(target)
		}
		word = doc.Text{ref}.String()
	}
	if target := l.calledAs(r); target != nil {
		return l.object(target)
	}
	if target := l.byName(r, word, true); target != nil {
		return l.object(target)
	}
	for _, alike := range otherNumber(word) {
		if target := l.byName(r, alike, true); target != nil {
			return l.object(target)
		}
	}
	if targets := l.structsOf(r); len(targets) > 0 {
		return l.objects(targets)
	}
	if l.printsRowsIn(r) {
		return api.Type{Kind: api.Object}
	}
	if target := l.byName(r, word, false); target != nil {
		return l.object(target)
	}
	l.page.rowFound.addf("docs/missing-structure", r.typePos,
		"%s has the type %s, but no table describes it; add a table with that name", r.field.Name, diag.Quote(word))
	return api.Type{Kind: api.Any}
}

// otherNumber gives a name in the singular, or in the plural: "Array of jars" means the table
// of the jar field.
func otherNumber(name string) []string {
	var out []string
	for _, end := range []string{"s", "es"} {
		if short, ok := strings.CutSuffix(name, end); ok && short != "" {
			out = append(out, short)
		}
	}
	return append(out, name+"s")
}

// ownInstead finds the page's own table of the structure that a reference to another page
// means: a page made of another one keeps the other's references. It does not apply to a
// table of the other side, and where the own page has no table of the name.
func (l *linker) ownInstead(r *row, target *table) *table {
	if target.page == l.page {
		return nil
	}
	for _, name := range []string{target.name, r.field.Name} {
		if own := l.ownStruct(r, name); own != nil {
			return own
		}
	}
	return nil
}

// firstOf is the evidence of a field that is described twice.
func firstOf(f *api.Field) diag.Related {
	return placeOf(f.Origin).related("the first description")
}
