package gogen

import "strconv"

// IsJSON reports whether a struct is written as JSON; the parameters of an operation
// are not.
func (t *namedType) IsJSON() bool { return t.schema != nil }

// Quoted is the JSON name of the field as Go text.
func (f *field) Quoted() string { return strconv.Quote(f.JSON) }

// Needed reports whether the document requires the member.
func (f *field) Needed() bool { return f.required }

// isText reports whether the Go type is a kind of string.
func (t *typeRef) isText() bool {
	if t.shape == shapeNamed && t.named.Kind == kindEnum {
		return t.named.base.shape == shapeString
	}
	return t.shape == shapeString
}
