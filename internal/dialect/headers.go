package dialect

import "strings"

// HeaderRole is what a header of a request is for.
type HeaderRole string

// The header roles.
const (
	HeaderPlain     HeaderRole = ""          // a parameter like any other
	HeaderToken     HeaderRole = "token"     // carries the token: a security scheme
	HeaderSigning   HeaderRole = "signing"   // made by the request's signer: a security scheme
	HeaderMediaType HeaderRole = "mediatype" // tells the body's media type
	HeaderTransport HeaderRole = "transport" // set by any HTTP client
)

var headerRoles = map[string]HeaderRole{
	"x-auth-token":   HeaderToken,
	"authorization":  HeaderSigning,
	"x-sdk-date":     HeaderSigning,
	"content-type":   HeaderMediaType,
	"accept":         HeaderMediaType,
	"host":           HeaderTransport,
	"content-length": HeaderTransport,
}

// Header says what a request header of that name is for; case does not count.
func Header(name string) HeaderRole { return headerRoles[strings.ToLower(name)] }
