package merge

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Schemas sets svc.Schemas to the schemas that the operations use, in the order of their
// first use, makes one of those that say the same and gives each its name.
//
// A structure that requests and responses share is split first: what callers must send, a
// service may leave out; and one that responses of several versions of the API share, of which
// each may have further fields on other pages. Structures of responses that are alike become one,
// see alike.
func Schemas(svc *api.Service, found *diag.List) {
	s := &schemas{svc: svc, found: found, index: make(map[*api.Schema]*use), versions: make(map[versioned]*api.Schema), fields: make(map[*api.Field]string)}
	for _, op := range svc.Operations {
		for _, part := range op.Parts() {
			s.collect(part)
		}
	}
	s.unify()
}

// schemas is the state of Schemas.
type schemas struct {
	svc   *api.Service
	found *diag.List
	uses  []*use // in the order of use
	index map[*api.Schema]*use
	// versions are the structures of responses by the version of the API that prints them: the
	// structure itself, and its copies for further versions.
	versions map[versioned]*api.Schema
	fields   map[*api.Field]string // the version that has a field of a structure of responses
}

// versioned is a structure that responses of a version of the API have, or that which it was first.
type versioned struct {
	schema  *api.Schema
	version string
}

// use is a schema with an operation that uses it.
type use struct {
	schema   *api.Schema
	op       *api.Operation
	want     string // the name that it should have
	where    string // where the operation has it, as a name
	response bool
	inside   bool // of another structure
	labelled bool // where begins with the name that a page gives to one around it
	class    int  // schemas of one class say the same, see classify
	count    int  // how many say what it says
	resource resource
}

// collector lists the schemas of one operation.
type collector struct {
	*schemas
	op *api.Operation
	// copies are the structures of requests that responses use too, each with its copy for
	// responses.
	copies map[*api.Schema]*api.Schema
	depth  int // in how many structures it is
	// labelled tells that one of them has a name of its page.
	labelled bool
}

func (s *schemas) collect(op *api.Operation) {
	c := &collector{schemas: s, op: op, copies: make(map[*api.Schema]*api.Schema)}
	if op.Body != nil {
		c.visit(&op.Body.Type, op.ID+"RequestBody", false)
	}
	main := mainResponse(op)
	for _, r := range op.Responses {
		if r.Body != nil {
			c.visit(&r.Body.Type, bodyName(op, r, r == main), true)
		}
	}
	for _, q := range op.Params {
		c.visit(&q.Type, naming.Member(op.ID, q.Name), false)
	}
}

// mainResponse is the first response with a body that says that all went well, or nil.
func mainResponse(op *api.Operation) *api.Response {
	for _, r := range op.Responses {
		if r.Body != nil && !api.IsError(r.Status) {
			return r
		}
	}
	return nil
}

// bodyName is the name that the body of a response should have.
func bodyName(op *api.Operation, r *api.Response, main bool) string {
	switch {
	case main:
		return cmp.Or(op.Whole, op.ID) + "ResponseBody" // cases share their responses
	case api.IsError(r.Status) && r.Body.Type.Schema.IsFlat():
		return api.ErrorBodyName
	case r.Status == api.DefaultStatus:
		return op.ID + api.ErrorBodyName
	}
	return op.ID + "Response" + strconv.Itoa(r.Status) + "Body"
}

// visit lists the structures of a type and those inside them. where is the name for one that
// its page gives none; an element of a list is one of what the list has.
func (c *collector) visit(t *api.Type, where string, response bool) {
	for element := false; t != nil; t, element = t.Elem, true {
		if t.Schema != nil {
			c.visitSchema(t, where, element, response)
		}
	}
}

