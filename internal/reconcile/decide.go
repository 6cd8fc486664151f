package reconcile

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
		if len(op.Variants) > 0 {
			for _, q := range op.Params {
				r.param(q)
			}
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

// param decides a parameter or header. It is text where it is sent, so null is no value of its own: what its words
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

// evidence are the values that the documentation shows for a field, each with its place:
// printed payloads, "for example" in the description, and the documented default.
func (r *reconciler) evidence(f *api.Field, elems bool) []seen {
	var out []seen
	t := &f.Type
	if elems {
		t = t.Elem
	}
	if o := r.types[t]; o != nil {
		out = make([]seen, 0, len(o.values))
		for _, s := range o.values {
			if s.value.Kind != payload.Null {
				out = append(out, s)
			}
		}
	}
	for _, fact := range []api.Fact{api.FactExample, api.FactDefault} {
		for _, c := range claimsOf(f, fact, elems) {
			for _, text := range c.Values {
				if v, ok := typed(t, text); ok {
					out = append(out, seen{v, c.Origin.Page, c.Origin.Pos})
				}
			}
		}
	}
	return out
}

// typed reads a value as written in a description as a value of type t.
func typed(t *api.Type, text string) (*payload.Value, bool) {
	text = strings.TrimSpace(text)
	switch t.Kind {
	case api.String:
		return &payload.Value{Kind: payload.String, Text: text}, true
	case api.Boolean:
		switch strings.ToLower(text) {
		case "true", "false":
			return &payload.Value{Kind: payload.Bool, Text: strings.ToLower(text)}, true
		}
		return nil, false
	case api.Integer, api.Number:
		v, repairs, err := payload.Parse(decimal(text))
		if err != nil || len(repairs) > 0 || v.Kind != payload.Number || t.Kind == api.Integer && (!v.IsInteger() || !fitsFormat(t, v)) {
			return nil, false
		}
		return v, true
	}
	return nil, false
}

// fitsFormat reports whether an integer has no more bits than the format of its type.
func fitsFormat(t *api.Type, v *payload.Value) bool {
	bits := 0
	switch t.Format {
	case "int32":
		bits = 32
	case "int64":
		bits = 64
	default:
		return true
	}
	_, err := strconv.ParseInt(v.Text, 10, bits)
	return !errors.Is(err, strconv.ErrRange)
}

// decimal gives the mode of a file as JSON writes it: descriptions have it octal, as tools do
// ("Defaults to 0644"). It does not apply to shorter numbers, whose zero may fill a column.
func decimal(text string) string {
	if len(text) != 4 || text[0] != '0' {
		return text
	}
	n, err := strconv.ParseUint(text, 8, 16)
	if err != nil {
		return text
	}
	return strconv.FormatUint(n, 10)
}

// constant decides whether a field has just one value, or asks for a version from one on. An
// example with another one contradicts the former.
func (r *reconciler) constant(f *api.Field) {
	if lowest := claimsOf(f, api.FactLowestVersion, false); len(lowest) > 0 {
		if v, ok := typed(&f.Type, lowest[0].Values[0]); ok {
			f.Decided.LowestVersion = &api.Value{JSON: v.JSON()}
		}
	}
	claims := claimsOf(f, api.FactConst, false)
	if len(claims) == 0 || len(claims[0].Values) == 0 {
		return
	}
	v, ok := typed(&f.Type, claims[0].Values[0])
	if !ok {
		return
	}
	for _, c := range claims[1:] {
		if !slices.Equal(c.Values, claims[0].Values) {
			f.Decided.Contradicted = append(f.Decided.Contradicted, claims...)
			r.disagree(c, claims[0], "the other value", "the description gives "+f.Name+" two fixed values")
			return
		}
	}
	for _, s := range r.evidence(f, false) {
		if s.value.JSON() != v.JSON() && !isPlaceholder(s.value) {
			if claims[0].Weak || s.value.Kind != v.Kind { // that of another kind has been told
				f.Decided.Contradicted = append(f.Decided.Contradicted, claims[0])
				return
			}
			r.broken(f, claims[0], s, fmt.Sprintf("is fixed at %s", diag.Quote(claims[0].Values[0])))
			return
		}
	}
	f.Decided.Const = &api.Value{JSON: v.JSON()}
}

// isPlaceholder reports whether a printed value stands for any value, as "{provider_id}"
// or "xxxx" do; it then contradicts nothing.
func isPlaceholder(v *payload.Value) bool {
	s := v.Text
	return strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") && !strings.Contains(s, `"`) || strings.HasPrefix(s, "<") ||
		strings.HasPrefix(s, "$") || s != "" && strings.Trim(s, "xX*.") == "" || s == "string"
}

// isMasked reports whether a part of a printed value is hidden: "684fc8xxxx22e6",
// "0766...". How long the real value is cannot be told from it.
func isMasked(v *payload.Value) bool {
	return strings.Contains(v.Text, "xxx") || strings.Contains(v.Text, "***") || strings.Contains(v.Text, "...") || starsInside(v.Text)
}

// starsInside reports two stars between letters or digits: "ica**nt". Those of "/jars/**" stand for any path.
func starsInside(text string) bool {
	before, after, ok := strings.Cut(text, "**")
	return ok && endsInWord(before) && startsWithWord(after)
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func startsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// broken records that a value of the documentation breaks a claim of it. Where pages share a
// structure, the claim may be another page's, and the page with the value says no such thing.
func (r *reconciler) broken(f *api.Field, c api.Claim, s seen, words string) {
	f.Decided.Contradicted = append(f.Decided.Contradicted, c)
	at := c.Origin
	switch row, page := f.RowOn(s.page); {
	case at.Page == s.page:
	case at.Page == page:
		at = row // it says the same
	default:
		r.found.Add("docs/pages-disagree", s.page, s.pos,
			fmt.Sprintf("%s shows the value %s, but another page says that it %s", f.Name, show(s.value), words),
			relatedAt(c.Origin, "what the other page says"))
		return
	}
	rule := "docs/limit-contradicted"
	if s.value.Kind == payload.String && slices.ContainsFunc(f.Claims, func(o api.Claim) bool {
		return o.Fact == api.FactExample && o.Origin.How == api.FromProse && o.Origin.Pos == s.pos
	}) {
		rule = "tool/several-limits" // a text "for example" may show what is made of the value
	}
	r.found.Add(rule, s.page, s.pos,
		fmt.Sprintf("%s shows the value %s, but its description says that it %s", f.Name, show(s.value), words),
		relatedAt(at, "the description"))
}

// show gives a value for a message.
func show(v *payload.Value) string {
	if v.Kind == payload.String {
		if len(strings.TrimSpace(v.Text)) < len(v.Text) {
			return diag.Quote(v.Text) + " with a space around it"
		}
		return diag.Quote(v.Text)
	}
	return diag.Clip(v.JSON())
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

// formatWords is the kind that the table says, without what examples added, or the format of an integer that a value
// has too many bits for.
func formatWords(t *api.Type, text string) string {
	if v, _, err := payload.Parse(text); err == nil && v.IsInteger() && t.Format != "" {
		return t.Format
	}
	return string(t.Kind)
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
