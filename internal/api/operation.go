package api

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
