// Package overlay corrects a document where the service is known to differ from its
// documentation. Corrections are OpenAPI Overlay 1.0 files whose actions tell where it was
// seen that the documentation is wrong:
//
//	overlay: 1.0.0
//	info: {title: Corrections of lamps, version: 1.0.0}
//	actions:
//	  - target: $.components.schemas.Lamp.properties.brightness
//	    update: {type: number}
//	    x-evidence:
//	      seen: https://github.com/example/lamps/issues/7
//	      date: "2024-05-31"
//	      docs:
//	        - {page: api/lamps.rst, line: 12, row: brightness | Integer}
//
// docs is the row, or the rows, that the action overrules: the cells that count, in their
// order, as facts and never as sentences. {page: …, absent: name} stands for a field that
// the tables of a page lack. The line helps readers and tells equal rows apart.
//
// Corrections can only shrink. An action fails the run when it matches nothing, when it
// changes nothing, because the documentation says the same by now, or when the row that it
// overrules no longer stands on its page: then somebody must look again.
//
// The package knows documents as trees and evidence; rows of pages are handed in.
package overlay

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	yaml "github.com/pb33f/go-yaml"
	"github.com/pb33f/jsonpath/pkg/jsonpath"
)

// File is one overlay.
type File struct {
	name    string
	actions []*action
}

// action changes what its target selects.
type action struct {
	name   string // "lamps.yaml: action 2 ($.components…)"
	path   *jsonpath.JSONPath
	update *yaml.Node // nil: the targets are removed
	seen   []string
	docs   []place
}

// place is what an action overrules: a row of a page, or that no row has a name.
type place struct {
	page   string
	line   int // 0 where not given
	row    []string
	absent string
}

// file and what follows are the form of an overlay on disk.
type file struct {
	Overlay string    `yaml:"overlay"`
	Info    yaml.Node `yaml:"info"`
	Extends string    `yaml:"extends"`
	Actions []struct {
		Target      string         `yaml:"target"`
		Description string         `yaml:"description"`
		Update      yaml.Node      `yaml:"update"`
		Remove      bool           `yaml:"remove"`
		Evidence    *evidence      `yaml:"x-evidence"`
		More        map[string]any `yaml:",inline"`
	} `yaml:"actions"`
	More map[string]any `yaml:",inline"`
}

type evidence struct {
	Seen list[string]   `yaml:"seen"`
	Date string         `yaml:"date"`
	Docs list[docs]     `yaml:"docs"`
	More map[string]any `yaml:",inline"`
}

type docs struct {
	Page   string         `yaml:"page"`
	Line   int            `yaml:"line"`
	Row    string         `yaml:"row"`
	Absent string         `yaml:"absent"`
	More   map[string]any `yaml:",inline"`
}

// list is one value, or a list of them.
type list[T any] []T

// UnmarshalYAML reads a single value as a list of one.
func (l *list[T]) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.SequenceNode {
		return n.Decode((*[]T)(l))
	}
	var one T
	if err := n.Decode(&one); err != nil {
		return err
	}
	*l = list[T]{one}
	return nil
}

