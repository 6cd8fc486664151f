package gogen

import (
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// maxDepth bounds schemas inside schemas. A reference into the middle of a schema can
// make a chain that never ends; real documents stay far below.
const maxDepth = 1000

// builder makes the view. It decides all names; errors name the places in the document.
type builder struct {
	doc      *document.Document
	settings settings
	namer    *namer
	types    *scope
	methods  *scope
	warn     func(text string) // told of what was changed so that the document can be used
	view     *view
	done     map[string]*typeRef // component name → its type
	busy     map[string]bool     // components whose alias is being followed
	names    map[string]string   // component name → Go name
	lasting  *lastingNames
	files    map[*openapi3.Schema]bool // that are files in forms
	depth    int                       // of schemas inside each other
}

// takeComponentNames takes the names of all schemas, so that a name the document gives wins
// over one we make up.
func (b *builder) takeComponentNames(kept map[string]bool) error {
	for _, name := range sorted(kept) {
		goType, by := b.schemaName(name)
		others := b.lasting.choices(keptTypes, name, b.namer.name(name), b.namer.asWritten(name))
		goType, err := b.types.firstFree(by, append([]string{goType}, others...)...)
		if err != nil {
			return err
		}
		b.names[name] = b.lasting.note(keptTypes, name, goType)
	}
	return nil
}

// components builds the schemas of the document.
func (b *builder) components(kept map[string]bool) error {
	for _, name := range sorted(kept) {
		if _, err := b.component(name); err != nil {
			return err
		}
	}
	return nil
}

// component gives the type of a schema under #/components/schemas.
func (b *builder) component(name string) (*typeRef, error) {
	if t, ok := b.done[name]; ok {
		return t, nil
	}
	where := document.SchemaPrefix + name
	ref := b.doc.Components.Schemas[name]
	if ref == nil || ref.Value == nil {
		return nil, fmt.Errorf("%s: there is no such schema", where)
	}
	if b.busy[name] {
		if t := b.aliased(name); t != nil {
			return t, nil
		}
		return nil, fmt.Errorf("%s: the schema refers to nothing but itself", where)
	}
	b.busy[name] = true
	defer delete(b.busy, name)

	goType := b.names[name]
	target := ref
	if ref.Ref == "" {
		target = document.SoleRef(ref.Value)
	}
	if target != nil && target.Ref != "" {
		base, err := b.resolve(target, goType, where)
		if err != nil {
			return nil, err
		}
		return b.alias(name, goType, base, ref), nil
	}
	early := func(t *typeRef) {
		t.nullable = document.TakesNull(ref.Value)
		b.done[name] = t
	}
	t, err := b.declare(declaration{ref.Value, goType, where, b.docOf(goType, where, ref), early})
	if err != nil {
		return nil, err
	}
	if t.shape != shapeNamed {
		return b.alias(name, goType, t, ref), nil
	}
	return t, nil
}

// aliased is the type that a component is another name of, where that is being built: it contains
// itself under that name. nil where names lead to each other only.
func (b *builder) aliased(name string) *typeRef {
	nullable := false
	for range len(b.names) {
		ref := b.doc.Components.Schemas[name]
		if ref == nil || ref.Value == nil {
			return nil
		}
		if ref.Ref == "" {
			nullable = nullable || ref.Value.Nullable
			ref = document.SoleRef(ref.Value)
		}
		to, ok := "", false
		if ref != nil {
			to, ok = strings.CutPrefix(ref.Ref, document.SchemaPrefix)
		}
		if !ok {
			return nil
		}
		if t := b.done[to]; t != nil {
			out := *t
			out.nullable = out.nullable || nullable
			return &out
		}
		name = to
	}
	return nil
}

// alias declares another name for a type.
func (b *builder) alias(name, goType string, base *typeRef, ref *openapi3.SchemaRef) *typeRef {
	b.add(&namedType{Name: goType, Kind: kindAlias, Comment: b.docOf(goType, document.SchemaPrefix+name, ref), where: document.SchemaPrefix + name, base: base})
	t := *base
	t.name = goType
	t.nullable = t.nullable || document.TakesNull(ref.Value)
	b.done[name] = &t
	return &t
}

func (b *builder) add(t *namedType) { b.view.types = append(b.view.types, t) }

// docOf is the comment of a type: what the document says of it, and where that is from.
func (b *builder) docOf(goType, where string, ref *openapi3.SchemaRef) string {
	s := ref.Value
	head := goType + " is described at " + printable(where) + "."
	if text := prose(s.Description); text != "" {
		head = goType + ": " + text
		if strings.TrimLeft(text, " \t") != text { // a list or code begins a line
			head = goType + ":\n\n" + text
		}
	} else if s.Title != "" {
		head = goType + " is " + printable(s.Title) + "."
	}
	return comment(head, deprecated(s.Deprecated), sourceLine(document.Source.Of(ref.Extensions, s.Extensions)))
}

func deprecated(yes bool) string {
	if yes {
		return "Deprecated: the API documents this as deprecated."
	}
	return ""
}

// resolve gives the type of a schema at some place. hint is the Go name to use when the
// schema has to be declared.
func (b *builder) resolve(ref *openapi3.SchemaRef, hint, where string) (*typeRef, error) {
	if b.depth++; b.depth > maxDepth {
		return nil, fmt.Errorf("%s: schemas are nested more than %d deep", where, maxDepth)
	}
	defer func() { b.depth-- }()
	if ref == nil || ref.Value == nil {
		return &typeRef{shape: shapeAny, name: "json.RawMessage", schema: openapi3.NewSchema()}, nil
	}
	if ref.Ref != "" {
		name, ok := strings.CutPrefix(ref.Ref, document.SchemaPrefix)
		if !ok || b.doc.Components == nil || b.doc.Components.Schemas[name] == nil {
			// A reference into the middle of another schema: as if written here.
			return b.resolve(&openapi3.SchemaRef{Value: ref.Value}, hint, where)
		}
		t, err := b.component(name)
		if err != nil {
			return nil, err
		}
		return t, nil
	}
	if target := document.SoleRef(ref.Value); target != nil {
		t, err := b.resolve(target, hint, where)
		if err != nil {
			return nil, err
		}
		out := *t
		out.nullable = out.nullable || document.TakesNull(ref.Value)
		return &out, nil
	}
	t, err := b.inline(ref, hint, where)
	if err != nil {
		return nil, err
	}
	out := *t
	out.nullable = out.shape != shapeAny && !out.isFiles() && document.TakesNull(ref.Value) // raw JSON may be null anyway
	return &out, nil
}

// isFiles reports whether a type is that of a file or a list of them: a form has no null, but no file.
func (t *typeRef) isFiles() bool {
	return t.shape == shapeFile || t.shape == shapeSlice && t.elem.shape == shapeFile
}

// inline declares a type for a schema written in place, if it needs one.
func (b *builder) inline(ref *openapi3.SchemaRef, hint, where string) (*typeRef, error) {
	s, err := b.merged(ref.Value, where)
	if err != nil {
		return nil, err
	}
	if needsName(s) {
		hint, err = b.freeKept(keptTypes, b.lasting.at(where), where, hint, hint+"Object", hint+"Inline", hint+"Value")
		if err != nil {
			return nil, err
		}
	}
	doc := b.docOf(hint, where, &openapi3.SchemaRef{Value: s, Extensions: ref.Extensions})
	return b.declare(declaration{s, hint, where, doc, nil})
}

// needsName reports whether a schema becomes a declared type: a struct, a typed
// enumeration or a union. Lists, maps and scalars do not.
func needsName(s *openapi3.Schema) bool {
	switch document.KindOf(s) {
	case document.KindEnum, document.KindObject, document.KindUnion:
		return true
	}
	return false
}

// declaration is a schema on its way to a type.
type declaration struct {
	schema *openapi3.Schema
	name   string // of the Go type, if one is declared
	where  string // in the document
	doc    string // the comment
	// early is told the type before its inside is built, for schemas that contain themselves;
	// nil where nobody needs to know.
	early func(*typeRef)
}

// add declares the type.
func (d declaration) add(b *builder, k kind, base *typeRef) (*typeRef, *namedType) {
	nt := &namedType{Name: d.name, Kind: k, Comment: d.doc, where: d.where, base: base, schema: d.schema}
	t := &typeRef{shape: shapeNamed, named: nt, schema: d.schema}
	b.add(nt)
	if d.early != nil {
		d.early(t)
	}
	return t, nt
}

// declare gives the type of a schema, declared where it needs a name.
func (b *builder) declare(d declaration) (*typeRef, error) {
	if b.files[d.schema] {
		return &typeRef{shape: shapeFile, name: "sdk.File", schema: d.schema}, nil
	}
	s, err := b.merged(d.schema, d.where)
	if err != nil {
		return nil, err
	}
	written := d.schema
	d.schema = s
	kind := document.KindOf(s)
	if kind != document.KindObject {
		b.tellPresences(d.where, s, kind)
	}
	switch kind {
	case document.KindEnum:
		t, nt := d.add(b, kindEnum, nil)
		return t, b.fillEnum(nt, s)
	case document.KindObject:
		t, nt := d.add(b, kindStruct, nil)
		nt.strict = len(written.AllOf) == 0
		return t, b.fillStruct(nt, s)
	case document.KindFree, document.KindAny: // the head of a family may have no properties itself
		if member, all, values := b.heirs(d.where); len(all) > 0 {
			t, nt := d.add(b, kindUnion, nil)
			nt.heirs, nt.values = true, values
			return t, b.fillOptions(nt, member, all, "every union")
		}
	case document.KindOther:
		return b.resolve(document.Alternatives(s)[0], d.name, d.where)
	case document.KindScalar:
		return &typeRef{shape: shapeScalar, name: "sdk.Scalar", kinds: document.ScalarTypes(s), schema: s}, nil
	case document.KindUnion:
		t, nt := d.add(b, kindUnion, nil)
		return t, b.fillUnion(nt, s, document.Alternatives(s))
	case document.KindList:
		t, base := b.container(d, shapeSlice)
		base.elem, err = b.resolve(s.Items, d.name+"Item", d.where+"/items")
		return t, err
	case document.KindMap:
		t, base := b.container(d, shapeMap)
		base.elem, err = b.resolve(s.AdditionalProperties.Schema, d.name+"Value", d.where+"/additionalProperties")
		return t, err
	}
	return basic(s), nil
}

// merged is a schema without allOf.
func (b *builder) merged(s *openapi3.Schema, where string) (*openapi3.Schema, error) {
	out, err := b.doc.Merged(s)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", where, err)
	}
	if out != s {
		for _, pattern := range b.doc.LostPatterns(out) {
			b.warn(fmt.Sprintf("%s: the pattern %q is not checked: of several, the first is", where, pattern))
		}
	}
	return out, nil
}

// container is a list or a map, whose elements base still needs. As a component it is
// declared, so that it can contain itself and be checked by its name.
func (b *builder) container(d declaration, sh shape) (t, base *typeRef) {
	base = &typeRef{shape: sh, schema: d.schema}
	component, ok := strings.CutPrefix(d.where, document.SchemaPrefix)
	if !ok || b.names[component] != d.name {
		return base, base
	}
	t, _ = d.add(b, kindDefined, base)
	return t, base
}
