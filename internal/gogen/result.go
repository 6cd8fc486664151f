package gogen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// resultKind is how a method gives the answer back.
type resultKind int

const (
	resultNone    resultKind = iota // only an error
	resultValue                     // the documented body, or what its only member holds
	resultStream                    // an io.ReadCloser: neither JSON nor XML
	resultSeveral                   // statuses with different bodies: a struct with a field for each
)

// result is what a method gives back.
type result struct {
	kind   resultKind
	body   *typeRef    // the documented body of resultValue
	root   *field      // the only member of the body, when it is that what is given back
	accept []string    // statuses other than 2xx that are good
	name   string      // the struct of resultSeveral
	cases  []*response // its fields
}

// goType is the type of the first value that the method returns.
func (r *result) goType() string {
	switch {
	case r.kind == resultStream:
		return "io.ReadCloser"
	case r.kind == resultSeveral:
		return "*" + r.name
	case r.root != nil && r.root.typ.shape == shapeSlice:
		return r.root.typ.expr()
	case r.root != nil:
		return "*" + r.root.typ.expr()
	case r.body.isStruct():
		return "*" + r.body.expr()
	}
	return r.body.expr()
}

func (t *typeRef) isStruct() bool { return t.shape == shapeNamed && t.named.Kind == kindStruct }

// decideResults says what each method gives back, once all types are known.
func (b *builder) decideResults() error {
	for _, op := range b.view.ops {
		if err := b.decideResult(op); err != nil {
			return err
		}
	}
	return nil
}

// decideResult looks at the good statuses: those of 2xx; where there is none, those of 3xx
// with a body, as the lists of versions have (300); where there is none either, default.
func (b *builder) decideResult(op *operation) error {
	of := func(keep func(r *response) bool) []*response {
		var out []*response
		for _, r := range op.Responses {
			if keep(r) {
				out = append(out, r)
			}
		}
		return out
	}
	r := &op.result
	good := of(func(r *response) bool { return r.Code[0] == '2' })
	if len(good) == 0 {
		good = of(func(r *response) bool { return r.Code[0] == '3' && r.typ != nil })
		for _, one := range good {
			if code, err := strconv.Atoi(one.Code); err == nil {
				r.accept = append(r.accept, strconv.Itoa(code))
			}
		}
	}
	if len(good) == 0 {
		good = of(func(r *response) bool { return r.Code == "default" })
	}
	var typed []*response
	for _, one := range good {
		if one.typ != nil && !slices.ContainsFunc(typed, func(t *response) bool { return t.typ.expr() == one.typ.expr() }) {
			typed = append(typed, one)
		}
	}
	switch {
	case len(typed) == 0 && slices.ContainsFunc(good, func(r *response) bool { return r.stream }):
		r.kind = resultStream
	case len(typed) == 0:
		r.kind = resultNone
	case len(typed) == 1:
		r.kind, r.body = resultValue, typed[0].typ
		r.root = soleRoot(r.body)
	default:
		r.kind = resultSeveral
		for _, one := range good {
			if one.typ != nil {
				r.cases = append(r.cases, one)
			}
		}
		var err error
		if r.name, err = b.types.free("the result of "+op.where, op.Name+"Result", op.Name+"Reply", op.Name+"HTTPResult"); err != nil {
			return fmt.Errorf("%s: %w", op.where, err)
		}
	}
	return nil
}

// soleRoot is the only member of a body, when that is a structure or a list: callers want
// the checkpoint, not the object around it. A body with one scalar stays as it is, since
// the name of the member says what the scalar is.
func soleRoot(t *typeRef) *field {
	if !t.isStruct() || t.nullable || len(t.named.Fields) != 1 || t.named.extra != nil || len(t.named.unnamed) > 0 {
		return nil
	}
	f := t.named.Fields[0]
	switch {
	case f.Constant != "":
		return nil
	case f.typ.isStruct():
		return f
	case f.typ.shape == shapeSlice && f.typ.name == "" && !f.wrapped:
		return f
	}
	return nil
}

// access is the Go expression that reaches the root of a body as a pointer, or as a list.
func (f *field) access(body string) string {
	target := body + "." + f.Name
	switch {
	case f.typ.shape == shapeSlice, f.pointer:
		return target
	case f.wrapped:
		return target + ".Ptr()"
	}
	return "&" + target
}

// goodCases orders the fields of a result of several bodies by status.
func (r *result) goodCases() []*response {
	return slices.SortedStableFunc(slices.Values(r.cases), func(a, b *response) int { return strings.Compare(a.Code, b.Code) })
}
