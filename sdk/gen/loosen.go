package gen

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/encode"
	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// Services send 40 where their documents say "40", and the other way round. What a member
// means is certain then, so it fills its field; the text it came in is remembered and written
// back while the field stays as it is.

// loosely decodes a member whose scalars have another type than the document says, and
// reports whether that is all that is wrong with it.
func loosely(m *Member, into reflect.Value, fit fitter) bool {
	text, ok := retype(m.text, into.Type(), false)
	if !ok || !fit(text, into) {
		return false
	}
	same, err := encode.Marshal(into.Addr().Interface())
	if err != nil {
		return false
	}
	put(m.kept, kept.Member{Name: string(m.Name), Text: bytes.Clone(m.text), Fits: true, As: same})
	return true
}

// Retype gives JSON the scalar types that a Go type wants, also inside of structs. It is for
// what is all text, such as a query. What cannot be another type stays as it is.
func Retype(text []byte, into any) []byte {
	out, ok := retype(text, reflect.TypeOf(into), true)
	if !ok {
		return text
	}
	return out
}

var (
	rawType    = reflect.TypeFor[json.RawMessage]()
	kindOfText = reflect.TypeFor[sdk.Scalar]()
	kindOfFile = reflect.TypeFor[sdk.File]()
)

// retype is Retype; deep says that structs are looked into. It is not ok where the value
// cannot be one of the type.
func retype(text []byte, t reflect.Type, deep bool) ([]byte, bool) {
	if len(text) == 0 || t == rawType || t == kindOfText {
		return text, len(text) > 0
	}
	if isNull(text) {
		return text, true
	}
	if item, ok := kept.Item(t); ok {
		return retype(text, item, deep)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return retype(text, t.Elem(), deep)
	case reflect.Slice:
		return retypeList(text, t, deep)
	case reflect.Map, reflect.Struct:
		if deep {
			if inner := jsonInside(text, '{'); inner != nil {
				return inner, true
			}
		}
		if t.Kind() == reflect.Struct {
			return retypeStruct(text, t, deep)
		}
		if t.Elem().Kind() == reflect.Interface || text[0] != '{' {
			return text, t.Elem().Kind() == reflect.Interface
		}
		return retypeParts(text, func([]byte) reflect.Type { return t.Elem() }, deep)
	}
	return retypeScalar(text, t)
}

// jsonInside is the JSON in a text that is a string, which begins with a bracket; nil where there is none. A part of
// a form is JSON where nothing else can write it.
func jsonInside(text []byte, bracket byte) []byte {
	if text[0] != '"' {
		return nil
	}
	inner := bytes.TrimSpace(unquoted(text))
	if len(inner) == 0 || inner[0] != bracket || !json.Valid(inner) {
		return nil
	}
	return inner
}

func retypeScalar(text []byte, t reflect.Type) ([]byte, bool) {
	plain := unquotedScalar(text)
	switch t.Kind() {
	case reflect.String:
		if text[0] == '"' {
			return text, true
		}
		return strconv.AppendQuote(nil, string(text)), isNumber(text) || isBool(text)
	case reflect.Int, reflect.Int32, reflect.Int64:
		_, err := strconv.ParseInt(string(plain), 10, t.Bits())
		return plain, err == nil && isNumber(plain)
	case reflect.Uint64:
		_, err := strconv.ParseUint(string(plain), 10, 64)
		return plain, err == nil && isNumber(plain)
	case reflect.Float64:
		return plain, isNumber(plain) && json.Valid(plain)
	case reflect.Bool:
		return plain, isBool(plain)
	}
	return text, false
}

func retypeList(text []byte, t reflect.Type, deep bool) ([]byte, bool) {
	if deep && text[0] == '"' && t.Elem().Kind() != reflect.Uint8 { // a list of one, or a part that is JSON
		if inner := jsonInside(text, '['); inner != nil && holdsMore(t.Elem()) {
			return inner, true
		}
		text = append(append([]byte{'['}, text...), ']')
	}
	if t.Elem().Kind() == reflect.Uint8 || text[0] != '[' {
		return text, false
	}
	return retypeParts(text, func([]byte) reflect.Type { return t.Elem() }, deep)
}

func retypeStruct(text []byte, t reflect.Type, deep bool) ([]byte, bool) {
	if t == kindOfFile {
		return text, false
	}
	if !deep {
		return text, true
	}
	fields := map[string]reflect.Type{}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" && name != "-" {
			fields[name] = t.Field(i).Type
		}
	}
	if len(fields) == 0 { // a union, which may be of any type
		return guessed(text), true
	}
	return retypeParts(text, func(name []byte) reflect.Type { return fields[string(name)] }, deep)
}

// holdsMore reports whether values of a type are not scalars, so that a text in their place is JSON.
func holdsMore(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Map || t.Kind() == reflect.Slice && t != rawType || isPlanned(t)
}

// retypeParts gives each part of an object or a list the type that of has for it, nil for none.
func retypeParts(text []byte, of func(name []byte) reflect.Type, deep bool) ([]byte, bool) {
	good := true
	out, err := parts(text, func(name, value []byte) []byte {
		if t := of(name); t != nil {
			typed, ok := retype(value, t, deep)
			if ok {
				value = typed
			}
			good = good && (ok || deep)
		}
		return value
	})
	return out, good && err == nil
}

// guessed makes numbers and truth values of texts that look like them.
func guessed(text []byte) []byte {
	switch text[0] {
	case '"':
		plain := unquoted(text)
		if isBool(plain) || isNumber(plain) && json.Valid(plain) {
			return plain
		}
	case '{', '[':
		out, err := parts(text, func(_, value []byte) []byte { return guessed(value) })
		if err == nil {
			return out
		}
	}
	return text
}

// parts replaces each part of an object or a list.
func parts(text []byte, by func(name, value []byte) []byte) ([]byte, error) {
	out := []byte{text[0]}
	err := each(text, func(name, value []byte, depth int) error {
		if depth > maxDepth {
			return errUnfit
		}
		value = by(name, value)
		if name != nil {
			out = appendMember(out, string(name), value)
			return nil
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(out, value...)
		return nil
	})
	return append(out, map[byte]byte{'{': '}', '[': ']'}[text[0]]), err
}

// unquotedScalar is what stands in the quotes of a text, or the text itself.
func unquotedScalar(text []byte) []byte {
	if text[0] == '"' {
		return unquoted(text)
	}
	return text
}

func isBool(text []byte) bool { return string(text) == "true" || string(text) == "false" }
