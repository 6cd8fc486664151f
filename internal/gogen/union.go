package gogen

import (
	"fmt"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// fillUnion lists the alternatives of a union of objects.
func (b *builder) fillUnion(nt *namedType, s *openapi3.Schema, alternatives openapi3.SchemaRefs) error {
	member, all := b.options(s.Discriminator, alternatives)
	return b.fillOptions(nt, member, all, "every union")
}

// alternative is a schema that a value may have, and what a discriminator calls it.
type alternative struct {
	ref    *openapi3.SchemaRef
	values []string
}

func (b *builder) options(told *openapi3.Discriminator, refs openapi3.SchemaRefs) (member string, all []alternative) {
	for _, ref := range refs {
		one := alternative{ref: ref}
		if told != nil {
			member = told.PropertyName
			one.values = b.doc.ValuesOf(told, ref)
		}
		all = append(all, one)
	}
	return member, all
}

// fillOptions gives each alternative a pair of conversions that is named after its type.
func (b *builder) fillOptions(nt *namedType, member string, all []alternative, owner string) error {
	nt.discriminator = member
	methods := newScope("method", b.warn)
	for _, taken := range methodNames {
		methods.taken[taken] = owner
	}
	for _, f := range nt.Fields { // of a structure: As… and Set… are beside them
		for _, prefix := range []string{"As", "Set"} {
			if rest, ok := strings.CutPrefix(f.Name, prefix); ok {
				methods.taken[rest] = f.where
			}
		}
	}
	seen := map[string]bool{}
	for i, one := range all {
		where := fmt.Sprintf("%s/oneOf/%d", nt.where, i)
		t, err := b.resolve(one.ref, fmt.Sprintf("%sOption%d", nt.Name, i+1), where)
		if err != nil {
			return err
		}
		if seen[t.expr()] {
			continue
		}
		seen[t.expr()] = true
		method := b.namer.name(strings.NewReplacer("[]", "list of ", "map[string]", "map of ", "*", "", "sdk.", "", "json.", "").Replace(within(t, nt)))
		if t.shape == shapeNamed {
			method = within(t, nt)
		}
		if method, err = methods.free(where, method, fmt.Sprintf("Option%d", i+1), fmt.Sprintf("Alternative%d", i+1)); err != nil {
			return err
		}
		nt.members = append(nt.members, t)
		nt.Options = append(nt.Options, unionOption{Method: method, Type: t.expr(), typ: t, names: one.values})
	}
	return nil
}

// within is the Go type of an alternative, but of one that is written in place only what its name
// has more than that of the union.
func within(t *typeRef, union *namedType) string {
	inner := t
	for inner.elem != nil {
		inner = inner.elem
	}
	if inner.shape != shapeNamed || !strings.HasPrefix(inner.named.where, union.where+"/") {
		return t.expr()
	}
	short, ok := strings.CutPrefix(inner.named.Name, union.Name)
	if !ok || short == "" || !token.IsExported(short) {
		return t.expr()
	}
	return strings.TrimSuffix(t.expr(), inner.named.Name) + short
}

// Variant is the Go expression of what tells an alternative from the others.
func (o unionOption) Variant(union *namedType) string {
	parts := []string{"Name: " + strconv.Quote(o.Type)}
	if len(o.names) > 0 {
		parts = append(parts, o.mapping(union))
	}
	if required := o.typ.required(); len(required) > 0 {
		parts = append(parts, "Required: "+quoteList(required))
	}
	if o.typ.isStruct() {
		if fixed := o.typ.named.fixed(); len(fixed) > 0 {
			parts = append(parts, "Fixed: []gen.Fixed{"+strings.Join(fixed, ", ")+"}")
		}
	}
	return "{" + strings.Join(append(parts, "Type: (*"+o.Type+")(nil)"), ", ") + "}"
}

// fixed are the members of a structure that have few values, as Go values.
func (t *namedType) fixed() (fixed []string) {
	for _, name := range sorted(t.schema.Properties) {
		ref := t.schema.Properties[name]
		if ref == nil || ref.Value == nil {
			continue
		}
		var values []string
		if v := document.Constant.Of(ref.Extensions, ref.Value.Extensions); v != nil {
			values = []string{constantText(v)}
		} else if !ref.Value.Nullable {
			for _, v := range ref.Value.Enum {
				values = append(values, constantText(v))
			}
		}
		if len(values) > 0 {
			fixed = append(fixed, "{Name: "+strconv.Quote(name)+", Values: "+quoteList(values)+"}")
		}
	}
	return fixed
}

// VariantsVar is the name of the variable with the variants of a union.
func (t *namedType) VariantsVar() string { return "variantsOf" + t.declared() }

// Mapped is Variant for what is set, where the discriminator has values for it.
func (o unionOption) Mapped(union *namedType) string {
	if len(o.names) == 0 {
		return ""
	}
	return "gen.Variant{" + o.mapping(union) + "}"
}

// HasSole reports whether the alternative must have members that have a single value each, which Set… fills in.
func (o unionOption) HasSole() bool {
	if !o.typ.isStruct() {
		return false
	}
	s := o.typ.named.schema
	return slices.ContainsFunc(s.Required, func(name string) bool {
		ref := s.Properties[name]
		return ref != nil && ref.Value != nil && !ref.Value.Nullable && len(ref.Value.Enum) == 1
	})
}

func (o unionOption) mapping(union *namedType) string {
	return "Member: " + strconv.Quote(union.discriminator) + ", Values: " + quoteList(o.names)
}

// Discriminator is the member that says which alternative a union is, quoted, or empty.
func (t *namedType) Discriminator() string {
	if t.discriminator == "" {
		return ""
	}
	return strconv.Quote(t.discriminator)
}

// required are the members without which an object is not of a type, sorted. Those that
// are only read may be missing in what is sent.
func (t *typeRef) required() []string {
	s := t.schema
	if t.shape == shapeNamed {
		s = t.named.schema
	}
	if s == nil || !t.isStruct() && t.shape != shapeObject {
		return nil
	}
	var out []string
	for _, name := range s.Required {
		if p := s.Properties[name]; p == nil || p.Value == nil || !p.Value.ReadOnly && !p.Value.WriteOnly {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
