package sdk

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/rst2openapi/rst2openapi/sdk/internal/encode"
	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// Nullable is a value that may be absent, null, or a T. Its zero value is absent, and a
// struct field of it tagged omitzero is left out of JSON when absent, so what was read
// is written back: null as null, absent as absent.
type Nullable[T any] struct {
	// Each method is compiled for each T: one more costs clients with thousands of types about 100 MB
	// when they are built. So codecs work on the fields, with package kept.
	value *T // nil unless a value is there; a pointer, so that T may contain its own Nullable
	null  kept.Null
}

// Value makes a Nullable that holds v.
func Value[T any](v T) Nullable[T] { return Nullable[T]{value: &v} }

// Null makes a Nullable that is null, which is not the same as absent.
func Null[T any]() Nullable[T] { return Nullable[T]{null: true} }

// Get gives the value and true, or the zero T and false when it is null or absent.
func (n Nullable[T]) Get() (value T, ok bool) {
	if n.value != nil {
		value = *n.value
	}
	return value, n.value != nil
}

// Ptr points at the value, or is nil when it is null or absent. Writing through it
// changes the value.
func (n Nullable[T]) Ptr() *T { return n.value }

// IsNull reports whether it is null.
func (n Nullable[T]) IsNull() bool { return bool(n.null) && n.value == nil }

// IsZero reports whether it is absent: neither null nor a value. encoding/json asks it
// for fields tagged omitzero.
func (n Nullable[T]) IsZero() bool { return n.value == nil && !bool(n.null) }

// MarshalJSON writes the value, or null. An absent one is null too: only the struct
// around it can leave it out.
func (n Nullable[T]) MarshalJSON() ([]byte, error) { return encode.Marshal(n.value) }

// UnmarshalJSON reads a value or null.
func (n *Nullable[T]) UnmarshalJSON(data []byte) error {
	return readNullable(data, n)
}

// readNullable reads the Nullable that n points at.
//
//go:noinline
func readNullable(data []byte, n any) error {
	into := reflect.ValueOf(n).Elem()
	if string(bytes.TrimSpace(data)) == "null" {
		kept.SetNull(into)
		return nil
	}
	item, _ := kept.Item(into.Type())
	held := reflect.New(item)
	if err := json.Unmarshal(data, held.Interface()); err != nil {
		return err
	}
	kept.Hold(into, held)
	return nil
}
