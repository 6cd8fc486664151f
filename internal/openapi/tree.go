package openapi

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"
)

// node is a value of JSON whose members have an order. A document is made into such a tree at
// once, and written from it: by way of JSON and a general encoder it takes five times as long.
type node struct {
	kind  kind
	rank  int    // see keys
	key   string // its name, of a member of an object
	text  string // of a text, unquoted; of a number or word as JSON writes it
	items []node // of a list or an object
	facts []fact // where it comes from
}

type kind byte

const (
	aWord kind = iota // true, false, null
	aNumber
	aText
	aList
	anObject
)

func textNode(s string) node {
	if !utf8.ValidString(s) {
		var b strings.Builder
		for _, r := range s { // one for each byte, as encoding/json has it
			b.WriteRune(r)
		}
		s = b.String()
	}
	return node{kind: aText, text: s}
}

// build makes a tree of a value of package openapi3, or of what one holds. A schema, of which
// there are most, is built by buildSchema; all else says itself what it is made of.
func (d *Document) build(v any) (node, error) {
	n, err := d.buildValue(v)
	switch v.(type) {
	case *openapi3.T, *openapi3.Operation, *openapi3.SchemaRef, *openapi3.ParameterRef, *openapi3.HeaderRef,
		*openapi3.RequestBodyRef, *openapi3.ResponseRef, *openapi3.ExampleRef:
		n.facts = d.facts[v]
	}
	return n, err
}

func (d *Document) buildValue(v any) (node, error) {
	switch v := v.(type) {
	case nil:
		return node{text: "null"}, nil
	case bool:
		return node{text: strconv.FormatBool(v)}, nil
	case string:
		return textNode(v), nil
	case int:
		return node{kind: aNumber, text: strconv.Itoa(v)}, nil
	case uint64:
		return node{kind: aNumber, text: strconv.FormatUint(v, 10)}, nil
	case json.RawMessage:
		return parse(v)
	case *openapi3.SchemaRef:
		if v.Ref == "" {
			return d.buildSchema(v.Value)
		}
		m := members{d: d}
		m.value("$ref", v.Ref)
		return m.object(v.Extensions)
	case map[string]any:
		m := members{d: d, items: make([]node, 0, len(v))}
		return m.object(v)
	case interface{ MarshalYAML() (any, error) }:
		inner, err := v.MarshalYAML()
		if err != nil {
			return node{}, err
		}
		return d.build(inner)
	}
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Slice:
		m := members{d: d}
		for i := range r.Len() {
			m.value("", r.Index(i).Interface())
		}
		return node{kind: aList, items: m.items}, m.err
	case reflect.Map:
		m := members{d: d, items: make([]node, 0, r.Len())}
		for k, v := range r.Seq2() {
			m.value(k.String(), v.Interface())
		}
		return m.object(nil)
	}
	s, err := json.Marshal(v)
	if err != nil {
		return node{}, err
	}
	return parse(s)
}

// members are those of an object that is being built.
type members struct {
	d     *Document
	items []node
	err   error
}

func (m *members) value(key string, v any) {
	n, err := m.d.build(v)
	if m.err == nil {
		m.err = err
	}
	n.key = key
	m.items = append(m.items, n)
}

// object is the object of the members and further ones, by name.
func (m *members) object(more map[string]any) (node, error) {
	for key, v := range more {
		m.value(key, v)
	}
	slices.SortFunc(m.items, func(a, b node) int { return strings.Compare(a.key, b.key) })
	return node{kind: anObject, items: m.items}, m.err
}

