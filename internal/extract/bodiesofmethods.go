package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// leavesBody reports whether a table of the request that its words give to no method describes the body of other
// operations of the page only:
//
//	POST /v1/jars/{jar_id}/lid
//	DELETE /v1/jars/{jar_id}/lid
//	Request body parameters: size | Yes | Integer
//
// A GET beside a method that sends a body has none. A DELETE may have one, and callers would have to send it: it does
// not apply to that where the page prints one in a DELETE, or where the caption or the line above the table speaks of deleting.
func (b *builder) leavesBody(t *table) bool {
	if b.op.Method != "GET" && b.op.Method != "DELETE" || !b.elsewhere(requestLine.sendsBody) {
		return false
	}
	return b.op.Method == "GET" || !dialect.SaysDelete(t.caption) && !dialect.SaysDelete(t.ctx.line().Text) && !b.printsDelete()
}

// printsDelete reports whether the page prints a DELETE with a body that is this operation's.
func (b *builder) printsDelete() bool {
	if b.deletes == nil {
		deletes := false
		for _, c := range b.scope.codes {
			deletes = deletes || c.sideOf() == api.SideRequest && printsBodyOf(b.op, c)
		}
		b.deletes = &deletes
	}
	return *b.deletes
}

// printsBodyOf reports whether JSON stands below the request line of an operation in a block.
func printsBodyOf(op *api.Operation, c *code) bool {
	own := false
	for _, l := range c.doc.Lines {
		line, _, ok := cutRequestLine(l.Text)
		switch {
		case ok:
			path, _ := cutURL(line.url)
			own = line.method == op.Method && instanceOf(path, op.Path)
		case own && startsJSONLine(l.Text):
			return true
		}
	}
	return false
}

// sendsBody reports whether the method of the line is one that sends a body.
func (l requestLine) sendsBody() bool {
	return l.method == "POST" || l.method == "PUT" || l.method == "PATCH"
}

// leaveRow reports that a table gives a DELETE no body, once for the table.
func (b *builder) leaveRow(r *row) {
	if b.op.Method != "DELETE" || slices.Contains(b.left, r.table) {
		return
	}
	b.left = append(b.left, r.table)
	b.foundInLine("docs/unclear-body", r,
		"the page does not say that "+diag.Quote("DELETE "+shortPath(b.op.Path))+" sends what this table lists, as other methods of the page do; it gets no body of it")
}

// leaveOrphans reports the structures that a DELETE is not given although a printed body has them: it is one of
// the other operations.
func (b *builder) leaveOrphans(orphans []*table, printed map[string]*payload.Member) {
	for _, t := range orphans {
		if !hasRow(t, t.name) && !isShown(t, printed) && (t.name == "" || printed[foldName(t.name)] == nil) {
			continue
		}
		for _, r := range t.rows {
			if r.field != nil {
				b.leaveRow(r)
				break
			}
		}
	}
}
