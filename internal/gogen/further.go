package gogen

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// What an operation has beside its method: a struct for the headers of its response, and
// methods for other media types than the one that the method sends or reads.

// headersView is a struct for documented headers.
type headersView struct {
	Comment, Name string
	Fields        []headerField
}

type headerField struct{ Comment, Name, Type, Tag string }

// decideFurther names structs for headers, and methods for other media types.
func (b *builder) decideFurther(calls []call) {
	for i, op := range b.view.ops {
		op.headers = b.headersOf(op, calls[i])
		op.withBody, op.as = b.otherBodies(op, calls[i]), b.otherResponses(op, calls[i])
	}
}

// headersOf is nil where the good responses have no documented headers.
func (b *builder) headersOf(op *operation, c call) *headersView {
	fields := map[string]string{} // the header of each
	out := &headersView{}
	for _, r := range c.Responses {
		if r.Key[0] != '2' {
			continue
		}
		for _, name := range sorted(r.Headers) {
			ref := r.Headers[name]
			if ref == nil || ref.Value == nil || !document.IsHeader(name) || strings.EqualFold(name, "Content-Type") {
				continue
			}
			goField := b.namer.name(name)
			for i := 2; fields[goField] != "" && !strings.EqualFold(fields[goField], name); i++ {
				goField = b.namer.name(name) + strconv.Itoa(i)
			}
			if fields[goField] != "" {
				continue // another status has it as well
			}
			fields[goField] = name
			out.Fields = append(out.Fields, headerField{comment(prose(ref.Value.Description)), goField, b.headerType(ref.Value), "`header:" + strconv.Quote(name) + "`"})
		}
	}
	if len(out.Fields) == 0 {
		return nil
	}
	name, err := b.freeKept(keptTypes, b.lasting.at(op.where+" headers"), "the headers of "+op.where, op.Name+"Headers", op.Name+"ResponseHeaders", op.Name+"HTTPHeaders")
	if err != nil {
		return nil // all names are taken; WithCapture has the headers
	}
	out.Name = name
	out.Comment = comment(name + " are headers of the response to " + op.Name + ", which sdk.WithResponseHeaders(&headers) stores.")
	return out
}

// headerType is the Go type of a header.
func (b *builder) headerType(h *openapi3.Header) string {
	s, err := b.doc.Shape(h.Schema)
	if err != nil || s.Schema == nil {
		return "*string"
	}
	switch {
	case s.Schema.Type.Is("array"):
		return "[]string"
	case s.Schema.Type.Is("integer"):
		return "*int64"
	case s.Schema.Type.Is("number"):
		return "*float64"
	case s.Schema.Type.Is("boolean"):
		return "*bool"
	}
	return "*string"
}

// otherBodies names the method that takes any of the documented media types, where the body of
// the operation has a type and is documented in others, too.
func (b *builder) otherBodies(op *operation, c call) string {
	if op.JSONBody == "" || c.Body == nil || len(c.Body.Content) < 2 {
		return ""
	}
	return b.furtherMethod(op.Name+"WithBody", op.where, "body")
}

// otherResponses names the method that asks for one of several documented media types.
func (b *builder) otherResponses(op *operation, c call) string {
	if c.Method == "HEAD" || op.result.kind == resultNone || !strings.Contains(c.Accepts(), ",") {
		return ""
	}
	op.accepts = c.Accepts()
	return b.furtherMethod(op.Name+"As", op.where, "media type")
}

func (b *builder) furtherMethod(name, where, does string) string {
	if !b.takeMethod(name, where, does, "other media types of "+where) {
		return ""
	}
	return name
}

// takeMethod takes a name for a method beside that of an operation, which says what it does. It
// fails where another method has the name, or had it: a program that calls that one would call this.
func (b *builder) takeMethod(name, where, does, what string) bool {
	key := b.lasting.at(where) + " " + does
	if b.methods.taken[name] != "" || !b.lasting.mayHave(keptMethods, key, name) {
		return false
	}
	b.methods.taken[name] = what
	b.lasting.note(keptMethods, key, name)
	return true
}

// furtherViews are the methods for other media types.
func (op *operation) furtherViews(client string) []*methodView {
	var out []*methodView
	if op.withBody != "" {
		plain := *op
		plain.JSONBody, plain.JSONType, plain.Form, plain.bodyType, plain.headers = "", "", "", nil, nil
		view := plain.methodView(client)
		view.Name = op.withBody
		view.Comment = comment(fmt.Sprintf("%s is %s with a body of any of the documented media types, which contentType says.", op.withBody, op.Name), op.line)
		if op.result.kind == resultSeveral {
			view.Several.Declared = true
		}
		out = append(out, view)
	}
	if op.as != "" {
		stream := *op
		stream.result, stream.page, stream.headers = result{kind: resultStream, accept: op.result.accept}, nil, nil
		view := stream.methodView(client)
		view.Name, view.Args, view.Asks = op.as, view.Args+", accept string", true
		view.Comment = comment(fmt.Sprintf("%s is %s with the response as it comes in the media type that accept says: %s.", op.as, op.Name, printable(op.accepts)), op.line)
		out = append(out, view)
	}
	return out
}
