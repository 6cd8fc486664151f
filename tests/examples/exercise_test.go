package examples

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/fakeserver"
)

// exercise sends the examples of a service through a generated client, found by
// reflection: the names of methods and types are what the document says.
type exercise struct {
	doc    *openapi3.T
	client func(url string) (any, error)
}

type score struct {
	good, total map[api.Side]int
	failed      []failure
}

type failure struct {
	example *api.Example
	why     string
}

func (f failure) String() string {
	return fmt.Sprintf("%s:%d: %s", f.example.Origin.Page, f.example.Origin.Pos.Line, f.why)
}

func (x *exercise) all(svc *api.Service) *score {
	s := &score{good: map[api.Side]int{}, total: map[api.Side]int{}}
	for _, op := range svc.Operations {
		variants := op.Variants
		if len(variants) == 0 {
			variants = []*api.Operation{op}
		}
		for _, v := range variants {
			for _, e := range v.Examples {
				if e.Body == "" {
					continue
				}
				s.total[e.Side]++
				if err := x.one(op, v, e); err != nil {
					s.failed = append(s.failed, failure{e, err.Error()})
				} else {
					s.good[e.Side]++
				}
			}
		}
	}
	return s
}

func (x *exercise) one(op, v *api.Operation, e *api.Example) error {
	if !e.JSON {
		return fmt.Errorf("is no JSON")
	}
	if e.Side == api.SideRequest {
		return x.request(op, v, e)
	}
	return x.response(v, e)
}

// request routes the example by its own method and URL, decodes its body into the
// generated type, validates it, sends it, and compares what the server got.
func (x *exercise) request(op, v *api.Operation, e *api.Example) error {
	if e.Method != "" {
		found := fakeserver.New(x.doc).Route(e.Method, pathOf(e.URL))
		if found == nil || found.OperationID != op.ID {
			return fmt.Errorf("%s %s is not routed to %s", e.Method, e.URL, op.ID)
		}
	}
	fake := fakeserver.New(x.doc)
	server := httptest.NewServer(fake)
	defer server.Close()
	if _, err := x.call(server.URL, v, e); err != nil {
		return err
	}
	calls := fake.Calls()
	if len(calls) != 1 || calls[0].OperationID != op.ID {
		return fmt.Errorf("the call did not reach %s", op.ID)
	}
	if len(calls[0].Problems) > 0 {
		return fmt.Errorf("the server refuses it: %s", strings.Join(calls[0].Problems, "; "))
	}
	return sameJSON([]byte(e.Body), calls[0].Body)
}

// response lets a server answer with the example, reads it with the generated client and
// compares what was read, encoded again.
func (x *exercise) response(v *api.Operation, e *api.Example) error {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(e.Status)
		_, _ = io.WriteString(w, e.Body)
	}))
	defer server.Close()
	result, err := x.call(server.URL, v, nil)
	if err != nil {
		return err
	}
	field := result.Elem().FieldByName(fmt.Sprintf("JSON%d", e.Status))
	if !field.IsValid() || field.Kind() == reflect.Pointer && field.IsNil() {
		return fmt.Errorf("the client has no body for status %d", e.Status)
	}
	got, err := json.Marshal(field.Interface())
	if err != nil {
		return err
	}
	return sameJSON([]byte(e.Body), got)
}

// call calls the method of an operation. Path parameters take the values that the
// example's URL has; its body is decoded into the method's body type and validated.
func (x *exercise) call(server string, v *api.Operation, e *api.Example) (reflect.Value, error) {
	client, err := x.client(server)
	if err != nil {
		return reflect.Value{}, err
	}
	method := reflect.ValueOf(client).MethodByName(v.ID + "WithResponse")
	if !method.IsValid() {
		return reflect.Value{}, fmt.Errorf("the client has no method %sWithResponse", v.ID)
	}
	typ := method.Type()
	args := []reflect.Value{reflect.ValueOf(context.Background())}
	for i := 1; i < typ.NumIn() && !(typ.IsVariadic() && i == typ.NumIn()-1); i++ {
		arg := reflect.New(typ.In(i)).Elem()
		if arg.Kind() == reflect.Pointer { // a body or parameters that may be left out
			arg.Set(reflect.New(typ.In(i).Elem()))
		}
		switch {
		case arg.Kind() == reflect.String:
			arg.SetString("x")
		case strings.HasSuffix(typ.In(i).String(), "Body") && e != nil:
			if err := decode(e.Body, arg.Addr().Interface()); err != nil {
				return reflect.Value{}, err
			}
			if val, ok := arg.Interface().(interface{ Validate() error }); ok {
				if err := val.Validate(); err != nil {
					return reflect.Value{}, fmt.Errorf("validation refuses it: %w", err)
				}
			}
		}
		args = append(args, arg)
	}
	out := method.Call(args)
	if err, ok := out[1].Interface().(error); ok && err != nil {
		return reflect.Value{}, err
	}
	return out[0], nil
}

func decode(text string, into any) error {
	d := json.NewDecoder(strings.NewReader(text))
	return d.Decode(into)
}

func pathOf(raw string) string {
	raw = strings.NewReplacer("{", "", "}", "").Replace(raw)
	u, err := url.Parse(raw)
	if err != nil {
		return raw
	}
	return u.Path
}

// sameJSON compares two texts as JSON: white space and the order of members do not count,
// the value of numbers does, to their last digit.
func sameJSON(want, got []byte) error {
	a, err := normal(want)
	if err != nil {
		return err
	}
	b, err := normal(got)
	if err != nil {
		return err
	}
	if !bytes.Equal(a, b) {
		return fmt.Errorf("it comes back as other JSON: want %s, got %s", a, b)
	}
	return nil
}

func normal(text []byte) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	return json.Marshal(v)
}
