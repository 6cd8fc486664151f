package document

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

var methods = []string{"get", "put", "post", "delete", "options", "head", "patch", "trace"}

// path repairs the operations of a path together: the parameters that they share count for each.
func (r *repairer) path(n *yaml.Node) {
	r.servers(get(n, "servers"), "calls go to the address of the document")
	if shared := get(n, "parameters"); shared != nil {
		r.parameterOnce(shared)
	}
}

func (r *repairer) operation(n *yaml.Node) {
	r.servers(get(n, "servers"), "calls go to the address of the path or the document")
	r.security(n, "the operation takes what the document says of all operations")
	r.docs(n, "externalDocs")
	if id := get(n, "operationId"); isWord(id) {
		if r.ids[id.Value] {
			r.warn(id, "the operationId %q is given already; the operation is named after its method and path", id.Value)
			remove(n, "operationId")
		}
		r.ids[id.Value] = true
	}
	if tags := get(n, "tags"); tags != nil && tags.Kind == yaml.SequenceNode {
		tags.Content = slices.DeleteFunc(tags.Content, func(tag *yaml.Node) bool {
			if !isWord(tag) || tag.Tag == "!!null" {
				r.warn(tag, "a tag of an operation is a text; this one is ignored")
				return true
			}
			tag.Tag = "!!str"
			return false
		})
	}
	if all := get(n, "responses"); all == nil || len(all.Content) == 0 {
		r.fault(n, "an operation has no responses")
		put(n, "responses", mapping(word("default"), mapping(word("description"), word(""))))
	}
	if all := get(n, "parameters"); all != nil {
		r.parameterOnce(all)
	}
}

// places3 are where a parameter can be.
var places3 = []string{"path", "query", "header", "cookie"}

// parameterOnce takes out those that lead to nothing or have no place in a request, and
// those that a list has already.
func (r *repairer) parameterOnce(all *yaml.Node) {
	if all.Kind != yaml.SequenceNode {
		return
	}
	seen := map[[2]string]bool{}
	all.Content = slices.DeleteFunc(all.Content, func(p *yaml.Node) bool {
		if r.isLost(p) {
			r.warn(p, "%q leads to nothing; the parameter is ignored", get(p, "$ref").Value)
			return true
		}
		id, ok := r.identity(p)
		if at := r.referred(p); at != nil && (!ok || id[1] == "") {
			r.warn(p, "a parameter without a name or a place is ignored")
			return true
		}
		if ok && !slices.Contains(places3, id[0]) {
			r.warn(p, "a parameter is in path, query, header or cookie; %q in %s is ignored", id[1], id[0])
			return true
		}
		if ok && id[0] == "header" && !IsHeader(id[1]) {
			r.warn(p, "%q cannot be the name of a header, and the parameter is ignored", id[1])
			return true
		}
		if ok && seen[id] {
			r.warn(p, "the parameter %q in %s is given already; the first counts", id[1], id[0])
			return true
		}
		seen[id] = true
		return false
	})
}

// identity is where a parameter is and its name.
func (r *repairer) identity(p *yaml.Node) (id [2]string, ok bool) {
	p = r.referred(p)
	in, name := get(p, "in"), get(p, "name")
	if !isWord(in) || !isWord(name) {
		return id, false
	}
	return [2]string{in.Value, name.Value}, true
}

