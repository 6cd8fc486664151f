package encode

import (
	"encoding/json"
	"errors"
	"reflect"

	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// holder is an sdk.Kept, which each generated struct has.
type holder interface{ Members() **kept.Members }

var holderType = reflect.TypeFor[holder]()

// keptField is the place of the field Kept of a struct, or -1.
func keptField(t reflect.Type) int {
	if t.Kind() == reflect.Struct {
		if f, ok := t.FieldByName("Kept"); ok && len(f.Index) == 1 && reflect.PointerTo(f.Type).Implements(holderType) {
			return f.Index[0]
		}
	}
	return -1
}

// isGenerated reports whether Struct writes what MarshalJSON of a type does, by a call of it with a probe. It is
// asked for each type once; that a type has the fields of a generated one is not enough, since it may have a
// MarshalJSON of its own.
func isGenerated(t reflect.Type) (is bool) {
	at := keptField(t)
	if at < 0 || !t.Implements(marshalerType) || reflect.PointerTo(t).Implements(appenderType) {
		return false
	}
	defer func() {
		if recover() != nil { // somebody else's method, which expects what we do not know
			is = false
		}
	}()
	v := reflect.New(t).Elem()
	*v.Field(at).Addr().Interface().(holder).Members() = &kept.Members{Probe: true}
	_, err := v.Interface().(json.Marshaler).MarshalJSON()
	var probed probeError
	return errors.As(err, &probed) && probed.by == t
}

// probeError is what Struct gives for a value that is only a probe, with the type that it was given.
type probeError struct{ by reflect.Type }

func (probeError) Error() string { return "not a value to be written" }

// Struct adds a generated struct, its fields and what is kept beside them.
func Struct(out []byte, v reflect.Value) ([]byte, error) {
	v = addressable(v)
	s := structOf(v.Type())
	members := *v.Field(s.kept).Addr().Interface().(holder).Members()
	if members != nil && members.Probe {
		return out, probeError{v.Type()}
	}
	return object(out, v, members, nil)
}

// MarshalStruct is the MarshalJSON of a generated struct, which v points at.
func MarshalStruct(v any) ([]byte, error) {
	buffer := buffers.Get().(*[]byte)
	out, err := Struct((*buffer)[:0], reflect.ValueOf(v).Elem())
	return taken(buffer, out, err)
}
