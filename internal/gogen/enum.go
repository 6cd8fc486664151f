package gogen

import (
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// enumShapes are the shapes of the kinds of values that an enumeration has.
var enumShapes = map[document.Kind]shape{
	document.KindText: shapeString, document.KindInteger: shapeInt, document.KindNumber: shapeFloat,
}

// fillEnum makes the constants. Two values that give one Go name are told apart by
// their place in the list.
func (b *builder) fillEnum(nt *namedType, s *openapi3.Schema) error {
	sh := enumShapes[document.EnumKind(s)]
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
		name, err := b.freeKept(keptConstants, b.lasting.at(nt.where)+"="+text, where, nt.Name+b.namer.name(text), nt.Name+b.namer.asWritten(text), fmt.Sprintf("%sValue%d", nt.Name, i+1))
		if err != nil {
			return err
		}
		nt.Consts = append(nt.Consts, enumConst{name, literal, fmt.Sprint(v)})
	}
	return nil
}
