package config

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"
)

// First writes a configuration with one set, and says to editors where its schema is.
func First(s *Set) ([]byte, error) {
	set, err := SetText(s)
	if err != nil {
		return nil, err
	}
	return append([]byte("# yaml-language-server: $schema="+SchemaURL+"\n"+
		"# What rst2openapi sync makes, and of what. Commit this file and what is made.\nsets:\n"), set...), nil
}

// SetText writes a set as it stands below sets.
func SetText(s *Set) ([]byte, error) {
	top := new(mapping)
	source := new(mapping)
	for _, one := range []struct{ key, value string }{
		{"git", s.Source.Git}, {"ref", s.Source.Ref}, {"commit", s.Source.Commit}, {"folder", s.Source.Folder},
		{"archive", s.Source.Archive}, {"sha256", s.Source.SHA256}, {"path", s.Source.Path},
	} {
		source.text(one.key, one.value)
	}
	if pin := source.of("commit"); pin != nil {
		pin.LineComment = "the pin; sync --update moves it"
	}
	top.add("source", source.node())
	for _, one := range []struct{ key, value string }{
		{"profile", s.Profile}, {"prose", s.Prose}, {"spec", s.Spec}, {"findings", s.Findings}, {"sources", s.Sources}, {"lock", s.Lock},
	} {
		top.text(one.key, one.value)
	}
	if s.Go != nil {
		options := new(mapping)
		options.text("package", s.Go.Package)
		options.text("out", s.Go.Out)
		top.add("go", options.node())
	}
	set := new(mapping)
	set.add(s.Name, top.node())
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(set.node()); err != nil {
		return nil, err
	}
	var out strings.Builder
	for line := range strings.Lines(b.String()) {
		out.WriteString("  " + line)
	}
	return []byte(out.String()), nil
}

// mapping is a YAML mapping in the making.
type mapping struct{ content []*yaml.Node }

func (m *mapping) add(key string, value *yaml.Node) {
	m.content = append(m.content, scalar(key), value)
}

// text adds a text that is not empty.
func (m *mapping) text(key, value string) {
	if value != "" {
		m.add(key, scalar(value))
	}
}

// of is the value of a key, nil where it is not there.
func (m *mapping) of(key string) *yaml.Node {
	_, value := find(m.node(), key)
	return value
}

func (m *mapping) node() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Content: m.content} }

// scalar is a text, in quotes where it would be something else without.
func scalar(s string) *yaml.Node {
	n := new(yaml.Node)
	n.SetString(s)
	return n
}
