package api

import "slices"

// Parts lists the operations that have bodies of their own: the variants of op, or op itself
// where it has none.
func (op *Operation) Parts() []*Operation {
	if len(op.Variants) > 0 {
		return op.Variants
	}
	return []*Operation{op}
}

// All lists op and its variants, op last.
func (op *Operation) All() []*Operation { return append(slices.Clone(op.Variants), op) }

// EachType calls f for each type that op itself holds, elements included; those of its
// variants are theirs.
func (op *Operation) EachType(f func(*Type)) {
	for _, q := range op.Params {
		q.Type.Each(f)
	}
	if op.Body != nil {
		op.Body.Type.Each(f)
	}
	for _, r := range op.Responses {
		for _, h := range r.Headers {
			h.Type.Each(f)
		}
		if r.Body != nil {
			r.Body.Type.Each(f)
		}
	}
}

// EachType calls f for each type that s itself holds: those of its fields, of what it stands
// for and of further members.
func (s *Schema) EachType(f func(*Type)) {
	for _, field := range s.Fields {
		field.Type.Each(f)
	}
	s.Root.Each(f)
	s.Extra.Each(f)
}

// Each calls f for t and for the types of its elements; of nil it calls nothing.
func (t *Type) Each(f func(*Type)) {
	for ; t != nil; t = t.Elem {
		f(t)
	}
}

// HasSchema reports whether a type is a structure, or a list or map of structures.
func (t *Type) HasSchema() bool {
	for ; t != nil; t = t.Elem {
		if t.Schema != nil {
			return true
		}
	}
	return false
}

// IsFlat reports whether a structure has no structures or lists in it; none is not flat.
func (s *Schema) IsFlat() bool {
	return s != nil && !slices.ContainsFunc(s.Fields, func(f *Field) bool { return f.Type.Schema != nil || f.Type.Elem != nil })
}

// ErrorBodyName is the name of the schema of error bodies.
const ErrorBodyName = "ErrorBody"

// CompareParams orders parameters as requests have them: those of the path, of the query, of
// the header.
func CompareParams(a, b *Param) int { return a.In.rank() - b.In.rank() }

// Key tells a parameter from all others of its operation: its place and name.
func (p *Param) Key() string { return string(p.In) + " " + p.Name }

func (in In) rank() int {
	switch in {
	case InPath:
		return 0
	case InQuery:
		return 1
	}
	return 2
}

// Clone copies a schema with its fields and their types; the schemas that they lead to are the
// same.
func (s *Schema) Clone() *Schema {
	c := *s
	c.Fields = make([]*Field, len(s.Fields))
	for i, f := range s.Fields {
		g := *f
		g.Type = *f.Type.Clone()
		g.Also = slices.Clip(f.Also)
		c.Fields[i] = &g
	}
	c.Root, c.Extra = s.Root.Clone(), s.Extra.Clone()
	return &c
}

// Clone copies a type with those of its elements, nil for nil.
func (t *Type) Clone() *Type {
	if t == nil {
		return nil
	}
	c := *t
	c.Elem, c.AlsoElem = t.Elem.Clone(), t.AlsoElem.Clone()
	return &c
}
