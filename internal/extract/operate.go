package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

func itoa(n int) string { return strconv.Itoa(n) }

// operate builds the operations of a page: one for each request line that a scope defines.
func (x *extraction) operate(p *page) {
	for _, s := range p.scopes() {
		s.decideQueryTables()
		for nth := range s.own {
			if p.badPath(s.own[nth]) {
				continue
			}
			s.ops = append(s.ops, x.operation(p, s, nth)...)
		}
	}
}

// badPath reports a request line whose path no document can hold: it costs the operation, but not
// the document of the set, which no reader would take with it.
func (p *page) badPath(line requestLine) bool {
	path, _ := line.parts()
	problem := urlpath.Problem(path)
	if problem == "" && line.goesOn() {
		problem = "it goes on after white space: " + diag.Quote(line.after)
	}
	if problem == "" {
		p.spacedNames(line, path)
		if line.after != "" && !line.hasHTTP() {
			p.found.addf("docs/text-after-path", line.pos, "after %s stands %s, which is left out", diag.Quote(line.url), diag.Quote(line.after))
		}
		return false
	}
	p.badLine = true
	p.found.addf("docs/bad-path", line.pos, "the path %s cannot be one of an operation: %s", diag.Quote(path), problem)
	return true
}

// spacedNames reports placeholders that are printed with a space inside: "{lamp _id}".
func (p *page) spacedNames(line requestLine, path string) {
	printed := p.doc.File.Line(line.pos.Line)
	for _, part := range strings.Split(printed, "{")[1:] {
		name, _, closed := strings.Cut(part, "}")
		joined := strings.Join(strings.Fields(name), "")
		if closed && joined != strings.TrimSpace(name) && strings.Contains(path, "{"+joined+"}") {
			p.found.addf("docs/space-in-name", line.pos, "the name %s has a space in it; %s is taken", diag.Quote(name), joined)
		}
	}
}

func (p *page) fieldTables() []*table {
	var out []*table
	for _, t := range p.tables {
		if t.carriesFields() {
			out = append(out, t)
		}
	}
	return out
}

// operation builds the operation that the nth request line of a scope defines, or its cases.
func (x *extraction) operation(p *page, s *scope, nth int) []*api.Operation {
	line := s.own[nth]
	path, query := line.parts()
	path, again := p.namedOnce(line, path)
	op := &api.Operation{
		Method: line.method, Path: path, Summary: p.title,
		Description: p.function(),
		Tag:         p.tag().Name,
		Deprecated:  p.outdated(),
		DocURL:      p.doc.URL,
		Query:       line.words(), HostName: line.hostName,
		Origin: p.at(line.pos).origin(api.FromURL),
	}
	op.ID, op.Given = p.operationID(op)
	b := &builder{page: p, scope: s, op: op, query: query, line: line, again: again, roots: map[rootKey]*api.Schema{},
		elements: map[api.Side][]*row{}, parts: map[rootKey][]*part{}, partOf: map[partKey]*part{}}
	b.forms = map[api.Side]*node{}
	for _, side := range sides {
		b.forms[side] = x.skeleton(s, side, nth)
	}
	b.build(x)
	return b.operations()
}

// operationID is the provider's own id where the page has it, for its first operation, else one made of the title.
func (p *page) operationID(op *api.Operation) (id string, given bool) {
	name := strings.TrimSuffix(p.doc.OriginalName, ".html")
	if naming.IsProviderID(name) && len(p.operations()) == 0 {
		return name, true
	}
	return naming.OperationID(p.spokenTitle(op), op.Method, op.Path), false
}

// spokenTitle is the title of the page, or, where that is a request line, the fixed words of its path.
func (p *page) spokenTitle(op *api.Operation) string {
	if !isRequestLine(p.title) {
		return p.title
	}
	segments := strings.Split(urlpath.Unversioned(op.Path), "/")
	return strings.Join(slices.DeleteFunc(segments, func(s string) bool { return strings.Contains(s, "{") }), " ")
}

// rootKey tells the bodies of an operation apart.
type rootKey struct {
	side   api.Side
	status saidStatus
}

// builder puts the rows of the tables in a scope into one operation.
type builder struct {
	page  *page // where findings go
	scope *scope
	op    *api.Operation
	query string
	keys  queryKeys // of query, nil until it is asked for
	line  requestLine
	// placeholders are those of the path by what foldName makes of them, params the first indexed ones of op.Params.
	placeholders map[string]string
	others       *lineNames        // of all request lines of the page, nil until they are asked for
	lacking      map[string]string // the placeholders without a row, by their words in the singular, nil before lacksRow
	bodyTables   map[*table]bool   // what listsBody reports
	deletes      *bool             // what printsDelete reports, nil before it is asked for
	left         []*table          // what leaveRow has reported
	params       map[paramKey]*api.Field
	indexed      int
	again        map[string][]string // further names of what the path calls by one name
	roots        map[rootKey]*api.Schema
	order        []rootKey
	// forms are the XML bodies that the page prints, elements the rows that describe them.
	forms    map[api.Side]*node
	elements map[api.Side][]*row
	// whole is what a row says of the request body itself, nil where each says something of a member.
	whole *api.Field
	// parts are the tables of each body, cases the request bodies that they tell.
	parts  map[rootKey][]*part
	partOf map[partKey]*part
	cases  []bodyCase
}

