package openapi

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

func (e *emitter) component(s *api.Schema) *openapi3.SchemaRef {
	if s.Root != nil {
		ref := e.typeRef(s.Root)
		if s.XMLName != "" && ref.Ref == "" {
			ref.Value.XML = &openapi3.XML{Name: s.XMLName}
		}
		return ref
	}
	out := &openapi3.Schema{Type: &openapi3.Types{"object"}, Extensions: map[string]any{}}
	ref := &openapi3.SchemaRef{Value: out}
	e.from(ref, "", s.Origin)
	for _, o := range s.Also {
		e.from(ref, "", o)
	}
	if s == e.svc.ErrorBody {
		if codes := e.errorCodes(ref); len(codes) > 0 {
			document.ErrorCodes.Set(out.Extensions, codes)
		}
	}
	names := nameProperties(s)
	for _, f := range s.Fields {
		if out.Properties == nil {
			out.Properties = openapi3.Schemas{}
		}
		out.Properties[f.Name] = e.property(f, s.Side(), names[f.Name])
		e.doc.order[out] = append(e.doc.order[out], f.Name)
		if f.Need == api.NeedYes && (s.Request || f.Decided.Proven) {
			e.needs(ref, "/required/"+strconv.Itoa(len(out.Required)), f)
			out.Required = append(out.Required, f.Name)
		}
	}
	if s.XMLName != "" {
		out.XML = &openapi3.XML{Name: s.XMLName}
	}
	if s.Extra != nil {
		out.AdditionalProperties = openapi3.AdditionalProperties{Schema: e.typeRef(s.Extra)}
	}
	return ref
}

// typeRef is the schema of a type without limits.
func (e *emitter) typeRef(t *api.Type) *openapi3.SchemaRef {
	return e.schema(t, api.Limits{}, api.Limits{})
}

// schema is the schema of a type with the limits on it and on its elements.
func (e *emitter) schema(t *api.Type, l, elems api.Limits) *openapi3.SchemaRef {
	if t.Kind == api.Object && t.Schema != nil && len(t.Also) == 0 {
		ref := &openapi3.SchemaRef{Ref: document.SchemaPrefix + t.Schema.Name}
		if t.Nullable {
			return orNull(ref)
		}
		return ref
	}
	if len(t.Also) > 0 {
		return e.union(t, l, elems)
	}
	s := &openapi3.Schema{Format: t.Format, Nullable: t.Nullable}
	switch t.Kind {
	case api.Any:
		return anything(t.Nullable)
	case api.Array:
		s.Type = &openapi3.Types{"array"}
		s.Items = e.schema(t.Elem, elems, api.Limits{})
	case api.Map:
		s.Type = &openapi3.Types{"object"}
		s.AdditionalProperties = openapi3.AdditionalProperties{Schema: e.schema(t.Elem, elems, api.Limits{})}
		if t.Elem.Kind == api.Any {
			s.AdditionalProperties = openapi3.AdditionalProperties{Has: openapi3.Ptr(true)}
		}
	case api.Object:
		s.Type = &openapi3.Types{"object"}
	case api.Binary:
		s.Type, s.Format = &openapi3.Types{"string"}, "binary"
	default:
		s.Type = &openapi3.Types{string(t.Kind)}
	}
	setLimits(s, l)
	return &openapi3.SchemaRef{Value: s}
}

// union is the schema of a value that comes in several kinds. A number takes integers
// too, so that each value fits exactly one branch.
func (e *emitter) union(t *api.Type, l, elems api.Limits) *openapi3.SchemaRef {
	out := &openapi3.Schema{}
	for _, k := range t.Kinds() {
		out.OneOf = append(out.OneOf, e.branch(t, k, l, elems))
	}
	if t.Nullable {
		nullBranch(out)
	}
	return &openapi3.SchemaRef{Value: out}
}

// branch is the schema of one kind of the values of a type. The limits are those of its own kind.
func (e *emitter) branch(t *api.Type, k api.Kind, l, elems api.Limits) *openapi3.SchemaRef {
	switch {
	case k == t.Kind:
		main := *t
		main.Also, main.Nullable = nil, false
		return e.schema(&main, l, elems)
	case k == api.Object && t.Kind == api.Array:
		return e.typeRef(&api.Type{Kind: api.Object, Schema: t.Elem.Schema})
	case k == api.Array && t.AlsoElem != nil:
		return e.typeRef(&api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: t.AlsoElem.Schema}})
	case k == api.Array:
		return e.typeRef(&api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Any}})
	}
	return &openapi3.SchemaRef{Value: &openapi3.Schema{Type: &openapi3.Types{string(k)}}}
}

func setLimits(s *openapi3.Schema, l api.Limits) {
	s.Min, s.Max, s.MultipleOf = number(l.Min), number(l.Max), number(l.Multiple)
	if (l.Min != "" && s.Min == nil || l.Max != "" && s.Max == nil) && s.Type.Is("integer") && s.Format == "" {
		s.Format = "int64" // the bound was that of the type
	}
	if l.MinLength != nil {
		s.MinLength = *l.MinLength
	}
	s.MaxLength = l.MaxLength
	if l.MinItems != nil {
		s.MinItems = *l.MinItems
	}
	s.MaxItems = l.MaxItems
	s.UniqueItems = l.Unique
	s.Pattern = l.Pattern
	for _, v := range l.Enum {
		s.Enum = append(s.Enum, json.RawMessage(v.JSON))
	}
	takeNull(s)
	nameValues(s, l.Shown, nil)
}

