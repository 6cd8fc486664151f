package document

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// ResultKind is how a client gives the good response of an operation to its caller.
type ResultKind int

// The kinds of results.
const (
	ResultNone    ResultKind = iota // nothing: only whether it went well
	ResultValue                     // the documented body, or what its only member holds
	ResultStream                    // bytes that are neither JSON nor XML
	ResultSeveral                   // one of several bodies, by status
)

// Result is what a client gives back of an operation.
type Result struct {
	Kind ResultKind
	// Bodies are the responses whose body is given back: one of ResultValue, more of
	// ResultSeveral.
	Bodies []*Response
	// Root is the only member of the body, where callers want that and not the object around
	// it; List says that it is a list.
	Root string
	List bool
	// Accept are the statuses other than 2xx that are good.
	Accept []string
}

// Schema is the schema of the body of a response in JSON, else in XML; nil where it has none.
func (r *Response) Schema() *openapi3.SchemaRef { return bodySchema(r.Content) }

// Schema is the schema of a request body, as that of a response.
func (b *Body) Schema() *openapi3.SchemaRef { return bodySchema(b.Content) }

func bodySchema(content openapi3.Content) *openapi3.SchemaRef {
	for _, media := range []string{JSONMedia(content), XMLMedia(content)} {
		if media != "" {
			return content[media].Schema
		}
	}
	return nil
}

// Result looks at the good statuses: those of 2xx, and those of 3xx with the same body, as the
// lists of versions have (300); where there is no 2xx, or 2xx only has bodies of other
// variants, all of 3xx with a body; where there is none either, default. What a GET that only leads elsewhere leads to
// is a stream; its default is of errors then. reads says which bodies the client can read as a value.
func (d *Document) Result(op *Operation, reads func(*Response) bool) (Result, error) {
	of := func(keep func(r *Response) bool) []*Response {
		return slices.DeleteFunc(slices.Clone(op.Responses), func(r *Response) bool { return !keep(r) })
	}
	var out Result
	good := of(func(r *Response) bool { return r.Key[0] == '2' })
	if !slices.ContainsFunc(good, own) && slices.ContainsFunc(op.Responses, func(r *Response) bool { return r.Key[0] == '3' && own(r) && reads(r) }) {
		good = nil
	}
	further := of(func(r *Response) bool { // of 3xx: all that there is, or what 2xx has, too
		return r.Key[0] == '3' && own(r) && reads(r) && (len(good) == 0 || slices.ContainsFunc(good, func(o *Response) bool {
			return reads(o) && d.same(o.Schema(), r.Schema(), 0)
		}))
	})
	for _, one := range further {
		if low, high, ok := Status(one.Key); ok && low == high {
			out.Accept = append(out.Accept, strconv.Itoa(low))
		}
	}
	if len(good) == 0 {
		good = further
	}
	if len(good) == 0 && op.leadsElsewhere() {
		out.Kind = ResultStream // of what it leads to, which the document does not describe
		return out, nil
	}
	if len(good) == 0 {
		good = of(func(r *Response) bool { return r.Key == "default" })
	}
	all := slices.DeleteFunc(slices.Clone(good), func(r *Response) bool { return r.Foreign || !reads(r) })
	distinct := 0
	for i, r := range all {
		if !slices.ContainsFunc(all[:i], func(o *Response) bool { return d.same(o.Schema(), r.Schema(), 0) }) {
			distinct++
		}
	}
	switch {
	case distinct > 1:
		out.Kind, out.Bodies = ResultSeveral, all
	case distinct == 1:
		out.Kind, out.Bodies = ResultValue, all[:1]
		var err error
		out.Root, out.List, err = d.soleMember(all[0].Schema())
		return out, err
	case op.Method != http.MethodHead && slices.ContainsFunc(good, func(r *Response) bool { return !r.Foreign && len(r.Content) > 0 }):
		out.Kind = ResultStream
	}
	return out, nil
}

func own(r *Response) bool { return !r.Foreign }

// leadsElsewhere reports whether an operation is a GET that has no success of its own, and a response that a client
// follows to another address.
func (op *Operation) leadsElsewhere() bool {
	succeeds := func(r *Response) bool { return r.Key[0] == '2' }
	follows := func(r *Response) bool {
		return own(r) && slices.Contains([]string{"301", "302", "303", "307", "308"}, r.Key)
	}
	return op.Method == http.MethodGet && !slices.ContainsFunc(op.Responses, succeeds) && slices.ContainsFunc(op.Responses, follows)
}

// maxInside bounds lists and maps inside each other, when types are compared.
const maxInside = 8

// same reports whether two schemas are one type: the same named one, or scalars, lists and maps
// that are alike.
func (d *Document) same(a, b *openapi3.SchemaRef, depth int) bool {
	x, err := d.Shape(a)
	y, err2 := d.Shape(b)
	if err != nil || err2 != nil || x.Kind != y.Kind || x.Name != y.Name || depth > maxInside {
		return false
	}
	switch x.Kind {
	case KindObject, KindEnum, KindUnion:
		return x.Name != "" || x.Schema == y.Schema
	case KindList:
		return d.same(x.Schema.Items, y.Schema.Items, depth+1)
	case KindMap:
		return d.same(x.Schema.AdditionalProperties.Schema, y.Schema.AdditionalProperties.Schema, depth+1)
	case KindScalar:
		return slices.Equal(ScalarTypes(x.Schema), ScalarTypes(y.Schema))
	}
	return x.Schema.Format == y.Schema.Format && Timestamp.Of(x.Schema.Extensions) == Timestamp.Of(y.Schema.Extensions)
}

// soleMember is the only member of a body, when that is a structure or a list written in
// place: callers want the checkpoint, not the object around it. A body with one scalar stays
// as it is, since the name of the member says what the scalar is.
func (d *Document) soleMember(body *openapi3.SchemaRef) (name string, list bool, err error) {
	s, err := d.Shape(body)
	if err != nil || s.Kind != KindObject || s.Nullable || len(s.Schema.Properties) != 1 || isOpen(s.Schema) {
		return "", false, err
	}
	name = d.Properties(s.Schema)[0]
	ref := s.Schema.Properties[name]
	inner, err := d.Shape(ref)
	switch {
	case err != nil || ref == nil || ref.Value == nil:
		return "", false, err
	case slices.Contains(s.Schema.Required, name) && !inner.Nullable && Constant.Of(ref.Extensions, ref.Value.Extensions) != nil:
		return "", false, nil
	case inner.Kind == KindObject:
		return name, false, nil
	case inner.Kind == KindList && inner.Name == "" && !inner.Nullable:
		return name, true, nil
	}
	return "", false, nil
}

// isOpen reports whether objects of a schema may have members that it does not name.
func isOpen(s *openapi3.Schema) bool {
	a := s.AdditionalProperties
	return a.Schema != nil || a.Has != nil && *a.Has || len(Alternatives(s)) > 0
}

// Ignored reports whether a parameter is not the caller's business: the headers of tokens,
// and what OpenAPI describes elsewhere. OpenAPI 3.0.3, Parameter Object: "If in is "header" and
// the name field is "Accept", "Content-Type" or "Authorization", the parameter definition SHALL
// be ignored."
func (p *Parameter) Ignored(tokenHeaders ...string) bool {
	return p.In == openapi3.ParameterInHeader &&
		slices.ContainsFunc(append([]string{"Accept", "Content-Type", "Authorization"}, tokenHeaders...), func(name string) bool {
			return strings.EqualFold(name, p.Name)
		})
}
