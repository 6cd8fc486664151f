package encode

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// field is a field of a struct.
type field struct {
	index   int
	name    string
	quoted  string // with the colon
	write   writer
	omitted func(reflect.Value) bool // nil where it is always written
}

// structure is what is known of a struct. Its fields are looked at when the first value is
// written: some of them may lead to the struct itself.
type structure struct {
	fields func() []field
	kept   int // the place of the field Kept, or -1
}

var structs sync.Map // reflect.Type → *structure

func structOf(t reflect.Type) *structure {
	if known, ok := structs.Load(t); ok {
		return known.(*structure)
	}
	known, _ := structs.LoadOrStore(t, &structure{sync.OnceValue(func() []field { return fieldsOf(t) }), keptField(t)})
	return known.(*structure)
}

func fieldsOf(t reflect.Type) (fields []field) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		name, option, _ := strings.Cut(tag, ",")
		if tag == "-" || !f.IsExported() {
			continue
		}
		one := field{index: i, name: name, quoted: string(String(nil, name)) + ":", write: writerOf(f.Type)}
		if option == "omitzero" {
			one.omitted = isZero(f.Type)
		}
		fields = append(fields, one)
	}
	return fields
}

// zeroer says itself whether it is left out.
type zeroer interface{ IsZero() bool }

var zeroerType = reflect.TypeFor[zeroer]()

// isZero tells whether a field with omitzero is left out, as encoding/json sees it.
func isZero(t reflect.Type) func(reflect.Value) bool {
	_, isNullable := kept.Item(t)
	switch {
	case isNullable:
		return kept.IsAbsent
	case t.Kind() == reflect.Pointer && t.Implements(zeroerType):
		return func(v reflect.Value) bool { return v.IsNil() || v.Interface().(zeroer).IsZero() }
	case t.Kind() != reflect.Interface && reflect.PointerTo(t).Implements(zeroerType):
		return func(v reflect.Value) bool { return v.Addr().Interface().(zeroer).IsZero() }
	}
	return reflect.Value.IsZero
}

// Object adds a generated struct, which v points at, and what is kept beside its fields.
func Object(out []byte, v any, members *kept.Members) ([]byte, error) {
	return object(out, reflect.ValueOf(v).Elem(), members, nil)
}

func object(out []byte, s reflect.Value, members *kept.Members, extra func(name string) bool) ([]byte, error) {
	fields := structOf(s.Type()).fields()
	if members != nil && members.Whole != nil {
		if extra == nil && !anySet(s, fields) {
			return Raw(out, members.Whole)
		}
		members = nil
	}
	out = append(out, '{')
	start := len(out)
	var err error
	var written map[string]bool
	for i := range fields {
		f := &fields[i]
		value := s.Field(f.index)
		if f.omitted != nil && f.omitted(value) {
			continue
		}
		if extra != nil && extra(f.name) {
			return out, fmt.Errorf("additional property %q has a field of its own", f.name)
		}
		before := len(out)
		out = append(next(out, start), f.quoted...)
		from := len(out)
		if out, err = f.write(out, value); err != nil {
			return out, err
		}
		if came := members.Find(f.name); came != nil {
			if written == nil {
				written = map[string]bool{}
			}
			written[f.name] = true
			switch {
			case !(f.omitted == nil && value.IsZero() || came.Fits && asItCame(out[from:], came)):
			case came.Text == nil:
				out = out[:before]
			default:
				if out, err = Raw(out[:from], came.Text); err != nil {
					return out, err
				}
			}
		}
	}
	for _, m := range members.List() {
		if !m.Shown() || written[m.Name] || extra != nil && extra(m.Name) {
			continue
		}
		if out, err = Raw(append(String(next(out, start), m.Name), ':'), m.Text); err != nil {
			return out, err
		}
	}
	return append(out, '}'), nil
}

// Extra is Object for a struct with additional properties, which are written last in the
// order of their names. One that has the name of a field is an error: the object would say
// it twice.
func Extra[T any](out []byte, v any, members *kept.Members, extra map[string]T) ([]byte, error) {
	if len(extra) == 0 {
		return object(out, reflect.ValueOf(v).Elem(), members, nil)
	}
	start := len(out) + 1
	out, err := object(out, reflect.ValueOf(v).Elem(), members, func(name string) bool { _, ok := extra[name]; return ok })
	if err != nil {
		return out, err
	}
	out = out[:len(out)-1]
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		out = append(String(next(out, start), name), ':')
		from := len(out)
		if out, err = Append(out, extra[name]); err != nil {
			return out, fmt.Errorf("additional property %q: %w", name, err)
		}
		if came := members.Find(name); came != nil && came.Fits && asItCame(out[from:], came) {
			if out, err = Raw(out[:from], came.Text); err != nil {
				return out, err
			}
		}
	}
	return append(out, '}'), nil
}

// next separates a member from the one before it.
func next(out []byte, start int) []byte {
	if len(out) > start {
		return append(out, ',')
	}
	return out
}

func anySet(s reflect.Value, fields []field) bool {
	return slices.ContainsFunc(fields, func(f field) bool { return !s.Field(f.index).IsZero() })
}

// asItCame reports whether a field is still what was decoded.
func asItCame(value []byte, came *kept.Member) bool {
	if came.As != nil {
		return bytes.Equal(value, came.As)
	}
	x, errX := number(value)
	y, errY := number(came.Text)
	return errX == nil && errY == nil && x == y
}

func number(text json.RawMessage) (float64, error) {
	if len(text) == 0 || text[0] != '-' && (text[0] < '0' || text[0] > '9') {
		return 0, strconv.ErrSyntax
	}
	return strconv.ParseFloat(string(text), 64)
}
