package reconcile

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// undocumentedBodies describes the bodies of an operation that no table describes, each by the first example that has
// something in it: of a body that is {} in one example and has members in the next one, the latter tells more.
func (r *reconciler) undocumentedBodies(op *api.Operation) {
	for _, empty := range []bool{false, true} {
		for _, e := range op.Examples {
			if v := r.evidenceOf(e); v != nil && bodyOf(op, e) == nil && (len(v.Members)+len(v.Items) == 0) == empty {
				r.undocumentedBody(op, e, v)
			}
		}
	}
}

// undocumentedBody reports a payload for which no table describes a body, and describes
// the body by the payload itself.
func (r *reconciler) undocumentedBody(op *api.Operation, e *api.Example, v *payload.Value) {
	if v.Kind != payload.Object && v.Kind != payload.Array || bodyIsNone(op, e, v) {
		return
	}
	origin := api.Origin{Page: e.Origin.Page, Pos: e.At(v.Off), How: api.FromExample}
	if len(v.Members) > 0 || len(v.Items) > 0 {
		r.found.Addf("docs/undocumented-body", origin.Page, origin.Pos,
			"the example shows a %s body, but no table describes it", e.Side)
	}
	var t api.Type
	values := []seen{{v, origin.Page, origin.Pos}}
	switch {
	case e.Side != api.SideResponse:
		t = r.infer(op.ID+"RequestBody", values, api.SideRequest)
	case api.IsError(e.Status):
		t = r.errorType(op, values)
	default:
		t = r.infer(op.ID+"ResponseBody", values, api.SideResponse)
	}
	body := &api.Payload{MediaType: "application/json", Type: t, Origin: origin}
	if e.Side == api.SideRequest {
		op.Body = body
		return
	}
	for _, res := range op.Responses {
		if res.Status == e.Status {
			res.Body = body
			return
		}
	}
	op.Responses = append(op.Responses, &api.Response{Status: e.Status, Body: body, Origin: origin})
}

// infer gives the type of values of which only examples are known.
func (r *reconciler) infer(name string, values []seen, side api.Side) api.Type {
	var t api.Type
	for _, s := range values {
		if s.value.Kind == payload.Null {
			continue // decide finds the nulls
		}
		k := kindOf(s.value)
		switch {
		case t.Kind == "":
			t.Kind = k
		case t.Kind == api.Integer && k == api.Number:
			t.Kind = api.Number
		}
	}
	switch {
	case t.Kind == "":
		t.Kind = api.Any
	case t.Kind == api.Array:
		var items []seen
		for _, s := range values {
			for _, item := range s.value.Items {
				items = append(items, seen{item, s.page, s.pos})
			}
		}
		e := r.infer(name, items, side)
		t.Elem = &e
	case t.Kind == api.Object:
		if items := keyed(values); len(items) > 0 {
			e := r.infer(name, items, side)
			return api.Type{Kind: api.Map, Elem: &e}
		}
		t.Schema = r.inferObject(name, values, side)
	}
	return t
}

// keyed are the members of objects whose names are all keys, not names of fields.
func keyed(values []seen) []seen {
	var out []seen
	for _, s := range values {
		for _, m := range s.value.Members {
			if !naming.IsKey(m.Name) {
				return nil
			}
			out = append(out, seen{m.Value, s.page, s.pos})
		}
	}
	return out
}

// inferObject makes a structure of the members that the objects among values have.
func (r *reconciler) inferObject(name string, values []seen, side api.Side) *api.Schema {
	u := &members{values: make(map[string][]seen)}
	for _, s := range values {
		for _, m := range s.value.Members {
			if u.values[m.Name] == nil {
				u.names = append(u.names, m.Name)
			}
			u.values[m.Name] = append(u.values[m.Name], seen{m.Value, s.page, s.pos})
		}
	}
	if len(u.names) == 0 {
		return nil
	}
	s := &api.Schema{Name: r.unique(name, side), Request: side == api.SideRequest, Origin: api.Origin{Page: values[0].page, Pos: values[0].pos, How: api.FromExample}}
	r.svc.Schemas = append(r.svc.Schemas, s)
	for _, n := range u.names {
		if !naming.IsName(n) {
			r.addUnknown(s, n, u.values[n]...) // extend tells of it
			continue
		}
		s.Fields = append(s.Fields, &api.Field{
			Name: n, Need: api.NeedNo, Origin: s.Origin,
			Type:    r.infer(naming.Member(s.Name, n), u.values[n], side),
			Decided: api.Decided{OnlyInExamples: true},
		})
	}
	return s
}

// unique makes a name that no structure has: two that differ only in capitals are one to
// many a tool. Of two with one name the second says on which side it is.
func (r *reconciler) unique(name string, side api.Side) string {
	if name == "" {
		name = "Object"
	}
	if r.names[strings.ToLower(name)] {
		name += naming.Pascal(string(side))
	}
	for base, i := name, 2; r.names[strings.ToLower(name)]; i++ {
		name = base + itoa(i)
	}
	r.names[strings.ToLower(name)] = true
	return name
}

func kindOf(v *payload.Value) api.Kind {
	switch v.Kind {
	case payload.Bool:
		return api.Boolean
	case payload.Number:
		if v.IsInteger() {
			return api.Integer
		}
		return api.Number
	case payload.String:
		return api.String
	case payload.Array:
		return api.Array
	case payload.Object:
		return api.Object
	}
	return api.Any
}
