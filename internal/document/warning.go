package document

import (
	"cmp"
	"fmt"
	"slices"
)

// Warning is a fault of a document that changes no call: it is repaired while the document is
// read. What another version of OpenAPI says and this one cannot is one, too.
type Warning struct {
	Line, Col int    // of the document; 0 where no place of it is known
	Text      string // one line, with the place in another file that the document refers to
}

// String gives "12:3: text", or " text" where no place is known, to come after "file:".
func (w Warning) String() string {
	if w.Line == 0 {
		return " " + w.Text
	}
	return fmt.Sprintf("%d:%d: %s", w.Line, w.Col, w.Text)
}

// sortedWarnings are warnings by place, each once.
func sortedWarnings(all []Warning) []Warning {
	compare := func(a, b Warning) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Text, b.Text))
	}
	slices.SortFunc(all, compare)
	return slices.CompactFunc(all, func(a, b Warning) bool { return compare(a, b) == 0 })
}
