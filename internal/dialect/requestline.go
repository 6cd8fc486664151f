package dialect

// IsLineLabel reports whether words before a colon announce a request line or a half of it: "URI",
// "Request method".
func IsLineLabel(label string) bool { return lineLabels[fold(label)] }

var lineLabels = words("uri", "url", "path", "endpoint", "format", "uri format", "url format", "request uri", "request url", "request path",
	"request line", "request format", "api uri", "api path", "resource path", "method", "http method", "request method", "call", "api")
