package merge

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

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
	side     api.Side
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
		c.visit(&op.Body.Type, op.ID+"RequestBody", api.SideRequest)
	}
	main := mainResponse(op)
	for _, r := range op.Responses {
		if r.Body != nil {
			c.visit(&r.Body.Type, bodyName(op, r, r == main), api.SideResponse)
		}
	}
	for _, q := range op.Params {
		c.visit(&q.Type, naming.Member(op.ID, q.Name), api.SideRequest)
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
func (c *collector) visit(t *api.Type, where string, side api.Side) {
	for element := false; t != nil; t, element = t.Elem, true {
		if t.Schema != nil {
			c.visitSchema(t, where, element, side)
		}
	}
}

func (c *collector) visitSchema(t *api.Type, where string, element bool, side api.Side) {
	response := side == api.SideResponse
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
	u := &use{schema: s, op: c.op, want: name, where: where, side: side, inside: c.depth > 0, labelled: c.labelled, count: 1}
	if response {
		u.resource.add(c.op, s)
	}
	c.index[s] = u
	c.uses = append(c.uses, u)
	around := c.labelled
	c.depth, c.labelled = c.depth+1, around || s.Label != ""
	for _, f := range s.Fields {
		if f.Type.HasSchema() {
			c.visit(&f.Type, naming.Member(name, f.Name), side)
		}
	}
	c.visit(s.Root, name+"Item", side)
	c.visit(s.Extra, name+"Item", side)
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
