package openapi

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// orNull is the schema of a named schema's values and null. By OpenAPI 3.0.3 nullable counts
// beside a type, and does not lift what a reference beside it in allOf demands.
func orNull(ref *openapi3.SchemaRef) *openapi3.SchemaRef {
	return &openapi3.SchemaRef{Value: &openapi3.Schema{OneOf: openapi3.SchemaRefs{ref, onlyNull()}}}
}

// onlyNull is the schema of null alone.
func onlyNull() *openapi3.SchemaRef {
	return &openapi3.SchemaRef{Value: &openapi3.Schema{
		Type: &openapi3.Types{"object"}, Nullable: true, Enum: []any{json.RawMessage("null")},
	}}
}

// anything is the schema of any value. By OpenAPI 3.0.3 one without a type takes null, and
// nullable beside no type is a mistake. Some validators refuse null for it nevertheless: where
// null is what the documentation shows, a branch says that it is one of the values.
func anything(null bool) *openapi3.SchemaRef {
	s := &openapi3.Schema{}
	if null {
		s.AnyOf = openapi3.SchemaRefs{
			{Value: &openapi3.Schema{Type: &openapi3.Types{"string"}, Nullable: true}},
			{Value: &openapi3.Schema{}},
		}
	}
	return &openapi3.SchemaRef{Value: s}
}

// nullBranch lets a schema of several kinds take null: nullable counts beside a type only, and
// of oneOf just one branch may take a value.
func nullBranch(s *openapi3.Schema) {
	for _, branch := range s.OneOf {
		if branch.Ref == "" && branch.Value.Type != nil {
			branch.Value.Nullable = true
			takeNull(branch.Value)
			return
		}
	}
	s.OneOf = append(s.OneOf, onlyNull())
}

// takeNull lists null among the values of a schema that takes it: an enum without it refuses it.
func takeNull(s *openapi3.Schema) {
	null := json.RawMessage("null")
	if s.Nullable && len(s.Enum) > 0 && !slices.ContainsFunc(s.Enum, func(v any) bool { text, _ := v.(json.RawMessage); return string(text) == string(null) }) {
		s.Enum = append(s.Enum, null)
	}
}

// setDefault writes a field's default into its schema. Where that is one of several, the first
// branch of the default's type has it: readers do not expect one beside oneOf.
func (e *emitter) setDefault(ref *openapi3.SchemaRef, f *api.Field) {
	value := json.RawMessage(f.Decided.Default.JSON)
	for i, branch := range ref.Value.OneOf {
		if branch.Ref != "" || !slices.ContainsFunc(branch.Value.Type.Slice(), func(t string) bool { return isOfType(value, t) }) {
			continue
		}
		branch.Value.Default = value
		for _, c := range f.Claims {
			if c.Fact == api.FactDefault {
				e.from(ref, "/oneOf/"+strconv.Itoa(i)+"/default", c.Origin)
			}
		}
		return
	}
	ref.Value.Default = value
}

// isOfType reports whether a value, as JSON, is of a type of OpenAPI.
func isOfType(value json.RawMessage, name string) bool {
	var v any
	if err := json.Unmarshal(value, &v); err != nil {
		return false
	}
	switch v := v.(type) {
	case string:
		return name == "string"
	case bool:
		return name == "boolean"
	case float64:
		return name == "number" || name == "integer" && v == math.Trunc(v)
	case []any:
		return name == "array"
	case map[string]any:
		return name == "object"
	}
	return false
}
