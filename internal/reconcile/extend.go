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

// structureOfAll is the structure that all fields of s have that a table lists, nil where they are not objects or
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
		if f.Type.Schema == nil || all != nil && f.Type.Schema != all {
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
	return len(v.Members) > 0 && known(s, v) == len(v.Members)
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
