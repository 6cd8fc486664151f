package reconcile

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// maxShown bounds how many places of one kind are kept for those who ask why.
const maxShown = 3

// shown sums up what the examples show for a type, by kind in the order of the examples.
func (r *reconciler) shown(t *api.Type, elems bool) []api.Observed {
	o := r.types[t]
	if o == nil {
		return nil
	}
	var out []api.Observed
	for _, s := range o.values {
		kind := string(kindOf(s.value))
		if s.value.Kind == payload.Null {
			kind = "null"
		}
		i := slices.IndexFunc(out, func(o api.Observed) bool { return o.Kind == kind })
		if i < 0 {
			i = len(out)
			out = append(out, api.Observed{Kind: kind, Elems: elems})
		}
		if out[i].Count++; len(out[i].First) < maxShown {
			out[i].First = append(out[i].First, api.Origin{Page: s.page, Pos: s.pos, How: api.FromExample})
		}
	}
	return out
}
