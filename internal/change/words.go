package change

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/oasdiff/checker"
)

// What is said of what only one side has.
const (
	gone           = "gone"
	fresh          = "new"
	freshOptional  = "new, optional"
	freshMandatory = "new, mandatory"
)

// words say what a verdict says; the words of oasdiff, which name each path through a body,
// where it is about what has no words of ours.
func words(f *fact, v verdict, known enums) string {
	action := ""
	if actions := v.rule.Actions(); len(actions) > 0 {
		action = string(actions[0])
	}
	a, b := schemaOf(f.old), schemaOf(f.new)
	switch f.keyword {
	case "properties", "parameters", "headers":
		return existence(f, v, action)
	case "required":
		return required(f, v, action)
	case "nullable":
		return orText(a, b, v, func() string { return state(b.Nullable, "may be null", "is never null") })
	case "deprecated":
		return deprecation(action)
	case "readOnly":
		return orText(a, b, v, func() string { return state(b.ReadOnly, "read-only", "no longer read-only") })
	case "writeOnly":
		return orText(a, b, v, func() string { return state(b.WriteOnly, "write-only", "no longer write-only") })
	case "oneOf":
		return alternatives(v, action)
	case "type":
		return orText(a, b, v, func() string {
			if strings.Contains(v.rule.Id, "nullable") {
				return state(b.Nullable, "may be null", "is never null")
			}
			return "type " + typeText(a) + " → " + typeText(b)
		})
	case "enum":
		return orText(a, b, v, func() string { return known.words(valued(a, b)) })
	case "default":
		return orText(a, b, v, func() string { return "default " + defaults(a.Default, b.Default) })
	}
	if read := valueOf[f.keyword]; read != nil {
		return orText(a, b, v, func() string { return f.keyword + " " + read(a) + " → " + read(b) })
	}
	if f.keyword == "responses" {
		return state(action == "add", fresh, gone)
	}
	return v.text
}

// orText gives the words of oasdiff where one side has no schema.
func orText(a, b *openapi3.Schema, v verdict, ours func() string) string {
	if a == nil || b == nil {
		return v.text
	}
	return ours()
}

func schemaOf(e *element) *openapi3.Schema {
	switch {
	case e == nil:
		return nil
	case e.schema != nil:
		return e.schema
	case e.param != nil && e.param.Schema != nil:
		return e.param.Schema.Value
	}
	return nil
}

