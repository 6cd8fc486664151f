package gogen

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// settings are a configuration on its way through one document: they remember which of its
// lines have had an effect.
type settings struct {
	*Config
	used map[*entry]bool
}

func newSettings(c *Config) settings {
	if c == nil {
		c = &Config{layout: layoutKinds}
	}
	return settings{c, map[*entry]bool{}}
}

// named finds the line that gives a name to something, or nil.
func (w settings) named(list string, keys ...string) *entry {
	for _, e := range w.names[list] {
		if slices.Contains(keys, e.key) {
			w.used[e] = true
			return e
		}
	}
	return nil
}

// line is the text by which a call is known besides its operationId.
func (c call) line() string { return c.Method + " " + c.Path }

// choose picks the calls that are wanted. A line of the configuration that picks none of
// the document is an error, so that none of them outlives what it was written for.
func (w settings) choose(calls []call) ([]call, error) {
	if w.include.empty() && w.exclude.empty() {
		return calls, nil
	}
	var ids, tags []string
	for _, c := range calls {
		ids = append(ids, c.id())
		tags = append(tags, c.Tags...)
	}
	for _, s := range []selection{w.include, w.exclude} {
		for _, e := range s.tags {
			if !slices.ContainsFunc(tags, e.matches) {
				return nil, e.errorf("%s: no operation has a tag %q%s", e.list, e.key, nearest(e.key, tags, "did you mean %s?"))
			}
		}
		for _, e := range s.operations {
			if !slices.ContainsFunc(calls, e.picks) {
				return nil, e.errorf("%s: there is no operation %q%s", e.list, e.key, nearest(e.key, ids, "did you mean %s?"))
			}
		}
	}
	var out []call
	for _, c := range calls {
		if (w.include.empty() || w.include.picks(c)) && !w.exclude.picks(c) {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		e := slices.Concat(w.include.tags, w.include.operations, w.exclude.tags, w.exclude.operations)[0]
		return nil, e.errorf("include and exclude leave no operation")
	}
	return out, nil
}

func (s selection) picks(c call) bool {
	return slices.ContainsFunc(s.tags, func(e *entry) bool { return slices.ContainsFunc(c.Tags, e.matches) }) ||
		slices.ContainsFunc(s.operations, func(e *entry) bool { return e.picks(c) })
}

// picks matches an operation by its operationId, or as "GET /v1/vaults". In a pattern of
// the second kind, which a space gives away, * goes on after a slash: who writes
// "GET /v1/*" means all that is below.
func (e *entry) picks(c call) bool {
	return e.matches(c.id()) || strings.Contains(e.key, " ") && matches(unslashed(e.key), unslashed(c.line()))
}

func (e *entry) matches(text string) bool { return matches(e.key, text) }

func matches(pattern, text string) bool {
	ok, err := path.Match(pattern, text)
	return ok && err == nil || pattern == text
}

// unslashed hides slashes from path.Match, whose * stops at each.
func unslashed(text string) string { return strings.ReplaceAll(text, "/", "\x00") }

// kept are the schemas that are generated: all, or those that the calls use.
func (b *builder) kept(calls []call) map[string]bool {
	drop := b.settings.unused == unusedDrop || b.settings.unused == "" && !(b.settings.include.empty() && b.settings.exclude.empty())
	r := closure{doc: b.doc, names: map[string]bool{}, seen: map[*openapi3.Schema]bool{}}
	if b.doc.Components == nil {
		return r.names
	}
	for _, c := range calls {
		for _, p := range c.Params {
			r.schema(p.Schema)
			r.content(p.Content)
		}
		if c.Body != nil {
			r.content(c.Body.Content)
		}
		for _, one := range c.Responses {
			r.content(one.Content)
		}
	}
	if !drop {
		apart := b.ofVariants()
		for name := range b.doc.Components.Schemas {
			r.names[name] = r.names[name] || !apart[name]
		}
		maps.DeleteFunc(r.names, func(_ string, kept bool) bool { return !kept })
	}
	return r.names
}

// ofVariants are the schemas that stand for the bodies of all variants of an operation: each
// variant has its own, so that no method has these.
func (b *builder) ofVariants() map[string]bool {
	out := map[string]bool{}
	note := func(content openapi3.Content) {
		for _, media := range content {
			if media != nil && media.Schema != nil && media.Schema.Ref != "" && len(document.Alternatives(media.Schema.Value)) > 1 {
				out[document.SchemaName(media.Schema.Ref)] = true
			}
		}
	}
	for _, item := range b.doc.Paths.Map() {
		for _, op := range item.Operations() {
			if !document.Variants.Has(op.Extensions) {
				continue
			}
			if op.RequestBody != nil && op.RequestBody.Value != nil {
				note(op.RequestBody.Value.Content)
			}
			for _, r := range op.Responses.Map() {
				if r.Value != nil {
					note(r.Value.Content)
				}
			}
		}
	}
	return out
}

// closure collects the schemas that can be reached by references.
type closure struct {
	doc   *document.Document
	names map[string]bool
	seen  map[*openapi3.Schema]bool
}

func (r closure) content(content openapi3.Content) {
	for _, media := range content {
		if media != nil {
			r.schema(media.Schema)
		}
	}
}

func (r closure) schema(ref *openapi3.SchemaRef) {
	if ref == nil || ref.Value == nil {
		return
	}
	if name, ok := strings.CutPrefix(ref.Ref, document.SchemaPrefix); ok && r.doc.Components.Schemas[name] != nil && !r.names[name] {
		r.names[name] = true
		r.schema(r.doc.Components.Schemas[name]) // it may be a reference itself
		for _, heir := range r.doc.Heirs(name).List {
			r.schema(heir.Ref)
		}
	}
	s := ref.Value
	if r.seen[s] {
		return
	}
	r.seen[s] = true
	for _, one := range document.Inside(s) {
		r.schema(one)
	}
}
