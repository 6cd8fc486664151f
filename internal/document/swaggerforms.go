package document

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// address repairs what stands at the root of a document: a host that is given as an address, and texts
// that look like numbers.
func (r *swaggerRepairer) address(root *yaml.Node) {
	if info := get(root, "info"); info != nil {
		for _, name := range []string{"title", "version", "description"} {
			if v := get(info, name); isWord(v) && v.Tag != "!!null" {
				v.Tag = "!!str"
			}
		}
	}
	host := get(root, "host")
	if !isWord(host) {
		return
	}
	scheme, rest, found := strings.Cut(host.Value, "://")
	if !found {
		scheme, rest = "", host.Value
	}
	name, path, _ := strings.Cut(rest, "/")
	if name == host.Value {
		return
	}
	r.warn(host, "the host %q is taken as %s", host.Value, name)
	host.Value = name
	if base := get(root, "basePath"); strings.Trim(path, "/") != "" && (!isWord(base) || strings.Trim(base.Value, "/") == "") {
		put(root, "basePath", word("/"+strings.Trim(path, "/")))
	}
	if found && get(root, "schemes") == nil {
		put(root, "schemes", list(word(scheme)))
	}
}

// body repairs the parameter that is a body.
func (r *swaggerRepairer) body(n *yaml.Node) {
	if text(n, "in") != "body" || get(n, "schema") != nil || get(n, "$ref") != nil {
		return
	}
	schema := mapping()
	for _, name := range []string{"type", "items", "format", "enum", "properties", "additionalProperties", "required"} {
		if v := get(n, name); v != nil && (name != "required" || v.Kind == yaml.SequenceNode) {
			put(schema, name, v)
			remove(n, name)
		}
	}
	r.warn(n, "a body has no schema; what it says of its type is taken as one")
	put(n, "schema", schema)
}

// bodyOnce takes out further bodies of an operation.
func (r *swaggerRepairer) bodyOnce(n *yaml.Node) {
	all := get(n, "parameters")
	if all == nil || all.Kind != yaml.SequenceNode {
		return
	}
	seen := false
	all.Content = slices.DeleteFunc(all.Content, func(p *yaml.Node) bool {
		if text(orNone(r.referred(p)), "in") != "body" {
			return false
		}
		if seen {
			r.warn(p, "an operation has one body; the parameter %q is ignored", text(orNone(r.referred(p)), "name"))
			return true
		}
		seen = true
		return false
	})
}

// scheme repairs a security scheme. OAuth 2 without a flow that has its addresses takes a token, which
// the caller has; it is given an address that nobody asks.
func (r *swaggerRepairer) scheme(key, n *yaml.Node) {
	if text(n, "type") != "oauth2" {
		return
	}
	needs := map[string][]string{"implicit": {"authorizationUrl"}, "password": {"tokenUrl"}, "application": {"tokenUrl"}, "accessCode": {"authorizationUrl", "tokenUrl"}}
	names, known := needs[text(n, "flow")]
	if known && !slices.ContainsFunc(names, func(name string) bool { return text(n, name) == "" }) {
		return
	}
	r.warn(key, "the security scheme %q has no flow with its addresses; a bearer token is taken", key.Value)
	put(n, "flow", word("implicit"))
	put(n, "authorizationUrl", word("about:blank"))
	if scopes := get(n, "scopes"); scopes == nil || scopes.Kind != yaml.MappingNode {
		put(n, "scopes", mapping())
	}
}

// plainForms takes out what the conversion cannot read: examples that are not by media type, and a
// discriminator in the form of OpenAPI 3.
func (r *swaggerRepairer) plainForms(n *yaml.Node, kind string) {
	if examples := get(n, "examples"); kind == "response" && examples != nil && examples.Kind != yaml.MappingNode {
		r.warn(keyOf(n, "examples"), "examples are by media type; these are ignored")
		remove(n, "examples")
	}
	if d := get(n, "discriminator"); kind == "schema" && d != nil && d.Kind == yaml.MappingNode {
		name := get(d, "propertyName")
		r.warn(keyOf(n, "discriminator"), "a discriminator is the name of a property in Swagger 2.0")
		remove(n, "discriminator")
		if isWord(name) {
			put(n, "discriminator", word(name.Value))
		}
	}
}
