package reconcile

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// hasNoContent reports whether HTTP gives an answer of that status no body.
func hasNoContent(status int) bool { return status == 204 || status == 205 }

// standsForNothing reports whether a printed {} only says that there is nothing to print:
// an answer of that status has no body.
func standsForNothing(status int, v *payload.Value) bool {
	return hasNoContent(status) && v.Kind == payload.Object && len(v.Members) == 0
}

// contents reports the bodies of answers whose status has none:
//
//	Status code: 204
//	{"tags": [{"key": "a"}]}
//
// Either can be wrong, and pages that print such a body mostly mean 200: the body stays in
// the document, so that a caller gets what the service sends. It stays quiet on a status
// without a body, and says of a printed {} without a table that it was taken for none.
func (r *reconciler) contents() {
	r.eachOperation(func(op *api.Operation) {
		for _, res := range op.Responses {
			if hasNoContent(res.Status) && res.Body != nil {
				r.found.Addf("docs/body-of-no-content", res.Body.Origin.Page, res.Body.Origin.Pos,
					"an answer of status %d has no body, but the page describes one; it is kept, as the status may be what is wrong", res.Status)
			}
		}
		for _, e := range op.Examples {
			if e.Side != api.SideResponse || !e.JSON || !hasNoContent(e.Status) || bodyOf(op, e) != nil {
				continue
			}
			if v, _, _, err := payload.ParsePrefix(e.Raw); err == nil && standsForNothing(e.Status, v) {
				e.Valid = true
				r.found.Addf("docs/body-of-no-content", e.Origin.Page, e.At(v.Off),
					"an answer of status %d has no body, but the page prints an empty object; it is taken for none", e.Status)
			}
		}
	})
}
