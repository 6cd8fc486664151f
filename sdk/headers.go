package sdk

import (
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/internal/headerlist"
)

// WithResponseHeaders stores headers of the response in a struct whose fields have tags such as
// header:"X-Total-Count". Generated packages have one for each operation whose document
// describes headers of its response:
//
//	var headers cbr.ListVaultHeaders
//	page, err := client.ListVaultPage(ctx, params, sdk.WithResponseHeaders(&headers))
//
// A header that is not there, or has another form than its field, leaves the field nil; what
// came is in Response.HTTPResponse (WithCapture). For a single call only; of several requests
// it has those of the last one.
func WithResponseHeaders(into any) Option {
	return forCall("WithResponseHeaders", func(s *settings) error {
		v := reflect.ValueOf(into)
		if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
			return fmt.Errorf("WithResponseHeaders: a %T is not a pointer to a struct", into)
		}
		s.headersInto = into
		return nil
	})
}

// readHeaders fills the fields of a struct that have the tag header.
func readHeaders(header http.Header, into any) {
	v := reflect.ValueOf(into).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("header")
		if name == "" || !v.Type().Field(i).IsExported() {
			continue
		}
		v.Field(i).SetZero()
		if values := header.Values(name); len(values) > 0 {
			if list, ok := v.Field(i).Addr().Interface().(*[]string); ok {
				*list = listOf(name, values)
				continue
			}
			readHeader(strings.Join(values, ","), v.Field(i))
		}
	}
}

// listOf are the items of a header. Each Set-Cookie is one: its lines are not a list (RFC 9110, section 5.3).
func listOf(name string, values []string) []string {
	if strings.EqualFold(name, "Set-Cookie") {
		return slices.Clone(values)
	}
	return headerlist.Split(values)
}

// readHeader sets a pointer to a scalar.
func readHeader(text string, into reflect.Value) {
	if into.Kind() != reflect.Pointer {
		return
	}
	value := reflect.New(into.Type().Elem())
	var err error
	switch at := value.Elem(); at.Kind() {
	case reflect.String:
		at.SetString(text)
	case reflect.Int64:
		var n int64
		n, err = strconv.ParseInt(strings.TrimSpace(text), 10, 64)
		at.SetInt(n)
	case reflect.Float64:
		var f float64
		f, err = strconv.ParseFloat(strings.TrimSpace(text), 64)
		at.SetFloat(f)
	case reflect.Bool:
		var b bool
		b, err = strconv.ParseBool(strings.TrimSpace(text))
		at.SetBool(b)
	default:
		return
	}
	if err == nil {
		into.Set(value)
	}
}
