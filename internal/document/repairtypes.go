package document

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// intOrString says by alternatives that a value is a number or a text, as Kubernetes does by a format or a key of its own.
func (r *repairer) intOrString(n *yaml.Node) {
	format := get(n, "format")
	isFormat := format != nil && format.Value == "int-or-string"
	if !isFormat && !isTrue(get(n, "x-kubernetes-int-or-string")) || get(n, "oneOf") != nil || get(n, "anyOf") != nil || get(n, "allOf") != nil {
		return
	}
	if t := get(n, "type"); t != nil && t.Value != "string" && t.Value != "integer" {
		return
	}
	remove(n, "type")
	if isFormat {
		remove(n, "format")
	}
	var each []*yaml.Node
	for _, name := range []string{"integer", "string"} {
		one := mapping(word("type"), word(name))
		one.Line, one.Column = n.Line, n.Column
		each = append(each, one)
	}
	put(n, "oneOf", list(each...))
}

// types makes one type of what is given as type.
func (r *repairer) types(n *yaml.Node) {
	t := get(n, "type")
	switch {
	case t == nil:
		return
	case t.Kind == yaml.SequenceNode:
		r.typeList(n, t)
		return
	case !isWord(t):
		r.warn(t, "a type that is not a word is ignored")
		remove(n, "type")
		return
	}
	if t.Value == "null" {
		r.fault(t, "the type null is taken as nullable")
		remove(n, "type")
		put(n, "nullable", boolNode(true))
		if get(n, "enum") == nil {
			put(n, "enum", list(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}))
		}
		return
	}
	if slices.Contains([]string{"string", "number", "integer", "boolean", "array", "object"}, t.Value) {
		if t.Tag = "!!str"; t.Value == "array" && get(n, "items") == nil {
			r.arrayOfAny(n, t)
		}
		return
	}
	lower := strings.ToLower(t.Value)
	meant, ok := typeWords[lower]
	if !ok && slices.Contains([]string{"string", "number", "integer", "boolean", "array", "object"}, lower) {
		meant, ok = [2]string{lower}, true
	}
	if !ok || meant[0] == "" {
		r.warn(t, "%q is not a type; any value is taken", t.Value)
		remove(n, "type")
		return
	}
	r.warn(t, "%q is not a type; %s is taken", t.Value, meant[0])
	put(n, "type", word(meant[0]))
	if meant[1] != "" && get(n, "format") == nil {
		put(n, "format", word(meant[1]))
	}
	if meant[0] == "array" && get(n, "items") == nil {
		put(n, "items", mapping())
	}
}

func (r *repairer) arrayOfAny(n, t *yaml.Node) {
	if get(n, "prefixItems") == nil {
		r.fault(t, "an array without items may hold anything")
	}
	put(n, "items", mapping())
}

// typeList says in the words of 3.0 that a value has one of several types.
func (r *repairer) typeList(n, t *yaml.Node) {
	r.fault(t, "a list of types is of OpenAPI 3.1")
	var types []*yaml.Node
	for _, v := range t.Content {
		if v.Value == "null" {
			put(n, "nullable", boolNode(true))
		} else if isWord(v) {
			types = append(types, v)
		}
	}
	remove(n, "type")
	switch {
	case len(types) == 0 && len(t.Content) > 0:
		put(n, "type", word("null"))
		r.types(n)
	case len(types) == 1:
		put(n, "type", types[0])
		r.types(n)
	case len(types) > 1 && get(n, "oneOf") == nil && get(n, "anyOf") == nil:
		var each []*yaml.Node
		for _, v := range types {
			one := mapping(word("type"), v)
			one.Line, one.Column = v.Line, v.Column
			if items := get(n, "items"); v.Value == "array" && items != nil {
				put(one, "items", items)
				remove(n, "items")
			}
			each = append(each, one)
		}
		put(n, "oneOf", list(each...))
	case len(types) > 1:
		r.warn(t, "the types beside oneOf or anyOf are not checked")
	}
}

// nullAlternative takes null out of alternatives: in 3.0 the whole is nullable.
func (r *repairer) nullAlternative(n *yaml.Node) {
	for _, name := range []string{"oneOf", "anyOf"} {
		all := get(n, name)
		if all == nil || all.Kind != yaml.SequenceNode {
			continue
		}
		isNull := func(v *yaml.Node) bool {
			t := get(v, "type")
			return t != nil && (t.Value == "null" && t.Kind == yaml.ScalarNode || t.Kind == yaml.SequenceNode && len(t.Content) == 1 && t.Content[0].Value == "null")
		}
		if !slices.ContainsFunc(all.Content, isNull) {
			continue
		}
		r.fault(keyOf(n, name), "the type null among alternatives is taken as nullable")
		all.Content = slices.DeleteFunc(all.Content, isNull)
		put(n, "nullable", boolNode(true))
		switch len(all.Content) {
		case 0:
			remove(n, name)
			put(n, "type", word("null"))
			r.types(n)
		case 1:
			one := remove(n, name)
			if get(n, "allOf") != nil {
				put(n, name, one)
				continue
			}
			if ref := one.Content[0]; get(ref, "$ref") == nil && onlyAbout(n) {
				for i := 0; i+1 < len(ref.Content); i += 2 {
					if index(n, ref.Content[i].Value) < 0 {
						n.Content = append(n.Content, ref.Content[i], ref.Content[i+1])
					}
				}
				r.types(n)
				continue
			}
			put(n, "allOf", one)
		}
	}
}

// onlyAbout reports whether a schema says nothing of the form of values but that they may be null.
func onlyAbout(n *yaml.Node) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if name := n.Content[i].Value; !strings.HasPrefix(name, "x-") && !slices.Contains([]string{"nullable", "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"}, name) {
			return false
		}
	}
	return true
}
