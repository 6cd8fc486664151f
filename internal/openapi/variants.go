package openapi

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// variants writes an operation that several pages describe: its bodies are one of the
// variants' bodies, and x-variants tells each variant by itself.
func (e *emitter) variants(out *openapi3.Operation, op *api.Operation) {
	body := newUnion(e)
	required := true
	for _, v := range op.Variants {
		if v.Body == nil {
			required = false
			continue
		}
		required = required && v.Body.Required
		body.add(v, v.Body, e.examplesOf(v, api.SideRequest, 0))
	}
	if len(body.media) > 0 {
		out.RequestBody = &openapi3.RequestBodyRef{Value: &openapi3.RequestBody{Required: required, Content: body.content(op.ID + "AnyRequestBody")}}
	}
	for _, v := range op.Variants {
		if v.Body != nil {
			e.from(out.RequestBody, "", v.Body.Origin)
		}
	}
	for _, status := range statuses(op) {
		out.Responses.Set(statusKey(status), e.variantResponse(op, status))
	}
	var list []document.Variant
	for i, v := range op.Variants {
		e.from(out, document.Pointer(document.Variants.Name, strconv.Itoa(i)), v.Origin)
		list = append(list, e.variant(op, v))
	}
	document.Variants.Set(out.Extensions, list)
}

func (e *emitter) variantResponse(op *api.Operation, status int) *openapi3.ResponseRef {
	ref := &openapi3.ResponseRef{}
	var out *openapi3.Response
	body := newUnion(e)
	for _, v := range op.Variants {
		for _, r := range v.Responses {
			if r.Status != status {
				continue
			}
			one := e.response(v, r)
			e.from(ref, "", r.Origin)
			if out == nil {
				out = one
			}
			for name, h := range one.Headers {
				if out.Headers == nil {
					out.Headers = openapi3.Headers{}
				}
				if out.Headers[name] == nil {
					out.Headers[name] = h
				}
			}
			if r.Body != nil {
				body.add(v, r.Body, e.examplesOf(v, api.SideResponse, status))
			}
		}
	}
	out.Content = body.content(op.ID + "AnyResponseBody")
	ref.Value = out
	return ref
}

// bodies are those of requests or responses of variants, by media type.
type bodies struct {
	e        *emitter
	media    []string
	refs     map[string][]*openapi3.SchemaRef
	types    map[string][]*api.Type
	examples map[string]openapi3.Examples
}

func newUnion(e *emitter) *bodies {
	return &bodies{e: e, refs: map[string][]*openapi3.SchemaRef{}, types: map[string][]*api.Type{}, examples: map[string]openapi3.Examples{}}
}

func (b *bodies) add(v *api.Operation, p *api.Payload, examples openapi3.Examples) {
	m := p.MediaType
	if !slices.Contains(b.media, m) {
		b.media = append(b.media, m)
		b.examples[m] = openapi3.Examples{}
	}
	if !slices.ContainsFunc(b.types[m], func(t *api.Type) bool {
		return isScalar(t) && isScalar(&p.Type) && t.Kind == p.Type.Kind && t.Format == p.Type.Format && t.Nullable == p.Type.Nullable
	}) {
		b.refs[m] = appendRef(b.refs[m], b.e.typeRef(&p.Type))
		b.types[m] = append(b.types[m], &p.Type)
	}
	for name, ex := range examples {
		b.examples[m][exampleName(v, name)] = ex
	}
}

// isScalar reports whether a type has no parts, so that two of a kind are one.
func isScalar(t *api.Type) bool { return t.Schema == nil && t.Elem == nil && len(t.Also) == 0 }

// content is the bodies by media type. name is that of a schema which is one of several: tools
// that make a type of it take its name.
func (b *bodies) content(name string) openapi3.Content {
	out := openapi3.Content{}
	for _, m := range b.media {
		schema := union(b.refs[m], b.types[m])
		if schema.Ref == "" && (schema.Value.OneOf != nil || schema.Value.AnyOf != nil) {
			schema = b.e.named(name, schema)
		}
		out[m] = &openapi3.MediaType{Schema: schema, Examples: b.examples[m]}
	}
	return out
}

// named makes a component of a schema and gives a reference to it. One that says the same is
// used again; of several under one name the later ones get a number.
func (e *emitter) named(name string, schema *openapi3.SchemaRef) *openapi3.SchemaRef {
	for i := 1; ; i++ {
		free := name
		if i > 1 {
			free += strconv.Itoa(i)
		}
		if slices.ContainsFunc(e.svc.Schemas, func(s *api.Schema) bool { return strings.EqualFold(s.Name, free) }) {
			continue
		}
		if have := e.unions[free]; have == nil {
			e.unions[free] = schema
		} else if !sameChoices(have.Value, schema.Value) {
			continue
		}
		return &openapi3.SchemaRef{Ref: document.SchemaPrefix + free}
	}
}

