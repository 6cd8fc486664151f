package gogen

import (
	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// The Go view of a document: what will be printed, with all names decided. It is built
// completely before any text is written.
type view struct {
	warnings []string // of names that had to be changed
	doc      *document.Document
	pkg      string
	source   string // file name for the header line
	title    string
	version  string
	client   string // name of the client type
	maker    string // name of the function that makes one
	service  string // name of the service in a catalogue
	auth     authView
	types    []*namedType // sorted by name
	ops      []*operation
	servers  []string
	server   *serverView // nil where none is wanted
}

type authView struct{ Header, Prefix string }

// shape is what kind of Go type a value has.
type shape int

const (
	shapeString shape = iota
	shapeInt
	shapeFloat
	shapeBool
	shapeBytes
	shapeAny    // json.RawMessage
	shapeObject // sdk.Object
	shapeScalar // sdk.Scalar
	shapeFile   // sdk.File
	shapeSlice
	shapeMap
	shapeNamed
)

// typeRef is a Go type at one place, with the schema whose limits hold there.
type typeRef struct {
	shape    shape
	name     string // the Go type, or the alias it goes by; empty for slices and maps
	under    string // the predeclared type of a number; sdk.Time of a timestamp
	elem     *typeRef
	named    *namedType
	kinds    []string // of a scalar: its JSON types
	nullable bool
	schema   *openapi3.Schema
}

// expr is the Go type without pointer or Nullable.
func (t *typeRef) expr() string {
	switch {
	case t.name != "":
		return t.name
	case t.shape == shapeNamed:
		return t.named.Name
	case t.shape == shapeSlice:
		return "[]" + t.elem.item()
	default:
		return "map[string]" + t.elem.item()
	}
}

// item is the Go type as an element of a list or map, where null is nil.
func (t *typeRef) item() string {
	if t.itemPointer() {
		return "*" + t.expr()
	}
	return t.expr()
}

func (t *typeRef) itemPointer() bool { return t.nullable && !t.nilable() }

// nilable reports whether the type can say "absent" itself, so that an optional field
// needs no pointer.
func (t *typeRef) nilable() bool {
	switch t.shape {
	case shapeSlice, shapeMap, shapeAny, shapeObject, shapeScalar, shapeBytes, shapeFile:
		return true
	case shapeNamed:
		return t.named.Kind == kindDefined || t.named.Kind == kindUnion
	}
	return false
}

// kind is how a named type is declared.
type kind string

const (
	kindStruct  kind = "struct"
	kindEnum    kind = "enum"
	kindUnion   kind = "union"   // several objects, kept as JSON
	kindDefined kind = "defined" // a list or map with a name
	kindAlias   kind = "alias"   // a scalar with a name
)

// namedType is a declaration in the generated package. Templates read the exported names.
type namedType struct {
	Name    string
	Kind    kind
	Comment string
	Fields  []*field
	Consts  []enumConst
	Options []unionOption
	XML     bool // encoding/xml writes and reads it, too

	where    string
	base     *typeRef // of enum, defined and alias
	extra    *typeRef // additional properties of a struct
	unnamed  []string // properties of a struct that no tag can carry: they have no field
	request  bool     // reachable from a request: gets Validate
	response bool     // reachable from a response: is checked when somebody wants to know
	body     bool     // the body of a response: gets Inspect
	members  []*typeRef

	heirs  bool     // the options are schemas that have this one in allOf
	values []string // of the member that tells these apart, where the document lists all
	strict bool     // a value must be one of the options
	pruned bool     // its JSON has members that are only read, and that no field of it has

	presences []document.Presence // of a struct: which members must be there, one instead of another

	same *namedType // of which it is an alias, nil for most: see share

	discriminator string // of a union: the member that says which one it is, or empty
	schema        *openapi3.Schema
}

type enumConst struct{ Name, Literal, value string }

type unionOption struct {
	Method, Type string

	typ   *typeRef
	names []string // values of the discriminator
}

// field is a field of a struct, or a parameter in a params struct.
type field struct {
	Name     string
	JSON     string
	Comment  string
	Constant string // Go literal, or empty
	guessed  bool   // the constant is what OpenAPI takes where the document says none

	typ      *typeRef
	required bool
	readOnly bool
	secret   bool
	param    bool // in a params struct: no JSON
	several  bool // a parameter of texts, of which none is the same as absent
	pointer  bool // *T
	wrapped  bool // sdk.Nullable[T]
	xml      bool // of a struct that is written as XML, too
	where    string
}

// Type is the Go type of the field.
func (f *field) Type() string {
	switch {
	case f.wrapped:
		return "sdk.Nullable[" + f.typ.expr() + "]"
	case f.pointer:
		return "*" + f.typ.expr()
	}
	return f.typ.expr()
}

// omit reports whether the zero field is left out of JSON. A nullable one always is: its
// zero is absent, and null is a value of its own.
func (f *field) omit() bool { return !f.required || f.wrapped || f.readOnly }

// operation is one method of the client.
type operation struct {
	Name       string // exported Go name
	Method     string
	Comment    string
	Params     string // name of the params struct, or empty
	JSONBody   string // Go type of a body that is written as JSON, or as XML; or empty
	JSONType   string // its media type
	noXML      bool   // a response that it reads as JSON must not come as XML
	XMLRoot    string // the element that the body is, where it is of XML
	Form       string // the media type of a form, or empty
	HasBody    bool
	BodyNeeded bool // the document requires a body
	PathParts  []pathPart
	PathArgs   []*param
	QueryArgs  []*param
	HeaderArgs []*param
	CookieArgs []*param
	Fixed      []fixedValue // constants in the query and headers
	Media      []fixedValue // the headers that say media types, where the body does not
	Responses  []*response

	own      string       // the server that the document gives it, where the client has another; or empty
	security [][]string   // sets of security schemes, of which it takes one
	stated   bool         // the document says which
	headers  *headersView // nil where none are documented
	withBody string       // the method for other media types of the body, or empty
	as       string       // the method for other media types of the response, or empty
	accepts  string       // which these are
	encoding string       // Go map of how the parts of a form are written

	line    string // method and path, for comments
	summary string
	chapter string // the first tag, as the document writes it

	where    string
	tag      string // the first one, as part of the name of a file
	path     string // as in the document, with constants filled in
	bodyType *typeRef
	params   *namedType
	result   result
	decided  document.Result // what result is made of
	sample   sample
	defined  *codegen.OperationDefinition // what oapi-codegen says of it, while it is printed
	Reply    *reply                       // what a server responds with; nil where none is wanted
	page     *paging                      // nil where the response is not a page of a list
	waiter   *waiter                      // nil where nothing can be waited for
}

type pathPart struct {
	Literal string
	Arg     int // index in PathArgs when Literal is empty
}

type fixedValue struct {
	In, Name string
	Value    string // as it is sent: of a query with its name, escaped
	plain    string // without escapes
}

// param is one parameter of an operation.
type param struct {
	Name     string // in the document
	Local    string // Go parameter, for path parameters
	Field    *field // in the params struct, for others
	TypeName string
	Scope    string // of a path parameter: ProjectID or DomainID, which the credentials know
	typ      *typeRef
	Required bool
	fallback string // what is sent where the caller leaves it out, or empty
	JSON     bool   // sent as JSON (content) instead of a style
	spec     *openapi3.Parameter
}

// response is one documented status.
type response struct {
	Code  string // "200", "2XX", "default"
	Field string // of a result that has several bodies
	Cond  string // Go condition on the status
	XML   bool   // the body is of XML

	typ     *typeRef // of the body; nil where there is none, or none that can be read
	stream  bool     // there is a body that is neither JSON nor XML
	root    string   // the element of a body of XML, with its namespace before it
	headers []string
}
