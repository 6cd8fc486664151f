package fake

import (
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// objects are an object with all members that can be made, and one with the required only.
func (m *maker) objects(s *openapi3.Schema) iter.Seq[any] {
	return func(yield func(any) bool) {
		out := map[string]any{}
		if s.MinProps > maxItems || !m.required(s, out) {
			return
		}
		bare := map[string]any{}
		for name, v := range out {
			bare[name] = v
		}
		m.fill(s, bare, int(s.MinProps))
		if !m.lean && len(m.stack) <= maxNested {
			m.optional(s, out)
			if len(s.Properties) == 0 && s.AdditionalProperties.Schema != nil {
				m.fill(s, out, 1)
			}
		}
		m.fill(s, out, int(s.MinProps))
		if yield(out) && len(out) > len(bare) {
			yield(bare)
		}
	}
}

// required makes the members that an object must have; those that are only ever sent are not
// answered.
func (m *maker) required(s *openapi3.Schema, out map[string]any) bool {
	if len(s.Required) > maxItems {
		return false
	}
	for _, name := range s.Required {
		p := s.Properties[name]
		if p == nil {
			p = s.AdditionalProperties.Schema
		}
		if p != nil && p.Value != nil && p.Value.WriteOnly {
			continue
		}
		v, ok := m.value(p)
		if !ok {
			return false
		}
		out[name] = v
	}
	return true
}

func (m *maker) optional(s *openapi3.Schema, out map[string]any) {
	for _, name := range sortedKeys(s.Properties) {
		p := s.Properties[name]
		_, has := out[name]
		switch {
		case has || p.Value == nil || p.Value.WriteOnly:
		case s.MaxProps != nil && uint64(len(out)) >= *s.MaxProps:
			return
		default:
			if v, ok := m.value(p); ok {
				out[name] = v
			}
		}
	}
}

// fill adds members until there are n: optional ones first, then any that the schema lets in.
func (m *maker) fill(s *openapi3.Schema, out map[string]any, n int) {
	for _, name := range sortedKeys(s.Properties) {
		if len(out) >= n {
			return
		}
		if _, has := out[name]; has {
			continue
		}
		if v, ok := m.value(s.Properties[name]); ok {
			out[name] = v
		}
	}
	for i := 1; len(out) < n && i <= maxItems; i++ {
		v, ok := m.value(s.AdditionalProperties.Schema)
		if !ok {
			return
		}
		out["key"+strconv.Itoa(i)] = v
	}
}

// merged is one schema for what all parts of allOf ask together. What two of them say of the
// same thing is only looked for, not proven: each value is checked against the whole.
func merged(s *openapi3.Schema) *openapi3.Schema {
	out := *s
	out.AllOf = nil
	out.Properties = openapi3.Schemas{}
	out.Required = nil
	var add func(part *openapi3.Schema, seen []*openapi3.Schema)
	add = func(part *openapi3.Schema, seen []*openapi3.Schema) {
		if part == nil || slices.Contains(seen, part) || len(seen) > maxNested {
			return
		}
		mergeInto(&out, part)
		for _, ref := range part.AllOf {
			add(ref.Value, append(seen, part))
		}
	}
	add(s, nil)
	return &out
}

func mergeInto(out, part *openapi3.Schema) {
	if out.Type == nil {
		out.Type = part.Type
	}
	for name, p := range part.Properties {
		if old := out.Properties[name]; old != nil && old.Value != p.Value {
			p = &openapi3.SchemaRef{Value: &openapi3.Schema{AllOf: openapi3.SchemaRefs{old, p}}}
		}
		out.Properties[name] = p
	}
	for _, name := range part.Required {
		if !slices.Contains(out.Required, name) {
			out.Required = append(out.Required, name)
		}
	}
	if out.Items == nil {
		out.Items = part.Items
	}
	if len(out.OneOf)+len(out.AnyOf) == 0 {
		out.OneOf, out.AnyOf = part.OneOf, part.AnyOf
	}
	if out.Discriminator == nil {
		out.Discriminator = part.Discriminator
	}
	if len(out.Enum) == 0 {
		out.Enum = part.Enum
	}
	if out.AdditionalProperties.Schema == nil {
		out.AdditionalProperties = part.AdditionalProperties
	}
	if out.Format == "" {
		out.Format = part.Format
	}
	if out.Pattern == "" {
		out.Pattern = part.Pattern
	}
	if part.Extensions["x-timestamp"] != nil && out.Extensions["x-timestamp"] == nil {
		out.Extensions = part.Extensions
	}
	out.MinLength, out.MaxLength = max(out.MinLength, part.MinLength), least(out.MaxLength, part.MaxLength)
	out.MinItems, out.MaxItems = max(out.MinItems, part.MinItems), least(out.MaxItems, part.MaxItems)
	out.MinProps, out.MaxProps = max(out.MinProps, part.MinProps), least(out.MaxProps, part.MaxProps)
	out.UniqueItems = out.UniqueItems || part.UniqueItems
	if part.Min != nil && (out.Min == nil || *out.Min < *part.Min) {
		out.Min, out.ExclusiveMin = part.Min, part.ExclusiveMin
	}
	out.Max = least(out.Max, part.Max)
	if out.MultipleOf == nil {
		out.MultipleOf = part.MultipleOf
	}
}

// least is the lower of two bounds, of which each may be missing.
func least[N uint64 | float64](a, b *N) *N {
	if a == nil || b != nil && *b < *a {
		return b
	}
	return a
}

func lastPart(ref string) string { return ref[strings.LastIndex(ref, "/")+1:] }

func sameJSON(a, b any) bool { return reflect.DeepEqual(a, b) }
