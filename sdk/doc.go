// Package sdk is what users of generated clients need at run time: options, authentication,
// errors and logs, three-state values, values of several scalar types, and violations of
// documented limits.
//
// A generated package imports only the standard library, oapi-codegen's runtime, this
// package and package gen, which has what only generated code calls. Nothing here knows a
// particular service, and nothing here reads files or the environment.
//
// What a field of a generated struct looks like, by what the document says of it:
//
//	required                   T             always written
//	optional                   *T            nil: absent
//	optional list, map, union  []T …         nil: absent; empty but not nil: written as []
//	nullable                   Nullable[T]   zero: absent; Null[T](): null; Value(v): v
//	string or number           Scalar        zero: absent; keeps the exact text it was read from
//	a timestamp                Time          keeps its text, gives a time.Time
//	object of unknown shape    Object        numbers are kept as json.Number
//	anything                   json.RawMessage
//
// Decoding JSON into a generated struct does not fail on what a service sends. Values that
// do not fit their field, and members that the document does not list, are in its Kept and
// are written back as they came. What a struct made by hand is written as, its fields alone
// say. A list or a map has no Kept: where one of its values does not fit, the field around it
// is left empty and the whole list is kept.
//
// A call is one method of a client. What all calls have in common is set with an Option, for
// the client or for the one call:
//
//   - The Auth authenticates the caller: Token, TokenFunc, AccessKey, or package keystone. A token
//     that is refused is renewed once, if the Auth can do that.
//   - A request is checked against the documented limits before it is sent (Violations).
//   - Faults in passing are waited out and the request is sent again (Retry), for as long as
//     the context and WithTimeout allow.
//   - Each attempt is authorized, then logged (WithLogger), then goes through the
//     middlewares and the transport.
//   - No header but those that say what is accepted follows a redirect to another host, and
//     no body does. A redirect from HTTPS to HTTP is not followed.
//   - A response without success is an *Error, whatever the document says of its status. So
//     is one that cannot be read.
//   - Secrets are in no text of an error, no log, and in nothing that a value here prints.
//     They are told by the names of headers, query parameters and JSON members, and hidden
//     as well where a service echoes what was sent. Only the raw response has them: Response,
//     Error.Body, and what is decoded from it, Error.Detail.
//
// Since Go 1.26 a pointer to a value is made with new: Name: new("web").
package sdk
