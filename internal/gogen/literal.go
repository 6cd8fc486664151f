package gogen

import (
	"encoding/json"
	"fmt"
	"go/token"
	"math"
	"slices"
	"strconv"
	"strings"
)

// literals writes values of the document as Go composite literals of the generated types,
// as somebody who uses the package would. pkg is the name by which the text knows the
// package, or empty inside of it.
type literals struct{ pkg string }

// qualified is a declared name as the text has to write it.
func (l literals) qualified(name string) string {
	if l.pkg == "" || !token.IsExported(name) {
		return name
	}
	return l.pkg + "." + name
}

// goType is the Go type as the text has to write it.
func (l literals) goType(t *typeRef) string {
	switch {
	case t.name != "":
		return l.qualified(t.name)
	case t.shape == shapeNamed:
		return l.qualified(t.named.Name)
	case t.shape == shapeSlice:
		return "[]" + l.item(t.elem)
	}
	return "map[string]" + l.item(t.elem)
}

func (l literals) item(t *typeRef) string {
	if t.itemPointer() {
		return "*" + l.goType(t)
	}
	return l.goType(t)
}

// value writes a value of a type, or reports that there is no expression for it: unions
// need statements, and a value may not fit its type.
func (l literals) value(t *typeRef, v any) (string, bool) {
	if v == nil && t.shape != shapeAny { // null is a value of any type, and nil none
		return "nil", false
	}
	switch t.shape {
	case shapeScalar:
		return scalarLiteral(v)
	case shapeBytes, shapeFile:
		return "", false
	case shapeAny:
		text, err := json.Marshal(v)
		return "json.RawMessage(" + strconv.Quote(string(text)) + ")", err == nil
	case shapeObject:
		m, ok := v.(map[string]any)
		if !ok {
			return "", false
		}
		text, ok := free(m)
		return strings.Replace(text, "map[string]any", "sdk.Object", 1), ok
	case shapeSlice:
		return l.list(t, l.goType(t), v)
	case shapeMap:
		return l.members(t, l.goType(t), v)
	case shapeNamed:
		return l.named(t, v)
	}
	if t.shape == shapeInt {
		return integer(v, t.under)
	}
	return goLiteral(t.shape, v)
}

// integer writes an integer that its Go type can hold.
func integer(v any, under string) (string, bool) {
	text, ok := goLiteral(shapeInt, v)
	if ok && under == "int32" {
		n, err := strconv.ParseInt(text, 10, 64)
		ok = err == nil && n >= math.MinInt32 && n <= math.MaxInt32
	}
	return text, ok
}

// pointer writes a pointer to a value. Since Go 1.26, new takes an expression.
func (l literals) pointer(t *typeRef, v any) (string, bool) {
	text, ok := l.value(t, v)
	if !ok {
		return "", false
	}
	if t.isStruct() {
		return "&" + text, true
	}
	return "new(" + l.typed(t, text) + ")", true
}

// typed gives an untyped constant its type, where it would get another one by default.
func (l literals) typed(t *typeRef, text string) string {
	name := l.goType(t)
	switch {
	case t.shape == shapeNamed, t.shape == shapeScalar, t.shape == shapeObject, t.shape == shapeAny, t.shape == shapeSlice, t.shape == shapeMap:
		return text
	case name == "string", name == "bool":
		return text
	}
	return name + "(" + text + ")"
}

func (l literals) list(t *typeRef, goType string, v any) (string, bool) {
	items, ok := v.([]any)
	if !ok {
		return "", false
	}
	var texts []string
	for _, item := range items {
		text, ok := l.element(t.elem, item)
		if !ok {
			return "", false
		}
		texts = append(texts, text)
	}
	return composite(goType, texts), true
}

func (l literals) element(t *typeRef, v any) (string, bool) {
	switch {
	case v == nil && t.nullable:
		return "nil", true
	case t.itemPointer():
		return l.pointer(t, v)
	}
	text, ok := l.value(t, v)
	if t.isStruct() { // the list says the type
		text = strings.TrimPrefix(text, l.goType(t))
	}
	return text, ok
}

