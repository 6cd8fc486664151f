// Package sdk is what generated clients share at run time: three-state values, values of
// several scalar types, violations of documented limits, and the connection itself.
//
// A generated package imports only the standard library, oapi-codegen's runtime and this
// package. Nothing here knows a particular service, and nothing here reads files or the
// environment.
//
// What a field of a generated struct looks like, by what the document says of it:
//
//	required                   T             always written
//	optional                   *T            nil: absent
//	optional list, map, union  []T …         nil: absent; empty but not nil: written as []
//	nullable                   Nullable[T]   zero: absent; Null[T](): null; Value(v): v
//	string or number           Scalar        zero: absent; keeps the exact text it was read from
//	object of unknown shape    Object        numbers are kept as json.Number
//	anything                   json.RawMessage
//
// Since Go 1.26 a pointer to a value is made with new: Name: new("web").
package sdk
