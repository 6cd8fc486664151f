package document

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// SchemaPrefix begins the references to named schemas.
const SchemaPrefix = "#/components/schemas/"

// SchemaName is the name of the schema under #/components/schemas that a reference leads to,
// "" for any other reference.
func SchemaName(ref string) string {
	name, ok := strings.CutPrefix(ref, SchemaPrefix)
	if !ok {
		return ""
	}
	return unescape.Replace(name)
}

// SchemaAt follows a reference in an x- key, which the library has not looked at.
func (d *Document) SchemaAt(ref string) (*openapi3.SchemaRef, error) {
	if name := SchemaName(ref); name != "" && d.Components != nil {
		if s := d.Components.Schemas[name]; s != nil && s.Value != nil {
			return &openapi3.SchemaRef{Ref: ref, Value: s.Value}, nil
		}
	}
	return nil, fmt.Errorf("%q is not a schema under %s", OneLine(ref), strings.TrimSuffix(SchemaPrefix, "/"))
}

// variants takes an operation apart into its variants; without x-variants it is the only one.
//
// The body of the operation is the union of the variants' bodies, so it is a variant's own only
// where no entry names one: where some do, an entry that names none is sent without a body.
func (d *Document) variants(one *Operation, op *openapi3.Operation) ([]*Operation, error) {
	entries, _, err := Variants.Read(op.Extensions)
	if err != nil {
		return nil, fmt.Errorf("%s: %s%s", one.Where, OneLine(err.Error()), d.At(one.Pointer+"/x-variants"))
	}
	if len(entries) == 0 {
		return []*Operation{one}, nil
	}
	s := splitter{d: d, one: one, ofVariant: map[[2]string]bool{}}
	for _, v := range entries {
		s.bodies = s.bodies || v.RequestBody != "" || v.RequestMedia != ""
		s.servers = s.servers || v.Server != ""
		for key := range v.Responses {
			s.ofVariant[[2]string{key, ""}] = true
		}
		for key, names := range v.Examples {
			for _, name := range names {
				s.ofVariant[[2]string{key, name}] = true
			}
		}
	}
	var out []*Operation
	own := slices.ContainsFunc(entries, func(v Variant) bool { return v.OperationID == one.ID })
	for i := range entries {
		v := &entries[i]
		pointer := one.Pointer + "/x-variants/" + strconv.Itoa(i)
		where := fmt.Sprintf("%s x-variants/%d", one.Where, i)
		if v.OperationID == "" {
			return nil, fmt.Errorf("%s: the entry has no operationId%s", where, d.At(pointer))
		}
		it, err := s.variant(v)
		if err != nil {
			return nil, fmt.Errorf("%s/%w%s", where, err, d.At(pointer))
		}
		it.Variant, it.Where, it.Pointer = i, where, pointer
		if own && it.ID != one.ID {
			it.Parent = it.ID // the name of the operation is that of another variant
		}
		out = append(out, it)
	}
	return out, nil
}

// splitter takes one operation apart.
type splitter struct {
	d   *Document
	one *Operation
	// bodies tells that some variant names a body.
	bodies bool
	// servers tells that some variant names its server: the others have that of the document.
	servers bool
	// ofVariant is what variants name as theirs: a body by its status, and an example by
	// "request" or its status.
	ofVariant map[[2]string]bool
}

