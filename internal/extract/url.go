package extract

import (
	"cmp"
	"strings"
)

// cutURL splits a documented URL into its path, from the first slash behind the host on,
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
		if i := strings.IndexByte(url, '/'); i > 0 {
			url = url[i:]
		}
	}
	url, _, _ = strings.Cut(url, "#")
	if before, after, ok := strings.Cut(url, "{?"); ok { // a URI template: /things{?limit,marker}
		url = before + "?" + strings.Trim(after, "}")
	}
	path, query, _ = strings.Cut(url, "?")
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	for strings.Contains(path, "//") {
		path = strings.ReplaceAll(path, "//", "/")
	}
	if len(path) > 1 {
		path = strings.TrimRight(path, "/")
	}
	return cmp.Or(path, "/"), query
}

// pathShape is a path with its parameters' names left out: two paths of one shape are one
// path to a server.
func pathShape(path string) string {
	var b strings.Builder
	depth := 0
	for _, r := range path {
		switch {
		case r == '{':
			if depth == 0 {
				b.WriteString("{}")
			}
			depth++
		case r == '}':
			depth = max(0, depth-1)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// pathParams are the names in braces of a path, in order.
func pathParams(path string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(path, "{")
		if !ok {
			return out
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			return out
		}
		out = append(out, name)
		path = after
	}
}
