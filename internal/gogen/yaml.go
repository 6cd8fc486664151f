package gogen

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// toJSON rewrites a YAML document as JSON, which is what the loader reads best: it
// refuses whole numbers beyond 64 bits in YAML. JSON is YAML too and comes out as it was.
func toJSON(spec []byte) ([]byte, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(spec, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return []byte("null"), nil
	}
	w := &jsonWriter{limit: max(32<<20, 8*len(spec))}
	if err := w.node(doc.Content[0], 0); err != nil {
		return nil, err
	}
	return w.out.Bytes(), nil
}

// maxNesting bounds values inside values; encoding/json has a bound of its own.
const maxNesting = 1000

type jsonWriter struct {
	out bytes.Buffer
	// limit is how many bytes there may be: aliases can repeat a node more often than
	// there is memory for.
	limit int
}

func (w *jsonWriter) node(n *yaml.Node, depth int) error {
	if depth > maxNesting {
		return fmt.Errorf("line %d: nested more than %d deep", n.Line, maxNesting)
	}
	if w.out.Len() > w.limit {
		return errors.New("the document is too large once its aliases are written out")
	}
	switch n.Kind {
	case yaml.AliasNode:
		return w.node(n.Alias, depth+1)
	case yaml.SequenceNode:
		w.out.WriteByte('[')
		for i, item := range n.Content {
			if i > 0 {
				w.out.WriteByte(',')
			}
			if err := w.node(item, depth+1); err != nil {
				return err
			}
		}
		w.out.WriteByte(']')
		return nil
	case yaml.MappingNode:
		return w.mapping(n, depth)
	}
	return w.scalar(n)
}

func (w *jsonWriter) mapping(n *yaml.Node, depth int) error {
	var keys []string
	values := map[string]*yaml.Node{}
	var collect func(n *yaml.Node, own bool, depth int) error
	collect = func(n *yaml.Node, own bool, depth int) error {
		if depth > maxNesting {
			return fmt.Errorf("line %d: merge keys are nested more than %d deep", n.Line, maxNesting)
		}
		seen := map[string]int{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			if key.Kind == yaml.AliasNode {
				key = key.Alias
			}
			if key.Kind != yaml.ScalarNode {
				return fmt.Errorf("line %d: a key must be a word", key.Line)
			}
			if key.Tag == "!!merge" {
				for _, from := range mergeSources(value) {
					if err := collect(from, false, depth+1); err != nil {
						return err
					}
				}
				continue
			}
			if line, twice := seen[key.Value]; twice {
				return fmt.Errorf("line %d: the key %q is already given in line %d", key.Line, key.Value, line)
			}
			seen[key.Value] = key.Line
			if _, ok := values[key.Value]; !ok {
				keys = append(keys, key.Value)
			} else if !own {
				continue // what is written here wins over what is merged in
			}
			values[key.Value] = value
		}
		return nil
	}
	if err := collect(n, true, depth); err != nil {
		return err
	}
	w.out.WriteByte('{')
	for i, key := range keys {
		if i > 0 {
			w.out.WriteByte(',')
		}
		if err := w.text(key); err != nil {
			return err
		}
		w.out.WriteByte(':')
		if err := w.node(values[key], depth+1); err != nil {
			return err
		}
	}
	w.out.WriteByte('}')
	return nil
}

// mergeSources are the mappings that a merge key (<<) brings in.
func mergeSources(n *yaml.Node) []*yaml.Node {
	switch {
	case n.Kind == yaml.AliasNode:
		return mergeSources(n.Alias)
	case n.Kind == yaml.MappingNode:
		return []*yaml.Node{n}
	case n.Kind == yaml.SequenceNode:
		var out []*yaml.Node
		for _, item := range n.Content {
			if item.Kind == yaml.AliasNode {
				item = item.Alias
			}
			if item.Kind == yaml.MappingNode {
				out = append(out, item)
			}
		}
		return out
	}
	return nil
}

func (w *jsonWriter) text(s string) error {
	quoted, err := json.Marshal(s)
	w.out.Write(quoted)
	return err
}

// scalar writes a number as it is written where JSON has that form; dates and other
// tagged values stay text.
func (w *jsonWriter) scalar(n *yaml.Node) error {
	switch n.ShortTag() {
	case "!!null":
		w.out.WriteString("null")
		return nil
	case "!!bool":
		var b bool
		if err := n.Decode(&b); err != nil {
			return err
		}
		w.out.WriteString(strconv.FormatBool(b))
		return nil
	case "!!int", "!!float":
		if json.Valid([]byte(n.Value)) {
			w.out.WriteString(n.Value)
			return nil
		}
		var i int64
		if n.Decode(&i) == nil { // such as 0x1F or 1_000
			w.out.WriteString(strconv.FormatInt(i, 10))
			return nil
		}
		var f float64
		if err := n.Decode(&f); err != nil {
			return err
		}
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return fmt.Errorf("line %d: %s is not a number that JSON has", n.Line, n.Value)
		}
		w.out.WriteString(strconv.FormatFloat(f, 'g', -1, 64))
		return nil
	}
	return w.text(n.Value)
}
