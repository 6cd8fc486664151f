package gogen

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// configReader turns nodes into values; its errors have the line.
type configReader struct{ file string }

func (r *configReader) errorf(line int, format string, args ...any) error {
	return (&entry{file: r.file, line: line}).errorf(format, args...)
}

// document gives the only value of a file, nil when there is none.
func (r *configReader) document(text []byte) (*yaml.Node, error) {
	var doc, more yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(text))
	err := d.Decode(&doc)
	if errors.Is(err, io.EOF) || err == nil && doc.Content[0].ShortTag() == "!!null" {
		return nil, nil
	}
	if err != nil {
		line, what := lineOf(strings.TrimPrefix(oneLine(err), "yaml: "), string(text))
		return nil, r.errorf(line, "this is not YAML: %s", what)
	}
	if err := d.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, r.errorf(max(more.Line, doc.Line), "a configuration is one document; there is another one below it")
	}
	return doc.Content[0], nil
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

// each calls visit for the keys of a mapping. No key may be there twice.
func (r *configReader) each(n *yaml.Node, what string, visit func(key, value *yaml.Node) error) error {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.ShortTag() == "!!null" {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		if what == "" {
			what = "a configuration"
		}
		return r.errorf(n.Line, "%s must have keys, as in {key: value}", what)
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			return r.errorf(key.Line, "a key must be a word")
		}
		if line, twice := seen[key.Value]; twice {
			return r.errorf(key.Line, "the key %q is already in line %d", key.Value, line)
		}
		seen[key.Value] = key.Line
		if err := visit(key, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// mapping reads a mapping whose keys are known.
func (r *configReader) mapping(n *yaml.Node, what string, keys map[string]func(*yaml.Node) error) error {
	return r.each(n, what, func(key, value *yaml.Node) error {
		read, ok := keys[key.Value]
		if !ok {
			where := ""
			if what != "" {
				where = " in " + what
			}
			return r.errorf(key.Line, "there is no key %q%s%s", key.Value, where, nearest(key.Value, sorted(keys), "did you mean %s?"))
		}
		return read(value)
	})
}

// scalar reads a word.
func (r *configReader) scalar(n *yaml.Node) (string, error) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" || strings.TrimSpace(n.Value) == "" {
		return "", r.errorf(n.Line, "a text is needed here")
	}
	if printable(n.Value) != n.Value {
		return "", r.errorf(n.Line, "%q has characters that cannot be in a line", n.Value)
	}
	return n.Value, nil
}

func (r *configReader) text(target *string, check func(string) error) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		value, err := r.scalar(n)
		if err != nil {
			return err
		}
		if check != nil {
			if err := check(value); err != nil {
				return r.errorf(n.Line, "%s", err)
			}
		}
		*target = value
		return nil
	}
}

// yes reads true or false.
func (r *configReader) yes(target *bool) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		if n.Decode(target) != nil || n.ShortTag() != "!!bool" {
			return r.errorf(n.Line, "true or false is needed here")
		}
		return nil
	}
}

// not reads true or false into a flag that says the opposite.
func (r *configReader) not(target *bool) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		var value bool
		if err := r.yes(&value)(n); err != nil {
			return err
		}
		*target = !value
		return nil
	}
}

// list reads words.
func (r *configReader) list(n *yaml.Node, what string, check func(string) error) ([]*entry, error) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.ShortTag() == "!!null" {
		return nil, nil
	}
	if n.Kind != yaml.SequenceNode {
		return nil, r.errorf(n.Line, "%s must be a list, as in [one, two]", what)
	}
	var out []*entry
	for _, item := range n.Content {
		value, err := r.scalar(item)
		if err != nil {
			return nil, err
		}
		if err := check(value); err != nil {
			return nil, r.errorf(item.Line, "%s", err)
		}
		out = append(out, &entry{file: r.file, list: what, line: item.Line, key: value})
	}
	return out, nil
}

func (r *configReader) selection(target *selection, what string) func(*yaml.Node) error {
	globs := func(name string, list *[]*entry) func(*yaml.Node) error {
		return func(n *yaml.Node) (err error) {
			*list, err = r.list(n, what+"."+name, checkGlob)
			return err
		}
	}
	return func(n *yaml.Node) error {
		return r.mapping(n, what, map[string]func(*yaml.Node) error{
			"tags": globs("tags", &target.tags), "operations": globs("operations", &target.operations),
		})
	}
}

// names reads Go names by what they are given to.
func (r *configReader) names(c *Config, list string) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		return r.each(n, "names."+list, func(key, value *yaml.Node) error {
			name, err := r.scalar(value)
			if err != nil {
				return err
			}
			if !exported(name) {
				return r.errorf(value.Line, "%q is not an exported Go name: it must begin with a capital letter and have only letters and digits", name)
			}
			c.names[list] = append(c.names[list], &entry{file: r.file, list: "names." + list, line: key.Line, key: key.Value, value: name})
			return nil
		})
	}
}
