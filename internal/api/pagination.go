package api

// PageStyle is how a caller asks for the next page of a list.
type PageStyle string

// The styles.
const (
	PageByOffset PageStyle = "offset" // by how many items to skip
	PageByMarker PageStyle = "marker" // by what the page before it ended with
	PageByNumber PageStyle = "page"   // by its number
	PageByLink   PageStyle = "link"   // by its address, which the page before it gives
)

// Pagination is how a caller gets all of a list that comes page by page. Limit, Offset, Page
// and Marker are query parameters or, where InBody, JSON pointers into the request's body.
// Items, Next, Link and Count are JSON pointers into the body of the response; the names in
// one of XML are those of elements.
type Pagination struct {
	Style  PageStyle
	Items  string // the list; "" is the body itself
	Limit  string `json:",omitzero"` // how many items a page has
	Offset string `json:",omitzero"`
	Page   string `json:",omitzero"`
	First  int    `json:",omitzero"` // the number of the first page
	Marker string `json:",omitzero"`
	Next   string `json:",omitzero"` // the next marker; or
	Key    string `json:",omitzero"` // the member of the last item that is the next marker
	Link   string `json:",omitzero"` // the address of the next page, or a list of {rel, href}
	Count  string `json:",omitzero"` // how many items all pages have together
	InBody bool   `json:",omitzero"`
}
