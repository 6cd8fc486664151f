package kept

import "reflect"

// Null is the second field of an sdk.Nullable, by which codecs know one. They work on its fields:
// each method of a Nullable is compiled anew for each type that one holds, of which large
// documents have thousands.
type Null bool

var nullType = reflect.TypeFor[Null]()

// Item is the type that an sdk.Nullable may hold; it is not ok where t is none.
func Item(t reflect.Type) (item reflect.Type, ok bool) {
	if t.Kind() != reflect.Struct || t.NumField() != 2 || t.Field(1).Type != nullType {
		return nil, false
	}
	return t.Field(0).Type.Elem(), true
}

// Held is a pointer to what an sdk.Nullable holds; nil where it is null or absent.
func Held(nullable reflect.Value) reflect.Value {
	pointer := nullable.Field(0)
	return reflect.NewAt(pointer.Type().Elem(), pointer.UnsafePointer())
}

// IsNull reports whether an sdk.Nullable is null.
func IsNull(nullable reflect.Value) bool {
	return nullable.Field(0).IsNil() && nullable.Field(1).Bool()
}

// IsAbsent reports whether an sdk.Nullable is neither null nor a value.
func IsAbsent(nullable reflect.Value) bool {
	return nullable.Field(0).IsNil() && !nullable.Field(1).Bool()
}

// SetNull makes an sdk.Nullable null, whose address can be taken.
func SetNull(nullable reflect.Value) {
	nullable.SetZero()
	settable(nullable.Field(1)).SetBool(true)
}

// Hold makes an sdk.Nullable, whose address can be taken, hold what a pointer points at.
func Hold(nullable, pointer reflect.Value) {
	nullable.SetZero()
	settable(nullable.Field(0)).Set(pointer)
}

// settable is a field of the Nullable that is not exported.
func settable(field reflect.Value) reflect.Value {
	return reflect.NewAt(field.Type(), field.Addr().UnsafePointer()).Elem()
}
