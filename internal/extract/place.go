package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// place puts a row where its table, its own words and the URL say that it belongs.
func (b *builder) place(r *row, pathNames []string, documented map[string]bool) {
	t := r.table
	if r.within != nil {
		r.inSpec = true // as a member of another row
		return
	}
	switch t.role {
	case dialect.TableResponse:
		if b.ofRequest(t) && b.takeElement(r, true) || t.status < 300 && b.takeElement(r, false) {
			return
		}
		b.rootField(r, rootKey{false, t.status})
		return
	case dialect.TableResponseHeader:
		b.responseHeader(r)
		return
	}
	if b.page.isStandardHeader(r.field.Name) && r.in != api.InQuery {
		r.inSpec, r.implied = true, true // a security scheme or the media type says it
		return
	}
	i := slices.IndexFunc(pathNames, func(n string) bool { return foldName(n) == foldName(r.field.Name) })
	if i < 0 && (t.role == dialect.TableURI || t.role == dialect.TablePath) && b.asksFor(r.field.Name) == "" && dialect.IsURLPart(r.field.Name) {
		r.inSpec, r.implied = true, true // the address of the server says it
		return
	}
	in := b.inOf(r, i >= 0)
	key := b.asksFor(r.field.Name)
	if in == api.InPath && i < 0 && key != "" {
		b.page.found.Addf("docs/query-parameter-in-path-table", b.page.path, r.field.Origin.Pos,
			"%s is listed as a path parameter, but it stands in the query of the request line", r.field.Name)
		b.page.found.Relate(diag.Related{Page: b.page.path, Pos: b.op.Origin.Pos, Message: "the request line"})
		in = api.InQuery
	}
	if in == api.InQuery && i >= 0 && b.ofPath(r) {
		b.page.found.Addf("docs/path-parameter-in-query-table", b.page.path, r.field.Origin.Pos,
			"%s is listed as a query parameter, but the request line has it in its path", r.field.Name)
		b.page.found.Relate(diag.Related{Page: b.page.path, Pos: b.op.Origin.Pos, Message: "the request line"})
		in = api.InPath
	}
	switch in {
	case api.InPath:
		if i < 0 && b.elsewhere(func(l requestLine) bool {
			_, query := l.parts()
			return strings.Contains(foldName(l.url), "{"+foldName(r.field.Name)+"}") || queryKey(query, r.field.Name) != ""
		}) {
			return // the page has several operations, and this row is for another
		}
		if i < 0 {
			b.page.found.Addf("docs/path-parameter-not-in-url", b.page.path, r.field.Origin.Pos,
				"%s is listed as a path parameter, but the request line %s has no {%s}", r.field.Name, b.op.Path, r.field.Name)
			b.page.found.Relate(diag.Related{Page: b.page.path, Pos: b.op.Origin.Pos, Message: "the request line"})
			r.reported = true
			return
		}
		if documented[pathNames[i]] {
			b.duplicate(r, b.param(api.InPath, pathNames[i]))
			return
		}
		documented[pathNames[i]] = true
		f := *r.field
		f.Name, f.Need = pathNames[i], api.NeedYes
		b.asText(&f)
		b.op.Params = append(b.op.Params, &api.Param{In: in, Field: f})
		r.inSpec = true
	case inBody:
		if b.op.Method == "GET" && b.elsewhere(func(l requestLine) bool { return l.method != "GET" && l.method != "DELETE" }) {
			return // the body is that of the page's other operation
		}
		if b.takeElement(r, true) {
			return
		}
		b.rootField(r, rootKey{true, 0})
	default:
		if in == api.InQuery && key == "" && b.noParameter(r) {
			return
		}
		f := *r.field
		if in == api.InQuery && key != "" {
			f.Name = key
		}
		if first := b.param(in, f.Name); first != nil {
			b.duplicate(r, first)
			return
		}
		b.op.Params = append(b.op.Params, &api.Param{In: in, Field: f})
		r.inSpec = true
	}
}

// elsewhere reports whether the page defines an operation, other than this one, that fits.
func (b *builder) elsewhere(fits func(requestLine) bool) bool {
	return slices.ContainsFunc(b.page.own, fits)
}

func (b *builder) duplicate(r *row, first *api.Field) {
	b.page.found.Add("docs/duplicate-field", b.page.path, r.field.Origin.Pos,
		r.field.Name+" is described twice; the first description counts", firstOf(first))
	r.reported = true
}

// param finds a parameter that the operation has, nil where it has none of the name.
func (b *builder) param(in api.In, name string) *api.Field {
	for _, q := range b.op.Params {
		if q.In == in && q.Name == name {
			return &q.Field
		}
	}
	return nil
}

// inOf says where a request parameter stands.
func (b *builder) inOf(r *row, inURL bool) api.In {
	if r.in != "" {
		return r.in
	}
	switch r.table.role {
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
	switch b.op.Method {
	case "POST", "PUT", "PATCH":
		return inBody
	case "DELETE":
		if b.page.showsRequestBody() {
			return inBody
		}
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
// A query has no form for a structure, and a printed request body proves the rest. It stays
// quiet on a method that sends no body, and on what the query of the request line has. A
// mandatory row of "URI parameters" beside a placeholder without a row stays in the path,
// where it is reported: it is likely the description of that one under a wrong name.
func (b *builder) inOfURITable(r *row, inURL bool) api.In {
	name := r.field.Name
	switch {
	case inURL:
		return api.InPath
	case b.asksFor(name) != "":
		return api.InQuery
	case b.sendsBody() && (structured(&r.field.Type) || membersOf(b.page.printedBody(true))[foldName(name)] != nil):
		return inBody
	case r.table.cap.Role == dialect.TableURI && r.field.Need == api.NeedYes && b.lacksRow():
		return api.InPath
	}
	return api.InQuery
}

// asksFor finds the parameter in the query of the request line that a row of the name
// describes, "" where there is none.
func (b *builder) asksFor(name string) string { return queryKey(b.query, name) }

// queryKey is the parameter of a query that has the name, or else the one whose value is a
// placeholder of that name: "hosts" for host_ids in ?hosts={host_ids}.
func queryKey(query, name string) string {
	by := ""
	for part := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(part, "=")
		key = strings.Trim(key, "[]{} ")
		if key == name {
			return key
		}
		if value == "{"+name+"}" && naming.IsName(key) {
			by = key
		}
	}
	return by
}

// lacksRow reports whether a placeholder of the path has no row in the page's tables.
func (b *builder) lacksRow() bool {
	return slices.ContainsFunc(api.PathParams(b.op.Path), func(name string) bool {
		return !slices.ContainsFunc(b.page.tables, func(t *table) bool { return t.carriesFields() && hasRow(t, name) })
	})
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
// for anything with members, so the Type cell must be wrong. It stays quiet on a list,
// which a path may hold with commas between.
func (b *builder) asText(f *api.Field) {
	if f.Type.Kind != api.Object && f.Type.Kind != api.Map {
		return
	}
	b.page.found.Addf("docs/object-in-path", b.page.path, f.Origin.Pos,
		"%s is a part of the path, but its type is %s; it is taken as text", f.Name, f.Type.String())
	f.Type = api.Type{Kind: api.String}
}
