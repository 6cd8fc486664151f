package document

import (
	"bytes"
	"encoding/json"

	"github.com/getkin/kin-openapi/openapi3"
)

// Object is an object whose members keep their order, in JSON too.
type Object []ObjectMember

// ObjectMember is a name and its value: a scalar, a list or an Object.
type ObjectMember struct {
	Name  string
	Value any
}

// MarshalJSON writes the members in their order.
func (o Object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // who encodes the whole decides
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(m.Name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(m.Value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Ordered is a value with each object as an Object: members in the order in which the document
// lists the properties of the schema, then others by name.
func (d *Document) Ordered(ref *openapi3.SchemaRef, v any) any {
	return (&orderer{d, map[*openapi3.Schema][]string{}}).value(ref, v)
}

type orderer struct {
	doc   *Document
	names map[*openapi3.Schema][]string // of members, in order
}

func (o *orderer) value(ref *openapi3.SchemaRef, v any) any {
	var s *openapi3.Schema
	if ref != nil {
		s = ref.Value
	}
	switch v := v.(type) {
	case map[string]any:
		out := make(Object, 0, len(v))
		for _, name := range inOrder(v, o.listed(s)) {
			p := Member(s, name)
			if p == nil && s != nil {
				p = s.AdditionalProperties.Schema
			}
			out = append(out, ObjectMember{name, o.value(p, v[name])})
		}
		return out
	case []any:
		out, items := make([]any, len(v)), Items(s)
		for i, item := range v {
			out[i] = o.value(items, item)
		}
		return out
	}
	return v
}

// listed are the names of members that a schema tells, in allOf and among alternatives too.
func (o *orderer) listed(s *openapi3.Schema) []string {
	if s == nil {
		return nil
	}
	names, done := o.names[s]
	if done {
		return names
	}
	open, seen := []*openapi3.Schema{s}, map[*openapi3.Schema]bool{nil: true}
	for len(open) > 0 {
		at := open[0]
		open = open[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		names = append(names, o.doc.Properties(at)...)
		for _, refs := range []openapi3.SchemaRefs{at.AllOf, at.OneOf, at.AnyOf} {
			for _, part := range refs {
				if part != nil {
					open = append(open, part.Value)
				}
			}
		}
	}
	o.names[s] = names
	return names
}
