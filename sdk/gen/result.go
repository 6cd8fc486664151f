package gen

import (
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// Root is the single member of a response that a method gives back. An empty response gives
// an empty T: the call has succeeded, and the service had nothing to say.
//
// Some services leave out the object around the member that their documentation shows. So
// a response that lacks the member is read as a T itself, and is one when it has at least
// one member of T. Any other is an error, which has the response in it.
func Root[T any](call *sdk.Call, name string, root *T) (*T, error) {
	if root != nil {
		return root, nil
	}
	response := call.Response()
	if len(response.Body) == 0 {
		return new(T), nil
	}
	bare := new(T)
	if json.Unmarshal(response.Body, bare) == nil && recognized(bare, response.Body) {
		return bare, nil
	}
	return nil, call.Unreadable(fmt.Errorf("the response has no member %q", name))
}

// List is the list that a method gives back, alone or page by page. Where the response has
// none, that is an empty list only when the response says so: the member is null or absent
// beside others that are documented. A bare list is taken for the member, as with Root.
// Any other response is an error, so that nobody takes one that cannot be read for "there
// are no items". owner points at the struct that the response was decoded into.
func List[T any](call *sdk.Call, name string, list []T, owner any) ([]T, error) {
	response := call.Response()
	if list != nil || len(response.Body) == 0 {
		return list, nil
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(response.Body, &members) != nil {
		if json.Unmarshal(response.Body, &list) == nil {
			return list, nil
		}
		return nil, call.Unreadable(fmt.Errorf("the response is not an object with the list %q", name))
	}
	member, there := members[name]
	switch {
	case there && string(member) == "null", len(members) == 0:
		return nil, nil
	case there:
		return nil, call.Unreadable(fmt.Errorf("the member %q is not the documented list", name))
	case recognized(owner, response.Body):
		return nil, nil
	}
	return nil, call.Unreadable(fmt.Errorf("the response has no list %q", name))
}

// recognized reports whether a struct has taken a member of an object into its fields.
func recognized(value any, object []byte) bool {
	v := reflect.ValueOf(value).Elem()
	if v.Kind() != reflect.Struct {
		return false
	}
	kept, _ := v.FieldByName("Kept").Interface().(sdk.Kept)
	var members map[string]json.RawMessage
	if json.Unmarshal(object, &members) != nil {
		return false
	}
	return len(members) > len(kept.Names())
}
