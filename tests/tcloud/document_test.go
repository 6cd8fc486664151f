package tcloud

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/publish"
)

// published is a document with what the profile adds.
type published struct {
	*openapi3.T
	doc *document.Document
}

// publishFile reads a document of this project and applies the profile to it.
func publishFile(t *testing.T, file string) *published {
	t.Helper()
	p, _, ok := profile.BuiltIn("tcloud")
	if !ok {
		t.Fatal("the profile tcloud is not built in")
	}
	text, err := os.ReadFile(filepath.Join(golden.Root(t), file))
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := publish.Apply(d.T, text, &p.Publish); err != nil {
		t.Fatal(err)
	}
	return &published{d.T, d}
}

// call is an operation of a document.
type call struct {
	method, path string
	*openapi3.Operation
}

func (c call) String() string { return c.method + " " + c.path }

// calls are the operations of a document by path and method.
func (p *published) calls() []call {
	var out []call
	for path, item := range p.Paths.Map() {
		for method, op := range item.Operations() {
			out = append(out, call{method, path, op})
		}
	}
	slices.SortFunc(out, func(a, b call) int { return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.method, b.method)) })
	return out
}

// header reports whether an operation has a parameter in a header.
func (c call) header(name string) bool {
	return slices.ContainsFunc(c.Parameters, func(p *openapi3.ParameterRef) bool {
		return p.Value.In == openapi3.ParameterInHeader && strings.EqualFold(p.Value.Name, name)
	})
}

func (c call) query(name string) *openapi3.Parameter {
	return c.Parameters.GetByInAndName(openapi3.ParameterInQuery, name)
}

// listsVersions reports whether the rules take a path for one that lists versions.
func (c call) listsVersions() bool {
	return slices.Contains([]string{"/", "/{version_id}", "/rds/{version_id}", "/{version}"}, c.path)
}

// responses gives the responses whose key starts with one of prefixes and that have a body.
func (c call) responses(prefixes ...string) map[string]*openapi3.Response {
	out := map[string]*openapi3.Response{}
	for key, ref := range c.Responses.Map() {
		if len(ref.Value.Content) > 0 && slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(key, p) }) {
			out[key] = ref.Value
		}
	}
	return out
}

// success are the statuses that the rule of examples looks at.
var success = []string{"200", "201", "202", "204"}

// schemas are what a body of JSON may be: the schema, or each of its alternatives.
func (p *published) schemas(content openapi3.Content) []*openapi3.Schema {
	var out []*openapi3.Schema
	for name, media := range content {
		if media.Schema == nil || !document.IsJSON(name) {
			continue
		}
		merged, err := p.doc.Merged(media.Schema.Value)
		if err != nil {
			continue
		}
		if choices := document.Alternatives(merged); len(choices) > 0 {
			for _, choice := range choices {
				out = append(out, choice.Value)
			}
			continue
		}
		out = append(out, merged)
	}
	return out
}

// members calls found for each property of the bodies of an operation, once for each schema.
func (p *published) members(c call, found func(name string, ref *openapi3.SchemaRef)) {
	seen := map[*openapi3.Schema]bool{}
	var walk func(ref *openapi3.SchemaRef)
	walk = func(ref *openapi3.SchemaRef) {
		if ref == nil || ref.Value == nil || seen[ref.Value] {
			return
		}
		seen[ref.Value] = true
		for name, property := range ref.Value.Properties {
			found(name, property)
			walk(property)
		}
		walk(ref.Value.Items)
		walk(ref.Value.AdditionalProperties.Schema)
		for _, part := range slices.Concat(ref.Value.AllOf, ref.Value.OneOf, ref.Value.AnyOf) {
			walk(part)
		}
	}
	if c.RequestBody != nil {
		for _, media := range c.RequestBody.Value.Content {
			walk(media.Schema)
		}
	}
	for _, r := range c.responses("2", "3") {
		for _, media := range r.Content {
			walk(media.Schema)
		}
	}
}
