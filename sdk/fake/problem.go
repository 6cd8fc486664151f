package fake

import (
	"cmp"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// maxProblems bounds how many problems of a value are told.
const maxProblems = 50

// problemsOf are the single problems that an error of the library holds, each on a line of
// its own with the place in the value that it is about.
func problemsOf(err error) []string {
	var out []string
	collect(err, &out)
	if len(out) > maxProblems {
		out = append(out[:maxProblems], "and more")
	}
	return out
}

func collect(err error, out *[]string) {
	if len(*out) > maxProblems {
		return
	}
	switch e := err.(type) {
	case nil:
	case openapi3.MultiError:
		for _, one := range e {
			collect(one, out)
		}
	case *openapi3filter.RequestError:
		if e.Err == nil {
			*out = append(*out, document.OneLine(e.Reason))
			return
		}
		collect(e.Err, out)
	case *openapi3.SchemaError:
		// The problems of all schemas that must fit are those of the value. Those inside the
		// error of a choice are of each choice, which would say more than is wrong.
		if all := errors.Unwrap(e.Origin); e.SchemaField == "allOf" && all != nil {
			if inner, ok := errors.Unwrap(all).(openapi3.MultiError); ok && len(inner) > 0 {
				collect(inner, out)
				return
			}
		}
		text := cmp.Or(e.Reason, "it does not fit the schema's "+e.SchemaField)
		if at := e.JSONPointer(); len(at) > 0 {
			text = "/" + strings.Join(at, "/") + ": " + text
		}
		*out = append(*out, document.OneLine(text))
	default:
		*out = append(*out, oneLine(err))
	}
}

// refused is the response to a bad request: the message is a text where the document says that the
// body of such a response is one, and has no more characters than the document gives it, for
// clients that check what they get.
func (op *operation) refused(message string) Response {
	schema := op.errorSchema()
	if schema == nil {
		return Error(http.StatusBadRequest, codeBroken, message)
	}
	if document.KindOf(schema) == document.KindText {
		return JSON(http.StatusBadRequest, shortened(message, schema.MaxLength))
	}
	if member := document.Member(schema, "error_msg"); member != nil && member.Value != nil {
		message = shortened(message, member.Value.MaxLength)
	}
	return Error(http.StatusBadRequest, codeBroken, message)
}

// errorSchema is that of the JSON body of a response to a bad request, nil where none is known.
func (op *operation) errorSchema() *openapi3.Schema {
	for _, key := range []string{"400", "4XX", "default"} {
		i := slices.IndexFunc(op.responses, func(r documentedResponse) bool {
			return strings.EqualFold(r.key, key) && r.schema != nil && document.IsJSON(r.media)
		})
		if i >= 0 {
			return op.responses[i].schema.Value
		}
	}
	return nil
}

func shortened(text string, most *uint64) string {
	if runes := []rune(text); most != nil && uint64(len(runes)) > *most {
		return string(runes[:*most])
	}
	return text
}
