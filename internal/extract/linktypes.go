package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

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

// explainsPairs reports whether a table says what key and value of pairs are, and no more.
func (t *table) explainsPairs() bool {
	return len(t.rows) == maxPairRows && t.rows[0].field != nil && t.rows[1].field != nil &&
		t.rows[0].field.Name == "key" && t.rows[1].field.Name == "value"
}

// printsOwnKeys reports whether the page prints an object with the name of a row's field whose members are neither
// key nor value, so that these stand for what it holds:
//
//	settings | Dictionary, see Table 4        key | value        {"settings": {"lid": "oak", "rim": "ash"}}
func (l *linker) printsOwnKeys(r *row) bool {
	found := false
	var walk func(v *payload.Value)
	walk = func(v *payload.Value) {
		for _, item := range v.Items {
			walk(item)
		}
		for _, m := range v.Members {
			if m.Name == r.field.Name && len(m.Value.Members) > 0 {
				found = found || m.Value.Member("key") == nil && m.Value.Member("value") == nil
			}
			walk(m.Value)
		}
	}
	if body := l.page.printedBody(r.table.side); body != nil {
		walk(body)
	}
	return found
}

// isOfPair reports whether a row may explain the keys or the values of a map.
func (r *row) isOfPair() bool {
	return r.field == nil || r.stands != dialect.NamePlain || r.field.Name == "key" || r.field.Name == "value"
}

// kindOfWords gives the kind of a field that a table without types describes: a whole number where
// its words bound the value ("The value ranges from 1 to 100") or show three whole numbers and more
// ("such as 1, 2, 3, or 4"), else a text. It does not apply
// where a bound is not a whole number or a value of the words is none.
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
		targets := l.structsOf(r)
		if len(targets) == 1 && targets[0].explainsPairs() && l.printsOwnKeys(r) {
			l.x.pairs = append(l.x.pairs, targets[0])
			elem := api.Type{Kind: cmp.Or(kinds[targets[0].rows[1].typ.Kind], api.Any)}
			return api.Type{Kind: api.Map, Elem: &elem}
		}
		if len(targets) > 0 {
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
	return api.Type{Kind: kinds[t.Kind], Format: t.Format, Open: t.Open}
}

// objects is the type of a field that several tables describe, each for a case ("see Table
// 3 if the action is add, Table 4 if it is delete"): one structure that has the fields of
// all, of which those are mandatory that all demand.
func (l *linker) objects(tables []*table) api.Type {
	first := tables[0]
	for _, t := range tables[1:] {
		t.used = true
		l.x.merge(first, t)
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
			if word := (doc.Text{ref}).String(); target.name == "" && !dialect.IsTableNumber(word) {
				target.schema.Label = word
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
	if listsValues(r.field) || dialect.IsTextWord(word) {
		return api.Type{Kind: api.String}
	}
	l.page.rowFound.addf("docs/missing-structure", r.typePos,
		"%s has the type %s, but no table describes it; add a table with that name", r.field.Name, diag.Quote(word))
	return api.Type{Kind: api.Any}
}

// listsValues reports whether a description lists all values of a field, so that the word in its
// Type cell is the name of these: "jarSize | Options: small, large".
func listsValues(f *api.Field) bool {
	return slices.ContainsFunc(f.Claims, func(c api.Claim) bool {
		return c.Fact == api.FactEnum && !c.Conditional || c.Fact == api.FactValues && len(c.Values) > 1 && !c.Conditional
	})
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
