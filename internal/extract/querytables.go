package extract

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// queryTables makes a table the one of the query whose caption reads as the name of a
// structure, but which no field has for its type:
//
//	GET /v1/jars
//	**Jar filter** field description     lid | No | String
//
// It stands below the request line, or on the page of a GET, which sends no body, in any
// section of the request, and says which rows are mandatory. It does not apply to a table that
// a field has, or whose name a printed request has, nor to one with an object in it, for which
// a query has no form.
func (b *builder) queryTables() {
	for _, t := range b.scope.tables {
		if t.role != dialect.TableStruct || t.used || t.side != api.SideRequest || len(t.labels) > 0 && t.pointedBy != nil || t.mentionedBy != nil || t.col(dialect.ColumnMandatory) < 0 {
			continue
		}
		switch {
		case t.ctx.section == dialect.SectionURI:
		case t.ctx.section == dialect.SectionRequest && b.op.Method == "GET":
		default:
			continue
		}
		if membersOf(b.scope.printedBody(api.SideRequest))[foldName(t.name)] != nil || !b.fitsQuery(t) {
			continue
		}
		t.role, t.schema = dialect.TableQuery, nil
	}
}

// fitsQuery reports whether a table has rows, each of which has a place in a query.
func (b *builder) fitsQuery(t *table) bool {
	for _, r := range t.rows {
		if r.field == nil || r.stands != dialect.NamePlain || holdsObjects(&r.field.Type) || r.field.Type.Kind == api.Any && r.hasType {
			return false
		}
	}
	return len(t.rows) > 0
}
