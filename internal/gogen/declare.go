package gogen

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"
)

// methodNames are names that a field of a generated struct cannot have, because the
// struct has a method or another field of that name.
var methodNames = []string{"Validate", "Inspect", "MarshalJSON", "UnmarshalJSON", "AdditionalProperties", "Kept"}

// fillStruct makes the fields, in the order of x-order where the document has it and of
// their names otherwise.
func (b *builder) fillStruct(nt *namedType, s *openapi3.Schema) error {
	fields := newScope("field")
	for _, method := range methodNames {
		fields.taken[method] = "a method of each structure"
	}
	for _, name := range ordered(s.Properties) {
		ref := s.Properties[name]
		if ref == nil || ref.Value == nil {
			continue
		}
		where := nt.where + "/properties/" + name
		goField, other, err := b.takeField(fields, nt, name, ref)
		if err != nil {
			return err
		}
		if !taggable(name) {
			return fmt.Errorf("%s: encoding/json cannot use the property name %q; rename it", where, name)
		}
		t, err := b.resolve(ref, nt.Name+goField, where)
		if err != nil {
			return err
		}
		f := &field{
			Name: goField, JSON: name, typ: t, where: where,
			required: slices.Contains(s.Required, name),
			readOnly: ref.Value.ReadOnly,
			secret:   ref.Value.Format == "password",
		}
		if err := f.setConstant(constantOf(ref.Extensions, ref.Value.Extensions)); err != nil {
			return err
		}
		f.Comment = fieldComment(ref, f)
		if other {
			note := fmt.Sprintf("It is the property %q; another one has the same name in Go.", name)
			f.Comment = strings.TrimPrefix(f.Comment+"\n//\n"+comment(note), "\n//\n")
		}
		f.place()
		nt.Fields = append(nt.Fields, f)
	}
	return b.fillExtra(nt, s)
}

// takeField takes the name of a property. Two properties may differ only in capitals or
// underscores, and both are needed: the later one is numbered, and its comment says which
// property it is. numbered reports that.
func (b *builder) takeField(fields *scope, nt *namedType, name string, ref *openapi3.SchemaRef) (goField string, numbered bool, err error) {
	goField, by := b.fieldName(nt, name, ref)
	other, taken := fields.origins[goField]
	switch {
	case by.chosen != nil, taken && other.chosen != nil:
		return goField, false, fields.take(goField, by)
	case slices.Contains(methodNames, goField):
		goField += "Field"
	}
	got, err := fields.takeFree(by, goField, goField+"2", goField+"3")
	return got, got != goField, err
}

// fillExtra lets a struct keep members the document does not list, where it says so or
// where alternatives beside the properties may bring more.
func (b *builder) fillExtra(nt *namedType, s *openapi3.Schema) error {
	switch a := s.AdditionalProperties; {
	case a.Schema != nil:
		t, err := b.resolve(a.Schema, nt.Name+"Value", nt.where+"/additionalProperties")
		if err != nil {
			return err
		}
		nt.extra = t
	case a.Has != nil && *a.Has, len(options(s)) > 0:
		nt.extra = &typeRef{shape: shapeAny, name: "json.RawMessage", schema: openapi3.NewSchema()}
	}
	return nil
}

// place decides between T, *T and Nullable[T] for a field.
func (f *field) place() {
	switch {
	case f.typ.nullable:
		f.wrapped = true
	case (!f.required || f.readOnly) && !f.typ.nilable():
		f.pointer = true
	}
}

func fieldComment(ref *openapi3.SchemaRef, f *field) string {
	text, kinds, constant := ref.Value.Description, "", ""
	if ref.Ref != "" {
		text = "" // it describes the type, which has it already
	}
	if f.typ.shape == shapeScalar {
		kinds = "It is documented as " + strings.Join(f.typ.kinds, " or ") + "."
	}
	if f.Constant != "" {
		constant = "It is always " + plain(f.Constant) + "; left empty, it is filled in when written."
	}
	return comment(text, kinds, constant, deprecated(ref.Value.Deprecated && ref.Ref == ""),
		sourceLine(extension("x-source", ref.Extensions, unlessRef(ref))))
}

// unlessRef gives the extensions of a schema written in place; those of a component
// belong to the component.
func unlessRef(ref *openapi3.SchemaRef) map[string]any {
	if ref.Ref != "" {
		return nil
	}
	return ref.Value.Extensions
}

// constantOf finds x-constant, beside a $ref first.
func constantOf(maps ...map[string]any) any {
	for _, m := range maps {
		if v, ok := m["x-constant"]; ok {
			return v
		}
	}
	return nil
}

// setConstant keeps the Go literal of x-constant. Only a required scalar can have one:
// an optional field that is absent stays absent.
func (f *field) setConstant(value any) error {
	if value == nil || !f.required || f.typ.nullable {
		return nil
	}
	shape, where := f.typ.shape, f.where
	if shape == shapeNamed && f.typ.named.Kind == kindEnum {
		shape = f.typ.named.base.shape
	}
	literal, ok := goLiteral(shape, value)
	if !ok {
		return fmt.Errorf("%s: x-constant %q does not fit the type %s", where, fmt.Sprint(value), f.typ.expr())
	}
	f.Constant = literal
	return nil
}

