package gen

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

// PathSegment checks a parameter that has been escaped for use in a path. Empty, "." and
// ".." are errors: they would address something else than the caller asked for, such as
// the whole list instead of one item.
func PathSegment(name, escaped string) (string, error) {
	plain, err := url.PathUnescape(escaped)
	if err != nil {
		return "", fmt.Errorf("path parameter %s: %w", name, err)
	}
	if plain == "" || plain == "." || plain == ".." {
		return "", fmt.Errorf("path parameter %s cannot be %q", name, plain)
	}
	return escaped, nil
}

// PathSegments is PathSegment for a parameter whose value may have slashes, which stay: the
// path of a file, or a name that is a path itself.
func PathSegments(name, escaped string) (string, error) {
	path := strings.ReplaceAll(escaped, "%2F", "/")
	if path == "" {
		return "", fmt.Errorf("path parameter %s cannot be %q", name, path)
	}
	for segment := range strings.SplitSeq(path, "/") {
		if segment == "" {
			continue // names in an object store may begin with a slash, or have two
		}
		if _, err := PathSegment(name, segment); err != nil {
			return "", err
		}
	}
	return path, nil
}

// JSONText writes a parameter that is sent as JSON.
func JSONText(value any) (string, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return "", fmt.Errorf("writing a parameter: %w", err)
	}
	return string(text), nil
}

// CookieText is the value of a cookie for a text. Whatever a cookie can hold (RFC 6265,
// section 4.1.1) goes as it is, since tokens are mostly made so and few servers decode
// them. Any other text is percent-encoded as a whole: net/http would drop some of its
// bytes, and put quotes around the rest.
func CookieText(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool {
		return r <= ' ' || r >= 0x7f || strings.ContainsRune(`",;\`, r)
	}) {
		return text
	}
	// A space as %20 is one for those who decode queries and for those who decode paths.
	return strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
}