// number is a bound, nil where there is none or where it is beyond what every reader of
// JSON holds exactly (RFC 8259, section 6): such a bound is that of a 64-bit integer.
func number(s string) *float64 {
	if s == "" {
		return nil
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.Abs(f) > 1<<53 {
		return nil
	}
	return &f
}

// property is the schema of a member of a structure of one side; goName is its name in Go where its own
// would be that of another member, else "".
func (e *emitter) property(f *api.Field, side api.Side, goName string) *openapi3.SchemaRef {
	ref := e.schema(&f.Type, f.Decided.Limits, f.Decided.Elems)
	own := map[string]any{}
	if goName != "" {
		document.GoName.Set(own, goName)
	}
	if f.Need == api.NeedConditional && side == api.SideRequest {
		document.Required.Set(own, document.Conditional)
	}
	if ref.Ref != "" && (f.Decided.Deprecated || e.opt.Prose && f.Describe() != "") {
		ref = &openapi3.SchemaRef{Value: &openapi3.Schema{AllOf: openapi3.SchemaRefs{ref}}}
	}
	e.decided(ref, f, own, side)
	e.from(ref, "", f.Origin)
	if ref.Ref != "" {
		return ref
	}
	ref.Value.Deprecated = f.Decided.Deprecated
	ref.Value.ReadOnly = f.Decided.ReadOnly && side == api.SideResponse
	if e.opt.Prose {
		ref.Value.Description = f.Describe()
	}
	return ref
}

// schemaOfParam is the schema of a parameter or header.
func (e *emitter) schemaOfParam(f *api.Field, side api.Side) *openapi3.SchemaRef {
	ref := e.schema(&f.Type, f.Decided.Limits, f.Decided.Elems)
	e.decided(ref, f, map[string]any{}, side)
	return ref
}

// decided writes what was decided of a field into its schema, with the keys that are its own.
func (e *emitter) decided(ref *openapi3.SchemaRef, f *api.Field, own map[string]any, side api.Side) {
	d := &f.Decided
	if d.OnlyInExamples {
		document.OnlyInExamples.Set(own, true)
	}
	if claims := contradicted(d.Contradicted); len(claims) > 0 {
		document.Contradicted.Set(own, claims)
	}
	if d.Const != nil && side == api.SideRequest {
		document.Constant.Set(own, json.RawMessage(d.Const.JSON))
	}
	if d.LowestVersion != nil && side == api.SideRequest {
		document.LowestVersion.Set(own, json.RawMessage(d.LowestVersion.JSON))
	}
	e.noteClaims(ref, f)
	if ref.Ref != "" {
		if len(own) > 0 { // readers ignore what stands beside a reference
			*ref = openapi3.SchemaRef{Value: &openapi3.Schema{AllOf: openapi3.SchemaRefs{{Ref: ref.Ref}}, Extensions: own}}
		}
		return
	}
	s := ref.Value
	if d.Timestamp && s.Type.Is("string") {
		document.Timestamp.Set(own, true)
	}
	s.Extensions = own
	if f.Attribute {
		prefix, name, ok := strings.Cut(f.Name, ":")
		if !ok {
			prefix, name = "", f.Name
		}
		s.XML = &openapi3.XML{Attribute: true, Prefix: prefix, Name: name}
	}
	if d.Const != nil {
		s.Enum = []any{json.RawMessage(d.Const.JSON)}
	}
	takeNull(s)
	nameValues(s, d.Limits.Shown, d.ValueNames)
	if s.Items != nil && s.Items.Ref == "" {
		nameValues(s.Items.Value, d.Elems.Shown, d.ValueNames)
	}
	if d.Default != nil {
		e.setDefault(ref, f)
	}
	if d.Example != nil {
		s.Example = json.RawMessage(d.Example.JSON)
	}
}

// contradicted lists overruled claims by the fact that each is about.
func contradicted(claims []api.Claim) []document.Claim {
	var out []document.Claim
	for _, c := range overruled(claims) {
		out = append(out, document.Claim{Rule: string(c[0].Fact), Values: c[0].Values})
	}
	return out
}

// overruled gives overruled claims, those that say the same together, in an order that does not
// depend on which page says it first. Weak ones are left out: their words never said what was
// overruled.
func overruled(claims []api.Claim) [][]api.Claim {
	compare := func(a, b api.Claim) int {
		return cmp.Or(cmp.Compare(a.Fact, b.Fact), slices.Compare(a.Values, b.Values))
	}
	strong := slices.DeleteFunc(slices.Clone(claims), func(c api.Claim) bool { return c.Weak })
	slices.SortStableFunc(strong, compare)
	var out [][]api.Claim
	for i, c := range strong {
		if i == 0 || compare(strong[i-1], c) != 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], c)
	}
	return out
}
