// Package exercise sends printed examples through the methods of a generated client, and
// through loopback, and compares what comes out at the other side. Methods are found by
// reflection under the names of operations, so that one program can do it for all clients.
package exercise

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"sync/atomic"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// Client calls the methods of one generated client, one after the other.
type Client struct {
	server  *httptest.Server
	handler atomic.Pointer[http.HandlerFunc]
	methods map[string]reflect.Value // by name in small letters: the client writes Api as API
}

// New makes the generated client for a server on loopback. Close the Client after use.
func New(make func(endpoint string) (any, error)) (*Client, error) {
	c := &Client{methods: map[string]reflect.Value{}}
	c.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { (*c.handler.Load())(w, r) }))
	client, err := make(c.server.URL)
	if err != nil {
		c.server.Close()
		return nil, err
	}
	v := reflect.ValueOf(client)
	for m, method := range v.Methods() {
		c.methods[strings.ToLower(m.Name)] = method
	}
	return c, nil
}

// Close stops the server.
func (c *Client) Close() { c.server.Close() }

// ErrNoType says that the generated client has no type for an example: it is text, or a
// status that the document does not have.
var ErrNoType = errors.New("the client has no type for it")

// ErrRefused says that the method takes an example for no response of its operation, as it
// should where the page prints only a part of one.
var ErrRefused = errors.New("the method takes it for no response of its operation")

// method is that of an operation: for one page, where it walks over pages.
func (c *Client) method(operation string) (reflect.Value, bool) {
	name := strings.ToLower(operation)
	if m, ok := c.methods[name+"page"]; ok && c.isWalk(name) {
		return m, true
	}
	m, ok := c.methods[name]
	return m, ok
}

// isWalk reports whether a method gives an iterator.
func (c *Client) isWalk(name string) bool {
	m, ok := c.methods[name]
	return ok && m.Type().NumOut() == 1 && m.Type().Out(0).Kind() == reflect.Func
}

// Outcome says how well an example went through.
type Outcome struct {
	Exact bool // numbers are written alike, too: 1.0 is not 1
}

// Request decodes an example into the type of the body, sends it, and compares what the
// server got. valid examples must keep what the client checks. then, which may be nil,
// sees the request and responds to it.
func (c *Client) Request(operation string, body []byte, valid bool, then http.Handler) (Outcome, error) {
	m, ok := c.method(operation)
	if !ok {
		return Outcome{}, ErrNoType
	}
	args := arguments(m.Type())
	at := len(args) - 1
	if at < 1 || !isBody(args[at].Type()) {
		return Outcome{}, ErrNoType
	}
	value := reflect.New(args[at].Type())
	if err := json.Unmarshal(body, value.Interface()); err != nil {
		return Outcome{}, err
	}
	args[at] = value.Elem()
	if v, ok := args[at].Interface().(interface{ Validate() error }); ok && valid {
		if err := v.Validate(); err != nil {
			return Outcome{}, fmt.Errorf("it is refused before it is sent: %w", err)
		}
	}
	var got []byte
	var isForm bool
	c.serve(func(w http.ResponseWriter, r *http.Request) {
		got, _ = io.ReadAll(r.Body) // what is missing shows in the comparison
		isForm = r.Header.Get("Content-Type") == "application/x-www-form-urlencoded"
		if then != nil {
			r.Body = io.NopCloser(bytes.NewReader(got))
			then.ServeHTTP(w, r)
		}
	})
	if err := call(m, args); err.err != nil {
		return Outcome{}, err.err
	}
	if isForm {
		return compareForm(body, string(got))
	}
	return compare(body, got)
}

// compareForm compares an example with the form of pairs that was sent of it, whose values are all text.
func compareForm(want []byte, got string) (Outcome, error) {
	var members map[string]any
	d := json.NewDecoder(bytes.NewReader(want))
	d.UseNumber()
	if err := d.Decode(&members); err != nil {
		return Outcome{}, err
	}
	form := url.Values{}
	for name, v := range members {
		items, isList := v.([]any)
		if !isList {
			items = []any{v}
		}
		for _, item := range items {
			form.Add(name, fmt.Sprint(item))
		}
	}
	sent, err := url.ParseQuery(got)
	if err == nil && sent.Encode() != form.Encode() {
		err = fmt.Errorf("it comes out as another form: want %.600s, got %.600s", form.Encode(), got)
	}
	return Outcome{Exact: err == nil}, err
}

