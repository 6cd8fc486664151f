package extract

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// canOnlyBeQuery reports whether a row of a table of the path describes a parameter of the query that the request line
// does not print: nothing in a path is optional. It does not apply beside a placeholder without a row, which may be
// meant under another name, nor where the request has a body and no query.
func (b *builder) canOnlyBeQuery(r *row) bool {
	return r.field.Need == api.NeedNo && (b.query != "" || !b.sendsBody()) && !structured(&r.field.Type) && !b.lacksRow() && !b.ofOtherLine(r.field.Name)
}

// inOf says where a request parameter stands.
func (b *builder) inOf(r *row, inURL bool) api.In {
	if r.in != "" {
		return r.in
	}
	switch r.table.roleOfRows() {
	case dialect.TableQuery:
		return api.InQuery
	case dialect.TableHeader:
		return api.InHeader
	case dialect.TableBody:
		return inBody
	case dialect.TablePath:
		return api.InPath
	case dialect.TableURI:
		return b.inOfURITable(r, inURL)
	}
	if inURL {
		return api.InPath
	}
	if b.line.whole && !dialect.ListsElements(r.table.ctx.heading) {
		return api.InQuery // a printed message has sections of their own for headers and body
	}
	if b.sendsBody() || b.op.Method == "DELETE" && (b.scope.showsRequestBody() || b.elsewhere(requestLine.sendsBody) && b.asksFor(r.field.Name) == "") {
		return inBody
	}
	return api.InQuery
}

// inOfURITable says where a row of a table of the URL stands, "URI parameters" or one below
// the request line: what has no place in the path is asked for in the query. Some pages
// list the members of the body there too:
//
//	POST /v1/jars/{jar_id}/action
//	"Parameter description": lid | Object | see Table 2
//
// A query has no form for a structure, and a printed request body proves the rest: also what it does
// not show, where the table is the only one of the request, see listsBody. It does not apply to a method
// that sends no body, and to what the query of the request line has. A mandatory row of "URI parameters"
// beside a placeholder without a row stays in the path, where it is reported: it is likely the description
// of that one under a wrong name.
func (b *builder) inOfURITable(r *row, inURL bool) api.In {
	name := r.field.Name
	switch {
	case inURL:
		return api.InPath
	case b.asksFor(name) != "":
		return api.InQuery
	case b.sendsBody() && (structured(&r.field.Type) || b.scope.printedMembers(api.SideRequest)[foldName(name)] != nil):
		return inBody
	case r.table.cap.Role == dialect.TableURI && r.field.Need == api.NeedYes && b.lacksRow():
		return api.InPath
	case b.listsBody(r.table) && !b.scope.printsInQuery(name):
		return inBody
	}
	return api.InQuery
}

// lacksRow reports whether a placeholder of the path has no row in the page's tables.
func (b *builder) lacksRow() bool {
	if b.lacking == nil {
		rows := make(map[string]bool)
		for _, t := range b.scope.tables {
			if !t.carriesFields() {
				continue
			}
			for _, r := range t.rows {
				if r.field != nil {
					rows[foldName(r.field.Name)] = true
				}
			}
		}
		b.lacking = make(map[string]string)
		for _, name := range urlpath.Params(b.op.Path) {
			if key := ofOne(name); !rows[foldName(name)] && b.lacking[key] == "" {
				b.lacking[key] = name
			}
		}
	}
	return len(b.lacking) > 0
}

// sendsBody reports whether the method of the operation is one that sends a body.
func (b *builder) sendsBody() bool {
	switch b.op.Method {
	case "POST", "PUT", "PATCH":
		return true
	}
	return false
}

// structured reports whether a value of the type has fields.
func structured(t *api.Type) bool {
	for ; t != nil; t = t.Elem {
		if t.Schema != nil {
			return true
		}
	}
	return false
}

// asText makes a path parameter that its row calls an object a text. A path has no form
// for anything with members, so the Type cell must be wrong. It does not apply to a list,
// which a path may hold with commas between.
func (b *builder) asText(f *api.Field) {
	if f.Type.Kind != api.Object && f.Type.Kind != api.Map {
		return
	}
	b.page.found.addf("docs/object-in-path", f.Origin.Pos,
		"%s is a part of the path, but its type is %s; it is taken as text", f.Name, f.Type.String())
	f.Type = api.Type{Kind: api.String}
}
