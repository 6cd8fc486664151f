// Package document holds what the generator of clients and the fake server must read alike
// in an OpenAPI document: which documents are taken, and in which header a token is sent.
package document

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Validate refuses a document that breaks OpenAPI 3.0. What can be wrong in examples,
// defaults and patterns is no reason to refuse it: it does not change what calls look like,
// or is looked at later.
func Validate(ctx context.Context, doc *openapi3.T) error {
	return doc.Validate(ctx,
		openapi3.DisableExamplesValidation(),
		openapi3.DisableSchemaDefaultsValidation(),
		openapi3.DisableSchemaPatternValidation(),
		openapi3.AllowExtensionsWithRef(),
		openapi3.AllowExtraSiblingFields("description", "nullable", "summary", "default", "example", "readOnly", "deprecated", "title"),
	)
}

// TokenHeader finds how the service takes its token: an API key in a header of its own,
// else in Authorization, else a bearer token. An API key in Authorization comes second
// because documents also describe signatures so, which are not tokens. header is empty
// where the document says nothing of a token.
func TokenHeader(doc *openapi3.T) (header, prefix string) {
	if doc.Components == nil {
		return "", ""
	}
	best := 0
	take := func(rank int, name, before string) {
		if rank > best {
			best, header, prefix = rank, name, before
		}
	}
	for _, name := range slices.Sorted(maps.Keys(doc.Components.SecuritySchemes)) {
		ref := doc.Components.SecuritySchemes[name]
		if ref == nil || ref.Value == nil {
			continue
		}
		switch s := ref.Value; {
		case s.Type == "apiKey" && s.In == "header" && strings.EqualFold(s.Name, "Authorization"):
			take(2, "Authorization", "")
		case s.Type == "apiKey" && s.In == "header" && IsHeader(s.Name):
			take(3, s.Name, "")
		case s.Type == "http" && strings.EqualFold(s.Scheme, "bearer"), s.Type == "oauth2", s.Type == "openIdConnect":
			take(1, "Authorization", "Bearer ")
		}
	}
	return header, prefix
}

// IsHeader reports whether a name can be an HTTP header (RFC 9110, section 5.1).
func IsHeader(name string) bool {
	return name != "" && strings.Trim(strings.ToLower(name), "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz") == ""
}
