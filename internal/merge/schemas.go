package merge

import (
	"cmp"
	"slices"
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
	first := other.side == u.side && cmp.Or(compareOperations(other.op, u.op), cmp.Compare(other.where, u.where)) < 0
	if first || other.side == api.SideResponse && u.side != api.SideResponse {
		u.op, u.where, u.side, u.labelled = other.op, other.where, other.side, other.labelled
	}
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
