package reconcile

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// hideReference leaves an example out that has the member of a reference:
//
//	{"$ref": "#/definitions/Kite"}
//
// In an example that is a text like others, but tools that read documents follow such a member wherever
// it stands, and refuse the document. It does not apply to a $ref that is not a text, nor to the word
// inside a text, which no tool follows.
func (r *reconciler) hideReference(e *api.Example, v *payload.Value) {
	if off, found := referenceIn(v); found {
		e.Valid = false
		r.found.Add("tool/reference-in-example", e.Origin.Page, e.At(off),
			"this example has the member $ref, which tools take for a reference of the document, so that it is left out")
	}
}

// referenceIn is where the first member $ref with a text begins.
func referenceIn(v *payload.Value) (off int, found bool) {
	for _, m := range v.Members {
		if m.Name == "$ref" && m.Value.Kind == payload.String {
			return m.Off, true
		}
		if off, found = referenceIn(m.Value); found {
			return off, true
		}
	}
	for _, item := range v.Items {
		if off, found = referenceIn(item); found {
			return off, true
		}
	}
	return 0, false
}
