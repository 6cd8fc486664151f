package document

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

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
