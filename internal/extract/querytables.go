package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// decideQueryTables makes a table the one of the query whose caption reads as the name of a
// structure, but which no field has for its type:
//
//	GET /v1/jars
//	**Jar filter** field description     lid | No | String
//
// It stands below the request line, or on the page of a GET, which sends no body, in any
// section of the request, and says which rows are mandatory. It does not apply to a table that
// a field has, or whose name a printed request has, nor to one with an object in it, for which
// a query has no form. It is decided once, before the first operation is built: whether a field
// has the table is known then, and no operation sees what another one made of it.
func (s *scope) decideQueryTables() {
	for _, t := range s.tables {
		if s.isOfQuery(t) {
			t.role, t.schema = dialect.TableQuery, nil
		}
	}
}

// isOfQuery reports whether a table that reads as one of a structure lists query parameters.
func (s *scope) isOfQuery(t *table) bool {
	if t.role != dialect.TableStruct || t.used || t.side != api.SideRequest || !t.tellsNeed() ||
		len(t.labels) > 0 && t.pointedBy != nil || t.mentionedBy != nil {
		return false
	}
	switch t.ctx.section {
	case dialect.SectionURI:
	case dialect.SectionRequest:
		if slices.ContainsFunc(s.own, func(l requestLine) bool { return l.method != "GET" }) {
			return false // it may be the body's
		}
	default:
		return false
	}
	return s.printedMembers(api.SideRequest)[foldName(t.name)] == nil && t.fitsQuery()
}

// fitsQuery reports whether a table has rows, each of which has a form in a query.
func (t *table) fitsQuery() bool {
	for _, r := range t.rows {
		if r.field == nil || r.stands != dialect.NamePlain || holdsObjects(&r.field.Type) || r.field.Type.Kind == api.Any && r.hasType {
			return false
		}
	}
	return len(t.rows) > 0
}
