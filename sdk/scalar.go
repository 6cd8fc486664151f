package sdk

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/internal/encode"
)

// ScalarKinds is a set of JSON types a Scalar may have.
type ScalarKinds uint8

// The JSON types of a Scalar. ScalarInteger is a number without a fraction.
const (
	ScalarString ScalarKinds = 1 << iota
	ScalarInteger
	ScalarNumber
	ScalarBoolean
)

// Scalar is a value the documents give more than one scalar type, such as a size that is
// "40" on one page and 40 on another. It keeps exactly what it was read from: "40" is
// written as "40", 40 as 40, and 9007199254740993 or 25.20 lose no digit.
//
// The zero Scalar is absent; it is written as null where a value is needed.
type Scalar struct {
	kind ScalarKinds // 0 when absent
	text string      // the string itself, or the JSON text of a number or boolean
}

// StringScalar makes a Scalar of a string.
func StringScalar(s string) Scalar { return Scalar{ScalarString, s} }

// IntScalar makes a Scalar of a whole number.
func IntScalar(i int64) Scalar { return Scalar{ScalarNumber, strconv.FormatInt(i, 10)} }

// FloatScalar makes a Scalar of a number. JSON has neither infinities nor NaN; writing
// such a Scalar fails.
func FloatScalar(f float64) Scalar {
	return Scalar{ScalarNumber, strconv.FormatFloat(f, 'g', -1, 64)}
}

// BoolScalar makes a Scalar of a boolean.
func BoolScalar(b bool) Scalar { return Scalar{ScalarBoolean, strconv.FormatBool(b)} }

// IsZero reports whether the Scalar is absent.
func (s Scalar) IsZero() bool { return s.kind == 0 }

// Is reports whether the Scalar has one of the given JSON types. A whole number, such as
// 40 or 4e1, is both a number and an integer.
func (s Scalar) Is(kinds ScalarKinds) bool {
	if s.kind&kinds != 0 {
		return true
	}
	if s.kind != ScalarNumber || kinds&ScalarInteger == 0 {
		return false
	}
	if !strings.ContainsAny(s.text, ".eE") {
		return true
	}
	f, err := strconv.ParseFloat(s.text, 64)
	return err == nil && f == float64(int64(f))
}

// String is the text of the value: a string without quotes, a number as it was written.
func (s Scalar) String() string { return s.text }

// Int64 is the value as a whole number, also when it is a string of digits. The error
// says that it is not a whole number or does not fit.
func (s Scalar) Int64() (int64, error) {
	i, err := strconv.ParseInt(s.text, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%q is not a whole number of 64 bits", s.text)
	}
	return i, nil
}

// Float64 is the value as a number, also when it is a string that holds one.
func (s Scalar) Float64() (float64, error) {
	f, err := strconv.ParseFloat(s.text, 64)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number", s.text)
	}
	return f, nil
}

// Bool is the value as a boolean, also when it is the string "true" or "false".
func (s Scalar) Bool() (bool, error) {
	if s.text != "true" && s.text != "false" {
		return false, fmt.Errorf("%q is not a boolean", s.text)
	}
	return s.text == "true", nil
}

// MarshalText is the text of the value; it makes a Scalar usable as a parameter.
func (s Scalar) MarshalText() ([]byte, error) { return []byte(s.text), nil }

// MarshalJSON writes what was read or made.
func (s Scalar) MarshalJSON() ([]byte, error) { return s.AppendJSON(nil) }

// AppendJSON adds to JSON text what MarshalJSON writes.
func (s Scalar) AppendJSON(out []byte) ([]byte, error) {
	switch s.kind {
	case 0:
		return append(out, "null"...), nil
	case ScalarString:
		return encode.String(out, s.text), nil
	default:
		return encode.Raw(out, json.RawMessage(s.text)) // FloatScalar may have made no JSON of it
	}
}

// UnmarshalJSON reads a string, a number or a boolean. Null leaves the Scalar absent; an
// object or a list is an error.
func (s *Scalar) UnmarshalJSON(data []byte) error {
	data = bytes.TrimSpace(data)
	if len(data) == 0 {
		return errors.New("no value where a string, number or boolean should be")
	}
	switch data[0] {
	case 'n':
		*s = Scalar{}
	case '"':
		s.kind = ScalarString
		return json.Unmarshal(data, &s.text)
	case 't', 'f':
		*s = Scalar{ScalarBoolean, string(data)}
	case '{', '[':
		return errors.New("a string, number or boolean should be here, not an object or a list")
	default:
		*s = Scalar{ScalarNumber, string(data)}
	}
	return nil
}
