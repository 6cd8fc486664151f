package document

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// schema repairs a schema, and says in the words of OpenAPI 3.0 what it says in those of 3.1.
func (r *repairer) schema(n *yaml.Node) {
	if ref := get(n, "$ref"); isWord(ref) {
		r.besideRef(n)
		return
	}
	r.values(n)
	r.intOrString(n)
	r.types(n)
	r.nullAlternative(n)
	r.constants(n)
	r.constant(n)
	r.bounds(n)
	r.content(n)
	r.lists(n)
	r.required(n)
	if d := get(n, "discriminator"); d != nil && d.Kind == yaml.ScalarNode {
		r.warn(d, "a discriminator is an object with propertyName")
		put(n, "discriminator", mapping(word("propertyName"), word(d.Value)))
	}
	r.docs(n, "externalDocs")
	if isTrue(get(n, "readOnly")) && isTrue(get(n, "writeOnly")) {
		r.warn(n, "a schema cannot be readOnly and writeOnly; both are ignored")
		remove(n, "readOnly")
		remove(n, "writeOnly")
	}
	if examples := get(n, "examples"); examples != nil {
		if examples.Kind == yaml.SequenceNode && len(examples.Content) > 0 && get(n, "example") == nil {
			put(n, "example", examples.Content[0])
			remove(n, "examples")
		} else if r.newer {
			remove(n, "examples")
		}
	}
	if r.newer {
		r.unsaid(n)
	}
}

// besideRef keeps what a schema of OpenAPI 3.1 says beside its $ref in an allOf. In 3.0 it is
// ignored, see members, but for what says whether a value may be null and who sends it: whoever writes that
// means it, and services keep to it.
func (r *repairer) besideRef(n *yaml.Node) {
	own := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case meantBesideRef[key.Value] && isTrue(n.Content[i+1]):
			r.fault(key, "%q beside $ref counts, although OpenAPI 3.0 ignores it", key.Value)
			own++
		case r.newer && !besideRef[key.Value] && !strings.HasPrefix(key.Value, "x-"):
			own++
		}
	}
	if own == 0 {
		return
	}
	if !r.newer {
		for i := 0; i+1 < len(n.Content); {
			key := n.Content[i].Value
			if key == "$ref" || besideRef[key] || meantBesideRef[key] || strings.HasPrefix(key, "x-") {
				i += 2
				continue
			}
			r.warn(n.Content[i], "%q beside $ref is ignored", key)
			n.Content = append(n.Content[:i:i], n.Content[i+2:]...)
		}
	}
	alone := mapping(word("$ref"), get(n, "$ref"))
	alone.Line, alone.Column = n.Line, n.Column
	remove(n, "$ref")
	all := get(n, "allOf")
	if all == nil || all.Kind != yaml.SequenceNode {
		all = list()
		put(n, "allOf", all)
	}
	all.Content = append([]*yaml.Node{alone}, all.Content...)
	r.schema(n)
}

// scalarSchema is a schema that is written as one word: true and false are those of 3.1 that
// take any value and none.
func (r *repairer) scalarSchema(key, v *yaml.Node) *yaml.Node {
	made := mapping()
	made.Line, made.Column = v.Line, v.Column
	switch {
	case v.Tag == "!!bool" && v.Value == "true", v.Tag == "!!null":
		r.fault(key, "%q is taken as a schema of any value", key.Value)
	case v.Tag == "!!bool":
		r.fault(key, "%q is taken as a schema of no value", key.Value)
		put(made, "not", mapping())
	case isWord(v):
		r.warn(v, "%q is taken as the type of a schema", v.Value)
		put(made, "type", word(v.Value))
	}
	return made
}

// lists makes lists of what must be one, and takes out empty ones.
func (r *repairer) lists(n *yaml.Node) {
	for _, name := range []string{"allOf", "oneOf", "anyOf"} {
		all := get(n, name)
		switch {
		case all == nil:
		case all.Kind == yaml.MappingNode:
			r.warn(keyOf(n, name), "%s is a list", name)
			put(n, name, list(all))
		case all.Kind != yaml.SequenceNode || len(all.Content) == 0:
			r.warn(keyOf(n, name), "%s is an empty list, and ignored", name)
			remove(n, name)
		default:
			for i, v := range all.Content {
				if v.Kind == yaml.ScalarNode {
					all.Content[i] = r.scalarSchema(keyOf(n, name), v)
				}
			}
		}
	}
	if items := get(n, "items"); items != nil && items.Kind == yaml.SequenceNode {
		r.warn(keyOf(n, "items"), "items for each place of an array are not checked: they may hold anything")
		put(n, "items", mapping())
	}
	if enum := get(n, "enum"); enum != nil && (enum.Kind != yaml.SequenceNode || len(enum.Content) == 0) {
		r.warn(keyOf(n, "enum"), "an enum without values is ignored")
		remove(n, "enum")
	}
}

// required makes a list of names of what is given as required.
func (r *repairer) required(n *yaml.Node) {
	v := get(n, "required")
	if v == nil {
		return
	}
	if v.Kind != yaml.SequenceNode {
		r.warn(keyOf(n, "required"), "required is a list of the properties that are required; %q is ignored", v.Value)
		remove(n, "required")
		return
	}
	seen := map[string]bool{}
	v.Content = slices.DeleteFunc(v.Content, func(name *yaml.Node) bool {
		if !isWord(name) || seen[name.Value] {
			r.warn(name, "%q is not a name, or given twice, in required", name.Value)
			return true
		}
		seen[name.Value], name.Tag = true, "!!str"
		return false
	})
}

// unsaidWords are the keywords of JSON Schema that OpenAPI 3.0 has nothing for. Those with a
// text limit values, which is not checked then.
var unsaidWords = map[string]string{
	"prefixItems": "items for each place of an array", "if": "conditions", "then": "", "else": "", "dependentSchemas": "conditions", "dependentRequired": "conditions",
	"unevaluatedProperties": "further properties", "unevaluatedItems": "further items", "propertyNames": "names of properties", "contains": "items that an array contains",
	"minContains": "", "maxContains": "", "patternProperties": "names of properties", "$defs": "", "definitions": "", "$schema": "", "$id": "", "$comment": "", "$anchor": "",
	"$dynamicRef": "references to anchors", "$dynamicAnchor": "", "$vocabulary": "", "dependencies": "conditions",
}

// unsaid takes out what 3.0 cannot say.
func (r *repairer) unsaid(n *yaml.Node) {
	others := get(n, "additionalProperties")
	closed := others != nil && others.Value == "false"
	switch pairs := get(n, "patternProperties"); {
	case pairs == nil || others != nil && !closed:
	case len(pairs.Content) == 2:
		put(n, "additionalProperties", pairs.Content[1])
	case len(pairs.Content) > 2 && closed: // members of these names may be there
		remove(n, "additionalProperties")
	}
	for i := 0; i+1 < len(n.Content); {
		key := n.Content[i]
		what, ok := unsaidWords[key.Value]
		if !ok {
			i += 2
			continue
		}
		if what != "" {
			r.warn(key, "%s: %s are not checked, since OpenAPI 3.0 has no word for them", key.Value, what)
		}
		n.Content = append(n.Content[:i:i], n.Content[i+2:]...)
	}
}
