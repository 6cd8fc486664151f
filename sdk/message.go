package sdk

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"net/http"
	"reflect"

	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// Response is the raw response of an operation. The request in HTTPResponse is the one that
// was sent, with its token.
type Response struct {
	HTTPResponse *http.Response // its Body can be read, once more
	Body         []byte
}

// StatusCode is the HTTP status, or 0 when there is no response.
func (r Response) StatusCode() int {
	if r.HTTPResponse == nil {
		return 0
	}
	return r.HTTPResponse.StatusCode
}

// IsJSON reports whether the response has a body that says it is JSON.
func (r Response) IsJSON() bool {
	if len(r.Body) == 0 || r.HTTPResponse == nil {
		return false
	}
	return isJSONType(r.HTTPResponse.Header.Get("Content-Type"))
}

// Decode reads the body, JSON or XML, into target; *[]byte takes it as it is. An empty body
// leaves target as it was. A page of HTML is an error.
func (r Response) Decode(target any) error {
	if err := r.decode(context.Background(), target, decodedFactor*DefaultMaxResponseSize); err != nil {
		return fmt.Errorf("the response with status %d does not have the documented form: %w", r.StatusCode(), err)
	}
	return nil
}

// decode reads the body into target, see Call.Do. It gives up when ctx ends, and takes no more
// than limit bytes of memory.
func (r Response) decode(ctx context.Context, target any, limit int64) error {
	if raw, ok := target.(*[]byte); ok && raw != nil {
		*raw = r.Body
		return nil
	}
	contentType := ""
	if r.HTTPResponse != nil {
		contentType = r.HTTPResponse.Header.Get("Content-Type")
	}
	body := bytes.TrimSpace(bytes.TrimPrefix(r.Body, []byte("\ufeff")))
	switch {
	case len(body) == 0:
		return nil
	case isHTML(contentType, body):
		// Also where nothing is read of it: the page of a proxy is not a response of the service.
		return fmt.Errorf("it is a page of HTML: %s", clean(htmlTitle(string(body)), maxText))
	case isNil(target):
		return nil
	case r.IsXML():
		if !takesXML(reflect.TypeOf(target)) {
			return errors.New("it is XML, which the document has no type for here")
		}
		if err := weighXML(body, target, limit); err != nil {
			return err
		}
		return whileWanted(ctx, body, target, xml.Unmarshal)
	case string(body) == "null" && !takesNull(reflect.TypeOf(target).Elem()):
		return errors.New("it is null") // and not an empty list, or an object without members
	case isJSONType(contentType) || body[0] == '{' || body[0] == '[' || json.Valid(body):
		return decodeJSON(ctx, body, target, limit)
	}
	return fmt.Errorf("it is neither JSON nor XML, but %q", clean(contentType, maxCode))
}

// takesXML reports whether encoding/xml can fill a type: it takes one element for a list, and leaves
// a generated struct empty that has no names of elements.
func takesXML(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8 || t.Kind() == reflect.Map {
		return false
	}
	if t.Kind() != reflect.Struct {
		return true
	}
	if f, ok := t.FieldByName("Kept"); !ok || f.Type != reflect.TypeFor[Kept]() {
		return true // a type of the user's
	}
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("xml"); name != "" && name != "-" {
			return true
		}
	}
	return t.NumField() == 1
}

// takesNull reports whether null is a value of a type, and not only what leaves it as it was.
func takesNull(t reflect.Type) bool {
	if _, may := kept.Item(t); may {
		return true
	}
	switch t.Kind() {
	case reflect.Interface, reflect.Pointer:
		return true
	case reflect.Struct: // a union, or another that keeps the text
		f := fieldsOf(t)
		return len(f.named) == 0 && f.others == nil
	}
	return t == reflect.TypeFor[json.RawMessage]()
}

// decodeJSON decodes a body, or another text of the same response.
func decodeJSON(ctx context.Context, text []byte, target any, limit int64) error {
	if err := weigh(ctx, text, target, limit); err != nil {
		return err
	}
	return whileWanted(ctx, text, target, unmarshal)
}

// unmarshal is json.Unmarshal, which for a type that decodes itself looks for the end of the object
// once more after it has made sure that it is one.
func unmarshal(text []byte, target any) error {
	own, ok := target.(json.Unmarshaler)
	object := bytes.Trim(text, " \t\r\n")
	if !ok || len(object) == 0 || object[0] != '{' || reflect.TypeOf(target).Kind() != reflect.Pointer || isNil(target) || !json.Valid(object) {
		return json.Unmarshal(text, target)
	}
	return own.UnmarshalJSON(object)
}

// quickBody is up to how long a text is decoded without an eye on the context.
const quickBody = 1 << 20

// whileWanted decodes text, but not for longer than until ctx ends. What is decoded then is
// lost; target stays as it was.
func whileWanted(ctx context.Context, text []byte, target any, decode func([]byte, any) error) error {
	into := reflect.ValueOf(target)
	if len(text) <= quickBody || ctx.Done() == nil || into.Kind() != reflect.Pointer || !into.Elem().IsZero() {
		return decode(text, target) // a target that is not empty may be the caller's at any time
	}
	fresh, ended := reflect.New(into.Type().Elem()), make(chan error, 1)
	go func() { ended <- decode(text, fresh.Interface()) }()
	select {
	case err := <-ended:
		into.Elem().Set(fresh.Elem())
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