func state(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

func existence(f *fact, v verdict, action string) string {
	if action == "remove" {
		return gone
	}
	if v.rule.Direction == checker.DirectionResponse {
		return fresh
	}
	return state(strings.Contains(v.rule.Id, "required") || strings.Contains(v.rule.Id, "path-parameter"), freshMandatory, freshOptional)
}

func required(f *fact, v verdict, action string) string {
	return state(action == "add" || action == "set", "mandatory", "optional")
}

func deprecation(action string) string {
	return state(action == "set", "deprecated", "no longer deprecated")
}

// alternatives name the forms of a value that came or went.
func alternatives(v verdict, action string) string {
	if len(v.args) == 0 || strings.Contains(v.rule.Id, "wrapped") {
		return v.text
	}
	var names []string
	for name := range strings.SplitSeq(fmt.Sprint(v.args[0]), ", ") {
		names = append(names, name[strings.LastIndexByte(name, '/')+1:])
	}
	return state(action == "add", "may be ", "is no longer ") + strings.Join(names, ", ")
}

// typeText is what values of a schema are, in a word or two.
func typeText(s *openapi3.Schema) string {
	var out string
	switch types := s.Type.Slice(); {
	case len(s.OneOf) > 0:
		var names []string
		for _, one := range s.OneOf {
			name := one.Ref[strings.LastIndexByte(one.Ref, '/')+1:]
			if name == "" && one.Value != nil {
				name = typeText(one.Value)
			}
			names = append(names, name)
		}
		out = "one of " + strings.Join(names, ", ")
	case len(types) == 0:
		out = "any"
	case s.Type.Is(openapi3.TypeArray):
		out = "list of " + typeText(s.Items.Value)
	case s.Type.Is(openapi3.TypeObject) && s.AdditionalProperties.Schema != nil:
		out = "map of " + typeText(s.AdditionalProperties.Schema.Value)
	case s.Type.Is(openapi3.TypeObject) && len(s.Properties) == 0:
		out = "object of any members"
	default:
		out = strings.Join(types, " or ")
	}
	if s.Format != "" {
		out += " (" + s.Format + ")"
	}
	return out
}

// enums are what is said of changed lists of allowed values: oasdiff has a verdict for each value.
type enums map[[2]*openapi3.Schema]string

func (e enums) words(old, new *openapi3.Schema) string {
	pair := [2]*openapi3.Schema{old, new}
	text, ok := e[pair]
	if !ok {
		text = values(old.Enum, new.Enum)
		e[pair] = text
	}
	return text
}

// valued are the schemas whose values are to be compared: of a list and of one value, those of the
// items of the list, since a parameter that may be given several times allows what it allowed.
func valued(a, b *openapi3.Schema) (old, new *openapi3.Schema) {
	switch old, new = a, b; {
	case isListSchema(a) && !isListSchema(b):
		old = a.Items.Value
	case isListSchema(b) && !isListSchema(a):
		new = b.Items.Value
	}
	return old, new
}

// values say how a list of allowed values changed.
func values(old, new []any) string {
	switch {
	case len(old) == 0:
		return "only the values " + list(new)
	case len(new) == 0:
		return "any value, was only " + list(old)
	}
	var out []string
	for _, change := range []struct {
		word      string
		all, less []any
	}{{"new values: ", new, old}, {"values gone: ", old, new}} {
		if only := lacking(change.all, change.less); len(only) > 0 {
			out = append(out, change.word+list(only))
		}
	}
	return strings.Join(out, "; ")
}

// lacking are the values of all that other has not.
func lacking(all, other []any) []any {
	there := make(map[string]bool, len(other))
	for _, v := range other {
		there[text(v)] = true
	}
	var only []any
	for _, v := range all {
		if !there[text(v)] {
			only = append(only, v)
		}
	}
	return only
}

// maxValues bounds the values that a line lists.
const maxValues = 12

func list(all []any) string {
	var out []string
	for i, v := range all {
		if i == maxValues {
			out = append(out, fmt.Sprintf("and %d more", len(all)-maxValues))
			break
		}
		out = append(out, text(v))
	}
	return strings.Join(out, ", ")
}

// text is a value as JSON, a word without its quotes.
func text(v any) string {
	if s, ok := v.(string); ok && s != "" {
		return s
	}
	out, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(out)
}

// valueOf reads the value of a keyword, "none" where a schema has none.
var valueOf = map[string]func(*openapi3.Schema) string{
	"minimum":              func(s *openapi3.Schema) string { return optional(s.Min) },
	"maximum":              func(s *openapi3.Schema) string { return optional(s.Max) },
	"multipleOf":           func(s *openapi3.Schema) string { return optional(s.MultipleOf) },
	"maxLength":            func(s *openapi3.Schema) string { return optional(s.MaxLength) },
	"maxItems":             func(s *openapi3.Schema) string { return optional(s.MaxItems) },
	"maxProperties":        func(s *openapi3.Schema) string { return optional(s.MaxProps) },
	"minLength":            func(s *openapi3.Schema) string { return unlessZero(s.MinLength) },
	"minItems":             func(s *openapi3.Schema) string { return unlessZero(s.MinItems) },
	"minProperties":        func(s *openapi3.Schema) string { return unlessZero(s.MinProps) },
	"exclusiveMinimum":     func(s *openapi3.Schema) string { return fmt.Sprint(s.ExclusiveMin.IsTrue()) },
	"exclusiveMaximum":     func(s *openapi3.Schema) string { return fmt.Sprint(s.ExclusiveMax.IsTrue()) },
	"uniqueItems":          func(s *openapi3.Schema) string { return fmt.Sprint(s.UniqueItems) },
	"pattern":              func(s *openapi3.Schema) string { return orNone(s.Pattern) },
	"format":               func(s *openapi3.Schema) string { return orNone(s.Format) },
	"additionalProperties": func(s *openapi3.Schema) string { return state(s.AdditionalProperties.Has != nil, "refused", "allowed") },
}

// defaults say how a default changed: as JSON where only that tells two values apart, as 20 and "20".
func defaults(old, new any) string {
	write := text
	if old != nil && new != nil && text(old) == text(new) {
		write = jsonOf
	}
	value := func(v any) string {
		if v == nil {
			return none
		}
		return write(v)
	}
	return value(old) + " → " + value(new)
}

const none = "none"

func optional[T any](v *T) string {
	if v == nil {
		return none
	}
	return text(*v)
}

func unlessZero(n uint64) string {
	if n == 0 {
		return none
	}
	return fmt.Sprint(n)
}

func orNone(s string) string {
	if s == "" {
		return none
	}
	return s
}
