package gogen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

const schemaPrefix = "#/components/schemas/"

// maxDepth bounds schemas inside schemas. A reference into the middle of a schema can
// make a chain that never ends; real documents stay far below.
const maxDepth = 1000

// builder makes the view. It decides all names; errors name the places in the document.
type builder struct {
	doc     *document.Document
	wishes  wishes
	namer   *namer
	types   *scope
	methods *scope
	view    *view
	done    map[string]*typeRef // component name → its type
	busy    map[string]bool     // components whose alias is being followed
	names   map[string]string   // component name → Go name
	depth   int                 // of schemas inside each other
}

// claimComponents takes the names of all schemas, so that a name the document gives wins
// over one we make up.
func (b *builder) claimComponents(kept map[string]bool) error {
	for _, name := range sorted(kept) {
		goType, by := b.schemaName(name)
		b.names[name] = goType
		if err := b.types.take(goType, by); err != nil {
			return err
		}
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
	where := schemaPrefix + name
	ref := b.doc.Components.Schemas[name]
	if ref == nil || ref.Value == nil {
		return nil, fmt.Errorf("%s: there is no such schema", where)
	}
	if b.busy[name] {
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
	t, err := b.declare(ref.Value, goType, where, b.docOf(goType, where, ref), func(t *typeRef) {
		t.nullable = ref.Value.Nullable || slices.Contains(ref.Value.Enum, nil)
		b.done[name] = t
	})
	if err != nil {
		return nil, err
	}
	if t.shape != shapeNamed {
		return b.alias(name, goType, t, ref), nil
	}
	return t, nil
}

// alias declares another name for a type.
func (b *builder) alias(name, goType string, base *typeRef, ref *openapi3.SchemaRef) *typeRef {
	b.add(&namedType{Name: goType, Kind: kindAlias, Comment: b.docOf(goType, schemaPrefix+name, ref), where: schemaPrefix + name, base: base})
	t := *base
	t.name = goType
	t.nullable = t.nullable || ref.Value.Nullable
	b.done[name] = &t
	return &t
}

func (b *builder) add(t *namedType) { b.view.types = append(b.view.types, t) }

// docOf is the comment of a type: what the document says of it, and where that is from.
func (b *builder) docOf(goType, where string, ref *openapi3.SchemaRef) string {
	s := ref.Value
	head := goType + " is described at " + plain(where) + "."
	if text := strings.TrimSpace(s.Description); text != "" {
		head = goType + ": " + text
	} else if s.Title != "" {
		head = goType + " is " + plain(s.Title) + "."
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
		name, ok := strings.CutPrefix(ref.Ref, schemaPrefix)
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
		out.nullable = out.nullable || ref.Value.Nullable
		return &out, nil
	}
	t, err := b.inline(ref, hint, where)
	if err != nil {
		return nil, err
	}
	out := *t
	out.nullable = ref.Value.Nullable || slices.Contains(ref.Value.Enum, nil)
	return &out, nil
}

// inline declares a type for a schema written in place, if it needs one.
func (b *builder) inline(ref *openapi3.SchemaRef, hint, where string) (*typeRef, error) {
	s, err := b.merged(ref.Value, where)
	if err != nil {
		return nil, err
	}
	if needsName(s) {
		hint, err = b.types.free(where, hint, hint+"Object", hint+"Inline", hint+"Value")
		if err != nil {
			return nil, err
		}
	}
	return b.declare(s, hint, where, b.docOf(hint, where, &openapi3.SchemaRef{Value: s, Extensions: ref.Extensions}), func(*typeRef) {})
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

// declare gives the type of a schema; a declaration goes by the name goType. early is
// told the type before its inside is built, for schemas that contain themselves.
func (b *builder) declare(s *openapi3.Schema, goType, where, doc string, early func(*typeRef)) (*typeRef, error) {
	s, err := b.merged(s, where)
	if err != nil {
		return nil, err
	}
	named := func(k kind) (*typeRef, *namedType) {
		nt := &namedType{Name: goType, Kind: k, Comment: doc, where: where, schema: s}
		t := &typeRef{shape: shapeNamed, named: nt, schema: s}
		b.add(nt)
		early(t)
		return t, nt
	}
	switch document.KindOf(s) {
	case document.KindEnum:
		t, nt := named(kindEnum)
		return t, b.fillEnum(nt, s)
	case document.KindObject:
		t, nt := named(kindStruct)
		return t, b.fillStruct(nt, s)
	case document.KindOther:
		return b.resolve(document.Alternatives(s)[0], goType, where)
	case document.KindScalar:
		return &typeRef{shape: shapeScalar, name: "sdk.Scalar", kinds: document.ScalarTypes(s), schema: s}, nil
	case document.KindUnion:
		t, nt := named(kindUnion)
		return t, b.fillUnion(nt, s, document.Alternatives(s))
	case document.KindList:
		return b.container(s, shapeSlice, s.Items, "Item", goType, where, doc, early)
	case document.KindMap:
		return b.container(s, shapeMap, s.AdditionalProperties.Schema, "Value", goType, where, doc, early)
	}
	return basic(s), nil
}

// merged is a schema without allOf.
func (b *builder) merged(s *openapi3.Schema, where string) (*openapi3.Schema, error) {
	out, err := b.doc.Merged(s)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", where, err)
	}
	return out, nil
}

// container is a list or a map. As a component it is declared, so that it can contain
// itself and be checked by its name.
func (b *builder) container(s *openapi3.Schema, sh shape, elem *openapi3.SchemaRef, suffix, goType, where, doc string, early func(*typeRef)) (*typeRef, error) {
	base := &typeRef{shape: sh, schema: s}
	t := base
	if strings.HasPrefix(where, schemaPrefix) && b.names[strings.TrimPrefix(where, schemaPrefix)] == goType {
		nt := &namedType{Name: goType, Kind: kindDefined, Comment: doc, where: where, base: base, schema: s}
		t = &typeRef{shape: shapeNamed, named: nt, schema: s}
		b.add(nt)
		early(t)
	}
	var err error
	base.elem, err = b.resolve(elem, goType+suffix, where+map[shape]string{shapeSlice: "/items", shapeMap: "/additionalProperties"}[sh])
	return t, err
}
