package gen

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/errorbody"
)

// Root is the single member of a response that a method gives back. An empty response gives
// an empty T: the call has succeeded, and the service had nothing to say. So does one that
// lacks the member where the document does not require it.
//
// Some services leave out the object around the member that their documentation shows. So
// a response that lacks the member is read as a T itself, and is one when it has at least
// one member of T. Any other is an error, which has the response in it: one that is no
// object, one whose member has another form, and one that lacks a required member.
func Root[T any](call *sdk.Call, name string, required bool, root *T) (*T, error) {
	body := call.Body()
	if root != nil || len(body) == 0 {
		return orEmpty(root), nil
	}
	bare := new(T)
	switch err := call.Unmarshal(body, bare); {
	case err == nil && recognized(bare, body):
		return bare, nil
	case notRead(err):
		return nil, call.Unreadable(err)
	}
	if err := lacking(body, name, required); err != nil {
		return nil, call.Unreadable(err)
	}
	return new(T), nil
}

// notRead reports whether an error of decoding says nothing of the form of a response.
func notRead(err error) bool {
	return errors.Is(err, sdk.ErrTooLarge) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

func orEmpty[T any](v *T) *T {
	if v == nil {
		return new(T)
	}
	return v
}

// lacking says why a response without a member that can be used is none of the documented
// ones; nil where its absence is documented.
func lacking(body []byte, name string, required bool) error {
	var members map[string]json.RawMessage
	if json.Unmarshal(body, &members) != nil || members == nil {
		return fmt.Errorf("the response is not an object with the member %q", name)
	}
	switch member, there := members[name]; {
	case there && !isNull(member):
		return fmt.Errorf("the member %q does not have the documented form", name)
	case required && !there:
		return fmt.Errorf("the response has no member %q", name)
	case required:
		return fmt.Errorf("the member %q is null", name)
	}
	for _, error := range errorbody.CertainNames { // some services send errors with the status 200
		if text, there := members[error]; there && !isNull(text) {
			return fmt.Errorf("the response has no member %q, but %q", name, error)
		}
	}
	return nil
}

// List is the list that a method gives back, alone or page by page. Where the response has
// none, that is an empty list: when the member is null, or absent where the document does not
// require it. A bare list is taken for the member, as with Root. Any other response is an
// error, so that nobody takes one that cannot be read for "there are no items".
func List[T any](call *sdk.Call, name string, required bool, list []T) ([]T, error) {
	body := call.Body()
	if list != nil || len(body) == 0 {
		return list, nil
	}
	switch err := call.Unmarshal(body, &list); {
	case err == nil && list != nil:
		return list, nil
	case notRead(err):
		return nil, call.Unreadable(err)
	}
	if err := lacking(body, name, required); err != nil && !nullMember(body, name) {
		return nil, call.Unreadable(err)
	}
	return nil, nil
}

// nullMember reports whether an object has a member that is null.
func nullMember(body []byte, name string) bool {
	var members map[string]json.RawMessage
	return json.Unmarshal(body, &members) == nil && string(members[name]) == "null"
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
