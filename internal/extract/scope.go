package extract

import (
	"cmp"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

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
	versions    []saidVersion // what paragraphs say of the version that requests ask for
	files       []saidMedia   // what paragraphs say of responses that are files
	sent        []api.Origin  // paragraphs that say that the body of the request is a file
	openBodies  []api.Origin  // paragraphs that say of the body of a request only what decides on it
	referrals   []string      // labels that the response is said to be below, see referral
	failures    []string      // labels that the response to a failed call is said to be below
	xmls        []printedXML  // the XML bodies that are printed
	ops         []*api.Operation

	documented []status               // see statuses, nil before
	withBody   []int                  // see bodyStatuses, nil before
	structs    map[*api.Schema]*table // tables of structures by what they describe, once asked for
	printed    map[api.Side]printed   // see printedBody
	queryNames map[string]bool        // see printsInQuery, nil before
}

// scopes are the scopes of a page. The operations of a page share all that stands on it: each
// takes the rows that fit its request line.
func (p *page) scopes() []*scope { return []*scope{&p.scope} }

// operations are those that the scopes of the page define.
func (p *page) operations() []*api.Operation {
	var out []*api.Operation
	for _, s := range p.scopes() {
		out = append(out, s.ops...)
	}
	return out
}

// roleOfRows is the role in which the operations of a scope read the rows of a table: its own,
// unless one of them took the rows of a structure that no field has as members of a body, or
// those of a body's table as a structure inside.
func (t *table) roleOfRows() dialect.TableRole { return cmp.Or(t.taken, t.role) }

// takeAsBody takes the rows of a structure's table as members of the body of a side.
func (t *table) takeAsBody(side api.Side) {
	t.used, t.schema, t.taken = true, nil, dialect.TableResponse
	if side == api.SideRequest {
		t.taken = dialect.TableBody
	}
}
