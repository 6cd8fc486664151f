package gogen

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// basic is the type of a schema that is neither declared nor a container.
//
// A free-form object keeps its numbers exactly (sdk.Object); a value of any type is left
// as JSON. A time is text that can be read as one (sdk.Time): the documents show several
// layouts for one field, and it is written back as it came.
func basic(s *openapi3.Schema) *typeRef {
	t := &typeRef{schema: s}
	switch {
	case s.Type.Is("string") && s.Format == "byte":
		t.shape, t.name = shapeBytes, "[]byte"
	case s.Type.Is("string") && (s.Format == "date-time" || s.Extensions["x-timestamp"] == true):
		t.shape, t.name, t.under = shapeString, timeType, timeType
	case s.Type.Is("string"):
		t.shape, t.name = shapeString, "string"
	case s.Type.Is("integer"):
		t.shape, t.name = shapeInt, "int64"
		switch s.Format {
		case "int32", "uint64":
			t.name = s.Format
		}
		t.under = t.name
	case s.Type.Is("number"):
		t.shape, t.name = shapeFloat, "float64"
	case s.Type.Is("boolean"):
		t.shape, t.name = shapeBool, "bool"
	case s.Type.Is("object"):
		t.shape, t.name = shapeObject, "sdk.Object"
	default:
		t.shape, t.name = shapeAny, "json.RawMessage"
	}
	return t
}

// timeType is the Go type of a moment.
const timeType = "sdk.Time"

// options are the alternatives of oneOf or anyOf that have a shape of their own. Members
// that only say which properties are required add nothing to the type.
func options(s *openapi3.Schema) openapi3.SchemaRefs {
	var out openapi3.SchemaRefs
	for _, ref := range slices.Concat(s.OneOf, s.AnyOf) {
		if ref == nil || ref.Value == nil {
			continue
		}
		v := ref.Value
		if ref.Ref == "" && v.Type == nil && len(v.Properties) == 0 && len(v.AllOf)+len(v.OneOf)+len(v.AnyOf) == 0 &&
			v.Items == nil && len(v.Enum) == 0 {
			continue
		}
		out = append(out, ref)
	}
	return out
}

// scalarKinds gives the JSON types of the alternatives, sorted, when all are scalars;
// else nil.
func scalarKinds(s *openapi3.Schema) []string {
	var kinds []string
	for _, ref := range options(s) {
		v := ref.Value
		switch {
		case len(v.AllOf)+len(v.OneOf)+len(v.AnyOf) > 0:
			return nil
		case v.Type.Is("string"), v.Type.Is("integer"), v.Type.Is("number"), v.Type.Is("boolean"):
			kinds = append(kinds, v.Type.Slice()[0])
		default:
			return nil
		}
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}
