package document

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// maxUnnamed is how many values of schemas that the document does not have are listed with each family.
const maxUnnamed = 100

// microsoftValue is how documents of Swagger 2.0, which has no mapping, say the value of an heir.
const microsoftValue = "x-ms-discriminator-value"

// evidence is what says the values that stand for a schema.
type evidence int

const (
	byDocument evidence = iota
	byName              // that it has, where the member may be anything
	byLikeness          // of its name to a value
)

// words are what a member of a schema may be, by itself or as one in its allOf says; nil for any text.
type words struct {
	list []string
	like map[string][]string // these by their small letters
	own  bool
}

// ValuesOf are the values of a discriminator that stand for a schema: those that the mapping has for
// it, else what its member may only be, else the name of the schema where the member may be that. OpenAPI
// 3.0.3, Discriminator Object: "When using the discriminator, inline schemas will not be considered", so such a
// schema has none.
func (d *Document) ValuesOf(told *openapi3.Discriminator, ref *openapi3.SchemaRef) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	values, _ := d.relations().valuesOf(told, ref)
	return values
}

// all are the values that the member of a family may have, nil where the document has no mapping or too many.
func (f *families) all(name string, heirs []Heir, told *openapi3.Discriminator, others map[string][]string) []string {
	missing := f.mapping(told)[""]
	if len(told.Mapping) == 0 || len(missing) > maxUnnamed {
		return nil
	}
	out := slices.Clone(missing)
	add := func(name string) {
		values, _ := f.valuesOf(told, f.ref(name))
		out = append(out, values...)
	}
	names := []string{name}
	for _, heir := range heirs {
		names = append(names, SchemaName(heir.Ref.Ref))
	}
	for _, one := range names {
		add(one)
		for _, other := range others[one] {
			add(other)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// mapping are the values of a discriminator by the schema that they stand for; by "" those of schemas that the
// document does not have.
func (f *families) mapping(told *openapi3.Discriminator) map[string][]string {
	if known, ok := f.mapped[told]; ok {
		return known
	}
	out := map[string][]string{}
	for _, value := range Sorted(told.Mapping) {
		to := told.Mapping[value].Ref
		if name := SchemaName(to); name != "" {
			to = name
		}
		if !f.d.named(SchemaPrefix + to) {
			out[""] = append(out[""], value)
		}
		out[to] = append(out[to], value)
	}
	f.mapped[told] = out
	return out
}

// valuesOf is ValuesOf.
func (f *families) valuesOf(told *openapi3.Discriminator, ref *openapi3.SchemaRef) (values []string, by evidence) {
	name := SchemaName(ref.Ref)
	if name == "" {
		return nil, byDocument
	}
	if values = f.mapping(told)[name]; len(values) > 0 {
		return values, byDocument
	}
	if ref.Value != nil {
		if value, _ := ref.Value.Extensions[microsoftValue].(string); value != "" {
			return []string{value}, byDocument
		}
	}
	may := f.mayBe(name, told.PropertyName)
	like := may.like[strings.ToLower(name)] // the words that differ from it in capitals alone
	switch {
	case may.list == nil:
		return []string{name}, byName
	case may.own:
		return may.list, byDocument
	case slices.Contains(like, name):
		return []string{name}, byDocument
	case len(like) == 1:
		return like, byLikeness
	}
	return nil, byLikeness
}

// mayBe are the words that a member of a named schema may be.
func (f *families) mayBe(name, member string) words {
	key := [2]string{name, member}
	if known, ok := f.words[key]; ok {
		return known
	}
	f.words[key] = words{} // while it is looked for
	var found words
	if ref := f.d.Components.Schemas[name]; ref != nil && ref.Value != nil {
		found.list = ownWords(ref.Value, member, 0)
	}
	if found.own = found.list != nil; found.own {
		found.like = map[string][]string{}
		for _, word := range found.list {
			small := strings.ToLower(word)
			found.like[small] = append(found.like[small], word)
		}
	}
	for _, parent := range f.parents[name] {
		if found.list == nil {
			above := f.mayBe(parent, member)
			found.list, found.like = above.list, above.like
		}
	}
	f.words[key] = found
	return found
}

// ownWords are those that a schema itself says, or parts of its allOf that are written in place.
func ownWords(s *openapi3.Schema, member string, depth int) []string {
	if p := s.Properties[member]; p != nil && p.Value != nil {
		if merged, err := Merged(p.Value); err == nil {
			if list := enumWords(p, merged); list != nil {
				return list
			}
		}
	}
	for _, part := range s.AllOf {
		if part != nil && part.Ref == "" && part.Value != nil && depth < maxNesting {
			if list := ownWords(part.Value, member, depth+1); list != nil {
				return list
			}
		}
	}
	return nil
}

// enumWords are the texts of an enumeration, or the constant, of a property.
func enumWords(p *openapi3.SchemaRef, s *openapi3.Schema) []string {
	if text, ok := Constant.Of(p.Extensions, s.Extensions).(string); ok {
		return []string{text}
	}
	var out []string
	seen := map[string]bool{}
	for _, value := range s.Enum {
		if text, ok := value.(string); ok && !seen[text] {
			out, seen[text] = append(out, text), true
		}
	}
	return out
}
