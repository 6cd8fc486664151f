package document

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"go.yaml.in/yaml/v3"
)

// asThree turns a tree of Swagger 2.0 or OpenAPI 3.1 into one of OpenAPI 3.0, repairs it and
// says what was lost. beside says what of it other files hold.
func asThree(root *yaml.Node, beside places) (*yaml.Node, []Warning, error) {
	renames := append(nameComponents(root), morePaths(root)...)
	root, warnings, err := converted(root, beside)
	return root, append(renames, warnings...), err
}

// morePaths takes the paths of x-ms-paths, which differ from others in words of the query only, for
// paths like all others.
func morePaths(root *yaml.Node) []Warning {
	more, paths := get(root, "x-ms-paths"), get(root, "paths")
	if more == nil || more.Kind != yaml.MappingNode || paths == nil || paths.Kind != yaml.MappingNode {
		return nil
	}
	key, taken := keyOf(root, "x-ms-paths"), 0
	remove(root, "x-ms-paths")
	var warnings []Warning
	for i := 0; i+1 < len(more.Content); i += 2 {
		name := more.Content[i]
		if index(paths, name.Value) >= 0 {
			warnings = append(warnings, Warning{name.Line, name.Column, fmt.Sprintf("the path %s of x-ms-paths is one of paths, and ignored", OneLine(name.Value))})
			continue
		}
		paths.Content = append(paths.Content, name, more.Content[i+1])
		taken++
	}
	return append(warnings, Warning{key.Line, key.Column, fmt.Sprintf("%d paths of x-ms-paths are taken as paths", taken)})
}

func converted(root *yaml.Node, beside places) (*yaml.Node, []Warning, error) {
	if root.Kind != yaml.MappingNode && root.Tag != "!!null" {
		return nil, nil, errors.New("not a YAML or JSON document: it is not an object")
	}
	version, swagger := text(root, "openapi"), text(root, "swagger")
	switch {
	case swagger == "2.0" || swagger == "2":
		return fromSwagger(root, beside)
	case swagger != "":
		return nil, nil, fmt.Errorf("this is Swagger %s; Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2 are read", OneLine(swagger))
	case version == "":
		return nil, nil, errors.New("not an OpenAPI document: it has no `openapi: 3.0.x`")
	case version == "3.1" || strings.HasPrefix(version, "3.1."), version == "3.2" || strings.HasPrefix(version, "3.2."):
		warnings := fromNewer(root)
		if strings.HasPrefix(version, "3.2") {
			key := keyOf(root, "openapi")
			warnings = append(warnings, Warning{key.Line, key.Column, "OpenAPI " + OneLine(version) + " is read like 3.1: what is new in it is told where it is ignored"})
		}
		hoistDefinitions(root)
		return root, append(warnings, repair(root, true, beside)...), nil
	case !strings.HasPrefix(version, "3.0.") && version != "3.0":
		return nil, nil, fmt.Errorf("this is OpenAPI %s; Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2 are read", OneLine(version))
	case get(root, "paths") == nil || get(root, "paths").Tag == "!!null":
		return nil, nil, errors.New("the document has no `paths`")
	}
	hoistDefinitions(root)
	warnings := placeItems(get(root, "paths"), nil)
	return root, append(warnings, repair(root, false, beside)...), nil
}

// fromNewer takes out of a document of OpenAPI 3.1 what 3.0 has no place for, but in schemas,
// see repairer.schema.
func fromNewer(root *yaml.Node) []Warning {
	var warnings []Warning
	put(root, "openapi", word("3.0.3"))
	if hooks := get(root, "webhooks"); hooks != nil {
		key := keyOf(root, "webhooks")
		warnings = append(warnings, Warning{key.Line, key.Column, fmt.Sprintf("%d webhooks are left out: they are calls that the service makes", len(hooks.Content)/2)})
	}
	for _, name := range []string{"webhooks", "jsonSchemaDialect", "$self"} {
		remove(root, name)
	}
	info := get(root, "info")
	remove(info, "summary")
	remove(get(info, "license"), "identifier")
	warnings = append(warnings, placeItems(get(root, "paths"), remove(get(root, "components"), "pathItems"))...)
	if schemes := get(get(root, "components"), "securitySchemes"); schemes != nil {
		for i := 0; i+1 < len(schemes.Content); {
			if t := get(schemes.Content[i+1], "type"); t != nil && t.Value == "mutualTLS" {
				key := schemes.Content[i]
				warnings = append(warnings, Warning{key.Line, key.Column, "a client certificate is set in the http.Client, not by the document"})
				schemes.Content = append(schemes.Content[:i:i], schemes.Content[i+2:]...)
				withoutScheme(root, key.Value)
				continue
			}
			i += 2
		}
	}
	return warnings
}

// placeItems puts path items of components into the place of the references to them. Each path
// has one of its own, since repairs depend on the path.
func placeItems(paths, items *yaml.Node) []Warning {
	if paths == nil {
		return nil
	}
	var warnings []Warning
	c := &copier{left: maxBundled}
	for i := 1; i < len(paths.Content); i += 2 {
		path := paths.Content[i]
		ref := get(path, "$ref")
		if !isWord(ref) {
			continue
		}
		name, ok := strings.CutPrefix(ref.Value, "#/components/pathItems/")
		item := get(items, unescape.Replace(name))
		if other, found := strings.CutPrefix(ref.Value, "#/paths/"); found {
			if item, ok = get(paths, unescape.Replace(other)), true; item == path || get(item, "$ref") != nil {
				continue
			}
		}
		if !ok || item == nil {
			continue
		}
		made, err := c.copy(item, 0)
		if err != nil {
			continue // the reference leads to nothing then, which is an error
		}
		remove(path, "$ref")
		for j := 0; j+1 < len(made.Content); j += 2 {
			key := made.Content[j]
			if own := index(path, key.Value); own >= 0 {
				warnings = append(warnings, Warning{path.Content[own].Line, path.Content[own].Column,
					fmt.Sprintf("%q is given beside $ref and in what this leads to; what is beside it counts", OneLine(key.Value))})
				continue
			}
			path.Content = append(path.Content, key, made.Content[j+1])
		}
	}
	return warnings
}

