package openapi

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

const schemaPrefix = "#/components/schemas/"

// variants writes an operation that several pages describe: its bodies are one of the
// variants' bodies, and x-variants tells each variant by itself.
func (e *emitter) variants(out *openapi3.Operation, op *api.Operation) {
	var bodies []*openapi3.SchemaRef
	var types []*api.Type
	required := true
	examples := openapi3.Examples{}
	for _, v := range op.Variants {
		if v.Body == nil {
			required = false
			continue
		}
		required = required && v.Body.Required
		bodies = appendRef(bodies, e.typeRef(&v.Body.Type))
		types = append(types, &v.Body.Type)
		addExamples(examples, v, examplesOf(v, api.SideRequest, 0))
	}
	if len(bodies) > 0 {
		out.RequestBody = &openapi3.RequestBodyRef{Value: &openapi3.RequestBody{
			Required: required,
			Content:  openapi3.Content{"application/json": {Schema: union(bodies, types), Examples: orNil(examples)}},
		}}
	}
	for _, status := range statuses(op) {
		out.Responses.Set(statusKey(status), &openapi3.ResponseRef{Value: e.variantResponse(op, status)})
	}
	var list []any
	for _, v := range op.Variants {
		list = append(list, e.variant(v))
	}
	out.Extensions["x-variants"] = list
}

func (e *emitter) variantResponse(op *api.Operation, status int) *openapi3.Response {
	var out *openapi3.Response
	var bodies []*openapi3.SchemaRef
	var types []*api.Type
	examples := openapi3.Examples{}
	for _, v := range op.Variants {
		for _, r := range v.Responses {
			if r.Status != status {
				continue
			}
			one := e.response(v, r)
			if out == nil {
				out = one
			}
			if r.Body != nil {
				bodies = appendRef(bodies, e.typeRef(&r.Body.Type))
				types = append(types, &r.Body.Type)
				addExamples(examples, v, examplesOf(v, api.SideResponse, status))
			}
		}
	}
	if len(bodies) > 0 {
		out.Content = openapi3.Content{"application/json": {Schema: union(bodies, types), Examples: orNil(examples)}}
	}
	return out
}

func (e *emitter) variant(v *api.Operation) map[string]any {
	m := map[string]any{"operationId": v.ID, "summary": v.Summary, "x-source": source(v.Origin)}
	if v.DocURL != "" {
		m["externalDocs"] = map[string]any{"url": v.DocURL}
	}
	if v.Body != nil && v.Body.Type.Schema != nil {
		m["requestBody"] = schemaPrefix + v.Body.Type.Schema.Name
	}
	responses := map[string]any{}
	for _, r := range v.Responses {
		if r.Body != nil && r.Body.Type.Schema != nil {
			responses[statusKey(r.Status)] = schemaPrefix + r.Body.Type.Schema.Name
		}
	}
	if len(responses) > 0 {
		m["responses"] = responses
	}
	return m
}

func statuses(op *api.Operation) []int {
	var out []int
	for _, v := range op.Variants {
		for _, r := range v.Responses {
			if !slices.Contains(out, r.Status) {
				out = append(out, r.Status)
			}
		}
	}
	slices.Sort(out)
	return out
}

func appendRef(refs []*openapi3.SchemaRef, ref *openapi3.SchemaRef) []*openapi3.SchemaRef {
	if ref.Ref != "" && slices.ContainsFunc(refs, func(r *openapi3.SchemaRef) bool { return r.Ref == ref.Ref }) {
		return refs
	}
	return append(refs, ref)
}

// union is the schema of a body that is one of several. oneOf promises that no value fits
// two of them, so it stands only where mandatory fields tell each two apart; the answers
// of two variants mostly look alike, and no field of them is mandatory.
func union(refs []*openapi3.SchemaRef, types []*api.Type) *openapi3.SchemaRef {
	if len(refs) == 1 {
		return refs[0]
	}
	for i, a := range types {
		for _, b := range types[:i] {
			if a.Schema != b.Schema && !(demands(a, b) && demands(b, a)) {
				return &openapi3.SchemaRef{Value: &openapi3.Schema{AnyOf: refs}}
			}
		}
	}
	return &openapi3.SchemaRef{Value: &openapi3.Schema{OneOf: refs}}
}

// demands reports whether a demands a field that b does not have.
func demands(a, b *api.Type) bool {
	if a.Schema == nil || b.Schema == nil {
		return false
	}
	return slices.ContainsFunc(a.Schema.Fields, func(f *api.Field) bool {
		return f.Need == api.NeedYes && (a.Schema.Request || f.Decided.Proven) &&
			!slices.ContainsFunc(b.Schema.Fields, func(g *api.Field) bool { return g.Name == f.Name })
	})
}

// addExamples names a variant's examples by its id, because each variant has an "example".
func addExamples(all openapi3.Examples, v *api.Operation, own openapi3.Examples) {
	for name, ex := range own {
		all[v.ID+"-"+name] = ex
	}
}

func orNil(examples openapi3.Examples) openapi3.Examples {
	if len(examples) == 0 {
		return nil
	}
	return examples
}
