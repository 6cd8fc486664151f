package gogen

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// A structure may be told apart further: its schema has alternatives beside properties of its own, or other
// schemas have it in allOf and a discriminator says which of them a value is. It stays a structure, with its
// own fields, and has conversions to what it may be, as a union has.

// fillVariants gives a structure these conversions.
func (b *builder) fillVariants(nt *namedType, s *openapi3.Schema) error {
	if alternatives := alternativesOf(nt, s); len(alternatives) > 0 {
		member, all := b.options(s.Discriminator, alternatives)
		nt.strict = nt.strict && len(document.Alternatives(s)) == len(s.OneOf)+len(s.AnyOf) && len(s.OneOf)*len(s.AnyOf) == 0
		return b.fillParts(nt, member, all)
	}
	member, all, values := b.heirs(nt.where)
	nt.heirs, nt.values = len(all) > 0, values
	return b.fillParts(nt, member, all)
}

// fillParts is fillOptions for a structure, whose comment tells what there is.
func (b *builder) fillParts(nt *namedType, member string, all []alternative) error {
	if err := b.fillOptions(nt, member, all, "every structure"); err != nil || len(nt.Options) == 0 {
		return err
	}
	var reads []string
	for _, o := range nt.Options {
		reads = append(reads, "As"+o.Method)
	}
	text := "It has members besides, which " + strings.Join(reads, ", ") + " read"
	if len(reads) == 1 {
		text += "s"
	}
	if member != "" {
		text += "; the member " + member + " says what it is"
	}
	nt.Comment += "\n//\n" + comment(text+".")
	return nil
}

// alternativesOf are those beside the properties of a schema, but null. There are none where the schema is
// one of them itself: then it has got them from a schema in its allOf, whose alternative it is.
func alternativesOf(nt *namedType, s *openapi3.Schema) openapi3.SchemaRefs {
	var out openapi3.SchemaRefs
	for _, ref := range document.Alternatives(s) {
		switch {
		case ref.Ref == nt.where:
			return nil
		case ref.Ref != "" || !slices.Contains(ref.Value.Enum, nil) || len(ref.Value.Enum) > 1:
			out = append(out, ref)
		}
	}
	return out
}

// heirs are the schemas that have the one at a place in allOf, see document.Heirs.
func (b *builder) heirs(where string) (member string, all []alternative, values []string) {
	name := document.SchemaName(where)
	if name == "" || b.names[name] == "" {
		return "", nil, nil
	}
	found := b.doc.Heirs(name)
	if found.Cut {
		b.warn(printable(where) + ": so many schemas lie between it and some that have it in allOf that it has no As and Set for these; read them by those between")
	}
	for _, heir := range found.List {
		if b.names[document.SchemaName(heir.Ref.Ref)] != "" {
			all = append(all, alternative{heir.Ref, heir.Values})
		}
	}
	return found.Member, all, found.Values
}

// fillName makes the only value of the member that tells a schema from others of its family a constant of the
// field, which a client fills in. There is none where there are several, or heirs that have others, or where the
// field cannot be that.
func (b *builder) fillName(f *field, nt *namedType) error {
	name := document.SchemaName(nt.where)
	if name == "" || f.Constant != "" || !f.typ.isText() {
		return nil
	}
	member, value, guessed := b.doc.OwnName(name)
	if member != f.JSON || value == "" || f.typ.schema != nil && len(f.typ.schema.Enum) > 0 && !slices.Contains(f.typ.schema.Enum, any(value)) {
		return nil
	}
	err := f.setConstant(value)
	f.guessed = guessed && f.Constant != ""
	return err
}

// variants checks a structure as what it is of those that it is told apart into. What stands for an heir is
// checked as a whole by that; alternatives come beside the fields.
func (g *validators) variants(t *namedType, body []jen.Code) []jen.Code {
	if len(t.Options) == 0 {
		return body
	}
	args := []jen.Code{jen.Id("v"), jen.Id(t.VariantsVar())}
	for _, o := range t.Options {
		args = append(args, g.option(o))
	}
	if !t.heirs {
		how := "Alternatives"
		if t.strict {
			how = "OneOf"
		}
		return append(body, jen.Id("c").Dot(how).Call(args...))
	}
	args = slices.Insert(args, 2, t.familyValues())
	return append([]jen.Code{jen.If(jen.Id("c").Dot("Heir").Call(args...)).Block(jen.Return())}, body...)
}

// familyValues are those of the member that tells heirs, nil where there may be others.
func (t *namedType) familyValues() jen.Code {
	if t.values == nil {
		return jen.Nil()
	}
	return jen.Index().String().ValuesFunc(func(list *jen.Group) {
		for _, value := range t.values {
			list.Lit(value)
		}
	})
}

// markReadOnly finds the types whose JSON in requests lacks members that no field of theirs has: those
// with conversions to types with members that are only read.
func markReadOnly(types []*namedType) {
	m := readOnlyMarker{known: map[*namedType]bool{}}
	for _, t := range types {
		t.pruned = t.request && len(t.Options) > 0 && slices.ContainsFunc(t.members, m.inside) && !isOptionOf(t, t, map[*namedType]bool{})
	}
}

// isOptionOf reports whether a value of a type may be one of another, by any number of choices: a type that is
// its own option would be asked without end what a value is.
func isOptionOf(t, union *namedType, seen map[*namedType]bool) bool {
	if seen[union] {
		return false
	}
	seen[union] = true
	return slices.ContainsFunc(union.members, func(o *typeRef) bool {
		return o.shape == shapeNamed && (o.named == t || isOptionOf(t, o.named, seen))
	})
}

// readOnlyMarker knows of types that were looked at; true while it is not known better, since a type that
// contains itself has no more than it has otherwise.
type readOnlyMarker struct{ known map[*namedType]bool }

func (m readOnlyMarker) inside(t *typeRef) bool {
	for ; t != nil; t = t.elem {
		if t.shape == shapeNamed {
			return m.has(t.named, map[*namedType]bool{})
		}
	}
	return false
}

// has looks through the types that values of a type hold.
func (m readOnlyMarker) has(t *namedType, seen map[*namedType]bool) bool {
	if known, ok := m.known[t]; ok {
		return known
	}
	if seen[t] {
		return false
	}
	seen[t] = true
	inner := func(r *typeRef) bool {
		for ; r != nil; r = r.elem {
			if r.shape == shapeNamed {
				return m.has(r.named, seen)
			}
		}
		return false
	}
	found := slices.ContainsFunc(t.Fields, func(f *field) bool { return f.readOnly || inner(f.typ) }) ||
		inner(t.base) || inner(t.extra) || slices.ContainsFunc(t.members, inner)
	if found {
		m.known[t] = true
	}
	return found
}
