// Package document knows what our OpenAPI documents say: how they are read, with the order
// and the lines of the file; the x- keys that carry what OpenAPI has no word for (Keys); the
// operations, with their variants taken apart and their parameters joined; schemas without
// allOf; sample values of schemas (Sample); media types, paths, JSON pointers; and what follows for a client in any language:
// which response is the good one, how to get all pages of a list, what can be waited for.
//
// It knows no target language and no pages. Foreign documents are read as our own.
package document

import (
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

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
