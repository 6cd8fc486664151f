package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxAdded is how many values aliases and merge keys of a document may add to those that are
// written in it, beside as many as are written: a few lines can mean millions of values.
const maxAdded = 100_000

// plainTree is a tree without aliases and merge keys, each value in it once, so that it can be
// changed in one place, and printed.
func plainTree(root *yaml.Node) (*yaml.Node, error) {
	written := 0
	var count func(n *yaml.Node)
	count = func(n *yaml.Node) {
		written++
		for _, c := range n.Content {
			count(c)
		}
	}
	count(root)
	c := &copier{left: 2*written + maxAdded}
	return c.copy(root, 0)
}

type copier struct{ left int }

func (c *copier) copy(n *yaml.Node, depth int) (*yaml.Node, error) {
	line := n.Line
	n = aliased(n)
	c.left--
	switch {
	case depth > maxNesting:
		return nil, fmt.Errorf("line %d: nested more than %d deep", line, maxNesting)
	case c.left < 0:
		return nil, fmt.Errorf("line %d: aliases and merge keys make the document far larger than it is written", line)
	}
	out := &yaml.Node{Kind: n.Kind, Tag: n.ShortTag(), Value: n.Value, Line: n.Line, Column: n.Column}
	if n.Kind != yaml.MappingNode {
		for _, v := range n.Content {
			made, err := c.copy(v, depth+1)
			if err != nil {
				return nil, err
			}
			out.Content = append(out.Content, made)
		}
		return out, nil
	}
	merges := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		merges = merges || n.Content[i].Tag == mergeTag
	}
	var given map[string]bool // what is written here wins over what is merged in
	if merges {
		given = map[string]bool{}
	}
	for key, value := range entries(n) {
		name := aliased(key)
		if c.left -= 1; merges && given[name.Value] {
			continue
		}
		if merges {
			given[name.Value] = true
		}
		made, err := c.copy(value, depth+1)
		if err != nil {
			return nil, err
		}
		out.Content = append(out.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: name.Value, Line: key.Line, Column: key.Column}, made)
	}
	return out, nil
}

// jsonOf is a tree without aliases as JSON.
func jsonOf(n *yaml.Node) ([]byte, error) {
	var b bytes.Buffer
	err := writeJSON(&b, n)
	return b.Bytes(), err
}

func writeJSON(b *bytes.Buffer, n *yaml.Node) error {
	switch n.Kind {
	case yaml.MappingNode:
		b.WriteByte('{')
		for i := 0; i+1 < len(n.Content); i += 2 {
			if i > 0 {
				b.WriteByte(',')
			}
			writeJSONString(b, n.Content[i].Value)
			b.WriteByte(':')
			if err := writeJSON(b, n.Content[i+1]); err != nil {
				return err
			}
		}
		b.WriteByte('}')
	case yaml.SequenceNode:
		b.WriteByte('[')
		for i, v := range n.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := writeJSON(b, v); err != nil {
				return err
			}
		}
		b.WriteByte(']')
	default:
		return writeJSONScalar(b, n)
	}
	return nil
}

func writeJSONScalar(b *bytes.Buffer, n *yaml.Node) error {
	switch n.ShortTag() {
	case "!!null":
		b.WriteString("null")
		return nil
	case "!!bool", "!!int", "!!float":
		if json.Valid([]byte(n.Value)) && !strings.HasPrefix(n.Value, `"`) {
			b.WriteString(n.Value) // as it is written: a float holds fewer digits
			return nil
		}
		var v any
		if err := n.Decode(&v); err != nil {
			return errors.New(strings.TrimPrefix(err.Error(), "yaml: "))
		}
		text, err := json.Marshal(v)
		b.Write(text)
		return err
	}
	writeJSONString(b, n.Value)
	return nil
}

func writeJSONString(b *bytes.Buffer, s string) {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a text always encodes
	}
	b.Write(text)
}

// get is a member of a mapping without merge keys, nil where there is none.
func get(n *yaml.Node, name string) *yaml.Node {
	if i := index(n, name); i >= 0 {
		return n.Content[i+1]
	}
	return nil
}

// key is the key of a member that is there.
func keyOf(n *yaml.Node, name string) *yaml.Node { return n.Content[index(n, name)] }

func index(n *yaml.Node, name string) int {
	if n != nil && n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == name {
				return i
			}
		}
	}
	return -1
}

// remove takes a member out of a mapping and gives its value, nil where there is none.
func remove(n *yaml.Node, name string) *yaml.Node {
	i := index(n, name)
	if i < 0 {
		return nil
	}
	v := n.Content[i+1]
	n.Content = append(n.Content[:i:i], n.Content[i+2:]...)
	return v
}

// put sets a member of a mapping; a new one comes last, with the place of the mapping.
func put(n *yaml.Node, name string, v *yaml.Node) {
	if v.Line == 0 {
		v.Line, v.Column = n.Line, n.Column
	}
	if i := index(n, name); i >= 0 {
		n.Content[i+1] = v
		return
	}
	n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: name, Line: v.Line, Column: v.Column}, v)
}

func word(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }

func boolNode(is bool) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: fmt.Sprint(is)}
}

func mapping(names ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: names}
}

func list(values ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: values}
}

// isWord reports whether a node is a text or another single value.
func isWord(n *yaml.Node) bool {
	return n != nil && n.Kind == yaml.ScalarNode && n.Tag != "!!null"
}

// isTrue reports whether a node is true.
func isTrue(n *yaml.Node) bool { return isWord(n) && n.Tag == "!!bool" && n.Value == "true" }
