//go:build linux

package services

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// driver calls the methods of a generated client by their names, so that one test can be of
// two versions of an API. What is sent is written as JSON and read into the types of the
// method; what comes is the JSON that its types are written as.
type driver struct{ client reflect.Value }

func drive(client any) driver { return driver{reflect.ValueOf(client)} }

// object is a body or a query, where the keys are the names of fields.
type object = map[string]any

// call calls a method. An argument that is an object becomes the body or the parameters that
// the method takes, anything else is passed on. Of a list all items come.
func (d driver) call(ctx context.Context, method string, arguments ...any) (any, error) {
	m := d.client.MethodByName(method)
	if !m.IsValid() {
		return nil, fmt.Errorf("there is no method %s", method)
	}
	in := []reflect.Value{reflect.ValueOf(ctx)}
	for i, argument := range arguments {
		value, err := fit(argument, m.Type().In(min(i+1, m.Type().NumIn()-1)))
		if err != nil {
			return nil, fmt.Errorf("%s, argument %d: %w", method, i+1, err)
		}
		in = append(in, value)
	}
	out := m.Call(in)
	if out[0].Kind() == reflect.Func {
		return items(out[0])
	}
	if err, _ := out[len(out)-1].Interface().(error); err != nil || len(out) == 1 {
		return nil, err
	}
	return plain(out[0].Interface())
}

// fit makes an argument of the type that a method takes.
func fit(argument any, t reflect.Type) (reflect.Value, error) {
	fields, ok := argument.(object)
	if value := reflect.ValueOf(argument); !ok && value.Kind() == t.Kind() {
		return value.Convert(t), nil // a text may be one of the values that are listed
	}
	if !ok {
		return reflect.ValueOf(argument), nil
	}
	if t.Kind() == reflect.Pointer {
		value, err := fit(argument, t.Elem())
		return value.Addr(), err
	}
	if !strings.HasSuffix(t.Name(), "Params") {
		text, err := json.Marshal(fields)
		if err != nil {
			return reflect.Value{}, err
		}
		value := reflect.New(t)
		return value.Elem(), json.Unmarshal(text, value.Interface())
	}
	value := reflect.New(t).Elem()
	for name, given := range fields {
		field, from := value.FieldByName(name), reflect.ValueOf(given)
		switch {
		case !field.IsValid():
			return value, fmt.Errorf("%s has no field %s", t, name)
		case field.Kind() == reflect.Pointer:
			field.Set(reflect.New(field.Type().Elem()))
			field.Elem().Set(from.Convert(field.Type().Elem()))
		case field.Kind() == reflect.Slice && from.Kind() != reflect.Slice:
			field.Set(reflect.Append(field, from.Convert(field.Type().Elem())))
		default:
			field.Set(from.Convert(field.Type()))
		}
	}
	return value, nil
}

// items takes all of an iterator.
func items(sequence reflect.Value) (any, error) {
	all, failed := []any{}, error(nil)
	yield := reflect.MakeFunc(sequence.Type().In(0), func(in []reflect.Value) []reflect.Value {
		if err, _ := in[1].Interface().(error); err != nil {
			failed = err
			return []reflect.Value{reflect.ValueOf(false)}
		}
		item, err := plain(in[0].Interface())
		all, failed = append(all, item), err
		return []reflect.Value{reflect.ValueOf(err == nil)}
	})
	sequence.Call([]reflect.Value{yield})
	return all, failed
}

// plain is the JSON that a value is written as.
func plain(value any) (any, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	var out any
	return out, json.Unmarshal(text, &out)
}

// must calls a method that has to work.
func (d driver) must(t *testing.T, method string, arguments ...any) any {
	t.Helper()
	value, err := d.call(t.Context(), method, arguments...)
	stack.OK(t, err)
	return value
}

// fails calls a method that has to be refused.
func (d driver) fails(t *testing.T, kind error, method string, arguments ...any) *sdk.Error {
	t.Helper()
	_, err := d.call(t.Context(), method, arguments...)
	return stack.Fails(t, method, err, kind)
}

// status calls a method that has to be refused with a status.
func (d driver) status(t *testing.T, status int, method string, arguments ...any) {
	t.Helper()
	_, err := d.call(t.Context(), method, arguments...)
	var failed *sdk.Error
	if !errors.As(err, &failed) || failed.StatusCode != status {
		t.Fatalf("%s: %v, want the status %d", method, err, status)
	}
}

// at is what is in a value: at(volume, "attachments/0/id").
func at(value any, path string) any {
	for step := range strings.SplitSeq(path, "/") {
		switch inner := value.(type) {
		case object:
			value = inner[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(inner) {
				return nil
			}
			value = inner[i]
		default:
			return nil
		}
	}
	return value
}

// text is at as a text.
func text(value any, path string) string { return sdk.Text(at(value, path)) }

// has fails the test unless a value has what is wanted, both as JSON.
func has(t *testing.T, value any, path string, want any) {
	t.Helper()
	got, _ := json.Marshal(at(value, path))
	wanted, _ := json.Marshal(want)
	if string(got) != string(wanted) {
		t.Errorf("%s is %s, want %s", path, got, wanted)
	}
}

// all gives one member of each item of a list.
func all(list any, path string) []string {
	found := []string{}
	for _, item := range list.([]any) {
		found = append(found, text(item, path))
	}
	return found
}

// until repeats a step until it is done. There is no hurry in it, only an end.
func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); !done(); time.Sleep(200 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s does not happen", what)
		}
	}
}
