package gogen

import (
	"strconv"
	"strings"
)

// What generated structs decode with: Go expressions of the functions gen.Fit…, which
// decode one JSON value and report whether it fits. What does not fit is kept by the
// struct, so that decoding a response never fails on what a service sends.

// IsJSON reports whether a struct is written as JSON; the parameters of an operation
// are not.
func (t *namedType) IsJSON() bool { return t.schema != nil }

// Reads is the statement that decodes the member of a field.
func (f *field) Reads() string {
	call, fit := "Read", f.typ.fit(true)
	switch {
	case f.wrapped:
		fit = "gen.FitNullable(" + f.typ.fitValue() + ")"
	case f.pointer && f.Constant != "":
		fit = "gen.FitPointer(" + f.typ.fitValue() + ")"
	case f.pointer:
		call, fit = "ReadPointer", f.typ.fitValue()
	}
	if f.Constant != "" {
		call = "ReadFixed"
	}
	return "gen." + call + "(m, &v." + f.Name + ", " + fit + ")"
}

// Quoted is the JSON name of the field as Go text.
func (f *field) Quoted() string { return strconv.Quote(f.JSON) }

// Needed reports whether the document requires the member.
func (f *field) Needed() bool { return f.required }

// FitExtra decodes an additional property.
func (t *namedType) FitExtra() string { return t.extra.fitItem() }

// FitBase decodes a list or map with a name.
func (t *namedType) FitBase() string { return t.base.fit(false) }

// Always lists the fields that are written even when nobody set them, each after a comma.
func (t *namedType) Always() string {
	var b strings.Builder
	for _, f := range t.Fields {
		if !f.omit() || f.Constant != "" {
			b.WriteString(", " + f.Quoted())
		}
	}
	return b.String()
}

// fit is the function that decodes a value of the type. Where it takes what is not an object,
// a struct keeps it as a whole: something has to hold it in a list and at the root.
// inferred leaves out the type argument, which Go finds by itself in a direct call.
func (t *typeRef) fit(inferred bool) string {
	name := "gen.Fit"
	switch {
	case t.isText():
		name = "gen.FitText"
	case t.shape == shapeSlice:
		return "gen.FitList(" + t.elem.fitItem() + ")"
	case t.shape == shapeMap:
		return "gen.FitMap(" + t.elem.fitItem() + ")"
	}
	if inferred {
		return name
	}
	return name + "[" + t.expr() + "]"
}

// fitValue is fit where a struct must be an object, because its absence can be told.
func (t *typeRef) fitValue() string {
	if t.shape == shapeNamed && t.named.Kind == kindStruct {
		return "gen.FitObject[" + t.expr() + "]"
	}
	return t.fit(false)
}

// fitItem decodes an element of a list or map.
func (t *typeRef) fitItem() string {
	switch {
	case t.itemPointer():
		return "gen.FitOrNull(gen.FitPointer(" + t.fitValue() + "))"
	case t.shape == shapeAny || t.shape == shapeNamed && t.named.Kind == kindUnion:
	case t.nilable():
		return "gen.FitOrNull(" + t.fit(false) + ")"
	}
	return t.fit(false)
}

// isText reports whether the Go type is a kind of string.
func (t *typeRef) isText() bool {
	if t.shape == shapeNamed && t.named.Kind == kindEnum {
		return t.named.base.shape == shapeString
	}
	return t.shape == shapeString
}
