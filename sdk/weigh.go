package sdk

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// What is decoded can take far more memory than its text: an item of a list takes two bytes of
// text, and hundreds once it is a struct. So before a response is decoded, it is weighed.

// decodedFactor is how many times the limit of a response its decoded form may take.
const decodedFactor = 16

// Estimates of what is allocated, in bytes.
const (
	growth     = 2   // lists and maps are allocated larger than they become
	keptWeight = 300 // a member that no field takes, with its names and texts
	mapWeight  = 48  // an entry of a map, or an empty map, without key and value
)

// weigh gives ErrTooLarge when decoding the JSON text into target would take more than limit
// bytes, and the error of ctx when that ends. Text that is not JSON is for the decoder to refuse.
func weigh(ctx context.Context, text []byte, target any, limit int64) error {
	t := reflect.TypeOf(target)
	if t == nil || bound(text, "[,{", t) <= limit {
		return ctx.Err()
	}
	s := scale{ctx: ctx, text: text, left: limit}
	s.value(t, false)
	return s.verdict(limit)
}

// weighXML is weigh for XML, by the number of its elements.
func weighXML(text []byte, target any, limit int64) error {
	ends := int64(bytes.Count(text, []byte("</")))
	if bound(text, "<", reflect.TypeOf(target))-ends*perPart(reflect.TypeOf(target)) > limit {
		return tooHeavy(limit)
	}
	return nil
}

func tooHeavy(limit int64) error {
	return fmt.Errorf("%w: decoded it would take more than %d MiB; see WithMaxResponseSize", ErrTooLarge, max(limit>>20, 1))
}

// bound is more than decoding text into t takes: what each value in it would take if it were
// of the largest type.
func bound(text []byte, marks string, t reflect.Type) int64 {
	n := int64(1)
	for _, mark := range []byte(marks) {
		n += int64(bytes.Count(text, []byte{mark}))
	}
	return n*perPart(t) + 3*int64(len(text))
}

func perPart(t reflect.Type) int64 { return growth*largest(t) + keptWeight + mapWeight }

var largestOf sync.Map // of a reflect.Type: the size of the largest type in it

// largest is the size of the largest type that decoding into t may allocate.
func largest(t reflect.Type) int64 {
	if size, ok := largestOf.Load(t); ok {
		return size.(int64)
	}
	seen := map[reflect.Type]bool{}
	var most int64
	var visit func(reflect.Type)
	visit = func(t reflect.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		most = max(most, int64(t.Size()))
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
			visit(t.Elem())
		case reflect.Struct:
			for i := range t.NumField() {
				visit(t.Field(i).Type)
			}
		}
	}
	visit(t)
	largestOf.Store(t, most)
	return most
}

// scale walks over JSON text along a type.
type scale struct {
	ctx   context.Context
	text  []byte
	at    int
	left  int64 // negative: too much
	steps int
	depth int
	ended bool // by the context, or by text that is not JSON
}

// maxNesting is that of encoding/json.
const maxNesting = 10000

func (s *scale) verdict(limit int64) error {
	if s.left < 0 {
		return tooHeavy(limit)
	}
	return s.ctx.Err()
}

func (s *scale) take(n int64) { s.left -= n }

func (s *scale) done() bool {
	if s.steps++; s.steps%1024 == 0 && s.ctx.Err() != nil {
		s.ended = true
	}
	return s.ended || s.left < 0
}

var anyType = reflect.TypeFor[any]()

// value weighs the next value, without what its holder has for it. member says that one that
// does not fit is kept.
func (s *scale) value(t reflect.Type, member bool) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
		s.take(int64(t.Size()))
	}
	if inner, ok := kept.Item(t); ok {
		s.take(int64(inner.Size()))
		s.value(inner, member)
		return
	}
	if s.space(); s.done() || s.at >= len(s.text) {
		s.ended = true
		return
	}
	if s.depth++; s.depth > maxNesting {
		s.ended = true
	}
	defer func() { s.depth-- }()
	switch first := s.text[s.at]; {
	case first == '{' && (t.Kind() == reflect.Struct || t.Kind() == reflect.Map || t.Kind() == reflect.Interface):
		s.object(t)
	case first == '[' && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array || t.Kind() == reflect.Interface):
		s.list(t)
	default:
		size := s.skip()
		if s.take(size); member && !fits(first, t.Kind()) || t.Kind() == reflect.Struct {
			s.take(keptWeight)
		}
	}
}

