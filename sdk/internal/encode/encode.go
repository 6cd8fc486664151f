// Package encode writes Go values as JSON, each straight after what is written already, the
// bytes that encoding/json writes. A value with a MarshalJSON costs there a text of its own,
// which is checked and copied once for each level around it; here generated structs and
// values with an AppendJSON are written in place.
package encode

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// Appender is a value that adds itself to JSON text. What it adds is valid and compact JSON,
// with the characters escaped that encoding/json escapes for HTML.
type Appender interface {
	AppendJSON(out []byte) ([]byte, error)
}

// writer writes values of one type.
type writer func(out []byte, v reflect.Value) ([]byte, error)

// writers remembers how each type is written.
var writers sync.Map // reflect.Type → writer

var (
	appenderType  = reflect.TypeFor[Appender]()
	marshalerType = reflect.TypeFor[json.Marshaler]()
	textType      = reflect.TypeFor[interface{ MarshalText() ([]byte, error) }]()
)

// Append adds a value to JSON text. Errors are those of encoding/json and of methods.
func Append(out []byte, value any) ([]byte, error) {
	v := reflect.ValueOf(value)
	if !v.IsValid() {
		return append(out, "null"...), nil
	}
	if a, ok := value.(Appender); ok && (v.Kind() != reflect.Pointer || !v.IsNil()) {
		return a.AppendJSON(out)
	}
	return writerOf(v.Type())(out, v)
}

// buffers are reused, since what is written grows while it is written.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// maxReused is up to which size, in bytes, a buffer is worth keeping.
const maxReused = 4 << 20

// Marshal writes a value as Append does.
func Marshal(value any) ([]byte, error) {
	buffer := buffers.Get().(*[]byte)
	out, err := Append((*buffer)[:0], value)
	return taken(buffer, out, err)
}

// taken is a copy of what was written to a buffer, which is given back.
func taken(buffer *[]byte, out []byte, err error) ([]byte, error) {
	text := bytes.Clone(out)
	if cap(out) <= maxReused {
		*buffer = out[:0]
		buffers.Put(buffer)
	}
	if err != nil {
		return nil, err
	}
	return text, nil
}

// writerOf is looked up when a value is written, so that a type may contain itself.
func writerOf(t reflect.Type) writer {
	if w, ok := writers.Load(t); ok {
		return w.(writer)
	}
	w, _ := writers.LoadOrStore(t, newWriter(t))
	return w.(writer)
}

func newWriter(t reflect.Type) writer {
	switch {
	case t.Kind() == reflect.Pointer && (t.Implements(appenderType) || isGenerated(t.Elem()) || !t.Implements(marshalerType) && !t.Implements(textType)):
		return pointer(t.Elem())
	case reflect.PointerTo(t).Implements(appenderType):
		return inPlace
	case isGenerated(t):
		return Struct
	}
	if item, ok := kept.Item(t); ok {
		return nullable(item)
	}
	switch {
	case reflect.PointerTo(t).Implements(marshalerType), reflect.PointerTo(t).Implements(textType):
		return byMarshal
	}
	switch t.Kind() {
	case reflect.String:
		return func(out []byte, v reflect.Value) ([]byte, error) { return String(out, v.String()), nil }
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(out []byte, v reflect.Value) ([]byte, error) { return strconv.AppendInt(out, v.Int(), 10), nil }
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(out []byte, v reflect.Value) ([]byte, error) { return strconv.AppendUint(out, v.Uint(), 10), nil }
	case reflect.Bool:
		return func(out []byte, v reflect.Value) ([]byte, error) { return strconv.AppendBool(out, v.Bool()), nil }
	case reflect.Float64:
		return float
	case reflect.Slice:
		if t.Elem().Kind() != reflect.Uint8 {
			return list(t.Elem())
		}
	case reflect.Map:
		if k := t.Key(); k.Kind() == reflect.String && !k.Implements(textType) && t.Elem().Kind() != reflect.Interface {
			return members(t.Elem())
		}
	}
	return byMarshal
}

// byMarshal leaves a value to encoding/json.
func byMarshal(out []byte, v reflect.Value) ([]byte, error) {
	if v.CanAddr() && v.Kind() != reflect.Interface {
		v = v.Addr() // methods of the pointer count, and nothing is copied
	}
	text, err := json.Marshal(v.Interface())
	return append(out, text...), err
}

