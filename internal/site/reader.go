package site

import (
	"cmp"
	"html/template"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// reader reads operations for pages.
type reader struct {
	d       *document.Document
	anchors *slugs
}

func (r *reader) operation(op *document.Operation) *operation {
	out := &operation{
		Anchor: "op-" + r.anchors.of(op.ID), ID: clean(op.ID), Method: op.Method, Path: pathOf(op), Summary: clean(op.Summary),
		DocsURL: webLink(op.DocsURL), Deprecated: op.Deprecated, where: op.Where, plainPath: op.Path, Reference: reference(op),
	}
	fields := map[string]bool{}
	for _, p := range op.Params {
		out.Params = append(out.Params, parameter{clean(p.Name), p.In, typeOf(p.Schema), p.Required})
		fields[p.Name] = true
	}
	if op.Body != nil {
		out.Body = r.content(op.Body.Content, fields)
	}
	for _, resp := range op.Responses {
		one := status{Key: clean(resp.Key)}
		if !resp.Foreign { // else the body is that of another variant
			one.Body = r.content(resp.Content, fields)
		}
		out.Statuses = append(out.Statuses, one)
	}
	out.fields = slices.Sorted(maps.Keys(fields))
	return out
}

// pathOf is the path of an operation, with the words of the query that tell a variant apart.
func pathOf(op *document.Operation) string {
	out, sign := op.Path, "?"
	for _, f := range op.Fixed {
		if f.In != "query" {
			continue
		}
		out, sign = out+sign+f.Name, "&"
		if f.Value != "" {
			out += "=" + f.Value
		}
	}
	return clean(out)
}

// reference is where the viewer has an operation, as a fragment: it makes it of what the functions
// of assets/reference.js give. Variants share that of their operation. An operation without a tag
// has none.
func reference(op *document.Operation) template.URL {
	if len(op.Tags) == 0 || !op.Named {
		return ""
	}
	plain := func(s string) template.URL { return template.URL(notPlain.ReplaceAllString(s, "-")) } //nolint:gosec
	return "tag/" + plain(op.Tags[0]) + "/" + plain(op.Parent)
}

var notPlain = regexp.MustCompile(`[^A-Za-z0-9]+`)

// content gives the forms of a body in the order of the names of their media types, and adds the
// names of all fields in it.
func (r *reader) content(content openapi3.Content, fields map[string]bool) []body {
	var out []body
	for _, name := range document.Sorted(content) {
		one := body{MediaTypes: clean(name)}
		if media := content[name]; media != nil && media.Schema != nil {
			addFields(media.Schema, fields, map[*openapi3.Schema]bool{})
			one.Members = r.members(media.Schema)
			one.Form = r.form(media.Schema, len(one.Members))
		}
		i := slices.IndexFunc(out, func(b body) bool { return slices.Equal(b.Members, one.Members) && b.Form == one.Form })
		if i < 0 {
			out = append(out, one)
		} else {
			out[i].MediaTypes += ", " + one.MediaTypes
		}
	}
	if len(out) == 1 && out[0].MediaTypes == "application/json" {
		out[0].MediaTypes = ""
		if len(out[0].Members) == 0 && out[0].Form == "" {
			return nil
		}
	}
	return out
}

// form is what a body is where its members do not show it: a list, or a value without members.
func (r *reader) form(ref *openapi3.SchemaRef, members int) string {
	if ref == nil || ref.Value == nil {
		return ""
	}
	s, err := r.d.Merged(ref.Value)
	if err != nil || s == nil || members > 0 && (s.Items == nil || len(s.Properties) > 0) {
		return ""
	}
	if s.IsEmpty() {
		return ""
	}
	return typeOf(&openapi3.SchemaRef{Value: s})
}

// members are those of a body's schema; those of a list's items where it is a list.
func (r *reader) members(ref *openapi3.SchemaRef) []member {
	if ref == nil || ref.Value == nil {
		return nil
	}
	s, err := r.d.Merged(ref.Value)
	if err != nil || s == nil {
		return nil
	}
	if items := s.Items; items != nil && len(s.Properties) == 0 {
		return r.members(items)
	}
	var out []member
	for _, name := range r.d.Properties(s) {
		out = append(out, member{clean(name), typeOf(s.Properties[name]), slices.Contains(s.Required, name)})
	}
	return out
}

// addFields adds the names of the properties of a schema and of all schemas in it.
func addFields(ref *openapi3.SchemaRef, fields map[string]bool, seen map[*openapi3.Schema]bool) {
	if ref == nil || ref.Value == nil || seen[ref.Value] {
		return
	}
	s := ref.Value
	seen[s] = true
	for name := range s.Properties {
		fields[name] = true
	}
	for _, one := range document.Inside(s) {
		addFields(one, fields, seen)
	}
}

// typeOf names a schema for readers: "string", "list of Vault", "object".
func typeOf(ref *openapi3.SchemaRef) string {
	const deepest = 3 // lists of lists of lists: nobody reads further
	return typeName(ref, deepest)
}

func typeName(ref *openapi3.SchemaRef, depth int) string {
	if ref == nil || ref.Value == nil || depth == 0 {
		return "any"
	}
	if i := strings.LastIndexByte(ref.Ref, '/'); i >= 0 {
		return clean(ref.Ref[i+1:])
	}
	s := ref.Value
	switch {
	case s.Items != nil:
		return "list of " + typeName(s.Items, depth-1)
	case len(s.AllOf) == 1:
		return typeName(s.AllOf[0], depth)
	case len(document.Alternatives(s)) > 0:
		return alternatives(document.Alternatives(s), depth)
	case s.AdditionalProperties.Schema != nil && len(s.Properties) == 0:
		return "map of " + typeName(s.AdditionalProperties.Schema, depth-1)
	case s.Type == nil:
		return "any"
	}
	return cmp.Or(strings.Join(*s.Type, " or "), "any")
}

// alternatives names the schemas that a value may be of, each once.
func alternatives(all openapi3.SchemaRefs, depth int) string {
	const most = 4 // who wants to know more opens the reference
	var names []string
	for _, ref := range all {
		if name := typeName(ref, depth-1); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if more := len(names) - most; more > 0 {
		names = append(names[:most], strconv.Itoa(more)+" more")
	}
	return strings.Join(names, " or ")
}

// address is that of a server with its variables filled in, "" where the pages do not tell it: documents
// have localhost then.
func address(s *openapi3.Server) string {
	if s == nil {
		return ""
	}
	out := s.URL
	for _, name := range document.Sorted(s.Variables) {
		if v := s.Variables[name]; v != nil {
			out = strings.ReplaceAll(out, "{"+name+"}", v.Default)
		}
	}
	if u, err := url.Parse(out); err == nil && u.Hostname() == "localhost" {
		return ""
	}
	return out
}
