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

// spelledHeaders are the headers that a name of one wrong letter stands for.
var spelledHeaders = []string{"Content-Type", "Content-Length", "Authorization"}

// MisspeltHeader is the header that a name means which differs from it by one letter: "Conent-Type",
// "Content_Type". It does not apply to short names, which have neighbours, nor to a difference of case.
func MisspeltHeader(name string) (string, bool) {
	low := strings.ToLower(name)
	for _, right := range spelledHeaders {
		if oneOff(low, strings.ToLower(right)) {
			return right, true
		}
	}
	return "", false
}

// oneOff reports whether two texts differ by one byte that is more, less or another.
func oneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
