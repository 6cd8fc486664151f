package gogen

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Documents without components write one structure in each place where it comes up, sometimes
// hundreds of times. Each of these types has a name of its own, which is there as long as its place
// is; those that are equal are one Go type, so that a value goes from one call to another without
// a conversion, and so that the compiler has half the work.

// sharer finds types written in place that are equal.
type sharer struct {
	components map[string]bool       // places of schemas that the document names
	first      map[string]*namedType // by all that is printed of a type but its name and comment
	seen       map[*namedType]*namedType
}

// share makes types that are equal to another one its aliases. Schemas that the document names
// stay apart: somebody wanted them to be different.
func share(v *view) {
	s := &sharer{map[string]bool{}, map[string]*namedType{}, map[*namedType]*namedType{}}
	if v.doc.Components != nil {
		for name := range v.doc.Components.Schemas {
			s.components[document.SchemaPrefix+name] = true
		}
	}
	shortest := slices.Clone(v.types)
	slices.SortFunc(shortest, func(a, b *namedType) int {
		return cmp.Or(cmp.Compare(len(a.Name), len(b.Name)), strings.Compare(a.Name, b.Name))
	})
	for _, t := range shortest {
		if one := s.one(t); one != t {
			t.same = one
			one.request, one.response, one.body = one.request || t.request, one.response || t.response, one.body || t.body
		}
	}
}

// one is the type that all which are equal to t are aliases of.
func (s *sharer) one(t *namedType) *namedType {
	if t == nil || t.schema == nil || s.components[t.where] {
		return t
	}
	if known := s.seen[t]; known != nil {
		return known
	}
	s.seen[t] = t // types written in place do not contain themselves, but by a reference
	var key string
	switch t.Kind {
	case kindEnum:
		key = fmt.Sprint(t.base.expr(), t.literals())
	case kindStruct:
		key = fmt.Sprint(t.XML, t.unnamed, s.fields(t), s.reference(t.extra), t.discriminator, t.strict, s.options(t), t.presences)
	case kindUnion:
		key = fmt.Sprint(t.discriminator, s.options(t))
	default:
		return t
	}
	key = fmt.Sprint(t.Kind, lastName(t.where), key, shallow(t.schema))
	if s.first[key] == nil {
		s.first[key] = t
	}
	s.seen[t] = s.first[key]
	return s.seen[t]
}

// lastName is the last name in a place, of a property or a parameter; an alternative of a union has
// none. Types of different names are equal by chance: an operation_type of two words and a
// protect_type of the same two.
func lastName(where string) string {
	steps := strings.Split(where, "/")
	for len(steps) > 1 {
		last := steps[len(steps)-1]
		switch _, err := strconv.Atoi(last); {
		case err == nil: // of oneOf and the like
			return ""
		case last == "items", last == "additionalProperties", last == "schema":
			steps = steps[:len(steps)-1]
		default:
			return ofOperation(last)
		}
	}
	return where
}

// ofOperation is the name of what an operation has: of a parameter in "jars parameter status in query".
// Errors have one name, whatever operation fails.
func ofOperation(last string) string {
	if _, parameter, ok := strings.Cut(last, " parameter "); ok {
		name, _, _ := strings.Cut(parameter, " in ")
		return name
	}
	if _, status, ok := strings.Cut(last, " response "); ok && status != "" && strings.ContainsRune("45d", rune(status[0])) {
		return "error"
	}
	return last
}

func (t *namedType) literals() []string {
	var out []string
	for _, c := range t.Consts {
		out = append(out, c.Literal)
	}
	return out
}

func (s *sharer) fields(t *namedType) []string {
	var out []string
	for _, f := range t.Fields {
		own := *f
		own.typ, own.where = nil, ""
		out = append(out, fmt.Sprintf("%+v %s", own, s.reference(f.typ)))
	}
	return out
}

func (s *sharer) options(t *namedType) []string {
	var out []string
	for _, o := range t.Options {
		out = append(out, fmt.Sprintf("%q %q %s", o.Method, o.names, s.reference(o.typ)))
	}
	return out
}

// reference is what is printed of a type at one place.
func (s *sharer) reference(t *typeRef) string {
	switch {
	case t == nil:
		return ""
	case t.shape == shapeNamed:
		return fmt.Sprintf("%s %v %s", s.one(t.named).Name, t.nullable, shallow(t.schema))
	}
	limits := shallow(t.schema)
	if t.shape == shapeScalar { // whose alternatives have limits
		for _, one := range document.Alternatives(t.schema) {
			limits += shallow(one.Value)
		}
	}
	return fmt.Sprintf("%d %q %q %q %v %s [%s]", t.shape, t.name, t.under, t.kinds, t.nullable, limits, s.reference(t.elem))
}

// shallow are the limits of a schema, but not of what is in it.
func shallow(s *openapi3.Schema) string {
	if s == nil {
		return ""
	}
	own := *s
	own.Items, own.Properties, own.AdditionalProperties.Schema = nil, nil, nil
	own.OneOf, own.AnyOf, own.AllOf = nil, nil, nil
	own.Title, own.Description, own.Extensions, own.Example, own.Origin = "", "", nil, nil, nil
	text, err := json.Marshal(&own)
	if err != nil {
		return fmt.Sprintf("%p", s) // equal to none
	}
	return string(text)
}
