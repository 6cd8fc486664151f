package document

import (
	"errors"
	"slices"
	"strings"
)

// PathPart is a piece of a path: fixed text, or a parameter.
type PathPart struct {
	Text  string // fixed, as the document writes it; or
	Param string // the name of a parameter
}

// PathParts splits a path of the document at its parameters. The error says what is wrong
// with its braces; the rest of the path from there on is text.
func PathParts(path string) ([]PathPart, error) {
	var out []PathPart
	for path != "" {
		text, after, found := strings.Cut(path, "{")
		if text != "" {
			out = append(out, PathPart{Text: text})
		}
		if !found {
			break
		}
		name, rest, closed := strings.Cut(after, "}")
		if !closed {
			return append(out, PathPart{Text: "{" + after}), errors.New("a { in the path is not closed")
		}
		out = append(out, PathPart{Param: name})
		path = rest
	}
	return out, nil
}

// PathParams are the distinct parameters of a path, in the order in which they stand.
func PathParams(path string) []string {
	parts, _ := PathParts(path) // of a broken path those that can be told
	var out []string
	for _, p := range parts {
		if p.Param != "" && !slices.Contains(out, p.Param) {
			out = append(out, p.Param)
		}
	}
	return out
}
