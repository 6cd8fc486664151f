package extract

import (
	"cmp"
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// assign puts a row where its table, its own words and the URL say that it belongs.
func (b *builder) assign(r *row) {
	if r.within != nil {
		r.inSpec = true // as a member of another row
		return
	}
	switch {
	case r.table.roleOfRows() == dialect.TableResponse:
		b.assignToResponse(r)
		return
	case r.table.roleOfRows() == dialect.TableResponseHeader:
		b.responseHeader(r)
		return
	}
	inPath := b.placeholderOf(r)
	if inPath == "" {
		if inPath = b.misspelt(r); inPath != "" {
			b.foundInLine("docs/misspelt-path-parameter", r,
				r.field.Name+" is taken for {"+inPath+"} of the request line, which no table describes")
		}
	}
	if b.isImplied(r, inPath) {
		r.inSpec, r.implied = true, true
		return
	}
	switch in := b.inRequest(r, inPath); {
	case in == api.InPath && inPath != "":
		b.addPathParam(r, inPath)
	case in == api.InPath:
		b.notInPath(r)
	case in == inBody:
		b.addToRequestBody(r)
	default:
		b.addParam(r, in)
	}
}

func (b *builder) assignToResponse(r *row) {
	t := r.table
	if b.ofRequest(t) && b.takeElement(r, api.SideRequest) || t.status.maySucceed() && b.takeElement(r, api.SideResponse) {
		return
	}
	b.rootField(r, rootKey{api.SideResponse, t.status})
}

// placeholderOf is the placeholder of the path that has a row's name, "" where none has.
func (b *builder) placeholderOf(r *row) string {
	if b.placeholders == nil {
		b.placeholders = map[string]string{}
		for _, name := range slices.Backward(urlpath.Params(b.op.Path)) {
			b.placeholders[foldName(name)] = name
		}
	}
	return b.placeholders[foldName(r.field.Name)]
}

// isImplied reports whether the document says elsewhere what the row says: in its security
// schemes, media types or servers.
func (b *builder) isImplied(r *row, inPath string) bool {
	if b.page.isStandardHeader(r.field.Name) && r.in != api.InQuery && !structured(&r.field.Type) {
		return true // a structure that is called "accept" is not a header
	}
	ofURL := r.table.roleOfRows() == dialect.TableURI || r.table.roleOfRows() == dialect.TablePath
	return inPath == "" && ofURL && b.asksFor(r.field.Name) == "" && dialect.IsURLPart(r.field.Name)
}

// inRequest says where in the request a row's parameter stands. Where its table and the
// request line disagree the line is right, and a finding says so.
func (b *builder) inRequest(r *row, inPath string) api.In {
	in := b.inOf(r, inPath != "")
	switch {
	case in == api.InPath && inPath == "" && b.asksFor(r.field.Name) != "":
		b.foundInLine("docs/query-parameter-in-path-table", r,
			r.field.Name+" is listed as a path parameter, but it stands in the query of the request line")
		return api.InQuery
	case in == api.InPath && inPath == "" && b.canOnlyBeQuery(r):
		b.foundInLine("docs/query-parameter-in-path-table", r,
			r.field.Name+" is listed as a path parameter, but it is optional and the path has no place for it; it is taken for one of the query")
		return api.InQuery
	case in == api.InQuery && inPath != "" && b.ofPath(r):
		b.foundInLine("docs/path-parameter-in-query-table", r,
			r.field.Name+" is listed as a query parameter, but the request line has it in its path")
		return api.InPath
	}
	return in
}

// foundInLine reports a row that the request line contradicts.
func (b *builder) foundInLine(rule string, r *row, message string) {
	b.page.found.add(rule, r.field.Origin.Pos, message,
		b.page.at(b.op.Origin.Pos).related("the request line"))
}

// notInPath reports a path parameter that the request line has no place for, but for one
// that another operation of the page has.
func (b *builder) notInPath(r *row) {
	name := r.field.Name
	if b.ofOtherLine(name) {
		return
	}
	b.foundInLine("docs/path-parameter-not-in-url", r,
		name+" is listed as a path parameter, but the request line "+shortPath(b.op.Path)+" has no {"+name+"}")
	r.reported = true
}

func (b *builder) addPathParam(r *row, name string) {
	name = b.nextName(name)
	if first := b.param(api.InPath, name); first != nil {
		b.duplicate(r, first)
		return
	}
	f := *r.field
	f.Name, f.Need = name, api.NeedYes
	b.asText(&f)
	b.op.Params = append(b.op.Params, &api.Param{In: api.InPath, Field: f})
	r.inSpec = true
}

// addToRequestBody adds a row to the body, but for the body of another operation of the page.
func (b *builder) addToRequestBody(r *row) {
	if b.leavesBody(r.table) {
		b.leaveRow(r)
		return
	}
	if b.takeElement(r, api.SideRequest) {
		return
	}
	b.rootField(r, rootKey{side: api.SideRequest})
}

// addParam adds a parameter of the query or a header. The name of one of the query is that in
// the request line.
func (b *builder) addParam(r *row, in api.In) {
	f := *r.field
	if in == api.InQuery {
		key := b.asksFor(r.field.Name)
		if key == "" && (b.noParameter(r) || b.inOtherPath(r)) {
			return
		}
		f.Name = cmp.Or(key, f.Name)
	}
	if first := b.param(in, f.Name); first != nil {
		b.duplicate(r, first)
		return
	}
	param := &api.Param{In: in, Field: f}
	if in == api.InQuery && dialect.JoinsByCommas(f.Text, f.Name) {
		origin := r.table.page.at(r.desc.Pos()).origin(api.FromProse)
		param.Commas = &origin
	}
	b.op.Params = append(b.op.Params, param)
	r.inSpec = true
}

func (b *builder) duplicate(r *row, first *api.Field) {
	b.page.found.add("docs/duplicate-field", r.field.Origin.Pos,
		r.field.Name+" is described twice; the first description counts", firstOf(first))
	r.reported = true
}

// param finds a parameter that the operation has, nil where it has none of the name.
func (b *builder) param(in api.In, name string) *api.Field {
	if b.params == nil {
		b.params = map[paramKey]*api.Field{}
	}
	for ; b.indexed < len(b.op.Params); b.indexed++ { // those that were added since
		q := b.op.Params[b.indexed]
		if key := (paramKey{q.In, q.Name}); b.params[key] == nil {
			b.params[key] = &q.Field
		}
	}
	return b.params[paramKey{in, name}]
}

// paramKey is what tells the parameters of an operation apart.
type paramKey struct {
	in   api.In
	name string
}

// paramNames are the names of the parameters at a place.
func (b *builder) paramNames(in api.In) map[string]bool {
	names := make(map[string]bool, len(b.op.Params))
	for _, q := range b.op.Params {
		if q.In == in {
			names[q.Name] = true
		}
	}
	return names
}
