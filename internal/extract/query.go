package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// noParameter reports whether a row about objects among the query parameters is none, and
// reports it. A query has no form for objects. The row stands there by mistake where it only
// heads another table of parameters, or was copied from the response:
//
//	jars | Array of objects | The list, see Table 3     (Table 3: Query parameters)
//	jar_links | Array | Links to the next page          (and the response's table lists it too)
//
// It does not apply where neither proves it: some services do take JSON in the query.
func (b *builder) noParameter(r *row) bool {
	if !holdsObjects(&r.field.Type) {
		return false
	}
	t := b.headedBy(r)
	why := "it only heads another table of parameters"
	if t == nil {
		t, why = b.inResponse(r), "it is in the response"
	}
	if t == nil {
		return false
	}
	b.page.found.add("docs/object-in-query", r.field.Origin.Pos,
		r.field.Name+" is listed as a query parameter, but it holds objects, and "+why+"; it is left out",
		b.page.at(t.doc.Pos()).related("the table"))
	r.reported = true
	return true
}

// ofPath reports whether a row of the query is the one that describes the part of the path
// that has its name. Some pages have a table of query parameters only, and list all there:
//
//	GET /v1/jars/{jar_id}
//	"Query parameters": jar_id | Yes | String
//
// Callers would have to give the value twice. It does not apply where another row describes the
// part of the path, where the request line has the name in its query too, and on a row that
// is not mandatory, as no part of a path is: some lists are filtered by what their path has.
func (b *builder) ofPath(r *row) bool {
	if r.field.Need != api.NeedYes || b.asksFor(r.field.Name) != "" {
		return false
	}
	for _, t := range b.scope.tables {
		role := t.roleOfRows()
		if role == dialect.TableStruct || role == dialect.TableResponse || role == dialect.TableResponseHeader || !t.carriesFields() {
			continue
		}
		if slices.ContainsFunc(t.rows, func(o *row) bool {
			return o.field != nil && foldName(o.field.Name) == foldName(r.field.Name) && b.inOf(o, true) == api.InPath
		}) {
			return false
		}
	}
	return true
}

// holdsObjects reports whether a value of the type is an object or a list of some.
func holdsObjects(t *api.Type) bool {
	for ; t != nil; t = t.Elem {
		if t.Kind == api.Object {
			return true
		}
	}
	return false
}

// headedBy finds the table of parameters that the description of a row leads to.
func (b *builder) headedBy(r *row) *table {
	for _, t := range b.scope.tables {
		switch t.roleOfRows() {
		case dialect.TableQuery, dialect.TableURI, dialect.TableRequest:
			if t != r.table && r.pointer != 0 && t.number == r.pointer {
				return t
			}
		}
	}
	return nil
}

// inResponse finds the table of the response's body, or of a part of it, that lists the name
// of a row.
func (b *builder) inResponse(r *row) *table {
	for _, t := range b.scope.tables {
		role := t.roleOfRows()
		if t.side == api.SideResponse && (role == dialect.TableResponse || role == dialect.TableStruct) && slices.ContainsFunc(t.rows, func(o *row) bool {
			return o.field != nil && strings.EqualFold(o.field.Name, r.field.Name)
		}) {
			return t
		}
	}
	return nil
}
