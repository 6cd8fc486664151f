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
	"github.com/rst2openapi/rst2openapi/internal/source"
)

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
