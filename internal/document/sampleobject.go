package document

import (
	"iter"
	"maps"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

// objects are an object with all members that can be made, and one with the required only.
// Members come in the order of those of a schema, which is s or the one that s was made of.
func (m *sampler) objects(s, order *openapi3.Schema, word string) iter.Seq[any] {
	return func(yield func(any) bool) {
		out, names := map[string]any{}, m.doc.Properties(order)
		if !m.required(s, out, word) {
			return
		}
		bare := maps.Clone(out)
		m.fill(s, names, bare, int(s.MinProps), word)
		if !m.options.Required && len(m.stack) <= maxSampleNested {
			m.optional(s, names, out)
			if len(s.Properties) == 0 && s.AdditionalProperties.Schema != nil {
				m.fill(s, names, out, 1, word)
			}
		}
		m.fill(s, names, out, int(s.MinProps), word)
		if yield(out) && len(out) > len(bare) {
			yield(bare)
		}
	}
}

// required makes the members that an object must have where it is used.
func (m *sampler) required(s *openapi3.Schema, out map[string]any, word string) bool {
	for _, name := range s.Required {
		p := s.Properties[name]
		if p == nil {
			p = s.AdditionalProperties.Schema
		}
		if m.absent(p) {
			continue
		}
		v, ok := m.value(p, sampleWord(name))
		if !ok {
			return false
		}
		out[name] = v
	}
	return true
}

// absent reports whether a member is only sent, or only received, and this is the other.
func (m *sampler) absent(p *openapi3.SchemaRef) bool {
	if p == nil || p.Value == nil {
		return false
	}
	if m.options.Use == InResponse {
		return p.Value.WriteOnly
	}
	return p.Value.ReadOnly
}

func (m *sampler) optional(s *openapi3.Schema, names []string, out map[string]any) {
	for _, name := range names {
		if s.MaxProps != nil && uint64(len(out)) >= *s.MaxProps {
			return
		}
		if _, has := out[name]; has || m.absent(s.Properties[name]) {
			continue
		}
		if v, ok := m.value(s.Properties[name], sampleWord(name)); ok {
			out[name] = v
		}
	}
}

// fill adds members until there are n: optional ones first, then any that the schema lets in.
func (m *sampler) fill(s *openapi3.Schema, names []string, out map[string]any, n int, word string) {
	for _, name := range names {
		if len(out) >= n {
			return
		}
		if _, has := out[name]; has || m.absent(s.Properties[name]) {
			continue
		}
		if v, ok := m.value(s.Properties[name], sampleWord(name)); ok {
			out[name] = v
		}
	}
	for i := 1; len(out) < n && i <= maxSampleItems; i++ {
		v, ok := m.value(s.AdditionalProperties.Schema, word)
		if !ok {
			return
		}
		out["key"+strconv.Itoa(i)] = v
	}
}

// present are objects that have the members which the schema asks for together, or instead of each other.
func (m *sampler) present(s *openapi3.Schema, rest []Presence, word string) iter.Seq[any] {
	if len(rest) == 0 {
		return m.objects(s, s, word)
	}
	return func(yield func(any) bool) {
		for one := range rest[0].narrowed(s) {
			if m.steps--; m.steps < 0 {
				return
			}
			for v := range m.present(one, rest[1:], word) {
				if !yield(v) {
					return
				}
			}
		}
	}
}

// narrowed are schemas that each ask for the members of one choice, without those that must not be beside them.
func (p Presence) narrowed(s *openapi3.Schema) iter.Seq[*openapi3.Schema] {
	return func(yield func(*openapi3.Schema) bool) {
		add := func(has, without []string) (more bool) {
			one := *s
			one.Required = slices.Concat(s.Required, has)
			if slices.ContainsFunc(without, func(name string) bool { return slices.Contains(one.Required, name) }) {
				return true
			}
			one.Properties = maps.Clone(s.Properties)
			for _, name := range without {
				delete(one.Properties, name)
			}
			return yield(&one)
		}
		more := true
		for i := 0; i < len(p.Choices) && more; i++ {
			switch c := p.Choices[i]; p.Rule {
			case "not":
				for k := 0; k < len(c.Has) && more; k++ {
					more = add(nil, c.Has[k:k+1])
				}
			case "anyOf":
				more = add(c.Has, nil)
			default:
				more = add(c.Has, slices.DeleteFunc(p.Names(), func(name string) bool { return slices.Contains(c.Has, name) }))
			}
		}
	}
}

// chosen are the values of the schemas of which one must fit, with the members that stand
// beside the choice.
func (m *sampler) chosen(s *openapi3.Schema, choices openapi3.SchemaRefs, word string) iter.Seq[any] {
	return func(yield func(any) bool) {
		beside := *s
		beside.OneOf, beside.AnyOf, beside.AllOf, beside.Not = nil, nil, nil, nil
		for _, c := range choices {
			v, ok := m.value(c, word)
			if !ok {
				continue
			}
			own, isObject := v.(map[string]any)
			if !isObject {
				if !yield(v) {
					return
				}
				continue
			}
			out := map[string]any{}
			if len(beside.Properties) > 0 || len(beside.Required) > 0 {
				for v := range m.objects(&beside, s, word) {
					maps.Copy(out, v.(map[string]any))
					break
				}
			}
			maps.Copy(out, own)
			if d := s.Discriminator; d != nil {
				for _, word := range m.doc.ValuesOf(d, c) {
					one := maps.Clone(out)
					one[d.PropertyName] = word
					if !yield(one) {
						return
					}
				}
			}
			if !yield(out) {
				return
			}
		}
	}
}

// inFamily are the candidates of a schema, which stand for one of its heirs, or with the word that tells it from
// others of its family; see Heirs.
func (m *sampler) inFamily(ref *openapi3.SchemaRef, s *openapi3.Schema, word string) iter.Seq[any] {
	name := ""
	if ref != nil {
		name = SchemaName(ref.Ref)
	}
	if name == "" || s.Example != nil || s.Default != nil {
		return m.candidates(s, word)
	}
	family := m.doc.Heirs(name)
	member, own, _ := m.doc.OwnName(name)
	return func(yield func(any) bool) {
		for _, heir := range family.List {
			if v, ok := m.value(heir.Ref, word); ok && !yield(named(v, family.Member, heir.Values)) {
				return
			}
		}
		for v := range m.candidates(s, word) {
			if own != "" {
				v = named(v, member, []string{own})
			}
			if !yield(v) {
				return
			}
		}
	}
}

// named is an object with the first of some values in a member, unless it has one of them.
func named(v any, member string, values []string) any {
	object, ok := v.(map[string]any)
	if has, _ := object[member].(string); !ok || len(values) == 0 || slices.Contains(values, has) {
		return v
	}
	object = maps.Clone(object)
	object[member] = values[0]
	return object
}
