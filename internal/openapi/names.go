package openapi

import (
	"encoding/json"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/toolname"
)

// nameValues names the values of an enumeration for tools that make constants of them, where case,
// spaces or marks alone tell some of them apart. Those that had a name keep it. It does not apply to
// numbers, whose sign tools know to spell. shown are the values that no page lists.
func nameValues(s *openapi3.Schema, shown []api.Value, had map[string]string) {
	texts := make([]string, len(s.Enum))
	for i, v := range s.Enum {
		raw, _ := v.(json.RawMessage)
		if string(raw) == "null" {
			texts[i] = toolname.Null
		} else if err := json.Unmarshal(raw, &texts[i]); err != nil {
			return // not texts
		}
	}
	names := toolname.Values(texts, textsOf(shown), had)
	if names == nil {
		return
	}
	if s.Extensions == nil {
		s.Extensions = map[string]any{}
	}
	document.EnumNames.Set(s.Extensions, names)
}

// textsOf are the texts of values that are texts.
func textsOf(values []api.Value) []string {
	var out []string
	for _, v := range values {
		var text string
		if json.Unmarshal([]byte(v.JSON), &text) == nil {
			out = append(out, text)
		}
	}
	return out
}

// nameParameters names the parameters of an operation whose names in Go are those of others.
func nameParameters(op *api.Operation) map[*api.Param]string {
	keys := make([]string, len(op.Params))
	for i, q := range op.Params {
		keys[i] = q.Key()
	}
	names := toolname.Parameters(keys, op.ParamNames)
	out := make(map[*api.Param]string, len(names))
	for i, q := range op.Params {
		if name := names[keys[i]]; name != "" {
			out[q] = name
		}
	}
	return out
}

// nameProperties names the properties whose names in Go are those of others.
func nameProperties(s *api.Schema) map[string]string {
	all := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		all[i] = f.Name
	}
	return toolname.Properties(all, s.PropertyNames)
}