// buildSchema builds all of a schema that Document writes.
func (d *Document) buildSchema(s *openapi3.Schema) (node, error) {
	m := members{d: d, items: make([]node, 0, 6+len(s.Extensions))}
	for _, v := range []struct {
		key   string
		value any
		there bool
	}{
		{"type", s.Type, !s.Type.IsEmpty()},
		{"format", s.Format, s.Format != ""},
		{"description", s.Description, s.Description != ""},
		{"nullable", true, s.Nullable},
		{"deprecated", true, s.Deprecated},
		{"readOnly", true, s.ReadOnly},
		{"enum", s.Enum, len(s.Enum) > 0},
		{"default", s.Default, s.Default != nil},
		{"example", s.Example, s.Example != nil},
		{"pattern", s.Pattern, s.Pattern != ""},
		{"minimum", s.Min, s.Min != nil},
		{"maximum", s.Max, s.Max != nil},
		{"multipleOf", s.MultipleOf, s.MultipleOf != nil},
		{"minLength", s.MinLength, s.MinLength != 0},
		{"maxLength", s.MaxLength, s.MaxLength != nil},
		{"minItems", s.MinItems, s.MinItems != 0},
		{"maxItems", s.MaxItems, s.MaxItems != nil},
		{"uniqueItems", true, s.UniqueItems},
		{"minProperties", s.MinProps, s.MinProps != 0},
		{"maxProperties", s.MaxProps, s.MaxProps != nil},
		{"required", s.Required, len(s.Required) > 0},
		{"oneOf", s.OneOf, len(s.OneOf) > 0},
		{"anyOf", s.AnyOf, len(s.AnyOf) > 0},
		{"allOf", s.AllOf, len(s.AllOf) > 0},
		{"items", s.Items, s.Items != nil},
		{"additionalProperties", &s.AdditionalProperties, s.AdditionalProperties.Has != nil || s.AdditionalProperties.Schema != nil},
		{"xml", s.XML, s.XML != nil},
	} {
		if v.there {
			m.value(v.key, v.value)
		}
	}
	if len(s.Properties) > 0 {
		m.items = append(m.items, d.buildProperties(s, &m.err))
	}
	return m.object(s.Extensions)
}

// buildProperties builds the properties of a schema in their order.
func (d *Document) buildProperties(s *openapi3.Schema, err *error) node {
	m := members{d: d, items: make([]node, 0, len(s.Properties))}
	for _, name := range d.order[s] {
		m.value(name, s.Properties[name])
	}
	if *err == nil {
		*err = m.err
	}
	return node{kind: anObject, key: "properties", items: m.items}
}

// parse reads JSON, with the members of objects in their order.
func parse(s []byte) (node, error) {
	if !json.Valid(s) {
		var v any
		return node{}, json.Unmarshal(s, &v) // which says what is wrong
	}
	r := reader{string(s)}
	return r.value(), nil
}

// reader reads valid JSON.
type reader struct{ rest string }

// next is the next byte that is not white space.
func (r *reader) next() byte {
	r.rest = strings.TrimLeft(r.rest, " \t\r\n")
	return r.rest[0]
}

func (r *reader) value() node {
	switch c := r.next(); c {
	case '{', '[':
		n := node{kind: aList}
		if c == '{' {
			n.kind = anObject
		}
		for r.rest = r.rest[1:]; r.next() != c+2; { // ] and } stand two places after [ and {
			if r.rest[0] == ',' {
				r.rest = r.rest[1:]
				continue
			}
			key := ""
			if c == '{' {
				key = r.value().text
				r.next()
				r.rest = r.rest[1:] // the colon
			}
			n.items = append(n.items, r.value())
			n.items[len(n.items)-1].key = key
		}
		r.rest = r.rest[1:]
		return n
	case '"':
		end := 1
		for r.rest[end] != '"' {
			if r.rest[end] == '\\' {
				end++
			}
			end++
		}
		quoted := r.rest[:end+1]
		r.rest = r.rest[end+1:]
		if strings.IndexByte(quoted, '\\') < 0 {
			return textNode(quoted[1:end])
		}
		var s string
		if err := json.Unmarshal([]byte(quoted), &s); err != nil {
			panic(err) // all of it was valid
		}
		return node{kind: aText, text: s}
	}
	end := strings.IndexAny(r.rest, ",]} \t\r\n")
	if end < 0 {
		end = len(r.rest)
	}
	n := node{text: r.rest[:end]}
	if n.text[0] < 'a' {
		n.kind = aNumber
	}
	r.rest = r.rest[end:]
	return n
}
