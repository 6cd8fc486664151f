package openapi

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"
)

// YAML writes doc with its keys in the order in which a person reads them: what it is,
// where it is, what it can do, the details. Properties keep the order of the docs.
func YAML(doc *openapi3.T) ([]byte, error) {
	text, err := marshal(doc)
	if err != nil {
		return nil, err
	}
	return YAMLOf(text)
}

// YAMLOf writes a document that is given as JSON, as YAML does.
func YAMLOf(text []byte) ([]byte, error) {
	n, err := tree(text)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(n); err != nil {
		return nil, err
	}
	if err := enc.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// JSON writes doc in the same order as YAML.
func JSON(doc *openapi3.T) ([]byte, error) {
	text, err := marshal(doc)
	if err != nil {
		return nil, err
	}
	return JSONOf(text)
}

// JSONOf writes a document that is given as JSON, as JSON does.
func JSONOf(text []byte) ([]byte, error) {
	n, err := tree(text)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	writeJSON(&b, n)
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func marshal(doc *openapi3.T) ([]byte, error) {
	text, err := doc.MarshalJSON()
	if err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	return text, nil
}

func tree(text []byte) (*yaml.Node, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	n, err := node(d)
	if err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	order(n, rootKeys)
	return n, nil
}

// date is what some YAML readers take for a date, with or without a time and a zone, where
// it stands without quotes. The encoder quotes a few of its forms only.
var date = regexp.MustCompile(`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t][0-9:.+\-TtZz \t]*)?$`)

// node reads one JSON value as a YAML node, with the members of objects in their order.
func node(d *json.Decoder) (*yaml.Node, error) {
	tok, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t := tok.(type) {
	case json.Delim:
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		if t == '[' {
			n = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		}
		for d.More() {
			c, err := node(d)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, c)
		}
		if len(n.Content) == 0 {
			n.Style = yaml.FlowStyle
		}
		_, err := d.Token() // the closing bracket
		return n, err
	case string:
		n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: t}
		if date.MatchString(t) {
			n.Style = yaml.DoubleQuotedStyle
		}
		return n, nil
	case json.Number:
		tag := "!!int"
		if _, err := strconv.ParseInt(t.String(), 10, 64); err != nil {
			tag = "!!float"
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: t.String()}, nil
	case bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(t)}, nil
	default:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}, nil
	}
}

func writeJSON(b *bytes.Buffer, n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		b.WriteByte('{')
		for i := 0; i+1 < len(n.Content); i += 2 {
			if i > 0 {
				b.WriteByte(',')
			}
			writeJSON(b, n.Content[i])
			b.WriteByte(':')
			writeJSON(b, n.Content[i+1])
		}
		b.WriteByte('}')
	case yaml.SequenceNode:
		b.WriteByte('[')
		for i, c := range n.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			writeJSON(b, c)
		}
		b.WriteByte(']')
	default:
		if n.Tag != "!!str" {
			b.WriteString(n.Value)
			return
		}
		enc := json.NewEncoder(b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(n.Value); err != nil {
			panic(err) // a string always encodes
		}
		b.Truncate(b.Len() - 1) // the line end that Encode adds
	}
}

// keys says in which order the keys of a mapping stand and what is inside them. Keys that
// are not listed follow by name.
type keys struct {
	first  []string
	inside map[string]*keys
	each   *keys // of a mapping whose keys are names
	items  *keys // of a sequence
	byXOrd bool  // sort by x-order
}

var rootKeys = func() *keys {
	schema := &keys{first: []string{
		"$ref", "type", "format", "nullable", "title", "description", "deprecated", "enum", "default", "pattern",
		"minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "required",
		"allOf", "oneOf", "anyOf", "items", "properties", "additionalProperties", "example",
	}}
	schemas := &keys{items: schema}
	schema.inside = map[string]*keys{
		"items": schema, "additionalProperties": schema, "properties": {each: schema, byXOrd: true},
		"allOf": schemas, "oneOf": schemas, "anyOf": schemas,
		"x-error-codes": {items: &keys{first: []string{"status", "code", "message"}}},
	}
	example := &keys{first: []string{"summary", "value"}}
	media := &keys{first: []string{"schema"}, inside: map[string]*keys{"schema": schema, "examples": {each: example}}}
	content := &keys{each: media}
	parameter := &keys{first: []string{"name", "in", "required", "deprecated", "description", "schema"}, inside: map[string]*keys{"schema": schema}}
	response := &keys{first: []string{"description", "headers", "content"}, inside: map[string]*keys{
		"content": content, "headers": {each: parameter},
	}}
	pagination := &keys{first: []string{"style", "in", "items", "limit", "offset", "page", "first", "marker", "next", "key", "link", "count"}}
	operation := &keys{
		first: []string{"operationId", "summary", "description", "tags", "externalDocs", "deprecated", "servers", "parameters", "requestBody", "responses"},
		inside: map[string]*keys{
			"parameters":   {items: parameter},
			"requestBody":  {first: []string{"required", "content"}, inside: map[string]*keys{"content": content}},
			"responses":    {each: response},
			"x-pagination": pagination,
			"x-variants": {
				items: &keys{
					first:  []string{"operationId", "summary", "externalDocs", "deprecated", "server", "query", "parameters", "requestBody", "requestMedia", "responses", "examples"},
					inside: map[string]*keys{"x-pagination": pagination},
				},
			},
		},
	}
	return &keys{
		first: []string{"openapi", "info", "externalDocs", "servers", "security", "tags", "paths", "components"},
		inside: map[string]*keys{
			"info":  {first: []string{"title", "description", "version"}},
			"paths": {each: &keys{first: []string{"get", "post", "put", "patch", "delete", "head", "options"}, each: operation}},
			"tags":  {items: &keys{first: []string{"name"}}},
			"components": {
				first:  []string{"schemas", "securitySchemes"},
				inside: map[string]*keys{"schemas": {each: schema}},
			},
			"servers": {items: &keys{first: []string{"url"}}},
		},
	}
}()

func order(n *yaml.Node, k *keys) {
	if k == nil {
		return
	}
	if n.Kind == yaml.SequenceNode {
		for _, c := range n.Content {
			order(c, k.items)
		}
		return
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	type pair struct{ key, value *yaml.Node }
	var pairs []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		pairs = append(pairs, pair{n.Content[i], n.Content[i+1]})
	}
	rank := func(p pair) int {
		if k.byXOrd {
			return xOrder(p.value)
		}
		if i := slices.Index(k.first, p.key.Value); i >= 0 {
			return i
		}
		return len(k.first)
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		return cmp.Or(rank(a)-rank(b), strings.Compare(a.key.Value, b.key.Value))
	})
	n.Content = n.Content[:0]
	for _, p := range pairs {
		n.Content = append(n.Content, p.key, p.value)
		if inner, ok := k.inside[p.key.Value]; ok {
			order(p.value, inner)
		} else if k.each != nil {
			order(p.value, k.each)
		}
	}
}

func xOrder(n *yaml.Node) int {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "x-order" {
			if v, err := strconv.Atoi(n.Content[i+1].Value); err == nil {
				return v
			}
		}
	}
	return 1 << 30
}
