package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// slab gives out short slices from long ones. A page has tens of thousands of runs of text and
// cells with one block; to allocate each by itself takes longer than to read it. All of them live as
// long as the page.
type slab[T any] struct{ free []T }

// slabSize is how many values a slab allocates at a time.
const slabSize = 128

// clone is slices.Clone. What is appended to the result moves it out of the slab.
func (s *slab[T]) clone(of []T) []T {
	n := len(of)
	if n == 0 {
		return nil
	}
	if n > slabSize/4 {
		return append([]T(nil), of...)
	}
	if n > len(s.free) {
		s.free = make([]T, slabSize)
	}
	out := s.free[:n:n]
	s.free = s.free[n:]
	copy(out, of)
	return out
}

// paragraph gives a new paragraph.
func (p *parser) paragraph() *doc.Paragraph {
	if len(p.paragraphs) == 0 {
		p.paragraphs = make([]doc.Paragraph, slabSize/4)
	}
	n := &p.paragraphs[0]
	p.paragraphs = p.paragraphs[1:]
	return n
}

// text holds what a tree keeps of a page. Of a page of tables that is a tenth, and a piece of the
// page itself would keep the whole of it.
type text struct{ block *strings.Builder }

// textSize is how many bytes a text allocates at a time.
const textSize = 4096

// own gives a copy of s that holds on to nothing else.
func (t *text) own(s string) string {
	if s == "" {
		return ""
	}
	if t.block == nil || t.block.Cap()-t.block.Len() < len(s) {
		t.block = new(strings.Builder)
		t.block.Grow(max(textSize, len(s)))
	}
	from := t.block.Len()
	t.block.WriteString(s)
	return t.block.String()[from:]
}

// newRows gives n rows that were allocated at once.
func newRows(n int) []*doc.Row {
	rows, all := make([]doc.Row, n), make([]*doc.Row, n)
	for i := range rows {
		all[i] = &rows[i]
	}
	return all
}

// newCells gives n cells that were allocated at once.
func newCells(n int) []*doc.Cell {
	cells, all := make([]doc.Cell, n), make([]*doc.Cell, n)
	for i := range cells {
		all[i] = &cells[i]
	}
	return all
}
