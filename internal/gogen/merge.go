package gogen

import (
	"fmt"
	"maps"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// merged is a schema without allOf: what the members say together. The document's own
// schema is not changed. When two members give a property, the first one counts.
//
// A schema that only wraps one $ref in allOf, which is how OpenAPI 3.0 adds "nullable" or
// a description to a reference, is the caller's business (see soleRef).
func merged(s *openapi3.Schema, where string) (*openapi3.Schema, error) {
	return mergeInto(s, where, map[*openapi3.Schema]bool{})
}

func mergeInto(s *openapi3.Schema, where string, open map[*openapi3.Schema]bool) (*openapi3.Schema, error) {
	if len(s.AllOf) == 0 {
		return s, nil
	}
	if open[s] {
		return nil, fmt.Errorf("%s: allOf contains itself", where)
	}
	open[s] = true
	defer delete(open, s)
	out := *s
	out.AllOf = nil
	out.Properties = maps.Clone(s.Properties)
	out.Required = slices.Clone(s.Required)
	out.OneOf = slices.Clone(s.OneOf)
	out.AnyOf = slices.Clone(s.AnyOf)
	for _, ref := range s.AllOf {
		if ref == nil || ref.Value == nil {
			continue
		}
		member, err := mergeInto(ref.Value, where, open)
		if err != nil {
			return nil, err
		}
		addMember(&out, member)
	}
	return &out, nil
}

func addMember(out, m *openapi3.Schema) {
	for name, p := range m.Properties {
		if out.Properties == nil {
			out.Properties = openapi3.Schemas{}
		}
		if _, ok := out.Properties[name]; !ok {
			out.Properties[name] = p
		}
	}
	for _, name := range m.Required {
		if !slices.Contains(out.Required, name) {
			out.Required = append(out.Required, name)
		}
	}
	out.OneOf = append(out.OneOf, m.OneOf...)
	out.AnyOf = append(out.AnyOf, m.AnyOf...)
	first(&out.Type, m.Type)
	first(&out.Items, m.Items)
	first(&out.Min, m.Min)
	first(&out.Max, m.Max)
	first(&out.MultipleOf, m.MultipleOf)
	first(&out.MaxLength, m.MaxLength)
	first(&out.MaxItems, m.MaxItems)
	first(&out.MaxProps, m.MaxProps)
	first(&out.AdditionalProperties.Has, m.AdditionalProperties.Has)
	first(&out.AdditionalProperties.Schema, m.AdditionalProperties.Schema)
	first(&out.ExclusiveMin.Bool, m.ExclusiveMin.Bool)
	first(&out.ExclusiveMax.Bool, m.ExclusiveMax.Bool)
	if out.Format == "" {
		out.Format = m.Format
	}
	if out.Pattern == "" {
		out.Pattern = m.Pattern
	}
	if out.Enum == nil {
		out.Enum = m.Enum
	}
	out.MinLength = max(out.MinLength, m.MinLength)
	out.MinItems = max(out.MinItems, m.MinItems)
	out.MinProps = max(out.MinProps, m.MinProps)
	out.UniqueItems = out.UniqueItems || m.UniqueItems
	if out.Description == "" {
		out.Description = m.Description
	}
}

func first[T any](out **T, m *T) {
	if *out == nil {
		*out = m
	}
}

// soleRef gives the reference that a schema is just another writing of: allOf, oneOf or
// anyOf with a single $ref and nothing else that has a shape.
func soleRef(s *openapi3.Schema) *openapi3.SchemaRef {
	if len(s.Properties) > 0 || s.Items != nil || len(s.Enum) > 0 || len(s.Required) > 0 ||
		s.AdditionalProperties.Schema != nil || s.AdditionalProperties.Has != nil {
		return nil
	}
	all := slices.Concat(s.AllOf, s.OneOf, s.AnyOf)
	if len(all) == 1 && all[0] != nil && all[0].Ref != "" {
		return all[0]
	}
	return nil
}
