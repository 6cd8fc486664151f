package markdown

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// maxTableCols bounds the columns of a table: an empty cell is written for each that a row lacks.
const maxTableCols = 64

// table is the caption in bold and the rows as GitHub writes tables. The first row is the head
// there; a table without a head has an empty one. What spans several rows or columns stands in the
// first cell that it covers.
func (w *writer) table(t *doc.Table) []string {
	if len(t.Head)+len(t.Body) == 0 || t.Cols < 1 {
		return nil
	}
	if t.Cols > maxTableCols || w.inCell {
		return w.rowsAsLines(t)
	}
	out := some(w.title(t.Caption))
	head := &doc.Row{}
	body := t.Body
	if len(t.Head) > 0 {
		head, body = t.Head[0], append(t.Head[1:len(t.Head):len(t.Head)], t.Body...)
	}
	lines := []string{w.row(head, t.Cols), "|" + strings.Repeat(" --- |", t.Cols)}
	for _, r := range body {
		lines = append(lines, w.row(r, t.Cols))
	}
	return append(out, strings.Join(lines, "\n"))
}

func (w *writer) row(r *doc.Row, cols int) string {
	cells := make([]string, cols)
	for _, c := range r.Cells {
		if c.Col >= 0 && c.Col < cols {
			cells[c.Col] = w.cell(c)
		}
	}
	return "| " + strings.Join(cells, " | ") + " |"
}

// cell is a cell on one line; the entries of its lists are parted by semicolons.
func (w *writer) cell(c *doc.Cell) string {
	inner := &writer{opt: w.opt, inCell: true}
	return strings.ReplaceAll(inner.line(c.Blocks), "|", `\|`)
}

// line gives blocks on one line.
func (w *writer) line(blocks []doc.Block) string {
	var out []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			out = append(out, some(w.inline(b.Text))...)
		case *doc.List:
			var items []string
			for _, it := range b.Items {
				items = append(items, some(w.line(it.Blocks))...)
			}
			out = append(out, some(strings.Join(items, "; "))...)
		case *doc.DefinitionList:
			for _, d := range b.Items {
				out = append(out, some(strings.TrimSpace(w.inline(d.Term)+": "+w.line(d.Blocks)))...)
			}
		case *doc.Code:
			for _, l := range b.Lines {
				if text := strings.TrimSpace(l.Text); text != "" {
					out = append(out, w.code(text))
				}
			}
		case *doc.Quote:
			out = append(out, some(w.line(b.Blocks))...)
		case *doc.Note:
			out = append(out, some(w.line(b.Blocks))...)
		case *doc.Table:
			out = append(out, w.rowsAsLines(b)...)
		case *doc.Fields:
			for _, f := range b.Fields {
				text := strings.TrimSpace(w.inline(f.Body) + " " + w.line(f.Blocks))
				out = append(out, some(strings.TrimSpace(escape(f.Name)+": "+text))...)
			}
		case *doc.Section:
			out = append(append(out, some(w.title(b.Title))...), some(w.line(b.Blocks))...)
		case *doc.Other:
			if b.Kind != "comment" && b.Kind != doc.PageList {
				out = append(out, some(w.line(b.Blocks))...)
			}
		}
	}
	return strings.Join(out, " ")
}

// rowsAsLines gives the rows of a table that cannot be one, each as a text.
func (w *writer) rowsAsLines(t *doc.Table) []string {
	var out []string
	inner := &writer{opt: w.opt, inCell: true}
	for _, r := range append(t.Head[:len(t.Head):len(t.Head)], t.Body...) {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, some(inner.line(c.Blocks))...)
		}
		text := strings.Join(cells, ": ")
		if text != "" && !w.inCell {
			text = startOfLine(text)
		}
		out = append(out, some(text)...)
	}
	return out
}
