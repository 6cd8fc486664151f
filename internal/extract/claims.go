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

// addLimit turns what a description says into a claim about the row's field, and reports whether
// something was made of the limit. What a bound counts ("Minimum: 1") depends on the field's type, which
// the row tells; a bound that makes no sense for the type (the value range of a string) is not a claim.
func (r *row) addLimit(l dialect.Limit, places *doc.Places) bool {
	kind, known := claimKinds[l.Kind]
	if !known || l.Kind == dialect.LimitDefault && l.Unit != "" && r.typ.Kind == dialect.KindString {
		return false // a text may hold the unit of its default, too
	}
	if l.Kind == dialect.LimitValues && l.Named != "" && !strings.EqualFold(l.Named, r.field.Name) {
		return false // the values of another field
	}
	l = r.ofField(l)
	claim := api.Claim{
		Fact: kind.fact, Elems: l.Elems || kind.ofElements && r.typ.Kind == dialect.KindArray, Conditional: l.Conditional, Weak: l.Weak,
		Origin: r.table.page.at(places.At(l.Off)).origin(api.FromProse),
	}
	if l.Read == dialect.ReadLabel {
		claim.Origin.How = api.FromLabel
	}
	for _, v := range l.Values {
		for _, own := range r.ownValues(v.Text, l.Kind) {
			claim.Values = append(claim.Values, r.bareNumber(own))
		}
	}
	claim.Conditional = claim.Conditional || r.namesFields(claim.Values)
	switch l.Kind {
	case dialect.LimitMin, dialect.LimitMax:
		claim.Values = []string{wholeBound(r.typ, l)}
		fact, elems := boundFact(r.typ, r.hasType, l)
		claim.Fact, claim.Elems = fact, claim.Elems || elems
	case dialect.LimitValues:
		claim.Weak = true
		claim.Conditional = claim.Conditional || namesThing(r.field.Name) // ids of which some are special
	case dialect.LimitOnly:
		if r.sent() {
			claim.Fact, claim.Weak = api.FactConst, true
		}
	case dialect.LimitMultiple:
		claim.Values = []string{l.Number}
	case dialect.LimitPattern:
		claim.Values = []string{l.Pattern}
	case dialect.LimitUnread:
		r.table.page.rowFound.addf("tool/unread-pattern", claim.Origin.Pos,
			"the regular expression %s is left out: Go and JavaScript cannot both read it, or it does not go from ^ to $", diag.Quote(l.Pattern))
		return true
	case dialect.LimitUnique:
		// Unique keys: two tags may still share a value. Unique values: structures have more than that.
		claim.Conditional = l.Of != dialect.OfItems && !(l.Of == dialect.OfValue && r.isListOfScalars())
	case dialect.LimitCondition:
		claim.Values = []string{string(api.NeedConditional)}
		if r.field.Need == api.NeedNo {
			r.field.Need = api.NeedConditional
		}
	}
	r.field.Claims = append(r.field.Claims, claim)
	return true
}

// claimKinds are the claims that limits become. That of a list is about its elements with ofElements.
var claimKinds = map[dialect.LimitKind]struct {
	fact       api.Fact
	ofElements bool
}{
	dialect.LimitMin: {}, dialect.LimitMax: {}, // see boundFact
	dialect.LimitMultiple:  {api.FactMultiple, true},
	dialect.LimitEnum:      {api.FactEnum, true},
	dialect.LimitValues:    {api.FactValues, true},
	dialect.LimitConst:     {api.FactConst, true},
	dialect.LimitOnly:      {api.FactExample, true},
	dialect.LimitExample:   {api.FactExample, true},
	dialect.LimitSome:      {api.FactExample, true},
	dialect.LimitPattern:   {api.FactPattern, true},
	dialect.LimitUnread:    {api.FactPattern, true},
	dialect.LimitDefault:   {api.FactDefault, false},
	dialect.LimitUnique:    {api.FactUnique, false},
	dialect.LimitNullable:  {api.FactNullable, false},
	dialect.LimitDeprecate: {api.FactDeprecated, false},
	dialect.LimitReadOnly:  {api.FactReadOnly, false},
	dialect.LimitCondition: {api.FactNeed, false},
}

// ofField is what a limit says of the row's field: of another field, of the count of something else
// and of a part of the value it holds in some cases only.
func (r *row) ofField(l dialect.Limit) dialect.Limit {
	counts := strings.HasSuffix(strings.ToLower(r.field.Name), l.Counted)
	own := strings.EqualFold(l.Named, r.field.Name)
	l.Conditional = l.Conditional && !own || !counts
	if !l.Elems || r.typ.Kind == dialect.KindArray {
		return l
	}
	l.Elems = false
	if !strings.EqualFold(l.Each, r.field.Name) { // "Each value can contain …" is about the member value of a tag
		l.Conditional = true // such as each label of a domain name
	}
	return l
}