// fits reports whether a scalar that begins so can be of a kind. One that is not is kept, and
// so is the text of a number that may be written otherwise.
func fits(first byte, kind reflect.Kind) bool {
	switch kind {
	case reflect.String:
		return first == '"'
	case reflect.Bool:
		return first == 't' || first == 'f'
	case reflect.Int, reflect.Int32, reflect.Int64, reflect.Uint64:
		return first == '-' || first >= '0' && first <= '9'
	}
	return false
}

// list weighs the items of a list.
func (s *scale) list(t reflect.Type) {
	elem := anyType
	if t.Kind() != reflect.Interface {
		elem = t.Elem()
	} else {
		s.take(int64(reflect.TypeFor[[]any]().Size()))
	}
	if elem.Kind() == reflect.Uint8 { // json.RawMessage
		s.take(s.skip())
		return
	}
	s.parts(func() {
		s.take(growth * int64(elem.Size()))
		s.value(elem, false)
	})
}

// object weighs the members of an object.
func (s *scale) object(t reflect.Type) {
	if t.Kind() == reflect.Struct {
		s.fields(t)
		return
	}
	elem := anyType
	if t.Kind() == reflect.Map {
		elem = t.Elem()
	}
	s.take(mapWeight)
	s.parts(func() {
		name := s.name()
		s.take(mapWeight + growth*int64(16+elem.Size()) + int64(len(name)))
		s.value(elem, false)
	})
}

// fields weighs the members of an object that is decoded into a struct. One without exported
// fields keeps the text, such as a union.
func (s *scale) fields(t reflect.Type) {
	f := fieldsOf(t)
	if len(f.named) == 0 && f.others == nil {
		s.take(keptWeight + s.skip())
		return
	}
	s.parts(func() {
		name := s.name()
		if field, known := f.named[string(name)]; known {
			s.value(field, true)
			return
		}
		s.take(keptWeight + int64(len(name)))
		if f.others != nil {
			s.take(growth * int64(f.others.Size()))
			s.value(f.others, true)
			return
		}
		s.take(s.skip())
	})
}

// parts calls one at each part of the object or list that begins here.
func (s *scale) parts(one func()) {
	s.at++
	for s.space(); s.at < len(s.text); s.space() {
		switch s.text[s.at] {
		case '}', ']':
			s.at++
			return
		case ',':
			s.at++
			continue
		}
		if from := s.at; !s.done() {
			if one(); s.at > from {
				continue
			}
		}
		break
	}
	s.ended = true
}

// name reads the name of a member and the colon after it.
func (s *scale) name() []byte {
	from := s.at
	s.skip()
	name := bytes.Trim(s.text[from:s.at], `"`)
	if s.space(); s.at < len(s.text) && s.text[s.at] == ':' {
		s.at++
	}
	return name
}

func (s *scale) space() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\n' || s.text[s.at] == '\t' || s.text[s.at] == '\r') {
		s.at++
	}
}

// skip goes to the end of the value and gives the length of its text.
func (s *scale) skip() int64 {
	from, open := s.at, 0
	for s.at < len(s.text) {
		switch c := s.text[s.at]; c {
		case '"':
			s.skipString()
			if open == 0 {
				return int64(s.at - from)
			}
			continue
		case '{', '[':
			open++
		case '}', ']', ',', ':', ' ', '\t', '\r', '\n':
			if open == 0 { // the end of a scalar
				return int64(s.at - from)
			}
			if c == '}' || c == ']' {
				if open--; open == 0 {
					s.at++
					return int64(s.at - from)
				}
			}
		}
		s.at++
	}
	return int64(s.at - from)
}

func (s *scale) skipString() {
	for s.at++; s.at < len(s.text); s.at++ {
		switch s.text[s.at] {
		case '\\':
			s.at++
		case '"':
			s.at++
			return
		}
	}
	s.at = min(s.at, len(s.text))
}

// structFields are the types of the fields of a struct by their names in JSON, and the type of
// the members that have no field.
type structFields struct {
	named  map[string]reflect.Type
	others reflect.Type // nil where such members are kept or dropped
}

var structFieldsOf sync.Map

func fieldsOf(t reflect.Type) *structFields {
	if f, ok := structFieldsOf.Load(t); ok {
		return f.(*structFields)
	}
	f := &structFields{named: map[string]reflect.Type{}}
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case name == "-" && field.Type.Kind() == reflect.Map:
			f.others = field.Type.Elem()
		case name == "-" || !field.IsExported():
		case name == "":
			f.named[field.Name] = field.Type
		default:
			f.named[name] = field.Type
		}
	}
	structFieldsOf.Store(t, f)
	return f
}
