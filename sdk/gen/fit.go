package gen

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"strconv"

	"github.com/rst2openapi/rst2openapi/sdk"
)

var errUnfit = errors.New("the JSON value does not fit the Go type")

// The functions Fit… decode one JSON value each and report whether it fits the Go type.
// When it does not, what is at into means nothing. Null fits only what can be null and
// writes null back. Generated code combines them: FitList(FitText[Status]).

// Fit decodes a value of any type that is not a list, a map or a pointer.
func Fit[T any](text []byte, into *T) bool {
	if len(text) == 0 {
		return false
	}
	var err error
	switch p := any(into).(type) {
	case *string:
		return FitText(text, p)
	case *int64:
		*p, err = strconv.ParseInt(string(text), 10, 64)
		return err == nil
	case *float64:
		if !isNumber(text) {
			return false
		}
		*p, err = strconv.ParseFloat(string(text), 64)
		return err == nil
	case *bool:
		*p = string(text) == "true"
		return *p || string(text) == "false"
	case *[]byte:
		return fitBytes(text, p)
	case *json.RawMessage:
		*p = append(json.RawMessage(nil), text...)
		return true
	case *sdk.Scalar:
		return !isNull(text) && p.UnmarshalJSON(text) == nil
	case *sdk.Object:
		return text[0] == '{' && p.UnmarshalJSON(text) == nil
	case json.Unmarshaler:
		return p.UnmarshalJSON(text) == nil
	}
	return !isNull(text) && json.Unmarshal(text, into) == nil
}

// FitText decodes a string.
func FitText[T ~string](text []byte, into *T) bool {
	if len(text) < 2 || text[0] != '"' {
		return false
	}
	*into = T(unquoted(text))
	return true
}

// FitObject decodes an object into a generated struct. Fit takes anything there, which
// the struct then keeps as a whole.
func FitObject[T any](text []byte, into *T) bool {
	return len(text) > 0 && text[0] == '{' && Fit(text, into)
}

// fitBytes takes only base64 that is written back as it was.
func fitBytes(text []byte, into *[]byte) bool {
	var s string
	if !FitText(text, &s) {
		return false
	}
	decoded, err := base64.StdEncoding.DecodeString(s)
	if err != nil || base64.StdEncoding.EncodeToString(decoded) != s {
		return false
	}
	*into = decoded
	return true
}

// FitPointer decodes what a pointer points at.
func FitPointer[T any](fit func([]byte, *T) bool) func([]byte, **T) bool {
	return func(text []byte, into **T) bool {
		*into = new(T)
		return fit(text, *into)
	}
}

// FitOrNull takes null as the zero value, for items whose zero value is written as null.
func FitOrNull[T any](fit func([]byte, *T) bool) func([]byte, *T) bool {
	return func(text []byte, into *T) bool {
		if isNull(text) {
			var zero T
			*into = zero
			return true
		}
		return fit(text, into)
	}
}

// FitNullable decodes a value or null.
func FitNullable[T any](fit func([]byte, *T) bool) func([]byte, *sdk.Nullable[T]) bool {
	return func(text []byte, into *sdk.Nullable[T]) bool {
		if isNull(text) {
			*into = sdk.Null[T]()
			return true
		}
		var value T
		*into = sdk.Value(value)
		return fit(text, into.Ptr())
	}
}

// FitList decodes a list whose items all fit.
func FitList[T any](fit func([]byte, *T) bool) func([]byte, *[]T) bool {
	return func(text []byte, into *[]T) bool {
		list := []T{}
		if len(text) == 0 || text[0] != '[' {
			return false
		}
		err := each(text, func(_, value []byte, depth int) error {
			var zero T
			list = append(list, zero)
			if depth > maxDepth || !fit(value, &list[len(list)-1]) {
				return errUnfit
			}
			return nil
		})
		*into = list
		return err == nil
	}
}

// FitMap decodes an object whose values all fit, by name.
func FitMap[T any](fit func([]byte, *T) bool) func([]byte, *map[string]T) bool {
	return func(text []byte, into *map[string]T) bool {
		members := map[string]T{}
		if len(text) == 0 || text[0] != '{' {
			return false
		}
		err := each(text, func(name, value []byte, depth int) error {
			var v T
			if depth > maxDepth || !fit(value, &v) {
				return errUnfit
			}
			members[string(name)] = v
			return nil
		})
		*into = members
		return err == nil
	}
}

// As decodes one of the types that a union may have. The error says that the value is
// none of that type.
func As[T any](text []byte, fit func([]byte, *T) bool) (T, error) {
	var v T
	if len(text) == 0 || !fit(text, &v) {
		var zero T
		return zero, errUnfit
	}
	return v, nil
}

// ReadValue is the UnmarshalJSON of a list or map with a name.
func ReadValue[T any](data []byte, into *T, fit func([]byte, *T) bool) error {
	var v T
	if !isNull(data) && !fit(data, &v) {
		return errUnfit
	}
	*into = v
	return nil
}
