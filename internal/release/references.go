package release

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// component is the text of a schema around what it refers to: there is one part more than references.
type component struct {
	parts [][]byte
	refs  []reference
	size  int // of the text, in bytes
}

// reference leads to a schema of the document, or to a part of it.
type reference struct {
	name string
	part string // a JSON pointer, "" for the whole
}

// where says what a value in the text of a schema is.
type where int

const (
	isValue   where = iota // a default, an example, a value of x-: what looks like a reference there is none
	isSchema               // a schema, or a list of them
	ofSchemas              // schemas by names of the API
)

// keywords lead to schemas; what is below all others is a value.
var keywords = map[string]where{
	"items": isSchema, "prefixItems": isSchema, "contains": isSchema, "unevaluatedItems": isSchema,
	"additionalProperties": isSchema, "propertyNames": isSchema, "unevaluatedProperties": isSchema,
	"allOf": isSchema, "oneOf": isSchema, "anyOf": isSchema, "not": isSchema,
	"if": isSchema, "then": isSchema, "else": isSchema, "contentSchema": isSchema,
	"properties": ofSchemas, "patternProperties": ofSchemas, "dependentSchemas": ofSchemas, "$defs": ofSchemas,
}

// cut finds the references of a schema. The error is that of a text that is not JSON.
func cut(schema []byte) (component, error) {
	c := cutter{text: schema, decoder: json.NewDecoder(bytes.NewReader(schema)), out: component{size: len(schema)}}
	if err := c.value(isSchema); err != nil {
		return component{}, err
	}
	c.out.parts = append(c.out.parts, schema[c.done:])
	return c.out, nil
}

// cutter goes through the text of a schema once.
type cutter struct {
	text    []byte
	decoder *json.Decoder
	out     component
	done    int // offset up to which the text is in out
}

// value reads one value.
func (c *cutter) value(at where) error {
	if at == isValue {
		var skipped json.RawMessage
		return c.decoder.Decode(&skipped)
	}
	start, err := c.decoder.Token()
	if err != nil || start != json.Delim('{') && start != json.Delim('[') {
		return err
	}
	for err == nil && c.decoder.More() {
		if start == json.Delim('[') {
			err = c.value(at)
		} else {
			err = c.member(at)
		}
	}
	if err == nil {
		_, err = c.decoder.Token() // the bracket that closes
	}
	return err
}

// member reads a name and its value.
func (c *cutter) member(at where) error {
	key, err := c.decoder.Token()
	switch {
	case err != nil:
		return err
	case at == ofSchemas:
		return c.value(isSchema)
	case key == "$ref":
		return c.reference()
	}
	name, _ := key.(string) // it is one, or Token had failed
	return c.value(keywords[name])
}

// reference reads the value of a $ref.
func (c *cutter) reference() error {
	from := int(c.decoder.InputOffset())
	var target any
	if err := c.decoder.Decode(&target); err != nil {
		return err
	}
	address, ok := target.(string)
	if !ok {
		return nil // it refers to nothing
	}
	from += bytes.IndexByte(c.text[from:], '"') // after the colon
	ref := reference{part: address}
	if rest, ok := strings.CutPrefix(address, document.SchemaPrefix); ok {
		name, part, more := strings.Cut(rest, "/")
		if more {
			part = "/" + part
		}
		ref = reference{name, part}
	}
	c.out.parts = append(c.out.parts, c.text[c.done:from])
	c.out.refs = append(c.out.refs, ref)
	c.done = int(c.decoder.InputOffset())
	return nil
}

// write writes the text with the addresses that references have in a file.
func (c component) write(b *bytes.Buffer, address func(reference) string) {
	for i, part := range c.parts {
		b.Write(part)
		if i < len(c.refs) {
			b.Write(quoted(address(c.refs[i])))
		}
	}
}

// quoted is a text as JSON.
func quoted(text string) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a text can be written, and a buffer takes all
	return bytes.TrimSpace(b.Bytes())
}
