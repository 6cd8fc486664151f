package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"sort"
	"strings"

	"go.yaml.in/yaml/v3"
)

// nodesOf reads a text as YAML or JSON, with the line of each value and the order of the file.
// An error says the line.
func nodesOf(text []byte) (*yaml.Node, error) {
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) && json.Valid(text) {
		return jsonNodes(text)
	}
	var doc, more yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(text))
	err := d.Decode(&doc)
	if err == nil {
		err = d.Decode(&more)
	}
	switch {
	case err == nil && len(more.Content) > 0 && more.Content[0].Tag != "!!null":
		return nil, fmt.Errorf("line %d: a second document begins, and a file has one", more.Content[0].Line)
	case err != nil && !errors.Is(err, io.EOF):
		return nil, errors.New(strings.TrimPrefix(err.Error(), "yaml: "))
	case len(doc.Content) == 0:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}, nil
	}
	return doc.Content[0], checkNode(doc.Content[0], 0)
}

// maxNesting bounds values inside values.
const maxNesting = 1000

// checkNode refuses what JSON does not have.
func checkNode(n *yaml.Node, depth int) error {
	if depth > maxNesting {
		return fmt.Errorf("line %d: nested more than %d deep", n.Line, maxNesting)
	}
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!float" {
		var f float64
		if n.Decode(&f) == nil && (math.IsNaN(f) || math.IsInf(f, 0)) {
			return fmt.Errorf("line %d: %s is not a number that JSON has", n.Line, n.Value)
		}
	}
	if n.Kind == yaml.MappingNode {
		lines := make(map[string]int, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := aliased(n.Content[i])
			if key.Kind != yaml.ScalarNode {
				return fmt.Errorf("line %d: a key must be a word", key.Line)
			}
			if line, twice := lines[key.Value]; twice {
				return fmt.Errorf("line %d: the key %q is already given in line %d", n.Content[i].Line, key.Value, line)
			}
			lines[key.Value] = n.Content[i].Line
		}
	}
	for _, c := range n.Content { // aliases are followed by nobody here
		if err := checkNode(c, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// jsonNodes reads valid JSON into the nodes that YAML would have.
func jsonNodes(text []byte) (*yaml.Node, error) {
	r := &jsonReader{text: text, d: json.NewDecoder(bytes.NewReader(text))}
	r.d.UseNumber()
	for i, c := range text {
		if c == '\n' {
			r.ends = append(r.ends, i)
		}
	}
	return r.value(0)
}

type jsonReader struct {
	text []byte
	d    *json.Decoder
	ends []int // the offset of each line end
}

// token reads one token into a node that has its line.
func (r *jsonReader) token() (*yaml.Node, json.Token, error) {
	start := int(r.d.InputOffset())
	t, err := r.d.Token()
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return nil, nil, err
	}
	end := int(r.d.InputOffset()) - 1 // of its last byte, which is in the line of all of it
	line := sort.SearchInts(r.ends, end)
	for start < end && strings.IndexByte(" \t\r\n,:", r.text[start]) >= 0 {
		start++
	}
	column := start + 1
	if line > 0 {
		column -= r.ends[line-1] + 1
	}
	return &yaml.Node{Line: line + 1, Column: column}, t, nil
}

func (r *jsonReader) value(depth int) (*yaml.Node, error) {
	n, t, err := r.token()
	if err != nil {
		return nil, err
	}
	if depth > maxNesting {
		return nil, fmt.Errorf("line %d: nested more than %d deep", n.Line, maxNesting)
	}
	n.Kind = yaml.ScalarNode
	switch t := t.(type) {
	case json.Delim:
		return n, r.members(n, t == '{', depth)
	case string:
		n.Tag, n.Value = "!!str", t
	case json.Number:
		n.Tag, n.Value = "!!float", t.String()
	case bool:
		n.Tag, n.Value = "!!bool", fmt.Sprint(t)
	default:
		n.Tag, n.Value = "!!null", "null"
	}
	return n, nil
}

func (r *jsonReader) members(n *yaml.Node, object bool, depth int) error {
	n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
	lines := map[string]int{}
	if object {
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
	}
	for r.d.More() {
		if object {
			key, t, err := r.token()
			if err != nil {
				return err
			}
			key.Kind, key.Tag = yaml.ScalarNode, "!!str"
			key.Value, _ = t.(string)
			if line, twice := lines[key.Value]; twice {
				return fmt.Errorf("line %d: the key %q is already given in line %d", key.Line, key.Value, line)
			}
			lines[key.Value] = key.Line
			n.Content = append(n.Content, key)
		}
		v, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		n.Content = append(n.Content, v)
	}
	_, _, err := r.token()
	return err
}

// aliased is what an alias stands for, else the node itself.
func aliased(n *yaml.Node) *yaml.Node {
	for i := 0; n.Kind == yaml.AliasNode && n.Alias != nil && i < maxNesting; i++ {
		n = n.Alias
	}
	return n
}

// member is the key and the value of a member of a mapping, nil where it has none. What is
// written there wins over what a merge key (<<) brings in.
func member(n *yaml.Node, name string) (key, value *yaml.Node) {
	for key, value := range entries(n) {
		if aliased(key).Value == name {
			return key, value
		}
	}
	return nil, nil
}

// entries are the keys and values of a mapping in their order, then those that merge keys
// bring in.
func entries(n *yaml.Node) iter.Seq2[*yaml.Node, *yaml.Node] {
	return func(yield func(key, value *yaml.Node) bool) {
		for at := range layers(n) {
			for i := 0; i+1 < len(at.Content); i += 2 {
				if at.Content[i].Tag != mergeTag && !yield(at.Content[i], at.Content[i+1]) {
					return
				}
			}
		}
	}
}

// names are the keys of a mapping in their order.
func names(n *yaml.Node) []string {
	var out []string
	for key := range entries(n) {
		out = append(out, aliased(key).Value)
	}
	return out
}

const mergeTag = "!!merge"

// layers are a mapping and those that its merge keys (<<) bring in, each once.
func layers(n *yaml.Node) iter.Seq[*yaml.Node] {
	return func(yield func(*yaml.Node) bool) {
		open, done := []*yaml.Node{n}, map[*yaml.Node]bool{}
		for len(open) > 0 {
			at := aliased(open[0])
			open = open[1:]
			if at.Kind != yaml.MappingNode || done[at] {
				continue
			}
			done[at] = true
			if !yield(at) {
				return
			}
			for i := 0; i+1 < len(at.Content); i += 2 {
				if at.Content[i].Tag != mergeTag {
					continue
				}
				if from := aliased(at.Content[i+1]); from.Kind == yaml.SequenceNode {
					open = append(open, from.Content...)
				} else {
					open = append(open, from)
				}
			}
		}
	}
}
