package gen

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// WriteObject is the MarshalJSON of a struct: it writes plain, a copy of the struct
// without methods, and what is kept.
func WriteObject(plain any, keep sdk.Kept) ([]byte, error) {
	text, err := json.Marshal(plain)
	members := *keep.Members()
	if err != nil || members == nil {
		return text, err
	}
	untouched, anySet := untouched(plain)
	if members.Whole != nil {
		if !anySet {
			return members.Whole, nil
		}
		return text, nil
	}
	out := make([]byte, 0, len(text)+64)
	out = append(out, '{')
	written := make(map[string]bool, len(members.List()))
	err = each(text, func(name, value []byte, _ int) error {
		if came := members.Find(string(name)); came != nil {
			written[string(name)] = true
			if slices.Contains(untouched, string(name)) || came.Fits && asItCame(value, came) {
				if came.Text == nil {
					return nil
				}
				value = came.Text
			}
		}
		out = appendMember(out, string(name), value)
		return nil
	})
	for _, m := range members.List() {
		if m.Shown() && !written[m.Name] {
			out = appendMember(out, m.Name, m.Text)
		}
	}
	return append(out, '}'), err
}

// asItCame reports whether a field is still what was decoded.
func asItCame(value []byte, came *kept.Member) bool {
	if came.As != nil {
		return bytes.Equal(value, came.As)
	}
	return sameNumber(value, came.Text)
}

// WriteExtra is WriteObject for a struct with additional properties, which are written
// last in the order of their names. One that has the name of a field is an error: the
// object would say it twice.
func WriteExtra[T any](plain any, keep sdk.Kept, extra map[string]T) ([]byte, error) {
	if len(extra) == 0 {
		return WriteObject(plain, keep)
	}
	came := keep
	for name := range extra {
		keep.Delete(name)
	}
	text, err := WriteObject(plain, keep)
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	if err := each(text, func(name, _ []byte, _ int) error { taken[string(name)] = true; return nil }); err != nil {
		return nil, err
	}
	text = text[:len(text)-1]
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		if taken[name] {
			return nil, fmt.Errorf("additional property %q has a field of its own", name)
		}
		value, err := json.Marshal(extra[name])
		if err != nil {
			return nil, fmt.Errorf("additional property %q: %w", name, err)
		}
		if one := (*came.Members()).Find(name); one != nil && one.Fits && asItCame(value, one) {
			value = one.Text
		}
		text = appendMember(text, name, value)
	}
	return append(text, '}'), nil
}

// Decides reports whether the text of a member, or that there is none, is what was decoded.
// It is asked before a constant is filled in.
func Decides(keep sdk.Kept, name string) bool {
	members := *keep.Members()
	return members != nil && (members.Whole != nil || members.Find(name) != nil)
}

func appendMember(out []byte, name string, value []byte) []byte {
	if len(out) > 1 {
		out = append(out, ',')
	}
	quoted, _ := json.Marshal(name) // a string can always be written
	return append(append(append(out, quoted...), ':'), value...)
}

// untouched lists the members that are zero in a struct although they are always written,
// and reports whether any field is set.
func untouched(plain any) (names []string, set bool) {
	v := reflect.ValueOf(plain)
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag.Get("json")
		name, option, _ := strings.Cut(tag, ",")
		switch {
		case tag == "-":
		case !v.Field(i).IsZero():
			set = true
		case option == "":
			names = append(names, name)
		}
	}
	return names, set
}

// sameNumber reports whether two texts are one number for float64.
func sameNumber(a, b []byte) bool {
	if !isNumber(a) || !isNumber(b) {
		return false
	}
	x, errX := strconv.ParseFloat(string(a), 64)
	y, errY := strconv.ParseFloat(string(b), 64)
	return errX == nil && errY == nil && x == y
}
