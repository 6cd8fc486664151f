package extract

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/naming"
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

// canOnlyBeQuery reports whether a row of a table of the path describes a parameter of the query that the request line
// does not print: nothing in a path is optional. It does not apply beside a placeholder without a row, which may be
// meant under another name, nor where the request has a body and no query.
func (b *builder) canOnlyBeQuery(r *row) bool {
	return r.field.Need == api.NeedNo && (b.query != "" || !b.sendsBody()) && !structured(&r.field.Type) && !b.lacksRow() && !b.ofOtherLine(r.field.Name)
}

// ofOtherLine reports whether another operation of the page has a parameter in its request line.
func (b *builder) ofOtherLine(name string) bool {
	others := b.otherNames()
	return others.keys.of(name) != "" || others.placeholders[foldName(name)]
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

// inOtherPath reports whether a row of a table that is not one of the query describes a part of the path of another
// operation of the page:
//
//	DELETE /v1/sheds/{shed_id}/jars/{jar_id}
//	DELETE /v1/jars/{jar_id}
func (b *builder) inOtherPath(r *row) bool {
	name := r.field.Name
	return r.in == "" && r.table.roleOfRows() == dialect.TableURI && b.otherNames().placeholders[foldName(name)] && b.otherNames().keys.of(name) == ""
}

// otherNames are the parameters that the request lines of the page ask for.
func (b *builder) otherNames() *lineNames {
	if b.others == nil {
		b.others = namesOfLines(b.scope.own)
	}
	return b.others
}

// elsewhere reports whether the page defines an operation, other than this one, that fits.
func (b *builder) elsewhere(fits func(requestLine) bool) bool {
	return slices.ContainsFunc(b.scope.own, fits)
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
// that sends no body, and to what the query of the request line has. A mandatory row of "URI parameters" beside a placeholder without a row stays in the path,
// where it is reported: it is likely the description of that one under a wrong name.
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

// maxPath is how much of a path a finding about a row shows, in bytes. Paths are shorter, but for those that want the
// findings of their rows to fill the memory.
const maxPath = 200

func shortPath(path string) string {
	if len(path) <= maxPath {
		return path
	}
	return strings.ToValidUTF8(path[:maxPath], "") + "…"
}

// lineNames are the parameters that request lines ask for.
type lineNames struct {
	keys         queryKeys
	placeholders map[string]bool // by what foldName makes of them
}

func namesOfLines(lines []requestLine) *lineNames {
	n := &lineNames{queryKeys{}, map[string]bool{}}
	for _, l := range lines {
		_, query := l.parts()
		maps.Copy(n.keys, keysOf(query))
		for part := range strings.SplitSeq(foldName(l.url), "{") {
			if name, _, ok := strings.Cut(part, "}"); ok {
				n.placeholders[name] = true
			}
		}
	}
	return n
}

// asksFor finds the parameter in the query of the request line that a row of the name
// describes, "" where there is none.
func (b *builder) asksFor(name string) string {
	if b.keys == nil {
		b.keys = keysOf(b.query)
	}
	return b.keys.of(name)
}

// queryKeys are the parameters of a query, by "name" and by the placeholder that is their value, "{name}".
type queryKeys map[string]string

// queryName is the name of a parameter of a query without the brackets of its page around it. Those of "filter[name]"
// are of the name.
func queryName(key string) string {
	if at := strings.Index(key, "["); at > 0 && strings.Index(key[at:], "]") > 1 {
		return strings.Trim(key, "{} ")
	}
	return strings.Trim(key, "[]{} ")
}

func keysOf(query string) queryKeys {
	keys := queryKeys{}
	for part := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(part, "=")
		key = queryName(key)
		keys[key] = key
		if strings.HasSuffix(value, "}") && naming.IsName(key) {
			keys[value] = key
		}
	}
	return keys
}

// of is the parameter that has the name, or else the last one whose value is a placeholder of that name:
// "hosts" for host_ids in ?hosts={host_ids}.
func (k queryKeys) of(name string) string {
	if key, ok := k[name]; ok {
		return key
	}
	return k["{"+name+"}"]
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

// misspelt is the placeholder without a row that a row of the path or the URL describes under a name
// in which a word says several and not one, or the other way round, "" where there is none:
//
//	GET /v1/jars/{jar_id}
//	"Parameter description": jars_id | Yes | The jar
//
// It does not apply to what another request line of the page has a place for, and what the query asks
// for or a printed body has: these are other parameters.
func (b *builder) misspelt(r *row) string {
	name := r.field.Name
	switch role := r.table.roleOfRows(); {
	case role != dialect.TableURI && role != dialect.TablePath, r.in != "" && r.in != api.InPath, r.field.Need == api.NeedNo, structured(&r.field.Type):
		return ""
	case b.asksFor(name) != "", b.ofOtherLine(name), b.sendsBody() && b.scope.printedMembers(api.SideRequest)[foldName(name)] != nil:
		return ""
	}
	if !b.lacksRow() {
		return ""
	}
	return b.lacking[ofOne(name)]
}

// ofOne is a name with each of its words for one thing, in small letters.
func ofOne(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '_' || r == '-' })
	for i, w := range words {
		words[i] = naming.Singular(w)
	}
	return strings.Join(words, "_")
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
