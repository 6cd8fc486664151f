package reconcile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

func itoa(n int) string { return strconv.Itoa(n) }

// decide decides every field and parameter once.
func (r *reconciler) decide() {
	r.eachOperation(func(op *api.Operation) {
		for _, q := range op.Params {
			r.param(q)
		}
		for _, res := range op.Responses {
			for _, h := range res.Headers {
				r.param(h)
			}
			if res.Body != nil {
				r.kinds(&res.Body.Type, subject{name: "the body", origin: res.Body.Origin})
			}
		}
		if op.Body != nil {
			r.kinds(&op.Body.Type, subject{name: "the body", origin: op.Body.Origin})
		}
	})
	for _, op := range r.svc.Operations {
		for _, q := range op.Params { // those of all variants
			r.param(q)
		}
	}
	for _, s := range r.svc.Schemas {
		for _, f := range s.Fields {
			r.field(f)
		}
		r.kinds(s.Root, subject{name: s.Name, origin: s.Origin})
		r.kinds(s.Extra, subject{name: "a member of " + s.Name, origin: s.Origin})
	}
}

// param decides a parameter or header. It is text where it is sent, so null is not a value of its own: what its words
// mean by it, to leave the parameter out, to send nothing or to send the word, only their author knows.
func (r *reconciler) param(q *api.Param) {
	if r.done[&q.Field] {
		return
	}
	r.field(&q.Field)
	q.Type.Nullable = false
	for _, c := range q.Claims {
		if c.Fact == api.FactNullable && !c.Conditional && !slices.ContainsFunc(q.Decided.Limits.Enum, isNullWord) {
			r.found.Add("docs/null-outside-body", c.Origin.Page, c.Origin.Pos,
				fmt.Sprintf("the description of %s has null for a value, which a %s cannot hold; it is left out", q.Name, placeWords[q.In]),
				relatedAt(q.Origin, "its row"))
			return
		}
	}
}

var placeWords = map[api.In]string{api.InPath: "path", api.InQuery: "query", api.InHeader: "header"}

// isNullWord reports whether a value is the text "null", which a parameter can hold.
func isNullWord(v api.Value) bool { return strings.EqualFold(v.JSON, `"null"`) }

func (r *reconciler) field(f *api.Field) {
	if r.done[f] {
		return
	}
	r.done[f] = true
	r.decideField(f)
}

func (r *reconciler) decideField(f *api.Field) {
	f.Observed = append(r.shown(&f.Type, false), r.shown(f.Type.Elem, true)...)
	r.flags(f) // first: a null that the description allows surprises nobody
	r.kinds(&f.Type, subjectOf(f))
	ofElements(f)
	r.constant(f)
	r.defaultValue(f)
	whole := r.limits(f, false)
	f.Decided.Limits = whole
	if f.Type.Kind == api.Array {
		f.Decided.Elems = r.limits(f, true)
	}
	r.example(f)
	f.Decided.Timestamp = r.timestamp(f)
}

func typeWords(t *api.Type) string {
	words := []string{string(t.Kind)}
	for _, k := range t.Also {
		words = append(words, string(k))
	}
	return strings.Join(words, " or ")
}

// tableSays tells what a table says of a type: the words of its cell where they are not those of the kind, and
// what they were read as.
func tableSays(t *api.Type, words string) string {
	if words == "" || t.Kind != api.Object {
		return typeWords(t)
	}
	return diag.Quote(words) + ", which is read as " + typeWords(t)
}

// cellWords are the words of a type cell that does not name the kind of a field, "" where it does.
func cellWords(f *api.Field) string {
	for _, c := range f.Claims {
		if c.Fact == api.FactKind && c.Origin.How == api.FromColumn {
			return c.Words
		}
	}
	return ""
}

func claimsOf(f *api.Field, fact api.Fact, elems bool) []api.Claim {
	var out []api.Claim
	for _, c := range f.Claims {
		if c.Fact == fact && c.Elems == elems && !c.Conditional {
			out = append(out, c)
		}
	}
	return out
}

func (r *reconciler) flags(f *api.Field) {
	for _, c := range f.Claims {
		switch {
		case c.Conditional:
		case c.Fact == api.FactDeprecated:
			f.Decided.Deprecated = true
		case c.Fact == api.FactReadOnly:
			f.Decided.ReadOnly = true
		case c.Fact == api.FactNullable:
			f.Type.Nullable = true
		}
	}
}

// defaultValue types the documented default. One that does not fit the type is a finding.
func (r *reconciler) defaultValue(f *api.Field) {
	claims := claimsOf(f, api.FactDefault, false)
	if len(claims) == 0 || len(claims[0].Values) == 0 {
		return
	}
	for _, c := range claims[1:] {
		if !slices.Equal(c.Values, claims[0].Values) {
			r.disagree(c, claims[0], "the other default", fmt.Sprintf("the description gives %s two defaults", f.Name))
			f.Decided.Contradicted = append(f.Decided.Contradicted, claims...)
			return
		}
	}
	text := claims[0].Values[0]
	if f.Type.Kind == api.Any || f.Type.Kind == api.Object || f.Type.Kind == api.Map || f.Type.Kind == api.Array {
		if v, repairs, err := payload.Parse(text); err == nil && len(repairs) == 0 && accepts(&f.Type, kindOf(v)) && f.Type.Kind != api.Any {
			f.Decided.Default = &api.Value{JSON: v.JSON()}
		}
		return
	}
	if v, ok := typed(&f.Type, text); ok {
		f.Decided.Default = &api.Value{JSON: v.JSON()}
		return
	}
	if strings.ContainsAny(text, " ()*/+") || strings.Contains(text, ".") && !strings.ContainsAny(text, "0123456789") {
		return // a wording or formula ("Integer.MAX_VALUE"), not a value
	}
	r.found.Addf("docs/default-not-of-type", claims[0].Origin.Page, claims[0].Origin.Pos,
		"the default %s of %s is not of the type %s", diag.Quote(text), f.Name, formatWords(&f.Type, text)).
		Related(relatedAt(f.Origin, "the row with its type"))
}

// example takes the first value that the description gives as an example.
func (r *reconciler) example(f *api.Field) {
	for _, c := range claimsOf(f, api.FactExample, false) {
		for _, text := range c.Values {
			if v, ok := typed(&f.Type, text); ok && len(checkLimits(f.Decided.Limits, v, r.patterns)) == 0 &&
				(f.Decided.Const == nil || f.Decided.Const.JSON == v.JSON()) {
				f.Decided.Example = &api.Value{JSON: v.JSON()}
				return
			}
		}
	}
}
