package gogen

import (
	"slices"
	"strings"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
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
		root = strings.TrimPrefix(media.Schema.Ref, document.SchemaPrefix)
	}
	if !taggable(root) || root == "" {
		return nil, "", nil
	}
	if s.XML != nil && s.XML.Namespace != "" && !strings.ContainsFunc(s.XML.Namespace, unicode.IsSpace) {
		root = s.XML.Namespace + " " + root // as encoding/xml has them
	}
	markXML(t)
	return t, root, nil
}

// alsoXML reports whether a response of JSON can be read as well where it comes as XML, and has its
// types read it.
func (b *builder) alsoXML(t *typeRef, json, xml *openapi3.MediaType) bool {
	if json == nil || xml == nil || json.Schema == nil || xml.Schema == nil || json.Schema.Value != xml.Schema.Value || !t.isStruct() || t.nullable || !xmlFits(t, nil) {
		return false
	}
	markXML(t)
	return true
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

// xmlTag is the part of a field's tag for encoding/xml: the names of elements are those that the
// schemas give for XML. Absent pointers and lists are left out by themselves.
func (f *field) xmlTag() string {
	s := f.typ.schema
	name := xmlName(s, f.JSON)
	if f.typ.shape == shapeNamed && f.typ.named.Kind == kindDefined || f.typ.shape == shapeSlice {
		if items := document.Items(s); items != nil && items.Value != nil {
			switch item := xmlName(items.Value, name); {
			case s.XML != nil && s.XML.Wrapped:
				name += ">" + item
			default:
				name = item
			}
		}
	} else if s != nil && s.XML != nil && s.XML.Attribute {
		name += ",attr"
	}
	return ` xml:"` + name + `"`
}

// xmlName is the name of the element that a schema is, else that of its property.
func xmlName(s *openapi3.Schema, property string) string {
	if s != nil && s.XML != nil && s.XML.Name != "" && taggable(s.XML.Name) && !strings.ContainsAny(s.XML.Name, " ,>") {
		return s.XML.Name
	}
	return property
}