func (b *builder) build(x *extraction) {
	names := urlpath.Params(b.op.Path)
	for _, t := range b.scope.tables {
		for _, r := range t.rows {
			if r.field != nil && t.roleOfRows() != dialect.TableStruct && t.carriesFields() {
				b.assign(r)
			}
		}
	}
	b.undocumentedPathParams(names)
	b.several()
	b.xmlBodies()
	b.queryOfURL()
	b.versionHeader()
	for _, side := range sides {
		b.placeOrphans(side)
	}
	x.referredBodies(b)
	b.bodies()
	b.mediaHeaders()
	b.responses()
	slices.SortStableFunc(b.op.Params, api.CompareParams)
	b.orderPathParams(names)
}

// orderPathParams puts the path parameters into the order of the path.
func (b *builder) orderPathParams(names []string) {
	n := 0
	for n < len(b.op.Params) && b.op.Params[n].In == api.InPath {
		n++
	}
	at := make(map[string]int, len(names)) // from 1; a name that is not in the path comes first
	for i, name := range names {
		if at[name] == 0 {
			at[name] = i + 1
		}
	}
	slices.SortStableFunc(b.op.Params[:n], func(x, y *api.Param) int { return cmp.Compare(at[x.Name], at[y.Name]) })
}

func (b *builder) undocumentedPathParams(names []string) {
	there := b.paramNames(api.InPath)
	for _, n := range names {
		if there[n] || b.sameRow(n) {
			continue
		}
		b.page.found.addf("docs/undocumented-path-parameter", b.op.Origin.Pos,
			"the request line has {%s}, but no table describes it", n)
		b.op.Params = append(b.op.Params, &api.Param{In: api.InPath, Field: api.Field{
			Name: n, Type: api.Type{Kind: api.String}, Need: api.NeedYes, Origin: b.op.Origin,
		}})
	}
}

// queryOfURL adds the query parameters that only the request line shows.
func (b *builder) queryOfURL() {
	there := b.paramNames(api.InQuery)
	for part := range strings.SplitSeq(b.query, "&") {
		name, _, _ := strings.Cut(part, "=")
		name = queryName(name)
		if b.fixedWord(name) || !naming.IsName(name) || there[name] {
			continue
		}
		there[name] = true
		b.page.found.addf("docs/undocumented-query-parameter", b.op.Origin.Pos,
			"the request line has the query parameter %s, but no table describes it", name)
		b.op.Params = append(b.op.Params, &api.Param{In: api.InQuery, Field: api.Field{
			Name: name, Type: api.Type{Kind: api.String}, Need: api.NeedNo, Origin: b.op.Origin,
		}})
	}
}

func (b *builder) root(key rootKey, origin api.Origin) *api.Schema {
	s := b.roots[key]
	if s == nil {
		s = newSchema(key.side, "", origin)
		b.roots[key] = s
		b.order = append(b.order, key)
	}
	return s
}

func (b *builder) rootField(r *row, key rootKey) {
	t := r.table
	s := b.root(key, b.page.at(t.doc.Pos()).origin(api.FromCaption))
	r.inSpec, t.used = true, true
	switch r.stands {
	case dialect.NameSelf:
		s.Root = &r.field.Type
		if key.side == api.SideRequest {
			b.whole = r.field
		}
		return
	case dialect.NameAny:
		s.Extra = &r.field.Type
		return
	}
	p := b.part(key, t)
	if f := p.listed[r.field.Name]; f != nil {
		b.duplicate(r, f)
		return
	}
	p.add(r.field)
	if s.Field(r.field.Name) != nil {
		r.implied = true // another table has it for another case, see several
		return
	}
	s.Fields = append(s.Fields, r.field)
}

func (b *builder) responseHeader(r *row) {
	if dialect.Header(r.field.Name) == dialect.HeaderMediaType {
		r.inSpec, r.implied = true, true
		return
	}
	for _, status := range b.statusesOf(r.table) {
		res := b.response(status, b.page.at(r.table.doc.Pos()).origin(api.FromCaption))
		for _, h := range res.Headers {
			if strings.EqualFold(h.Name, r.field.Name) {
				b.duplicate(r, &h.Field)
				return
			}
		}
		res.Headers = append(res.Headers, &api.Param{In: api.InHeader, Field: *r.field})
		r.inSpec = true
	}
}

// statusesOf are the statuses of the responses whose headers a table lists: that of its words, each
// error that the page documents where they say no more than that the call failed, or the default
// where it documents none, and else that of success.
func (b *builder) statusesOf(t *table) []int {
	switch {
	case t.status.isCode():
		return []int{int(t.status)}
	case t.status != anyError:
		return []int{b.successStatus()}
	}
	var errors []int
	for _, s := range b.scope.statuses() {
		if s.code >= 400 {
			errors = append(errors, s.code)
		}
	}
	if len(errors) == 0 {
		return []int{api.DefaultStatus}
	}
	return errors
}

// hasSection reports whether the page has a section of that role.
func (p *page) hasSection(role dialect.SectionRole) bool {
	has := false
	doc.WalkSections(p.doc.Blocks, func(s *doc.Section) bool {
		has = has || dialect.Section(s.Title.String()) == role
		return !has
	})
	return has
}
