package extract

import "github.com/rst2openapi/rst2openapi/internal/api"

// scope is the part of a page that describes an operation, or several that share it. A builder
// looks for tables, code blocks and lines in its scope only, so that a page may give each of
// its operations tables of its own.
type scope struct {
	tables []*table
	codes  []*code
	// own are the request lines that define the operations that share the scope, see definingLines.
	own []requestLine
	// statusLines are the lines of text that name statuses.
	statusLines []statusLine
	xmls        []printedXML // the XML bodies that are printed

	documented []status               // see statuses
	structs    map[*api.Schema]*table // tables of structures by what they describe, once asked for
}

// scopes are the scopes of a page. The operations of a page share all that stands on it: each
// takes the rows that fit its request line.
func (p *page) scopes() []*scope { return []*scope{&p.scope} }
