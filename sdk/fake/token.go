package fake

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// tokenHeader is where requests have their token.
type tokenHeader struct{ name, prefix string }

// tokenHeaderOf finds it as the generator of clients does: an API key in a header of its
// own, else in Authorization, else a bearer token. An API key in Authorization comes second
// because documents also describe signatures so, which are not tokens.
func tokenHeaderOf(doc *openapi3.T) tokenHeader {
	best, header := 0, tokenHeader{name: "X-Auth-Token"}
	take := func(rank int, h tokenHeader) {
		if rank > best {
			best, header = rank, h
		}
	}
	if doc.Components == nil {
		return header
	}
	for _, name := range sortedKeys(doc.Components.SecuritySchemes) {
		ref := doc.Components.SecuritySchemes[name]
		if ref == nil || ref.Value == nil {
			continue
		}
		switch s := ref.Value; {
		case s.Type == "apiKey" && s.In == "header" && strings.EqualFold(s.Name, "Authorization"):
			take(2, tokenHeader{name: "Authorization"})
		case s.Type == "apiKey" && s.In == "header" && headerName(s.Name):
			take(3, tokenHeader{name: s.Name})
		case s.Type == "http" && strings.EqualFold(s.Scheme, "bearer"), s.Type == "oauth2", s.Type == "openIdConnect":
			take(1, tokenHeader{name: "Authorization", prefix: "Bearer "})
		}
	}
	return header
}

// headerName reports whether a name can be an HTTP header (RFC 9110, section 5.1).
func headerName(name string) bool {
	return name != "" && strings.Trim(strings.ToLower(name), "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz") == ""
}
