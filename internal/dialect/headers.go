package dialect

import (
	"slices"
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

// lineHeaders begin the line of a header below a request line.
var lineHeaders = []string{"Content-Type:", "Accept:", "Authorization:", "Host:"}

// BeginsHeader reports whether a text begins with the line of a header of a request: "Content-Type:application/json",
// "X-Auth-Token: …". Headers of services begin with "X-".
func BeginsHeader(text string) bool {
	if slices.ContainsFunc(lineHeaders, func(h string) bool { return strings.HasPrefix(text, h) }) {
		return true
	}
	rest, ok := strings.CutPrefix(text, "X-")
	name := strings.TrimLeft(rest[:min(len(rest), maxHeaderName)], headerBytes)
	return ok && strings.HasPrefix(name, ":") && len(name) < len(rest)
}

// headerBytes are what names of headers are made of.
const headerBytes = "-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// maxHeaderName is how long the names of headers are that are looked for, in bytes.
const maxHeaderName = 64

// CutHeader splits a URL before the line of a header that was printed without a line end between them:
// "/v1/tokensContent-Type:application/json". It does not apply to a part of the path with such a name.
func CutHeader(url string) (before, header string) {
	for i := 1; i < len(url); i++ {
		if c := url[i-1]; (isAlpha(c) || isDigit(c) || c == '}') && BeginsHeader(url[i:]) {
			return url[:i], url[i:]
		}
	}
	return url, ""
}
