package fake

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// encodeXML writes a value as XML, with the names that the schema's "xml" gives.
func encodeXML(ref *openapi3.SchemaRef, v any) []byte {
	var b bytes.Buffer
	name := "root"
	if ref != nil {
		name = elementName(ref, cmp.Or(document.SchemaName(ref.Ref), name))
	}
	b.WriteString(xml.Header)
	writeElement(&b, name, ref, v, 0)
	return b.Bytes()
}

// maxElements bounds how deep elements nest.
const maxElements = 20

// xmlName is a name that an element or attribute may have.
var xmlName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.-]*(:[A-Za-z_][A-Za-z0-9_.-]*)?$`)

func elementName(ref *openapi3.SchemaRef, otherwise string) string {
	if ref != nil && ref.Value != nil && ref.Value.XML != nil && ref.Value.XML.Name != "" {
		return ref.Value.XML.Name
	}
	return otherwise
}

func writeElement(b *bytes.Buffer, name string, ref *openapi3.SchemaRef, v any, depth int) {
	if !xmlName.MatchString(name) || depth > maxElements {
		return
	}
	var schema *openapi3.Schema
	if ref != nil {
		schema = ref.Value
	}
	b.WriteString("<" + name)
	if schema != nil && schema.XML != nil && schema.XML.Namespace != "" {
		b.WriteString(` xmlns="`)
		escape(b, schema.XML.Namespace)
		b.WriteByte('"')
	}
	object, _ := v.(map[string]any)
	attributes := func(key string) bool { return isAttribute(document.Member(schema, key)) }
	for _, key := range document.Sorted(object) {
		if attribute := elementName(document.Member(schema, key), key); attributes(key) && xmlName.MatchString(attribute) {
			b.WriteString(" " + attribute + `="`)
			escape(b, scalar(object[key]))
			b.WriteByte('"')
		}
	}
	b.WriteByte('>')
	if object == nil {
		escape(b, scalar(v))
	}
	for _, key := range document.Sorted(object) {
		if !attributes(key) {
			writeMember(b, key, document.Member(schema, key), object[key], depth+1)
		}
	}
	b.WriteString("</" + name + ">")
}

// writeMember writes a member of an object: a list as elements that repeat, inside one of
// their own where the schema says so.
func writeMember(b *bytes.Buffer, key string, ref *openapi3.SchemaRef, v any, depth int) {
	name := elementName(ref, key)
	list, isList := v.([]any)
	if !isList {
		writeElement(b, name, ref, v, depth)
		return
	}
	var items *openapi3.SchemaRef
	wrapped := false
	if ref != nil {
		items = document.Items(ref.Value)
		wrapped = ref.Value != nil && ref.Value.XML != nil && ref.Value.XML.Wrapped && xmlName.MatchString(name)
	}
	if wrapped {
		b.WriteString("<" + name + ">")
	}
	for _, item := range list {
		writeElement(b, elementName(items, name), items, item, depth)
	}
	if wrapped {
		b.WriteString("</" + name + ">")
	}
}

func scalar(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []any:
		var all []string
		for _, item := range v {
			all = append(all, scalar(item))
		}
		return strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == "" }), " ")
	}
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(text)
}

// escape writes text so that it is only text. A buffer takes all that it is given.
func escape(b *bytes.Buffer, text string) { _ = xml.EscapeText(b, []byte(text)) }
