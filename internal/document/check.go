package document

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

// CheckValue says in what a value breaks a schema, nil where it fits. Documents and values are
// those of strangers: a panic of the library that checks is an error, and so is a schema that
// it would not return from.
func CheckValue(s *openapi3.Schema, v any, options ...openapi3.SchemaValidationOption) error {
	if endless(s) {
		return errors.New("it cannot be checked: the schema has itself as a part, and no type")
	}
	return checkValue(s, v, options...)
}

// checkValue is CheckValue for schemas that are not endless.
func checkValue(s *openapi3.Schema, v any, options ...openapi3.SchemaValidationOption) (err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = errors.New("it cannot be checked: " + OneLine(fmt.Sprint(reason)))
		}
	}()
	if s == nil {
		return nil
	}
	return s.VisitJSON(exact(v), append(options, openapi3.DisableSchemaErrorDetails())...)
}

// exact is a value with those integers replaced that the library takes for a limit of 64 bits, or
// of the integers that a float64 has, which they are beyond: it reads numbers as float64, which has
// 2^63 but not 2^63-1, and 2^53 but not 2^53+1. Such an integer becomes the next float64 outside.
// The value itself is not changed.
func exact(v any) any {
	switch v := v.(type) {
	case json.Number:
		f, err := v.Float64()
		i, fits := strconv.ParseInt(string(v), 10, 64)
		if err == nil && (errors.Is(fits, strconv.ErrRange) && math.Abs(f) == 1<<63 || fits == nil && math.Abs(f) == 1<<53 && int64(f) != i) {
			return math.Nextafter(f, 2*f)
		}
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = exact(item)
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for name, item := range v {
			out[name] = exact(item)
		}
		return out
	}
	return v
}

// endless reports whether a schema leads to one without a type that has itself as a part, all
// on the way back to it without a type, too. The library looks whether a schema is empty before
// it checks, and never ends with such a one.
func endless(s *openapi3.Schema) bool {
	all, seen := []*openapi3.Schema{s}, map[*openapi3.Schema]bool{s: true, nil: true}
	for i := 0; i < len(all); i++ {
		for _, part := range partRefs(all[i]) {
			if !seen[part.Value] {
				seen[part.Value] = true
				all = append(all, part.Value)
			}
		}
	}
	const open, done = 1, 2
	state := map[*openapi3.Schema]int{}
	var returns func(s *openapi3.Schema) bool
	returns = func(s *openapi3.Schema) bool {
		if s == nil || s.Type != nil || s.MaxProps != nil || state[s] == done {
			return false
		}
		if state[s] == open {
			return true
		}
		state[s] = open
		found := slices.ContainsFunc(partRefs(s), func(part *openapi3.SchemaRef) bool { return returns(part.Value) })
		state[s] = done
		return found
	}
	return slices.ContainsFunc(all, returns)
}
