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
// numbers, whose sign tools know to spell.
func nameValues(s *openapi3.Schema, had map[string]string) {
	texts := make([]string, len(s.Enum))
	for i, v := range s.Enum {
		raw, ok := v.(json.RawMessage)
		if !ok {
			return
		}
		if string(raw) == "null" {
			texts[i] = toolname.Null
		} else if err := json.Unmarshal(raw, &texts[i]); err != nil {
			return // not texts
		}
	}
	names := toolname.Values(texts, had)
	if names == nil {
		return
	}
	if s.Extensions == nil {
		s.Extensions = map[string]any{}
	}
	document.EnumNames.Set(s.Extensions, names)
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
