package document

import (
	"encoding/json"
	"math"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// Kind is what values of a schema look like.
type Kind string

// The kinds.
const (
	KindAny     Kind = "any"     // any JSON value
	KindText    Kind = "text"    // a string
	KindBytes   Kind = "bytes"   // a string in base64
	KindInteger Kind = "integer" // a whole number
	KindNumber  Kind = "number"
	KindBoolean Kind = "boolean"
	KindEnum    Kind = "enum"   // one of some strings or numbers
	KindScalar  Kind = "scalar" // one of several kinds of scalars
	KindObject  Kind = "object" // an object with known members
	KindFree    Kind = "free"   // an object of unknown members
	KindMap     Kind = "map"    // an object whose members are all alike
	KindList    Kind = "list"
	KindUnion   Kind = "union" // one of several schemas
	KindOther   Kind = "other" // just another writing of its only alternative
)

// KindOf is the kind of a schema without allOf; see Merged.
func KindOf(s *openapi3.Schema) Kind {
	alternatives := Alternatives(s)
	switch {
	case TakesAnything(s):
		return KindAny
	case EnumKind(s) != "":
		return KindEnum
	case len(s.Properties) > 0:
		return KindObject
	case len(alternatives) == 1:
		return KindOther
	case len(alternatives) > 1 && ScalarTypes(s) != nil:
		return KindScalar
	case len(alternatives) > 1:
		return KindUnion
	case s.Type.Is("array"), s.Type == nil && s.Items != nil:
		return KindList
	case s.AdditionalProperties.Schema != nil:
		return KindMap
	case s.Type.Is("string") && s.Format == "byte":
		return KindBytes
	case s.Type.Is("string"):
		return KindText
	case s.Type.Is("integer"):
		return KindInteger
	case s.Type.Is("number"):
		return KindNumber
	case s.Type.Is("boolean"):
		return KindBoolean
	case s.Type.Is("object"):
		return KindFree
	}
	return KindAny
}

// TakesAnything reports whether a schema takes any value since one of its alternatives does,
// which says no more than that null is one of the values.
func TakesAnything(s *openapi3.Schema) bool {
	return s.Type == nil && len(s.OneOf) == 0 && slices.ContainsFunc(s.AnyOf, func(ref *openapi3.SchemaRef) bool {
		return ref != nil && ref.Ref == "" && ref.Value != nil && ref.Value.IsEmpty()
	})
}

// TakesNull reports whether a schema says that null is one of its values, by itself or by one of
// its alternatives.
func TakesNull(s *openapi3.Schema) bool {
	takes := func(s *openapi3.Schema) bool { return s.Nullable || slices.Contains(s.Enum, nil) }
	return takes(s) || slices.ContainsFunc(slices.Concat(s.OneOf, s.AnyOf), func(ref *openapi3.SchemaRef) bool {
		return ref != nil && ref.Ref == "" && ref.Value != nil && takes(ref.Value)
	})
}

// Alternatives are those of oneOf and anyOf that have a shape of their own. Members that only
// say which properties are required add nothing to the type; see Presences.
func Alternatives(s *openapi3.Schema) openapi3.SchemaRefs {
	if TakesAnything(s) {
		return nil
	}
	var out openapi3.SchemaRefs
	isObject := len(s.Properties) > 0 || s.Type.Is("object")
	for _, ref := range slices.Concat(s.OneOf, s.AnyOf) {
		if ref == nil || ref.Value == nil {
			continue
		}
		v := ref.Value
		if isObject && onlyPresence(ref) {
			continue
		}
		if ref.Ref == "" && v.Type == nil && len(v.Properties) == 0 && len(v.AllOf)+len(v.OneOf)+len(v.AnyOf) == 0 &&
			v.Items == nil && len(v.Enum) == 0 {
			continue
		}
		out = append(out, ref)
	}
	return out
}

// ScalarTypes are the JSON types of the alternatives, sorted, where all are scalars; else nil.
func ScalarTypes(s *openapi3.Schema) []string {
	var types []string
	for _, ref := range Alternatives(s) {
		v := ref.Value
		switch {
		case len(v.AllOf)+len(v.OneOf)+len(v.AnyOf) > 0:
			return nil
		case v.Type.Is("string"), v.Type.Is("integer"), v.Type.Is("number"), v.Type.Is("boolean"):
			types = append(types, v.Type.Slice()[0])
		default:
			return nil
		}
	}
	slices.Sort(types)
	return slices.Compact(types)
}

// EnumKind is the kind of the values of an enumeration, of strings or numbers; "" for a schema
// that is none. One of booleans or of several types is only a type with fewer values.
func EnumKind(s *openapi3.Schema) Kind {
	kinds := []Kind{KindText, KindInteger, KindNumber}
	switch {
	case s.Type.Is("string"):
		kinds = kinds[:1]
	case s.Type.Is("integer"):
		kinds = kinds[1:2]
	case s.Type.Is("number"):
		kinds = kinds[2:]
	case s.Type != nil:
		return ""
	}
	for _, k := range kinds {
		fits, count := true, 0
		for _, v := range s.Enum {
			if v != nil { // nil says nullable
				fits = fits && IsOf(v, k)
				count++
			}
		}
		if fits && count > 0 {
			return k
		}
	}
	return ""
}

// IsOf reports whether a decoded value is one of a kind of scalars.
func IsOf(value any, kind Kind) bool {
	switch v := value.(type) {
	case string:
		return kind == KindText
	case bool:
		return kind == KindBoolean
	case int, int64, uint64:
		return kind == KindInteger || kind == KindNumber
	case json.Number:
		if _, err := v.Int64(); err == nil {
			return kind == KindInteger || kind == KindNumber
		}
		_, err := v.Float64()
		return err == nil && kind == KindNumber
	case float64:
		whole := v == math.Trunc(v) && math.Abs(v) < 1<<53
		return kind == KindNumber || whole && kind == KindInteger
	}
	return false
}

// Shape is what values of a schema look like, with references and single alternatives
// followed.
type Shape struct {
	Kind   Kind
	Schema *openapi3.Schema // without allOf
	// Name is that of the last named schema on the way, "" for a schema written in place.
	Name     string
	Nullable bool
}

// Shape finds the shape of a schema. The error is ErrCircular: it refers to nothing but itself.
func (d *Document) Shape(ref *openapi3.SchemaRef) (Shape, error) {
	out := Shape{Kind: KindAny, Schema: openapi3.NewSchema()}
	for range maxNesting {
		if ref == nil || ref.Value == nil {
			return out, nil
		}
		if name := SchemaName(ref.Ref); name != "" && d.Components != nil && d.Components.Schemas[name] != nil {
			out.Name = name
			if to := d.Components.Schemas[name]; to.Ref != "" && to.Ref != ref.Ref {
				ref = to
				continue
			}
		}
		s := ref.Value
		out.Nullable = out.Nullable || TakesNull(s)
		if sole := SoleRef(s); sole != nil {
			ref = sole
			continue
		}
		s, err := d.Merged(s)
		if err != nil {
			return out, err
		}
		if out.Kind, out.Schema = KindOf(s), s; out.Kind != KindOther {
			return out, nil
		}
		ref = Alternatives(s)[0]
	}
	return out, ErrCircular
}

// Member is the schema of a member of objects of a schema, in allOf and among alternatives
// too; nil where it names none.
func Member(s *openapi3.Schema, name string) *openapi3.SchemaRef {
	return firstIn(s, func(s *openapi3.Schema) *openapi3.SchemaRef { return s.Properties[name] })
}

// Items is the schema of the items of lists of a schema, as Member finds it.
func Items(s *openapi3.Schema) *openapi3.SchemaRef {
	return firstIn(s, func(s *openapi3.Schema) *openapi3.SchemaRef { return s.Items })
}

func firstIn(s *openapi3.Schema, find func(*openapi3.Schema) *openapi3.SchemaRef) *openapi3.SchemaRef {
	for _, one := range Composed(&openapi3.SchemaRef{Value: s}) {
		if found := find(one); found != nil {
			return found
		}
	}
	return nil
}

// PartOf is the schema of what a JSON pointer leads to in values of a schema, through lists;
// nil where it is not known.
func PartOf(ref *openapi3.SchemaRef, pointer string) *openapi3.SchemaRef {
	for _, name := range Steps(pointer) {
		if ref == nil {
			return nil
		}
		if items := Items(ref.Value); items != nil {
			ref = items
			continue
		}
		ref = Member(ref.Value, name)
	}
	return ref
}
