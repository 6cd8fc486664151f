package lock

import (
	"errors"
	"fmt"
	"go/token"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/strictyaml"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
	"go.yaml.in/yaml/v3"
)

// Error says what is wrong in a lock file, and in which line.
type Error struct {
	File string
	Line int
	Text string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text) }

// MaxSize is the largest lock file that is read, in bytes.
const MaxSize = 32 << 20

// maxName is how long a name may be.
const maxName = 256

// Parse reads a lock file; an empty text is a file without names. file is how messages call it.
// The error is an *Error: names must be identifiers, and no two things may have one.
func Parse(file string, text []byte) (*File, error) {
	p := &parser{file: file, out: New(), ids: map[string]owner{}, types: map[string]owner{}, keys: map[string]owner{}}
	if len(text) > MaxSize {
		return nil, p.errorf(1, "the file has %d bytes, too many for a lock file (%d at most)", len(text), MaxSize)
	}
	root, err := strictyaml.Document(text, "a lock file")
	if err != nil || root == nil {
		return p.out, p.placed(err)
	}
	version := ""
	err = p.mapping(root, map[string]func(*yaml.Node) error{
		"version":    p.text(&version),
		"operations": p.operations(p.out.Names),
		"variants":   p.variants(p.out.Names),
		"schemas":    p.schemas(p.out.Names),
		"fields":     p.lists(p.out.Fields, p.checkName),
		"order":      p.lists(p.out.Order, func(string, int) error { return nil }),
		"distinct":   p.distinct,
		"gone": func(n *yaml.Node) error {
			return p.mapping(n, map[string]func(*yaml.Node) error{
				"operations": p.operations(p.out.Gone),
				"variants":   p.variants(p.out.Gone),
				"schemas":    p.schemas(p.out.Gone),
			})
		},
		"go": p.packages,
	})
	if err != nil {
		return nil, err
	}
	if version != "1" {
		return nil, p.errorf(root.Line, "the file must say version: 1")
	}
	return p.out, nil
}

type parser struct {
	file string
	out  *File
	// ids are the request lines that have an operation id, types the names of schemas as they are
	// written, both by the name in small letters: to many a tool "Box" and "BOX" are one. what
	// has each key of a section, gone or not, is in keys.
	ids, types, keys map[string]owner
}

// owner is what has a name, and where the file says so.
type owner struct {
	what string
	line int
}

func (p *parser) errorf(line int, format string, args ...any) error {
	return &Error{p.file, max(1, line), terminal.Message(fmt.Sprintf(format, args...))}
}

// placed is an error of package strictyaml as one of the file; another one stays.
func (p *parser) placed(err error) error {
	var wrong *strictyaml.Error
	if errors.As(err, &wrong) {
		return p.errorf(wrong.Line, "%s", wrong.Text)
	}
	return err
}

// each calls visit for the keys of a mapping. No key may be there twice, and no alias stands for
// one: a file that is merged line by line says all where it stands.
func (p *parser) each(n *yaml.Node, visit func(key string, line int, value *yaml.Node) error) error {
	if n.Kind == yaml.AliasNode {
		return p.errorf(n.Line, "this must have keys, as in {key: value}")
	}
	return p.placed(strictyaml.Each(n, "this", func(key, value *yaml.Node) error { return visit(key.Value, key.Line, value) }))
}

// mapping reads a mapping whose keys are known.
func (p *parser) mapping(n *yaml.Node, keys map[string]func(*yaml.Node) error) error {
	return p.each(n, func(key string, line int, value *yaml.Node) error {
		read, ok := keys[key]
		if !ok {
			return p.errorf(line, "there is no key %q here", key)
		}
		return read(value)
	})
}

// text reads a text.
func (p *parser) text(to *string) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		if n.Kind != yaml.ScalarNode {
			return p.errorf(n.Line, "a text is needed here")
		}
		*to = n.Value
		return nil
	}
}

// texts reads a list of texts.
func (p *parser) texts(to *[]string) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		if n.Kind != yaml.SequenceNode {
			return p.errorf(n.Line, "a list is needed here, as in [a, b]")
		}
		for _, item := range n.Content {
			var text string
			if err := p.text(&text)(item); err != nil {
				return err
			}
			*to = append(*to, text)
		}
		return nil
	}
}

// checkName takes identifiers: a name becomes one in generated code.
func (p *parser) checkName(name string, line int) error {
	if !isName(name) {
		return p.errorf(line, "%q is not a name: it must be of at most %d letters, digits and underscores, the first a letter", name, maxName)
	}
	return nil
}

func isName(name string) bool {
	return token.IsIdentifier(name) && len(name) <= maxName && name[0] != '_' && !strings.ContainsFunc(name, func(r rune) bool { return r > 0x7e })
}

// own notes what has a name, which nothing else may have.
func (p *parser) own(all map[string]owner, name, what string, line int) error {
	key := strings.ToLower(name)
	if before, taken := all[key]; taken && before.what != what {
		return p.errorf(line, "the name %s is that of %s already, in line %d", name, before.what, before.line)
	}
	all[key] = owner{what, line}
	return nil
}

// once notes that an entry of a section is there; what is gone is not there, too.
func (p *parser) once(section, key string, line int) error {
	key = section + " " + key
	if before, twice := p.keys[key]; twice {
		return p.errorf(line, "there is an entry for this in line %d already", before.line)
	}
	p.keys[key] = owner{line: line}
	return nil
}
