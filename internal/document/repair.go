package document

import (
	"fmt"
	"maps"
	"regexp"
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
		switch kind {
		case "document":
			r.document(n)
		case "info":
			r.info(n)
		case "paths", "callback":
			if kind == "paths" {
				r.templates(n)
			}
			for i := 0; i+1 < len(n.Content); i += 2 {
				if !strings.HasPrefix(n.Content[i].Value, "x-") && kind == "paths" {
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
			r.ranges(get(n, "content"))
			r.files(get(n, "content"))
			if get(n, "$ref") == nil && get(n, "content") == nil {
				r.warn(n, "a request body has no content, so there is none")
				put(n, "content", mapping())
			}
		case "response":
			if schema := get(n, "schema"); schema != nil && get(n, "content") == nil {
				r.warn(keyOf(n, "schema"), "a response has its schema in its content; it is taken as that of JSON")
				put(n, "content", mapping(word("application/json"), mapping(word("schema"), remove(n, "schema"))))
			}
			r.ranges(get(n, "content"))
			r.linked(get(n, "links"))
			if get(n, "$ref") == nil && get(n, "description") == nil {
				put(n, "description", word(""))
			}
		case "schema":
			r.schema(n)
		}
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

func (r *repairer) document(n *yaml.Node) {
	if get(n, "info") == nil {
		r.warn(n, "the document has no info")
		put(n, "info", mapping())
	}
	if get(n, "paths") == nil {
		put(n, "paths", mapping())
	}
	r.servers(get(n, "servers"), "give one with WithEndpoint")
	r.security(n, "the document does not say what operations take: calls send the only credential that the client has")
	r.docs(n, "externalDocs")
	if tags := get(n, "tags"); tags != nil && tags.Kind == yaml.SequenceNode {
		seen := map[string]bool{}
		tags.Content = slices.DeleteFunc(tags.Content, func(t *yaml.Node) bool {
			name := get(t, "name")
			if name == nil || seen[name.Value] {
				r.warn(t, "a tag without a name, or of one that there is already, is ignored")
				return true
			}
			seen[name.Value] = true
			return false
		})
	}
}

// docs takes out a link to documentation that has no address.
func (r *repairer) docs(n *yaml.Node, name string) {
	if docs := get(n, name); docs != nil && !isWord(get(docs, "url")) {
		r.warn(keyOf(n, name), "%s without an url is ignored", name)
		remove(n, name)
	}
}

func (r *repairer) info(n *yaml.Node) {
	for _, c := range [][2]string{{"title", "API"}, {"version", "unversioned"}} {
		if v := get(n, c[0]); !isWord(v) || v.Value == "" {
			r.warn(n, "the document has no %s", c[0])
			put(n, c[0], word(c[1]))
		}
	}
	if l := get(n, "license"); l != nil && !isWord(get(l, "name")) {
		r.warn(keyOf(n, "license"), "a license without a name is ignored")
		remove(n, "license")
	}
}

var variable = regexp.MustCompile(`\{([^{}]*)\}`)

// servers takes out variables that an address does not have, and addresses that cannot be
// completed: a client must not send anything to a host that is guessed. Instead says what
// happens then.
func (r *repairer) servers(n *yaml.Node, instead string) {
	if n == nil || n.Kind != yaml.SequenceNode {
		return
	}
	n.Content = slices.DeleteFunc(n.Content, func(server *yaml.Node) bool {
		url := get(server, "url")
		if !isWord(url) || url.Value == "" {
			r.warn(server, "a server without an address is ignored")
			return true
		}
		used := map[string]bool{}
		for _, m := range variable.FindAllStringSubmatch(url.Value, -1) {
			used[m[1]] = true
		}
		variables := get(server, "variables")
		if variables != nil {
			kept := variables.Content[:0:0]
			for i := 0; i+1 < len(variables.Content); i += 2 {
				key, v := variables.Content[i], variables.Content[i+1]
				if !used[key.Value] {
					r.warn(key, "the variable %q is not in the address of the server, and ignored", key.Value)
					continue
				}
				if first := get(v, "enum"); !isWord(get(v, "default")) && first != nil && len(first.Content) > 0 {
					r.warn(key, "the variable %q has no default; its first value is taken", key.Value)
					put(v, "default", word(first.Content[0].Value))
				}
				if d := get(v, "default"); isWord(d) {
					d.Tag = "!!str"
					delete(used, key.Value)
					if d.Value == "" {
						url.Value = strings.ReplaceAll(url.Value, "{"+key.Value+"}", "")
						continue // the library takes no default for one that is empty
					}
				}
				kept = append(kept, key, v)
			}
			if variables.Content = kept; len(kept) == 0 {
				remove(server, "variables")
			}
		}
		for _, name := range slices.Sorted(maps.Keys(used)) {
			r.warn(url, "the variable %q of the server's address has no value, so the address is not used: %s", name, instead)
			return true
		}
		return false
	})
}

// security takes out requirements of schemes that the document does not define. Without says
// what happens where none is left.
func (r *repairer) security(n *yaml.Node, without string) {
	all := get(n, "security")
	if all != nil && all.Kind == yaml.MappingNode {
		r.warn(keyOf(n, "security"), "security is a list")
		one := *all
		all.Kind, all.Content = yaml.SequenceNode, nil
		if all.Tag = "!!seq"; len(one.Content) > 0 {
			all.Content = []*yaml.Node{&one}
		}
	}
	if all == nil || all.Kind != yaml.SequenceNode || len(all.Content) == 0 {
		return
	}
	var undefined []*yaml.Node
	all.Content = slices.DeleteFunc(all.Content, func(requirement *yaml.Node) bool {
		for i := 0; i+1 < len(requirement.Content); i += 2 {
			if name := requirement.Content[i]; !r.schemes[name.Value] {
				undefined = append(undefined, name)
				return true
			}
		}
		return false
	})
	what := "the requirement is ignored, and the others count"
	if len(all.Content) == 0 {
		what = without
		remove(n, "security")
	}
	for _, name := range undefined {
		r.warn(name, "the security scheme %q is not defined, so %s", name.Value, what)
	}
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
