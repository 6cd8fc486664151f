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
//	a moment                   Time          keeps its text, gives a time.Time
//	object of unknown shape    Object        numbers are kept as json.Number
//	anything                   json.RawMessage
//
// Decoding JSON into a generated struct does not fail on what a service sends. Values that
// do not fit their field, and members that the document does not list, are in its Kept and
// are written back as they came. What a struct made by hand is written as, its fields alone
// say. A list or a map has no Kept: where one of its values does not fit, the field around it
// is left empty and the whole list is kept.
//
// Since Go 1.26 a pointer to a value is made with new: Name: new("web").
package sdk
