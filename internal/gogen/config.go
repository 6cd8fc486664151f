package gogen

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Config is a configuration: what a user sets for the package. ReadConfig makes one.
type Config struct {
	// Spec, Package and Out are for the command: the document, the name of the package and
	// the folder, as they are written. Paths begin at the folder of the configuration.
	Spec, Package, Out string

	service          string
	include, exclude selection
	names            map[string][]*entry // by what is named: schemas, operations, …
	initialisms      []string
	unused           string
	layout           string
	noExamples       bool
	noInspect        bool
	server           bool
}

// selection picks operations.
type selection struct{ tags, operations []*entry }

func (s selection) empty() bool { return len(s.tags)+len(s.operations) == 0 }

// entry is a line of a configuration: an item of a list, or a key and its value.
type entry struct {
	file, list string // "gen.yaml", "names.schemas"
	line       int
	key, value string
}

func (e *entry) errorf(format string, args ...any) error {
	return &ConfigError{File: e.file, Line: e.line, Text: terminal.Message(printable(fmt.Sprintf(format, args...)))}
}

// ConfigError says what is wrong in a configuration, and in which line.
type ConfigError struct {
	File string
	Line int
	Text string
}

func (e *ConfigError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text) }

// The layouts of a package, and what becomes of schemas that no operation uses.
const (
	layoutKinds  = "kinds"  // a file for each kind of code
	layoutSingle = "single" // one file
	layoutTags   = "tags"   // as kinds, and the methods in a file for each tag
	unusedDrop   = "drop"
	unusedKeep   = "keep"
)

// nameLists are the keys of names.
var nameLists = []string{"operations", "schemas", "properties", "parameters"}

// ReadConfig reads a configuration. file is how messages call it.
func ReadConfig(file string, text []byte) (*Config, error) {
	r := &configReader{file: printable(file)}
	root, err := r.document(text)
	if err != nil {
		return nil, err
	}
	return r.config(root)
}

// ReadConfigNode reads a configuration that is a part of the YAML file of that name.
func ReadConfigNode(file string, n *yaml.Node) (*Config, error) {
	r := &configReader{file: printable(file)}
	return r.config(n)
}

// config reads a configuration from its node, nil where there is none.
func (r *configReader) config(root *yaml.Node) (*Config, error) {
	c := &Config{names: map[string][]*entry{}, layout: layoutKinds}
	if root == nil {
		return c, nil
	}
	if err := r.mapping(root, "", r.keys(c)); err != nil {
		return nil, err
	}
	return c, nil
}

// ConfigKeys lists the keys of a configuration.
func ConfigKeys() []string { return sorted(new(configReader).keys(new(Config))) }

// keys are the keys of a configuration, each with what reads it into c.
func (r *configReader) keys(c *Config) map[string]func(*yaml.Node) error {
	return map[string]func(*yaml.Node) error{
		"spec":    r.text(&c.Spec, nil),
		"package": r.text(&c.Package, CheckPackage),
		"out":     r.text(&c.Out, nil),
		"service": r.text(&c.service, nil),
		"include": r.selection(&c.include, "include"),
		"exclude": r.selection(&c.exclude, "exclude"),
		"names": func(n *yaml.Node) error {
			lists := map[string]func(*yaml.Node) error{}
			for _, list := range nameLists {
				lists[list] = r.names(c, list)
			}
			return r.mapping(n, "names", lists)
		},
		"initialisms": func(n *yaml.Node) error {
			list, err := r.list(n, "initialisms", checkInitialism)
			for _, e := range list {
				c.initialisms = append(c.initialisms, e.key)
			}
			return err
		},
		"unused":         r.text(&c.unused, oneOf(unusedDrop, unusedKeep)),
		"layout":         r.text(&c.layout, oneOf(layoutKinds, layoutSingle, layoutTags)),
		"examples":       r.not(&c.noExamples),
		"responseChecks": r.not(&c.noInspect),
		"server":         r.yes(&c.server),
	}
}

func checkGlob(text string) error {
	if _, err := path.Match(text, ""); err != nil {
		return fmt.Errorf("%q is not a pattern: a [ or a \\ in it is not closed", text)
	}
	return nil
}

// checkInitialism takes words of letters and digits that can begin a name.
func checkInitialism(text string) error {
	if !exported(text) || strings.ContainsFunc(text, func(r rune) bool {
		return (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		return fmt.Errorf("%q is not an initialism: write it as it shall stand in Go names, as in CCE or IoT", text)
	}
	return nil
}

func oneOf(values ...string) func(string) error {
	return func(text string) error {
		if slices.Contains(values, text) {
			return nil
		}
		return fmt.Errorf("%q is not known here; it is %s or %s", text, strings.Join(values[:len(values)-1], ", "), values[len(values)-1])
	}
}
