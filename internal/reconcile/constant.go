package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

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
	before, after, _ := strings.Cut(text, "**")
	return endsInWord(before) && startsWithWord(after)
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func startsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
