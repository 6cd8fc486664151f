package extract

import "github.com/rst2openapi/rst2openapi/internal/dialect"

// isStandardHeader reports whether a header of requests is not a parameter of an operation: it
// carries the authentication, tells the media type, or any HTTP client sets it.
func (p *page) isStandardHeader(name string) bool {
	return dialect.Header(name) != dialect.HeaderPlain || p.profile.Authenticates(name)
}
