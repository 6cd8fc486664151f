package gogen

import (
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
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
	case s.Type.Is("string") && (s.Format == "date-time" || document.Timestamp.Of(s.Extensions)):
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

// timeType is the Go type of a timestamp.
const timeType = "sdk.Time"
