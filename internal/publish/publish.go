// Package publish adds to a document what the policy of a publisher asks for beside what the
// pages say: headers as parameters, tags, examples that are made of schemas. What it adds has
// x-policy-only, so that clients and servers that are generated from the document are the same as
// without the policy.
package publish

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// Apply adds to doc what a policy asks for. Schemas are read from text, which is the document as it
// is going to be written without the policy, corrections included. The error says that the text
// cannot be read.
func Apply(doc *openapi3.T, text []byte, policy *profile.Publish) error {
	written, err := document.Load(text)
	if err != nil {
		return fmt.Errorf("the document cannot be read again to publish it: %w", err)
	}
	if policy.MajorVersion {
		doc.Info.Version, _, _ = strings.Cut(doc.Info.Version, ".")
	}
	if policy.StandardRoot {
		standardRoot(doc)
	}
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			o := operation{policy: policy, path: path, method: method, op: op, needsToken: needsToken(doc, op)}
			o.parameters()
			o.responseHeaders()
			o.examples(written)
			o.scope(item)
		}
	}
	scopeTags(doc, policy.Scope)
	return nil
}

// standardRoot moves the x- keys of a document to its info, where readers find them too.
func standardRoot(doc *openapi3.T) {
	if len(doc.Extensions) == 0 {
		return
	}
	if doc.Info.Extensions == nil {
		doc.Info.Extensions = map[string]any{}
	}
	maps.Copy(doc.Info.Extensions, doc.Extensions)
	doc.Extensions = nil
}

// needsToken reports whether a call without credentials is refused.
func needsToken(doc *openapi3.T, op *openapi3.Operation) bool {
	security := doc.Security
	if op.Security != nil {
		security = *op.Security
	}
	return len(security) > 0 && !slices.ContainsFunc(security, func(r openapi3.SecurityRequirement) bool { return len(r) == 0 })
}

// operation is one to which a policy is applied.
type operation struct {
	policy       *profile.Publish
	path, method string
	op           *openapi3.Operation
	needsToken   bool
}

// parameters adds the headers of the request that the operation does not have yet; the case of
// their names does not count.
func (o *operation) parameters() {
	hasBody := o.op.RequestBody != nil
	for _, h := range o.policy.Parameters {
		if slices.Contains(h.Except, o.path) || h.With == profile.WithBody && !hasBody || h.With == profile.WithCredentials && !o.needsToken {
			continue
		}
		if slices.ContainsFunc(o.op.Parameters, func(p *openapi3.ParameterRef) bool {
			return p.Value.In == openapi3.ParameterInHeader && strings.EqualFold(p.Value.Name, h.Name)
		}) {
			continue
		}
		o.op.Parameters = append(o.op.Parameters, &openapi3.ParameterRef{Value: &openapi3.Parameter{
			Name: h.Name, In: openapi3.ParameterInHeader, Description: h.Description,
			// Nothing is mandatory that another way of authentication does without.
			Required:   h.With == profile.WithBody && o.op.RequestBody.Value.Required,
			Schema:     headerSchema(),
			Extensions: added(),
		}})
	}
}

// responseHeaders adds the headers of responses.
func (o *operation) responseHeaders() {
	for _, ref := range o.op.Responses.Map() {
		r := ref.Value
		if r == nil || len(r.Content) == 0 {
			continue
		}
		for _, h := range o.policy.ResponseHeaders {
			if slices.ContainsFunc(slices.Collect(maps.Keys(r.Headers)), func(name string) bool { return strings.EqualFold(name, h.Name) }) {
				continue
			}
			if r.Headers == nil {
				r.Headers = openapi3.Headers{}
			}
			header := &openapi3.Header{Parameter: openapi3.Parameter{Description: h.Description, Schema: headerSchema(), Extensions: added()}}
			r.Headers[h.Name] = &openapi3.HeaderRef{Value: header}
		}
	}
}

func headerSchema() *openapi3.SchemaRef { return openapi3.NewStringSchema().NewRef() }

// added are the extensions of an element that a policy adds.
func added() map[string]any {
	x := map[string]any{}
	document.PolicyOnly.Set(x, true)
	return x
}

// scope adds the tag that tells whether a resource of the operation is of one project.
func (o *operation) scope(item *openapi3.PathItem) {
	s := o.policy.Scope
	if s.Parameter == "" {
		return
	}
	tag := s.Without
	if o.op.Parameters.GetByInAndName(openapi3.ParameterInPath, s.Parameter) != nil || item.Parameters.GetByInAndName(openapi3.ParameterInPath, s.Parameter) != nil {
		tag = s.With
	}
	if !slices.Contains(o.op.Tags, tag) {
		o.op.Tags = append(o.op.Tags, tag)
	}
}

// scopeTags declares the tags that scope added.
func scopeTags(doc *openapi3.T, s profile.ScopeTags) {
	used := map[string]bool{}
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			for _, tag := range op.Tags {
				used[tag] = true
			}
		}
	}
	for _, tag := range []string{s.With, s.Without} {
		if used[tag] && doc.Tags.Get(tag) == nil {
			doc.Tags = append(doc.Tags, &openapi3.Tag{Name: tag, Extensions: added()})
		}
	}
}