func (c *collector) visitSchema(t *api.Type, where string, element, response bool) {
	if response && t.Schema.Request {
		t.Schema = c.forResponse(t.Schema)
	}
	if response {
		t.Schema = c.forVersion(t.Schema)
	}
	s := t.Schema
	if u := c.index[s]; u != nil {
		if response {
			u.resource.add(c.op, s)
		}
		return
	}
	name := naming.Pascal(s.Label)
	if name == "" {
		name = where
	}
	if element {
		name, where = naming.Singular(name), naming.Singular(where)
	}
	u := &use{schema: s, op: c.op, want: name, where: where, response: response, inside: c.depth > 0, labelled: c.labelled, count: 1}
	if response {
		u.resource.add(c.op, s)
	}
	c.index[s] = u
	c.uses = append(c.uses, u)
	around := c.labelled
	c.depth, c.labelled = c.depth+1, around || s.Label != ""
	for _, f := range s.Fields {
		if f.Type.HasSchema() {
			c.visit(&f.Type, naming.Member(name, f.Name), response)
		}
	}
	c.visit(s.Root, name+"Item", response)
	c.visit(s.Extra, name+"Item", response)
	c.depth, c.labelled = c.depth-1, around
}

// forResponse is the copy of a structure of requests that the operation's responses use.
func (c *collector) forResponse(s *api.Schema) *api.Schema {
	if c.copies[s] == nil {
		own := s.Clone() // with its types, because the structures inside may be split too
		own.Request = false
		c.copies[s] = own
	}
	return c.copies[s]
}

// forVersion is the structure of responses for the version of the operation, the first of which
// has the structure itself.
func (c *collector) forVersion(schema *api.Schema) *api.Schema {
	key := versioned{schema: schema, version: urlpath.Version(c.op.Path)}
	if own := c.versions[key]; own != nil {
		return own
	}
	own, first := schema, versioned{schema: schema, version: anyVersion}
	if c.versions[first] != nil || slices.ContainsFunc(schema.Fields, func(f *api.Field) bool { return c.otherVersion(f, key.version) }) {
		own = schema.Clone() // with its types, because the structures inside are split, too
	}
	for _, f := range own.Fields {
		c.fields[f] = key.version
	}
	c.versions[first], c.versions[key] = own, own
	c.versions[versioned{schema: own, version: key.version}] = own
	return own
}

// otherVersion reports whether a field is one of a structure of another version, as those of a table are that
// describes the bodies of several operations.
func (c *collector) otherVersion(f *api.Field, version string) bool {
	v, ok := c.fields[f]
	return ok && v != version
}

// anyVersion stands for all versions; it is none.
const anyVersion = "*"

// unify keeps one schema of each class, and one of those that are alike, names them, and points
// every type at them. Those that say the same in several versions of the API are one only then:
// each may be a part of what its version prints on other pages.
func (s *schemas) unify() {
	classify(s.uses, s.index, true)
	kept := s.keepClasses(s.uses)
	joined := joinAlike(kept, s.found)
	for _, u := range kept {
		if joined[u.schema] != nil {
			s.index[at(joined, u.schema)].also(u)
		}
	}
	kept = slices.DeleteFunc(kept, func(u *use) bool { return joined[u.schema] != nil })
	s.point(func(schema *api.Schema) *api.Schema { return at(joined, schema) }, kept)
	classify(kept, s.index, false)
	kept = s.keepClasses(kept)
	nameSchemas(kept, s.svc.Operations)
	for _, u := range kept {
		s.svc.Schemas = append(s.svc.Schemas, u.schema)
	}
	ownFields(s.svc.Schemas)
}

// keepClasses keeps the first schema of each class, and points every type at it.
func (s *schemas) keepClasses(uses []*use) (kept []*use) {
	first := make(map[int]*use)
	for _, u := range uses {
		have := first[u.class]
		if have == nil {
			first[u.class] = u
			kept = append(kept, u)
			continue
		}
		have.also(u)
		addOrigins(have.schema, u.schema)
		addFurther(have.schema, u.schema)
	}
	s.point(func(schema *api.Schema) *api.Schema {
		if u := s.index[schema]; u != nil {
			return first[u.class].schema
		}
		return schema
	}, kept)
	return kept
}

// ownFields gives each schema fields of its own: a table that describes the bodies of several
// operations has one field for each row, and what reconciliation decides of it in one of them must
// not change another.
func ownFields(schemas []*api.Schema) {
	seen := map[*api.Field]bool{}
	for _, s := range schemas {
		if slices.ContainsFunc(s.Fields, func(f *api.Field) bool { return seen[f] }) {
			s.Fields = s.Clone().Fields
		}
		for _, f := range s.Fields {
			seen[f] = true
		}
	}
}

