package change

import (
	"net/textproto"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// form makes the plain form of a document: schemas without references, allOf and texts, in
// which one meaning is written in one way. What is the same for all who send and read values
// is the same in it.
type form struct {
	side    *Side
	numbers *elements
	made    map[made]*openapi3.Schema
}

// made says which schemas have one plain form.
type made struct {
	shape, written *openapi3.Schema
	nullable       bool
	label          string
}

func newForm(s *Side, numbers *elements) *form {
	return &form{side: s, numbers: numbers, made: map[made]*openapi3.Schema{}}
}

// spot is where a schema is used: what it is called there, where that stands in the document,
// and the page that tells of it.
type spot struct{ label, pointer, page string }

func (s spot) member(label, step string) spot {
	if s.pointer != "" {
		s.pointer += step
	}
	s.label += label
	return s
}

// schema is the plain form of a schema as it is used in one spot. A structure has its members in
// common with its other uses, so that a change of a member is one change; what is told of the
// structure as a whole, as that it is mandatory, belongs to the spot.
func (f *form) schema(ref *openapi3.SchemaRef, at spot) *openapi3.SchemaRef {
	if ref == nil || ref.Value == nil {
		return nil
	}
	shape, err := f.side.Document.Shape(ref)
	if err != nil {
		shape = document.Shape{Kind: document.KindAny, Schema: openapi3.NewSchema()} // it has no value that can be told
	}
	if p := f.side.Document.Where(ref.Value); p != "" && (at.pointer == "" || f.side.Document.Line(at.pointer) == 0) {
		at.pointer = p // a member that comes from allOf stands elsewhere
	}
	key := made{shape.Schema, ref.Value, shape.Nullable, at.label}
	if done := f.made[key]; done != nil {
		return &openapi3.SchemaRef{Value: done}
	}
	out := &openapi3.Schema{}
	f.made[key] = out // before its parts: a schema may be part of itself
	inner := at
	if shape.Name != "" && (shape.Kind == document.KindObject || shape.Kind == document.KindUnion) {
		inner = f.named(shape.Name, at)
	}
	f.fill(out, shape, inner)
	if out.Default == nil {
		out.Default = ref.Value.Default
	}
	out.Deprecated = out.Deprecated || ref.Value.Deprecated
	out.ReadOnly, out.WriteOnly = out.ReadOnly || ref.Value.ReadOnly, out.WriteOnly || ref.Value.WriteOnly
	out.Origin = f.numbers.add(element{
		form: f, pointer: at.pointer, label: at.label, page: at.page, schema: out, written: []*openapi3.Schema{ref.Value, shape.Schema},
		extensions: []map[string]any{ref.Extensions, ref.Value.Extensions, shape.Schema.Extensions},
	})
	return &openapi3.SchemaRef{Value: out}
}

// named is the spot of a named schema itself.
func (f *form) named(name string, at spot) spot {
	out := spot{label: name, pointer: document.Pointer("components", "schemas", name), page: at.page}
	if s := f.side.Document.Components.Schemas[name]; s != nil {
		if p := document.Source.Of(s.Extensions, s.Value.Extensions); p != "" {
			out.page = p
		}
	}
	return out
}

// fill copies what a schema asks for. Keywords that are only of meaning for other types are
// left out, as are nulls among the values of an enumeration: nullable says that.
func (f *form) fill(out *openapi3.Schema, shape document.Shape, at spot) {
	s := shape.Schema
	*out = openapi3.Schema{
		Type: s.Type, Format: s.Format, Default: s.Default, Nullable: shape.Nullable, Deprecated: s.Deprecated,
		ReadOnly: s.ReadOnly, WriteOnly: s.WriteOnly,
	}
	for _, v := range s.Enum {
		if v != nil {
			out.Enum = append(out.Enum, v)
		}
	}
	limits(out, s)
	switch shape.Kind {
	case document.KindScalar:
		f.scalars(out, s)
	case document.KindUnion:
		for _, alternative := range document.Alternatives(s) {
			one := f.schema(alternative, at)
			one.Ref = alternative.Ref // oasdiff pairs alternatives by their names
			out.OneOf = append(out.OneOf, one)
		}
	case document.KindList:
		out.Type = &openapi3.Types{openapi3.TypeArray}
		out.Items = f.schema(s.Items, at.member("[]", "/items"))
		if out.Items == nil {
			out.Items = &openapi3.SchemaRef{Value: openapi3.NewSchema()}
		}
	case document.KindObject, document.KindMap, document.KindFree:
		out.Type = &openapi3.Types{openapi3.TypeObject}
		f.members(out, s, at)
	}
}

// members fills in the members of an object. That it may have others than it names is what
// every object of our documents says, so only a refusal counts.
func (f *form) members(out, s *openapi3.Schema, at spot) {
	for _, name := range document.Sorted(s.Properties) {
		if out.Properties == nil {
			out.Properties = openapi3.Schemas{}
		}
		if p := f.schema(s.Properties[name], at.member("."+name, document.Pointer("properties", name))); p != nil {
			out.Properties[name] = p
		}
	}
	for _, name := range s.Required {
		if out.Properties[name] != nil && !slices.Contains(out.Required, name) {
			out.Required = append(out.Required, name)
		}
	}
	slices.Sort(out.Required)
	if more := s.AdditionalProperties; more.Schema != nil {
		out.AdditionalProperties.Schema = f.schema(more.Schema, at.member("[*]", "/additionalProperties"))
	} else if more.Has != nil && !*more.Has {
		out.AdditionalProperties.Has = more.Has
	}
}

// scalars writes a choice between scalars as a list of types: the keywords of each only count
// for values of its own type, so they can stand together.
func (f *form) scalars(out, s *openapi3.Schema) {
	types := openapi3.Types(document.ScalarTypes(s))
	out.Type = &types
	for _, alternative := range document.Alternatives(s) {
		a := alternative.Value
		limits(out, a)
		out.Nullable = out.Nullable || a.Nullable
		if out.Format == "" {
			out.Format = a.Format
		}
	}
}

// limits copies the bounds of a schema that has some.
func limits(out, s *openapi3.Schema) {
	set(&out.Min, s.Min)
	set(&out.Max, s.Max)
	set(&out.MultipleOf, s.MultipleOf)
	set(&out.MaxLength, s.MaxLength)
	set(&out.MaxItems, s.MaxItems)
	set(&out.MaxProps, s.MaxProps)
	if s.ExclusiveMin.IsTrue() {
		out.ExclusiveMin = s.ExclusiveMin
	}
	if s.ExclusiveMax.IsTrue() {
		out.ExclusiveMax = s.ExclusiveMax
	}
	out.MinLength, out.MinItems, out.MinProps = max(out.MinLength, s.MinLength), max(out.MinItems, s.MinItems), max(out.MinProps, s.MinProps)
	out.UniqueItems = out.UniqueItems || s.UniqueItems
	if s.Pattern != "" {
		out.Pattern = s.Pattern
	}
}

func set[T any](out **T, value *T) {
	if value != nil {
		*out = value
	}
}

// operation is the plain form of an operation. names are those of the path parameters in the
// other document, by place: what callers fill in is not called anything on the wire.
func (f *form) operation(op *document.Operation, names []string) *openapi3.Operation {
	out := &openapi3.Operation{Deprecated: op.Deprecated, Responses: openapi3.NewResponsesWithCapacity(len(op.Responses))}
	out.Origin = f.numbers.add(element{form: f, pointer: op.Pointer, label: op.ID, page: op.Source})
	own := urlpath.Params(op.Path)
	for _, p := range op.Params {
		if p.Ignored("") {
			continue
		}
		q := *p.Parameter
		q.Description, q.Extensions, q.Example, q.Examples = "", nil, nil, nil
		at := spot{op.ID + " " + p.In + " " + p.Name, f.paramPointer(op, p), op.Source}
		q.Schema = f.schema(p.Schema, at.member("", "/schema"))
		for _, name := range document.Sorted(p.Content) { // there is one
			if q.Content = nil; p.Content[name] != nil {
				q.Schema = f.schema(p.Content[name].Schema, at.member("", document.Pointer("content", name, "schema")))
			}
		}
		q.Origin = f.numbers.add(element{
			form: f, pointer: at.pointer, label: at.label, page: at.page, param: p.Parameter,
		})
		if i := slices.Index(own, p.Name); p.In == openapi3.ParameterInPath && i >= 0 && i < len(names) {
			q.Name = names[i]
		}
		if p.In == openapi3.ParameterInHeader {
			q.Name = textproto.CanonicalMIMEHeaderKey(p.Name) // on the wire, names of headers have no case
		}
		out.Parameters = append(out.Parameters, &openapi3.ParameterRef{Value: &q})
	}
	if op.Body != nil {
		body := &openapi3.RequestBody{Required: op.Body.Required, Content: f.content(op.Body.Content, spot{op.ID + " body", op.Pointer + "/requestBody", op.Source})}
		body.Origin = f.numbers.add(element{form: f, pointer: op.Pointer + "/requestBody", label: op.ID + " body", page: op.Source})
		out.RequestBody = &openapi3.RequestBodyRef{Value: body}
	}
	for _, r := range op.Responses {
		out.Responses.Set(r.Key, &openapi3.ResponseRef{Value: f.response(op, r)})
	}
	return out
}

func (f *form) response(op *document.Operation, r *document.Response) *openapi3.Response {
	label := op.ID + " response " + r.Key
	out := &openapi3.Response{Description: new(string)}
	if !r.Foreign {
		out.Content = f.content(r.Content, spot{label, op.Pointer + document.Pointer("responses", r.Key), op.Source})
	}
	for _, name := range document.Sorted(r.Headers) {
		h := r.Headers[name]
		if h == nil || h.Value == nil {
			continue
		}
		p := h.Value.Parameter
		p.Description, p.Extensions, p.Example, p.Examples = "", nil, nil, nil
		p.Schema = f.schema(p.Schema, spot{label + " header " + name, op.Pointer + document.Pointer("responses", r.Key, "headers", name), op.Source})
		if out.Headers == nil {
			out.Headers = openapi3.Headers{}
		}
		out.Headers[textproto.CanonicalMIMEHeaderKey(name)] = &openapi3.HeaderRef{Value: &openapi3.Header{Parameter: p}}
	}
	out.Origin = f.numbers.add(element{form: f, pointer: op.Pointer + document.Pointer("responses", r.Key), label: label, page: op.Source})
	return out
}

func (f *form) content(content openapi3.Content, at spot) openapi3.Content {
	out := openapi3.Content{}
	for _, name := range document.Sorted(content) {
		if content[name] != nil {
			out[name] = &openapi3.MediaType{Schema: f.schema(content[name].Schema, at.member("", document.Pointer("content", name, "schema")))}
		}
	}
	return out
}

// paramPointer is where a parameter of an operation stands.
func (f *form) paramPointer(op *document.Operation, p *document.Parameter) string {
	if p.Schema != nil && p.Schema.Value != nil {
		if at := f.side.Document.Where(p.Schema.Value); at != "" {
			return strings.TrimSuffix(at, "/schema")
		}
	}
	return op.Pointer
}
