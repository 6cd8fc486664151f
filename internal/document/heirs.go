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
	// Cut tells that there are more heirs, for which many schemas are nearer than this one.
	Cut bool
}

// Heir is a schema that has another one in allOf.
type Heir struct {
	Ref    *openapi3.SchemaRef
	Values []string // of the member; nil where nothing tells them
}

// maxAbove is how many schemas that one has in allOf, the nearest first, have it as an heir. Conversions
// between all schemas of a long chain would grow with the square of its length.
const maxAbove = 16

// Heirs finds those of a named schema. One that is an alternative of oneOf or anyOf is told there.
func (d *Document) Heirs(name string) Heirs {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.relations().heirs[name]
}

// OwnName is the member that tells a named schema from others of its family, see Heirs, and the only value
// that it has for this one; "" where the schema has heirs itself, or several values, or where its name is only
// like one of the values. guessed tells that it is the name of the schema, and that the document names no value.
func (d *Document) OwnName(name string) (member, value string, guessed bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	own := d.relations().own[name]
	return own.member, own.value, own.evidence == byName
}

func (d *Document) relations() *families {
	if d.families == nil {
		d.families = newFamilies(d)
	}
	return d.families
}

// families are what the named schemas of a document are to each other by allOf.
type families struct {
	d              *Document
	heirs          map[string]Heirs
	own            map[string]ownName
	parents        map[string][]string
	discriminators map[string]inherited
	mapped         map[*openapi3.Discriminator]map[string][]string // names of schemas to their values
	words          map[[2]string]words                             // names of a schema and a member
}

// ownName is the member that tells a schema from others, and its only value. none tells that it has several.
type ownName struct {
	member, value string
	evidence      evidence
	none          bool
}

// inherited is the discriminator of a schema or of the nearest one that it has in allOf, by so many steps.
type inherited struct {
	by    *openapi3.Discriminator
	steps int
}

func newFamilies(d *Document) *families {
	f := &families{
		d: d, heirs: map[string]Heirs{}, own: map[string]ownName{}, parents: map[string][]string{}, discriminators: map[string]inherited{},
		mapped: map[*openapi3.Discriminator]map[string][]string{}, words: map[[2]string]words{},
	}
	if d.Components == nil {
		return f
	}
	for name, ref := range d.Components.Schemas {
		if ref == nil || ref.Value == nil || ref.Ref != "" {
			continue
		}
		for _, part := range ref.Value.AllOf {
			if part != nil && d.named(part.Ref) && SoleRef(ref.Value) == nil {
				f.parents[name] = append(f.parents[name], SchemaName(part.Ref))
			}
		}
	}
	below, cut := map[string][]string{}, map[string]bool{}
	for _, name := range Sorted(f.parents) {
		above, rest := f.ancestors(name)
		if slices.Contains(above, name) { // which Merged refuses
			continue
		}
		for _, a := range above {
			below[a] = append(below[a], name)
		}
		for _, a := range rest { // and all that is above these
			cut[a] = true
		}
	}
	others := map[string][]string{} // names of each schema besides its own
	for _, name := range Sorted(d.Components.Schemas) {
		if to := d.meant(name); len(below) > 0 && to != name {
			others[to] = append(others[to], name)
		}
	}
	for _, name := range Sorted(below) {
		if told := f.told(name); told != nil && told.PropertyName != "" {
			f.add(name, below[name], told, others)
		}
	}
	f.cut(Sorted(cut))
	for name := range f.own {
		if f.own[name].none || len(f.heirs[name].List) > 0 {
			delete(f.own, name)
		}
	}
	return f
}

// cut marks schemas, and all that these have in allOf, as lacking some heirs.
func (f *families) cut(names []string) {
	seen := map[string]bool{}
	for todo := names; len(todo) > 0; {
		name := todo[0]
		if todo = todo[1:]; seen[name] {
			continue
		}
		seen[name] = true
		if family, ok := f.heirs[name]; ok {
			family.Cut, family.Values = true, nil
			f.heirs[name] = family
		}
		todo = append(todo, f.parents[name]...)
	}
}

// ancestors are the schemas that one has in allOf, the nearest first, at most maxAbove; itself where it contains
// itself. rest are the next ones.
func (f *families) ancestors(name string) (above, rest []string) {
	todo, seen := slices.Clone(f.parents[name]), map[string]bool{}
	for len(todo) > 0 {
		one := todo[0]
		switch {
		case seen[one]:
			todo = todo[1:]
			continue
		case len(above) == maxAbove:
			return above, todo
		}
		seen[one] = true
		above, todo = append(above, one), append(todo[1:], f.parents[one]...)
	}
	return above, nil
}

// told is the discriminator of a schema, else that of the nearest one in its allOf.
func (f *families) told(name string) *openapi3.Discriminator { return f.nearest(name).by }

func (f *families) nearest(name string) inherited {
	if known, ok := f.discriminators[name]; ok {
		return known
	}
	f.discriminators[name] = inherited{} // while it is looked for: a schema may contain itself
	var found inherited
	if s := f.d.Components.Schemas[name].Value; s.Discriminator != nil && len(Alternatives(s)) == 0 {
		found.by = s.Discriminator
	} else {
		for _, parent := range f.parents[name] {
			if by := f.nearest(parent); by.by != nil && (found.by == nil || by.steps+1 < found.steps) {
				found = inherited{by.by, by.steps + 1}
			}
		}
	}
	f.discriminators[name] = found
	return found
}

// add notes the heirs of a schema.
func (f *families) add(name string, names []string, told *openapi3.Discriminator, others map[string][]string) {
	out := Heirs{Member: told.PropertyName}
	sole, some := map[string]bool{}, false
	for _, one := range names {
		ref := f.ref(one)
		values, by := f.valuesOf(told, ref)
		out.List = append(out.List, Heir{ref, values})
		some = some || len(values) > 0
		if len(values) == 1 {
			sole[values[0]] = true
		}
		f.noteOwn(one, told.PropertyName, values, by)
	}
	if !some {
		return
	}
	for i, heir := range out.List {
		if len(heir.Values) > 1 && len(told.Mapping) == 0 { // what another heir is alone, this one is not
			out.List[i].Values = slices.DeleteFunc(slices.Clone(heir.Values), func(v string) bool { return sole[v] })
		}
	}
	out.Values = f.all(name, out.List, told, others)
	f.heirs[name] = out
}

func (f *families) ref(name string) *openapi3.SchemaRef {
	return &openapi3.SchemaRef{Ref: SchemaPrefix + name, Value: f.d.Components.Schemas[name].Value}
}

// noteOwn notes the value that an heir has in one of its families.
func (f *families) noteOwn(name, member string, values []string, by evidence) {
	known, ok := f.own[name]
	switch {
	case by == byLikeness || len(values) != 1, ok && (known.member != member || known.value != values[0]):
		f.own[name] = ownName{none: true}
	case !ok:
		f.own[name] = ownName{member: member, value: values[0], evidence: by}
	}
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
