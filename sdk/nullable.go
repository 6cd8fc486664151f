package sdk

import (
	"bytes"
	"encoding/json"

	"github.com/rst2openapi/rst2openapi/sdk/internal/encode"
	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// Nullable is a value that may be absent, null, or a T. Its zero value is absent, and a
// struct field of it tagged omitzero is left out of JSON when absent, so what was read
// is written back: null as null, absent as absent.
type Nullable[T any] struct {
	value *T // nil unless a value is there; a pointer, so that T may contain its own Nullable
	null  bool
}

// Value makes a Nullable that holds v.
func Value[T any](v T) Nullable[T] { return Nullable[T]{value: &v} }

// Null makes a Nullable that is null, which is not the same as absent.
func Null[T any]() Nullable[T] { return Nullable[T]{null: true} }

// Get gives the value and true, or the zero T and false when it is null or absent.
func (n Nullable[T]) Get() (T, bool) {
	if n.value == nil {
		var zero T
		return zero, false
	}
	return *n.value, true
}

// Ptr points at the value, or is nil when it is null or absent. Writing through it
// changes the value.
func (n Nullable[T]) Ptr() *T { return n.value }

// IsNull reports whether it is null.
func (n Nullable[T]) IsNull() bool { return n.null && n.value == nil }

// IsZero reports whether it is absent: neither null nor a value. encoding/json asks it
// for fields tagged omitzero.
func (n Nullable[T]) IsZero() bool { return n.value == nil && !n.null }

// Place makes it null, or gives the place of a new value in it. It is for the decoder.
func (n *Nullable[T]) Place(p *kept.Place) {
	if *n = (Nullable[T]{null: p.Null}); !p.Null {
		n.value = new(T)
		p.Pointer = n.value
	}
}

// MarshalJSON writes the value, or null. An absent one is null too: only the struct
// around it can leave it out.
func (n Nullable[T]) MarshalJSON() ([]byte, error) { return encode.Marshal(n) }

// AppendJSON adds to JSON text what MarshalJSON writes.
func (n Nullable[T]) AppendJSON(out []byte) ([]byte, error) {
	if n.value == nil {
		return append(out, "null"...), nil
	}
	return encode.Append(out, n.value)
}

// UnmarshalJSON reads a value or null.
func (n *Nullable[T]) UnmarshalJSON(data []byte) error {
	if string(bytes.TrimSpace(data)) == "null" {
		*n = Null[T]()
		return nil
	}
	value := new(T)
	if err := json.Unmarshal(data, value); err != nil {
		return err
	}
	*n = Nullable[T]{value: value}
	return nil
}
