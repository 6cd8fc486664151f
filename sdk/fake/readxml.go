package fake

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// element is what an element of XML has: attributes and elements by their local names, in their order,
// and its own text.
type element struct {
	name       string
	attributes []xml.Attr
	children   []*element
	text       strings.Builder
}

// maxReadElements bounds how deep the elements of a body nest that is read.
const maxReadElements = 200

// readElement reads the one element that a body of XML is.
func readElement(body []byte) (*element, error) {
	decoder := xml.NewDecoder(bytes.NewReader(body))
	var root *element
	var open []*element // the innermost comes last
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && root != nil {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			one := &element{name: token.Name.Local, attributes: slices.Clone(token.Attr)}
			switch {
			case root == nil:
				root = one
			case len(open) == 0:
				return nil, fmt.Errorf("there is another element after %s", document.OneLine(root.name))
			case len(open) >= maxReadElements:
				return nil, fmt.Errorf("its elements stand more than %d deep inside each other", maxReadElements)
			default:
				parent := open[len(open)-1]
				parent.children = append(parent.children, one)
			}
			open = append(open, one)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text.Write(token)
			}
		}
	}
}

// checkXML says in what a body of XML breaks the document.
func checkXML(media *openapi3.MediaType, body []byte) []string {
	root, err := readElement(body)
	if err != nil {
		return []string{"body: it is not XML: " + oneLine(err)}
	}
	if media == nil || media.Schema == nil {
		return nil
	}
	want := elementName(media.Schema, document.SchemaName(media.Schema.Ref))
	if want != "" && root.name != localName(want) {
		return []string{"body: its element is " + document.OneLine(root.name) + ", want " + want}
	}
	if document.IsBytes(media.Schema) {
		return nil
	}
	var problems []string
	for _, text := range problemsOf(document.CheckValue(media.Schema.Value, xmlReader{}.value(root, media.Schema), openapi3.VisitAsRequest(), openapi3.MultiErrors())) {
		problems = append(problems, "body: "+text)
	}
	return problems
}

// localName is a name without the prefix of its namespace.
func localName(name string) string { return name[strings.LastIndexByte(name, ':')+1:] }

// xmlReader makes values of elements by their schemas. It keeps what it knows of a schema.
type xmlReader map[*openapi3.Schema]*xmlForm

// xmlForm is what the elements of a schema look like.
type xmlForm struct {
	items      *openapi3.SchemaRef // of a list
	object     bool                // it may have members
	attributes map[string]member   // by local name
	elements   map[string]member   // by local name
	// others is what members of other names are, nil where nothing says it.
	others *member
	// empty are lists without an element around them that must be there: no element is their only form
	// that has no items.
	empty []string
}

// member is a property of a schema.
type member struct {
	key string
	ref *openapi3.SchemaRef
	// items are those of a list that has no element around it.
	items *openapi3.SchemaRef
}

// value is the value that an element stands for by a schema, as encodeXML would have written it. What
// the schema does not know is kept as texts and objects: an attribute as "@" with its name, text beside elements
// as "#text". Where the schema wants members or items, text beside them is all that counts, and breaks it.
func (r xmlReader) value(e *element, ref *openapi3.SchemaRef) any {
	form, text := r.form(ref), e.text.String()
	hasText := strings.TrimSpace(text) != ""
	if form.items != nil && !(hasText && len(e.children) > 0) { // an element around its items
		items := []any{}
		for _, child := range e.children {
			items = append(items, r.value(child, form.items))
		}
		return items
	}
	holds := form.object || form.items != nil
	if len(e.children) == 0 && (!form.object || hasText) || hasText && holds {
		return scalarOf(ref, text)
	}
	out := map[string]any{}
	for _, a := range e.attributes {
		form.attribute(out, a)
	}
	for _, child := range e.children {
		r.add(out, form, child)
	}
	for _, key := range form.empty {
		if _, ok := out[key]; !ok {
			out[key] = []any{}
		}
	}
	if hasText {
		out["#text"] = text
	}
	return out
}

// The namespaces of attributes that are about the XML, and no member of a value.
const (
	ofXML       = "http://www.w3.org/XML/1998/namespace"
	ofXMLSchema = "http://www.w3.org/2001/XMLSchema-instance"
)

