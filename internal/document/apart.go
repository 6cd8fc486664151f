package document

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// apart takes schemas that are components apart: what refers from one to another leads to an empty schema until
// restore is called. Each is then looked at by itself and once. The library looks at all that each one leads to,
// which for n schemas that lead to each other is n times n of them.
func apart(doc *openapi3.T) (restore func()) {
	a := apartness{empty: new(openapi3.Schema), seen: map[*openapi3.Schema]bool{}}
	if doc.Components != nil {
		for _, ref := range doc.Components.Schemas {
			if ref != nil {
				a.schema(ref.Value)
			}
		}
	}
	return func() {
		for _, c := range a.cut {
			c.ref.Value = c.to
		}
	}
}

// apartness is the state of apart.
type apartness struct {
	empty *openapi3.Schema
	seen  map[*openapi3.Schema]bool
	cut   []cutReference
}

// cutReference is a reference and the schema that it leads to.
type cutReference struct {
	ref *openapi3.SchemaRef
	to  *openapi3.Schema
}

// schema cuts the references that stand in a schema, or in schemas that are written in it.
func (a *apartness) schema(s *openapi3.Schema) {
	if a.seen[s] {
		return
	}
	a.seen[s] = true
	for _, ref := range partRefs(s) {
		if isComponent(ref.Ref) {
			a.cut = append(a.cut, cutReference{ref, ref.Value})
			ref.Value = a.empty
		} else {
			a.schema(ref.Value)
		}
	}
}

// isComponent reports whether a reference leads to a schema that is a component, and not to a part of one.
func isComponent(ref string) bool {
	name, ok := strings.CutPrefix(ref, "#/components/schemas/")
	return ok && !strings.Contains(name, "/")
}
