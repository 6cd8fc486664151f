package reconcile

import (
	"net/http"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// hasNoContent reports whether HTTP gives a response of that status no body.
func hasNoContent(status int) bool { return status == 204 || status == 205 }

// bodyIsNone reports whether a body that a page prints is none of the response: a {} under a
// status without a body only says that there is nothing to print, and nothing ever comes
// back from HEAD but headers.
func bodyIsNone(op *api.Operation, e *api.Example, v *payload.Value) bool {
	if e.Side != api.SideResponse {
		return false
	}
	return op.Method == http.MethodHead || hasNoContent(e.Status) && v.Kind == payload.Object && len(v.Members) == 0
}

// contents reports the bodies of responses for which HTTP has none:
//
//	Status code: 204
//	{"tags": [{"key": "a"}]}
//
// Either can be wrong, and pages that print such a body mostly mean 200: the body stays in
// the document, so that a caller gets what the service sends. It does not apply to a status
// without a body. A printed {} without a table was taken for none, and so was what a page
// prints, and no table lists, as the response to HEAD: it was copied from the page about GET.
func (r *reconciler) contents() {
	r.eachOperation(func(op *api.Operation) {
		for _, res := range op.Responses {
			switch {
			case res.Body == nil:
			case op.Method == http.MethodHead:
				r.found.Add("docs/body-of-no-content", res.Body.Origin.Page, res.Body.Origin.Pos,
					"a response to HEAD has no body, but the page describes one; it is kept, as the method may be what is wrong")
			case hasNoContent(res.Status):
				r.found.Addf("docs/body-of-no-content", res.Body.Origin.Page, res.Body.Origin.Pos,
					"a response of status %d has no body, but the page describes one; it is kept, as the status may be what is wrong", res.Status)
			}
		}
		for _, e := range op.Examples {
			if !e.JSON || bodyOf(op, e) != nil {
				continue
			}
			v := r.printed(e)
			if v == nil || !bodyIsNone(op, e, v) {
				continue
			}
			e.Valid = true
			if op.Method == http.MethodHead {
				r.found.Add("docs/body-of-no-content", e.Origin.Page, e.At(v.Off),
					"a response to HEAD has no body, but the page prints one; it is left out")
				continue
			}
			r.found.Addf("docs/body-of-no-content", e.Origin.Page, e.At(v.Off),
				"a response of status %d has no body, but the page prints an empty object; it is taken for none", e.Status)
		}
	})
}
