package document

import (
	"fmt"
	"net/url"
	"strings"

	"go.yaml.in/yaml/v3"
)

// componentSections are where components have names: under components, or in Swagger 2.0 at the root.
var componentSections = map[string][]string{
	"openapi": {"schemas", "parameters", "headers", "requestBodies", "responses", "securitySchemes", "examples", "links", "callbacks"},
	"swagger": {"definitions", "parameters", "responses", "securityDefinitions"},
}

// nameComponents gives components the names that OpenAPI allows, and changes what refers to them:
// documents that are made from code call schemas Page«Vault» or Page[Vault]. Two that would be of one
// name stay two.
func nameComponents(root *yaml.Node) []Warning {
	kind, holder := "openapi", get(root, "components")
	if get(root, "swagger") != nil {
		kind, holder = "swagger", root
	}
	if holder == nil || holder.Kind != yaml.MappingNode {
		return nil
	}
	var warnings []Warning
	moved, schemes := map[string]string{}, map[string]string{}
	for _, section := range componentSections[kind] {
		all := get(holder, section)
		if all == nil || all.Kind != yaml.MappingNode {
			continue
		}
		for i := 0; i+1 < len(all.Content); i += 2 {
			key := all.Content[i]
			name := componentName("", Pointer(key.Value))
			if name == key.Value || strings.HasPrefix(key.Value, "x-") {
				continue
			}
			for base, n := name, 2; index(all, name) >= 0; n++ {
				name = fmt.Sprintf("%s_%d", base, n)
			}
			warnings = append(warnings, Warning{key.Line, key.Column, fmt.Sprintf("%q cannot be the name of a component, and %q is taken", OneLine(key.Value), name)})
			from, to := Pointer(section, key.Value), Pointer(section, name)
			if kind == "openapi" {
				from, to = "/components"+from, "/components"+to
			}
			moved[from] = to
			if strings.HasPrefix(section, "security") {
				schemes[key.Value] = name
			}
			key.Value = name
		}
	}
	if len(moved) > 0 {
		renameReferences(root, moved, schemes, 0)
	}
	return warnings
}

// renameReferences changes references to what was renamed, and what is inside of it.
func renameReferences(n *yaml.Node, moved, schemes map[string]string, depth int) {
	if depth > maxNesting {
		return
	}
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		key, v := n.Content[i], n.Content[i+1]
		switch {
		case key.Value == "$ref" && isWord(v):
			v.Value = renamed(v.Value, moved)
		case key.Value == "mapping" && v.Kind == yaml.MappingNode:
			for j := 1; j < len(v.Content); j += 2 {
				if to := v.Content[j]; isWord(to) {
					to.Value = renamed(to.Value, moved)
				}
			}
		case key.Value == "security" && v.Kind == yaml.SequenceNode:
			for _, requirement := range v.Content {
				for j := 0; j+1 < len(requirement.Content); j += 2 {
					if name, ok := schemes[requirement.Content[j].Value]; ok {
						requirement.Content[j].Value = name
					}
				}
			}
		}
	}
	for _, c := range n.Content {
		renameReferences(c, moved, schemes, depth+1)
	}
}

// renamed is a reference, also one with escapes of URLs or to a part of a component.
func renamed(ref string, moved map[string]string) string {
	pointer, ok := strings.CutPrefix(ref, "#/")
	if !ok {
		if to, named := moved["/components/schemas"+Pointer(ref)]; named { // of a mapping
			return "#" + to
		}
		return ref
	}
	if plain, err := url.PathUnescape(pointer); err == nil {
		pointer = plain
	}
	steps := Steps("/" + pointer)
	for n := min(3, len(steps)); n >= 2; n-- {
		if to, ok := moved[Pointer(steps[:n]...)]; ok {
			return "#" + to + Pointer(steps[n:]...)
		}
	}
	return ref
}
