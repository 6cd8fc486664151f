package document

import (
	"iter"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

// lists are a list with the items it must have, one at least, and the empty list.
func (m *sampler) lists(s *openapi3.Schema, word string) iter.Seq[any] {
	return func(yield func(any) bool) {
		if s.MinItems > maxSampleItems {
			return
		}
		n := max(int(s.MinItems), 1)
		if (m.options.Required || len(m.stack) > maxSampleNested) && s.MinItems == 0 {
			n = 0
		}
		list := []any{}
		for len(list) < n {
			v, ok := m.value(s.Items, word)
			if ok && s.UniqueItems {
				v, ok = m.other(s.Items, v, list)
			}
			if !ok {
				break
			}
			list = append(list, v)
		}
		if yield(list) && len(list) > 0 {
			yield([]any{})
		}
	}
}

// other is a value of a schema that a list does not hold yet: v, or one much like it.
func (m *sampler) other(ref *openapi3.SchemaRef, v any, list []any) (any, bool) {
	has := func(v any) bool {
		return slices.ContainsFunc(list, func(item any) bool { return reflect.DeepEqual(item, v) })
	}
	if !has(v) || ref == nil {
		return v, !has(v)
	}
	for _, e := range append(slices.Clone(ref.Value.Enum), true, false) {
		if !has(e) && m.fits(ref.Value, e) {
			return e, true
		}
	}
	for i := range len(list) + 1 {
		if e := changed(v, i+1); e != nil && !has(e) && m.fits(ref.Value, e) {
			return e, true
		}
	}
	return nil, false
}

// changed is a value with one scalar in it that differs by a number; nil where it has none.
func changed(v any, n int) any {
	switch v := v.(type) {
	case string:
		text, tail := []rune(v), strconv.Itoa(n)
		return string(text[:max(0, len(text)-len(tail))]) + tail
	case float64:
		return v + float64(n)
	case map[string]any:
		for _, name := range Sorted(v) {
			if c := changed(v[name], n); c != nil {
				out := maps.Clone(v)
				out[name] = c
				return out
			}
		}
	}
	return nil
}
