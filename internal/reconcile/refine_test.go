package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestListedElems: the elements of lists of which no table says what they are, in bodies and as parameters.
func TestListedElems(t *testing.T) {
	list := func(claims ...api.Claim) *api.Field {
		f := field("kinds", api.Array, claims...)
		f.Type.Elem = &api.Type{Kind: api.Any}
		return f
	}
	open := func(f *api.Field) *api.Field { f.Type.Elem.Open = true; return f }
	known := func(f *api.Field) *api.Field { f.Type.Elem.Kind = api.Integer; return f }
	inCase := func(c api.Claim) api.Claim { c.Conditional = true; return c }
	for _, c := range []struct {
		what    string
		field   *api.Field
		example string
		want    string
	}{
		{"words", list(elems(claim(api.FactEnum, "oak", "fir"))), "", "array of string"},
		{"words and numbers", list(elems(claim(api.FactEnum, "4", "oak"))), "", "array of string"},
		{"numbers", list(elems(claim(api.FactEnum, "4", "6"))), "", "array of any"},
		{"in some cases", list(inCase(elems(claim(api.FactEnum, "oak", "fir")))), "", "array of any"},
		{"bounds", list(elems(claim(api.FactMinLength, "1000")), elems(claim(api.FactMaxLength, "30000"))), "", "array of any"},
		{"any element", open(list(elems(claim(api.FactEnum, "oak", "fir")))), "", "array of any"},
		{"a payload shows numbers", list(elems(claim(api.FactEnum, "oak", "fir"))), `{"kinds": [4]}`, "array of integer"},
		{"of known elements", known(list(elems(claim(api.FactEnum, "oak", "fir")))), "", "array of integer"},
		{"an example of an element", list(elems(claim(api.FactExample, "oak"))), "", "array of any"},
		{"no list", field("kinds", api.Any, elems(claim(api.FactEnum, "oak", "fir"))), "", "any"},
	} {
		q := &api.Param{In: api.InQuery, Field: *c.field}
		if q.Type.Elem != nil {
			elem := *c.field.Type.Elem
			q.Type.Elem = &elem
		}
		var shown []string
		if c.example != "" {
			shown = []string{c.example}
		} else {
			reconciled(nil, &api.Operation{ID: "Op", Method: "GET", Path: "/box", Params: []*api.Param{q}})
		}
		decided(t, &api.Schema{Name: "Lamp", Fields: []*api.Field{c.field, field("id", api.String)}}, shown...)
		if got := c.field.Type.String(); got != c.want || c.example == "" && q.Type.String() != c.want {
			t.Errorf("%s: %s, as a parameter %s, want %s", c.what, got, q.Type.String(), c.want)
		}
	}
}
