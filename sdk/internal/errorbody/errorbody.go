// Package errorbody knows the names under which services say what went wrong. Clients read
// errors by them, and servers write documented errors by them.
package errorbody

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// Of several names, the first that has a text or number counts. XML names are the same
// without regard to case.
var (
	CodeNames = []string{
		"error_code", "errorCode", "errCode", "err_code", "code", "Code", "faultcode", "type", // type: {"NeutronError": {"type": "RouterNotFound"}}
	}
	MessageNames = []string{
		"error_msg", "errorMsg", "error_message", "errorMessage", "errMsg", "err_msg", "message", "Message", "msg", "externalMessage",
		"error_description", "faultstring", "detail", "description", "reason",
	}

	// SummaryNames say what kind of error it is, mostly in the words of its status; a message, also
	// one in an object beside them, says what is wrong.
	SummaryNames = []string{"explanation", "title"}

	RequestNames = []string{"request_id", "requestId", "RequestId", "requestid", "req_id"}

	// CertainNames are those that nothing but an error has.
	CertainNames = []string{"error_code", "errorCode", "errCode", "err_code", "error_msg", "errorMsg", "error_message", "errorMessage", "error"}

	// PlaceNames are members of a single problem that say what it is about.
	PlaceNames = []string{"path", "field", "pointer", "parameter", "property", "location", "attribute", "loc"}

	// WrapperNames are members that hold the rest, or a text of their own.
	WrapperNames = []string{"error", "errors", "NeutronError", "Error", "fault", "error_info"}
)

// maxDepth is how deep code and message are looked for.
const maxDepth = 3

// Fill sets the members for code and message of the generated struct that target points at,
// and reports whether it has one for the message.
func Fill(target any, code, message string) bool {
	v := reflect.TypeOf(target)
	if v.Kind() != reflect.Pointer {
		return false
	}
	body, ok := object(v.Elem(), code, message, maxDepth)
	if !ok {
		return false
	}
	text, err := json.Marshal(body)
	return err == nil && json.Unmarshal(text, target) == nil
}

// object makes the members of a type that has a place for the message: itself, or in an
// object around it.
func object(t reflect.Type, code, message string, depth int) (any, bool) {
	t = plain(t)
	if depth == 0 {
		return nil, false
	}
	if t.Kind() == reflect.Slice {
		item, ok := object(t.Elem(), code, message, depth-1)
		return []any{item}, ok
	}
	if t.Kind() != reflect.Struct {
		return nil, false
	}
	fields := map[string]reflect.Type{}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" && name != "-" {
			fields[name] = plain(t.Field(i).Type)
		}
	}
	out := map[string]any{}
	put(out, fields, CodeNames, code)
	if put(out, fields, MessageNames, message) {
		return out, true
	}
	for _, name := range wrappers(fields) {
		if field := fields[name]; field != nil {
			if inner, ok := object(field, code, message, depth-1); ok {
				out[name] = inner
				return out, true
			}
		}
	}
	return out, put(out, fields, SummaryNames, message)
}

// wrappers are the names of members that may hold the rest; the only member may.
func wrappers(fields map[string]reflect.Type) []string {
	if len(fields) == 1 {
		for name := range fields {
			return []string{name}
		}
	}
	return WrapperNames
}

// put sets the first of the members that can hold the text.
func put(out map[string]any, fields map[string]reflect.Type, names []string, text string) bool {
	for _, name := range names {
		t := fields[name]
		if t == nil {
			continue
		}
		switch {
		case t.Kind() == reflect.String || t.Name() == "Scalar":
			out[name] = text
			return true
		case t.Kind() == reflect.Int64:
			if n, err := strconv.ParseInt(text, 10, 64); err == nil {
				out[name] = n
				return true
			}
		}
	}
	return false
}

// plain takes pointers and sdk.Nullable off a type.
func plain(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if item, ok := kept.Item(t); ok {
		return item
	}
	return t
}
