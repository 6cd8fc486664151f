package change

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// The rules about error codes.
const (
	ruleErrorsAdded   = "error-codes-added"
	ruleErrorsRemoved = "error-codes-removed"
)

// listedError is an error code of a document, and where the pages list it.
type listedError struct {
	name string // "404 LAMP.0001"
	at   *Place
}

// errorCodes tells which error codes a set lists and did not list before, and the reverse: one line
// each, whatever lists them. Programs may get an error that no page lists, so neither breaks any.
func errorCodes(old, new *Side) []Change {
	was, is := listedErrors(old), listedErrors(new)
	var out []Change
	if came := unlisted(is, was); len(came) > 0 {
		c := ofErrorCodes(ruleErrorsAdded, "new ", came)
		c.New = came[0].at
		out = append(out, c)
	}
	if went := unlisted(was, is); len(went) > 0 {
		c := ofErrorCodes(ruleErrorsRemoved, "gone ", went)
		c.Old = went[0].at
		out = append(out, c)
	}
	return out
}

func ofErrorCodes(rule, text string, all []listedError) Change {
	names := make([]string, len(all))
	for i, e := range all {
		names[i] = e.name
	}
	return Change{
		Level: Compatible, Subject: "error codes", Text: document.OneLine(text + strings.Join(names, ", ")),
		Effects: []Effect{{For: Readers, Level: Compatible, Rule: rule, Operations: []string{}}},
	}
}

// unlisted are the codes of all that other does not list.
func unlisted(all, other []listedError) []listedError {
	known := make(map[string]bool, len(other))
	for _, e := range other {
		known[e.name] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(e listedError) bool { return known[e.name] })
}

// listedErrors are the codes of a document and of its schemas, each once.
func listedErrors(s *Side) []listedError {
	var out []listedError
	seen := map[string]bool{}
	list := func(pointer string, extensions ...map[string]any) {
		for i, c := range document.ErrorCodes.Of(extensions...) {
			e := listedError{name: c.Code}
			if c.Status != 0 {
				e.name = strconv.Itoa(c.Status) + " " + c.Code
			}
			if seen[e.name] {
				continue
			}
			seen[e.name] = true
			if places := s.Sources[pointer+document.Pointer(document.ErrorCodes.Name, strconv.Itoa(i))]; len(places) > 0 {
				e.at = &places[0]
			}
			out = append(out, e)
		}
	}
	list("", s.Document.Extensions)
	if s.Document.Components == nil {
		return out
	}
	for _, name := range document.Sorted(s.Document.Components.Schemas) {
		if ref := s.Document.Components.Schemas[name]; ref != nil && ref.Value != nil {
			list(document.Pointer("components", "schemas", name), ref.Value.Extensions)
		}
	}
	return out
}
