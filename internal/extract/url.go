package extract

import (
	"cmp"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// cutURL splits a documented URL into its path, from the first slash after the host on,
// and its query.
func cutURL(url string) (path, query string) {
	for _, scheme := range []string{"https://", "http://"} {
		if rest, ok := strings.CutPrefix(url, scheme); ok {
			i := strings.IndexByte(rest, '/')
			if i < 0 {
				return "/", ""
			}
			url = rest[i:]
		}
	}
	if strings.HasPrefix(url, "{") && !strings.HasPrefix(url, "{project_id}") { // {endpoint}/v1/things
		if _, rest, ok := strings.Cut(url, "/"); ok {
			url = "/" + rest
		}
	}
	url, _, _ = strings.Cut(url, "#")
	if before, after, ok := strings.Cut(url, "{?"); ok { // a URI template: /things{?limit,marker}
		url = before + "?" + strings.ReplaceAll(strings.Trim(after, "}"), ",", "&")
	}
	path, query, _ = strings.Cut(url, "?")
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	for strings.Contains(path, "//") {
		path = strings.ReplaceAll(path, "//", "/")
	}
	return cmp.Or(strings.TrimRight(path, "/"), "/"), query
}

// isSigned reports whether the query of a printed URL has a signature.
func isSigned(url string) bool {
	_, query, _ := strings.Cut(url, "?")
	for part := range strings.SplitSeq(query, "&") {
		if name, _, _ := strings.Cut(part, "="); dialect.SignsURL(name) {
			return true
		}
	}
	return false
}
