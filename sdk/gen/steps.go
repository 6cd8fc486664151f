package gen

import (
	"encoding/json"
	"strconv"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// What generated code reaches a parameter with that lies deep in a body.

// Own replaces a pointer by one to a copy of what it points at, or to a zero value where
// it is nil, and gives it: what a caller's pointer points at stays the caller's.
func Own[T any](pointer **T) *T {
	own := new(T)
	if *pointer != nil {
		*own = **pointer
	}
	*pointer = own
	return own
}

// OwnNullable is Own for a Nullable.
func OwnNullable[T any](nullable *sdk.Nullable[T]) *T {
	value, _ := nullable.Get()
	*nullable = sdk.Value(value)
	return nullable.Ptr()
}

// NumberAt is a member deep in a value as a whole number, or -1 where it is absent or
// none. path are the names of the members on the way to it.
func NumberAt(value any, path ...string) int64 {
	text, err := json.Marshal(value)
	if err != nil {
		return -1
	}
	for _, name := range path {
		var members map[string]json.RawMessage
		if json.Unmarshal(text, &members) != nil {
			return -1
		}
		text = members[name]
	}
	n, err := strconv.ParseInt(sdk.Text(json.RawMessage(text)), 10, 64)
	if err != nil {
		return -1
	}
	return n
}
