package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// part is what one table adds to a body that several tables describe.
type part struct {
	table  *table
	action string // the verb of what its caption says that the body is for, "" for none
	fields []*api.Field
	listed map[string]*api.Field // the fields by name
}

// add adds a field of a row.
func (p *part) add(f *api.Field) {
	if p.listed == nil {
		p.listed = map[string]*api.Field{}
	}
	p.fields, p.listed[f.Name] = append(p.fields, f), f
}

func (p *part) has(name string) bool { return p.listed[name] != nil }

// maxCases is how many cases of a body are told apart; pages have a few. Each has what all share, and each is
// compared with each.
const maxCases = 50

// bodyCase is one of several request bodies that an operation takes.
type bodyCase struct {
	name   string // in words of the page
	origin api.Origin
	fields []*api.Field
}

// partKey is what tells parts apart.
type partKey struct {
	body  rootKey
	table *table
}

// part gives what a table adds to a body. One that continues another table is a part of that: the two tell no cases.
func (b *builder) part(key rootKey, t *table) *part {
	of := partKey{key, t}
	p := b.partOf[of]
	if p == nil && t.continues != nil {
		p = b.partOf[partKey{key, t.continues}]
		b.partOf[of] = p
	}
	if p == nil {
		p = &part{table: t, action: dialect.BodyFor(t.caption)}
		b.partOf[of] = p
		b.parts[key] = append(b.parts[key], p)
	}
	return p
}

// several decides what the tables of a body are to each other where there are several.
//
// Tables that list the same fields, and tables of which each printed request shows one, tell
// cases: "using a plan", "using a copy". Where their captions, or the lines above them, have
// words for the cases, each is a body of its own. Else the body has the fields of all and
// demands what all of them and all printed requests have. Where one printed request shows two
// tables, or nothing tells, they are parts of one body. A finding says what was chosen.
//
// It does not apply to tables below the examples that another call has: see dropForeign.
func (b *builder) several() {
	for _, key := range slices.Clone(b.order) {
		if len(b.parts[key]) < 2 || b.roots[key].XMLName != "" {
			continue
		}
		shown := b.scope.printedBodies(b.op, key.side)
		if key.side == api.SideRequest {
			b.dropForeign(key, shown)
		}
		b.dropNested(key, shown)
		b.dropOwned(key, shown)
		if len(b.parts[key]) > 1 {
			b.reportCases(key, shown)
		}
	}
}

func (b *builder) reportCases(key rootKey, shown []*payload.Value) {
	parts := b.parts[key]
	apart, common := exclusive(parts, shown)
	second := parts[1].table
	words := "they are taken as parts of one body"
	switch {
	case key.side == api.SideResponse || len(apart) < 2:
	case len(apart) <= maxCases && b.split(apart, common):
		words = "they are taken as cases, each a body of its own"
	default:
		b.loosen(key, apart, shown)
		words = "they are taken as cases of one body, which demands what all of them demand"
	}
	b.page.found.add("docs/several-body-tables", second.doc.Pos(),
		"the body is described by several tables; "+words,
		b.page.at(parts[0].table.doc.Pos()).related("the first table"))
}

// exclusive tells the parts that exclude another one from those that go with all. Of very many each is taken for one
// that excludes another: a body then demands what all have.
func exclusive(parts []*part, shown []*payload.Value) (apart, common []*part) {
	if len(parts) > maxCases {
		return parts, nil
	}
	for _, p := range parts {
		if slices.ContainsFunc(parts, func(q *part) bool { return q != p && exclude(p, q, shown) }) {
			apart = append(apart, p)
		} else {
			common = append(common, p)
		}
	}
	return apart, common
}

// exclude reports whether a body is described by one of two tables or by the other: the printed bodies say so, both
// list one field, or their captions say that they are for different actions, "Body for starting", "Body for stopping".
// It does not apply where a printed body shows both.
func exclude(p, q *part, shown []*payload.Value) bool {
	onlyP, onlyQ := false, false
	for _, v := range shown {
		inP, inQ := p.showsOwn(v, q), q.showsOwn(v, p)
		if inP && inQ {
			return false
		}
		onlyP, onlyQ = onlyP || inP, onlyQ || inQ
	}
	if p.action != "" && q.action != "" && p.action != q.action {
		return true
	}
	return onlyP && onlyQ || slices.ContainsFunc(p.fields, func(f *api.Field) bool { return q.has(f.Name) })
}

