package reconcile

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// extend adds the fields that only examples show to the structures that they stand in:
// a client that drops them would lose what the service plainly sends. They are never
// required, and one finding per structure and name tells the docs author.
func (r *reconciler) extend() {
	r.typeless()
	for i := 0; i < len(r.order); i++ { // new structures may be appended while we go
		s := r.order[i]
		u, like := r.unknown[s], structureOfAll(s)
		for _, name := range u.names {
			values := u.values[name]
			first := values[0]
			if s.Extra == nil && naming.IsKey(name) && !strings.Contains(name, " ") {
				elem := r.infer(s.Name+"Value", values, s.Side())
				s.Extra = &elem
				r.found.Add("docs/keys-are-values", first.page, first.pos,
					"the example has the key "+diag.Quote(name)+", which is a value and not the name of a field, so any other such key may come, too",
					relatedAt(tableOn(first.page, s), "the table of the structure"))
				continue
			}
			if s.Extra != nil && naming.IsKey(name) {
				continue
			}
			if !naming.IsName(name) {
				r.found.Add("docs/odd-member-name", first.page, first.pos,
					"the example has the member "+diag.Quote(name)+", which no program would call so; it is left out",
					relatedAt(tableOn(first.page, s), "the table of the structure"))
				continue
			}
			origin := api.Origin{Page: first.page, Pos: first.pos, How: api.FromExample}
			f := &api.Field{
				Name: name, Need: api.NeedNo, Origin: origin,
				Type:    r.guess(s, like, name, values),
				Decided: api.Decided{OnlyInExamples: true},
			}
			s.Fields = append(s.Fields, f)
			r.found.Add("docs/undocumented-field", first.page, first.pos,
				"the example shows "+diag.Quote(name)+", but the table does not list it",
				relatedAt(tableOn(first.page, s), "the table that should list it"))
		}
	}
}

// typeless gives a field of a table without a Type column the type that examples show. It
// does not apply where one of them is a string, as the field is taken to be, and on all that
// a table does type.
func (r *reconciler) typeless() {
	for _, s := range slices.Clone(r.svc.Schemas) {
		for _, f := range s.Fields {
			o := r.types[&f.Type]
			if o == nil || f.Type.Kind != api.String || f.Origin.How != api.FromColumn || len(claimsOf(f, api.FactKind, false)) > 0 ||
				slices.ContainsFunc(o.values, func(s seen) bool { return s.value.Kind == payload.String }) {
				continue
			}
			if t := r.infer(naming.Member(s.Name, f.Name), o.values, s.Side()); t.Kind != api.Any {
				f.Type = t
			}
		}
	}
}

// guess gives the type of a field that only examples show. Where the tables of the set
// list fields of that name, or at least three whose name ends in the same word, and all
// have one basic type, it has that type: the 0 of an example does not tell that
// enterprise_project_id is a number when every other …_id is a string. What the example
// shows is then weighed against it like any example. It does not apply where the tables
// disagree, and on names of one word that no table lists; nor to objects and lists, which show themselves what
// they are. like is the structure that all fields of s have, see structureOfAll.
func (r *reconciler) guess(s, like *api.Schema, name string, values []seen) api.Type {
	if slices.ContainsFunc(values, func(v seen) bool { return v.value.Kind == payload.Object || v.value.Kind == payload.Array }) {
		if like != nil && !slices.ContainsFunc(values, func(v seen) bool { return !isOf(like, v.value) }) {
			return api.Type{Kind: api.Object, Schema: like}
		}
		return r.infer(naming.Member(s.Name, name), values, s.Side())
	}
	word := lastWord(name)
	var exact, alike api.Kind
	n := 0
	for _, f := range r.documentedFields() {
		switch {
		case f.Name == name:
			exact = joinKinds(exact, f.Type.Kind)
		case word != name && lastWord(f.Name) == word && f.Name != word:
			alike = joinKinds(alike, f.Type.Kind)
			n++
		}
	}
	if n < 3 {
		alike = ""
	}
	for _, k := range []api.Kind{exact, alike} {
		if k != "" && k != api.Any {
			return api.Type{Kind: k}
		}
	}
	return r.infer(naming.Member(s.Name, name), values, s.Side())
}

// structureOfAll is the structure that all fields of s have that a table lists, nil where they are no objects or
// several, or there is one field only:
//
//	small | Lid object
//	large | Lid object                 {"small": {"wood": "oak"}, "huge": {"wood": "fir"}}
//
// A further field that an example shows there is then one more of them.
func structureOfAll(s *api.Schema) *api.Schema {
	var all *api.Schema
	n := 0
	for _, f := range s.Fields {
		if f.Decided.OnlyInExamples {
			continue
		}
		if f.Type.Kind != api.Object || f.Type.Schema == nil || all != nil && f.Type.Schema != all {
			return nil
		}
		all = f.Type.Schema
		n++
	}
	if n < 2 {
		return nil
	}
	return all
}

// isOf reports whether a value is an object with members that s all lists.
func isOf(s *api.Schema, v *payload.Value) bool {
	return v.Kind == payload.Object && len(v.Members) > 0 && known(s, v) == len(v.Members)
}

// documentedFields are the fields and parameters that tables list.
func (r *reconciler) documentedFields() []*api.Field {
	if r.documented == nil {
		r.eachOperation(func(op *api.Operation) {
			for _, q := range op.Params {
				r.documented = append(r.documented, &q.Field)
			}
		})
		for _, s := range r.svc.Schemas {
			for _, f := range s.Fields {
				if !f.Decided.OnlyInExamples {
					r.documented = append(r.documented, f)
				}
			}
		}
	}
	return r.documented
}

// lastWord is the part of a snake_case name after its last underscore.
func lastWord(name string) string { return name[strings.LastIndexByte(name, '_')+1:] }

// joinKinds is the one basic kind that both have, Any where there is none.
func joinKinds(a, b api.Kind) api.Kind {
	switch b {
	case api.String, api.Integer, api.Number, api.Boolean:
		if a == "" || a == b {
			return b
		}
	}
	return api.Any
}

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
