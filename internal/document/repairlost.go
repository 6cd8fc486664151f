package document

import (
	"net/url"
	"strings"

	"go.yaml.in/yaml/v3"
)

// instead says what is taken where a reference leads to no component.
var instead = map[string]string{
	"schema": "any value is taken", "response": "nothing is known of the response", "body": "the request has no body",
	"header": "the header is ignored", "example": "the example is ignored", "link": "the link is ignored",
}

// isLost reports whether an element is a reference to a component that is not there. References
// elsewhere are left to the library.
func (r *repairer) isLost(n *yaml.Node) bool {
	ref := get(n, "$ref")
	if !isWord(ref) || len(ref.Value) < 2 || ref.Value[0] != '#' {
		return false
	}
	fragment := ref.Value[1:]
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	steps := Steps(fragment)
	return len(steps) == 3 && steps[0] == "components" && get(get(get(r.root, "components"), steps[1]), steps[2]) == nil
}

// lost takes out a reference that leads to nothing: what is left says no more than that something is
// there.
func (r *repairer) lost(n *yaml.Node, kind string) {
	what, known := instead[kind]
	if ref := get(n, "$ref"); kind == "schema" && isWord(ref) {
		if name, ok := strings.CutPrefix(ref.Value, "#/definitions/"); ok && get(get(get(r.root, "components"), "schemas"), unescape.Replace(name)) != nil {
			r.warn(n, "%q leads to nothing; the component of that name is taken", ref.Value)
			ref.Value = "#/components/schemas/" + name
		}
	}
	if !known || !r.isLost(n) {
		return
	}
	r.warn(n, "%q leads to nothing; %s", get(n, "$ref").Value, what)
	n.Content = nil
	switch kind {
	case "response":
		put(n, "description", word(""))
	case "body":
		put(n, "content", mapping())
	case "header":
		put(n, "schema", mapping())
	}
}
