package reconcile

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// byTables marks the examples that satisfy what the tables alone say, before any example
// has taught anything: the kinds, null, mandatory fields, values and limits that they claim.
// It is the number to hold the final one against. The decisions are made on copies of the
// fields, so nothing of them is in the model.
func (r *reconciler) byTables() {
	alone := &reconciler{svc: r.svc, found: new(diag.List), patterns: r.patterns}
	decided := make(map[*api.Field]*api.Field)
	field := func(f *api.Field) *api.Field {
		d := decided[f]
		if d == nil {
			c := *f
			if elem := c.Type.Elem; elem != nil {
				copied := *elem
				c.Type.Elem = &copied
			}
			d = &c
			alone.decideField(d)
			decided[f] = d
		}
		return d
	}
	r.eachOperation(func(op *api.Operation) {
		for _, e := range op.Examples {
			body := bodyOf(op, e)
			if !e.JSON || body == nil {
				continue
			}
			if v := r.printed(e); v != nil {
				problems, placeholder := problemsOf(v, &body.Type, field, r.patterns)
				e.ByTables = len(problems) == 0 && placeholder == nil
			}
		}
	})
}
