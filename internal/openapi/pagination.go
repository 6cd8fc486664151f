package openapi

import "github.com/rst2openapi/rst2openapi/internal/api"

// pagination is x-pagination:
//
//	style   offset, marker, page or link: what asks for the next page
//	in      "body" where the parameters below are members of the request's body, as JSON
//	        pointers into it; else they are query parameters
//	items   JSON pointer of the list in the answer, "" where that is the answer itself
//	limit   the parameter that says how many items a page has
//	offset  style offset: the parameter that says how many items to skip; the first page does
//	        without it
//	page    style page: the parameter that takes the number of the page
//	first   style page: the number of the first page
//	marker  style marker: the parameter that takes the marker; the first page has none
//	next    style marker: JSON pointer of the next marker in the answer, which behind the last
//	        page is empty, null or missing; or
//	key     style marker: the member of the last item that is the next marker; behind the last
//	        page there are no items
//	link    style link: JSON pointer of the next page's address, or of a list of {rel, href}
//	        that has it with the rel "next"
//	count   JSON pointer of the number of all items; it is not that of the items on the page
//
// Keys that do not apply are missing. In an answer of XML the pointers name elements.
func pagination(p *api.Pagination) map[string]any {
	m := map[string]any{"style": string(p.Style), "items": p.Items}
	for key, value := range map[string]string{
		"limit": p.Limit, "offset": p.Offset, "page": p.Page, "marker": p.Marker,
		"next": p.Next, "key": p.Key, "link": p.Link, "count": p.Count,
	} {
		if value != "" {
			m[key] = value
		}
	}
	if p.Style == api.PageByNumber {
		m["first"] = p.First
	}
	if p.InBody {
		m["in"] = "body"
	}
	return m
}
