package document

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// repairer takes out of a tree what no call depends on and the library refuses, or turns it
// into what is meant, and says so.
type repairer struct {
	root     *yaml.Node
	newer    bool   // the document is of OpenAPI 3.1: what 3.0 says in another way is not a fault
	beside   places // of what other files hold
	warnings []Warning
	schemes  map[string]bool
	ids      map[string]bool // operation ids so far
	places   map[*yaml.Node]positions
}

// positions are where the members of a mapping stood when it had that many keys and values.
type positions struct {
	of   map[string]int
	size int
}

// repair repairs a document of OpenAPI 3 in place.
func repair(root *yaml.Node, newer bool, beside places) []Warning {
	r := &repairer{root: root, newer: newer, beside: beside, schemes: map[string]bool{}, ids: map[string]bool{}}
	r.securitySchemes()
	if schemes := get(get(root, "components"), "securitySchemes"); schemes != nil {
		for i := 0; i+1 < len(schemes.Content); i += 2 {
			r.schemes[schemes.Content[i].Value] = true
		}
	}
	r.element(root, "document")
	return r.warnings
}

func (r *repairer) warn(at *yaml.Node, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if p, ok := r.beside[at]; ok {
		r.warnings = append(r.warnings, Warning{0, 0, OneLine(fmt.Sprintf("%s:%d:%d: %s", p.file, p.line, p.column, text))})
		return
	}
	r.warnings = append(r.warnings, Warning{at.Line, at.Column, OneLine(text)})
}

// fault is warn for what is right in OpenAPI 3.1.
func (r *repairer) fault(at *yaml.Node, format string, args ...any) {
	if !r.newer {
		r.warn(at, format, args...)
	}
}

// element repairs an element and what is in it.
func (r *repairer) element(n *yaml.Node, kind string) {
	if n.Kind == yaml.MappingNode {
		r.lost(n, kind)
		r.forms(n, kind)
		r.nothing(n, kind)
		r.words(n, kind)
		r.own(n, kind)
		r.members(n, kind)
	}
	members := inside[kind]
	if n.Kind == yaml.SequenceNode {
		for _, v := range n.Content {
			r.element(v, members["*"])
		}
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, v := n.Content[i].Value, n.Content[i+1]
		inner, ok := members[name]
		if !ok {
			inner, ok = members["*"]
		}
		if !ok || strings.HasPrefix(name, "x-") && (kind == "paths" || kind == "callback" || kind == "responses" && !r.isComponent(n)) {
			continue
		}
		if inner == "schema" && v.Kind == yaml.ScalarNode && (name != "additionalProperties" || v.Tag != "!!bool") {
			v = r.scalarSchema(n.Content[i], v)
			n.Content[i+1] = v
		}
		r.element(v, inner)
	}
}

// own repairs what elements of one kind have.
func (r *repairer) own(n *yaml.Node, kind string) {
	switch kind {
	case "document":
		r.document(n)
	case "info":
		r.info(n)
	case "paths":
		r.templates(n)
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !strings.HasPrefix(n.Content[i].Value, "x-") {
				r.pathParameters(n.Content[i], n.Content[i+1])
			}
		}
	case "path":
		r.path(n)
	case "operation":
		r.operation(n)
	case "parameter", "header":
		r.parameter(n, kind)
	case "media":
		r.exampleOnce(n)
	case "responses":
		r.responses(n)
	case "body":
		r.body(n)
	case "response":
		r.response(n)
	case "schema":
		r.schema(n)
	}
}

func (r *repairer) body(n *yaml.Node) {
	r.ranges(get(n, "content"))
	r.files(get(n, "content"))
	if get(n, "$ref") == nil && get(n, "content") == nil {
		r.warn(n, "a request body has no content, so there is none")
		put(n, "content", mapping())
	}
}

func (r *repairer) response(n *yaml.Node) {
	if schema := get(n, "schema"); schema != nil && get(n, "content") == nil {
		r.warn(keyOf(n, "schema"), "a response has its schema in its content; it is taken as that of JSON")
		put(n, "content", mapping(word("application/json"), mapping(word("schema"), remove(n, "schema"))))
	}
	r.ranges(get(n, "content"))
	r.linked(get(n, "links"))
	if get(n, "$ref") == nil && get(n, "description") == nil {
		put(n, "description", word(""))
	}
}