func (s *splitter) variant(v *Variant) (*Operation, error) {
	out := *s.one
	out.ID, out.Named, out.Summary, out.Description = v.OperationID, true, v.Summary, v.Description
	out.Source, out.GoName = v.Source, v.GoName
	out.Deprecated = out.Deprecated || v.Deprecated
	out.ContentType = cmp.Or(v.ContentType, out.ContentType)
	out.Accept = cmp.Or(v.Accept, out.Accept)
	if v.ExternalDocs != nil && v.ExternalDocs.URL != "" {
		out.DocsURL = v.ExternalDocs.URL
	}
	if v.Pagination != nil {
		out.Paging, out.PagingError = v.Pagination, nil
	}
	if s.servers {
		out.Servers = s.server(v)
	}
	for _, name := range Sorted(v.Query) {
		out.Fixed = append(out.Fixed, Fixed{"query", name, fmt.Sprint(v.Query[name])})
	}
	out.Params = v.params(s.one.Params)
	if err := s.body(&out, v); err != nil {
		return nil, fmt.Errorf("requestBody: %w", err)
	}
	out.Responses = nil
	for _, r := range s.one.Responses {
		own := *r
		out.Responses = append(out.Responses, &own)
	}
	for _, key := range Sorted(v.Responses) {
		if out.Response(key) == nil {
			out.Responses = append(out.Responses, &Response{Key: key})
		}
	}
	slices.SortStableFunc(out.Responses, func(a, b *Response) int { return strings.Compare(a.Key, b.Key) })
	for _, r := range out.Responses {
		if err := s.response(r, v); err != nil {
			return nil, fmt.Errorf("responses/%s: %w", OneLine(r.Key), err)
		}
	}
	return &out, nil
}

// server is the server that a variant names, with the variables that the operation says.
func (s *splitter) server(v *Variant) openapi3.Servers {
	if v.Server == "" {
		return s.d.Servers
	}
	for _, server := range s.one.Servers {
		if server != nil && server.URL == v.Server {
			return openapi3.Servers{server}
		}
	}
	return openapi3.Servers{{URL: v.Server}}
}

// params picks the variant's parameters out of those of the operation. The path's belong to
// each variant. One that the variant demands is required although the operation, which stands
// for all variants, does not require it.
func (v *Variant) params(all []*Parameter) []*Parameter {
	var out []*Parameter
	for _, p := range all {
		if _, fixed := v.Query[p.Name]; fixed && p.In == openapi3.ParameterInQuery {
			continue
		}
		if v.Parameters == nil || p.In == openapi3.ParameterInPath {
			out = append(out, p)
			continue
		}
		i := slices.IndexFunc(v.Parameters, func(q VariantParam) bool { return q.In == p.In && q.Name == p.Name })
		if i >= 0 {
			own := *p.Parameter
			own.Required = v.Parameters[i].Required
			out = append(out, &Parameter{&own, p.Constant})
		}
	}
	return out
}

func (s *splitter) body(out *Operation, v *Variant) error {
	content, examples := openapi3.Content(nil), []Example(nil)
	if s.one.Body != nil {
		content, examples = s.one.Body.Content, s.only(v, "request", s.one.Body.Examples)
	}
	switch {
	case v.RequestBody != "":
		ref, err := s.d.SchemaAt(v.RequestBody)
		if err != nil {
			return err
		}
		out.Body = &Body{Required: !v.BodyOptional, Content: withSchema(MediaOf(content, v.RequestBody), ref), Examples: examples}
	case content[v.RequestMedia] != nil:
		out.Body = &Body{Content: openapi3.Content{v.RequestMedia: content[v.RequestMedia]}, Examples: examples}
	case s.bodies:
		out.Body = nil
	case out.Body != nil:
		out.Body = &Body{Required: out.Body.Required, Content: content, Examples: examples}
	}
	return nil
}

// response narrows a response of the operation to that of the variant.
func (s *splitter) response(r *Response, v *Variant) error {
	r.Examples = s.only(v, r.Key, r.Examples)
	name, named := v.Responses[r.Key]
	switch {
	case name != "":
		ref, err := s.d.SchemaAt(name)
		if err != nil {
			return err
		}
		r.Content = withSchema(MediaOf(r.Content, name), ref)
	case named:
		r.Content = nil
	case s.ofVariant[[2]string{r.Key, ""}] && len(r.Examples) == 0:
		r.Foreign = true
	}
	return nil
}

func withSchema(media string, ref *openapi3.SchemaRef) openapi3.Content {
	return openapi3.NewContentWithSchemaRef(ref, []string{media})
}

// only keeps the examples that the variant names, and those that none does.
func (s *splitter) only(v *Variant, key string, all []Example) []Example {
	var out []Example
	for _, e := range all {
		e.Own = slices.Contains(v.Examples[key], e.Name)
		if e.Own || !s.ofVariant[[2]string{key, e.Name}] {
			out = append(out, e)
		}
	}
	return out
}
