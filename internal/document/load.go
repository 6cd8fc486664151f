package document

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"
)

// Document is an OpenAPI 3.0 document with what its file says beside it: the order of names
// and the line of each value. It is safe for use by several goroutines as long as nobody
// changes it.
type Document struct {
	*openapi3.T
	// Warnings are the faults that were repaired, by their place.
	Warnings []Warning

	root  *yaml.Node
	index map[*yaml.Node]map[string][2]*yaml.Node // keys and values of large mappings

	where map[*openapi3.Schema]string // see Where

	mu     sync.Mutex
	order  map[*openapi3.Schema][]string           // of properties
	parts  map[*openapi3.Schema][]*openapi3.Schema // what a schema that Merged gave was made of
	merged map[*openapi3.Schema]mergeResult
	// families are the heirs of named schemas; nil until somebody asks.
	families *families
}

// Load reads an OpenAPI 3.0 document in YAML or JSON; Swagger 2.0 and OpenAPI 3.1 become 3.0.
// Faults that change no call are repaired, see Document.Warnings. References to other files or
// addresses are refused: a document does not choose what is read. The error is one line and tells the
// line of the document, where it is about one.
func Load(text []byte) (*Document, error) { return LoadFiles(text, nil) }

// LoadFiles is Load for a document whose references may lead to files beside it: what they lead
// to becomes a component of the document. Without files such a reference is an error.
func LoadFiles(text []byte, files Files) (d *Document, err error) {
	defer func() {
		// The library that reads documents must not end a program over a broken one.
		if r := recover(); r != nil {
			d, err = nil, fmt.Errorf("not a usable OpenAPI document: %s", OneLine(fmt.Sprint(r)))
		}
	}()
	root, err := nodesOf(text)
	if err == nil {
		root, err = plainTree(root)
	}
	if err != nil {
		return nil, fmt.Errorf("not a YAML or JSON document: %s", OneLine(err.Error()))
	}
	beside, err := bundle(root, text, files)
	if err != nil {
		return nil, fmt.Errorf("not a usable OpenAPI document: %w", err)
	}
	root, warnings, err := asThree(root, beside)
	if err != nil {
		return nil, err
	}
	if err := chains(root); err != nil {
		return nil, err
	}
	d = &Document{
		Warnings: sortedWarnings(warnings),
		root:     root, index: map[*yaml.Node]map[string][2]*yaml.Node{}, where: map[*openapi3.Schema]string{}, order: map[*openapi3.Schema][]string{}, merged: map[*openapi3.Schema]mergeResult{},
		parts: map[*openapi3.Schema][]*openapi3.Schema{},
	}
	d.fill(root)
	// The library gets JSON: its own reader of YAML knows no bound for aliases.
	text, err = jsonOf(root)
	if err != nil {
		return nil, fmt.Errorf("not a YAML or JSON document: %s", OneLine(err.Error()))
	}
	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = false
	if d.T, err = loader.LoadFromData(text); err != nil {
		return nil, d.unusable(err)
	}
	restore := apart(d.T)
	defer restore()
	if err := Validate(loader.Context, d.T); err != nil {
		return nil, d.invalid(err)
	}
	return d, d.WalkSchemas(func(pointer string, ref *openapi3.SchemaRef) error {
		d.where[ref.Value] = pointer
		if len(ref.Value.Properties) > 0 {
			_, properties := d.follow(pointer + "/properties")
			d.order[ref.Value] = names(properties)
		}
		return nil
	})
}

// text is the member of a mapping that is a single word.
func text(n *yaml.Node, name string) string {
	if _, v := member(n, name); v != nil && aliased(v).Kind == yaml.ScalarNode {
		return aliased(v).Value
	}
	return ""
}

// Validate refuses a document that breaks OpenAPI 3.0. What can be wrong in examples,
// defaults and patterns does not count: it does not change what calls look like,
// or is looked at later.
func Validate(ctx context.Context, doc *openapi3.T) error {
	return doc.Validate(ctx,
		openapi3.EnableMultiError(),
		openapi3.DisableExamplesValidation(),
		openapi3.DisableSchemaDefaultsValidation(),
		openapi3.DisableSchemaPatternValidation(),
		openapi3.AllowExtensionsWithRef(),
		openapi3.AllowExtraSiblingFields("description", "nullable", "summary", "default", "example", "readOnly", "deprecated", "title"),
	)
}

// Where is the JSON pointer of a schema of the file, "" for any other.
func (d *Document) Where(s *openapi3.Schema) string { return d.where[s] }

// Line is the line of the value that a JSON pointer leads to, that of its key where it has
// one; 0 where it leads nowhere.
func (d *Document) Line(pointer string) int {
	n, _ := d.follow(pointer)
	if n == nil {
		return 0
	}
	return n.Line
}

