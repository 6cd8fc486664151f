package document

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// ErrCircular says that a schema has itself in allOf.
var ErrCircular = errors.New("allOf contains itself")

// Merged is a schema without allOf: what the members say together. The schema itself is not
// changed; one without allOf is given back. Where two members describe one property, or the items
// of a list or the values of a map, these are both; of bounds the narrower counts, of enumerations what they share, of other
// keywords the first. With ErrCircular comes what can be merged.
//
// A schema that only wraps one $ref in allOf, which is how OpenAPI 3.0 adds "nullable" or a
// description to a reference, is the caller's business; see SoleRef.
func Merged(s *openapi3.Schema) (*openapi3.Schema, error) {
	out, _, err := merged(s)
	return out, err
}

// Merged is the function Merged, whose result Properties knows the order of.
func (d *Document) Merged(s *openapi3.Schema) (*openapi3.Schema, error) {
	if len(s.AllOf) == 0 {
		return s, nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if done, ok := d.merged[s]; ok {
		return done.schema, done.err
	}
	out, members, err := merged(s)
	for _, m := range members {
		d.order[out] = append(d.order[out], d.properties(m)...)
	}
	d.parts[out] = members
	d.merged[s] = mergeResult{out, err}
	return out, err
}

// partsOf are the schemas that one which Merged has given was made of; itself where it was not made of others.
func (d *Document) partsOf(s *openapi3.Schema) []*openapi3.Schema {
	d.mu.Lock()
	defer d.mu.Unlock()
	if parts := d.parts[s]; parts != nil {
		return parts
	}
	return []*openapi3.Schema{s}
}

// LostPatterns are those that Merged leaves out of a schema which it gives: of several, the first counts.
func (d *Document) LostPatterns(merged *openapi3.Schema) []string {
	seen := map[string]bool{"": true, merged.Pattern: true}
	var out []string
	for _, part := range d.partsOf(merged) {
		if !seen[part.Pattern] {
			seen[part.Pattern] = true
			out = append(out, part.Pattern)
		}
	}
	return out
}

// mergeResult is what Merged gives, each time the same.
type mergeResult struct {
	schema *openapi3.Schema
	err    error
}

// merged gives the schemas that were merged, too.
func merged(s *openapi3.Schema) (out *openapi3.Schema, members []*openapi3.Schema, err error) {
	if len(s.AllOf) == 0 {
		return s, []*openapi3.Schema{s}, nil
	}
	own := *s
	own.AllOf = nil
	own.Properties = maps.Clone(s.Properties)
	own.Required = slices.Clone(s.Required)
	own.OneOf = slices.Clone(s.OneOf)
	own.AnyOf = slices.Clone(s.AnyOf)
	members = []*openapi3.Schema{s}
	open := map[*openapi3.Schema]bool{s: true}
	var add func(part *openapi3.Schema)
	add = func(part *openapi3.Schema) {
		for _, ref := range part.AllOf {
			switch {
			case ref == nil || ref.Value == nil:
			case open[ref.Value]:
				err = ErrCircular
			case slices.Contains(members, ref.Value): // it says nothing new
			default:
				open[ref.Value] = true
				members = append(members, ref.Value)
				addMember(&own, ref.Value)
				add(ref.Value)
				delete(open, ref.Value)
			}
		}
	}
	add(s)
	return &own, members, err
}

func addMember(out, m *openapi3.Schema) {
	for name, p := range m.Properties {
		if out.Properties == nil {
			out.Properties = openapi3.Schemas{}
		}
		out.Properties[name] = both(out.Properties[name], p)
	}
	for _, name := range m.Required {
		if !slices.Contains(out.Required, name) {
			out.Required = append(out.Required, name)
		}
	}
	out.OneOf = append(out.OneOf, m.OneOf...)
	out.AnyOf = append(out.AnyOf, m.AnyOf...)
	first(&out.Type, m.Type)
	out.Items = bothElements(out.Items, m.Items)
	first(&out.Discriminator, m.Discriminator)
	out.MultipleOf = bothMultiples(out.MultipleOf, m.MultipleOf)
	first(&out.AdditionalProperties.Has, m.AdditionalProperties.Has)
	out.AdditionalProperties.Schema = bothElements(out.AdditionalProperties.Schema, m.AdditionalProperties.Schema)
	if m.Min != nil && (out.Min == nil || *m.Min > *out.Min || *m.Min == *out.Min && m.ExclusiveMin.IsTrue()) {
		out.Min, out.ExclusiveMin = m.Min, m.ExclusiveMin
	}
	if m.Max != nil && (out.Max == nil || *m.Max < *out.Max || *m.Max == *out.Max && m.ExclusiveMax.IsTrue()) {
		out.Max, out.ExclusiveMax = m.Max, m.ExclusiveMax
	}
	out.MinLength, out.MaxLength = max(out.MinLength, m.MinLength), least(out.MaxLength, m.MaxLength)
	out.MinItems, out.MaxItems = max(out.MinItems, m.MinItems), least(out.MaxItems, m.MaxItems)
	out.MinProps, out.MaxProps = max(out.MinProps, m.MinProps), least(out.MaxProps, m.MaxProps)
	out.UniqueItems = out.UniqueItems || m.UniqueItems
	if out.Format == "" {
		out.Format = m.Format
	}
	if out.Pattern == "" {
		out.Pattern = m.Pattern
	}
	out.Enum = bothValues(out.Enum, m.Enum)
	if out.Description == "" {
		out.Description = m.Description
	}
	if Timestamp.Of(m.Extensions) && !Timestamp.Of(out.Extensions) {
		out.Extensions = maps.Clone(out.Extensions)
		if out.Extensions == nil {
			out.Extensions = map[string]any{}
		}
		Timestamp.Set(out.Extensions, true)
	}
}

// bothValues are the values that two enumerations have; the first one where they have none together, which no value
// could satisfy. Nil is not an enumeration.
func bothValues(a, b []any) []any {
	if a == nil {
		return b
	}
	key := func(v any) string { return fmt.Sprintf("%T %v", v, v) }
	of := make(map[string]bool, len(b))
	for _, v := range b {
		of[key(v)] = true
	}
	shared := slices.DeleteFunc(slices.Clone(a), func(v any) bool { return !of[key(v)] })
	if len(shared) == 0 {
		return a // b is nil, too
	}
	return shared
}

// bothMultiples is the number of which multiples of two numbers are multiples, where one of them is one of the other,
// or both are whole numbers; else the first. Nil is none.
func bothMultiples(a, b *float64) *float64 {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	x, y := *a, *b
	if x <= 0 || y <= 0 || x != math.Trunc(x) || y != math.Trunc(y) {
		if x > 0 && y > x && math.Mod(y, x) == 0 {
			return b
		}
		return a
	}
	common := x
	for x, y := x, y; y != 0; {
		common = y
		x, y = y, math.Mod(x, y)
	}
	if out := x / common * y; out <= maxWhole {
		return &out
	}
	return a
}

// maxWhole is up to where a float64 holds each whole number.
const maxWhole = 1 << 53

// bothElements is both for items and values. Of two schemas with names it is the first: these may
// have lists of themselves, which would go on without end.
func bothElements(a, b *openapi3.SchemaRef) *openapi3.SchemaRef {
	if a != nil && b != nil && a.Value != nil && a.Ref != "" && b.Ref != "" {
		return a
	}
	return both(a, b)
}

// both is the schema of a property, of items or of values that two members describe.
func both(a, b *openapi3.SchemaRef) *openapi3.SchemaRef {
	switch {
	case a == nil || a.Value == nil:
		return b
	case b == nil || b.Value == nil, a.Value == b.Value, shapeless(b):
		return a
	case shapeless(a):
		return b
	}
	return &openapi3.SchemaRef{Value: &openapi3.Schema{AllOf: openapi3.SchemaRefs{a, b}}}
}

// shapeless reports whether a schema only adds words to another one.
func shapeless(ref *openapi3.SchemaRef) bool {
	s := *ref.Value
	s.Title, s.Description, s.Example, s.ExternalDocs, s.Extensions, s.Origin = "", "", nil, nil, nil, nil
	s.Nullable, s.ReadOnly, s.WriteOnly, s.Deprecated = false, false, false, false
	if ref.Ref != "" || len(s.Properties) > 0 {
		return false // IsEmpty does not count properties of any value
	}
	for _, inner := range []**openapi3.SchemaRef{&s.Items, &s.AdditionalProperties.Schema} {
		if *inner != nil && (*inner).Value != nil && ((*inner).Value.Nullable || !shapeless(*inner)) {
			return false
		}
		*inner = nil
	}
	return s.IsEmpty()
}

func first[T any](out **T, m *T) {
	if *out == nil {
		*out = m
	}
}

// least is the lower of two bounds, of which each may be missing.
func least[N uint64 | float64](a, b *N) *N {
	if a == nil || b != nil && *b < *a {
		return b
	}
	return a
}

// isNull reports whether a schema is that of null alone.
func isNull(ref *openapi3.SchemaRef) bool {
	return ref != nil && ref.Ref == "" && ref.Value != nil && ref.Value.Nullable && len(ref.Value.Enum) == 1 && ref.Value.Enum[0] == nil
}

// SoleRef gives the reference that a schema is just another writing of: allOf, oneOf or anyOf
// with a single $ref and nothing else that has a shape but null; else nil. Whether null is one of
// the values, TakesNull tells.
func SoleRef(s *openapi3.Schema) *openapi3.SchemaRef {
	if len(s.Properties) > 0 || s.Items != nil || len(s.Enum) > 0 || len(s.Required) > 0 ||
		s.AdditionalProperties.Schema != nil || s.AdditionalProperties.Has != nil {
		return nil
	}
	all := composing(s)
	if len(s.AllOf) == 0 {
		all = slices.DeleteFunc(all, isNull)
	}
	if len(all) == 1 && all[0] != nil && all[0].Ref != "" {
		return all[0]
	}
	return nil
}