// attribute adds an attribute to the object that its element is.
func (f *xmlForm) attribute(out map[string]any, a xml.Attr) {
	m, known := f.attributes[a.Name.Local]
	switch {
	case known:
		out[m.key] = scalarOf(m.ref, a.Value)
	case a.Name.Local == "xmlns" || slices.Contains([]string{"xmlns", ofXML, ofXMLSchema}, a.Name.Space):
	case f.others != nil && isAttribute(f.others.ref):
		out[a.Name.Local] = scalarOf(f.others.ref, a.Value)
	default:
		out["@"+a.Name.Local] = a.Value
	}
}

func isAttribute(ref *openapi3.SchemaRef) bool {
	return ref != nil && ref.Value != nil && ref.Value.XML != nil && ref.Value.XML.Attribute
}

// add adds an element to the object that its parent is.
func (r xmlReader) add(out map[string]any, form *xmlForm, child *element) {
	m, known := form.elements[child.name]
	if !known {
		if form.others != nil && !isAttribute(form.others.ref) {
			m = *form.others
		}
		m.key = child.name
	}
	before, again := out[m.key]
	list, isList := before.([]any)
	switch {
	case m.items != nil:
		out[m.key] = append(list, r.value(child, m.items))
	case !again:
		out[m.key] = r.value(child, m.ref)
	case isList:
		out[m.key] = append(list, r.value(child, m.ref))
	default: // there are several although the schema has one
		out[m.key] = []any{before, r.value(child, m.ref)}
	}
}

func (r xmlReader) form(ref *openapi3.SchemaRef) *xmlForm {
	if ref == nil || ref.Value == nil {
		return &xmlForm{}
	}
	if known := r[ref.Value]; known != nil {
		return known
	}
	views := document.Composed(ref)
	form := &xmlForm{items: listIn(views), attributes: map[string]member{}, elements: map[string]member{}}
	for _, s := range views {
		form.object = form.object || s.Type.Is("object") || len(s.Properties) > 0
		for _, key := range document.Sorted(s.Properties) {
			form.property(key, s.Properties[key])
		}
		if more := s.AdditionalProperties.Schema; more != nil && form.others == nil {
			form.others = &member{ref: more, items: bareItems(more)}
		}
	}
	form.empty = form.mandatoryLists(ref.Value)
	r[ref.Value] = form
	return form
}

// property notes under which name a property stands. The items of a list without an element around it
// have a name of their own.
func (f *xmlForm) property(key string, ref *openapi3.SchemaRef) {
	name, one, in := elementName(ref, key), member{key: key, ref: ref}, f.elements
	switch items := bareItems(ref); {
	case isAttribute(ref):
		in = f.attributes
	case items != nil:
		name, one.items = elementName(items, name), items
	}
	if _, taken := in[localName(name)]; !taken {
		in[localName(name)] = one
	}
}

// bareItems are the items of a list that has no element around it, else nil.
func bareItems(ref *openapi3.SchemaRef) *openapi3.SchemaRef {
	if ref == nil || ref.Value == nil || ref.Value.XML != nil && ref.Value.XML.Wrapped {
		return nil
	}
	return listIn(document.Composed(ref))
}

// mandatoryLists are the lists without an element around them that a value must have, whichever choice it is of.
func (f *xmlForm) mandatoryLists(s *openapi3.Schema) []string {
	bare := map[string]bool{}
	for _, m := range f.elements {
		bare[m.key] = bare[m.key] || m.items != nil
	}
	whole, _ := document.Merged(s) // of one that contains itself, what can be merged
	return slices.DeleteFunc(slices.Clone(whole.Required), func(key string) bool { return !bare[key] })
}

// scalarOf is the value that a text stands for: of those that it can, the first that fits the schema.
func scalarOf(ref *openapi3.SchemaRef, text string) any {
	if ref == nil || ref.Value == nil {
		return text
	}
	if text == "" && ref.Value.Nullable {
		return nil
	}
	plain := strings.TrimSpace(text)
	all := append([]any{text}, readings(plain)...)
	if i := slices.IndexFunc(all, func(v any) bool { return document.CheckValue(ref.Value, v, openapi3.VisitAsRequest()) == nil }); i >= 0 {
		return all[i]
	}
	if ref.Value.Type != nil && !ref.Value.Type.Is("string") {
		return all[len(all)-1]
	}
	return text
}

// listIn are the items of a schema that is a list, nil where it is none or may be something else.
func listIn(views []*openapi3.Schema) *openapi3.SchemaRef {
	var items *openapi3.SchemaRef
	for _, s := range views {
		switch {
		case s.Type.Is("array") && s.Items != nil:
			items = s.Items
		case s.Type != nil && !s.Type.Is("array"):
			return nil
		}
	}
	return items
}
