package gogen

import (
	"errors"
	"fmt"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// located adds the line of the document to an error that begins with a place in it: a schema
// or an operation. An error about the configuration has its line already.
func located(doc *document.Document, err error) error {
	if err == nil || errors.As(err, new(*ConfigError)) || strings.HasSuffix(err.Error(), ")") && strings.Contains(err.Error(), " (line ") {
		return err
	}
	return fmt.Errorf("%w%s", err, doc.At(placeOf(doc, err.Error())))
}

// placeOf is the JSON pointer of the place that a message begins with, "" where it has none.
func placeOf(doc *document.Document, message string) string {
	if place, ok := strings.CutPrefix(message, "#"); ok {
		place, _, _ = strings.Cut(place, " ")
		return strings.TrimSuffix(place, ":")
	}
	ops, err := doc.Operations()
	if err != nil {
		return ""
	}
	best, pointer := 0, ""
	for _, op := range ops {
		if len(op.Where) > best && strings.HasPrefix(message, op.Where) {
			best, pointer = len(op.Where), op.Pointer
		}
	}
	return pointer
}
