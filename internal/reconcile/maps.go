package reconcile

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// maps makes a map of an object whose keys are values: ids, addresses, names that somebody
// chose. Only examples show that:
//
//	the table:   jars | Object | see Table 2, which lists size and wood
//	the example: {"jars": {"5f0c…": {"size": 1}}}            Table 2 describes the values
//
//	the table:   params | Object | see Table 2, which lists key and value
//	the example: {"params": {"colour": "red"}}               Table 2 explains the pairs
//
//	the table:   jar_id | Object | The jar                   its only row stands for all keys
//	the example: {"5f0c…": {"size": 1}}
//
// It does not apply where an example shows a field of the table. It reports whether it changed
// any type.
func (r *reconciler) maps() bool {
	changed := false
	for _, s := range r.svc.Schemas {
		for _, f := range s.Fields {
			for t := &f.Type; t != nil; t = t.Elem {
				changed = r.mapOf(t, f.Name, f.Origin) || changed
			}
		}
		changed = r.ofWhole(s) || changed
	}
	r.eachOperation(func(op *api.Operation) {
		for _, res := range op.Responses {
			if res.Body != nil {
				changed = r.mapBody(&res.Body.Type) || changed
			}
		}
	})
	return changed
}

func (r *reconciler) mapOf(t *api.Type, name string, origin api.Origin) bool {
	s := t.Schema
	if s == nil || s.XMLName != "" || s.Extra != nil {
		return false
	}
	members := r.unlisted(t)
	if len(members) == 0 {
		return false
	}
	elem, why := valueType(s, members)
	if elem == nil {
		return false
	}
	first := members[0]
	r.found.Add("docs/keys-are-values", first.page, first.pos,
		"the example fills the keys of "+name+" with values of its own, such as "+diag.Quote(first.name)+", so it is a map; "+why,
		relatedAt(origin, "the table's row"), relatedAt(s.Origin, "the table of what is in it"))
	*t = api.Type{Kind: api.Map, Elem: elem, Nullable: t.Nullable}
	return true
}

// mapBody makes a map of a body whose only row stands for all keys.
func (r *reconciler) mapBody(t *api.Type) bool {
	s := t.Schema
	if s == nil || len(s.Fields) != 1 || s.Extra != nil || s.XMLName != "" {
		return false
	}
	members := r.unlisted(t)
	if len(members) == 0 || !allKeys(members) {
		return false
	}
	first := members[0]
	r.found.Add("docs/keys-are-values", first.page, first.pos,
		"the example fills the keys of the body with values of its own, such as "+diag.Quote(first.name)+", so it is a map; its only row describes the values",
		relatedAt(s.Fields[0].Origin, "the row"))
	elem := s.Fields[0].Type
	s.Extra, s.Fields = &elem, nil
	return true
}

// ofWhole takes the type of a row that stands for all names as that of the whole structure where examples show so:
//
//	the table:   {user defined key} | Map<String,jar> | The jars
//	the example: {"tall": {"lid": "oak"}}
//
// It does not apply where a value may be a map of what the row lists.
func (r *reconciler) ofWhole(s *api.Schema) bool {
	t := s.Extra
	if t == nil || t.Kind != api.Map || r.types[t] == nil {
		return false
	}
	var first *seen
	for i, v := range r.types[t].values {
		if v.value.Kind == payload.Null {
			continue
		}
		if !isInstance(t.Elem, v.value) {
			return false
		}
		if first == nil {
			first = &r.types[t].values[i]
		}
	}
	if first == nil {
		return false
	}
	r.found.Addf("docs/example-contradicts-type", first.page, first.pos,
		"the example shows %s for a member of %s, but the table says %s; the row is taken for the whole structure", first.value.Kind, s.Name, t.Kind).
		Related(relatedAt(tableOn(first.page, s), "the table"))
	s.Extra = t.Elem
	return true
}

// isInstance reports whether a value is one of a structure or a list, and no map of them.
func isInstance(t *api.Type, v *payload.Value) bool {
	switch {
	case t.Kind == api.Array:
		return v.Kind == payload.Array
	case t.Schema == nil:
		return false
	}
	return 2*known(t.Schema, v) > len(v.Members)
}

// unlistedMember is a member that examples show in an object.
type unlistedMember struct {
	seen
	name string
}

// unlisted are the members that the examples show for an object, nil where the table lists
// one of them or something else than an object is shown.
func (r *reconciler) unlisted(t *api.Type) []unlistedMember {
	o := r.types[t]
	if o == nil {
		return nil
	}
	var out []unlistedMember
	for _, v := range o.values {
		switch {
		case v.value.Kind == payload.Null: // has no members
		case v.value.Kind != payload.Object || known(t.Schema, v.value) > 0:
			return nil
		}
		for _, m := range v.value.Members {
			out = append(out, unlistedMember{seen: seen{m.Value, v.page, v.pos}, name: m.Name})
		}
	}
	return out
}

// valueType is the type of the values of a map by the table that describes the object, and
// what it decided, nil where the object is none.
func valueType(s *api.Schema, members []unlistedMember) (*api.Type, string) {
	if value := s.Field("value"); value != nil && len(s.Fields) == 2 && s.Field("key") != nil && scalars(members) {
		elem := value.Type
		return &elem, "its table explains the pairs"
	}
	if elem := instancesOf(s, members); elem != nil && (allKeys(members) || differ(members)) {
		return elem, "its table describes the values"
	}
	if len(s.Fields) == 1 && allKeys(members) {
		elem := s.Fields[0].Type
		return &elem, "its only row describes the values"
	}
	return nil, ""
}

// allKeys reports whether no member has a name that a program would give a field.
func allKeys(members []unlistedMember) bool {
	for _, m := range members {
		if !naming.IsKey(m.name) {
			return false
		}
	}
	return true
}

// differ reports whether the members have several names: one may be a wrapper that the table
// forgot.
func differ(members []unlistedMember) bool {
	for _, m := range members {
		if m.name != members[0].name {
			return true
		}
	}
	return false
}

func scalars(members []unlistedMember) bool {
	for _, m := range members {
		if m.value.Kind >= payload.Array {
			return false
		}
	}
	return true
}

// instancesOf is the type of the members where each is an object that the table describes, or
// a list of such objects.
func instancesOf(s *api.Schema, members []unlistedMember) *api.Type {
	object := &api.Type{Kind: api.Object, Schema: s}
	list, any := false, false
	for i, m := range members {
		items := []*payload.Value{m.value}
		isList := m.value.Kind == payload.Array
		if isList {
			items = m.value.Items
		}
		if i > 0 && isList != list {
			return nil
		}
		list = isList
		for _, item := range items {
			if n := known(s, item); n == 0 || 2*n < len(item.Members) {
				return nil
			}
			any = true
		}
	}
	switch {
	case !any:
		return nil
	case list:
		return &api.Type{Kind: api.Array, Elem: object}
	}
	return object
}
