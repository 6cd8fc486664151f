package gogen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// methodNames are names that a field of a generated struct cannot have, because the
// struct has a method or another field of that name.
var methodNames = []string{"Validate", "Inspect", "MarshalJSON", "AppendJSON", "UnmarshalJSON", "AdditionalProperties", "Kept"}

// fillStruct makes the fields, in the order of the document.
func (b *builder) fillStruct(nt *namedType, s *openapi3.Schema) error {
	fields := newScope("field", b.warn)
	for _, method := range methodNames {
		fields.taken[method] = "a method of each structure"
	}
	for _, name := range b.doc.Properties(s) {
		ref := s.Properties[name]
		if ref == nil || ref.Value == nil {
			continue
		}
		if !taggable(name) && name != "-" { // which a tag can carry in its own way
			nt.unnamed = append(nt.unnamed, name)
			continue
		}
		where := nt.where + "/properties/" + name
		goField, other, err := b.takeField(fields, nt, name, ref)
		if err != nil {
			return err
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
		if err := f.setConstant(document.Constant.Of(ref.Extensions, ref.Value.Extensions)); err != nil {
			return err
		}
		if err := b.fillName(f, nt); err != nil {
			return err
		}
		f.Comment = fieldComment(ref, f)
		if other {
			note := fmt.Sprintf("It is the property %q; another one has the same name in Go.", name)
			f.Comment = strings.TrimPrefix(f.Comment+"\n//\n"+comment(note), "\n//\n")
		}
		f.choosePointer()
		nt.Fields = append(nt.Fields, f)
	}
	if len(nt.unnamed) > 0 {
		var quoted []string
		for _, name := range nt.unnamed {
			quoted = append(quoted, strconv.Quote(printable(name)))
		}
		place := "Kept"
		if s.AdditionalProperties.Schema != nil || s.AdditionalProperties.Has != nil && *s.AdditionalProperties.Has {
			place = "AdditionalProperties, or in Kept"
		}
		nt.Comment += "\n//\n" + comment("No field has a tag for these members, since encoding/json cannot read their names there. They are in\n"+place+": "+strings.Join(quoted, ", ")+".")
	}
	if err := b.fillExtra(nt, s); err != nil {
		return err
	}
	b.fillPresences(nt, s)
	return b.fillVariants(nt, s)
}

// takeField takes the name of a property. Two properties may differ only in capitals or
// underscores, and both are needed: the later one is numbered, and its comment says which
// property it is. numbered reports that.
func (b *builder) takeField(fields *scope, nt *namedType, name string, ref *openapi3.SchemaRef) (goField string, numbered bool, err error) {
	goField, by := b.fieldName(nt, name, ref)
	other, taken := fields.origins[goField]
	switch {
	case by.chosen != nil, taken && other.chosen != nil:
		return b.lasting.note(keptFields, by.key, goField), false, fields.take(goField, by)
	case slices.Contains(methodNames, goField):
		goField += "Field"
	}
	base := goField
	for i := 2; fields.taken[goField] != ""; i++ {
		goField, numbered = base+strconv.Itoa(i), true
	}
	return b.lasting.note(keptFields, by.key, goField), numbered, fields.take(goField, by)
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
	case a.Has != nil && *a.Has, len(document.Alternatives(s)) > 0:
		nt.extra = &typeRef{shape: shapeAny, name: "json.RawMessage", schema: openapi3.NewSchema()}
	}
	return nil
}

// choosePointer decides between T, *T and Nullable[T] for a field.
func (f *field) choosePointer() {
	switch {
	case f.typ.nullable:
		f.wrapped = true
	case (!f.required || f.readOnly) && !f.typ.nilable():
		f.pointer = true
	}
}

func fieldComment(ref *openapi3.SchemaRef, f *field) string {
	text, kinds, constant := prose(ref.Value.Description), "", ""
	if ref.Ref != "" {
		text = "" // it describes the type, which has it already
	}
	if f.typ.shape == shapeScalar {
		kinds = "It is documented as " + strings.Join(f.typ.kinds, " or ") + "."
	}
	switch {
	case f.guessed:
		constant = "Left empty, it is written as " + printable(f.Constant) + ", the name of the schema:\nthe document does not say the value."
	case f.Constant != "":
		constant = "It is always " + printable(f.Constant) + "; left empty, it is filled in when written."
	}
	return comment(text, kinds, constant, deprecated(ref.Value.Deprecated && ref.Ref == ""))
}

// unlessRef gives the extensions of a schema written in place; those of a component
// belong to the component.
func unlessRef(ref *openapi3.SchemaRef) map[string]any {
	if ref.Ref != "" {
		return nil
	}
	return ref.Value.Extensions
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
