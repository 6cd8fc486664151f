package document

import (
	"bytes"
	"fmt"
	"path"
	"slices"
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
	root     *yaml.Node
	text     []byte // of the document
	files    Files
	trees    map[string]*yaml.Node                // by file; nil for the document itself
	members  map[*yaml.Node]map[string]*yaml.Node // of mappings of these
	names    map[string]string                    // of the component that stands for a reference
	taken    map[string]map[string]bool           // names of components, by kind
	last     map[[2]string]int                    // the last number that a name was given, by kind and name
	reserved map[*yaml.Node]bool                  // components that stand for what their reference leads to
	places   places
	swagger  bool
	left     int // values that may be added
}

// places are where values of other files are.
type places map[*yaml.Node]place

type place struct {
	file         string
	line, column int
}

// maxBundled is how many values other files may bring into a document.
const maxBundled = 4_000_000

// bundle changes root, the tree of text, in place, and says where what it brought in is. Without
// files, references to other files stay, and are refused later.
func bundle(root *yaml.Node, text []byte, files Files) (places, error) {
	if files == nil {
		return nil, nil
	}
	b := &bundler{
		root: root, text: text, files: files, trees: map[string]*yaml.Node{}, members: map[*yaml.Node]map[string]*yaml.Node{},
		names: map[string]string{}, reserved: map[*yaml.Node]bool{}, taken: map[string]map[string]bool{}, last: map[[2]string]int{}, places: places{},
		swagger: isWord(get(root, "swagger")), left: maxBundled,
	}
	b.reserve()
	return b.places, b.element(root, "document", "", 0)
}

// reserve has components of the document that only refer to a file stand for what is in it: their names
// are those that its author wants.
func (b *bundler) reserve() {
	for _, kind := range Sorted(componentKinds) {
		holder, name := get(b.root, "components"), componentKinds[kind][0]
		if b.swagger {
			holder, name = b.root, componentKinds[kind][1]
		}
		all := get(holder, name)
		if name == "" || all == nil || all.Kind != yaml.MappingNode {
			continue
		}
		for i := 0; i+1 < len(all.Content); i += 2 {
			ref := get(all.Content[i+1], "$ref")
			if !isWord(ref) || len(all.Content[i+1].Content) != 2 {
				continue
			}
			file, fragment, _ := strings.Cut(ref.Value, "#")
			id := kind + " " + path.Clean(unescaped(file)) + "#" + unescaped(fragment)
			if _, taken := b.names[id]; file == "" || taken || path.IsAbs(file) {
				continue
			}
			b.names[id], b.reserved[all.Content[i+1]] = all.Content[i].Value, true
		}
	}
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
	if kind == "discriminator" {
		return b.mapping(n, file, depth)
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

// mapping makes the references of a discriminator to files ones inside of the document.
func (b *bundler) mapping(n *yaml.Node, file string, depth int) error {
	all := get(n, "mapping")
	if all == nil {
		return nil
	}
	for i := 1; i < len(all.Content); i += 2 {
		ref := all.Content[i]
		isFile := strings.ContainsAny(ref.Value, "#/") || slices.Contains([]string{".yaml", ".yml", ".json"}, path.Ext(ref.Value))
		if !isFile || !isWord(ref) { // the name of a schema
			continue
		}
		if err := b.reference(ref, ref, "schema", file, depth); err != nil {
			return err
		}
	}
	return nil
}

// noteLines takes the lines of another file off a value of it: lines are those of the document.
func (b *bundler) noteLines(n *yaml.Node, file string) {
	if n.Line > 0 {
		b.places[n] = place{file, n.Line, n.Column}
		n.Line, n.Column = 0, 0
	}
	for _, c := range n.Content {
		b.noteLines(c, file)
	}
}

// tree reads a file, once. It is nil for the document itself.
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
	if bytes.Equal(text, b.text) { // other files refer to the document by its name
		b.trees[name] = nil
		return nil, nil
	}
	t, err := nodesOf(text)
	if err == nil {
		t, err = plainTree(t)
	}
	if err != nil {
		return nil, err
	}
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