// showsOwn reports whether a printed body has a field of p that q does not list.
func (p *part) showsOwn(v *payload.Value, q *part) bool {
	return slices.ContainsFunc(v.Members, func(m payload.Member) bool { return p.has(m.Name) && !q.has(m.Name) })
}

// split makes a case of each part that excludes another, where words tell them apart.
func (b *builder) split(apart, common []*part) bool {
	names := caseNames(apart)
	if names == nil {
		return false
	}
	for i, p := range apart {
		var whole part // one printed body may show tables that list one field
		for _, q := range slices.Concat([]*part{p}, common) {
			for _, f := range q.fields {
				if !whole.has(f.Name) {
					whole.add(f)
				}
			}
		}
		b.cases = append(b.cases, bodyCase{names[i], b.page.at(p.table.doc.Pos()).origin(api.FromCaption), whole.fields})
	}
	return true
}

// caseNames are the words that tell tables apart: those of their captions, or of the lines
// above them. A request line tells no case.
func caseNames(parts []*part) []string {
	captions, lines := make([]string, len(parts)), make([]string, len(parts))
	for i, p := range parts {
		captions[i] = p.table.caption
		if line := p.table.ctx.line().Text; !isRequestLine(line) {
			lines[i] = line
		}
	}
	if names := dialect.CaseWords(captions); names != nil {
		return names
	}
	return dialect.CaseWords(lines)
}

// loosen makes the fields optional that not all cases of one body demand, or that a printed
// request does without.
func (b *builder) loosen(key rootKey, apart []*part, shown []*payload.Value) {
	has, demands, shows := map[string]bool{}, map[string]int{}, map[string]int{}
	for _, p := range apart {
		for _, f := range p.fields {
			has[f.Name] = true
			if f.Need == api.NeedYes {
				demands[f.Name]++
			}
		}
	}
	for i, v := range shown {
		for _, m := range v.Members {
			if shows[m.Name] == i { // once of each body, and not at all where one before lacks it
				shows[m.Name]++
			}
		}
	}
	for _, f := range b.roots[key].Fields {
		if f.Need == api.NeedYes && has[f.Name] && (demands[f.Name] < len(apart) || shows[f.Name] < len(shown)) {
			f.Need = api.NeedConditional
		}
	}
}

// operations gives the operation, or one for each case of its body: to a server they are one,
// to a caller they are several things to do. All of them share the responses.
func (b *builder) operations() []*api.Operation {
	if len(b.cases) == 0 || b.op.Body == nil {
		return []*api.Operation{b.op}
	}
	whole := b.op.Body.Type.Schema
	inCase := map[string]bool{}
	for _, c := range b.cases {
		for _, f := range c.fields {
			inCase[f.Name] = true
		}
	}
	// No table of the body has these, so each case may.
	shared := slices.DeleteFunc(slices.Clone(whole.Fields), func(f *api.Field) bool { return inCase[f.Name] })
	var out []*api.Operation
	for _, c := range b.cases {
		op := *b.op
		op.Case = c.name
		op.Whole = b.op.ID
		op.ID = caseID(b.op, c.name)
		op.Summary = b.op.Summary + ": " + c.name
		op.Responses = slices.Clone(b.op.Responses)
		op.Params = nil
		for _, q := range b.op.Params {
			param := *q
			op.Params = append(op.Params, &param)
		}
		s := newSchema(api.SideRequest, "", c.origin)
		s.Fields = slices.Concat(c.fields, shared)
		body := *b.op.Body
		body.Type, body.Origin = api.Type{Kind: api.Object, Schema: s}, c.origin
		body.Required = demandsMember(s)
		op.Body = &body
		out = append(out, &op)
	}
	return out
}

// caseID names an operation for a case by the words of the case that its title has not.
func caseID(op *api.Operation, name string) string {
	title := strings.Fields(strings.ToLower(op.Summary))
	own := slices.DeleteFunc(strings.Fields(name), func(w string) bool { return slices.Contains(title, strings.ToLower(w)) })
	if len(own) == 0 {
		own = []string{name}
	}
	for i, w := range own {
		own[i] = naming.Pascal(w)
	}
	return op.ID + strings.Join(own, "")
}
