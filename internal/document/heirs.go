package document

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// Heirs are the named schemas that have another one in allOf, themselves or by others between, where a
// member tells which of them a value is. OpenAPI 3.0.3, Discriminator Object, has this form beside
// oneOf, and Swagger 2.0 has no other one.
type Heirs struct {
	Member string // that tells; "" where there are no heirs
	List   []Heir // by name
	// Values are all that the member may be, of the schema itself too, where the document lists them in
	// a mapping; else nil: the names of schemas are then a guess that services do not always keep to.
	Values []string
}

// Heir is a schema that has another one in allOf.
type Heir struct {
	Ref    *openapi3.SchemaRef
	Values []string // of the member
}

// microsoftValue is how documents of Swagger 2.0, which has no mapping, say the value of a heir.
const microsoftValue = "x-ms-discriminator-value"

// Heirs finds those of a named schema. One that is an alternative of oneOf or anyOf is told there.
func (d *Document) Heirs(name string) Heirs {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.families == nil {
		d.families = d.findFamilies()
	}
	return d.families[name]
}

// findFamilies finds the heirs of all named schemas.
func (d *Document) findFamilies() map[string]Heirs {
	out := map[string]Heirs{}
	if d.Components == nil {
		return out
	}
	parents := map[string][]string{}
	d.above = map[string][]string{}
	for name, ref := range d.Components.Schemas {
		if ref == nil || ref.Value == nil || ref.Ref != "" {
			continue
		}
		for _, part := range ref.Value.AllOf {
			if part != nil && d.named(part.Ref) && SoleRef(ref.Value) == nil {
				parents[name] = append(parents[name], SchemaName(part.Ref))
			}
		}
	}
	below := map[string][]string{} // all heirs of each, where some discriminator is in the family
	tells := map[string]*openapi3.Discriminator{}
	for _, name := range Sorted(parents) {
		above := ancestors(name, parents)
		d.above[name] = above
		if slices.Contains(above, name) { // which Merged refuses
			continue
		}
		for _, a := range above {
			below[a] = append(below[a], name)
		}
	}
	for name := range below {
		for _, one := range append([]string{name}, ancestors(name, parents)...) {
			if s := d.Components.Schemas[one].Value; tells[name] == nil && s.Discriminator != nil && len(Alternatives(s)) == 0 {
				tells[name] = s.Discriminator
			}
		}
	}
	others := map[string][]string{} // names of each schema besides its own
	for _, name := range Sorted(d.Components.Schemas) {
		if to := d.meant(name); len(tells) > 0 && to != name {
			others[to] = append(others[to], name)
		}
	}
	for name, told := range tells {
		if told.PropertyName != "" {
			out[name] = d.heirs(name, below[name], told, others)
		}
	}
	return out
}

// named reports whether a reference leads to a named schema that is written there.
func (d *Document) named(ref string) bool {
	to := d.Components.Schemas[SchemaName(ref)]
	return to != nil && to.Value != nil && to.Ref == ""
}

// meant is the schema that a named one is just another name of, else itself.
func (d *Document) meant(name string) string {
	for range maxNesting {
		ref := d.Components.Schemas[name]
		if ref == nil || ref.Value == nil {
			return name
		}
		if ref.Ref == "" {
			ref = SoleRef(ref.Value)
		}
		if ref == nil || d.Components.Schemas[SchemaName(ref.Ref)] == nil {
			return name
		}
		name = SchemaName(ref.Ref)
	}
	return name
}

// ancestors are the schemas that one has in allOf, the nearest first; itself where it contains itself.
func ancestors(name string, parents map[string][]string) []string {
	var out []string
	for todo := parents[name]; len(todo) > 0; todo = todo[1:] {
		if !slices.Contains(out, todo[0]) {
			out = append(out, todo[0])
			todo = append(slices.Clone(todo), parents[todo[0]]...)
		}
	}
	return out
}

// OwnName is the member that tells a named schema from others of its family, see Heirs, and the only value
// that it has for this one; "" where the schema has heirs itself, or several values.
func (d *Document) OwnName(name string) (member, value string) {
	if len(d.Heirs(name).List) > 0 {
		return "", ""
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, parent := range d.above[name] {
		family := d.families[parent]
		for _, heir := range family.List {
			switch {
			case SchemaName(heir.Ref.Ref) != name:
			case len(heir.Values) != 1, value != "" && (value != heir.Values[0] || member != family.Member):
				return "", ""
			default:
				member, value = family.Member, heir.Values[0]
			}
		}
	}
	return member, value
}

func (d *Document) heirs(name string, names []string, told *openapi3.Discriminator, others map[string][]string) Heirs {
	out := Heirs{Member: told.PropertyName}
	for _, one := range names {
		ref := &openapi3.SchemaRef{Ref: schemaPrefix + one, Value: d.Components.Schemas[one].Value}
		out.List = append(out.List, Heir{ref, ValuesOf(told, ref)})
		out.Values = append(out.Values, ValuesOf(told, ref)...)
	}
	out.Values = append(out.Values, ValuesOf(told, &openapi3.SchemaRef{Ref: schemaPrefix + name, Value: d.Components.Schemas[name].Value})...)
	for value, to := range told.Mapping {
		if !d.named(to.Ref) && !d.named(schemaPrefix+to.Ref) { // of a schema that the document does not have
			out.Values = append(out.Values, value)
		}
	}
	for _, of := range append([]string{name}, names...) {
		for _, one := range others[of] {
			out.Values = append(out.Values, ValuesOf(told, &openapi3.SchemaRef{Ref: schemaPrefix + one, Value: d.Components.Schemas[one].Value})...)
		}
	}
	slices.Sort(out.Values)
	if out.Values = slices.Compact(out.Values); len(told.Mapping) == 0 {
		out.Values = nil
	}
	return out
}

// ValuesOf are the values of a discriminator that stand for a schema: those that the mapping has for
// it, else the name of the schema. OpenAPI 3.0.3, Discriminator Object: "When using the discriminator,
// inline schemas will not be considered", so such a schema has none.
func ValuesOf(told *openapi3.Discriminator, ref *openapi3.SchemaRef) []string {
	name := SchemaName(ref.Ref)
	if name == "" {
		return nil
	}
	var out []string
	for _, value := range Sorted(told.Mapping) {
		if to := told.Mapping[value].Ref; to == name || to == ref.Ref || SchemaName(to) == name {
			out = append(out, value)
		}
	}
	if len(out) == 0 && ref.Value != nil {
		if value, _ := ref.Value.Extensions[microsoftValue].(string); value != "" {
			return []string{value}
		}
	}
	if len(out) == 0 {
		out = []string{name}
	}
	return out
}
