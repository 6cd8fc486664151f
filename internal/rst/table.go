package rst

import (
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// tableDirective reads ".. table:: title" and its kin.
func (b *body) tableDirective(d *directive) {
	switch d.name {
	case "list-table":
		b.listTable(d)
	case "csv-table":
		b.csvTable(d)
	default:
		b.titledTable(d)
	}
}

// titledTable reads ".. table:: title" with a grid or simple table inside. docutils wants
// exactly one table there and drops all else (RSTTable.run).
func (b *body) titledTable(d *directive) {
	p := b.p
	before := p.targets
	blocks := p.nested(d.content)
	if len(blocks) == 1 && p.targets == before {
		if t, ok := blocks[0].(*doc.Table); ok {
			b.finishTable(d, t)
			return
		}
	}
	what := "exactly one table must stand inside a table directive"
	switch {
	case len(d.content) == 0:
		what = "there is no table inside this table directive; indent the table below it by three spaces"
	case len(blocks) == 1 && isErrorBlock(blocks[0]):
		// The table itself was reported already.
		what = ""
	}
	if what != "" {
		p.report("docs/torn-table", d.at.Start, what)
	}
	b.dropTable(d)
}

func isErrorBlock(n doc.Block) bool {
	o, ok := n.(*doc.Other)
	return ok && o.Kind == "error"
}

// finishTable gives a table what its directive says about it.
func (b *body) finishTable(d *directive, t *doc.Table) {
	t.At = d.at
	t.Labels = append(d.labels, t.Labels...)
	if len(d.args) > 0 {
		t.Caption = b.p.inline(d.args)
	}
	b.add(t)
}

// dropTable keeps the lines of a table directive that could not be read.
func (b *body) dropTable(d *directive) {
	o := b.p.errorBlock("table", d.all)
	o.At, o.Labels = d.at, d.labels
	b.add(o)
}

// tornTable reports a table that cannot be read, at the line where it tears, and keeps
// its lines.
func (b *body) tornTable(ls []line, at line, off int, message string) {
	p := b.p
	for off > 0 && off < len(at.text) && !utf8.RuneStart(at.text[off]) {
		off--
	}
	p.report("docs/torn-table", p.pos(at, off), message)
	o := p.errorBlock("table", ls)
	o.Labels = p.takeLabels()
	b.add(o)
}
