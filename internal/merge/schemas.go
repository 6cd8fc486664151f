package merge

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Schemas sets svc.Schemas to the schemas that the operations use, in the order of their
// first use, makes one of those that say the same and gives each its name.
//
// A structure that requests and responses share is split first: what callers must send, a
// service may leave out. Structures of responses that are alike become one, see alike.
func Schemas(svc *api.Service, found *diag.List) {
	s := &schemas{svc: svc, found: found, index: make(map[*api.Schema]*use)}
	for _, op := range svc.Operations {
		for _, part := range op.Parts() {
			s.collect(part)
		}
	}
	classify(s.uses, s.index)
	s.unify()
}

// schemas is the state of Schemas.
type schemas struct {
	svc   *api.Service
	found *diag.List
	uses  []*use // in the order of use
	index map[*api.Schema]*use
}

// use is a schema with an operation that uses it.
type use struct {
	schema   *api.Schema
	op       *api.Operation
	want     string // the name that it should have
	where    string // where the operation has it, as a name
	response bool
	inside   bool // of another structure
	class    int  // schemas of one class say the same, see classify
	count    int  // how many say what it says
}

// collector lists the schemas of one operation.
type collector struct {
	*schemas
	op *api.Operation
	// copies are the structures of requests that responses use too, each with its copy for
	// responses.
	copies map[*api.Schema]*api.Schema
	depth  int // in how many structures it is
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
		c.visit(&q.Type, op.ID+naming.Pascal(q.Name), false)
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
	s := t.Schema
	if c.index[s] != nil {
		return
	}
	name := naming.Pascal(s.Label)
	if name == "" {
		name = where
	}
	if element {
		name, where = naming.Singular(name), naming.Singular(where)
	}
	u := &use{schema: s, op: c.op, want: name, where: where, response: response, inside: c.depth > 0, count: 1}
	c.index[s] = u
	c.uses = append(c.uses, u)
	c.depth++
	for _, f := range s.Fields {
		if f.Type.HasSchema() {
			c.visit(&f.Type, name+naming.Pascal(f.Name), response)
		}
	}
	c.visit(s.Root, name+"Item", response)
	c.visit(s.Extra, name+"Item", response)
	c.depth--
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

// unify keeps one schema of each class, and one of those that are alike, names them, and points
// every type at them.
func (s *schemas) unify() {
	first := make(map[int]*use)
	var kept []*use
	var schemas []*api.Schema
	for _, u := range s.uses {
		have := first[u.class]
		if have == nil {
			first[u.class] = u
			kept = append(kept, u)
			schemas = append(schemas, u.schema)
			continue
		}
		have.also(u)
		addOrigin(have.schema, u.schema.Origin)
		addFurther(have.schema, u.schema)
	}
	s.point(func(schema *api.Schema) *api.Schema {
		if u := s.index[schema]; u != nil {
			return first[u.class].schema
		}
		return schema
	}, schemas)
	joined := joinAlike(schemas, s.found)
	for schema := range joined {
		s.index[at(joined, schema)].also(s.index[schema])
	}
	kept = slices.DeleteFunc(kept, func(u *use) bool { return joined[u.schema] != nil })
	schemas = slices.DeleteFunc(schemas, func(schema *api.Schema) bool { return joined[schema] != nil })
	s.point(func(schema *api.Schema) *api.Schema { return at(joined, schema) }, schemas)
	nameSchemas(kept, s.svc.Operations)
	s.svc.Schemas = schemas
	ownFields(schemas)
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
// shortest path, whichever page comes first, and of two places in it the first by name.
func (u *use) also(other *use) {
	u.count += other.count
	if cmp.Or(compareOperations(other.op, u.op), cmp.Compare(other.where, u.where)) < 0 {
		u.op, u.where = other.op, other.where
	}
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
func (s *schemas) point(kept func(*api.Schema) *api.Schema, schemas []*api.Schema) {
	point := func(t *api.Type) { t.Schema = kept(t.Schema) }
	for _, op := range s.svc.Operations {
		op.EachType(point)
		for _, v := range op.Variants {
			v.EachType(point)
		}
	}
	for _, schema := range schemas {
		schema.EachType(point)
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

// addRows notes the rows of further pages that describe a field, whose claims are those of a page.
func addRows(f, other *api.Field, claims string) {
	if other.Origin != f.Origin {
		f.Also = append(append(f.Also, api.Row{Origin: other.Origin, Claims: claims}), other.Also...)
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
			if c.Fact == api.FactExample {
				s.Fields[i].Claims = append(slices.Clip(s.Fields[i].Claims), c)
			}
		}
	}
}
