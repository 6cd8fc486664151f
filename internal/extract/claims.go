package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// addLimit turns what a description says into a claim about the row's field. What a bound
// counts ("Minimum: 1") depends on the field's type, which the row tells; a bound that
// makes no sense for the type (the value range of a string) is not a claim. addLimit reports
// whether something was made of the limit.
func (r *row) addLimit(l dialect.Limit, flow doc.Flow) bool {
	if l.Elems && r.typ.Kind != dialect.KindArray {
		return false // it speaks of a part of the value, such as each label of a domain name
	}
	claim := api.Claim{
		Elems: l.Elems, Conditional: l.Conditional,
		Origin: api.Origin{Page: r.table.page.path, Pos: flow.At(l.Off), How: api.FromProse},
	}
	if l.Read == dialect.ReadLabel {
		claim.Origin.How = api.FromLabel
	}
	for _, v := range l.Values {
		claim.Values = append(claim.Values, r.ownValues(v.Text, l.Kind)...)
	}
	switch l.Kind {
	case dialect.LimitMin, dialect.LimitMax:
		claim.Values = []string{l.Number}
		fact, elems, ok := boundFact(r.typ, r.hasType, l)
		if !ok {
			return false
		}
		claim.Fact, claim.Elems = fact, claim.Elems || elems
	case dialect.LimitEnum:
		claim.Fact = api.FactEnum
		claim.Elems = claim.Elems || r.typ.Kind == dialect.KindArray
	case dialect.LimitDefault:
		claim.Fact = api.FactDefault
	case dialect.LimitConst:
		claim.Fact = api.FactConst
		claim.Elems = claim.Elems || r.typ.Kind == dialect.KindArray
	case dialect.LimitExample:
		claim.Fact = api.FactExample
		claim.Elems = claim.Elems || r.typ.Kind == dialect.KindArray
	case dialect.LimitPattern:
		claim.Fact = api.FactPattern
		claim.Values = []string{l.Pattern}
		claim.Elems = claim.Elems || r.typ.Kind == dialect.KindArray
	case dialect.LimitUnread:
		p := r.table.page
		p.rowFound.Addf("tool/unread-pattern", p.path, claim.Origin.Pos,
			"the regular expression %s is left out: Go and JavaScript cannot both read it, or it does not go from ^ to $", diag.Quote(l.Pattern))
		return true
	case dialect.LimitUnique:
		if l.Of != dialect.OfItems {
			return false // unique keys: two tags may still share a value
		}
		claim.Fact = api.FactUnique
	case dialect.LimitNullable:
		claim.Fact = api.FactNullable
	case dialect.LimitDeprecate:
		claim.Fact = api.FactDeprecated
	case dialect.LimitCondition:
		claim.Fact, claim.Values = api.FactNeed, []string{string(api.NeedConditional)}
		if r.field.Need == api.NeedNo {
			r.field.Need = api.NeedConditional
		}
	default:
		return false
	}
	r.field.Claims = append(r.field.Claims, claim)
	return true
}

// ownValues takes the values of the field itself out of an example that shows it in a
// query: "for example, **status=available&status=error**" on the parameter status. It
// stays quiet where the words name another parameter.
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

// boundFact says which limit of which value a bound is.
func boundFact(t dialect.Type, known bool, l dialect.Limit) (fact api.Fact, elems, ok bool) {
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
	case of == dialect.OfItems || of == dialect.OfUnsaid && kind == dialect.KindArray && !l.Elems:
		return pick(api.FactMinItems, api.FactMaxItems), false, kind == dialect.KindArray
	case of == dialect.OfLength || of == dialect.OfUnsaid && elem == dialect.KindString:
		return pick(api.FactMinLength, api.FactMaxLength), kind == dialect.KindArray, elem == dialect.KindString
	case of == dialect.OfValue || of == dialect.OfUnsaid:
		return pick(api.FactMin, api.FactMax), kind == dialect.KindArray, elem == dialect.KindInteger || elem == dialect.KindNumber
	}
	return "", false, false
}
