package reconcile

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// wrap puts an object around a body whose table lists what is inside of it:
//
//	the table:   name, size
//	the example: {"volume": {"name": "a", "size": 1}}
//
// Only the examples can prove that, so all of a body's must agree on the one member, which
// the table must not list, and at least half of what is in it must be the table's. It does
// not apply where one example shows the table's own members, nor to error bodies, which many
// operations share.
func (r *reconciler) wrap() {
	r.eachOperation(func(op *api.Operation) {
		if op.Body != nil {
			r.wrapBody(op, op.Body, api.SideRequest, 0)
		}
		for _, res := range op.Responses {
			if res.Body != nil && !api.IsError(res.Status) {
				r.wrapBody(op, res.Body, api.SideResponse, res.Status)
			}
		}
	})
}

func (r *reconciler) wrapBody(op *api.Operation, body *api.Payload, side api.Side, status int) {
	s := body.Type.Schema
	if s == nil || r.unwrapBody(op, body, side, status) {
		return
	}
	var first *api.Example
	var member payload.Member
	for _, e := range op.Examples {
		if e.Side != side || !e.JSON || e.Status != status {
			continue
		}
		v := r.printed(e)
		if v == nil {
			return
		}
		m, ok := wrapper(s, v)
		if !ok || first != nil && m.Name != member.Name {
			return
		}
		if first == nil {
			first, member = e, m
		}
	}
	if first == nil {
		return
	}
	origin := api.Origin{Page: first.Origin.Page, Pos: first.At(member.Off), How: api.FromExample}
	r.found.Add("docs/missing-wrapper", origin.Page, origin.Pos,
		"the example puts the fields of the body into "+diag.Quote(member.Name)+", which the table does not list",
		relatedAt(s.Origin, "the table of the body"))
	outer := &api.Schema{Name: s.Name, Request: s.Request, Origin: origin}
	s.Name = r.unique(naming.Member(op.ID, member.Name), s.Side())
	inner := api.Type{Kind: api.Object, Schema: s}
	if member.Value.Kind == payload.Array {
		elem := inner
		inner = api.Type{Kind: api.Array, Elem: &elem}
	}
	outer.Fields = []*api.Field{{
		Name: member.Name, Type: inner, Need: api.NeedNo, Origin: origin,
		Decided: api.Decided{OnlyInExamples: true},
	}}
	r.svc.Schemas = append(r.svc.Schemas, outer)
	body.Type = api.Type{Kind: api.Object, Schema: outer}
}

// wrapper is the only member of v, where it holds an instance of s or a list of them.
func wrapper(s *api.Schema, v *payload.Value) (m payload.Member, ok bool) {
	if len(v.Members) != 1 {
		return m, false
	}
	m = v.Members[0]
	if s.Field(m.Name) != nil || !naming.IsName(m.Name) {
		return m, false
	}
	in := m.Value
	if len(in.Items) > 0 {
		in = in.Items[0]
	}
	n := known(s, in)
	return m, n > 0 && 2*n >= len(in.Members)
}
