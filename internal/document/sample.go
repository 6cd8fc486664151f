package document

import (
	"iter"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// Use says where a sample value stands, which decides what it may hold.
type Use int

const (
	InResponse Use = iota // no members that are only sent (writeOnly)
	InRequest             // no members that are only received (readOnly)
	InPath                // as InRequest; not empty, nor a step to another folder
)

// SampleOptions say what a sample value is for.
type SampleOptions struct {
	Use Use
	// Name is that of a parameter. Texts repeat it, and what has no type is a text. A body has
	// no name; its texts repeat the names of their members.
	Name     string
	Required bool // only members that must be there
}

// The bounds of what is made of a schema: documents may nest, repeat and refer to themselves
// as they like.
const (
	maxSampleSteps  = 20_000 // schemas looked at
	maxSampleNested = 10     // optional members below this many schemas are left out
	maxSampleItems  = 1_000  // of a list or object that asks for many
)

// Sample makes a value of a schema, as encoding/json decodes it, and the same one each time:
// its constant, example, default or first enumerated value, else what its type, format,
// pattern and limits ask for. Optional members are there unless they nest too deep or refer
// back to what contains them; Ordered puts members in the order of the document.
//
// Of several such values it is the first that the schema allows. Where none is found, fits is
// false and the value is the most likely one, nil where there is none at all.
func (d *Document) Sample(ref *openapi3.SchemaRef, o SampleOptions) (value any, fits bool) {
	v, ok := (&sampler{doc: d, options: o, steps: maxSampleSteps}).root(ref)
	if ok || o.Required {
		return v, ok
	}
	o.Required = true
	if v, ok := (&sampler{doc: d, options: o, steps: maxSampleSteps}).root(ref); ok {
		return v, true
	}
	return v, false
}

// sampler makes one value.
type sampler struct {
	doc     *Document
	options SampleOptions
	steps   int
	blind   bool               // the schemas cannot be checked, so nothing is known to fit
	stack   []*openapi3.Schema // those that are being made, so that recursion ends
}

// root makes the whole value.
func (m *sampler) root(ref *openapi3.SchemaRef) (any, bool) {
	word := "string"
	if m.options.Name != "" {
		word = sampleWord(m.options.Name)
	}
	m.blind = ref != nil && endless(ref.Value)
	v, ok := m.value(ref, word)
	if ok || m.options.Use != InPath || m.allowed(v) {
		return v, ok
	}
	if _, isList := v.([]any); isList {
		return []any{word}, false
	}
	return word, false
}

// value makes the value of a schema whose texts repeat a word. Where none fits it is the first
// that was tried.
func (m *sampler) value(ref *openapi3.SchemaRef, word string) (any, bool) {
	if m.steps--; m.steps < 0 {
		return nil, false
	}
	s := &openapi3.Schema{}
	if ref != nil && ref.Value != nil {
		s = ref.Value
	}
	if slices.Contains(m.stack, s) {
		return nil, m.fits(s, nil)
	}
	m.stack = append(m.stack, s)
	defer func() { m.stack = m.stack[:len(m.stack)-1] }()
	var first any
	for v := range m.inFamily(ref, s, word) {
		if m.fits(s, v) {
			return v, true
		}
		if first == nil {
			first = v
		}
	}
	if m.fits(s, nil) {
		return nil, true
	}
	return first, false
}

func (m *sampler) fits(s *openapi3.Schema, v any) bool {
	option := openapi3.VisitAsRequest()
	if m.options.Use == InResponse {
		option = openapi3.VisitAsResponse()
	}
	return !m.blind && m.allowed(v) && checkValue(s, v, option) == nil
}

// allowed reports whether a value can stand where it is meant to: of what is in a path neither
// the whole nor the only item of a list may be empty or a step to another folder.
func (m *sampler) allowed(v any) bool {
	if m.options.Use != InPath || len(m.stack) > 1 {
		return true
	}
	if list, ok := v.([]any); ok {
		if len(list) != 1 {
			return len(list) > 0
		}
		v = list[0]
	}
	return v != nil && v != "" && v != "." && v != ".."
}

// candidates are values that may fit a schema, the best first: what the document shows, and
// what can be made of the rest.
func (m *sampler) candidates(s *openapi3.Schema, word string) iter.Seq[any] {
	return func(yield func(any) bool) {
		if len(s.AllOf) > 0 {
			if !shown(s, yield) {
				return
			}
			s, _ = m.doc.Merged(s) // one that contains itself has no more to say
		}
		if !shown(s, yield) {
			return
		}
		if presences, _ := m.doc.Presences(s); len(presences) > 0 && len(Alternatives(s)) == 0 {
			bare := *s
			bare.OneOf, bare.AnyOf, bare.Not, bare.AllOf = nil, nil, nil, nil
			m.present(&bare, presences, word)(yield)
			return
		}
		if choices := slices.Concat(s.OneOf, s.AnyOf); len(choices) > 0 {
			for _, choice := range choices {
				if choice != nil && choice.Ref == "" && choice.Value != nil && choice.Value.Default != nil && !yield(choice.Value.Default) {
					return
				}
			}
			m.chosen(s, choices, word)(yield)
			return
		}
		m.typed(s, word)(yield)
	}
}

// shown yields the values that a schema has itself. It is false where no more are wanted.
func shown(s *openapi3.Schema, yield func(any) bool) bool {
	for _, v := range []any{Constant.Of(s.Extensions), s.Example, s.Default} {
		if v != nil && !yield(v) {
			return false
		}
	}
	for _, v := range s.Enum[:min(len(s.Enum), maxSampleItems)] {
		if v != nil && !yield(v) {
			return false
		}
	}
	return true
}

func (m *sampler) typed(s *openapi3.Schema, word string) iter.Seq[any] {
	switch {
	case s.Type.Is("string"):
		return sampleTexts(s, word)
	case s.Type.Is("integer"):
		return sampleNumbers(s, true)
	case s.Type.Is("number"):
		return sampleNumbers(s, false)
	case s.Type.Is("boolean"):
		return slices.Values([]any{true, false})
	case s.Type.Is("array"):
		return m.lists(s, word)
	case s.Type.Is("object"), len(s.Properties) > 0, len(s.Required) > 0:
		return m.objects(s, s, word)
	case s.Items != nil:
		return m.lists(s, word)
	}
	// No type: an object fits most of them, a text those with a pattern or a length.
	all := []iter.Seq[any]{m.objects(s, s, word), sampleTexts(s, word), sampleNumbers(s, false), slices.Values([]any{true, false, []any{}})}
	if m.options.Name != "" && len(m.stack) == 1 {
		all[0], all[1] = all[1], all[0]
	}
	return func(yield func(any) bool) {
		for _, next := range all {
			for v := range next {
				if !yield(v) {
					return
				}
			}
		}
	}
}
