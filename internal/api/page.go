package api

// PageKind is what a page of the documentation is.
type PageKind string

// The kinds of pages.
const (
	PageOperation    PageKind = "operation"      // it defines operations
	PageCall         PageKind = "call"           // it shows a call of an operation that another page defines
	PageOtherService PageKind = "other-service"  // it shows a call of another service
	PageUnread       PageKind = "unread"         // it has a request line that could not be read; a finding says so
	PageErrorCodes   PageKind = "error-codes"    // it lists error codes
	PageStatusCodes  PageKind = "status-codes"   // it lists HTTP statuses
	PageHistory      PageKind = "change-history" // it tells what changed in the documentation
	PageIndex        PageKind = "index"          // it lists the pages of its folder
	PageGuide        PageKind = "guide"          // text for people
)

// Page is a page of the documentation and what came of it.
type Page struct {
	Path, Title string
	Kind        PageKind
	Operations  []string // the IDs of the operations that it defines or shows a call of
}