// namesFields reports whether what is listed as values are the fields that go together: on a row lid,
//
//	**lid**: by its own name, **shelf+place**: by where it is
//
// It does not apply where the row itself is not one of them: a sort key takes names of fields.
func (r *row) namesFields(values []string) bool {
	return slices.Contains(values, r.field.Name) &&
		slices.ContainsFunc(values, func(v string) bool { return strings.Contains(v, "+") })
}

// namesThing reports whether a field is the id of something by its name.
func namesThing(name string) bool {
	low := strings.ToLower(name)
	return low == "id" || low == "ids" || strings.HasSuffix(low, "_id") || strings.HasSuffix(low, "_ids") || strings.HasSuffix(name, "Id")
}

// ownValues takes the values of the field itself out of an example that shows it in a
// query: "for example, **status=available&status=error**" on the parameter status. It
// does not apply where the words name another parameter.
func (r *row) ownValues(text string, kind dialect.LimitKind) []string {
	if header, value, ok := strings.Cut(text, ":"); ok && kind == dialect.LimitExample && strings.EqualFold(header, r.field.Name) {
		return []string{strings.TrimSpace(value)} // "x-acl: private", on the header x-acl
	}
	prefix := r.field.Name + "="
	if kind != dialect.LimitExample || !strings.HasPrefix(text, prefix) {
		return []string{text}
	}
	var out []string
	for part := range strings.SplitSeq(text, "&") {
		if value, ok := strings.CutPrefix(part, prefix); ok {
			out = append(out, value)
		}
	}
	return out
}

// bareNumber takes thousands separators and a unit off the values of a field of numbers.
func (r *row) bareNumber(text string) string {
	kind := r.typ.Kind
	if r.typ.Elem != nil {
		kind = r.typ.Elem.Kind
	}
	if kind != dialect.KindInteger && kind != dialect.KindNumber {
		return text
	}
	if n, ok := dialect.Number(text); ok {
		return n
	}
	return text
}

// wholeBound gives the number of a bound. One that is not a value itself is the next whole
// number for integers; for others it stays, which is the looser reading.
func wholeBound(t dialect.Type, l dialect.Limit) string {
	if t.Elem != nil {
		t = *t.Elem
	}
	n, err := strconv.ParseInt(l.Number, 10, 62)
	if !l.Exclusive || err != nil || l.Of == dialect.OfValue && t.Kind != dialect.KindInteger {
		return l.Number
	}
	if l.Kind == dialect.LimitMin {
		return strconv.FormatInt(n+1, 10)
	}
	return strconv.FormatInt(n-1, 10)
}

// boundFact says which limit of which value a bound is.
func boundFact(t dialect.Type, known bool, l dialect.Limit) (fact api.Fact, elems bool) {
	pick := func(low, high api.Fact) api.Fact {
		if l.Kind == dialect.LimitMin {
			return low
		}
		return high
	}
	kind := t.Kind
	if !known {
		kind = dialect.KindString // a table without types lists strings, unless an example knows better
	}
	elem := kind
	if kind == dialect.KindArray {
		elem = dialect.KindString
		if t.Elem != nil {
			elem = t.Elem.Kind
		}
	}
	switch of := l.Of; {
	case of == dialect.OfItems:
		return pick(api.FactMinItems, api.FactMaxItems), false
	case of == dialect.OfBytes && l.Number != "0" && l.Number != "1":
		return pick(api.FactMinBytes, api.FactMaxLength), kind == dialect.KindArray
	case of == dialect.OfLength || of == dialect.OfBytes || of == dialect.OfUnsaid && elem == dialect.KindString:
		return pick(api.FactMinLength, api.FactMaxLength), kind == dialect.KindArray
	}
	return pick(api.FactMin, api.FactMax), kind == dialect.KindArray
}

// sent reports whether callers send what the row describes.
func (r *row) sent() bool {
	switch r.table.role {
	case dialect.TablePath, dialect.TableURI, dialect.TableQuery, dialect.TableHeader, dialect.TableBody, dialect.TableRequest:
		return true
	}
	return r.table.side == api.SideRequest
}

// isListOfScalars reports whether the elements of a list are values without members.
func (r *row) isListOfScalars() bool {
	if r.typ.Elem == nil {
		return false
	}
	switch r.typ.Elem.Kind {
	case dialect.KindString, dialect.KindInteger, dialect.KindNumber:
		return true
	}
	return false
}
