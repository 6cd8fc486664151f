package gen

import (
	"encoding/json"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/encode"
)

// Marshal is the MarshalJSON of a value that has an AppendJSON.
//
//go:noinline
func Marshal(v encode.Appender) ([]byte, error) { return encode.Marshal(v) }

// MarshalStruct is the MarshalJSON of a struct, which v points at: it writes the fields and what is
// kept. The compiler makes one for all structs, as of all that has noinline here.
//
//go:noinline
func MarshalStruct(v any) ([]byte, error) { return encode.MarshalStruct(v) }

// AppendObject is the AppendJSON of a struct that has one, which v points at: it adds the fields and what
// is kept.
func AppendObject(out []byte, v any, keep sdk.Kept) ([]byte, error) {
	return encode.Object(out, v, *keep.Members())
}

// AppendExtra is AppendObject for a struct with additional properties, which are written
// last in the order of their names. One that has the name of a field is an error: the
// object would say it twice.
func AppendExtra[T any](out []byte, v any, keep sdk.Kept, extra map[string]T) ([]byte, error) {
	return encode.Extra(out, v, *keep.Members(), extra)
}

// MarshalRaw is the MarshalJSON of a union. The error says that raw is not JSON.
//
//go:noinline
func MarshalRaw(raw json.RawMessage) ([]byte, error) {
	if len(raw) == 0 {
		return []byte("null"), nil
	}
	return encode.Raw(nil, raw)
}

// Decides reports whether the text of a member, or that there is none, is what was decoded.
// It is asked before a constant is filled in.
func Decides(keep sdk.Kept, name string) bool {
	members := *keep.Members()
	return members != nil && (members.Whole != nil || members.Find(name) != nil)
}

func appendMember(out []byte, name string, value []byte) []byte {
	if len(out) > 1 {
		out = append(out, ',')
	}
	return append(append(encode.String(out, name), ':'), value...)
}
