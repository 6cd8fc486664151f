package dialect

import "strings"

// HeaderRole is what a header of a request is for.
type HeaderRole string

// The header roles.
const (
	HeaderPlain     HeaderRole = ""          // a parameter like any other
	HeaderAuth      HeaderRole = "auth"      // authentication: a security scheme
	HeaderMediaType HeaderRole = "mediatype" // tells the body's media type
	HeaderTransport HeaderRole = "transport" // set by any HTTP client
)

var headerRoles = map[string]HeaderRole{
	"authorization":  HeaderAuth,
	"content-type":   HeaderMediaType,
	"accept":         HeaderMediaType,
	"host":           HeaderTransport,
	"content-length": HeaderTransport,
}

// Header says what HTTP has a request header of that name for; case does not count.
func Header(name string) HeaderRole { return headerRoles[strings.ToLower(name)] }
