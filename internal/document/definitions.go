package document

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"
)

// definitions moves schemas to components, which is where references of OpenAPI 3.0 lead, and
// changes the references to them. It is for what JSON Schema keeps beside a schema: $defs,
// definitions, and schemas with an $anchor.
//
// A reference from the root ("#/$defs/Vault") that leads nowhere is taken from the schema around
// it: tools paste the schemas that they make with what these refer to.
type definitions struct {
	root    *yaml.Node
	schemas *yaml.Node // of components; made when it is needed
	anchors map[string]*yaml.Node
	names   map[*yaml.Node]string // of what has been moved
}

// hoistDefinitions does so for a document of OpenAPI 3 in place.
func hoistDefinitions(root *yaml.Node) {
	d := &definitions{root: root, schemas: get(get(root, "components"), "schemas"), anchors: map[string]*yaml.Node{}, names: map[*yaml.Node]string{}}
	if !d.look(root, 0) {
		return
	}
	if d.schemas != nil {
		for i := 0; i+1 < len(d.schemas.Content); i += 2 {
			d.names[d.schemas.Content[i+1]] = d.schemas.Content[i].Value // one is where references may lead already
		}
	}
	d.walk(root, nil, 0)
}

// definitionWords are the members that hold such schemas.
var definitionWords = []string{"$defs", "definitions"}

// look finds the anchors, and reports whether there is anything to move.
func (d *definitions) look(n *yaml.Node, depth int) (found bool) {
	if depth > maxNesting {
		return false
	}
	if anchor := get(n, "$anchor"); isWord(anchor) {
		if d.anchors[anchor.Value] == nil {
			d.anchors[anchor.Value] = n
		}
		found = true
	}
	if n.Kind == yaml.MappingNode {
		found = found || slices.ContainsFunc(definitionWords, func(word string) bool { return get(n, word) != nil })
	}
	for _, c := range n.Content {
		found = d.look(c, depth+1) || found
	}
	return found
}

// walk changes the references below n; around are the elements that it stands in.
func (d *definitions) walk(n *yaml.Node, around []*yaml.Node, depth int) {
	if depth > maxNesting {
		return
	}
	if ref := get(n, "$ref"); isWord(ref) && len(ref.Value) > 1 && ref.Value[0] == '#' {
		d.follow(ref, around)
	}
	if mapping := get(get(n, "discriminator"), "mapping"); mapping != nil && mapping.Kind == yaml.MappingNode {
		for i := 1; i < len(mapping.Content); i += 2 {
			if to := mapping.Content[i]; isWord(to) && len(to.Value) > 1 && to.Value[0] == '#' {
				d.follow(to, append(slices.Clip(around), n))
			}
		}
	}
	if n.Kind == yaml.MappingNode && slices.ContainsFunc(definitionWords, func(word string) bool { return get(n, word) != nil }) {
		around = append(slices.Clip(around), n)
	}
	for _, c := range n.Content {
		d.walk(c, around, depth+1)
	}
}

// follow moves what a reference leads to, where it leads to a definition.
func (d *definitions) follow(ref *yaml.Node, around []*yaml.Node) {
	steps := Steps(unescaped(ref.Value[1:]))
	if ref.Value[1] != '/' {
		if at := d.anchors[steps[0]]; at != nil {
			ref.Value = d.moved(at, steps)
		}
		return
	}
	if !slices.ContainsFunc(steps, func(step string) bool { return slices.Contains(definitionWords, step) }) {
		return
	}
	at := down(d.root, steps)
	if at == nil && slices.Contains(definitionWords, steps[0]) {
		for _, outer := range slices.Backward(around) {
			if at = down(outer, steps); at != nil {
				break
			}
		}
	}
	if at != nil {
		ref.Value = d.moved(at, steps)
	}
}

// down is what the steps of a pointer lead to, or nil.
func down(n *yaml.Node, steps []string) *yaml.Node {
	for _, step := range steps {
		if n == nil || n.Kind != yaml.MappingNode {
			return nil
		}
		n = get(n, step)
	}
	return n
}

// moved is a reference to the component that a definition is now.
func (d *definitions) moved(at *yaml.Node, steps []string) string {
	name, ok := d.names[at]
	if !ok {
		if d.schemas == nil {
			if get(d.root, "components") == nil {
				put(d.root, "components", mapping())
			}
			d.schemas = mapping()
			put(get(d.root, "components"), "schemas", d.schemas)
		}
		name = d.name(steps)
		d.names[at] = name
		key := word(name)
		key.Line, key.Column = at.Line, at.Column
		d.schemas.Content = append(d.schemas.Content, key, at)
	}
	return "#" + Pointer("components", "schemas", name)
}

// name is that of the definition, with that of the component which it stands in where there is
// another one of it.
func (d *definitions) name(steps []string) string {
	name := componentName("", Pointer(steps[len(steps)-1]))
	if index(d.schemas, name) >= 0 && len(steps) > 3 && steps[0] == "components" {
		name = steps[2] + "_" + name
	}
	for base, n := name, 2; index(d.schemas, name) >= 0; n++ {
		name = fmt.Sprintf("%s_%d", base, n)
	}
	return name
}
