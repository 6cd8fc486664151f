package fake

import (
	"cmp"
	"encoding/json"
	"fmt"
	"github.com/getkin/kin-openapi/openapi3"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// collection is a list that is sent page by page.
type collection struct {
	*paging
	items   []any // as JSON
	markers []string
}

// Serve lets a list operation respond with items, a page for each request, as x-pagination of
// the operation says: the request's limit and offset, page or marker choose the page, and the
// response tells the next one and the count. Without a limit all items are one page, or as many
// as PageSize allows. Items are encoded as JSON right away.
func (s *Server) Serve(operationID string, items ...any) error {
	if err := s.known(operationID); err != nil {
		return s.report(err)
	}
	pages, err := s.pagingOf(operationID)
	if err != nil {
		return s.report(fmt.Errorf("%s: %w", operationID, err))
	}
	c := &collection{paging: pages, items: []any{}}
	for i, item := range items {
		text, err := json.Marshal(item)
		if err != nil {
			return s.report(fmt.Errorf("%s: item %d is not JSON: %w", operationID, i, err))
		}
		v, err := decode(text)
		if err != nil {
			return s.report(fmt.Errorf("%s: item %d is not JSON: %w", operationID, i, err))
		}
		c.items = append(c.items, v)
	}
	c.mark()
	return s.behave(operationID, &behaviour{items: c})
}

// pagingOf is the pagination of the first of the operations of an id that has one.
func (s *Server) pagingOf(id string) (pages *paging, err error) {
	for _, r := range s.routes {
		for _, op := range r.operations {
			if op.ID != id && op.Parent != id {
				continue
			}
			if pages, err = pagingOf(op); op.Paging != nil || op.PagingError != nil {
				return pages, err
			}
		}
	}
	return pages, err
}

// page responds to a request with the items that it asks for.
func (c *collection) page(m *match, req *http.Request, most int) Response {
	size, err := c.number(m, req, c.Limit, len(c.items))
	if err != nil {
		return Error(http.StatusBadRequest, codeBroken, err.Error())
	}
	if most > 0 {
		size = min(size, most)
	}
	start, err := c.start(m, req, size)
	if err != nil {
		return Error(http.StatusBadRequest, codeBroken, err.Error())
	}
	start = min(start, len(c.items))
	end := min(start+size, len(c.items))

	a := m.op.responses[0]
	a.media = cmp.Or(a.media, "application/json")
	body := c.body(a, slices.Clone(c.items[start:end]), len(c.items))
	more := end < len(c.items) && end > start
	if c.Next != "" && more {
		body = document.Put(body, c.Next, c.next(a, start, end, size))
	}
	if c.Link != "" && more {
		body = document.Put(body, c.Link, c.link(a, req, start, end, size))
	}
	return a.with(body)
}

// body is the body of a response with a list of items, on the last page.
func (p *paging) body(a documentedResponse, items []any, total int) any {
	v, _ := a.doc.Sample(a.schema, document.SampleOptions{Required: true})
	body := normal(v)
	if _, isObject := body.(map[string]any); !isObject && p.Items != "" {
		body = map[string]any{}
	}
	body = document.Put(body, p.Items, items)
	if p.Count != "" {
		body = document.Put(body, p.Count, fitting(a.schema, p.Count, total))
	}
	for _, pointer := range []string{p.Next, p.Link} {
		if pointer != "" {
			body = document.Without(body, pointer)
		}
	}
	return body
}

// none is the response to who asks for a page after the last: one without items. A list of which the
// document says that it has some cannot be empty: there is no such page, where clients know from the number of all
// items that they need not ask. Where nothing else ends a walk, as with markers, the empty page does.
func (p *paging) none(a documentedResponse) Response {
	list := document.PartOf(a.schema, p.Items)
	if p.Count != "" && !p.byMarker() && list != nil && list.Value != nil && list.Value.MinItems > 0 {
		return Error(http.StatusNotFound, codeUnknown, "there is no page after the last, and the document has no page without items")
	}
	return a.with(p.body(a, []any{}, 0))
}

// start is the place of the first item that a request asks for.
func (c *collection) start(m *match, req *http.Request, size int) (int, error) {
	switch {
	case c.byMarker():
		marker := c.text(m, req, c.Marker)
		if marker == "" {
			return 0, nil
		}
		if i := slices.Index(c.markers, marker); i >= 0 {
			return i + 1, nil
		}
		if n, err := strconv.Atoi(marker); err == nil && n > 0 && n <= len(c.items) {
			return n, nil // as next gave it
		}
		return 0, fmt.Errorf("%s: no item is %q", c.Marker, document.OneLine(marker))
	case c.byPage():
		page, err := c.number(m, req, c.Page, c.first())
		if err != nil {
			return 0, err
		}
		page = max(page-c.first(), 0)
		if size > 0 && page > len(c.items)/size {
			return len(c.items), nil // and no number is too large to multiply
		}
		return page * size, nil
	}
	return c.number(m, req, c.offset(), 0)
}

// cursor is what stands for the page that starts at end.
func (c *collection) cursor(start, end, size int) any {
	switch {
	case c.byMarker():
		return c.markers[end-1]
	case c.byPage():
		return start/max(size, 1) + 1 + c.first()
	}
	return end
}

// next is the cursor as the schema has it: some markers are numbers.
func (c *collection) next(a documentedResponse, start, end, size int) any {
	cursor := c.cursor(start, end, size)
	if place := document.PartOf(a.schema, c.Next); place != nil && !fits(place.Value, cursor) && fits(place.Value, float64(end)) {
		return end
	}
	return cursor
}

// link is the address of the next page, in the form that the schema has for it.
func (c *collection) link(a documentedResponse, req *http.Request, start, end, size int) any {
	query := req.URL.Query()
	name := c.offset()
	switch {
	case c.byMarker():
		name = c.Marker
	case c.byPage():
		name = c.Page
	}
	query.Set(name, fmt.Sprint(c.cursor(start, end, size)))
	next := url.URL{Scheme: "http", Host: req.Host, Path: req.URL.Path, RawPath: req.URL.RawPath, RawQuery: query.Encode()}
	if req.TLS != nil {
		next.Scheme = "https"
	}
	one := map[string]any{"rel": "next", "href": next.String()}
	switch schema := document.PartOf(a.schema, c.Link); {
	case schema == nil || schema.Value == nil:
	case document.Items(schema.Value) != nil:
		return []any{one}
	case document.Member(schema.Value, "href") != nil:
		return one
	}
	return next.String()
}

// mark gives each item the marker of the page after it: its key, or a made-up one where it
// has none of its own.
func (c *collection) mark() {
	taken := map[string]bool{}
	for i, item := range c.items {
		key := c.keyOf(item)
		if key == "" || taken[key] {
			key = "item-" + strconv.Itoa(i+1)
		}
		taken[key] = true
		c.markers = append(c.markers, key)
	}
}

// keyOf is the word by which a marker names an item.
func (c *collection) keyOf(item any) string {
	key := c.Key
	if key == "" {
		key = "id"
	}
	v := document.Get(item, key)
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// fitting is a number as the schema of its place has it: some count in texts.
func fitting(ref *openapi3.SchemaRef, pointer string, n int) any {
	place := document.PartOf(ref, pointer)
	if place != nil && !fits(place.Value, float64(n)) && fits(place.Value, strconv.Itoa(n)) {
		return strconv.Itoa(n)
	}
	return n
}
