package gogen

import "strings"

// auth finds how the service takes its token: an API key in a header of its own, else in
// Authorization, else HTTP bearer. An API key in Authorization comes second because
// documents also describe signatures so, which are not tokens.
func (b *builder) auth() {
	if b.doc.Components == nil {
		return
	}
	best := 0
	take := func(rank int, auth authView) {
		if rank > best {
			best, b.view.auth = rank, auth
		}
	}
	for _, name := range sorted(b.doc.Components.SecuritySchemes) {
		ref := b.doc.Components.SecuritySchemes[name]
		if ref == nil || ref.Value == nil {
			continue
		}
		switch s := ref.Value; {
		case s.Type == "apiKey" && s.In == "header" && strings.EqualFold(s.Name, "Authorization"):
			take(2, authView{Header: "Authorization"})
		case s.Type == "apiKey" && s.In == "header" && headerName(s.Name):
			take(3, authView{Header: s.Name})
		case s.Type == "http" && strings.EqualFold(s.Scheme, "bearer"), s.Type == "oauth2", s.Type == "openIdConnect":
			take(1, authView{Header: "Authorization", Prefix: "Bearer "})
		}
	}
}

// headerName reports whether a name can be an HTTP header (RFC 9110, section 5.1).
func headerName(name string) bool {
	return name != "" && strings.Trim(strings.ToLower(name), "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz") == ""
}
