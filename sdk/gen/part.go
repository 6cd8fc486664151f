package gen

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/readonly"
)

// A structure that is told apart further has members of two kinds: those that its own fields are for, and
// those of what it is besides, which it keeps. A part is a value of one of the types that it may be.

// AsPart is AsVariant for a structure, which v points at. The value has no members of the structure that
// its type does not document.
func AsPart(v, pointer any, all []Variant, at int) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if err := AsVariant(text, pointer, all, at); err != nil {
		return err
	}
	strip(reflect.ValueOf(v).Elem().Type(), reflect.ValueOf(pointer).Elem())
	return nil
}

// strip takes the members out of a value that only a structure which it is a part of documents.
func strip(owner reflect.Type, part reflect.Value) {
	if part.Kind() == reflect.Map && part.Type().Key().Kind() == reflect.String && !part.IsNil() {
		for _, f := range planOf(owner).fields {
			part.SetMapIndex(reflect.ValueOf(f.name).Convert(part.Type().Key()), reflect.Value{})
		}
	}
	if !isPlanned(part.Type()) {
		return
	}
	own := planOf(part.Type())
	for _, f := range planOf(owner).fields {
		if _, both := own.byName[f.name]; both {
			continue
		}
		part.Field(own.kept).Addr().Interface().(*sdk.Kept).Delete(f.name)
		if own.extra != nil {
			part.Field(own.extra.index).SetMapIndex(reflect.ValueOf(f.name), reflect.Value{})
		}
	}
}

// SetPart makes a structure, which v points at, one of the types that it may be. Its fields that the
// type does not document stay; all else is replaced. The member that says which type it is is filled in
// where it is empty.
func SetPart(v, value any, all []Variant, at int) error {
	var text []byte
	var err error
	if all[at].Member != "" {
		text, err = VariantJSON(value, all[at])
	} else {
		text, err = FixedJSON(value, all[at])
	}
	if err != nil {
		return err
	}
	whole, err := json.Marshal(v)
	if err != nil {
		return err
	}
	into, ok := v.(json.Unmarshaler)
	if !ok {
		return fmt.Errorf("%T cannot be read from JSON", v)
	}
	return into.UnmarshalJSON(all[at].beside(reflect.TypeOf(v).Elem(), whole, text))
}

// beside adds the members of a structure that a part does not document to those of the part.
func (is Variant) beside(owner reflect.Type, whole, part []byte) []byte {
	part = bytes.TrimSpace(part)
	if len(part) == 0 || part[0] != '{' {
		return part
	}
	out := []byte{'{'}
	there := map[string]bool{}
	_ = each(part, func(name, _ []byte, _ int) error { there[string(name)] = true; return nil })
	own := planOf(owner).byName
	_ = each(bytes.TrimSpace(whole), func(name, value []byte, _ int) error {
		if _, isOwn := own[string(name)]; isOwn && !is.documents(string(name)) && !there[string(name)] {
			out = appendMember(out, string(name), value)
		}
		return nil
	})
	_ = each(part, func(name, value []byte, _ int) error { out = appendMember(out, string(name), value); return nil })
	return append(out, '}')
}

// UnionRequest is what a request has of a value of several types: it lacks the members that are only read.
// What is none of the types stays as it is.
func UnionRequest(text []byte, all []Variant) ([]byte, error) {
	for i, is := range all {
		value := reflect.New(reflect.TypeOf(is.Type).Elem())
		if len(text) > 0 && AsVariant(text, value.Interface(), all, i) == nil {
			return json.Marshal(readonly.Without(value.Elem().Interface()))
		}
	}
	return text, nil
}

// PartRequest is UnionRequest for a structure, which v points at. Fields that the part does not document, and
// all where there is no part, lack what is only read by the rules of the structure. No member is gone through by
// both, since values of the type may be nested in each other.
func PartRequest(v any, all []Variant) ([]byte, error) {
	owner := reflect.TypeOf(v).Elem()
	for i, is := range all {
		part := reflect.New(reflect.TypeOf(is.Type).Elem())
		if AsPart(v, part.Interface(), all, i) != nil {
			continue
		}
		text, err := json.Marshal(readonly.Without(part.Elem().Interface()))
		if err != nil {
			return nil, err
		}
		own, err := json.Marshal(readonly.PrunedFields(v, is.documents))
		if err != nil {
			return nil, err
		}
		return dropReadOnly(owner, is.beside(owner, own, text)), nil
	}
	return json.Marshal(readonly.PrunedFields(v, func(string) bool { return false }))
}

