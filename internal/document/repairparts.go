package document

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

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
