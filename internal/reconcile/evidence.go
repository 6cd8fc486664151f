package reconcile

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// evidence are the values that the documentation shows for a field, each with its place:
// printed payloads, "for example" in the description, and the documented default.
func (r *reconciler) evidence(f *api.Field, elems bool) []seen {
	var out []seen
	t := &f.Type
	if elems {
		t = t.Elem
	}
	if o := r.types[t]; o != nil {
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
	bits := 64
	switch t.Format {
	case "int32":
		bits = 32
	case "int64":
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

// formatWords is the kind that the table says, without what examples added, or the format of an integer that a value
// has too many bits for.
func formatWords(t *api.Type, text string) string {
	if v, _, err := payload.Parse(text); err == nil && v.IsInteger() && t.Format != "" {
		return t.Format
	}
	return string(t.Kind)
}
