// Package openapi writes a decided API model as an OpenAPI 3.0.3 document.
//
// By the time a model comes here everything has been checked and reported: this package
// cannot make findings and knows no claims, only decisions. What OpenAPI has no word for
// travels in the x- keys of package document. Where each fact comes from stands beside the
// document; see Sources.
//
// A body of XML has its root element's name in "xml"; lists are elements that repeat, with
// no wrapper but those that are properties of their own. An example of XML would be a string
// beside a schema of an object, which validators refuse: examples hold JSON only.
package openapi

import (
	"cmp"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Options choose what is written.
type Options struct {
	// Prose adds the descriptions of the pages. Without it the document holds facts only:
	// names, types, limits, values, the examples without sentences, and titles that are
	// none; see summary.
	Prose bool
}

// Document is an OpenAPI document with what it cannot hold itself: the order of properties
// and where each fact comes from.
type Document struct {
	*openapi3.T
	order map[*openapi3.Schema][]string
	facts map[any][]fact // by the element of T, as a pointer
}

// Of builds the OpenAPI document of svc.
func Of(svc *api.Service, opt Options) *Document {
	e := &emitter{svc: svc, opt: opt, unions: map[string]*openapi3.SchemaRef{}, doc: &Document{order: map[*openapi3.Schema][]string{}, facts: map[any][]fact{}}}
	doc := &openapi3.T{
		OpenAPI: "3.0.3",
		Info:    info(svc),
		Servers: openapi3.Servers{{
			URL:       hostURL(""),
			Variables: map[string]*openapi3.ServerVariable{"host": {Default: e.host()}},
		}},
		Paths: openapi3.NewPaths(),
		Components: &openapi3.Components{
			Schemas: openapi3.Schemas{},
		},
	}
	security(doc, svc.Security)
	if svc.DocURL != "" {
		doc.ExternalDocs = &openapi3.ExternalDocs{Description: "The documentation that this document is made from.", URL: svc.DocURL}
	}
	for _, t := range svc.Tags {
		doc.Tags = append(doc.Tags, tag(t))
	}
	for _, s := range svc.Schemas {
		doc.Components.Schemas[s.Name] = e.component(s)
	}
	if svc.ErrorBody == nil { // no schema is that of all errors
		if codes := e.errorCodes(doc); len(codes) > 0 {
			doc.Extensions = map[string]any{}
			document.ErrorCodes.Set(doc.Extensions, codes)
		}
	}
	for _, op := range svc.Operations {
		item := doc.Paths.Value(op.Path)
		if item == nil {
			item = &openapi3.PathItem{}
			doc.Paths.Set(op.Path, item)
		}
		item.SetOperation(op.Method, e.operation(op))
	}
	maps.Copy(doc.Components.Schemas, e.unions)
	e.doc.T = doc
	return e.doc
}

// security declares the ways of authentication; each request carries one of them.
func security(doc *openapi3.T, schemes []api.SecurityScheme) {
	for _, s := range schemes {
		if doc.Components.SecuritySchemes == nil {
			doc.Components.SecuritySchemes = openapi3.SecuritySchemes{}
		}
		doc.Components.SecuritySchemes[s.Name] = &openapi3.SecuritySchemeRef{Value: &openapi3.SecurityScheme{
			Type: "apiKey", In: "header", Name: s.Header, Description: s.Description,
		}}
		doc.Security = append(doc.Security, openapi3.SecurityRequirement{s.Name: {}})
	}
}

type emitter struct {
	svc *api.Service
	opt Options
	doc *Document
	// unions are the bodies that are one of several, by name; Of adds them to the components.
	unions map[string]*openapi3.SchemaRef
	// manyOf are the facts that are noted of elements with many.
	manyOf map[any]map[fact]bool
}

func (e *emitter) operation(op *api.Operation) *openapi3.Operation {
	out := &openapi3.Operation{
		OperationID: op.ID, Summary: e.summary(op), Deprecated: op.Deprecated,
		Responses:  openapi3.NewResponsesWithCapacity(len(op.Responses)),
		Extensions: map[string]any{},
	}
	e.from(out, "", op.Origin)
	if e.opt.Prose {
		out.Description = op.Description
	}
	if op.Tag != "" {
		out.Tags = []string{op.Tag}
	}
	if op.DocURL != "" {
		out.ExternalDocs = &openapi3.ExternalDocs{URL: op.DocURL}
	}
	names := nameParameters(op)
	for _, q := range op.Params {
		p := e.parameter(q)
		if name := names[q]; name != "" {
			document.GoName.Set(p.Value.Extensions, name)
		}
		out.Parameters = append(out.Parameters, p)
	}
	out.Servers = e.servers(op)
	if op.Pages != nil {
		document.Paging.Set(out.Extensions, pagination(op.Pages))
	}
	e.mediaHeaders(out, op)
	if len(op.Variants) > 0 {
		e.variants(out, op) // it has no body and no responses of its own
	}
	if op.Body != nil {
		out.RequestBody = &openapi3.RequestBodyRef{Value: &openapi3.RequestBody{
			Required: op.Body.Required,
			Content:  e.content(op.Body, e.typeRef(&op.Body.Type), e.examplesOf(op, api.SideRequest, 0)),
		}}
		e.from(out.RequestBody, "", op.Body.Origin)
	}
	for _, r := range op.Responses {
		ref := &openapi3.ResponseRef{Value: e.response(op, r)}
		e.from(ref, "", r.Origin)
		out.Responses.Set(statusKey(r.Status), ref)
	}
	complete(out.Responses)
	return out
}

// mediaHeaders writes what the page demands of the headers Content-Type and Accept, of which
// OpenAPI ignores parameters. An operation with variants has what all of them demand alike.
func (e *emitter) mediaHeaders(out *openapi3.Operation, op *api.Operation) {
	for _, h := range []struct {
		key document.Key[string]
		of  func(*api.Operation) *api.MediaType
	}{{document.ContentType, contentType}, {document.Accept, func(op *api.Operation) *api.MediaType { return op.Accept }}} {
		all := op.Variants
		if len(all) == 0 {
			all = []*api.Operation{op}
		}
		first := h.of(all[0])
		if slices.ContainsFunc(all, func(v *api.Operation) bool { m := h.of(v); return m == nil || m.Name != first.Name }) {
			continue
		}
		h.key.Set(out.Extensions, first.Name)
		for _, v := range all {
			e.from(out, document.Pointer(h.key.Name), h.of(v).Origin)
		}
	}
}

// contentType is the media type of a request that is sent without a body.
func contentType(op *api.Operation) *api.MediaType {
	if op.Body != nil && op.Body.Required {
		return nil
	}
	return op.ContentType
}

func statusKey(status int) string {
	if status == 0 {
		return "default"
	}
	return strconv.Itoa(status)
}

// statusText is the standard meaning of a status.
func statusText(status int) string {
	if status == 0 {
		return "Error"
	}
	return cmp.Or(http.StatusText(status), "Status "+strconv.Itoa(status))
}

func (e *emitter) response(op *api.Operation, r *api.Response) *openapi3.Response {
	text := statusText(r.Status)
	if e.opt.Prose && r.Text != "" {
		text = r.Text
	}
	out := &openapi3.Response{Description: &text}
	for _, h := range r.Headers {
		if out.Headers == nil {
			out.Headers = openapi3.Headers{}
		}
		header := &openapi3.Header{}
		header.Schema = e.schemaOfParam(&h.Field, api.SideResponse)
		if e.opt.Prose {
			header.Description = h.Describe()
		}
		ref := &openapi3.HeaderRef{Value: header}
		e.from(ref, "", h.Origin)
		out.Headers[h.Name] = ref
	}
	if r.Body != nil {
		out.Content = e.content(r.Body, e.typeRef(&r.Body.Type), e.examplesOf(op, api.SideResponse, r.Status))
	}
	return out
}

func (e *emitter) content(p *api.Payload, schema *openapi3.SchemaRef, examples openapi3.Examples) openapi3.Content {
	return openapi3.Content{p.MediaType: &openapi3.MediaType{Schema: schema, Examples: examples}}
}

// examplesOf are the examples of one side that satisfy the schema, by name.
// Without prose, one that holds a sentence is left out: it is prose of the pages too.
func (e *emitter) examplesOf(op *api.Operation, side api.Side, status int) openapi3.Examples {
	var out openapi3.Examples
	for _, ex := range op.Examples {
		if ex.Side != side || !ex.JSON || !ex.Valid || side == api.SideResponse && ex.Status != status {
			continue
		}
		if !e.opt.Prose && holdsSentence(ex.Body) {
			continue
		}
		if out == nil {
			out = openapi3.Examples{}
		}
		ref := &openapi3.ExampleRef{Value: &openapi3.Example{Value: json.RawMessage(ex.Body)}}
		e.from(ref, "", ex.Origin)
		out[ex.Name] = ref
	}
	return out
}

func (e *emitter) parameter(q *api.Param) *openapi3.ParameterRef {
	p := &openapi3.Parameter{
		Name: q.Name, In: string(q.In), Required: q.In == api.InPath || q.Need == api.NeedYes,
		Schema:     e.schemaOfParam(&q.Field, api.SideRequest),
		Deprecated: q.Decided.Deprecated,
		Extensions: map[string]any{},
	}
	if e.opt.Prose {
		p.Description = q.Describe()
	}
	if q.Need == api.NeedConditional {
		document.Required.Set(p.Extensions, document.Conditional)
	}
	if q.Need != api.NeedYes && p.Schema.Ref == "" {
		delete(p.Schema.Value.Extensions, document.Constant.Name) // only one of the variants has it
		delete(p.Schema.Value.Extensions, document.LowestVersion.Name)
	}
	p.AllowEmptyValue = q.In == api.InQuery && q.Decided.Const != nil && q.Decided.Const.JSON == `""`
	joined := q.Commas != nil && q.In == api.InQuery && q.Type.Kind == api.Array && len(q.Type.Also) == 0
	if joined {
		p.Explode = new(bool) // else the name is sent again for each element
	}
	ref := &openapi3.ParameterRef{Value: p}
	e.from(ref, "", q.Origin)
	if joined {
		e.from(ref, "/explode", *q.Commas)
	}
	e.needs(ref, "/required", &q.Field)
	return ref
}
