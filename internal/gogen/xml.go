package gogen

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Bodies of XML are typed like those of JSON: the structs get tags for encoding/xml, and
// the element that a body starts with is the name that the schema has as XML, else its own.
// A type that encoding/xml cannot write (a map, a value of several kinds) is left to the
// methods that take and give any body.

// xmlBody decides the type of a body or response of XML. It is nil where there is none or
// where encoding/xml cannot have it.
func (b *builder) xmlBody(media *openapi3.MediaType, hint, where string) (*typeRef, string, error) {
	if media == nil || media.Schema == nil || media.Schema.Value == nil {
		return nil, "", nil
	}
	s := media.Schema.Value
	if len(s.OneOf)+len(s.AnyOf) > 0 {
		return nil, "", nil
	}
	t, err := b.resolve(media.Schema, hint, where)
	if err != nil || t.nullable || t.shape != shapeNamed && t.shape != shapeString || !xmlFits(t, nil) {
		return nil, "", err
	}
	root := ""
	if s.XML != nil {
		root = s.XML.Name
	}
	if root == "" {
		root = strings.TrimPrefix(media.Schema.Ref, schemaPrefix)
	}
	if !taggable(root) || root == "" {
		return nil, "", nil
	}
	markXML(t)
	return t, root, nil
}

// xmlFits reports whether encoding/xml can write and read a type.
func xmlFits(t *typeRef, over []*namedType) bool {
	switch t.shape {
	case shapeString, shapeInt, shapeFloat, shapeBool:
		return !t.nullable
	case shapeSlice:
		return !t.nullable && t.elem.shape != shapeSlice && xmlFits(t.elem, over)
	case shapeNamed:
		nt := t.named
		if t.nullable || slices.Contains(over, nt) {
			return !t.nullable
		}
		switch nt.Kind {
		case kindStruct:
			return nt.extra == nil && len(nt.unnamed) == 0 && !slices.ContainsFunc(nt.Fields, func(f *field) bool {
				return strings.ContainsAny(f.JSON, " ,>") || f.JSON == "-" || !xmlFits(f.typ, append(over, nt))
			})
		case kindEnum, kindAlias, kindDefined:
			return nt.base == nil || xmlFits(nt.base, append(over, nt))
		}
	}
	return false
}

// markXML gives the structs of a type tags for encoding/xml.
func markXML(t *typeRef) {
	switch {
	case t.shape == shapeSlice:
		markXML(t.elem)
	case t.shape == shapeNamed && !t.named.XML:
		t.named.XML = true
		if t.named.base != nil {
			markXML(t.named.base)
		}
		for _, f := range t.named.Fields {
			f.xml = true
			markXML(f.typ)
		}
	}
}

// xmlTag is the part of a field's tag for encoding/xml. Absent pointers and lists are left
// out by themselves.
func (f *field) xmlTag() string {
	name, attribute := f.JSON, ""
	if s := f.typ.schema; s != nil && s.XML != nil && s.XML.Attribute {
		attribute = ",attr"
	}
	return ` xml:"` + name + attribute + `"`
}
