package document

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// mappings are the kinds of elements that are mappings, also those of names. Languages that have
// one word for an empty list and an empty mapping write [] for both.
var mappings = map[string]bool{
	"info": true, "paths": true, "components": true, "path": true, "operation": true, "parameter": true, "headers": true, "header": true, "bodies": true, "body": true,
	"responses": true, "response": true, "content": true, "media": true, "examples": true, "example": true, "links": true, "link": true, "encodings": true, "encoding": true,
	"callbacks": true, "callback": true, "schema": true, "schemes": true, "scheme": true, "variables": true, "variable": true, "server": true, "xml": true, "externalDocs": true,
}

// forms makes the members of an element what they must be, lists or mappings, where they hold
// nothing or it is plain what is meant, and takes out those that nothing can be made of.
func (r *repairer) forms(n *yaml.Node, kind string) {
	for i := 0; i+1 < len(n.Content); {
		key := n.Content[i]
		inner, ok := inside[kind][key.Value]
		if !ok {
			inner, ok = inside[kind]["*"]
		}
		if ok && key.Value != "$ref" && !strings.HasPrefix(key.Value, "x-") {
			made := r.formed(key, n.Content[i+1], kind, inner)
			if made == nil {
				n.Content = slices.Delete(n.Content, i, i+2)
				continue
			}
			n.Content[i+1] = made
		}
		i += 2
	}
}

// formed is a member in the form that its kind has, nil where it has none.
func (r *repairer) formed(key, v *yaml.Node, kind, inner string) *yaml.Node {
	isMapping := mappings[inner] || inner == "parameters" && kind == "components" || inner == "schemas" && (key.Value == "properties" || key.Value == "schemas")
	if isMapping && v.Kind == yaml.MappingNode {
		return v
	}
	made := mapping()
	made.Line, made.Column = v.Line, v.Column
	switch {
	case !isMapping && (inner == "parameters" || inner == "servers" || inner == "tags") && v.Kind == yaml.MappingNode:
		r.warn(key, "%s is a list", key.Value)
		if len(v.Content) == 0 {
			return list()
		}
		return list(v)
	case inner == "servers" && isWord(v):
		r.warn(key, "%s is a list", key.Value)
		put(made, "url", v)
		return list(made)
	case !isMapping || v.Kind == yaml.AliasNode:
		return v
	case v.Kind == yaml.SequenceNode && len(v.Content) == 0 && inner != "schema":
		r.warn(key, "%s is an object, not a list", key.Value)
		return made
	case inner == "schema":
		return v // words and lists are looked at there
	case inner == "response":
		if isWord(v) && v.Tag != "!!null" {
			put(made, "description", word(v.Value))
		}
		r.warn(key, "the response %s is not an object; nothing is known of it", key.Value)
		return made
	case inner == "example" && (v.Tag != "!!null"):
		r.warn(key, "the example %s is not an object; it is taken as the value", key.Value)
		put(made, "value", v)
		return made
	case inner == "media" && v.Tag == "!!null":
		return made
	case v.Tag == "!!null" && known[kind] != nil:
		return v // see nothing
	}
	r.warn(key, "%q is not an object, and ignored", key.Value)
	return nil
}

// booleans are the members outside of schemas that are true or false.
var booleans = map[string]bool{"required": true, "deprecated": true, "allowEmptyValue": true, "explode": true, "allowReserved": true}

// words makes texts and booleans of the members of an element that are something else.
func (r *repairer) words(n *yaml.Node, kind string) {
	if known[kind] == nil {
		return
	}
	for i := 0; i+1 < len(n.Content); {
		key, v := n.Content[i], n.Content[i+1]
		switch {
		case texts[key.Value] && known[kind][key.Value] && (v.Kind == yaml.MappingNode || v.Kind == yaml.SequenceNode):
			r.warn(key, "%s is a text; this one is ignored", key.Value)
			n.Content = slices.Delete(n.Content, i, i+2)
			continue
		case booleans[key.Value] && kind != "schema" && isWord(v) && v.Tag != "!!bool" && v.Tag != "!!null":
			is := boolNode(strings.EqualFold(v.Value, "true") || strings.EqualFold(v.Value, "yes"))
			r.warn(v, "%s: %q is not true or false; %s is taken", key.Value, v.Value, is.Value)
			v.Tag, v.Value = is.Tag, is.Value
		}
		i += 2
	}
}

// styles are how parameters in a place can be written.
var styles = map[string][]string{
	"path": {"simple", "label", "matrix"}, "query": {"form", "spaceDelimited", "pipeDelimited", "deepObject"}, "header": {"simple"}, "cookie": {"form"},
}

// style takes out what does not say how a parameter of its place is written.
func (r *repairer) style(n *yaml.Node) {
	in, style := text(n, "in"), text(n, "style")
	if allowed := styles[in]; style != "" && allowed != nil && !slices.Contains(allowed, style) {
		r.warn(keyOf(n, "style"), "the style %s is none of a parameter in %s; that of OpenAPI for the place is taken", style, in)
		remove(n, "style")
		remove(n, "explode")
		return
	}
	if explode := get(n, "explode"); style == "deepObject" && explode != nil && !isTrue(explode) {
		r.warn(explode, "members of a deepObject are always parameters of their own")
		put(n, "explode", boolNode(true))
	}
}

// oneContent leaves a parameter one media type.
func (r *repairer) oneContent(n *yaml.Node) {
	content := get(n, "content")
	if content == nil || content.Kind != yaml.MappingNode || len(content.Content) == 2 {
		return
	}
	if len(content.Content) == 0 {
		remove(n, "content")
		return
	}
	at := 0
	for i := 0; i+1 < len(content.Content); i += 2 {
		if IsJSON(content.Content[i].Value) {
			at = i
			break
		}
	}
	r.warn(keyOf(n, "content"), "a parameter has one media type; %s is taken", content.Content[at].Value)
	content.Content = content.Content[at : at+2]
}

// linked takes out links that lead to no operation.
func (r *repairer) linked(links *yaml.Node) {
	if links == nil || links.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(links.Content); {
		if at := links.Content[i+1]; get(at, "$ref") == nil && get(at, "operationId") == nil && get(at, "operationRef") == nil {
			r.warn(links.Content[i], "the link %s names no operation, and is ignored", links.Content[i].Value)
			links.Content = slices.Delete(links.Content, i, i+2)
			continue
		}
		i += 2
	}
}
