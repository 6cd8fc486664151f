package gogen

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// anyStatus is the condition of the default response.
const anyStatus = "true"

// failures are the documented bodies of the errors of an operation: Go conditions on the
// status and the type to decode into.
func (op *operation) failures() [][2]string {
	var out [][2]string
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
		out = append(out, [2]string{cond, r.typ.expr()})
	}
	return out
}

// printFailures prints the function that gives sdk.Error its Detail. Most services have
// one body for all errors, so operations with the same bodies share a case.
func (v *view) printFailures(f *jen.File) {
	var order []string
	cases, names := map[string][][2]string{}, map[string][]string{}
	for _, op := range v.ops {
		list := op.failures()
		if len(list) == 0 {
			continue
		}
		var key strings.Builder
		for _, one := range list {
			key.WriteString(one[0] + " " + one[1] + "\n")
		}
		k := key.String()
		if names[k] == nil {
			order, cases[k] = append(order, k), list
		}
		names[k] = append(names[k], strconv.Quote(op.Name))
	}
	if len(order) == 0 {
		return
	}
	f.Line()
	f.Comment("errorBody makes what the documented body of an error is decoded into.")
	f.Add(code("func errorBody(operation string, status int) any")).Block(
		jen.Switch(code("operation")).BlockFunc(func(g *jen.Group) {
			for _, k := range order {
				g.Case(code("%s", strings.Join(names[k], ",\n"))).Block(byStatus(cases[k])...)
			}
		}),
		code("return nil"),
	)
}

// byStatus prints the choice among the bodies of one operation. Statuses with one body
// become one condition; the body of all other statuses stands after them.
func byStatus(list [][2]string) []jen.Code {
	var order []string
	conds, other := map[string][]string{}, ""
	for _, one := range list {
		cond, goType := one[0], one[1]
		if cond == anyStatus {
			other = goType
			continue
		}
		if conds[goType] == nil {
			order = append(order, goType)
		}
		conds[goType] = append(conds[goType], cond)
	}
	var cases, out []jen.Code
	for _, goType := range order {
		if goType != other {
			cases = append(cases, jen.Case(code("%s", strings.Join(conds[goType], " || "))).Block(code("return new(%s)", goType)))
		}
	}
	if len(cases) > 0 {
		out = append(out, jen.Switch().Block(cases...))
	}
	if other != "" {
		out = append(out, code("return new(%s)", other))
	}
	return out
}