// goLiteral writes a value of the document as Go source, safely.
func goLiteral(sh shape, value any) (string, bool) {
	if sh == shapeScalar {
		return scalarLiteral(value)
	}
	switch v := value.(type) {
	case string:
		return strconv.Quote(v), sh == shapeString
	case bool:
		return strconv.FormatBool(v), sh == shapeBool
	case int:
		return strconv.Itoa(v), sh == shapeInt || sh == shapeFloat
	case int64:
		return strconv.FormatInt(v, 10), sh == shapeInt || sh == shapeFloat
	case uint64:
		return strconv.FormatUint(v, 10), sh == shapeInt || sh == shapeFloat
	case json.Number:
		if i, err := v.Int64(); err == nil {
			return strconv.FormatInt(i, 10), sh == shapeInt || sh == shapeFloat
		}
		f, err := v.Float64()
		return strconv.FormatFloat(f, 'g', -1, 64), err == nil && sh == shapeFloat
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			return strconv.FormatInt(int64(v), 10), sh == shapeInt || sh == shapeFloat
		}
		return strconv.FormatFloat(v, 'g', -1, 64), sh == shapeFloat
	}
	return "", false
}

// scalarLiteral makes a Scalar of a constant.
func scalarLiteral(value any) (string, bool) {
	for sh, maker := range map[shape]string{
		shapeString: "StringScalar", shapeBool: "BoolScalar", shapeInt: "IntScalar",
	} {
		if literal, ok := goLiteral(sh, value); ok {
			return "sdk." + maker + "(" + literal + ")", true
		}
	}
	literal, ok := goLiteral(shapeFloat, value)
	return "sdk.FloatScalar(" + literal + ")", ok
}

// isEnum reports whether a schema becomes a typed enumeration: strings or numbers. An
// enumeration of booleans or of mixed types is only a type with fewer values.
func isEnum(s *openapi3.Schema) bool {
	sh, ok := enumShape(s)
	return ok && sh != shapeBool
}

func enumShape(s *openapi3.Schema) (shape, bool) {
	candidates := []shape{shapeString, shapeInt, shapeFloat}
	switch {
	case s.Type.Is("string"):
		candidates = candidates[:1]
	case s.Type.Is("integer"):
		candidates = candidates[1:2]
	case s.Type.Is("number"):
		candidates = candidates[2:]
	case s.Type != nil:
		return 0, false
	}
	for _, sh := range candidates {
		fits, count := true, 0
		for _, v := range s.Enum {
			if v == nil {
				continue // says nullable
			}
			_, ok := goLiteral(sh, v)
			fits = fits && ok
			count++
		}
		if fits && count > 0 {
			return sh, true
		}
	}
	return 0, false
}

// fillEnum makes the constants. Two values that give one Go name are told apart by
// their place in the list.
func (b *builder) fillEnum(nt *namedType, s *openapi3.Schema) error {
	sh, _ := enumShape(s)
	plain := *s
	plain.Enum = nil
	if sh == shapeString {
		plain.Format, plain.Extensions = "", nil // the values say it all
	}
	plain.Type = &openapi3.Types{map[shape]string{shapeString: "string", shapeInt: "integer", shapeFloat: "number"}[sh]}
	nt.base = basic(&plain)
	seen := map[string]bool{}
	for i, v := range s.Enum {
		if v == nil {
			continue
		}
		literal, _ := goLiteral(sh, v)
		if seen[literal] {
			continue
		}
		seen[literal] = true
		text := fmt.Sprint(v)
		where := fmt.Sprintf("%s/enum/%d", nt.where, i)
		name, err := b.types.free(where, nt.Name+b.namer.name(text), nt.Name+b.namer.asWritten(text), fmt.Sprintf("%sValue%d", nt.Name, i+1))
		if err != nil {
			return err
		}
		nt.Consts = append(nt.Consts, enumConst{name, literal, fmt.Sprint(v)})
	}
	return nil
}

// fillUnion lists the alternatives of a union of objects. Each gets a pair of
// conversions named after its type.
func (b *builder) fillUnion(nt *namedType, alternatives openapi3.SchemaRefs) error {
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
		nt.Options = append(nt.Options, unionOption{method, t.expr(), t.fitValue()})
	}
	return nil
}

// taggable reports whether encoding/json takes a name from a struct tag; others it
// would silently replace by the name of the field.
func taggable(name string) bool {
	return name != "" && name != "-" && !strings.ContainsFunc(name, func(r rune) bool {
		return r < ' ' || r == 0x7f || strings.ContainsRune("\"'`,\\", r)
	}) && jsonTakes(name)
}

// jsonTakes asks encoding/json's own rule: letters, digits and some punctuation.
func jsonTakes(name string) bool {
	for _, r := range name {
		if r >= 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
		if r < 0x80 && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) &&
			(r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return false
		}
	}
	return true
}
