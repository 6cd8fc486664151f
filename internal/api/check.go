package api

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Check lists what is wrong with a model. These hold after each pass, and a pass that breaks
// one has a mistake, whatever the pages say:
//
//   - Types are whole: a list or map has elements, nothing else has; a schema belongs to an
//     object; no further kind is the type's own.
//   - Each operation, parameter, response, body, schema, field, claim and example has an
//     origin in a page of the set, at a place.
//   - Each name comes once: of the fields of a schema, the parameters of an operation (with
//     their place), the statuses of its responses. A schema that stands for another type has no
//     fields.
//   - The parameters of the path are those that the path has.
//
// Once schemas are named (svc.Schemas is not empty) there is more:
//
//   - Each schema that an operation or schema refers to is in svc.Schemas, and each of these
//     is there once, with a name that no other has, capitals or not.
//   - No field is in two schemas.
//   - The ids of operations are unique, those of variants included.
//
// isPage says whether the set has a page. What is shared is checked once.
func Check(svc *Service, isPage func(path string) bool) []string {
	c := &modelCheck{isPage: isPage, seen: make(map[*Schema]bool), owned: make(map[*Field]bool), named: make(map[*Schema]bool), all: svc.Schemas != nil}
	c.schemaNames(svc.Schemas)
	ids := make(map[string]bool)
	for _, op := range svc.Operations {
		if len(op.Variants) > 0 {
			c.id(op, ids)
			c.params(op)
		}
		for _, part := range op.Parts() {
			c.id(part, ids)
			c.operation(part)
		}
	}
	for _, s := range svc.Schemas {
		c.schema(s)
	}
	if svc.ErrorBody != nil {
		c.schema(svc.ErrorBody)
	}
	return c.problems
}

type modelCheck struct {
	isPage   func(string) bool
	seen     map[*Schema]bool
	owned    map[*Field]bool
	named    map[*Schema]bool // svc.Schemas
	all      bool             // schemas are named, and all of them are in named
	problems []string
}

func (c *modelCheck) failf(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

func (c *modelCheck) schemaNames(schemas []*Schema) {
	names := make(map[string]bool)
	for _, s := range schemas {
		lower := strings.ToLower(s.Name)
		switch {
		case c.named[s]:
			c.failf("the schema %s is listed twice", s.Name)
		case s.Name == "":
			c.failf("the schema of %s has no name", s.Origin.Page)
		case names[lower]:
			c.failf("two schemas have the name %s", s.Name)
		}
		c.named[s], names[lower] = true, true
	}
}

func (c *modelCheck) id(op *Operation, ids map[string]bool) {
	if c.all && (op.ID == "" || ids[op.ID]) {
		c.failf("%s %s has the id %q, which is empty or another operation's", op.Method, op.Path, op.ID)
	}
	ids[op.ID] = true
}

func (c *modelCheck) operation(op *Operation) {
	what := op.Method + " " + op.Path
	c.origin(what, op.Origin)
	c.params(op)
	c.body(what, op.Body)
	statuses := make(map[int]bool)
	for _, r := range op.Responses {
		where := fmt.Sprintf("the response %d of %s", r.Status, what)
		if statuses[r.Status] {
			c.failf("%s is there twice", where)
		}
		statuses[r.Status] = true
		c.origin(where, r.Origin)
		c.body(where, r.Body)
		for _, h := range r.Headers {
			c.field(where, &h.Field)
		}
	}
	for _, e := range op.Examples {
		c.origin("an example of "+what, e.Origin)
	}
}

func (c *modelCheck) params(op *Operation) {
	what := op.Method + " " + op.Path
	names := make(map[string]bool)
	for _, q := range op.Params {
		if key := q.Key(); names[key] {
			c.failf("%s has the parameter %s in the %s twice", what, q.Name, q.In)
		} else {
			names[key] = true
		}
		c.field(what, &q.Field)
		if q.In == InPath && !strings.Contains(op.Path, "{"+q.Name+"}") {
			c.failf("%s has a parameter %s that is not in its path", what, q.Name)
		}
	}
	for _, name := range urlpath.Params(op.Path) {
		if !names[string(InPath)+" "+name] {
			c.failf("%s has no parameter for {%s}", what, name)
		}
	}
}

func (c *modelCheck) body(what string, p *Payload) {
	if p != nil {
		c.origin("the body of "+what, p.Origin)
		c.typeOf("the body of "+what, &p.Type)
	}
}

func (c *modelCheck) schema(s *Schema) {
	if c.seen[s] {
		return
	}
	c.seen[s] = true
	what := "the schema " + s.Name + " (" + s.Label + ")"
	if c.all && !c.named[s] {
		c.failf("%s of %s:%s is not listed", what, s.Origin.Page, s.Origin.Pos)
	}
	c.origin(what, s.Origin)
	if s.Root != nil && len(s.Fields) > 0 {
		c.failf("%s of %s stands for another type and has fields", what, s.Origin.Page)
	}
	names := make(map[string]bool)
	for _, f := range s.Fields {
		switch {
		case names[f.Name]:
			c.failf("%s has the field %s twice", what, f.Name)
		case c.owned[f] && c.all:
			c.failf("%s has the field %s of another schema", what, f.Name)
		}
		names[f.Name] = true
		c.owned[f] = true
		c.field(what, f)
	}
	for _, t := range []*Type{s.Root, s.Extra} {
		if t != nil {
			c.typeOf(what, t)
		}
	}
}

func (c *modelCheck) field(of string, f *Field) {
	what := f.Name + " of " + of
	if f.Name == "" {
		c.failf("%s has a field without a name", of)
	}
	c.origin(what, f.Origin)
	for _, claim := range f.Claims {
		c.origin("a claim about "+what, claim.Origin)
	}
	c.typeOf(what, &f.Type)
}

// typeOf checks a type with its elements and the schemas in it.
func (c *modelCheck) typeOf(what string, t *Type) {
	for ; t != nil; t = t.Elem {
		switch {
		case (t.Kind == Array || t.Kind == Map) != (t.Elem != nil):
			c.failf("%s is %s, and its elements are %v", what, t.Kind, t.Elem)
		case t.Schema != nil && t.Kind != Object:
			c.failf("%s is %s, and has a schema", what, t.Kind)
		case t.Kind == "":
			c.failf("%s has no type", what)
		case slices.Contains(t.Also, t.Kind):
			c.failf("%s is %s twice", what, t.Kind)
		}
		if t.AlsoElem != nil {
			c.typeOf(what, t.AlsoElem)
		}
		if t.Schema != nil {
			c.schema(t.Schema)
		}
	}
}

func (c *modelCheck) origin(what string, o Origin) {
	if !c.isPage(o.Page) || o.Pos.Line < 1 || o.Pos.Col < 1 || o.How == "" {
		c.failf("%s has the origin %s:%s %q, which is not a place of a page", what, o.Page, o.Pos, o.How)
	}
}
