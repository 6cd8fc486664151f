package dialect

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/alike"
)

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

// spelledHeaders are the headers that a name of one wrong letter stands for.
var spelledHeaders = []string{"Content-Type", "Content-Length", "Authorization"}

// MisspeltHeader is the header that a name means which differs from it by one letter: "Conent-Type",
// "Content_Type". It does not apply to short names, which have neighbours, nor to a difference of case.
func MisspeltHeader(name string) (string, bool) {
	for _, right := range spelledHeaders {
		if alike.Distance(name, right) == 1 {
			return right, true
		}
	}
	return "", false
}