// sameChoices reports whether two unions are of the same named schemas.
func sameChoices(a, b *openapi3.Schema) bool {
	same := func(a, b *openapi3.SchemaRef) bool { return a.Ref != "" && a.Ref == b.Ref }
	return slices.EqualFunc(a.OneOf, b.OneOf, same) && slices.EqualFunc(a.AnyOf, b.AnyOf, same)
}

// exampleName names a variant's examples by its id, because each variant has an "example".
func exampleName(v *api.Operation, name string) string { return v.ID + "-" + name }

// variant is an entry of x-variants: what a caller of that page alone must know. Schemas
// are references, parameters and examples are names of those of the operation.
func (e *emitter) variant(op, v *api.Operation) document.Variant {
	out := document.Variant{
		OperationID: v.ID, Summary: e.summary(v), Deprecated: v.Deprecated,
		Parameters: variantParams(op, v), Query: map[string]any{}, Examples: map[string][]string{},
	}
	if e.opt.Prose {
		out.Description = v.Description
	}
	if v.DocURL != "" {
		out.ExternalDocs = &document.Docs{URL: v.DocURL}
	}
	if v.HostName != "" {
		out.Server = hostURL(v.HostName)
	}
	for _, w := range v.Query {
		out.Query[w.Name] = w.Value
	}
	if v.Body != nil {
		if v.Body.Type.Schema != nil {
			out.RequestBody, out.BodyOptional = document.SchemaPrefix+v.Body.Type.Schema.Name, !v.Body.Required
		} else {
			out.RequestMedia = v.Body.MediaType
		}
		addNames(out.Examples, "request", v, e.examplesOf(v, api.SideRequest, 0))
	}
	for _, r := range v.Responses {
		if r.Body == nil {
			continue
		}
		if r.Body.Type.Schema != nil {
			if out.Responses == nil {
				out.Responses = map[string]string{}
			}
			out.Responses[statusKey(r.Status)] = document.SchemaPrefix + r.Body.Type.Schema.Name
		}
		addNames(out.Examples, statusKey(r.Status), v, e.examplesOf(v, api.SideResponse, r.Status))
	}
	if m := contentType(v); m != nil {
		out.ContentType = m.Name
	}
	if v.Accept != nil {
		out.Accept = v.Accept.Name
	}
	if v.Pages != nil {
		p := pagination(v.Pages)
		out.Pagination = &p
	}
	return out
}

// variantParams are the parameters that a variant has of those of the operation; nil where
// these are all in the path, which need no mention: each variant has them.
func variantParams(op, v *api.Operation) []document.VariantParam {
	if !slices.ContainsFunc(op.Params, func(q *api.Param) bool { return q.In != api.InPath }) {
		return nil
	}
	out := []document.VariantParam{}
	for _, q := range v.Params {
		fixed := q.In == api.InQuery && slices.ContainsFunc(v.Query, func(w api.QueryWord) bool { return w.Name == q.Name })
		if q.In != api.InPath && !fixed {
			out = append(out, document.VariantParam{In: string(q.In), Name: q.Name, Required: q.Need == api.NeedYes})
		}
	}
	return out
}

// addNames lists the names that a variant's examples of one side have in the document.
func addNames(all map[string][]string, key string, v *api.Operation, own openapi3.Examples) {
	var names []string
	for name := range own {
		names = append(names, exampleName(v, name))
	}
	if len(names) > 0 {
		slices.Sort(names)
		all[key] = names
	}
}

// servers are the addresses of an operation that callers reach by a name of their own
// before the host, such as that of a bucket; nil for those of the service itself.
func (e *emitter) servers(op *api.Operation) *openapi3.Servers {
	all := op.Variants
	if len(all) == 0 {
		all = []*api.Operation{op}
	}
	var out openapi3.Servers
	named := false
	for _, v := range all {
		url := hostURL(v.HostName)
		if slices.ContainsFunc(out, func(s *openapi3.Server) bool { return s.URL == url }) {
			continue
		}
		server := &openapi3.Server{URL: url, Variables: map[string]*openapi3.ServerVariable{"host": {Default: e.host()}}}
		if v.HostName != "" {
			named = true
			server.Variables[v.HostName] = &openapi3.ServerVariable{Default: v.HostName}
		}
		out = append(out, server)
	}
	if !named {
		return nil
	}
	return &out
}

// host is the usual host of the service, localhost where it is not known.
func (e *emitter) host() string { return cmp.Or(e.svc.Host, "localhost") }

func hostURL(name string) string {
	if name == "" {
		return "https://{host}"
	}
	return "https://{" + name + "}.{host}"
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
