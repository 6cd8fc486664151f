package gogen

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// sample is what the document shows of one call: a body that is sent and a response that
// comes. The response is the one of the same name as the body, where there is one.
type sample struct {
	body      any
	hasBody   bool
	valid     bool // the body keeps the documented limits
	responses map[string]any
}

// sampleOf picks the examples of an operation.
func sampleOf(op *document.Operation) sample {
	out := sample{responses: map[string]any{}}
	chosen := ""
	if op.Body != nil {
		media := document.JSONMedia(op.Body.Content)
		if e := pick(op.Body.Examples, media, ""); e != nil {
			chosen, out.body, out.hasBody = e.Name, e.Value, true
			if schema := op.Body.Content[media].Schema; schema != nil && schema.Value != nil {
				out.valid = schema.Value.VisitJSON(out.body) == nil
			}
		}
	}
	for _, r := range op.Responses {
		if e := pick(r.Examples, document.JSONMedia(r.Content), chosen); e != nil {
			out.responses[r.Key] = e.Value
		}
	}
	return out
}

// pick takes the example of a name, else the first of the operation's own.
func pick(all []document.Example, media, name string) *document.Example {
	best := -1
	for i, e := range all {
		if e.Media != media {
			continue
		}
		if e.Name == name {
			return &all[i]
		}
		if best < 0 && e.Own {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	return &all[best]
}

// argument is a value for a parameter of which only the schema is known, and whether it
// keeps the documented limits.
func argument(p *param, name string) (any, bool) {
	s := p.typ.schema
	if s == nil {
		return name, true
	}
	v := (&sampler{left: sampleValues}).value(s, name, 0)
	return v, s.VisitJSON(v) == nil
}

// A schema may contain itself, in many members.
const (
	sampleDepth  = 5    // how deep a made-up value goes
	sampleValues = 1000 // how many values it has inside
)

// sampler makes up a value.
type sampler struct{ left int }

// value is one of a schema, nil where the bounds are reached.
func (m *sampler) value(s *openapi3.Schema, name string, depth int) any {
	if m.left--; m.left < 0 || depth > sampleDepth {
		return nil
	}
	switch {
	case s.Example != nil:
		return s.Example
	case s.Default != nil:
		return s.Default
	case len(s.Enum) > 0 && s.Enum[0] != nil:
		return s.Enum[0]
	case s.Type.Is("integer"), s.Type.Is("number"):
		if s.Min != nil {
			return *s.Min
		}
		return float64(1)
	case s.Type.Is("boolean"):
		return true
	case s.Type.Is("array"):
		if s.Items == nil || s.Items.Value == nil {
			return []any{name}
		}
		return []any{m.value(s.Items.Value, name, depth+1)}
	case len(s.Properties) > 0:
		members := map[string]any{}
		for _, member := range document.Sorted(s.Properties) { // the order decides what has no place
			if ref := s.Properties[member]; ref != nil && ref.Value != nil && !ref.Value.ReadOnly {
				members[member] = m.value(ref.Value, idText(member), depth+1)
			}
		}
		return members
	}
	text := name
	for uint64(len(text)) < s.MinLength && len(text) < 64 {
		text += "-" + name
	}
	if s.MaxLength != nil && uint64(len(text)) > *s.MaxLength {
		text = text[:*s.MaxLength]
	}
	return text
}

// inPath is argument for a parameter of the path, which cannot be empty or a step to
// another folder.
func inPath(p *param) (any, bool) {
	v, valid := argument(p, idText(p.Name))
	switch v := v.(type) {
	case string:
		if leaves(v) {
			return "x", false
		}
	case []any:
		if len(v) == 0 || len(v) == 1 && leaves(v[0]) {
			return []any{"x"}, false
		}
	}
	return v, valid
}

// leaves reports whether a text cannot be a segment of a path.
func leaves(v any) bool { return v == "" || v == "." || v == ".." }

// idText is what stands for an id in the path: "vault-id".
func idText(name string) string {
	text := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, name)
	if text = strings.Trim(text, "-"); text == "" {
		return "x"
	}
	return text
}

// responseOf is the status and the text of a good response for an example: the documented one,
// or the smallest that fits.
func responseOf(op *operation) (int, string) {
	r := &op.result
	best, text := 0, ""
	for _, one := range op.Responses {
		code, err := strconv.Atoi(one.Code)
		good := err == nil && (code/100 == 2 || code/100 == 3 && len(r.accept) > 0)
		if !good {
			continue
		}
		value, shown := op.sample.responses[one.Code]
		if shown && one.typ != nil && !one.XML {
			if raw, err := json.Marshal(value); err == nil {
				if code == 204 { // which has no body, whatever the document shows
					code = 200
				}
				return code, string(raw)
			}
		}
		if best == 0 {
			best = code
		}
	}
	if best == 0 {
		best = 200
	}
	if r.kind == resultValue && r.root != nil && r.root.typ.isStruct() {
		text = `{` + strconv.Quote(r.root.JSON) + `:{}}`
	}
	return best, text
}
