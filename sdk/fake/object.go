package fake

import (
	"iter"
	"reflect"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
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
// in a response.
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
	for _, name := range document.Sorted(s.Properties) {
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
	for _, name := range document.Sorted(s.Properties) {
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

func lastPart(ref string) string { return ref[strings.LastIndex(ref, "/")+1:] }

func sameJSON(a, b any) bool { return reflect.DeepEqual(a, b) }
