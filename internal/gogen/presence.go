package gogen

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// fillPresences takes what a schema says of members that must be there together or instead of each other, and
// says what of it is not checked.
func (b *builder) fillPresences(nt *namedType, s *openapi3.Schema) {
	found, unread := b.doc.Presences(s)
	for _, p := range found {
		var unknown []string
		for _, name := range p.Names() {
			if nt.fieldOf(name) == nil && !slices.Contains(unknown, name) {
				unknown = append(unknown, name)
			}
		}
		if len(unknown) > 0 {
			b.warn(printable(nt.where) + ": " + p.Rule + " is not checked, since there is no property " + quoteAll(unknown))
			continue
		}
		if nt.unsure(p) {
			b.warn(printable(nt.where) + ": " + p.Rule + " is not checked, since it asks for what is only read, and a request has none of that")
			continue
		}
		nt.presences = append(nt.presences, p)
	}
	for _, rule := range unread {
		b.warn(printable(nt.where) + ": " + rule + " is not checked: only alternatives that are types, or that list required properties, are")
	}
	var unknown []string
	for _, name := range s.Required {
		if s.Properties[name] == nil && (s.Discriminator == nil || s.Discriminator.PropertyName != name) {
			unknown = append(unknown, name)
		}
	}
	if len(unknown) > 0 {
		b.warn(printable(nt.where) + ": it is not checked that the required members are there which no property describes: " + quoteAll(unknown))
	}
}

// unsure reports whether a presence could refuse a request that is right, since what is only read counts as there:
// a choice of anyOf that asks for it refuses nothing.
func (t *namedType) unsure(p document.Presence) bool {
	isRead := func(name string) bool { return t.fieldOf(name).readOnly }
	return slices.ContainsFunc(p.Choices, func(c document.Choice) bool {
		return p.Rule != "anyOf" && slices.ContainsFunc(c.Has, isRead) || slices.ContainsFunc(slices.Concat(c.Lacks...), isRead)
	})
}

// tellPresences says of a schema without properties what is not checked of its members.
func (b *builder) tellPresences(where string, s *openapi3.Schema, kind document.Kind) {
	found, unread := b.doc.Presences(s)
	for _, p := range found {
		unread = append(unread, p.Rule)
	}
	// Free objects and maps are checked, but not the head of a family; of lists and scalars it says nothing.
	isHead := kind == document.KindFree && len(b.doc.Heirs(document.SchemaName(where)).List) > 0
	if len(s.Required) > 0 && (kind == document.KindUnion || kind == document.KindAny || isHead) {
		unread = append(unread, "required")
	}
	slices.Sort(unread)
	for _, rule := range slices.Compact(unread) {
		b.warn(printable(where) + ": " + rule + " is not checked: only members of a schema with properties are asked for")
	}
}

// tellUnchecked says of which bodies the limits are not checked, since their Go type has no method that does it.
func (b *builder) tellUnchecked() {
	for _, op := range b.view.ops {
		t := op.bodyType
		if t == nil || t.hasValidate() {
			continue
		}
		if g := (&validators{view: b.view, patterns: map[string]int{}}); len(g.value(t, place{expr: "v"})) > 0 {
			b.warn(printable(op.where) + " requestBody: the limits of the body are not checked: it is neither a structure nor a list nor a map")
		}
	}
}

// quoteAll is the names in quotes, with commas.
func quoteAll(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	return strings.Join(quoted, ", ")
}

// fieldOf is the field of a member, nil where it has none.
func (t *namedType) fieldOf(name string) *field {
	i := slices.IndexFunc(t.Fields, func(f *field) bool { return f.JSON == name })
	if i < 0 {
		return nil
	}
	return t.Fields[i]
}

// needed checks that the members are there which an object without documented ones must have.
func needed(s *openapi3.Schema, p place) []jen.Code {
	if len(s.Required) == 0 {
		return nil
	}
	args := []jen.Code{jen.Id("c"), jen.Id(p.expr)}
	for _, name := range s.Required {
		args = append(args, jen.Lit(name))
	}
	return []jen.Code{jen.Qual(genPath, "Needs").Call(args...)}
}

// presence checks which members of a structure that is sent are there together.
func (g *validators) presence(t *namedType) []jen.Code {
	if !t.request || len(t.presences) == 0 {
		return nil
	}
	var code []jen.Code
	for _, p := range t.presences {
		conds, words := make([]jen.Code, len(p.Choices)), make([]string, len(p.Choices))
		for i, c := range p.Choices {
			conds[i], words[i] = jen.Id(t.holds(c)), c.String()
		}
		holds := jen.Qual(genPath, "Count").Call(conds...)
		switch p.Rule {
		case "oneOf":
			holds = holds.Op("!=").Lit(1)
		case "anyOf":
			holds = holds.Op("==").Lit(0)
		default: // not, which has one
			holds = conds[0].(*jen.Statement)
		}
		code = append(code, jen.If(holds).Block(
			jen.Id("c").Dot("Add").Call(jen.Lit(p.Rule), jen.Nil(), jen.Lit(printable(strings.Join(words, ", or "))))))
	}
	return whereSent(t, code)
}

// holds is the Go condition that a choice holds for a value v. What is only read is not sent, and counts as there.
func (t *namedType) holds(c document.Choice) string {
	all := func(names []string) string {
		var conds []string
		for _, name := range names {
			if f := t.fieldOf(name); !f.readOnly && f.there() != "" {
				conds = append(conds, f.there())
			}
		}
		if len(conds) == 0 {
			return "true"
		}
		return strings.Join(conds, " && ")
	}
	conds := []string{all(c.Has)}
	if len(c.Has) == 0 {
		conds = nil
	}
	for _, names := range c.Lacks {
		conds = append(conds, "!("+all(names)+")")
	}
	return strings.Join(conds, " && ")
}