// At is the line of a place for the end of a message, " (line 12)"; of the nearest place
// around it that the file has, else empty.
func (d *Document) At(pointer string) string {
	for pointer != "" {
		if line := d.Line(pointer); line > 0 {
			return " (line " + strconv.Itoa(line) + ")"
		}
		pointer = pointer[:max(0, strings.LastIndexByte(pointer, '/'))]
	}
	return ""
}

// JSON is the document as JSON, with what was repaired and taken from files beside it, and with
// the members of objects in the order of the file.
func (d *Document) JSON() ([]byte, error) { return jsonOf(d.root) }

// Closure is what a JSON pointer leads to, as JSON, and after it all that it refers to, each once; ""
// where it leads nowhere.
func (d *Document) Closure(pointer string) (string, error) {
	_, n := d.follow(pointer)
	if n == nil {
		return "", nil
	}
	var b bytes.Buffer
	seen := map[*yaml.Node]bool{n: true}
	for todo := []*yaml.Node{n}; len(todo) > 0; todo = todo[1:] {
		if err := writeJSON(&b, todo[0]); err != nil {
			return "", err
		}
		d.refers(todo[0], func(n *yaml.Node) {
			if !seen[n] {
				seen[n] = true
				todo = append(todo, n)
			}
		})
	}
	return b.String(), nil
}

// refers calls visit for each value that n or something in it refers to.
func (d *Document) refers(n *yaml.Node, visit func(*yaml.Node)) {
	if to := d.referred(n, 0); to != n {
		visit(to)
	}
	for _, c := range n.Content {
		d.refers(c, visit)
	}
}

// Properties are the names of the properties of a schema in the order of the file; of a
// schema made by Merged, its own first. Those of schemas that are in no file go by name.
func (d *Document) Properties(s *openapi3.Schema) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.properties(s)
}

func (d *Document) properties(s *openapi3.Schema) []string {
	return inOrder(s.Properties, d.order[s])
}

// inOrder are the keys of a map, those that are listed first.
func inOrder[V any](m map[string]V, listed []string) []string {
	out, rest := make([]string, 0, len(m)), make(map[string]bool, len(m))
	for name := range m {
		rest[name] = true
	}
	for _, name := range append(listed[:len(listed):len(listed)], Sorted(m)...) {
		if rest[name] {
			out = append(out, name)
			delete(rest, name)
		}
	}
	return out
}

// follow finds what a JSON pointer leads to: its key, or itself where it has none, and its
// value. References on the way are followed.
func (d *Document) follow(pointer string) (key, value *yaml.Node) {
	at := d.root
	key = at
	for _, name := range Steps(pointer) {
		if at = d.referred(at, 0); at == nil {
			return nil, nil
		}
		if at.Kind == yaml.SequenceNode {
			n, err := strconv.Atoi(name)
			if err != nil || n < 0 || n >= len(at.Content) {
				return nil, nil
			}
			key, at = at.Content[n], at.Content[n]
			continue
		}
		if key, at = d.member(at, name); at == nil {
			return nil, nil
		}
	}
	return key, at
}

// referred is what a value refers to with $ref, else the value itself.
func (d *Document) referred(n *yaml.Node, depth int) *yaml.Node {
	n = aliased(n)
	ref, ok := strings.CutPrefix(d.text(n, "$ref"), "#/")
	if !ok || depth > maxNesting {
		return n
	}
	at := d.root
	for _, name := range Steps("/" + ref) {
		if _, at = d.member(aliased(at), name); at == nil {
			return n
		}
	}
	return d.referred(at, depth+1)
}

// fill indexes the large mappings below n.
func (d *Document) fill(n *yaml.Node) {
	const large = 16 // keys and values
	if n.Kind == yaml.MappingNode && len(n.Content) > large {
		all := make(map[string][2]*yaml.Node, len(n.Content)/2)
		for key, value := range entries(n) {
			name := aliased(key).Value
			if _, there := all[name]; !there { // what is written here wins over what is merged in
				all[name] = [2]*yaml.Node{key, value}
			}
		}
		d.index[n] = all
	}
	for _, c := range n.Content {
		d.fill(c)
	}
}

// text is the function text, which asks the index.
func (d *Document) text(n *yaml.Node, name string) string {
	if _, v := d.member(n, name); v != nil && aliased(v).Kind == yaml.ScalarNode {
		return aliased(v).Value
	}
	return ""
}

func (d *Document) member(n *yaml.Node, name string) (key, value *yaml.Node) {
	if all, ok := d.index[n]; ok {
		return all[name][0], all[name][1]
	}
	return member(n, name)
}

// OneLine is a text on one line of bounded length, without control and formatting characters.
func OneLine(text string) string {
	const longest = 500
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.In(r, unicode.Cf) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return text
}
