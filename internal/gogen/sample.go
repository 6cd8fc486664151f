package gogen

import (
	"encoding/json"
	"slices"
	"strconv"

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
				out.valid = document.CheckValue(schema.Value, out.body) == nil
			}
		}
	}
	for _, r := range op.Responses {
		media := document.JSONMedia(r.Content)
		if e := pick(r.Examples, media, chosen); e != nil && !otherKind(r.Content[media].Schema, e.Value) {
			out.responses[r.Key] = e.Value
		}
	}
	return out
}

// otherKind reports whether an example is an object where a list is documented, or the reverse:
// the example of an element for the list of them, or a mistake, that no client can read.
func otherKind(ref *openapi3.SchemaRef, v any) bool {
	if ref == nil || ref.Value == nil || ref.Value.Type == nil || ref.Value.Nullable && v == nil {
		return false
	}
	_, isList := v.([]any)
	_, isObject := v.(map[string]any)
	switch t := ref.Value.Type; {
	case t.Is("array"):
		return !isList
	case t.Is("object"):
		return !isObject
	}
	return isList || isObject
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
func (v *view) argument(p *param, use document.Use) (any, bool) {
	return v.doc.Sample(&openapi3.SchemaRef{Value: p.typ.schema}, document.SampleOptions{Use: use, Name: p.Name})
}

// succeeds reports whether a method gives a result for a documented response: it does not for
// one that tells of a failure in place of what is wanted.
func succeeds(op *operation, value any) bool {
	if root := op.result.root; op.result.kind == resultValue && root != nil {
		return memberOf(value, []*field{root}) != nil
	}
	if op.page == nil {
		return true
	}
	if _, ok := memberOf(value, op.page.items).([]any); ok {
		return true
	}
	m, _ := value.(map[string]any)
	return !slices.ContainsFunc(sorted(m), document.TellsFailure)
}

// memberOf is what fields lead to in a value, nil where it is not there.
func memberOf(value any, fields []*field) any {
	for _, f := range fields {
		m, _ := value.(map[string]any)
		value = m[f.JSON]
	}
	return value
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
		if shown && one.typ != nil && !one.XML && succeeds(op, value) {
			if raw, err := json.Marshal(value); err == nil {
				if !document.HasBody(op.Method, code) { // whatever the document shows
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
