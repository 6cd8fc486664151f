package openapi

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// keys says in which order the keys of a mapping stand and what is inside them. Keys that
// are not listed follow by name.
type keys struct {
	first  []string
	rank   map[string]int // the place of each of first
	inside map[string]*keys
	each   *keys // of a mapping whose keys are names
	items  *keys // of a sequence
	keep   bool  // the order is that of the docs already
}

var rootKeys = func() *keys {
	errorCodes := &keys{items: &keys{first: []string{"status", "code", "message"}}}
	schema := &keys{first: []string{
		"$ref", "type", "format", "nullable", "title", "description", "deprecated", "readOnly", "enum", "default", "pattern",
		"minLength", "maxLength", "minimum", "maximum", "multipleOf", "minItems", "maxItems", "uniqueItems",
		"minProperties", "maxProperties", "required", "allOf", "oneOf", "anyOf", "items", "properties", "additionalProperties", "example",
	}}
	schemas := &keys{items: schema}
	schema.inside = map[string]*keys{
		"items": schema, "additionalProperties": schema, "properties": {each: schema, keep: true},
		"allOf": schemas, "oneOf": schemas, "anyOf": schemas,
		document.ErrorCodes.Name: errorCodes,
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
			"parameters":         {items: parameter},
			"requestBody":        {first: []string{"required", "content"}, inside: map[string]*keys{"content": content}},
			"responses":          {each: response},
			document.Paging.Name: pagination,
			document.Variants.Name: {
				items: &keys{
					first:  []string{"operationId", "summary", "externalDocs", "deprecated", "server", "query", "parameters", "requestBody", "requestMedia", "responses", "examples"},
					inside: map[string]*keys{document.Paging.Name: pagination},
				},
			},
		},
	}
	root := &keys{
		first: []string{"openapi", "info", "externalDocs", "servers", "security", "tags", "paths", "components"},
		inside: map[string]*keys{
			"info":  {first: []string{"title", "description", "version", "contact"}, inside: map[string]*keys{"contact": {first: []string{"name", "url"}}}},
			"paths": {each: &keys{first: []string{"get", "post", "put", "patch", "delete", "head", "options"}, each: operation}},
			"tags":  {items: &keys{first: []string{"name", "description"}}},
			"components": {
				first:  []string{"schemas", "securitySchemes"},
				inside: map[string]*keys{"schemas": {each: schema}},
			},
			"servers":                {items: &keys{first: []string{"url"}}},
			document.ErrorCodes.Name: errorCodes,
		},
	}
	root.ranks(map[*keys]bool{})
	return root
}()

// ranks fills rank, here and in all below.
func (k *keys) ranks(done map[*keys]bool) {
	if k == nil || done[k] {
		return
	}
	done[k] = true
	k.rank = make(map[string]int, len(k.first))
	for i, name := range k.first {
		k.rank[name] = i
	}
	k.each.ranks(done)
	k.items.ranks(done)
	for _, inner := range k.inside {
		inner.ranks(done)
	}
}

// sort puts the members of a tree into the order of k.
func (n *node) sort(k *keys) {
	if k == nil {
		return
	}
	if n.kind == aList {
		for i := range n.items {
			n.items[i].sort(k.items)
		}
		return
	}
	if n.kind != anObject {
		return
	}
	for i := range n.items {
		m := &n.items[i]
		rank, listed := k.rank[m.key]
		if !listed {
			rank = len(k.first)
		}
		m.rank = rank
	}
	if !k.keep {
		slices.SortStableFunc(n.items, func(a, b node) int {
			return cmp.Or(a.rank-b.rank, strings.Compare(a.key, b.key))
		})
	}
	for i := range n.items {
		if inner, ok := k.inside[n.items[i].key]; ok {
			n.items[i].sort(inner)
		} else {
			n.items[i].sort(k.each)
		}
	}
}
