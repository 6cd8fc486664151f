package gogen

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// sample is what the document shows of one call: a body that is sent and an answer that
// comes. The answer is the one of the same name as the body, where there is one.
type sample struct {
	body    any
	hasBody bool
	valid   bool // the body keeps the documented limits
	answers map[string]any
}

// sampleOf picks the examples of an operation. names are those that belong to a variant,
// by "request" and status; nil is all.
func sampleOf(op *openapi3.Operation, names map[string][]string) sample {
	out := sample{answers: map[string]any{}}
	chosen := ""
	if content := bodyContent(op); content != nil {
		if media := content[jsonMedia(content)]; media != nil {
			chosen, out.body, out.hasBody = pick(media, names, "request", "")
			if out.hasBody && media.Schema != nil && media.Schema.Value != nil {
				out.valid = media.Schema.Value.VisitJSON(out.body) == nil
			}
		}
	}
	if op.Responses == nil {
		return out
	}
	for status, ref := range op.Responses.Map() {
		if ref == nil || ref.Value == nil {
			continue
		}
		if media := ref.Value.Content[jsonMedia(ref.Value.Content)]; media != nil {
			if _, value, ok := pick(media, names, status, chosen); ok {
				out.answers[status] = value
			}
		}
	}
	return out
}

// pick takes the example of a name, else the first that is allowed.
func pick(media *openapi3.MediaType, names map[string][]string, side, name string) (string, any, bool) {
	allowed := sorted(media.Examples)
	if names != nil {
		allowed = names[side]
	}
	if ref := media.Examples[name]; name != "" && ref != nil && ref.Value != nil {
		return name, ref.Value.Value, true
	}
	for _, one := range allowed {
		if ref := media.Examples[one]; ref != nil && ref.Value != nil {
			return one, ref.Value.Value, true
		}
	}
	if media.Example != nil && names == nil {
		return "", media.Example, true
	}
	return "", nil, false
}

// argument is a value for a parameter of which only the schema is known, and whether it
// keeps the documented limits.
func argument(p *param, name string) (any, bool) {
	s := p.typ.schema
	if s == nil {
		return name, true
	}
	var v any
	switch {
	case s.Example != nil:
		v = s.Example
	case s.Default != nil:
		v = s.Default
	case len(s.Enum) > 0 && s.Enum[0] != nil:
		v = s.Enum[0]
	case s.Type.Is("integer"), s.Type.Is("number"):
		v = float64(1)
		if s.Min != nil {
			v = *s.Min
		}
	case s.Type.Is("boolean"):
		v = true
	case s.Type.Is("array"):
		v = []any{}
	default:
		text := name
		for uint64(len(text)) < s.MinLength && len(text) < 64 {
			text += "-" + name
		}
		if s.MaxLength != nil && uint64(len(text)) > *s.MaxLength {
			text = text[:*s.MaxLength]
		}
		v = text
	}
	return v, s.VisitJSON(v) == nil
}

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

// answerOf is the status and the text of a good answer for an example: the documented one,
// or the smallest that fits.
func answerOf(op *operation) (int, string) {
	r := &op.result
	best, text := 0, ""
	for _, one := range op.Responses {
		code, err := strconv.Atoi(one.Code)
		good := err == nil && (code/100 == 2 || code/100 == 3 && len(r.accept) > 0)
		if !good {
			continue
		}
		value, shown := op.sample.answers[one.Code]
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
