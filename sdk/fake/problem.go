package fake

import (
	"cmp"
	"errors"
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