// nullable writes what an sdk.Nullable holds, or null.
func nullable(item reflect.Type) writer {
	write := pointer(item)
	return func(out []byte, v reflect.Value) ([]byte, error) { return write(out, kept.Held(v)) }
}

// inPlace has a value write itself.
func inPlace(out []byte, v reflect.Value) ([]byte, error) {
	return addressable(v).Addr().Interface().(Appender).AppendJSON(out)
}

// addressable is v, or a copy of it whose address can be taken.
func addressable(v reflect.Value) reflect.Value {
	if v.CanAddr() {
		return v
	}
	place := reflect.New(v.Type()).Elem()
	place.Set(v)
	return place
}

func pointer(elem reflect.Type) writer {
	write := later(elem)
	return func(out []byte, v reflect.Value) ([]byte, error) {
		if v.IsNil() {
			return append(out, "null"...), nil
		}
		return write(out, v.Elem())
	}
}

// later finds the writer of a type when it is first needed.
func later(t reflect.Type) writer {
	find := sync.OnceValue(func() writer { return writerOf(t) })
	return func(out []byte, v reflect.Value) ([]byte, error) { return find()(out, v) }
}

func float(out []byte, v reflect.Value) ([]byte, error) {
	f := v.Float()
	if size := math.Abs(f); f == 0 || size >= 1e-6 && size < 1e21 {
		return strconv.AppendFloat(out, f, 'f', -1, 64), nil
	}
	return byMarshal(out, v) // with an exponent, or an error
}

func list(elem reflect.Type) writer {
	write := later(elem)
	return func(out []byte, v reflect.Value) (_ []byte, err error) {
		if v.IsNil() {
			return append(out, "null"...), nil
		}
		out = append(out, '[')
		for i := range v.Len() {
			if i > 0 {
				out = append(out, ',')
			}
			if out, err = write(out, v.Index(i)); err != nil {
				return out, err
			}
		}
		return append(out, ']'), nil
	}
}

func members(elem reflect.Type) writer {
	write := later(elem)
	return func(out []byte, v reflect.Value) (_ []byte, err error) {
		if v.IsNil() {
			return append(out, "null"...), nil
		}
		names := make([]string, 0, v.Len())
		for key := range v.Seq() {
			names = append(names, key.String())
		}
		slices.Sort(names)
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(elem).Elem()
		out = append(out, '{')
		for i, name := range names {
			if i > 0 {
				out = append(out, ',')
			}
			key.SetString(name)
			value.Set(v.MapIndex(key))
			if out, err = write(append(String(out, name), ':'), value); err != nil {
				return out, err
			}
		}
		return append(out, '}'), nil
	}
}

// String adds a text as a JSON string.
func String(out []byte, s string) []byte {
	if !bare(s) {
		text, _ := json.Marshal(s) // a string can always be written
		return append(out, text...)
	}
	out = append(out, '"')
	out = append(out, s...)
	return append(out, '"')
}

// escaped are the characters of ASCII that are not written as they are.
var escaped = func() (set [utf8.RuneSelf]bool) {
	for c := range ' ' {
		set[c] = true
	}
	for _, c := range `"\<>&` {
		set[c] = true
	}
	return set
}()

// bare reports whether nothing in a text has to be escaped.
func bare(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf {
			return bareBeyondASCII(s[i:])
		} else if escaped[c] {
			return false
		}
	}
	return true
}

func bareBeyondASCII(s string) bool {
	for i, c := range s {
		switch {
		case c < utf8.RuneSelf:
			if escaped[c] {
				return false
			}
		case c == '\u2028', c == '\u2029':
			return false
		case c == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		}
	}
	return true
}

// Raw adds JSON that came from elsewhere. The error says that it is none.
func Raw(out []byte, text json.RawMessage) ([]byte, error) {
	rewritten := " \t\r\n<>&\u2028\u2029"
	if n := len(text); n > 0 && text[0] == '"' && text[n-1] == '"' { // a text may have spaces in it
		rewritten = "<>&\u2028\u2029"
	}
	if !bytes.ContainsAny(text, rewritten) && json.Valid(text) {
		return append(out, text...), nil
	}
	compact, err := json.Marshal(text)
	return append(out, compact...), err
}
