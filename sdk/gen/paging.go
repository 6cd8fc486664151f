package gen

import (
	"bytes"
	"encoding/json"
	"errors"
	"iter"
	"reflect"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// ByOffset walks over a list whose pages are asked for by the number of items to skip.
// start is the caller's own offset, or negative; fetch gives a page and the number of all
// items, or a negative total where it is not known. Without a total, the walk ends with
// the first empty page: a short one may only mean that the service gives fewer items than
// it was asked for. A service that ignores the offset gives the same page again, which
// ends the walk, too.
func ByOffset[T any](start int64, fetch func(offset int64) (items []T, total int64, err error)) iter.Seq2[T, error] {
	return numbered(max(start, 0), func(at int64, items int) int64 { return at + int64(items) }, fetch)
}

// ByPage walks over a list whose pages are numbered from first on. start is the caller's
// own page, or negative; all else is as with ByOffset.
func ByPage[T any](start, first int64, fetch func(page int64) (items []T, total int64, err error)) iter.Seq2[T, error] {
	if start < 0 {
		start = first
	}
	return numbered(start, func(at int64, _ int) int64 { return at + 1 }, fetch)
}

// numbered walks over pages that are found by a number.
func numbered[T any](start int64, next func(at int64, items int) int64, fetch func(at int64) ([]T, int64, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var before []T
		given := int64(0)
		for at := start; ; {
			items, total, err := fetch(at)
			if err != nil {
				var zero T
				yield(zero, err)
				return
			}
			if len(items) == 0 || reflect.DeepEqual(items, before) {
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			given += int64(len(items))
			// A total counts from the start of the list. A caller who did not begin there
			// has skipped some of it, in items or in pages, so only a walk from the start
			// can be told by it that all is given.
			if total >= 0 && start <= 1 && given >= total {
				return
			}
			before, at = items, next(at, len(items))
		}
	}
}

// ByMarker walks over a list whose pages are asked for by a marker. fetch is called with
// an empty marker first; it gives a page and the marker of the next one, which is empty
// at the end.
func ByMarker[T any](fetch func(marker string) (items []T, next string, err error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		seen := map[string]bool{}
		var before []T
		for marker := ""; ; {
			items, next, err := fetch(marker)
			if err != nil {
				yield(zero, err)
				return
			}
			// The same page again: the service does not know the marker, so this is all.
			if marker != "" && reflect.DeepEqual(items, before) {
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if next == "" || len(items) == 0 {
				return
			}
			if seen[next] {
				yield(zero, sdk.ErrPageLoop)
				return
			}
			seen[next] = true
			before, marker = items, next
		}
	}
}

// ByLink walks over a list whose responses have the address of the next page. fetch is
// called with an empty link first; all else is as with ByMarker, but a page in the middle
// may be empty.
func ByLink[T any](fetch func(link string) (items []T, next string, err error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		seen := map[string]bool{}
		var before []T
		for link := ""; ; {
			items, next, err := fetch(link)
			if err != nil {
				yield(zero, err)
				return
			}
			if link != "" && len(items) > 0 && reflect.DeepEqual(items, before) {
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if next == "" || next == link {
				return
			}
			if seen[next] {
				yield(zero, sdk.ErrPageLoop)
				return
			}
			seen[next] = true
			before, link = items, next
		}
	}
}

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

// NextLink finds the address of the next page: the member itself, or the one of a list of
// links whose rel is next.
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
	if link := sdk.Text(member); !strings.HasPrefix(link, "{") {
		return link
	}
	return ""
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
