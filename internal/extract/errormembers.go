package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// splitErrors takes the members of a good response that are there only when the call fails out
// of it, and gives them to the responses of errors:
//
//	Response parameters
//	job_id | String | The task
//	error  | Object | The error that is returned if an error occurs
//
// A client would else return an error as the result of a call that went well. It does not
// apply where the words are about a task's failure, nor to a body that has a member for
// whether the call succeeded: such a body is the response to both.
func (b *builder) splitErrors(s *api.Schema) {
	if s.XMLName != "" || slices.ContainsFunc(s.Fields, func(f *api.Field) bool { return dialect.IsSuccessFlag(f.Name) }) {
		return
	}
	var failed, good []*api.Field
	for _, f := range s.Fields {
		_, fault := dialect.Fault(f.Name)
		if (fault || dialect.IsErrorPart(f.Name)) && dialect.TellsFailedCall(f.Text) {
			failed = append(failed, f)
		} else {
			good = append(good, f)
		}
	}
	if len(failed) == 0 {
		return
	}
	s.Fields = good
	var names []string
	for _, f := range failed {
		names = append(names, f.Name)
	}
	at := failed[0].Origin
	b.page.found.addf("docs/error-in-response", at.Pos,
		"the table of the response lists %s, which is there when the call fails; it is read as the body of errors", strings.Join(names, ", "))
	b.errorBody(&api.Schema{Label: api.ErrorBodyName, Fields: failed, Origin: at})
}
