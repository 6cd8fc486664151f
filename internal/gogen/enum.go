package gogen

import (
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"
)

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
