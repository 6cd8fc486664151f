package gen

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"sync"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

var errUnfit = errors.New("the JSON value does not fit the Go type")

// fitter decodes one JSON value and reports whether it fits the Go type of into, which can be set.
// When it does not, what is in into means nothing. Null fits only what can be null and writes null
// back.
type fitter func(text []byte, into reflect.Value) bool

var (
	unmarshalerType = reflect.TypeFor[json.Unmarshaler]()
	bytesType       = reflect.TypeFor[[]byte]()
	openType        = reflect.TypeFor[sdk.Object]()
	textType        = reflect.TypeFor[string]()
)

// fitterOf is the fitter of a type. object says that a generated struct must be an object, because
// its absence can be told; elsewhere it keeps anything else as a whole: something has to hold it in
// a list and at the root.
func fitterOf(t reflect.Type, object bool) fitter {
	switch t {
	case rawType:
		return func(text []byte, into reflect.Value) bool {
			into.SetBytes(append([]byte(nil), text...))
			return len(text) > 0
		}
	case bytesType:
		return func(text []byte, into reflect.Value) bool { return fitBytes(text, into) }
	case kindOfText:
		return func(text []byte, into reflect.Value) bool { return !isNull(text) && unmarshal(text, into) }
	case openType:
		return func(text []byte, into reflect.Value) bool {
			return len(text) > 0 && text[0] == '{' && unmarshal(text, into)
		}
	}
	item, isNullable := kept.Item(t)
	switch pointer := reflect.PointerTo(t); {
	case t.Kind() == reflect.String:
		return fitText
	case isPlanned(t) && object:
		return func(text []byte, into reflect.Value) bool {
			return len(text) > 0 && text[0] == '{' && unmarshal(text, into)
		}
	case isNullable:
		return nullableFitter(item)
	case pointer.Implements(unmarshalerType):
		return unmarshal
	}
	switch t.Kind() {
	case reflect.Slice:
		return listFitter(t)
	case reflect.Map:
		return mapFitter(t)
	}
	return fitScalar
}

func unmarshal(text []byte, into reflect.Value) bool {
	return len(text) > 0 && into.Addr().Interface().(json.Unmarshaler).UnmarshalJSON(text) == nil
}

func fitText(text []byte, into reflect.Value) bool {
	if len(text) < 2 || text[0] != '"' {
		return false
	}
	into.SetString(string(unquoted(text)))
	return true
}

func fitScalar(text []byte, into reflect.Value) bool {
	switch into.Kind() {
	case reflect.Int64, reflect.Int32:
		n, err := strconv.ParseInt(string(text), 10, into.Type().Bits())
		into.SetInt(n)
		return err == nil
	case reflect.Uint64:
		n, err := strconv.ParseUint(string(text), 10, 64)
		into.SetUint(n)
		return err == nil
	case reflect.Float64:
		if !isNumber(text) {
			return false
		}
		f, err := strconv.ParseFloat(string(text), 64)
		into.SetFloat(f)
		return err == nil
	case reflect.Bool:
		into.SetBool(string(text) == "true")
		return isBool(text)
	}
	return !isNull(text) && json.Unmarshal(text, into.Addr().Interface()) == nil
}

// fitBytes takes only base64 that is written back as it was.
func fitBytes(text []byte, into reflect.Value) bool {
	if len(text) < 2 || text[0] != '"' {
		return false
	}
	s := string(unquoted(text))
	decoded, err := base64.StdEncoding.DecodeString(s)
	if err != nil || base64.StdEncoding.EncodeToString(decoded) != s {
		return false
	}
	into.SetBytes(decoded)
	return true
}

// nullableFitter decodes a value or null.
func nullableFitter(item reflect.Type) fitter {
	fit := fitterOf(item, true)
	return func(text []byte, into reflect.Value) bool {
		if isNull(text) {
			kept.SetNull(into)
			return true
		}
		held := reflect.New(item)
		kept.Hold(into, held)
		return fit(text, held.Elem())
	}
}

// itemFitter is the fitter of an element of a list or map. It takes null where the zero value is
// written as null.
func itemFitter(t reflect.Type) fitter {
	switch {
	case t.Kind() == reflect.Pointer:
		fit := fitterOf(t.Elem(), true)
		return func(text []byte, into reflect.Value) bool {
			if isNull(text) {
				into.SetZero()
				return true
			}
			value := reflect.New(t.Elem())
			into.Set(value)
			return fit(text, value.Elem())
		}
	case t != rawType && t.Kind() == reflect.Slice, t.Kind() == reflect.Map, t == kindOfText:
		fit := fitterOf(t, false)
		return func(text []byte, into reflect.Value) bool {
			if isNull(text) {
				into.SetZero()
				return true
			}
			return fit(text, into)
		}
	}
	return fitterOf(t, false)
}

// listFitter decodes a list whose items all fit.
func listFitter(t reflect.Type) fitter {
	fit := itemFitter(t.Elem())
	texts := t.Elem() == textType
	return func(text []byte, into reflect.Value) bool {
		if len(text) == 0 || text[0] != '[' {
			return false
		}
		if texts && into.Type() == textsType {
			return fitTexts(text, into.Addr().Interface().(*[]string))
		}
		into.Set(reflect.MakeSlice(t, 0, 0))
		err := each(text, func(_, value []byte, depth int) error {
			n := into.Len()
			into.Grow(1)
			into.SetLen(n + 1)
			item := into.Index(n)
			item.SetZero()
			if depth > maxDepth || !fit(value, item) {
				return errUnfit
			}
			return nil
		})
		return err == nil
	}
}

var textsType = reflect.TypeFor[[]string]()

func fitTexts(text []byte, into *[]string) bool {
	list := []string{}
	err := each(text, func(_, value []byte, _ int) error {
		if len(value) < 2 || value[0] != '"' {
			return errUnfit
		}
		list = append(list, string(unquoted(value)))
		return nil
	})
	*into = list
	return err == nil
}

// mapFitter decodes an object whose values all fit, by name.
func mapFitter(t reflect.Type) fitter {
	fit := itemFitter(t.Elem())
	return func(text []byte, into reflect.Value) bool {
		if len(text) == 0 || text[0] != '{' {
			return false
		}
		members := reflect.MakeMap(t)
		err := each(text, func(name, value []byte, depth int) error {
			member := reflect.New(t.Elem()).Elem()
			if depth > maxDepth || !fit(value, member) {
				return errUnfit
			}
			members.SetMapIndex(reflect.ValueOf(string(name)).Convert(t.Key()), member)
			return nil
		})
		into.Set(members)
		return err == nil
	}
}

// definedFitters are the fitters of lists and maps with a name, for their own UnmarshalJSON.
var definedFitters sync.Map // reflect.Type → fitter

func definedFitter(t reflect.Type) fitter {
	if known, ok := definedFitters.Load(t); ok {
		return known.(fitter)
	}
	fit := listFitter
	switch {
	case t.Kind() == reflect.Map:
		fit = mapFitter
	case t.Elem().Kind() == reflect.Uint8:
		fit = func(reflect.Type) fitter { return fitBytes }
	}
	known, _ := definedFitters.LoadOrStore(t, fit(t))
	return known.(fitter)
}

// fits decodes a value into what a pointer points at, and reports whether it fits.
func fits(text []byte, pointer any) bool {
	into := reflect.ValueOf(pointer).Elem()
	return len(text) > 0 && fitterOf(into.Type(), true)(text, into)
}
