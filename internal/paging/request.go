package paging

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// request are the parameters of an operation that have to do with paging, all of the query
// or all of one object in the request's body.
type request struct {
	inBody              bool
	prefix              string // of JSON pointers into the body
	limit, offset, page *api.Field
	markers             []*api.Field
}

// requestOf finds the parameters of paging: in the query, else in the request's body, else in
// an object inside of it ({"filter": …, "page": {"limit": 1, "offset": 2}}). Some pages list
// the parameters of the query as members of the body, too.
func requestOf(op *api.Operation, response *api.Schema) *request {
	req := &request{}
	for _, q := range op.Params {
		// A parameter that only the request line shows tells neither its type nor its meaning.
		if q.In == api.InQuery && q.Origin.How != api.FromURL {
			req.add(&q.Field, response)
		}
	}
	if req.pages() || op.Body == nil || op.Body.Type.Schema == nil {
		return req
	}
	body := bodyOf(op.Body.Type.Schema, "", response)
	if body.pages() {
		return body
	}
	var inside []*request
	for _, f := range op.Body.Type.Schema.Fields {
		if f.Type.Kind == api.Object && f.Type.Schema != nil {
			if r := bodyOf(f.Type.Schema, pointer(f.Name), response); r.pages() {
				inside = append(inside, r)
			}
		}
	}
	if len(inside) == 1 {
		return inside[0]
	}
	return req
}

func bodyOf(s *api.Schema, prefix string, response *api.Schema) *request {
	r := &request{inBody: true, prefix: prefix}
	for _, f := range s.Fields {
		r.add(f, response)
	}
	return r
}

func (r *request) add(f *api.Field, response *api.Schema) {
	if !isScalar(&f.Type) {
		return
	}
	role := dialect.Paging(f.Name)
	switch {
	case role == dialect.PagingLimit:
		r.limit = cmp.Or(r.limit, f)
	case role == dialect.PagingOffset:
		if r.offset == nil || dialect.Paging(r.offset.Name) == dialect.PagingStart {
			r.offset = f
		}
	case role == dialect.PagingPage:
		r.page = cmp.Or(r.page, f)
	case f.Need == api.NeedYes:
		// The first page has no marker: this one reads on in a stream.
	case role == dialect.PagingMarker, dialect.StartKey(f.Name) != "", hasNextOf(response, f.Name):
		r.markers = append(r.markers, f)
	case role == dialect.PagingStart:
		// Of "from" and "start" one is often a timestamp.
		if r.offset == nil || dialect.Paging(r.offset.Name) == dialect.PagingStart && !dialect.CountsItems(r.offset.Text) {
			r.offset = f
		}
	}
}

// pages reports whether the parameters can ask for a page.
func (r *request) pages() bool {
	return len(r.markers) > 0 || r.limit != nil && (r.offset != nil || r.page != nil)
}

// strong is the parameter that asks for a page beyond doubt, going by its name and the limit
// beside it; nil where there is none.
func (r *request) strong() *api.Field {
	if r.limit == nil {
		return nil
	}
	for _, f := range append(slices.Clone(r.markers), r.offset, r.page) {
		if f == nil {
			continue
		}
		switch dialect.Paging(f.Name) {
		case dialect.PagingMarker, dialect.PagingOffset, dialect.PagingPage:
			return f
		case dialect.PagingStart:
			if dialect.CountsItems(f.Text) || dialect.CountsPages(f.Text) {
				return f
			}
		}
	}
	return nil
}

// waits is a parameter that asks for a page only from some version of the API on, which it gives,
// where calls do not ask for a version: a service takes such a call for one of an older version, gives
// the whole list and, asked for the next page, the same again. It is nil where there is none.
func (r *request) waits(op *api.Operation) (*api.Field, string) {
	for _, q := range op.Params {
		if q.In == api.InHeader && q.Need == api.NeedYes && dialect.IsVersionHeader(q.Name) {
			return nil, ""
		}
	}
	for _, f := range append(slices.Clone(r.markers), r.offset, r.page) {
		if f == nil {
			continue
		}
		if v := dialect.FromVersion(f.Text); v != "" {
			return f, v
		}
	}
	return nil, ""
}

// all are the parameters of paging.
func (r *request) all() []*api.Field {
	var out []*api.Field
	for _, f := range append(slices.Clone(r.markers), r.limit, r.offset, r.page) {
		if f != nil {
			out = append(out, f)
		}
	}
	return out
}

// name is how the document calls a parameter: by its name in the query, by a JSON pointer in
// the body.
func (r *request) name(f *api.Field) string {
	switch {
	case f == nil:
		return ""
	case r.inBody:
		return r.prefix + pointer(f.Name)
	}
	return f.Name
}

// pointer is a step of a JSON pointer.
func pointer(name string) string {
	return "/" + strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

// isScalar reports whether a value of the type fits into a query: a number, or a text, as
// which many pages list numbers.
func isScalar(t *api.Type) bool {
	switch t.Kind {
	case api.Integer, api.Number, api.String:
		return true
	}
	return false
}

// defaultOf is the decided default of a parameter without quotes, "" for none.
func defaultOf(f *api.Field) string {
	if f.Decided.Default == nil {
		return ""
	}
	return strings.Trim(f.Decided.Default.JSON, `"`)
}
