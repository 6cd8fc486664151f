package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/alike"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/strictyaml"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// reader turns nodes into values; its errors have line and column.
type reader struct{ file string }

// at is an error at a node.
func (r *reader) at(n *yaml.Node, format string, args ...any) error {
	return &Error{r.file, max(n.Line, 1), max(n.Column, 1), terminal.Message(fmt.Sprintf(format, args...))}
}

// document gives the only value of a file.
func (r *reader) document(text []byte) (*yaml.Node, error) {
	n, err := strictyaml.Document(text, "a configuration")
	if err == nil && n == nil {
		return nil, r.at(new(yaml.Node), "the configuration is empty: write at least one set below sets")
	}
	return n, r.placed(err)
}

// placed is an error of package strictyaml as one of the file; another one stays.
func (r *reader) placed(err error) error {
	var wrong *strictyaml.Error
	if errors.As(err, &wrong) {
		return &Error{r.file, wrong.Line, wrong.Col, wrong.Text}
	}
	return err
}

// mapping calls visit for the keys of a mapping. No key may be there twice.
func (r *reader) mapping(n *yaml.Node, what string, visit func(key, value *yaml.Node) error) error {
	what = cmp.Or(what, "a configuration")
	if strictyaml.Aliased(n).ShortTag() == "!!null" {
		return r.at(n, "%s must have keys, as in {key: value}", what)
	}
	return r.placed(strictyaml.Each(n, what, visit))
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
	text, err := strictyaml.Text(n)
	return text, r.placed(err)
}

// list reads texts.
func (r *reader) list(n *yaml.Node, what string) ([]string, error) {
	n = strictyaml.Aliased(n)
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
	n = strictyaml.Aliased(n)
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
	n = strictyaml.Aliased(n)
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
