package gogen

import (
	"slices"
	"strconv"
	"strings"
)

// anyStatus is the condition of the default response.
const anyStatus = "true"

// failures are the documented bodies of the errors of an operation: Go conditions on the
// status and the type to decode into.
func (op *operation) failures() []statusBody {
	var out []statusBody
	good := map[string]bool{}
	for _, code := range op.result.accept {
		good[code] = true
	}
	for _, r := range op.Responses {
		if r.typ == nil || r.Code[0] == '2' || good[r.Code] {
			continue
		}
		cond := "status == " + r.Code
		switch {
		case r.Code == "default":
			cond = anyStatus
		case strings.EqualFold(r.Code[1:], "XX"):
			cond = "status/100 == " + r.Code[:1]
		}
		out = append(out, statusBody{cond, r.typ.expr()})
	}
	return out
}

// statusBody is the type of a body, and the Go condition on the status under which it comes.
type statusBody struct{ Cond, Type string }

// failureView is a case of errorBody: operations that document the same bodies.
type failureView struct {
	Operations string // quoted names
	Cases      []statusBody
	Other      string // type of the body of all other statuses, or empty
}

// failureViews are the cases of the function that gives sdk.Error its Detail. Most services
// have one body for all errors, so operations with the same bodies share a case.
func (v *view) failureViews() []failureView {
	var order []string
	bodies, names := map[string][]statusBody{}, map[string][]string{}
	for _, op := range v.ops {
		list := op.failures()
		if len(list) == 0 {
			continue
		}
		var key strings.Builder
		for _, one := range list {
			key.WriteString(one.Cond + " " + one.Type + "\n")
		}
		k := key.String()
		if names[k] == nil {
			order, bodies[k] = append(order, k), list
		}
		names[k] = append(names[k], strconv.Quote(op.Name))
	}
	var out []failureView
	for _, k := range order {
		one := byStatus(bodies[k])
		one.Operations = strings.Join(names[k], ",\n")
		out = append(out, one)
	}
	return out
}

// byStatus is the choice among the bodies of one operation. Statuses with one body
// become one condition; the body of all other statuses stands after them.
func byStatus(list []statusBody) failureView {
	var out failureView
	for _, one := range list {
		if one.Cond == anyStatus {
			out.Other = one.Type
		}
	}
	for _, one := range list {
		if one.Type == out.Other {
			continue
		}
		if i := slices.IndexFunc(out.Cases, func(c statusBody) bool { return c.Type == one.Type }); i >= 0 {
			out.Cases[i].Cond += " || " + one.Cond
		} else {
			out.Cases = append(out.Cases, one)
		}
	}
	return out
}
