package document

import "github.com/getkin/kin-openapi/openapi3"

// Operation is one thing that a caller can do: an operation of the document, or one of the
// variants that share its method and path.
type Operation struct {
	Method, Path string // upper case; as the document writes it
	// ID is the operationId, or of a variant its own; made of method and path where the
	// document has none, and Named is false then.
	ID    string
	Named bool
	// Parent is the ID of the operation that this is a variant of, or its own.
	Parent string
	// Variant is its place in x-variants, -1 for an operation without.
	Variant int

	Summary, Description, DocsURL string
	Source                        string // the page of the documentation, "" where unknown
	GoName                        string // x-go-name
	Tags                          []string
	Deprecated                    bool
	Open                          bool // it needs no token
	// Security are sets of security schemes by their names, of which the operation takes one;
	// the empty set is none. SecurityStated is false where the document does not say it.
	Security       [][]string
	SecurityStated bool
	Servers        openapi3.Servers

	Params []*Parameter
	Fixed  []Fixed // query words that a variant always sends, by name
	Body   *Body   // nil: the request has none
	// ContentType is the media type of a request that is sent without a body, Accept that of the
	// header Accept; "" where the document demands none.
	ContentType, Accept string
	Responses           []*Response
	// Paging is x-pagination, nil where there is none; PagingError says that it has another form.
	Paging      *Pagination
	PagingError error

	Where   string // for messages: "GET /v1/lamps", or "GET /v1/lamps x-variants/0"
	Pointer string // where it stands in the document
}

// Parameter is a parameter of an operation; Required is true where this variant demands it.
type Parameter struct {
	*openapi3.Parameter
	Constant any // what a client sends: the only value there is, or the lowest version; nil where it is the caller's choice
}

// Fixed is a parameter with its only value.
type Fixed struct{ In, Name, Value string }

// Body is the body of a request.
type Body struct {
	Required bool
	Content  openapi3.Content
	Examples []Example
}

// Response is a documented response.
type Response struct {
	Key     string // a status, a range such as 2XX, or default
	Content openapi3.Content
	Headers openapi3.Headers
	// Examples are those of all media types of the document's operation.
	Examples []Example
	// Foreign is true where only other variants name a body for this status and have all its
	// examples: then the content is theirs.
	Foreign bool
}

// Example is a documented body. Own is false where an operation has variants and none of them
// names it, so that it may be that of any.
type Example struct {
	Media, Name string
	Value       any
	Own         bool
}
