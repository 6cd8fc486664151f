package reconcile

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// unwrapBody takes the only row of a body's table for the body itself, where that is what the examples show:
//
//	the tables:  jarService | JarRequest object      JarRequest: jar | object
//	the example: {"jar": {…}}
//
// All examples of the body must be without a member of the row's name, and have members that the structure of the
// row lists, objects and lists where it does, and no other. It does not apply to an example with nothing in it.
func (r *reconciler) unwrapBody(op *api.Operation, body *api.Payload, side api.Side, status int) bool {
	s := body.Type.Schema
	if len(s.Fields) != 1 || s.Extra != nil || s.XMLName != "" {
		return false
	}
	f := s.Fields[0]
	if f.Type.Schema == nil {
		return false
	}
	var first *api.Example
	for _, e := range op.Examples {
		if e.Side != side || !e.JSON || e.Status != status {
			continue
		}
		v := r.printed(e)
		if v == nil || len(v.Members) == 0 || v.Member(f.Name) != nil || !isAll(f.Type.Schema, v) {
			return false
		}
		if first == nil {
			first = e
		}
	}
	if first == nil {
		return false
	}
	r.found.Add("docs/row-of-body", f.Origin.Page, f.Origin.Pos,
		"the examples have no member "+diag.Quote(f.Name)+", and what its structure lists is the whole body; the row is taken for the body itself",
		diag.Related{Page: first.Origin.Page, Pos: first.Origin.Pos, Message: "the example"})
	body.Type = f.Type
	r.svc.Schemas = slices.DeleteFunc(r.svc.Schemas, func(other *api.Schema) bool { return other == s })
	body.Required = body.Required || f.Need == api.NeedYes
	return true
}

// isAll reports whether a structure lists each member of a payload, and the same of them as objects and lists.
func isAll(s *api.Schema, v *payload.Value) bool {
	return !slices.ContainsFunc(v.Members, func(m payload.Member) bool {
		f := s.Field(m.Name)
		return f == nil || (m.Value.Kind == payload.Object) != (f.Type.Kind == api.Object || f.Type.Kind == api.Map) || (m.Value.Kind == payload.Array) != (f.Type.Kind == api.Array)
	})
}
