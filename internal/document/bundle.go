package document

import (
	"fmt"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Files reads a file beside a document, by its path from the folder of the document on, with
// forward slashes. It must refuse what is not below that folder.
type Files func(name string) ([]byte, error)

// maxFiles bounds the files that a document is made of.
const maxFiles = 2000

// bundler brings what references to other files lead to into the document.
type bundler struct {
	root    *yaml.Node
	files   Files
	trees   map[string]*yaml.Node
	names   map[string]string // of the component that stands for a reference
	swagger bool
	left    int // values that may be added
}

// maxBundled is how many values other files may bring into a document.
const maxBundled = 4_000_000

// bundle changes root in place. Without files, references to other files stay, and are refused
// later.
func bundle(root *yaml.Node, files Files) error {
	if files == nil {
		return nil
	}
	b := &bundler{root: root, files: files, trees: map[string]*yaml.Node{}, names: map[string]string{}, swagger: text(root, "swagger") != "", left: maxBundled}
	return b.element(root, "document", "", 0)
}

// componentKinds are where components of a kind stand: in OpenAPI 3 and in Swagger 2.
var componentKinds = map[string][2]string{
	"schema": {"schemas", "definitions"}, "parameter": {"parameters", "parameters"}, "response": {"responses", "responses"},
	"header": {"headers", ""}, "body": {"requestBodies", ""}, "scheme": {"securitySchemes", ""}, "example": {"examples", ""}, "link": {"links", ""}, "callback": {"callbacks", ""},
}

// element looks for references below n, which is an element of that kind of a file.
func (b *bundler) element(n *yaml.Node, kind, file string, depth int) error {
	if depth > maxNesting {
		return fmt.Errorf("references lead more than %d deep", maxNesting)
	}
	if n.Kind == yaml.MappingNode {
		if ref := get(n, "$ref"); isWord(ref) && (kind == "path" || componentKinds[kind][0] != "") {
			return b.reference(n, ref, kind, file, depth)
		}
	}
	members := inside[kind]
	if b.swagger {
		members = insideSwagger[kind]
	}
	if n.Kind == yaml.SequenceNode {
		for _, v := range n.Content {
			if err := b.element(v, members["*"], file, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		inner, ok := members[n.Content[i].Value]
		if !ok {
			inner, ok = members["*"]
		}
		if !ok {
			continue
		}
		if err := b.element(n.Content[i+1], inner, file, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// reference makes the reference of an element one inside of the document.
func (b *bundler) reference(n, ref *yaml.Node, kind, file string, depth int) error {
	name, fragment, _ := strings.Cut(ref.Value, "#")
	switch {
	case name == "" && file == "":
		return nil
	case name == "":
		name = file
	case strings.Contains(name, "://") || strings.HasPrefix(name, "//"):
		return fmt.Errorf("line %d: the reference %s leads to another server, which is never asked: save what it leads to beside the document", ref.Line, OneLine(ref.Value))
	case !path.IsAbs(name):
		name = path.Join(path.Dir(file), name)
	}
	if path.IsAbs(name) || name == ".." || strings.HasPrefix(name, "../") {
		return fmt.Errorf("line %d: the reference %s leads out of the folder of the document", ref.Line, OneLine(ref.Value))
	}
	tree, err := b.tree(name)
	if err != nil {
		return fmt.Errorf("line %d: the reference %s: %w", ref.Line, OneLine(ref.Value), err)
	}
	target := tree
	for _, step := range Steps(fragment) {
		if target = get(target, step); target == nil {
			return fmt.Errorf("line %d: the reference %s leads to nothing", ref.Line, OneLine(ref.Value))
		}
	}
	if kind == "path" { // a path item is no component
		made, err := b.copy(target)
		if err != nil {
			return err
		}
		remove(n, "$ref")
		for i := 0; i+1 < len(made.Content); i += 2 {
			put(n, made.Content[i].Value, made.Content[i+1])
		}
		return b.element(n, kind, name, depth+1)
	}
	id := kind + " " + name + "#" + fragment
	component, done := b.names[id]
	if !done {
		section := b.section(kind)
		if section == nil {
			return fmt.Errorf("line %d: Swagger 2.0 has no components for a %s", ref.Line, kind)
		}
		component = componentName(name, fragment)
		for n := 2; index(section, component) >= 0; n++ {
			component = fmt.Sprint(componentName(name, fragment), n)
		}
		b.names[id] = component
		made, err := b.copy(target)
		if err != nil {
			return err
		}
		put(section, component, made)
		if err := b.element(made, kind, name, depth+1); err != nil {
			return err
		}
	}
	if b.swagger {
		ref.Value = "#" + Pointer(componentKinds[kind][1], component)
	} else {
		ref.Value = "#" + Pointer("components", componentKinds[kind][0], component)
	}
	return nil
}

// section is where components of a kind stand; nil where the version has none.
func (b *bundler) section(kind string) *yaml.Node {
	at, name := b.root, componentKinds[kind][1]
	if !b.swagger {
		name = componentKinds[kind][0]
		if get(at, "components") == nil {
			put(at, "components", mapping())
		}
		at = get(at, "components")
	}
	if name == "" {
		return nil
	}
	if get(at, name) == nil {
		put(at, name, mapping())
	}
	return get(at, name)
}

// tree reads a file, once.
func (b *bundler) tree(name string) (*yaml.Node, error) {
	if t, ok := b.trees[name]; ok {
		return t, nil
	}
	if len(b.trees) >= maxFiles {
		return nil, fmt.Errorf("the document is made of more than %d files", maxFiles)
	}
	text, err := b.files(name)
	if err != nil {
		return nil, err
	}
	t, err := nodesOf(text)
	if err == nil {
		t, err = plainTree(t)
	}
	if err != nil {
		return nil, err
	}
	withoutPlaces(t) // lines are those of the document
	b.trees[name] = t
	return t, nil
}

// copy is a value of another file, for the document.
func (b *bundler) copy(n *yaml.Node) (*yaml.Node, error) {
	c := &copier{left: b.left}
	made, err := c.copy(n, 0)
	if b.left = c.left; err != nil {
		return nil, fmt.Errorf("other files bring more than %d values into the document", maxBundled)
	}
	return made, nil
}

// componentName is the name of what a reference leads to: the last part of it that is one.
func componentName(file, fragment string) string {
	if steps := Steps(fragment); len(steps) > 0 && steps[len(steps)-1] != "" {
		file = steps[len(steps)-1]
	} else {
		file = strings.TrimSuffix(path.Base(file), path.Ext(file))
	}
	name := strings.Map(func(r rune) rune { // section 4.7.7: ^[a-zA-Z0-9\.\-_]+$
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_' {
			return r
		}
		return '_'
	}, file)
	return name
}
