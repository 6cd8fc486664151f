package gogen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// fillUnion lists the alternatives of a union of objects. Each gets a pair of
// conversions named after its type.
func (b *builder) fillUnion(nt *namedType, s *openapi3.Schema, alternatives openapi3.SchemaRefs) error {
	if s.Discriminator != nil {
		nt.discriminator = s.Discriminator.PropertyName
	}
	methods := newScope("method")
	for _, taken := range methodNames {
		methods.taken[taken] = "every union"
	}
	seen := map[string]bool{}
	for i, ref := range alternatives {
		where := fmt.Sprintf("%s/oneOf/%d", nt.where, i)
		t, err := b.resolve(ref, fmt.Sprintf("%sOption%d", nt.Name, i+1), where)
		if err != nil {
			return err
		}
		if seen[t.expr()] {
			continue
		}
		seen[t.expr()] = true
		method := b.namer.name(strings.NewReplacer("[]", "list of ", "map[string]", "map of ", "*", "", "sdk.", "", "json.", "").Replace(t.expr()))
		if t.shape == shapeNamed {
			method = t.named.Name
		}
		if method, err = methods.free(where, method, fmt.Sprintf("Option%d", i+1)); err != nil {
			return err
		}
		nt.members = append(nt.members, t)
		option := unionOption{Method: method, Type: t.expr(), Fit: t.fitValue(), typ: t}
		if nt.discriminator != "" {
			option.names = mapped(s.Discriminator, ref)
		}
		nt.Options = append(nt.Options, option)
	}
	return nil
}

// mapped are the values of a discriminator that stand for an alternative: those that the
// mapping has for it, else the name of its schema. OpenAPI 3.0.3, Discriminator Object:
// "When using the discriminator, inline schemas will not be considered", so such an
// alternative has none.
func mapped(d *openapi3.Discriminator, ref *openapi3.SchemaRef) []string {
	name, ok := strings.CutPrefix(ref.Ref, schemaPrefix)
	if !ok {
		return nil
	}
	var out []string
	for _, value := range sorted(d.Mapping) {
		if to := d.Mapping[value].Ref; to == name || to == ref.Ref {
			out = append(out, value)
		}
	}
	if len(out) == 0 {
		out = []string{name}
	}
	return out
}

// Variant is the Go expression of what tells an alternative from the others, or empty.
func (o unionOption) Variant(union *namedType) string {
	var parts []string
	if len(o.names) > 0 {
		parts = append(parts, o.mapping(union))
	}
	if required := o.typ.required(); len(required) > 0 {
		parts = append(parts, "Required: "+quoteList(required))
	}
	if len(parts) == 0 {
		return ""
	}
	return "gen.Variant{" + strings.Join(parts, ", ") + "}"
}

// Mapped is Variant for what is set, where the discriminator has values for it.
func (o unionOption) Mapped(union *namedType) string {
	if len(o.names) == 0 {
		return ""
	}
	return "gen.Variant{" + o.mapping(union) + "}"
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