// Parse reads an overlay, in YAML or JSON. The error names every action that is wrong; name
// is how it calls the file.
func Parse(name string, text []byte) (*File, error) {
	var root yaml.Node
	var in file
	if err := yaml.Unmarshal(text, &root); err != nil {
		return nil, fmt.Errorf("%s is not YAML: %s", name, oneLine(err))
	}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode || !has(root.Content[0], "overlay") {
		return nil, fmt.Errorf("%s is not an overlay: it does not begin with overlay: 1.0.0", name)
	}
	if line := alias(&root); line > 0 {
		return nil, fmt.Errorf("%s:%d: an overlay takes no YAML aliases", name, line)
	}
	undate(&root)
	if err := root.Decode(&in); err != nil {
		return nil, fmt.Errorf("%s is not an overlay: %s", name, oneLine(err))
	}
	switch {
	case in.Overlay != "1.0" && !strings.HasPrefix(in.Overlay, "1.0."):
		return nil, fmt.Errorf("%s is an overlay of version %q; 1.0.0 is the version that is read", name, in.Overlay)
	case in.Info.Kind != yaml.MappingNode || !has(&in.Info, "title") || !has(&in.Info, "version"):
		return nil, fmt.Errorf("%s: info must have a title and a version", name)
	case len(in.Actions) == 0:
		return nil, fmt.Errorf("%s has no action", name)
	}
	errs := []error{unknown(name, in.More)}
	out := &File{name: name}
	for i, a := range in.Actions {
		act := &action{name: fmt.Sprintf("%s: action %d (%s)", name, i+1, a.Target)}
		wrong := func(format string, args ...any) {
			errs = append(errs, fmt.Errorf("%s: %s", act.name, fmt.Sprintf(format, args...)))
		}
		errs = append(errs, unknown(act.name, a.More))
		var err error
		if a.Target == "" {
			wrong("the target is missing")
		} else if act.path, err = jsonpath.NewPath(a.Target); err != nil {
			wrong("the target is not a JSONPath: %s", oneLine(err))
		}
		switch {
		case a.Remove && !a.Update.IsZero():
			wrong("either update or remove, not both")
		case !a.Remove && a.Update.IsZero():
			wrong("update or remove: true is missing")
		case !a.Remove:
			act.update = &a.Update
		}
		if a.Evidence == nil {
			wrong("x-evidence is missing: where was it seen (seen), when (date), and which row does it overrule (docs)?")
		} else {
			errs = append(errs, act.evidence(a.Evidence))
		}
		out.actions = append(out.actions, act)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return out, nil
}

// maxWords is how many words a cited row has at most: names and types, no sentences.
const maxWords = 8

func (a *action) evidence(e *evidence) error {
	errs := []error{unknown(a.name+": x-evidence", e.More)}
	wrong := func(format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s: x-evidence: %s", a.name, fmt.Sprintf(format, args...)))
	}
	a.seen = e.Seen
	if len(e.Seen) == 0 || slices.Contains(e.Seen, "") {
		wrong("seen is missing: the link of an issue, or where a response was recorded")
	}
	if _, err := time.Parse(time.DateOnly, e.Date); err != nil {
		wrong("date must be a day, as in 2024-05-31")
	}
	if len(e.Docs) == 0 {
		wrong("docs is missing: the page and the row that the action overrules")
	}
	for _, d := range e.Docs {
		errs = append(errs, unknown(a.name+": x-evidence: docs", d.More))
		p := place{page: d.Page, line: d.Line, absent: words(d.Absent)}
		for cell := range strings.SplitSeq(d.Row, "|") {
			if cell = words(cell); cell != "" {
				p.row = append(p.row, cell)
			}
		}
		switch {
		case d.Page == "":
			wrong("docs: the page is missing")
		case (len(p.row) > 0) == (p.absent != ""):
			wrong(`docs: %s: either the row (row: "name | Type") or the name that no row has (absent: name)`, d.Page)
		case len(p.row) == 1:
			wrong("docs: %s: the row %q has the name only; add what the page says of it: name | Type", d.Page, d.Row)
		case len(strings.Fields(d.Row)) > maxWords+len(p.row):
			wrong("docs: %s: cite names and types, not sentences", d.Page)
		}
		a.docs = append(a.docs, p)
	}
	return errors.Join(errs...)
}

// unknown complains about keys that no overlay has; those with x- are free.
func unknown(where string, more map[string]any) error {
	var keys []string
	for k := range more {
		if !strings.HasPrefix(k, "x-") {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	slices.Sort(keys)
	return fmt.Errorf("%s: %s is not known in an overlay of version 1.0", where, strings.Join(keys, ", "))
}

func has(n *yaml.Node, key string) bool {
	_, v := member(n, key)
	return v != nil && v.Value != ""
}

// alias gives the line of the first alias below n, 0 where there is none.
func alias(n *yaml.Node) int {
	if n.Kind == yaml.AliasNode {
		return n.Line
	}
	for _, c := range n.Content {
		if line := alias(c); line > 0 {
			return line
		}
	}
	return 0
}

// undate makes days without quotes the texts that they are in JSON.
func undate(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!timestamp" {
		n.Tag, n.Style = "!!str", yaml.DoubleQuotedStyle
	}
	for _, c := range n.Content {
		undate(c)
	}
}

var space = regexp.MustCompile(`\s+`)

// words is s with single spaces.
func words(s string) string { return strings.TrimSpace(space.ReplaceAllString(s, " ")) }

func oneLine(err error) string { return words(err.Error()) }
