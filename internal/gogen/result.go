package gogen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// resultKind is how a method gives the response back.
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
func (b *builder) decideResults(calls []call) error {
	for i, op := range b.view.ops {
		if err := b.decideResult(op, calls[i]); err != nil {
			return err
		}
	}
	return nil
}

// decideResult gives types to what the document says of the good responses.
func (b *builder) decideResult(op *operation, c call) error {
	byKey := map[string]*response{}
	for _, r := range op.Responses {
		byKey[r.Code] = r
	}
	var err error
	op.decided, err = b.doc.Result(c.Operation, func(r *document.Response) bool { return byKey[r.Key].typ != nil })
	if err != nil {
		return fmt.Errorf("%s: %w", op.where, err)
	}
	r := &op.result
	r.accept = op.decided.Accept
	switch op.decided.Kind {
	case document.ResultNone:
		r.kind = resultNone
	case document.ResultStream:
		r.kind = resultStream
	case document.ResultValue:
		r.kind, r.body = resultValue, byKey[op.decided.Bodies[0].Key].typ
		if op.decided.Root != "" {
			if f, err := r.body.member(op.decided.Root); err == nil { // else no field can have its name
				r.root = f
			}
		}
	case document.ResultSeveral:
		r.kind = resultSeveral
		for _, one := range op.decided.Bodies {
			r.cases = append(r.cases, byKey[one.Key])
		}
		if r.name, err = b.freeKept(keptTypes, b.lasting.at(op.where+" result"), "the result of "+op.where, op.Name+"Result", op.Name+"Reply", op.Name+"HTTPResult"); err != nil {
			return fmt.Errorf("%s: %w", op.where, err)
		}
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
