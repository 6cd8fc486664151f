package gogen

import (
	"math"

	"github.com/dave/jennifer/jen"
	"github.com/getkin/kin-openapi/openapi3"
)

// short checks a field by one call, where all there is to check is of a common kind: in large
// documents the compiler takes most of its time for validators. It is nil where field has to do it,
// as for structs: a function that is handed on would have the value moved to the heap.
func (g *validators) short(f *field) jen.Code {
	t := f.typ
	if f.readOnly || f.Constant != "" || (f.wrapped || f.pointer) && f.required || t.shape == shapeString && t.under == timeType {
		return nil
	}
	if code := g.shortList(f); code != nil {
		return code
	}
	pointer := jen.Id("v").Dot(f.Name)
	if isTextEnum(t) && f.required && !f.pointer && !f.wrapped && !f.secret && !hasConst(t.named, `""`) {
		return jen.Id("c").Dot("NeededEnum").Call(jen.Lit(f.JSON), jen.String().Call(pointer), jen.Id(t.named.ValuesVar()))
	}
	switch isText := t.shape == shapeString && t.schema.MinLength == 0; {
	case f.wrapped:
		pointer = pointer.Dot("Ptr").Call()
	case f.pointer:
	case isText:
		pointer = jen.Op("&").Add(pointer)
	default:
		return nil // what is missing is told there
	}
	name := jen.Lit(f.JSON)
	switch {
	case t.shape == shapeString:
		least, most, ok := lengths(t.schema)
		if !ok {
			return nil
		}
		return jen.Id("c").Dot("Length").Call(name, pointer, jen.Lit(least), jen.Lit(most))
	case isTextEnum(t) && !f.secret:
		texts := jen.Parens(jen.Op("*").String()).Call(pointer)
		return jen.Id("c").Dot("Enum").Call(name, texts, jen.Id(t.named.ValuesVar()))
	}
	return nil
}

func isTextEnum(t *typeRef) bool {
	return t.shape == shapeNamed && t.named.Kind == kindEnum && t.named.base.shape == shapeString
}

// shortList checks an optional list of texts that have only lengths, in the same way.
func (g *validators) shortList(f *field) jen.Code {
	t := f.typ
	if t.shape != shapeSlice || t.name != "" || f.wrapped || f.required || t.elem.shape != shapeString || t.elem.under == timeType || t.elem.itemPointer() {
		return nil
	}
	least, most, ok := lengths(t.elem.schema)
	if !ok || len(counts(place{expr: "v"}, "Items", t.schema.MinItems, t.schema.MaxItems)) > 0 || t.schema.UniqueItems {
		return nil
	}
	return jen.Id("c").Dot("Lengths").Call(jen.Lit(f.JSON), jen.Id("v").Dot(f.Name), jen.Lit(least), jen.Lit(most))
}

// lengths are the bounds of a text that has nothing else to check; most is -1 where it has none.
func lengths(s *openapi3.Schema) (least, most int, ok bool) {
	if s.Pattern != "" || s.MinLength > math.MaxInt32 || s.MaxLength != nil && *s.MaxLength > math.MaxInt32 || s.MinLength == 0 && s.MaxLength == nil {
		return 0, 0, false
	}
	most = -1
	if s.MaxLength != nil {
		most = int(*s.MaxLength)
	}
	return int(s.MinLength), most, true
}
