package reconcile

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// prove marks the fields that tell the answers of variants apart. No page says that a
// field of a response is always there, but of two answers to one method and path,
//
//	{"protectable": […]}   and   {"restorable": […]}
//
// a reader must be able to say which one it is. A field counts as proven where no other
// variant's answer of that status has it and either each printed answer shows it, or it
// is the only field and none is printed. It stays quiet where the answers share a field.
func (r *reconciler) prove() {
	for _, op := range r.svc.Operations {
		for _, v := range op.Variants {
			for _, res := range v.Responses {
				if res.Body == nil || res.Body.Type.Schema == nil || res.Body.Type.Schema.XMLName != "" {
					continue // XML tells by the element that it starts with
				}
				s := res.Body.Type.Schema
				if apart(op, v, res.Status, s) {
					r.proveFields(s)
				}
			}
		}
	}
}

// apart reports whether s shares no field with what the other variants answer.
func apart(op, self *api.Operation, status int, s *api.Schema) bool {
	others := 0
	for _, v := range op.Variants {
		for _, res := range v.Responses {
			if v == self || res.Status != status || res.Body == nil || res.Body.Type.Schema == nil {
				continue
			}
			other := res.Body.Type.Schema
			if other == s || slices.ContainsFunc(other.Fields, func(f *api.Field) bool { return fieldOf(s, f.Name) != nil }) {
				return false
			}
			others++
		}
	}
	return others > 0
}

func (r *reconciler) proveFields(s *api.Schema) {
	bodies := r.bodies[s]
	for _, f := range s.Fields {
		always := len(bodies) > 0 || len(s.Fields) == 1
		for _, b := range bodies {
			always = always && b.Member(f.Name) != nil
		}
		if always && f.Need != api.NeedNo {
			f.Need, f.Decided.Proven = api.NeedYes, true
		}
	}
}
