package document

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// Key is an x- key of our documents whose value is a T: the one place that writes it and the
// one that reads it.
type Key[T any] struct {
	Name string
	// On says what has the key, Means what it says, and Form what its value must be.
	On, Means, Form string
}

// Set writes the key into the extensions of an element.
func (k Key[T]) Set(extensions map[string]any, value T) { extensions[k.Name] = value }

// Read gives the value of the first of several extensions that has the key, and whether any
// has it. null counts as no value. The error says that a value has another form.
func (k Key[T]) Read(extensions ...map[string]any) (value T, there bool, err error) {
	for _, m := range extensions {
		raw, ok := m[k.Name]
		if !ok || raw == nil {
			continue
		}
		if typed, ok := raw.(T); ok {
			return typed, true, nil
		}
		text, err := json.Marshal(raw)
		if err == nil {
			err = json.Unmarshal(text, &value)
		}
		if err != nil {
			return value, true, fmt.Errorf("%s must be %s: %w", k.Name, k.Form, inJSON(err))
		}
		return value, true, nil
	}
	return value, false, nil
}

// Of is Read for keys about which nobody needs a message: a value of another form is that of
// somebody else's key of the same name, and counts as none.
func (k Key[T]) Of(extensions ...map[string]any) T {
	value, _, err := k.Read(extensions...)
	if err != nil {
		var none T
		return none
	}
	return value
}

// Has reports whether any of the extensions has the key.
func (k Key[T]) Has(extensions ...map[string]any) bool {
	for _, m := range extensions {
		if _, ok := m[k.Name]; ok {
			return true
		}
	}
	return false
}

// inJSON says of a value of the wrong type where it is, in terms of JSON.
func inJSON(err error) error {
	var wrong *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &wrong):
		return err
	case wrong.Field == "":
		return fmt.Errorf("it is a %s", wrong.Value)
	}
	return fmt.Errorf("%s is a %s", wrong.Field, wrong.Value)
}

func (k Key[T]) about() About { return About{k.Name, k.On, k.Means} }

// The x- keys. Keys lists them.
var (
	Source = Key[string]{"x-source", "operation, entry of x-variants, named schema",
		"the page of the documentation that describes it; read, never written: pages move", "a text"}
	Constant = Key[any]{"x-constant", "property, schema of a parameter, parameter",
		"the only value there is: a caller need not pass it", "a value"}
	LowestVersion = Key[any]{"x-lowest-version", "schema of a parameter",
		"the lowest version of the API that the header may ask for; a client sends it", "a value"}
	Required = Key[string]{"x-required", "property, parameter",
		`"conditional": mandatory in some cases only`, "a text"}
	Timestamp = Key[bool]{"x-timestamp", "schema of a string",
		"true where all documented values are timestamps; not format date-time, which only allows those of RFC 3339", "true or false"}
	OnlyInExamples = Key[bool]{"x-only-in-examples", "property, schema of a parameter",
		"true for what no table lists", "true or false"}
	Contradicted = Key[[]Claim]{"x-contradicted", "property, schema of a parameter",
		"documented limits that other documentation overrules; never a check", "a list of objects with rule and values"}
	Corrected = Key[string]{"x-corrected", "schema",
		"where it was seen that the documentation is wrong here: an overlay has corrected this schema", "a text"}
	ErrorCodes = Key[[]ErrorCode]{"x-error-codes", "named schema, document",
		"the codes of the set's error-code pages, on the schema of its error body, or on the document where operations have error bodies of their own or none", "a list of objects with a code"}
	Paging = Key[Pagination]{"x-pagination", "operation, entry of x-variants",
		"how to get all of the list that it responds with page by page", "an object with a style"}
	Variants = Key[[]Variant]{"x-variants", "operation",
		"the documented uses of one method and path, each by itself", "a list of objects with operationId"}
	ContentType = Key[string]{"x-content-type", "operation, entry of x-variants",
		"the media type that its page demands in the header Content-Type of a request that has no body", "a text"}
	Accept = Key[string]{"x-accept", "operation, entry of x-variants",
		"the media type that its page demands in the header Accept", "a text"}
	PolicyOnly = Key[bool]{"x-policy-only", "header parameter, response header, example, tag",
		"true for what the policy of a publisher adds to what the documentation says; clients and servers that are generated do not have it", "true or false"}
	GoName = Key[string]{"x-go-name", "schema, property, parameter, operation, entry of x-variants",
		"its name in Go, to resolve a clash; written for properties whose names Go does not tell apart", "a text"}
	EnumNames = Key[[]string]{"x-enum-varnames", "schema with an enum, some of whose values only case or marks tell apart",
		"a name for each value, for tools that make constants of them; gen makes its own", "a list of texts"}
)

// About is a key without the type of its value.
type About struct{ Name, On, Means string }

// Keys lists all x- keys of our documents.
func Keys() []About {
	return []About{
		Source.about(), Constant.about(), LowestVersion.about(), Required.about(), Timestamp.about(),
		OnlyInExamples.about(), Contradicted.about(), Corrected.about(), ErrorCodes.about(),
		Paging.about(), Variants.about(), ContentType.about(), Accept.about(), PolicyOnly.about(), GoName.about(), EnumNames.about(),
	}
}

