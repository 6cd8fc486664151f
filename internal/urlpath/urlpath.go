// Package urlpath takes the paths of operations apart: "/v1/jars/{jar_id}".
package urlpath

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Shape is a path with the names of its parameters left out, "/v1/jars/{}": two paths of one shape
// are one path to a server. A method may stand before the path.
func Shape(path string) string {
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

// Params are the names in braces of a path, in order.
func Params(path string) []string {
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

// Problem says what makes a path none that OpenAPI can hold: braces that do not pair, a
// placeholder without a name that a parameter can have, or a character that nobody sees; "" where
// nothing does.
func Problem(path string) string {
	for _, r := range path {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return fmt.Sprintf("it has the character %U, which nobody sees", r)
		}
	}
	for {
		i := strings.IndexAny(path, "{}")
		if i < 0 {
			return ""
		}
		if path[i] == '}' {
			return "a } closes nothing"
		}
		path = path[i+1:]
		i = strings.IndexAny(path, "{}")
		switch {
		case i < 0:
			return "a { is not closed"
		case path[i] == '{':
			return "a { stands inside of braces"
		case strings.Trim(path[:i], " .-") == "":
			return "a placeholder has no name"
		case strings.ContainsAny(path[:i], ":/?&=,;|<>\"'` "):
			return "{" + path[:i] + "} is not the name of one parameter"
		}
		path = path[i+1:]
	}
}

// Version is the first segment of a path that is a version: "v3", "v1.0", or "".
func Version(path string) string {
	for seg := range strings.SplitSeq(path, "/") {
		if IsVersion(seg) {
			return strings.ToLower(seg)
		}
	}
	return ""
}

// Unversioned is a path without the segments that are versions.
func Unversioned(path string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(path, "/"), IsVersion), "/")
}

// IsVersion reports whether a segment of a path is a version: v3, V2, v1.0.
func IsVersion(seg string) bool {
	return len(seg) > 1 && (seg[0] == 'v' || seg[0] == 'V') && strings.Trim(seg[1:], "0123456789.") == "" && seg[1] != '.'
}
