package gen

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// FollowLink adds to options that the query of a link replaces that of the call. Nothing
// else of the link counts: the request goes to the same server and path, so a link cannot
// lead the caller's token elsewhere. An empty link changes nothing.
func FollowLink(options []sdk.Option, link string) []sdk.Option {
	if link == "" {
		return options
	}
	_, query, _ := strings.Cut(link, "?")
	query, _, _ = strings.Cut(query, "#")
	return append(options[:len(options):len(options)], sdk.WithQuery(query))
}

// Number is a member of a response or a parameter as a whole number, or -1 where it is
// absent or none.
func Number(member any) int64 {
	n, err := strconv.ParseInt(sdk.Text(member), 10, 64)
	if err != nil {
		return -1
	}
	return n
}

// NextLink finds the address of the next page: the member itself, its own address where it is
// an object, or the one of a list of links whose rel is next.
func NextLink(member any) string {
	text, err := json.Marshal(member)
	if err != nil {
		return ""
	}
	var links []struct{ Rel, Href string }
	if json.Unmarshal(text, &links) == nil {
		for _, link := range links {
			if link.Rel == "next" {
				return link.Href
			}
		}
		return ""
	}
	var one struct{ Href string }
	if bytes.HasPrefix(text, []byte("{")) && json.Unmarshal(text, &one) == nil {
		return one.Href
	}
	return sdk.Text(member)
}

// SetParam sets a parameter to a number or a text, whatever its type in Go. The error says
// that the type has no such value.
func SetParam[V int64 | string](param any, value V) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	if json.Unmarshal(text, param) == nil {
		return nil
	}
	// A number that is sent as text, or a text that is a number.
	if bytes.HasPrefix(text, []byte(`"`)) {
		text = bytes.Trim(text, `"`)
	} else {
		text = strconv.AppendQuote(nil, string(text))
	}
	if json.Unmarshal(text, param) != nil {
		return errors.New("the parameter that says which page cannot be " + string(text))
	}
	return nil
}

// IsSet reports whether the caller has given a parameter: it is there, and not the zero value.
func IsSet(param any) bool {
	v := reflect.ValueOf(param)
	for v.Kind() == reflect.Pointer {
		v = v.Elem() // not valid for nil
	}
	return v.IsValid() && !v.IsZero()
}

// SetLimit sets the parameter that says how many items a page has, where the caller has not
// set it, and gives how many it is now; 0 where the caller has set something else than a
// number.
func SetLimit[T any](param *T, limit int64) (int64, error) {
	if IsSet(*param) {
		return max(Number(*param), 0), nil
	}
	return limit, SetParam(param, limit)
}