// Response lets the server respond with an example and compares what the method gives, or
// what its error has. The member that a method gives in place of the whole body is
// compared with that member. Status 0 is the default response.
//
// An example that is not valid may also be refused as not a documented response, if the error
// has it as it came (ErrRefused).
func (c *Client) Response(operation string, status int, body []byte, valid bool) (Outcome, error) {
	sent := statusOnWire(status)
	return c.response(operation, sent, nil, body, valid, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(sent)
		_, _ = w.Write(body) // a client that has gone shows in its error
	})
}

// statusOnWire is the status that stands for the one of an example.
func statusOnWire(status int) int {
	switch status {
	case http.StatusNoContent:
		return http.StatusOK // HTTP has no body with 204, though a page shows one
	case 0:
		return http.StatusBadRequest // the default response: any status that the document does not list
	}
	return status
}

// response compares what the method gives with what the handler has sent. The body of the
// request is made up where there is none.
func (c *Client) response(operation string, sent int, request, body []byte, valid bool, handler http.HandlerFunc) (Outcome, error) {
	m, ok := c.method(operation)
	if !ok {
		return Outcome{}, ErrNoType
	}
	c.serve(handler)
	args := arguments(m.Type())
	if last := args[len(args)-1]; request != nil && isBody(last.Type()) {
		if err := json.Unmarshal(request, last.Addr().Interface()); err != nil {
			return Outcome{}, err
		}
	}
	result := call(m, args)
	var failed *sdk.Error
	switch {
	case errors.As(result.err, &failed) && failed.StatusCode == sent && failed.Cause == nil:
		if failed.Detail == nil {
			return Outcome{}, ErrNoType
		}
		return compareValue(body, failed.Detail)
	case !valid && errors.Is(result.err, sdk.ErrUnreadable) && errors.As(result.err, &failed):
		if outcome, err := compare(body, failed.Body); err != nil {
			return outcome, err
		}
		return Outcome{}, ErrRefused
	case result.err != nil:
		return Outcome{}, result.err
	case result.value == nil && string(normal(body, false)) == "{}":
		return Outcome{Exact: true}, nil // nothing, which the method gives back as nothing
	case result.value == nil:
		return Outcome{}, ErrNoType
	}
	if outcome, err := c.walk(operation, body); err != nil {
		return outcome, err
	}
	return compareValue(body, result.value)
}

// walk goes over the pages of a list, of which the example is every one: each item must
// come once, in its order.
func (c *Client) walk(operation string, body []byte) (Outcome, error) {
	name := strings.ToLower(operation)
	if !c.isWalk(name) {
		return Outcome{}, nil
	}
	m := c.methods[name]
	items := []json.RawMessage{}
	for item, err := range m.Call(append(arguments(m.Type()), unchecked))[0].Seq2() {
		err, _ := err.Interface().(error)
		if errors.Is(err, sdk.ErrPageLoop) || errors.Is(err, sdk.ErrIncomplete) {
			break // which is true: the example is every page
		}
		if err != nil {
			return Outcome{}, fmt.Errorf("walking over the pages: %w", err)
		}
		text, err := json.Marshal(item.Interface())
		if err != nil {
			return Outcome{}, err
		}
		if items = append(items, text); len(items) > 10_000 {
			return Outcome{}, errors.New("the walk over the pages does not end")
		}
	}
	got, err := json.Marshal(items)
	if err != nil {
		return Outcome{}, err
	}
	var whole any
	if err := json.Unmarshal(body, &whole); err != nil {
		return Outcome{}, err
	}
	if len(items) > 0 && !hasList(whole, normal(got, true)) {
		return Outcome{}, fmt.Errorf("the items of the walk are not a list of the response: %.300s", got)
	}
	return Outcome{}, nil
}

