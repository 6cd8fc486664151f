package openapi

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func appendRef(refs []*openapi3.SchemaRef, ref *openapi3.SchemaRef) []*openapi3.SchemaRef {
	if ref.Ref != "" && slices.ContainsFunc(refs, func(r *openapi3.SchemaRef) bool { return r.Ref == ref.Ref }) {
		return refs
	}
	return append(refs, ref)
}

// union is the schema of a body that is one of several. oneOf says that no value fits
// two of them, so it stands only where mandatory fields tell each two apart; the responses
// of two variants mostly look alike, and no field of them is mandatory.
func union(refs []*openapi3.SchemaRef, types []*api.Type) *openapi3.SchemaRef {
	if len(refs) == 1 {
		return refs[0]
	}
	for i, a := range types {
		for _, b := range types[:i] {
			if (a.Schema == nil || a.Schema != b.Schema) && !apart(a, b, 0) {
				return &openapi3.SchemaRef{Value: &openapi3.Schema{AnyOf: refs}}
			}
		}
	}
	return &openapi3.SchemaRef{Value: &openapi3.Schema{OneOf: refs}}
}

// maxApart bounds how deep structures are compared.
const maxApart = 8

// apart reports whether no value can be of both types: each demands a field that the other
// does not have; both demand a field, of which each knows its own value only or whose
// structures are apart; or they are XML of different roots.
func apart(a, b *api.Type, depth int) bool {
	if a.Schema == nil || b.Schema == nil || a.Schema == b.Schema || depth > maxApart {
		return false
	}
	if rootsDiffer(a, b) || demands(a, b) && demands(b, a) {
		return true
	}
	return slices.ContainsFunc(a.Schema.Fields, func(f *api.Field) bool {
		return isDemanded(a, f) && slices.ContainsFunc(b.Schema.Fields, func(g *api.Field) bool {
			return g.Name == f.Name && isDemanded(b, g) && (valuesDiffer(f, g) ||
				f.Type.Kind == api.Object && g.Type.Kind == api.Object && apart(&f.Type, &g.Type, depth+1))
		})
	})
}

// valuesDiffer reports whether two fields know their values and share none.
func valuesDiffer(f, g *api.Field) bool {
	a, b := valuesOf(f), valuesOf(g)
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(v api.Value) bool { return slices.Contains(b, v) })
}

func valuesOf(f *api.Field) []api.Value {
	if f.Decided.Const != nil {
		return []api.Value{*f.Decided.Const}
	}
	return f.Decided.Limits.Enum
}

// isDemanded reports whether a value of the type must have the field.
func isDemanded(t *api.Type, f *api.Field) bool {
	return f.Need == api.NeedYes && (t.Schema.Request || f.Decided.Proven)
}

// rootsDiffer reports whether two XML bodies start with different elements, which tells
// them apart whatever is in them.
func rootsDiffer(a, b *api.Type) bool {
	return a.Schema.XMLName != "" && b.Schema.XMLName != "" && a.Schema.XMLName != b.Schema.XMLName
}

// demands reports whether a demands a field that b does not have.
func demands(a, b *api.Type) bool {
	return slices.ContainsFunc(a.Schema.Fields, func(f *api.Field) bool {
		return isDemanded(a, f) &&
			!slices.ContainsFunc(b.Schema.Fields, func(g *api.Field) bool { return g.Name == f.Name })
	})
}
