package gogen

import (
	"math"

	"github.com/dave/jennifer/jen"
)

// short checks a field by one call, where all there is to check is of a common kind: in large
// documents the compiler takes most of its time for validators. It is nil where field has to do it,
// as for structs: a function that is handed on would have the value moved to the heap.
func (g *validators) short(f *field) jen.Code {
	t := f.typ
	if f.readOnly || f.Constant != "" || (f.wrapped || f.pointer) && f.required || t.shape == shapeString && t.under == timeType {
		return nil
	}
	pointer := jen.Id("v").Dot(f.Name)
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
		s := t.schema
		if s.Pattern != "" || s.MinLength > math.MaxInt32 || s.MaxLength != nil && *s.MaxLength > math.MaxInt32 || s.MinLength == 0 && s.MaxLength == nil {
			return nil
		}
		longest := -1
		if s.MaxLength != nil {
			longest = int(*s.MaxLength)
		}
		return jen.Id("c").Dot("Length").Call(name, pointer, jen.Lit(int(s.MinLength)), jen.Lit(longest))
	case t.shape == shapeNamed && t.named.Kind == kindEnum && t.named.base.shape == shapeString && !f.secret:
		texts := jen.Parens(jen.Op("*").String()).Call(pointer)
		return jen.Id("c").Dot("Enum").Call(name, texts, jen.Id(t.named.ValuesVar()))
	}
	return nil
}
