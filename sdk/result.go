package sdk

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// Root is the single member of an answer that a method gives back. An empty answer gives
// an empty T: the call has succeeded, and the service had nothing to say.
//
// Some services leave out the object around the member that their documentation shows. So
// an answer that lacks the member is read as a T itself, and is one when it has at least
// one member of T. Any other is an error, which has the answer in it.
func Root[T any](call *Call, name string, root *T) (*T, error) {
	if root != nil {
		return root, nil
	}
	answer := call.Response()
	if len(answer.Body) == 0 {
		return new(T), nil
	}
	bare := new(T)
	if json.Unmarshal(answer.Body, bare) == nil && recognized(bare, answer.Body) {
		return bare, nil
	}
	return nil, call.unreadable(fmt.Errorf("the answer has no member %q", name))
}

// recognized reports whether a struct has taken a member of an object into its fields.
func recognized(value any, object []byte) bool {
	v := reflect.ValueOf(value).Elem()
	if v.Kind() != reflect.Struct {
		return false
	}
	kept, _ := v.FieldByName("Kept").Interface().(Kept)
	var members map[string]json.RawMessage
	if json.Unmarshal(object, &members) != nil {
		return false
	}
	return len(members) > len(kept.Names())
}
