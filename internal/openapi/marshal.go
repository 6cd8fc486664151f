package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// YAML writes doc with its keys in the order in which a person reads them: what it is,
// where it is, what it can do, the details. Properties keep the order of the docs.
func YAML(doc *Document) ([]byte, error) {
	n, err := treeOf(doc)
	if err != nil {
		return nil, err
	}
	return n.yaml(), nil
}

// YAMLOf writes a document that is given as JSON, as YAML does.
func YAMLOf(text []byte) ([]byte, error) {
	n, err := treeOfJSON(text)
	if err != nil {
		return nil, err
	}
	return n.yaml(), nil
}

// JSON writes doc in the same order as YAML.
func JSON(doc *Document) ([]byte, error) {
	n, err := treeOf(doc)
	if err != nil {
		return nil, err
	}
	return n.json(), nil
}

// JSONOf writes a document that is given as JSON, as JSON does.
func JSONOf(text []byte) ([]byte, error) {
	n, err := treeOfJSON(text)
	if err != nil {
		return nil, err
	}
	return n.json(), nil
}

func treeOf(doc *Document) (node, error) {
	n, err := doc.build(doc.T)
	if err != nil {
		return node{}, fmt.Errorf("openapi: %w", err)
	}
	n.sort(rootKeys)
	return n, nil
}

func treeOfJSON(text []byte) (node, error) {
	n, err := parse(text)
	if err != nil {
		return node{}, fmt.Errorf("openapi: %w", err)
	}
	n.sort(rootKeys)
	return n, nil
}

func (n *node) json() []byte {
	var b bytes.Buffer
	n.writeJSON(&b, "\n")
	b.WriteByte('\n')
	return b.Bytes()
}

// writeJSON writes a value; sep is a line end with the indent of the line that it starts in.
func (n *node) writeJSON(b *bytes.Buffer, sep string) {
	brackets := "[]"
	switch n.kind {
	case aText:
		writeString(b, n.text)
		return
	case anObject:
		brackets = "{}"
	case aList:
	default:
		b.WriteString(n.text)
		return
	}
	b.WriteByte(brackets[0])
	inner := sep + "  "
	for i := range n.items {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(inner)
		if n.kind == anObject {
			writeString(b, n.items[i].key)
			b.WriteString(": ")
		}
		n.items[i].writeJSON(b, inner)
	}
	if len(n.items) > 0 {
		b.WriteString(sep)
	}
	b.WriteByte(brackets[1])
}

func writeString(b *bytes.Buffer, s string) {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	b.Truncate(b.Len() - 1) // the line end that Encode adds
}