// nothing takes out members without a value.
func (r *repairer) nothing(n *yaml.Node, kind string) {
	if known[kind] == nil {
		return
	}
	kept := n.Content[:0:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i], n.Content[i+1]
		if v.Kind == yaml.ScalarNode && v.Tag == "!!null" && !strings.HasPrefix(key.Value, "x-") && !slices.Contains([]string{"default", "example", "const"}, key.Value) {
			r.warn(key, "%q has no value, and is ignored", key.Value)
			continue
		}
		kept = append(kept, key, v)
	}
	n.Content = kept
}

// members takes out the members that an element does not have, often misspelt ones, and makes
// words of numbers where words are meant.
func (r *repairer) members(n *yaml.Node, kind string) {
	names := known[kind]
	if names == nil {
		return
	}
	isRef := names["$ref"] && kind != "path" && get(n, "$ref") != nil
	kept := n.Content[:0:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i], n.Content[i+1]
		extension := strings.HasPrefix(key.Value, "x-")
		switch {
		case !extension && !names[key.Value]:
			r.warn(key, "%q is not a member of %s, and ignored", key.Value, aKind(kind))
			continue
		case isRef && !extension && !besideRef[key.Value]:
			r.warn(key, "%q beside $ref is ignored", key.Value)
			continue
		case texts[key.Value] && isWord(v) && v.Tag != "!!str":
			if v.Tag != "!!timestamp" && kind != "info" && key.Value != "openapi" {
				r.warn(v, "%q is taken as a text", key.Value)
			}
			v.Tag = "!!str"
		}
		kept = append(kept, key, v)
	}
	n.Content = kept
}

// aKind is the name of a kind of elements with its article.
func aKind(kind string) string {
	if strings.Contains("aeiou", kind[:1]) {
		return "an " + kind
	}
	return "a " + kind
}

// referred is what a $ref into components leads to, else the element itself; nil where it
// leads nowhere or out of the document.
func (r *repairer) referred(n *yaml.Node) *yaml.Node {
	for range 8 {
		ref := get(n, "$ref")
		if ref == nil {
			return n
		}
		if !strings.HasPrefix(ref.Value, "#/") {
			return nil
		}
		n = r.root
		for _, step := range Steps(ref.Value[1:]) {
			if n = r.member(n, step); n == nil {
				return nil
			}
		}
	}
	return nil
}

// member is get for the mappings that references lead through: many lead through large ones.
func (r *repairer) member(n *yaml.Node, name string) *yaml.Node {
	const large = 16 // keys and values
	if n.Kind != yaml.MappingNode || len(n.Content) <= large {
		return get(n, name)
	}
	p := r.places[n]
	if p.size != len(n.Content) { // not looked at yet, or repaired since
		p = positions{make(map[string]int, len(n.Content)/2), len(n.Content)}
		for i := len(n.Content) - 2; i >= 0; i -= 2 {
			p.of[n.Content[i].Value] = i // of equal names the first
		}
		if r.places == nil {
			r.places = map[*yaml.Node]positions{}
		}
		r.places[n] = p
	}
	switch i, ok := p.of[name]; {
	case !ok:
		return nil
	case n.Content[i].Value != name: // a repair renamed it
		return get(n, name)
	default:
		return n.Content[i+1]
	}
}

// exampleOnce takes out an example beside examples, and examples that are not by name.
func (r *repairer) exampleOnce(n *yaml.Node) {
	examples := get(n, "examples")
	switch {
	case examples == nil:
	case examples.Kind != yaml.MappingNode:
		r.fault(keyOf(n, "examples"), "examples are not given by name; they are ignored")
		remove(n, "examples")
	case get(n, "example") != nil:
		r.warn(keyOf(n, "example"), "an example beside examples is ignored")
		remove(n, "example")
	}
}

// number makes a number of a word, where it is one.
func number(v *yaml.Node, whole bool) bool {
	f, err := strconv.ParseFloat(v.Value, 64)
	if err != nil || whole && (f < 0 || f != float64(uint64(f))) {
		return false
	}
	v.Tag = "!!float"
	if whole {
		v.Tag, v.Value = "!!int", strconv.FormatUint(uint64(f), 10)
	}
	return true
}