func (l literals) members(t *typeRef, goType string, v any) (string, bool) {
	m, ok := v.(map[string]any)
	if !ok {
		return "", false
	}
	var texts []string
	for _, name := range sorted(m) {
		text, ok := l.element(t.elem, m[name])
		if !ok {
			return "", false
		}
		texts = append(texts, strconv.Quote(name)+": "+text)
	}
	return composite(goType, texts), true
}

func (l literals) named(t *typeRef, v any) (string, bool) {
	switch nt := t.named; nt.Kind {
	case kindEnum:
		for _, c := range nt.Consts {
			if c.value == fmt.Sprint(v) {
				return l.qualified(c.Name), true
			}
		}
		text, ok := goLiteral(nt.base.shape, v)
		return l.goType(t) + "(" + text + ")", ok
	case kindDefined:
		if nt.base.shape == shapeSlice {
			return l.list(nt.base, l.goType(t), v)
		}
		return l.members(nt.base, l.goType(t), v)
	case kindStruct:
		return l.structure(t, v)
	}
	return "", false
}

// structure writes the fields in their order. A member without a field has no literal.
func (l literals) structure(t *typeRef, v any) (string, bool) {
	m, ok := v.(map[string]any)
	if !ok {
		return "", false
	}
	var texts []string
	used := 0
	for _, f := range t.named.Fields {
		value, there := m[f.JSON]
		if !there {
			continue
		}
		used++
		text, ok := l.field(f, value)
		if !ok {
			return "", false
		}
		if text != "" {
			texts = append(texts, f.Name+": "+text)
		}
	}
	return composite(l.goType(t), texts), used == len(m)
}

// field is empty where the client fills the value in.
func (l literals) field(f *field, v any) (string, bool) {
	switch {
	case f.wrapped && v == nil:
		return "sdk.Null[" + l.goType(f.typ) + "]()", true
	case f.wrapped:
		text, ok := l.value(f.typ, v)
		return "sdk.Value(" + l.typed(f.typ, text) + ")", ok
	case f.Constant != "":
		shape := f.typ.shape
		if shape == shapeNamed { // an enumeration, whose values have names
			shape = f.typ.named.base.shape
		}
		if text, ok := goLiteral(shape, v); ok && text == f.Constant {
			return "", true
		}
	}
	return l.optional(f, v)
}

func (l literals) optional(f *field, v any) (string, bool) {
	if f.pointer {
		return l.pointer(f.typ, v)
	}
	return l.value(f.typ, v)
}

// free writes a value of no documented shape.
func free(v any) (string, bool) {
	switch v := v.(type) {
	case nil:
		return "nil", true
	case []any:
		var texts []string
		for _, item := range v {
			text, ok := free(item)
			if !ok {
				return "", false
			}
			texts = append(texts, text)
		}
		return composite("[]any", texts), true
	case map[string]any:
		var texts []string
		for _, name := range sorted(v) {
			text, ok := free(v[name])
			if !ok {
				return "", false
			}
			texts = append(texts, strconv.Quote(name)+": "+text)
		}
		return composite("map[string]any", texts), true
	}
	for _, sh := range []shape{shapeString, shapeBool, shapeInt, shapeFloat} {
		if text, ok := goLiteral(sh, v); ok {
			return text, true
		}
	}
	return "", false
}

// composite puts one element on the line of the type, and several on lines of their own
// unless they are short.
func composite(goType string, texts []string) string {
	long := len(texts) > 1 && len(strings.Join(texts, ", ")) > 60
	if long || slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, "\n") }) && len(texts) > 1 {
		return goType + "{\n" + strings.Join(texts, ",\n") + ",\n}"
	}
	return goType + "{" + strings.Join(texts, ", ") + "}"
}
