package document

import (
	"slices"
	"strconv"
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

// besideRef keeps what a schema of OpenAPI 3.1 says beside its $ref in an allOf; in 3.0 it is
// ignored, see members.
func (r *repairer) besideRef(n *yaml.Node) {
	if !r.newer {
		return
	}
	own := n.Content[:0:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		if name := n.Content[i].Value; !besideRef[name] && !strings.HasPrefix(name, "x-") {
			own = append(own, n.Content[i], n.Content[i+1])
		}
	}
	if len(own) == 0 {
		return
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

// values makes numbers and booleans of words.
func (r *repairer) values(n *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, v := n.Content[i].Value, n.Content[i+1]
		if v.Kind != yaml.ScalarNode {
			continue
		}
		switch {
		case wholeNumbers[name] && v.Tag == "!!int" && strings.HasPrefix(v.Value, "-"), name == "multipleOf" && notPositive(v):
			r.warn(v, "%s: %s is not possible, and ignored", name, v.Value)
			v.Tag = "!!null"
		case wholeNumbers[name] && v.Tag != "!!int":
			was := v.Value
			if !number(v, true) {
				r.warn(v, "%s: %s is not a whole number from 0 on, and ignored", name, was)
				v.Tag = "!!null"
			} else if was != v.Value {
				r.warn(v, "%s: %s is taken as %s", name, was, v.Value)
			}
		case numbers[name] && v.Tag == "!!str":
			if number(v, false) {
				r.warn(v, "%s: the text %q is taken as a number", name, v.Value)
				continue
			}
			r.warn(v, "%s: %q is not a number, and ignored", name, v.Value)
			v.Tag = "!!null"
		case switches[name] && v.Tag != "!!bool":
			is := boolNode(strings.EqualFold(v.Value, "true"))
			r.warn(v, "%s: %q is not true or false; %s is taken", name, v.Value, is.Value)
			v.Tag, v.Value = is.Tag, is.Value
		}
	}
	for name := range wholeNumbers {
		if v := get(n, name); v != nil && v.Tag == "!!null" {
			remove(n, name)
		}
	}
	for name := range numbers {
		if v := get(n, name); v != nil && v.Tag == "!!null" {
			remove(n, name)
		}
	}
}

// notPositive reports whether a number is 0 or less.
func notPositive(v *yaml.Node) bool {
	f, err := strconv.ParseFloat(v.Value, 64)
	return err == nil && f <= 0
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

// constants makes one list of values of alternatives that are constants, each with a description of
// its own: so OpenAPI 3.1 says what the values of an enum mean.
func (r *repairer) constants(n *yaml.Node) {
	for _, name := range []string{"oneOf", "anyOf"} {
		all := get(n, name)
		if all == nil || all.Kind != yaml.SequenceNode || len(all.Content) < 2 || get(n, "enum") != nil || get(n, "properties") != nil {
			continue
		}
		var values []*yaml.Node
		kind := ""
		for _, one := range all.Content {
			value, ok := onlyConstant(one)
			if t := get(one, "type"); !ok || kind != "" && kind != value.Tag || isWord(t) && get(n, "type") != nil && t.Value != get(n, "type").Value {
				values = nil
				break
			}
			kind = value.Tag
			values = append(values, value)
		}
		if values == nil {
			continue
		}
		remove(n, name)
		put(n, "enum", list(values...))
		if t := map[string]string{"!!str": "string", "!!bool": "boolean", "!!int": "integer"}[kind]; t != "" && get(n, "type") == nil {
			put(n, "type", word(t))
		}
	}
}

// onlyConstant is the value of a schema that says nothing but it and what it means.
func onlyConstant(n *yaml.Node) (value *yaml.Node, ok bool) {
	if n.Kind != yaml.MappingNode {
		return nil, false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key, v := n.Content[i].Value, n.Content[i+1]; {
		case key == "const":
			value = v
		case key == "enum" && v.Kind == yaml.SequenceNode && len(v.Content) == 1:
			value = v.Content[0]
		case key == "type" || key == "title" || key == "description" || key == "deprecated" || strings.HasPrefix(key, "x-"):
		default:
			return nil, false
		}
	}
	return value, value != nil && value.Kind == yaml.ScalarNode && value.Tag != "!!null"
}

// constant makes a list of one value of a constant.
func (r *repairer) constant(n *yaml.Node) {
	c := get(n, "const")
	if c == nil {
		return
	}
	r.fault(keyOf(n, "const"), "const is of OpenAPI 3.1; it is taken as an enum of one value")
	remove(n, "const")
	if c.Tag == "!!null" {
		put(n, "nullable", boolNode(true))
	}
	put(n, "enum", list(c)) // of a wider enum no other value is allowed
	if t := map[string]string{"!!str": "string", "!!bool": "boolean", "!!int": "integer"}[c.Tag]; t != "" && get(n, "type") == nil {
		put(n, "type", word(t))
	}
}

// bounds makes flags of bounds that are excluded.
func (r *repairer) bounds(n *yaml.Node) {
	for _, b := range [][2]string{{"exclusiveMinimum", "minimum"}, {"exclusiveMaximum", "maximum"}} {
		v := get(n, b[0])
		if v == nil || v.Tag == "!!bool" {
			continue
		}
		r.fault(keyOf(n, b[0]), "%s is a number in OpenAPI 3.1 only; it is taken as the %s, which is excluded", b[0], b[1])
		remove(n, b[0])
		if other := get(n, b[1]); other != nil {
			r.warn(v, "%s counts, and not %s", b[0], b[1])
		}
		if isWord(v) && number(v, false) {
			put(n, b[1], v)
			put(n, b[0], boolNode(true))
		}
	}
}

// content says with format what 3.1 says with the encoding of a text.
func (r *repairer) content(n *yaml.Node) {
	encoding, media := remove(n, "contentEncoding"), remove(n, "contentMediaType")
	remove(n, "contentSchema")
	if get(n, "format") != nil {
		return
	}
	switch {
	case isWord(encoding) && strings.EqualFold(encoding.Value, "binary"): // of MIME: the bytes as they are
		put(n, "format", word("binary"))
	case isWord(encoding) && strings.HasPrefix(strings.ToLower(encoding.Value), "base64"):
		put(n, "format", word("byte"))
	case encoding == nil && isWord(media) && !strings.Contains(media.Value, "json"):
		put(n, "format", word("binary"))
		if get(n, "type") == nil {
			put(n, "type", word("string"))
		}
	}
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
	if pairs := get(n, "patternProperties"); pairs != nil && len(pairs.Content) == 2 && get(n, "additionalProperties") == nil {
		put(n, "additionalProperties", pairs.Content[1])
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