// hasList looks for a list in a document.
func hasList(v any, want []byte) bool {
	switch v := v.(type) {
	case map[string]any:
		for _, member := range v {
			if hasList(member, want) {
				return true
			}
		}
	case []any:
		text, err := json.Marshal(v)
		return err == nil && bytes.Equal(normal(text, true), want)
	}
	return false
}

func (c *Client) serve(handler http.HandlerFunc) { c.handler.Store(&handler) }

// unchecked turns the checks off: other arguments than the body are made up.
var unchecked = reflect.ValueOf(sdk.WithoutValidation())

// arguments are made-up ones for all parameters but the options.
func arguments(t reflect.Type) []reflect.Value {
	args := []reflect.Value{reflect.ValueOf(context.Background())}
	for i := 1; i < t.NumIn()-1; i++ {
		arg := reflect.New(t.In(i)).Elem()
		switch arg.Kind() {
		case reflect.String:
			arg.SetString("x")
		case reflect.Interface:
			arg.Set(reflect.ValueOf(strings.NewReader("x")))
		default:
			if arg.Type() == reflect.TypeFor[sdk.Scalar]() {
				arg.Set(reflect.ValueOf(sdk.StringScalar("x")))
			}
		}
		args = append(args, arg)
	}
	return args
}

// isBody reports whether a parameter is a typed body: structs of parameters are not
// written as JSON.
func isBody(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Struct:
		return t.Implements(reflect.TypeFor[json.Marshaler]())
	case reflect.Interface:
		return false
	case reflect.String:
		return false // the last part of a path
	}
	return true
}

// called is what a method gave.
type called struct {
	value any
	err   error
}

func call(m reflect.Value, args []reflect.Value) called {
	out := m.Call(append(args, unchecked))
	var c called
	c.err, _ = out[len(out)-1].Interface().(error)
	if len(out) < 2 || c.err != nil {
		return c
	}
	c.value = out[0].Interface()
	if stream, ok := c.value.(io.Closer); ok {
		c.err, c.value = stream.Close(), nil
	}
	return c
}

// compareValue compares an example with a value that was decoded from it: the whole, one
// of several bodies, or the only member.
func compareValue(body []byte, value any) (Outcome, error) {
	v := reflect.Indirect(reflect.ValueOf(value))
	if v.Kind() == reflect.Struct && v.NumField() > 0 && v.Type().Field(0).Type == reflect.TypeFor[sdk.Response]() {
		for i := 1; i < v.NumField(); i++ {
			if !v.Field(i).IsZero() {
				value = v.Field(i).Interface()
			}
		}
	}
	got, err := json.Marshal(value)
	if err != nil {
		return Outcome{}, err
	}
	outcome, err := compare(body, got)
	if err == nil {
		return outcome, nil
	}
	var members map[string]json.RawMessage
	if string(got) == "null" && json.Unmarshal(body, &members) == nil && len(members) == 0 {
		return Outcome{Exact: true}, nil // the list that is the only member is not there
	}
	if json.Unmarshal(body, &members) == nil {
		for _, member := range members { // the others of an example are in the raw response
			if len(members) > 1 && empty(member) {
				continue // many members are, so it proves nothing
			}
			if outcome, err := compare(member, got); err == nil {
				return outcome, nil
			}
		}
	}
	return outcome, err
}

func empty(text json.RawMessage) bool {
	switch string(normal(text, false)) {
	case "{}", "[]", "null", `""`:
		return true
	}
	return false
}

// compare compares two texts as JSON: white space, the order of members and the way of
// writing numbers do not count.
func compare(want, got []byte) (Outcome, error) {
	if !bytes.Equal(normal(want, true), normal(got, true)) {
		return Outcome{}, fmt.Errorf("it comes out as other JSON: want %.600s, got %.600s", normal(want, true), normal(got, true))
	}
	return Outcome{Exact: bytes.Equal(normal(want, false), normal(got, false))}, nil
}
