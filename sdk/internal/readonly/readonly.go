// Package readonly leaves out of values what a service tells and nobody sends: members that a
// document calls readOnly. A resource that was read can be changed and sent back. Their fields
// have the tag readonly:"true".
package readonly

import (
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// requester is a value whose JSON has read-only members that no field of its type shows, such as a union,
// which is JSON itself; it gives what a request has of it.
type requester interface{ RequestJSON() ([]byte, error) }

var requesterType = reflect.TypeFor[requester]()

// keeper is an sdk.Kept, which a struct may have a field of.
type keeper interface {
	Members() **kept.Members
	Delete(name string)
}

// PrunedFields is a copy of a struct, which v points at, whose fields have no members that are only read; fields
// for members that others may look after stay. It is for a struct that tells what a request has of it, by
// RequestJSON.
func PrunedFields(v any, others func(member string) bool) any {
	out := reflect.New(reflect.TypeOf(v).Elem())
	out.Elem().Set(reflect.ValueOf(v).Elem())
	pruneFields(out.Elem(), others)
	return out.Interface()
}

// Without is a value without its members that are only read; the value itself where its type has none.
func Without(value any) any {
	v := reflect.ValueOf(value)
	if !v.IsValid() || !hasReadOnly(v.Type()) {
		return value
	}
	return pruned(v).Interface()
}

// readOnlyTypes remembers which types have read-only members.
var readOnlyTypes sync.Map // reflect.Type → bool

func hasReadOnly(t reflect.Type) bool {
	if known, ok := readOnlyTypes.Load(t); ok {
		return known.(bool)
	}
	found := findReadOnly(t, map[reflect.Type]bool{})
	readOnlyTypes.Store(t, found)
	return found
}

// findReadOnly looks through the types that values of a type hold.
func findReadOnly(t reflect.Type, seen map[reflect.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	if t.Implements(requesterType) && t.Kind() != reflect.Pointer {
		return true
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		return findReadOnly(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if f.Tag.Get("readonly") == "true" || findReadOnly(f.Type, seen) {
				return true
			}
		}
	}
	return false
}

// pruned copies what leads to read-only members, and leaves them out of the copy. The
// values it gives can be as deep as the caller's own.
func pruned(v reflect.Value) reflect.Value {
	t := v.Type()
	if !hasReadOnly(t) {
		return v
	}
	out := reflect.New(t).Elem()
	if t.Kind() != reflect.Pointer && t.Implements(requesterType) {
		return requested(v, out)
	}
	switch t.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(t.Elem()))
			out.Elem().Set(pruned(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(t, v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(pruned(v.Index(i)))
			}
		}
	case reflect.Map:
		if !v.IsNil() {
			out.Set(reflect.MakeMapWithSize(t, v.Len()))
			for key, value := range v.Seq2() {
				out.SetMapIndex(key, pruned(value))
			}
		}
	case reflect.Struct:
		out.Set(v)
		if _, ok := kept.Item(t); !ok {
			pruneFields(out, func(string) bool { return false })
		} else if held := kept.Held(v); !held.IsNil() {
			kept.Hold(out, pruned(held))
		}
	default:
		return v
	}
	return out
}

// requested reads what a request has of a value that tells it itself into out. What cannot be told apart is
// sent as it is.
func requested(v, out reflect.Value) reflect.Value {
	text, err := v.Interface().(requester).RequestJSON()
	into, ok := out.Addr().Interface().(json.Unmarshaler)
	if err != nil || !ok || len(text) == 0 || into.UnmarshalJSON(text) != nil {
		return v
	}
	return out
}

// pruneFields empties the read-only fields of a struct, and forgets what was kept of them. Fields of some members stay.
func pruneFields(v reflect.Value, stays func(member string) bool) {
	t := v.Type()
	others, keeps := keeperOf(v)
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case !f.IsExported(), stays(name):
		case f.Tag.Get("readonly") == "true":
			v.Field(i).SetZero()
			if keeps {
				others.Delete(name)
			}
		default:
			v.Field(i).Set(pruned(v.Field(i)))
		}
	}
}

// keeperOf is the field of a struct that keeps what has no place in the others. Its changes change no copy of it.
func keeperOf(v reflect.Value) (keeper, bool) {
	f := v.FieldByName("Kept")
	if !f.IsValid() {
		return nil, false
	}
	k, ok := f.Addr().Interface().(keeper)
	return k, ok
}
