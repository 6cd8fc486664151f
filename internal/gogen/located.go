package gogen

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// located adds the line of the document to an error that begins with a place in it: a schema
// or an operation. An error about the configuration has its line already.
func located(doc *document.Document, err error) error { return (&locator{doc: doc}).located(err) }

// locator is located for many errors of a document.
type locator struct {
	doc      *document.Document
	pointers map[string]string // of operations, by what messages about them begin with; nil before
	lengths  []int             // of those beginnings, the longest first
}

func (l *locator) located(err error) error {
	if err == nil || errors.As(err, new(*ConfigError)) || strings.HasSuffix(err.Error(), ")") && strings.Contains(err.Error(), " (line ") {
		return err
	}
	return fmt.Errorf("%w%s", err, l.doc.At(l.placeOf(err.Error())))
}

// placeOf is the JSON pointer of the place that a message begins with, "" where it has none.
func (l *locator) placeOf(message string) string {
	if place, ok := strings.CutPrefix(message, "#"); ok {
		place, _, _ = strings.Cut(place, " ")
		return strings.TrimSuffix(place, ":")
	}
	if l.pointers == nil {
		l.read()
	}
	for _, n := range l.lengths {
		if n <= len(message) {
			if pointer, ok := l.pointers[message[:n]]; ok {
				return pointer
			}
		}
	}
	return ""
}

func (l *locator) read() {
	l.pointers = map[string]string{}
	ops, err := l.doc.Operations()
	if err != nil {
		return
	}
	for _, op := range ops {
		if _, ok := l.pointers[op.Where]; !ok {
			l.pointers[op.Where] = op.Pointer
			l.lengths = append(l.lengths, len(op.Where))
		}
	}
	slices.Sort(l.lengths)
	l.lengths = slices.Compact(l.lengths)
	slices.Reverse(l.lengths)
}
