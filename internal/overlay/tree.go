package overlay

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	yaml "github.com/pb33f/go-yaml"
)

// parse reads JSON as a tree with the members of objects in their order. A YAML reader
// would refuse some of the strings that JSON may hold.
func parse(text []byte) (*yaml.Node, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return value(d)
}

func value(d *json.Decoder) (*yaml.Node, error) {
	tok, err := d.Token()
	if err != nil {
		return nil, err
	}
	scalar := func(tag, text string) (*yaml.Node, error) {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: text}, nil
	}
	switch t := tok.(type) {
	case json.Delim:
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		if t == '[' {
			n = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		}
		for d.More() {
			c, err := value(d)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, c)
		}
		_, err := d.Token() // the closing bracket
		return n, err
	case string:
		return scalar("!!str", t)
	case json.Number:
		if _, err := strconv.ParseInt(t.String(), 10, 64); err != nil {
			return scalar("!!float", t.String())
		}
		return scalar("!!int", t.String())
	case bool:
		return scalar("!!bool", strconv.FormatBool(t))
	default:
		return scalar("!!null", "null")
	}
}

// write appends n as JSON. Scalars come from JSON or from an overlay, where YAML has more
// ways to write a number; those become what JSON knows.
func write(b *bytes.Buffer, n *yaml.Node) error {
	switch n.Kind {
	case yaml.MappingNode:
		b.WriteByte('{')
		for i := 0; i+1 < len(n.Content); i += 2 {
			if i > 0 {
				b.WriteByte(',')
			}
			encode(b, n.Content[i].Value)
			b.WriteByte(':')
			if err := write(b, n.Content[i+1]); err != nil {
				return err
			}
		}
		b.WriteByte('}')
		return nil
	case yaml.SequenceNode:
		b.WriteByte('[')
		for i, c := range n.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := write(b, c); err != nil {
				return err
			}
		}
		b.WriteByte(']')
		return nil
	}
	switch {
	case n.Tag == "!!str":
		encode(b, n.Value)
	case json.Valid([]byte(n.Value)):
		b.WriteString(n.Value)
	default:
		var v any
		if err := n.Decode(&v); err != nil {
			return err
		}
		text, err := json.Marshal(v)
		if err != nil {
			return fmt.Errorf("%s cannot be written as JSON", n.Value)
		}
		b.Write(text)
	}
	return nil
}

func encode(b *bytes.Buffer, s string) {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	b.Truncate(b.Len() - 1) // the line end that Encode adds
}

// member gives the place of the value of a key, and the value; nil where n lacks the key.
func member(n *yaml.Node, key string) (int, *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return i + 1, n.Content[i+1]
			}
		}
	}
	return -1, nil
}

func clone(n *yaml.Node) *yaml.Node {
	out := &yaml.Node{Kind: n.Kind, Tag: n.ShortTag(), Value: n.Value}
	for _, c := range n.Content {
		out.Content = append(out.Content, clone(c))
	}
	return out
}

// equal compares trees; the order of members counts nothing.
func equal(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || len(a.Content) != len(b.Content) {
		return false
	}
	switch a.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(a.Content); i += 2 {
			if _, v := member(b, a.Content[i].Value); v == nil || !equal(a.Content[i+1], v) {
				return false
			}
		}
		return true
	case yaml.SequenceNode:
		return slices.EqualFunc(a.Content, b.Content, equal)
	}
	return a.ShortTag() == b.ShortTag() && a.Value == b.Value
}

// merge puts update into n, as Overlay 1.0 says: members by name, elements at the end, all
// else replaced. An element that the list has already is not added once more: no list of
// OpenAPI holds one twice.
func merge(n, update *yaml.Node) {
	switch {
	case n.Kind == yaml.MappingNode && update.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(update.Content); i += 2 {
			if _, v := member(n, update.Content[i].Value); v != nil {
				merge(v, update.Content[i+1])
				continue
			}
			n.Content = append(n.Content, clone(update.Content[i]), clone(update.Content[i+1]))
		}
	case n.Kind == yaml.SequenceNode && update.Kind == yaml.SequenceNode:
		for _, c := range update.Content {
			if !slices.ContainsFunc(n.Content, func(have *yaml.Node) bool { return equal(have, c) }) {
				n.Content = append(n.Content, clone(c))
			}
		}
	case n.Kind == yaml.SequenceNode:
		merge(n, &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{update}})
	default:
		*n = *clone(update)
	}
}

// remove takes the nodes out of the tree, and a member with its name.
func remove(n *yaml.Node, gone map[*yaml.Node]bool) {
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	var left []*yaml.Node
	for i := 0; i+step <= len(n.Content); i += step {
		if gone[n.Content[i+step-1]] {
			continue
		}
		remove(n.Content[i+step-1], gone)
		left = append(left, n.Content[i:i+step]...)
	}
	n.Content = left
}
