package document

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// SecurityScheme is a security scheme of a document, as a client sends it.
type SecurityScheme struct {
	Name   string
	Type   string // apiKey, bearer, basic or other
	In     string // of an API key: header, query or cookie
	Key    string // of an API key: its name there
	Prefix string // of a bearer token: what is before it in Authorization
	// TokenURL is where OAuth 2 gives tokens to clients that have credentials of their own.
	TokenURL string
}

// The types of security schemes.
const (
	SchemeAPIKey = "apiKey"
	SchemeBearer = "bearer" // a token in Authorization, of OAuth 2 and OpenID Connect as well
	SchemeBasic  = "basic"
	SchemeOther  = "other" // that no credential in a request serves, such as certificates
)

// SecuritySchemes are the schemes of the document by name.
func (d *Document) SecuritySchemes() []SecurityScheme {
	if d.Components == nil {
		return nil
	}
	var out []SecurityScheme
	for _, name := range Sorted(d.Components.SecuritySchemes) {
		if ref := d.Components.SecuritySchemes[name]; ref != nil && ref.Value != nil {
			out = append(out, schemeOf(name, ref.Value))
		}
	}
	return out
}

func schemeOf(name string, s *openapi3.SecurityScheme) SecurityScheme {
	out := SecurityScheme{Name: name, Type: SchemeOther}
	switch {
	case s.Type == "apiKey" && (s.In == "query" || s.In == "cookie" || s.In == "header" && IsHeader(s.Name)):
		out.Type, out.In, out.Key = SchemeAPIKey, s.In, s.Name
	case s.Type == "http" && strings.EqualFold(s.Scheme, "basic"):
		out.Type = SchemeBasic
	case s.Type == "http" && strings.EqualFold(s.Scheme, "bearer"), s.Type == "oauth2", s.Type == "openIdConnect":
		out.Type, out.Prefix = SchemeBearer, "Bearer "
	}
	if s.Flows != nil && s.Flows.ClientCredentials != nil {
		out.TokenURL = s.Flows.ClientCredentials.TokenURL
	}
	return out
}

// SecurityOf gives the sets of schemes of which an operation takes one, the empty set being
// none, and whether the document says so: what stands at the operation, else at the document.
func (d *Document) SecurityOf(op *openapi3.Operation) (sets [][]string, stated bool) {
	all := d.Security
	if op.Security != nil {
		all = *op.Security
	} else if all == nil {
		return nil, false
	}
	for _, requirement := range all {
		sets = append(sets, Sorted(requirement))
	}
	return sets, true
}

// TokenHeaders are the headers in which an operation takes credentials: that the caller has
// no parameters for.
func (d *Document) TokenHeaders(op *Operation) []string {
	if !op.SecurityStated {
		if header, _ := TokenHeader(d.T); header != "" {
			return []string{header}
		}
		return nil
	}
	var out []string
	schemes := d.SecuritySchemes()
	for _, set := range op.Security {
		for _, name := range set {
			i := slices.IndexFunc(schemes, func(s SecurityScheme) bool { return s.Name == name })
			if i >= 0 && schemes[i].In == "header" && !slices.Contains(out, schemes[i].Key) {
				out = append(out, schemes[i].Key)
			}
		}
	}
	return out
}
