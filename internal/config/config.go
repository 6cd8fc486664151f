// Package config reads rst2openapi.yaml, the configuration of "rst2openapi sync": documentation
// sets, each with its source, the pin that says which state of the source counts, and the files
// that are made of it.
//
//	sets:
//	  cbr:
//	    source:
//	      git: https://github.com/example/backup-docs.git
//	      ref: main
//	      commit: 5c0b0a4d0e7e9f1a2b3c4d5e6f708192a3b4c5d6   # moved by sync --update
//	      path: api-ref/source
//	    spec: spec/cbr.yaml
//	    lock: spec/cbr.names.yaml
//	    go: {package: cbr, out: cbr}
//
// Reading is strict: a key that is not known, a value of another kind and a path that leaves the
// folder of the configuration are errors with their line and column. Schema is the same in the
// words of JSON Schema, for editors. The package knows texts only; files are opened by its caller.
package config

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// FileName is how a configuration is called.
const FileName = "rst2openapi.yaml"

// Config is a configuration.
type Config struct {
	Sets []*Set // in the order of the file
}

// Set is a documentation set and what is made of it. Paths are as they are written: they begin
// at the folder of the configuration and have forward slashes.
type Set struct {
	Name     string   `yaml:"-"` // its key below sets
	Source   Source   `yaml:"source"`
	Profile  string   `yaml:"profile"`  // a profile that is built in, or a file; "" is the default
	Overlays []string `yaml:"overlays"` // files of corrections, applied in this order
	Prose    string   `yaml:"prose"`    // "full" or "none"; "" is full
	Spec     string   `yaml:"spec"`     // the document
	Findings string   `yaml:"findings"` // "" where nobody asks for them
	Sources  string   `yaml:"sources"`  // where each fact of the document comes from; "" where nobody asks
	Lock     string   `yaml:"lock"`     // the file of names; "" where names may change
	Go       *Go      `yaml:"go"`       // nil: no Go package
}

// Source is where the pages of a set are. One of Git, Folder and Archive is set.
type Source struct {
	Git     string `yaml:"git"`     // a URL, the path of a repository, or that of a bundle
	Ref     string `yaml:"ref"`     // the branch or tag that --update follows; "" is the default branch
	Commit  string `yaml:"commit"`  // the pin of Git; "" before the first --update
	Folder  string `yaml:"folder"`  // pages that lie beside the configuration
	Archive string `yaml:"archive"` // a .zip, .tar.gz or .tgz file, or the URL of one
	SHA256  string `yaml:"sha256"`  // the pin of Archive; "" takes the file as it is
	Path    string `yaml:"path"`    // the folder of the pages in the source; "" is its top
}

// Go is the Go package of a set: the keys of gen.yaml but spec, which is that of the set.
type Go struct {
	Package string
	Out     string
	Options *gogen.Config // all keys
	Text    []byte        // the same as YAML, by which a change is seen
}

// Outputs lists the files that a set names, without those of its Go package.
func (s *Set) Outputs() []string {
	var out []string
	for _, name := range []string{s.Lock, s.Findings, s.Sources, s.Spec} {
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

// Pin is the state of the source that counts, "" where none is written.
func (s *Source) Pin() string {
	if s.Git != "" {
		return s.Commit
	}
	return s.SHA256
}

// Error says what is wrong in a configuration, and where.
type Error struct {
	File      string
	Line, Col int // from 1
	Text      string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Text) }

// MaxSize is the largest configuration that is read, in bytes.
const MaxSize = 4 << 20

// Read reads a configuration. file is how messages call it. The error is an *Error.
func Read(file string, text []byte) (*Config, error) {
	r := &reader{file: file}
	root, err := r.document(text)
	if err != nil {
		return nil, err
	}
	sets, err := r.top(root)
	if err != nil {
		return nil, err
	}
	c := new(Config)
	for i := 0; i+1 < len(sets.Content); i += 2 {
		s, err := r.set(sets.Content[i], sets.Content[i+1])
		if err != nil {
			return nil, err
		}
		c.Sets = append(c.Sets, s)
	}
	return c, r.checkOutputs(c, sets)
}

// top gives the mapping of all sets.
func (r *reader) top(root *yaml.Node) (*yaml.Node, error) {
	var sets *yaml.Node
	err := r.mapping(root, "", func(key, value *yaml.Node) error {
		if key.Value != "sets" {
			return r.unknown(key, "", []string{"sets"})
		}
		sets = value
		return r.mapping(value, "sets", func(_, _ *yaml.Node) error { return nil })
	})
	if err == nil && (sets == nil || len(sets.Content) == 0) {
		err = r.at(root, "there is no set: write at least one below sets")
	}
	return sets, err
}

// set reads one set.
func (r *reader) set(key, value *yaml.Node) (*Set, error) {
	s := &Set{Name: key.Value}
	if !isName(s.Name) {
		return nil, r.at(key, "%q cannot be the name of a set: use lower-case letters, digits, dots, dashes and underscores, a letter or digit first", s.Name)
	}
	err := r.fields(value, "the set "+s.Name, s, map[string]func(*yaml.Node) error{
		"source": func(n *yaml.Node) error { return r.fields(n, "source", &s.Source, nil) },
		"go":     func(n *yaml.Node) (err error) { s.Go, err = r.goPackage(n); return err },
	})
	if err != nil {
		return nil, err
	}
	return s, r.checkSet(s, key, value)
}
