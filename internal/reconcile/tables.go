package reconcile

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// byTables marks the examples that satisfy what the tables alone say, before any example
// has taught anything: the kinds, null, mandatory fields, values and limits that they claim.
// It is the number to hold the final one against. Nothing of this first decision stays.
func (r *reconciler) byTables() {
	alone := &reconciler{svc: r.svc, found: new(diag.List), types: map[*api.Type]*observed{}, done: map[*api.Field]bool{}}
	alone.decide()
	r.eachOperation(func(op *api.Operation) {
		for _, e := range op.Examples {
			body := bodyOf(op, e)
			if !e.JSON || body == nil {
				continue
			}
			v := r.printed(e)
			if v == nil {
				continue
			}
			c := &checker{}
			c.value(&body.Type, api.Limits{}, api.Limits{}, v, "the body", 0)
			e.ByTables = len(c.problems) == 0
		}
	})
	for f := range alone.done {
		f.Decided, f.Type.Nullable = api.Decided{OnlyInExamples: f.Decided.OnlyInExamples}, false
	}
}
