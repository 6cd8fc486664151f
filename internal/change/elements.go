package change

import (
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// element is a part of a document in its plain form.
type element struct {
	form    *form
	pointer string // where it stands in the document, "" where it stands in none
	label   string // for people: "Vault.tags[].key"
	page    string // the page of what it belongs to
	schema  *openapi3.Schema
	param   *openapi3.Parameter
	// written are the schemas that say it: itself and what it refers to.
	written []*openapi3.Schema
	// extensions are their x- keys, those beside the reference first.
	extensions []map[string]any
}

// elements numbers the elements of both sides. oasdiff keeps, of each element, the line of the
// file that it was read from; the plain forms were in no file, so their lines are these numbers.
type elements struct{ all []element }

// fields are the keywords whose place oasdiff asks for.
var fields = []string{
	"type", "format", "enum", "default", "pattern", "nullable", "deprecated", "required", "readOnly", "writeOnly",
	"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
	"minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "additionalProperties", "oneOf",
}

// add numbers an element.
func (n *elements) add(e element) *openapi3.Origin {
	n.all = append(n.all, e)
	at := openapi3.Location{Line: len(n.all)}
	origin := &openapi3.Origin{Key: &at, Sequences: map[string][]openapi3.Location{}}
	for _, name := range fields {
		origin.Fields = append(origin.Fields, openapi3.Location{Name: name, Line: at.Line})
	}
	if e.schema == nil {
		return origin
	}
	for _, value := range e.schema.Enum {
		origin.Sequences["enum"] = append(origin.Sequences["enum"], openapi3.Location{Name: fmt.Sprintf("%v", value), Line: at.Line})
	}
	for _, name := range e.schema.Required { // what is mandatory is told at what it is about
		if o := e.schema.Properties[name].Value.Origin; o != nil {
			origin.Sequences["required"] = append(origin.Sequences["required"], openapi3.Location{Name: name, Line: o.Key.Line})
		}
	}
	return origin
}

// numberOf is the number of an element, 0 where it has none.
func numberOf(o *openapi3.Origin) int {
	if o == nil || o.Key == nil {
		return 0
	}
	return o.Key.Line
}

// at is the element of a number, nil where there is none.
func (n *elements) at(number int) *element {
	if number < 1 || number > len(n.all) {
		return nil
	}
	return &n.all[number-1]
}

// places are where the documentation says what is in an element, or one of its keywords; none
// where that is not known. Structures that several pages describe have several.
func (e *element) places(keyword string) []Place {
	if e == nil {
		return nil
	}
	if e.form.side.Sources != nil && e.pointer != "" {
		for at := e.pointer + "/" + keyword; at != ""; at = at[:strings.LastIndexByte(at, '/')] {
			if all := e.form.side.Sources[at]; len(all) > 0 {
				return all
			}
		}
	}
	if e.page != "" {
		return []Place{{Page: e.page}}
	}
	return nil
}

// where are the places of one thing on both sides: of one page where a page has both.
func where(old, new *element, keyword string) (was, is *Place) {
	a, b := old.places(keyword), new.places(keyword)
	for i := range a {
		for j := range b {
			if a[i].Page == b[j].Page {
				return &a[i], &b[j]
			}
		}
	}
	if len(a) > 0 {
		was = &a[0]
	}
	if len(b) > 0 {
		is = &b[0]
	}
	return was, is
}

func (e *element) String() string {
	if e == nil {
		return "-"
	}
	return e.label + " " + e.pointer
}