// dropReadOnly takes members out of an object for which a structure has read-only fields.
func dropReadOnly(t reflect.Type, text []byte) []byte {
	readOnly := map[string]bool{}
	for i := range t.NumField() {
		if f := t.Field(i); f.Tag.Get("readonly") == "true" {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			readOnly[name] = true
		}
	}
	if len(text) == 0 || text[0] != '{' || len(readOnly) == 0 {
		return text
	}
	out := []byte{'{'}
	_ = each(text, func(name, value []byte, _ int) error {
		if !readOnly[string(name)] {
			out = appendMember(out, string(name), value)
		}
		return nil
	})
	return append(out, '}')
}

// Heir checks a structure, which v points at, as the one of its heirs that it is, each of which has all that
// the structure has; it reports false where it is none. values are all that the member may be which tells
// them apart, nil where any may come.
func (c *Checker) Heir(v any, all []Variant, values []string, checks ...any) bool {
	text, err := json.Marshal(v)
	return err == nil && c.heir(text, all, values, checks)
}

// Family is Heir for a union: the head of a family that has no members of its own. That it is an object is all
// that is asked of a value which is not an heir.
func (c *Checker) Family(text []byte, all []Variant, values []string, checks ...any) {
	text = bytes.TrimSpace(text)
	switch {
	case len(text) == 0:
		c.Missing()
	case text[0] != '{':
		c.noneOf(all)
	default:
		c.heir(text, all, values, checks)
	}
}

func (c *Checker) heir(text []byte, all []Variant, values []string, checks []any) bool {
	member := "" // an heir without a value has none
	for i := 0; i < len(all) && member == ""; i++ {
		member = all[i].Member
	}
	word := MemberText(text, member)
	for i, is := range all {
		if word == "" || !slices.Contains(is.Values, word) {
			continue
		}
		value := reflect.New(reflect.TypeOf(is.Type).Elem())
		if json.Unmarshal(text, value.Interface()) != nil {
			return false
		}
		c.nested(func() { callCheck(checks[i], value, c) })
		return true
	}
	if word != "" && values != nil && !slices.Contains(values, word) {
		quoted := make([]string, len(values))
		for i, v := range values {
			quoted[i] = strconv.Quote(v)
		}
		c.In(member)
		c.Add("discriminator", word, strings.Join(quoted, ", "))
		c.Out()
	}
	return false
}

// OneOf checks a structure, which v points at, as the one of some types that it is besides; it is a violation that it
// is none.
func (c *Checker) OneOf(v any, all []Variant, checks ...any) {
	if !c.part(v, all, checks) {
		c.noneOf(all)
	}
}

// noneOf says that a value is none of some types.
func (c *Checker) noneOf(all []Variant) {
	names := make([]string, len(all))
	for i, is := range all {
		names[i] = is.Name
	}
	c.Add("oneOf", nil, strings.Join(names, " or "))
}

// Alternatives is OneOf for a structure that may also be none of the types.
func (c *Checker) Alternatives(v any, all []Variant, checks ...any) { c.part(v, all, checks) }

func (c *Checker) part(v any, all []Variant, checks []any) bool {
	mark := len(c.found)
	before := make(map[[2]string]bool, mark)
	for _, one := range c.found {
		before[[2]string{one.Pointer, one.Rule}] = true
	}
	for i, is := range all {
		value := reflect.New(reflect.TypeOf(is.Type).Elem())
		if AsPart(v, value.Interface(), all, i) != nil {
			continue
		}
		c.nested(func() { callCheck(checks[i], value, c) })
		added := slices.DeleteFunc(c.found[mark:], func(one sdk.Violation) bool { return before[[2]string{one.Pointer, one.Rule}] })
		c.found = c.found[:mark+len(added)] // what a field and the part both say is said once
		return true
	}
	return false
}

// callCheck calls a check, nil or a func(*T, *Checker).
func callCheck(check any, value reflect.Value, c *Checker) {
	if check != nil {
		reflect.ValueOf(check).Call([]reflect.Value{value, reflect.ValueOf(c)})
	}
}

// nested does a check of the same value as another type. Types that are alternatives of each other would
// go on without end.
func (c *Checker) nested(check func()) {
	if c.types++; c.types <= maxDepth {
		check()
	}
	c.types--
}
