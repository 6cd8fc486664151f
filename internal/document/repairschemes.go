package document

import (
	"slices"

	"go.yaml.in/yaml/v3"
)

// securitySchemes repairs the schemes of a document, and takes out those that nobody can tell how to
// send: the requirements of these are told where they are.
func (r *repairer) securitySchemes() {
	all := get(get(r.root, "components"), "securitySchemes")
	if all == nil || all.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(all.Content); {
		key, scheme := all.Content[i], all.Content[i+1]
		if get(scheme, "$ref") == nil && !r.securityScheme(key, scheme) {
			all.Content = slices.Delete(all.Content, i, i+2)
			continue
		}
		i += 2
	}
}

// securityScheme repairs a scheme, and reports whether it can be used.
func (r *repairer) securityScheme(key, n *yaml.Node) bool {
	unusable := func(why string) bool {
		r.warn(key, "the security scheme %q %s, and is ignored", key.Value, why)
		return false
	}
	bearer := func(why string) bool {
		r.warn(key, "the security scheme %q %s; a bearer token is taken", key.Value, why)
		n.Kind, n.Content = yaml.MappingNode, mapping(word("type"), word("http"), word("scheme"), word("bearer")).Content
		return true
	}
	if n.Kind != yaml.MappingNode {
		return unusable("is not an object")
	}
	switch kind := text(n, "type"); kind {
	case "http":
		if text(n, "scheme") == "" {
			return unusable("has no scheme")
		}
	case "apiKey":
		if in := text(n, "in"); in != "header" && in != "query" && in != "cookie" || text(n, "name") == "" {
			return unusable("does not say where its key goes")
		}
	case "oauth2":
		if !r.flows(get(n, "flows")) {
			return bearer("has no flow with its addresses")
		}
	case "openIdConnect":
		if text(n, "openIdConnectUrl") == "" {
			return bearer("has no address")
		}
	case "basic", "bearer":
		r.warn(key, "%q is not a type of a security scheme; http is taken", kind)
		put(n, "type", word("http"))
		put(n, "scheme", word(kind))
	case "mutualTLS":
	default:
		return unusable("has no type that OpenAPI knows")
	}
	return true
}

// flows takes out the flows of OAuth 2 that lack an address, and reports whether one is left.
func (r *repairer) flows(flows *yaml.Node) bool {
	if flows == nil || flows.Kind != yaml.MappingNode {
		return false
	}
	needs := map[string][]string{
		"implicit": {"authorizationUrl"}, "password": {"tokenUrl"}, "clientCredentials": {"tokenUrl"}, "authorizationCode": {"authorizationUrl", "tokenUrl"},
	}
	left := false
	for i := 0; i+1 < len(flows.Content); {
		key, flow := flows.Content[i], flows.Content[i+1]
		lacks := func(name string) bool { return text(flow, name) == "" }
		if names, ok := needs[key.Value]; ok && slices.ContainsFunc(names, lacks) {
			r.warn(key, "the flow %s has no address, and is ignored", key.Value)
			flows.Content = slices.Delete(flows.Content, i, i+2)
			continue
		} else if ok {
			left = true
			if scopes := get(flow, "scopes"); scopes == nil || scopes.Kind != yaml.MappingNode {
				put(flow, "scopes", mapping())
			}
		}
		i += 2
	}
	return left
}
