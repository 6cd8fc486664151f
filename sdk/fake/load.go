package fake

import (
	"math"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// load reads an OpenAPI 3.0 document and makes it fit for checks.
func load(spec []byte) (*document.Document, error) {
	doc, err := document.Load(spec)
	if err != nil {
		return nil, err
	}
	return doc, prepare(doc.T)
}

// prepare makes the schemas of a document fit for the library that checks values.
func prepare(doc *openapi3.T) error {
	return doc.WalkSchemas(func(_ string, ref *openapi3.SchemaRef) error {
		s := ref.Value
		// Patterns that Go's expressions cannot say, such as those that look ahead, are taken
		// out: what cannot be checked must not refuse a request.
		if !document.CanCheck(s.Pattern) {
			s.Pattern = ""
		}
		// A schema that says nothing takes any value, also null, which the library refuses.
		if s.IsEmpty() {
			s.Nullable = true
		}
		// The library looks whether a schema is empty before it checks, and does not return
		// from one without a type that has itself as a part. A bound that none can break ends
		// that look.
		if s.Type == nil && s.MaxProps == nil {
			s.MaxProps = new(uint64(math.MaxInt64))
		}
		return nil
	})
}

// oneLine is the text of an error on one line of bounded length.
func oneLine(err error) string { return document.OneLine(err.Error()) }
