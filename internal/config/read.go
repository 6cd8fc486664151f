package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/alike"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// reader turns nodes into values; its errors have line and column.
type reader struct{ file string }

// at is an error at a node.
func (r *reader) at(n *yaml.Node, format string, args ...any) error {
	return &Error{r.file, max(n.Line, 1), max(n.Column, 1), terminal.Printable(fmt.Sprintf(format, args...))}
}

// document gives the only value of a file.
func (r *reader) document(text []byte) (*yaml.Node, error) {
	var doc, more yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(text))
	err := d.Decode(&doc)
	if errors.Is(err, io.EOF) || err == nil && doc.Content[0].ShortTag() == "!!null" {
		return nil, r.at(&doc, "the configuration is empty: write at least one set below sets")
	}
	if err != nil {
		line, what := lineOf(strings.TrimPrefix(err.Error(), "yaml: "))
		return nil, r.at(&yaml.Node{Line: line}, "this is not YAML: %s", what)
	}
	if err := d.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, r.at(&more, "a configuration is one document; there is another one here")
	}
	return doc.Content[0], nil
}

// lineOf takes the line out of a message of the YAML library.
func lineOf(message string) (int, string) {
	at, rest, ok := strings.Cut(strings.TrimPrefix(message, "line "), ": ")
	line, err := strconv.Atoi(at)
	if !ok || err != nil {
		return 1, message
	}
	return line, rest
}

// mapping calls visit for the keys of a mapping. No key may be there twice.
func (r *reader) mapping(n *yaml.Node, what string, visit func(key, value *yaml.Node) error) error {
	if what == "" {
		what = "a configuration"
	}
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.MappingNode {
		return r.at(n, "%s must have keys, as in {key: value}", what)
	}
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			return r.at(key, "a key must be a word")
		}
		if first := seen[key.Value]; first != nil {
			return r.at(key, "the key %q is already in line %d", key.Value, first.Line)
		}
		seen[key.Value] = key
		if err := visit(key, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// fields reads a mapping into the fields of a struct that have a yaml tag; special reads the
// keys whose values are neither texts nor lists of texts.
func (r *reader) fields(n *yaml.Node, what string, target any, special map[string]func(*yaml.Node) error) error {
	names := keysOf(target)
	v := reflect.ValueOf(target).Elem()
	return r.mapping(n, what, func(key, value *yaml.Node) error {
		i := slices.Index(names, key.Value)
		if i < 0 || key.Value == "-" {
			return r.unknown(key, what, names)
		}
		if read := special[key.Value]; read != nil {
			return read(value)
		}
		if v.Field(i).Kind() == reflect.String {
			text, err := r.text(value)
			v.Field(i).SetString(text)
			return err
		}
		list, err := r.list(value, key.Value)
		v.Field(i).Set(reflect.ValueOf(list))
		return err
	})
}

// keysOf lists the keys of a struct, by the index of their fields; "-" is a field without one.
func keysOf(target any) []string {
	t := reflect.TypeOf(target).Elem()
	var out []string
	for i := range t.NumField() {
		out = append(out, t.Field(i).Tag.Get("yaml"))
	}
	return out
}

// unknown is the error of a key that is not known.
func (r *reader) unknown(key *yaml.Node, what string, known []string) error {
	where := ""
	if what != "" {
		where = " in " + what
	}
	best, least := "", max(len(key.Value)/2+1, 3)
	for _, one := range known {
		if d := alike.Distance(key.Value, one); d < least && one != "-" {
			best, least = one, d
		}
	}
	if best != "" {
		best = "; did you mean " + best + "?"
	}
	return r.at(key, "there is no key %q%s%s", key.Value, where, best)
}

// text reads a text on one line.
func (r *reader) text(n *yaml.Node) (string, error) {
	at := n
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" || strings.TrimSpace(n.Value) == "" {
		return "", r.at(at, "a text is needed here")
	}
	if terminal.Printable(n.Value) != n.Value {
		return "", r.at(at, "%q has characters that cannot be in a line", n.Value)
	}
	return n.Value, nil
}

// list reads texts.
func (r *reader) list(n *yaml.Node, what string) ([]string, error) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.SequenceNode {
		return nil, r.at(n, "%s must be a list, as in [one, two]", what)
	}
	var out []string
	for _, item := range n.Content {
		text, err := r.text(item)
		if err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return out, nil
}

// goPackage reads the options of gen. Those errors have a line only, so the column is that of
// the first word in it.
func (r *reader) goPackage(n *yaml.Node) (*Go, error) {
	options, err := gogen.ReadConfigNode(r.file, n)
	var wrong *gogen.ConfigError
	if errors.As(err, &wrong) {
		at := firstIn(n, wrong.Line)
		return nil, r.at(&yaml.Node{Line: wrong.Line, Column: at}, "%s", wrong.Text)
	}
	if err != nil {
		return nil, r.at(n, "%s", err)
	}
	if key := keyOf(n, "spec"); key != nil {
		return nil, r.at(key, "the package is made of the set's own spec: leave this key out")
	}
	var text bytes.Buffer
	if !flatten(&text, n, 0) {
		return nil, r.at(n, "these options are too large")
	}
	return &Go{Package: options.Package, Out: options.Out, Options: options, Text: text.Bytes()}, nil
}

// flatten writes a node so that two nodes of one meaning give one text, wherever anchors stand.
// It gives up on what aliases make endless or very large.
func flatten(b *bytes.Buffer, n *yaml.Node, depth int) bool {
	const deep, large = 20, 1 << 20
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if depth > deep || b.Len() > large {
		return false
	}
	fmt.Fprintf(b, "%s %q [", n.ShortTag(), n.Value)
	for _, c := range n.Content {
		if !flatten(b, c, depth+1) {
			return false
		}
	}
	b.WriteString("]")
	return true
}

// firstIn is the column of the first node in a line.
func firstIn(n *yaml.Node, line int) int {
	if n.Line == line && n.Kind == yaml.ScalarNode {
		return n.Column
	}
	best := 0
	for _, c := range n.Content {
		if col := firstIn(c, line); col > 0 && (best == 0 || col < best) {
			best = col
		}
	}
	return best
}

// keyOf is the node of a key in a mapping, nil where it is not there.
func keyOf(n *yaml.Node, name string) *yaml.Node {
	key, _ := find(n, name)
	return key
}

// find gives the nodes of a key and of its value.
func find(n *yaml.Node, name string) (key, value *yaml.Node) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i], n.Content[i+1]
		}
	}
	return nil, nil
}
