package publish

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// exampleName is the name of an example that is made of a schema.
const exampleName = "of-schema"

// success are the statuses whose bodies a policy of examples is about. That of 204 is none that is sent, yet pages print some.
var success = []string{"200", "201", "202", "204"}

// examples adds examples where the policy asks for some and the pages print none, and drops those
// that it forbids.
func (o *operation) examples(written *document.Document) {
	asked, ok := o.policy.Examples[o.method]
	if !ok {
		return
	}
	of := o.operationOf(written)
	if body := o.op.RequestBody; body != nil {
		switch asked.Request {
		case profile.ExamplesForbidden:
			o.drop("request", body.Value.Content)
		case profile.ExamplesRequired:
			if of != nil && of.RequestBody != nil {
				sample(written, body.Value.Content, of.RequestBody.Value.Content, document.InRequest)
			}
		}
	}
	bodies, with := 0, 0
	for _, status := range success {
		r := o.op.Responses.Value(status)
		if r == nil {
			continue
		}
		switch {
		case asked.Response == profile.ExamplesForbidden:
			o.drop(status, r.Value.Content)
		case len(r.Value.Content) > 0:
			bodies++
			if hasExamples(r.Value.Content) {
				with++
			}
		}
	}
	if asked.Response != profile.ExamplesRequired || bodies == 0 || with > 0 || of == nil {
		return
	}
	for _, status := range success {
		if r, w := o.op.Responses.Value(status), of.Responses.Value(status); r != nil && w != nil {
			sample(written, r.Value.Content, w.Value.Content, document.InResponse)
		}
	}
}

// operationOf is the operation as it is going to be written.
func (o *operation) operationOf(written *document.Document) *openapi3.Operation {
	if item := written.Paths.Value(o.path); item != nil {
		return item.GetOperation(o.method)
	}
	return nil
}

func hasExamples(content openapi3.Content) bool {
	for _, media := range content {
		if media.Example != nil || len(media.Examples) > 0 {
			return true
		}
	}
	return false
}

// sample gives each JSON body without an example one that is made of its schema, where one can be
// made that the schema allows.
func sample(d *document.Document, content, written openapi3.Content, use document.Use) {
	for name, media := range content {
		of := written[name]
		if of == nil || of.Schema == nil || media.Example != nil || len(media.Examples) > 0 || !document.IsJSON(name) {
			continue
		}
		value, fits := d.Sample(of.Schema, document.SampleOptions{Use: use})
		if !fits || value == nil {
			continue
		}
		media.Examples = openapi3.Examples{exampleName: &openapi3.ExampleRef{Value: &openapi3.Example{
			Summary: "Made of the schema; the documentation prints none.", Value: value, Extensions: added(),
		}}}
	}
}

// drop takes the examples of one side out of an operation and its variants.
func (o *operation) drop(side string, content openapi3.Content) {
	for _, media := range content {
		media.Example, media.Examples = nil, nil
	}
	variants := document.Variants.Of(o.op.Extensions)
	if len(variants) == 0 {
		return
	}
	variants = slices.Clone(variants)
	for i := range variants {
		rest := map[string][]string{}
		for key, names := range variants[i].Examples {
			if key != side {
				rest[key] = names
			}
		}
		if variants[i].Examples = rest; len(rest) == 0 {
			variants[i].Examples = nil
		}
	}
	document.Variants.Set(o.op.Extensions, variants)
}
