package gogen

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// variant is an entry of x-variants: one documented use of an operation that several
// pages describe. OpenAPI can hold a method and path only once, so the operation has the
// union of the bodies, and each page is an entry here.
type variant struct {
	OperationID  string               `json:"operationId"`
	GoName       string               `json:"x-go-name"`
	Summary      string               `json:"summary"`
	Description  string               `json:"description"`
	ExternalDocs struct{ URL string } `json:"externalDocs"`
	RequestBody  string               `json:"requestBody"`  // "#/components/schemas/X"
	RequestMedia string               `json:"requestMedia"` // the body has no name: that of the operation of this media type
	Responses    map[string]string    `json:"responses"`    // status → "#/components/schemas/Y"
	Query        map[string]any       `json:"query"`
	Parameters   []variantParam       `json:"parameters"` // nil: those of the operation
	Deprecated   bool                 `json:"deprecated"`
	Source       string               `json:"x-source"`
	Pagination   any                  `json:"x-pagination"`
	Examples     map[string][]string  `json:"examples"` // "request" or a status → names of examples
}

// variantParam names a parameter of the operation that a variant has.
type variantParam struct {
	In       string `json:"in"`
	Name     string `json:"name"`
	Required bool   `json:"required"`
}

// own picks the variant's parameters out of those of the operation. The path's belong to
// each variant. One that the variant demands is required although the operation, which
// stands for all variants, does not require it.
func (v variant) own(all openapi3.Parameters) openapi3.Parameters {
	if v.Parameters == nil {
		return all
	}
	var out openapi3.Parameters
	for _, ref := range all {
		i := slices.IndexFunc(v.Parameters, func(q variantParam) bool { return q.In == ref.Value.In && q.Name == ref.Value.Name })
		switch {
		case ref.Value.In == "path":
			out = append(out, ref)
		case i >= 0:
			p := *ref.Value
			p.Required = v.Parameters[i].Required
			out = append(out, &openapi3.ParameterRef{Value: &p, Extensions: ref.Extensions})
		}
	}
	return out
}

// variants gives one call per entry of x-variants, or the operation itself where there
// is none. A variant has the parameters of the operation, and its responses where the
// entry does not give others. The body of the operation is the union of the variants'
// bodies, so it is a variant's own only when no entry names one: where some do, an entry
// that names none is sent without a body.
func (b *builder) variants(c call) ([]call, error) {
	raw, ok := c.op.Extensions["x-variants"]
	if !ok {
		return []call{c}, nil
	}
	text, err := json.Marshal(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: x-variants: %s", c.where, oneLine(err))
	}
	var entries []variant
	if err := json.Unmarshal(text, &entries); err != nil {
		return nil, fmt.Errorf("%s: x-variants must be a list of objects with operationId: %s", c.where, oneLine(err))
	}
	if len(entries) == 0 {
		return []call{c}, nil
	}
	bodies := slices.ContainsFunc(entries, func(v variant) bool { return v.RequestBody != "" || v.RequestMedia != "" })
	var out []call
	for i, v := range entries {
		where := fmt.Sprintf("%s x-variants/%d", c.where, i)
		if v.OperationID == "" {
			return nil, fmt.Errorf("%s: the entry has no operationId", where)
		}
		one, err := b.variant(c, v, bodies, where)
		if err != nil {
			return nil, err
		}
		one.target = fmt.Sprintf("%s['x-variants'][%d]", c.target, i)
		out = append(out, one)
	}
	return out, nil
}

func (b *builder) variant(c call, v variant, bodies bool, where string) (call, error) {
	op := *c.op
	op.OperationID, op.Summary, op.Description = v.OperationID, v.Summary, v.Description
	if v.ExternalDocs.URL != "" {
		op.ExternalDocs = &openapi3.ExternalDocs{URL: v.ExternalDocs.URL}
	}
	op.Extensions = map[string]any{"x-source": v.Source, "x-go-name": v.GoName}
	if v.Pagination != nil {
		op.Extensions["x-pagination"] = v.Pagination
	}
	op.Deprecated = op.Deprecated || v.Deprecated
	switch {
	case v.RequestBody != "":
		ref, err := b.schemaAt(v.RequestBody, where+"/requestBody")
		if err != nil {
			return call{}, err
		}
		op.RequestBody = &openapi3.RequestBodyRef{Value: &openapi3.RequestBody{
			Required: true, Content: openapi3.NewContentWithSchemaRef(ref, []string{mediaOf(bodyContent(c.op), v.RequestBody)}),
		}}
	case bodyContent(c.op)[v.RequestMedia] != nil:
		op.RequestBody = &openapi3.RequestBodyRef{Value: &openapi3.RequestBody{
			Content: openapi3.Content{v.RequestMedia: bodyContent(c.op)[v.RequestMedia]},
		}}
	case bodies:
		op.RequestBody = nil
	}
	if len(v.Responses) > 0 {
		op.Responses = openapi3.NewResponsesWithCapacity(4)
		if c.op.Responses != nil {
			for code, ref := range c.op.Responses.Map() {
				op.Responses.Set(code, ref)
			}
		}
		for _, code := range sorted(v.Responses) {
			text := v.Responses[code]
			r := openapi3.NewResponse().WithDescription("")
			if text != "" {
				ref, err := b.schemaAt(text, where+"/responses/"+plain(code))
				if err != nil {
					return call{}, err
				}
				r.Content = openapi3.NewContentWithSchemaRef(ref, []string{mediaOf(answerContent(c.op, code), text)})
			}
			op.Responses.Set(code, &openapi3.ResponseRef{Value: r})
		}
	}
	names := v.Examples
	if names == nil {
		names = map[string][]string{} // none of the operation's is known to be its own
	}
	one := call{method: c.method, path: c.path, where: where, id: v.OperationID, op: &op, params: v.own(c.params), sample: sampleOf(c.op, names)}
	for _, name := range sorted(v.Query) {
		one.fixed = append(one.fixed, fixedValue{"query", name, fmt.Sprint(v.Query[name])})
		one.params = without(one.params, "query", name)
	}
	return one, nil
}

// bodyContent is the content of an operation's request body, nil where there is none.
func bodyContent(op *openapi3.Operation) openapi3.Content {
	if op.RequestBody == nil || op.RequestBody.Value == nil {
		return nil
	}
	return op.RequestBody.Value.Content
}

// answerContent is the content of an operation's answer, nil where there is none.
func answerContent(op *openapi3.Operation, code string) openapi3.Content {
	if op.Responses == nil {
		return nil
	}
	if r := op.Responses.Value(code); r != nil && r.Value != nil {
		return r.Value.Content
	}
	return nil
}

func without(params openapi3.Parameters, in, name string) openapi3.Parameters {
	var out openapi3.Parameters
	for _, p := range params {
		if p.Value.In != in || p.Value.Name != name {
			out = append(out, p)
		}
	}
	return out
}

// schemaAt follows the text of a reference in an extension, which the loader has
// not looked at.
func (b *builder) schemaAt(text, where string) (*openapi3.SchemaRef, error) {
	name, ok := strings.CutPrefix(text, schemaPrefix)
	if ok && b.doc.Components != nil {
		if ref := b.doc.Components.Schemas[name]; ref != nil {
			return &openapi3.SchemaRef{Ref: text, Value: ref.Value}, nil
		}
	}
	return nil, fmt.Errorf("%s: %q is not a schema under #/components/schemas", where, plain(text))
}
