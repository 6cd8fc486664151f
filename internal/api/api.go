// Package api is the model of a service's API: operations, parameters, schemas, fields,
// what is claimed about each of them, and the examples. It knows nothing of tables, RST,
// OpenAPI or Go.
//
// The model is filled in two steps. Extraction builds it and attaches Claims: single
// statements with the place that makes them. Reconciliation weighs the claims of a field
// against each other and against the examples and sets Field.Decided. After that the
// model is read-only; emission looks at decisions, never at claims.
//
// Order in the documentation is a fact: operations, fields, values and claims are slices
// in the order of the pages.
package api

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

// How says how a fact was read.
type How string

// The ways of reading a fact.
const (
	FromColumn     How = "column"     // a cell whose column has that meaning
	FromLabel      How = "label"      // a labelled line: "Minimum: 1"
	FromProse      How = "prose"      // running text
	FromCaption    How = "caption"    // a table's caption or the line above it
	FromTitle      How = "title"      // a page's or section's title
	FromURL        How = "url"        // the request line
	FromExample    How = "example"    // a documented payload
	FromCorrection How = "correction" // an overlay with evidence
)

// Origin is where a fact comes from and how it was read.
type Origin struct {
	Page string     `json:"page"` // relative to the documentation set
	Pos  source.Pos `json:"pos"`
	How  How        `json:"how"`
}

// Service is the API of one documentation set.
type Service struct {
	Name     string   // "csbs": the provider's short name
	Title    string   // "Cloud Server Backup Service"
	Version  string   // "v1"; "" where the paths do not agree on one
	Category string   // "storage"
	DocURL   string   // public address of the set's documentation, "" where unknown
	Host     string   // usual host name of the service, "" where unknown
	Contact  *Contact // who is responsible for the cloud's services, nil where that is not known
	// Security are the ways of authentication, of which each request needs one.
	Security   []SecurityScheme
	Tags       []Tag
	Operations []*Operation
	Schemas    []*Schema   // the named schemas, in order of first use
	ErrorCodes []ErrorCode // from the error-code pages
	// ErrorBody is the body that error responses have where a page documents none of its
	// own, nil where the documentation shows none.
	ErrorBody *Schema
	Pages     []Page // all pages of the set, in their order
	// Unread are the places of descriptions that look as if they limit a value but were not
	// understood so.
	Unread []Unread
}

// Unread is a place of a description from which no fact was taken.
type Unread struct {
	Form  string // how it is written: items, tokens, number, default, …
	Field string
	Text  string // the lines that the place is in
	Page  string
	Pos   source.Pos
}

// SecurityScheme is a way of authentication by a header of each request.
type SecurityScheme struct{ Name, Header, Description string }

// Contact is whom users of a service can turn to.
type Contact struct{ Name, URL string }

// Tag is a group of operations: a folder of the documentation.
type Tag struct {
	Name   string
	DocURL string
}

// ErrorCode is a row of an error-code page.
type ErrorCode struct {
	Status  int // HTTP status, 0 where the page gives none
	Code    string
	Message string
	Origin  Origin
}

// Operation is one thing that a caller can do: a method on a path, as a page tells it.
type Operation struct {
	ID          string // unique in the service, PascalCase
	Given       bool   // ID is the provider's own
	Method      string // upper case
	Path        string // from the host on, with {parameters}
	Summary     string // the page's title
	Description string // prose, as CommonMark: emitted only when asked for
	Tag         string
	Deprecated  bool
	DocURL      string
	Params      []*Param
	// Query are the query words that the operation always sends: "acl" of "/?acl". Each is
	// a parameter with one value, too.
	Query []QueryWord
	// HostName is what callers put before the host name of the service, "bucketname", or "".
	HostName string
	// ContentType is the media type that a request without a body has nevertheless, since its
	// page demands the header; Accept is what the page demands of that header. Neither can be
	// a parameter in OpenAPI. nil: the page demands none.
	ContentType, Accept *MediaType
	Body                *Payload // nil: the request has no body
	Responses           []*Response
	Examples            []*Example
	Origin              Origin
	// Variants are the pages that share this method and path, this operation's own page
	// included; empty where there is just one. Each is whole by itself; the operation
	// then holds what a caller of either must know.
	Variants []*Operation
	// Case is what an operation is for whose page describes several request bodies, and Whole
	// the id of all of them together; "" where the page describes one.
	Case, Whole string
	// ParamNames are the names that generators gave its parameters before, by their keys, of the lock
	// file; see package toolname. Nil without one.
	ParamNames map[string]string
	// Pages is how to get all of the list in its response, nil where the response
	// has none or the documentation does not prove how. Set after reconciliation.
	Pages *Pagination
}

