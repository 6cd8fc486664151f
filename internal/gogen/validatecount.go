package gogen

import (
	"math"

	"github.com/dave/jennifer/jen"
)

// memberCount checks how many members a structure has that is sent, as in a change that has to change
// something. What a service sends is not counted, nor is a value that keeps what was read: it may not be an object, or
// hold under a name of a field what did not fit there.
func (g *validators) memberCount(t *namedType) []jen.Code {
	least, most := t.schema.MinProps, t.schema.MaxProps
	if most != nil && *most > math.MaxInt32 {
		most = nil
	}
	there, maybe := 0, []jen.Code{}
	for _, f := range t.Fields {
		switch cond := f.there(); {
		case f.readOnly:
		case cond == "":
			there++
		default:
			maybe = append(maybe, jen.If(jen.Id(cond)).Block(jen.Id("members").Op("++")))
		}
	}
	if !t.request || least > math.MaxInt32 || uint64(there) >= least && most == nil {
		return nil
	}
	code := append([]jen.Code{jen.Id("members").Op(":=").Lit(there)}, maybe...)
	if t.extra != nil {
		code = append(code, jen.Id("members").Op("+=").Len(jen.Id("v.AdditionalProperties")))
	}
	check := func(cond, rule string, limit uint64) {
		code = append(code, jen.If(jen.Id("members").Op(cond).Lit(int(limit))).Block(
			jen.Id("c").Dot("Add").Call(jen.Lit(rule), jen.Id("members"), jen.Lit(int(limit)))))
	}
	if least > uint64(there) {
		check("<", "minProperties", least)
	}
	if most != nil {
		check(">", "maxProperties", *most)
	}
	return whereSent(t, code)
}

// whereSent is a check of what the fields of a structure hold together, which holds for a value that is sent and
// keeps nothing.
func whereSent(t *namedType, code []jen.Code) []jen.Code {
	counted := jen.Op("!").Id("c").Dot("Inspects").Call()
	if t.IsJSON() {
		counted.Op("&&").Id("v.Kept.IsZero").Call()
	}
	return []jen.Code{jen.If(counted).Block(code...)}
}

// there is the Go condition that a field is sent; empty where it always is.
func (f *field) there() string {
	name := "v." + f.Name
	switch {
	case f.wrapped, !f.pointer && (f.typ.shape == shapeScalar || f.typ.shape == shapeFile || f.typ.shape == shapeNamed && f.typ.named.Kind == kindUnion):
		if f.required && !f.wrapped {
			return ""
		}
		return "!" + name + ".IsZero()"
	case f.required:
		return ""
	case f.pointer || f.typ.nilable():
		return name + " != nil"
	}
	return ""
}
