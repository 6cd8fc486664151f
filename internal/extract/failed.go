package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// failed finds the status of a printed response that is an error, although no line above it
// names a status and the section is that of the good response:
//
//	Example Response
//	{"error": {"message": "No such jar.", "code": 404}}
//
// Evidence, the first that is there: an object alone, with a message and the number of an
// error's status; an object alone under the name of an error ("itemNotFound"); the code and
// the text of an error and nothing else, where their names say so or where the page prints
// them as an alternative ("or"); a line above that tells of a failed call; and the very fields
// of the error body that the set has. It does not apply where the table of the good response
// lists what is printed: a service may well respond with 200 and say inside what went wrong.
func failed(op *api.Operation, e *api.Example, c *code, alternative bool, errorBody *api.Schema) (status int, ok bool) {
	v := printedObject(e)
	if v == nil {
		return 0, false
	}
	if good := op.Response(goodStatus(op)); good != nil && good.Body != nil && listsAll(good.Body.Type.Schema, v) {
		return 0, false
	}
	if status, ok := faultOf(v); ok {
		return status, true
	}
	if isErrorBody(v, alternative) {
		return api.DefaultStatus, true
	}
	return api.DefaultStatus, c.tellsFailure() || errorBody != nil && len(v.Members) > 1 && listsAll(errorBody, v)
}

// misplaced finds the status of a printed response that is none of the error above it:
//
//	Status code: 500
//	{"job_id": "7c03"}
//
// The table of the good response lists all that is printed, and the body of the error nothing of it.
// It does not apply to what tells of an error by a name in it, which a good response may have, too.
// Nor does it apply where the page prints its good response, too, which callers find out.
func misplaced(op *api.Operation, e *api.Example, errorBody *api.Schema) (status int, ok bool) {
	if e.Status < 400 {
		return 0, false
	}
	good := goodStatus(op)
	body, v := bodyOf(op.Response(good)), printedObject(e)
	if v == nil || body == nil || body.Extra != nil || !listsAll(body, v) {
		return 0, false
	}
	if own := bodyOf(op.Response(e.Status)); own != nil {
		errorBody = own
	}
	return good, !tellsError(v) && !slices.ContainsFunc(v.Members, func(m payload.Member) bool { return errorBody != nil && errorBody.Field(m.Name) != nil })
}

// tellsError reports whether a member of a body, at any depth, tells of an error by its name.
func tellsError(v *payload.Value) bool {
	return slices.ContainsFunc(v.Items, tellsError) || slices.ContainsFunc(v.Members, func(m payload.Member) bool {
		_, whole := dialect.Fault(m.Name)
		return whole || dialect.IsErrorPart(m.Name) || dialect.FaultPart(m.Name) != dialect.NoFaultPart || tellsError(m.Value)
	})
}

// faultOf reads the status of an error out of a body that is one object with a message.
func faultOf(v *payload.Value) (status int, ok bool) {
	if len(v.Members) != 1 {
		return 0, false
	}
	m := v.Members[0]
	var code, text *payload.Value
	for _, one := range m.Value.Members {
		switch dialect.FaultPart(one.Name) {
		case dialect.FaultCode:
			code = one.Value
		case dialect.FaultText:
			text = one.Value
		}
	}
	if text == nil {
		return 0, false
	}
	status, ok = dialect.Fault(m.Name)
	if code != nil {
		if n, _ := strconv.Atoi(code.Text); n >= 400 && n <= 599 {
			return n, true
		}
	}
	return status, ok
}

// printedObject is the object that an example prints, nil where it prints something else, or
// an object without members.
func printedObject(e *api.Example) *payload.Value {
	v, _, _, err := payload.ParsePrefix(e.Raw)
	if err != nil || len(v.Members) == 0 {
		return nil
	}
	return v
}

// isErrorBody reports whether a body is the code and the text of an error and nothing else.
// Plain names (code, message) count only in an alternative to a good response.
func isErrorBody(v *payload.Value, alternative bool) bool {
	var names []string
	for _, m := range v.Members {
		names = append(names, m.Name)
	}
	return dialect.IsErrorBody(names) || alternative && dialect.IsErrorPair(names)
}

// tellsFailure reports whether the words above a code block are about a call that failed.
func (c *code) tellsFailure() bool {
	return c.ctx.section == dialect.SectionErrors || dialect.IsAbnormal(strings.TrimSpace(c.ctx.line().Text)) || c.ctx.failure || dialect.IsAbnormal(c.ctx.heading)
}

// bodyOf is the structure of what a response holds, nil where nothing tells one.
func bodyOf(r *api.Response) *api.Schema {
	if r == nil || r.Body == nil {
		return nil
	}
	return r.Body.Type.Schema
}

// listsAll reports whether the tables of a body list all that v has in its root; a body
// without a list of its fields takes anything.
func listsAll(s *api.Schema, v *payload.Value) bool {
	return s == nil || s.Extra != nil || !slices.ContainsFunc(v.Members, func(m payload.Member) bool { return s.Field(m.Name) == nil })
}

// addErrorResponse prepares the response of an error's example. One that the page does not
// document is added: the printed body then describes it, unless another error of the page
// or of the set has the same fields; nothing comes back from HEAD. The error body of the
// set gives way to what the page itself prints where the two have nothing in common.
func addErrorResponse(op *api.Operation, e *api.Example, errorBody *api.Schema) {
	v, _, _, err := payload.ParsePrefix(e.Raw)
	if err != nil {
		return
	}
	r := op.Response(e.Status)
	if r == nil {
		r = &api.Response{Status: e.Status, Origin: e.Origin}
		op.Responses = append(op.Responses, r)
	}
	if op.Method == "HEAD" {
		return
	}
	if r.Body != nil && (bodyOf(r) != errorBody || listsAll(errorBody, v)) {
		return
	}
	if r.Body != nil { // that of the set was a guess, what the page prints is none
		r.Body, r.Origin = nil, e.Origin
	}
	if errorBody != nil && listsAll(errorBody, v) {
		r.Body = &api.Payload{MediaType: jsonType, Origin: errorBody.Origin, Type: api.Type{Kind: api.Object, Schema: errorBody}}
		return
	}
	for _, o := range op.Responses {
		if s := bodyOf(o); api.IsError(o.Status) && s != nil && listsAll(s, v) {
			body := *o.Body
			r.Body = &body
			return
		}
	}
	// The page has a body of its own: others of its errors may have it, too.
	op.Responses = slices.DeleteFunc(op.Responses, func(o *api.Response) bool {
		return o.Status == api.DefaultStatus && errorBody != nil && bodyOf(o) == errorBody
	})
}