// Response is the response of a status, DefaultStatus for the default one; nil where there is none.
func (op *Operation) Response(status int) *Response {
	for _, r := range op.Responses {
		if r.Status == status {
			return r
		}
	}
	return nil
}

// QueryWord is a word of the query with the only value that it has, mostly "".
type QueryWord struct{ Name, Value string }

// In says where a parameter stands.
type In string

// The places of parameters.
const (
	InPath   In = "path"
	InQuery  In = "query"
	InHeader In = "header"
)

// Param is a parameter outside the body.
type Param struct {
	In In
	Field
	// Commas is where the words say that a list is sent as one text with commas between its elements, else nil.
	Commas *Origin `json:",omitzero"`
}

// MediaType is a media type that the documentation demands of a header.
type MediaType struct {
	Name   string // "application/json"
	Origin Origin
}

// Payload is a body with its media type.
type Payload struct {
	MediaType string
	Type      Type
	Required  bool
	Origin    Origin
}

// DefaultStatus is the status of the response that stands for all errors that are not listed.
const DefaultStatus = 0

// IsError reports whether a response of the status says that the call failed, as that of
// DefaultStatus does.
func IsError(status int) bool { return status == DefaultStatus || status >= 400 }

// Response is what the service sends with one status.
type Response struct {
	Status  int    // an HTTP status code, or DefaultStatus
	Text    string // prose, as CommonMark: what the page says of the status
	Headers []*Param
	Body    *Payload // nil: no body is documented
	Origin  Origin
}

// Kind is the kind of a JSON value.
type Kind string

// The kinds.
const (
	Any     Kind = "any"
	String  Kind = "string"
	Integer Kind = "integer"
	Number  Kind = "number"
	Boolean Kind = "boolean"
	Object  Kind = "object" // Schema nil: free-form
	Array   Kind = "array"  // Elem is never nil
	Map     Kind = "map"    // Elem is never nil
	Binary  Kind = "binary" // a file
)

// Type is the type of a value.
type Type struct {
	Kind   Kind
	Format string // an OpenAPI format, "" where none is claimed
	Open   bool   `json:",omitzero"` // of Any: a table says that any value may come, so examples do not tell which do
	Elem   *Type  // of Array and Map
	Schema *Schema
	// Also and Nullable are set by reconciliation: further kinds of values, and null, that
	// the evidence shows.
	Also     []Kind
	AlsoElem *Type // of an Array in Also whose elements are known
	Nullable bool
	// Order is set by the lock file: Kind and Also in the order that the document had them in.
	// Nil: Kind, then Also.
	Order []Kind
}

// Kinds are those of the values, in the order of the document.
func (t *Type) Kinds() []Kind {
	if t.Order != nil {
		return t.Order
	}
	return append([]Kind{t.Kind}, t.Also...)
}

// Schema is a named structure: an object with fields.
type Schema struct {
	Name   string // PascalCase, unique in the service once named
	Label  string // the name as the page writes it
	Fields []*Field
	Origin Origin
	Also   []Origin // further pages that document the same structure
	// Request is true where callers send it: mandatory fields are then required.
	Request bool
	// XMLName is the element that a body of this structure is as XML, "" for a body of
	// JSON and for the structures inside.
	XMLName string
	Root    *Type // not nil: the schema stands for this type and has no fields
	Extra   *Type // not nil: members of any other name have this type
	// PropertyNames are the names that generators gave its properties before, of the lock file; see
	// package toolname. Nil without one.
	PropertyNames map[string]string

	byName fieldIndex
}

