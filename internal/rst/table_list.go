package rst

import (
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// listTable reads a table that is written as a list of lists: one outer entry a row, one
// inner entry a cell (docutils ListTable).
func (b *body) listTable(d *directive) {
	p := b.p
	blocks := p.nested(d.content)
	var rows *doc.List
	if len(blocks) == 1 {
		rows, _ = blocks[0].(*doc.List)
	}
	if rows == nil || rows.Ordered {
		p.report("docs/torn-table", d.at.Start, "a list table must hold one bullet list, with one entry for each row")
		b.dropTable(d)
		return
	}
	t := &doc.Table{Form: doc.FormList, Labels: rows.Labels}
	for _, item := range rows.Items {
		var cells *doc.List
		if len(item.Blocks) == 1 {
			cells, _ = item.Blocks[0].(*doc.List)
		}
		if cells == nil || cells.Ordered {
			p.report("docs/torn-table", item.Start, "each row of a list table must be a bullet list of its own, with one entry for each cell")
			b.dropTable(d)
			return
		}
		row := &doc.Row{At: item.At}
		for _, c := range cells.Items {
			row.Cells = append(row.Cells, &doc.Cell{At: c.At, Col: len(row.Cells), ColSpan: 1, RowSpan: 1, Blocks: c.Blocks})
		}
		if len(t.Body) > 0 && len(row.Cells) != t.Cols {
			p.report("docs/torn-table", item.Start, "this row of the list table has "+strconv.Itoa(len(row.Cells))+" cells, the first one has "+strconv.Itoa(t.Cols))
			b.dropTable(d)
			return
		}
		t.Cols = len(row.Cells)
		t.Body = append(t.Body, row)
	}
	b.splitHead(d, t)
	b.finishTable(d, t)
}

// splitHead moves as many rows to the head as the option :header-rows: says.
func (b *body) splitHead(d *directive, t *doc.Table) {
	l, ok := d.option("header-rows")
	if !ok {
		return
	}
	n, err := strconv.Atoi(l.text)
	if err != nil || n < 0 || n >= len(t.Body) {
		b.p.report("docs/torn-table", b.p.pos(l, 0), "header-rows must be a number below the number of the table's rows")
		return
	}
	t.Head, t.Body = append(t.Head, t.Body[:n]...), t.Body[n:]
}