// withoutScheme takes a security scheme out of all requirements: what else these demand stays.
func withoutScheme(root *yaml.Node, name string) {
	places := []*yaml.Node{root}
	if paths := get(root, "paths"); paths != nil {
		for i := 0; i+1 < len(paths.Content); i += 2 {
			for _, method := range methods {
				places = append(places, get(paths.Content[i+1], method))
			}
		}
	}
	for _, place := range places {
		if all := get(place, "security"); all != nil {
			for _, requirement := range all.Content {
				remove(requirement, name)
			}
		}
	}
}

// fromSwagger converts a document of Swagger 2.0.
func fromSwagger(root *yaml.Node, beside places) (*yaml.Node, []Warning, error) {
	put(root, "swagger", word("2.0"))
	before := prepareSwagger(root, beside)
	text, err := jsonOf(root)
	if err != nil {
		return nil, nil, err
	}
	var old openapi2.T
	if err := json.Unmarshal(text, &old); err != nil {
		return nil, nil, fmt.Errorf("not a usable Swagger document: %s", OneLine(err.Error()))
	}
	made, err := openapi2conv.ToV3(&old)
	if err != nil {
		return nil, nil, fmt.Errorf("not a usable Swagger document: %s", OneLine(err.Error()))
	}
	if text, err = made.MarshalJSON(); err != nil {
		return nil, nil, fmt.Errorf("not a usable Swagger document: %s", OneLine(err.Error()))
	}
	three, err := jsonNodes(text)
	if err != nil {
		return nil, nil, err
	}
	withoutPlaces(three)
	encodeForms(three)
	alike(root, three)
	for _, pair := range [][2]string{{"definitions", "schemas"}, {"parameters", "parameters"}, {"responses", "responses"}, {"securityDefinitions", "securitySchemes"}} {
		if a, b := get(root, pair[0]), get(get(three, "components"), pair[1]); a != nil && b != nil {
			alike(a, b)
		}
	}
	put(three, "openapi", word("3.0.3"))
	return three, append(before, repair(three, false, nil)...), nil
}

// swaggerFaults repairs what the conversion would refuse.
func swaggerFaults(root *yaml.Node, beside places) []Warning {
	var out []Warning
	var walk func(n *yaml.Node, name string)
	walk = func(n *yaml.Node, name string) {
		r := &repairer{beside: beside}
		if n.Kind == yaml.MappingNode && name != "properties" && name != "definitions" && (get(n, "type") != nil || get(n, "properties") != nil || get(n, "items") != nil) {
			r.values(n)
			r.lists(n)
			if v := get(n, "required"); v != nil && get(n, "in") == nil {
				r.required(n)
			}
			if t := get(n, "type"); t != nil && t.Value == "array" && get(n, "items") == nil {
				r.arrayOfAny(n, t)
			}
			out = append(out, r.warnings...)
		}
		for i, c := range n.Content {
			inner := ""
			if n.Kind == yaml.MappingNode && i%2 == 1 {
				inner = n.Content[i-1].Value
				if inner == "example" || inner == "examples" || inner == "default" || strings.HasPrefix(inner, "x-") {
					continue
				}
			}
			walk(c, inner)
		}
	}
	walk(root, "")
	return out
}

// withoutPlaces takes the places of a text that is nobody's off a tree.
func withoutPlaces(n *yaml.Node) {
	n.Line, n.Column = 0, 0
	for _, c := range n.Content {
		withoutPlaces(c)
	}
}

// alike gives what a converted tree has in common with the one that it was made from the order
// and the places of this one.
func alike(from, to *yaml.Node) {
	to.Line, to.Column = from.Line, from.Column
	switch {
	case from.Kind != to.Kind:
	case to.Kind == yaml.SequenceNode:
		for i := range min(len(from.Content), len(to.Content)) {
			if len(from.Content) == len(to.Content) {
				alike(from.Content[i], to.Content[i])
			}
		}
	case to.Kind == yaml.MappingNode:
		at := make(map[string]int, len(to.Content)/2)
		for i := 0; i+1 < len(to.Content); i += 2 {
			at[to.Content[i].Value] = i
		}
		var ordered []*yaml.Node
		for i := 0; i+1 < len(from.Content); i += 2 {
			key := from.Content[i]
			if k, ok := at[key.Value]; ok {
				delete(at, key.Value)
				to.Content[k].Line, to.Content[k].Column = key.Line, key.Column
				alike(from.Content[i+1], to.Content[k+1])
				ordered = append(ordered, to.Content[k], to.Content[k+1])
			}
		}
		for i := 0; i+1 < len(to.Content); i += 2 {
			if _, left := at[to.Content[i].Value]; left {
				ordered = append(ordered, to.Content[i], to.Content[i+1])
			}
		}
		to.Content = ordered
	}
}
