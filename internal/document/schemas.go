package document

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// Inside are the schemas of what values of a schema have: of its members, items and further members, and those that it
// is composed of, in any order.
func Inside(s *openapi3.Schema) openapi3.SchemaRefs {
	if s == nil {
		return nil
	}
	refs := slices.Concat(openapi3.SchemaRefs{s.Items, s.AdditionalProperties.Schema}, composing(s))
	for _, p := range s.Properties {
		refs = append(refs, p)
	}
	return slices.DeleteFunc(refs, func(ref *openapi3.SchemaRef) bool { return ref == nil || ref.Value == nil })
}

// partRefs are these, and the schema of values that do not fit.
func partRefs(s *openapi3.Schema) openapi3.SchemaRefs {
	refs := Inside(s)
	if s != nil && s.Not != nil && s.Not.Value != nil {
		refs = append(refs, s.Not)
	}
	return refs
}

// Composed are the schemas that say what a value of one has: itself, and those that it is composed of by allOf, oneOf and
// anyOf, each once, in the order of the document.
func Composed(ref *openapi3.SchemaRef) []*openapi3.Schema {
	var out []*openapi3.Schema
	seen := map[*openapi3.Schema]bool{}
	var add func(ref *openapi3.SchemaRef)
	add = func(ref *openapi3.SchemaRef) {
		if ref == nil || ref.Value == nil || seen[ref.Value] {
			return
		}
		seen[ref.Value] = true
		out = append(out, ref.Value)
		for _, part := range composing(ref.Value) {
			add(part)
		}
	}
	add(ref)
	return out
}

// composing are the schemas that one is composed of.
func composing(s *openapi3.Schema) openapi3.SchemaRefs {
	return slices.Concat(s.AllOf, s.OneOf, s.AnyOf)
}
