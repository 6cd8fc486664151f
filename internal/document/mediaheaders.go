package document

import (
	"fmt"
	"math"
	"mime"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Accepts is the header Accept of an operation: what the document demands, else the media
// types of its good responses, else of its default response; "" where none has a body. What a GET that only leads
// elsewhere leads to may be anything.
func (op *Operation) Accepts() string {
	switch {
	case op.Accept != "":
		return op.Accept
	case op.leadsElsewhere():
		return "*/*"
	}
	var media []string
	for _, first := range []string{"2", "d"} {
		for _, r := range op.Responses {
			if r.Key[:1] != first {
				continue
			}
			for _, name := range Sorted(r.Content) {
				if _, _, err := mime.ParseMediaType(name); err == nil && !slices.Contains(media, name) {
					media = append(media, name)
				}
			}
		}
		if len(media) > 0 {
			break
		}
	}
	// JSON first, which is read best.
	slices.SortStableFunc(media, func(a, b string) int { return rankOf(a) - rankOf(b) })
	return strings.Join(media, ", ")
}

func rankOf(media string) int {
	switch {
	case media == "application/json":
		return 0
	case IsJSON(media):
		return 1
	case IsXML(media):
		return 2
	}
	return 3
}

// mediaHeader is the only value of a header for media types that foreign documents describe as
// a parameter, although OpenAPI ignores it there; "" where there is none.
func (op *Operation) mediaHeader(name string) string {
	for _, p := range op.Params {
		if p.In != openapi3.ParameterInHeader || !strings.EqualFold(p.Name, name) {
			continue
		}
		value := p.Constant
		if value == nil && p.Schema != nil && p.Schema.Value != nil {
			value = p.Schema.Value.Default
			if len(p.Schema.Value.Enum) == 1 {
				value = p.Schema.Value.Enum[0]
			}
		}
		if text, ok := value.(string); ok {
			if _, _, err := mime.ParseMediaType(text); err == nil && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
				return text
			}
		}
	}
	return ""
}

// VersionHeader is what a header that names the version of an API has where the caller leaves
// it out: its default, or its only value; "" for other parameters.
func VersionHeader(p *openapi3.Parameter) string {
	if p.In != openapi3.ParameterInHeader || !strings.Contains(Folded(p.Name), "version") || p.Schema == nil || p.Schema.Value == nil {
		return ""
	}
	value := p.Schema.Value.Default
	if len(p.Schema.Value.Enum) == 1 {
		value = p.Schema.Value.Enum[0]
	}
	switch value.(type) {
	case string, float64, int, bool:
		if text := fmt.Sprint(value); text != "" && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
			return text
		}
	}
	return ""
}

// onlyValue is the value of a required parameter that has no other, as "?Action=CreateQueue" has;
// nil where it may have one.
func onlyValue(p *openapi3.Parameter) any {
	if !p.Required || p.Schema == nil || p.Schema.Value == nil || len(p.Schema.Value.Enum) != 1 || p.Schema.Value.Nullable || p.AllowEmptyValue {
		return nil
	}
	if p.In == openapi3.ParameterInPath && (p.AllowReserved || p.Style != "" && p.Style != openapi3.SerializationSimple || slices.Contains([]any{"", ".", ".."}, p.Schema.Value.Enum[0])) {
		return nil // a constant is one segment as it is; with "" or ".." the path would be another one
	}
	if p.In == openapi3.ParameterInHeader && slices.ContainsFunc([]string{"Accept", "Content-Type", "Authorization"}, func(name string) bool { return strings.EqualFold(name, p.Name) }) {
		return nil // bodies and credentials say what these are
	}
	switch value := p.Schema.Value.Enum[0].(type) {
	case float64:
		if math.Abs(value) < 1<<53 { // the library has not kept all digits of others
			return value
		}
	case string, bool, int64, uint64:
		return value
	}
	return nil
}
