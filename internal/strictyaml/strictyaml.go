// Package strictyaml reads YAML that people write for a program, where each word counts: one
// document, each key once, and mistakes with their place.
package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Error is a mistake and its place in the text, which counts from 1.
type Error struct {
	Line, Col int
	Text      string // one line
}

func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Col, e.Text) }

// At is the error of a mistake at a node.
func At(n *yaml.Node, format string, args ...any) *Error {
	return &Error{max(n.Line, 1), max(n.Column, 1), terminal.Message(fmt.Sprintf(format, args...))}
}

// Document gives the only value of a text, nil where there is none or null. what is how the
// message calls the file. The error is an *Error.
func Document(text []byte, what string) (*yaml.Node, error) {
	if line := conflict(text); line > 0 {
		return nil, At(&yaml.Node{Line: line}, "%s has a merge conflict that nobody has resolved: keep what is right of the lines between <<<<<<< and >>>>>>>", what)
	}
	var doc, more yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(text))
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		line, message := lineOf(strings.TrimPrefix(terminal.Printable(err.Error()), "yaml: "), string(text))
		return nil, At(&yaml.Node{Line: line}, "this is not YAML: %s", message)
	}
	if err := d.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, At(&yaml.Node{Line: max(more.Line, doc.Line), Column: more.Column}, "%s is one document; there is another one below it", what)
	}
	if doc.Content[0].ShortTag() == "!!null" {
		return nil, nil
	}
	return doc.Content[0], nil
}

// conflict is the line in which a conflict begins that git left in a text, 0 where there is none.
func conflict(text []byte) int {
	n := 0
	for line := range bytes.Lines(text) {
		n++
		if bytes.HasPrefix(line, []byte("<<<<<<< ")) {
			return n
		}
	}
	return 0
}

// lineOf takes the line out of a message of the YAML library. Its parser counts from 0 where
// its scanner counts from 1, and it gives no line to an unknown alias.
func lineOf(message, text string) (int, string) {
	last := strings.Count(strings.TrimRight(text, "\n"), "\n") + 1
	if name, ok := strings.CutPrefix(message, "unknown anchor '"); ok {
		name, _, _ = strings.Cut(name, "'")
		before, _, _ := strings.Cut(text, "*"+name)
		return strings.Count(before, "\n") + 1, message
	}
	at, rest, ok := strings.Cut(strings.TrimPrefix(message, "line "), ": ")
	line, err := strconv.Atoi(at)
	if !ok || err != nil {
		return 1, message
	}
	if strings.HasPrefix(rest, "did not find") {
		line++
	}
	return min(line, last), rest
}

// Aliased is what an alias stands for, else the node itself.
func Aliased(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// Each calls visit for the keys of a mapping; null has none. what is how the message calls it.
// The error is an *Error, or one of visit.
func Each(n *yaml.Node, what string, visit func(key, value *yaml.Node) error) error {
	n = Aliased(n)
	if n.ShortTag() == "!!null" {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		return At(n, "%s must have keys, as in {key: value}", what)
	}
	seen := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			return At(key, "a key must be a word")
		}
		if line, twice := seen[key.Value]; twice {
			return At(key, "the key %q is already in line %d", key.Value, line)
		}
		seen[key.Value] = key.Line
		if err := visit(key, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// Text reads a text on one line. The error is an *Error.
func Text(n *yaml.Node) (string, error) {
	at := n
	n = Aliased(n)
	if n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" || strings.TrimSpace(n.Value) == "" {
		return "", At(at, "a text is needed here")
	}
	if terminal.Printable(n.Value) != n.Value {
		return "", At(at, "%q has characters that cannot be in a line", n.Value)
	}
	return n.Value, nil
}