// Conditional is the value of Required for what is mandatory in some cases only.
const Conditional = "conditional"

// Claim is a documented limit that other documentation overrules: the keyword of JSON Schema
// and the values as they are written.
type Claim struct {
	Rule   string   `json:"rule"`
	Values []string `json:"values,omitempty"`
}

// ErrorCode is a code that a service may respond with in the body of an error.
type ErrorCode struct {
	Status  int    `json:"status,omitempty"` // HTTP status, 0 where the page gives none
	Code    string `json:"code"`
	Message string `json:"message,omitempty"`
}

// Variant is one documented use of an operation that several pages describe. OpenAPI can hold
// a method and path only once, so the operation has the union of the bodies, and each page is
// an entry of x-variants. What the entry does not say is as the operation has it; see
// Operations.
type Variant struct {
	OperationID  string              `json:"operationId"`
	Summary      string              `json:"summary,omitempty"`
	Description  string              `json:"description,omitempty"`
	ExternalDocs *Docs               `json:"externalDocs,omitempty"`
	Deprecated   bool                `json:"deprecated,omitempty"`
	Server       string              `json:"server,omitempty"`              // its address, where that of the document is not
	Query        map[string]any      `json:"query,omitempty"`               // words that it always sends
	Parameters   []VariantParam      `json:"parameters,omitzero"`           // nil: those of the operation
	RequestBody  string              `json:"requestBody,omitempty"`         // "#/components/schemas/X"
	BodyOptional bool                `json:"requestBodyOptional,omitempty"` // a request may have none, though RequestBody says what it is
	RequestMedia string              `json:"requestMedia,omitempty"`        // the media type of a body that has no name
	Responses    map[string]string   `json:"responses,omitempty"`           // status → "#/components/schemas/Y"
	Examples     map[string][]string `json:"examples,omitempty"`            // "request" or a status → names of the operation's
	Source       string              `json:"x-source,omitempty"`
	Pagination   *Pagination         `json:"x-pagination,omitempty"`
	ContentType  string              `json:"x-content-type,omitempty"`
	Accept       string              `json:"x-accept,omitempty"`
	GoName       string              `json:"x-go-name,omitempty"`
}

// Docs is where the documentation is published.
type Docs struct {
	URL string `json:"url"`
}

// VariantParam names a parameter of the operation that a variant has. Those in the path
// belong to each variant.
type VariantParam struct {
	In       string `json:"in"`
	Name     string `json:"name"`
	Required bool   `json:"required,omitempty"`
}

// The styles of pagination: what asks for the next page.
const (
	ByOffset = "offset" // how many items to skip
	ByMarker = "marker" // what the page before it ended with
	ByPage   = "page"   // the number of the page
	ByLink   = "link"   // its address, which the page before it has
)

// Pagination says how to get all of a list that comes page by page. Limit, Offset, Page and
// Marker are query parameters or, with In "body", members of the request's body as JSON
// pointers (RFC 6901). Items, Next, Link and Count are JSON pointers into the body of the
// response; in one of XML they name elements. What does not apply is missing.
type Pagination struct {
	Style string `json:"style"`
	In    string `json:"in,omitempty"` // "body", else the query
	// Items is the list, "" where that is the body itself.
	Items string `json:"items"`
	// Limit says how many items a page has.
	Limit string `json:"limit,omitempty"`
	// Offset, of style offset, says how many items to skip; the first page does without it.
	Offset string `json:"offset,omitempty"`
	// Page, of style page, takes the number of the page. First is that of the first one, 1
	// where it is missing.
	Page  string `json:"page,omitempty"`
	First *int   `json:"first,omitempty"`
	// Marker, of style marker, takes the marker; the first page has none.
	Marker string `json:"marker,omitempty"`
	// Next is the marker of the next page, which after the last page is empty, null or
	// missing; or Key is the member of the last item that is the next marker: after the last
	// page there are no items.
	Next string `json:"next,omitempty"`
	Key  string `json:"key,omitempty"`
	// Link, of style link, is the next page's address, or a list of {rel, href} that has it
	// with the rel "next".
	Link string `json:"link,omitempty"`
	// Count is the number of all items; it is not that of the items on the page.
	Count string `json:"count,omitempty"`
}

// Param is the parameter that says which page is wanted, of style link the address.
func (p *Pagination) Param() string {
	return map[string]string{ByOffset: p.Offset, ByPage: p.Page, ByMarker: p.Marker, ByLink: p.Link}[p.Style]
}

// Check says what is wrong with a pagination by itself: what it names is not looked for.
func (p *Pagination) Check() error {
	switch {
	case !slices.Contains([]string{ByOffset, ByPage, ByMarker, ByLink}, p.Style):
		return fmt.Errorf("x-pagination: style %q is not known; it is offset, page, marker or link", OneLine(p.Style))
	case p.In != "" && p.In != "query" && p.In != "body":
		return fmt.Errorf("x-pagination: in %q is not known; it is query or body", OneLine(p.In))
	case p.Param() == "":
		return fmt.Errorf("x-pagination: the style is %s, but there is no %s", p.Style, p.Style)
	case p.Style == ByMarker && p.Next == "" && p.Key == "":
		return errors.New("x-pagination: there is neither next nor key")
	}
	return nil
}