// also counts another use of what u says. The operation that stands for all is that with the
// shortest path, whichever page comes first, and of two places in it the first by name; what is sent and in
// responses is named as that of responses.
func (u *use) also(other *use) {
	u.count += other.count
	u.resource.join(&other.resource)
	u.want = oneOf(u.want, other.want)
	if other.response && !u.response || other.response == u.response && cmp.Or(compareOperations(other.op, u.op), cmp.Compare(other.where, u.where)) < 0 {
		u.op, u.where, u.labelled = other.op, other.where, other.labelled
	}
	u.response = u.response || other.response
}

// oneOf is the name of a structure that pages call by two: that of one thing before that of several, of two spellings
// the one with the earlier capital (DiskImage, not Diskimage), that which says also what has it (DiskStatus, not
// Status), else the first, which has the most fields.
func oneOf(a, b string) string {
	switch {
	case strings.EqualFold(a, b):
		return min(a, b)
	case strings.EqualFold(naming.Singular(a), b), strings.HasSuffix(strings.ToLower(b), strings.ToLower(a)):
		return b
	}
	return a
}

// compareOperations orders operations by what a page that is moved or retitled keeps.
func compareOperations(a, b *api.Operation) int {
	x, y := urlpath.Shape(a.Path), urlpath.Shape(b.Path)
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y), cmp.Compare(a.Method, b.Method), cmp.Compare(a.ID, b.ID))
}

// at is the schema that another one became part of, itself where it became none.
func at(joined map[*api.Schema]*api.Schema, schema *api.Schema) *api.Schema {
	for joined[schema] != nil {
		schema = joined[schema]
	}
	return schema
}

// point makes every type of the operations and of schemas lead to the schema that kept gives.
func (s *schemas) point(kept func(*api.Schema) *api.Schema, uses []*use) {
	point := func(t *api.Type) { t.Schema = kept(t.Schema) }
	for _, op := range s.svc.Operations {
		op.EachType(point)
		for _, v := range op.Variants {
			v.EachType(point)
		}
	}
	for _, u := range uses {
		u.schema.EachType(point)
	}
	if s.index[s.svc.ErrorBody] == nil {
		s.svc.ErrorBody = nil // each operation documents its own
	}
	s.svc.ErrorBody = kept(s.svc.ErrorBody)
}

// addOrigin notes a further page that documents a schema.
func addOrigin(s *api.Schema, o api.Origin) {
	if o != s.Origin && !slices.Contains(s.Also, o) {
		s.Also = append(s.Also, o)
	}
}

// addOrigins notes the pages that document another schema.
func addOrigins(s, other *api.Schema) {
	addOrigin(s, other.Origin)
	for _, o := range other.Also {
		addOrigin(s, o)
	}
}

// addRows notes the rows of further pages that describe a field, each once, whose claims are those of a page.
func addRows(f, other *api.Field, claims string) {
	for _, row := range append([]api.Row{{Origin: other.Origin, Claims: claims}}, other.Also...) {
		if row.Origin != f.Origin && !slices.ContainsFunc(f.Also, func(r api.Row) bool { return r.Origin == row.Origin }) {
			f.Also = append(f.Also, row)
		}
	}
}

// addFurther adds to the fields of a schema what other, which limits them in the same way, has in
// addition: examples, and descriptions where the first page has none.
func addFurther(s, other *api.Schema) {
	for i, f := range other.Fields {
		addRows(s.Fields[i], f, s.Fields[i].Origin.Page)
		if own := s.Fields[i]; own.Text == "" {
			own.Text, own.Passages = f.Text, f.Passages
		}
		for _, c := range f.Claims {
			if c.Fact == api.FactExample || c.Fact == api.FactPrinted {
				s.Fields[i].Claims = append(slices.Clip(s.Fields[i].Claims), c)
			}
		}
	}
}
