// Package extract reads the API of a documentation set out of its pages: tree and words
// become operations, parameters, schemas, claims and examples.
//
// Set is the way in. It runs these passes, in this order:
//
//	read     each page by itself, in parallel:
//	  stream     as a flat list of tables, code and request lines in their context
//	  classify   what each table lists (parameters, body, a structure, status codes, …)
//	  rows       table rows as fields with claims
//	  lines      the request lines that define operations; printed XML
//	index    order and labels of the whole set
//	describe rows in CommonMark, with links to what they refer to
//	link     fields to the structures that they name
//	operate  request lines, tables and statuses as operations; structures that no field
//	         points at find their place by what the page prints
//	guides   pages that only show calls of operations, of this set or of another service
//	errors   error codes and the body of error responses
//	examples code blocks as examples of an operation, each in a class
//	account  what became of each row
//	merge    pages that share a method and path as variants of one operation; operation ids,
//	         schema names; equal schemas become one (package merge)
//
// A pass returns or fills a result and appends findings; nothing of a page disappears
// without one. Rows are counted: each row of a table on an operation page ends in the
// spec, in a finding, or in a table of another role, and Stats says how many did.
package extract

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// Stats counts what became of the pages of a set.
type Stats struct {
	Pages            int // pages read
	RequestLinePages int // pages with a request line
	PagesConverted   int // of those, the ones that ended in an operation or a variant
	PagesWithoutOp   int // pages that define no operation: guides, error codes, change history …
	Operations       int
	Variants         int // further pages that share an operation
	// Tables and rows count the tables of operation pages.
	Tables           int
	Rows             int
	RowsInSpec       int
	RowsInFindings   int
	RowsOther        int
	Examples         int // documented requests and responses
	ExamplesJSON     int // of those, with a JSON body
	ExamplesRepaired int
	Blocks           Blocks // the code blocks of operation pages
}

// Input is what Set reads.
type Input struct {
	Pages []*doc.Page // in any order
	// Contents is the table of contents; pages that it does not list come last, by path.
	Contents *doc.Contents
	Service  profile.Service  // what the set says of its service
	Profile  *profile.Profile // what is known of the cloud
	// After, where it is set, is called after each pass from operate on: with the model as far
	// as it is made, whose schemas have names from merge on, and with what the pass did wrong
	// with rows.
	After func(pass string, svc *api.Service, problems []string)
	// Rename, where it is set, is given the operations of all pages with their ids, and gives
	// them back with those that they shall have: schemas are named after operations.
	Rename func([]*api.Operation) []*api.Operation
}

// Set extracts the API of a documentation set.
func Set(in Input, found *diag.List) (*api.Service, Stats) {
	x := &extraction{about: in.Service, profile: in.Profile, after: in.After, rename: in.Rename, found: found}
	x.index(readPages(splitPages(in.Pages), in.Profile), in.Contents)
	x.describe()
	// From here on pages hold structures of each other: no pass runs in parallel.
	x.linkAll()
	x.noteRepeated()
	for _, p := range x.pages {
		x.operate(p)
	}
	x.done("operate")
	x.guides()
	x.errors()
	x.done("errors")
	for _, p := range x.pages {
		for _, s := range p.scopes() {
			s.examples(p, x.errorBody)
		}
	}
	x.done("examples")
	reached := x.reach()
	for _, p := range x.pages {
		p.account(reached)
		p.keepRowFindings()
		found.Merge(&p.found.list)
	}
	x.done("account")
	svc := x.service()
	svc.Pages = x.describePages()
	svc.Unread = x.unreadOf()
	stats := x.stats(svc)
	if x.after != nil {
		x.after("merge", svc, stats.problems())
	}
	return svc, stats
}

// extraction is the state of one set's extraction.
type extraction struct {
	after   func(pass string, svc *api.Service, problems []string) // see Input
	rename  func([]*api.Operation) []*api.Operation                // see Input
	about   profile.Service
	profile *profile.Profile
	found   *diag.List
	pages   []*page // in the order of the documentation
	labels  map[string]target
	// structs are the structure tables of all pages by folded name.
	structs map[string][]*table
	merges  []mergedTable
	pairs   []*table // tables that may explain the pairs of a map, see dropPairs
	// errorBody is the body of error responses that an error-code page shows.
	errorBody  *api.Schema
	errorCodes []api.ErrorCode
	// repeated are the paths of the XML elements that some page prints several of.
	repeated map[string]bool
	versions map[string]bool // see versionsOfSet, nil before
}

// target is what a label stands before.
type target struct {
	page    *page
	table   *doc.Table   // nil: a section or paragraph
	section *doc.Section // nil: a table or paragraph
}
