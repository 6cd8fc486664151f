package rst

import (
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// csvTable reads a table that is written as comma-separated values (docutils CSVTable).
// The options :file: and :url: are refused. A doubled quote inside a quoted cell stays
// doubled, because text in the tree is always the text of the page.
func (b *body) csvTable(d *directive) {
	p := b.p
	for _, name := range []string{"file", "url"} {
		if l, ok := d.option(name); ok {
			b.refuseFile(d, l.text)
			b.dropTable(d)
			return
		}
	}
	t := &doc.Table{Form: doc.FormCSV}
	c := csvReader{p: p, delim: ",", quote: `"`}
	if l, ok := d.option("delim"); ok {
		c.delim = csvChar(l.text, ",")
	}
	if l, ok := d.option("quote"); ok {
		c.quote = csvChar(l.text, `"`)
	}
	if l, ok := d.option("header"); ok {
		t.Head = c.rows([]line{l})
	}
	t.Body = c.rows(d.content)
	if len(t.Body) == 0 {
		p.report("docs/torn-table", d.at.Start, "there are no rows inside this csv-table directive")
		b.dropTable(d)
		return
	}
	b.splitHead(d, t)
	for _, r := range append(t.Head[:len(t.Head):len(t.Head)], t.Body...) {
		t.Cols = max(t.Cols, len(r.Cells))
	}
	for _, r := range append(t.Head[:len(t.Head):len(t.Head)], t.Body...) {
		for len(r.Cells) < t.Cols {
			r.Cells = append(r.Cells, &doc.Cell{At: r.At, Col: len(r.Cells), ColSpan: 1, RowSpan: 1})
		}
	}
	b.finishTable(d, t)
}

// csvChar reads the value of :delim: and :quote:, a character or its name.
func csvChar(s, otherwise string) string {
	switch s {
	case "tab":
		return "\t"
	case "space":
		return " "
	}
	if utf8.RuneCountInString(s) == 1 {
		return s
	}
	return otherwise
}

// csvReader takes lines apart into the lines of cells; a quoted cell may go over several.
type csvReader struct {
	p            *parser
	delim, quote string
}

func (c *csvReader) rows(ls []line) []*doc.Row {
	var rows []*doc.Row
	for i := 0; i < len(ls); {
		if ls[i].blank() {
			i++
			continue
		}
		row := &doc.Row{At: c.p.at(ls[i])}
		rest := ls[i]
		for more := true; more; {
			var cell []line
			cell, rest, i, more = c.cell(ls, i, rest)
			n := &doc.Cell{At: c.p.at(rest), Col: len(row.Cells), ColSpan: 1, RowSpan: 1}
			dedent(cell)
			if cell = trimBlank(cell); len(cell) > 0 {
				n.At = c.p.at(cell[0])
				n.Blocks = c.p.nested(cell)
			}
			row.Cells = append(row.Cells, n)
		}
		i++
		rows = append(rows, row)
	}
	return rows
}

// cell reads one cell from rest, which is the end of line i.
func (c *csvReader) cell(ls []line, i int, rest line) (cell []line, left line, at int, more bool) {
	rest = rest.from(indent(rest.text))
	if !strings.HasPrefix(rest.text, c.quote) {
		end := strings.Index(rest.text, c.delim)
		if end < 0 {
			return []line{rest}, rest.from(len(rest.text)), i, false
		}
		left = rest.from(end + len(c.delim))
		rest.text = trimRight(rest.text[:end])
		return []line{rest}, left, i, true
	}
	rest = rest.from(len(c.quote))
	from := 0
	for {
		end := strings.Index(rest.text[from:], c.quote)
		if end < 0 {
			cell = append(cell, rest)
			if i+1 >= len(ls) {
				return cell, rest.from(len(rest.text)), i, false
			}
			i++
			rest, from = ls[i], 0
			continue
		}
		end += from
		if strings.HasPrefix(rest.text[end+len(c.quote):], c.quote) {
			from = end + 2*len(c.quote) // a doubled quote stands for itself
			continue
		}
		left = rest.from(end + len(c.quote))
		rest.text = trimRight(rest.text[:end])
		cell = append(cell, rest)
		if n := strings.Index(left.text, c.delim); n >= 0 {
			return cell, left.from(n + len(c.delim)), i, true
		}
		return cell, left, i, false
	}
}
