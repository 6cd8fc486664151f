package dialect

// urlParts are the parts of any URL that guides explain in a table like one of parameters,
// folded.
var urlParts = words("uri-scheme", "url-scheme", "endpoint", "resource-path", "query-string")

// IsURLPart reports whether a name is that of a part of any URL, which no caller asks for in
// a query: "Endpoint", "resource-path".
func IsURLPart(name string) bool { return urlParts[fold(name)] }

// SignsURL reports whether a parameter of the query is what a signed URL has: "Signature", beside parameters of the
// signature's own.
func SignsURL(name string) bool { return fold(name) == "signature" }
