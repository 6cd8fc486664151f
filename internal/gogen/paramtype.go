package gogen

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// paramType is the type of a parameter. One described by content that is not JSON is
// passed as text.
func (b *builder) paramType(p *openapi3.Parameter, hint, where string) (*typeRef, error) {
	if p.Schema != nil {
		return b.resolve(p.Schema, hint, where)
	}
	if media := document.JSONMedia(p.Content); media != "" {
		return b.resolve(p.Content[media].Schema, hint, where)
	}
	return basic(openapi3.NewStringSchema()), nil
}

func newParam(p *openapi3.Parameter, t *typeRef) *param {
	out := &param{
		typ: t, Name: p.Name, Required: p.Required, spec: p,
		// OpenAPI does not say how structures inside of others would look.
		JSON: p.Schema == nil && document.JSONMedia(p.Content) != "" || t.nested(false) && !(isSpread(p) && t.holdsLists()),
	}
	if out.deep() {
		out.JSON = false // brackets say how they look
	}
	return out
}

// Long reports whether the value of a parameter of the path goes on over several segments.
func (p *param) Long() bool { return p.spec.In == openapi3.ParameterInPath && p.spec.AllowReserved }

// free reports whether gen.Styled writes the parameter: only its value tells the form, its members
// have names of their own, or the library would write what a query cannot hold, or cannot write it.
func (p *param) free() bool {
	t := p.typ
	if t.shape == shapeNamed && t.named.Kind == kindDefined {
		t = t.named.base
	}
	open := t.shape == shapeAny || t.shape == shapeObject || t.shape == shapeMap || t.shape == shapeNamed && (t.named.Kind == kindUnion || t.named.Kind == kindStruct)
	inQuery := p.spec.In == openapi3.ParameterInQuery && (p.spec.AllowReserved || strings.HasSuffix(p.spec.Style, "Delimited"))
	texts := (p.spec.In == openapi3.ParameterInHeader || p.spec.In == openapi3.ParameterInCookie) && t.shape == shapeSlice && t.elem.isText()
	return !p.JSON && !p.deep() && (open || inQuery || texts || t.isOpenList())
}

// varied reports whether a parameter may have several forms.
func (p *param) varied() bool {
	return p.free() && (p.typ.isOpen() || p.typ.isOpenList())
}

// isOpen reports whether only a value tells what it is: it may be anything, or one of several types.
func (t *typeRef) isOpen() bool {
	return t.shape == shapeAny || t.shape == shapeNamed && t.named.Kind == kindUnion
}

// isOpenList reports whether a type is a list of what only the value tells, or of bytes, which the
// library takes for numbers.
func (t *typeRef) isOpenList() bool {
	if t.shape == shapeNamed && t.named.Kind == kindDefined {
		t = t.named.base
	}
	return t.shape == shapeSlice && (t.elem.isOpen() || t.elem.shape == shapeBytes)
}

// isSpread reports whether the members of an object are parameters of the query themselves, which may
// come several times.
func isSpread(p *openapi3.Parameter) bool {
	if p.In != openapi3.ParameterInQuery || p.Schema == nil {
		return false
	}
	how, err := p.SerializationMethod()
	return err == nil && how.Style == openapi3.SerializationForm && how.Explode
}

// holdsLists reports whether the members of an object or map are scalars and lists of scalars only,
// such as the page, the size and the sort of {"page": 2, "size": 20, "sort": ["name", "age"]}.
func (t *typeRef) holdsLists() bool {
	flat := func(t *typeRef) bool {
		if t.shape == shapeNamed && t.named.Kind == kindDefined {
			t = t.named.base
		}
		return !t.nested(true) || t.shape == shapeSlice && !t.elem.nested(true) && !t.isOpenList()
	}
	switch {
	case t.shape == shapeMap:
		return flat(t.elem)
	case t.shape == shapeNamed && t.named.Kind == kindDefined:
		return t.named.base.holdsLists()
	case t.isStruct():
		return !slices.ContainsFunc(t.named.Fields, func(f *field) bool { return !flat(f.typ) })
	}
	return false
}

// nested reports whether a value has lists or structures inside of a list or structure.
func (t *typeRef) nested(inside bool) bool {
	switch {
	case t.isOpenList():
		return inside // each item says how it is written
	case t.shape == shapeSlice, t.shape == shapeMap:
		return inside || t.elem.nested(true)
	case t.shape == shapeNamed && t.named.Kind == kindDefined:
		return inside || t.named.base.nested(false)
	case t.isStruct():
		return inside || slices.ContainsFunc(t.named.Fields, func(f *field) bool { return f.typ.nested(true) })
	}
	return inside && (t.shape == shapeObject || t.shape == shapeAny || t.shape == shapeNamed && t.named.Kind == kindUnion)
}