// fieldIndex finds the fields of a schema that has many. Fields are appended, so what is new
// stands after what the index knows. Where a field was taken out, another one is the last that
// it knows, and it is made again; so does a copy of the schema.
type fieldIndex struct {
	of    *Schema
	last  *Field // of those that are known
	known int
	at    map[string]*Field
}

// Side is the side of the operation on which the structure stands.
func (s *Schema) Side() Side {
	if s.Request {
		return SideRequest
	}
	return SideResponse
}

// Field is the field of a name, nil where there is none.
func (s *Schema) Field(name string) *Field {
	const many = 32
	if len(s.Fields) > many {
		x := &s.byName
		if x.of != s || x.known > len(s.Fields) || x.last != s.Fields[x.known-1] {
			*x = fieldIndex{of: s, at: make(map[string]*Field, 2*len(s.Fields))}
		}
		for _, f := range s.Fields[x.known:] {
			if x.at[f.Name] == nil {
				x.at[f.Name] = f
			}
		}
		x.known, x.last = len(s.Fields), s.Fields[len(s.Fields)-1]
		return x.at[name]
	}
	for _, f := range s.Fields {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// Need says whether a caller must send a field.
type Need string

// The needs.
const (
	NeedUnsaid      Need = ""
	NeedYes         Need = "yes"
	NeedNo          Need = "no"
	NeedConditional Need = "conditional"
)

// Field is a member of a structure, or a parameter.
type Field struct {
	Name string
	Type Type
	Need Need
	Text string // prose, as plain text
	// Passages are the same prose as it is written for readers.
	Passages []Passage
	Claims   []Claim
	Origin   Origin
	// Also are the rows of further pages that describe the structure.
	Also []Row `json:",omitzero"`
	// Attribute is true for an attribute of an XML element.
	Attribute bool
	// Decided and Observed are set by reconciliation.
	Decided  Decided
	Observed []Observed
}

// Row is the row of a field on a further page. Where it says the same as that of another page, only the claims of
// the latter are kept: Claims is the page that has them.
type Row struct {
	Origin
	Claims string
}

// RowOn is the row of the field on a page, its first one where the page has none, and the page of the claims that
// the row makes.
func (f *Field) RowOn(page string) (row Origin, claims string) {
	if f.Origin.Page != page {
		for _, r := range f.Also {
			if r.Page == page {
				return r.Origin, r.Claims
			}
		}
	}
	return f.Origin, page
}

// Observed is what examples show for a field: values of one kind.
type Observed struct {
	Kind  string // as a Kind, or "null"
	Elems bool   // of the elements of a list
	Count int
	First []Origin // the first few
}

// Fact is what a claim is about.
type Fact string

// The facts.
const (
	FactKind      Fact = "type"
	FactNeed      Fact = "mandatory"
	FactMin       Fact = "minimum"
	FactMax       Fact = "maximum"
	FactMultiple  Fact = "multipleOf"
	FactMinLength Fact = "minLength"
	FactMaxLength Fact = "maxLength"
	FactMinBytes  Fact = "minBytes" // no check: fewer characters may have as many bytes
	FactMinItems  Fact = "minItems"
	FactMaxItems  Fact = "maxItems"
	FactUnique    Fact = "uniqueItems"
	FactEnum      Fact = "enum"
	FactValues    Fact = "values" // values that exist, of which nobody says that they are all
	FactDefault   Fact = "default"
	FactConst     Fact = "const"
	// FactLowestVersion is the lowest version that a header may ask for. It is not a limit of JSON
	// Schema: 2.10 is later than 2.9.
	FactLowestVersion Fact = "lowestVersion"
	FactPattern       Fact = "pattern"
	FactExample       Fact = "example"
	FactNullable      Fact = "nullable"
	FactDeprecated    Fact = "deprecated"
	FactReadOnly      Fact = "readOnly"
	FactUnlisted      Fact = "unlisted" // a field that only an example shows
)

// Claim is one statement about a field with the place that makes it.
type Claim struct {
	Fact   Fact
	Values []string // as written; numbers as JSON numbers
	// Elems is true where the claim is about each element of a list.
	Elems bool `json:",omitzero"`
	// Conditional is true where it holds in some cases only.
	Conditional bool `json:",omitzero"`
	// Words are those of a cell that tells a kind by another name ("JSON"); "" where it names the kind.
	Words string `json:",omitzero"`
	// Weak is true where the words allow values that it excludes: a value that
	// breaks it takes it back, and neither of the two is wrong.
	Weak   bool `json:",omitzero"`
	Origin Origin
}

// Decided is what was concluded about a field.
type Decided struct {
	Deprecated bool `json:",omitzero"`
	ReadOnly   bool `json:",omitzero"`
	// Proven is true for a field of a response that must be there to tell which of several
	// structures the response is.
	Proven bool `json:",omitzero"`
	// OnlyInExamples is true for a field that no table lists.
	OnlyInExamples bool `json:",omitzero"`
	// Timestamp is true for a string whose documented values are all timestamps.
	Timestamp bool   `json:",omitzero"`
	Limits    Limits `json:",omitzero"`
	// Elems are the limits of the elements of a list.
	Elems Limits `json:",omitzero"`
	// ValueNames are the names that generators gave the values of its enumeration before, of the lock
	// file; see package toolname. Nil without one.
	ValueNames map[string]string `json:",omitzero"`

	Default *Value `json:",omitzero"`
	Const   *Value `json:",omitzero"`
	// LowestVersion is the lowest version that the header may ask for.
	LowestVersion *Value `json:",omitzero"`
	Example       *Value `json:",omitzero"`
	// Contradicted are claims that other evidence overrules.
	Contradicted []Claim `json:",omitzero"`
}

// Value is a JSON scalar: JSON holds its encoding.
type Value struct{ JSON string }

// Side is the side of an operation: what callers send, or what they get.
type Side string

// The sides.
const (
	SideRequest  Side = "request"
	SideResponse Side = "response"
)

// Example is a payload or a request that a page prints.
type Example struct {
	Side Side
	// Name pairs a request with the response to it.
	Name   string
	Status int // of a response; 0 where the page does not say
	// Method and URL of a request line, "" where the example has none.
	Method, URL string
	// Signed is true where the URL has a signature in its query, with parameters of its own.
	Signed  bool `json:",omitzero"`
	Headers [][2]string
	// Body is the payload as printed, or as repaired; "" where there is none.
	Body string
	// Raw is the payload as printed, and Lines where each of its lines starts.
	Raw   string
	Lines []source.Pos
	// JSON is true where Body is JSON, Torn where it is only up to an error, which nobody can
	// repair: what stands before that is evidence, too.
	JSON bool
	Torn bool `json:",omitzero"`
	// Pairs is true where Raw is a form of pairs. Reconciliation makes JSON of it by the table of the body.
	Pairs    bool `json:",omitzero"`
	Repaired bool
	// Shared is true for an example that the page prints for several operations, of all of them
	// but the first.
	Shared bool `json:",omitzero"`
	// ByTables and Valid are set by reconciliation: Body satisfies what the tables alone say,
	// and the decided schema.
	ByTables bool
	Valid    bool
	Origin   Origin // of the code block

	ends []int // of the lines of Raw, see At
}

// Header gives the value of the first header of that name, in any case of letters, or "".
func (e *Example) Header(name string) string {
	for _, h := range e.Headers {
		if strings.EqualFold(h[0], name) {
			return h[1]
		}
	}
	return ""
}

// At gives the place of the byte at offset off of e.Raw. It must not be called by several
// goroutines at a time.
func (e *Example) At(off int) source.Pos {
	off = min(off, len(e.Raw))
	if e.ends == nil {
		e.ends = make([]int, 0, strings.Count(e.Raw, "\n"))
		for i := range len(e.Raw) {
			if e.Raw[i] == '\n' {
				e.ends = append(e.ends, i)
			}
		}
	}
	line := sort.SearchInts(e.ends, off) // those that end before
	if line >= len(e.Lines) {
		return e.Origin.Pos
	}
	start := 0
	if line > 0 {
		start = e.ends[line-1] + 1
	}
	p := e.Lines[line]
	p.Col = max(1, p.Col+utf8.RuneCountInString(e.Raw[start:off]))
	return p
}
