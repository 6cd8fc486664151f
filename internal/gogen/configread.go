package gogen

import (
	"cmp"
	"errors"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/strictyaml"
)

// configReader turns nodes into values; its errors have the line.
type configReader struct{ file string }

func (r *configReader) errorf(line int, format string, args ...any) error {
	return (&entry{file: r.file, line: line}).errorf(format, args...)
}

// document gives the only value of a file, nil when there is none.
func (r *configReader) document(text []byte) (*yaml.Node, error) {
	n, err := strictyaml.Document(text, "a configuration")
	return n, r.placed(err)
}

// placed is an error of package strictyaml as one of the file; another one stays.
func (r *configReader) placed(err error) error {
	var wrong *strictyaml.Error
	if errors.As(err, &wrong) {
		return r.errorf(wrong.Line, "%s", wrong.Text)
	}
	return err
}

// each calls visit for the keys of a mapping. No key may be there twice.
func (r *configReader) each(n *yaml.Node, what string, visit func(key, value *yaml.Node) error) error {
	return r.placed(strictyaml.Each(n, cmp.Or(what, "a configuration"), visit))
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
	text, err := strictyaml.Text(n)
	return text, r.placed(err)
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
	n = strictyaml.Aliased(n)
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
