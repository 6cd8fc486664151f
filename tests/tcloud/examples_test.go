package tcloud

import (
	"encoding/json"
	"regexp"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// examples checks which bodies have examples, and that these have no members that the schemas do
// not know. Where with is "body", it gives the operations that should have an example of a body
// that they do not have instead.
func examples(p *published, with string) []string {
	var out []string
	for _, c := range p.calls() {
		var request openapi3.Content
		if c.RequestBody != nil {
			request = c.RequestBody.Value.Content
		}
		var responses []openapi3.Content
		for _, status := range success {
			if r := c.Responses.Value(status); r != nil {
				responses = append(responses, r.Value.Content)
			}
		}
		bodies := 0
		for _, content := range responses {
			bodies += len(content)
		}
		place := c.String()
		asksRequest := slices.Contains([]string{"POST", "PUT", "PATCH"}, c.method)
		asksResponse := asksRequest || c.method == "GET"
		if with == "body" {
			out = append(out, where(asksRequest && len(request) == 0, place+": no body of the request")...)
			out = append(out, where(asksResponse && bodies == 0, place+": no body of a response")...)
			continue
		}
		out = append(out, where(len(request) > 0 && asksRequest && !has(request), place+": no example of the request")...)
		out = append(out, where(!asksRequest && has(request), place+": an example of the request")...)
		out = append(out, where(asksResponse && bodies > 0 && !has(responses...), place+": no example of a response")...)
		out = append(out, where(c.method == "DELETE" && has(responses...), place+": an example of a response")...)
		for _, content := range append(responses, request) {
			for _, name := range p.undefined(content) {
				out = append(out, place+": undefined "+name)
			}
		}
	}
	return out
}

func has(contents ...openapi3.Content) bool {
	for _, content := range contents {
		for _, media := range content {
			if media.Example != nil || len(media.Examples) > 0 {
				return true
			}
		}
	}
	return false
}

// undefined are the members of examples that their schemas do not define.
func (p *published) undefined(content openapi3.Content) []string {
	var out []string
	for _, media := range content {
		for name, ref := range media.Examples {
			if !p.defined(media.Schema, decoded(ref.Value.Value)) {
				out = append(out, name)
			}
		}
	}
	slices.Sort(out)
	return out
}

func decoded(v any) any {
	text, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	var out any
	if json.Unmarshal(text, &out) != nil {
		return nil
	}
	return out
}

// defined reports whether a schema, or one of its alternatives, defines all members of a value.
func (p *published) defined(ref *openapi3.SchemaRef, v any) bool {
	if ref == nil || ref.Value == nil {
		return true
	}
	s, err := p.doc.Merged(ref.Value)
	if err != nil {
		return true
	}
	if choices := document.Alternatives(s); len(choices) > 0 {
		return slices.ContainsFunc(choices, func(c *openapi3.SchemaRef) bool { return p.defined(c, v) })
	}
	switch v := v.(type) {
	case []any:
		return !slices.ContainsFunc(v, func(item any) bool { return !p.defined(s.Items, item) })
	case map[string]any:
		for name, member := range v {
			of := s.Properties[name]
			if of == nil {
				of = s.AdditionalProperties.Schema
			}
			if of == nil && len(s.Properties) > 0 || !p.defined(of, member) {
				return false
			}
		}
	}
	return true
}

var rfc3339 = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`)

// times looks at the examples of members that are date-time.
func times(p *published, _ string) []string {
	return names(p, func(_ string, ref *openapi3.SchemaRef) bool {
		if ref == nil || ref.Value == nil || ref.Value.Format != "date-time" || ref.Value.Example == nil {
			return false
		}
		text, ok := ref.Value.Example.(string)
		return !ok || !rfc3339.MatchString(text)
	})
}