// pathParameters makes the parameters of the operations of a path and the names in it agree.
func (r *repairer) pathParameters(path *yaml.Node, item *yaml.Node) {
	wanted := map[string]bool{}
	for _, m := range variable.FindAllStringSubmatch(path.Value, -1) {
		wanted[m[1]] = true
	}
	given := func(all *yaml.Node) map[string]bool {
		names := map[string]bool{}
		if all == nil || all.Kind != yaml.SequenceNode {
			return names
		}
		all.Content = slices.DeleteFunc(all.Content, func(p *yaml.Node) bool {
			id, ok := r.identity(p)
			if !ok || id[0] != "path" {
				return false
			}
			if !wanted[id[1]] {
				r.warn(p, "the path %s has no {%s}, so this parameter is ignored", path.Value, id[1])
				return true
			}
			names[id[1]] = true
			return false
		})
		return names
	}
	shared := given(get(item, "parameters"))
	for _, method := range methods {
		op := get(item, method)
		if op == nil || op.Kind != yaml.MappingNode {
			continue
		}
		own := given(get(op, "parameters"))
		if r.unresolved(get(op, "parameters")) || r.unresolved(get(item, "parameters")) {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(wanted)) {
			if shared[name] || own[name] {
				continue
			}
			r.warn(keyOf(item, method), "no parameter describes {%s} of the path %s; it is taken as a text", name, path.Value)
			if get(op, "parameters") == nil {
				put(op, "parameters", list())
			}
			all := get(op, "parameters")
			all.Content = append(all.Content, mapping(word("name"), word(name), word("in"), word("path"), word("required"), boolNode(true),
				word("schema"), mapping(word("type"), word("string"))))
		}
	}
}

// unresolved reports whether a parameter of a list is described elsewhere, where the repairer
// cannot see it.
func (r *repairer) unresolved(all *yaml.Node) bool {
	return all != nil && slices.ContainsFunc(all.Content, func(p *yaml.Node) bool { return r.referred(p) == nil })
}

func (r *repairer) parameter(n *yaml.Node, kind string) {
	if get(n, "$ref") != nil {
		return
	}
	if in := get(n, "in"); isWord(in) && in.Value == "path" && !isTrue(get(n, "required")) {
		r.warn(n, "a parameter in a path is always required")
		put(n, "required", boolNode(true))
	}
	r.exampleOnce(n)
	r.style(n)
	r.oneContent(n)
	if content := get(n, "content"); get(n, "schema") != nil && content != nil {
		r.warn(keyOf(n, "content"), "a parameter has a schema and content; the schema counts")
		remove(n, "content")
	}
	if get(n, "schema") != nil || get(n, "content") != nil {
		return
	}
	schema := mapping()
	for _, name := range slices.Sorted(maps.Keys(known["schema"])) {
		if !known[kind][name] || name == "default" {
			if v := remove(n, name); v != nil {
				schema.Content = append(schema.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: name, Line: v.Line, Column: v.Column}, v)
			}
		}
	}
	r.warn(n, "a %s has no schema; what it says of its type is taken as one", kind)
	put(n, "schema", schema)
}

// responses makes keys of what is meant as a status.
func (r *repairer) responses(n *yaml.Node) {
	kept := n.Content[:0:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		upper := strings.ToUpper(key.Value)
		switch {
		case strings.HasPrefix(key.Value, "x-"), key.Value == "default", r.isComponent(n), isStatus(key.Value):
		case isStatus(upper):
			r.warn(key, "the status %q is taken as %s", key.Value, upper)
			key.Value = upper
		case strings.EqualFold(key.Value, "default"):
			key.Value = "default"
		default:
			r.warn(key, "%q is not a status, so this response is ignored", key.Value)
			continue
		}
		kept = append(kept, key, n.Content[i+1])
	}
	if n.Content = kept; len(kept) == 0 && !r.isComponent(n) {
		put(n, "default", mapping(word("description"), word("")))
	}
}

// isComponent reports whether responses are those of components, by name.
func (r *repairer) isComponent(n *yaml.Node) bool {
	return n == get(get(r.root, "components"), "responses")
}

// isStatus reports whether a key of responses is a status or a class of them, such as 4XX.
func isStatus(s string) bool {
	return len(s) == 3 && s[0] >= '1' && s[0] <= '5' && (s[1:] == "XX" || s[1] >= '0' && s[1] <= '9' && s[2] >= '0' && s[2] <= '9')
}
