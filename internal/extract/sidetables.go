package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// giveToResponse makes a table of the response's fields one that only its place puts among
// the request's: below the request line, or in a section whose title is not known.
//
//	GET /v1/jars
//	Parameter | Type | Description          and the page prints {"jars": […]}
//
// The tables of a request say which of their rows are mandatory, and those of a response do
// not. That alone proves nothing, as some writers leave the column out: the printed response
// must have the fields, and no row may be a part of the request line. A finding says what was chosen.
//
// It does not apply to a table whose caption says that it is the request's or the query's.
func (p *page) giveToResponse(t *table) {
	if t.role != dialect.TableURI && t.role != dialect.TableRequest {
		return
	}
	if t.tellsNeed() || !t.has(dialect.ColumnType) || dialect.SaysRequest(t.caption) || t.cap.Role == dialect.TableURI {
		return
	}
	if t.shows(api.SideResponse) == 0 || t.shows(api.SideResponse) < len(t.body) || t.shows(api.SideRequest) > 0 || p.inRequestLine(t) {
		return
	}
	t.role = dialect.TableResponse
	t.reportSide()
}

// reportSide says that a table is taken for one of the response, other than its words say.
func (t *table) reportSide() {
	t.page.rowFound.addf("docs/table-on-wrong-side", t.doc.Pos(),
		"the printed response has the fields of the table %s, so it is read as one of the response", diag.Quote(t.label()))
}

// inRequestLine reports whether a row of a table has the name of a part of a request line of
// the page.
func (p *page) inRequestLine(t *table) bool {
	if p.asked == nil {
		p.asked = namesOfLines(p.lines)
	}
	return slices.ContainsFunc(t.names(), func(name string) bool {
		return p.asked.keys.of(name) != "" || p.asked.placeholders[foldName(name)]
	})
}
