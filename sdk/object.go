package sdk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Object is a JSON object whose shape is not documented. It is a plain map, so it is made
// as Object{"zone": "eu-de-01"}; when it is read, numbers stay json.Number at every
// depth, so that large whole numbers lose no digit.
type Object map[string]any

// UnmarshalJSON reads an object, keeping its numbers exactly.
func (o *Object) UnmarshalJSON(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	return decoder.Decode((*map[string]any)(o))
}

// WriteObject is the MarshalJSON of a struct: it writes plain, a copy of the struct
// without methods, and what is kept.
func WriteObject(plain any, keep Kept) ([]byte, error) {
	text, err := json.Marshal(plain)
	if err != nil || keep.in == nil {
		return text, err
	}
	untouched, anySet := untouched(plain)
	if keep.in.whole != nil {
		if !anySet {
			return keep.in.whole, nil
		}
		return text, nil
	}
	out := make([]byte, 0, len(text)+64)
	out = append(out, '{')
	written := make(map[string]bool, len(keep.in.members))
	err = each(text, func(name, value []byte, _ int) error {
		if i := keep.find(string(name)); i >= 0 {
			written[string(name)] = true
			came := keep.in.members[i]
			if slices.Contains(untouched, string(name)) || came.fits && sameNumber(value, came.text) {
				if came.text == nil {
					return nil
				}
				value = came.text
			}
		}
		out = appendMember(out, string(name), value)
		return nil
	})
	for _, m := range keep.in.members {
		if m.shown() && !written[m.name] {
			out = appendMember(out, m.name, m.text)
		}
	}
	return append(out, '}'), err
}

// WriteExtra is WriteObject for a struct with additional properties, which are written
// last in the order of their names. One that has the name of a field is an error: the
// object would say it twice.
func WriteExtra[T any](plain any, keep Kept, extra map[string]T) ([]byte, error) {
	if len(extra) == 0 {
		return WriteObject(plain, keep)
	}
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
		text = appendMember(text, name, value)
	}
	return append(text, '}'), nil
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
