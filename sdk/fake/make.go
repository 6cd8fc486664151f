package fake

import (
	"iter"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// The bounds of what is made of a schema: documents may nest, repeat and refer to themselves
// as they like.
const (
	maxSteps  = 20_000 // schemas looked at
	maxNested = 10     // optional members below this many schemas are left out
	maxItems  = 1_000  // of a list or object that asks for many
)

// maker makes a value that fits a schema, the same one each time.
type maker struct {
	steps int
	lean  bool               // only what is required
	stack []*openapi3.Schema // those that are being made, so that recursion ends
}

// made is a value that fits a schema: an example of the schema's own where it has one, with
// optional members where they do not nest too deep. Not for each schema one is found.
func made(ref *openapi3.SchemaRef) (any, bool) {
	if v, ok := (&maker{steps: maxSteps}).value(ref); ok {
		return v, true
	}
	return lean(ref)
}

// lean is a value that fits a schema, with required members only.
func lean(ref *openapi3.SchemaRef) (any, bool) {
	return (&maker{steps: maxSteps, lean: true}).value(ref)
}

func fits(s *openapi3.Schema, v any) bool { return visit(s, v, openapi3.VisitAsResponse()) == nil }

func (m *maker) value(ref *openapi3.SchemaRef) (any, bool) {
	if ref == nil || ref.Value == nil {
		return map[string]any{}, true
	}
	s := ref.Value
	if m.steps--; m.steps < 0 {
		return nil, false
	}
	if !slices.Contains(m.stack, s) {
		m.stack = append(m.stack, s)
		defer func() { m.stack = m.stack[:len(m.stack)-1] }()
		for v := range m.candidates(s) {
			if fits(s, v) {
				return v, true
			}
		}
	}
	return nil, fits(s, nil)
}

// candidates are values that may fit a schema, the best first.
func (m *maker) candidates(s *openapi3.Schema) iter.Seq[any] {
	return func(yield func(any) bool) {
		for i, v := range s.Enum {
			if i >= maxItems || !yield(v) {
				return
			}
		}
		if len(s.Enum) > 0 {
			return
		}
		for _, v := range []any{s.Default, s.Example} {
			if v != nil && !yield(v) {
				return
			}
		}
		if len(s.AllOf) > 0 {
			s, _ = document.Merged(s) // one that contains itself has no more to say
			for _, v := range s.Enum {
				if !yield(v) {
					return
				}
			}
		}
		if choices := slices.Concat(s.OneOf, s.AnyOf); len(choices) > 0 {
			m.chosen(s, choices)(yield)
			return
		}
		m.typed(s)(yield)
	}
}

// chosen are the values of the schemas of which one must fit, with the members that stand
// beside the choice.
func (m *maker) chosen(s *openapi3.Schema, choices openapi3.SchemaRefs) iter.Seq[any] {
	return func(yield func(any) bool) {
		beside := *s
		beside.OneOf, beside.AnyOf, beside.AllOf, beside.Not = nil, nil, nil, nil
		for _, c := range choices {
			v, ok := m.value(c)
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
				for v := range m.objects(&beside) {
					maps.Copy(out, v.(map[string]any))
					break
				}
			}
			maps.Copy(out, own)
			if d := s.Discriminator; d != nil {
				for _, word := range discriminators(d, c) {
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

// discriminators are the words that stand for a schema where a word says which one is meant.
func discriminators(d *openapi3.Discriminator, ref *openapi3.SchemaRef) []string {
	var out []string
	for _, word := range document.Sorted(d.Mapping) {
		if d.Mapping[word].Ref == ref.Ref {
			out = append(out, word)
		}
	}
	return append(out, lastPart(ref.Ref))
}

func (m *maker) typed(s *openapi3.Schema) iter.Seq[any] {
	switch {
	case s.Type.Is("string"):
		return texts(s)
	case s.Type.Is("integer"):
		return numbers(s, true)
	case s.Type.Is("number"):
		return numbers(s, false)
	case s.Type.Is("boolean"):
		return slices.Values([]any{false, true})
	case s.Type.Is("array"):
		return m.lists(s)
	case s.Type.Is("object"), len(s.Properties) > 0, len(s.Required) > 0:
		return m.objects(s)
	case s.Items != nil:
		return m.lists(s)
	}
	// No type: an object fits most of them, a text those with a pattern or a length.
	return func(yield func(any) bool) {
		for _, next := range []iter.Seq[any]{m.objects(s), texts(s), numbers(s, false), slices.Values([]any{false, true, []any{}})} {
			for v := range next {
				if !yield(v) {
					return
				}
			}
		}
	}
}

// numbers are the least that a schema allows, and what else is likely to fit.
func numbers(s *openapi3.Schema, whole bool) iter.Seq[any] {
	return func(yield func(any) bool) {
		var all []float64
		step := 1.0
		if s.MultipleOf != nil && *s.MultipleOf > 0 {
			step = *s.MultipleOf
		}
		if s.Min != nil {
			low := *s.Min
			if whole {
				low = math.Ceil(low)
			}
			all = append(all, low, math.Ceil(low/step)*step, (math.Floor(low/step)+1)*step, low+1)
		}
		all = append(all, 0, step, 1)
		if s.Max != nil {
			high := *s.Max
			if whole {
				high = math.Floor(high)
			}
			all = append(all, high, math.Floor(high/step)*step, (math.Ceil(high/step)-1)*step, high-1)
			if s.Min != nil {
				all = append(all, (*s.Min+high)/2)
			}
		}
		for _, v := range all {
			if !math.IsInf(v, 0) && !math.IsNaN(v) && !yield(v) {
				return
			}
		}
	}
}

// lists are a list with the items it must have, one at least, and the empty list.
func (m *maker) lists(s *openapi3.Schema) iter.Seq[any] {
	return func(yield func(any) bool) {
		if s.MinItems > maxItems {
			return
		}
		n := max(int(s.MinItems), 1)
		if (m.lean || len(m.stack) > maxNested) && s.MinItems == 0 {
			n = 0
		}
		list := []any{}
		for len(list) < n {
			v, ok := m.value(s.Items)
			if ok && s.UniqueItems {
				v, ok = other(s.Items, v, list)
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
func other(ref *openapi3.SchemaRef, v any, list []any) (any, bool) {
	has := func(v any) bool {
		return slices.ContainsFunc(list, func(item any) bool { return sameJSON(item, v) })
	}
	if !has(v) || ref == nil {
		return v, !has(v)
	}
	next := slices.Values(append(slices.Clone(ref.Value.Enum), true, false))
	for e := range next {
		if !has(e) && fits(ref.Value, e) {
			return e, true
		}
	}
	for i := range len(list) + 1 {
		if e := changed(v, i+1); e != nil && !has(e) && fits(ref.Value, e) {
			return e, true
		}
	}
	return nil, false
}

// changed is a value with one scalar in it that differs by a number; nil where it has none.
func changed(v any, n int) any {
	switch v := v.(type) {
	case string:
		tail := strconv.Itoa(n)
		return v[:max(0, len(v)-len(tail))] + tail
	case float64:
		return v + float64(n)
	case map[string]any:
		for _, name := range document.Sorted(v) {
			if c := changed(v[name], n); c != nil {
				out := maps.Clone(v)
				out[name] = c
				return out
			}
		}
	}
	return nil
}
